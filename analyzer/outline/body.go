package outline

import (
	"sort"
	"strconv"
	"strings"
	"unicode"

	"lacuna/analyzer/document"
)

// level is one open sequence of points.
type level struct {
	at     *document.Section // the last section of the sequence
	mark   mark
	indent float64
}

// body sorts the text of one provision into paragraphs and points.
type body struct {
	*reader
	prov    *document.Section
	scope   *document.Section // the provision, or the explanation that is open
	outer   []level           // the levels open in the provision while an explanation is
	stack   []level
	aside   *interlude    // unnumbered paragraphs that may turn out to stand inside a list
	rubric  document.Span // a heading that waits for the paragraph below it
	indents bool          // indentation says something in this text
}

func newBody(r *reader, prov *document.Section) *body {
	return &body{reader: r, prov: prov, scope: prov, indents: r.src.Format == "pdf"}
}

// block adds one block of the text.
func (b *body) block(i int) {
	switch {
	case b.role[i] == note:
		b.prov.Notes = append(b.prov.Notes, b.blocks[i].Span)
		extend(b.prov, b.blocks[i].End)
		return
	case b.isOmission(i):
		b.prov.Notes = append(b.prov.Notes, b.blocks[i].Span)
		return
	case b.isRubric(i):
		b.rubric = b.heading(i)
		return
	}
	b.pieces(b.trimmedLeft(i), b.blocks[i].Indent, true)
}

// isOmission reports whether a block holds no word: the stars that stand for
// words left out, a lost figure of a footnote.
func (b *body) isOmission(i int) bool {
	s := strings.Trim(b.words(i), " -–—_*.[]\u00a0")
	if s == "" {
		return true
	}
	return strings.Trim(s, "0123456789 *") == "" && (strings.Contains(s, "*") || endsSentence(b.lastText()))
}

// trimmedLeft returns the span of a block without blanks and stars around it,
// keeping the star that is the mark of a point.
func (b *body) trimmedLeft(i int) document.Span {
	t := b.trimmed(i)
	t.Start = b.blocks[i].Start + b.noiseBeforeMark(i)
	return t
}

// noiseBeforeMark returns the length of insertion brackets, footnote figures
// and blanks before a mark or word.
func (b *body) noiseBeforeMark(i int) int {
	s := b.words(i)
	if _, raised := superscript(s); raised > 0 && strings.HasPrefix(s[raised:], " ") { // ² Der Versuch
		return 0
	}
	size := b.noise(i)
	if size > 0 && (strings.HasSuffix(s[:size], "“") || strings.HasSuffix(s[:size], "«")) { // a quoted word is text
		size = strings.LastIndexAny(s[:size], "“«")
	}
	if _, ok := readMark(strings.TrimLeft(s[size:], " ")); !ok {
		return len(s) - len(strings.TrimLeft(s, " *\u00a0"))
	}
	return size
}

// isRubric reports whether a block is a heading of the numbered paragraph
// right below it.
func (b *body) isRubric(i int) bool {
	if i+1 >= len(b.blocks) || !b.isHeadingLike(i) || len(b.words(i)) > 120 || opensList(b.words(i)) {
		return false
	}
	m, ok := readMark(strings.TrimSpace(b.words(i + 1)))
	if isExplain(b.words(i)) && !b.goesOnWith(m) { // "Exception" above (2) is a heading, above (a) it opens a list
		return false
	}
	before := b.lastText()
	return ok && (m.class == classSign || m.class == classDigit && m.bracket == "()") && (before == "" || endsSentence(before) || strings.HasSuffix(before, "]"))
}

// goesOnWith reports whether a figure in brackets carries on the paragraphs of
// the provision.
func (b *body) goesOnWith(m mark) bool {
	return m.class == classDigit && m.bracket == "()" && len(b.stack) > 0 && follows(b.stack[0].mark, m)
}

// lastText returns the words that were added last.
func (b *body) lastText() string {
	at := b.open()
	if !at.Tail.Empty() {
		return withoutNotes(b.src.Quote(at.Tail))
	}
	return withoutNotes(b.src.Quote(at.Lead))
}

// open returns the innermost open section.
func (b *body) open() *document.Section {
	if len(b.stack) > 0 {
		return b.stack[len(b.stack)-1].at
	}
	return b.scope
}

