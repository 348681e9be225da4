package outline

import (
	"slices"
	"strings"
	"unicode"

	"lacuna/analyzer/document"
)

// How a new act inside a file is told from a list, a form or a page of contents.
const (
	fewestTitled  = 2   // provisions in a row below the title of an act
	fewestBare    = 3   // of them, where their numbers bear no word
	fewestPlain   = 4   // of them, where no title stands above
	inSchedule    = 10  // of them, in a schedule with the title of an act
	headingBytes  = 85  // no provisions are so short on average: they are headings
	contentsBytes = 110 // nor so short, where they do not end as sentences
	titleBytes    = 300 // a longer line is no title of an act
	titleWords    = 4   // the word for an act is among so many first words
	frontBlocks   = 60  // blocks between the title of an act and its first provision, contents aside
	widestGap     = 400 // so many other numbers stand between two provisions of a row: paragraphs and lists

	mostPlaces = 1000 // of a file are weighed as the beginning of an act: no honest file has more
	longestAct = 5000 // so many numbers before a place tell how the act before it is numbered
)

// Acts takes a file apart into the acts that it binds: where the numbers begin anew
// below the title of an act, or begin anew and run on although no chapter, schedule or
// transitional part says so. Each act is a source of its own with the blocks that
// are its own; all keep the text of the file, so that offsets stay those of the file. A
// file with one act is returned as it is.
func Acts(src *document.Source) []*document.Source { return begin(src).acts() }

// ReadActs finds the sections of each act that a file binds: what Read finds in each of
// Acts.
func ReadActs(src *document.Source) []*document.Document {
	r := begin(src)
	acts := r.acts()
	if len(acts) == 1 {
		return []*document.Document{r.read()}
	}
	docs := make([]*document.Document, len(acts))
	for i, act := range acts {
		docs[i] = Read(act)
	}
	return docs
}

func (r *reader) acts() []*document.Source {
	b := binding{reader: r}
	starts := b.starts()
	if len(starts) == 1 {
		return []*document.Source{r.doc.Source}
	}
	var out []*document.Source
	for i, from := range starts {
		to := len(r.blocks)
		if i+1 < len(starts) {
			to = starts[i+1]
		}
		out = append(out, r.act(from, to, i == 0, i+1 == len(starts)))
	}
	return out
}

// act is the source of the blocks from one index to another. What is known of the
// whole file only is kept with its first act, a broken end with its last.
func (r *reader) act(from, to int, first, last bool) *document.Source {
	s := *r.doc.Source
	start, end := r.blocks[from].Start, len(s.Text)
	if first {
		start = 0
	}
	if !last {
		end = r.blocks[to].Start
	}
	s.Blocks = within(s.Blocks, func(b document.Block) int { return b.Start }, start, end)
	page := func(n int) bool { return n < s.Page(start) || n > s.Page(max(start, end-1)) }
	s.EmptyPages = slices.DeleteFunc(slices.Clone(s.EmptyPages), page)
	s.Pictures = slices.DeleteFunc(slices.Clone(s.Pictures), page)
	s.Doubts = within(s.Doubts, func(d document.Span) int { return d.Start }, start, end)
	if !first {
		s.Title, s.Left, s.Warnings, s.Unread = r.actTitle(from), nil, nil, 0
	}
	s.Text, s.CutOff = s.Text[:end], s.CutOff && last
	s.Pages = slices.DeleteFunc(slices.Clone(s.Pages), func(at int) bool { return at >= end && !last })
	return &s
}

// within returns those of a list in the order of the text that begin in a range of
// bytes: a part of the list, which must not be written to.
func within[T any](list []T, begins func(T) int, start, end int) []T {
	at := func(place int) int {
		i, _ := slices.BinarySearchFunc(list, place, func(one T, place int) int { return begins(one) - place })
		return i
	}
	lo, hi := at(start), at(end)
	return list[lo:hi:hi]
}

// actTitle is the line in which an act that begins at a block names itself; empty
// where none does.
func (r *reader) actTitle(from int) string {
	for i := from; i < min(from+headLines, len(r.blocks)); i++ {
		if r.namesAct(i) {
			title := flat(strings.Trim(r.words(i), "#* "))
			if i > from && len(strings.Fields(title)) < titleWords-1 { // "MUTUAL ASSISTANCE | ACT 2002"
				title = flat(r.words(i-1)) + " " + title
			}
			return title
		}
	}
	return ""
}

// binding finds where the acts of a file begin.
type binding struct {
	*reader
	weighed int // places held against what stands before them
}

