package norm

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
