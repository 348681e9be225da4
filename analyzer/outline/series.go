package outline

import (
	"slices"
	"strings"
	"unicode"

	"lacuna/analyzer/document"
)

// maxDepth is how many sequences may be open inside each other; no law nests
// deeper, and a text that seems to is read flat.
const maxDepth = 12

// placeMark opens the section of a mark where its sequence wants it, and
// returns it. Where letter and roman figure look alike, the sequence that goes
// on decides.
func (b *body) placeMark(m mark, start int, indent float64) *document.Section {
	if r, ok := m.asRoman(); (ok && r.value == 1 || m.class == classDouble && m.value == 1) && opensList(b.lastText()) {
		return b.child(m, start, indent)
	}
	if at, read := b.goesOn(m); at >= 0 {
		return b.sibling(at, read, start, indent)
	}
	if b.scope != b.prov && m.class != classDash {
		for k := len(b.outer) - 1; k >= 0; k-- {
			if follows(b.outer[k].mark, m) {
				b.scope, b.stack, b.outer = b.prov, b.outer, nil
				at, read := b.goesOn(m)
				return b.sibling(at, read, start, indent)
			}
		}
	}
	if at := b.resume(m); at >= 0 {
		return b.sibling(at, m, start, indent)
	}
	if at := b.restarts(m); at >= 0 {
		return b.sibling(at, m, start, indent)
	}
	return b.child(m, start, indent)
}

// isReference reports whether what looks like a mark is the number at the end
// of a broken line, "under section | 12.": it begins and continues nothing, and
// stands in the middle of a sentence.
func (b *body) isReference(m mark) bool {
	if m.class == classSign && len(b.chain) > 0 && b.chain[0].form == formParagraph {
		return true // § numbers the articles here, so it does not number their paragraphs
	}
	if m.bracket == "Stk." {
		return false
	}
	text := b.lastText()
	last := lastRune(text)
	broken := unicode.IsLetter(last) || m.class == classDigit && strings.ContainsRune(",(", last)
	if m.bracket == ")" && strings.LastIndexByte(text, '(') > strings.LastIndexByte(text, ')') { // (Cap. | 93)
		broken = true
	}
	if m.value < 2 || m.class == classWord || m.class != classSign && !broken {
		return false
	}
	for _, l := range b.stack {
		if l.mark.same(m) && (m.class != classSign || m.value < l.mark.value+10) {
			return false
		}
	}
	at, _ := b.goesOn(m)
	return at < 0
}

// goesOn finds the deepest open sequence that a mark carries on, and the
// reading of the mark that fits; -1 where none does.
func (b *body) goesOn(m mark) (int, mark) {
	for k := len(b.stack) - 1; k >= 0; k-- {
		last := b.stack[k].mark
		if m.class == classDash && last.same(m) {
			return k, m
		}
		if last.same(m) && follows(last, m) {
			return k, m
		}
		if r, ok := m.asRoman(); ok && last.same(r) && r.value == last.value+1 {
			return k, r
		}
		if r, ok := last.asRoman(); ok && m.same(r) && m.value == r.value+1 {
			b.reread(k, r)
			return k, m
		}
		if last.class == classDash && m.class == classDigit && m.value == 2 && b.isFirst(k) { // "- …", "2. …"
			b.reread(k, mark{class: m.class, bracket: m.bracket, value: 1, number: "1"})
			return k, m
		}
		if read, ok := b.ones(k, m); ok {
			return k, read
		}
		if read, ok := m.afterRaised(last); ok {
			return k, read
		}
		if read, ok := m.afterLetter(last); ok {
			return k, read
		}
	}
	return -1, m
}

// ones carries on a sequence of roman figures that OCR read as ones: (1),
// (11) for (i), (ii).
func (b *body) ones(k int, m mark) (mark, bool) {
	last := b.stack[k].mark
	if k == 0 || last.bracket != m.bracket {
		return m, false
	}
	if r, ok := last.asOnes(); ok {
		last = r
	}
	read := m
	if r, ok := m.asOnes(); ok {
		read = r
	}
	if last.class != classRoman || read.class != classRoman || read.value != last.value+1 {
		return m, false
	}
	b.reread(k, last)
	return read, true
}

