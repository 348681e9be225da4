package ocr

import (
	"image"
	"image/color"
	"image/draw"
)

// A page is looked at in cells of two points. A cell is written on where so
// many of its pixels are dark, in per cent; where more are, it is a frame, a
// shadow or a picture.
const (
	cellPoints  = 2
	leastInk    = 8
	mostInk     = 92
	gutterCells = 3  // a gutter is at least so wide
	columnCells = 14 // and a column
)

// piece is a part of a page's picture that is read by itself, and how far down
// it stands in the unfolded picture.
type piece struct {
	from image.Rectangle
	y    int
}

// unfold sets the columns of a page one below the other, so that no line of
// one is read on into the next. pieces say where each part came from.
func unfold(page *image.Gray, dpi int) (out *image.Gray, pieces []piece) {
	rects := columns(page, dpi)
	if len(rects) == 1 {
		return page, []piece{{from: page.Bounds()}}
	}
	gap := dpi / 5
	width, height := 0, 0
	for _, r := range rects {
		pieces = append(pieces, piece{r, height})
		width, height = max(width, r.Dx()), height+r.Dy()+gap
	}
	out = image.NewGray(image.Rect(0, 0, width, height))
	draw.Draw(out, out.Bounds(), image.NewUniform(color.Gray{paper(page)}), image.Point{}, draw.Src)
	for _, p := range pieces {
		at := image.Rect(0, p.y, p.from.Dx(), p.y+p.from.Dy())
		draw.Draw(out, at, page, p.from.Min, draw.Src)
	}
	return out, pieces
}

// fold brings words of the unfolded picture back to their places on the page.
func fold(words []word, pieces []piece) []word {
	out := make([]word, 0, len(words))
	for _, w := range words {
		at := 0
		for i, p := range pieces {
			if w.Y+w.H/2 >= float64(p.y) {
				at = i
			}
		}
		p := pieces[at]
		w.X += float64(p.from.Min.X)
		w.Y += float64(p.from.Min.Y - p.y)
		out = append(out, w)
	}
	return out
}

// columns cuts a page at its gutters: full lines and columns, in reading order.
func columns(page *image.Gray, dpi int) []image.Rectangle {
	g := newCells(page, dpi)
	gutters := g.gutters()
	if len(gutters) == 0 {
		return []image.Rectangle{page.Bounds()}
	}
	var out []image.Rectangle
	for y := 0; y < g.h; {
		full := g.crosses(y, gutters)
		end := y
		for end < g.h && (g.crosses(end, gutters) == full || !g.written(0, g.w, end, end+1)) {
			end++
		}
		cuts := []int{0, g.w}
		if !full {
			cuts = append(append([]int{0}, gutters...), g.w)
		}
		for i := 0; i+1 < len(cuts); i++ {
			if g.written(cuts[i], cuts[i+1], y, end) {
				r := image.Rect(cuts[i]*g.size, y*g.size, cuts[i+1]*g.size, end*g.size)
				out = append(out, r.Add(page.Bounds().Min).Intersect(page.Bounds()))
			}
		}
		y = end
	}
	if len(out) == 0 || len(out) > 12 { // torn to pieces: no page of columns
		return []image.Rectangle{page.Bounds()}
	}
	return out
}

// cells is a page on which each cell is written on or not.
type cells struct {
	ink  []bool
	w, h int
	size int // of a cell in pixels
}

func newCells(page *image.Gray, dpi int) *cells {
	g := &cells{size: max(1, dpi*cellPoints/72)}
	b := page.Bounds()
	g.w, g.h = b.Dx()/g.size, b.Dy()/g.size
	g.ink = make([]bool, g.w*g.h)
	dark := threshold(page)
	for cy := range g.h {
		for cx := range g.w {
			n := 0
			for y := range g.size {
				row := page.Pix[(cy*g.size+y)*page.Stride+cx*g.size:]
				for _, v := range row[:g.size] {
					if v <= dark {
						n++
					}
				}
			}
			share := n * 100 / (g.size * g.size)
			g.ink[cy*g.w+cx] = share >= leastInk && share <= mostInk
		}
	}
	return g
}

// gutters returns the columns of cells in the middle of white strips that run
// down the page between columns of text.
func (g *cells) gutters() []int {
	crossed := make([]int, g.w)
	rows := 0
	for y := range g.h {
		n := 0
		for x := range g.w {
			if g.ink[y*g.w+x] {
				n++
			}
		}
		if n < columnCells {
			continue
		}
		rows++
		for x := range g.w {
			if g.ink[y*g.w+x] {
				crossed[x]++
			}
		}
	}
	first, last := g.edges(crossed, rows)
	var out []int
	begin := first
	for x := first; x < last; {
		if crossed[x]*8 > rows {
			x++
			continue
		}
		end := x
		for end < last && crossed[end]*8 <= rows {
			end++
		}
		if end-x >= gutterCells && x-begin >= columnCells && last-end >= columnCells && rows > 40 {
			out = append(out, (x+end)/2)
			begin = end
		}
		x = end
	}
	return out
}

// edges returns where the text begins and ends from left to right.
func (g *cells) edges(crossed []int, rows int) (first, last int) {
	last = g.w
	for first < last && crossed[first]*25 <= rows {
		first++
	}
	for last > first && crossed[last-1]*25 <= rows {
		last--
	}
	return first, last
}

// crosses reports whether the lines at a row of cells run over a gutter.
func (g *cells) crosses(y int, gutters []int) bool {
	for _, x := range gutters {
		for at := max(0, y-2); at <= min(g.h-1, y+2); at++ {
			if g.ink[at*g.w+x] && g.ink[at*g.w+x-1] {
				return true
			}
		}
	}
	return false
}

// written reports whether more than dust stands in a part of the page.
func (g *cells) written(x0, x1, y0, y1 int) bool {
	n := 0
	for y := y0; y < y1; y++ {
		for x := x0; x < x1; x++ {
			if g.ink[y*g.w+x] {
				n++
			}
		}
	}
	return n > 6
}

// threshold is the grey that parts ink from paper best (Otsu's method).
func threshold(page *image.Gray) uint8 {
	count := greys(page)
	total, sum := 0, 0
	for v, n := range count {
		total, sum = total+n, sum+v*n
	}
	below, sumBelow := 0, 0
	best, at := 0.0, 128
	for v, n := range count {
		below, sumBelow = below+n, sumBelow+v*n
		if below == 0 || below == total {
			continue
		}
		d := float64(sumBelow)/float64(below) - float64(sum-sumBelow)/float64(total-below)
		if between := float64(below) * float64(total-below) * d * d; between > best {
			best, at = between, v
		}
	}
	return uint8(at)
}

// paper is the commonest grey of a page.
func paper(page *image.Gray) uint8 {
	best, at := 0, 255
	for v, n := range greys(page) {
		if n > best {
			best, at = n, v
		}
	}
	return uint8(at)
}

// greys counts every fourth pixel of every fourth row by its grey.
func greys(page *image.Gray) (count [256]int) {
	b := page.Bounds()
	for y := 0; y < b.Dy(); y += 4 {
		row := page.Pix[y*page.Stride : y*page.Stride+b.Dx()]
		for x := 0; x < len(row); x += 4 {
			count[row[x]]++
		}
	}
	return count
}
