package report

import (
	"io"
	"slices"
	"strings"

	"lacuna/analyzer/coverage"
	"lacuna/analyzer/document"
	"lacuna/analyzer/ledger"
)

// HealthJSON writes what is known of how well each text was read.
func HealthJSON(w io.Writer, r *Report) error {
	return ledger.Encode(w, struct {
		Schema string          `json:"schema"`
		Texts  []coverage.Text `json:"texts"`
	}{"lacuna/health/1", listed(r.Texts)})
}

// Health writes how well each text was read, as a lawyer asks: what it is, what
// is missing or damaged and where, and which answers that leaves open.
func Health(w io.Writer, r *Report, o Options) error {
	p := &page{w: w, width: o.columns()}
	in := o.words()
	for i, t := range r.Texts {
		if i > 0 {
			p.blank()
		}
		p.line(0, 2, in.textLine(t))
		if !t.KindWhy.IsZero() {
			p.line(2, 4, in.say("health.kind", "kind", in.known("kind", string(t.Kind)), "why", in.message(t.KindWhy.Message, nil)))
		}
		if len(t.Promised) > 0 {
			in.writePromised(p, t.Promised)
		} else {
			p.line(2, 4, in.say("health.placed", "n", in.number((t.Health.Placed+5)/10)))
			in.writeRegions(p, t.Health.Regions)
		}
		in.writeLeftOut(p, t.Health)
	}
	return p.err
}

func (w *Words) writePromised(p *page, promised []document.Promise) {
	p.line(2, 4, w.count("promised", len(promised)))
	for _, a := range promised[:min(len(promised), mostListed)] {
		p.line(4, 6, w.apart(strings.TrimSpace(a.Number+" "+a.Heading)))
	}
	if more := len(promised) - mostListed; more > 0 {
		p.line(4, 6, w.say("acts.more", "n", w.number(more)))
	}
}

// mostListed is how many lines of a list are printed.
const mostListed = 12

// writeRegions writes the damage, place by place.
func (w *Words) writeRegions(p *page, regions []document.Region) {
	if len(regions) == 0 {
		p.line(2, 4, w.say("health.no-damage"))
		return
	}
	p.line(2, 4, w.count("damage", len(regions)))
	for _, g := range regions {
		where := w.known("damage", string(g.Damage))
		if n := len(g.Chapter); n > 0 {
			where = w.apart(g.Chapter[n-1]) + w.say("colon") + where
		}
		p.line(4, 6, "- "+where)
		p.line(6, 8, w.message(g.Note.Message, nil))
		if len(g.Unknown) > 0 {
			p.line(6, 8, w.say("health.leaves-open", "answers", w.ids(g.Unknown)))
		} else {
			p.line(6, 8, w.say("health.leaves-none"))
		}
	}
}

// writeLeftOut writes what is no damage: true holes, what was taken for running
// heads, and the other notes.
func (w *Words) writeLeftOut(p *page, h document.Health) {
	if len(h.NumberingGaps) > 0 {
		p.line(2, 4, w.say("health.unused", "numbers", clip(w.ids(h.NumberingGaps), 300)))
	}
	if len(h.Repeats) > 0 {
		p.line(2, 4, w.say("health.repeats", "numbers", clip(w.ids(h.Repeats), 300)))
	}
	for _, l := range h.LeftOut {
		kind, of, _ := strings.Cut(strings.Replace(strings.TrimSuffix(l.Kind, ")"), " (", " by ", 1), " by ")
		p.line(2, 4, w.say("health.left-out", "kind", w.known("left", kind)+w.bracketed(w.apart(of)), "lines", w.count("line", l.Lines), "words", w.quoted(l.First)))
	}
	for _, n := range h.Notes {
		if !slices.ContainsFunc(h.Regions, func(g document.Region) bool { return g.Note.String() == n.String() }) {
			p.line(2, 4, "- "+w.message(n, nil))
		}
	}
}
