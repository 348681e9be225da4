package coverage

import (
	"slices"
	"strings"

	"lacuna/analyzer/document"
	"lacuna/analyzer/dossier"
	"lacuna/analyzer/match"
	"lacuna/analyzer/message"
	"lacuna/analyzer/norm"
)

// Kinds of absence.
const (
	None           = "none"                 // nothing on the point
	OtherActLikely = "other-act-likely"     // the subject usually stands in another act, which was not given
	RepealedLaw    = "repealed"             // a provision whose heading is on the point is repealed
	Moved          = "moved"                // it is repealed, and names another act
	TurnedDown     = "turned-down"          // something on the point was read and turned down
	OutsideKind    = "outside-kind-of-text" // special acts alone were given, on other subjects
)

// absence says of what kind a no is.
func (j *judge) absence(out *Finding, f *match.Facts) {
	lacking := dossier.Lacking(f.Item.Usually, j.docs)
	switch {
	case len(f.Struck) > 0:
		j.struck(out, f.Struck)
	case len(f.Near) > 0:
		out.Absence = TurnedDown
	case j.special() && !j.answered[f.Item.Group]:
		out.Absence = OutsideKind
	case len(lacking) > 0:
		out.Absence = OtherActLikely
	default:
		out.Absence = None
	}
	if len(lacking) > 0 {
		out.because(message.Say("not-found-usually", "acts", strings.Join(lacking, "; ")))
	} else {
		out.because(message.Say("not-found"))
	}
}

// struck says that provisions whose headings are on the point are no longer law.
func (j *judge) struck(out *Finding, norms []*norm.Norm) {
	out.Absence = RepealedLaw
	if slices.ContainsFunc(norms, func(n *norm.Norm) bool { return n.Pointer }) {
		out.Absence = Moved
	}
	code := "struck"
	if out.Absence == Moved {
		code = "struck-moved"
	}
	out.because(message.Say(code, "labels", labels(norms)))
}

// special reports whether all texts are special acts: what lies outside their
// subjects would not stand in them.
func (j *judge) special() bool {
	return !slices.ContainsFunc(j.docs, func(d *document.Document) bool { return d.Character.Kind != document.SpecialAct })
}

// answered lists the groups of items in which anything was found.
func answered(facts []match.Facts) map[string]bool {
	out := map[string]bool{}
	for _, f := range facts {
		if len(f.Found) > 0 {
			out[f.Item.Group] = true
		}
	}
	return out
}
