package norm

import (
	"slices"
	"unicode/utf8"

	"lacuna/analyzer/lexicon"
)

// heading is what the heading of a provision says.
type heading struct {
	concepts bits
	words    []string // those that carry weight, folded
	opening  bits     // where there is no heading: what the first sentence of the provision speaks of
}

// shortWord is up to how many letters a word of a heading carries no weight.
const shortWord = 3

func (g *heading) read(pack *lexicon.Pack, title []lexicon.Token) {
	for _, h := range pack.Scan(title) {
		g.concepts.add(h.Concept)
	}
	for _, t := range title {
		if utf8.RuneCountInString(t.Word) > shortWord && !pack.Light(t.Word) {
			g.words = append(g.words, t.Word)
		}
	}
}

// instead reads the first sentence of a provision that has no heading.
func (g *heading) instead(first *Norm) {
	if len(g.words) > 0 {
		return
	}
	for _, h := range first.Hits {
		if i, _ := first.has.lib.ID(h.Concept); h.Via == "" && !h.Exempt && !broken(first.tokens[:h.First]) {
			g.opening.add(i)
		}
	}
}

// named reports whether the words of the heading all stand among others: "the
// offence of trafficking a child", of the section "Trafficking of a child".
func (g *heading) named(tokens []lexicon.Token) bool {
	return len(g.words) > 0 && !slices.ContainsFunc(g.words, func(w string) bool {
		return !slices.ContainsFunc(tokens, func(t lexicon.Token) bool { return t.Word == w })
	})
}

// Headed reports whether the heading of the norm's provision holds one of the
// concepts, given by index.
func (n *Norm) Headed(concepts []int) bool {
	return n.heading != nil && slices.ContainsFunc(concepts, n.heading.concepts.get)
}

// Topic reports whether the heading of the norm's provision is on the point: it
// holds one of the concepts, given by index, or, over a general rule, a word of
// those by which the rule speaks of them ("Attempt", over "is guilty of an attempt").
func (n *Norm) Topic(concepts []int) bool {
	if n.heading == nil {
		return false
	}
	if slices.ContainsFunc(concepts, n.heading.concepts.get) || slices.ContainsFunc(concepts, n.heading.opening.get) {
		return true
	}
	if n.Kind != Rule {
		return false
	}
	for _, h := range n.Hits {
		if i, _ := n.has.lib.ID(h.Concept); h.Via != "" || !slices.Contains(concepts, i) {
			continue
		}
		for _, t := range n.tokens[h.First:h.Last] {
			if slices.Contains(n.heading.words, t.Word) && !n.pervades(t) {
				return true
			}
		}
	}
	return false
}

// pervades reports whether a word is one of those for crime, which stand in the
// heading of any rule: "Place of the crime", over "attempt at a crime".
func (n *Norm) pervades(t lexicon.Token) bool {
	return slices.ContainsFunc(n.Hits, func(h Hit) bool {
		return h.Via == "" && h.Concept == "any_offence" && slices.ContainsFunc(n.tokens[h.First:h.Last], func(o lexicon.Token) bool { return o.Word == t.Word })
	})
}
