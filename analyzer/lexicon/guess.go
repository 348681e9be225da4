package lexicon

import (
	"maps"
	"slices"
)

// leastShare is the share of a text's words that must be small words of a
// language for a guess; sureShare is more than related languages share.
const (
	leastShare = 0.12
	sureShare  = 0.35
)

// Guess returns the language whose small words make up the largest share of a
// text: one with a lexicon, or a neighbour of one that is told apart by its own
// small words; empty where none makes up enough. likely is tried first, beside the
// neighbours. It settles what guessing by letters gets wrong, as Arabic taken for Urdu
// and Catalan for Spanish.
func (l *Library) Guess(text, likely string) string {
	among := l.Languages()
	if l.share(text, likely) >= sureShare {
		among = []string{likely}
	}
	best, language := leastShare, ""
	for _, name := range slices.Concat(among, slices.Sorted(maps.Keys(l.neighbours))) {
		if share := l.share(text, name); share > best {
			best, language = share, name
		}
	}
	return language
}

// fitShare is the share of small words below which a text is surely not in a language.
const fitShare = 0.06

// Fits reports whether a text may be in a language that has a lexicon: whether
// enough of its words are small words of it.
func (l *Library) Fits(text, language string) bool { return l.share(text, language) >= fitShare }

// share is how many of a text's words are small words of a language; 0 where
// none are known.
func (l *Library) share(text, language string) float64 {
	p, words := l.Pack(language), l.neighbours[language]
	if p == nil && words == nil {
		return 0
	}
	tokens := p.Tokens(text, 0)
	small := 0
	for _, t := range tokens {
		if words[t.Word] || p != nil && (p.light[t.Word] || p.clauses[t.Word]) {
			small++
		}
	}
	return float64(small) / float64(max(1, len(tokens)))
}

// readNeighbours reads the small words of languages without a lexicon.
func readNeighbours(file map[string][]string) map[string]map[string]bool {
	out := map[string]map[string]bool{}
	for language, words := range file {
		out[language] = map[string]bool{}
		for _, w := range words {
			out[language][Fold(w)] = true
		}
	}
	return out
}
