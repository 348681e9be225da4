package compare

import (
	"slices"

	"lacuna/analyzer/coverage"
	"lacuna/analyzer/match"
	"lacuna/analyzer/norm"
)

// Forgotten is a closed list that leaves out offences on the point: those that
// no other rule reaches for this element.
type Forgotten struct {
	Item    string            `json:"item"`
	Title   string            `json:"title"`
	Element string            `json:"element"`
	List    coverage.Evidence `json:"list"`
	// Offences are the offences left out.
	Offences []coverage.Evidence `json:"offences"`
}

// Forget holds the closed lists of general rules (confiscation, jurisdiction,
// extradition, legal persons) against the main offences of a text. An offence is
// forgotten where the list names provisions by number, does not name the
// offence's, and no rule as good on the same point in another provision reaches it.
func Forget(s Side) []Forgotten {
	offences := mainOffences(s.Facts)
	var out []Forgotten
	for i := range s.Facts {
		f := &s.Facts[i]
		list := s.closed(f)
		if list == nil {
			continue
		}
		missed := Forgotten{Item: f.Item.ID, Title: f.Item.Title, Element: f.Element.ID, List: *unit(list.Norm)}
		for _, o := range offences {
			if !slices.ContainsFunc(f.Found, func(c match.Candidate) bool {
				return c.Rank <= list.Rank && (c.Norm.Provision != list.Norm.Provision || lists(c)) && c.Norm.Scope.Reaches(o)
			}) {
				missed.Offences = append(missed.Offences, *unit(o))
			}
		}
		if len(missed.Offences) > 0 {
			out = append(out, missed)
		}
	}
	return out
}

// closed is the rule that an answer on a general element rests on first, where it
// speaks of provisions named by number alone; else nil.
func (s Side) closed(f *match.Facts) *match.Candidate {
	var best *coverage.Evidence
	for _, it := range s.Matrix.Items {
		for _, e := range it.Elements {
			if it.ID == f.Item.ID && e.ID == f.Element.ID {
				best = first(e)
			}
		}
	}
	_, home := s.section(best)
	for i, c := range f.Found {
		if lists(c) && c.Norm.Provision == home {
			return &f.Found[i]
		}
	}
	return nil
}

// mainOffences lists one offence that states a penalty for each provision that a
// subject's main offences stand in.
func mainOffences(all []match.Facts) []*norm.Norm {
	var out []*norm.Norm
	for _, f := range all {
		if !asksSanction(f.Element) {
			continue
		}
		for _, o := range f.Offences {
			if !f.Weak && o.Sanction.Class != norm.NoSanction && !slices.ContainsFunc(out, func(x *norm.Norm) bool { return x.Provision == o.Provision }) {
				out = append(out, o)
			}
		}
	}
	return out
}
