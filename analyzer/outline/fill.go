package outline

import (
	"sort"
	"strconv"
	"unicode"
)

// fillers lists the candidates that may fill the holes of the chain, in reading
// order: those of its form, and those of other forms, as of a bare number
// beside articles with a word.
func (r *reader) fillers(byForm [][]candidate) []candidate {
	form, compound := r.chain[0].form, r.isCompound()
	list := append([]candidate(nil), byForm[form]...)
	for f, other := range byForm {
		if f == form || compound && !(forms[f].bare && forms[form].bare) {
			continue
		}
		for _, c := range other {
			alike := forms[f].bare && forms[form].bare
			if alike || (len(c.number.parts) == 2 || unicode.IsUpper(lastRune(r.src.Text[c.start:c.end]))) && c.weight >= forms[f].belief*.5 && !r.quoted[c.block] {
				list = append(list, c)
			}
		}
	}
	sort.SliceStable(list, func(a, b int) bool { return list[a].start < list[b].start })
	return list
}

// isListed reports whether a candidate goes on with a list of its own form
// that began behind the last provision: the points of an article are none.
func isListed(list []candidate, k int, last candidate) bool {
	for i := k - 1; i >= 0 && list[i].block > last.block; i-- {
		if list[i].form == list[k].form && isNext(list[i].number, list[k].number) {
			return true
		}
	}
	return false
}

// fill puts candidates into the chain that stand between two provisions and
// whose number follows there: with a hole to fill, or when the print set the
// figure of an inserted article close behind the number, 205 6 as 2056.
func (r *reader) fill(list []candidate) {
	var merged []candidate
	next := 0
	for k, c := range list {
		for next < len(r.chain) && r.chain[next].start <= c.start {
			merged = append(merged, r.chain[next])
			next++
		}
		if len(merged) == 0 || next == len(r.chain) && c.form != r.chain[0].form || merged[len(merged)-1].block == c.block || c.reread {
			continue
		}
		own := c.form == r.chain[0].form
		if !own && isListed(list, k, merged[len(merged)-1]) {
			continue
		}
		last := merged[len(merged)-1].last()
		if n, ok := splitInserted(c.number, last); ok && own && !forms[c.form].bare {
			c.number = n
			merged = append(merged, c)
		} else if next < len(r.chain) && c.block < r.chain[next].block && isNext(last, c.number) && c.number.compare(r.chain[next].number) < 0 {
			merged = append(merged, c)
		}
	}
	r.chain = append(merged, r.chain[next:]...)
}

// isNext reports whether a number follows another at once.
func isNext(last, n number) bool {
	switch len(n.parts) {
	case 2:
		return n.parts[0] == last.parts[0] && n.main() == last.main()+1
	case len(last.parts):
		return sameHead(last, n) && n.parts[len(n.parts)-1] == last.parts[len(last.parts)-1]+1
	case len(last.parts) + 1:
		return sameHead(n, number{parts: append(append([]int(nil), last.parts...), 0)}) && n.parts[len(n.parts)-1] <= 2
	}
	return false
}

// splitInserted reads a number as the one before it with the figures of an
// inserted article stuck to it.
func splitInserted(n, last number) (number, bool) {
	if len(n.parts) != 2 || n.parts[0] != last.parts[0] || len(last.parts) > 3 {
		return n, false
	}
	before := 0
	if len(last.parts) == 3 {
		before = last.parts[2]
	}
	for scale := 10; scale <= 100; scale *= 10 {
		head, sub := n.main()/scale, n.main()%scale
		if head == last.main() && head > 9 && sub > before && sub <= before+3 && sub >= scale/10 {
			return number{strconv.Itoa(head) + "." + strconv.Itoa(sub), []int{n.parts[0], head, sub}}, true
		}
	}
	return n, false
}
