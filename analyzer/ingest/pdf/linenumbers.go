package pdf

import (
	"maps"
	"slices"
	"sort"
	"strconv"
	"strings"
)

// A column of line numbers, as bills have them in the margin, holds at least so
// many on a page.
const leastNumbers = 4

// lineNumbers returns the places, among the chunks of a page, of the numbers
// that count its lines: they stand in one column beside all else, and each lies
// as many lines below the one before as it is higher. nil where there are none.
func lineNumbers(cs []chunk) []int {
	byLeft, byRight := map[float32][]int{}, map[float32][]int{}
	for i := range cs {
		if c := &cs[i]; c.ink <= 4 && isNumber(c) {
			byLeft[round(c.x0)] = append(byLeft[round(c.x0)], i)
			byRight[round(c.x1)] = append(byRight[round(c.x1)], i)
		}
	}
	var best []int
	for _, columns := range []map[float32][]int{byLeft, byRight} {
		for _, edge := range slices.Sorted(maps.Keys(columns)) {
			if at := columns[edge]; len(at) > max(len(best), leastNumbers-1) && countsLines(cs, at) && besideAll(cs, at) {
				best = at
			}
		}
	}
	return best
}

// countsLines reports whether numbers count evenly down the page.
func countsLines(cs []chunk, at []int) bool {
	sort.SliceStable(at, func(i, j int) bool { return cs[at[i]].y > cs[at[j]].y })
	var pitches []float32
	for i := 1; i < len(at); i++ {
		a, b := &cs[at[i-1]], &cs[at[i]]
		n, _ := strconv.Atoi(a.text())
		m, _ := strconv.Atoi(b.text())
		if m > n {
			pitches = append(pitches, (a.y-b.y)/float32(m-n))
		}
	}
	if len(pitches) < leastNumbers-1 {
		return false
	}
	sorted := slices.Sorted(slices.Values(pitches))
	pitch, even := sorted[len(sorted)/2], 0
	for _, p := range pitches {
		if abs(p-pitch) < 0.05*pitch {
			even++
		}
	}
	return even*5 >= (len(at)-1)*4 && pitch > 0.8*cs[at[0]].size
}

// besideAll reports whether nearly all other chunks stand on one side of those.
func besideAll(cs []chunk, at []int) bool {
	x0, x1 := cs[at[0]].x0, cs[at[0]].x1
	for _, i := range at {
		x0, x1 = min(x0, cs[i].x0), max(x1, cs[i].x1)
	}
	left, right := 0, 0
	for i := range cs {
		if cs[i].x0 > x1 {
			right++
		}
		if cs[i].x1 < x0 {
			left++
		}
	}
	return max(left, right)*20 >= (len(cs)-len(at))*19
}

// withoutNumbers parts the chunks at those places from the others, and joins
// their text.
func withoutNumbers(cs []chunk, at []int) (rest []chunk, text string) {
	var b strings.Builder
	for i := range cs {
		if !slices.Contains(at, i) {
			rest = append(rest, cs[i])
		}
	}
	for _, i := range at {
		b.WriteString(cs[i].text() + " ")
	}
	return rest, b.String()
}

// mostNumbered reports whether most pages have line numbers. A list of entries
// with numbers, which may look the same, fills few.
func mostNumbered(sheets []sheet) bool {
	n := 0
	for i := range sheets {
		if sheets[i].numbered {
			n++
		}
	}
	return n >= 2 && n*2 > len(sheets)
}
