package norm

import (
	"slices"
)

// inherit gives a norm that speaks of "the same acts", or that only raises the
// punishment, the acts and objects of the offences before it in its provision.
func (b *builder) inherit(n *Norm, before []*Norm) {
	n.sameRule(before)
	n.sameBody(before)
	n.sameThings(before)
	if n.Kind != Aggravation && (n.Kind != Offence || !n.reads("traffick") && !slices.ContainsFunc(n.Hits, Hit.leadsBack) && !n.punishesDefined()) {
		return
	}
	bases := slices.DeleteFunc(slices.Clone(before), func(b *Norm) bool {
		return b.Kind != Offence && !(b.Kind == Definition && n.punishesDefined()) || len(b.Acts) == 0
	})
	switch {
	case n.Kind == Aggravation, n.Kind == Offence && (n.names(bases) || n.punishesDefined()):
	default:
		bases = slices.DeleteFunc(bases, func(b *Norm) bool { return !n.pointsBack(b) })
	}
	for _, base := range bases {
		n.sameChild(base)
	}
	own := n.moves()
	forced := !slices.ContainsFunc(bases, func(b *Norm) bool { return b.moves() && !slices.Contains(b.Narrowed, "means") })
	every := func(concept string) bool {
		return !slices.ContainsFunc(bases, func(o *Norm) bool { return !o.reads(concept) })
	}
	for _, base := range bases {
		from := n.borrow(base)
		for _, h := range base.Hits {
			class := b.class(h.Concept)
			switch {
			case h.Via == Defined && class == "purpose" && !n.holds(h):
				h.Piece = from(h.Piece)
				n.Hits = append(n.Hits, h)
			case h.Via != "" || h.Exempt:
			case h.Concept == "guardian_only" && n.reads("opener") && own: // the parent sells, whoever will buys
			case class == "narrowing" && every(h.Concept), h.Concept == "by_means" && forced,
				slices.Contains(inherited, class):
				h.Via, h.Piece = Inherited, from(h.Piece)
				n.Hits = append(n.Hits, h)
			}
		}
		for _, a := range base.Acts {
			if a.Via != "" {
				continue
			}
			a.Via, a.Piece = Inherited, from(a.Piece)
			if n.Victim.Concept == "child" && (a.Target.IsPerson() || base.movesSomeone(a)) {
				a.Target = n.Victim
			}
			n.Acts = append(n.Acts, a)
		}
	}
}

// punishesDefined reports whether a norm is no more than a penalty for what the
// sentence before it defines: "It is punished by imprisonment."
func (n *Norm) punishesDefined() bool {
	return n.Kind == Offence && n.Sanction.Class != ClassOnly && len(n.Acts) == 0 && n.Victim.Concept == "" && n.reads("punishable") && !n.reads("opener")
}

// raisesPrevious reports whether an aggravation with no acts of its own speaks of the
// offence of the provision before its own: "where the offence is committed …".
func (n *Norm) raisesPrevious() bool {
	return n.Kind == Aggravation && !n.moves() && !n.own("provision_word") && slices.ContainsFunc(n.Hits, Hit.leadsBack)
}

// leadsBack reports whether a hit speaks of "the same acts".
func (h Hit) leadsBack() bool { return h.Concept == "same_acts" && !h.Exempt }

// leadsToPrevious reports whether an offence speaks of what the provision before its
// own speaks of: "the material of the preceding article".
func (n *Norm) leadsToPrevious() bool {
	return (n.Kind == Offence || n.Kind == Aggravation) && slices.ContainsFunc(n.Hits, func(h Hit) bool {
		return h.leadsBack() && slices.ContainsFunc(n.Hits, func(p Hit) bool {
			return p.Concept == "provision_word" && h.First <= p.First && p.Last <= h.Last && p.Piece == h.Piece
		})
	})
}

