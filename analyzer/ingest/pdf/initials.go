package pdf

import "unicode"

// A drop capital is so many times as large as the text, and no more than a
// letter with its bracket or quote.
const (
	initialSize = 1.7
	initialInk  = 3
)

// joinInitials puts drop capitals to the first of the lines that they stand
// beside, and lets all these lines begin where the capital does.
func joinInitials(cs []chunk) []chunk {
	sizes := map[float32]int{}
	for i := range cs {
		sizes[half(cs[i].size)] += cs[i].ink
	}
	least := initialSize * commonest(sizes)
	var out []chunk
	for i := range cs {
		if c := &cs[i]; c.size < least || c.ink > initialInk || !joinInitial(cs, c) {
			out = append(out, *c)
		}
	}
	return out
}

// joinInitial puts one letter to the lines right of it; false where it is no
// drop capital.
func joinInitial(cs []chunk, initial *chunk) bool {
	r := firstRune(initial.glyphs[0].text)
	if !unicode.IsLetter(r) && !unicode.IsPunct(r) || unicode.IsLower(r) {
		return false
	}
	var beside []*chunk
	var first *chunk
	for i := range cs {
		c := &cs[i]
		up := (c.y - initial.y) / initial.size
		if c.size*initialSize > initial.size || up < -0.4 || up > 0.8 || c.x0 < initial.x1-0.1*initial.size || c.x0 > initial.x1+0.8*c.size {
			continue
		}
		beside = append(beside, c)
		if first == nil || c.y > first.y {
			first = c
		}
	}
	if first == nil || first.y < initial.y-0.1*initial.size || len(beside) < 2 && !unicode.IsLower(firstRune(first.glyphs[0].text)) {
		return false
	}
	glyphs := append([]glyph(nil), initial.glyphs...)
	for i := range glyphs {
		glyphs[i].y, glyphs[i].size = first.y, first.size
	}
	last := &glyphs[len(glyphs)-1]
	if gap := first.x0 - last.x - last.w; gap < 0.33*first.size {
		last.w += gap
	}
	first.glyphs = append(glyphs, first.glyphs...)
	first.ink += initial.ink
	for _, c := range beside {
		c.x0 = initial.x0
	}
	return true
}
