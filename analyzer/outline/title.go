package outline

import (
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"

	"lacuna/analyzer/document"
)

// place is where a text puts the headings of its articles.
type place uint8

const (
	nowhere  place = iota
	beside         // on the line of the number, the text below it
	inline         // on the line of the number, a dash or stop, and the text behind it
	below          // on the line after the number
	above          // on the line before the number
	behind         // behind the text, where side notes were printed in the margin
	sentence       // on the line of the number, as a sentence of its own before the text
	stressed       // on the line of the number, bold or italic, the text behind it plain
)

// titled is what is known of the heading of one provision.
type titled struct {
	title document.Span
	above int // index of the block above that holds the title, -1 where none
	body  int // offset in the provision's own block at which its text begins
	first int // index of the first block of the text below
	end   int // index of the block behind the last of the text
}

// placeTitles votes over all provisions where the text puts its headings, and
// finds each heading there.
func (r *reader) placeTitles() {
	r.titles = map[int]titled{}
	var votes [8]int
	for p := range r.chain {
		t := r.bounds(p)
		r.titles[p] = t
		votes[r.voteTitle(p, t)]++
	}
	mode := r.elect(votes)
	for p := range r.chain {
		r.titles[p] = r.findTitle(p, r.titles[p], mode)
	}
	if mode == above {
		r.takeAbove()
	}
}

// bounds finds where the text of a provision begins and ends, before its
// heading is known.
func (r *reader) bounds(p int) titled {
	c := r.chain[p]
	t := titled{above: -1, first: c.block + 1, end: r.end}
	for t.first < r.end && r.role[t.first] == note {
		t.first++
	}
	if p+1 < len(r.chain) {
		t.end = r.chain[p+1].block
	}
	for i := t.first; i < t.end; i++ {
		if _, ok := r.groups[i]; ok || r.isRange(i) {
			t.end = i
			break
		}
	}
	t.body = r.afterMark(c)
	return t
}

func (r *reader) isRange(i int) bool {
	at := sort.Search(len(r.ranges), func(k int) bool { return r.ranges[k].block >= i })
	return at < len(r.ranges) && r.ranges[at].block == i && !r.ranges[at].inside
}

// afterMark returns the offset behind the number and its signs.
func (r *reader) afterMark(c candidate) int {
	end := r.blocks[c.block].End
	at := c.end
	for at < end {
		rest := r.src.Text[at:end]
		if size := newWording(rest); size > 0 {
			at += size
			continue
		}
		if _, size := digits(rest[1:], 0, nil); rest[0] == '[' && size > 0 && strings.HasPrefix(rest[1+size:], "]") {
			at += size + len("[]")
			continue
		}
		if strings.HasPrefix(rest, "[^") {
			if close := strings.IndexByte(rest, ']'); close > 0 {
				at += close + 1
				continue
			}
		}
		first, w := utf8.DecodeRuneInString(rest)
		if !strings.ContainsRune(" \u00a0\u3000\t.:-–—_*ºª°।။۔៖።ـ", first) {
			break
		}
		at += w
	}
	return at
}

// voteTitle says where one provision seems to have its heading.
func (r *reader) voteTitle(p int, t titled) place {
	c := r.chain[p]
	rest := r.src.Text[t.body:r.blocks[c.block].End]
	switch {
	case r.repeatsNumber(p):
		return above
	case rest == "" && t.first+1 < t.end && r.isHeadingLike(t.first) && !opensList(r.words(t.first)):
		return below
	case rest != "" && (inlineTitle(rest) > 0 || bracketTitle(rest) > 0):
		return inline
	case r.runIn(c.block, t.body) > 0:
		return stressed
	case len(rest) > 200 && sentenceTitle(rest) > 0:
		return sentence
	case r.isBehind(rest, t) && r.aboveAt(p) < 0:
		return behind
	case rest != "" && t.first < t.end && r.isBeside(c, rest) && !(endsSentence(rest) && r.aboveAt(p) >= 0):
		return beside
	case r.aboveAt(p) >= 0:
		return above
	}
	return nowhere
}

