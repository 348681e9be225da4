package norm

import (
	"slices"
	"strings"

	"lacuna/analyzer/lexicon"
)

// binder finds what acts are directed at. From the act it goes forward over
// other acts and light words to the first person or thing named; where there is
// none it looks back, for passives and chapeaux ("where a child is …").
type binder struct {
	b       *builder
	d       *draft
	r       *reading
	hits    []lexicon.Hit
	light   []bool
	given   []bool          // words that say to whom something is given
	begin   [][]lexicon.Hit // persons and things that acts can be directed at, by first token
	persons []lexicon.Hit   // persons who are no mere recipients, the depicted among them
}

// reach is how many weighty words may stand between an act and its object.
const reach = 5

func (b *builder) binder(d *draft, i int) *binder {
	k := &binder{b: b, d: d, r: &d.readings[i], hits: d.hits[i]}
	k.light = make([]bool, len(k.r.tokens))
	k.begin = make([][]lexicon.Hit, len(k.r.tokens))
	for j, t := range k.r.tokens {
		k.light[j] = d.pack.Light(t.Word)
	}
	k.given = make([]bool, len(k.r.tokens))
	depicted := map[int]bool{}
	named := make([]bool, len(k.r.tokens)) // as children or as adults
	client := d.reads(i, "pay_for_sex")    // who pays the child, or buys from it, exploits it
	for _, h := range k.hits {
		switch c := d.concept(h); c {
		case "child_recipient", "recipient", "child_kin":
			for j := h.First; j < h.Last && (!client || c == "child_kin"); j++ {
				k.given[j] = true
			}
		case "child", "adult":
			for j := h.First; j < h.Last; j++ {
				named[j] = true
			}
		case "child_pornography", "child_pornography_term":
			for j := k.shown(h); j < h.Last; j++ {
				depicted[j] = true
			}
		}
	}
	for _, h := range k.hits {
		switch c := d.concept(h); c {
		case "child", "adult", "person":
			if k.given[h.First] || c == "person" && (named[h.First] || named[h.Last-1]) || c == "child" && k.offends(i, h) {
				continue
			}
			k.persons = append(k.persons, h)
			if !depicted[h.First] {
				k.begin[h.First] = append(k.begin[h.First], h)
			}
		case "child_pornography":
			k.begin[k.shown(h)] = append(k.begin[k.shown(h)], h)
		case "thing", "carrier", "child_pornography_term", "obscene_matter", "organs", "premises":
			k.begin[h.First] = append(k.begin[h.First], h)
		default:
			if b.class(c) == "act" {
				for j := h.First; j < h.Last; j++ {
					k.light[j] = true
				}
			}
		}
	}
	return k
}

// shown returns the token from which a hit for pictures of children speaks of the
// pictures: in "a child for the making of pornography" the child is no picture yet.
func (k *binder) shown(h lexicon.Hit) int {
	for _, cue := range k.hits {
		if k.d.concept(cue) == "purpose_cue" && h.First < cue.First && cue.Last < h.Last {
			return cue.Last
		}
	}
	return h.First
}

// offends reports whether a child that a reading begins with is the one whom it
// punishes: "a minor who sells drugs is fined", "ein Kind, das … verkauft, wird …".
func (k *binder) offends(i int, h lexicon.Hit) bool {
	article := k.r.tokens[0].Word
	begins := h.First == 0 || h.First == 1 && (k.d.pack.Light(article) || k.d.pack.Clause(article))
	return begins && h.Last < len(k.r.tokens) && k.d.pack.Clause(k.r.tokens[h.Last].Word) &&
		k.d.punishes(i, "punishable") && !k.d.reads(i, "opener")
}

// target returns what the act is directed at. Whoever pays for sexual acts pays
// for the child named before, and not for the other who may be their partner.
func (k *binder) target(act lexicon.Hit) Target {
	t := k.ahead(act)
	if t.Concept == "person" && k.d.concept(act) == "pay_for_sex" {
		if child := k.behind(act); child.Concept == "child" {
			return child
		}
	}
	return t
}

// ahead returns what stands after the act, else what behind finds.
func (k *binder) ahead(act lexicon.Hit) Target {
	if h, ok := k.pronoun(act); ok {
		return k.resolve(h)
	}
	weighty := 0
	for j := act.First; j < len(k.r.tokens) && weighty <= reach; j++ {
		for _, h := range k.begin[j] {
			if c := k.d.concept(h); j >= act.Last || k.b.class(c) == "person" {
				return k.resolve(h)
			}
		}
		if j < act.Last || k.light[j] || k.given[j] {
			continue
		}
		if k.d.pack.Clause(k.r.tokens[j].Word) {
			break
		}
		weighty++
	}
	return k.behind(act)
}

// behind returns the child named before the act; where none stands in the same
// piece but pictures of children do, "makes such pictures of a child, or sells
// them", those rather than the child of a chapeau.
func (k *binder) behind(act lexicon.Hit) Target {
	var picture Target
	for j := act.First - 1; j >= 0; j-- {
		if picture.Concept != "" && k.r.piece[j] != k.r.piece[act.First] {
			return picture
		}
		for _, h := range k.begin[j] {
			switch c := k.d.concept(h); c {
			case "child":
				return k.resolve(h)
			case "child_pornography", "child_pornography_term":
				picture = Target{Concept: c}
			}
		}
	}
	return Target{}
}

