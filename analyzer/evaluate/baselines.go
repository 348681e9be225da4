package evaluate

import "lacuna/analyzer/coverage"

// Reading is all that the keyword and BM25 baselines see of a text or dossier:
// bags of words and concepts, with no law in them.
type Reading struct {
	Sections []Section           // in reading order
	Words    map[string][]string // for each concept id, the words of its phrases in the text's language, folded like Section.Words
}

// Section is one article or section as bags.
type Section struct {
	Text      string // id of its text
	Provision string // bare number
	Words     []string
	Concepts  map[string]bool // ids of the concepts whose phrases stand in it
}

// evidencePieces is how many sections a baseline cites.
const evidencePieces = 5

// guess is a baseline's answer for one element.
type guess struct {
	value    coverage.Value
	sections []Section // best first
}

// trackRecord is a confidence in per mille: how often the same answer was right
// outside the family, with one more case counted for each of the three values.
func trackRecord(right, all int) int { return 1000 * (right + 1) / (all + len(labels)) }

// answers lets a baseline answer every labelled element of a text.
func answers(c Case, ask func(item, element string) (guess, int)) []answer {
	cites := newCitations(c.Matrix)
	var all []answer
	for _, item := range c.Gold.Items {
		start := len(all)
		for _, e := range item.Elements {
			g, confidence := ask(item.ID, e.ID)
			all = append(all, answer{
				item: item.ID, element: e.ID, gold: e.Value, got: g.value, confidence: confidence,
				cited: cites.first(item.Provisions, g.evidence()),
			})
		}
		status := statusOf(all[start:], answered)
		for i := start; i < len(all); i++ {
			all[i].status = status
		}
	}
	return all
}

func (g guess) evidence() []coverage.Evidence {
	var all []coverage.Evidence
	for _, s := range g.sections {
		all = append(all, coverage.Evidence{Text: s.Text, Provision: s.Provision})
	}
	return all
}

// guessed turns the guesses of a baseline (by element, one map a case, nil for
// a text that is not at hand) into answers. Each value's confidence is how often
// the baseline was right with it outside the family.
func guessed(cases []Case, guesses []map[string]guess) [][]answer {
	all := make([][]answer, len(cases))
	for i, c := range cases {
		if guesses[i] == nil {
			continue
		}
		rights, totals := map[coverage.Value]int{}, map[coverage.Value]int{}
		for k, other := range cases {
			if guesses[k] == nil || other.Gold.Family == c.Gold.Family {
				continue
			}
			other.Gold.each(func(id string, label coverage.Value) {
				got := guesses[k][id].value
				totals[got]++
				if got == label {
					rights[got]++
				}
			})
		}
		all[i] = answers(c, func(item, element string) (guess, int) {
			g := guesses[i][item+"/"+element]
			return g, trackRecord(rights[g.value], totals[g.value])
		})
	}
	return all
}
