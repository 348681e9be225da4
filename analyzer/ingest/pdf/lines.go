package pdf

import (
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"
)

// chunk is a run of glyphs of one size on one baseline, close to each other.
type chunk struct {
	glyphs  []glyph
	x0, x1  float32
	y, size float32
	raised  bool // a superscript of the line it was put into
	ink     int  // letters that are no spaces
}

// line is one line of one column.
type line struct {
	run              int // number of the run of lines on one page, in reading order
	page, col        int // col 0 is the first, -1 spans them all
	beside           int // how many other columns stand beside its own
	x0, x1, y, size  float32
	left, right      float32 // the edges of its column
	bold, italic     bool    // most of its letters are
	boldHead, boldAt bool    // its first and its last letters are bold
	text             string
	stressed         [2]int   // the first bold or italic letters, as offsets of text
	raised           [][2]int // superscripts, as offsets of text
	doubts           []doubt  // what another reader was not sure of
	table            bool     // a row of a table
	numbered         bool     // ends in a number that stands apart at the right, as page numbers in a table of contents do
	margin           bool     // stands in the margin beside the text
	opens            bool     // begins a note of its own there
	leftward         bool     // runs from right to left
	contents         bool     // a line of a table of contents
}

// chunks cuts the glyphs, in the order in which they were set, into runs.
func chunks(glyphs []glyph) []chunk {
	var out []chunk
	for i := 0; i < len(glyphs); {
		first := glyphs[i]
		end := first.x + first.w
		j := i + 1
		for ; j < len(glyphs); j++ {
			g := &glyphs[j]
			gap := g.x - end
			if abs(g.y-first.y) > 0.08*first.size || abs(g.size-first.size) > 0.05*first.size ||
				gap > 0.8*first.size || gap < -0.3*first.size {
				break
			}
			end = max(end, g.x+g.w)
		}
		if c, ok := newChunk(glyphs[i:j]); ok {
			out = append(out, c)
		}
		i = j
	}
	return out
}

// newChunk makes a chunk without the white space at its ends; ok is false
// where nothing else is in it.
func newChunk(g []glyph) (c chunk, ok bool) {
	for len(g) > 0 && blank(g[0].text) {
		g = g[1:]
	}
	for len(g) > 0 && blank(g[len(g)-1].text) {
		g = g[:len(g)-1]
	}
	if len(g) == 0 {
		return c, false
	}
	c = chunk{glyphs: g, x0: g[0].x, y: g[0].y, size: g[0].size}
	for i := range g {
		c.x1 = max(c.x1, g[i].x+g[i].w)
		if !blank(g[i].text) {
			c.ink++
		}
	}
	return c, true
}

func blank(s string) bool { return s == " " || s == "\u00a0" || s == "\t" || s == "" }

// row is a set of chunks on one baseline, across all columns.
type row struct {
	y, size float32
	chunks  []chunk
}

// rows groups chunks into rows from the top of the page down, puts
// superscripts into the row they belong to, and sorts each row from the left.
func rows(cs []chunk) []row {
	cs = joinInitials(cs)
	sort.SliceStable(cs, func(i, j int) bool { return cs[i].y > cs[j].y })
	var out []row
	for _, c := range cs {
		if n := len(out); n > 0 && out[n-1].y-c.y <= 0.25*min(c.size, out[n-1].size) {
			r := &out[n-1]
			r.chunks = append(r.chunks, c)
			if c.size > r.size {
				r.size, r.y = c.size, c.y
			}
			continue
		}
		out = append(out, row{y: c.y, size: c.size, chunks: []chunk{c}})
	}
	out = raise(out)
	for i := range out {
		cs := out[i].chunks
		sort.SliceStable(cs, func(a, b int) bool { return cs[a].x0 < cs[b].x0 })
	}
	return out
}

