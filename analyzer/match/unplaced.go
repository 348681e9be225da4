package match

import (
	"slices"

	"lacuna/analyzer/document"
	"lacuna/analyzer/norm"
)

// elsewhere are the concepts by which an offence is known to be of another
// subject.
var elsewhere = []string{"other_offence", "sexual_act", "homicide", "theft"}

// childObjects are the things of an offence by which it names a child.
var childObjects = []string{"child_pornography", "child_prostitution"}

// Unplaced lists offences that name a child and of which no act is known, one a
// provision, in the order of the texts: what they forbid may be something that the
// checklist asks for, in words that the lexicon does not hold.
func Unplaced(norms []*norm.Norm) []*norm.Norm {
	known := map[*document.Section]bool{}
	for _, n := range norms {
		if len(n.Acts) > 0 || slices.ContainsFunc(elsewhere, n.Has) || n.Pointer {
			known[n.Provision] = true
		}
	}
	var out []*norm.Norm
	for _, n := range norms {
		onChild := n.Victim.Concept == "child" || slices.ContainsFunc(childObjects, n.Has)
		if n.Kind == norm.Offence && onChild && !known[n.Provision] {
			known[n.Provision] = true
			out = append(out, n)
		}
	}
	return out
}
