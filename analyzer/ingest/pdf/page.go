package pdf

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"sync"
)

// workers is how many pages are read at the same time.
const workers = 2

// sheet is what the text machine read on one page.
type sheet struct {
	lines    []line
	grid     grid
	strip    *side   // where notes stand beside the text; nil where none do
	large    []stamp // words set large
	numbers  string  // the numbers of its lines, where they were left out
	turned   string  // text that does not stand upright
	mute     int     // letters without a known meaning
	shown    int
	err      error
	numbered bool     // its lines seem to be numbered
	wanting  bool     // another reader may find text, or more of it
	unread   []string // what another reader could not read
	picture  bool     // another reader read it in a picture
	stamped  bool     // a picture fills it, with a few letters on it
}

// known is how many letters of the page were read.
func (s *sheet) known() int { return s.shown - s.mute }

// pageText is a page whose letters the text machine can set, turned clockwise by
// some quarters more than the page says itself.
type pageText interface {
	put(m *machine, quarters int)
}

// put turns the page upright and runs its content.
func (p leaf) put(m *machine, quarters int) {
	m.turn(p, quarters)
	m.streams = m.runStreams(p.page.Key("Contents"), m.streams, p.resources)
}

// plan says how the rows of a page are parted: which columns they stand in, and
// in which strip beside the text there are notes, if in any.
type plan struct {
	columns func([]row) grid
	strip   func([]row) (side, bool)
	marks   map[stamp]bool // watermarks, which are no part of the text
	numbers bool           // whether the lines of the file are numbered, which is no part of the text
}

// alone is the plan for a page of which no other is known.
var alone = plan{columns: findGrid, strip: findSide}

// readPages runs the text machine over all pages, some at a time.
func (b *book) readPages(ctx context.Context) {
	b.sheets = make([]sheet, len(b.pages))
	each(ctx, len(b.pages), func(m *machine, i int) { b.sheets[i] = m.page(b.pages[i], i+1, b.fonts, alone) })
}

// settle reads the pages anew that differ from what most pages have, to see
// whether they fit it: columns, notes beside the text, watermarks.
func (b *book) settle(ctx context.Context) {
	usual, inColumns := usualGrid(b.sheets)
	strips, noted := usualSides(b.sheets)
	marks, numbered := watermarks(b.sheets), mostNumbered(b.sheets)
	each(ctx, len(b.pages), func(m *machine, i int) {
		s := &b.sheets[i]
		common, again := alone, s.has(marks) || numbered && s.numbered
		common.marks, common.numbers = marks, numbered
		if inColumns && (len(s.grid.cuts) != len(usual.cuts) || s.grid.table) {
			common.columns, again = usual.orFind, true
		}
		if noted[i%2] && s.strip == nil {
			common.strip, again = strips[i%2].ifFits, true
		}
		if again {
			*s = m.page(b.pages[i], i+1, b.fonts, common)
		}
	})
}

// each calls do for 0 to n-1, some at a time, until the context ends.
func each(ctx context.Context, n int, do func(m *machine, i int)) {
	var wg sync.WaitGroup
	for w := range workers {
		wg.Add(1)
		go func() {
			defer wg.Done()
			var m machine
			for i := w; i < n && ctx.Err() == nil; i += workers {
				do(&m, i)
			}
		}()
	}
	wg.Wait()
}

// page reads one page, parted as the plan says; a damaged one gives an error in
// its sheet.
func (m *machine) page(p pageText, number int, fonts *fontCache, parts plan) (s sheet) {
	defer func() {
		if r := recover(); r != nil {
			s.err, s.wanting = fmt.Errorf("%v", r), true
		}
	}()
	m.fonts = fonts
	m.set(p, 0)
	if quarters := m.turnToRead(); quarters > 0 {
		m.set(p, quarters)
	}
	cs, large := takeStamps(chunks(m.glyphs), parts.marks)
	s.large = large
	if at := lineNumbers(cs); at != nil {
		if s.numbered = true; parts.numbers {
			cs, s.numbers = withoutNumbers(cs, at)
		}
	}
	rs := rows(cs)
	var margin []row
	if strip, ok := parts.strip(rs); ok {
		s.strip = &strip
		rs, margin = strip.take(rs)
	}
	s.grid = parts.columns(rs)
	if len(s.grid.cuts) == 0 && margin == nil {
		rs, margin = takeMargins(rs, m.byPicture)
	}
	for _, z := range zonesOf(rs, s.grid) {
		s.lines = append(s.lines, layOut(z.rows, number, z.grid)...)
	}
	s.lines = putMargins(s.lines, margin, number)
	s.turned = turnedText(m.turned)
	s.mute, s.shown, s.err = m.mute, m.shown, m.fault
	s.unread, s.picture = m.unread, m.byPicture
	s.wanting = m.cut || len(s.lines) == 0 && s.turned == "" && m.hides() || m.mute*2 > m.shown
	s.stamped = m.pictured && m.shown < fewLetters
	if m.overflown { // no other reader is asked: it would work at it until its time is over
		s.wanting, s.stamped = false, false
		s.err = errors.New("it holds more than a page can")
	}
	return s
}

// set sets the letters of a page, turned clockwise by some quarters more than it
// says itself.
func (m *machine) set(p pageText, quarters int) {
	*m = machine{fonts: m.fonts, glyphs: m.glyphs[:0], turned: m.turned[:0], stack: m.stack[:0], streams: m.streams[:0]}
	m.state = state{ctm: identity, scale: 1}
	p.put(m, quarters)
}

// turnToRead returns by how many quarters the page must be turned clockwise for
// most of its letters to stand upright.
func (m *machine) turnToRead() int {
	best := 0
	for q, n := range m.heading {
		if n > m.heading[best] {
			best = q
		}
	}
	return best
}

// turn sets the page's box, and turns the page as its reader sees it, and by
// some quarters more.
func (m *machine) turn(p leaf, quarters int) {
	m.box = [4]float64{0, 0, 612, 792}
	if p.box.Len() == 4 {
		for i := range m.box {
			m.box[i] = p.box.Index(i).Float64()
		}
	}
	w, h := m.box[2]-m.box[0], m.box[3]-m.box[1]
	shift := matrix{1, 0, 0, 1, -m.box[0], -m.box[1]}
	switch (int((p.rotate.Int64()%360+360)%360)/90 + quarters) % 4 {
	case 0:
		m.ctm = shift
	case 1:
		m.ctm = shift.times(matrix{0, -1, 1, 0, 0, w})
		w, h = h, w
	case 2:
		m.ctm = shift.times(matrix{-1, 0, 0, -1, w, h})
	case 3:
		m.ctm = shift.times(matrix{0, 1, -1, 0, h, 0})
		w, h = h, w
	}
	m.box = [4]float64{0, 0, w, h}
}

// turnedText joins letters that do not stand upright, in the order they were set.
func turnedText(glyphs []glyph) string {
	var b strings.Builder
	for i, g := range glyphs {
		if i > 0 {
			p := glyphs[i-1]
			far := abs(g.x-p.x) + abs(g.y-p.y)
			if far > 1.4*max(g.size, abs(p.w)) {
				b.WriteByte(' ')
			}
		}
		b.WriteString(g.text)
	}
	return b.String()
}
