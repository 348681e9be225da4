package coverage

import (
	"strings"

	"lacuna/analyzer/dossier"
	"lacuna/analyzer/match"
)

// Kinds of absence.
const (
	None           = "none"             // nothing on the point
	OtherActLikely = "other-act-likely" // the subject usually stands in another act, which was not given
	TurnedDown     = "turned-down"      // something on the point was read and turned down
)

// absence says of what kind a no is.
func (j *judge) absence(out *Finding, f *match.Facts) {
	lacking := dossier.Lacking(f.Item.Usually, j.docs)
	switch {
	case len(f.Near) > 0:
		out.Absence = TurnedDown
	case len(lacking) > 0:
		out.Absence = OtherActLikely
	default:
		out.Absence = None
	}
	if len(lacking) > 0 {
		out.because(say("not-found-usually", "acts", strings.Join(lacking, "; ")))
	} else {
		out.because(say("not-found"))
	}
}
