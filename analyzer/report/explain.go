package report

import (
	"fmt"
	"io"
	"strings"

	"lacuna/analyzer/coverage"
)

// Explain prints all that is known of one item, or of one of its elements
// where element is not empty: the treaty's words, what was sought, what was
// found and where, what narrows it, and what was turned down and why.
func Explain(w io.Writer, r *Report, it Item, element string, o Options) error {
	p := &page{w: w, width: o.columns()}
	p.line(0, 2, fmt.Sprintf("%s  %s", it.ID, it.Title))
	p.line(2, 2, statusWords[it.Status]+" ("+forceWords(it.Item)+")")
	if lack := shortfall(it); lack != "" {
		p.line(2, 2, lack)
	}
	p.blank()
	r.explainTreaty(p, it)
	for _, f := range it.Elements {
		if element == "" || f.ID == element {
			r.explainElement(p, it, f)
		}
	}
	p.blank()
	p.line(0, 0, caveat)
	return p.err
}

func (r *Report) explainTreaty(p *page, it Item) {
	p.line(0, 2, "Treaty: "+point(it))
	if it.Treaty.Quote != "" {
		p.line(2, 2, quoted(it.Treaty.Quote))
	}
	if it.Question != "" {
		p.line(0, 2, "Question: "+it.Question)
	}
}

func (r *Report) explainElement(p *page, it Item, f coverage.Finding) {
	p.blank()
	p.line(0, 2, fmt.Sprintf("%s: %s", f.ID, valueWords[f.Value]))
	p.line(2, 4, join("confidence "+confidence(f.Confidence), "decided as: "+f.Decision, absent(it, f)))
	p.line(2, 4, "Sought: "+sought(f))
	for _, e := range f.Evidence {
		r.explainEvidence(p, e)
	}
	list(p, "Why", f.Reasons)
	list(p, "Tried to refute it by", f.Tried)
	if len(f.NearMisses) > 0 {
		p.line(2, 4, "Read and turned down:")
	}
	for _, n := range f.NearMisses {
		p.line(4, 6, r.cite(n.Text, n.Label, n.Page)+": "+quoted(n.Quote))
		p.line(6, 8, "because "+n.WhyNot)
	}
}

func (r *Report) explainEvidence(p *page, e coverage.Evidence) {
	p.line(2, 4, r.cite(e.Text, e.Label, e.Page)+place(e))
	p.line(4, 4, quoted(r.together(e)))
	if len(e.NarrowedBy) > 0 {
		p.line(4, 6, "narrower: "+strings.Join(e.NarrowedBy, ", "))
	}
	if above := strings.Join(e.Path, " › "); above != "" {
		p.line(4, 6, "in "+above)
	}
}

// place gives the offsets of the deciding words, as `lacuna text` counts them.
func place(e coverage.Evidence) string { return fmt.Sprintf(" (bytes %d to %d)", e.Start, e.End) }

func list(p *page, head string, lines []string) {
	if len(lines) == 0 {
		return
	}
	if len(lines) == 1 {
		p.line(2, 4, head+": "+lines[0])
		return
	}
	p.line(2, 4, head+":")
	for _, l := range lines {
		p.line(4, 6, "- "+l)
	}
}

func sought(f coverage.Finding) string {
	if f.Question != "" {
		return f.Question
	}
	if f.Title != "" {
		return f.Title
	}
	return f.ID
}

// confidence prints per mille as people read it: 940 is "94 in 100".
func confidence(mille int) string { return fmt.Sprintf("%d in 100", (mille+5)/10) }

// join puts the parts that say something behind each other.
func join(parts ...string) string {
	var said []string
	for _, s := range parts {
		if s != "" {
			said = append(said, s)
		}
	}
	return strings.Join(said, "; ")
}
