package outline

import (
	"sort"
	"strings"
	"unicode"

	"lacuna/analyzer/document"
)

// explainWords open a piece that explains the law and stands by itself; in
// small letters.
var explainWords = []string{"explanation", "explanations", "illustration", "illustrations", "exception", "exceptions", "example", "examples", "note", "notes",
	"примечание", "примечания", "примітка", "примітки", "nota", "erläuterung", "пояснение", "açıklama", "penjelasan", "توضيح"}

// sanctionWords open the penalty of what stands before them, in texts that set
// it on a line of its own; in small letters.
var sanctionWords = []string{"shall be punished", "shall be liable", "is punishable", "shall be guilty", "is guilty of", "commits an offence"}

// sanctionNames do so where a dash or colon follows: "Pena - reclusão".
var sanctionNames = []string{"pena", "penas", "penalty", "maximum penalty", "peine", "strafe", "санкция"}

// isSanction reports whether a block opens with the penalty of what stands
// before it.
func isSanction(s string) bool {
	s = opening(s)
	if startsWithAny(s, sanctionWords) {
		return true
	}
	for _, name := range sanctionNames {
		if rest, ok := strings.CutPrefix(s, name); ok && strings.ContainsRune("-–—:", firstRune(strings.TrimLeft(rest, " "))) {
			return true
		}
	}
	return false
}

// isExplain reports whether a block opens an explanation.
func isExplain(s string) bool {
	s = opening(s)
	return startsWithAny(s, explainWords) && explainHead(s) > 0
}

// explainHead returns the length of "Explanation 1.—" at the start of s: the
// word, its number and the signs behind them; 0 where prose goes on instead.
func explainHead(s string) int {
	i := len(leadingWord(s))
	at := skipBlanks(s, i)
	for at < len(s) && (s[at] >= '0' && s[at] <= '9' || strings.IndexByte("IVX", s[at]) >= 0) {
		at++
	}
	if at == len(s) {
		return at
	}
	if end := skipSigns(s, at, len(s)); end > at && strings.Trim(s[at:end], " \u00a0*") != "" {
		return end
	}
	if at > i && s[i] == ' ' && at > skipBlanks(s, i) || s[at] == '(' {
		return at
	}
	return 0
}

func skipBlanks(s string, at int) int {
	for at < len(s) && s[at] == ' ' {
		at++
	}
	return at
}

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
	case b.role[i] == contents:
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
	if i+1 >= len(b.blocks) || b.stack == nil && b.prov.Lead.Empty() || !b.isHeadingLike(i) || len(b.words(i)) > 120 || isExplain(b.words(i)) || opensList(b.words(i)) {
		return false
	}
	m, ok := readMark(strings.TrimSpace(b.words(i + 1)))
	return ok && m.class == classSign && endsSentence(b.lastText())
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
	for !p.Empty() {
		s := b.src.Quote(p)
		m, ok := readMark(s)
		if !ok || b.isReference(m) || !fresh && m.bracket != "()" && m.bracket != "." && m.bracket != "°" && m.bracket != ")" {
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
		join(&b.open().Lead, piece)
		extend(b.open(), piece.End)
		start = end
	}
}

func (b *body) trimEnd(p *document.Span) {
	p.End = p.Start + len(strings.TrimRight(b.src.Quote(*p), " "))
}

// inlinePoint returns the offset of the next bracketed mark inside a stretch
// that continues a list: the first behind a colon or dash, the others behind
// a semicolon or comma. It is -1 where there is none.
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
		if last.value == 0 {
			if r, isRoman := m.asRoman(); m.value == 1 || isRoman && r.value == 1 {
				if opensList(before) {
					return p.Start + i
				}
			}
			continue
		}
		if follows(last, m) && endsPoint(before) {
			return p.Start + i
		}
	}
	return -1
}

// endsPoint reports whether a text ends as a point of a running list does.
func endsPoint(s string) bool {
	for _, w := range []string{" or", " and", " ou", " et", " o", " y", " e", " und", " oder"} {
		s = strings.TrimSuffix(s, w)
	}
	return strings.ContainsRune(";.", lastRune(s))
}

// follows reports whether m is the next mark behind last in one sequence.
func follows(last, m mark) bool {
	if last.same(m) {
		return m.value == last.value+1 || m.value == last.value && m.sub == last.sub+1
	}
	if r, ok := m.asRoman(); ok && last.same(r) {
		return r.value == last.value+1
	}
	if r, ok := last.asRoman(); ok && m.same(r) {
		return m.value == r.value+1
	}
	return false
}

// explain opens an explanation and returns what is left of the span.
func (b *body) explain(p document.Span) document.Span {
	s := b.src.Quote(p)
	skip := len(s) - len(strings.TrimLeft(s, " *[0123456789_“\""))
	size := explainHead(strings.ToLower(s[skip:]))
	if b.scope == b.prov {
		b.outer = b.stack
	}
	b.stack = nil
	number := strings.Trim(s[skip+len(leadingWord(s[skip:])):skip+size], " .:—–-_*\u00a0\u00ad")
	sec := &document.Section{Kind: document.Explain, Number: "", Mark: strings.TrimSpace(s[:skip+size]), State: document.InForce, Span: document.Span{Start: p.Start, End: p.Start + skip + size}}
	if number != "" && len(number) < 4 {
		sec.Number = number
	}
	b.addChild(b.prov, sec)
	b.scope = sec
	p.Start += skip + size
	return p
}

