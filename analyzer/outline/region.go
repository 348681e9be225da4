package outline

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"lacuna/analyzer/document"
	"lacuna/analyzer/message"
)

const (
	longHole      = 8    // numbers in a row that no law repeals without a word, where they are
	longHoleShare = 8    // also so many per cent of the provisions
	mostHoleShare = 50   // a longer leap is the numbering's own
	onlyHole      = 6    // numbers in a row that are doubtful where no others are missing
	longText      = 40   // provisions from which an only hole tells something
	stopShare     = 85   // per cent of provisions that must end with a stop for one that does not to be broken off
	cutLine       = 25   // bytes; a shorter last line may be a heading or a signature
	longHeading   = 120  // bytes
	besides       = 2    // provisions on each side of a damage whose headings tell its subject
	aroundBytes   = 160  // of a provision without a heading
	pictured      = 3000 // bytes of text that a page in a picture may stand for
)

// regions lists the damage of the text in reading order. A hole in the numbering
// is damage only where something else tells of missing text: laws have true holes.
func (r *reader) regions(holes []hole) []document.Region {
	if len(r.chain) == 0 {
		return nil
	}
	r.stops = r.usesStops()
	var out []document.Region
	numbered := 0 // holes that are more than a number with a letter behind it
	for _, h := range holes {
		if len(h.numbers) > 0 {
			numbered++
		}
	}
	for _, h := range holes {
		if region, ok := r.missing(h, numbered == 1); ok {
			out = append(out, region)
		}
	}
	out = append(out, r.emptyInside()...)
	out = append(out, r.lostInside(out)...)
	out = append(out, r.doubtful()...)
	out = append(out, r.anew()...)
	if region, ok := r.brokenEnd(holes); ok {
		out = append(out, region)
	}
	slices.SortStableFunc(out, func(a, b document.Region) int { return a.Start - b.Start })
	return out
}

// missing makes a region of a hole, if something beside the numbers tells of
// missing text: a table of contents, a page without text, a sentence broken off,
// a page or a chapter whose number is left out, or the mere length of the hole.
func (r *reader) missing(h hole, only bool) (document.Region, bool) {
	if h.base != "" && !slices.Contains(h.numbers, h.base) {
		h.numbers = append(slices.Clone(h.numbers), h.base)
	}
	end := h.before == len(r.chain)
	region := document.Region{Damage: document.Missing, Provisions: h.numbers, Promised: h.promised, Start: len(r.src.Text), End: len(r.src.Text)}
	if !end {
		region.Start = r.chain[h.before].start
		region.End = region.Start
	}
	from, to := r.pagesAround(h.before)
	var why []message.Message
	if empty := between2(r.src.EmptyPages, from, to); len(empty) > 0 {
		region.Pages = empty
		why = append(why, message.Say("why-pages", "pages", pages(empty)))
	}
	if len(h.promised) > 0 {
		why = append(why, announces(h.promised))
	}
	if h.before > 0 && !end && r.brokenOff(h.before-1) {
		why = append(why, message.Say("why-broken", "provisions", r.cited(r.chain[h.before-1].number.text)))
	}
	if !end && r.groupLeftOut(h.before) {
		why = append(why, message.Say("why-chapter"))
	}
	if lost := r.lostPages(from, to-1); lost != "" {
		why = append(why, message.Say("why-printed", "lost", lost))
	}
	switch n := len(h.numbers); {
	case r.leaps(h.before), n*100 > mostHoleShare*len(r.chain):
	case n >= longHole && n*100 >= longHoleShare*len(r.chain):
		why = append(why, message.Say("why-row", "n", strconv.Itoa(n)))
	case only && n >= onlyHole && len(r.chain) >= longText:
		why = append(why, message.Say("why-row-only", "n", strconv.Itoa(n)))
	}
	if len(why) == 0 {
		return region, false
	}
	if from > 0 && region.Pages == nil {
		region.Pages = slices.Compact([]int{from, to})
	}
	region.Chapter, region.Around = r.around(h.before)
	region.Note.Message = r.missingAt(h).With(why...)
	return region, true
}

// missingAt says between which provisions a hole lies and what is missing in it.
func (r *reader) missingAt(h hole) message.Message {
	page := ""
	if from, to := r.pagesAround(h.before); to > from && from > 0 {
		page = fmt.Sprintf("%d-%d", from, to)
	} else if from > 0 {
		page = strconv.Itoa(from)
	}
	code, args := "missing-between", []string{"onpage", page, "provisions", r.cited(h.numbers...)}
	if h.before == len(r.chain) {
		code = "missing-after"
	} else {
		args = append(args, "last", r.cited(r.chain[h.before].number.text))
	}
	if h.before == 0 {
		code = "missing-before"
	} else {
		args = append(args, "first", r.cited(r.chain[h.before-1].number.text))
	}
	return message.Say(code, args...)
}

