package report

import (
	"io"

	"lacuna/analyzer/checklist"
	"lacuna/analyzer/coverage"
)

// Checklists lists checklists, a line each.
func Checklists(w io.Writer, lists []*checklist.Checklist, o Options) error {
	p, v := &page{w: w, width: o.columns()}, o.words()
	for _, c := range lists {
		p.line(0, 4, v.apart(c.ID)+v.say("colon")+v.sentence(c.Title)+" ("+v.say("explain.version", "version", v.apart(c.Version))+v.say("list.semicolon")+
			v.count("item", len(c.Items))+v.say("list.comma")+v.count("element", len(c.Names()))+")")
	}
	return p.err
}

// Asked prints what a checklist asks: its items under their groups or, where
// only is an item's id, that item with the treaty's words and its elements.
func Asked(w io.Writer, c *checklist.Checklist, only string, o Options) error {
	p, v := &page{w: w, width: o.columns()}, o.words()
	if only == "" {
		p.line(0, 0, v.sentence(c.Title))
		p.line(0, 0, v.apart(c.Treaty))
	}
	for _, g := range c.Groups {
		if only == "" {
			p.blank()
			p.line(0, 2, v.sentence(g.Title))
		}
		for _, it := range c.Items {
			if it.Group == g.ID && only == "" {
				p.entry("  "+v.apart(it.ID)+"  ", 13, 13, v.sentence(it.Title)+" ("+v.askedForce(it)+")"+v.say("colon")+v.elements(it))
			}
			if it.Group == g.ID && it.ID == only {
				v.askedItem(p, it)
			}
		}
	}
	return p.err
}

func (w *Words) askedItem(p *page, it checklist.Item) {
	p.line(0, 2, w.apart(it.ID)+"  "+w.sentence(it.Title)+" ("+w.askedForce(it)+")")
	w.explainTreaty(p, Item{Item: coverage.Item{Treaty: coverage.Treaty{Article: it.Article, Paragraph: it.Paragraph, Point: it.Point, Quote: it.Quote}},
		Source: it.Source, Question: it.Question})
	for _, e := range it.Elements {
		p.line(2, 6, w.apart(e.ID)+w.say("colon")+w.sentence(e.Question))
	}
	if len(it.Usually) > 0 {
		p.line(0, 2, w.say("explain.usually", "acts", w.sentenceList(it.Usually)))
	}
}

func (w *Words) askedForce(it checklist.Item) string {
	return w.force(coverage.Item{Force: string(it.Force), Condition: it.Condition})
}

// elements lists the ids of an item's elements.
func (w *Words) elements(it checklist.Item) string {
	var ids []string
	for _, e := range it.Elements {
		ids = append(ids, e.ID)
	}
	return w.ids(ids)
}
