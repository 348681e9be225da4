package coverage

import (
	"cmp"
	"slices"

	"lacuna/analyzer/checklist"
	"lacuna/analyzer/match"
	"lacuna/analyzer/norm"
)

// precedence is why a lawyer cites one provision before another: the one for which
// it holds stands first. Each is asked only where those before it are silent.
type precedence func(*match.Facts, graded) bool

// order puts the proofs of an element in the order in which they are cited: those
// worth most, the better way of the checklist, the less narrowed, then as the
// precedences say; last the provision that answers more elements and the plainer
// reading. Where all are silent the order of the law decides.
func (j *judge) order(f *match.Facts, all []graded) {
	slices.SortStableFunc(all, func(a, b graded) int {
		return cmp.Or(
			cmp.Compare(valueOrder[a.value], valueOrder[b.value]),
			preceding(f, a, b, baseOffence),
			cmp.Compare(a.Rank, b.Rank),
			cmp.Compare(len(a.Narrow)+len(a.Missed), len(b.Narrow)+len(b.Missed)),
			preceding(f, a, b, definesIt, namesPurpose, namesChild, headed, opens),
			j.weightier(a, b),
			cmp.Compare(decisionOrder[a.decision], decisionOrder[b.decision]),
		)
	})
}

var valueOrder = map[Value]int{Yes: 0, Partial: 1, No: 2, Unknown: 3}

var decisionOrder = map[string]int{"express": 0, "reach-all": 0, "general": 0, "assumed-majority": 1, "necessary": 2, "reach-threshold": 2, "inherited": 3, "term-resolved": 4}

// preceding asks the precedences in turn which of two proofs stands first.
func preceding(f *match.Facts, a, b graded, list ...precedence) int {
	for _, first := range list {
		switch x, y := first(f, a), first(f, b); {
		case x && !y:
			return -1
		case y && !x:
			return 1
		}
	}
	return 0
}

// asksRule reports whether the way asks for a rule that reaches other provisions.
func (g graded) asksRule() bool { return g.Way.Reach != checklist.NoReach }

// baseOffence: an offence stands before its aggravation.
func baseOffence(_ *match.Facts, g graded) bool {
	return g.asksRule() || g.Norm.Kind != norm.Aggravation
}

// definesIt: where the treaty says what a thing is, the provision that defines it stands first.
func definesIt(f *match.Facts, g graded) bool {
	return f.Item.Force == checklist.Definition && g.Norm.Kind == norm.Definition
}

// namesPurpose: a transfer for the very purpose stands before one for exploitation
// in general, or whatever its purpose.
func namesPurpose(_ *match.Facts, g graded) bool {
	return len(g.Way.Purpose) == 0 || slices.ContainsFunc(g.Norm.Purposes, func(p string) bool {
		return p != "exploitation" && slices.Contains(g.Way.Purpose, p)
	})
}

// namesChild: an offence against a child stands before one against persons of any age.
func namesChild(_ *match.Facts, g graded) bool {
	return g.asksRule() || g.Norm.Victim.Concept == "child"
}

// headed: a provision whose heading is on the point stands before one whose heading is not.
func headed(_ *match.Facts, g graded) bool { return g.Topic }

// opens: an offence made in the opening words of its provision stands before one
// added in a later paragraph.
func opens(_ *match.Facts, g graded) bool {
	if g.asksRule() {
		return true
	}
	for u := g.Norm.Unit; u != g.Norm.Provision && u.Parent != nil; u = u.Parent {
		if u.Parent.Children[0] != u {
			return false
		}
	}
	return true
}

// weightier puts the provision first that is evidence for more elements; among
// rules of the general part the order of the law decides.
func (j *judge) weightier(a, b graded) int {
	if a.asksRule() && b.asksRule() {
		return 0
	}
	return cmp.Compare(j.weight[b.Norm.Provision], j.weight[a.Norm.Provision])
}
