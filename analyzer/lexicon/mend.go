package lexicon

import (
	"strings"
	"unicode/utf8"
)

// Reading is what a word of a picture most likely is.
type Reading struct {
	Start, End int    // byte offsets of what was read
	Word       string // the word, or two; what was read where that is a word already
}

// Seen is a stretch of a text that was read in pictures, or a word of it.
type Seen struct{ Start, End int }

// mender knows the words that a text may hold: those of the lexicon, and those that
// the text itself has more than once.
type mender struct {
	pack      *Pack
	count     map[string]int // of the text's words, those read surely
	index     map[string][]int
	known     []known
	beside    map[[2]string]int  // words that stand side by side
	heads     map[string]int     // words that begin a line before a number
	spelt     map[string]string  // how those are mostly written
	spellings map[[2]string]int  // and how else
	found     map[string][]rival // by what was read; a mark before it tells doubted words
}

// Mend lists what the words most likely are that were read wrongly in pictures, or
// with doubt: words of the lexicon or of the text itself that differ by a few strokes,
// words torn apart and joined. Figures are left as they are, so that no age
// becomes another; of words whose reader was sure only those are touched that differ from a
// known word by what looks alike. pictures are the stretches that were read in pictures.
func (p *Pack) Mend(text string, pictures, doubts []Seen) []Reading {
	m := &mender{pack: p, count: map[string]int{}, index: map[string][]int{}, beside: map[[2]string]int{}, heads: map[string]int{}, spelt: map[string]string{}, spellings: map[[2]string]int{}, found: map[string][]rival{}}
	all := m.glyphs(text, pictures, doubts)
	m.learn()
	var out []Reading
	for i := 0; i < len(all); i++ {
		g := all[i]
		read := text[g.start:g.end]
		if word, more := m.mark(text, all, i); word != "" {
			out = append(out, Reading{g.start, all[i+more].end, word + all[i+more].gap()})
			i += more
			continue
		}
		if m.knows(g) {
			if g.doubted || g.stuck {
				out = append(out, Reading{g.start, g.end, read + g.gap()})
			}
			continue
		}
		if i+1 < len(all) && all[i+1].alone && m.torn(g.word, all[i+1].word) {
			out = append(out, Reading{g.start, all[i+1].end, read + text[all[i+1].start:all[i+1].end]})
			i++
			continue
		}
		if word := m.mend(all, i); word != "" {
			all[i].word = word
			out = append(out, Reading{g.start, g.end, inCase(word, read) + g.gap()})
		}
	}
	return out
}

// mostJoined is how many words may be read as one.
const mostJoined = 4

// oftenEnough is how often a text has a word that is not taken for a slip.
const oftenEnough = 3

// lexical reports whether the lexicon has a word.
func (m *mender) lexical(word string) bool {
	_, unit := m.pack.units[word]
	return m.pack.words[word] > 0 || m.pack.light[word] || m.pack.clauses[word] || unit
}

// knows reports whether a word needs no mending: it is known, or read surely elsewhere, or
// no word but a figure, a letter.
func (m *mender) knows(g glyph) bool {
	often := oftenEnough
	if g.doubted {
		often = 2
	}
	return utf8.RuneCountInString(g.word) < 2 || m.lexical(g.word) || m.pack.bare(g.word) != "" || m.count[g.word] >= often || !mostlyLetters(g.word)
}

// torn reports whether two pieces make one word.
func (m *mender) torn(a, b string) bool {
	whole := a + b
	return utf8.RuneCountInString(whole) > 4 && (m.pack.words[whole] > 0 || m.count[whole] >= oftenEnough) && !(m.lexical(a) && m.lexical(b))
}

// mend returns the word that is most likely meant by what stands at an index; empty
// where none is.
func (m *mender) mend(all glyphs, i int) string {
	g, around := all[i], all.around(i)
	if g.doubted {
		if several := m.joined(g.word, mostJoined); several != "" {
			return several
		}
	}
	if word := m.nearest(g.word, g.doubted, around); word != "" {
		return word
	}
	for _, a := range m.pack.prefixes {
		if rest, ok := strings.CutPrefix(g.word, a); ok && utf8.RuneCountInString(rest) > shortest {
			if word := m.nearest(rest, g.doubted, around); word != "" {
				return a + word
			}
		}
	}
	return ""
}

// joined parts what was read as one word into those that the text or the lexicon
// knows, one of them a small one; empty where it cannot be parted.
func (m *mender) joined(word string, pieces int) string {
	for i := range word {
		a, b := word[:i], word[i:]
		if a == "" || !m.whole(a) {
			continue
		}
		if m.whole(b) && len(a)+len(b) > 4 && (m.pack.light[a] || m.pack.light[b]) {
			return a + " " + b
		}
		if more := ""; pieces > 2 && m.pack.light[a] {
			if more = m.joined(b, pieces-1); more == "" && utf8.RuneCountInString(b) > shortest {
				more = m.nearest(b, false, [2]string{a, ""})
			}
			if more != "" {
				return a + " " + more
			}
		}
	}
	return ""
}

// whole reports whether a piece of a word is surely a word.
func (m *mender) whole(word string) bool {
	n := utf8.RuneCountInString(word)
	return m.pack.light[word] && (n > 1 || m.count[word] > 0) || n > shortest && (m.pack.words[word] > 0 || m.count[word] > 1)
}
