package norm

import (
	"slices"
)

// attributes reports whether a norm, in words that punish, says no more than who
// answers for an offence, and where: "whoever aids is punished as an accomplice",
// "as authors of a felony are punished those who commit it together", "the legal
// person is punished by a fine", "shall be tried for acts done abroad".
func (n *Norm) attributes() bool {
	return n.answers() || n.Sanction.Class == NoSanction && n.reads("jurisdiction") ||
		n.Sanction.Class == ClassOnly && n.reads("jurisdiction") && n.reads("abroad")
}

// answers reports whether a norm says no more than who answers for an offence
// beside the one who completes it.
func (n *Norm) answers() bool {
	beside := n.own("attempt", "complicity", "participation", "instigation")
	return n.own("legal_person_liable") || n.Sanction.Class == NoSanction && beside ||
		n.Sanction.Class == ClassOnly && beside && n.own("any_offence", "any_felony")
}

// aroundOffences are what an offence may make punishable of any other offence:
// its attempt, help with it, its commission by a legal person or abroad.
var aroundOffences = []string{"attempt", "preparation", "complicity", "instigation", "conspiracy", "participation",
	"legal_person_liable", "officer_liable", "abroad", "offender_national", "not_extradited"}

// own reports whether one of the concepts stands in the norm's own words.
func (n *Norm) own(concepts ...string) bool {
	for _, h := range n.Hits {
		if h.Via == "" && slices.Contains(concepts, h.Concept) {
			return true
		}
	}
	return false
}
