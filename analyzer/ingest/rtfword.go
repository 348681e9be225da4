package ingest

import "strconv"

// rtfSigns are the words for single letters.
var rtfSigns = map[string]string{
	"tab": " ", "emdash": "—", "endash": "–", "emspace": " ", "enspace": " ", "qmspace": " ", "bullet": "•", "lquote": "‘", "rquote": "’", "ldblquote": "“", "rdblquote": "”",
	"zwj": "\u200d", "zwnj": "\u200c",
}

// control obeys a word.
func (r *rtf) control(t rtfToken) { //nolint:funlen // one case for each control word
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
