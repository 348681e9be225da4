package document

import (
	"sort"
	"strings"
	"unicode/utf8"
)

// Likely says what stands on the paper, most likely, where a picture of a page was
// read with doubt or wrongly. The text keeps what was read.
type Likely struct {
	Span
	Word string // one word or two; that of the text where its reader's doubt was needless
}

// Offsets brings offsets of a mended text back to the text it was made of.
type Offsets struct {
	text   string // that the mended text was made of
	base   int
	pieces []mendedPiece
}

// mendedPiece is a likely word: where it stands in the mended text, and for what.
type mendedPiece struct {
	from, to int
	source   Span
}

// Mended returns the text of a span with the likely words in place of what was
// read, and the way back to the offsets of the text.
func (s *Source) Mended(p Span) (string, Offsets) {
	at := Offsets{text: s.Text, base: p.Start}
	first := sort.Search(len(s.Likely), func(i int) bool { return s.Likely[i].Start >= p.Start })
	var b strings.Builder
	done := p.Start
	for _, l := range s.Likely[first:] {
		if l.End > p.End {
			break
		}
		b.WriteString(s.Text[done:l.Start])
		from := b.Len()
		b.WriteString(l.Word)
		at.pieces = append(at.pieces, mendedPiece{from, b.Len(), l.Span})
		done = l.End
	}
	b.WriteString(s.Text[done:max(done, p.End)])
	return b.String(), at
}

// Source returns the offset in the text for one in the mended text. Inside a likely
// word it is a place inside what was read for it.
func (o Offsets) Source(mended int) int {
	i := sort.Search(len(o.pieces), func(i int) bool { return o.pieces[i].from > mended }) - 1
	if i < 0 {
		return o.base + mended
	}
	p := o.pieces[i]
	if mended >= p.to {
		return p.source.End + mended - p.to
	}
	return letterStart(o.text, min(p.source.Start+mended-p.from, p.source.End))
}

// span brings a span of the mended text back.
func (o Offsets) span(p Span) Span { return Span{o.Source(p.Start), o.Source(p.End)} }

// mended returns the offset in the mended text for one in the text.
func (o Offsets) mended(source int) int {
	i := sort.Search(len(o.pieces), func(i int) bool { return o.pieces[i].source.Start > source }) - 1
	if i < 0 {
		return source - o.base
	}
	p := o.pieces[i]
	if source >= p.source.End {
		return p.to + source - p.source.End
	}
	return min(p.from+source-p.source.Start, p.to)
}

// Unsure lists the words inside a span that were read with doubt, and of which it is
// not known what they most likely are.
func (s *Source) Unsure(p Span) []Span {
	var out []Span
	for _, d := range s.Doubts {
		if d.Overlaps(p) && !s.told(d) {
			out = append(out, d)
		}
	}
	return out
}

// told reports whether it is known what a word in doubt most likely is.
func (s *Source) told(doubt Span) bool {
	i := sort.Search(len(s.Likely), func(i int) bool { return s.Likely[i].End > doubt.Start })
	return i < len(s.Likely) && s.Likely[i].Overlaps(doubt)
}

// Copy returns the source with the likely words in its text, to be read in place of
// it; Restore brings back what was read in it.
func (s *Source) Copy() (*Source, Offsets) {
	text, at := s.Mended(Span{0, len(s.Text)})
	to := func(p Span) Span { return Span{at.mended(p.Start), at.mended(p.End)} }
	all := func(list []Span) []Span {
		out := make([]Span, len(list))
		for i, p := range list {
			out[i] = to(p)
		}
		return out
	}
	out := *s
	out.Text, out.Likely, out.Doubts = text, nil, nil
	out.Blocks = make([]Block, len(s.Blocks))
	for i, b := range s.Blocks {
		b.Span, b.Raised = to(b.Span), all(b.Raised)
		out.Blocks[i] = b
	}
	for _, d := range s.Doubts {
		if !s.told(d) {
			out.Doubts = append(out.Doubts, to(d))
		}
	}
	out.Pages = make([]int, len(s.Pages))
	for i, p := range s.Pages {
		out.Pages[i] = at.mended(p)
	}
	out.Turns = append([]Turn(nil), s.Turns...)
	for i := range out.Turns {
		out.Turns[i].Offset = at.mended(out.Turns[i].Offset)
	}
	return &out, at
}

// Restore turns a document that was read in a mended copy into one of the source
// itself: what stands there, with the copy's sections.
func (d *Document) Restore(src *Source, at Offsets) {
	d.Root.Walk(func(s *Section) bool {
		for _, p := range []*Span{&s.Title, &s.Span, &s.Lead, &s.Tail} {
			*p = at.span(*p)
		}
		for i := range s.Notes {
			s.Notes[i] = at.span(s.Notes[i])
		}
		return true
	})
	for i := range d.Health.Regions {
		g := &d.Health.Regions[i]
		g.Start, g.End = at.Source(g.Start), at.Source(g.End)
		for j := range g.Around {
			g.Around[j] = at.span(g.Around[j])
		}
	}
	d.Source = src
}

// letterStart moves an offset back to the beginning of the letter it lies in.
func letterStart(text string, at int) int {
	for at > 0 && at < len(text) && !utf8.RuneStart(text[at]) {
		at--
	}
	return at
}