// raise moves chunks that are superscripts or subscripts of a neighbouring row into it.
func raise(rs []row) []row {
	var out []row
	for i := range rs {
		rest := rs[i].chunks[:0:0]
		for _, c := range rs[i].chunks {
			switch {
			case i+1 < len(rs) && touches(rs[i+1], c, 0.12, 0.75):
				c.raised = isRaised(c)
				rs[i+1].chunks = append(rs[i+1].chunks, c)
			case i+2 < len(rs) && touches(rs[i+2], c, 0.12, 0.75):
				c.raised = isRaised(c)
				rs[i+2].chunks = append(rs[i+2].chunks, c)
			case len(out) > 0 && touches(out[len(out)-1], c, -0.4, -0.05):
				out[len(out)-1].chunks = append(out[len(out)-1].chunks, c)
			default:
				rest = append(rest, c)
			}
		}
		markRaised(rest, rs[i])
		if len(rest) > 0 {
			out = append(out, row{y: rs[i].y, size: rs[i].size, chunks: rest})
		}
	}
	return out
}

// isRaised reports whether a chunk above the line is a superscript and not a
// stroke or a dash that stands there by chance.
func isRaised(c chunk) bool {
	for i := range c.glyphs {
		if r := firstRune(c.glyphs[i].text); unicode.IsLetter(r) || unicode.IsDigit(r) || r == '*' || r == '†' || r == '‡' {
			return true
		}
	}
	return false
}

// markRaised flags small chunks that stand a little above their own row's baseline.
func markRaised(cs []chunk, r row) {
	for i := range cs {
		if cs[i].size <= 0.8*r.size && cs[i].y-r.y > 0.1*r.size && cs[i].ink <= 6 {
			cs[i].raised = true
		}
	}
}

// touches reports whether a small chunk stands against the text of a row, its
// baseline between lo and hi of the row's size above it.
func touches(r row, c chunk, lo, hi float32) bool {
	if c.size > 0.9*r.size || c.size > 0.82*r.size && c.ink > 3 || c.ink > 8 {
		return false
	}
	if d := (c.y - r.y) / r.size; d < lo || d > hi {
		return false
	}
	near := 0.35 * r.size
	for i := range r.chunks {
		if o := &r.chunks[i]; o.size > c.size && c.x0 <= o.x1+near && c.x1 >= o.x0-near {
			return true
		}
	}
	return false
}

// writer sets the glyphs of one line as text.
type writer struct {
	text              strings.Builder
	prev, space       *glyph          // the last glyph set, and the space after it, if any
	end               float32         // where the last glyph ends
	spaced            map[*glyph]bool // glyphs that belong to the word before them in spite of the gap
	bold, italic, ink int
	stressed          [2]int // the first bold or italic letters
	over              bool   // plain letters stand behind them
}

// writeLine makes a line of the chunks of one row and one column.
func writeLine(cs []chunk, page, col int, left, right float32) line {
	l := line{page: page, col: col, left: left, right: right, x0: cs[0].x0}
	w := writer{spaced: letterSpaced(cs)}
	size := map[float32]int{}
	for i := range cs {
		c := &cs[i]
		from, ink := -1, w.ink
		for k := range c.glyphs {
			g := &c.glyphs[k]
			if w.prev != nil && (overprint(w.prev, g) || g.x < w.end-0.3*g.size && printed(cs[:i], g)) {
				continue
			}
			at := w.set(g)
			if g.font.doubt && at >= 0 {
				l.doubts = addDoubt(l.doubts, at, w.text.Len())
			}
			if from < 0 && at >= 0 {
				from = at
			}
		}
		w.space = nil
		l.x1 = max(l.x1, c.x1)
		if c.raised && from >= 0 {
			l.raised = append(l.raised, [2]int{from, w.text.Len()})
			continue
		}
		if w.ink > ink {
			if len(size) == 0 {
				l.boldHead = c.glyphs[0].font.bold
			}
			l.boldAt = c.glyphs[len(c.glyphs)-1].font.bold
		}
		size[c.size] += c.ink
		l.y = c.y
	}
	if n := len(cs); n > 1 && cs[n-1].x0-cs[n-2].x1 > 1.5*cs[n-1].size {
		l.numbered = isNumber(&cs[n-1])
	}
	l.text, l.stressed = w.text.String(), w.stressed
	if strings.IndexFunc(l.text, isRTL) >= 0 && runsLeft(cs) {
		l.leftward, l.raised, l.stressed, l.text = true, nil, [2]int{}, textFromRight(cs)
		if len(l.doubts) > 0 { // which words they were is not followed through the turning
			l.doubts = addDoubt(nil, 0, len(l.text))
		}
	}
	l.bold, l.italic = w.bold*2 > w.ink, w.italic*2 > w.ink
	l.size = commonest(size)
	if l.size == 0 {
		l.size, l.y = cs[0].size, cs[0].y
	}
	return l
}

