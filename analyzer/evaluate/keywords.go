package evaluate

import (
	"cmp"
	"slices"

	"lacuna/analyzer/checklist"
	"lacuna/analyzer/coverage"
)

// query is an element in concepts: the ways in which a provision can cover it,
// each a list of groups of concepts that stand for one another.
type query [][][]string

// newQueries takes every element's concepts from the checklist, by "item/element".
func newQueries(list *checklist.Checklist) map[string]query {
	ways := map[string][]checklist.Way{}
	for _, item := range list.Items {
		for _, e := range item.Elements {
			ways[item.ID+"/"+e.ID] = e.Find
		}
	}
	subjects := map[string][]string{}
	for _, s := range list.Subjects {
		subjects[s.ID] = s.Elements
	}
	queries := map[string]query{}
	for id, find := range ways {
		var q query
		for _, w := range find {
			q = append(q, groups(w))
			for _, element := range subjects[w.Subject] {
				for _, of := range ways[element] {
					q = append(q, groups(of))
				}
			}
		}
		queries[id] = q
	}
	return queries
}

func groups(w checklist.Way) [][]string {
	all := append([][]string{w.Norm, w.Act, w.Object, w.Purpose}, w.Has...)
	return slices.DeleteFunc(all, func(group []string) bool { return len(group) == 0 })
}

// known keeps the groups for which the text's language has words, and the ways
// that have any.
func (q query) known(words map[string][]string) query {
	var all query
	for _, way := range q {
		var kept [][]string
		for _, group := range way {
			if slices.ContainsFunc(group, func(id string) bool { return len(words[id]) > 0 }) {
				kept = append(kept, group)
			}
		}
		if len(kept) > 0 {
			all = append(all, kept)
		}
	}
	return all
}

// keywords says yes where all concepts of a way stand in one section, partial
// where some do, and no where none does.
func keywords(cases []Case, queries map[string]query) [][]answer {
	guesses := make([]map[string]guess, len(cases))
	for i, c := range cases {
		if c.Matrix == nil {
			continue
		}
		guesses[i] = map[string]guess{}
		c.Gold.each(func(id string, _ coverage.Value) {
			guesses[i][id] = lookUp(queries[id].known(c.Reading.Words), c.Reading.Sections)
		})
	}
	return guessed(cases, guesses)
}

func lookUp(q query, sections []Section) guess {
	var hits []hit
	best := 0.0
	for i, s := range sections {
		share := 0.0
		for _, way := range q {
			met := count(way, func(group []string) bool {
				return slices.ContainsFunc(group, func(id string) bool { return s.Concepts[id] })
			})
			share = max(share, float64(met)/float64(len(way)))
		}
		if share > 0 {
			hits = append(hits, hit{i, share})
		}
		best = max(best, share)
	}
	value := coverage.Partial
	switch best {
	case 1:
		value = coverage.Yes
	case 0:
		value = coverage.No
	}
	return guess{value, top(hits, sections)}
}

// hit is a section, by its place, and how well it answers.
type hit struct {
	section int
	score   float64
}

// top is the best few sections; equal ones stay in reading order.
func top(hits []hit, sections []Section) []Section {
	slices.SortStableFunc(hits, func(a, b hit) int { return cmp.Compare(b.score, a.score) })
	var best []Section
	for _, h := range hits[:min(len(hits), evidencePieces)] {
		best = append(best, sections[h.section])
	}
	return best
}
