package ingest

import (
	"context"
	"errors"
	"strconv"
	"strings"

	"lacuna/analyzer/document"
)

// readODT reads an OpenDocument text from its package.
func readODT(ctx context.Context, in input) (*document.Source, error) {
	a, err := openArchive(in.data, in.limits)
	if err != nil {
		return nil, err
	}
	if manifest, _ := a.read("META-INF/manifest.xml"); strings.Contains(string(manifest), "encryption-data") {
		return nil, errors.New("the file is protected by a password")
	}
	content, err := a.tree("content.xml")
	if err != nil {
		return nil, err
	}
	styles, err := a.tree("styles.xml")
	if err != nil {
		return nil, err
	}
	meta, err := a.tree("meta.xml")
	if err != nil {
		return nil, err
	}
	return readOpenText(ctx, in, content, styles, meta)
}

// readFODT reads an OpenDocument text that is one XML file.
func readFODT(ctx context.Context, in input) (*document.Source, error) {
	root, err := parseXML(in.data, in.limits.Depth)
	if err != nil {
		return nil, err
	}
	return readOpenText(ctx, in, root, nil, root)
}

func isFODT(data []byte) bool {
	sample := unmarked(head(data, 16<<10))
	return isXML(sample) && rootName(sample) == "document" && strings.Contains(string(sample), "urn:oasis:names:tc:opendocument")
}

func readOpenText(ctx context.Context, in input, content, styles, meta *node) (*document.Source, error) {
	body := content.child("body", "text")
	if body == nil {
		return nil, errors.New("the file is damaged: it holds no text part")
	}
	o := &odt{ctx: ctx, styles: readOpenStyles(styles, content), regions: map[string]region{}, lists: map[string]*list{}, ids: map[string]*list{}}
	o.numbers = &numbering{unknown: map[string]bool{}}
	o.tracked.reading = in.limits.Revisions
	o.readRegions(body.child("tracked-changes"))
	list := o.story(body)
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	var f flow
	f.write(list)
	for _, page := range styles.child("master-styles").elements() {
		for _, k := range page.elements() {
			f.out.Leave(map[bool]string{true: "running head", false: "running foot"}[strings.HasPrefix(k.name, "header")], 0, k.words())
		}
	}
	src := f.out.Source(0)
	src.Left = append(src.Left, o.left...)
	src.Title = strings.TrimSpace(meta.child("meta", "title").words())
	o.tracked.report(src)
	passOver(src, largePictures(body))
	return src, nil
}

// region is a tracked change of OpenDocument, and the text that it took out,
// which another change may have put in.
type region struct {
	inserted, deleted *change
	text              *node // what was taken out
}

// odt is an open OpenDocument text.
type odt struct {
	ctx     context.Context
	styles  *openStyles
	numbers *numbering
	tracked tracked
	regions map[string]region
	active  []change         // insertions that are open at the place that is read
	lists   map[string]*list // the last list of each style
	ids     map[string]*list // lists by their names
	heads   instance
	left    []document.Left
}

func (o *odt) readRegions(n *node) {
	for _, r := range n.all("changed-region") {
		var found region
		for _, k := range r.elements() {
			info := k.child("change-info")
			c := change{author: info.child("creator").words(), date: info.child("date").words()}
			switch k.name {
			case "insertion":
				c.kind = document.Inserted
				found.inserted = &c
			case "deletion":
				c.kind = document.Deleted
				found.deleted, found.text = &c, k
			}
		}
		o.regions[r.get("id")] = found
	}
}

// place is where in lists and contents a paragraph stands.
type place struct {
	in       *instance
	level    int  // in the list, from 0
	first    bool // the next paragraph opens a list item
	start    int  // the number the item asks for; -1 none
	contents bool
}

// openReader reads one story of an OpenDocument text.
type openReader struct {
	o    *odt
	out  []*para
	open *para // a paragraph that goes on in the next one
}

