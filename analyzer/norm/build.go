package norm

import (
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

// sharesObject reports whether two norms speak of one object, or the second of

// the section of the first.

// defaultPenalties gives offences that name a class of offence and no penalty

// the penalty that the dossier states for such a class.

type builder struct {
	lib      *lexicon.Library
	pack     *lexicon.Pack
	terms    *terms
	majority int
}

// draft is a provision whose words were scanned.

// reads reports whether reading i holds the concept.

// anywhere reports whether any reading of the provision holds the concept.

// read takes a provision in force apart and reads its concepts.

// rules reports whether words neither punish nor define: their sentences make

// one rule, read together.

// define files the definitions of a provision. A definition says what a term

// means for this section, this chapter, or the whole dossier.

// file files one definition of reading i.

// chain notes which other terms the definition of a term uses.

// definition is one term that a reading defines, and where its meaning stands.

// text is a defined term as written.

// definitions lists what a reading defines: one term, or several in quotation

// marks.

// named returns the words that a definer at token at defines: those in quotation

// marks, else the concept named right before it, else the words before it.

// scope is where a definition holds: its section and those it names, its

// chapter, or nothing for all.

// groupedBySections reports whether "this section" means a group of articles.

// cited lists the provisions that a reading names by number.

// convert turns a reading's hits from token after on into a norm's hits.

// exceptions marks the words that stand in an exception: those after "except",

// "unless", "provided that", and the whole clause that "does not apply", up to

// the next piece of the reading.
