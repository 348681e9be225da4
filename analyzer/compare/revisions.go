package compare

import (
	"cmp"
	"slices"
	"strings"

	"lacuna/analyzer/coverage"
	"lacuna/analyzer/document"
)

// Revision is one tracked change that stands at the words of an answer.
type Revision struct {
	Number int                   `json:"number"` // its place among the file's tracked changes, from 1
	Kind   document.RevisionKind `json:"kind"`
	Author string                `json:"author"`
	Date   string                `json:"date"`
	Text   string                `json:"text"`
}

// Trace notes for each change by which tracked changes it came about, where both
// sides are readings of one file: those at the very words that the answers rest
// on, else those in their provisions. alone holds, by author, what that
// author's changes alone bring about: where one author's changes bring the
// change about, those of others at the same words are left out.
func (c *Changes) Trace(alone map[string]*Changes) {
	c.Tracked = true
	for i := range c.Changes {
		x := &c.Changes[i]
		x.Revisions = append(c.Old.touched(spans(x.Before)), c.New.touched(spans(x.After))...)
		if len(x.Revisions) == 0 {
			x.Revisions = append(c.Old.touched(c.Old.whole(x.Before)), c.New.touched(c.New.whole(x.After))...)
		}
		slices.SortStableFunc(x.Revisions, func(a, b Revision) int { return cmp.Compare(a.Number, b.Number) })
		x.Revisions = slices.Compact(x.Revisions)
		if by := authors(x, alone); slices.ContainsFunc(x.Revisions, func(r Revision) bool { return by[strings.TrimSpace(r.Author)] }) {
			x.Revisions = slices.DeleteFunc(x.Revisions, func(r Revision) bool { return !by[strings.TrimSpace(r.Author)] })
		}
	}
}

// authors are those whose changes alone bring a change about.
func authors(x *Change, alone map[string]*Changes) map[string]bool {
	out := map[string]bool{}
	for name, c := range alone {
		out[name] = slices.ContainsFunc(c.Changes, func(y Change) bool {
			return y.Kind == x.Kind && y.Item == x.Item && slices.Contains(y.Elements, x.Elements[0]) && y.New == x.New &&
				(x.Old != x.New || slices.Equal(y.What.English(), x.What.English()))
		})
	}
	return out
}

// spans are the stretches of text that evidence quotes.
func spans(e *coverage.Evidence) []document.Span {
	if e == nil {
		return nil
	}
	out := []document.Span{{Start: e.Start, End: e.End}}
	for _, p := range e.Spans {
		out = append(out, document.Span{Start: p.Start, End: p.End})
	}
	return out
}

// whole is the whole provision of evidence.
func (s Side) whole(e *coverage.Evidence) []document.Span {
	if _, p := s.section(e); p != nil {
		return []document.Span{p.Span}
	}
	return nil
}

// touched lists the tracked changes that stand in one of the spans or, of those
// without words in this reading, at its edge.
func (s Side) touched(in []document.Span) []Revision {
	var out []Revision
	if len(s.Documents) != 1 {
		return nil
	}
	for i, r := range s.Documents[0].Revisions {
		if slices.ContainsFunc(in, func(p document.Span) bool {
			return r.Span.Overlaps(p) || r.Span.Empty() && r.Span.End > 0 && p.Start <= r.Span.Start && r.Span.End <= p.End
		}) {
			out = append(out, Revision{i + 1, r.Kind, r.Author, r.Date, r.Text})
		}
	}
	return out
}
