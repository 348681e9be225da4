package coverage

import (
	"cmp"
	"slices"
	"strconv"

	"lacuna/analyzer/match"
	"lacuna/analyzer/message"
	"lacuna/analyzer/norm"
)

// slot judges an element that asks the main offences of a subject for a slot:
// the ages they protect, or the sanction they carry.
func (j *judge) slot(out *Finding, f *match.Facts) {
	if len(f.Offences) == 0 {
		out.Value, out.Decision = No, "not-found"
		out.because(message.Say("no-offence"))
		return
	}
	w := &f.Element.Find[0]
	var all []graded
	for _, n := range f.Offences {
		g := graded{Candidate: match.Candidate{Norm: n, Way: w, Target: n.Victim}}
		if w.Slot == "age" {
			g.value, g.decision = ageValue(n)
			if g.value == Partial {
				g.Narrow = []string{"age"}
				if n.Victim.Sex != "" {
					g.Narrow = []string{"sex"}
				}
			}
		} else {
			g.value, g.decision = sanctionValue(n)
		}
		if f.Weak && g.value == Yes {
			g.value, g.decision = Partial, "weaker"
		}
		all = append(all, g)
	}
	slices.SortStableFunc(all, func(a, b graded) int {
		return cmp.Or(cmp.Compare(valueOrder[a.value], valueOrder[b.value]), childFirst(a, b),
			cmp.Compare(j.weight[b.Norm.Provision], j.weight[a.Norm.Provision]))
	})
	best := all[0]
	out.Value, out.Decision = best.value, best.decision
	if w.Slot == "age" {
		j.ageReason(out, best, all)
	} else {
		out.because(sanctionReason(best.Norm.Sanction))
	}
	j.evidence(out, all)
}

func (j *judge) ageReason(out *Finding, best graded, all []graded) {
	t := best.Norm.Victim
	switch {
	case best.decision == "weaker":
		out.because(message.Say("nearest-narrower"))
	case out.Value == Partial && united(all):
		out.Value, out.Decision = Yes, "ages-united"
		out.because(message.Say("ages-united"))
	case out.Value == Partial && t.Sex != "":
		out.because(narrowedBy("sex", best.Candidate))
	case out.Value == Partial:
		out.because(narrowedBy("age", best.Candidate))
	case t.Concept == "child" && t.Assumed:
		out.because(message.Say("majority-assumed", "below", strconv.Itoa(t.Ages.Below)))
	case t.Concept == "child":
		out.because(message.Say("protects-below", "below", strconv.Itoa(t.Ages.Below)))
	default:
		out.because(message.Say("protects-all"))
	}
}

func ageValue(n *norm.Norm) (Value, string) {
	t := n.Victim
	switch {
	case t.Concept == "child" && !t.Ages.Protects(), t.Sex != "":
		return Partial, "narrowed"
	case t.Concept == "child" && t.Assumed:
		return Yes, "assumed-majority"
	}
	return Yes, "express"
}

// sanctionValue applies Article 3(3): imprisonment of a year or more is yes; a
// fine alone, a short arrest, or less than a year, partial.
func sanctionValue(n *norm.Norm) (Value, string) {
	s := n.Sanction
	if s.Class == norm.Imprisonment && (s.Max == 0 || s.Max >= 12) {
		return Yes, "express"
	}
	return Partial, "narrowed"
}

func sanctionReason(s norm.Sanction) Message {
	switch {
	case s.Class == norm.Imprisonment && s.Max >= 1200:
		return message.Say("carries-life")
	case s.Class == norm.Imprisonment && s.Max >= 12:
		return message.Say("carries-years", "years", strconv.Itoa(s.Max/12))
	case s.Class == norm.Imprisonment && s.Max > 0:
		return message.Say("carries-months", "months", strconv.Itoa(s.Max))
	case s.Class == norm.Imprisonment && s.Min >= 12:
		return message.Say("carries-least", "years", strconv.Itoa(s.Min/12))
	case s.Class == norm.Imprisonment:
		return message.Say("carries-imprisonment")
	case s.Class == norm.FineOnly:
		return message.Say("carries-fine")
	case s.Class == norm.ShortArrest:
		return message.Say("carries-arrest")
	case s.Class == norm.ClassOnly:
		return message.Say("carries-class")
	}
	return message.Say("carries-none")
}