// isFirst reports whether the last section of a sequence is its first too.
func (b *body) isFirst(k int) bool {
	at := b.stack[k].at
	i := slices.Index(at.Parent.Children, at)
	return i == 0 || i > 0 && at.Parent.Children[i-1].Kind != at.Kind
}

// reread changes the reading of the last mark of a sequence.
func (b *body) reread(k int, m mark) {
	b.stack[k].mark = m
	b.stack[k].at.Number = m.number
}

// restarts finds the open sequence to which a mark belongs although it does
// not follow: one with a hole, or one that begins anew beside its own.
func (b *body) restarts(m mark) int {
	first, roman := m.asRoman()
	for k := len(b.stack) - 1; k >= 0; k-- {
		last := b.stack[k].mark
		if !last.same(m) {
			continue
		}
		if roman && first.value == 1 && (m.value > last.value+2 || m.value < last.value) {
			return -1
		}
		if m.value > last.value || m.value > 1 {
			return k
		}
		if k == len(b.stack)-1 && !opensList(b.lastText()) {
			return k
		}
	}
	return -1
}

// sibling adds a section to an open sequence and closes all below it.
func (b *body) sibling(k int, m mark, start int, indent float64) *document.Section {
	l := &b.stack[k]
	kind, parent := l.at.Kind, l.at.Parent
	b.stack = b.stack[:k]
	return b.push(parent, kind, m, start, indent)
}

// child opens a new sequence below the innermost section that can hold it.
func (b *body) child(m mark, start int, indent float64) *document.Section {
	if len(b.stack) > maxDepth {
		b.stack = b.stack[:1]
	}
	parent := b.open()
	if r, ok := m.asRoman(); ok && r.value == 1 {
		m = r
	}
	if b.indents && indent >= 0 && !(m.value == 1 && opensList(b.lastText())) {
		for len(b.stack) > 0 && b.stack[len(b.stack)-1].indent > indent+6 {
			b.stack = b.stack[:len(b.stack)-1]
			parent = b.open()
		}
	}
	if m.class == classSign || parent != b.scope && m.value == 1 && m.class == classDigit && endsSentence(b.lastText()) && b.isAlinea(parent) {
		b.stack = nil
		parent = b.scope
	}
	if opensList(b.src.Quote(parent.Tail)) { // closing words that open a list of their own
		mid := &document.Section{Kind: document.Para, State: document.InForce, Lead: parent.Tail, Span: parent.Tail, Parent: parent}
		parent.Children, parent.Tail = append(parent.Children, mid), document.Span{}
		b.stack = append(b.stack, level{at: mid, mark: mark{class: classWord, bracket: "alinéa"}, indent: indent})
		parent = mid
	}
	return b.push(parent, b.kindBelow(parent, m), m, start, indent)
}

// isAlinea reports whether a section is a paragraph without a number.
func (b *body) isAlinea(s *document.Section) bool {
	return s.Kind == document.Para && s.Number == ""
}

// kindBelow says what a mark makes below a parent.
func (b *body) kindBelow(parent *document.Section, m mark) document.Kind {
	switch parent.Kind {
	case document.Point, document.Subpoint:
		return document.Subpoint
	case document.Para:
		return document.Point
	}
	lead := b.src.Quote(parent.Lead)
	if (m.class == classRomanUpper || m.class == classUpper) && lead == "" {
		return document.Para
	}
	if m.class == classSign || m.class == classDigit && m.bracket != "°" && m.bracket != "一" && (lead == "" || endsSentence(lead) || m.bracket == "()") {
		return document.Para
	}
	return document.Point
}

func (b *body) push(parent *document.Section, kind document.Kind, m mark, start int, indent float64) *document.Section {
	sec := &document.Section{Kind: kind, Number: m.number, Mark: b.src.Text[start : start+m.size], State: document.InForce, Title: b.rubric, Span: document.Span{Start: start, End: start + m.size}}
	b.rubric = document.Span{}
	b.addChild(parent, sec)
	b.stack = append(b.stack, level{at: sec, mark: m, indent: indent})
	return sec
}
