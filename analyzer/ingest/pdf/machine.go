package pdf

import (
	"io"
	"math"

	lib "github.com/ledongthuc/pdf"
)

// Bounds of the text machine: how deep forms may nest, how many bytes one
// page's content may hold, how many glyphs a page may set and operators run.
const (
	maxForms   = 12
	maxContent = 64 << 20
	maxGlyphs  = 400_000
	maxWork    = 20_000_000
	formWork   = 500 // operators that opening a form counts for
)

// glyph is one letter as it stands on the page, in points from the bottom left.
type glyph struct {
	x, y, w, size float32
	font          *font
	text          string
}

// matrix is a transformation [a b c d e f] as PDF writes it.
type matrix [6]float64

var identity = matrix{1, 0, 0, 1, 0, 0}

// times returns the transformation that does m first, then n.
func (m matrix) times(n matrix) matrix {
	return matrix{
		m[0]*n[0] + m[1]*n[2], m[0]*n[1] + m[1]*n[3],
		m[2]*n[0] + m[3]*n[2], m[2]*n[1] + m[3]*n[3],
		m[4]*n[0] + m[5]*n[2] + n[4], m[4]*n[1] + m[5]*n[3] + n[5],
	}
}

// state is the part of the graphics state that text needs.
type state struct {
	ctm                                   matrix
	font                                  *font
	size, char, word, scale, lead, raised float64
}

// machine runs the content of one page and collects its glyphs.
type machine struct {
	fonts   *fontCache
	glyphs  []glyph
	turned  []glyph // letters that do not stand upright
	heading [4]int  // how many letters run right, up, left, down
	box     [4]float64
	state
	stack     []state
	text      matrix
	line      matrix
	forms     int
	streams   []byte
	mute      int // letters of which nothing says what they are
	shown     int
	work      int // operators run
	overflown bool
	actual    actualText
	cut       bool     // content breaks off or is damaged
	pictured  bool     // a picture fills most of the page
	fault     error    // why another reader could not read the page wholly
	unread    []string // what it could not read there
	byPicture bool     // it read the page in a picture
}

// readStreams returns the bytes of a content stream or of an array of them, and
// whether all of them could be read.
func readStreams(v lib.Value, buf []byte) (out []byte, whole bool) {
	whole = true
	if v.Kind() == lib.Array {
		for i := 0; i < v.Len(); i++ {
			part, ok := readStreams(v.Index(i), buf)
			buf, whole = append(part, '\n'), whole && ok
		}
		return buf, whole
	}
	if v.Kind() != lib.Stream {
		return buf, v.IsNull()
	}
	rd := io.LimitReader(v.Reader(), maxContent)
	for {
		if len(buf) == cap(buf) {
			buf = append(buf, 0)[:len(buf)]
		}
		n, err := rd.Read(buf[len(buf):cap(buf)])
		buf = buf[:len(buf)+n]
		if err != nil || len(buf) > maxContent {
			return buf, err == nil || err == io.EOF
		}
	}
}

// runStreams runs what a content stream, or an array of them, holds.
func (m *machine) runStreams(v lib.Value, buf []byte, resources lib.Value) []byte {
	data, whole := readStreams(v, buf)
	m.cut = m.cut || !whole
	m.run(data, resources)
	return data
}

// run executes one content stream.
func (m *machine) run(data []byte, resources lib.Value) {
	s := &scanner{data: data}
	fonts := m.fonts.set(resources)
	base := len(m.stack)
	for op := s.next(); op != ""; op = s.next() {
		switch op {
		case "q":
			if len(m.stack) < 512 {
				m.stack = append(m.stack, m.state)
			}
		case "Q":
			if len(m.stack) > base {
				m.state = m.stack[len(m.stack)-1]
				m.stack = m.stack[:len(m.stack)-1]
			}
		case "cm":
			if v, ok := s.nums(6); ok {
				m.ctm = matrix(v).times(m.ctm)
			}
		case "Tf":
			if len(s.stack) >= 2 {
				m.font = fonts[string(s.stack[len(s.stack)-2].str)]
				m.size = s.stack[len(s.stack)-1].num
			}
		case "BMC", "BDC":
			m.beginMarked(s, resources)
		case "EMC":
			m.endMarked()
		case "Do":
			m.form(resources.Key("XObject").Key(string(s.text())), resources)
		default:
			m.textOp(op, s)
		}
		if m.work++; m.work > maxWork {
			m.overflown = true
		}
		if m.overflown {
			break
		}
	}
	if len(m.stack) > base {
		m.state = m.stack[base]
		m.stack = m.stack[:base]
	}
}

