package lexicon

import "math/bits"

// Most patterns that begin with a word fail at the next one. A pattern is therefore held
// against a text only where what it asks for next may stand: words are told apart by
// one of 64 signs, and what the next words' signs are is one look-up.

// signs is a set of signs of words.
type signs uint64

// anything is what a pattern asks for that may go on with any word, or end.
const anything = ^signs(0)

// sign returns the sign of a word by its number; 0, which no pattern holds, has none.
func sign(word int) signs {
	if word == 0 {
		return 0
	}
	return 1 << (uint32(word) * 0x9e3779b1 >> 26)
}

// windows is over how many spans of words ahead signs are gathered: 1, 2, 4, 8 and 16.
const windows = 5

// start is a pattern by its first word, with what must follow.
type start struct {
	*pattern
	next   signs // of one of the words that follow
	window uint8 // how far: over 1 << window words
}

// startOf says what must follow the first atom of a pattern.
func startOf(pat *pattern) start {
	next, far := signs(0), 1
	for _, a := range pat.atoms[1:] {
		switch a.kind {
		case given:
		case gap:
			far += a.most
		case words:
			for _, w := range a.words {
				next |= sign(w)
			}
			if a.optional {
				continue
			}
			if window := bits.Len(uint(far - 1)); window < windows {
				return start{pat, next, uint8(window)}
			}
			return start{pat, anything, 0}
		default:
			return start{pat, anything, 0}
		}
	}
	return start{pat, anything, 0}
}

// look gathers the signs of the words ahead of each token.
func (s *scanner) look() {
	for w := range s.ahead {
		s.ahead[w] = append(s.ahead[w][:0], make([]signs, len(s.words)+1)...)
	}
	for i := len(s.words) - 1; i >= 0; i-- {
		s.ahead[0][i] = sign(s.words[i][0]) | sign(s.words[i][1])
		for w := 1; w < windows; w++ {
			half := s.ahead[w-1]
			s.ahead[w][i] = half[i] | half[min(i+1<<(w-1), len(s.words))]
		}
	}
}

// mayFollow reports whether what a pattern asks for next may stand behind token i.
func (s *scanner) mayFollow(p *start, i int) bool {
	return p.next == anything || p.next&s.ahead[p.window][i+1] != 0
}
