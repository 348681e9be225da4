package ingest

import (
	"strings"

	"lacuna/analyzer/document"
)

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
			r.finish()
			r.out = append(r.out, r.d.altChunk(k.get("id"))...)
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
	p.runs = append(p.runs, run{spans: d.tracked.note(mark, "¶")})
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
