package lexicon

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"lacuna/analyzer/datafile"
)

// Reading is what a word of a picture most likely is.
type Reading struct {
	Start, End int    // byte offsets of what was read
	Word       string // the word, or two; what was read where that is a word already
}

// Seen is a stretch of a text that was read in pictures, or a word of it.
type Seen struct{ Start, End int }

// glyph is a word as it was read.
type glyph struct {
	start, end int
	word       string // folded
	doubted    bool   // its reader was not sure of it
	alone      bool   // a single space stands before it
}

// mender knows the words that a text may hold: those of the lexicon, and those that
// the text itself has more than once.
type mender struct {
	pack  *Pack
	count map[string]int // of the text's words, those read surely
	index map[string][]int
	known []known
	found map[string]string // by what was read; a mark before it tells doubted words
}

// known is a word with its shape.
type known struct {
	word, shape []rune
	times       int // in the text
}

// Mend lists what the words most likely are that were read wrongly in pictures, or
// with doubt: words of the lexicon or of the text itself that differ by a few strokes,
// words torn apart and joined. Figures are left as they are, so that no age
// becomes another; of words whose reader was sure only those are touched that differ from a
// known word by what looks alike. pictures are the stretches that were read in pictures.
func (p *Pack) Mend(text string, pictures, doubts []Seen) []Reading {
	m := &mender{pack: p, count: map[string]int{}, index: map[string][]int{}, found: map[string]string{}}
	glyphs := m.glyphs(text, pictures, doubts)
	m.learn()
	var out []Reading
	for i := 0; i < len(glyphs); i++ {
		g := glyphs[i]
		read := text[g.start:g.end]
		if m.knows(g.word) {
			if g.doubted {
				out = append(out, Reading{g.start, g.end, read})
			}
			continue
		}
		if i+1 < len(glyphs) && glyphs[i+1].alone && (g.doubted || glyphs[i+1].doubted) && m.torn(g.word, glyphs[i+1].word) {
			out = append(out, Reading{g.start, glyphs[i+1].end, read + text[glyphs[i+1].start:glyphs[i+1].end]})
			i++
			continue
		}
		if word := m.mend(g); word != "" {
			out = append(out, Reading{g.start, g.end, inCase(word, read)})
		}
	}
	return out
}

// glyphs cuts the pictures' text into words and counts those read surely.
func (m *mender) glyphs(text string, pictures, doubts []Seen) []glyph {
	var out []glyph
	for _, p := range pictures {
		for i := p.Start; i < p.End; {
			r, n := utf8.DecodeRuneInString(text[i:])
			if !wordRune(r) {
				i += n
				continue
			}
			start := i
			for i < p.End {
				if r, n = utf8.DecodeRuneInString(text[i:]); !wordRune(r) {
					break
				}
				i += n
			}
			for len(doubts) > 0 && doubts[0].End <= start {
				doubts = doubts[1:]
			}
			g := glyph{start: start, end: i, word: m.pack.word(text[start:i]), doubted: len(doubts) > 0 && doubts[0].Start < i}
			k := len(out) - 1
			g.alone = k >= 0 && out[k].end == start-1 && text[start-1] == ' '
			out = append(out, g)
			if !g.doubted {
				m.count[g.word]++
			}
		}
	}
	return out
}

// oftenEnough is how often a text has a word that is not taken for a slip.
const oftenEnough = 2

// learn indexes the words that may be meant.
func (m *mender) learn() {
	add := func(word string, times int) {
		if utf8.RuneCountInString(word) < shortest || !lettersOnly(word) {
			return
		}
		k := known{[]rune(word), []rune(shape(word)), times}
		for _, t := range trigrams(k.shape) {
			if list := m.index[t]; len(list) == 0 || list[len(list)-1] != len(m.known) {
				m.index[t] = append(list, len(m.known))
			}
		}
		m.known = append(m.known, k)
	}
	for _, word := range keys(m.pack.words) {
		add(word, m.count[word])
	}
	for _, list := range []map[string]bool{m.pack.light, m.pack.clauses} {
		for _, word := range keys(list) {
			if m.pack.words[word] == 0 {
				add(word, m.count[word])
			}
		}
	}
	for _, word := range keys(m.count) {
		if m.count[word] >= oftenEnough && !m.lexical(word) {
			add(word, m.count[word])
		}
	}
}