// starts lists the blocks at which acts begin, the first of the file among them.
func (b *binding) starts() []int {
	type place struct{ form, at, block int }
	var ones []place
	for f, list := range b.byForm {
		for i, c := range list {
			if (c.isFirst() || !forms[f].bare && c.isLeading()) && !b.quoted[c.block] {
				ones = append(ones, place{f, i, c.block})
			}
		}
	}
	slices.SortFunc(ones, func(x, y place) int { return x.block - y.block })
	starts := []int{0}
	for _, one := range ones {
		if b.weighed == mostPlaces {
			break
		}
		from := starts[len(starts)-1]
		if at := b.begins(from, one.form, one.at); at > from {
			starts = append(starts, at)
		}
	}
	if n := len(starts) - 1; n > 0 && b.isContents(b.before(starts[n], len(b.blocks)), len(b.blocks)) {
		starts = starts[:n]
	}
	return starts
}

// begins returns the block at which a new act begins whose first provision is a
// candidate, 0 where none does. from is where the act before it begins.
func (b *binding) begins(from, form, at int) int {
	list := b.byForm[form]
	first := list[at]
	head := b.above(from, first.block)
	if head.title < 0 && first.isLeading() {
		return 0
	}
	row := rowFrom(list[at:])
	if len(row) < fewestTitled {
		return 0
	}
	if forms[form].bare && (len(row) < fewestBare || head.title < 0) || head.title < 0 && len(row) < fewestPlain || head.aside {
		return 0
	}
	b.weighed++
	if head.title >= 0 && b.provides(b.before(from, first.block), head.title) {
		return 0
	}
	before := b.before(from, head.block)
	switch {
	case len(before) < fewestTitled || b.isContents(before, head.block):
		return 0
	case head.schedule && len(row) < inSchedule && len(row) <= len(before):
		return 0
	case first.isLeading() && (len(row) < fewestPlain || len(before[0].number.parts) > 2):
		return 0
	case before[0].form != form && b.goesOnAt(before, first.block):
		return 0
	case head.title < 0 && (before[0].form != form || head.goesOn || head.schedule && len(row) <= len(before) || b.resumes(before, row)):
		return 0
	case b.isContents(row, b.rowEnd(row)) && head.title < 0:
		return 0
	}
	return head.block
}

// isFirst reports whether a provision with the number 1 may begin here.
func (c candidate) isFirst() bool {
	return c.number.main() == 1 && len(c.number.parts) == 2 && c.to.parts == nil && !c.reread
}

// isLeading reports whether the number is the first of several levels: 111-1, 1.1.
func (c candidate) isLeading() bool {
	return len(c.number.parts) > 2 && c.number.parts[len(c.number.parts)-1] == 1 && c.to.parts == nil && !c.reread
}

// rowFrom returns the provisions that follow the first of a list number by number,
// up to the next that begins anew.
func rowFrom(list []candidate) []candidate {
	row := list[:1:1]
	gap := 0
	for _, c := range list[1:] {
		last := row[len(row)-1].last()
		gap++
		switch {
		case !forms[c.form].bare && c.isFirst(), gap > widestGap:
			return row
		case isNext(last, c.number), (len(row) > 1 || row[0].isLeading()) && soonAfter(last, c.number):
			row = append(row, c)
			gap = 0
		}
	}
	return row
}

// soonAfter reports whether a number follows another, or would if not more than two
// were missing.
func soonAfter(last, n number) bool { return n.main() > last.main() && n.main() <= last.main()+3 }

func (b *binding) rowEnd(row []candidate) int {
	return min(row[len(row)-1].block+1, len(b.blocks))
}

// before returns the best sequence of provisions between two blocks.
func (b *binding) before(from, to int) []candidate {
	var best []candidate
	most := 0.0
	for _, list := range b.byForm {
		lo, _ := b.find(list, from)
		hi, _ := b.find(list, to)
		if hi <= lo {
			continue
		}
		if chain, score := longest(list[max(lo, hi-longestAct):hi]); score > most {
			best, most = chain, score
		}
	}
	return best
}

// isContents reports whether a sequence that ends before a block has no text between
// its numbers, only headings: a page of contents.
func (b *binding) isContents(row []candidate, end int) bool {
	mean := (b.blocks[end-1].End - row[0].start) / len(row)
	sentences := 0
	for _, c := range row {
		if endsSentence(b.words(c.block)) {
			sentences++
		}
	}
	return mean < headingBytes || mean < contentsBytes && sentences*2 < len(row)
}

// resumes reports whether the sequence before a new row goes on behind its beginning
// with a number that the row does not hold: the row is a list or a quotation in it, or
// begins with a number that was misread.
func (b *binding) resumes(before, row []candidate) bool {
	last := before[len(before)-1].last()
	for _, c := range b.byForm[before[0].form] {
		if c.block > row[0].block && (isNext(last, c.number) || soonAfter(last, c.number)) && !c.reread {
			return !slices.ContainsFunc(row, func(own candidate) bool { return own.start == c.start })
		}
	}
	return false
}

// goesOnAt reports whether the next provision, behind a block, of the form of a sequence
// is the one that follows it.
func (b *binding) goesOnAt(before []candidate, block int) bool {
	list := b.byForm[before[0].form]
	at, _ := b.find(list, block+1)
	return at < len(list) && isNext(before[len(before)-1].last(), list[at].number)
}

