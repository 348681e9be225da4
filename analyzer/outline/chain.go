package outline

import (
	"slices"
	"sort"
	"strings"
)

// What a step from one candidate to the next is worth, beside the weight of
// the candidate itself.
const (
	natural  = .5  // the number follows at once: 12, 13; 12, 12A; 111-5, 112-1
	perGap   = .1  // for every number that is missing between the two
	maxGap   = 1.6 // a hole never costs more than this
	perSkip  = .01 // for every candidate passed over
	tooShort = 2   // a sequence of fewer provisions is none

	maxRanges = 1000 // more ranges under one heading than any law has
)

// leftOut lists the candidates of the chosen form that are no provisions.
type leftOut struct {
	before     []candidate // those before the first provision
	firstBlock int         // of the first of them
}

// choose finds the form whose candidates make the best sequence over the whole
// text, and takes that sequence for the provisions.
func (r *reader) choose() {
	byForm, ranges := r.byForm, r.ranges
	r.ranges = nil
	chains := make([][]candidate, len(forms))
	best, score := -1, 0.0
	for f, list := range byForm {
		chain, s := longest(list)
		if len(chain) < tooShort && !(len(chain) == 1 && !forms[f].bare) {
			continue
		}
		chains[f] = r.behindContents(list, r.bodyFor(list, dropContents(list, chain)))
		if s > score {
			best, score = f, s
		}
	}
	if best < 0 {
		return
	}
	best = outerForm(chains, best)
	r.chain, r.rest = chains[best], listRest(byForm[best], chains[best])
	r.fill(r.fillers(byForm))
	r.addWordings(byForm[best])
	r.addStrays(byForm[best])
	r.addPicked(byForm[best])
	r.chain = slices.DeleteFunc(r.chain, func(c candidate) bool {
		if c.reread && c.to.parts != nil {
			ranges = append(ranges, span{block: c.block, from: c.number, to: c.to, repealed: r.saysRepealed(c.block + 1)})
		}
		return c.to.parts != nil
	})
	if len(r.chain) == 0 {
		return
	}
	first, last := r.chain[0].block, r.chain[len(r.chain)-1].block
	slices.SortFunc(ranges, func(a, b span) int { return a.block - b.block })
	for _, g := range ranges {
		if g.block > first && g.block < last && (g.inside || !r.inChain(g.block)) && len(r.ranges) < maxRanges && r.fits(g) {
			r.ranges = append(r.ranges, g)
		}
	}
}

// saysRepealed reports whether a short block holds a word of repeal.
func (r *reader) saysRepealed(i int) bool {
	if i >= len(r.blocks) || len(r.words(i)) > 200 {
		return false
	}
	words := strings.ToLower(r.words(i))
	return slices.ContainsFunc(repealedWords, func(w string) bool { return strings.Contains(words, w) })
}

// inChain reports whether a provision begins in a block.
func (r *reader) inChain(block int) bool {
	i := sort.Search(len(r.chain), func(i int) bool { return r.chain[i].block >= block })
	return i < len(r.chain) && r.chain[i].block == block
}

// outerForm returns the form whose articles hold the numbers of the best one:
// in a short law the points of one article may outnumber its articles. Those
// have a word, begin at 1, have no hole, and stand before and between the bare
// numbers, unlike an approval law before a code or a treaty in its schedule.
func outerForm(chains [][]candidate, best int) int {
	if !forms[best].bare {
		return best
	}
	inner := chains[best]
	for f, chain := range chains {
		if forms[f].bare || len(chain) < 2 || len(chain)*10 < len(inner) || chain[0].number.compare(number{parts: []int{0, 1}}) != 0 {
			continue
		}
		whole := chain[0].block < inner[0].block && chain[len(chain)-1].block > inner[0].block
		for i := 1; i < len(chain) && whole; i++ {
			whole = isNext(chain[i-1].number, chain[i].number)
		}
		if whole {
			return f
		}
	}
	return best
}

// fits reports whether a range stands where its numbers belong.
func (r *reader) fits(g span) bool {
	i := sort.Search(len(r.chain), func(i int) bool { return r.chain[i].block > g.block })
	return i > 0 && r.chain[i-1].number.compare(g.to) < 0 && r.chain[i-1].number.compare(g.from) <= 0 && (i == len(r.chain) || r.chain[i].number.main() >= g.to.main() || g.repealed)
}

// tree is a Fenwick tree of the best score among numbers up to a rank.
type tree []struct {
	score float64
	at    int
}

func newTree(n int) tree {
	t := make(tree, n+1)
	for i := range t {
		t[i].score = -1e18
	}
	return t
}

func (t tree) put(rank int, score float64, at int) {
	for i := rank + 1; i < len(t); i += i & -i {
		if score >= t[i].score {
			t[i].score, t[i].at = score, at
		}
	}
}

// below returns the best score among ranks less than rank.
func (t tree) below(rank int) (score float64, at int) {
	score = -1e18
	for i := rank; i > 0; i -= i & -i {
		if t[i].score > score || t[i].score == score && t[i].at > at {
			score, at = t[i].score, t[i].at
		}
	}
	return score, at
}

