package coverage

import (
	"slices"
	"strings"

	"lacuna/analyzer/checklist"
	"lacuna/analyzer/match"
	"lacuna/analyzer/message"
	"lacuna/analyzer/norm"
)

// Offences that name a child and of which no act is known are blind spots. They
// take nothing from what was found; a "not found" beside them is worth less, and
// is unknown where one of them is about the very object that is sought.

// blindSpots cites the offences that could not be placed.
func blindSpots(unplaced []*norm.Norm) []BlindSpot {
	out := []BlindSpot{}
	for _, n := range unplaced {
		e := cite(n, nil)
		out = append(out, BlindSpot{Text: e.Text, Provision: e.Provision, Label: e.Label, Page: e.Page, Start: e.Start, End: e.End, Quote: e.Quote})
	}
	return out
}

// blind lowers a no beside blind spots.
func (j *judge) blind(out *Finding, f *match.Facts) {
	if len(j.unplaced) == 0 || !j.asked(f).offence {
		return
	}
	if about := slices.DeleteFunc(slices.Clone(j.unplaced), func(n *norm.Norm) bool { return !onObject(n, f.Element.Find) }); len(about) > 0 {
		out.Value, out.Decision, out.ReasonCodes = Unknown, "blind-spot", nil
		out.because(message.Say("unplaced-object", "labels", labels(about)))
		return
	}
	out.Decision = "not-found-blind"
	out.because(message.Say("unplaced", "labels", labels(j.unplaced)))
}

// onObject reports whether an offence is about a thing that one of the ways seeks;
// persons are no such thing.
func onObject(n *norm.Norm, ways []checklist.Way) bool {
	return slices.ContainsFunc(ways, func(w checklist.Way) bool {
		return !w.OnPersons() && slices.ContainsFunc(w.Object, n.Has)
	})
}

// labels names the provisions of norms.
func labels(norms []*norm.Norm) string {
	var out []string
	for _, n := range norms {
		out = append(out, n.Doc.Label(n.Provision))
	}
	return strings.Join(out, "; ")
}
