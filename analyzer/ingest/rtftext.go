package ingest

import (
	"fmt"
	"strconv"
	"strings"
	"unicode/utf16"

	"lacuna/analyzer/document"
)

// rtfStory is the text of the file, of a note or of a box.
type rtfStory struct {
	out    []*para
	open   *para
	number string
	cells  [][]*para
	cell   []*para
}

// current returns the open paragraph.
func (s *rtfStory) current() *para {
	if s.open == nil {
		s.open = &para{}
	}
	return s.open
}

// paragraph ends the open paragraph; one whose mark this reading leaves out goes on.
func (s *rtfStory) paragraph(r *rtf) {
	if s.open == nil && s.number == "" {
		return
	}
	p := s.current()
	marks := r.changes()
	p.runs = append(p.runs, run{spans: r.tracked.note(marks, "¶")})
	if !r.tracked.keeps(marks) && r.state.dest == rtfText {
		return
	}
	state := r.state.para
	name := r.styles[state.style]
	p.block.Center, p.block.Indent = state.center, float64(state.left+min(state.first, 0))/20
	level, isHeading := strings.CutPrefix(name, "heading ")
	if v, err := strconv.Atoi(level); isHeading && err == nil && state.outline < 0 {
		state.outline = v - 1
	}
	switch {
	case p.blank():
	case strings.HasPrefix(name, "toc "):
		p.block.Kind = document.Contents
	case state.outline >= 0 && state.outline < 9:
		p.block.Kind, p.block.Level = document.Heading, min(state.outline+1, 6)
	case name == "title":
		p.block.Kind, p.block.Level = document.Heading, 1
	case s.number != "":
		p.block.Kind = document.ListItem
	case state.list:
		r.unnumbered++
	}
	if !p.blank() { // the number of a paragraph that this reading empties stands in the file all the same
		p.number = s.number
	}
	s.open, s.number = nil, ""
	if state.table || len(s.cell) > 0 {
		s.cell = append(s.cell, p)
		return
	}
	s.row()
	s.out = append(s.out, p)
}

// row ends a row of a table.
func (s *rtfStory) row() {
	if len(s.cell) > 0 {
		s.cells, s.cell = append(s.cells, s.cell), nil
	}
	if len(s.cells) > 0 {
		s.out = append(s.out, &para{cells: s.cells})
		s.cells = nil
	}
}

// finish returns the story's paragraphs.
func (s *rtfStory) finish() []*para {
	s.row()
	return s.out
}

// flush decodes the bytes that came, by the code page of the font.
func (r *rtf) flush() {
	if len(r.bytes) == 0 {
		return
	}
	data := r.bytes
	r.bytes = r.bytes[:0]
	for _, c := range data {
		if c >= 0x80 {
			if out, err := codePage(r.codePage()).NewDecoder().Bytes(data); err == nil {
				data = out
			}
			break
		}
	}
	r.text(string(data))
}

func (r *rtf) codePage() int {
	font := r.state.font
	if r.state.rtl && r.state.afont > 0 {
		font = r.state.afont
	}
	if page := r.fonts[font]; page > 0 {
		return page
	}
	return r.page
}

// changes returns the tracked changes that stand around the text.
func (r *rtf) changes() []change {
	var out []change
	for i, is := range []bool{r.state.revised, r.state.deleted} {
		if !is {
			continue
		}
		c := change{kind: document.Inserted, date: rtfDate(r.state.date[i])}
		if i == 1 {
			c.kind = document.Deleted
		}
		if a := r.state.author[i]; a >= 0 && a < len(r.authors) {
			c.author = r.authors[a]
		}
		out = append(out, c)
	}
	return out
}

// rtfDate unpacks a date; "" where there is none.
func rtfDate(v int) string {
	if v == 0 {
		return ""
	}
	u := uint32(v)
	return fmt.Sprintf("%04d-%02d-%02dT%02d:%02d:00", 1900+u>>20&0x1ff, u>>16&0xf, u>>11&0x1f, u>>6&0x1f, u&0x3f)
}

// text takes text to where the open group sends it.
func (r *rtf) text(s string) {
	switch r.state.dest {
	case rtfSkip:
		return
	case rtfTitle:
		r.title += s
		return
	case rtfStyles, rtfAuthors, rtfFonts:
		r.word += s
		return
	case rtfNumber:
		if strings.TrimSpace(s) != "" && r.codePage() == symbolPage {
			s = "•"
		}
		if r.tracked.keeps(r.changes()) {
			r.story().number += s
		}
		return
	}
	changes := r.changes()
	spans := r.tracked.note(changes, s)
	look := r.state.look
	kind := ""
	switch {
	case !r.tracked.keeps(changes):
		return
	case look.hidden:
		kind = "hidden"
	case look.struck:
		kind = "struck out"
	}
	if kind != "" {
		if s = strings.TrimSpace(s); s != "" {
			r.left = append(r.left, document.Left{Kind: kind, Text: s, Times: 1})
		}
		return
	}
	p := r.story().current()
	p.runs = append(p.runs, run{text: s, bold: look.bold, italic: look.italic, raised: look.raised, spans: spans})
}

// unicode takes a letter that is given by its number.
func (r *rtf) unicode(v int) {
	c := rune(uint16(int16(v)))
	if v > 0xffff {
		c = rune(v)
	}
	switch {
	case utf16.IsSurrogate(c) && c < 0xdc00:
		r.high = c
		r.skip = r.state.uc
		return
	case utf16.IsSurrogate(c):
		c = utf16.DecodeRune(r.high, c)
	case c >= 0xf000 && c <= 0xf0ff: // a font of signs
		if r.state.dest == rtfNumber {
			c = '•'
		} else {
			c -= 0xf000
		}
	}
	r.high = 0
	r.text(string(c))
	r.skip = r.state.uc
}

func (r *rtf) symbol(s string) {
	switch s {
	case "*":
		r.state.starred = true
	case "~":
		r.text("\u00a0")
	case "_":
		r.text("-")
	case "\n", "\r":
		r.story().paragraph(r)
	case "{", "}", "\\":
		r.text(s)
	}
}
