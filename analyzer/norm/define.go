package norm

import (
	"slices"
	"strings"

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
	for _, h := range b.convert(d, i, def.from) {
		if h.First < def.to && !(kin && h.Concept == "adoption") {
			hits = append(hits, h)
		}
	}
	purpose := d.names(i, def, []string{"exploitation"})
	if purpose {
		hits = append(hits, b.ends(hits)...)
	}
	x := b.terms.add(words, d.text(def), b.scope(d, i), d, hits, r.pieces)
	if x == nil {
		return
	}
	x.purpose = x.purpose || purpose
	x.matter = x.matter || d.names(i, def, matter) || d.names(i, def, []string{"prostitution"})
	if purpose && !slices.Contains(b.terms.exploiting, x) {
		b.terms.exploiting = append(b.terms.exploiting, x)
	}
	for _, h := range hits {
		if c := b.class(h.Concept); c == "object" || c == "purpose" {
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
	for i := range d.readings {
		r := &d.readings[i]
		for _, def := range d.definitions(i) {
			x := b.terms.of(d.pack, def.words, d.provision)
			for k := def.from; x != nil && k < def.to; k++ {
				if y := b.terms.at(d.pack, r.tokens, k, r.unit); y != nil && y != x && y.telling && !slices.Contains(x.uses, y) {
					x.uses = append(x.uses, y)
				}
			}
		}
	}
}

// definition is one term that a reading defines, and where its meaning stands.
type definition struct {
	words    []lexicon.Token
	from, to int // tokens of the meaning
}

// text is a defined term as written.
func (d *draft) text(def definition) string {
	return d.doc.Text[def.words[0].Start:def.words[len(def.words)-1].End]
}

// definitions lists what a reading defines: one term, or several in quotation
// marks.
func (d *draft) definitions(i int) []definition { return d.defs[i] }

// defined reads what a reading defines.
func (d *draft) defined(i int) []definition {
	var out []definition
	for _, h := range d.hits[i] {
		c := d.concept(h)
		if c == "definer" {
			if w := d.within(i, h); w != nil {
				out = append(out, definition{words: w, from: h.Last, to: len(d.readings[i].tokens)})
				continue
			}
		}
		if c == "definer_of" || c == "definer" && h.First == 0 { // "for the purposes of this Act, a child is …"
			if w, from := d.namedAfter(i, h.Last); w != nil {
				out = append(out, definition{words: w, from: from, to: len(d.readings[i].tokens)})
			}
			continue
		}
		if c == "is_child" {
			if w := d.child(i, h); w != nil {
				out = append(out, definition{words: w, to: len(d.readings[i].tokens)})
			}
			continue
		}
		if c != "definer" && c != "includes" {
			continue
		}
		w := d.named(i, h.First)
		if w == nil || !w[0].Quoted && (c == "includes" && !d.names(i, definition{words: w}, open) || len(out) > 0) {
			continue
		}
		if len(out) > 0 {
			out[len(out)-1].to = h.First - len(w)
		}
		for len(w) > 1 && d.pack.Light(w[0].Word) {
			w = w[1:]
		}
		out = append(out, definition{words: w, from: h.First + 1, to: len(d.readings[i].tokens)})
	}
	return out
}

// open are the concepts whose meaning law likes to widen, "exploitation includes".
var open = []string{"exploitation", "child_pornography", "child_pornography_term"}

// within returns the words that a definer itself holds and defines: "constitutes
// exploitation any activity …".
func (d *draft) within(i int, definer lexicon.Hit) []lexicon.Token {
	for _, h := range d.hits[i] {
		if definer.First < h.First && h.Last <= definer.Last && definable[d.concept(h)] {
			return d.readings[i].tokens[h.First:h.Last]
		}
	}
	return nil
}

// child returns the word for child that a cue such as "is considered a child" holds.
func (d *draft) child(i int, cue lexicon.Hit) []lexicon.Token {
	for _, h := range d.hits[i] {
		if d.concept(h) == "child" && cue.First <= h.First && h.First < cue.Last {
			return d.readings[i].tokens[h.First : h.First+1]
		}
	}
	return nil
}

// namedAfter returns the words that a definer before them defines, "by … is
// meant", and where their meaning begins: the words that a point begins with, those
// in quotation marks, else the concept named there, else the words up to the next
// comma or colon.
func (d *draft) namedAfter(i, from int) (words []lexicon.Token, meaning int) {
	words, at := d.pointTerm(i, from)
	if words == nil {
		words, at = d.termFrom(i, from)
	}
	return words, at + len(words)
}

// longTerm is how many words a term has at most that stands before a colon.
const longTerm = 6

// pointTerm returns the words before the colon or dash at the head of a point,
// where the definer stands in the chapeau: "the following terms mean: (a) child: …".
func (d *draft) pointTerm(i, from int) ([]lexicon.Token, int) {
	r := &d.readings[i]
	start := from
	for start > 0 && start < len(r.tokens) && r.piece[start] == r.piece[from-1] {
		start++
	}
	if from == 0 || start == len(r.tokens) || r.pieces[r.piece[from-1]].Role != Chapeau {
		return nil, 0
	}
	for end := start + 1; end < len(r.tokens) && end <= start+longTerm && r.piece[end] == r.piece[start]; end++ {
		if strings.ContainsAny(d.doc.Text[r.tokens[end-1].End:r.tokens[end].Start], ":–—") {
			return r.tokens[start:end], start
		}
	}
	return nil, 0
}

// termFrom returns the term that begins at token from, light words passed over, and
// at which token it begins.
func (d *draft) termFrom(i, from int) ([]lexicon.Token, int) {
	r := &d.readings[i]
	for from < len(r.tokens) && !r.tokens[from].Quoted && d.pack.Light(r.tokens[from].Word) {
		from++
	}
	if from < len(r.tokens) && r.tokens[from].Quoted {
		return r.quoted(from, len(r.tokens)), from
	}
	end := from
	for end < len(r.tokens) && end < from+6 && (end == from || !r.tokens[end].Comma && r.piece[end] == r.piece[from]) {
		end++
	}
	for _, h := range d.hits[i] {
		if h.First == from && d.concept(h) == "child" { // with the age that follows
			return r.tokens[from : from+1], from
		}
		if h.First == from && h.Last <= end && definable[d.concept(h)] {
			return r.tokens[h.First:h.Last], from
		}
	}
	if from == end || end == len(r.tokens) {
		return nil, 0
	}
	return r.tokens[from:end], from
}

// definable are the concepts whose names law likes to define.
var definable = map[string]bool{"child": true, "traffick": true, "prostitution": true, "exploitation": true,
	"child_pornography_term": true, "child_pornography": true, "sexual_exploitation": true}

// named returns the words that a definer at token at defines: those in quotation
// marks, else the concept named right before it, else the words before it.
func (d *draft) named(i, at int) []lexicon.Token {
	r := &d.readings[i]
	w := defined(r, at, d.pack.Light)
	if len(w) > 0 && (w[0].Quoted || r.tokens[at].Comma) {
		return w
	}
	best := lexicon.Hit{First: at}
	for _, h := range d.hits[i] {
		if h.First < best.First && at <= h.Last && at-h.First <= longTerm && definable[d.concept(h)] {
			best = h
		}
	}
	if best.First < at {
		return r.tokens[best.First:at]
	}
	return w
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
