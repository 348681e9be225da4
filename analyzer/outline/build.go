package outline

import (
	"strconv"
	"strings"
	"unicode/utf8"

	"lacuna/analyzer/document"
)

// ranks is the order of groups from the widest, as most texts have it.
var ranks = []document.Kind{document.Book, document.Part, document.Title, document.Chapter, document.Division}

// build makes the tree.
func (r *reader) build() {
	root := &document.Section{Kind: document.Root, State: document.InForce, Span: document.Span{End: len(r.src.Text)}}
	r.doc.Root = root
	if len(r.chain) == 0 {
		return
	}
	g := grouping{reader: r, ranks: r.orderRanks(), at: root}
	g.read(r.frontGroups(), r.chain[0].block, r.titles[0])
	for p := range r.chain {
		sec := r.provision(p)
		sec.Parent = g.at
		g.at.Children = append(g.at.Children, sec)
		next, after := r.end, titled{above: -1}
		if p+1 < len(r.chain) {
			next, after = r.chain[p+1].block, r.titles[p+1]
		}
		g.read(r.titles[p].end, next, after)
	}
	closeSpans(root)
	r.settleWordings()
	root.Span = document.Span{End: len(r.src.Text)}
}

// frontGroups returns the index of the first of the headings that stand right
// above the first provision.
func (r *reader) frontGroups() int {
	first := r.chain[0].block
	from := first
	for i := first - 1; i >= 0 && first-i < 24; i-- {
		if _, ok := r.groups[i]; ok {
			from = i
			continue
		}
		if !r.isHeadingLike(i) && r.role[i] == text {
			break
		}
	}
	return from
}

// orderRanks orders the ranks of groups as this text nests them: where a kind
// stands right above another more often than below, it is the wider one.
func (r *reader) orderRanks() map[document.Kind]int {
	over := map[[2]document.Kind]int{}
	for i, g := range r.groups {
		next, ok := r.groups[g.next]
		if !ok {
			next, ok = r.groups[g.next+1]
		}
		if ok && next.kind != g.kind && i < g.next {
			over[[2]document.Kind{g.kind, next.kind}]++
		}
	}
	order := append([]document.Kind(nil), ranks...)
	for range order {
		for k := 0; k+1 < len(order); k++ {
			a, b := order[k], order[k+1]
			if over[[2]document.Kind{b, a}] > over[[2]document.Kind{a, b}] {
				order[k], order[k+1] = b, a
			}
		}
	}
	rank := map[document.Kind]int{document.Schedule: 0}
	for k, kind := range order {
		rank[kind] = k + 1
	}
	return rank
}

// grouping puts headings above articles into the tree.
type grouping struct {
	*reader
	ranks map[document.Kind]int
	at    *document.Section // the innermost open group
}

// read puts the headings between two provisions into the tree.
func (g *grouping) read(from, to int, next titled) {
	for i := from; i < to; {
		head, ok := g.groups[i]
		switch {
		case ok && head.kind == document.Schedule:
			i = g.schedule(i, head, to)
			continue
		case ok:
			i = g.open(i, head, to, next)
			continue
		case g.role[i] == note:
			g.at.Notes = append(g.at.Notes, g.blocks[i].Span)
		case i == next.above || g.role[i] == contents || g.isRange(i):
		case g.isHeadingLike(i) && g.stands(i):
			g.push(&document.Section{Kind: document.Division, Title: g.heading(i), Span: g.blocks[i].Span})
		case g.at.Kind != document.Root && len(g.at.Children) == 0:
			join(&g.at.Lead, g.blocks[i].Span)
		case g.at.Kind != document.Root: // behind a range under one heading
			g.at.Notes = append(g.at.Notes, g.blocks[i].Span)
		}
		i++
	}
}

// open puts one group into the tree and returns the index of the block behind
// its heading.
func (g *grouping) open(i int, head group, to int, next titled) int {
	s := &document.Section{Kind: head.kind, Number: head.number, Mark: g.src.Quote(head.mark), Title: head.title, Span: document.Span{Start: head.mark.Start, End: g.blocks[i].End}}
	g.push(s)
	i = head.next
	for n := 0; i < to && i != next.above && n < 3; n++ {
		named, ok := g.groups[i]
		if ok && named.number == "" && named.kind == head.kind && s.Title.Empty() { // "GENERAL PART" below "PART I"
			s.Title, s.Span.End = named.mark, g.blocks[i].End
			i++
			continue
		}
		if ok || g.role[i] != text || !g.isHeadingLike(i) || !s.Title.Empty() && !(g.stands(i) && n > 0 && strings.ToUpper(g.words(i)) == g.words(i)) {
			break
		}
		join(&s.Title, g.heading(i))
		s.Span.End = g.blocks[i].End
		i++
	}
	return i
}

