package norm

import (
	"slices"

	"lacuna/analyzer/document"
	"lacuna/analyzer/lexicon"
)

// norms makes the norms of one provision: one a reading, each with its kind and
// slots, and with what it inherits.
func (b *builder) norms(d *draft) []*Norm {
	if d.provision.State != document.InForce {
		return []*Norm{{Kind: Repealed, Doc: d.doc, Provision: d.provision, Unit: d.provision, Pointer: d.moved, heading: &d.heading, has: bits{lib: b.lib},
			Pieces: []Piece{{Role: Leaf, Unit: d.provision, Span: d.provision.Span}}}}
	}
	b.pack = d.pack
	var out []*Norm
	offences := false // whether an offence was read before in the provision
	for i := range d.readings {
		n := b.norm(d, i, offences)
		n.heading = &d.heading
		offences = offences || n.Kind == Offence
		before := out
		if n.leadsToPrevious() || len(out) == 0 && n.raisesPrevious() {
			before = slices.Concat(b.previous, out)
		}
		b.inherit(n, before)
		b.resolveTerms(n, d, i)
		n.finish()
		out = append(out, n)
	}
	settle(out)
	if len(out) > 0 {
		d.heading.instead(out[0])
	}
	b.previous = out
	if w := b.whole(out); w != nil {
		out = append(out, w)
	}
	return out
}

func (b *builder) norm(d *draft, i int, offences bool) *Norm {
	r := &d.readings[i]
	n := &Norm{Kind: b.kind(d, i, offences), Doc: d.doc, Provision: d.provision, Unit: r.unit, Pieces: slices.Clone(r.pieces), tokens: r.tokens, has: bits{lib: b.lib}}
	n.Hits = b.convert(d, i, 0)
	if defs := d.definitions(i); n.Kind == Definition && len(defs) > 0 {
		n.Term = d.text(defs[0])
	}
	k := b.binder(d, i)
	for j, h := range d.hits[i] {
		if n.Hits[j].Exempt || b.class(n.Hits[j].Concept) != "act" {
			continue
		}
		n.Acts = append(n.Acts, Act{Hit: n.Hits[j], Target: k.target(h)})
	}
	n.carryOn()
	if n.moves() { // "whoever recruits … commits trafficking": the name is no act beside those it is made of, unless one of a row, "sells or traffics in"
		n.Acts = slices.DeleteFunc(n.Acts, func(a Act) bool {
			return a.Concept == "traffick" && !(a.First > 0 && d.pack.Or(r.tokens[a.First-1].Word))
		})
	}
	n.Victim = k.victim()
	return n
}

// nearby is how many words may stand between two acts for the second to be
// directed at what the first is: "recruits a person, transports or harbours them".
const nearby = 8

// carryOn gives acts with no object of their own the person that the act before
// them is directed at.
func (n *Norm) carryOn() {
	for i := 1; i < len(n.Acts); i++ {
		prev, a := n.Acts[i-1], &n.Acts[i]
		if a.Target.Concept == "" && prev.Target.IsPerson() && a.First-prev.Last <= nearby && a.Piece == prev.Piece {
			a.Target = prev.Target
		}
	}
}

// victim is whom the norm as a whole protects: any person where a child is named
// as one of all, else the children it names, all ages together, else any person.
func (k *binder) victim() Target {
	var t Target
	for _, h := range k.persons {
		switch k.d.concept(h) {
		case "child":
			c := k.resolve(h)
			if c.Concept == "person" {
				return c
			}
			if t.Concept != "child" {
				t = c
			} else {
				t.Ages.From, t.Ages.Below = min(t.Ages.From, c.Ages.From), max(t.Ages.Below, c.Ages.Below)
				t.both(c)
			}
		case "person":
			if t.Concept != "child" && t.Concept != "person" {
				t = k.resolve(h)
			} else if t.Concept == "person" {
				t.both(k.resolve(h))
			}
		case "adult":
			if t.Concept == "" {
				t = k.resolve(h)
			}
		}
	}
	return t
}

