package outline

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"lacuna/analyzer/document"
)

// ranks is the order of groups from the widest, as most texts have it.
var ranks = []document.Kind{document.Book, document.Part, document.Title, document.Chapter, document.Division}

// endWords open what stands behind the last article and is not law.
var endWords = []string{"index", "endnotes", "end notes", "notes", "preface", "explanatory note", "legislative history", "list of amendments", "amendment history", "table of amendments",
	"inhaltsverzeichnis", "fußnoten", "table des matières", "sommaire", "índice", "indice", "оглавление", "содержание", "contents", "فهرس", "الفهرس", "table of contents", "arrangement of sections",
	"disposiciones adicionales", "disposición adicional", "disposición final", "disposición transitoria", "disposición derogatoria", "disposiciones transitorias", "disposiciones finales", "transitorios", "transitoria", "exposición",
	"преходни и заключителни", "заключителни разпоредби", "допълнителни разпоредби", "допълнителна разпоредба", "прикінцеві", "перехідні положення", "geçici madde", "ek madde", "disposizioni transitorie", "dispoziții finale", "dispoziții tranzitorii"}

// signingWords open the line that says where and when a law was signed.
var signingWords = []string{"done at", "done in", "given under", "fait à", "hecho en", "dado en", "dada en", "dado no", "dada no", "feito em", "dato a", "data a", "geschehen zu", "gegeben zu", "gedaan te", "совершено в", "utfärdad", "حرر ب", "وحرر ب", "صدر ب", "kwitariweho"}

// closeBody finds where the body of the law ends behind its last provision:
// at an index, a preface or other matter with a heading of its own, or where
// the numbering begins anew.
func (r *reader) closeBody() {
	r.end = len(r.blocks)
	if len(r.chain) == 0 {
		return
	}
	last := r.chain[len(r.chain)-1]
	schedules := false
	for i := last.block + 1; i < len(r.blocks); i++ {
		g, ok := r.groups[i]
		schedules = schedules || ok && g.kind == document.Schedule
		if ok && schedules || ok && i == last.block+1 {
			continue
		}
		if ok || r.role[i] == contents && !schedules || r.opensEnd(i, last, schedules) {
			r.end = i
			for r.end-1 > last.block && r.isHeadingLike(r.end-1) && r.stands(r.end-1) {
				r.end--
			}
			return
		}
	}
	r.dropSignatures(last)
}

// dropSignatures ends the body before the lines with which a law is signed:
// names, places and dates, two or more, none of them a sentence.
func (r *reader) dropSignatures(last candidate) {
	end := r.end
	for end-1 > last.block+1 && r.isSignature(end-1) {
		end--
	}
	if r.end-end > 1 && endsSentence(withoutNotes(r.words(end-1))) {
		r.end = end
	}
}

// isSignature reports whether a block can be a line of a signature.
func (r *reader) isSignature(i int) bool {
	s := strings.TrimSpace(r.words(i))
	_, marked := readMark(s)
	return len(s) < 120 && !marked && !startsLower(s) && !endsSentence(s) && !strings.ContainsRune(";:,", lastRune(s))
}

// opensEnd reports whether a block behind the last provision opens matter that
// is none of the law's body. Schedules have headings of their own: in them only
// an index or list by its name ends the law.
func (r *reader) opensEnd(i int, last candidate, schedules bool) bool {
	if r.role[i] != text {
		return false
	}
	s := opening(r.words(i))
	if r.isHeadingLike(i) && startsWithAny(s, endWords) {
		return true
	}
	if schedules {
		return false
	}
	if len(r.words(i)) < 200 && startsWithAny(s, signingWords) {
		return true
	}
	start := r.blocks[i].Start + r.noise(i)
	if f, size, n := readForm(r.src.Text[start:r.blocks[i].End], start, nil); size > 0 && f == last.form && !forms[f].bare && n.compare(last.number) <= 0 {
		return r.believe(candidate{block: i, form: f}, r.src.Text[start+size:r.blocks[i].End]) > .5
	}
	b := r.blocks[i]
	return i > last.block+1 && r.isHeadingLike(i) && !isExplain(r.words(i)) && (b.Kind == document.Heading || b.Center || b.Bold && len(s) > 3 || strings.ToUpper(r.words(i)) == r.words(i) && len(s) > 12)
}

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
		case g.at.Kind != document.Root:
			join(&g.at.Lead, g.blocks[i].Span)
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
			n = itoa(v)
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

// settleState reads the state of a provision and of its parts, and their notes.
func (r *reader) settleState(sec *document.Section) {
	body := document.Span{Start: r.bodyStart(sec), End: sec.Span.End}
	whole := sec.Notes
	for _, n := range inlineNotes(r.src.Text, sec.Span) {
		if !slices.ContainsFunc(whole, func(w document.Span) bool { return w.Contains(n) }) {
			sec.Notes = append(sec.Notes, n)
		}
	}
	sortSpans(sec.Notes)
	sec.State = stateOf(r.src.Quote(sec.Title), r.src.Quote(body))
	sec.Walk(func(s *document.Section) bool {
		if s == sec {
			return true
		}
		if s.State = sec.State; sec.State == document.InForce && len(s.Children) == 0 {
			s.State = stateOf("", r.src.Quote(s.Lead))
		}
		return true
	})
	if sec.State == document.InForce && (r.inRepealedRange(sec) || r.isGone(sec, body)) {
		sec.State = document.Repealed
	}
	if sec.State == document.InForce && body.Empty() {
		r.empty++
	}
}

// goneWords say in a note that what it speaks of is repealed; in small letters.
var goneWords = []string{" repealed by", " deleted by", " rep. by", "abrogat", "abrogé", "derogad", "revogad", "утратил", "исключен", "виключен", "отм.", "mülga", "삭제"}

// isGone reports whether nothing is left of a provision but the note that
// repeals it: "3. ……  [S. 3 repealed by Act 1 of 2001.]".
func (r *reader) isGone(sec *document.Section, body document.Span) bool {
	said, at := false, body.Start
	for _, n := range sec.Notes {
		if n.Start < body.Start {
			continue
		}
		if strings.ContainsFunc(r.src.Text[at:n.Start], unicode.IsLetter) {
			return false
		}
		words := strings.ToLower(r.src.Quote(n))
		said = said || slices.ContainsFunc(goneWords, func(w string) bool { return strings.Contains(words, w) })
		at = n.End
	}
	return said && !strings.ContainsFunc(r.src.Text[at:max(at, body.End)], unicode.IsLetter)
}

// inRepealedRange reports whether a heading before a provision says that its
// number was repealed with others.
func (r *reader) inRepealedRange(sec *document.Section) bool {
	n, _ := readNumber(sec.Number, 0, numberStyle{words: true})
	for _, g := range r.ranges {
		if len(n.parts) > 1 && g.from.compare(n) <= 0 && n.compare(g.to) <= 0 && r.blocks[g.block].Start < sec.Span.Start && g.repealed {
			return true
		}
	}
	return false
}

// bodyStart returns the offset behind mark and heading of a provision.
func (r *reader) bodyStart(sec *document.Section) int {
	start := sec.Span.Start + len(sec.Mark)
	if sec.Title.Start >= sec.Span.Start && sec.Title.End > start && sec.Title.End <= sec.Span.End {
		start = sec.Title.End
	}
	return min(start, sec.Span.End)
}