// pagesAround returns the pages on which the provisions before and behind a place
// of the chain begin; 0 where there are none. What follows a lost page seems to
// belong to the provision before it.
func (r *reader) pagesAround(before int) (from, to int) {
	from = 1
	if before > 0 {
		from = r.src.Page(r.chain[before-1].start)
	}
	to = len(r.src.Pages)
	if before < len(r.chain) {
		to = r.src.Page(r.chain[before].start)
	}
	if len(r.src.Pages) == 0 || to < from {
		return 0, 0
	}
	return from, to
}

// between2 lists the pages that lie between two, both included.
func between2(numbers []int, from, to int) []int {
	var out []int
	for _, n := range numbers {
		if from <= n && n <= to {
			out = append(out, n)
		}
	}
	return out
}

// lastBlock returns the index of the last block of a provision's own text, -1
// where it has none.
func (r *reader) lastBlock(p int) int {
	end := r.titles[p].end
	if p+1 < len(r.chain) {
		if above := r.titles[p+1].above; above >= 0 {
			end = min(end, above)
		}
	}
	for i := end - 1; i >= r.chain[p].block; i-- {
		if r.role[i] == text && r.blocks[i].Kind != document.TableRow && (i == r.chain[p].block || !r.shortHeading(i) || endsSentence(r.words(i))) {
			return i
		}
	}
	return -1
}

// shortHeading reports whether a block can be a heading, and is no longer than most are.
func (r *reader) shortHeading(i int) bool {
	return r.isHeadingLike(i) && len(r.words(i)) < longHeading
}

// usesStops reports whether the text ends its provisions with stops, so that
// one that does not was broken off. The last one may be.
func (r *reader) usesStops() bool {
	all, stopped := 0, 0
	for p := range r.chain[:len(r.chain)-1] {
		if i := r.lastBlock(p); i >= 0 {
			all++
			if !r.opens(i) {
				stopped++
			}
		}
	}
	return stopped*100 >= stopShare*max(1, all)
}

// opens reports whether a block ends in the middle of a sentence: with a letter or
// a comma, behind more than a few words.
func (r *reader) opens(i int) bool {
	s := strings.TrimRight(withoutNotes(r.words(i)), " \u00a0*_")
	return len(s) >= cutLine && (unicode.IsLetter(lastRune(s)) || lastRune(s) == ',')
}

// brokenOff reports whether a provision ends in the middle of a sentence, in a
// text that ends its provisions with stops.
func (r *reader) brokenOff(p int) bool {
	i := r.lastBlock(p)
	return r.stops && i >= 0 && r.opens(i)
}

// groupLeftOut reports whether a chapter's number is left out between two
// provisions: the first stands in Chapter 8, the second in Chapter 10. Divisions
// below a chapter are repealed too often to tell.
func (r *reader) groupLeftOut(before int) bool {
	all := r.doc.Provisions()
	if before == 0 || before >= len(all) {
		return false
	}
	a, b := chapters(all[before-1]), chapters(all[before])
	for i := 0; i < len(a) && i < len(b); i++ {
		if a[i] != b[i] {
			m, n := groupValue(a[i].Number), groupValue(b[i].Number)
			return a[i].Kind == b[i].Kind && a[i].Kind != document.Division && m > 0 && n > m+1
		}
	}
	return false
}

// leaps reports whether a chapter's numbers begin anew at a hundred, so that
// those before it were never used.
func (r *reader) leaps(before int) bool {
	return before < len(r.chain) && r.chain[before].number.main() >= 100 && r.chain[before].number.main()%100 <= 1
}

// chapters lists the groups that hold a provision, the widest first.
func chapters(s *document.Section) []*document.Section {
	var out []*document.Section
	for n := s.Parent; n != nil && n.Kind != document.Root; n = n.Parent {
		out = append([]*document.Section{n}, out...)
	}
	return out
}

// groupValue reads the number of a chapter; 0 where it is none that counts.
func groupValue(n string) int {
	lower := strings.ToLower(n)
	if v := ordinals[lower]; v > 0 {
		return v
	}
	if v := romanValue(lower); v > 0 {
		return v
	}
	v, size := digits(n+" ", 0, nil)
	if size == len(n) {
		return v
	}
	return 0
}

// around returns the headings of the chapter at a place of the chain, and the
// spans beside it that tell what may have stood there.
func (r *reader) around(before int) (path []string, spans []document.Span) {
	all := r.doc.Provisions()
	for p := max(0, before-besides); p < min(len(all), before+besides); p++ {
		if p == before-1 || p == before {
			for _, g := range chapters(all[p]) {
				if !slices.Contains(spans, g.Title) {
					spans = append(spans, g.Title)
				}
			}
			if path == nil || p < before {
				path = r.doc.Path(all[p])
			}
		}
		spans = append(spans, r.subject(all[p]))
	}
	return path, spans
}

