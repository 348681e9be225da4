package pdf

import (
	"strings"
	"unicode"
	"unicode/utf8"

	lib "github.com/ledongthuc/pdf"
)

// maxActual is how many letters a file may give in place of some glyphs;
// longer texts are not tied to their places and are left to the glyphs.
const maxActual = 100

// actualText is the text that a file gives in place of a marked stretch of
// glyphs.
type actualText struct {
	depth int // of marked stretches
	at    int // depth of the one that has a text; 0 none
	text  string
	place int // of its first glyph among those of the page
	mute  int // how many letters were mute before it
}

// beginMarked opens a marked stretch.
func (m *machine) beginMarked(s *scanner, resources lib.Value) {
	a := &m.actual
	a.depth++
	if text, ok := givenText(s, resources); ok && a.at == 0 && text != "" && utf8.RuneCountInString(text) <= maxActual {
		a.at, a.text, a.place, a.mute = a.depth, text, len(m.glyphs), m.mute
	}
}

// endMarked closes the innermost stretch. The text given for it takes the place
// of its glyphs where these do not say themselves what they are: else what is
// seen is as good, and small capitals stay capitals.
func (m *machine) endMarked() {
	a := &m.actual
	if a.at > 0 && a.depth == a.at {
		a.at = 0
		if glyphs := m.glyphs[min(a.place, len(m.glyphs)):]; len(glyphs) > 0 && inLine(glyphs) && (unknown(glyphs) || strings.IndexFunc(a.text, isJoined) >= 0) {
			first := &glyphs[0]
			left, right := first.x, first.x+first.w
			for _, g := range glyphs {
				left, right = min(left, g.x), max(right, g.x+g.w)
			}
			first.x, first.w, first.text = left, right-left, a.text
			m.glyphs, m.mute = m.glyphs[:a.place+1], a.mute
		}
	}
	a.depth = max(a.depth-1, 0)
}

// inLine reports whether glyphs stand on one baseline.
func inLine(glyphs []glyph) bool {
	for _, g := range glyphs {
		if abs(g.y-glyphs[0].y) > 0.5*g.size {
			return false
		}
	}
	return true
}

// unknown reports whether one of the glyphs does not say which letter it is.
func unknown(glyphs []glyph) bool {
	for _, g := range glyphs {
		if strings.ContainsFunc(g.text, func(r rune) bool { return r == utf8.RuneError || unicode.Is(unicode.Co, r) || unicode.IsControl(r) }) {
			return true
		}
	}
	return false
}

// isJoined reports whether a letter is of a script whose letters are drawn in
// clusters, the parts of which no font can name.
func isJoined(r rune) bool {
	return r >= 0x0900 && r <= 0x109f || r >= 0x1780 && r <= 0x17ff
}

// givenText returns the ActualText among the operands of BDC, or in the
// properties that they name.
func givenText(s *scanner, resources lib.Value) (string, bool) {
	for i := range s.stack {
		if o := &s.stack[i]; o.kind == '/' && string(o.str) == "ActualText" && i+1 < len(s.stack) && s.stack[i+1].kind == 's' {
			return textString(string(s.stack[i+1].str)), true
		}
	}
	if n := len(s.stack); n == 2 && s.stack[1].kind == '/' {
		v := resources.Key("Properties").Key(string(s.stack[1].str)).Key("ActualText")
		return textString(v.RawString()), v.Kind() == lib.String
	}
	return "", false
}

// textString decodes a string of a PDF that is meant for people.
func textString(s string) string {
	if rest, ok := strings.CutPrefix(s, "\xfe\xff"); ok {
		return utf16Text(rest)
	}
	if rest, ok := strings.CutPrefix(s, "\xef\xbb\xbf"); ok {
		return rest
	}
	var b strings.Builder
	for i := 0; i < len(s); i++ {
		b.WriteRune(rune(s[i]))
	}
	return b.String()
}
