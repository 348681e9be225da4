package outline

import (
	"strconv"
	"strings"
)

const (
	minRun    = 3 // so many provisions in a row are one, wherever they stand
	mostlyOut = .8
)

// addStrays takes in candidates inside the chain that it had to pass over
// because their numbers do not rise, although they begin provisions: second
// wordings and repeated numbers, chapters at the wrong place, and numbers that
// the print spoilt.
func (r *reader) addStrays(list []candidate) {
	level, alone := r.headingLevel(), r.standAlone()
	if level == 0 && !alone && !falls(list) {
		return
	}
	have := map[string]bool{}
	for _, c := range r.chain {
		have[c.number.text] = true
	}
	var merged []candidate
	next := 0
	for k, c := range list {
		for next < len(r.chain) && r.chain[next].block <= c.block {
			merged = append(merged, r.chain[next])
			next++
		}
		if next == 0 || next == len(r.chain) || c.reread || merged[len(merged)-1].block == c.block || r.quoted[c.block] {
			continue
		}
		last := merged[len(merged)-1].number
		switch {
		case level > 0 && r.blocks[c.block].Level == level && c.weight >= forms[c.form].belief*.5:
		case alone && r.isAlone(c) && (last.compare(c.number) == 0 || c.number.compare(r.chain[next].number) == 0 || len(c.number.parts) > 2 && c.number.main() == last.main()):
		case alone && r.isAlone(c) && r.mendNumber(&c, last, r.chain[next].number):
			merged = append(merged, c)
			continue
		case r.inRun(list, k, have):
		default:
			continue
		}
		c.repeat = true
		merged = append(merged, c)
	}
	merged = append(merged, r.chain[next:]...)
	if len(merged) <= len(r.chain)*5/4+4 {
		r.chain = merged
	}
}

// headingLevel returns the heading level that nearly all provisions share, 0
// where there is none.
func (r *reader) headingLevel() int {
	var count [8]int
	for _, c := range r.chain {
		count[r.blocks[c.block].Level&7]++
	}
	for level := 1; level < len(count); level++ {
		if count[level]*10 >= len(r.chain)*9 {
			return level
		}
	}
	return 0
}

// standAlone reports whether the text sets the numbers of its provisions on
// lines of their own.
func (r *reader) standAlone() bool {
	n := 0
	for _, c := range r.chain {
		if r.isAlone(c) {
			n++
		}
	}
	return !forms[r.chain[0].form].bare && float64(n) >= float64(len(r.chain))*mostlyOut
}

// isAlone reports whether a candidate's line holds nothing but its number.
func (r *reader) isAlone(c candidate) bool {
	return strings.Trim(r.src.Text[c.end:r.blocks[c.block].End], " .:–—-*\u00a0") == ""
}

// falls reports whether the numbers of a list do not rise throughout.
func falls(list []candidate) bool {
	for k := 1; k < len(list); k++ {
		if list[k].number.compare(list[k-1].number) < 0 {
			return true
		}
	}
	return false
}

// inRun reports whether a candidate is one of several in a row whose numbers
// follow each other, and which the chain has nowhere else although it goes on
// beyond them: a chapter that stands at the wrong place.
func (r *reader) inRun(list []candidate, k int, have map[string]bool) bool {
	belongs := func(k int) bool {
		c := list[k]
		return !c.reread && !have[c.number.text] && c.weight >= forms[c.form].belief*.3 && !r.quoted[c.block] && c.number.compare(r.chain[len(r.chain)-1].number) < 0 && c.number.compare(r.chain[0].number) > 0
	}
	if !belongs(k) {
		return false
	}
	from, to := k, k
	for from > 0 && belongs(from-1) && isNext(list[from-1].number, list[from].number) {
		from--
	}
	for to+1 < len(list) && belongs(to+1) && isNext(list[to].number, list[to+1].number) {
		to++
	}
	return to-from+1 >= minRun
}

// mendNumber gives a number that the print spoilt by one figure, 590 for 59,
// the one number that is missing at its place.
func (r *reader) mendNumber(c *candidate, last, next number) bool {
	missing := last.main() + 1
	if len(c.number.parts) != 2 || next.main() != missing+1 || c.number.main() == missing || !oneFigureOff(c.number.text, strconv.Itoa(missing)) {
		return false
	}
	c.number = number{strconv.Itoa(missing), []int{last.parts[0], missing}}
	return true
}

// oneFigureOff reports whether one number has one figure more than another
// and else the same.
func oneFigureOff(long, short string) bool {
	if len(long) != len(short)+1 {
		return false
	}
	for i := range long {
		if long[:i]+long[i+1:] == short {
			return true
		}
	}
	return false
}