// form runs a form XObject inside the page.
func (m *machine) form(x lib.Value, outer lib.Value) {
	kind := x.Key("Subtype").Name()
	if kind == "Image" { // it is drawn in a square of one by one
		area := math.Abs(m.ctm[0]*m.ctm[3] - m.ctm[1]*m.ctm[2])
		m.pictured = m.pictured || area > (m.box[2]-m.box[0])*(m.box[3]-m.box[1])/2
	}
	if kind != "Form" || m.forms >= maxForms {
		return
	}
	saved, text, line := m.state, m.text, m.line
	m.forms++
	m.work += formWork
	if mx := x.Key("Matrix"); mx.Len() == 6 {
		var inner matrix
		for i := range inner {
			inner[i] = mx.Index(i).Float64()
		}
		m.ctm = inner.times(m.ctm)
	}
	resources := x.Key("Resources")
	if resources.IsNull() {
		resources = outer
	}
	m.runStreams(x, nil, resources)
	m.forms--
	m.state, m.text, m.line = saved, text, line
}

// textOp executes the operators that set and show text.
func (m *machine) textOp(op string, s *scanner) {
	switch op {
	case "BT":
		m.text, m.line = identity, identity
	case "Td", "TD":
		if v, ok := s.nums(2); ok {
			if op == "TD" {
				m.lead = -v[1]
			}
			m.move(v[0], v[1])
		}
	case "Tm":
		if v, ok := s.nums(6); ok {
			m.text, m.line = matrix(v), matrix(v)
		}
	case "T*":
		m.move(0, -m.lead)
	case "Tj":
		m.show(s.text())
	case "TJ":
		if n := len(s.stack); n > 0 {
			o := s.stack[n-1]
			m.showArray(s.array[o.from:o.to])
		}
	case "'":
		m.move(0, -m.lead)
		m.show(s.text())
	case "\"":
		if len(s.stack) >= 3 {
			n := len(s.stack)
			m.word, m.char = s.stack[n-3].num, s.stack[n-2].num
		}
		m.move(0, -m.lead)
		m.show(s.text())
	case "Tc", "Tw", "Tz", "TL", "Ts":
		if v, ok := s.nums(1); ok {
			m.setText(op, v[0])
		}
	}
}

func (m *machine) setText(op string, v float64) {
	switch op {
	case "Tc":
		m.char = v
	case "Tw":
		m.word = v
	case "Tz":
		m.scale = v / 100
	case "TL":
		m.lead = v
	case "Ts":
		m.raised = v
	}
}

func (m *machine) move(x, y float64) {
	m.line = matrix{1, 0, 0, 1, x, y}.times(m.line)
	m.text = m.line
}

func (m *machine) showArray(items []operand) {
	for _, o := range items {
		if o.kind == 'n' {
			m.advance(-o.num / 1000 * m.size * m.scale)
		} else if o.kind == 's' {
			m.show(o.str)
		}
	}
}

// advance moves along the line of text.
func (m *machine) advance(x float64) {
	m.text[4] += x * m.text[0]
	m.text[5] += x * m.text[1]
}

// show sets the letters of a string.
func (m *machine) show(str []byte) {
	f := m.font
	if f == nil || len(str) == 0 {
		return
	}
	place := m.text.times(m.ctm)
	a, b := place[0], place[1]
	size := math.Abs(m.size) * math.Hypot(place[2], place[3])
	m.heading[quarter(a*m.size, b*m.size)] += len(str)
	upright := a*m.size > 0 && math.Abs(b) <= 0.05*math.Abs(a) && place[3]*m.size > 0
	x, y := place[4]+m.raised*place[2], place[5]+m.raised*place[3]
	moved := 0.0
	step := 1
	if f.wide {
		step = 2
	}
	for i := 0; i+step <= len(str); i += step {
		text, width := f.text[str[i]], f.width[str[i]]
		if text == nameless {
			m.mute++
		}
		if f.wide {
			code := uint16(str[i])<<8 | uint16(str[i+1])
			var ok bool
			if text, ok = f.wideText[code]; !ok {
				m.mute++
				text = nameless
			}
			if width, ok = f.wideWidth[code]; !ok {
				width = f.missing
			}
		}
		w := float64(width) / 1000 * m.size * m.scale
		g := glyph{x: float32(x + moved*a), y: float32(y + moved*b), w: float32(w * a), size: float32(size), font: f, text: text}
		m.keep(g, upright)
		w += m.char * m.scale
		if step == 1 && str[i] == ' ' {
			w += m.word * m.scale
		}
		moved += w
	}
	m.advance(moved)
}

// quarter says where a line of text runs: right, up, left or down the page.
func quarter(x, y float64) int {
	switch {
	case math.Abs(y) > math.Abs(x) && y > 0:
		return 1
	case math.Abs(y) > math.Abs(x):
		return 3
	case x < 0:
		return 2
	}
	return 0
}

// keep keeps a glyph that stands on the page.
func (m *machine) keep(g glyph, upright bool) {
	if x, y := float64(g.x), float64(g.y); x < m.box[0]-2 || x > m.box[2]+2 || y < m.box[1]-2 || y > m.box[3]+2 || g.size < 1 || g.text == "" {
		return
	}
	m.shown++
	if m.shown > maxGlyphs {
		m.overflown = true
		return
	}
	if upright {
		m.glyphs = append(m.glyphs, g)
		return
	}
	m.turned = append(m.turned, g)
}
