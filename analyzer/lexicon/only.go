package lexicon

import (
	"slices"
	"strings"
)

// Only returns the pack as it reads some concepts alone, and those of which their
// patterns are made; made once, it is the same for all who ask for these concepts.
func (p *Pack) Only(concepts ...string) *Pack {
	p.lib.lock.Lock()
	defer p.lib.lock.Unlock()
	key := p.Language + " " + strings.Join(concepts, " ")
	out := p.lib.reduced[key]
	if out == nil {
		out = p.reduce(concepts)
		p.lib.reduced[key] = out
	}
	return out
}

func (p *Pack) reduce(concepts []string) *Pack {
	needed := map[int]bool{}
	for _, c := range concepts {
		needed[p.lib.ids[c]] = true
	}
	out := *p
	out.layers = slices.Clone(p.layers)
	for i := range slices.Backward(out.layers) { // what a layer needs stands in earlier ones
		out.layers[i] = out.layers[i].reduce(needed)
	}
	out.layers = slices.DeleteFunc(out.layers, func(l layer) bool { return l.byWord == nil && len(l.byConcept) == 0 && l.byNumber == nil })
	return &out
}

// reduce keeps the patterns of needed concepts, and notes which others they need.
func (l *layer) reduce(needed map[int]bool) layer {
	keep := func(pats []*pattern) []*pattern {
		var out []*pattern
		for _, pat := range pats {
			if needed[pat.concept] {
				out = append(out, pat)
				for _, a := range pat.atoms {
					for _, c := range a.concepts {
						needed[c] = true
					}
				}
			}
		}
		return out
	}
	out := layer{byConcept: map[int][]*pattern{}, byNumber: keep(l.byNumber)}
	for concept, pats := range l.byConcept {
		if kept := keep(pats); kept != nil {
			out.byConcept[concept] = kept
		}
	}
	for word, starts := range l.byWord {
		for _, s := range starts {
			if kept := keep([]*pattern{s.pattern}); kept != nil {
				for len(out.byWord) <= word {
					out.byWord = append(out.byWord, nil)
				}
				out.byWord[word] = append(out.byWord[word], s)
			}
		}
	}
	return out
}
