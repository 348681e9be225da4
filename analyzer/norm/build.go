package norm

import (
	"lacuna/analyzer/document"
	"lacuna/analyzer/lexicon"
)

// Read reads the norms of a dossier: documents whose languages have a lexicon.
// Definitions work across documents, within their scope. majority is the age of
// majority in years that the user gave, 0 where the texts must say.
func Read(docs []*document.Document, lib *lexicon.Library, majority int) []*Norm {
	b := &builder{lib: lib, terms: &terms{byFirst: map[string][]*term{}, begun: map[opening][]*term{}}, majority: majority}
	var drafts []*draft
	var all []*references
	for _, doc := range docs {
		pack := lib.Pack(doc.Language)
		if pack == nil {
			continue
		}
		refs, cues := newReferences(doc, pack), pack.Only(cues...)
		all = append(all, refs)
		for _, p := range doc.Provisions() {
			if p.State == document.TreatyText {
				continue
			}
			drafts = append(drafts, &draft{doc: doc, provision: p, pack: pack, cues: cues, refs: refs})
		}
	}
	introduce(all)
	scan(drafts)
	b.fullAge(drafts)
	b.backings(drafts)
	for _, d := range drafts {
		b.define(d)
	}
	b.terms.settle()
	for _, d := range drafts {
		b.chain(d)
	}
	var norms []*Norm
	for i := 0; i < len(drafts); {
		doc, refs, first := drafts[i].doc, drafts[i].refs, len(norms)
		b.previous = nil
		for ; i < len(drafts) && drafts[i].doc == doc; i++ {
			norms = append(norms, b.norms(drafts[i])...)
		}
		scopes(refs, norms[first:])
	}
	defaultPenalties(norms)
	separatePenalties(norms)
	nationalsTried(norms)
	return norms
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

// backings notes which provisions are punished by another one: "whoever
// contravenes section 4 is liable to imprisonment", "… any provision of this Act".
func (b *builder) backings(drafts []*draft) {
	b.backed = map[*document.Section]bool{}
	for _, d := range drafts {
		for i := range d.readings {
			if !d.reads(i, "contravention") || !d.punishes(i, "punishable") {
				continue
			}
			for _, p := range d.cited(i) {
				b.backed[p] = true
			}
			if d.reads(i, "this_text") {
				b.backed[d.doc.Root] = true
			}
		}
	}
}

type builder struct {
	lib      *lexicon.Library
	pack     *lexicon.Pack
	terms    *terms
	majority int
	previous []*Norm                    // the norms of the provision read before
	backed   map[*document.Section]bool // provisions, or whole texts, that another provision punishes
}
