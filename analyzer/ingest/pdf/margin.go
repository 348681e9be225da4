package pdf

import (
	"slices"

	"lacuna/analyzer/ingest/lazy"
)

// A page with notes in the margin has at least so many rows, and so many
// letters in the margin.
const (
	marginRows = 8
	marginInk  = 15
)

// takeMargins takes notes that stand beside the text, as old acts have them,
// out of the rows: small chunks wholly left or right of it.
func takeMargins(rs []row, picture bool) (body, margin []row) {
	left, right, size := textEdges(rs)
	if picture {
		left, right = proseEdges(rs, left, right)
	}
	if right <= left || len(rs) < marginRows {
		return rs, nil
	}
	ink := 0
	for _, r := range rs {
		var in, out []chunk
		for _, c := range r.chunks {
			if c.size <= 0.9*size && !c.raised && (c.x1 < left-3 || c.x0 > right+3) {
				out = append(out, c)
				ink += c.ink
			} else {
				in = append(in, c)
			}
		}
		if len(in) > 0 {
			body = append(body, row{r.y, r.size, in})
		}
		if len(out) > 0 {
			margin = append(margin, row{out[0].y, out[0].size, out})
		}
	}
	if len(margin) < 2 || ink < marginInk {
		return rs, nil
	}
	return body, margin
}

// side is a strip along the text in which headings or notes stand beside it.
type side struct {
	at   float32 // where it ends or begins
	left bool
}

// Notes as large as the text are taken for notes if they are narrow and short
// beside it: shares of the text's width and letters.
const (
	sideWidth = 0.4
	sideInk   = 0.3
	proseLine = 25 // letters of a chunk that is surely a line of the text
)

// findSide looks for headings and notes of the text's own size that stand
// beside it, wholly left or right of its lines, some of them broken into lines.
func findSide(rs []row) (s side, ok bool) {
	lefts := map[float32]int{}
	long, prose := 0, 0
	for _, r := range rs {
		for _, c := range r.chunks {
			if c.ink >= proseLine {
				lefts[round(c.x0)]++
				long, prose = long+1, prose+c.ink
			}
		}
	}
	if long < marginRows {
		return s, false
	}
	left := float32(1e9) // of what begins a good part of the lines, the leftmost
	for x, n := range lefts {
		if n*7 >= long {
			left = min(left, x)
		}
	}
	right := left
	for _, r := range rs {
		for _, c := range r.chunks {
			if c.ink >= proseLine && abs(c.x0-left) < 3*c.size {
				right = max(right, c.x1)
			}
		}
	}
	for _, s := range []side{{left - 4, true}, {right + 4, false}} {
		if s.holdsNotes(rs, right-left, long, prose) {
			return s, true
		}
	}
	return s, false
}

// holdsNotes reports whether what stands in the strip are notes or headings
// beside a text of that width, that many lines and that many letters.
func (s side) holdsNotes(rs []row, width float32, lines, prose int) bool {
	notes, marks, ink, crossing, wraps := 0, 0, 0, 0, 0
	var last *chunk
	for _, r := range rs {
		cs := s.of(r)
		if s.crosses(r) {
			crossing++
		}
		if len(cs) == 0 {
			continue
		}
		first, end := &cs[0], &cs[len(cs)-1]
		if end.x1-first.x0 > sideWidth*width {
			return false
		}
		notes++
		for i := range cs {
			ink += cs[i].ink
		}
		if first.ink <= 5 || isNumber(first) {
			marks++
		}
		if last != nil && abs(last.x0-first.x0) < 2 && last.y-first.y < 1.6*first.size {
			wraps++
		}
		last = first
	}
	return wraps >= 2 && ink >= marginInk && marks*3 <= notes && crossing*6 <= lines && float64(ink) <= sideInk*float64(prose)
}

// of returns the chunks of a row that stand in the strip.
func (s side) of(r row) []chunk {
	n := 0
	for n < len(r.chunks) && s.holds(r.chunks[n]) == s.left {
		n++
	}
	if s.left {
		return r.chunks[:n]
	}
	return r.chunks[n:]
}

// holds reports whether a chunk stands in the strip.
func (s side) holds(c chunk) bool { return s.left && c.x1 < s.at || !s.left && c.x0 > s.at }

// crosses reports whether a row has text across the edge of the strip.
func (s side) crosses(r row) bool { return crosses(r, []float32{s.at}) }

