package lexicon

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

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
	stuck      bool   // a number stands right behind it
	first      bool   // it begins a line
}

// glyphs are the words of a text in their order.
type glyphs []glyph

// lineStart stands for what is before the first word of a line.
const lineStart = "\n"

// before is the word before that of an index; empty where a stop or a comma parts them.
func (g glyphs) before(i int) string {
	switch {
	case g[i].first:
		return lineStart
	case i > 0 && g[i].start-g[i-1].end <= len(", "):
		return g[i-1].word
	}
	return ""
}

// around are the words beside that of an index.
func (g glyphs) around(i int) (out [2]string) {
	out[0] = g.before(i)
	if i+1 < len(g) && !g[i+1].first && g[i+1].start-g[i].end <= len(", ") {
		out[1] = g[i+1].word
	}
	return out
}

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

// known is a word with its shape.
type known struct {
	word   []rune
	shapes [2][]rune
	times  int // in the text
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

// glyphs cuts the pictures' text into words and counts those read surely.
func (m *mender) glyphs(text string, pictures, doubts []Seen) glyphs {
	var out glyphs
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
			g := glyph{start: start, end: i, doubted: len(doubts) > 0 && doubts[0].Start < i}
			if n := m.beforeNumber(text, start, i); n > 0 {
				g.end, g.stuck = start+n, true
			}
			g.word = m.pack.word(text[start:g.end])
			k := len(out) - 1
			g.alone = k >= 0 && out[k].end == start-1 && text[start-1] == ' '
			g.first = start == 0 || text[start-1] == '\n'
			out = append(out, g)
			if !g.doubted {
				m.count[g.word]++
				if g.first && numberFollows(text[g.end:]) {
					m.head(g.word, text[g.start:g.end])
				}
				if before := out.before(k + 1); before != "" && (k < 0 || !out[k].doubted || before == lineStart) {
					m.beside[[2]string{before, g.word}]++
				}
			}
		}
	}
	return out
}

// head notes a word that begins a line before a number, and how it is mostly written.
func (m *mender) head(word, read string) {
	if m.heads[word]++; m.spelt[word] == "" {
		m.spelt[word] = read
	}
	m.spellings[[2]string{word, read}]++
	if m.spellings[[2]string{word, read}] > m.spellings[[2]string{word, m.spelt[word]}] {
		m.spelt[word] = read
	}
}

// gap is the space that was not seen behind a word.
func (g glyph) gap() string {
	if g.stuck {
		return " "
	}
	return ""
}

// beforeNumber returns the length of a word that a number is stuck to, "Article12": at
// the beginning of a line, or before two figures or more; 0 where none is.
func (m *mender) beforeNumber(text string, start, end int) int {
	word := strings.TrimRightFunc(text[start:end], unicode.IsDigit)
	figures := end - start - len(word)
	first := start == 0 || text[start-1] == '\n'
	if figures == 0 || figures < 2 && !first || utf8.RuneCountInString(word) <= shortest {
		return 0
	}
	return len(word)
}

// mostJoined is how many words may be read as one.
const mostJoined = 4

// oftenEnough is how often a text has a word that is not taken for a slip.
const oftenEnough = 3

// learn indexes the words that may be meant.
func (m *mender) learn() {
	add := func(word string, times int) {
		if utf8.RuneCountInString(word) < 2 || !lettersOnly(word) {
			return
		}
		k := known{[]rune(word), shapes(word), times}
		for _, s := range k.shapes {
			for _, t := range trigrams(s) {
				if list := m.index[t]; len(list) == 0 || list[len(list)-1] != len(m.known) {
					m.index[t] = append(list, len(m.known))
				}
			}
		}
		m.known = append(m.known, k)
	}
	for _, word := range keys(m.pack.words) {
		add(word, m.count[word])
	}
	others := slices.Concat(keys(m.pack.light), keys(m.pack.clauses), keys(m.pack.units), keys(m.count))
	slices.Sort(others)
	for _, word := range slices.Compact(others) {
		if m.pack.words[word] == 0 && (m.lexical(word) || m.count[word] > 1) {
			add(word, m.count[word])
		}
	}
}

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