// addChild puts a section below its parent. Closing words that turn out to
// stand between children become a paragraph of their own; before an
// explanation they stay what they are.
func (b *body) addChild(parent, child *document.Section) {
	if child.Kind == document.Para && b.isComplete(parent) {
		wrap(parent)
	} else if !parent.Tail.Empty() && child.Kind != document.Explain {
		mid := &document.Section{Kind: document.Para, State: document.InForce, Lead: parent.Tail, Span: parent.Tail, Parent: parent}
		parent.Children = append(parent.Children, mid)
		parent.Tail = document.Span{}
	}
	child.Parent = parent
	parent.Children = append(parent.Children, child)
}

// isComplete reports whether a section already holds a rule of its own, to
// which a numbered paragraph is added: a whole sentence, or a list.
func (b *body) isComplete(s *document.Section) bool {
	if s.Lead.Empty() || allParas(s) {
		return false
	}
	return len(s.Children) > 0 || endsSentence(withoutNotes(b.src.Quote(s.Lead)))
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

// placeText adds a stretch without a mark: a continuation, closing words, or a
// paragraph of its own.
func (b *body) placeText(p document.Span, indent float64) {
	s := b.src.Quote(p)
	at := b.open()
	before := b.lastText()
	quoted := strings.HasPrefix(s, "“") || strings.HasPrefix(s, "\"") || strings.HasPrefix(s, "«")
	goesOn := before != "" && !quoted && (startsLower(s) || isSanction(s) || !endsSentence(before) && !opensList(before) && lastRune(before) != ';')
	switch {
	case before == "" && len(at.Children) == 0:
		b.stretch(p)
	case goesOn && (at.Kind == document.Point || at.Kind == document.Subpoint) && len(at.Children) == 0 && b.isTail(s, before, at, indent):
		owner := b.ownerByIndent(at.Parent, indent)
		b.closeTo(owner)
		b.appendText(owner, p)
	case goesOn:
		b.appendText(at, p)
	default:
		b.newParagraph(p, indent)
	}
}

// isTail reports whether words behind a point close its parent, rather than
// carry the point on over a break.
func (b *body) isTail(s, before string, at *document.Section, indent float64) bool {
	if len(b.stack) == 0 || at != b.stack[len(b.stack)-1].at {
		return true
	}
	last := lastRune(before)
	broken := unicode.IsLetter(last) && startsLower(s) && !strings.HasSuffix(before, " or") && !strings.HasSuffix(before, " and")
	return !(broken && b.indents && indent > b.stack[len(b.stack)-1].indent+2)
}

// ownerByIndent climbs from a section to the nearest ancestor whose mark does
// not stand to the right of the text.
func (b *body) ownerByIndent(s *document.Section, indent float64) *document.Section {
	if !b.indents || indent < 0 {
		return s
	}
	for s != b.scope {
		mark, ok := b.indentOf(s)
		if !ok || mark <= indent+6 || s.Parent.Lead.Empty() {
			return s
		}
		s = s.Parent
	}
	return s
}

func (b *body) indentOf(s *document.Section) (float64, bool) {
	for _, l := range b.stack {
		if l.at == s {
			return l.indent, l.indent >= 0
		}
	}
	return 0, false
}

// closeTo closes all sequences below a section.
func (b *body) closeTo(s *document.Section) {
	for len(b.stack) > 0 && b.stack[len(b.stack)-1].at != s {
		b.stack = b.stack[:len(b.stack)-1]
	}
}

// appendText carries a section's own words on: its lead, or its tail where it
// has children.
func (b *body) appendText(s *document.Section, p document.Span) {
	if len(s.Children) == 0 {
		join(&s.Lead, p)
	} else {
		join(&s.Tail, p)
	}
	extend(s, p.End)
}

// newParagraph adds a paragraph without a number to the innermost numbered
// paragraph, explanation or provision that is open.
func (b *body) newParagraph(p document.Span, indent float64) {
	owner := b.open()
	for owner != b.scope && (owner.Kind != document.Para || owner.Number == "") {
		owner = owner.Parent
	}
	owner = b.ownerByIndent(owner, indent)
	b.closeTo(owner)
	if len(owner.Children) == 0 && !opensList(b.src.Quote(owner.Lead)) || len(owner.Children) > 0 && owner.Children[0].Kind == document.Point && !owner.Lead.Empty() && !allParas(owner) {
		wrap(owner)
	}
	sec := &document.Section{Kind: document.Para, State: document.InForce, Span: p}
	b.addChild(owner, sec)
	b.stack = append(b.stack, level{at: sec, mark: mark{class: classWord, bracket: "alinéa"}, indent: indent})
	b.stretch(p)
}

func allParas(s *document.Section) bool {
	for _, c := range s.Children {
		if c.Kind == document.Para {
			return true
		}
	}
	return false
}

// wrap moves what a section holds into a first paragraph without a number.
func wrap(s *document.Section) {
	first := &document.Section{Kind: document.Para, State: document.InForce, Lead: s.Lead, Tail: s.Tail, Children: s.Children, Parent: s}
	first.Span = document.Span{Start: s.Lead.Start, End: s.Lead.End}
	for _, c := range first.Children {
		c.Parent = first
	}
	s.Lead, s.Tail, s.Children = document.Span{}, document.Span{}, []*document.Section{first}
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
