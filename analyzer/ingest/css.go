package ingest

import (
	"strings"

	"golang.org/x/net/html"

	"lacuna/analyzer/ingest/lazy"
)

// look is what a style says about an element: each property as it is written,
// "" where the style is silent.
type look struct {
	display, visibility, decoration, raise, weight, slant, align string
	list                                                         string // how list items are marked
	content, reset, increment                                    string // generated text, and the counters in it
}

// properties are where a look keeps what it takes over from another.
func (l *look) properties() []*string {
	return []*string{&l.display, &l.visibility, &l.decoration, &l.raise, &l.weight, &l.slant, &l.align, &l.list, &l.content, &l.reset, &l.increment}
}

// styles holds the rules of a page's own style sheets.
type styles struct {
	plain map[string]look // by an element's name, a class, an id, or name and class; "::before" behind it for what stands before its text
	deep  []deepRule      // rules for elements inside others
}

// deepRule is a rule whose selector names an element inside others.
type deepRule struct {
	parts  []string // selectors as in styles.plain, the outermost first
	direct []bool   // whether a part must stand directly in the one before it
	look   look
}

// maxDeep is how many rules for elements inside others are looked at.
const maxDeep = 200

// before ends the keys of what is put before an element's text.
const before = "::before"

var (
	cssComment    = lazy.Pattern(`(?s)/\*.*?\*/|<!--|-->`)
	plainSelector = lazy.Pattern(`^(?:[a-z][a-z0-9]*)?(?:[.#][\w-]+)?(?:::before)?$`)
)

// parseStyles reads style sheets. Rules inside @media and the like are left out.
func parseStyles(css string) *styles {
	out := &styles{plain: map[string]look{}}
	css = cssComment().ReplaceAllString(css, "")
	for css != "" {
		open := strings.IndexByte(css, '{')
		if open < 0 {
			break
		}
		selector, end := strings.TrimSpace(css[:open]), closing(css, open)
		if !strings.HasPrefix(selector, "@") {
			l := parseLook(css[open+1 : end])
			for _, s := range strings.Split(strings.ToLower(selector), ",") {
				out.add(strings.TrimSpace(s), l)
			}
		}
		css = css[min(end+1, len(css)):]
	}
	return out
}

// add adds a rule for one selector; those of a kind that is not known are left out.
func (s *styles) add(selector string, l look) {
	selector = strings.Replace(selector, "::before", ":before", 1)
	selector = strings.Replace(selector, ":before", before, 1)
	if plainSelector().MatchString(selector) {
		s.plain[selector] = s.plain[selector].with(l)
		return
	}
	rule := deepRule{look: l}
	for _, part := range strings.Fields(strings.ReplaceAll(selector, ">", " > ")) {
		if part == ">" {
			rule.direct = append(rule.direct, true)
			continue
		}
		if !plainSelector().MatchString(part) {
			return
		}
		rule.parts = append(rule.parts, part)
		if len(rule.direct) < len(rule.parts) {
			rule.direct = append(rule.direct, false)
		}
	}
	if len(rule.direct) == len(rule.parts) && len(rule.parts) > 1 && len(s.deep) < maxDeep {
		s.deep = append(s.deep, rule)
	}
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
	for _, property := range strings.Split(css, ";") {
		name, written, _ := strings.Cut(property, ":")
		written = strings.TrimSpace(strings.TrimSuffix(strings.TrimSpace(written), "!important"))
		value := strings.ToLower(written)
		switch strings.ToLower(strings.TrimSpace(name)) {
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
		case "list-style-type":
			l.list = value
		case "list-style":
			l.list = listStyle(value)
		case "content":
			l.content = written
		case "counter-reset", "counter-set":
			l.reset = value
		case "counter-increment":
			l.increment = value
		}
	}
	return l
}

// with returns l overruled by what o says.
func (l look) with(o look) look {
	from := o.properties()
	for i, to := range l.properties() {
		if *from[i] != "" {
			*to = *from[i]
		}
	}
	return l
}

// of returns how an element looks by the page's rules and its own attributes.
func (s *styles) of(n *html.Node) look {
	l := look{align: strings.ToLower(attr(n, "align"))}
	if n.Data == "table" {
		l.align = ""
	}
	return l.with(s.rules(n, "")).with(parseLook(attr(n, "style")))
}

// before returns the rules for what is put before an element's text.
func (s *styles) before(n *html.Node) look { return s.rules(n, before) }

// rules returns what the style sheets say of an element, or of a part of it.
func (s *styles) rules(n *html.Node, part string) look {
	l := s.plain[n.Data+part]
	classes := strings.Fields(strings.ToLower(attr(n, "class")))
	for _, class := range classes {
		l = l.with(s.plain["."+class+part])
	}
	for _, class := range classes {
		l = l.with(s.plain[n.Data+"."+class+part])
	}
	for i := range s.deep {
		if s.deep[i].meets(n, part) {
			l = l.with(s.deep[i].look)
		}
	}
	if id := strings.ToLower(attr(n, "id")); id != "" {
		l = l.with(s.plain["#"+id+part]).with(s.plain[n.Data+"#"+id+part])
	}
	return l
}

// meets reports whether a rule holds for an element, or for a part of it.
func (r *deepRule) meets(n *html.Node, part string) bool {
	last := len(r.parts) - 1
	selector, ok := strings.CutSuffix(r.parts[last], before)
	if ok != (part == before) || !selects(selector, n) {
		return false
	}
	direct := r.direct[last]
	for i := last - 1; i >= 0; i-- {
		for n = n.Parent; n != nil && !selects(r.parts[i], n); n = n.Parent {
			if direct {
				return false
			}
		}
		if n == nil {
			return false
		}
		direct = r.direct[i]
	}
	return true
}

// selects reports whether a plain selector names an element.
func selects(selector string, n *html.Node) bool {
	if n.Type != html.ElementNode {
		return false
	}
	if name, id, ok := strings.Cut(selector, "#"); ok {
		return (name == "" || name == n.Data) && strings.EqualFold(attr(n, "id"), id)
	}
	name, class, ok := strings.Cut(selector, ".")
	if name != "" && name != n.Data {
		return false
	}
	if !ok {
		return true
	}
	for _, c := range strings.Fields(attr(n, "class")) {
		if strings.EqualFold(c, class) {
			return true
		}
	}
	return false
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
