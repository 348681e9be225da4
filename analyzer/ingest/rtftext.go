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
	r.tracked.note(marks, "¶")
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

// rtfSigns are the words for single letters.
var rtfSigns = map[string]string{
	"tab": " ", "emdash": "—", "endash": "–", "emspace": " ", "enspace": " ", "qmspace": " ", "bullet": "•", "lquote": "‘", "rquote": "’", "ldblquote": "“", "rdblquote": "”",
	"zwj": "\u200d", "zwnj": "\u200c",
}

// control obeys a word.
func (r *rtf) control(t rtfToken) {
	if sign, ok := rtfSigns[t.word]; ok {
		r.text(sign)
		return
	}
	if r.open(t.word) {
		return
	}
	on := !t.given || t.value != 0
	s := &r.state
	switch t.word {
	case "u":
		r.unicode(t.value)
	case "uc":
		s.uc = min(max(t.value, 0), 100)
	case "ansicpg":
		r.page = t.value
	case "mac":
		r.page = 10000
	case "pc":
		r.page = 437
	case "pca":
		r.page = 850
	case "f":
		s.font, r.font = t.value, t.value
	case "af":
		s.afont = t.value
	case "rtlch":
		s.rtl = true
	case "ltrch":
		s.rtl = false
	case "fcharset":
		if s.dest == rtfFonts {
			r.fonts[r.font] = fontPages[t.value]
		}
	case "cpg":
		if s.dest == rtfFonts {
			r.fonts[r.font] = t.value
		}
	case "plain":
		s.look, s.revised, s.deleted = textStyle{}, false, false
	case "b":
		s.look.bold = on
	case "i":
		s.look.italic = on
	case "v":
		s.look.hidden = on
	case "strike", "striked":
		s.look.struck = on
	case "super":
		s.look.raised = on
	case "up":
		s.look.raised = t.value >= 4
	case "nosupersub", "sub":
		s.look.raised = false
	case "revised":
		s.revised = on
	case "deleted":
		s.deleted = on
	case "revauth":
		s.author[0] = t.value
	case "revauthdel":
		s.author[1] = t.value
	case "revdttm":
		s.date[0] = t.value
	case "revdttmdel":
		s.date[1] = t.value
	default:
		r.paragraphWord(t)
	}
}

// paragraphWord obeys a word about paragraphs, tables and notes.
func (r *rtf) paragraphWord(t rtfToken) {
	s := &r.state
	if s.dest == rtfStyles {
		if t.word == "s" || t.word == "cs" || t.word == "ts" {
			r.style = t.value
			if t.word != "s" {
				r.style = -1
			}
		}
		return
	}
	if s.dest == rtfSkip {
		return
	}
	story := r.story()
	switch t.word {
	case "par", "sect", "page", "nestcell":
		story.current()
		story.paragraph(r)
	case "line", "softline":
		story.current().runs = append(story.current().runs, run{breaks: true})
	case "cell":
		story.current()
		s.para.table = true
		story.paragraph(r)
		story.cells, story.cell = append(story.cells, story.cell), nil
	case "row":
		story.row()
	case "pard":
		s.para = rtfPara{outline: -1}
	case "intbl":
		s.para.table = true
	case "qc":
		s.para.center = true
	case "ql", "qr", "qj":
		s.para.center = false
	case "li", "lin":
		s.para.left = t.value
	case "fi":
		s.para.first = t.value
	case "s":
		s.para.style = t.value
	case "outlinelevel":
		s.para.outline = t.value
	case "ls":
		s.para.list = t.value > 0
	case "chftn":
		r.noteMark()
	}
}

// noteMark writes the number of a footnote in the text; in the note itself it
// is written already.
func (r *rtf) noteMark() {
	if len(r.stories) > 1 || !r.tracked.keeps(r.changes()) {
		return
	}
	r.notes++
	look := r.state.look
	r.state.look.raised = true
	r.text(strconv.Itoa(r.notes))
	r.state.look = look
}
