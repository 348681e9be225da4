package outline

import (
	"strings"

	"lacuna/analyzer/document"
)

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
