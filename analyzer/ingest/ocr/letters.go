package ocr

import (
	"math"
	"slices"
	"strings"
	"unicode"

	"lacuna/analyzer/ingest/pdf"
)

// Parts of the size of a type that its letters take, as in the common text types.
const (
	smallHeight = 0.47 // letters like x
	tallHeight  = 0.69 // letters like h, capitals, digits
	depth       = 0.21 // how far letters like g reach below the line
)

// doubtBelow is the sureness below which a word counts as read with doubt. Of
// the words below it on a scan with known text three in five were wrong, of
// those above it one in 160.
const doubtBelow = 70

// sheet is a page that was read, all measures in points.
type sheet struct {
	width, height float64
	words         []word
	lacks         string   // the package of Debian that knows its language, where the program does not
	unread        []string // what looked like words and is most likely dirt, a seal or a hand's writing
}

// line is a line of words, all measures in points from the bottom left of the
// page, set upright.
type line struct {
	words      []word
	size, base float64
}

// pages sets the words of all pages as letters. Sizes that are nearly the same
// are taken to be the same: pictures measure roughly.
func pages(sheets []sheet) []pdf.Page {
	lines := make([][]line, len(sheets))
	weight := map[float64]int{}
	for i, s := range sheets {
		lines[i] = s.lines()
		for _, l := range lines[i] {
			for _, w := range l.words {
				weight[half(l.size)] += len(w.Text)
			}
		}
	}
	body := heaviest(weight)
	out := make([]pdf.Page, len(sheets))
	for i, s := range sheets {
		out[i] = pdf.Page{Width: s.width, Height: s.height, Picture: true, Unread: s.unread, Lacks: s.lacks}
		for _, l := range lines[i] {
			out[i].Glyphs = append(out[i].Glyphs, l.glyphs(snap(l.size, body))...)
		}
	}
	return out
}

// lines gathers the words of a page into lines.
func (s sheet) lines() []line {
	var out []line
	words := s.upright()
	for i := 0; i < len(words); {
		j := i
		for j < len(words) && words[j].Line == words[i].Line {
			j++
		}
		out = append(out, newLine(words[i:j]))
		i = j
	}
	return out
}

// upright returns the words measured from the bottom left, turned by as much as
// the paper lay askew.
func (s sheet) upright() []word {
	skew := slope(s.words)
	out := make([]word, len(s.words))
	for i, w := range s.words {
		x, y := w.X, w.Y+w.H
		w.X, w.Y = x+y*skew, s.height-(y-x*skew)
		out[i] = w
	}
	return out
}

// slope is how far the lines of a page fall for each step to the right.
func slope(words []word) float64 {
	var all []float64
	for i := 0; i < len(words); {
		j := i
		for j < len(words) && words[j].Line == words[i].Line {
			j++
		}
		a, b := words[i], words[j-1]
		if run := b.X - a.X; j-i >= 4 && run > 0 {
			all = append(all, (bottom(b)-bottom(a))/run)
		}
		i = j
	}
	if len(all) < 3 {
		return 0
	}
	return median(all)
}

// bottom is where the baseline of a word runs, from the top of the page.
func bottom(w word) float64 {
	up, down := reach(w.Text)
	return w.Y + w.H - w.H*down/(up+down)
}

// newLine measures a line by its words.
func newLine(words []word) line {
	l := line{words: words}
	var sizes, bases []float64
	for _, w := range words {
		up, down := reach(w.Text)
		size := w.H / (up + down)
		bases = append(bases, w.Y+size*down)
		if strings.IndexFunc(w.Text, unicode.IsLetter) >= 0 {
			sizes = append(sizes, size)
		}
	}
	if len(sizes) == 0 {
		for _, w := range words {
			sizes = append(sizes, w.H/tallHeight)
		}
	}
	l.size, l.base = median(sizes), median(bases)
	return l
}

// reach is how far the letters of a word reach above and below the line, in
// parts of the size.
func reach(text string) (up, down float64) {
	up = smallHeight
	for _, r := range text {
		if unicode.IsUpper(r) || unicode.IsDigit(r) || !unicode.IsLower(r) && unicode.IsLetter(r) || strings.ContainsRune("bdfhkltijßёйбф()[]/'\"“”‘’", r) || r >= 'à' && r <= 'ÿ' {
			up = tallHeight
		}
		if strings.ContainsRune("gjpqyçрудфцщQ()[]/;,", r) {
			down = depth
		}
	}
	return up, down
}

// glyphs sets the words of the line letter by letter.
func (l line) glyphs(size float64) []pdf.Glyph {
	var out []pdf.Glyph
	for _, w := range l.words {
		letters := []rune(w.Text)
		step := w.W / float64(len(letters))
		if unicode.IsOneOf([]*unicode.RangeTable{unicode.Arabic, unicode.Hebrew}, letters[0]) {
			slices.Reverse(letters)
		}
		for i, r := range letters {
			out = append(out, pdf.Glyph{X: float32(w.X + step*float64(i)), Y: float32(l.base), W: float32(step),
				Size: float32(size), Text: string(r), Doubt: w.Sure < doubtBelow})
		}
	}
	return out
}

// snap returns the size that is meant: the body's where it is near, else one of
// steps so wide that measures of one size seldom fall apart.
func snap(size, body float64) float64 {
	const step = 1.3
	if body == 0 || size <= 0 {
		return max(size, 1)
	}
	return half(body * math.Pow(step, math.Round(math.Log(size/body)/math.Log(step))))
}

func half(x float64) float64 { return math.Round(x*2) / 2 }

// heaviest returns the key of the greatest weight, the smallest of equals.
func heaviest(m map[float64]int) float64 {
	best, n := 0.0, 0
	for k, c := range m {
		if c > n || c == n && k < best {
			best, n = k, c
		}
	}
	return best
}

func median(x []float64) float64 {
	if len(x) == 0 {
		return 0
	}
	slices.Sort(x)
	return x[len(x)/2]
}
