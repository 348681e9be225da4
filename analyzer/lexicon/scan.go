package lexicon

import (
	"cmp"
	"slices"
	"sort"
	"sync"
)

// Hit is a place where a concept was read.
type Hit struct {
	Concept int   // index into Concepts
	First   int   // index of its first token
	Last    int   // index of the token after its last
	Numbers []int // the numbers read on the way, in order
}

// Scan reads concepts in a row of tokens. Hits come in order of place, the
// longer first; where one concept is read twice over the same words, only the
// longest reading stands. What a false friend covers is not read.
func (p *Pack) Scan(tokens []Token) []Hit {
	s := scanners.Get().(*scanner)
	defer scanners.Put(s)
	s.prepare(p, tokens)
	for i := range p.layers {
		s.layer(&p.layers[i])
	}
	s.tokens = nil
	return slices.Clone(s.hits)
}

// scanners keeps the room that scanners have used, for the next ones.
var scanners = sync.Pool{New: func() any { return new(scanner) }}

type scanner struct {
	tokens  []Token
	words   [][2]int         // the numbers of each token's word, whole and bare; 0 where no pattern holds it
	ahead   [windows][]signs // of each token's word and those after it
	numbers []numeral        // the number that begins at each token
	hits    []Hit            // read so far, in order of place
	begin   []int            // where the hits of each token begin, and where the last end
	nums    []int
	// Of the layer that is being read:
	found, never []Hit // in the order of their first tokens
	stand        []Hit // those found that stand
	merged       []Hit // room for them and all hits before
}

// numeral is a number in n tokens; none where n is 0.
type numeral struct{ value, n int }

// prepare looks up the tokens; nothing is read yet.
func (s *scanner) prepare(p *Pack, tokens []Token) {
	s.tokens = tokens
	s.words, s.numbers, s.hits = s.words[:0], s.numbers[:0], s.hits[:0]
	for i := range tokens {
		t := &tokens[i]
		word := [2]int{p.words[t.Word]}
		if t.Bare != "" {
			word[1] = p.words[t.Bare]
		}
		s.words = append(s.words, word)
		value, n := p.number(tokens, i)
		s.numbers = append(s.numbers, numeral{value, n})
	}
	s.look()
	s.index()
}

// index notes where the hits of each token begin.
func (s *scanner) index() {
	s.begin = s.begin[:0]
	next := 0
	for i := 0; i <= len(s.tokens); i++ {
		for next < len(s.hits) && s.hits[next].First < i {
			next++
		}
		s.begin = append(s.begin, next)
	}
}

// at lists the hits that begin at token i.
func (s *scanner) at(i int) []Hit { return s.hits[s.begin[i]:s.begin[i+1]] }

// layer reads all patterns of one layer; they refer to earlier layers alone.
func (s *scanner) layer(l *layer) {
	s.found, s.never, s.stand = s.found[:0], s.never[:0], s.stand[:0]
	for i := range s.tokens {
		for _, word := range s.words[i] {
			if word < len(l.byWord) {
				s.start(i, l.byWord[word])
			}
		}
		if s.numbers[i].n > 0 {
			s.try(i, l.byNumber)
		}
		if len(l.byConcept) > 0 {
			for _, h := range s.at(i) {
				s.try(i, l.byConcept[h.Concept])
			}
		}
	}
	byConcept := func(a, b Hit) int { return cmp.Compare(a.Concept, b.Concept) }
	slices.SortStableFunc(s.found, byConcept)
	slices.SortStableFunc(s.never, byConcept)
	for never := s.never; len(s.found) > 0; {
		c := s.found[0].Concept
		for len(never) > 0 && never[0].Concept < c {
			never = never[1:]
		}
		hits, friends := run(s.found, c), run(never, c)
		s.stand = keep(s.stand, hits, friends)
		s.found, never = s.found[len(hits):], never[len(friends):]
	}
	if len(s.stand) > 0 {
		s.merge()
	}
}

// run is the hits of a concept with which a list begins.
func run(list []Hit, concept int) []Hit {
	n := 0
	for n < len(list) && list[n].Concept == concept {
		n++
	}
	return list[:n]
}

// start holds patterns that begin with the word of token i against the tokens from there on.
func (s *scanner) start(i int, starts []start) {
	for k := range starts {
		if s.mayFollow(&starts[k], i) {
			s.hold(i, starts[k].pattern)
		}
	}
}

// try holds patterns against the tokens from i on.
func (s *scanner) try(i int, pats []*pattern) {
	for _, pat := range pats {
		s.hold(i, pat)
	}
}

