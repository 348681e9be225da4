package evaluate

import "lacuna/analyzer/coverage"

// priors answers every element with the commonest label outside the text's
// family; where several are commonest, with partial.
func priors(cases []Case) [][]answer {
	all := make([][]answer, len(cases))
	for i, c := range cases {
		if c.Matrix == nil {
			continue
		}
		tallies := map[string]map[coverage.Value]int{}
		for _, other := range cases {
			if other.Gold.Family != c.Gold.Family {
				tally(tallies, other.Gold)
			}
		}
		all[i] = answers(c, func(item, element string) (guess, int) {
			counts := tallies[item+"/"+element]
			value := commonest(counts)
			return guess{value: value}, trackRecord(counts[value], counts[coverage.Yes]+counts[coverage.Partial]+counts[coverage.No])
		})
	}
	return all
}

func tally(tallies map[string]map[coverage.Value]int, gold *Gold) {
	gold.each(func(id string, label coverage.Value) {
		if tallies[id] == nil {
			tallies[id] = map[coverage.Value]int{}
		}
		tallies[id][label]++
	})
}

func commonest(counts map[coverage.Value]int) coverage.Value {
	best, tied := coverage.Partial, false
	for _, v := range labels {
		switch {
		case v == best:
		case counts[v] > counts[best]:
			best, tied = v, false
		case counts[v] == counts[best]:
			tied = true
		}
	}
	if tied {
		return coverage.Partial
	}
	return best
}
