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

// outlined is one act in the outline's JSON.
type outlined struct {
	Text     coverage.Text `json:"text"`
	Sections []entry       `json:"sections"`
}

// OutlineJSON writes the flat list of articles and sections of a text. Of a file that
// binds several acts it is that of the act with the file's name, and the others stand
// beside it as acts. Schedules are no part of it.
func OutlineJSON(w io.Writer, acts []*document.Document) error {
	out := struct {
		outlined
		Acts []outlined `json:"acts,omitempty"`
	}{}
	main := mainAct(acts)
	for i, d := range acts {
		if one := outlineOf(d); i == main {
			out.outlined = one
		} else {
			out.Acts = append(out.Acts, one)
		}
	}
	return ledger.Encode(w, out)
}

// mainAct is the index of the act with the most provisions.
func mainAct(acts []*document.Document) int {
	main := 0
	for i, d := range acts {
		if len(d.Provisions()) > len(acts[main].Provisions()) {
			main = i
		}
	}
	return main
}

func outlineOf(d *document.Document) outlined {
	out := outlined{coverage.Describe(d), []entry{}}
	fillText(&out.Text)
	for _, s := range d.Provisions() {
		if s.Kind == document.Schedule {
			continue
		}
		out.Sections = append(out.Sections, entry{s.Kind, s.Number, flat(d.Quote(s.Title)), listed(d.Path(s)),
			s.Span.Start, s.Span.End, d.Page(s.Span.Start), s.State})
	}
	return out
}

// Outline writes the trees of the acts of a file down to their articles and sections,
// each under a line that says how well it was read.
func Outline(w io.Writer, acts []*document.Document, o Options) error {
	p := &page{w: w, width: o.columns()}
	in := o.words()
	for i, d := range acts {
		if i > 0 {
			p.blank()
		}
		text := coverage.Describe(d)
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
	}
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
