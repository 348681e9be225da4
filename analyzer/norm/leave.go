package norm

import "slices"

// leaves tells the rules on what nationals do abroad of the leave that prosecution
// needs, where another paragraph says so, "it is prosecuted only upon a complaint",
// or another provision of their chapter does for acts abroad.
func leaves(norms []*Norm) {
	for _, n := range norms {
		if n.Kind != Rule || !n.own("abroad") || !n.own("offender_national") || n.own("leave_needed") {
			continue
		}
		for _, other := range norms {
			if other.Kind == Rule && other.limits(n) {
				n.take(other, "leave_needed")
				break
			}
		}
	}
}

// limits reports whether a rule asks for leave before what another rule punishes is
// prosecuted: it stands beside that rule, names its provision, or speaks of acts
// abroad whoever did them.
func (n *Norm) limits(other *Norm) bool {
	if !n.own("leave_needed") || n.own("offender_national", "offender_resident", "victim_national", "extradition", "not_extradited") {
		return false
	}
	return n.Provision == other.Provision || n.Provision.Parent == other.Provision.Parent && (n.own("abroad") && len(n.Refs) == 0 || slices.Contains(n.Refs, other.Provision))
}
