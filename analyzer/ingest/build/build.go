// Package build puts a document.Source together line by line: every reader
// hands it paragraphs and list points as pieces of text, and it keeps the
// offsets of blocks, pages and superscripts right while it normalises.
package build

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"lacuna/analyzer/document"
)

// Piece is a run of a block's text.
type Piece struct {
	Text   string
	Raised bool // a superscript
	// Stressed says that it is bold or italic.
	Stressed bool
	Page     int // page it stands on, from 1; 0 where the format has no pages
	// Spans are told where the piece came to stand, or would stand if it were not
	// empty; pieces that share one widen it.
	Spans []*document.Span
}

// Builder collects blocks in reading order.
type Builder struct {
	text   strings.Builder
	blocks []document.Block
	pages  []int
	turns  []document.Turn
	left   []document.Left
	seen   map[document.Left]int // place in left of what was left out before, by kind and text
}

// Add appends one block made of pieces. Of b it takes everything but Span,
// Page, Raised and Stressed, which it finds itself. Blocks without a visible character
// are not added.
func (b *Builder) Add(block document.Block, pieces ...Piece) {
	start := b.text.Len()
	if start > 0 {
		start++
	}
	line := lineWriter{}
	raised := []document.Span(nil)
	var bold stress
	type turn struct{ page, at int }
	var turns []turn
	for _, p := range lower(pieces) {
		clean := Clean(p.Text)
		from, to := line.write(clean)
		if from == to {
			for _, s := range p.Spans {
				if s.End == 0 {
					s.Start, s.End = start+from, start+from
				}
			}
			continue
		}
		for _, s := range p.Spans {
			if s.Empty() {
				s.Start = start + from
			}
			s.End = start + to
		}
		if p.Raised {
			raised = append(raised, document.Span{Start: start + from, End: start + to})
		}
		bold.add(p.Stressed, clean, document.Span{Start: start + from, End: start + to})
		if p.Page > 0 {
			turns = append(turns, turn{p.Page, start + from})
		}
	}
	if line.empty() {
		return
	}
	if b.text.Len() > 0 {
		b.text.WriteByte('\n')
	}
	b.text.WriteString(line.buf.String())
	for _, t := range turns {
		b.turnTo(t.page, t.at)
	}
	block.Span = document.Span{Start: start, End: b.text.Len()}
	if len(turns) > 0 {
		block.Page = turns[0].page
	}
	block.Raised, block.Stressed = raised, bold.words()
	b.blocks = append(b.blocks, block)
}

// stress finds the first words of a block that are bold or italic.
type stress struct {
	span        document.Span
	over, plain bool // plain words stand behind them; anywhere
}

// add takes the next piece of the block, where it stands.
func (s *stress) add(stressed bool, text string, at document.Span) {
	switch {
	case stressed && s.span.Empty():
		s.span = at
	case stressed && !s.over:
		s.span.End = at.End
	case !stressed && strings.ContainsFunc(text, isWord):
		s.over, s.plain = s.over || !s.span.Empty(), true
	}
}

// words returns what is stressed; nothing where all of the block is.
func (s *stress) words() document.Span {
	if !s.plain {
		return document.Span{}
	}
	return s.span
}

func isWord(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }

// superscripts are the digits that Unicode has raised.
var superscripts = map[rune]byte{'⁰': '0', '¹': '1', '²': '2', '³': '3', '⁴': '4', '⁵': '5', '⁶': '6', '⁷': '7', '⁸': '8', '⁹': '9'}

func isSuperscript(r rune) bool { return r >= '²' && superscripts[r] != 0 }

// lower writes raised digits of Unicode as plain ones in raised pieces.
func lower(pieces []Piece) []Piece {
	var out []Piece
	for _, p := range pieces {
		text := p.Text
		for {
			i := strings.IndexFunc(text, isSuperscript)
			if i < 0 {
				break
			}
			before := p
			before.Text = text[:i]
			out = append(out, before)
			var digits []byte
			for _, r := range text[i:] {
				if !isSuperscript(r) {
					break
				}
				digits = append(digits, superscripts[r])
				i += utf8.RuneLen(r)
			}
			figures := p
			figures.Text, figures.Raised = string(digits), true
			out = append(out, figures)
			text = text[i:]
		}
		p.Text = text
		out = append(out, p)
	}
	return out
}

