package report

import (
	"cmp"
	"io"
	"strconv"
	"strings"

	"lacuna/analyzer/coverage"
)

// Explain prints all that is known of one item, or of one of its elements
// where element is not empty: the treaty's words, what was sought, what was
// found and where, what narrows it, and what was turned down and why.
func Explain(w io.Writer, r *Report, it Item, element string, o Options) error {
	f := r.in(o)
	p := &page{w: w, width: o.columns()}
	p.line(0, 2, f.apart(it.ID)+"  "+f.sentence(it.Title))
	p.line(2, 2, f.status(it.Status)+" ("+f.force(it.Item)+")")
	if lack := f.shortfall(it); lack != "" {
		p.line(2, 2, lack)
	}
	p.blank()
	f.explainTreaty(p, it)
	for _, e := range it.Elements {
		if element == "" || e.ID == element {
			f.explainElement(p, it, e)
		}
	}
	p.blank()
	f.writeCaveat(p)
	return p.err
}

func (w *Words) explainTreaty(p *page, it Item) {
	p.line(0, 2, w.say("explain.treaty", "point", w.point(it)))
	if it.Treaty.Quote != "" {
		p.line(2, 2, w.quoted(it.Treaty.Quote))
	}
	if it.Question != "" {
		p.line(0, 2, w.say("explain.question", "question", w.sentence(it.Question)))
	}
}

func (f face) explainElement(p *page, it Item, e coverage.Finding) {
	p.blank()
	p.line(0, 2, f.elementHead(e)+f.say("colon")+f.value(e.Value))
	p.line(2, 4, f.decided(it, e))
	p.line(2, 4, f.say("explain.sought", "question", f.sought(e)))
	for _, ev := range e.Evidence {
		f.explainEvidence(p, ev)
	}
	if e.Reach != nil {
		f.explainReach(p, e.Reach)
	}
	f.points(p, f.say("explain.why"), f.reasons(e))
	f.points(p, f.say("explain.tried"), f.tried(e))
	if len(e.NearMisses) > 0 {
		p.line(2, 4, f.say("explain.turned-down"))
	}
	for _, n := range e.NearMisses {
		p.line(4, 6, f.cite(n.Text, n.Label, n.Page)+f.say("colon")+f.quoted(n.Quote))
		p.line(6, 8, f.say("explain.because", "why", f.whyNot(n)))
	}
}

func (f face) explainEvidence(p *page, e coverage.Evidence) {
	p.line(2, 4, f.cite(e.Text, e.Label, e.Page)+" "+f.place(e))
	p.line(4, 4, f.quoted(f.together(e)))
	if len(e.NarrowedBy) > 0 {
		p.line(4, 6, f.say("short.narrowed", "how", f.list(f.narrowed(e))))
	}
	if above := strings.Join(e.Path, " › "); above != "" {
		p.line(4, 6, f.say("explain.in", "path", f.apart(above)))
	}
}

// explainReach prints general rules against the main offences.
func (f face) explainReach(p *page, t *coverage.ReachTable) {
	head, widths := []string{f.say("head.offence")}, []int{44}
	for _, r := range t.Rules {
		head, widths = append(head, f.cite(r.Text, r.Label, 0)), append(widths, 18)
	}
	var rows [][]string
	for _, o := range t.Offences {
		row := []string{f.cite(o.Text, o.Label, 0) + " (" + f.sentence(f.subjects[o.Subject]) + ")"}
		for _, v := range o.Reached {
			row = append(row, f.say("reach."+string(v)))
		}
		rows = append(rows, row)
	}
	p.line(2, 4, f.say("explain.reach"))
	p.put(grid(head, rows, widths))
}

// place gives the offsets of the deciding words, as `lacuna text` counts them.
func (w *Words) place(e coverage.Evidence) string {
	return w.say("explain.bytes", "start", strconv.Itoa(e.Start), "end", strconv.Itoa(e.End))
}

// decided says by which path a value was reached, and how sure that path is.
func (f face) decided(it Item, e coverage.Finding) string {
	said := []string{f.confidence(e.Confidence), f.say("explain.decided", "decision", f.known("decision", e.Decision))}
	if why := f.absent(it, e); why != "" {
		said = append(said, why)
	}
	return strings.Join(said, f.say("list.semicolon"))
}

func (w *Words) points(p *page, head string, lines []string) {
	switch len(lines) {
	case 0:
	case 1:
		p.line(2, 4, head+w.say("colon")+lines[0])
	default:
		p.line(2, 4, strings.TrimRight(head+w.say("colon"), " "))
		for _, l := range lines {
			p.line(4, 6, "- "+l)
		}
	}
}

func (w *Words) sought(e coverage.Finding) string {
	return w.sentence(cmp.Or(e.Question, e.Title, e.ID))
}

// confidence says per mille as people read it: 940 is "94 in 100".
func (w *Words) confidence(mille int) string {
	return w.say("explain.confidence", "n", strconv.Itoa((mille+5)/10))
}