// pointsBack reports whether a norm speaks of "the same acts" in words that lead
// into no list in which the other stands too.
func (n *Norm) pointsBack(other *Norm) bool {
	return slices.ContainsFunc(n.Hits, func(h Hit) bool {
		p := n.Pieces[h.Piece]
		return h.leadsBack() && !(p.Role == Chapeau && slices.ContainsFunc(other.Pieces, func(q Piece) bool { return q.Span == p.Span }))
	})
}

// sameRule gives a norm that goes on from a rule of jurisdiction, "the same applies
// to a stateless person", "in these cases the offender must have entered the
// territory", what that rule says of acts abroad.
func (n *Norm) sameRule(before []*Norm) {
	if len(before) == 0 || n.reads("abroad") || !n.reads("resident") && !n.reads("national") && !n.reads("stateless") && !n.reads("present") ||
		!n.reads("same_acts") && !(n.reads("victim_national") && n.reads("jurisdiction")) {
		return
	}
	base := before[len(before)-1]
	if !base.reads("abroad") || !base.reads("jurisdiction") {
		return
	}
	n.take(base, "abroad", "jurisdiction")
}

// sameBody gives a penalty that names nobody, "they are liable to a fine and to
// dissolution", the legal persons that the paragraph before holds liable.
func (n *Norm) sameBody(before []*Norm) {
	measure := func(h Hit) bool {
		return h.Concept == "corporate_sanction" && !n.holds(Hit{Concept: "fine", Piece: h.Piece, Span: h.Span})
	}
	if len(before) == 0 || n.reads("legal_person") || !n.reads("punishable") || !slices.ContainsFunc(n.Hits, measure) ||
		n.reads("opener") || n.reads("anyone") || n.reads("officer_liable") {
		return
	}
	if base := before[len(before)-1]; base.reads("legal_person_liable") {
		n.take(base, "legal_person")
	}
}

// thingsSeized tells a rule that forfeits "anything so seized" what that is, from
// the rule on seizure in a provision that it names, else in the one before its own.
func thingsSeized(norms []*Norm) {
	for i, n := range norms {
		if n.Kind != Rule || n.own("instrument", "proceeds") {
			continue
		}
		if n.own("seizure") && len(n.Refs) > 0 { // "the property of section 40 may be frozen"
			for _, base := range norms {
				if base.Kind == Rule && base.own("confiscation") && base.Provision != n.Provision && slices.Contains(n.Refs, base.Provision) {
					n.take(base, "instrument", "proceeds")
				}
			}
		}
		if !n.own("confiscation") || !n.own("seized_before") {
			continue
		}
		before := i
		for before > 0 && norms[before].Provision == n.Provision {
			before--
		}
		for _, base := range norms {
			near := len(n.Refs) == 0 && base.Provision == norms[before].Provision || slices.Contains(n.Refs, base.Provision)
			if base.Kind == Rule && near && base.own("seizure") {
				n.take(base, "instrument", "proceeds")
			}
		}
	}
}

// nationalsTried tells a rule that bars the extradition of nationals that these can
// be tried at home, where another rule of the texts makes them answer for what they
// do abroad.
func nationalsTried(norms []*Norm) {
	at := slices.IndexFunc(norms, func(n *Norm) bool {
		return n.Kind == Rule && n.own("offender_national") && n.own("abroad") && n.own("jurisdiction") && !n.own("sliver", "leave_needed", "not_extradite_national")
	})
	for _, n := range norms {
		if at >= 0 && n.Kind == Rule && n.own("not_extradite_national") && !n.own("jurisdiction", "must_prosecute") {
			n.take(norms[at], "jurisdiction")
		}
	}
}

// take brings what another norm says of some concepts into this one.
func (n *Norm) take(other *Norm, concepts ...string) {
	from := n.borrow(other)
	for _, h := range other.Hits {
		if slices.Contains(concepts, h.Concept) && !h.Exempt {
			h.Via, h.Piece = Inherited, from(h.Piece)
			n.Hits = append(n.Hits, h)
		}
	}
	n.index()
}

// sameThings gives a rule that confiscates "the property of the preceding paragraph"
// what that paragraph says of the property.
func (n *Norm) sameThings(before []*Norm) {
	if len(before) == 0 || !n.reads("same_acts") || !n.reads("confiscation") && !n.reads("seizure") || n.reads("instrument") || n.reads("proceeds") {
		return
	}
	n.take(before[len(before)-1], "instrument", "proceeds")
}

