package lexicon

import (
	"cmp"
	"slices"
	"sort"
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
	s := scanner{tokens: tokens, at: make([][]Hit, len(tokens)), words: make([][2]int, len(tokens)), numbers: make([]numeral, len(tokens))}
	for i := range tokens {
		s.words[i] = [2]int{p.words[tokens[i].Word], p.words[tokens[i].Bare]}
		s.numbers[i].value, s.numbers[i].n = p.number(tokens, i)
	}
	for _, layer := range p.layers {
		s.layer(layer)
	}
	return slices.Concat(s.at...)
}

type scanner struct {
	tokens  []Token
	words   [][2]int  // the numbers of each token's word, whole and bare; 0 where no pattern holds it
	numbers []numeral // the number that begins at each token
	at      [][]Hit   // by first token
	nums    []int
}

// numeral is a number in n tokens; none where n is 0.
type numeral struct{ value, n int }

// layer reads all patterns of one layer; they refer to earlier layers alone.
func (s *scanner) layer(l layer) {
	found := map[int][]Hit{}
	never := map[int][]Hit{}
	try := func(i int, pats []*pattern) {
		for _, pat := range pats {
			s.nums = s.nums[:0]
			end := s.match(pat.atoms, i, i)
			if end < 0 {
				continue
			}
			hit := Hit{Concept: pat.concept, First: i, Last: end, Numbers: slices.Clone(s.nums)}
			if pat.never {
				never[pat.concept] = append(never[pat.concept], hit)
			} else {
				found[pat.concept] = append(found[pat.concept], hit)
			}
		}
	}
	for i := range s.tokens {
		for _, word := range s.words[i] {
			if word < len(l.byWord) {
				try(i, l.byWord[word])
			}
		}
		if s.numbers[i].n > 0 {
			try(i, l.byNumber)
		}
		for _, h := range s.at[i] {
			try(i, l.byConcept[h.Concept])
		}
	}
	for c, hits := range found {
		for _, h := range keep(hits, never[c]) {
			at := s.at[h.First]
			place, _ := slices.BinarySearchFunc(at, h, order)
			s.at[h.First] = slices.Insert(at, place, h)
		}
	}
}

// order puts hits of one place in order: the longer first.
func order(a, b Hit) int {
	return cmp.Or(cmp.Compare(b.Last, a.Last), cmp.Compare(a.Concept, b.Concept))
}

// keep drops hits that a false friend overlaps, and hits inside a longer hit of
// the same concept. Both lists come in the order of their first tokens.
func keep(hits, never []Hit) []Hit {
	furthest := make([]int, len(never)) // where the false friends up to each of them end
	for i, n := range never {
		furthest[i] = max(n.Last, furthest[max(0, i-1)])
	}
	var out []Hit
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
		for _, h := range s.at[i] {
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
