package pdf

// gutters finds the x of the white strips that part the columns of a page.
func gutters(rs []row) []float32 {
	x0, x1, ink := float32(1e9), float32(0), 0
	for _, r := range rs {
		for _, c := range r.chunks {
			x0, x1, ink = min(x0, c.x0), max(x1, c.x1), ink+c.ink
		}
	}
	n := int((x1 - x0) / 2)
	if n < 60 || n > 5000 || len(rs) < 8 {
		return nil
	}
	crossed := make([]int, n+2) // how many rows have ink at each step of two points
	inkAt := make([]int, n+2)   // letters that begin there
	for _, r := range rs {
		last := -1
		for _, c := range r.chunks {
			from, to := int((c.x0-x0)/2), int((c.x1-x0)/2)
			inkAt[from] += c.ink
			for i := max(from, last+1); i <= to && i < len(crossed); i++ {
				crossed[i]++
			}
			last = max(last, to)
		}
	}
	var out []float32
	columnInk := 0
	for i := 1; i < n; {
		j := i
		for j < n && crossed[j]*8 <= len(rs) {
			j++
		}
		if j-i < 4 {
			columnInk += inkAt[i]
			i++
			continue
		}
		if wide(x0, out, float32(i)*2) && columnInk*7 >= ink {
			out = append(out, x0+float32(i+j))
			columnInk = 0
		}
		for ; i < j; i++ {
			columnInk += inkAt[i]
		}
	}
	for len(out) > 0 && (columnInk*7 < ink || x1-out[len(out)-1] < 70) {
		out = out[:len(out)-1]
		columnInk = ink
	}
	return out
}

// wide reports whether the column that would end at the distance x from the
// left edge is wide enough to hold running text.
func wide(x0 float32, before []float32, x float32) bool {
	if len(before) > 0 {
		x -= before[len(before)-1] - x0
	}
	return x >= 70
}

// layOut cuts rows into the lines of columns and puts them into reading
// order: down each column, between the lines that span them all.
func layOut(rs []row, page int) []line {
	cuts := gutters(rs)
	edges := columnEdges(rs, cuts)
	if len(cuts) == 0 {
		out := make([]line, 0, len(rs))
		for _, r := range rs {
			out = append(out, writeLine(r.chunks, page, 0, edges[0][0], edges[0][1]))
		}
		return out
	}
	var out []line
	columns := make([][]line, len(cuts)+1)
	flush := func() {
		for i := range columns {
			out = append(out, columns[i]...)
			columns[i] = nil
		}
	}
	for _, r := range rs {
		if crosses(r, cuts) {
			flush()
			out = append(out, writeLine(r.chunks, page, -1, edges[0][0], edges[len(edges)-1][1]))
			continue
		}
		for from := 0; from < len(r.chunks); {
			col := columnOf(r.chunks[from], cuts)
			to := from + 1
			for to < len(r.chunks) && columnOf(r.chunks[to], cuts) == col {
				to++
			}
			columns[col] = append(columns[col], writeLine(r.chunks[from:to], page, col, edges[col][0], edges[col][1]))
			from = to
		}
	}
	flush()
	return out
}

// columnEdges returns the left and right edge of the text in each column.
func columnEdges(rs []row, cuts []float32) [][2]float32 {
	edges := make([][2]float32, len(cuts)+1)
	for i := range edges {
		edges[i] = [2]float32{1e9, 0}
	}
	for _, r := range rs {
		if len(cuts) > 0 && crosses(r, cuts) {
			continue
		}
		for _, c := range r.chunks {
			e := &edges[columnOf(c, cuts)]
			e[0], e[1] = min(e[0], c.x0), max(e[1], c.x1)
		}
	}
	return edges
}

func crosses(r row, cuts []float32) bool {
	for _, c := range r.chunks {
		for _, x := range cuts {
			if c.x0 < x-3 && c.x1 > x+3 {
				return true
			}
		}
	}
	return false
}

func columnOf(c chunk, cuts []float32) int {
	col := 0
	for col < len(cuts) && (c.x0+c.x1)/2 > cuts[col] {
		col++
	}
	return col
}
