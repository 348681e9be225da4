package report

import (
	"fmt"
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
	for i, t := range r.Texts {
		if i > 0 {
			p.blank()
		}
		p.line(0, 2, o.words().textLine(t))
		if t.KindWhy != "" {
			p.line(2, 4, fmt.Sprintf("Kind of text: %s; %s.", t.Kind, t.KindWhy))
		}
		if len(t.Promised) > 0 {
			writePromised(p, t.Promised)
		} else {
			p.line(2, 4, fmt.Sprintf("Of the text, %d in 100 letters stand in a provision.", (t.Health.Placed+5)/10))
			writeRegions(p, t.Health.Regions)
		}
		writeLeftOut(p, t.Health)
	}
	return p.err
}

func writePromised(p *page, promised []document.Promise) {
	p.line(2, 4, fmt.Sprintf("It announces %s and holds none of them:", counted(len(promised), "provision")))
	for _, a := range promised[:min(len(promised), mostListed)] {
		p.line(4, 6, strings.TrimSpace(a.Number+" "+a.Heading))
	}
	if more := len(promised) - mostListed; more > 0 {
		p.line(4, 6, fmt.Sprintf("and %d more", more))
	}
}

// mostListed is how many lines of a list are printed.
const mostListed = 12

// writeRegions writes the damage, place by place.
func writeRegions(p *page, regions []document.Region) {
	if len(regions) == 0 {
		p.line(2, 4, "No damage was found that could hide a provision.")
		return
	}
	p.line(2, 4, fmt.Sprintf("Damage at %s; what stands elsewhere was read well:", counted(len(regions), "place")))
	for _, g := range regions {
		where := string(g.Damage)
		if n := len(g.Chapter); n > 0 {
			where = g.Chapter[n-1] + ": " + where
		}
		p.line(4, 6, "- "+where)
		p.line(6, 8, g.Note)
		if len(g.Unknown) > 0 {
			p.line(6, 8, "Leaves open: "+strings.Join(g.Unknown, ", "))
		} else {
			p.line(6, 8, "Leaves no answer open.")
		}
	}
}

// writeLeftOut writes what is no damage: true holes, what was taken for running
// heads, and the other notes.
func writeLeftOut(p *page, h document.Health) {
	if len(h.NumberingGaps) > 0 {
		p.line(2, 4, "Numbers not used or missing: "+clip(strings.Join(h.NumberingGaps, ", "), 300))
	}
	if len(h.Repeats) > 0 {
		p.line(2, 4, "Numbers that stand more than once: "+clip(strings.Join(h.Repeats, ", "), 300))
	}
	for _, l := range h.LeftOut {
		p.line(2, 4, fmt.Sprintf("Left out as %s: %s, the first “%s”", l.Kind, counted(l.Lines, "line"), l.First))
	}
	for _, n := range h.Notes {
		if !slices.ContainsFunc(h.Regions, func(g document.Region) bool { return g.Note == n }) {
			p.line(2, 4, "- "+n)
		}
	}
}
