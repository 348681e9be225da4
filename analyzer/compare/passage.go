package compare

import (
	"slices"
	"strings"

	"lacuna/analyzer/coverage"
	"lacuna/analyzer/document"
	"lacuna/analyzer/message"
	"lacuna/analyzer/norm"
)

// together is the words that were read together as evidence, without those of
// definitions, which stand elsewhere.
func together(e *coverage.Evidence) string {
	var parts []string
	for _, p := range e.Spans {
		if p.Role != string(norm.Defined) {
			parts = append(parts, p.Quote)
		}
	}
	if len(parts) == 0 {
		return e.Quote
	}
	return strings.Join(parts, " ")
}

// section finds the provision that evidence cites; nil on a saved assessment.
func (s Side) section(e *coverage.Evidence) (*document.Document, *document.Section) {
	if e == nil {
		return nil, nil
	}
	for _, d := range s.Documents {
		if d.ID != e.Text {
			continue
		}
		for _, p := range d.Provisions() {
			if p.Span.Start <= e.Start && e.Start < max(p.Span.End, p.Span.Start+1) {
				return d, p
			}
		}
	}
	return nil, nil
}

// became is the passage of the new text nearest to evidence in the old one: in
// the provision that its provision became. It is nil where that is gone.
func (d *differ) became(e *coverage.Evidence) *coverage.Evidence {
	_, p := d.old.section(e)
	if d.align == nil || p == nil || d.align.to[p] == nil {
		return nil
	}
	return nearest(d.align.docs[d.align.to[p]], d.align.to[p], together(e))
}

// was is the passage of the old text nearest to evidence in the new one.
func (d *differ) was(e *coverage.Evidence) *coverage.Evidence {
	_, p := d.now.section(e)
	if d.align == nil || p == nil || d.align.from[p] == nil {
		return nil
	}
	return nearest(d.align.docs[d.align.from[p]], d.align.from[p], together(e))
}

// nearest is the paragraph or point of a provision whose words, with those that
// lead into it, are likest to the words given.
func nearest(d *document.Document, p *document.Section, words string) *coverage.Evidence {
	want := counted(words)
	var best *coverage.Evidence
	most := -1.0
	p.Walk(func(s *document.Section) bool {
		if e := cite(d, s); e != nil {
			if like := overlap(want, counted(together(e))); like > most {
				best, most = e, like
			}
		}
		return true
	})
	return best
}

// overlap is the share of words, by number, that two texts have in common.
func overlap(x, y map[string]float64) float64 {
	both, all := 0.0, 0.0
	for w, n := range x {
		both += min(n, y[w])
		all += n
	}
	for _, n := range y {
		all += n
	}
	if all == 0 {
		return 0
	}
	return 2 * both / all
}

// cite quotes the own words of a section with those above it that lead into
// them; nil where it has none.
func cite(d *document.Document, s *document.Section) *coverage.Evidence {
	if s.Lead.Empty() {
		return nil
	}
	home := s.Provision()
	e := &coverage.Evidence{Text: d.ID, Provision: home.Number, Label: d.Label(s), Path: append([]string{}, d.Path(home)...),
		Start: s.Lead.Start, End: s.Lead.End, Page: d.Page(s.Lead.Start), Quote: d.Quote(s.Lead), NarrowedBy: []string{}}
	for n := s; n != nil; n = n.Parent {
		if !n.Lead.Empty() {
			e.Spans = append([]coverage.Piece{{Role: "point", Start: n.Lead.Start, End: n.Lead.End, Quote: d.Quote(n.Lead)}}, e.Spans...)
		}
		if !n.Tail.Empty() {
			e.Spans = append(e.Spans, coverage.Piece{Role: "closing", Start: n.Tail.Start, End: n.Tail.End, Quote: d.Quote(n.Tail)})
		}
		if n == home {
			break
		}
	}
	return e
}

// beside is the passage to show beside one that an answer of the other side
// rests on: the answer's own evidence in the counterpart's provision, else the
// counterpart, else the best evidence or, of an answer that rests on nothing,
// what was read and turned down.
func (s Side) beside(f coverage.Finding, counterpart *coverage.Evidence) *coverage.Evidence {
	if counterpart != nil {
		for i := range f.Evidence {
			if e := &f.Evidence[i]; e.Text == counterpart.Text && e.Provision == counterpart.Provision {
				return e
			}
		}
		if len(f.Evidence) == 0 {
			return counterpart
		}
	}
	if e := first(f); e != nil {
		return e
	}
	if len(f.NearMisses) == 0 {
		return nil
	}
	n := f.NearMisses[0]
	return &coverage.Evidence{Text: n.Text, Provision: n.Provision, Label: n.Label, Page: n.Page, Quote: n.Quote,
		Path: []string{}, Spans: []coverage.Piece{}, NarrowedBy: []string{}}
}

// place says that the provision has another number or place; nothing where it has
// not, or where the passages do not stand in one provision.
func (d *differ) place(before, after *coverage.Evidence) message.Message {
	_, old := d.old.section(before)
	_, now := d.now.section(after)
	if d.align == nil || old == nil || d.align.to[old] != now || now == nil {
		return message.Message{}
	}
	from, to := d.align.docs[old].Label(old), d.align.docs[now].Label(now)
	switch {
	case from != to && d.align.moved[old]:
		return message.Say("change-moved-number", "label", from, "other", to)
	case from != to:
		return message.Say("change-renumbered", "label", from, "other", to)
	case d.align.moved[old]:
		return message.Say("change-moved", "label", from)
	}
	return message.Message{}
}

// narrower lists what narrows the second evidence and not the first.
func narrower(first, second *coverage.Evidence) message.Sentences {
	return narrowedOnly(second, first, "change-narrower", "change-misses")
}

// wider lists what narrows the first evidence and not the second.
func wider(first, second *coverage.Evidence) message.Sentences {
	return narrowedOnly(first, second, "change-wider", "change-reaches")
}

// narrowedOnly lists what narrows the first evidence and not the second, in a
// sentence; what is said of a rule that misses offences is a sentence of its own.
func narrowedOnly(first, second *coverage.Evidence, sentence, misses string) message.Sentences {
	if first == nil {
		return nil
	}
	var out message.Sentences
	for i, why := range said(first.NarrowedBy, first.NarrowedCodes) {
		switch {
		case second != nil && slices.Contains(second.NarrowedBy, first.NarrowedBy[i]):
		case why.Code == "misses":
			out = append(out, message.Say(misses, "subject", why.Args["subject"]))
		default:
			out = append(out, message.Say(sentence).With(why))
		}
	}
	return out
}
