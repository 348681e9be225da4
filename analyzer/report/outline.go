package report

import (
	"io"
	"strings"

	"lacuna/analyzer/coverage"
	"lacuna/analyzer/document"
	"lacuna/analyzer/ledger"
)

// entry is one article or section in the outline's JSON.
type entry struct {
	Kind      document.Kind  `json:"kind"`
	Provision string         `json:"provision"`
	Heading   string         `json:"heading"`
	Path      []string       `json:"path"`
	Start     int            `json:"start"`
	End       int            `json:"end"`
	Page      int            `json:"page"`
	State     document.State `json:"state"`
}

// OutlineJSON writes the flat list of articles and sections of a text.
// Schedules are no part of it.
func OutlineJSON(w io.Writer, d *document.Document) error {
	text := coverage.Describe(d)
	fillText(&text)
	out := struct {
		Text     coverage.Text `json:"text"`
		Sections []entry       `json:"sections"`
	}{text, []entry{}}
	for _, s := range d.Provisions() {
		if s.Kind == document.Schedule {
			continue
		}
		out.Sections = append(out.Sections, entry{s.Kind, s.Number, flat(d.Quote(s.Title)), listed(d.Path(s)),
			s.Span.Start, s.Span.End, d.Page(s.Span.Start), s.State})
	}
	return ledger.Encode(w, out)
}

// Outline writes the tree of a text down to its articles and sections, under
// a line that says how well it was read.
func Outline(w io.Writer, d *document.Document, o Options) error {
	text := coverage.Describe(d)
	p := &page{w: w, width: o.columns()}
	in := o.words()
	p.line(0, 2, in.textLine(text))
	for _, n := range in.notes(text) {
		p.line(2, 4, "- "+n)
	}
	p.blank()
	depth := map[*document.Section]int{}
	d.Root.Walk(func(s *document.Section) bool {
		if s != d.Root {
			depth[s] = depth[s.Parent] + 1
			indent := 2 * (depth[s] - 1)
			p.line(indent, indent+4, in.branch(d, s))
		}
		return !s.Citable()
	})
	return p.err
}

// branch names a node: its mark, heading, page and state.
func (w *Words) branch(d *document.Document, s *document.Section) string {
	words := strings.TrimSpace(strings.TrimSpace(s.Mark) + " " + flat(d.Quote(s.Title)))
	if s.Citable() && s.Mark == "" {
		words = strings.TrimSpace(w.label(d.Label(s)) + " " + w.apart(words))
	} else {
		words = w.apart(words)
	}
	if s.State != document.InForce && s.State != "" {
		words += " [" + w.known("state", string(s.State)) + "]"
	}
	if n := number(d.Page(s.Span.Start)); n != "" {
		words += "  " + w.say("outline.page", "page", n)
	}
	return words
}
