package norm

import (
	"runtime"
	"slices"
	"sync"

	"lacuna/analyzer/document"
	"lacuna/analyzer/lexicon"
)

// Read reads the norms of a dossier: documents whose languages have a lexicon.
// Definitions work across documents, within their scope. majority is the age of
// majority in years that the user gave, 0 where the texts must say.
func Read(docs []*document.Document, lib *lexicon.Library, majority int) []*Norm {
	b := &builder{lib: lib, terms: &terms{byFirst: map[string][]*term{}}, majority: majority}
	var drafts []*draft
	for _, doc := range docs {
		pack := lib.Pack(doc.Language)
		if pack == nil {
			continue
		}
		refs := newReferences(doc, pack)
		for _, p := range doc.Provisions() {
			drafts = append(drafts, &draft{doc: doc, provision: p, pack: pack, refs: refs})
		}
	}
	scan(drafts)
	b.fullAge(drafts)
	for _, d := range drafts {
		b.define(d)
	}
	for _, d := range drafts {
		b.chain(d)
	}
	var norms []*Norm
	for i := 0; i < len(drafts); {
		doc, refs, first := drafts[i].doc, drafts[i].refs, len(norms)
		for ; i < len(drafts) && drafts[i].doc == doc; i++ {
			norms = append(norms, b.norms(drafts[i])...)
		}
		scopes(refs, norms[first:])
	}
	defaultPenalties(norms)
	separatePenalties(norms)
	return norms
}

// scan reads the concepts of all provisions, on all cores.
func scan(drafts []*draft) {
	var group sync.WaitGroup
	next := make(chan *draft)
	for range runtime.GOMAXPROCS(0) {
		group.Go(func() {
			for d := range next {
				d.read()
			}
		})
	}
	for _, d := range drafts {
		next <- d
	}
	close(next)
	group.Wait()
}

// fullAge settles the majority: the user's, else the first that the texts state,
// else eighteen.
func (b *builder) fullAge(drafts []*draft) {
	for _, d := range drafts {
		for i := range d.readings {
			h, ok := d.first(i, "majority")
			if !ok || b.majority > 0 {
				continue
			}
			if ages, ok := agesOf("majority", h.Numbers); ok && ages.Below >= 15 {
				b.majority = ages.Below
			}
		}
	}
	if b.majority == 0 {
		b.majority = 18
	}
}

// separatePenalties gives offences that state no penalty that of the provision
// right after theirs, where it punishes the same thing: the one section says what
// the offence is, the next how it is punished.
func separatePenalties(norms []*Norm) {
	for i, n := range norms {
		if n.Kind != Offence || n.Sanction.Class != NoSanction {
			continue
		}
		k := i
		for k < len(norms) && norms[k].Provision == n.Provision {
			k++
		}
		for last := k; k < len(norms) && norms[k].Provision == norms[last].Provision; k++ {
			if norms[k].Sanction.Class != NoSanction && n.sharesObject(norms[k]) {
				n.Sanction = norms[k].Sanction
				break
			}
		}
	}
}

// sharesObject reports whether two norms speak of one object, or the second of
// the section of the first.
func (n *Norm) sharesObject(o *Norm) bool {
	for _, h := range o.Hits {
		i, _ := n.has.lib.ID(h.Concept)
		if n.has.lib.Concepts[i].Class == "object" && n.has.get(i) {
			return true
		}
	}
	return slices.Contains(o.Refs, n.Provision)
}

// defaultPenalties gives offences that name a class of offence and no penalty
// the penalty that the dossier states for such a class.
func defaultPenalties(norms []*Norm) {
	for _, rule := range norms {
		if rule.Sanction.Class != Imprisonment || !rule.own("default_penalty") || !rule.own("felony") || rule.own("attempt", "complicity", "conspiracy", "participation") {
			continue
		}
		for _, n := range norms {
			if n.Sanction.Class == ClassOnly && n.own("felony") {
				n.Sanction = rule.Sanction
			}
		}
	}
}

type builder struct {
	lib      *lexicon.Library
	pack     *lexicon.Pack
	terms    *terms
	majority int
}

// draft is a provision whose words were scanned.
type draft struct {
	doc       *document.Document
	provision *document.Section
	pack      *lexicon.Pack
	refs      *references
	readings  []reading
	hits      [][]lexicon.Hit // by reading
	topic     bits            // the concepts of the heading
}

func (d *draft) concept(h lexicon.Hit) string { return d.pack.Concept(h) }

// reads reports whether reading i holds the concept.
func (d *draft) reads(i int, concepts ...string) bool {
	_, ok := d.first(i, concepts...)
	return ok
}

func (d *draft) first(i int, concepts ...string) (lexicon.Hit, bool) {
	for _, h := range d.hits[i] {
		for _, c := range concepts {
			if d.concept(h) == c {
				return h, true
			}
		}
	}
	return lexicon.Hit{}, false
}

// anywhere reports whether any reading of the provision holds the concept.
func (d *draft) anywhere(concepts ...string) bool {
	for i := range d.readings {
		if d.reads(i, concepts...) {
			return true
		}
	}
	return false
}