// elect turns votes into the one place of headings.
func (r *reader) elect(votes [8]int) place {
	all := len(r.chain)
	if (votes[inline]+votes[sentence])*2 > all {
		return inline
	}
	if votes[behind]*2 > all && all > 2 {
		return behind
	}
	best := nowhere
	for _, m := range []place{beside, inline, stressed, below, above} {
		if votes[m]*10 >= all*3 && (best == nowhere || votes[m] > votes[best]) {
			best = m
		}
	}
	return best
}

// isBeside reports whether the rest of a provision's first line can be its
// heading; markup that makes the line a heading settles it.
func (r *reader) isBeside(c candidate, rest string) bool {
	return isShortHeading(rest) && !strings.HasPrefix(rest, "§") && !r.breaksOff(c.block+1) && (!opensList(withoutNotes(rest)) || r.blocks[c.block].Kind == document.Heading)
}

// runIn returns the length of the heading that begins at an offset of a block
// and is bold or italic, where the text behind it is not; 0 where there is none.
func (r *reader) runIn(block, at int) int {
	const longest = 250
	b := r.blocks[block]
	if at < b.Stressed.Start || at >= b.Stressed.End || b.Stressed.End >= b.End {
		return 0
	}
	title := strings.TrimRight(r.src.Text[at:b.Stressed.End], " \u00a0:–—-")
	behind := r.src.Text[b.Stressed.End:b.End]
	if strings.HasPrefix(title, "[") || strings.Contains(title, "].") || strings.Count(behind, "]") > strings.Count(behind, "[") { // an editor's remark
		return 0
	}
	if _, marked := readMark(title); marked || len(title) > longest || startsLower(title) || !strings.ContainsFunc(title, unicode.IsLetter) {
		return 0
	}
	return len(title)
}

// isBehind reports whether the last line of a provision is shorter than its
// text and may be its side note.
func (r *reader) isBehind(rest string, t titled) bool {
	i := t.end - 1
	if i < t.first || r.role[i] != text || !endsSentence(rest) {
		return false
	}
	s := r.words(i)
	_, marked := readMark(s)
	return !marked && !startsLower(s) && !isSanction(s) && endsSentence(s) && len(s) < 90 && len(s) < len(rest)
}

// aboveAt returns the index of the block above a provision that may be its
// heading, or -1.
func (r *reader) aboveAt(p int) int {
	i := r.chain[p].block - 1
	for i >= 0 && r.role[i] == note {
		i--
	}
	if i < 0 || p > 0 && i <= r.chain[p-1].block {
		return -1
	}
	if r.repeatsNumber(p) {
		return i
	}
	if !r.isHeadingLike(i) {
		return -1
	}
	if _, ok := r.groups[i]; ok || r.isRange(i) || isRepealed(r.words(i)) {
		return -1
	}
	if isExplain(r.words(i)) {
		return -1
	}
	return i
}

// repeatsNumber reports whether the block above a provision is a short line
// that begins with the same number: a heading that the text repeats.
func (r *reader) repeatsNumber(p int) bool {
	c := r.chain[p]
	if c.block == 0 || len(r.words(c.block-1)) > 250 || r.role[c.block-1] != text {
		return false
	}
	f, size, n := readForm(r.words(c.block-1), r.blocks[c.block-1].Start, nil)
	return size > 0 && f == c.form && n.compare(c.number) == 0
}