// both forgets the sex of a target beside which one of the other sex stands: "men or
// women".
func (t *Target) both(other Target) {
	if other.Sex != "" && other.Sex != t.Sex {
		t.Sex = ""
	}
}

// kind says what a reading does. offences is whether an offence stands before it
// in its provision, whose punishment it can raise.
func (b *builder) kind(d *draft, i int, offences bool) Kind {
	defs := d.definitions(i)
	punished := d.punishes(i, "offence_cue") || d.reads(i, "aggravation") && d.reads(i, "imprisonment", "fine", "penalty_raised")
	switch {
	case len(defs) > 0 && (!punished || defs[0].words[0].Quoted):
		return Definition
	case punished && d.reads(i, "aggravation") && !d.reads(i, "opener", "prohibition") && (offences || d.reads(i, "same_acts")):
		return Aggravation
	case punished && (d.reads(i, "opener", "prohibition") || d.reads(i, "same_acts") && !d.reads(i, "extradition")):
		return Offence
	case d.reads(i, "opener", "prohibition", "contravention") && d.anywhere("punishable") && !d.reads(i, "extradition"), d.reads(i, "prohibition") && d.anywhere("offence_cue"):
		return Offence
	case d.reads(i, "prohibition") && (b.backed[d.provision] || b.backed[d.doc.Root]):
		return Offence
	case punished && !d.reads(i, "extradition") && (b.speaks(d, i, "act") || b.speaks(d, i, "object") || d.penal(i)):
		return Offence
	}
	return Rule
}

// speaks reports whether reading i holds a concept of a class.
func (b *builder) speaks(d *draft, i int, class string) bool {
	return slices.ContainsFunc(d.hits[i], func(h lexicon.Hit) bool { return b.class(d.concept(h)) == class })
}

func (n *Norm) reads(concept string) bool {
	for _, h := range n.Hits {
		if h.Concept == concept && !h.Exempt {
			return true
		}
	}
	return false
}

// finish reads the slots that follow from the hits.
func (n *Norm) finish() {
	n.composeImages()
	n.index()
	n.Purposes = n.purposes(func(h Hit) bool { return h.Via != Defined })
	if len(n.Purposes) == 0 || slices.Equal(n.Purposes, []string{"exploitation"}) {
		n.Purposes = append(n.Purposes, n.purposes(func(h Hit) bool { return h.Via == Defined })...)
	}
	slices.Sort(n.Purposes)
	n.Purposes = slices.Compact(n.Purposes)
	n.Narrowed, n.Waived = narrowing(n.Hits)
	n.Sanction = sanction(n.Hits)
	n.Pointer = n.Sanction.Class == NoSanction && n.pointsAway()
}

// pointsAway reports whether a norm points to another act. What a later sentence
// adds on acts abroad, "which are tried under the Code of Procedure", takes nothing
// from the jurisdiction that the first one states.
func (n *Norm) pointsAway() bool {
	at := slices.IndexFunc(n.Hits, func(h Hit) bool { return h.Concept == "pointer" && h.Via == "" && !h.Exempt })
	if at < 0 {
		return false
	}
	return !slices.ContainsFunc(n.Hits, func(h Hit) bool {
		return h.Concept == "territory" && h.Via == "" && h.Last <= n.Hits[at].First && broken(n.tokens[h.Last:n.Hits[at].First])
	}) || !n.own("jurisdiction")
}

// purposes lists the purposes that some of the hits name. What a definition adds
// counts only where the norm itself names none, or exploitation alone.
func (n *Norm) purposes(some func(Hit) bool) []string {
	var out []string
	for _, h := range n.Hits {
		if i, _ := n.has.lib.ID(h.Concept); !h.Exempt && some(h) && n.has.lib.Concepts[i].Class == "purpose" && !slices.Contains(out, h.Concept) {
			out = append(out, h.Concept)
		}
	}
	return out
}

// index sets which concepts the norm holds.
func (n *Norm) index() {
	for _, h := range n.Hits {
		if i, ok := n.has.lib.ID(h.Concept); ok && !h.Exempt {
			n.has.add(i)
		}
	}
}