// read takes a provision in force apart and reads its concepts.
func (d *draft) read() {
	if d.provision.State != document.InForce {
		return
	}
	title := d.pack.Tokens(d.doc.Quote(d.provision.Title), d.provision.Title.Start)
	for _, h := range d.pack.Scan(title) {
		d.topic.add(h.Concept)
	}
	d.readings = readings(d.doc, d.provision, d.pack, func(tokens []lexicon.Token) bool { return rules(d.pack, tokens) })
	for i := range d.readings {
		d.hits = append(d.hits, d.pack.Scan(d.readings[i].tokens))
	}
}

// rules reports whether words neither punish nor define: their sentences make
// one rule, read together.
func rules(pack *lexicon.Pack, tokens []lexicon.Token) bool {
	for _, h := range pack.Scan(tokens) {
		switch pack.Concept(h) {
		case "offence_cue", "definer":
			return false
		}
	}
	return true
}

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
	var folded []string
	for _, t := range def.words {
		folded = append(folded, t.Word)
	}
	var hits []Hit
	for _, h := range b.convert(d, i, def.from) {
		if h.First < def.to {
			hits = append(hits, h)
		}
	}
	x := b.terms.add(folded, d.text(def), b.scope(d, i), d.provision, hits, r.pieces)
	if x == nil {
		return
	}
	for _, h := range d.hits[i] {
		if c := b.class(d.concept(h)); c == "object" || c == "purpose" {
			x.telling = true
		}
	}
	first := len(x.pieces) - len(r.pieces)
	k := b.binder(d, i)
	for j, h := range b.convert(d, i, 0) {
		if h.First >= def.from && h.First < def.to && !h.Exempt && b.class(h.Concept) == "act" {
			h.Piece += first
			x.acts = append(x.acts, Act{Hit: h, Target: k.target(d.hits[i][j])})
		}
	}
}

// chain notes which other terms the definition of a term uses.
func (b *builder) chain(d *draft) {
	for i := range d.readings {
		r := &d.readings[i]
		for _, def := range d.definitions(i) {
			x := b.terms.of(def.words, d.provision)
			for k := def.from; x != nil && k < def.to; k++ {
				if y := b.terms.at(r.tokens, k, r.unit); y != nil && y != x && y.telling && !slices.Contains(x.uses, y) {
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
func (d *draft) definitions(i int) []definition {
	var out []definition
	for _, h := range d.hits[i] {
		c := d.concept(h)
		if c != "definer" && c != "includes" {
			continue
		}
		w := d.named(i, h.First)
		if w == nil || !w[0].Quoted && (c == "includes" || len(out) > 0) {
			continue
		}
		if len(out) > 0 {
			out[len(out)-1].to = h.First - len(w)
		}
		out = append(out, definition{words: w, from: h.Last, to: len(d.readings[i].tokens)})
	}
	return out
}

// named returns the words that a definer at token at defines: those in quotation
// marks, else the concept named right before it, else the words before it.
func (d *draft) named(i, at int) []lexicon.Token {
	r := &d.readings[i]
	w := defined(r, at, d.pack.Light)
	if len(w) > 0 && w[0].Quoted {
		return w
	}
	for _, h := range d.hits[i] {
		if c := d.concept(h); h.Last == at && (c == "child" || c == "traffick" || c == "prostitution" || c == "exploitation") {
			return r.tokens[h.First:h.Last]
		}
	}
	return w
}

// scope is where a definition holds: its section and those it names, its
// chapter, or nothing for all.
func (b *builder) scope(d *draft, i int) []*document.Section {
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

// convert turns a reading's hits from token after on into a norm's hits.
func (b *builder) convert(d *draft, i, after int) []Hit {
	r := &d.readings[i]
	exempt := exceptions(d, i)
	var out []Hit
	for _, h := range d.hits[i] {
		if h.First < after {
			continue
		}
		out = append(out, Hit{
			Concept: d.concept(h),
			Span:    document.Span{Start: r.tokens[h.First].Start, End: r.tokens[h.Last-1].End},
			Piece:   r.piece[h.First],
			First:   h.First, Last: h.Last,
			Numbers: h.Numbers,
			Exempt:  exempt[h.First],
		})
	}
	return out
}

// exceptions marks the words that stand in an exception: those after "except",
// "unless", "provided that", and the whole clause that "does not apply", up to
// the next piece of the reading.
func exceptions(d *draft, i int) []bool {
	r := &d.readings[i]
	out := make([]bool, len(r.tokens))
	for _, h := range d.hits[i] {
		first := h.Last
		switch d.concept(h) {
		case "exception":
			if h.First < 3 {
				continue
			}
		case "set_aside":
			for first = h.First; first > 0 && !r.tokens[first].Comma && !r.tokens[first].Break && r.piece[first-1] == r.piece[first]; first-- {
			}
		default:
			continue
		}
		for k := first; k < len(r.tokens) && r.piece[k] == r.piece[h.First]; k++ {
			out[k] = true
		}
	}
	return out
}
