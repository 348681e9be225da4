package norm

import (
	"slices"

	"lacuna/analyzer/document"
)

// separatePenalties gives offences that state no penalty that of a provision that
// punishes whoever contravenes theirs, else that of the provision right after
// theirs, where it punishes the same thing: the one section says what the offence
// is, the next how it is punished.
func separatePenalties(norms []*Norm) {
	backing := map[*document.Section]Sanction{}
	for _, n := range norms {
		if (n.own("contravention") || n.sentences()) && n.Sanction.Class != NoSanction {
			for _, p := range n.Refs {
				backing[p] = n.Sanction
			}
		}
	}
	for i, n := range norms {
		if n.Kind != Offence || n.Sanction.Class != NoSanction {
			continue
		}
		if s, ok := backing[n.Provision]; ok {
			n.Sanction = s
			continue
		}
		k := i
		for k < len(norms) && norms[k].Provision == n.Provision {
			k++
		}
		for last := k; k < len(norms) && norms[k].Provision == norms[last].Provision; k++ {
			if norms[k].Sanction.Class != NoSanction && n.sharesObject(norms[k]) {
				n.Sanction = norms[k].Sanction
				break
			}
		}
	}
}

// sentences reports whether a norm only says how offences that stand elsewhere are
// punished: "guilty of an offence under section 4 is liable to imprisonment".
func (n *Norm) sentences() bool {
	return n.Kind == Offence && len(n.Acts) == 0 && n.own("listed_offences") && !n.own(aroundOffences...)
}

// sharesObject reports whether two norms speak of one object, or the second of
// the section of the first, by its number or by its heading.
func (n *Norm) sharesObject(o *Norm) bool {
	if n.heading != nil && n.heading.named(o.tokens) {
		return true
	}
	for _, h := range o.Hits {
		i, _ := n.has.lib.ID(h.Concept)
		if n.has.lib.Concepts[i].Class == "object" && n.has.get(i) {
			return true
		}
	}
	return slices.Contains(o.Refs, n.Provision)
}

// defaultPenalties gives offences that name a class of offence and no penalty
// the penalty that the dossier states for such a class.
func defaultPenalties(norms []*Norm) {
	for _, rule := range norms {
		if rule.Sanction.Class != Imprisonment || !rule.own("default_penalty") || !rule.own("felony") || rule.own("attempt", "complicity", "conspiracy", "participation") {
			continue
		}
		for _, n := range norms {
			if n.Sanction.Class == ClassOnly && n.own("felony") {
				n.Sanction = rule.Sanction
			}
		}
	}
}

// inAge reports whether a hit is part of an age: "under eighteen years".
func inAge(h Hit, hits []Hit) bool {
	for _, a := range hits {
		switch a.Concept {
		case "age_below", "age_from", "child", "majority":
			if a.Via == h.Via && a.Span.Overlaps(h.Span) && a.Span != h.Span {
				return true
			}
		}
	}
	return false
}

// bound reports whether a term is a highest or lowest one alone: "up to ten
// years", "not less than five years".
func bound(term Hit, side string, hits []Hit) bool {
	for _, h := range hits {
		if h.Concept == side && len(term.Numbers) == 1 && h.Via == term.Via && h.Span.Contains(term.Span) {
			return true
		}
	}
	return false
}

// sanction reads the heaviest sanction among hits.
func sanction(hits []Hit) Sanction {
	var s Sanction
	var prison, fine, arrest, class bool
	for _, h := range hits {
		if h.Via != "" || inAge(h, hits) {
			continue
		}
		switch h.Concept {
		case "imprisonment", "life", "death":
			prison = true
			if h.Concept != "imprisonment" {
				s.Max = max(s.Max, 100*12)
			}
		case "years", "months":
			for _, n := range h.Numbers {
				if h.Concept == "years" {
					n *= 12
				}
				if n > 100*12 { // an amount of money
					continue
				}
				if !bound(h, "at_least", hits) {
					s.Max = max(s.Max, n)
				}
				if !bound(h, "at_most", hits) && (s.Min == 0 || n < s.Min) {
					s.Min = n
				}
			}
		case "fine":
			fine = true
		case "arrest":
			arrest = true
		case "felony", "misdemeanour":
			class = true
		}
	}
	switch {
	case prison:
		s.Class = Imprisonment
	case arrest:
		s.Class = ShortArrest
	case fine:
		s.Class = FineOnly
	case class:
		s.Class = ClassOnly
	}
	if s.Class != Imprisonment {
		s.Min, s.Max = 0, 0
	}
	return s
}
