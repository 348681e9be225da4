package ocr

import (
	"image"
	"image/color"
	"image/draw"
	"slices"
)

// A page is looked at in cells of two points. A cell is written on where so
// many of its pixels are dark, in per cent; where more are, it is a frame, a
// shadow or a picture.
const (
	cellPoints  = 2
	leastInk    = 8
	mostInk     = 92
	gutterCells = 2  // a gutter is at least so wide
	columnCells = 14 // and a column; the marks of list points stand in less
	wideCells   = 60 // a column of text is at least so wide, notes in the margin are not
	leastRows   = 40 // of cells that are written on, on a page with columns
	maxPieces   = 12 // a page in more pieces has no columns
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
	var out []image.Rectangle
	for y := 0; y < g.h && len(gutters) > 0; {
		full := g.crosses(y, gutters)
		end := y
		for end < g.h && (g.crosses(end, gutters) == full || !g.written(0, g.w, end, end+1)) {
			end++
		}
		from := 0
		for _, gutter := range append(gutters[:len(gutters):len(gutters)], gutter{x: g.w}) {
			if full && gutter.wide {
				continue
			}
			if g.written(from, gutter.x, y, end) {
				r := image.Rect(from*g.size, y*g.size, gutter.x*g.size, end*g.size)
				out = append(out, r.Intersect(page.Bounds()))
			}
			from = gutter.x
		}
		y = end
	}
	if len(out) == 0 || len(out) > maxPieces {
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

// gutter is a white strip that runs down the page between columns of text.
type gutter struct {
	x    int  // the cell in its middle
	wide bool // the columns beside it are wide, so that titles may run across
}

// run is a stretch of cells from left to right.
type run struct{ from, to int }

// gutters finds the strips that hardly any row of text crosses, also those that
// part notes in the margin from the text, and between wide columns those that
// only titles cross.
func (g *cells) gutters() []gutter {
	crossed, rows := g.crossings()
	if rows < leastRows {
		return nil
	}
	var runs []run
	for _, r := range stretches(crossed, run{0, g.w}, rows/25) {
		if r.to-r.from < columnCells {
			continue
		}
		parts := slices.DeleteFunc(stretches(crossed, r, rows/8), func(p run) bool { return p.to-p.from < wideCells })
		if len(parts) < 2 {
			parts = []run{r}
		}
		runs = append(runs, parts...)
	}
	var out []gutter
	for i := 1; i < len(runs); i++ {
		a, b := runs[i-1], runs[i]
		out = append(out, gutter{(a.to + b.from) / 2, a.to-a.from >= wideCells && b.to-b.from >= wideCells})
	}
	return out
}

// crossings counts for each column of cells the rows of text that have ink there.
func (g *cells) crossings() (crossed []int, rows int) {
	crossed = make([]int, g.w)
	for y := range g.h {
		row := g.ink[y*g.w : (y+1)*g.w]
		n := 0
		for _, ink := range row {
			if ink {
				n++
			}
		}
		if n < columnCells {
			continue
		}
		rows++
		for x, ink := range row {
			if ink {
				crossed[x]++
			}
		}
	}
	return crossed, rows
}

// stretches lists the stretches of a run that strips crossed by no more than
// that many rows part.
func stretches(crossed []int, in run, most int) []run {
	var out []run
	for x := in.from; x < in.to; {
		if crossed[x] <= most {
			x++
			continue
		}
		end, white := x, 0
		for end < in.to && white < gutterCells {
			if white++; crossed[end] > most {
				white = 0
			}
			end++
		}
		out = append(out, run{x, end - white})
		x = end
	}
	return out
}

// crosses reports whether the lines at a row of cells run over a gutter between
// wide columns.
func (g *cells) crosses(y int, gutters []gutter) bool {
	const reach, enough = 6, 5
	for _, gutter := range gutters {
		n := 0
		for x := max(0, gutter.x-reach); x < min(g.w, gutter.x+reach) && gutter.wide; x++ {
			if g.ink[y*g.w+x] {
				n++
			}
		}
		if n >= enough {
			return true
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