// turnTo notes that the page's text, and that of empty pages before it, begins at the offset.
func (b *Builder) turnTo(page, at int) {
	for len(b.pages) < page {
		b.pages = append(b.pages, at)
	}
	if n := len(b.turns); n == 0 || b.turns[n-1].Page != page {
		b.turns = append(b.turns, document.Turn{Offset: at, Page: page})
	}
}

// Leave notes text that is left out; the same text of the same kind is counted.
func (b *Builder) Leave(kind string, page int, text string) {
	text = strings.Join(strings.Fields(Clean(text)), " ")
	if text == "" {
		return
	}
	if b.seen == nil {
		b.seen = map[document.Left]int{}
	}
	key := document.Left{Kind: kind, Text: text}
	if i, ok := b.seen[key]; ok {
		b.left[i].Times++
		return
	}
	b.seen[key] = len(b.left)
	b.left = append(b.left, document.Left{Kind: kind, Page: page, Text: text, Times: 1})
}

// Source returns what was built; pages is the number of pages of the file, 0
// where the format has none.
func (b *Builder) Source(pages int) *document.Source {
	for len(b.pages) < pages {
		b.pages = append(b.pages, b.text.Len())
	}
	src := &document.Source{Text: b.text.String(), Blocks: b.blocks, Pages: b.pages, Left: b.left}
	for i := 1; i < len(b.turns); i++ {
		if b.turns[i].Page < b.turns[i-1].Page {
			src.Turns = b.turns
		}
	}
	return src
}

// lineWriter writes one line with single spaces between words and none at its ends.
type lineWriter struct {
	buf     strings.Builder
	pending bool
}

// write appends text and returns where its visible part stands in the line.
func (w *lineWriter) write(text string) (from, to int) {
	from = -1
	for len(text) > 0 {
		i := strings.IndexByte(text, ' ')
		if i == 0 {
			w.pending = w.buf.Len() > 0
			text = text[1:]
			continue
		}
		if w.pending {
			w.buf.WriteByte(' ')
			w.pending = false
		}
		if from < 0 {
			from = w.buf.Len()
		}
		if i < 0 {
			i = len(text)
		}
		w.buf.WriteString(text[:i])
		text = text[i:]
	}
	if from < 0 {
		from = w.buf.Len()
	}
	return from, w.buf.Len()
}

func (w *lineWriter) empty() bool { return w.buf.Len() == 0 }

// ligatures are letters that fonts join; the text keeps them apart.
var ligatures = map[rune]string{
	'ﬀ': "ff", 'ﬁ': "fi", 'ﬂ': "fl", 'ﬃ': "ffi", 'ﬄ': "ffl", 'ﬅ': "st", 'ﬆ': "st",
}

// Clean brings text to NFC, turns every kind of white space into a plain
// space, writes ligatures out, and drops soft hyphens, byte order marks, control
// characters and those that turn the direction of writing. Quotes and dashes stay as they are.
func Clean(text string) string {
	if plain(text) {
		return text
	}
	var out strings.Builder
	out.Grow(len(text))
	for _, r := range text {
		switch {
		case r == '\u00ad' || r == '\ufeff' || r == '\u200b' || r == '\u2060':
		case r == '\u200e' || r == '\u200f' || r >= '\u202a' && r <= '\u202e' || r >= '\u2066' && r <= '\u2069':
		case r == utf8.RuneError:
			out.WriteRune(r)
		case unicode.IsSpace(r) || r == '\u2028' || r == '\u2029':
			out.WriteByte(' ')
		case unicode.IsControl(r):
		case r >= 'ﬀ' && r <= 'ﬆ':
			out.WriteString(ligatures[r])
		case r >= 0xfb1d && r <= 0xfdff || r >= 0xfe70 && r <= 0xfefc: // drawn forms of Hebrew and Arabic letters
			out.WriteString(norm.NFKC.String(string(r)))
		default:
			out.WriteRune(r)
		}
	}
	return norm.NFC.String(out.String())
}

// plain reports whether the text is printable ASCII, which needs no cleaning.
func plain(text string) bool {
	for i := 0; i < len(text); i++ {
		if c := text[i]; c < ' ' || c > '~' {
			return false
		}
	}
	return true
}
