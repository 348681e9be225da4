package ingest

import (
	"slices"
	"strings"

	"lacuna/analyzer/document"
)

// openInline reads the text of one paragraph of an OpenDocument text.
type openInline struct {
	r  *openReader
	p  *para
	at *place
}

func (in *openInline) read(n *node, look openLook) {
	o := in.r.o
	for _, k := range n.kids {
		switch k.name {
		case "":
			in.text(k.text, look)
		case "s", "tab":
			in.text(" ", look)
		case "line-break":
			if o.tracked.keeps(o.active) {
				in.p.runs = append(in.p.runs, run{breaks: true})
			}
		case "span":
			in.read(k, o.styles.look(look, "text", k.get("style-name")))
		case "change-start", "change-end":
			o.turn(k)
		case "change":
			in.deletion(k, look)
		case "note":
			in.note(k, look)
		case "annotation":
			o.leave("comment by "+nameOf(k.child("creator").words()), &node{kids: append(k.all("p"), k.all("list")...)})
		case "hidden-text":
			o.left = append(o.left, document.Left{Kind: "hidden", Text: k.get("string-value"), Times: 1})
		case "frame", "text-box", "custom-shape", "g":
			if o.tracked.keeps(o.active) {
				in.p.notes = append(in.p.notes, o.boxes(k)...)
			}
		case "ruby":
			in.read(k.child("ruby-base"), look)
		case "annotation-end", "soft-page-break", "bookmark", "bookmark-start", "bookmark-end", "reference-mark-start", "reference-mark-end", "number":
		default: // links and fields
			in.read(k, look)
		}
	}
}

// boxes reads the text of boxes that are anchored in a paragraph.
func (o *odt) boxes(n *node) []*para {
	if n.name == "text-box" || n.name == "custom-shape" {
		return o.story(n)
	}
	var out []*para
	for _, k := range n.elements() {
		switch k.name {
		case "text-box", "custom-shape", "frame", "g":
			out = append(out, o.boxes(k)...)
		}
	}
	return out
}

// text adds text, unless this reading or the look leaves it out.
func (in *openInline) text(s string, look openLook) {
	o := in.r.o
	if s == "" {
		return
	}
	spans := o.tracked.note(o.active, s)
	kind := ""
	switch {
	case !o.tracked.keeps(o.active):
		in.p.runs = append(in.p.runs, run{spans: spans})
		return
	case look.text.hidden:
		kind = "hidden"
	case look.text.struck:
		kind = "struck out"
	}
	if kind != "" {
		o.leave(kind, &node{text: s})
		return
	}
	in.p.runs = append(in.p.runs, run{text: s, bold: look.text.bold, italic: look.text.italic, raised: look.text.raised, spans: spans})
}

// note reads a footnote or endnote where its mark stands.
func (in *openInline) note(n *node, look openLook) {
	o := in.r.o
	if !o.tracked.keeps(o.active) || look.text.hidden {
		return
	}
	mark := strings.TrimSpace(n.child("note-citation").words())
	look.text.raised = true
	in.text(mark, look)
	active := o.active
	o.active = nil
	in.p.notes = append(in.p.notes, makeNote(mark, o.story(n.child("note-body")))...)
	o.active = active
}

// deletion reads the place where text was taken out. Where this reading keeps
// that text, it stands there again: its first paragraph ends the one before
// the place, its last opens the one behind it.
func (in *openInline) deletion(n *node, look openLook) {
	o := in.r.o
	gone := o.regions[n.get("change-id")]
	if gone.deleted == nil {
		return
	}
	outer := o.active
	o.active = slices.Clone(outer)
	if gone.inserted != nil {
		o.active = append(o.active, *gone.inserted)
	}
	o.active = append(o.active, *gone.deleted)
	list := paragraphsOf(gone.text)
	for i, p := range list {
		if i > 0 {
			in.p.runs = append(in.p.runs, run{spans: o.tracked.note(o.active, "¶")})
			if o.tracked.keeps(o.active) {
				in.cut(list[i-1])
			}
		}
		in.read(p, o.styles.look(look, "paragraph", p.get("style-name")))
	}
	o.active = outer
}

// cut ends the open paragraph as the one that was taken out; what follows is
// as much an item of the list as it was.
func (in *openInline) cut(as *node) {
	first := in.at.first
	in.r.close(in.p, as, in.r.o.styles.look(openLook{}, "paragraph", as.get("style-name")), in.at)
	in.at.first = first
	in.p = &para{}
}

// paragraphsOf lists the paragraphs below an element, in order.
func paragraphsOf(n *node) []*node {
	var out []*node
	for _, k := range n.elements() {
		if k.name == "p" || k.name == "h" {
			out = append(out, k)
			continue
		}
		out = append(out, paragraphsOf(k)...)
	}
	return out
}
