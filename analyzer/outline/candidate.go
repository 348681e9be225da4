package outline

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"lacuna/analyzer/document"
)

// span is a range of numbers under one heading.
type span struct {
	block    int
	from, to number
	repealed bool   // it says that they are repealed, rather than not used
	inside   bool   // it is a remark inside a provision
	remark   string // what is said of them in brackets, where it is neither
}

// rangeWeight is the weight of a range under one heading, which helps to
// bridge its hole and is no provision.
const rangeWeight = .2

// manyInserted is from how many on articles are hardly ever inserted behind one.
const manyInserted = 20

// candidate is a place where a provision may begin.
type candidate struct {
	block  int // index of its block
	form   int
	start  int // offset of its mark
	end    int // offset behind its number
	number number
	to     number // the other end, where one heading repeals or leaves out a range
	weight float64
	reread bool // the number is a second reading of the same place
	repeat bool // the same number stands before it in the chain
}

// last returns the number behind which the next one follows.
func (c candidate) last() number {
	if c.to.parts != nil {
		return c.to
	}
	return c.number
}

// asRange returns the candidate as a range under one heading. A range may begin
// with the number of an article that stands before it.
func (c candidate) asRange(from, to number) candidate {
	c.number, c.to, c.weight = from, to, rangeWeight
	return c
}

// candidates lists the places where a provision of each form may begin, in
// reading order, and the ranges that one heading repeals.
func (r *reader) candidates() (byForm [][]candidate, ranges []span) {
	byForm = make([][]candidate, len(forms))
	for i := range r.blocks {
		if r.role[i] == note {
			ranges = append(ranges, r.absentIn(i)...)
		}
		if r.role[i] != text || r.blocks[i].Kind == document.TableRow {
			continue
		}
		start := r.blocks[i].Start + r.noise(i)
		s := r.src.Text[start:r.blocks[i].End]
		f, size, n := readForm(s, start, r.raised(i))
		if size == 0 || forms[f].kind == document.Sect && misread(s[:size]) || len(n.parts) > 2 && len(r.src.Pictures) > 0 {
			if c, ok := scanned(s, start); ok {
				c.block = i
				byForm[c.form] = append(byForm[c.form], c)
			}
		}
		if size == 0 {
			ranges = append(ranges, r.absentIn(i)...)
			continue
		}
		switch torn := r.torn[r.blocks[i].Start]; {
		case latin[torn] > 0:
			n.add(" "+torn, latin[torn], 0)
		case torn != "" && torn[0] <= '9':
			v, _ := digits(torn, 0, nil)
			n.add(" "+torn, v, 0)
		case torn != "":
			n.add("-"+torn, int(torn[0]-'A')+1, 0)
			size++
		}
		c := candidate{block: i, form: f, start: start, end: start + size, number: n}
		if to, rest, ok := rangeEnd(s[size:], start+size, n, forms[f], r.raised(i)); ok {
			g := span{block: i, from: n, to: to, repealed: rest == "" || isRepealed(rest)}
			if !g.repealed && !isAbsent(rest) {
				g.remark = rest
			}
			ranges = append(ranges, g)
			byForm[f] = append(byForm[f], c.asRange(n, to), c.asRange(number{strconv.Itoa(n.main() + 1), []int{n.parts[0], n.main() + 1}}, to))
			continue
		}
		if isAbsent(s[size:]) {
			ranges = append(ranges, span{block: i, from: n, to: n})
			continue
		}
		ranges = append(ranges, r.absentIn(i)...)
		if c.weight = r.believe(c, s[size:]); c.weight > 0 {
			byForm[f] = append(byForm[f], r.rereadings(c, s)...)
			byForm[f] = append(byForm[f], c)
		}
	}
	for f := range byForm {
		countThousands(byForm[f])
		byForm[f] = r.numberByChapter(r.withoutQuoted(byForm[f]))
		r.weighBodies(byForm[f])
	}
	return byForm, ranges
}

// noise returns the length of what stands before a mark and is none of its
// own: brackets of an insertion, the number of a footnote, stars, quotes.
func (r *reader) noise(i int) int {
	s := r.words(i)
	size := tagBefore(s)
	for size < len(s) {
		rest := s[size:]
		switch c := rest[0]; {
		case c == ' ' || c == '*' || c == '[' || c == '#' || c == '_' || c == '\t':
			size++
		case c == '"' && len(rest) > 1 && rest[1] >= '0' && rest[1] <= '9':
			size++
		case strings.HasPrefix(rest, "\u00a0"), strings.HasPrefix(rest, "«"):
			size += 2
		case strings.HasPrefix(rest, "“"), strings.HasPrefix(rest, "\ufeff"), strings.HasPrefix(rest, "†"):
			size += 3
		default:
			skip := r.footnoteMark(i, size)
			if skip == 0 {
				return size
			}
			size += skip
		}
	}
	return size
}

