package ingest

import (
	"strconv"
	"strings"

	"lacuna/analyzer/document"
)

// field is an open field of Word: what it asks for, and whether its result has begun.
type field struct {
	ask    string
	result bool
}

// changeKinds are the elements that enclose tracked changes.
var changeKinds = map[string]document.RevisionKind{
	"ins": document.Inserted, "del": document.Deleted, "moveFrom": document.MovedFrom, "moveTo": document.MovedTo,
}

// within returns the changes around an element, with itself where it is one.
func within(changes []change, n *node) []change {
	kind, ok := changeKinds[n.name]
	if !ok {
		return changes
	}
	return append(changes[:len(changes):len(changes)], change{kind, n.get("author"), n.get("date")})
}

// chosen returns what an element with alternatives offers to a reader as plain as this one.
func chosen(n *node) *node {
	if c := n.child("Choice"); c != nil {
		return c
	}
	return n.child("Fallback")
}

// blocks reads the paragraphs and tables below an element. A paragraph whose
// mark this reading leaves out is joined with the next one, which gives the
// whole its properties, as in Word.
func (d *docx) blocks(n *node, changes []change) []*para {
	r := &blockReader{d: d}
	r.read(n, changes)
	r.finish()
	return r.out
}

// blockReader reads one story: the body, a cell, a note.
type blockReader struct {
	d    *docx
	out  []*para
	open *para // a paragraph that goes on in the next one
	last *node // its properties
}

func (r *blockReader) read(n *node, changes []change) {
	if n == nil || r.d.ctx.Err() != nil {
		return
	}
	for _, k := range n.kids {
		switch k.name {
		case "p":
			r.paragraph(k, changes)
		case "tbl":
			r.finish()
			r.table(k, changes)
		case "sdt":
			r.read(k.child("sdtContent"), changes)
		case "AlternateContent":
			r.read(chosen(k), changes)
		case "altChunk":
			r.d.altChunk = true
		case "ins", "del", "moveFrom", "moveTo", "customXml", "smartTag":
			r.read(k, within(changes, k))
		}
	}
}

// finish ends a paragraph that was to go on, where nothing follows to go on in.
func (r *blockReader) finish() {
	if p := r.open; p != nil {
		r.open = nil
		if !p.blank() || len(p.notes) > 0 {
			r.close(p, r.last)
		}
	}
}

func (r *blockReader) paragraph(n *node, changes []change) {
	d := r.d
	p := r.open
	if p == nil {
		p = &para{}
	}
	r.open = nil
	pPr := d.current(n.child("pPr"), "pPrChange")
	style := d.styles.paragraph(pPr)
	in := inlineReader{d: d, p: p, style: style.text}
	in.read(n, changes)
	mark := changes
	if rPr := n.child("pPr", "rPr"); rPr != nil {
		for _, k := range rPr.kids {
			mark = within(mark, k)
		}
	}
	d.tracked.note(mark, "¶")
	if !d.tracked.keeps(mark) {
		r.open, r.last = p, pPr
		return
	}
	r.close(p, pPr)
}

// current returns the properties that this reading sees: where a change of
// formatting is not accepted, those before it.
func (d *docx) current(n *node, changeName string) *node {
	if c := n.child(changeName); c != nil && !d.tracked.accepts(c.get("author")) {
		return c.child(strings.TrimSuffix(changeName, "Change"))
	}
	return n
}