// hold holds a pattern against the tokens from i on.
func (s *scanner) hold(i int, pat *pattern) {
	s.nums = s.nums[:0]
	end := s.match(pat.atoms, i, i)
	if end < 0 {
		return
	}
	hit := Hit{Concept: pat.concept, First: i, Last: end, Numbers: append([]int(nil), s.nums...)}
	if pat.never {
		s.never = append(s.never, hit)
	} else {
		s.found = append(s.found, hit)
	}
}

// merge puts what stands of a layer among the hits of those before.
func (s *scanner) merge() {
	byPlace := func(a, b Hit) int { return cmp.Or(cmp.Compare(a.First, b.First), order(a, b)) }
	slices.SortFunc(s.stand, byPlace)
	all, next := s.merged[:0], 0
	for _, h := range s.hits {
		for next < len(s.stand) && byPlace(s.stand[next], h) <= 0 {
			all = append(all, s.stand[next])
			next++
		}
		all = append(all, h)
	}
	all = append(all, s.stand[next:]...)
	s.hits, s.merged = all, s.hits
	s.index()
}

// order puts hits of one place in order: the longer first.
func order(a, b Hit) int {
	return cmp.Or(cmp.Compare(b.Last, a.Last), cmp.Compare(a.Concept, b.Concept))
}

// keep adds to out the hits that no false friend overlaps and that stand inside no
// longer hit of the same concept. Both lists come in the order of their first tokens.
func keep(out, hits, never []Hit) []Hit {
	furthest := make([]int, len(never)) // where the false friends up to each of them end
	for i, n := range never {
		furthest[i] = max(n.Last, furthest[max(0, i-1)])
	}
	end := -1 // of all that stands so far
	for i := 0; i < len(hits); {
		var longest *Hit // that begins at this token and stands
		for first := hits[i].First; i < len(hits) && hits[i].First == first; i++ {
			h := &hits[i]
			before := sort.Search(len(never), func(n int) bool { return never[n].First >= h.Last })
			if before > 0 && furthest[before-1] > h.First {
				continue
			}
			if longest == nil || h.Last > longest.Last {
				longest = h
			}
		}
		if longest != nil && longest.Last > end {
			out = append(out, *longest)
			end = longest.Last
		}
	}
	return out
}

// match returns the token after the last that atoms take from i on, the longest
// that fits, or -1. first is where the pattern began.
func (s *scanner) match(atoms []atom, i, first int) int {
	if len(atoms) == 0 {
		return i
	}
	a, rest := &atoms[0], atoms[1:]
	if a.kind == given {
		s.nums = append(s.nums, a.most)
		return s.match(rest, i, first)
	}
	if a.kind == gap {
		for n := 0; n <= a.most && i+n <= len(s.tokens); n++ {
			if n > 0 && s.crosses(i+n-1, first) {
				return -1
			}
			mark := len(s.nums)
			if end := s.match(rest, i+n, first); end >= 0 {
				return end
			}
			s.nums = s.nums[:mark]
		}
		return -1
	}
	if i < len(s.tokens) && !s.crosses(i, first) {
		mark := len(s.nums)
		var room [4]int
		for _, next := range s.take(a, i, room[:0]) {
			if end := s.match(rest, next, first); end >= 0 {
				return end
			}
			s.nums = s.nums[:mark]
		}
	}
	if a.optional {
		return s.match(rest, i, first)
	}
	return -1
}

// crosses reports whether a sentence ends before token i, inside the pattern.
func (s *scanner) crosses(i, first int) bool { return i > first && s.tokens[i].Break }

// take adds to ends where the pattern may go on after atom a at token i, the longest first.
func (s *scanner) take(a *atom, i int, ends []int) []int {
	switch a.kind {
	case words:
		if here := s.words[i]; slices.Contains(a.words, here[0]) || slices.Contains(a.words, here[1]) {
			return append(ends, i+1)
		}
	case name:
		if s.tokens[i].Capital {
			return append(ends, i+1)
		}
	case number:
		if here := s.numbers[i]; here.n > 0 {
			s.nums = append(s.nums, here.value)
			return append(ends, i+here.n)
		}
	case concept:
		for _, h := range s.at(i) {
			if slices.Contains(a.concepts, h.Concept) {
				if len(h.Numbers) > 0 && len(ends) == 0 {
					s.nums = append(s.nums, h.Numbers...)
				}
				ends = append(ends, h.Last)
			}
		}
	}
	return ends
}
