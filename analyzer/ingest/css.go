package ingest

import (
	"regexp"
	"strings"

	"golang.org/x/net/html"
)

// look is what a style says about an element: each property as it is written,
// "" where the style is silent.
type look struct {
	display, visibility, decoration, raise, weight, slant, align string
}

// styles holds the rules of a page's own style sheets for plain selectors:
// an element's name, a class, or both.
type styles map[string]look

var cssComment = regexp.MustCompile(`(?s)/\*.*?\*/|<!--|-->`)

// parseStyles reads style sheets. Rules inside @media and the like are left out.
func parseStyles(css string) styles {
	out := styles{}
	css = cssComment.ReplaceAllString(css, "")
	for css != "" {
		open := strings.IndexByte(css, '{')
		if open < 0 {
			break
		}
		selector, end := strings.TrimSpace(css[:open]), closing(css, open)
		if !strings.HasPrefix(selector, "@") {
			for _, s := range strings.Split(selector, ",") {
				s = strings.ToLower(strings.TrimSpace(s))
				out[s] = out[s].with(parseLook(css[open+1 : end]))
			}
		}
		css = css[min(end+1, len(css)):]
	}
	return out
}

// closing returns the place of the brace that closes the one at open.
func closing(css string, open int) int {
	depth := 0
	for i := open; i < len(css); i++ {
		switch css[i] {
		case '{':
			depth++
		case '}':
			if depth--; depth == 0 {
				return i
			}
		}
	}
	return len(css)
}

// parseLook reads the properties of one rule or of a style attribute.
func parseLook(css string) look {
	var l look
	for _, property := range strings.Split(strings.ToLower(css), ";") {
		name, value, _ := strings.Cut(property, ":")
		value = strings.TrimSpace(strings.TrimSuffix(strings.TrimSpace(value), "!important"))
		switch strings.TrimSpace(name) {
		case "display":
			l.display = value
		case "visibility":
			l.visibility = value
		case "text-decoration", "text-decoration-line":
			l.decoration = value
		case "vertical-align":
			l.raise = value
		case "font-weight":
			l.weight = value
		case "font-style":
			l.slant = value
		case "text-align":
			l.align = value
		}
	}
	return l
}

// with returns l overruled by what o says.
func (l look) with(o look) look {
	for _, p := range []struct{ to, from *string }{
		{&l.display, &o.display}, {&l.visibility, &o.visibility}, {&l.decoration, &o.decoration}, {&l.raise, &o.raise},
		{&l.weight, &o.weight}, {&l.slant, &o.slant}, {&l.align, &o.align},
	} {
		if *p.from != "" {
			*p.to = *p.from
		}
	}
	return l
}

// of returns how an element looks by the page's rules and its own attributes.
func (s styles) of(n *html.Node) look {
	l := look{align: strings.ToLower(attr(n, "align"))}
	if n.Data == "table" {
		l.align = ""
	}
	l = l.with(s[n.Data])
	classes := strings.Fields(strings.ToLower(attr(n, "class")))
	for _, class := range classes {
		l = l.with(s["."+class])
	}
	for _, class := range classes {
		l = l.with(s[n.Data+"."+class])
	}
	return l.with(parseLook(attr(n, "style")))
}

// hidden reports whether a browser would not show the element.
func (l look) hidden() bool { return l.display == "none" || l.visibility == "hidden" }

// struck reports whether the element's text is struck out.
func (l look) struck() bool { return strings.Contains(l.decoration, "line-through") }

// bold reports whether the style makes letters bold; known is false where it is silent.
func (l look) bold() (bold, known bool) {
	switch l.weight {
	case "":
		return false, false
	case "bold", "bolder", "600", "700", "800", "900":
		return true, true
	}
	return false, true
}
