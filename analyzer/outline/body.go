package outline

import (
	"sort"
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
	m.value, m.number, m.size = value, itoa(value), size
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

// stretch adds the words behind a mark to the section just opened, and the
// points that stand inside them.
func (b *body) stretch(p document.Span) {
	cut := b.inlinePoint(p, mark{})
	if cut < 0 {
		join(&b.open().Lead, p)
		extend(b.open(), p.End)
		return
	}
	lead := document.Span{Start: p.Start, End: cut}
	b.trimEnd(&lead)
	join(&b.open().Lead, lead)
	for start := cut; start < p.End; {
		m, _ := readMark(b.src.Text[start:p.End])
		b.placeMark(m, start, -1)
		next := b.inlinePoint(document.Span{Start: start + m.size, End: p.End}, m)
		end := p.End
		if next >= 0 {
			end = next
		}
		piece := document.Span{Start: behindMark(b.src.Text, start+m.size, end), End: end}
		b.trimEnd(&piece)
		closing := document.Span{Start: piece.End, End: piece.End}
		if next < 0 || !b.followsAt(next, m) {
			closing = b.cutSanction(&piece)
		}
		join(&b.open().Lead, piece)
		extend(b.open(), piece.End)
		if owner := b.open().Parent; !closing.Empty() {
			b.closeTo(owner)
			b.appendText(owner, closing)
		}
		start = end
	}
}

// followsAt reports whether the mark at an offset goes on with the sequence of
// another.
func (b *body) followsAt(at int, m mark) bool {
	next, _ := readMark(b.src.Text[at:])
	return follows(m, next)
}

// cutSanction cuts the closing words off the last point of a running list,
// where they say the penalty, and returns them: "(b) …, shall be fined." A list
// whose other points say theirs has none.
func (b *body) cutSanction(piece *document.Span) document.Span {
	none := document.Span{Start: piece.End, End: piece.End}
	at := sanctionAt(b.src.Quote(*piece))
	owner := b.open().Parent
	if at < 0 || len(owner.Children) < 2 || !opensList(b.src.Quote(owner.Lead)) {
		return none
	}
	for _, c := range owner.Children[:len(owner.Children)-1] {
		if sanctionAt(b.src.Quote(c.Lead)) >= 0 {
			return none
		}
	}
	closing := document.Span{Start: piece.Start + at, End: piece.End}
	piece.End = piece.Start + at
	b.trimEnd(piece)
	return closing
}

func (b *body) trimEnd(p *document.Span) {
	p.End = p.Start + len(strings.TrimRight(b.src.Quote(*p), " "))
}

// inlinePoint returns the offset of the next bracketed mark inside a stretch
// that begins a list behind a colon or dash, or goes on with one behind a
// semicolon or stop. It is -1 where there is none.
func (b *body) inlinePoint(p document.Span, last mark) int {
	s := b.src.Quote(p)
	for i := 1; i < len(s); i++ {
		if s[i] != '(' || s[i-1] != ' ' && !strings.HasSuffix(s[:i], "—") {
			continue
		}
		m, ok := readMark(s[i:])
		if !ok || m.bracket != "()" {
			continue
		}
		before := strings.TrimRight(s[:i], " ")
		if r, isRoman := m.asRoman(); (m.value == 1 || isRoman && r.value == 1) && opensList(before) && (last.value == 0 || last.class != m.class) {
			return p.Start + i
		}
		if (last.value > 0 && follows(last, m) || b.goesOnWith(m)) && endsPoint(before) {
			return p.Start + i
		}
	}
	return -1
}

// endsPoint reports whether a text ends as a point of a running list does.
func endsPoint(s string) bool {
	if open := strings.LastIndexByte(s, '['); open > 0 && strings.HasSuffix(s, "]") { // [15/2019]
		s = strings.TrimRight(s[:open], " ")
	}
	for _, w := range []string{" or", " and", " ou", " et", " o", " y", " e", " und", " oder"} {
		s = strings.TrimSuffix(s, w)
	}
	return strings.ContainsRune(";.", lastRune(s))
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
