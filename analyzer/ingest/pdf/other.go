package pdf

import (
	"context"
	"fmt"
	"maps"
	"slices"
	"strings"

	"lacuna/analyzer/document"
	"lacuna/analyzer/message"
)

// Glyph is one letter as another reader found it on a page.
type Glyph struct {
	X, Y         float32 // where it begins on its baseline, in points from the bottom left of the page as it is looked at
	W, Size      float32 // how far it moves the pen, and its size, in points
	Text         string
	Bold, Italic bool
	Turned       bool // it does not stand upright
	Doubt        bool // its reader is not sure of it
}

// Page is what another reader found on one page.
type Page struct {
	Glyphs        []Glyph  // in the order in which they were set
	Width, Height float64  // of the page as it is looked at, in points
	Picture       bool     // it was read in a picture
	Unread        []string // what stands there and is no text that could be read
	Lacks         string   // the package of Debian that would read it in its own language; "" where it was
	Err           error    // why the page could not be read wholly; nil where it was
}

// Reader reads pages of the file by other means: those of the numbers, from 1,
// or all where numbers is nil. It returns as many pages as it was asked for.
type Reader func(ctx context.Context, numbers []int) ([]Page, error)

// Options say how a file is read.
type Options struct {
	MaxPages int // more pages are an error
	// Second reads letters where the text machine fails: whole files that it
	// cannot open, and pages on which it finds none. It is not called for
	// other files; nil asks nobody.
	Second Reader
	// Pictures reads pages that are pictures of text, as those of scans are;
	// nil asks nobody.
	Pictures Reader
	// Language, an ISO 639-1 code, says which columns are read where the pages
	// hold the same text in several languages side by side; "" all of them.
	Language string
}

// faces are the fonts of letters that another reader found: bold, italic, in doubt.
var faces = func() (f [2][2][2]*font) {
	for i := range 8 {
		f[i>>2][i>>1&1][i&1] = &font{bold: i>>2 == 1, italic: i>>1&1 == 1, doubt: i&1 == 1}
	}
	return f
}()

// put sets the letters of the page as the other reader turned it.
func (p Page) put(m *machine, _ int) {
	m.box = [4]float64{0, 0, p.Width, p.Height}
	for _, g := range p.Glyphs {
		own := glyph{x: g.X, y: g.Y, w: g.W, size: g.Size, text: g.Text, font: faces[bit(g.Bold)][bit(g.Italic)][bit(g.Doubt)]}
		m.keep(own, !g.Turned)
		if g.Text == nameless {
			m.mute++
		}
	}
	m.fault, m.unread, m.byPicture = p.Err, p.Unread, p.Picture
}

func bit(b bool) int {
	if b {
		return 1
	}
	return 0
}

// quiet are the operators that leave no mark on a page by themselves; text
// counts among them because its letters are known where it is shown.
var quiet = func() map[string]bool {
	set := map[string]bool{}
	for _, op := range strings.Fields("q Q cm w J j M d ri i gs BT ET Tf Td TD Tm T* Tc Tw Tz TL Tr Ts Tj TJ ' \" BMC BDC EMC MP DP " +
		"CS cs SC SCN sc scn G g RG rg K k W W* n re m l c v y h") {
		set[op] = true
	}
	return set
}()

// hides reports whether a page that gave no text may have some all the same:
// it draws something, or its text is set in fonts that were not found.
func (m *machine) hides() bool {
	s := &scanner{data: m.streams}
	for op := s.next(); op != ""; op = s.next() {
		if !quiet[op] || m.shown == 0 && strings.ContainsAny(op[:1], "T'\"") && len(s.stack) > 0 && s.stack[len(s.stack)-1].kind != 'n' && op != "Tf" {
			return true
		}
	}
	return false
}

// book is a file whose pages are being read.
type book struct {
	pages  []pageText
	sheets []sheet
	fonts  *fontCache
	notes  message.Sentences // which other reader read what
	why    error             // why the last of them could not read
	opt    Options
}

// wanting lists the numbers of the pages that another reader may read better.
// Pictures with a few letters on them are among them where most pages are such:
// they are scans with a stamp, elsewhere title pages.
func (b *book) wanting() []int {
	var out []int
	stamped := 0
	for i := range b.sheets {
		if b.sheets[i].stamped {
			stamped++
		}
	}
	for i := range b.sheets {
		if b.sheets[i].wanting || b.sheets[i].stamped && stamped*2 > len(b.sheets) {
			out = append(out, i+1)
		}
	}
	return out
}

// ask has another reader read the pages that are wanting, and keeps what has
// more letters than before.
func (b *book) ask(ctx context.Context, done string, other Reader) error {
	numbers := b.wanting()
	if len(numbers) == 0 || other == nil {
		return nil
	}
	found, err := other(ctx, numbers)
	if err != nil {
		return err
	}
	var m machine
	var better []int
	for i, p := range found[:min(len(found), len(numbers))] {
		at := numbers[i] - 1
		s := m.page(p, numbers[i], b.fonts, alone)
		if s.known() > b.sheets[at].known() {
			b.pages[at], b.sheets[at] = p, s
			better = append(better, numbers[i])
		}
	}
	if len(better) > 0 {
		b.notes = append(b.notes, message.Say(done, "pages", listPages(better)))
	}
	b.noteLacks(found, numbers)
	return nil
}

// noteLacks says which pages were read in another language than their own, and what
// is to be installed for it.
func (b *book) noteLacks(found []Page, numbers []int) {
	lacking := map[string][]int{}
	for i, p := range found[:min(len(found), len(numbers))] {
		if p.Lacks != "" {
			lacking[p.Lacks] = append(lacking[p.Lacks], numbers[i])
		}
	}
	for _, name := range slices.Sorted(maps.Keys(lacking)) {
		b.notes = append(b.notes, message.Say("pictures-pack", "pages", listPages(lacking[name]), "package", name))
	}
}

// Set makes a text of pages that another reader read. It fills Text, Blocks,
// Pages, Left, Warnings, Doubts and EmptyPages of the source; without any text it is
// ErrScan. language is Options.Language.
func Set(ctx context.Context, pages []Page, language string) (*document.Source, error) {
	b := &book{fonts: newFontCache(), opt: Options{Language: language}}
	var numbers []int
	for i, p := range pages {
		b.pages, numbers = append(b.pages, p), append(numbers, i+1)
	}
	b.noteLacks(pages, numbers)
	b.readPages(ctx)
	b.settle(ctx)
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	return b.assemble()
}

// listPages names pages: "3, 5-9, 12".
func listPages(numbers []int) string {
	var parts []string
	for i := 0; i < len(numbers); {
		j := i
		for j+1 < len(numbers) && numbers[j+1] == numbers[j]+1 {
			j++
		}
		part := fmt.Sprint(numbers[i])
		if j > i {
			part = fmt.Sprintf("%d-%d", numbers[i], numbers[j])
		}
		parts = append(parts, part)
		i = j + 1
	}
	return strings.Join(parts, ", ")
}
