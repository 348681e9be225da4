package pdf

// A page with notes in the margin has at least so many rows, and so many
// letters in the margin.
const (
	marginRows = 8
	marginInk  = 15
)

// takeMargins takes notes that stand beside the text, as old acts have them,
// out of the rows: small chunks wholly left or right of it.
func takeMargins(rs []row) (body, margin []row) {
	left, right, size := textEdges(rs)
	if right <= left || len(rs) < marginRows {
		return rs, nil
	}
	ink := 0
	for _, r := range rs {
		var in, out []chunk
		for _, c := range r.chunks {
			if c.size <= 0.9*size && !c.raised && (c.x1 < left-3 || c.x0 > right+3) {
				out = append(out, c)
				ink += c.ink
			} else {
				in = append(in, c)
			}
		}
		if len(in) > 0 {
			body = append(body, row{r.y, r.size, in})
		}
		if len(out) > 0 {
			margin = append(margin, row{out[0].y, out[0].size, out})
		}
	}
	if len(margin) < 2 || ink < marginInk {
		return rs, nil
	}
	return body, margin
}

// textEdges returns where the text of a page begins and ends from left to
// right, by all that is set in the usual size, and that size.
func textEdges(rs []row) (left, right, size float32) {
	sizes := map[float32]int{}
	for _, r := range rs {
		for _, c := range r.chunks {
			sizes[half(c.size)] += c.ink
		}
	}
	size = commonest(sizes)
	left = 1e9
	for _, r := range rs {
		for _, c := range r.chunks {
			if c.size > 0.95*size {
				left, right = min(left, c.x0), max(right, c.x1)
			}
		}
	}
	return left, right, size
}

// putMargins puts the notes of the margin before the lines beside which they begin.
func putMargins(lines []line, margin []row, page int) []line {
	var notes []line
	for _, r := range margin {
		notes = append(notes, writeLine(r.chunks, page, 0, r.chunks[0].x0, r.chunks[len(r.chunks)-1].x1))
		notes[len(notes)-1].margin = true
	}
	var out []line
	for _, l := range lines {
		for len(notes) > 0 && notes[0].y >= l.y-0.3*l.size {
			group := marginGroup(notes)
			out = append(out, notes[:group]...)
			notes = notes[group:]
		}
		out = append(out, l)
	}
	return append(out, notes...)
}

// marginGroup returns how many of the lines belong to the first note.
func marginGroup(notes []line) int {
	n := 1
	for n < len(notes) && marginJoins(&notes[n-1], &notes[n]) {
		n++
	}
	return n
}

// marginJoins reports whether b is the next line of the note in the margin that a belongs to.
func marginJoins(a, b *line) bool {
	return a.margin && b.margin && a.page == b.page && a.y > b.y && a.y-b.y < 1.6*a.size && abs(a.x0-b.x0) < 2*a.size
}