// isNumber reports whether a chunk holds nothing but digits.
func isNumber(c *chunk) bool {
	for i := range c.glyphs {
		if t := c.glyphs[i].text; len(t) != 1 || t[0] < '0' || t[0] > '9' {
			return false
		}
	}
	return true
}

// set writes a glyph, with a space before it where there is room for one, and
// returns where it stands in the text, -1 for a space.
func (w *writer) set(g *glyph) int {
	if blank(g.text) {
		w.space = g
		return -1
	}
	if w.prev != nil && !w.spaced[g] {
		gap := g.x-w.end > 0.13*min(g.size, max(w.prev.size, 1))
		if gap || w.space != nil && g.x-w.space.x > 0.35*w.space.w { // a space under the next letter is none
			w.text.WriteByte(' ')
		}
	}
	at := w.text.Len()
	w.text.WriteString(g.text)
	w.end = max(g.x+g.w, w.end)
	if w.prev == nil || g.x+g.w < w.prev.x {
		w.end = g.x + g.w
	}
	w.prev, w.space = g, nil
	w.ink++
	if g.font.bold {
		w.bold++
	}
	if g.font.italic {
		w.italic++
	}
	w.stress(g, at)
	return at
}

// stress follows the first bold or italic letters of the line.
func (w *writer) stress(g *glyph, at int) {
	switch stressed := g.font.bold || g.font.italic; {
	case w.over:
	case stressed && w.stressed[1] == 0:
		w.stressed = [2]int{at, w.text.Len()}
	case stressed:
		w.stressed[1] = w.text.Len()
	default:
		w.over = w.stressed[1] > 0 && strings.ContainsFunc(g.text, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) })
	}
}

// overprint reports whether b prints the letter a once more, to look bold.
func overprint(a, b *glyph) bool {
	return a.text == b.text && abs(b.x-a.x) < 0.25*max(a.w, 0.2*a.size) && abs(a.y-b.y) < 0.2*a.size && !blank(a.text)
}

// printed reports whether one of the chunks already has the glyph at its place.
func printed(cs []chunk, g *glyph) bool {
	for i := range cs {
		if g.x < cs[i].x0-g.size || g.x > cs[i].x1 {
			continue
		}
		for k := range cs[i].glyphs {
			if overprint(&cs[i].glyphs[k], g) {
				return true
			}
		}
	}
	return false
}

// commonest returns the key with the highest count, the smallest of equals.
func commonest(m map[float32]int) float32 {
	best, n := float32(0), 0
	for k, c := range m {
		if c > n || c == n && k < best {
			best, n = k, c
		}
	}
	return best
}

// first and last letters of a text, spaces apart.
func firstRune(s string) rune {
	r, _ := utf8.DecodeRuneInString(strings.TrimLeft(s, " \u00a0"))
	return r
}

func lastRune(s string) rune {
	r, _ := utf8.DecodeLastRuneInString(strings.TrimRight(s, " \u00a0"))
	return r
}

func abs(x float32) float32 {
	if x < 0 {
		return -x
	}
	return x
}
