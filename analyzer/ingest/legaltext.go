package ingest

import (
	"strings"

	"lacuna/analyzer/document"
	"lacuna/analyzer/ingest/build"
)

// text reads an element with words: one paragraph, unless blocks stand in it.
func (w *legalWriter) text(n *node) {
	p := &para{}
	w.take(p)
	w.add(p, n)
}

// add hands a paragraph over with the words of an element, and after it what
// is a block of its own inside that element.
func (w *legalWriter) add(p *para, n *node) {
	p.block.Indent = float64(4 * max(w.depth-1, 0))
	if w.notes > 0 {
		p.block.Kind, p.block.Level = document.Note, 0
	}
	w.list = append(w.list, p)
	pointed := w.pointed
	w.pointed = false
	w.inline(p, n, run{})
	w.pointed = pointed
}

// inline adds the words of an element to a paragraph, and returns the one that
// its last words went to: those behind points begin another.
func (w *legalWriter) inline(p *para, n *node, look run) *para {
	for _, k := range n.kids {
		if k.name == "" {
			if w.pointed && strings.TrimSpace(build.Clean(k.text)) != "" {
				p = &para{block: p.block}
				w.list, w.pointed = append(w.list, p), false
			}
			look.text = k.text
			p.runs = append(p.runs, look)
			continue
		}
		inner := look
		if k.get("class") == "footnoteRef" {
			inner.raised = true
		}
		switch w.dialect.rules[k.name] {
		case skipped_, silent:
			continue
		case raised, noteMark:
			inner.raised = true
		case strong:
			inner.bold = true
		case slant:
			inner.italic = true
		case apart:
			p.runs = append(p.runs, run{text: " "})
		case lineBreak:
			p.runs = append(p.runs, run{breaks: true})
		case note:
			if marker := k.get("marker"); marker != "" {
				p.runs = append(p.runs, run{text: marker, raised: true})
			}
			w.inside(p, k)
			continue
		case group, level_, row, text_, side, quoted:
			w.inside(p, k)
			w.pointed = w.dialect.rules[k.name] == level_
			continue
		case label: // the number of a quoted piece
			p.runs = append(p.runs, run{text: " " + w.plain(k) + " "})
			continue
		}
		p = w.inline(p, k, inner)
	}
	return p
}

// inside reads a block that stands inside a paragraph; it comes behind it.
func (w *legalWriter) inside(p *para, n *node) {
	outer, label, noted := w.list, w.label, w.noted
	w.list, w.label, w.noted = nil, "", nil
	w.element(n)
	w.endLabel()
	p.notes = append(p.notes, w.list...)
	w.list, w.label, w.noted = outer, label, noted
}

// raisedDigits writes figures as the superscripts of Unicode.
var raisedDigits = strings.NewReplacer("0", "⁰", "1", "¹", "2", "²", "3", "³", "4", "⁴", "5", "⁵", "6", "⁶", "7", "⁷", "8", "⁸", "9", "⁹")

// plain returns the words of an element without marks of notes; its
// superscripts stay superscripts.
func (w *legalWriter) plain(n *node) string {
	return strings.Join(strings.Fields(w.spelled(n)), " ")
}

func (w *legalWriter) spelled(n *node) string {
	var b strings.Builder
	for _, k := range n.kids {
		switch r := w.dialect.rules[k.name]; {
		case k.name == "":
			b.WriteString(build.Clean(k.text))
		case r == raised:
			b.WriteString(raisedDigits.Replace(w.spelled(k)))
		case r != note && r != noteMark && r != silent && r != skipped_:
			b.WriteString(w.spelled(k))
		}
	}
	return b.String()
}

// row reads a row of a table.
func (w *legalWriter) row(n *node) {
	p := &para{cells: [][]*para{}}
	outer := w.list
	for _, k := range n.kids {
		if k.name == "" {
			continue
		}
		w.list = nil
		w.container(k)
		w.endLabel()
		p.cells = append(p.cells, w.list)
	}
	w.list = append(outer, p)
}
