package pdfium

import (
	"math"
	"strings"

	"github.com/klippa-app/go-pdfium/references"
	"github.com/klippa-app/go-pdfium/requests"
	"github.com/klippa-app/go-pdfium/structs"

	"lacuna/analyzer/ingest/pdf"
)

// maxLetters bounds how many letters one page may have.
const maxLetters = 400_000

// Letters reads the letters of a page, numbered from 1. What could not be read
// of it is the error of the page.
func (f *File) Letters(number int) pdf.Page {
	p, err := f.letters(number)
	if err != nil {
		p.Err = f.explain(err)
	}
	return p
}

func (f *File) letters(number int) (p pdf.Page, err error) {
	place, err := f.place(number)
	if err != nil {
		return p, err
	}
	p.Width, p.Height = place.width, place.height
	text, err := f.lib.FPDFText_LoadPage(&requests.FPDFText_LoadPage{Page: f.page(number)})
	if err != nil {
		return p, err
	}
	defer func() { _, _ = f.lib.FPDFText_ClosePage(&requests.FPDFText_ClosePage{TextPage: text.TextPage}) }()
	n, err := f.lib.FPDFText_CountChars(&requests.FPDFText_CountChars{TextPage: text.TextPage})
	if err != nil {
		return p, err
	}
	r := reader{f: f, text: text.TextPage, place: place}
	for i := 0; i < min(n.Count, maxLetters) && f.ctx.Err() == nil; i++ {
		if err := r.letter(i); err != nil {
			return pdf.Page{Glyphs: r.out, Width: p.Width, Height: p.Height}, err
		}
	}
	p.Glyphs = r.out
	return p, f.ctx.Err()
}

// reader reads the letters of one page. What letters of a word share is asked
// of the library for the first of them alone: each call costs a microsecond.
type reader struct {
	f     *File
	text  references.FPDF_TEXTPAGE
	place place
	out   []pdf.Glyph
	open  bool // a word is being read
	word  run
}

// run is what letters set one after the other have in common.
type run struct {
	bold, italic bool
	size, rise   float64 // rise is how far the baseline stands above the box of a letter
	box          structs.FPDF_FS_RECTF
	matrix       structs.FPDF_FS_MATRIX
}

// holds reports whether a letter in that box may belong to the run.
func (r *run) holds(box structs.FPDF_FS_RECTF) bool {
	return box.Bottom == r.box.Bottom && box.Top == r.box.Top
}

// letter reads the letter of an index.
func (r *reader) letter(i int) error {
	code, err := r.f.lib.FPDFText_GetUnicode(&requests.FPDFText_GetUnicode{TextPage: r.text, Index: i})
	if err != nil {
		return err
	}
	text := letterText(code.Unicode)
	if text == " " || text == "" {
		r.open = false
		made, err := r.f.lib.FPDFText_IsGenerated(&requests.FPDFText_IsGenerated{TextPage: r.text, Index: i})
		if err != nil || made.IsGenerated || text == "" {
			return err
		}
	}
	box, err := r.f.lib.FPDFText_GetLooseCharBox(&requests.FPDFText_GetLooseCharBox{TextPage: r.text, Index: i})
	if err != nil {
		return nil // it stands nowhere
	}
	if !r.open || !r.word.holds(box.Rect) {
		if err := r.begin(i, box.Rect); err != nil {
			return err
		}
		r.open = text != " "
	}
	r.add(r.place.set(text, box.Rect, &r.word))
	return nil
}

// begin asks what the letters of a word share.
func (r *reader) begin(i int, box structs.FPDF_FS_RECTF) error {
	r.word = run{box: box}
	size, err := r.f.lib.FPDFText_GetFontSize(&requests.FPDFText_GetFontSize{TextPage: r.text, Index: i})
	if err != nil {
		return err
	}
	m, err := r.f.lib.FPDFText_GetMatrix(&requests.FPDFText_GetMatrix{TextPage: r.text, Index: i})
	if err != nil {
		return err
	}
	at, err := r.f.lib.FPDFText_GetCharOrigin(&requests.FPDFText_GetCharOrigin{TextPage: r.text, Index: i})
	if err != nil {
		return err
	}
	r.word.matrix, r.word.size = m.Matrix, size.FontSize
	_, y := r.place.turned(at.X-r.place.left, at.Y-r.place.bottom, r.place.width, r.place.height)
	r.word.rise = y - float64(r.place.set("", box, &r.word).Y)
	r.face(i)
	return nil
}

