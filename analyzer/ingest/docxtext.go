package ingest

import (
	"strconv"
	"strings"
)

// field is an open field of Word: what it asks for, and whether its result has begun.
type field struct {
	ask    string
	result bool
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
		in.p.runs = append(in.p.runs, run{spans: spans})
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
	if d.inNote {
		return
	}
	fields := d.fields
	d.fields, d.inNote = nil, true
	in.p.notes = append(in.p.notes, makeNote(mark, d.blocks(notes[ref.get("id")], nil))...)
	d.fields, d.inNote = fields, false
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

// maxFields bounds how many fields stand inside each other.
const maxFields = 400

// field opens, turns or closes a field.
func (d *docx) field(kind string) {
	last := len(d.fields) - 1
	switch {
	case kind == "begin" && last < maxFields:
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