// lexical reports whether the lexicon has a word.
func (m *mender) lexical(word string) bool {
	_, unit := m.pack.units[word]
	return m.pack.words[word] > 0 || m.pack.light[word] || m.pack.clauses[word] || unit
}

// knows reports whether a word needs no mending: it is known, or no word but a figure, a letter.
func (m *mender) knows(word string) bool {
	return utf8.RuneCountInString(word) < 2 || m.lexical(word) || m.pack.bare(word) != "" || m.count[word] > oftenEnough || !mostlyLetters(word)
}

// torn reports whether two pieces make one word.
func (m *mender) torn(a, b string) bool {
	whole := a + b
	return utf8.RuneCountInString(whole) > 4 && (m.pack.words[whole] > 0 || m.count[whole] >= oftenEnough) && !(m.lexical(a) && m.lexical(b))
}

// mend returns the word that is most likely meant; empty where none is.
func (m *mender) mend(g glyph) string {
	key := g.word
	if g.doubted {
		key = "?" + key
	}
	word, ok := m.found[key]
	if !ok {
		word = m.search(g)
		m.found[key] = word
	}
	return word
}

func (m *mender) search(g glyph) string {
	if two := m.joined(g); two != "" {
		return two
	}
	if word := m.nearest(g.word, g.doubted); word != "" {
		return word
	}
	for _, a := range m.pack.prefixes {
		if rest, ok := strings.CutPrefix(g.word, a); ok && utf8.RuneCountInString(rest) > shortest {
			if word := m.nearest(rest, g.doubted); word != "" {
				return a + word
			}
		}
	}
	return ""
}

// joined parts a word in two that the text or the lexicon knows, one of them a small one.
func (m *mender) joined(g glyph) string {
	if !g.doubted {
		return ""
	}
	for i := range g.word {
		a, b := g.word[:i], g.word[i:]
		if a == "" || !m.pack.light[a] && !m.pack.light[b] {
			continue
		}
		if m.whole(a) && m.whole(b) && len(a)+len(b) > 4 {
			return a + " " + b
		}
	}
	return ""
}

// whole reports whether a piece of a word is surely a word.
func (m *mender) whole(word string) bool {
	n := utf8.RuneCountInString(word)
	return m.pack.light[word] && (n > 1 || m.count[word] > 0) || n > shortest && (m.pack.words[word] > 0 || m.count[word] >= oftenEnough)
}

// nearest returns the known word that differs least, in letters and in shape together;
// empty where it differs too much, or several differ as little.
func (m *mender) nearest(word string, doubted bool) string {
	w, s := []rune(word), []rune(shape(word))
	most := allowance(len(w), doubted)
	best, at := most+1, -1
	second := most + 1 // of a number in words that is another one
	close := false     // another word differs as little
	for _, i := range m.candidates(s) {
		k := &m.known[i]
		seen := datafile.Distance(s, k.shape, 3)
		if seen > 0 && !doubted || seen >= 3 {
			continue
		}
		d := seen + datafile.Distance(w, k.word, 5)
		switch {
		case d > most:
			second = min(second, d)
		case d < best || d == best && k.times > m.known[at].times:
			if at >= 0 {
				second = min(second, best)
			}
			close = d == best && !sameWord(k.word, m.known[at].word) && k.times < 3*m.known[at].times
			best, at = d, i
		case d == best:
			second = d
			close = close || !sameWord(k.word, m.known[at].word) && m.known[at].times < 3*k.times+1
		default:
			second = min(second, d)
		}
	}
	if at < 0 || close || m.number(at) && second <= best+1 {
		return ""
	}
	return string(m.known[at].word)
}