// story reads the paragraphs and tables below an element.
func (o *odt) story(n *node) []*para {
	r := &openReader{o: o}
	r.read(n, &place{start: -1})
	if r.open != nil && !r.open.blank() {
		r.out = append(r.out, r.open)
	}
	return r.out
}

func (r *openReader) read(n *node, at *place) {
	for _, k := range n.elements() {
		if r.o.ctx.Err() != nil {
			return
		}
		switch k.name {
		case "p", "h":
			r.paragraph(k, at)
		case "list":
			r.list(k, at)
		case "table":
			r.table(k)
		case "table-of-content", "alphabetical-index", "illustration-index", "table-index", "user-index", "object-index", "bibliography":
			r.read(k.child("index-body"), &place{start: -1, contents: true})
		case "section", "index-title", "numbered-paragraph", "text-box", "frame":
			if k.get("display") == "none" {
				r.o.leave("hidden", k)
				continue
			}
			r.read(k, at)
		case "change-start", "change-end":
			r.o.turn(k)
		}
	}
}

func (o *odt) leave(kind string, n *node) {
	if text := strings.Join(strings.Fields(n.words()), " "); text != "" {
		o.left = append(o.left, document.Left{Kind: kind, Text: text, Times: 1})
	}
}

// turn opens or closes an insertion.
func (o *odt) turn(n *node) {
	c := o.regions[n.get("change-id")].inserted
	if c == nil {
		return
	}
	if n.name == "change-start" {
		o.active = append(o.active[:len(o.active):len(o.active)], *c)
		return
	}
	for i := len(o.active) - 1; i >= 0; i-- {
		if o.active[i] == *c {
			o.active = append(o.active[:i:i], o.active[i+1:]...)
			return
		}
	}
}

// paragraph reads a paragraph or heading. One whose end this reading leaves
// out goes on in the next.
func (r *openReader) paragraph(n *node, at *place) {
	o := r.o
	p := r.open
	if p == nil {
		p = &para{}
	}
	r.open = nil
	look := o.styles.look(openLook{}, "paragraph", n.get("style-name"))
	in := &openInline{r: r, p: p, at: at}
	in.read(n, look)
	p = in.p
	if marks := o.active; len(marks) > 0 {
		p.runs = append(p.runs, run{spans: o.tracked.note(marks, "¶")})
		if !o.tracked.keeps(marks) {
			r.open = p
			return
		}
	} else {
		o.tracked.note(nil, "")
	}
	r.close(p, n, look, at)
}

// close gives a paragraph its number and its kind.
func (r *openReader) close(p *para, n *node, look openLook, at *place) {
	o := r.o
	p.block.Center, p.block.Indent = look.center, look.indent
	level := look.outline
	if n.name == "h" {
		level = 1
		if v, err := strconv.Atoi(n.get("outline-level")); err == nil {
			level = v
		}
	}
	switch {
	case at.contents:
		p.block.Kind = document.Contents
	case n.name == "h" && level > 0:
		p.block.Kind, p.block.Level = document.Heading, min(level, 6)
	case look.title:
		p.block.Kind, p.block.Level = document.Heading, 1
	}
	p.number = o.number(at)
	if n.name == "h" && at.in == nil && level <= maxLevels && n.get("is-list-header") != "true" && (look.list != "" || o.styles.outline.levels[level-1].format != "none") {
		p.number = o.headNumber(n, level-1)
	}
	if p.number != "" && p.block.Kind == "" {
		p.block.Kind = document.ListItem
	}
	if p.blank() && strings.Trim(p.number, "•·-–— ") == "" {
		p.number = ""
	}
	r.out = append(r.out, p)
}

func (r *openReader) table(n *node) {
	for _, k := range n.elements() {
		switch k.name {
		case "table-row":
			p := &para{cells: [][]*para{}}
			for _, c := range k.elements() {
				if c.name == "table-cell" {
					p.cells = append(p.cells, r.o.story(c))
				}
			}
			r.out = append(r.out, p)
		case "table-rows", "table-header-rows", "table-row-group":
			r.table(k)
		}
	}
}