// inherited are the classes of concepts that a back-reference takes over.
var inherited = []string{"act", "object", "content", "purpose", "gain", "means"}

// borrow returns a function that brings a piece of another norm into this one,
// once, as inherited, and says where it then stands.
func (n *Norm) borrow(other *Norm) func(piece int) int {
	moved := map[int]int{}
	return func(piece int) int {
		at, ok := moved[piece]
		if !ok {
			p := other.Pieces[piece]
			p.Role = Inherited
			at = len(n.Pieces)
			n.Pieces, moved[piece] = append(n.Pieces, p), at
		}
		return at
	}
}

// holds reports whether the norm has the same hit already.
func (n *Norm) holds(h Hit) bool {
	return slices.ContainsFunc(n.Hits, func(o Hit) bool { return o.Concept == h.Concept && o.Span == h.Span })
}

// sameChild gives "the child" of a norm that refers back the age stated of it there.
func (n *Norm) sameChild(base *Norm) {
	if n.Victim.Concept == "" && base.Victim.Concept == "child" {
		n.Victim = base.Victim
	}
	if !n.Victim.Assumed || base.Victim.Concept != "child" || base.Victim.Assumed {
		return
	}
	n.Victim.Ages, n.Victim.Assumed = base.Victim.Ages, false
	for i := range n.Acts {
		if n.Acts[i].Target.Assumed {
			n.Acts[i].Target.Ages, n.Acts[i].Target.Assumed = base.Victim.Ages, false
		}
	}
}

// oneSex narrows those whom a norm protects, beside children, to one sex.
func (n *Norm) oneSex(sex string) {
	if n.Victim.Concept != "child" && n.Victim.Sex == "" {
		n.Victim.Sex = sex
	}
}

// composeImages reads child pornography where the words for it stand apart: obscene
// matter that depicts a child, one of them inherited, defined or in a point
// beside; matter that depicts a child and, in a point beside, sexual conduct.
func (n *Norm) composeImages() {
	child, depicted := n.First("depicts_child")
	matter, obscene := n.First("obscene_matter")
	act, sexual := n.First("sexual_act")
	if depicted && (obscene && ((child.Via == "") != (matter.Via == "") || n.beside(child, matter)) ||
		sexual && n.reads("carrier") && n.beside(child, act)) {
		child.Concept = "child_pornography"
		n.Hits = append(n.Hits, child)
	}
}

// beside reports whether two hits stand in different points that hold together.
func (n *Norm) beside(x, y Hit) bool {
	return x.Piece != y.Piece && (n.Pieces[x.Piece].Role == Beside || n.Pieces[y.Piece].Role == Beside)
}

// settle completes the norms of one provision from each other: a penalty that
// stands in a paragraph of its own, and means that one paragraph waives for
// children.
func settle(norms []*Norm) {
	var penalty Sanction
	waived := false
	for _, n := range norms {
		if penalty.Class == NoSanction {
			penalty = n.Sanction
		}
		if n.Waived && n.reads("child") {
			waived = true
		}
	}
	shareContent(norms)
	shareDepicted(norms)
	shareEnds(norms)
	listedGrounds(norms)
	for _, n := range norms {
		if n.Sanction.Class == NoSanction && (n.Kind == Offence || n.Kind == Aggravation) {
			n.Sanction = penalty
		}
		if waived {
			n.Narrowed = slices.DeleteFunc(n.Narrowed, func(s string) bool { return s == "means" })
		}
	}
}

// shareEnds gathers the purposes of points that name one each for the same acts:
// "(a) sells a child for the purpose of (i) prostitution; (ii) forced labour".
func shareEnds(norms []*Norm) {
	for _, n := range norms {
		for _, other := range norms {
			if other == n || slices.ContainsFunc(n.Acts, func(a Act) bool {
				return slices.ContainsFunc(other.Acts, func(o Act) bool { return o.Span == a.Span })
			}) {
				n.Ends = append(n.Ends, other.Purposes...)
			}
		}
	}
}

