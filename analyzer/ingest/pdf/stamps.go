package pdf

import "strings"

// stampSize is how many times as large as the text a watermark is set at least.
const stampSize = 2

// stamp is a large word on a page, with its place rounded: the same one on most
// pages is a watermark that lies under the text.
type stamp struct {
	text string
	x, y float32
}

// takeStamps parts the large words of a page from its other chunks. Those that
// are no watermarks go back to the chunks.
func takeStamps(cs []chunk, marks map[stamp]bool) (rest []chunk, large []stamp) {
	sizes := map[float32]int{}
	for i := range cs {
		sizes[half(cs[i].size)] += cs[i].ink
	}
	least := stampSize * commonest(sizes)
	for i := range cs {
		if cs[i].size < least || cs[i].ink <= initialInk {
			rest = append(rest, cs[i])
			continue
		}
		s := stamp{cs[i].text(), round(cs[i].x0), round(cs[i].y)}
		large = append(large, s)
		if !marks[s] {
			rest = append(rest, cs[i])
		}
	}
	return rest, large
}

// text joins the letters of a chunk.
func (c *chunk) text() string {
	var b strings.Builder
	for i := range c.glyphs {
		b.WriteString(c.glyphs[i].text)
	}
	return b.String()
}

// has reports whether a page has one of the watermarks.
func (s *sheet) has(marks map[stamp]bool) bool {
	for _, l := range s.large {
		if marks[l] {
			return true
		}
	}
	return false
}

// watermarks returns the large words that most pages have at the same place.
func watermarks(sheets []sheet) map[stamp]bool {
	counts := map[stamp]int{}
	for i := range sheets {
		for _, s := range sheets[i].large {
			counts[s]++
		}
	}
	marks := map[stamp]bool{}
	for s, n := range counts {
		if n >= 3 && n*2 > len(sheets) {
			marks[s] = true
		}
	}
	return marks
}
