package cli

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/urfave/cli/v2"

	"lacuna/analyzer"
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
				Flags: []cli.Flag{checklistFlag(), uiFlag(), widthFlag()}, Action: s.checklistShow},
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
	words, err := loadWords(c, list.ID)
	if err != nil {
		return err
	}
	return s.put("", c.Int("width"), func(w io.Writer, l report.Options) error {
		l.Words = words
		return report.Asked(w, list, only, l)
	})
}

// checklistLint says of each file whether it is in order, and runs its examples;
// a fault or an example that is read otherwise is exit code 1. The examples of a
// file stand in a folder "examples" beside it, named as in NAME.LANGUAGE.yaml.
func (s *session) checklistLint(c *cli.Context) error {
	lists, lib, err := loadAll()
	faults := []error{err}
	var examples []lintExamples
	if c.NArg() == 0 {
		for _, list := range lists {
			examples = append(examples, lintExamples{list, checklists.FS, checklists.Examples(list.ID)})
		}
	} else {
		lists, faults = nil, nil
	}
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
		folder := os.DirFS(filepath.Dir(path))
		names, _ := fs.Glob(folder, "examples/"+list.ID+".*.yaml") // fails on a malformed pattern only
		examples = append(examples, lintExamples{list, folder, names})
	}
	err = s.put("", 0, func(w io.Writer, l report.Options) error { return report.Checklists(w, lists, l) })
	faults = append(faults, err)
	for _, e := range examples {
		faults = append(faults, s.runExamples(e, lib))
	}
	return errors.Join(faults...)
}

// lintExamples is a checklist with the files of its examples.
type lintExamples struct {
	list   *checklist.Checklist
	folder fs.FS
	names  []string
}

// runExamples reads the examples as law, file by file, and says which are read
// otherwise than they expect.
func (s *session) runExamples(e lintExamples, lib *lexicon.Library) error {
	var faults []error
	for _, name := range e.names {
		data, err := fs.ReadFile(e.folder, name)
		if err != nil {
			faults = append(faults, unread(err))
			continue
		}
		examples, err := checklist.LoadExamples(name, data, e.list)
		if err == nil {
			err = s.runFile(name, examples, analyzer.Options{Checklist: e.list, Lexicons: lib})
		}
		if err != nil {
			faults = append(faults, failure{exitFound, err})
		}
	}
	return errors.Join(faults...)
}

// runFile reads the examples of one file as law.
func (s *session) runFile(name string, examples []checklist.Example, opt analyzer.Options) error {
	misses, compared, err := analyzer.Examples(examples, opt)
	if err != nil {
		return err
	}
	s.warn("%s: %d of %d answers are as expected", name, compared-len(misses), compared)
	for _, m := range misses {
		s.warn("%s:%d: %s", name, m.Example.Line, m)
	}
	if len(misses) > 0 {
		return fmt.Errorf("%s: %d answers differ from what the examples expect", name, len(misses))
	}
	return nil
}
