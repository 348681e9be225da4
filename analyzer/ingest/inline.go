package ingest

import (
	"html"
	"strings"
	"unicode"
	"unicode/utf8"

	"lacuna/analyzer/ingest/build"
	"lacuna/analyzer/ingest/lazy"
)

var (
	mdBreak  = lazy.Pattern(`(?i)<br\s*/?>`)
	mdTag    = lazy.Pattern(`^</?[A-Za-z][^<>]*>|^<!--.*?-->`)
	mdAuto   = lazy.Pattern(`^<((?:https?|mailto):[^<>\s]+)>`)
	mdImage  = lazy.Pattern(`^!\[[^\]]*\]\([^)]*\)`)
	mdLink   = lazy.Pattern(`^\[((?:[^\[\]\\]|\\.|\[[^\[\]]*\])*)\]\((?:[^()\s]|\([^()]*\))*(?:\s+"[^"]*")?\)`)
	mdRef    = lazy.Pattern(`^\[\^([^\]\s]+)\]`)
	mdEntity = lazy.Pattern(`^&(?:#\d+|#[xX][0-9a-fA-F]+|\w+);`)
	mdStruck = lazy.Pattern(`(?is)^~~(.+?)~~|^<(?:del|s|strike)>(.*?)</(?:del|s|strike)>`)
)

// inlineText is a line of Markdown without its markup.
type inlineText struct {
	pieces                []build.Piece
	letters, bold, italic int
	notes                 []string // marks of the footnotes it refers to
	struck                []string
	buf                   strings.Builder
	raised                bool
	strong, slant         bool
}

// parseInline takes the markup out of a line.
func parseInline(s string) *inlineText {
	in := &inlineText{}
	in.parse(s, 0)
	in.cut()
	return in
}

// cut ends the open piece.
func (in *inlineText) cut() {
	if in.buf.Len() > 0 {
		in.pieces = append(in.pieces, build.Piece{Text: in.buf.String(), Raised: in.raised, Stressed: in.strong || in.slant})
		in.buf.Reset()
	}
}

func (in *inlineText) write(s string) {
	in.buf.WriteString(s)
	if strings.TrimSpace(s) == "" {
		return
	}
	in.letters += len(s)
	if in.strong {
		in.bold += len(s)
	}
	if in.slant {
		in.italic += len(s)
	}
}

func (in *inlineText) parse(s string, depth int) {
	for i := 0; i < len(s); {
		rest := s[i:]
		if n := in.markup(rest, s[:i], depth); n > 0 {
			i += n
			continue
		}
		_, size := utf8.DecodeRuneInString(rest)
		in.write(rest[:size])
		i += size
	}
}

// markup reads markup at the start of s and returns its length, 0 for none.
func (in *inlineText) markup(s, before string, depth int) int {
	switch s[0] {
	case '\\':
		if len(s) > 1 && s[1] < utf8.RuneSelf && unicode.In(rune(s[1]), unicode.P, unicode.S) {
			in.write(s[1:2])
			return 2
		}
	case '*', '_':
		return in.emphasis(s, before)
	case '`':
		return len(s) - len(strings.TrimLeft(s, "`"))
	case '~':
		return in.strike(s)
	case '<':
		return in.tag(s)
	case '!':
		return len(mdImage().FindString(s))
	case '[':
		if m := mdRef().FindStringSubmatch(s); m != nil {
			in.notes = append(in.notes, m[1])
			in.superscript(m[1])
			return len(m[0])
		}
		if m := mdLink().FindStringSubmatch(s); m != nil && depth < 4 {
			in.parse(m[1], depth+1)
			return len(m[0])
		}
	case '&':
		if m := mdEntity().FindString(s); m != "" {
			in.write(html.UnescapeString(m))
			return len(m)
		}
	}
	return 0
}

// emphasis reads the signs of bold and italic letters.
func (in *inlineText) emphasis(s, before string) int {
	n := 0
	for n < len(s) && n < 3 && s[n] == s[0] {
		n++
	}
	prev, _ := utf8.DecodeLastRuneInString(before)
	next, _ := utf8.DecodeRuneInString(s[n:])
	spaceBefore := before == "" || unicode.IsSpace(prev)
	spaceAfter := n == len(s) || unicode.IsSpace(next)
	if n == 1 && spaceBefore && spaceAfter {
		return 0
	}
	if s[0] == '_' && !spaceBefore && !spaceAfter && (unicode.IsLetter(prev) || unicode.IsDigit(prev)) && (unicode.IsLetter(next) || unicode.IsDigit(next)) {
		return 0
	}
	if s[0] == '_' && n == 3 { // a blank to be filled in
		return 0
	}
	in.cut()
	if n >= 2 {
		in.strong = !in.strong && !spaceAfter
	}
	if n != 2 {
		in.slant = !in.slant && !spaceAfter
	}
	return n
}

func (in *inlineText) strike(s string) int {
	m := mdStruck().FindStringSubmatch(s)
	if m == nil {
		return 0
	}
	in.struck = append(in.struck, m[1]+m[2])
	return len(m[0])
}

// tag reads a bit of HTML.
func (in *inlineText) tag(s string) int {
	if n := in.strike(s); n > 0 {
		return n
	}
	if m := mdAuto().FindStringSubmatch(s); m != nil {
		in.write(m[1])
		return len(m[0])
	}
	m := mdTag().FindString(s)
	switch strings.ToLower(strings.Trim(m, "<> ")) {
	case "sup":
		in.cut()
		in.raised = true
	case "/sup":
		in.cut()
		in.raised = false
	}
	return len(m)
}

func (in *inlineText) superscript(text string) {
	in.cut()
	in.raised = true
	in.write(text)
	in.cut()
	in.raised = false
}

var mdEscape = lazy.Pattern(`\\([\\!-/:-@\[-` + "`" + `{-~])`)

// unescape drops backslashes and emphasis, to look at how a line begins and ends.
func unescape(s string) string {
	return strings.Trim(mdEscape().ReplaceAllString(s, "$1"), "*_ ")
}
