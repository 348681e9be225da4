package ingest

import (
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"

	"lacuna/analyzer/ingest/build"
	"lacuna/analyzer/ingest/lazy"
)

// lineMark matches what begins a block of its own even inside hard-wrapped
// text: (a), a), 1., –, Article 12, § 5.
var lineMark = lazy.Pattern(`^[\[“"]?(?:\([\p{L}\d]{1,5}\)|[\p{L}\d]{1,4}\)|\d{1,4}\p{L}{0,3}\.(?:\s|-|–|—|$)|[–—•*\-]\s|§+\s*\d|\d{1,4}(?:[ /]?\p{L})?\.?\s?§|\p{Lu}\p{L}*\.?\s+(?:\d[\p{L}\d\-]*|[IVXLC]+)\s*(?:[.:\-–—º°(]|$))`)

// wrapping says how a text breaks its lines.
type wrapping struct {
	width int // in letters; 0 where every line is a paragraph
	words build.Words
}

// findWrapping measures whether most lines end near a common width.
func findWrapping(lines []string) wrapping {
	var widths []int
	for _, l := range lines {
		if n := utf8.RuneCountInString(strings.TrimRight(l, " \t\r")); n > 0 {
			widths = append(widths, n)
		}
	}
	if len(widths) < 3 {
		return wrapping{}
	}
	sort.Ints(widths)
	width := widths[len(widths)*97/100]
	inner, full := 0, 0
	for i, l := range lines {
		if strings.TrimSpace(l) == "" || i+1 >= len(lines) || strings.TrimSpace(lines[i+1]) == "" {
			continue
		}
		inner++
		if utf8.RuneCountInString(strings.TrimRight(l, " \t\r"))*10 >= width*8 {
			full++
		}
	}
	if width > 160 || width < 30 || inner == 0 || full*10 < inner*4 || widths[len(widths)-1] > width*2 {
		return wrapping{}
	}
	w := wrapping{width: width, words: build.Words{}}
	for _, l := range lines {
		w.words.Learn(l)
	}
	return w
}

// joins reports whether the line b goes on with the paragraph whose last line
// is a. single is whether that paragraph has one line so far.
func (w wrapping) joins(a, b string, single bool) bool {
	if w.width == 0 {
		return false
	}
	a, trimmed := strings.TrimRight(a, " \t\r"), strings.TrimSpace(b)
	first := trimmed
	if i := strings.IndexFunc(first, unicode.IsSpace); i > 0 {
		first = first[:i]
	}
	full := utf8.RuneCountInString(a)+1+utf8.RuneCountInString(first) > w.width-w.width/20
	if lineMark().MatchString(trimmed) && (!full || closes(a)) {
		return false
	}
	if d := indentOf(b) - indentOf(a); d >= 2 && (closes(a) || !lineMark().MatchString(strings.TrimSpace(a))) || d <= -2 && !single && closes(a) {
		return full && !closes(a)
	}
	if opensLower(trimmed) && !closes(a) {
		return utf8.RuneCountInString(a)*10 >= w.width*6
	}
	return full
}

// resumes reports whether a line takes up, after a blank line or on the next
// page, a sentence that the line a broke off for want of room.
func (w wrapping) resumes(a, b string) bool {
	return w.width > 0 && opensLower(strings.TrimSpace(b)) && !closes(a) && utf8.RuneCountInString(strings.TrimRight(a, " \t\r"))*10 >= w.width*8
}

// closes reports whether a line ends as a sentence or a list point does.
func closes(s string) bool {
	s = strings.TrimRight(s, " ”’\"')]»")
	return s != "" && strings.ContainsRune(".;:?!—", lastRune(s))
}

func lastRune(s string) rune {
	r, _ := utf8.DecodeLastRuneInString(s)
	return r
}

func opensLower(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsLower(r)
}

// indentOf is how far a line is indented, in letters.
func indentOf(s string) int {
	n := 0
	for _, r := range s {
		switch r {
		case '\t':
			n += 8 - n%8
		case ' ', '\u00a0':
			n++
		default:
			return n
		}
	}
	return 0
}
