package norm

import (
	"slices"
	"strings"
)

// resolveTerms brings in what the definitions of the terms used in a norm say,
// and those of the terms that these use in turn.
func (b *builder) resolveTerms(n *Norm, d *draft, i int) {
	r := &d.readings[i]
	used := map[*term]bool{}
	take := func(x *term) {
		if x.telling && !used[x] && !(n.Kind == Definition && x.text == n.Term) {
			used[x] = true
			b.bring(n, x)
		}
		if x.spelt {
			n.Hits = slices.DeleteFunc(n.Hits, Hit.leftOpen)
		}
	}
	all := func(terms []*term) {
		for _, x := range terms {
			if x.holds(r.unit) {
				take(x)
			}
		}
	}
	if n.reads("exploitation") {
		all(b.terms.exploiting)
	}
	if n.reads("child_pornography") || n.reads("child_pornography_term") {
		all(b.terms.depicting)
	}
	for k := range r.tokens {
		if x := b.terms.at(d.pack, r.tokens, k, r.unit); x != nil {
			take(x)
			for _, y := range x.uses {
				take(y)
			}
		}
	}
}

// leftOpen reports whether a hit is no more than the word pornographic, which says
// nothing of its own where the text defines it.
func (h Hit) leftOpen() bool {
	return h.Concept == "pornographic_term" || h.Concept == "obscene_matter"
}

// inside reports whether means belong to one of several kinds of exploitation that
// a definition names: they stand between two kinds, "forced labour, which is work
// exacted by threats, or slavery", or right behind the last, with no comma before
// them, "slavery or the removal of organs by force".
func (b *builder) inside(x *term, means Hit) bool {
	var last Hit
	before, after := map[string]bool{}, false
	for _, h := range x.hits {
		if !x.purpose || b.class(h.Concept) != "purpose" || h.Concept == "exploitation" || h.Piece != means.Piece {
			continue
		}
		if h.Span.End <= means.Span.Start {
			before[h.Concept] = true
			if h.Span.End > last.Span.End {
				last = h
			}
		}
		after = after || h.Span.Start >= means.Span.End
	}
	return len(before) > 0 && after ||
		len(before) > 1 && !strings.Contains(x.doc.Text[last.Span.End:means.Span.Start], ",")
}

// manner lists the cues of the means of an act, which a definition brings along.
var manner = []string{"by_means", "means_waived", "consent_irrelevant", "other_means"}

// bothSexes reports whether a definition names men and women alike.
func (t *term) bothSexes() bool {
	names := func(sex string) bool {
		return slices.ContainsFunc(t.hits, func(h Hit) bool { return h.Concept == sex })
	}
	return names("female") && names("male")
}

// bring adds a term's definition to a norm that uses the term.
func (b *builder) bring(n *Norm, x *term) {
	n.termAges(x)
	if x.matter && n.Victim.Concept == "" {
		n.Victim = x.victim // those whom the matter shows
	}
	first := len(n.Pieces)
	taken := false
	for _, h := range x.hits {
		if h.Concept == "sexual_performance" && slices.Contains(b.terms.depicting, x) {
			continue // it is shown, and nobody is made to take part in it
		}
		switch b.class(h.Concept) {
		case "act", "object", "content", "purpose", "gain", "means", "narrowing":
		case "sex":
			if !x.bothSexes() {
				n.oneSex(h.Concept)
			}
		default:
			if !slices.Contains(manner, h.Concept) || h.Concept == "by_means" && b.inside(x, h) {
				continue
			}
		}
		h.Piece, h.Via, h.Term, h.OfPurpose = first+h.Piece, Defined, x.text, x.purpose
		n.Hits = append(n.Hits, h)
		taken = true
	}
	if !taken {
		return
	}
	for _, a := range x.acts {
		if x.purpose || x.matter {
			break // what is done in the end, or on the picture, is no act of the offender
		}
		a.Piece, a.Via, a.Term = first+a.Piece, Defined, x.text
		if a.Target.IsPerson() && (n.Victim.Concept == "child" || n.Victim.Concept == "adult") {
			a.Target = n.Victim
		}
		n.Acts = append(n.Acts, a)
	}
	for _, p := range x.pieces {
		p.Role = Defined
		if x.doc != n.Doc {
			p.Doc = x.doc
		}
		n.Pieces = append(n.Pieces, p)
	}
}
