package outline

import (
	"slices"
	"strconv"
	"strings"
	"unicode"
)

// mostLost bounds the leap of printed page numbers that tells of lost pages.
const mostLost = 20

// printed lists, by page of the file, the numbers in its running heads and feet.
func (r *reader) printed() map[int][]int {
	out := map[int][]int{}
	for _, l := range r.src.Left {
		if l.Page == 0 || l.Times > 1 {
			continue
		}
		for _, field := range strings.FieldsFunc(l.Text, func(c rune) bool { return !unicode.IsDigit(c) }) {
			if n, err := strconv.Atoi(field); err == nil && n > 0 {
				out[l.Page] = append(out[l.Page], n)
			}
		}
	}
	return out
}

// lostPages names the printed page numbers that are left out between two pages
// of the file: where the numbers run on before and behind them and leap between.
func (r *reader) lostPages(from, to int) string {
	if from == 0 {
		return ""
	}
	if r.pageNumbers == nil {
		r.pageNumbers = r.printed()
	}
	for p := from; p <= to; p++ {
		for _, a := range r.pageNumbers[p] {
			if b := r.leapBehind(p, a); b == a+2 {
				return strconv.Itoa(a + 1)
			} else if b > 0 {
				return strconv.Itoa(a+1) + "-" + strconv.Itoa(b-1)
			}
		}
	}
	return ""
}

// leapBehind returns the number printed on the next page where the numbering
// that led to number a on page p leaps there and runs on behind it; else 0.
func (r *reader) leapBehind(p, a int) int {
	runs := func(page, n int) bool { return slices.Contains(r.pageNumbers[page], n) }
	if p > 1 && !runs(p-1, a-1) || p > 2 && !runs(p-2, a-2) {
		return 0
	}
	for _, n := range r.pageNumbers[p] {
		if runs(p+1, n+1) {
			return 0
		}
	}
	for _, b := range r.pageNumbers[p+1] {
		if b > a+1 && b <= a+mostLost && (runs(p+2, b+1) || p+2 > len(r.src.Pages)) && (runs(p+3, b+2) || p+3 > len(r.src.Pages)) {
			return b
		}
	}
	return 0
}
