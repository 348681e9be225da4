package lexicon

import (
	"slices"
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
// the text itself has.
type mender struct {
	pack      *Pack
	count     map[string]int     // of the text's words, those read surely
	known     [2]*vocabulary     // of the lexicon, and of the text besides
	shared    []uint8            // trigrams that a known word shares with what was read
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
	m := &mender{pack: p, count: map[string]int{}, beside: map[[2]string]int{}, heads: map[string]int{}, spelt: map[string]string{}, spellings: map[[2]string]int{}, found: map[string][]rival{}}
	all := m.glyphs(text, pictures, doubts)
	m.known = [2]*vocabulary{p.vocabulary(), newVocabulary(slices.DeleteFunc(keys(m.count), p.has))}
	numbers := m.numbers(text, all)
	var out []Reading
	for i := 0; i < len(all); i++ {
		g := all[i]
		read := text[g.start:g.end]
		if len(numbers) > 0 && numbers[0].Start <= g.start {
			if i+1 == len(all) || all[i+1].start >= numbers[0].End {
				out, numbers = append(out, numbers[0]), numbers[1:]
			}
			continue
		}
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
		if best, ok := m.mend(all, i); ok {
			last := all[i+best.more]
			out = append(out, Reading{g.start, last.end, inCase(best.word, read, all.opens(text, i)) + last.gap()})
			i += best.more
			all[i].word = best.word
		}
	}
	return out
}

// mostJoined is how many words may be read as one.
const mostJoined = 4

// oftenEnough is how often a text has a word that is not taken for a slip.
const oftenEnough = 3

// knows reports whether a word needs no mending: it is known, or read surely elsewhere, or
// no word but a figure, a letter.
func (m *mender) knows(g glyph) bool {
	often := oftenEnough
	if g.doubted {
		often = 1
	}
	if !mostlyLetters(g.word) {
		return !g.doubted || !m.disguised(g.word)
	}
	return utf8.RuneCountInString(g.word) < 2 || m.pack.has(g.word) || m.pack.bare(g.word) != "" || m.count[g.word] >= often && !m.slip(g.word)
}

// slip reports whether a word that the text has is rather another that looks alike, and that
// it has much oftener.
func (m *mender) slip(word string) bool {
	return slices.ContainsFunc(m.rivals(word, true), func(r rival) bool {
		return r.cost <= alikes && m.count[r.word] >= oftenEnough && m.count[r.word] > surely*surely*m.count[word]
	})
}

// disguised reports whether what looks like a figure with letters is a word of which
// one letter was read as a figure: "5erá", "0f".
func (m *mender) disguised(word string) bool {
	figures := strings.TrimLeft(word, "0123456789")
	if lettersOnly(word) || figures == "" || len(figures) < len(word) && word[0] != '0' && utf8.RuneCountInString(figures) < shortest && (word[0] == '1' || len(figures) < 2) {
		return false
	}
	return slices.ContainsFunc(m.rivals(word, true), func(r rival) bool {
		return r.cost <= alikes && (m.pack.has(r.word) || m.count[r.word] >= oftenEnough)
	})
}
