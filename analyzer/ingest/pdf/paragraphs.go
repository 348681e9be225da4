package pdf

import (
	"math"
	"slices"
	"sort"
	"strings"

	"lacuna/analyzer/document"
	"lacuna/analyzer/ingest/build"
)

// paragraph is a run of lines that make one block.
type paragraph struct {
	lines  []line
	kind   document.BlockKind
	center bool
	mark   string // of a note
}

// metrics is what holds for the whole file: sizes, line spacing, column edges.
type metrics struct {
	body    float32             // size of most letters
	leading map[float32]float32 // usual distance of lines, by size
}

// weave joins lines to paragraphs and list points and hands them to the builder.
func weave(lines []line, out *build.Builder) {
	mirrorLines(lines)
	settle(lines)
	findContents(lines)
	m := measure(lines)
	body, notes := m.split(lines)
	words := learn(lines)
	emit(m.paragraphs(body), notes, words, out)
}

// findContents marks the lines of tables of contents: those with leading dots,
// and on pages where many lines end in a number of their own, all of these.
func findContents(lines []line) {
	for i := 0; i < len(lines); {
		j, n := i, 0
		for ; j < len(lines) && lines[j].page == lines[i].page; j++ {
			lines[j].contents = hasDots(lines[j].text) && leadsToPage().MatchString(lines[j].text)
			if lines[j].numbered {
				n++
			}
		}
		for k := i; k < j && n >= 4 && n*5 >= (j-i)*2; k++ {
			lines[k].contents = lines[k].contents || lines[k].numbered
		}
		i = j
	}
}

// columnKey names columns that stand at the same place on odd or on even pages.
type columnKey struct {
	odd         bool
	col, beside int
}

func keyOf(l *line) columnKey { return columnKey{l.page%2 == 1, l.col, l.beside} }

// settle gives every line the edges that its column has on most pages, in
// place of those that the few lines of one page happen to reach.
func settle(lines []line) {
	trimEdges(lines)
	lefts := map[columnKey]map[float32]int{}
	rights := map[columnKey][]float32{}
	for i := range lines {
		l := &lines[i]
		if l.margin {
			continue
		}
		k := keyOf(l)
		if lefts[k] == nil {
			lefts[k] = map[float32]int{}
		}
		lefts[k][round(l.left)]++
		rights[k] = append(rights[k], l.right)
	}
	left, right := map[columnKey]float32{}, map[columnKey]float32{}
	for k := range lefts {
		left[k] = commonest(lefts[k])
		r := rights[k]
		sort.Slice(r, func(i, j int) bool { return r[i] < r[j] })
		right[k] = r[len(r)*3/4]
	}
	for i := range lines {
		if lines[i].margin {
			continue
		}
		k := keyOf(&lines[i])
		if w := right[k] - left[k]; abs(lines[i].left-left[k]) < w/3 {
			lines[i].left = left[k]
		}
		lines[i].right = max(lines[i].x1, right[k])
	}
	narrow(lines)
}

// trimEdges sets the edges of each page's columns anew, now that running lines,
// which may reach further out, are gone.
func trimEdges(lines []line) {
	type column struct{ page, col, beside int }
	edges := map[column][2]float32{}
	for i := range lines {
		l := &lines[i]
		if l.margin {
			continue
		}
		k := column{l.page, l.col, l.beside}
		e, ok := edges[k]
		if !ok {
			e = [2]float32{l.x0, l.x1}
		}
		edges[k] = [2]float32{min(e[0], l.x0), max(e[1], l.x1)}
	}
	for i := range lines {
		if l := &lines[i]; !l.margin {
			e := edges[column{l.page, l.col, l.beside}]
			l.left, l.right = e[0], e[1]
		}
	}
}

// narrow sets the right edge of runs of lines in one size that are set to a
// narrower measure than their column.
func narrow(lines []line) {
	for i := 0; i < len(lines); {
		j, edge := i, float32(0)
		for j < len(lines) && follows(&lines[i], &lines[j]) && sameSize(&lines[i], &lines[j]) {
			edge = max(edge, lines[j].x1)
			j++
		}
		reach := 0
		for k := i; k < j; k++ {
			if edge-lines[k].x1 < 2 {
				reach++
			}
		}
		if j-i >= 4 && reach >= 3 {
			for k := i; k < j; k++ {
				lines[k].right = edge
			}
		}
		i = j
	}
}

func follows(a, b *line) bool { return a.page == b.page && a.col == b.col }

func sameSize(a, b *line) bool { return abs(a.size-b.size) <= 0.06*a.size }

func round(x float32) float32 { return float32(math.Round(float64(x))) }

// half rounds a size to half a point.
func half(x float32) float32 { return float32(math.Round(float64(x)*2) / 2) }

// measure finds the usual sizes and distances.
func measure(lines []line) metrics {
	sizes := map[float32]int{}
	gaps := map[float32]map[float32]int{}
	for i := range lines {
		l := &lines[i]
		sizes[half(l.size)] += len(l.text)
		if i == 0 || !follows(&lines[i-1], l) || !sameSize(&lines[i-1], l) {
			continue
		}
		if gap := half(lines[i-1].y - l.y); gap > 0.8*l.size && gap < 2.2*l.size {
			if gaps[half(l.size)] == nil {
				gaps[half(l.size)] = map[float32]int{}
			}
			gaps[half(l.size)][gap]++
		}
	}
	m := metrics{body: commonest(sizes), leading: map[float32]float32{}}
	for size, g := range gaps {
		m.leading[size] = commonest(g)
	}
	return m
}