// push opens a group below the innermost one that is wider.
func (g *grouping) push(s *document.Section) {
	s.State = document.InForce
	rank := g.ranks[s.Kind]
	if s.Mark == "" { // a heading without word or number is the narrowest
		rank = len(ranks) + 1
	}
	for g.at.Kind != document.Root {
		open := g.ranks[g.at.Kind]
		if g.at.Mark == "" {
			open = len(ranks) + 1
		}
		if open < rank {
			break
		}
		g.at = g.at.Parent
	}
	s.Parent = g.at
	g.at.Children = append(g.at.Children, s)
	g.at = s
}

// schedule reads a schedule behind the body and returns the index of the block
// behind it.
func (g *grouping) schedule(i int, head group, to int) int {
	end := i + 1
	for end < to {
		if next, ok := g.groups[end]; ok && next.kind == document.Schedule {
			break
		}
		end++
	}
	number := "Schedule"
	if n := head.number; n != "" {
		if v := ordinals[n]; v > 0 {
			n = strconv.Itoa(v)
		}
		number += " " + n
	}
	for g.at.Kind != document.Root {
		g.at = g.at.Parent
	}
	s := &document.Section{Kind: document.Schedule, Number: number, Mark: g.src.Quote(head.mark), Title: head.title, State: document.InForce, Parent: g.at}
	first := head.next
	if s.Title.Empty() && first < end && g.isHeadingLike(first) {
		s.Title = g.trimmed(first)
		first++
	}
	b := newBody(g.reader, s)
	for k := first; k < end; k++ {
		b.block(k)
	}
	b.finish()
	s.Span = document.Span{Start: head.mark.Start, End: g.blocks[end-1].End}
	g.at.Children = append(g.at.Children, s)
	return end
}

// provision makes the section of one article.
func (r *reader) provision(p int) *document.Section {
	c, t := r.chain[p], r.titles[p]
	f := forms[c.form]
	sec := &document.Section{Kind: f.kind, Number: c.number.text, Mark: strings.TrimSpace(r.src.Text[c.start:max(c.end, min(t.body, r.markEnd(c)))]), Title: t.title, State: document.InForce}
	sec.Span = document.Span{Start: c.start, End: r.blocks[c.block].End}
	if !t.title.Empty() && t.above < 0 && (t.end == len(r.blocks) || t.title.Start < r.blocks[t.end].Start) {
		sec.Span.End = max(sec.Span.End, t.title.End)
	}
	b := newBody(r, sec)
	own := r.blocks[c.block]
	if t.first > c.block+1 && t.body > own.End { // the text begins on the heading's line below
		own = r.blocks[t.first-1]
	}
	if t.body < own.End {
		b.pieces(document.Span{Start: t.body, End: own.End}, own.Indent, false)
	}
	for i := c.block + 1; i < t.first; i++ {
		if r.role[i] == note {
			b.block(i)
		}
	}
	for i := t.first; i < t.end; i++ {
		if r.isTrailingHeading(i, t.end) {
			t.end = i
			r.titles[p] = t
			break
		}
		b.block(i)
	}
	b.finish()
	closeSpans(sec)
	r.settleState(sec)
	return sec
}

// markEnd returns the offset behind the signs that close a number.
func (r *reader) markEnd(c candidate) int {
	at := c.end
	for at < r.blocks[c.block].End {
		first, w := utf8.DecodeRuneInString(r.src.Text[at:])
		if !strings.ContainsRune(".:-–—°ºª", first) {
			break
		}
		at += w
	}
	return at
}

// isTrailingHeading reports whether from block i to the end of a provision
// there is nothing but headings, which belong to what follows.
func (r *reader) isTrailingHeading(i, end int) bool {
	if end == len(r.blocks) || end-i > 8 {
		return false
	}
	if r.role[i] != text {
		return false
	}
	for k := i; k < end; k++ {
		if r.role[k] == note {
			continue
		}
		if !r.isHeadingLike(k) || !r.stands(k) || isExplain(r.words(k)) || isRepealed(r.words(k)) || opensList(r.words(k)) && r.blocks[k].Kind != document.Heading {
			return false
		}
	}
	return i > 0 && (endsSentence(r.words(i-1)) || r.role[i-1] == note || strings.ContainsRune("])", lastRune(r.words(i-1))) || r.blocks[i].Kind == document.Heading || r.blocks[i].Center)
}