// take takes the strip's text out of the rows.
func (s side) take(rs []row) (body, margin []row) {
	for _, r := range rs {
		out := s.of(r)
		in := r.chunks[len(out):]
		if !s.left {
			in = r.chunks[:len(r.chunks)-len(out)]
		}
		if len(in) > 0 {
			body = append(body, row{r.y, r.size, in})
		}
		if len(out) > 0 {
			margin = append(margin, row{out[0].y, out[0].size, out})
		}
	}
	return body, margin
}

// usualSides returns the strips in which odd and even pages usually have their
// notes; ok tells for which of them there is one.
func usualSides(sheets []sheet) (strips [2]side, ok [2]bool) {
	for odd := range strips {
		votes, best := map[side]int{}, 0
		for i := range sheets {
			if s := sheets[i].strip; s != nil {
				votes[side{round(s.at), s.left}] += 1 + (i+odd+1)%2 // pages of its kind count double
			}
		}
		for s, n := range votes {
			if n > best || n == best && s.at < strips[odd].at {
				strips[odd], best = s, n
			}
		}
		ok[odd] = best >= 3 && best*4 >= len(sheets)
	}
	return strips, ok
}

// ifFits returns the strip if the text of a page leaves it free, but for
// headings set across it.
func (s side) ifFits(rs []row) (side, bool) {
	crossing := 0
	for _, r := range rs {
		if s.crosses(r) {
			crossing++
		}
	}
	return s, crossing*6 <= len(rs)
}

// textEdges returns where the text of a page begins and ends from left to
// right, by all that is set in the usual size, and that size.
func textEdges(rs []row) (left, right, size float32) {
	sizes := map[float32]int{}
	for _, r := range rs {
		for _, c := range r.chunks {
			sizes[half(c.size)] += c.ink
		}
	}
	size = commonest(sizes)
	left = 1e9
	for _, r := range rs {
		for _, c := range r.chunks {
			if c.size > 0.95*size {
				left, right = min(left, c.x0), max(right, c.x1)
			}
		}
	}
	return left, right, size
}

// proseEdges returns where the lines of a page that are surely text begin and end, but
// for a tenth of them: in a picture dirt and what shows through stand beside the text.
// A page with few such lines keeps its edges.
func proseEdges(rs []row, left, right float32) (float32, float32) {
	var from, to []float32
	for _, r := range rs {
		for _, c := range r.chunks {
			if c.ink >= proseLine {
				from, to = append(from, c.x0), append(to, c.x1)
			}
		}
	}
	if len(from) < marginRows {
		return left, right
	}
	slices.Sort(from)
	slices.Sort(to)
	return from[len(from)/10], to[len(to)-1-len(to)/10]
}

// putMargins puts the notes of the margin before the lines beside which they begin.
func putMargins(lines []line, margin []row, page int) []line {
	if len(margin) == 0 {
		return lines
	}
	var notes []line
	for _, r := range margin {
		notes = append(notes, writeLine(r.chunks, page, 0, r.chunks[0].x0, r.chunks[len(r.chunks)-1].x1))
		notes[len(notes)-1].margin = true
	}
	parted(notes, lines)
	var out []line
	for _, l := range lines {
		for len(notes) > 0 && notes[0].y >= l.y-0.3*l.size {
			group := marginGroup(notes)
			out = append(out, notes[:group]...)
			notes = notes[group:]
		}
		out = append(out, l)
	}
	return append(out, notes...)
}

// sectionMark matches the number at the start of a section.
var sectionMark = lazy.Pattern(`^\d{1,4}\p{L}{0,3}\s?[.\-–—]`)

// parted flags the lines of the margin at the height of which sections begin:
// they begin a note of their own, however close the one above is.
func parted(notes, lines []line) {
	for i := range lines {
		text := markText(&lines[i])
		if !sectionMark().MatchString(text) && !wordMark().MatchString(text) {
			continue
		}
		for k := range notes {
			if up := (notes[k].y - lines[i].y) / lines[i].size; up > -0.4 && up < 0.8 {
				notes[k].opens = true
				break
			}
		}
	}
}

// marginGroup returns how many of the lines belong to the first note.
func marginGroup(notes []line) int {
	n := 1
	for n < len(notes) && marginJoins(&notes[n-1], &notes[n]) {
		n++
	}
	return n
}

// marginJoins reports whether b is the next line of the note in the margin that a belongs to.
func marginJoins(a, b *line) bool {
	return a.margin && b.margin && a.page == b.page && a.y > b.y && a.y-b.y < 1.6*a.size && abs(a.x0-b.x0) < 2*a.size && !b.opens && !hasMark(b)
}