// subject is the heading of a provision or, where it has none, its first words.
func (r *reader) subject(s *document.Section) document.Span {
	if !s.Title.Empty() {
		return s.Title
	}
	return document.Span{Start: s.Span.Start, End: min(s.Span.End, s.Span.Start+aroundBytes)}
}

// emptyInside makes regions of pages without text in the middle of a sentence:
// where the sentence before them ended, they were blank.
func (r *reader) emptyInside() []document.Region {
	var out []document.Region
	for _, page := range r.src.EmptyPages {
		i := slices.IndexFunc(r.blocks, func(b document.Block) bool { return b.Page > page })
		if i <= 0 || r.blocks[i-1].Start < r.chain[0].start || i >= r.end || !r.opens(i-1) || r.shortHeading(i-1) || startsLower(r.words(i)) {
			continue
		}
		p := r.holder(r.blocks[i-1].Start)
		region := r.within(p, document.EmptyPages, r.blocks[i-1].Span)
		region.Pages = []int{page}
		region.Note.Message = message.Say("page-inside", "page", strconv.Itoa(page), "provisions", r.cited(r.chain[p].number.text))
		out = append(out, region)
	}
	return out
}

// lostInside makes regions of pages whose printed numbers are left out where no
// provision's number is: inside one.
func (r *reader) lostInside(found []document.Region) []document.Region {
	var out []document.Region
	for page := 1; page < len(r.src.Pages); page++ {
		lost := r.lostPages(page, page)
		i := slices.IndexFunc(r.blocks, func(b document.Block) bool { return b.Page > page })
		known := slices.ContainsFunc(found, func(f document.Region) bool { return slices.Contains(f.Pages, page) })
		if lost == "" || known || i <= 0 || r.blocks[i-1].Start < r.chain[0].start || i >= r.end {
			continue
		}
		p := r.holder(r.blocks[i-1].Start)
		region := r.within(p, document.EmptyPages, r.blocks[i-1].Span)
		region.Note.Message = message.Say("lost-inside", "lost", lost, "page", strconv.Itoa(page), "provisions", r.cited(r.chain[p].number.text))
		out = append(out, region)
	}
	return out
}

// holder returns the index of the provision that holds an offset.
func (r *reader) holder(at int) int {
	p := 0
	for p+1 < len(r.chain) && r.chain[p+1].start <= at {
		p++
	}
	return p
}

// within makes a region of a stretch inside one provision. Its own heading tells
// what it could have held; without one, its chapter and its neighbours.
func (r *reader) within(p int, damage document.Damage, s document.Span) document.Region {
	region := document.Region{Damage: damage, Provisions: []string{r.chain[p].number.text}, Start: s.Start, End: s.End}
	region.Chapter, region.Around = r.around(p)
	if all := r.doc.Provisions(); p < len(all) && !all[p].Title.Empty() && badness(r.src.Quote(all[p].Title)) == 0 {
		region.Promised = []document.Promise{{Number: all[p].Number, Heading: flat(r.src.Quote(all[p].Title))}}
	}
	if n := r.src.Page(s.Start); n > 0 {
		region.Pages = []int{n}
	}
	return region
}

// brokenEnd makes a region of the end of a file that says that it breaks off, or that
// stops in the middle of a sentence, unless a table of contents tells what is missing.
func (r *reader) brokenEnd(holes []hole) (document.Region, bool) {
	last := len(r.chain) - 1
	i := r.lastBlock(last)
	if n := len(holes); n > 0 && holes[n-1].before == len(r.chain) {
		return document.Region{}, false
	}
	switch {
	case r.stops && i >= 0 && i == len(r.blocks)-1 && r.opens(i) && !r.shortHeading(i):
		return r.brokenIn(last, i, "broken-sentence"), true
	case r.src.Unread*pictured > len(r.src.Text):
		return r.brokenIn(last, len(r.blocks)-1, "broken-pictures"), true
	case r.src.CutOff:
		return r.brokenIn(last, len(r.blocks)-1, "broken-file"), true
	}
	return document.Region{}, false
}

// brokenIn is the region of a provision and a block in which a text breaks off; code
// says how.
func (r *reader) brokenIn(p, block int, code string) document.Region {
	region := r.within(p, document.BrokenOff, r.blocks[block].Span)
	region.Promised, region.Open = nil, true
	region.Note.Message = message.Say(code, "provisions", r.cited(r.chain[p].number.text), "onpage", r.onPage(block))
	return region
}

// announces names up to three announced headings.
func announces(list []document.Promise) message.Message {
	var out []string
	for _, p := range list[:min(3, len(list))] {
		out = append(out, strings.TrimSpace(p.Number+" “"+p.Heading+"”"))
	}
	words := strings.Join(out, ", ")
	if more := len(list) - len(out); more > 0 {
		return message.Say("why-announced-more", "words", words, "n", strconv.Itoa(more))
	}
	return message.Say("why-announced", "words", words)
}
