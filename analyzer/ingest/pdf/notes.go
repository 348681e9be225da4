package pdf

import (
	"strings"

	"lacuna/analyzer/document"
	"lacuna/analyzer/ingest/lazy"
)

// noteMark matches the mark at the start of a footnote.
var noteMark = lazy.Pattern(`^\s*(\d{1,3}|[*†‡]{1,3})(?:[.)\s]|\p{Lu})`)

// split parts the lines of the body from the footnotes, and numbers the runs
// of lines that stand on one page; notes are listed by those numbers.
func (m metrics) split(lines []line) (body []line, notes [][]paragraph) {
	for i := 0; i < len(lines); {
		j := i
		for ; j < len(lines) && lines[j].page == lines[i].page; j++ {
			lines[j].run = len(notes)
		}
		cut := m.noteStart(lines[i:j])
		body = append(body, lines[i:i+cut]...)
		notes = append(notes, noteParagraphs(lines[i+cut:j]))
		i = j
	}
	return body, notes
}

// noteStart returns the index of the first line of a page's footnotes: small
// lines at its foot of which the first begins with a mark that the page's text carries.
func (m metrics) noteStart(page []line) int {
	first := len(page)
	for first > 0 && page[first-1].size <= 0.93*m.body {
		first--
	}
	marks := map[string]bool{}
	for _, l := range page[:first] {
		for _, r := range l.raised {
			marks[strings.TrimSpace(l.text[r[0]:r[1]])] = true
		}
	}
	for i := first; i < len(page); i++ {
		mark := startMark(&page[i])
		if mark != "" && (marks[mark] || opensRaised(&page[i])) {
			return i
		}
	}
	return m.raisedNotes(page)
}

// raisedNotes returns the index of the first footnote of a page on which they
// are set as large as the text: lines at its foot that open with superscripts
// which count on and which the text above carries, the first set off from it.
func (m metrics) raisedNotes(page []line) int {
	cut := len(page)
	next := ""
	for i := len(page) - 1; i > 0; i-- {
		if !opensRaised(&page[i]) {
			continue
		}
		mark := startMark(&page[i])
		if !carries(page[:i], mark) || next != "" && !succeeds(mark, next) {
			break
		}
		next = mark
		if page[i-1].y-page[i].y > 1.3*m.lead(page[i].size) {
			cut = i
		}
	}
	return cut
}

// carries reports whether lines have that superscript inside their text.
func carries(lines []line, mark string) bool {
	for i := range lines {
		for _, r := range lines[i].raised {
			if r[0] > 0 && strings.TrimSpace(lines[i].text[r[0]:r[1]]) == mark {
				return true
			}
		}
	}
	return false
}

func startMark(l *line) string {
	if m := noteMark().FindStringSubmatch(l.text); m != nil {
		return m[1]
	}
	if opensRaised(l) {
		return strings.TrimSpace(l.text[:l.raised[0][1]])
	}
	return ""
}

// noteParagraphs joins the lines of footnotes.
func noteParagraphs(lines []line) []paragraph {
	var out []paragraph
	for _, l := range lines {
		if mark := startMark(&l); mark != "" || len(out) == 0 {
			out = append(out, paragraph{lines: []line{l}, kind: document.Note, mark: mark})
			continue
		}
		last := &out[len(out)-1]
		last.lines = append(last.lines, l)
	}
	return out
}
