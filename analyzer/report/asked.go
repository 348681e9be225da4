package report

import (
	"fmt"
	"io"
	"strings"

	"lacuna/analyzer/checklist"
	"lacuna/analyzer/coverage"
)

// Checklists lists checklists, a line each.
func Checklists(w io.Writer, lists []*checklist.Checklist, o Options) error {
	p := &page{w: w, width: o.columns()}
	for _, c := range lists {
		elements := len(c.Names())
		p.line(0, 4, fmt.Sprintf("%s: %s (version %s; %s, %s)", c.ID, c.Title, c.Version,
			plural(len(c.Items), "item"), plural(elements, "element")))
	}
	return p.err
}

// Asked prints what a checklist asks: its items under their groups or, where
// only is an item's id, that item with the treaty's words and its elements.
func Asked(w io.Writer, c *checklist.Checklist, only string, o Options) error {
	p := &page{w: w, width: o.columns()}
	if only == "" {
		p.line(0, 0, c.Title)
		p.line(0, 0, c.Treaty)
	}
	for _, g := range c.Groups {
		if only == "" {
			p.blank()
			p.line(0, 2, g.Title)
		}
		for _, it := range c.Items {
			if it.Group == g.ID && only == "" {
				p.entry("  "+it.ID+"  ", 13, 13, fmt.Sprintf("%s (%s): %s", it.Title, askedForce(it), elementIDs(it)))
			}
			if it.Group == g.ID && it.ID == only {
				askedItem(p, it)
			}
		}
	}
	return p.err
}

func askedItem(p *page, it checklist.Item) {
	p.line(0, 2, it.ID+"  "+it.Title+" ("+askedForce(it)+")")
	of := Item{Item: coverage.Item{Treaty: coverage.Treaty{Article: it.Article, Paragraph: it.Paragraph, Point: it.Point}}, Source: it.Source}
	p.line(0, 2, "Treaty: "+point(of))
	if it.Quote != "" {
		p.line(2, 2, quoted(it.Quote))
	}
	p.line(0, 2, "Question: "+it.Question)
	for _, e := range it.Elements {
		p.line(2, 6, e.ID+": "+e.Question)
	}
	if len(it.Usually) > 0 {
		p.line(0, 2, "Where it is not in the penal code, see: "+strings.Join(it.Usually, ", "))
	}
}

func askedForce(it checklist.Item) string {
	return forceWords(coverage.Item{Force: string(it.Force), Condition: it.Condition})
}

func elementIDs(it checklist.Item) string {
	var ids []string
	for _, e := range it.Elements {
		ids = append(ids, e.ID)
	}
	return strings.Join(ids, ", ")
}
