package ingest

import (
	"strconv"
	"strings"

	"lacuna/analyzer/ingest/lazy"
)

// openStyles are the styles of an OpenDocument text, by family and name.
type openStyles struct {
	named   map[string]*node
	lists   map[string]*list
	outline *list // the numbers of headings
}

// openLook is what styles say about a paragraph or a stretch of text.
type openLook struct {
	text    textStyle
	center  bool
	indent  float64 // in points
	outline int     // outline level, from 1; 0 none
	list    string  // list style
	title   bool
}

func readOpenStyles(roots ...*node) *openStyles {
	s := &openStyles{named: map[string]*node{}, lists: map[string]*list{}, outline: &list{}}
	for _, root := range roots {
		for _, part := range []string{"styles", "automatic-styles"} {
			for _, n := range root.child(part).elements() {
				switch n.name {
				case "style":
					s.named[n.get("family")+" "+n.get("name")] = n
				case "list-style":
					s.lists[n.get("name")] = readListStyle(n)
				case "outline-style":
					s.outline = readListStyle(n)
				}
			}
		}
	}
	return s
}

// elements returns the child elements of a node, which may be nil.
func (n *node) elements() []*node {
	var out []*node
	if n != nil {
		for _, k := range n.kids {
			if k.name != "" {
				out = append(out, k)
			}
		}
	}
	return out
}

// openFormats are the number formats of OpenDocument, as Office Open XML names them.
var openFormats = map[string]string{"1": "decimal", "a": "lowerAlphabetic", "A": "upperAlphabetic", "i": "lowerRoman", "I": "upperRoman", "": "none"}

var (
	levelSign = lazy.Pattern(`%(\d)%`)
	russian   = lazy.Pattern(`^[Аа], .*\(ru\)$`)
)

// readListStyle reads the levels of a list.
func readListStyle(n *node) *list {
	l := &list{}
	for i := range l.levels {
		l.levels[i] = level{start: 1, format: "none"}
	}
	for _, k := range n.elements() {
		at, ok := levelOf(k.get("level"))
		if !ok && k.get("level") != strconv.Itoa(maxLevels) || at == 0 && ok {
			continue
		}
		if !ok {
			at = maxLevels
		}
		l.levels[at-1] = readOpenLevel(k, at)
	}
	return l
}

func readOpenLevel(n *node, at int) level {
	out := level{start: 1, suffix: " "}
	if v, err := strconv.Atoi(n.get("start-value")); err == nil {
		out.start = v
	}
	switch n.name {
	case "list-level-style-bullet":
		out.format, out.text = "bullet", bulletSign(n.get("bullet-char"), n.child("text-properties").get("font-name"))
		return out
	case "list-level-style-image":
		out.format, out.text = "bullet", "•"
		return out
	}
	format := n.get("num-format")
	out.format = openFormats[format]
	switch {
	case n.get("num-letter-sync") == "true":
		out.format = strings.Replace(out.format, "Alphabetic", "Letter", 1)
	case russian().MatchString(format) && strings.HasPrefix(format, "а"):
		out.format = "russianLower"
	case russian().MatchString(format):
		out.format = "russianUpper"
	case out.format == "":
		out.format = "decimal"
	}
	follow := n.find("list-level-label-alignment").get("label-followed-by")
	if follow == "nothing" {
		out.suffix = ""
	}
	if pattern := n.get("num-list-format"); pattern != "" {
		out.text = levelSign().ReplaceAllString(pattern, "%$1")
		return out
	}
	if out.format == "none" {
		out.text = n.get("num-prefix") + n.get("num-suffix")
		return out
	}
	shown, err := strconv.Atoi(n.get("display-levels"))
	if err != nil {
		shown = 1
	}
	var parts []string
	for i := max(at-shown+1, 1); i <= at; i++ {
		parts = append(parts, "%"+strconv.Itoa(i))
	}
	out.text = n.get("num-prefix") + strings.Join(parts, ".") + n.get("num-suffix")
	return out
}

// look returns what a style and those it rests on say.
func (s *openStyles) look(base openLook, family, name string) openLook {
	var chain []*node
	for n := s.named[family+" "+name]; n != nil && len(chain) < maxBases; n = s.named[family+" "+n.get("parent-style-name")] {
		chain = append([]*node{n}, chain...)
	}
	for _, n := range chain {
		base = base.with(n)
		base.title = base.title || n.get("name") == "Title"
	}
	return base
}

// with returns l overruled by one style.
func (l openLook) with(n *node) openLook {
	if v, err := strconv.Atoi(n.get("default-outline-level")); err == nil {
		l.outline = v
	}
	if n.has("list-style-name") {
		l.list = n.get("list-style-name")
	}
	if p := n.child("paragraph-properties"); p != nil {
		if v := p.get("text-align"); v != "" {
			l.center = v == "center"
		}
		if v := p.get("margin-left"); v != "" {
			l.indent = points(v) + min(points(p.get("text-indent")), 0)
		}
	}
	t := n.child("text-properties")
	if v := t.get("font-weight"); v != "" {
		l.text.bold = v == "bold" || v >= "600" && v <= "900"
	}
	if v := t.get("font-style"); v != "" {
		l.text.italic = v == "italic" || v == "oblique"
	}
	if v := t.get("text-position"); v != "" {
		rise, _ := strconv.ParseFloat(strings.TrimSuffix(strings.Fields(v + " 0")[0], "%"), 64)
		l.text.raised = strings.HasPrefix(v, "super") || rise >= 15
	}
	if v := t.get("text-line-through-style"); v != "" {
		l.text.struck = v != "none"
	}
	if v := t.get("display"); v != "" {
		l.text.hidden = v == "none"
	}
	return l
}

// points turns a length such as "1.27cm" into points.
func points(s string) float64 {
	for unit, size := range map[string]float64{"cm": 72 / 2.54, "mm": 72 / 25.4, "in": 72, "pt": 1, "pc": 12, "px": .75} {
		if number, ok := strings.CutSuffix(s, unit); ok {
			v, _ := strconv.ParseFloat(number, 64)
			return v * size
		}
	}
	return 0
}
