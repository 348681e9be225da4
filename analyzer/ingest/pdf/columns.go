package pdf

import (
	"slices"
	"sort"
)

// grid says where white strips part a page from top to bottom.
type grid struct {
	cuts  []float32 // the x of each strip
	table bool      // what stands between them are the cells of a table, not columns of running text
}

// findGrid finds the columns of a page, or of the table that fills it.
func findGrid(rs []row) grid {
	cuts := gutters(rs)
	return grid{cuts, len(cuts) > 0 && !fullColumns(rs, cuts, 0, 0.4) && !unaligned(rs, cuts)}
}

// unaligned reports whether every column has many lines at whose height the
// others have none: the cells of a table stand in rows.
func unaligned(rs []row, cuts []float32) bool {
	alone := make([]int, len(cuts)+1)
	for _, r := range rs {
		if col, to := columnRun(r.chunks, 0, cuts); to == len(r.chunks) && !crosses(r, cuts) {
			alone[col]++
		}
	}
	return slices.Min(alone)*5 >= len(rs)
}

// proseInk is how many letters a line of running text in a column has on average.
const proseInk = 15

// fullColumns reports whether each column has at least so many lines, letters
// enough in them, and the share of them that are nearly as wide as the column,
// as those of paragraphs are.
func fullColumns(rs []row, cuts []float32, least int, share float64) bool {
	edges := columnEdges(rs, cuts)
	lines, full, ink := make([]int, len(edges)), make([]int, len(edges)), make([]int, len(edges))
	for _, r := range rs {
		if crosses(r, cuts) {
			continue
		}
		for from := 0; from < len(r.chunks); {
			col, to := columnRun(r.chunks, from, cuts)
			lines[col]++
			for _, c := range r.chunks[from:to] {
				ink[col] += c.ink
			}
			if r.chunks[to-1].x1-r.chunks[from].x0 > 0.7*(edges[col][1]-edges[col][0]) {
				full[col]++
			}
			from = to
		}
	}
	for col := range lines {
		if lines[col] < least || ink[col] < proseInk*lines[col] || float64(full[col]) < share*float64(lines[col]) {
			return false
		}
	}
	return true
}

// columnRun returns the column of the chunk at from, and the end of the run of
// chunks in that column.
func columnRun(cs []chunk, from int, cuts []float32) (col, to int) {
	col = columnOf(cs[from], cuts)
	for to = from + 1; to < len(cs) && columnOf(cs[to], cuts) == col; to++ {
	}
	return col, to
}

// gutters finds the x of the white strips that part the columns of a page.
func gutters(rs []row) []float32 {
	x0, x1, ink := float32(1e9), float32(0), 0
	for _, r := range rs {
		for _, c := range r.chunks {
			x0, x1, ink = min(x0, c.x0), max(x1, c.x1), ink+c.ink
		}
	}
	n := int((x1 - x0) / 2)
	if n < 60 || n > 5000 || len(rs) < bandRows {
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
	for i := 0; i < n; {
		j, worst := i, 0
		for j < n && crossed[j]*8 <= len(rs) {
			worst = max(worst, crossed[j])
			j++
		}
		if j-i < 2 || j-i < 4 && worst > 1+len(rs)/16 {
			columnInk += inkAt[i]
			i++
			continue
		}
		if wide(x0, out, float32(i)*2) && columnInk*7 >= ink {
			out = append(out, x0+2*emptiest(crossed[i:j], i))
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

// emptiest returns the middle of the longest stretch of the strip that the
// fewest rows cross, in steps; from is where the strip begins.
func emptiest(strip []int, from int) float32 {
	least := slices.Min(strip)
	best, length := 0, 0
	for i := 0; i < len(strip); {
		j := i
		for j < len(strip) && strip[j] == least {
			j++
		}
		if j-i > length {
			best, length = i, j-i
		}
		i = max(j, i+1)
	}
	return float32(from+best) + float32(length)/2
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
func layOut(rs []row, page int, g grid) []line {
	if len(g.cuts) == 0 || g.table {
		return layRows(rs, page, g.cuts)
	}
	cuts, edges := g.cuts, columnEdges(rs, g.cuts)
	var out []line
	columns := make([][]line, len(cuts)+1)
	flush := func() {
		if mostlyLeftward(columns) {
			slices.Reverse(columns)
			for i := range columns {
				for k := range columns[i] {
					columns[i][k].col = i
				}
			}
		}
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
			col, to := columnRun(r.chunks, from, cuts)
			l := writeLine(r.chunks[from:to], page, col, edges[col][0], edges[col][1])
			l.beside = len(cuts)
			columns[col] = append(columns[col], l)
			from = to
		}
	}
	flush()
	return out
}

// layRows makes one line of each row; those with cells on both sides of a cut
// are rows of a table.
func layRows(rs []row, page int, cuts []float32) []line {
	edges := columnEdges(rs, nil)
	out := make([]line, 0, len(rs))
	for _, r := range rs {
		l := writeLine(r.chunks, page, 0, edges[0][0], edges[0][1])
		if len(cuts) > 0 && !crosses(r, cuts) {
			_, to := columnRun(r.chunks, 0, cuts)
			l.table = to < len(r.chunks) && !(to == 1 && isBareMark(&r.chunks[0]))
		}
		out = append(out, l)
	}
	return out
}

// isBareMark reports whether a chunk is no more than the mark of a list point.
func isBareMark(c *chunk) bool {
	last := c.glyphs[len(c.glyphs)-1].text
	return c.ink <= 6 && (last == "." || last == ")")
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

// usualGrid returns the columns that most of the pages with columns have; ok
// is false where columns are rare in the file.
func usualGrid(sheets []sheet) (g grid, ok bool) {
	byCount := map[int][]int{}
	best := 0
	for i := range sheets {
		if n := len(sheets[i].grid.cuts); n > 0 && !sheets[i].grid.table {
			byCount[n] = append(byCount[n], i)
		}
	}
	for n := 1; n < 12; n++ {
		if len(byCount[n]) > 0 && len(byCount[n]) >= len(byCount[best]) {
			best = n
		}
	}
	pages := byCount[best]
	if len(pages)*3 < len(sheets) || len(pages) < 2 {
		return g, false
	}
	for k := range best {
		at := make([]float64, len(pages))
		for i, page := range pages {
			at[i] = float64(sheets[page].grid.cuts[k])
		}
		sort.Float64s(at)
		g.cuts = append(g.cuts, float32(at[len(at)/2]))
	}
	return g, true
}

// orFind returns the grid if the rows fit it, else their own.
func (g grid) orFind(rs []row) grid {
	if g.fits(rs) {
		return g
	}
	return findGrid(rs)
}

// fits reports whether the rows of a page stand in the columns.
func (g grid) fits(rs []row) bool {
	crossing := 0
	for _, r := range rs {
		if crosses(r, g.cuts) {
			crossing++
		}
	}
	return crossing*3 <= len(rs)
}