// findTitle finds the heading of one provision at the elected place.
func (r *reader) findTitle(p int, t titled, mode place) titled {
	c := r.chain[p]
	end := r.blocks[c.block].End
	rest := r.src.Text[t.body:end]
	switch {
	case mode == behind && r.isBehind(rest, t):
		t.end--
		t.title = r.trimmed(t.end)
	case mode == below && rest == "":
		if t.first < t.end && r.isHeadingLike(t.first) {
			t.title = r.heading(t.first)
			t.first++
		}
	case mode == inline && bracketTitle(rest) > 0:
		size := bracketTitle(rest)
		t.title = r.unbracketed(document.Span{Start: t.body, End: t.body + size})
		t.body = skipSigns(r.src.Text, t.body+size, end)
	case (mode == stressed || mode == inline && inlineTitle(rest) == 0) && r.runIn(c.block, t.body) > 0:
		r.splitTitle(&t, r.runIn(c.block, t.body), end)
	case mode == inline && rest != "":
		size := inlineTitle(rest)
		if first := sentenceTitle(rest); size == 0 || first > 0 && first < size && size-first < 20 && !strings.Contains(rest[first:size], "“") { // "Heading. Whoever,—"
			size = first
		}
		if size > 0 {
			r.splitTitle(&t, size, end)
		} else if t.first < t.end && isShortHeading(rest) && !endsSentence(rest) && !opensList(rest) {
			t.title, t.body = document.Span{Start: t.body, End: end}, end
		}
	case mode == inline && t.first < t.end:
		s := r.words(t.first)
		if size := inlineTitle(s); size > 0 || len(s) < 60 {
			at := r.blocks[t.first].Start
			if size == 0 {
				size = len(strings.TrimRight(s, " ._:—–-"))
			}
			t.title = document.Span{Start: at, End: at + size}
			t.body = skipSigns(r.src.Text, at+size, r.blocks[t.first].End)
			t.first++
		}
	case mode == beside && rest != "" && r.isLongHeading(rest, t):
		t.title, t.body = document.Span{Start: t.body, End: end}, end
		if t.first+1 < t.end && r.role[t.first] == text && startsLower(r.words(t.first)) && !endsSentence(r.words(t.first)) && len(r.words(t.first)) < 400 {
			t.title.End, t.body = r.trimmed(t.first).End, r.blocks[t.first].End
			t.first++
		}
	case mode == beside && rest != "" && r.isBeside(c, rest):
		if t.first < t.end || !endsSentence(rest) || isRepealed(rest) {
			t.title, t.body = document.Span{Start: t.body, End: end}, end
		}
	case mode == beside && rest == "" && t.first+1 < t.end && r.isHeadingLike(t.first) && r.stands(t.first):
		t.title = r.heading(t.first)
		t.first++
	}
	t.title.End -= len(r.src.Quote(t.title)) - len(strings.TrimRight(r.src.Quote(t.title), " *"))
	return t
}

// splitTitle takes the first size bytes of what stands behind the number, up to end, as
// the heading.
func (r *reader) splitTitle(t *titled, size, end int) {
	t.title = document.Span{Start: t.body, End: t.body + size}
	t.body = skipSigns(r.src.Text, t.body+size, end)
}

// takeAbove gives each provision the heading above it and takes it from the
// text of the provision before.
func (r *reader) takeAbove() {
	for p := range r.chain {
		i := r.aboveAt(p)
		if i < 0 {
			continue
		}
		if g, ok := r.groups[i-1]; ok && g.title.Empty() && r.stands(i) && strings.ToUpper(r.words(i)) == r.words(i) {
			continue
		}
		t := r.titles[p]
		t.above, t.title = i, r.titleAbove(p, i)
		r.titles[p] = t
		if p > 0 && r.titles[p-1].end > i {
			before := r.titles[p-1]
			before.end = i
			r.titles[p-1] = before
		}
	}
}

// titleAbove returns the heading in a block above a provision, without the
// number where the line above repeats it.
func (r *reader) titleAbove(p, i int) document.Span {
	title := r.heading(i)
	_, size, n := readForm(r.src.Quote(title), title.Start, nil)
	if size > 0 && n.compare(r.chain[p].number) == 0 {
		title.Start = skipSigns(r.src.Text, title.Start+size, title.End)
	}
	return title
}
