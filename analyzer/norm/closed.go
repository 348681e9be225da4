package norm

import "lacuna/analyzer/document"

// closeLists holds the rules on legal persons of a text to the list of offences for
// which alone, as one of them says, legal persons answer: "a legal person is liable
// only for the offences of articles 28 to 31".
func closeLists(norms []*Norm) {
	for _, list := range norms {
		if list.Kind != Rule || list.Scope.All || len(list.Refs) == 0 || !list.own("closed_list") || !list.own("legal_person") || !list.own("liability") {
			continue
		}
		for _, n := range norms {
			if n.Scope.All && n.own("legal_person") && !n.own("abroad", "territory") { // where the law holds is another question
				n.Scope = list.Scope
			}
		}
	}
}

// listedPersons gives the rules on legal persons of a chapter, "the measures applied
// to legal persons are …", the list of offences by which another of them limits when
// such a person answers.
func listedPersons(norms []*Norm) {
	limited := map[*document.Section]*Norm{}
	for _, n := range norms {
		if n.Kind == Rule && n.own("legal_person_liable") && n.own("listed_offences") && !n.Scope.All && len(n.Refs) > 0 && limited[n.Provision.Parent] == nil {
			limited[n.Provision.Parent] = n
		}
	}
	for _, n := range norms {
		if by := limited[n.Provision.Parent]; by != nil && n.Kind == Rule && n.own("legal_person_liable") && n.Scope.All && !n.own("any_offence", "intentional_offence", "any_felony", "any_law", "this_text") {
			n.Scope = by.Scope
		}
	}
}