// mark returns the word that most likely begins a line before a number, as the word for
// article does, in its commonest spelling, and how many pieces more it was read in; empty
// where what stands there is none of the words with which lines of the text often begin.
func (m *mender) mark(text string, all glyphs, i int) (word string, more int) {
	g := all[i]
	if !g.first {
		return "", 0
	}
	read := []string{g.word}
	if i+1 < len(all) && all[i+1].alone && lettersOnly(all[i+1].word) {
		read = append(read, g.word+all[i+1].word)
	}
	best := mostMark + 1
	for n, w := range read {
		if !numberFollows(text[all[i+n].end:]) {
			continue
		}
		for _, k := range keys(m.heads) {
			far := datafile.Distance([]rune(w), []rune(k), best)
			if m.heads[k] >= oftenEnough && far < best && far*3 <= utf8.RuneCountInString(k)+1 {
				best, word, more = far, k, n
			}
		}
	}
	if word == "" || best == 0 && more == 0 && m.spelt[word] == text[g.start:g.end] {
		return "", 0
	}
	return m.spelt[word], more
}

// mostMark is by how many letters a word before a number may differ from the one it is taken for.
const mostMark = 2

// numberFollows reports whether a number follows a word, or what was read for one.
func numberFollows(rest string) bool {
	rest = strings.TrimLeft(rest, " .,")
	token := rest[:len(rest)-len(strings.TrimLeft(rest, "0123456789lIOoZSBb"))]
	next, _ := utf8.DecodeRuneInString(rest[len(token):])
	return token != "" && (!unicode.IsLetter(next) || next == 'º' || next == 'ª') && (strings.ContainsAny(token, "0123456789") || len(token) < 3)
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

// rival is a known word and how far it is from what was read.
type rival struct{ at, far int }

// nearest returns the known word that differs least, in letters and in shape together,
// from what was read between two others; empty where it differs too much, or several
// differ as little. A word that the text has often, or beside one of the two, counts as nearer. A number
// in words is taken only where no other number is nearly as near.
func (m *mender) nearest(word string, doubted bool, around [2]string) string {
	letters := utf8.RuneCountInString(word)
	rivals := slices.Clone(m.rivals(word, doubted))
	for i, r := range rivals {
		k := string(m.known[r.at].word)
		if m.beside[[2]string{around[0], k}]+m.beside[[2]string{k, around[1]}] > 0 {
			rivals[i].far--
		}
		if m.known[r.at].times >= oftenEnough {
			rivals[i].far--
		}
	}
	m.sort(rivals)
	if len(rivals) == 0 || rivals[0].far > allowance(letters, doubted) {
		return ""
	}
	first := &m.known[rivals[0].at]
	for _, r := range rivals[1:] {
		k := &m.known[r.at]
		switch {
		case r.far == rivals[0].far && !sameWord(first.word, k.word) && first.times < surely*max(1, k.times),
			r.far <= rivals[0].far+1 && m.number(first.word) && m.number(k.word):
			return ""
		}
	}
	return string(first.word)
}

// sort puts the nearest first, of those as near the one that the text has most often.
func (m *mender) sort(rivals []rival) {
	slices.SortFunc(rivals, func(a, b rival) int {
		return cmp.Or(cmp.Compare(a.far, b.far), cmp.Compare(m.known[b.at].times, m.known[a.at].times), cmp.Compare(a.at, b.at))
	})
}

// surely is how many times as often as a rival a text has a word that is taken for it.
const surely = 3

// rivals lists the known words that may be meant.
func (m *mender) rivals(word string, doubted bool) []rival {
	key := word
	if doubted {
		key = "?" + word
	}
	if out, ok := m.found[key]; ok {
		return out
	}
	w, shapes := []rune(word), shapes(word)
	var out []rival
	for _, i := range m.candidates(shapes) {
		k := &m.known[i]
		seen := min(datafile.Distance(shapes[0], k.shapes[0], mostShape), datafile.Distance(shapes[1], k.shapes[1], mostShape))
		if seen > 0 && !doubted || seen == mostShape || string(k.word) == word {
			continue
		}
		if far := seen + datafile.Distance(w, k.word, mostLetters); far <= mostLetters {
			out = append(out, rival{i, far})
		}
	}
	m.found[key] = out
	return out
}

// Bounds of the differences that are counted, in shape and in letters.
const (
	mostShape   = 3
	mostLetters = 5
)

// number reports whether a known word is a number.
func (m *mender) number(word []rune) bool {
	_, unit := m.pack.units[string(word)]
	return unit
}

// candidates lists the known words that share enough trigrams of their shapes.
func (m *mender) candidates(shapes [2][]rune) []int {
	shared := map[int]int{}
	for _, s := range shapes {
		for _, t := range trigrams(s) {
			for _, i := range m.index[t] {
				shared[i]++
			}
		}
	}
	var out []int
	for i, n := range shared {
		if n*4 >= len(shapes[0])-2 {
			out = append(out, i)
		}
	}
	return out
}
