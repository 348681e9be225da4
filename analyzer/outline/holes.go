package outline

import (
	"slices"
	"strconv"
	"strings"

	"lacuna/analyzer/document"
)

const (
	contentsAhead = 100 // a table of contents is believed over such leaps of its numbers
	maxHoles      = 400 // so many missing numbers are listed at most
)

// hole is a run of numbers that the sequence of provisions leaves out.
type hole struct {
	before   int                // index in the chain of the provision behind it; the chain's length at the end
	numbers  []string           // those missing, in order
	base     string             // 73 where 73A follows 72: missing as well, if there is damage; else mostly repealed
	promised []document.Promise // what a table of contents announces for them
}

// holes lists the numbers that are missing between provisions, and those that a
// table of contents announces and the text does not have.
func (r *reader) holes() []hole {
	var out []hole
	missing, compound, have := 0, r.isCompound(), r.numbers()
	var last number
	for p, c := range r.chain {
		if c.repeat {
			continue
		}
		if last.parts != nil && missing < maxHoles {
			numbers := slices.DeleteFunc(between(last, c.number, compound), func(n string) bool { return have[n] || r.inRange(n) })
			missing += len(numbers)
			base := strconv.Itoa(c.number.main())
			if len(c.number.parts) < 3 || compound || c.number.main() <= last.main() || have[base] || r.inRange(base) {
				base = ""
			}
			if len(numbers) > 0 || base != "" {
				out = append(out, hole{before: p, numbers: numbers, base: base})
			}
		}
		last = c.number
	}
	return r.announce(out)
}

// numbers is the set of the numbers that provisions have.
func (r *reader) numbers() map[string]bool {
	have := map[string]bool{}
	for _, c := range r.chain {
		have[c.number.text] = true
	}
	return have
}

// announce gives holes what a table of contents announces for them, and adds
// those that it alone tells of. It is believed where it lists at least half of
// the provisions.
func (r *reader) announce(holes []hole) []hole {
	have := r.numbers()
	shared, reach := 0, 0
	if n := len(r.chain); n > 0 {
		reach = r.chain[n-1].number.main()
	}
	var absent []announced
	seen, compound := map[string]bool{}, r.isCompound()
	lines, times := r.announced(), map[string]int{}
	for _, a := range lines {
		times[a.number.text]++
	}
	for _, a := range lines {
		switch text := a.number.text; {
		case seen[text]:
		case have[text]:
			shared++
		case len(a.number.parts) > 2 && len(r.src.Pictures) > 0: // a figure that a scanner took for a letter, as often as not
		case times[text] > 1: // a section of another law, such as the one that brings the code into force
		case compound && len(a.number.parts) < 3: // of the act that brings the code
		case a.number.main() <= reach+contentsAhead && !r.inRange(text) && !isRepealed(a.heading):
			reach = max(reach, a.number.main())
			absent = append(absent, a)
		}
		seen[a.number.text] = true
	}
	if shared*2 < len(r.chain) || shared == 0 || len(absent) > maxHoles {
		return holes
	}
	for _, a := range absent {
		holes = r.promise(holes, a)
	}
	return holes
}

// promise puts what is announced into the hole at its place.
func (r *reader) promise(holes []hole, a announced) []hole {
	before := 0
	for p, c := range r.chain {
		if !c.repeat && c.number.compare(a.number) < 0 {
			before = p + 1
		}
	}
	at := slices.IndexFunc(holes, func(h hole) bool { return h.before >= before })
	if at < 0 || holes[at].before > before {
		if at < 0 {
			at = len(holes)
		}
		holes = slices.Insert(holes, at, hole{before: before})
	}
	h := &holes[at]
	if !slices.Contains(h.numbers, a.number.text) {
		h.numbers = append(h.numbers, a.number.text)
	}
	h.promised = append(h.promised, document.Promise{Number: a.number.text, Heading: a.heading})
	return holes
}

// announced is a line of a table of contents.
type announced struct {
	number  number
	heading string
}

// announced lists the provisions that lines before the text, or lines that the
// layout gave away as a table of contents, announce.
func (r *reader) announced() []announced {
	var out []announced
	line := func(block, end int, n number) {
		out = append(out, announced{n, flat(strings.Trim(r.src.Text[end:r.blocks[block].End], " .…·_-–—:\t0123456789"))})
	}
	for _, c := range r.rest.before {
		line(c.block, c.end, c.number)
	}
	if len(r.chain) == 0 {
		return out
	}
	for i, b := range r.blocks {
		if r.role[i] != contents {
			continue
		}
		start := b.Start + r.noise(i)
		if f, size, n := readForm(r.src.Text[start:b.End], start, nil); size > 0 && f == r.chain[0].form {
			line(i, start+size, n)
		}
	}
	return out
}

// isCompound reports whether most provisions are numbered by chapter and place.
func (r *reader) isCompound() bool {
	n := 0
	for _, c := range r.chain {
		if len(c.number.parts) > 2 {
			n++
		}
	}
	return n*10 > len(r.chain)*6
}

// between lists the numbers that should stand between two that follow each
// other: whole numbers where the main number jumps, and parts where only the
// last part does. In compound numbers, 111-5, the first part counts chapters
// and its jumps say nothing.
func between(a, b number, compound bool) []string {
	if len(a.parts) > 2 && len(b.parts) == len(a.parts) && sameHead(a, b) {
		return count(a, b, len(a.parts)-1)
	}
	if compound || a.parts[0] != b.parts[0] {
		return nil
	}
	return count(number{parts: a.parts[:2]}, number{parts: b.parts[:2]}, 1)
}

func sameHead(a, b number) bool {
	for i := 0; i < len(a.parts)-1; i++ {
		if a.parts[i] != b.parts[i] {
			return false
		}
	}
	return true
}

// count lists the numbers between two at one place of their parts.
func count(a, b number, at int) []string {
	var out []string
	head := ""
	if at > 1 {
		cut := strings.LastIndexAny(b.text, "-. ")
		if cut < 0 || b.text[cut+1] < '0' || b.text[cut+1] > '9' {
			return nil
		}
		head = b.text[:cut+1]
	}
	for v := a.parts[at] + 1; v < b.parts[at] && len(out) < maxHoles; v++ {
		out = append(out, head+strconv.Itoa(v))
	}
	return out
}

// inRange reports whether a number stands in a range under one heading.
func (r *reader) inRange(n string) bool {
	v, _ := readNumber(n, 0, numberStyle{})
	for _, g := range r.ranges {
		if len(v.parts) == 2 && g.from.main() <= v.main() && v.main() <= g.to.main() {
			return true
		}
	}
	return false
}