// pieces adds a stretch of text that may hold several marks: "(1) (a) …",
// "…: (a) …; (b) …".
func (b *body) pieces(p document.Span, indent float64, fresh bool) {
	if fresh && isExplain(b.src.Quote(p)) {
		p = b.explain(p)
	}
	if skip := leadingNotes(b.src.Quote(p)); skip > 0 {
		p.Start += skip
		fresh = true
	}
	for !p.Empty() {
		s := b.src.Quote(p)
		m, ok := readMark(s)
		if !ok {
			m, ok = b.bareFigure(s, fresh)
		}
		if !ok || b.isReference(m) || !fresh && m.bracket != "()" && m.bracket != "." && m.bracket != "°" && m.bracket != ")" && m.bracket != "§" && m.bracket != "○" {
			break
		}
		parent := b.placeMark(m, p.Start, indent)
		p.Start = behindMark(b.src.Text, p.Start+m.size, p.End)
		if parent == nil || p.Empty() {
			break
		}
		fresh = true
		if next, ok := readMark(b.src.Quote(p)); !ok || next.bracket != "()" && !(next.bracket == ")" && next.value == 1) || next.class == m.class && next.bracket == m.bracket {
			b.stretch(p)
			return
		}
		indent = -1
	}
	if p.Empty() {
		return
	}
	if !fresh || b.open().Span.Start == p.Start {
		b.stretch(p)
		return
	}
	b.placeText(p, indent)
}

// bareFigure reads the number of a paragraph that no sign sets off, "1 Wer …",
// "² Der Versuch": the first words of the provision, or the next in their row.
func (b *body) bareFigure(s string, fresh bool) (mark, bool) {
	m := mark{class: classDigit, bracket: " "}
	value, size := superscript(s)
	if size == 0 {
		value, size = digits(s, 0, nil)
	} else {
		m.bracket = "^"
	}
	rest := strings.TrimLeft(s[min(size, len(s)):], " \u00a0")
	first := firstRune(rest)
	if size == 0 || value == 0 || value > 99 || len(rest) == len(s)-size || !unicode.IsLetter(first) || isLower(first) {
		return m, false
	}
	m.value, m.number, m.size = value, strconv.Itoa(value), size
	switch {
	case value == 1:
		return m, fresh && b.scope == b.prov && b.prov.Lead.Empty() && len(b.prov.Children) == 0
	case len(b.stack) == 0:
		return m, false
	}
	for _, l := range b.stack {
		if follows(l.mark, m) {
			return m, true
		}
	}
	return m, false
}

// behindMark returns the offset of the words behind a mark: blanks, and a dash
// or stop that only sets the mark off, are skipped.
func behindMark(s string, at, end int) int {
	words := skipSigns(s, at, end)
	if words < end && s[words] == '(' { // (a)–(c) is a range
		for at < end && s[at] == ' ' {
			at++
		}
		return at
	}
	return words
}

// follows reports whether m is the next mark behind last in one sequence.
func follows(last, m mark) bool {
	if last.same(m) {
		return m.value == last.value+1 || m.value == last.value && m.sub > last.sub && m.sub <= last.sub+2
	}
	if r, ok := m.asRoman(); ok && last.same(r) {
		return r.value == last.value+1
	}
	if r, ok := last.asRoman(); ok && m.same(r) {
		return m.value == r.value+1
	}
	return false
}

// finish ends the text of a provision.
func (b *body) finish() {
	if !b.rubric.Empty() {
		b.placeText(b.rubric, 0)
		b.rubric = document.Span{}
	}
	if len(b.prov.Notes) > 1 {
		sortSpans(b.prov.Notes)
	}
}

// join widens a span so that it holds another behind it.
func join(s *document.Span, p document.Span) {
	if s.Empty() {
		*s = p
		return
	}
	s.Start, s.End = min(s.Start, p.Start), max(s.End, p.End)
}

func extend(s *document.Section, end int) { s.Span.End = max(s.Span.End, end) }

func sortSpans(spans []document.Span) {
	sort.Slice(spans, func(i, j int) bool { return spans[i].Start < spans[j].Start })
}

// closeSpans makes every section reach to the end of its last piece.
func closeSpans(s *document.Section) {
	for _, c := range s.Children {
		closeSpans(c)
		extend(s, c.Span.End)
		if s.Mark == "" && s.Kind == document.Para {
			s.Span.Start = min(s.Span.Start, c.Span.Start)
		}
	}
	extend(s, max(s.Lead.End, s.Tail.End))
}
