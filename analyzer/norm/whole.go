package norm

import "lacuna/analyzer/lexicon"

// mostWhole is how many words a section may have to be read as one rule.
const mostWhole = 500

// whole reads the rules of a section together, where it holds several and makes
// nothing punishable: what one paragraph begins, another often completes.
func (b *builder) whole(norms []*Norm) *Norm {
	if len(norms) < 2 {
		return nil
	}
	words, hits := 0, 0
	for _, n := range norms {
		if n.Kind == Offence || n.Kind == Aggravation {
			return nil
		}
		words, hits = words+len(n.tokens), hits+len(n.Hits)
	}
	if words > mostWhole {
		return nil
	}
	w := &Norm{tokens: make([]lexicon.Token, 0, words), Hits: make([]Hit, 0, hits), Kind: Whole, Doc: norms[0].Doc, Provision: norms[0].Provision, Unit: norms[0].Unit, has: bits{lib: b.lib}}
	for _, n := range norms {
		first := len(w.Pieces)
		w.Pieces = append(w.Pieces, n.Pieces...)
		w.tokens = append(w.tokens, n.tokens...)
		for _, h := range n.Hits {
			h.Piece += first
			w.Hits = append(w.Hits, h)
		}
	}
	w.index()
	w.heading = norms[0].heading
	return w
}