// close gives a paragraph its number and its kind.
func (r *blockReader) close(p *para, pPr *node) {
	d := r.d
	style := d.styles.paragraph(pPr)
	if mark := style.text.with(pPr.child("rPr")); mark.hidden && p.blank() {
		return
	}
	p.block.Indent, p.block.Center = style.indent, style.center
	switch {
	case strings.HasPrefix(style.name, "toc ") || d.inContents():
		p.block.Kind = document.Contents
	case style.outline >= 0 && !p.blank():
		p.block.Kind, p.block.Level = document.Heading, min(style.outline+1, 6)
	case style.name == "title":
		p.block.Kind, p.block.Level = document.Heading, 1
	}
	if style.list != "" && style.list != "0" {
		p.number = d.numbers.next(style.list, style.level)
		if p.number != "" && p.block.Kind == "" {
			p.block.Kind = document.ListItem
		}
		if p.blank() && strings.Trim(p.number, "•·-–— ") == "" {
			p.number = ""
		}
	}
	r.out = append(r.out, p)
}

// inContents reports whether an open field is a table of contents.
func (d *docx) inContents() bool {
	for _, f := range d.fields {
		if strings.HasPrefix(f.ask, "TOC") {
			return true
		}
	}
	return false
}

// table reads a table row by row.
func (r *blockReader) table(n *node, changes []change) {
	for _, k := range n.kids {
		switch k.name {
		case "tr":
			r.row(k, changes)
		case "sdt":
			r.table(k.child("sdtContent"), changes)
		case "ins", "del", "moveFrom", "moveTo", "customXml":
			r.table(k, within(changes, k))
		}
	}
}

func (r *blockReader) row(n *node, changes []change) {
	if trPr := n.child("trPr"); trPr != nil {
		if on(trPr.child("hidden")) {
			r.d.leave("hidden", shownText(n))
			return
		}
		for _, k := range trPr.kids {
			changes = within(changes, k)
		}
	}
	p := &para{cells: [][]*para{}}
	var cells func(*node)
	cells = func(n *node) {
		for _, k := range n.kids {
			switch k.name {
			case "tc":
				p.cells = append(p.cells, r.d.blocks(k, changes))
			case "sdt", "sdtContent", "customXml":
				cells(k)
			}
		}
	}
	cells(n)
	r.out = append(r.out, p)
}

func (d *docx) leave(kind, text string) {
	if text = strings.Join(strings.Fields(text), " "); text != "" {
		d.left = append(d.left, document.Left{Kind: kind, Text: text, Times: 1})
	}
}

// inlineReader reads the runs of one paragraph.
type inlineReader struct {
	d     *docx
	p     *para
	style textStyle // of the paragraph
}

func (in *inlineReader) read(n *node, changes []change) {
	if n == nil {
		return
	}
	for _, k := range n.kids {
		switch k.name {
		case "r":
			in.run(k, changes)
		case "ins", "del", "moveFrom", "moveTo":
			in.read(k, within(changes, k))
		case "sdt":
			in.read(k.child("sdtContent"), changes)
		case "AlternateContent":
			in.read(chosen(k), changes)
		case "hyperlink", "smartTag", "customXml", "fldSimple", "dir", "bdo", "ruby", "rubyBase",
			"oMath", "oMathPara", "e", "num", "den", "sup", "sub", "f", "sSup", "sSub", "rad", "d", "nary", "func", "fName":
			in.read(k, changes)
		}
	}
}

// run reads one run.
func (in *inlineReader) run(n *node, changes []change) {
	d := in.d
	rPr := d.current(n.child("rPr"), "rPrChange")
	look := d.styles.character(in.style, rPr.child("rStyle").get("val")).with(rPr)
	for _, k := range n.kids {
		switch k.name {
		case "t", "delText":
			in.text(k.words(), look, changes)
		case "tab", "ptab":
			in.text(" ", look, changes)
		case "noBreakHyphen":
			in.text("-", look, changes)
		case "sym":
			in.text(symbol(k.get("char"), k.get("font")), look, changes)
		case "br", "cr":
			if d.shown() && d.tracked.keeps(changes) {
				in.p.runs = append(in.p.runs, run{breaks: true})
			}
		case "fldChar":
			d.field(k.get("fldCharType"))
		case "instrText":
			if i := len(d.fields) - 1; i >= 0 && !d.fields[i].result {
				d.fields[i].ask = strings.TrimLeft(d.fields[i].ask+k.words(), " ")
			}
		case "footnoteReference":
			in.note(k, 0, d.footnotes, look, changes)
		case "endnoteReference":
			in.note(k, 1, d.endnotes, look, changes)
		case "drawing", "pict", "object", "AlternateContent":
			in.boxes(k, changes)
		}
	}
}

