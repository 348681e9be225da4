package coverage

import (
	"lacuna/analyzer/checklist"
	"lacuna/analyzer/document"
	"lacuna/analyzer/match"
)

// ReachTable holds general rules (attempt, jurisdiction, confiscation …) against
// the main offences found: which rule reaches which offence.
type ReachTable struct {
	Rules    []Rule         `json:"rules"`
	Offences []ReachOffence `json:"offences"`
}

// Rule is the provision of a general rule.
type Rule struct {
	Text  string `json:"text"`
	Label string `json:"label"`
}

// ReachOffence is a provision that holds main offences of a subject, and how far
// each rule reaches it: yes; partial where it reaches some of its offences; no.
type ReachOffence struct {
	Subject   string  `json:"subject"`
	Text      string  `json:"text"`
	Provision string  `json:"provision"`
	Label     string  `json:"label"`
	Reached   []Value `json:"reached"` // one for each rule
}

// mostRules is how many rules the table shows; those behind add little.
const mostRules = 4

// reachTable lays out how far the rules found reach, the best first; nil where
// the element asks for no general rule, or there is no main offence.
func reachTable(all []graded) *ReachTable {
	if all[0].Way.Reach == checklist.NoReach {
		return nil
	}
	t := &ReachTable{}
	rows := map[place]int{}
	seen := map[*document.Section]bool{}
	for _, g := range all {
		if seen[g.Norm.Provision] || len(t.Rules) == mostRules {
			continue
		}
		reach := g.Reach()
		if len(reach) == 0 {
			continue
		}
		seen[g.Norm.Provision] = true
		t.Rules = append(t.Rules, Rule{Text: g.Norm.Doc.ID, Label: g.Norm.Doc.Label(g.Norm.Unit)})
		t.add(reach, rows)
	}
	if len(t.Rules) == 0 {
		return nil
	}
	return t
}

// add adds the column of one rule.
func (t *ReachTable) add(reach []match.Reach, rows map[place]int) {
	column := len(t.Rules)
	for _, r := range reach {
		row := t.row(r, rows)
		switch value := valueOf(r.Reached); {
		case len(row.Reached) < column:
			row.Reached = append(row.Reached, value)
		case row.Reached[column-1] != value:
			row.Reached[column-1] = Partial
		}
	}
}

// place is a provision that holds offences of a subject, by its citation.
type place struct{ subject, text, label string }

// row finds the row of an offence, or makes it.
func (t *ReachTable) row(r match.Reach, rows map[place]int) *ReachOffence {
	doc, home := r.Offence.Doc, r.Offence.Provision
	at := place{r.Subject, doc.ID, doc.Label(home)}
	i, ok := rows[at]
	if !ok {
		i = len(t.Offences)
		rows[at] = i
		t.Offences = append(t.Offences, ReachOffence{Subject: r.Subject, Text: doc.ID, Provision: provision(home), Label: at.label})
	}
	return &t.Offences[i]
}

func valueOf(reached bool) Value {
	if reached {
		return Yes
	}
	return No
}