// listedGrounds reads acts abroad into the grounds of jurisdiction that stand in a
// list beside the territory: "the courts are competent (a) if the act was done in
// the territory; (b) if the offender or the victim is a national".
func listedGrounds(norms []*Norm) {
	lead := func(n *Norm) Piece { return n.Pieces[0] }
	for _, n := range norms {
		competent, ok := n.First("jurisdiction")
		if !ok || competent.Via != "" || competent.Piece != 0 || lead(n).Role != Chapeau || n.reads("abroad") || n.reads("territory") ||
			!n.reads("offender_national") && !n.reads("offender_resident") && !n.reads("victim_national") {
			continue
		}
		for _, other := range norms {
			h, ok := other.First("territory")
			if !ok || h.Via != "" || lead(other).Span != lead(n).Span || other.Pieces[h.Piece].Role != Leaf {
				continue
			}
			h.Concept, h.Via, h.Piece = "abroad", Inherited, n.borrow(other)(h.Piece)
			n.Hits = append(n.Hits, h)
			n.index()
			break
		}
	}
}

// shareContent gives what one paragraph says of the content of child pornography
// to the paragraphs of its provision that speak of it.
func shareContent(norms []*Norm) {
	for _, n := range norms {
		if !n.Has("child_pornography") && !n.Has("child_pornography_term") {
			continue
		}
		for _, other := range norms {
			if other == n {
				continue
			}
			from := n.borrow(other)
			for _, h := range other.Hits {
				i, _ := n.has.lib.ID(h.Concept)
				if h.Via != "" || h.Exempt || n.has.lib.Concepts[i].Class != "content" || n.has.get(i) {
					continue
				}
				h.Via, h.Piece = Inherited, from(h.Piece)
				n.Hits = append(n.Hits, h)
			}
		}
		n.index()
	}
}

// shareDepicted tells a paragraph that deals in child pornography, and says of whom
// no more than that word, which children an earlier one of its provision means.
func shareDepicted(norms []*Norm) {
	var shown *Target
	for _, n := range norms {
		switch {
		case !n.Has("child_pornography") && !n.Has("child_pornography_term"):
		case n.Victim.Concept == "child" && !n.Victim.Assumed && shown == nil:
			shown = &n.Victim
		case n.Victim.Concept == "" && shown != nil:
			n.Victim = *shown
		}
	}
}

// termAges gives a child whose age a norm does not state the age that the
// definition of the term it uses states: "child abuse material" of persons under
// sixteen.
func (n *Norm) termAges(x *term) {
	if !x.aged || !n.Victim.Assumed || n.Victim.Concept != "child" {
		return
	}
	n.Victim.Ages, n.Victim.Assumed, n.Victim.By = x.ages, false, x.by
}

// transfers are the acts that trafficking is made of.
var transfers = []string{"sell", "buy", "deliver", "dispose", "transport", "accept", "harbour", "recruit", "offer",
	"hire", "hire_out", "obtain", "transaction", "trade", "make_available"}

// moves reports whether a norm has an act of transfer that is directed at a person.
func (n *Norm) moves() bool {
	return slices.ContainsFunc(n.Acts, func(a Act) bool {
		return slices.Contains(transfers, a.Concept) && a.Target.IsPerson()
	})
}

// movesSomeone reports whether an act of transfer whose object was not found is
// directed at the persons whom its norm speaks of, and not at matter.
func (n *Norm) movesSomeone(a Act) bool {
	return a.Target.Concept == "" && n.Victim.Concept == "person" && slices.Contains(transfers, a.Concept) && !slices.ContainsFunc(matter, n.reads)
}

// names reports whether a norm only names the trafficking that an offence before
// it describes: "if a person is convicted of the trafficking of a child".
func (n *Norm) names(bases []*Norm) bool {
	return n.reads("traffick") && !n.moves() && slices.ContainsFunc(bases, (*Norm).moves)
}
