package evaluate

import (
	"cmp"
	"math"
	"slices"

	"lacuna/analyzer/coverage"
)

// The usual constants of BM25: how soon a repeated word stops counting, and how
// much long sections are held back.
const (
	saturation   = 1.2
	lengthWeight = 0.75
)

// bm25 ranks the sections of a text by the words of an element's concepts. Two
// cuts, fitted on the texts outside the family, turn the top score into a value.
func bm25(cases []Case, queries map[string]query) [][]answer {
	found := make([]map[string]ranking, len(cases))
	for i, c := range cases {
		if c.Matrix == nil {
			continue
		}
		found[i] = map[string]ranking{}
		index := newIndex(c.Reading.Sections)
		c.Gold.each(func(id string, _ coverage.Value) {
			found[i][id] = index.rank(queries[id].known(c.Reading.Words).words(c.Reading.Words))
		})
	}
	guesses := make([]map[string]guess, len(cases))
	for i, c := range cases {
		if found[i] == nil {
			continue
		}
		low, high := fit(outside(cases, found, c.Gold.Family))
		guesses[i] = map[string]guess{}
		for id, r := range found[i] {
			guesses[i][id] = guess{cut(r.score, low, high), r.sections}
		}
	}
	return guessed(cases, guesses)
}

// words are the words of all concepts of a query, each once, in order.
func (q query) words(of map[string][]string) []string {
	var all []string
	for _, way := range q {
		for _, group := range way {
			for _, id := range group {
				all = append(all, of[id]...)
			}
		}
	}
	slices.Sort(all)
	return slices.Compact(all)
}

// index holds the word counts of one text's sections.
type index struct {
	sections []Section
	counts   []map[string]int // by section
	holding  map[string]int   // number of sections that hold a word
	length   float64          // mean number of words in a section
}

func newIndex(sections []Section) *index {
	x := &index{sections: sections, holding: map[string]int{}}
	total := 0
	for _, s := range sections {
		counts := map[string]int{}
		for _, word := range s.Words {
			counts[word]++
		}
		for word := range counts {
			x.holding[word]++
		}
		x.counts = append(x.counts, counts)
		total += len(s.Words)
	}
	x.length = float64(total) / float64(max(len(sections), 1))
	return x
}

// ranking is the best sections for a query, and the score of the first.
type ranking struct {
	score    float64
	sections []Section
}

func (x *index) rank(words []string) ranking {
	var hits []hit
	best := 0.0
	for i := range x.sections {
		if score := x.score(i, words); score > 0 {
			hits = append(hits, hit{i, score})
			best = max(best, score)
		}
	}
	return ranking{best, top(hits, x.sections)}
}

// score is the BM25 score of a section, rounded so that every machine gets the
// same figure.
func (x *index) score(section int, words []string) float64 {
	sum := 0.0
	longer := float64(len(x.sections[section].Words)) / x.length
	for _, word := range words {
		often := float64(x.counts[section][word])
		if often == 0 {
			continue
		}
		holding := float64(x.holding[word])
		rare := math.Log(1 + (float64(len(x.sections))-holding+0.5)/(holding+0.5))
		sum += rare * often * (saturation + 1) / (often + saturation*(1-lengthWeight+lengthWeight*longer))
	}
	return math.Round(sum*1e6) / 1e6
}

// scored is a top score and the label that it should lead to.
type scored struct {
	score float64
	label coverage.Value
}

func outside(cases []Case, found []map[string]ranking, family string) []scored {
	var all []scored
	for i, c := range cases {
		if found[i] == nil || c.Gold.Family == family {
			continue
		}
		c.Gold.each(func(id string, label coverage.Value) {
			all = append(all, scored{found[i][id].score, label})
		})
	}
	return all
}

// fit tries every pair of cuts and keeps the pair that gets most labels right;
// of equal pairs the lowest. With nothing to learn from, all is no.
func fit(all []scored) (low, high float64) {
	slices.SortFunc(all, func(a, b scored) int { return cmp.Compare(a.score, b.score) })
	cuts, below := cutPoints(all)
	most, last := -1, below[len(below)-1]
	for l := range cuts {
		for h := l; h < len(cuts); h++ {
			right := below[l].no + below[h].partial - below[l].partial + last.yes - below[h].yes
			if right > most {
				most, low, high = right, cuts[l], cuts[h]
			}
		}
	}
	return low, high
}

// labelCount counts labels by value.
type labelCount struct{ yes, partial, no int }

// cutPoints lists every score at which a cut can fall, the last above them all,
// and counts the labels of the scores below each.
func cutPoints(sorted []scored) (cuts []float64, below []labelCount) {
	var sum labelCount
	for i, s := range sorted {
		if i == 0 || s.score > sorted[i-1].score {
			cuts, below = append(cuts, s.score), append(below, sum)
		}
		switch s.label {
		case coverage.Yes:
			sum.yes++
		case coverage.Partial:
			sum.partial++
		case coverage.No:
			sum.no++
		}
	}
	return append(cuts, math.Inf(1)), append(below, sum)
}

func cut(score, low, high float64) coverage.Value {
	switch {
	case score >= high:
		return coverage.Yes
	case score >= low:
		return coverage.Partial
	}
	return coverage.No
}