// lead is the usual distance of lines of a size.
func (m metrics) lead(size float32) float32 {
	if v := m.leading[half(size)]; v > 0 {
		return v
	}
	return 1.2 * size
}

// learn gathers the words of lines if any line ends in a hyphen.
func learn(lines []line) build.Words {
	words := build.Words{}
	for i := range lines {
		if r := lastRune(lines[i].text); r == '-' || r == '\u2010' {
			for k := range lines {
				words.Learn(lines[k].text)
			}
			break
		}
	}
	return words
}

// paragraphs joins the lines of the body. Notes in the margin stand between
// them without breaking them.
func (m metrics) paragraphs(lines []line) []paragraph {
	var out []paragraph
	last, margin := -1, -1 // the open paragraph of the text, and of the margin
	for i, l := range lines {
		var next *line
		if i+1 < len(lines) {
			next = &lines[i+1]
		}
		open := &last
		joins := last >= 0 && !l.margin && m.continues(&out[last], &l, next)
		if l.margin {
			open = &margin
			joins = margin >= 0 && marginJoins(&out[margin].lines[len(out[margin].lines)-1], &l)
		}
		if joins {
			out[*open].lines = append(out[*open].lines, l)
			continue
		}
		*open = len(out)
		out = append(out, paragraph{lines: []line{l}, center: centered(&l)})
	}
	for i := range out {
		out[i].classify()
	}
	return out
}

// classify says what a finished paragraph is.
func (p *paragraph) classify() {
	p.kind = document.Paragraph
	switch {
	case p.lines[len(p.lines)-1].contents:
		p.kind = document.Contents
	case p.lines[0].table:
		p.kind = document.TableRow
	case isListPoint(&p.lines[0]):
		p.kind = document.ListItem
	}
}

// emit hands paragraphs to the builder, each followed by the notes whose marks
// it carries; notes without a mark follow the last paragraph of their page.
func emit(paragraphs []paragraph, notes [][]paragraph, words build.Words, out *build.Builder) {
	done := 0
	rest := func(run int) {
		for ; done < run; done++ {
			for _, n := range notes[done] {
				addBlock(n, words, out)
			}
			notes[done] = nil
		}
	}
	for _, p := range paragraphs {
		rest(p.lines[0].run)
		addBlock(p, words, out)
		for _, l := range p.lines {
			for _, r := range l.raised {
				notes[l.run] = addMarked(notes[l.run], strings.TrimSpace(l.text[r[0]:r[1]]), words, out)
			}
		}
	}
	rest(len(notes))
}

// addMarked hands over the notes of that mark and returns the others.
func addMarked(notes []paragraph, mark string, words build.Words, out *build.Builder) []paragraph {
	var rest []paragraph
	for _, n := range notes {
		if n.mark == mark {
			addBlock(n, words, out)
		} else {
			rest = append(rest, n)
		}
	}
	return rest
}

// addBlock hands one paragraph to the builder.
func addBlock(p paragraph, words build.Words, out *build.Builder) {
	first := &p.lines[0]
	block := document.Block{Kind: p.kind, Indent: float64(round(first.x0 - first.left)), Size: float64(half(first.size)), Center: p.center}
	bold, italic, all := 0, 0, 0
	var pieces []build.Piece
	for i := range p.lines {
		l := &p.lines[i]
		all += len(l.text)
		if l.bold {
			bold += len(l.text)
		}
		if l.italic {
			italic += len(l.text)
		}
		text, between := l.text, ""
		if i+1 < len(p.lines) {
			text, between = words.Join(l.text, p.lines[i+1].text)
		}
		pieces = append(pieces, linePieces(l, text, between)...)
		if i == 0 && p.kind == document.Note && opensRaised(l) {
			pieces = slices.Insert(pieces, 2, build.Piece{Text: " ", Page: l.page})
		}
	}
	block.Bold, block.Italic = bold*2 > all, italic*2 > all
	out.Add(block, pieces...)
}

// linePieces cuts a line's text at its superscripts, at its first bold or
// italic letters and at what is in doubt.
func linePieces(l *line, text, between string) []build.Piece {
	cuts := []int{0, len(text), min(l.stressed[0], len(text)), min(l.stressed[1], len(text))}
	for _, r := range l.raised {
		cuts = append(cuts, min(r[0], len(text)), min(r[1], len(text)))
	}
	for _, d := range l.doubts {
		cuts = append(cuts, min(d.from, len(text)), min(d.to, len(text)))
	}
	sort.Ints(cuts)
	var out []build.Piece
	for i := 1; i < len(cuts); i++ {
		from, to := cuts[i-1], cuts[i]
		if from == to {
			continue
		}
		raised := slices.ContainsFunc(l.raised, func(r [2]int) bool { return r[0] <= from && to <= r[1] })
		p := build.Piece{Text: text[from:to], Raised: raised, Stressed: l.stressed[0] <= from && to <= l.stressed[1], Page: l.page, Spans: spansOver(l.doubts, from, to)}
		if !raised && hasDots(p.Text) {
			p.Text = leader().ReplaceAllString(p.Text, " ... ")
		}
		out = append(out, p)
	}
	return append(out, build.Piece{Text: between, Page: l.page})
}