// tagBefore returns the length of a bracket of capitals before a section sign,
// as "(XXXX) §§ 12 and 13".
func tagBefore(s string) int {
	if at := strings.Index(s[:min(len(s), 12)], ") §"); at > 0 && s[0] == '(' && strings.ToUpper(s[:at]) == s[:at] {
		return at + 2
	}
	return 0
}

// footnoteMark returns the length of the number of a footnote at an offset in
// a block: a raised figure, or figures with a bracket right behind them.
func (r *reader) footnoteMark(i, at int) int {
	b := r.blocks[i]
	for _, p := range b.Raised {
		if p.Start == b.Start+at && p.End < b.End {
			return p.End - p.Start
		}
	}
	s := r.words(i)[at:]
	if _, size := superscript(s); size > 0 {
		return size
	}
	n := 0
	for n < len(s) && n < 4 && s[n] >= '0' && s[n] <= '9' {
		n++
	}
	if n > 0 && n < len(s) && s[n] == '[' {
		return n + 1
	}
	return 0
}

// raised returns the test whether an offset lies in a superscript of a block.
func (r *reader) raised(i int) func(int) bool {
	spans := r.blocks[i].Raised
	if len(spans) == 0 {
		return nil
	}
	return func(at int) bool {
		for _, p := range spans {
			if p.Start <= at && at < p.End {
				return true
			}
		}
		return false
	}
}

// believe says how likely a provision begins here by what follows the number:
// 0 is impossible, 1 is sure.
func (r *reader) believe(c candidate, after string) float64 {
	weight := forms[c.form].belief
	trimmed := strings.TrimLeft(after, ". \u00a0\t")
	if trimmed == "" {
		if forms[c.form].bare {
			return .5 * weight
		}
		return weight
	}
	marked := r.blocks[c.block].Kind == document.Heading
	first, _ := utf8.DecodeRuneInString(strings.TrimLeft(trimmed, "-–—_:([“\"'«„*¨)] \u00a0"))
	if marked && !forms[c.form].bare {
		return weight + .2
	}
	stop := len(after) - len(trimmed)
	signed := stop > 0 && after[0] == '.' || strings.HasPrefix(trimmed, "।") || strings.HasPrefix(trimmed, "။") || strings.HasPrefix(trimmed, "۔") || strings.IndexByte(":-", trimmed[0]) >= 0 || strings.HasPrefix(trimmed, "—") || strings.HasPrefix(trimmed, "–")
	switch {
	case len(r.src.Pictures) > 0 && !forms[c.form].bare && strings.Trim(trimmed, ",; ") == "": // a colon or a stop, read as another sign
		return .8 * weight
	case trimmed[0] == ',' && len(r.src.Pictures) > 0 && !forms[c.form].bare && unicode.IsUpper(firstRune(strings.TrimLeft(trimmed, ", "))): // a stop, read as a comma
		return .6 * weight
	case trimmed[0] == ',' || trimmed[0] == ';' || trimmed[0] == ')' && forms[c.form].bare || trimmed[0] == '/' || trimmed[0] == '%':
		return 0
	case isLower(first) && marked:
		return .4 * weight
	case isLower(first) && !forms[c.form].bare && isRepealedAlone(trimmed):
		return .6 * weight
	case isLower(first) && !(signed && !forms[c.form].bare):
		return 0
	case isLower(first):
		return .4 * weight
	case forms[c.form].bare && stop == 0 && !signed && trimmed[0] != '[' && trimmed[0] != '(':
		if len(leadingWord(trimmed)) > 1 && unicode.IsUpper(first) && isLower(firstRune(trimmed[utf8.RuneLen(first):])) { // "1Taking a boat"
			return .6 * weight
		}
		return 0
	case trimmed[0] == '(' && stop == 0 && !forms[c.form].bare:
		return .4 * weight
	case forms[c.form].bare && trimmed[0] >= '0' && trimmed[0] <= '9':
		return .3 * weight
	}
	if !signed && !forms[c.form].bare && len(trimmed) > 160 {
		return .6 * weight
	}
	return weight
}

