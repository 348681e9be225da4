package pdf

// bandRows is how many rows a page, or a band of it, with columns has at least.
const bandRows = 6

// columnLines is how many lines each column of a band has at least.
const columnLines = 4

// zone is a band of a page, from its left edge to its right one, with its columns.
type zone struct {
	rows []row
	grid grid
}

// zonesOf parts a page from top to bottom into bands with columns of their own.
// g are the columns of the page as a whole, if it has any; they hold for all of
// it where no band has others.
func zonesOf(rs []row, g grid) []zone {
	others := 0 // rows that stand in other columns than most
	for _, r := range rs {
		if crosses(r, g.cuts) && splits(r) {
			others++
		}
	}
	if len(g.cuts) > 0 && !g.table && others < 3 {
		return []zone{{rs, g}}
	}
	zones := findZones(rs)
	for _, z := range zones {
		if len(z.grid.cuts) > 0 {
			return zones
		}
	}
	return []zone{{rs, g}}
}

// findZones parts rows into bands that have columns and the rest between them.
func findZones(rs []row) []zone {
	var out []zone
	from := 0
	for i := 0; i < len(rs); i++ {
		if !splits(rs[i]) && (i+1 == len(rs) || !apart(rs[i], rs[i+1])) {
			continue
		}
		top, bottom := band(rs, from, i)
		g := findGrid(rs[top:bottom])
		if len(g.cuts) == 0 || g.table || !fullColumns(rs[top:bottom], g.cuts, columnLines, 0.5) {
			continue
		}
		if top > from {
			out = append(out, zone{rows: rs[from:top]})
		}
		out = append(out, zone{rs[top:bottom], g})
		from, i = bottom, bottom-1
	}
	if from < len(rs) {
		out = append(out, zone{rows: rs[from:]})
	}
	return out
}

// splits reports whether a row has a gap as wide as the strip between columns.
func splits(r row) bool {
	for i := 1; i < len(r.chunks); i++ {
		if r.chunks[i].x0-r.chunks[i-1].x1 > 0.7*r.size {
			return true
		}
	}
	return false
}

// apart reports whether two rows stand wholly beside each other.
func apart(a, b row) bool {
	from, to := b.chunks[0].x0, b.chunks[len(b.chunks)-1].x1
	return a.chunks[len(a.chunks)-1].x1 < from-4 || to < a.chunks[0].x0-4
}

// band returns the rows around the one at i, none before the first, that leave
// a common white strip: those above it are on one side of the strip.
func band(rs []row, first, i int) (top, bottom int) {
	x0, x1 := rs[i].chunks[0].x0, rs[i].chunks[0].x1
	for _, r := range rs {
		for _, c := range r.chunks { // words read in a picture overlap: the last may not reach furthest
			x0, x1 = min(x0, c.x0), max(x1, c.x1)
		}
	}
	ink := make([]bool, int(x1-x0)/2+2)    // steps of two points that carry text
	wide := func(r row, first bool) bool { // whether the strip outlives the row
		with := append([]bool(nil), ink...)
		for _, c := range r.chunks {
			for k := int(c.x0-x0) / 2; k <= int(c.x1-x0)/2; k++ {
				with[k] = true
			}
		}
		if !first && !stripped(with) {
			return false
		}
		ink = with
		return true
	}
	for bottom = i; bottom < len(rs) && wide(rs[bottom], bottom == i); bottom++ {
	}
	for top = i; top > first && rs[top-1].y-rs[top].y < 2.5*rs[top].size && wide(rs[top-1], false); top-- {
	}
	for bottom-1 > i && standsOff(rs[bottom-1], rs[bottom-2]) {
		bottom--
	}
	for top < i && standsOff(rs[top], rs[top+1]) {
		top++
	}
	return top, bottom
}

// standsOff reports whether the text at the edge of a band is one heading or
// line apart from the row next to it.
func standsOff(edge, next row) bool {
	return len(edge.chunks) == 1 && abs(edge.y-next.y) > 1.8*edge.size
}

// stripped reports whether a strip without ink, four points wide or more, stands
// between text.
func stripped(ink []bool) bool {
	gap, seen := 0, false
	for _, dark := range ink {
		if !dark {
			gap++
			continue
		}
		if seen && gap >= 2 {
			return true
		}
		gap, seen = 0, true
	}
	return false
}
