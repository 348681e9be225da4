package ocr

import (
	"image"
	"math"
	"strings"
	"testing"
)

const table = `level	page_num	block_num	par_num	line_num	word_num	left	top	width	height	conf	text
1	1	0	0	0	0	0	0	2152	3036	-1	
5	1	1	1	1	1	100	200	60	30	96.5	Whoever
5	1	1	1	1	2	170	200	60	30	41.2	l|ghts|
5	1	1	1	1	3	240	190	3	300	93	|
5	1	1	1	2	1	100	250	60	30	96	lanterns
5	1	1	1	2	2	170	250	60	30	96	 
`

func TestWordsOfTheTable(t *testing.T) {
	words := parse([]byte(table))
	if len(words) != 3 {
		t.Fatalf("%d words, want 3: %+v", len(words), words)
	}
	if w := words[1]; w.Text != "l|ghts" || w.Sure != 41 || w.Line != 1 || w.X != 170 || w.H != 30 {
		t.Errorf("second word %+v", w)
	}
	if words[2].Line != 2 {
		t.Errorf("the third word stands in line %d", words[2].Line)
	}
	if got := meanSure(words); got != (96*7+41*6+96*8)/21 {
		t.Errorf("mean sureness %d", got)
	}
}

func TestDirtIsNoText(t *testing.T) {
	words := []word{{Text: "Whoever", Sure: 96, Line: 1}, {Text: "l1ghts", Sure: 20, Line: 1}, {Text: "uN", Sure: 30, Line: 2}, {Text: "Ba", Sure: 12, Line: 2}}
	for i := range fewOnPage {
		words = append(words, word{Text: "lanterns", Sure: 90, Line: 3 + i/10})
	}
	kept, unread := sift(words)
	if len(kept) != len(words)-2 || len(unread) != 1 || unread[0] != "uN Ba" {
		t.Errorf("%d words kept, unread %q", len(kept), unread)
	}
	if kept, unread = sift(words[2:4]); len(kept) != 0 || len(unread) != 1 {
		t.Errorf("a page of dirt gave %v", kept)
	}
}

// lay lays words of a size, in points, on a page that is turned by a slope.
func lay(size, slope float64, lines ...string) sheet {
	s := sheet{width: 600, height: 800}
	for n, l := range lines {
		x, base := 100.0, 100+float64(n)*2*size
		for _, text := range strings.Fields(l) {
			up, down := reach(text)
			w := float64(len(text)) * size / 2
			s.words = append(s.words, word{X: x, Y: base + x*slope - up*size, W: w, H: (up + down) * size, Text: text, Sure: 95, Line: n})
			x += w + size/3
		}
	}
	return s
}

func TestPagesAreSetUprightAndInOneSize(t *testing.T) {
	text := []string{"Whoever lights any lantern in a harbour", "or on a ship near us, unseen", "gets nine years of prison", "as was once seen."}
	for _, slope := range []float64{0, 0.008, -0.012} {
		p := pages([]sheet{lay(11, slope, text...)})[0]
		lines := map[float32]int{}
		for _, g := range p.Glyphs {
			lines[float32(math.Round(float64(g.Y)))]++
			if g.Size != 11 {
				t.Fatalf("slope %v: %q has size %v", slope, g.Text, g.Size)
			}
		}
		if len(lines) != len(text) {
			t.Errorf("slope %v: %d baselines, want %d: %v", slope, len(lines), len(text), lines)
		}
		if first, last := p.Glyphs[0], p.Glyphs[len(p.Glyphs)-1]; math.Abs(float64(first.X)-100) > 4 || first.Y < last.Y || first.Text != "W" {
			t.Errorf("slope %v: first letter %+v, last %+v", slope, first, last)
		}
	}
}

func TestDoubtfulWordsAreMarked(t *testing.T) {
	s := lay(11, 0, "sure doubt")
	s.words[1].Sure = doubtBelow - 1
	for i, g := range pages([]sheet{s})[0].Glyphs {
		if g.Doubt != (i >= len("sure")) {
			t.Errorf("letter %d: doubt %v", i, g.Doubt)
		}
	}
}

// print draws lines of dark blocks, as text looks from afar.
func print(page *image.Gray, x0, x1, y0, y1 int) {
	for y := y0; y < y1; y++ {
		if y%30 >= 18 { // between lines
			continue
		}
		for x := x0; x < x1; x++ {
			if x%9 < 5 {
				page.Pix[y*page.Stride+x] = 20
			}
		}
	}
}

func blank(w, h int) *image.Gray {
	p := image.NewGray(image.Rect(0, 0, w, h))
	for i := range p.Pix {
		p.Pix[i] = 235
	}
	return p
}

func TestColumnsAreSetOneBelowTheOther(t *testing.T) {
	page := blank(1200, 1600)
	print(page, 200, 1000, 90, 200) // a title across
	print(page, 100, 560, 300, 1500)
	print(page, 640, 1100, 300, 1500)
	unfolded, pieces := unfold(page, 150)
	if len(pieces) != 3 {
		t.Fatalf("%d pieces: %+v", len(pieces), pieces)
	}
	if pieces[1].from.Max.X < 560 || pieces[1].from.Max.X > 640 || unfolded.Rect.Dy() < 2400 {
		t.Errorf("pieces %+v in %v", pieces, unfolded.Rect)
	}
	there := word{X: 50, Y: float64(pieces[2].y + 100), W: 40, H: 20, Text: "x"}
	back := fold([]word{there}, pieces)[0]
	if back.X != float64(50+pieces[2].from.Min.X) || back.Y != float64(100+pieces[2].from.Min.Y) {
		t.Errorf("a word of the right column came back to %v, %v", back.X, back.Y)
	}
}

func TestOneColumnIsLeftWhole(t *testing.T) {
	page := blank(1200, 1600)
	print(page, 100, 1100, 200, 1500)
	if unfolded, pieces := unfold(page, 150); len(pieces) != 1 || unfolded != page {
		t.Errorf("pieces %+v", pieces)
	}
	marks := blank(1200, 1600) // marks of list points, their text hanging beside them
	print(marks, 100, 130, 200, 1500)
	print(marks, 150, 1100, 200, 1500)
	if _, pieces := unfold(marks, 150); len(pieces) != 1 {
		t.Errorf("marks are cut from their points: %+v", pieces)
	}
}

func TestCoarsePicturesAreEnlarged(t *testing.T) {
	in := image.NewGray(image.Rect(0, 0, 2, 1))
	in.Pix = []uint8{0, 100}
	out := enlarged(Picture{in, 150})
	if out.DPI != 300 || out.Gray.Rect.Dx() != 4 || out.Gray.Rect.Dy() != 2 || out.Gray.Pix[1] != 50 {
		t.Errorf("%d dots to the inch, %v, %v", out.DPI, out.Gray.Rect, out.Gray.Pix)
	}
	if fine := enlarged(Picture{in, 300}); fine.Gray != in {
		t.Error("a fine picture was enlarged")
	}
}