// rereadings lists what else a number may be where the print is known to spoil
// it: a footnote's figure stuck before it, or raised figures that are a note.
func (r *reader) rereadings(c candidate, s string) []candidate {
	var out []candidate
	if forms[c.form].bare && len(c.number.text) > 3 && len(c.number.parts) <= 3 && c.number.main() > 999 && c.number.main() < 100000 {
		for cut := 1; cut <= 2 && cut < len(s); cut++ {
			f, size, n := readForm(s[cut:], c.start+cut, nil)
			if f != c.form || size == 0 || n.main() == 0 || s[cut] == '0' {
				continue
			}
			o := c
			o.number, o.start, o.weight, o.reread = n, c.start+cut, c.weight*.7, true
			out = append(out, o)
		}
	}
	if len(r.src.Pictures) > 0 {
		for _, n := range c.number.misreadings() {
			o := c
			o.number, o.weight, o.reread = n, c.weight*.7, true
			out = append(out, o)
		}
	}
	if from, to, ok := c.number.ends(); ok {
		o := c.asRange(from, to)
		o.reread = true
		out = append(out, o)
	}
	if n, ok := c.number.reversed(); ok && unicode.Is(unicode.Arabic, firstRune(s)) {
		o := c
		o.number, o.weight, o.reread = n, c.weight*.9, true
		out = append(out, o)
	}
	if k := len(c.number.parts); k > 2 && strings.LastIndexByte(c.number.text, '.') > 0 && len(r.blocks[c.block].Raised) > 0 {
		o := c
		o.number = number{c.number.text[:strings.LastIndexByte(c.number.text, '.')], c.number.parts[:k-1]}
		o.weight, o.reread = c.weight*.9, true
		if c.number.parts[k-1] >= manyInserted { // a footnote rather than an inserted article
			o.weight = c.weight * 1.2
		}
		out = append(out, o)
	}
	return out
}

// weighBodies lowers the weight of candidates with next to nothing between
// them and the next: lines of a table of contents weigh less than articles.
func (r *reader) weighBodies(list []candidate) {
	const full = 240
	next := len(r.src.Text)
	for i := len(list) - 1; i >= 0; i-- {
		body := next - list[i].start
		if body < full {
			list[i].weight *= .6 + .4*float64(body)/full
		}
		if i > 0 && list[i-1].block != list[i].block {
			next = list[i].start
		}
	}
}

// absentIn reads remarks inside a block that numbers are not used: "[There are
// no sections 13 to 16.]".
func (r *reader) absentIn(i int) []span {
	s := r.words(i)
	var out []span
	for _, w := range absentWords[:2] {
		for at := strings.Index(s, w[1:]); at >= 0; at = strings.Index(s, w[1:]) {
			s = s[at+len(w)-1:]
			figures := strings.IndexAny(s[:min(len(s), 16)], "0123456789")
			if figures < 0 {
				continue
			}
			n, size := readNumber(s[figures:], 0, numberStyle{upper: true})
			to, _, ok := otherEnd(s[figures+size:], 0, n, forms[formBare], nil)
			if !ok {
				to = n
			}
			out = append(out, span{block: i, from: n, to: to, inside: true})
		}
	}
	return out
}

// joiners connect the two ends of a range of numbers.
var joiners = []string{"–", "—", "−", "-", "to ", "and ", "until ", "through ", "bis ", "und ", "à ", "et ", "a ", "y ", "e ", "ao ", "al ", "до ", "и ", "по ", "та ", "إلى ", "و", "ve ", "i ", "do ", "tot ", "til ", "till ", "līdz ", "iki ", "έως "}

// rangeEnd reads the other end of a range, "–60. (Deleted)", "to 15.
// Repealed", "bis 119 (weggefallen)", and what is said of it, and reports
// whether it is one.
func rangeEnd(s string, base int, from number, f form, raised func(int) bool) (to number, rest string, ok bool) {
	to, rest, ok = otherEnd(s, base, from, f, raised)
	rest = strings.Trim(rest, " .:—–-")
	return to, rest, ok && len(rest) < 200 && (isRepealed(rest) || isAbsent(rest) || rest == "" || rest[0] == '[' && closing(rest) == len(rest)-1)
}

// otherEnd reads a joiner and a greater number, and returns what follows.
func otherEnd(s string, base int, from number, f form, raised func(int) bool) (to number, rest string, ok bool) {
	t := strings.TrimLeft(s, " \u00a0.ºo")
	for _, j := range joiners {
		if len(t) < len(j) || !strings.EqualFold(t[:len(j)], j) {
			continue
		}
		t := strings.TrimLeft(t[len(j):], " §\u00a0")
		if word := leadingWord(t); len(word) > 1 && !f.bare { // Art. 181. à Art. 192
			if _, again := articleWords[fold(word)]; again {
				t = strings.TrimLeft(t[len(word):], ". \u00a0")
			}
		}
		n, size := readNumber(t, base+len(s)-len(t), numberStyle{upper: f.upper, raised: raised})
		if size == 0 {
			continue
		}
		if raised != nil && len(n.parts) > len(from.parts) { // the figure of a footnote
			n = number{strconv.Itoa(n.main()), n.parts[:2]}
		}
		if n.compare(from) > 0 && n.main()-from.main() <= 400 {
			return n, t[size:], true
		}
	}
	return number{}, "", false
}
