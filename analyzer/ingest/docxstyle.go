package ingest

import (
	"strconv"
	"strings"
)

// paraStyle is what styles and a paragraph's own properties say about it.
type paraStyle struct {
	style   string // id of its style
	name    string // name of its style in small letters, as Word calls it in every language
	list    string // id of the list instance; "" or "0" is none
	level   int    // level in the list
	outline int    // outline level from 0; -1 is body text
	center  bool
	indent  float64 // of its mark or first line, in points
	own     bool    // the indent is its own or its style's, not its list's
	text    textStyle
}

// textStyle is how letters look.
type textStyle struct {
	bold, italic, raised, hidden, struck bool
	font                                 string
}

// wordStyles reads styles.xml; ids are looked up along basedOn.
type wordStyles struct {
	byID    map[string]*node
	base    textStyle
	normal  string // the paragraph style of paragraphs that name none
	numbers *numbering
}

// maxBases bounds how many styles may rest on one another.
const maxBases = 50

func readStyles(root *node) *wordStyles {
	s := &wordStyles{byID: map[string]*node{}}
	for _, n := range root.all("style") {
		id := n.get("styleId")
		s.byID[id] = n
		if n.get("type") == "paragraph" && (n.get("default") == "1" || n.get("default") == "true") {
			s.normal = id
		}
	}
	s.base = s.base.with(root.child("docDefaults", "rPrDefault", "rPr"))
	return s
}

// listStyles returns the list instances of numbering styles, by style id.
func (s *wordStyles) listStyles() map[string]string {
	out := map[string]string{}
	for id, n := range s.byID {
		if n.get("type") == "numbering" {
			out[id] = n.child("pPr", "numPr", "numId").get("val")
		}
	}
	return out
}

// chain returns a style and those it rests on, the deepest first.
func (s *wordStyles) chain(id string) []*node {
	var out []*node
	for n := s.byID[id]; n != nil && len(out) < maxBases; n = s.byID[n.child("basedOn").get("val")] {
		out = append([]*node{n}, out...)
	}
	return out
}

// paragraph reads the properties of a paragraph, its style's first.
func (s *wordStyles) paragraph(pPr *node) paraStyle {
	p := paraStyle{style: pPr.child("pStyle").get("val"), outline: -1, text: s.base}
	if s.byID[p.style] == nil {
		p.style = s.normal
	}
	for _, n := range s.chain(p.style) {
		p.text = p.text.with(n.child("rPr"))
		p.read(n.child("pPr"))
		if at, ok := s.numbers.levelOfStyle(p.list, n.get("styleId")); ok {
			p.level = at
		}
		p.name = strings.ToLower(n.child("name").get("val"))
		if level, ok := strings.CutPrefix(p.name, "heading "); ok && p.outline < 0 {
			if v, err := strconv.Atoi(level); err == nil {
				p.outline = v - 1
			}
		}
	}
	p.read(pPr)
	if in := s.numbers.instances[p.list]; in != nil && !p.own && p.level < maxLevels {
		p.readIndent(in.level(p.level).indent)
	}
	return p
}

// read takes over what one set of paragraph properties says.
func (p *paraStyle) read(pPr *node) {
	if pPr == nil {
		return
	}
	if n := pPr.child("numPr"); n != nil {
		if id := n.child("numId"); id != nil {
			p.list, p.level = id.get("val"), 0
		}
		if at, ok := levelOf(n.child("ilvl").get("val")); ok {
			p.level = at
		}
	}
	if n := pPr.child("outlineLvl"); n != nil {
		p.outline = -1
		if v, err := strconv.Atoi(n.get("val")); err == nil && v >= 0 && v < 9 {
			p.outline = v
		}
	}
	if n := pPr.child("jc"); n != nil {
		p.center = n.get("val") == "center"
	}
	if n := pPr.child("ind"); n != nil {
		p.readIndent(n)
		p.own = true
	}
}

// readIndent takes over an indent, which is in twentieths of a point.
func (p *paraStyle) readIndent(n *node) {
	left, err := strconv.Atoi(n.get("left") + n.get("start"))
	if err != nil {
		return
	}
	hanging, _ := strconv.Atoi(n.get("hanging"))
	p.indent = float64(left-hanging) / 20
}

// character adds a character style to how letters look.
func (s *wordStyles) character(t textStyle, id string) textStyle {
	for _, n := range s.chain(id) {
		t = t.with(n.child("rPr"))
	}
	return t
}

// with returns t overruled by a set of run properties.
func (t textStyle) with(rPr *node) textStyle {
	if rPr == nil {
		return t
	}
	for _, n := range rPr.kids {
		switch n.name {
		case "b":
			t.bold = on(n)
		case "i":
			t.italic = on(n)
		case "vanish":
			t.hidden = on(n)
		case "strike", "dstrike":
			t.struck = on(n)
		case "vertAlign":
			t.raised = n.get("val") == "superscript"
		case "position":
			v, _ := strconv.Atoi(n.get("val"))
			t.raised = v >= 4 // half-points
		case "rFonts":
			if f := n.get("ascii"); f != "" {
				t.font = f
			}
		}
	}
	return t
}