// front is what stands between the text of one act and the first provision of the next.
type front struct {
	block    int  // index of the block at which the new act begins
	title    int  // of the line that names it; -1 where none does
	schedule bool // a schedule's heading stands above
	aside    bool // a heading of transitional or final provisions stands above
	goesOn   bool // a chapter's heading stands above whose number is not the first
}

// above reads the headings above a candidate upwards, as far as the title of an act.
func (b *binding) above(from, first int) front {
	h := front{block: first, title: -1}
	joined := true // nothing but headings stands between
	for i := first - 1; i > from && first-i < frontBlocks; i-- {
		g, grouped := b.readGroup(i)
		headed := b.isHeadingLike(i)
		switch {
		case h.title >= 0:
			if !headed || !b.stands(i) || grouped && g.kind != document.Schedule {
				return h
			}
			h.block, h.schedule = i, h.schedule || grouped
		case b.namesAct(i):
			h.title, h.block = i, i
		case b.inProvision(i):
			return h
		case grouped && joined:
			h.schedule = h.schedule || g.kind == document.Schedule
			h.goesOn = h.goesOn || g.kind != document.Schedule && g.number != "" && groupValue(g.number) != 1
			h.block = i
		case headed && startsWithAny(opening(b.words(i)), asideWords):
			h.aside = true
			return h
		case headed && joined:
			h.block = i
		default:
			joined = false
		}
	}
	return h
}

// inProvision reports whether a block begins a provision with a word before its
// number, and is no line of contents: text follows, on the line or below it.
func (b *binding) inProvision(i int) bool {
	for f, list := range b.byForm {
		if forms[f].bare {
			continue
		}
		at, found := b.find(list, i)
		if found && (b.blocks[i].End-list[at].end > contentsBytes || at+1 == len(list) || list[at+1].block > i+1) {
			return true
		}
	}
	return false
}

// provides reports whether a sequence goes on behind a block with provisions that are
// no lines of contents: what stands above them as a title is none of what follows.
func (b *binding) provides(row []candidate, behind int) bool {
	for i, c := range row {
		if c.block > behind && (b.blocks[c.block].End-c.end > contentsBytes || i+1 == len(row) || row[i+1].block > c.block+1) {
			return true
		}
	}
	return false
}

// find returns the index of the candidate at a block, or of the first behind it.
func (b *binding) find(list []candidate, block int) (int, bool) {
	return slices.BinarySearchFunc(list, block, func(c candidate, block int) int { return c.block - block })
}

// asideWords open parts that number their provisions anew behind the body of a law.
var asideWords = []string{"transitional", "transitory", "final provision", "saving", "dispositions transitoires", "dispositions finales", "disposiciones", "disposición", "transitori", "artículos transitorios",
	"disposições", "disposizioni", "übergangs", "schluss", "переходн", "заключительн", "прикінцеві", "перехідні", "преходни", "أحكام انتقالية", "أحكام ختامية", "geçici", "form", "formulaire", "formulario", "formblatt", "приложение", "نموذج"}

// namesAct reports whether a block is a line in which an act names itself: a heading
// with a word for an act among its first or at its end.
func (r *reader) namesAct(i int) bool {
	s := strings.Trim(withoutNotes(r.words(i)), " *#_\u00a0")
	if s == "" || len(s) > titleBytes || r.role[i] != text || r.quoted[i] || startsLower(s) || r.blocks[i].Kind == document.TableRow {
		return false
	}
	_, marked := readMark(s)
	_, size, _ := readForm(s, 0, nil)
	_, grouped := r.readGroup(i)
	if marked || size > 0 || grouped || endsSentence(s) && s != strings.ToUpper(s) || strings.ContainsRune(";:,", lastRune(s)) {
		return false
	}
	words := strings.FieldsFunc(s, func(c rune) bool { return !unicode.IsLetter(c) && !unicode.IsMark(c) && c != '-' })
	for k, w := range words {
		last := k == len(words)-1
		if (k < titleWords || last) && actWords[fold(w)] && (k < 2 || !startsLower(w)) {
			return k == 0 || last || r.stands(i) || k == 1 && strings.IndexFunc(s, unicode.IsDigit) >= 0
		}
	}
	return false
}

// actWords are the words for a law as a whole, in small letters.
var actWords = wordSet(`act law code ordinance decree statute proclamation edict
loi code décret ordonnance dahir arrêté ley código codigo decreto lei legge codice
gesetz strafgesetzbuch gesetzbuch verordnung bundesgesetz landesgesetz strafgesetz закон кодекс указ постановление закону законъ
قانون القانون مرسوم المرسوم ظهير نظام النظام مدونة المجلة مجلة kanun kanunu yasa akta undang-undang wet wetboek lov lag loven lagen ustawa kodeks zakon zakonik lege legea codul cod törvény sheria itegeko`)

func wordSet(list string) map[string]bool {
	set := map[string]bool{}
	for _, w := range strings.Fields(list) {
		set[fold(w)] = true
	}
	return set
}
