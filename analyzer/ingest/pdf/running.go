package pdf

import (
	"slices"
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
	large    bool // set larger than most of the text
	small    bool // set smaller
	flows    bool // stands below or above the text as its next line would
	noted    bool // belongs, by its place and size, to a footnote above it
}

// dropRunning returns the lines of all pages without running heads, running
// feet and page numbers, which it lists as left out.
func dropRunning(sheets []sheet, out *build.Builder) []line {
	byKey := map[string][]edge{}
	var edges []edge
	body := bodySize(sheets)
	for i := range sheets {
		for _, e := range pageEdges(sheets[i].lines, i) {
			e.large, e.small = sheets[i].lines[e.at].size > 1.15*body, sheets[i].lines[e.at].size < 0.95*body
			edges = append(edges, e)
			byKey[e.key] = append(byKey[e.key], e)
		}
	}
	running := make([]bool, len(edges))
	pages := pageNumbering(edges)
	inward(edges, running, func(e edge, rank int) bool {
		like := byKey[e.key]
		return !mostlyNoted(like) && support(e, like, counts) >= needed(e.page, len(sheets), rank > 0 || e.large || e.counts(pages), e.flows) ||
			e.namesPlace() && support(e, like, anyNumbers) >= mostPages(e.page, len(sheets), like)
	})
	if first, ok := numbering(edges, running); ok { // lone numbers that fit the numbers of other pages
		inward(edges, running, func(e edge, _ int) bool {
			return len(e.numbers) == 1 && e.letters() == 0 && e.numbers[0]-e.page == first
		})
	}
	drop := map[[2]int]bool{}
	for i, e := range edges {
		if running[i] {
			drop[[2]int{e.page, e.at}] = true
			out.Leave(e.kind(), e.page+1, sheets[e.page].lines[e.at].text)
		}
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

// inward marks the edges that is accepts, going inwards on each page until a
// line of the text is met; rank counts the running lines passed.
func inward(edges []edge, running []bool, is func(e edge, rank int) bool) {
	met, rank := false, 0
	for i, e := range edges {
		if i == 0 || e.page != edges[i-1].page || e.top != edges[i-1].top {
			met, rank = false, 0
		}
		switch {
		case met:
		case running[i] || is(e, rank):
			running[i] = true
			rank++
		default:
			met = true
		}
	}
}

// numbering returns the number that the first page would have by the numbers
// on most running lines.
func numbering(edges []edge, running []bool) (first int, ok bool) {
	votes := map[int]int{}
	for i, e := range edges {
		if running[i] && len(e.numbers) > 0 {
			for _, n := range e.numbers {
				votes[n-e.page]++
			}
		}
	}
	best := 0
	for n, v := range votes {
		if v > best || v == best && n < first {
			first, best = n, v
		}
	}
	return first, best >= 3
}

// bodySize is the size of most lines.
func bodySize(sheets []sheet) float32 {
	sizes := map[float32]int{}
	for i := range sheets {
		for k := range sheets[i].lines {
			sizes[half(sheets[i].lines[k].size)]++
		}
	}
	return commonest(sizes)
}

// needed is how many pages nearby must have the same line for it to be a
// running one: two, or, where it is strict, nearly half of them: for lines that
// are not at the very edge, are set large or count, since headings of the text
// may stand at the top of several pages. A line that runs on with the text must
// stand on half of them.
func needed(page, pages int, strict, flows bool) int {
	around := min(page, near) + min(pages-1-page, near)
	least := max(1, min(2, around))
	switch {
	case flows:
		return max(least, (around+1)/2)
	case strict:
		return max(least, around*2/5)
	}
	return least
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
		out = append(out, edge{page: page, at: i, y: lines[i].y, key: key, numbers: numbers, top: top, flows: flowsOn(lines, i, top), noted: !top && endsNote(lines[:i+1])})
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

// flowsOn reports whether a line without figures stands against the text as a
// line of it would: as large, and no farther from it.
func flowsOn(lines []line, i int, top bool) bool {
	next := i - 1
	if top {
		next = i + 1
	}
	if next < 0 || next >= len(lines) || strings.ContainsAny(lines[i].text, "0123456789") {
		return false
	}
	return sameSize(&lines[i], &lines[next]) && abs(lines[i].y-lines[next].y) < 1.5*lines[i].size
}

// endsNote reports whether the last of the lines goes on, line by line, with a
// footnote above it.
func endsNote(lines []line) bool {
	for i := len(lines) - 1; i > 0; i-- {
		above, l := &lines[i-1], &lines[i]
		if !sameSize(above, l) || above.y-l.y > 1.4*l.size || above.y <= l.y {
			return false
		}
		if opensRaised(above) {
			return true
		}
	}
	return false
}

// opensRaised reports whether a line begins with a superscript.
func opensRaised(l *line) bool { return len(l.raised) > 0 && l.raised[0][0] == 0 }

// mostlyNoted reports whether a line at the foot belongs to the footnotes on
// most of the pages that have it, and so is no running one.
func mostlyNoted(like []edge) bool {
	n := 0
	for _, o := range like {
		if o.noted {
			n++
		}
	}
	return n*2 > len(like)
}

// counts reports whether a line holds words and a number that is not the page's,
// though it may go up page by page: "Article 12", "Article 13" on two pages.
func (e edge) counts(first int) bool {
	return e.letters() > 0 && len(e.numbers) > 0 && !slices.Contains(e.numbers, first+e.page)
}

// pageNumbering returns the number that the first page would have by most of
// the numbers at the edges of pages.
func pageNumbering(edges []edge) int {
	all := make([]bool, len(edges))
	for i := range all {
		all[i] = true
	}
	first, _ := numbering(edges, all)
	return first
}

// namesPlace reports whether a line can be a running head that names the
// provision its page holds, with a number that keeps its own pace: "Penal Code
// s. 12". A heading of the text is no such line.
func (e edge) namesPlace() bool {
	return e.top && !e.large && len(e.numbers) > 0 && (e.small || len(strings.Fields(e.key)) > 3)
}

// mostPages is how many pages nearby must have a line for it to be on nearly all
// of them, or on nearly all left or right ones.
func mostPages(page, pages int, like []edge) int {
	around := min(page, near) + min(pages-1-page, near)
	for _, o := range like {
		if (o.page-page)%2 != 0 {
			return max(3, around*4/5)
		}
	}
	return max(3, around*2/5)
}

// support counts the pages nearby that have the same line at the same height,
// with numbers that go together.
func support(e edge, like []edge, together func(a, b edge) bool) int {
	first := sort.Search(len(like), func(i int) bool { return like[i].page >= e.page-near })
	n, last := 0, e.page
	for _, o := range like[first:] {
		if o.page > e.page+near {
			break
		}
		if o.page != e.page && o.page != last && abs(o.y-e.y) < 4 && together(e, o) {
			last = o.page
			n++
		}
	}
	return n
}

// anyNumbers lets numbers differ as they like.
func anyNumbers(a, b edge) bool { return true }

// counts reports whether numbers are the same or count with the pages.
func counts(a, b edge) bool {
	for i := range a.numbers {
		d := a.numbers[i] - b.numbers[i]
		if d != 0 && d != a.page-b.page {
			return false
		}
	}
	return true
}

// letters counts the letters of a line.
func (e edge) letters() int {
	n := 0
	for _, r := range e.key {
		if unicode.IsLetter(r) {
			n++
		}
	}
	return n
}

// kind says what kind of running line it is.
func (e edge) kind() string {
	switch {
	case len(e.numbers) > 0 && e.letters() <= 8:
		return "page number"
	case e.top:
		return "running head"
	}
	return "running foot"
}
