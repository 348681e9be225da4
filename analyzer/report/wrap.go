package report

import (
	"fmt"
	"io"
	"strings"
	"unicode"
)

// page writes plain text wrapped to a width, keeping the first error.
type page struct {
	w     io.Writer
	width int
	err   error
}

// line writes a sentence under an indent; further lines stand under hang.
func (p *page) line(indent, hang int, sentence string) {
	p.entry(strings.Repeat(" ", indent), indent, hang, sentence)
}

// entry writes a sentence after a lead that is filled up to the cell at;
// further lines stand under hang. A word longer than the line stands alone.
func (p *page) entry(lead string, at, hang int, sentence string) {
	var out strings.Builder
	out.WriteString(lead + strings.Repeat(" ", max(0, at-cells(lead))))
	used, fresh := max(at, cells(lead)), true
	for _, word := range words(sentence) {
		n := cells(word)
		if !fresh && used+1+n > p.width {
			closing, opening := balanced(out.String()[strings.LastIndexByte(out.String(), '\n')+1:])
			out.WriteString(closing + "\n" + strings.Repeat(" ", hang) + opening)
			used, fresh = hang, true
		}
		if !fresh {
			out.WriteByte(' ')
			used++
		}
		out.WriteString(word)
		used, fresh = used+n, false
	}
	p.put(out.String() + "\n")
}

// blank writes an empty line.
func (p *page) blank() { p.put("\n") }

func (p *page) put(s string) {
	if p.err == nil {
		_, p.err = io.WriteString(p.w, s)
	}
}

func (p *page) putf(format string, args ...any) { p.put(fmt.Sprintf(format, args...)) }

// cells counts the terminal cells of a word: marks that stand on another
// letter take none, East Asian wide letters two.
func cells(s string) int {
	n := 0
	for _, r := range s {
		switch {
		case unicode.In(r, unicode.Mn, unicode.Me, unicode.Cf):
		case unicode.In(r, unicode.Han, unicode.Hangul, unicode.Hiragana, unicode.Katakana):
			n += 2
		default:
			n++
		}
	}
	return n
}