// number reports whether a known word is a number.
func (m *mender) number(at int) bool {
	_, unit := m.pack.units[string(m.known[at].word)]
	return unit
}

// allowance is how far a word may differ from what was read, in letters and in shape together.
func allowance(letters int, doubted bool) int {
	switch {
	case letters < 4:
		return 1
	case !doubted:
		return 2
	case letters < 6:
		return 2
	case letters < 9:
		return 3
	}
	return 4
}

// sameWord reports whether two words are forms of one, as far as their beginning tells.
func sameWord(a, b []rune) bool {
	n := 0
	for n < len(a) && n < len(b) && a[n] == b[n] {
		n++
	}
	return n >= 4 && n >= max(len(a), len(b))-2
}

// candidates lists the known words that share enough trigrams of their shapes.
func (m *mender) candidates(shape []rune) []int {
	all := trigrams(shape)
	shared := map[int]int{}
	for _, t := range all {
		for _, i := range m.index[t] {
			shared[i]++
		}
	}
	var out []int
	for i := range m.known {
		if n := shared[i]; n > 0 && n*4 >= len(all)-3 {
			out = append(out, i)
		}
	}
	return out
}

// trigrams are the runs of three letters in a word, its ends counted as letters.
func trigrams(word []rune) []string {
	s := append(append([]rune{'^'}, word...), '$')
	var out []string
	for i := 0; i+3 <= len(s); i++ {
		out = append(out, string(s[i:i+3]))
	}
	return out
}

// alike are letters that look alike to a machine, each group by its first.
var alike = func() map[rune]rune {
	out := map[rune]rune{}
	for _, group := range []string{"l1ij", "ft", "o0cea", "s5", "b6h", "g9q", "unvy", "z2", "инп", "оесc", "шщц", "ьъв", "тг", "лд", "з3", "ах",
		"بتثنيىئ", "جحخ", "دذ", "رزو", "سش", "صض", "طظ", "عغ", "فق", "ةهم", "الكأإآ"} {
		first := rune(0)
		for _, r := range group {
			if first == 0 {
				first = r
			}
			if _, twice := out[r]; !twice {
				out[r] = first
			}
		}
	}
	return out
}()

// pairs are two letters that look like one.
var pairs = strings.NewReplacer("rn", "m", "in", "m", "vv", "w", "cl", "d", "ri", "n", "ii", "u", "li", "h")

// shape levels what looks alike: letters without their marks and dots, the pairs that
// look like one letter, small l and the figure one.
func shape(word string) string {
	return strings.Map(func(r rune) rune {
		if a, ok := alike[r]; ok {
			return a
		}
		return r
	}, pairs.Replace(unmarked(word)))
}

// inCase writes a word in capitals where what was read begins with them.
func inCase(word, read string) string {
	first, n := utf8.DecodeRuneInString(read)
	switch {
	case !unicode.IsUpper(first):
		return word
	case utf8.RuneCountInString(read) > 2 && strings.ToUpper(read[n:]) == read[n:]:
		return strings.ToUpper(word)
	}
	r, n := utf8.DecodeRuneInString(word)
	return string(unicode.ToUpper(r)) + word[n:]
}

// mostlyLetters reports whether a word holds more letters than figures, and so is
// neither a number nor one with a letter behind it.
func mostlyLetters(word string) bool {
	letters, figures := 0, 0
	for _, r := range word {
		if unicode.IsDigit(r) {
			figures++
		} else {
			letters++
		}
	}
	return letters > 2*figures
}

func lettersOnly(word string) bool { return strings.IndexFunc(word, unicode.IsDigit) < 0 }

// unmarked is a word without the marks on its letters.
func unmarked(word string) string {
	return strings.Map(func(r rune) rune {
		if unicode.Is(unicode.Mn, r) {
			return -1
		}
		return r
	}, norm.NFD.String(word))
}
