package evaluate

import (
	"fmt"
	"slices"

	"lacuna/analyzer/checklist"
	"lacuna/analyzer/coverage"
)

// Case is one labelled text and the answers to be measured.
type Case struct {
	Gold    *Gold
	Matrix  *coverage.Matrix // nil where the text is not at hand: its labels then serve the prior alone
	Reading *Reading         // what the keyword and BM25 baselines read
}

// Score measures every case that has a matrix. With a nil checklist the
// baselines that need one, keywords and BM25, are left out. It fails where a
// matrix lacks a labelled item or element, and where a checklist is given but
// a case with a matrix has no Reading. Items without a label are not measured.
func Score(cases []Case, list *checklist.Checklist) (*Report, error) {
	answers := make([][]answer, len(cases))
	for i, c := range cases {
		if c.Matrix == nil {
			continue
		}
		if list != nil && c.Reading == nil {
			return nil, fmt.Errorf("%s: the baselines have no sections of this text to read", c.Gold.Text)
		}
		var err error
		if answers[i], err = pair(c.Gold, c.Matrix); err != nil {
			return nil, err
		}
	}
	rivals := [][][]answer{priors(cases)}
	if list != nil {
		queries := newQueries(list)
		rivals = append(rivals, keywords(cases, queries), bm25(cases, queries))
	}
	return report(cases, answers, rivals), nil
}

// report puts the figures of the program beside those of its rivals.
func report(cases []Case, answers [][]answer, rivals [][][]answer) *Report {
	r := &Report{Schema: "lacuna/evaluation/1", Texts: []TextScores{}, Disagreements: []Disagreement{}}
	for i, c := range cases {
		if c.Matrix == nil {
			continue
		}
		r.Texts = append(r.Texts, TextScores{
			Text: c.Gold.Text, Language: c.Gold.Language, Family: c.Gold.Family,
			Scores: scores(answers[i:i+1], only(rivals, i)),
		})
		r.Disagreements = append(r.Disagreements, disagreements(c, answers[i])...)
	}
	r.Overall = scores(answers, rivals)
	r.Elements = tables(slices.Concat(answers...))
	return r
}

// only cuts every rival's answers down to those of text i.
func only(rivals [][][]answer, i int) [][][]answer {
	var cut [][][]answer
	for _, rival := range rivals {
		cut = append(cut, rival[i:i+1])
	}
	return cut
}

// scores measures texts (one list of answers each) for the program and its
// rivals: the prior, and perhaps keywords and BM25.
func scores(program [][]answer, rivals [][][]answer) Scores {
	s := Scores{Lacuna: figures(program), Prior: figures(rivals[0])}
	if len(rivals) > 1 {
		words, ranked := figures(rivals[1]), figures(rivals[2])
		s.Keywords, s.BM25 = &words, &ranked
	}
	return s
}

// answer is one element as labelled and as answered.
type answer struct {
	item, element string
	gold, got     coverage.Value
	confidence    int             // per mille
	status        coverage.Status // what was answered for the whole item
	cited         int             // place of the first piece of evidence with a gold provision, from 1; 0 where there is none
	finding       *coverage.Finding
	provisions    []string // the gold provisions of the item
}

// pair lays a matrix beside the labels, in the order of the labels.
func pair(gold *Gold, m *coverage.Matrix) ([]answer, error) {
	items := map[string]*coverage.Item{}
	for i := range m.Items {
		items[m.Items[i].ID] = &m.Items[i]
	}
	cites := newCitations(m)
	var all []answer
	for _, label := range gold.Items {
		item := items[label.ID]
		if item == nil {
			return nil, fmt.Errorf("%s:%d: item %s is labelled, but the matrix of %s has no such item", gold.Path, label.Line, label.ID, gold.Text)
		}
		for _, e := range label.Elements {
			i := slices.IndexFunc(item.Elements, func(f coverage.Finding) bool { return f.ID == e.ID })
			if i < 0 {
				return nil, fmt.Errorf("%s:%d: element %s/%s is labelled, but the matrix of %s has no such element", gold.Path, label.Line, label.ID, e.ID, gold.Text)
			}
			f := &item.Elements[i]
			all = append(all, answer{
				item: label.ID, element: e.ID, gold: e.Value, got: f.Value,
				confidence: f.Confidence, status: item.Status,
				cited:   cites.first(label.Provisions, f.Evidence),
				finding: f, provisions: label.Provisions,
			})
		}
	}
	return all, nil
}

// disagreements lists the wrong answers of one text.
func disagreements(c Case, answers []answer) []Disagreement {
	var all []Disagreement
	for _, a := range answers {
		if a.gold == a.got {
			continue
		}
		all = append(all, Disagreement{
			Text: c.Gold.Text, Item: a.item, Element: a.element, Gold: a.gold, Got: a.got,
			Confidence: a.confidence, Decision: a.finding.Decision,
			Evidence: firstLabel(c.Matrix, a.finding), Provisions: append([]string{}, a.provisions...),
		})
	}
	return all
}

// firstLabel cites the first piece of evidence, in a dossier with its text.
func firstLabel(m *coverage.Matrix, f *coverage.Finding) string {
	if len(f.Evidence) == 0 {
		return ""
	}
	if len(m.Texts) > 1 {
		return f.Evidence[0].Text + " " + f.Evidence[0].Label
	}
	return f.Evidence[0].Label
}

// tables counts labels against answers for every element.
func tables(answers []answer) []ElementTable {
	type key struct{ item, element string }
	place := map[key]int{}
	all := []ElementTable{}
	for _, a := range answers {
		k := key{a.item, a.element}
		at, seen := place[k]
		if !seen {
			at = len(all)
			place[k] = at
			all = append(all, ElementTable{Item: a.item, Element: a.element})
		}
		all[at].add(a.gold, a.got)
	}
	return all
}

func (t *ElementTable) add(gold, got coverage.Value) {
	t.Answers++
	if gold == got {
		t.Right++
	}
	rank := func(c Count) int {
		return slices.Index(values, c.Gold)*len(values) + slices.Index(values, c.Got)
	}
	count := Count{Gold: gold, Got: got, Texts: 1}
	at, found := slices.BinarySearchFunc(t.Counts, count, func(a, b Count) int { return rank(a) - rank(b) })
	if found {
		t.Counts[at].Texts++
		return
	}
	t.Counts = slices.Insert(t.Counts, at, count)
}

// values are all answers, in the order in which tables list them.
var values = []coverage.Value{coverage.Yes, coverage.Partial, coverage.No, coverage.Unknown}
