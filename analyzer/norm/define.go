package norm

import (
	"slices"

	"lacuna/analyzer/document"
	"lacuna/analyzer/lexicon"
)

// define files the definitions of a provision. A definition says what a term
// means for this section, this chapter, or the whole dossier.
func (b *builder) define(d *draft) {
	b.pack = d.pack
	for i := range d.readings {
		for _, def := range d.definitions(i) {
			b.file(d, i, def)
		}
	}
}

// file files one definition of reading i.
func (b *builder) file(d *draft, i int, def definition) {
	r := &d.readings[i]
	var words []string
	for _, t := range def.words {
		words = append(words, d.pack.Term(t.Word))
	}
	var hits []Hit
	kin := d.reads(i, "adoption_kin") // "relative" means one by blood or adoption: nobody is adopted
	for _, h := range b.convert(d, i, 0) {
		crosses := h.First < def.from && def.from < h.Last && b.class(h.Concept) == "purpose" // "exploitation: forced labour"
		if (crosses || h.First >= def.from) && h.First < def.to && !(kin && h.Concept == "adoption") {
			hits = append(hits, h)
		}
	}
	purpose := d.names(i, def, []string{"exploitation"})
	if purpose {
		hits = append(hits, b.ends(hits)...)
	}
	scope := b.scope(d, i)
	if def.aside && scope == nil {
		scope = []*document.Section{d.provision.Parent}
	}
	x := b.terms.add(words, d.text(def), scope, d, hits, r.pieces)
	if x == nil {
		return
	}
	x.purpose = x.purpose || purpose
	x.matter = x.matter || d.names(i, def, matter) || d.names(i, def, []string{"prostitution"}) || d.begins(i, def.from, matter)
	if purpose && !slices.Contains(b.terms.exploiting, x) {
		b.terms.exploiting = append(b.terms.exploiting, x)
	}
	for _, h := range hits {
		if c := b.class(h.Concept); c == "object" || c == "purpose" || c == "content" && x.matter {
			x.telling = true
		}
	}
	if d.names(i, def, []string{"child_pornography", "child_pornography_term"}) && !slices.Contains(b.terms.depicting, x) {
		b.terms.depicting = append(b.terms.depicting, x)
	}
	x.spelt = slices.Contains(b.terms.depicting, x) && (x.spelt || spells(hits))
	first := len(x.pieces) - len(r.pieces)
	k := b.binder(d, i)
	for j, h := range b.convert(d, i, 0) {
		if h.First >= def.from && h.First < def.to && !h.Exempt && b.class(h.Concept) == "act" {
			h.Piece += first
			act := Act{Hit: h, Target: k.target(d.hits[i][j])}
			x.acts = append(x.acts, act)
			x.telling = x.telling || act.Target.Concept == "child" && d.names(i, def, dealings)
		}
	}
}

// spells reports whether a definition of child pornography says what is shown, and
// does not leave it to the word pornographic.
func spells(hits []Hit) bool {
	shown := func(h Hit) bool { return h.Concept == "sexual_act" || h.Concept == "sexual_parts" }
	return slices.ContainsFunc(hits, shown) && !slices.ContainsFunc(hits, func(h Hit) bool {
		return h.Concept == "pornographic_term" && !slices.ContainsFunc(hits, func(o Hit) bool { return shown(o) && o.Span.Overlaps(h.Span) })
	})
}

// dealings are the concepts of transactions in persons.
var dealings = []string{"sell", "buy", "trade", "transaction", "traffick"}

// matter are the concepts of pictures and other carriers.
var matter = []string{"child_pornography", "child_pornography_term", "obscene_matter", "carrier"}

// IsMatter reports whether a concept is one of pictures and other carriers.
func IsMatter(concept string) bool { return slices.Contains(matter, concept) }

// names reports whether the defined words themselves read as one of the concepts.
func (d *draft) names(i int, def definition, concepts []string) bool {
	from, to := def.words[0].Start, def.words[len(def.words)-1].End
	for _, h := range d.hits[i] {
		tokens := d.readings[i].tokens
		if slices.Contains(concepts, d.concept(h)) && h.First < len(tokens) && from <= tokens[h.First].Start && tokens[h.First].Start < to {
			return true
		}
	}
	return false
}

// genus is how many words may stand before that which a definition says a thing is.
const genus = 3

// begins reports whether one of the concepts stands where a meaning begins: "abusive
// content: any picture of …".
func (d *draft) begins(i, from int, concepts []string) bool {
	return slices.ContainsFunc(d.hits[i], func(h lexicon.Hit) bool {
		return from <= h.First && h.First <= from+genus && slices.Contains(concepts, d.concept(h))
	})
}

// ends turns what a definition of exploitation names into the purposes that they
// are: prostitution is sexual exploitation.
func (b *builder) ends(hits []Hit) []Hit {
	var out []Hit
	for _, h := range hits {
		i, _ := b.lib.ID(h.Concept)
		if p := b.lib.Concepts[i].Purpose; p != "" {
			h.Concept = p
			out = append(out, h)
		}
	}
	return out
}

// chain notes which other terms the definition of a term uses.
func (b *builder) chain(d *draft) {
	b.pack = d.pack
	for i := range d.readings {
		r := &d.readings[i]
		for _, def := range d.definitions(i) {
			x := b.terms.of(d.pack, def.words, d.provision)
			if x != nil && x.matter {
				x.victim = b.binder(d, i).victim()
			}
			for k := def.from; x != nil && k < def.to; k++ {
				if y := b.terms.at(d.pack, r.tokens, k, r.unit); y != nil && y != x && y.telling && !slices.Contains(x.uses, y) {
					x.uses = append(x.uses, y)
				}
			}
		}
	}
}

// scope is where a definition holds: its section and those it names, its
// chapter, its text, or nothing for all texts of the dossier.
func (b *builder) scope(d *draft, i int) []*document.Section {
	text := false
	for j := range d.readings {
		if j != i && j != 0 {
			continue
		}
		if d.reads(j, "this_section") && !d.groupedBySections() {
			return append(d.cited(j), d.provision)
		}
		if d.reads(j, "this_chapter", "this_section") {
			return []*document.Section{d.provision.Parent}
		}
		text = text || d.reads(j, "this_text") && !d.reads(j, "any_law")
	}
	if text {
		return []*document.Section{d.doc.Root}
	}
	return nil
}

// groupedBySections reports whether "this section" means a group of articles.
func (d *draft) groupedBySections() bool {
	return d.provision.Kind == document.Article && d.provision.Parent.Kind == document.Division
}

// cited lists the provisions that a reading names by number.
func (d *draft) cited(i int) []*document.Section {
	var out []*document.Section
	for _, h := range d.hits[i] {
		if d.concept(h) == "provision_word" {
			out = append(out, d.refs.run(d.readings[i].tokens, h.Last, d.refs.byNumber, d.refs.provisions)...)
		}
	}
	return out
}
