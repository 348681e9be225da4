package ingest

import (
	"strconv"
	"strings"
	"unicode"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"lacuna/analyzer/ingest/lazy"
)

// listStyles are the ways in which style sheets mark list items, as the number
// formats of word processors.
var listStyles = map[string]string{
	"decimal": "decimal", "decimal-leading-zero": "decimalZero", "lower-alpha": "lowerAlphabetic", "lower-latin": "lowerAlphabetic",
	"upper-alpha": "upperAlphabetic", "upper-latin": "upperAlphabetic", "lower-roman": "lowerRoman", "upper-roman": "upperRoman",
	"arabic-indic": "arabicIndic", "hebrew": "hebrew1", "cjk-ideographic": "chineseCounting", "thai": "thaiNumbers", "devanagari": "hindiNumbers",
	"none": "none", "disc": "bullet", "circle": "bullet", "square": "bullet",
	"1": "decimal", "a": "lowerAlphabetic", "A": "upperAlphabetic", "i": "lowerRoman", "I": "upperRoman",
}

// listStyle finds the mark in the value of list-style, which holds other things, too.
func listStyle(value string) string {
	for _, word := range strings.Fields(value) {
		if listStyles[word] != "" {
			return word
		}
	}
	return ""
}

// htmlList is an open list and the number of its next item.
type htmlList struct {
	format string // "bullet" and "none" do not count
	next   int
	step   int
}

// newList opens a list as its element and its style say.
func newList(n *html.Node, l look) htmlList {
	out := htmlList{format: "bullet", next: 1, step: 1}
	if n.DataAtom == atom.Ol {
		out.format = "decimal"
	}
	if hasAttr(n, "reversed") {
		out.step, out.next = -1, 0
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			if c.DataAtom == atom.Li {
				out.next++
			}
		}
	}
	if v, err := strconv.Atoi(attr(n, "start")); err == nil {
		out.next = v
	}
	for _, style := range []string{attr(n, "type"), l.list} {
		if format := listStyles[style]; format != "" {
			out.format = format
		}
	}
	return out
}

// mark returns what a browser shows before an item, and counts on.
func (l *htmlList) mark(n *html.Node, style string) string {
	if v, err := strconv.Atoi(attr(n, "value")); err == nil {
		l.next = v
	}
	at := l.next
	l.next += l.step
	format := l.format
	for _, own := range []string{attr(n, "type"), style} {
		if f := listStyles[own]; f != "" {
			format = f
		}
	}
	switch format {
	case "none":
		return ""
	case "bullet":
		if ownMark().MatchString(strings.TrimSpace(innerText(n))) {
			return ""
		}
		return "• "
	}
	if at < 1 {
		format = "decimal"
	}
	text, _ := formatNumber(format, "", at)
	return text + ". "
}

// count resets and counts the counters that an element's style names.
func (w *htmlWriter) count(l look) {
	eachCounter(l.reset, 0, func(name string, v int) { w.counters[name] = v })
	eachCounter(l.increment, 1, func(name string, v int) { w.counters[name] += v })
}

// eachCounter reads a list of counters, each with a number behind it or not.
func eachCounter(list string, usual int, do func(name string, v int)) {
	words := strings.Fields(list)
	for i := 0; i < len(words); i++ {
		if words[i] == "none" {
			continue
		}
		name, v := words[i], usual
		if i+1 < len(words) {
			if n, err := strconv.Atoi(words[i+1]); err == nil {
				v = n
				i++
			}
		}
		do(name, v)
	}
}

// contentPart matches a string or a counter in the value of content.
var contentPart = lazy.Pattern(`"((?:[^"\\]|\\.)*)"|'((?:[^'\\]|\\.)*)'|counters?\(\s*([\w-]+)\s*(?:,\s*"[^"]*"\s*)?(?:,\s*([\w-]+)\s*)?\)`)

// generated writes what a style puts before an element's text.
func (w *htmlWriter) generated(l look) string {
	var b strings.Builder
	for _, m := range contentPart().FindAllStringSubmatch(l.content, -1) {
		if m[3] == "" {
			b.WriteString(cssString(m[1] + m[2]))
			continue
		}
		format := listStyles[m[4]]
		if format == "" {
			format = "decimal"
		}
		text, _ := formatNumber(format, "", w.counters[strings.ToLower(m[3])])
		b.WriteString(text)
	}
	if strings.IndexFunc(b.String(), func(r rune) bool { return r == '§' || unicode.IsLetter(r) || unicode.IsDigit(r) }) < 0 {
		return "" // a sign for the eye
	}
	return b.String()
}

var cssEscape = lazy.Pattern(`\\([0-9A-Fa-f]{1,6}) ?|\\(.)`)

// cssString reads the escapes in a string of a style sheet.
func cssString(s string) string {
	return cssEscape().ReplaceAllStringFunc(s, func(e string) string {
		m := cssEscape().FindStringSubmatch(e)
		if m[1] == "" {
			return m[2]
		}
		v, _ := strconv.ParseUint(m[1], 16, 32)
		return string(rune(v))
	})
}
