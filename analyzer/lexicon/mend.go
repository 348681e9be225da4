package lexicon

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
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

// opens reports whether a capital may be looked for: at the beginning of a line, behind the
// number there, behind a bracket.
func (g glyphs) opens(text string, i int) bool {
	return g[i].first || strings.HasSuffix(text[:g[i].start], "(") || i > 0 && g[i-1].first && !mostlyLetters(g[i-1].word)
}

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
			g.doubted = g.doubted || !lettersOnly(g.word) && mostlyLetters(g.word)
			k := len(out) - 1
			g.alone = k >= 0 && out[k].end == start-1 && text[start-1] == ' '
			g.first = lineBegins(text, start)
			out = append(out, g)
			if !g.doubted {
				if lettersOnly(g.word) {
					m.count[g.word]++
				}
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
	word := strings.TrimRight(text[start:end], "0123456789")
	if first := lineBegins(text, start); first {
		if at := strings.IndexFunc(text[start:end], unicode.IsDigit); len(word) == end-start && at > 0 && strings.Trim(text[start+at:end], figureLike) == "" {
			word = text[start : start+at] // "Article3S"
		}
		if numberFollows(text[end:]) || end-start-len(word) == 1 && !strings.HasPrefix(text[end:], ".") && !strings.HasPrefix(text[end:], "\n") {
			return 0
		}
	} else if end-start-len(word) < 2 {
		return 0
	}
	if !strings.ContainsAny(text[start+len(word):end], "0123456789") || utf8.RuneCountInString(word) <= shortest {
		return 0
	}
	return len(word)
}

// lineBegins reports whether nothing but a section sign stands in the line before an offset.
func lineBegins(text string, at int) bool {
	before := strings.TrimRight(text[:at], "§ ")
	return before == "" || before[len(before)-1] == '\n'
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

// mark returns the word that most likely begins a line before a number, as the word for
// article does, in its commonest spelling, and how many pieces more it was read in; empty
// where what stands there is none of the words with which lines of the text often begin.
func (m *mender) mark(text string, all glyphs, i int) (word string, more int) {
	g := all[i]
	if !g.first {
		return "", 0
	}
	read := []string{g.word}
	if i+1 < len(all) && all[i+1].alone && mostlyLetters(all[i+1].word) {
		read = append(read, g.word+all[i+1].word)
	}
	best := 0
	for n, w := range read {
		if !numberFollows(text[all[i+n].end:]) {
			continue
		}
		for _, k := range keys(m.heads) {
			most := allowance(utf8.RuneCountInString(k), true) + 1
			if cost := misreadCost(sketched(w), sketched(k), most); m.heads[k] >= oftenEnough && cost < most && (word == "" || cost < best) {
				best, word, more = cost, k, n
			}
		}
	}
	if word == "" || best == 0 && more == 0 && m.spelt[word] == text[g.start:g.end] {
		return "", 0
	}
	return m.spelt[word], more
}

// numberFollows reports whether a number follows a word, or what was read for one.
func numberFollows(rest string) bool {
	rest = strings.TrimLeft(rest, " .,")
	token := rest[:len(rest)-len(strings.TrimLeft(rest, "0123456789lIOoZSBb"))]
	next, _ := utf8.DecodeRuneInString(rest[len(token):])
	return token != "" && (!unicode.IsLetter(next) || next == 'º' || next == 'ª') && (strings.ContainsAny(token, "0123456789") || len(token) < 3)
}
