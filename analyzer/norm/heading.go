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
	if slices.ContainsFunc(concepts, n.heading.concepts.get) {
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
			if slices.Contains(n.heading.words, t.Word) {
				return true
			}
		}
	}
	return false
}
