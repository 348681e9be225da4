package coverage

import (
	"cmp"
	"slices"

	"lacuna/analyzer/document"
	"lacuna/analyzer/match"
	"lacuna/analyzer/message"
	"lacuna/analyzer/norm"
)

// cite turns a norm into evidence: the pieces read together, and the leaf that
// holds the deciding words.
func cite(n *norm.Norm, focus []norm.Hit) Evidence {
	unit, leaf := n.Unit, n.Unit.Lead
	pieces := map[int]bool{}
	for i, p := range n.Pieces {
		if p.Role == norm.Leaf {
			leaf = p.Span
		}
		if p.Role != norm.Inherited && p.Role != norm.Defined {
			pieces[i] = true
		}
	}
	for i, h := range focus {
		pieces[h.Piece] = true
		if p := n.Pieces[h.Piece]; i == 0 && p.Role == norm.Inherited && p.Unit.Within(n.Provision) {
			unit, leaf = p.Unit, p.Span
		}
	}
	e := locate(n.Doc, unit, leaf)
	for i, p := range n.Pieces {
		if !pieces[i] || p.Empty() || p.Unit == nil {
			continue
		}
		doc, text := n.Doc, ""
		if p.Doc != nil {
			doc, text = p.Doc, p.Doc.ID
		}
		e.Spans = append(e.Spans, Piece{Text: text, Role: string(p.Role), Start: p.Start, End: p.End, Quote: doc.Quote(p.Span)})
	}
	slices.SortStableFunc(e.Spans, func(a, b Piece) int { return cmp.Or(cmp.Compare(a.Text, b.Text), cmp.Compare(a.Start, b.Start)) })
	e.Spans = slices.CompactFunc(e.Spans, func(a, b Piece) bool { return a.Text == b.Text && a.Start == b.Start && a.End == b.End })
	return e
}

// locate cites a stretch of a unit.
func locate(doc *document.Document, unit *document.Section, leaf document.Span) Evidence {
	home := unit.Provision()
	e := Evidence{Text: doc.ID, Provision: provision(home), Label: doc.Label(unit), Path: doc.Path(home),
		Start: leaf.Start, End: leaf.End, Page: doc.Page(leaf.Start), Quote: doc.Quote(leaf), Spans: []Piece{}, NarrowedBy: []string{}}
	if e.Path == nil {
		e.Path = []string{}
	}
	return e
}

// definitions lists where the terms are defined on which a candidate rests: what
// the deciding words mean and, where the element asks for it, who is a child.
func definitions(g graded) []norm.Piece {
	var out []norm.Piece
	for _, h := range g.Focus {
		if h.Via == norm.Defined {
			p := g.Norm.Pieces[h.Piece]
			p.Doc = cmp.Or(p.Doc, g.Norm.Doc)
			out = append(out, p)
		}
	}
	if g.Way.Slot == "age" && g.Target.By != nil {
		out = append(out, *g.Target.By)
	}
	return out
}

// provision is the bare number that outside checks read: "640", "Schedule 2".
func provision(s *document.Section) string {
	if s.Kind != document.Schedule {
		return s.Number
	}
	if s.Number == "" {
		return "Schedule"
	}
	return "Schedule " + s.Number
}

// near cites the norms that missed one constraint, those on the point first.
func (j *judge) near(out *Finding, f *match.Facts) {
	cited := map[string]bool{}
	for _, e := range out.Evidence {
		cited[e.Text+"/"+e.Provision] = true
	}
	near := slices.Clone(f.Near)
	slices.SortStableFunc(near, func(a, b match.Candidate) int {
		return cmp.Or(cmp.Compare(a.Rank, b.Rank), cmp.Compare(j.weight[b.Norm.Provision], j.weight[a.Norm.Provision]))
	})
	for _, c := range near {
		if len(out.NearMisses) == mostNear {
			return
		}
		e := cite(c.Norm, c.Focus)
		if key := e.Text + "/" + e.Provision; !cited[key] {
			cited[key] = true
			out.NearMisses = append(out.NearMisses, NearMiss{Text: e.Text, Provision: e.Provision, Label: e.Label,
				Quote: e.Quote, WhyNotCode: j.whyNot(c), Page: e.Page})
		}
	}
}

// whyNot says which constraint a near miss failed.
func (j *judge) whyNot(c match.Candidate) Message {
	switch c.Unmet {
	case "act":
		return message.Say("near-act")
	case "purpose":
		return message.Say("near-purpose")
	case "adult":
		return message.Say("near-adult")
	case "reach":
		return message.Say("near-reach")
	case "not":
		return message.Say("near-kind", "concept", c.Way.Not[0])
	}
	for _, group := range c.Way.Has {
		missing := true
		for _, concept := range group {
			missing = missing && !c.Norm.Has(concept)
		}
		if missing {
			return message.Say("near-lacks", "concept", group[0])
		}
	}
	return message.Say("near-other")
}

// evidence cites the candidates, one a provision, the best first, and after the
// first that rests on a definition the definition.
func (j *judge) evidence(out *Finding, all []graded) {
	cited := map[*document.Section]bool{}
	for _, g := range all {
		if cited[g.Norm.Provision] || len(out.Evidence) == mostEvidence {
			continue
		}
		cited[g.Norm.Provision] = true
		e := cite(g.Norm, g.Focus)
		for _, slot := range g.Narrow {
			e.NarrowedCodes = append(e.NarrowedCodes, narrowedBy(slot, g.Candidate))
		}
		for _, s := range g.Missed {
			e.NarrowedCodes = append(e.NarrowedCodes, message.Say("misses", "subject", s))
		}
		out.Evidence = append(out.Evidence, e)
		for _, p := range definitions(g) {
			if home := p.Unit.Provision(); !cited[home] && len(out.Evidence) < mostEvidence {
				cited[home] = true
				d := locate(p.Doc, p.Unit, p.Span)
				d.Spans = append(d.Spans, Piece{Role: string(norm.Defined), Start: p.Start, End: p.End, Quote: d.Quote})
				out.Evidence = append(out.Evidence, d)
			}
		}
	}
}