// letterText is the text of a code of the library's, "" where it stands for none.
func letterText(code uint) string {
	switch {
	case code == 0 || code == '\r' || code == '\n':
		return ""
	case code == 2: // a hyphen at the end of a line
		return "-"
	case code < ' ' && code != '\t': // a font's own number for it
		return "\ufffd"
	case code == 0xfffe || code == 0xffff || code > 0x10ffff:
		return "\ufffd"
	case code == 0xa0 || code == '\t':
		return " "
	}
	return string(rune(code))
}

// add appends a glyph. Letters of one ligature stand at one place and are one glyph.
func (r *reader) add(g pdf.Glyph) {
	if n := len(r.out); n > 0 {
		if last := &r.out[n-1]; last.X == g.X && last.Y == g.Y && last.W == g.W && last.Size == g.Size && last.Text != g.Text {
			last.Text += g.Text
			return
		}
	}
	r.out = append(r.out, g)
}

// face reads whether the font of a letter is bold or italic.
func (r *reader) face(i int) {
	const forcedBold, slanted = 1 << 18, 1 << 6
	if w, err := r.f.lib.FPDFText_GetFontWeight(&requests.FPDFText_GetFontWeight{TextPage: r.text, Index: i}); err == nil {
		r.word.bold = w.FontWeight >= 600
	}
	if info, err := r.f.lib.FPDFText_GetFontInfo(&requests.FPDFText_GetFontInfo{TextPage: r.text, Index: i}); err == nil {
		name := strings.ToLower(info.FontName)
		r.word.bold = r.word.bold || info.Flags&forcedBold != 0 || strings.Contains(name, "bold")
		r.word.italic = info.Flags&slanted != 0 || strings.Contains(name, "italic") || strings.Contains(name, "oblique")
	}
}

// place says how a page is turned before it is looked at.
type place struct {
	left, bottom, width, height float64 // of the page as it is looked at, in points
	turns                       int     // quarter turns, clockwise
}

func (f *File) place(number int) (place, error) {
	box, err := f.lib.FPDF_GetPageBoundingBox(&requests.FPDF_GetPageBoundingBox{Page: f.page(number)})
	if err != nil {
		return place{}, err
	}
	turn, err := f.lib.FPDFPage_GetRotation(&requests.FPDFPage_GetRotation{Page: f.page(number)})
	if err != nil {
		return place{}, err
	}
	p := place{left: float64(box.Rect.Left), bottom: float64(box.Rect.Bottom), turns: int(turn.PageRotation) & 3}
	p.width, p.height = float64(box.Rect.Right-box.Rect.Left), float64(box.Rect.Top-box.Rect.Bottom)
	if p.turns&1 == 1 {
		p.width, p.height = p.height, p.width
	}
	return p, nil
}

// set puts a letter where the page's reader sees it.
func (p place) set(text string, box structs.FPDF_FS_RECTF, r *run) pdf.Glyph {
	x0, y0 := p.turned(float64(box.Left)-p.left, float64(box.Bottom)-p.bottom, p.width, p.height)
	x1, y1 := p.turned(float64(box.Right)-p.left, float64(box.Top)-p.bottom, p.width, p.height)
	a, b := p.turned(float64(r.matrix.A), float64(r.matrix.B), 0, 0)
	_, d := p.turned(float64(r.matrix.C), float64(r.matrix.D), 0, 0)
	g := pdf.Glyph{X: float32(min(x0, x1)), Y: float32(min(y0, y1)), Text: text, Bold: r.bold, Italic: r.italic,
		W: float32(math.Abs(x1 - x0)), Size: float32(r.size * math.Hypot(float64(r.matrix.C), float64(r.matrix.D)))}
	if g.Turned = !(a > 0 && math.Abs(b) <= 0.05*a && d > 0); g.Turned {
		g.W = max(g.W, float32(math.Abs(y1-y0)))
	}
	g.Y += float32(r.rise)
	return g
}

// turned turns a place, or a direction where width and height are 0.
func (p place) turned(x, y, width, height float64) (float64, float64) {
	switch p.turns {
	case 1:
		return y, height - x
	case 2:
		return width - x, height - y
	case 3:
		return width - y, x
	}
	return x, y
}
