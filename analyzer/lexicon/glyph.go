package lexicon

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

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