// text adds text, unless this reading or the looks of the run leave it out.
func (in *inlineReader) text(s string, look textStyle, changes []change) {
	d := in.d
	if s == "" || !d.shown() {
		return
	}
	spans := d.tracked.note(changes, s)
	switch {
	case !d.tracked.keeps(changes):
		return
	case look.hidden:
		d.leave("hidden", s)
		return
	case look.struck:
		d.leave("struck out", s)
		return
	}
	in.p.runs = append(in.p.runs, run{text: s, bold: look.bold, italic: look.italic, raised: look.raised, spans: spans})
}

// note reads a footnote or endnote where its mark stands.
func (in *inlineReader) note(ref *node, which int, notes map[string]*node, look textStyle, changes []change) {
	d := in.d
	if !d.shown() || !d.tracked.keeps(changes) || look.hidden {
		return
	}
	mark := ""
	if custom := ref.get("customMarkFollows"); custom == "" || custom == "0" || custom == "false" {
		d.noteCount[which]++
		mark, _ = formatNumber(d.noteForms[which], d.numbers.language, d.noteCount[which])
		look.raised = true
		in.text(mark, look, changes)
	}
	fields := d.fields
	d.fields = nil
	in.p.notes = append(in.p.notes, makeNote(mark, d.blocks(notes[ref.get("id")], nil))...)
	d.fields = fields
}

// boxes reads the text of boxes that are anchored in a run; it stands behind the paragraph.
func (in *inlineReader) boxes(n *node, changes []change) {
	if !in.d.shown() || !in.d.tracked.keeps(changes) {
		return
	}
	if n.name == "AlternateContent" {
		n = chosen(n)
	}
	if n == nil {
		return
	}
	for _, k := range n.kids {
		if k.name == "txbxContent" {
			in.p.notes = append(in.p.notes, in.d.blocks(k, changes)...)
			continue
		}
		in.boxes(k, changes)
	}
}

// field opens, turns or closes a field.
func (d *docx) field(kind string) {
	last := len(d.fields) - 1
	switch {
	case kind == "begin" && last < maxDepth:
		d.fields = append(d.fields, field{})
	case kind == "separate" && last >= 0:
		d.fields[last].result = true
	case kind == "end" && last >= 0:
		d.autoField = d.autoField || strings.HasPrefix(d.fields[last].ask, "AUTONUM") || strings.HasPrefix(d.fields[last].ask, "LISTNUM")
		d.fields = d.fields[:last]
	}
}

// shown reports whether text is a part of the results of all open fields.
func (d *docx) shown() bool {
	for _, f := range d.fields {
		if !f.result {
			return false
		}
	}
	return true
}

// greek are the letters of the font Symbol, from A and from a on.
const greek = "ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ______αβχδεφγηιϕκλμνοπθρστυϖωξψζ"

// symbol returns the letter that a font of signs draws for a code.
func symbol(code, font string) string {
	v, err := strconv.ParseUint(code, 16, 32)
	if err != nil {
		return ""
	}
	r := rune(v)
	if r >= 0xf000 && r <= 0xf0ff {
		r -= 0xf000
	} else if !signFont(font) {
		return string(r)
	}
	switch {
	case strings.EqualFold(font, "Symbol") && r >= 'A' && r <= 'z':
		return string([]rune(greek)[r-'A'])
	case strings.EqualFold(font, "Symbol") && r == 0xb0:
		return "°"
	case signFont(font) || r < ' ':
		return "•"
	}
	return string(r)
}
