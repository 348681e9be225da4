package cli

import (
	"errors"

	"github.com/urfave/cli/v2"

	"lacuna/analyzer/report"
)

func (s *session) wordingCommand() *cli.Command {
	return &cli.Command{
		Name:      "wording",
		Usage:     "show how the texts in hand that cover an element word it",
		ArgsUsage: "ITEM/ELEMENT [FOLDER|FILE …]",
		Description: `For whoever drafts what is missing: the words of those texts that cover the element, those
that cover it in full first. A folder's texts, dossiers and saved assessments are judged each by
itself; without one, the sample codes that come with the program.`,
		Flags:  append(append(outputFlags(), uiFlag()), textFlags()...),
		Action: s.wording,
	}
}

func (s *session) wording(c *cli.Context) error {
	outs, err := targets(c)
	if err != nil {
		return err
	}
	if c.NArg() == 0 {
		return usage("wording needs an element, for example lacuna wording 3.1.c/importing FOLDER; lacuna checklist show lists them")
	}
	b, err := newBench(c)
	if err != nil {
		return err
	}
	it, element, err := findItem(b.Checklist, c.Args().First())
	if err != nil {
		return err
	}
	if element == "" {
		if len(it.Elements) > 1 {
			return usage("item %s has several elements; name one: %s/%s …", it.ID, it.ID, it.Elements[0].ID)
		}
		element = it.Elements[0].ID
	}
	all, unreadable := s.library(c.Args().Tail(), b)
	if len(all) == 0 {
		return unreadable
	}
	unreadable = errors.Join(unreadable, s.likened(b, all))
	columns, sources := taken(all)
	w := report.NewWordings(Version, b.Checklist, it, element, columns, sources)
	return errors.Join(unreadable, putAll(s, c, b, outs, report.WordingWriters, w))
}