// pronoun returns the child or person named shortly before an act that names its
// object by a suffix alone.
func (k *binder) pronoun(act lexicon.Hit) (lexicon.Hit, bool) {
	if !k.d.pack.Refers(k.r.tokens[act.First].Word) {
		return lexicon.Hit{}, false
	}
	for j := act.First - 1; j >= 0 && act.First-j <= nearby && k.r.piece[j] == k.r.piece[act.First]; j-- {
		for _, h := range k.begin[j] {
			if k.b.class(k.d.concept(h)) == "person" {
				return h, true
			}
		}
	}
	return lexicon.Hit{}, false
}

// resolve says who a hit is. A child named soon after another person ("women or
// children") is protected beside it, so the widest is taken.
func (k *binder) resolve(h lexicon.Hit) Target {
	switch k.d.concept(h) {
	case "child":
		if k.beside(h) {
			return Target{Concept: "person", Ages: Ages{Below: Any}}
		}
		t := k.b.child(h, k.r, k.hits)
		t.Sex = k.sex(h)
		return t
	case "person":
		if child, ok := k.before(h); ok {
			return k.resolve(child)
		}
		for j := h.Last; j < len(k.r.tokens) && j < h.Last+4; j++ {
			for _, next := range k.begin[j] {
				if k.d.concept(next) == "child" && k.sex(h) != "" {
					return k.b.child(next, k.r, k.hits)
				}
			}
		}
		return Target{Concept: "person", Ages: Ages{Below: Any}, Sex: k.sex(h)}
	case "adult":
		return Target{Concept: "adult", Ages: Ages{From: adulthood, Below: Any}}
	}
	return Target{Concept: k.d.concept(h)}
}

// beside reports whether a child is named as one of all persons: "a child or any
// other person".
func (k *binder) beside(child lexicon.Hit) bool {
	return slices.ContainsFunc(k.hits, func(h lexicon.Hit) bool {
		return k.d.concept(h) == "child_or_anyone" && h.First <= child.First && child.Last <= h.Last
	})
}

// before returns the child that "such a person" takes up.
func (k *binder) before(h lexicon.Hit) (lexicon.Hit, bool) {
	same := slices.ContainsFunc(k.hits, func(s lexicon.Hit) bool {
		return k.d.concept(s) == "same_person" && s.First <= h.First && h.Last <= s.Last
	})
	for i := len(k.persons) - 1; same && i >= 0; i-- {
		if p := k.persons[i]; p.First < h.First && k.d.concept(p) == "child" {
			return p, true
		}
	}
	return lexicon.Hit{}, false
}

// sex reports whether a hit names one sex only.
func (k *binder) sex(h lexicon.Hit) string {
	for _, s := range k.hits {
		if s.First >= h.First && s.Last <= h.Last {
			if c := k.d.concept(s); c == "female" || c == "male" {
				return c
			}
		}
	}
	return ""
}

// adulthood is the age, in years, from which the Convention on the Rights of the
// Child (Article 1) no longer protects.
const adulthood = 18

// IsPerson reports whether someone, of whatever age, is aimed at.
func (t Target) IsPerson() bool {
	return t.Concept == "child" || t.Concept == "person" || t.Concept == "adult"
}

func (b *builder) class(concept string) string {
	i, _ := b.lib.ID(concept)
	return b.lib.Concepts[i].Class
}

// Protects reports whether everyone under 18 is inside the ages.
func (a Ages) Protects() bool { return a.From <= 0 && a.Below >= 18 }

// Binds reports whether the means that a norm asks for bind one of its acts. Those
// in the definition of one term do not bind a sale that another word names: "the
// sale of children and trafficking in them".
func (n *Norm) Binds(a *Act) bool {
	return slices.ContainsFunc(n.Hits, func(h Hit) bool {
		switch {
		case h.Concept != "by_means" || h.Exempt:
			return false
		case h.Via != Defined, a.Concept != "sell" && a.Concept != "buy" && a.Concept != "transaction":
			return true
		case a.Via == Defined:
			return a.Term == h.Term
		}
		return a.Via != "" || stem(n.tokens[a.First].Word) == stem(strings.ToLower(h.Term))
	})
}

// narrowing lists the slots that narrow a norm made of these hits. That consent
// does not matter waives no means that the same sentence, or the definition of its
// term, asks for: "by force or deceit …, even if the victim consents".
func narrowing(hits []Hit) (narrowed []string, waived bool) {
	var means, other, consent, forced bool
	beside := func(h Hit) bool { // "with or without consent" names no means
		return slices.ContainsFunc(hits, func(c Hit) bool { return c.Concept == "consent_irrelevant" && c.Span.Overlaps(h.Span) })
	}
	for _, h := range hits {
		if h.Exempt || h.Concept == "by_means" && beside(h) {
			continue
		}
		switch h.Concept {
		case "by_means":
			means = true
			forced = forced || h.Via != Inherited
		case "other_means":
			other = true
		case "means_waived":
			waived = true
		case "consent_irrelevant":
			consent = true
		case "for_gain":
			narrowed = append(narrowed, "gain")
		case "organised_group":
			narrowed = append(narrowed, "organised")
		case "money_only":
			narrowed = append(narrowed, "money")
		case "guardian_only":
			narrowed = append(narrowed, "guardian")
		}
	}
	waived = waived || consent && !forced
	if means && !other && !waived {
		narrowed = append(narrowed, "means")
	}
	slices.Sort(narrowed)
	return slices.Compact(narrowed), waived
}
