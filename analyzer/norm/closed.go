package norm

// closeLists holds the rules on legal persons to the offences for which alone, as one
// of them says, legal persons answer: every rule of the text where it says "only"
// ("a legal person is liable only for the offences of articles 28 to 31"), those of
// its own chapter where it lists when they answer ("the measures applied to legal
// persons are …").
func closeLists(norms []*Norm) {
	for _, list := range norms {
		if list.Kind != Rule || list.Scope.All || len(list.Refs) == 0 {
			continue
		}
		only := list.own("closed_list") && list.own("legal_person") && list.own("liability")
		listed := list.own("legal_person_liable") && list.own("listed_offences")
		if !only && !listed {
			continue
		}
		for _, n := range norms {
			if n.Scope.All && (only && onLegalPersons(n) || listed && list.Provision.Parent == n.Provision.Parent && leavesOpen(n)) {
				n.Scope = list.Scope
			}
		}
	}
}

// onLegalPersons says whether a norm is about legal persons and not about where the
// law holds for them, which is another question.
func onLegalPersons(n *Norm) bool {
	return n.own("legal_person") && !n.own("abroad", "territory")
}

// leavesOpen says whether a rule makes legal persons liable without a word on the
// offences.
func leavesOpen(n *Norm) bool {
	return n.Kind == Rule && n.own("legal_person_liable") && !n.own("any_offence", "intentional_offence", "any_felony", "any_law", "this_text")
}