// longest finds the heaviest increasing sequence of numbers among candidates
// in reading order, where steps to the next number earn and holes cost. It
// takes n log n steps.
func longest(list []candidate) ([]candidate, float64) {
	if len(list) == 0 {
		return nil, 0
	}
	ranks, ends := rankNumbers(list)
	scores := make([]float64, len(list))
	from := make([]int, len(list))
	near, far := newTree(2*len(list)), newTree(2*len(list))
	follow := newFollowers()
	best := -1
	for lo := 0; lo < len(list); {
		hi := lo
		for hi < len(list) && list[hi].block == list[lo].block {
			hi++
		}
		for i := lo; i < hi; i++ {
			scores[i], from[i] = 0, -1
			main, place := float64(list[i].number.main())*perGap, float64(i)*perSkip
			if s, at := near.below(ranks[i]); s-main-place+perGap > scores[i] {
				scores[i], from[i] = s-main-place+perGap, at
			}
			if s, at := far.below(ranks[i]); s-place-maxGap > scores[i] {
				scores[i], from[i] = s-place-maxGap, at
			}
			if s, at := follow.before(list[i].number); at >= 0 && s-place+natural >= scores[i] {
				scores[i], from[i] = s-place+natural, at
			}
			scores[i] += list[i].weight
		}
		for i := lo; i < hi; i++ {
			last := list[i].last()
			main, place := float64(last.main())*perGap, float64(i)*perSkip
			near.put(ends[i], scores[i]+main+place, i)
			far.put(ends[i], scores[i]+place, i)
			follow.put(last, scores[i]+place, i)
			if best < 0 || scores[i] >= scores[best] {
				best = i
			}
		}
		lo = hi
	}
	var chain []candidate
	for i := best; i >= 0; i = from[i] {
		chain = append(chain, list[i])
	}
	for i, j := 0, len(chain)-1; i < j; i, j = i+1, j-1 {
		chain[i], chain[j] = chain[j], chain[i]
	}
	return chain, scores[best]
}

// rankNumbers returns for every candidate the rank of its number among all
// numbers, and the rank of its last one.
func rankNumbers(list []candidate) (ranks, ends []int) {
	var all []number
	for _, c := range list {
		all = append(all, c.number, c.last())
	}
	slices.SortFunc(all, number.compare)
	all = slices.CompactFunc(all, func(a, b number) bool { return a.compare(b) == 0 })
	for _, c := range list {
		rank, _ := slices.BinarySearchFunc(all, c.number, number.compare)
		end, _ := slices.BinarySearchFunc(all, c.last(), number.compare)
		ranks, ends = append(ranks, rank), append(ends, end)
	}
	return ranks, ends
}

// key is a number, or its beginning, as a map key.
type key [8]int

func keyOf(parts []int) (k key) {
	k[7] = len(parts)
	for i := 0; i < len(parts) && i < 7; i++ {
		k[i] = parts[i]
	}
	return k
}

type reached struct {
	score float64
	at    int
}

// followers knows the best sequences by the number in which they end, to find
// those that a number follows at once.
type followers struct {
	exact, prefix map[key]reached
}

func newFollowers() followers {
	return followers{map[key]reached{}, map[key]reached{}}
}

func (f followers) put(n number, score float64, at int) {
	raise := func(m map[key]reached, k key) {
		if old, ok := m[k]; !ok || score >= old.score {
			m[k] = reached{score, at}
		}
	}
	raise(f.exact, keyOf(n.parts))
	for i := 2; i <= len(n.parts); i++ {
		raise(f.prefix, keyOf(n.parts[:i]))
	}
}

// before returns the best sequence that ends in a number which n follows at
// once: 12 or any 12-x before 13, 12 before 12A and 12 bis, 12A before 12B,
// any 111-x before 112-1.
func (f followers) before(n number) (score float64, at int) {
	score, at = -1e18, -1
	try := func(m map[key]reached, parts []int) {
		if r, ok := m[keyOf(parts)]; ok && r.score > score {
			score, at = r.score, r.at
		}
	}
	parts := append([]int(nil), n.parts...)
	for last := len(parts) - 1; last >= 1; last-- {
		value := parts[last]
		if last > 1 && value <= 2 {
			try(f.exact, parts[:last])
		}
		if value > 1 {
			parts[last]--
			try(f.prefix, parts[:last+1])
			return score, at
		}
	}
	return score, at
}

// dropContents drops the beginning of a chain that stands in a table of
// contents or another law: where the step to the next provision passes over
// more numbers that stand behind it in order than the beginning holds, or over
// another beginning as long as it. The right beginning is looked for behind it.
func dropContents(list, chain []candidate) []candidate {
	next, start := 0, 0
	over, again := 0, 0 // candidates passed over whose number belongs behind the step, and before it
	for _, c := range list {
		if next > 0 && next < len(chain) && c.block < chain[next].block && c.block > chain[next-1].block && !c.reread {
			if c.number.compare(chain[next].number) >= 0 {
				over++
			} else {
				again++
			}
		}
		if next < len(chain) && c.block == chain[next].block && c.start == chain[next].start {
			head := next - start
			if over > 4 && over > head && next*4 < len(chain) || again > 1 && again >= head && next*2 < len(chain) && len(headOf(list, chain[next-1].block, chain[next])) >= head {
				start = next
			}
			over, again = 0, 0
			next++
		}
	}
	if start == 0 {
		return chain
	}
	return append(headOf(list, chain[start-1].block, chain[start]), chain[start:]...)
}

// headOf returns the best sequence that leads up to a provision behind a block.
func headOf(list []candidate, behind int, first candidate) []candidate {
	var before []candidate
	for _, c := range list {
		if c.block > behind && c.block < first.block && c.number.compare(first.number) < 0 {
			before = append(before, c)
		}
	}
	head, _ := longest(before)
	return head
}

// listRest lists the candidates that the chain leaves out before its beginning.
func listRest(list, chain []candidate) (out leftOut) {
	for _, c := range list {
		if c.reread || c.block >= chain[0].block {
			continue
		}
		if len(out.before) == 0 {
			out.firstBlock = c.block
		}
		out.before = append(out.before, c)
	}
	return out
}
