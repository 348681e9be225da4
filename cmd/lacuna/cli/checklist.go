package cli

import (
	"errors"
	"io"
	"os"

	"github.com/urfave/cli/v2"

	"lacuna/analyzer/checklist"
	"lacuna/analyzer/lexicon"
	"lacuna/analyzer/report"
	"lacuna/checklists"
)

func (s *session) checklistCommand() *cli.Command {
	return &cli.Command{
		Name:  "checklist",
		Usage: "list, show or check checklists",
		Subcommands: []*cli.Command{
			{Name: "list", Usage: "list the built-in checklists", Action: s.checklistList},
			{Name: "show", Usage: "show the points of a checklist, or one of them", ArgsUsage: "[ITEM]",
				Flags: []cli.Flag{checklistFlag(), widthFlag()}, Action: s.checklistShow},
			{Name: "lint", Usage: "check a checklist file wholly; without a file, the built-in ones", ArgsUsage: "[FILE …]", Action: s.checklistLint},
		},
	}
}

// loadAll loads the built-in checklists.
func loadAll() ([]*checklist.Checklist, *lexicon.Library, error) {
	lib, err := lexicon.LoadLibrary(checklists.FS)
	if err != nil {
		return nil, nil, err
	}
	var out []*checklist.Checklist
	var faults []error
	for _, name := range checklists.Names() {
		list, err := loadChecklist(name, lib)
		if err != nil {
			faults = append(faults, err)
			continue
		}
		out = append(out, list)
	}
	return out, lib, errors.Join(faults...)
}

func (s *session) checklistList(c *cli.Context) error {
	if c.NArg() > 0 {
		return usage("checklist list takes no arguments")
	}
	lists, _, err := loadAll()
	if err != nil {
		return err
	}
	return s.put("", 0, func(w io.Writer, l report.Options) error { return report.Checklists(w, lists, l) })
}

func (s *session) checklistShow(c *cli.Context) error {
	if c.NArg() > 1 {
		return usage("checklist show takes one item at most")
	}
	lib, err := lexicon.LoadLibrary(checklists.FS)
	if err != nil {
		return err
	}
	list, err := loadChecklist(c.String("checklist"), lib)
	if err != nil {
		return err
	}
	only := ""
	if c.NArg() == 1 {
		it, _, err := findItem(list, c.Args().First())
		if err != nil {
			return err
		}
		only = it.ID
	}
	return s.put("", c.Int("width"), func(w io.Writer, l report.Options) error { return report.Asked(w, list, only, l) })
}

// checklistLint says of each file whether it is in order; a fault is exit code 1.
func (s *session) checklistLint(c *cli.Context) error {
	lists, lib, err := loadAll()
	if c.NArg() > 0 {
		lists, err = lists[:0], nil
	}
	faults := []error{err}
	for _, path := range c.Args().Slice() {
		data, err := os.ReadFile(path)
		if err != nil {
			faults = append(faults, unread(errors.New(path+": "+plain(err).Error())))
			continue
		}
		list, err := checklist.Load(path, data, lib)
		if err != nil {
			faults = append(faults, failure{exitFound, err})
			continue
		}
		lists = append(lists, list)
	}
	err = s.put("", 0, func(w io.Writer, l report.Options) error { return report.Checklists(w, lists, l) })
	return errors.Join(append(faults, err)...)
}
