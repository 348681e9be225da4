package ingest

import (
	"strconv"
	"strings"
)

// maxLevels is how many levels a list of Word has.
const maxLevels = 9

// level is one level of a list: how it counts and what it shows.
type level struct {
	start   int
	format  string
	text    string // with %1 to %9 for the numbers of the levels
	suffix  string // what parts the number from the text
	restart int    // the level, from 1, whose use begins it anew; 0 never; -1 any above it
	legal   bool   // all levels in plain figures
	style   string // the paragraph style it is tied to
	font    string
	indent  *node
	hidden  bool // it counts and shows nothing
}

// list is a definition of a list; several instances may count on in it.
type list struct {
	levels [maxLevels]level
	count  [maxLevels]int
	used   [maxLevels]bool
}

// instance is one use of a list: w:num.
type instance struct {
	list   *list
	own    map[int]level // levels it defines anew
	starts map[int]int   // numbers its levels begin with, where it says so itself
	fresh  map[int]bool  // levels that it begins anew when it first uses them
}

// numbering counts the lists of a document as Word does.
type numbering struct {
	instances map[string]*instance
	language  string
	unknown   map[string]bool // number formats that are shown in plain figures
}

// readNumbering reads numbering.xml; links are the numbering styles.
func readNumbering(root *node, links map[string]string) *numbering {
	nb := &numbering{instances: map[string]*instance{}, unknown: map[string]bool{}}
	lists, linked := map[string]*list{}, map[string]string{}
	for _, a := range root.all("abstractNum") {
		l := &list{}
		for i := range l.levels {
			l.levels[i] = level{start: 1, format: "none", restart: -1}
		}
		for _, n := range a.all("lvl") {
			if i, ok := levelOf(n.get("ilvl")); ok {
				l.levels[i] = readLevel(n)
			}
		}
		id := a.get("abstractNumId")
		lists[id] = l
		if style := a.child("numStyleLink").get("val"); style != "" {
			linked[id] = style
		}
	}
	abstract := map[string]string{}
	for _, n := range root.all("num") {
		abstract[n.get("numId")] = n.child("abstractNumId").get("val")
	}
	for _, n := range root.all("num") {
		id := abstract[n.get("numId")]
		if style, ok := linked[id]; ok { // the style's own list
			if target := abstract[links[style]]; lists[target] != nil {
				id = target
			}
		}
		if lists[id] == nil {
			continue
		}
		nb.instances[n.get("numId")] = readInstance(n, lists[id])
	}
	return nb
}

func readInstance(n *node, l *list) *instance {
	in := &instance{list: l, own: map[int]level{}, starts: map[int]int{}, fresh: map[int]bool{}}
	for _, o := range n.all("lvlOverride") {
		i, ok := levelOf(o.get("ilvl"))
		if !ok {
			continue
		}
		if lvl := o.child("lvl"); lvl != nil {
			in.own[i] = readLevel(lvl) // it counts on where it does not say a start
		}
		if v, err := strconv.Atoi(o.child("startOverride").get("val")); err == nil {
			in.starts[i], in.fresh[i] = v, true
		}
	}
	return in
}

func levelOf(s string) (int, bool) {
	i, err := strconv.Atoi(s)
	return i, err == nil && i >= 0 && i < maxLevels
}

func readLevel(n *node) level {
	l := level{
		format: n.child("numFmt").get("val"), text: n.child("lvlText").get("val"), restart: -1, style: n.child("pStyle").get("val"),
		legal: on(n.child("isLgl")), font: n.child("rPr", "rFonts").get("ascii"), indent: n.child("pPr", "ind"), suffix: " ",
		hidden: on(n.child("rPr", "vanish")),
	}
	if f := n.find("numFmt"); f != nil { // a pattern of its own stands in a choice, with a plain one to fall back on
		l.format = f.get("val")
		if l.format == "custom" {
			l.format, _, _ = strings.Cut(f.get("format"), ",")
		}
	}
	l.start, _ = strconv.Atoi(n.child("start").get("val"))
	if v, err := strconv.Atoi(n.child("lvlRestart").get("val")); err == nil {
		l.restart = v
	}
	if n.child("suff").get("val") == "nothing" {
		l.suffix = ""
	}
	if n.child("lvlPicBulletId") != nil {
		l.text = "•"
	}
	return l
}

// level returns what an instance shows at a level.
func (in *instance) level(i int) level {
	if l, ok := in.own[i]; ok {
		return l
	}
	return in.list.levels[i]
}

// levelOfStyle returns the level that is tied to a paragraph style.
func (nb *numbering) levelOfStyle(id, style string) (int, bool) {
	in := nb.instances[id]
	if in == nil || style == "" {
		return 0, false
	}
	for i := range maxLevels {
		if in.level(i).style == style {
			return i, true
		}
	}
	return 0, false
}

// next counts on in a list and returns the number as Word shows it, with what
// parts it from the text; "" where there is none.
func (nb *numbering) next(id string, at int) string {
	in := nb.instances[id]
	if in == nil || at < 0 || at >= maxLevels {
		return ""
	}
	l := in.list
	for i := range at { // levels above that were never used count as begun
		if !l.used[i] {
			in.begin(i)
		}
	}
	if l.used[at] && !in.fresh[at] {
		l.count[at]++
	} else {
		in.begin(at)
	}
	for i := at + 1; i < maxLevels; i++ {
		if r := in.level(i).restart; r < 0 || r > at {
			l.used[i] = false
		}
	}
	return nb.show(in, at)
}

// begin starts a level with its first number.
func (in *instance) begin(i int) {
	start, ok := in.starts[i]
	if !ok {
		start = in.level(i).start
	}
	delete(in.fresh, i)
	in.list.count[i], in.list.used[i] = start, true
}

// show writes the number of a level.
func (nb *numbering) show(in *instance, at int) string {
	shown := in.level(at)
	if shown.hidden {
		return ""
	}
	if shown.format == "bullet" || shown.format == "none" && !strings.Contains(shown.text, "%") {
		return withSuffix(bulletSign(shown.text, shown.font), shown.suffix)
	}
	var b strings.Builder
	for i := 0; i < len(shown.text); i++ {
		c := shown.text[i]
		if c != '%' || i+1 >= len(shown.text) || shown.text[i+1] < '1' || shown.text[i+1] > '9' {
			b.WriteByte(c)
			continue
		}
		i++
		ref := int(shown.text[i] - '1')
		if ref > at {
			continue
		}
		format := in.level(ref).format
		if shown.legal && format != "none" {
			format = "decimal"
		}
		text, known := formatNumber(format, nb.language, in.list.count[ref])
		if !known {
			nb.unknown[format] = true
		}
		b.WriteString(text)
	}
	return withSuffix(b.String(), shown.suffix)
}

func withSuffix(number, suffix string) string {
	if number == "" {
		return ""
	}
	return number + suffix
}

// on reports whether a switch such as <w:b/> is there and not turned off.
func on(n *node) bool {
	if n == nil {
		return false
	}
	switch n.get("val") {
	case "0", "false", "off", "none":
		return false
	}
	return true
}
