package cli

import (
	"errors"
	"io"
	"strings"

	"github.com/sahilm/fuzzy"
	"github.com/urfave/cli/v2"

	"lacuna/analyzer/checklist"
	"lacuna/analyzer/report"
)

func (s *session) explainCommand() *cli.Command {
	return &cli.Command{
		Name:      "explain",
		Usage:     "show why one point was answered as it was",
		ArgsUsage: "ITEM[/ELEMENT] [FILE|FOLDER|dossier.yaml …]",
		Description: `The treaty's words, what was sought, what was found with its quotes, what narrows it,
and what was read and turned down. ITEM is an id (3.1.c) or letters of a title.`,
		Flags:  append(textFlags(), uiFlag()),
		Action: s.explain,
	}
}

func (s *session) explain(c *cli.Context) error {
	if c.NArg() == 0 {
		return usage("explain needs the id of an item, for example lacuna explain 3.1.c FILE; lacuna checklist show lists them")
	}
	b, err := newBench(c)
	if err != nil {
		return err
	}
	asked, element, err := findItem(b.Checklist, c.Args().First())
	if err != nil {
		return err
	}
	d, sources, unreadable := s.collect(c.Args().Tail(), b)
	if len(sources) == 0 {
		return unreadable
	}
	r := s.judge(b, d, d.name, sources)
	for _, it := range r.Items() {
		if it.ID == asked.ID {
			err = s.put("", c.Int("width"), func(w io.Writer, l report.Options) error {
				l.Words = b.words
				return report.Explain(w, r, it, element, l)
			})
		}
	}
	return errors.Join(unreadable, err)
}

// findItem finds the item, and the element if one is named, that the user means.
func findItem(list *checklist.Checklist, name string) (*checklist.Item, string, error) {
	id, element, _ := strings.Cut(name, "/")
	it, ok := list.Item(id)
	if !ok {
		var titles []string
		for _, it := range list.Items {
			titles = append(titles, it.ID+"  "+it.Title)
		}
		return nil, "", usage("the checklist %s has no item %q%s", list.ID, id, offer(id, titles))
	}
	if _, ok := it.Element(element); element != "" && !ok {
		var ids []string
		for _, e := range it.Elements {
			ids = append(ids, e.ID)
		}
		return nil, "", usage("item %s has no element %q%s Elements: %s", id, element, didYouMean("", element, ids), strings.Join(ids, ", "))
	}
	return it, element, nil
}

// offer lists what the typed letters may stand for, the likeliest first, or
// else the nearest in spelling.
func offer(typed string, among []string) string {
	found := fuzzy.Find(typed, among)
	if len(found) == 0 {
		return didYouMean("", typed, among)
	}
	var b strings.Builder
	b.WriteString("; perhaps\n")
	for i, m := range found {
		if i == 8 {
			break
		}
		b.WriteString("  " + m.Str + "\n")
	}
	return strings.TrimRight(b.String(), "\n")
}
