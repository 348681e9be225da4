package pdf

import (
	"sort"
	"strings"
	"unicode"

	"lacuna/analyzer/ingest/build"
)

// edgeLines is how many lines at the top and at the foot of a page may be
// running heads, running feet or page numbers.
const edgeLines = 4

// near is how many pages around a line are searched for its like.
const near = 5

// edge is a line at the top or the foot of a page.
type edge struct {
	page, at int // index of the sheet, and of the line in it
	y        float32
	key      string // its words, with # for each number
	numbers  []int
	top      bool
}

// dropRunning returns the lines of all pages without running heads, running
// feet and page numbers, which it lists as left out.
func dropRunning(sheets []sheet, out *build.Builder) []line {
	byKey := map[string][]edge{}
	var edges []edge
	for i := range sheets {
		for _, e := range pageEdges(sheets[i].lines, i) {
			edges = append(edges, e)
			byKey[e.key] = append(byKey[e.key], e)
		}
	}
	drop := map[[2]int]bool{}
	body, rank := false, 0 // whether a line of the text was met, going inwards from the edge
	for i, e := range edges {
		if i == 0 || e.page != edges[i-1].page || e.top != edges[i-1].top {
			body, rank = false, 0
		}
		if body = body || support(e, byKey[e.key]) < needed(e.page, len(sheets), rank); body {
			continue
		}
		rank++
		drop[[2]int{e.page, e.at}] = true
		out.Leave(runningKind(e), e.page+1, sheets[e.page].lines[e.at].text)
	}
	var lines []line
	for i := range sheets {
		for k, l := range sheets[i].lines {
			if !drop[[2]int{i, k}] {
				lines = append(lines, l)
			}
		}
	}
	return lines
}

// needed is how many pages nearby must have the same line for it to be a
// running one: two for the line at the very edge, and most of them for lines
// inside it, since headings of the text may stand at the top of some pages.
func needed(page, pages, rank int) int {
	around := min(page, near) + min(pages-1-page, near)
	if rank == 0 {
		return max(1, min(2, around))
	}
	return max(1, min(2, around), around*2/5)
}

// pageEdges picks the lines nearest to the top and the foot of a page, each
// from the edge inwards.
func pageEdges(lines []line, page int) []edge {
	order := make([]int, len(lines))
	for i := range order {
		order[i] = i
	}
	sort.SliceStable(order, func(a, b int) bool { return lines[order[a]].y > lines[order[b]].y })
	var out []edge
	add := func(i int, top bool) {
		key, numbers := pattern(lines[i].text)
		out = append(out, edge{page: page, at: i, y: lines[i].y, key: key, numbers: numbers, top: top})
	}
	tops := min(edgeLines, (len(order)+1)/2)
	for _, i := range order[:tops] {
		add(i, true)
	}
	for k := len(order) - 1; k >= tops && k >= len(order)-edgeLines; k-- {
		add(order[k], false)
	}
	return out
}

// pattern replaces the numbers of a line by #, and lists them.
func pattern(text string) (string, []int) {
	var b strings.Builder
	var numbers []int
	if n := roman(strings.Trim(text, " -–—.[]()")); n > 0 {
		return "#", []int{n}
	}
	in, spaced := false, false
	for _, r := range text {
		switch {
		case r >= '0' && r <= '9':
			if !in {
				numbers = append(numbers, 0)
				b.WriteByte('#')
			}
			if n := &numbers[len(numbers)-1]; *n < 1_000_000 {
				*n = *n*10 + int(r-'0')
			}
			in, spaced = true, false
			continue
		case unicode.IsSpace(r):
			if !spaced {
				b.WriteByte(' ')
			}
			spaced = true
		default:
			b.WriteRune(unicode.ToLower(r))
			spaced = false
		}
		in = false
	}
	return strings.TrimSpace(b.String()), numbers
}

// roman reads a small roman number in lower-case letters; 0 is none.
func roman(s string) int {
	value := map[byte]int{'i': 1, 'v': 5, 'x': 10, 'l': 50, 'c': 100}
	n := 0
	for i := 0; i < len(s); i++ {
		v := value[s[i]]
		if v == 0 || len(s) > 9 {
			return 0
		}
		if i+1 < len(s) && value[s[i+1]] > v {
			v = -v
		}
		n += v
	}
	return n
}

// support counts the pages nearby that have the same line at the same height,
// its numbers either the same or counting with the pages.
func support(e edge, like []edge) int {
	first := sort.Search(len(like), func(i int) bool { return like[i].page >= e.page-near })
	n, last := 0, e.page
	for _, o := range like[first:] {
		if o.page > e.page+near {
			break
		}
		if o.page != e.page && o.page != last && abs(o.y-e.y) < 4 && counts(e, o) {
			last = o.page
			n++
		}
	}
	return n
}

func counts(a, b edge) bool {
	for i := range a.numbers {
		d := a.numbers[i] - b.numbers[i]
		if d != 0 && d != a.page-b.page {
			return false
		}
	}
	return true
}

func runningKind(e edge) string {
	letters := 0
	for _, r := range e.key {
		if unicode.IsLetter(r) {
			letters++
		}
	}
	switch {
	case len(e.numbers) > 0 && letters <= 8:
		return "page number"
	case e.top:
		return "running head"
	}
	return "running foot"
}
