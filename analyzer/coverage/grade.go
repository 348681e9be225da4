package coverage

import (
	"cmp"
	"slices"

	"lacuna/analyzer/checklist"
	"lacuna/analyzer/match"
	"lacuna/analyzer/norm"
)

// graded is a candidate with what it is worth.
type graded struct {
	match.Candidate
	value    Value
	decision string
}

// grade says what a candidate is worth: what its way gives, lowered to partial
// by what narrows it or by offences that a general rule does not reach.
func grade(c match.Candidate) graded {
	g := graded{Candidate: c, value: Yes, decision: "express"}
	switch {
	case c.Norm.Pointer:
		g.value, g.decision = Partial, "pointer"
	case c.Way.Value == "partial":
		g.value, g.decision = Partial, "weaker"
	case len(c.Narrow) > 0:
		g.value, g.decision = Partial, "narrowed"
	case len(c.Missed) > 0 && c.Way.Reach != checklist.ReachAny:
		g.value, g.decision = Partial, "reach-some"
	case c.Way.Reach != checklist.NoReach:
		g.decision = "reach-all"
		if c.Norm.Scope.Threshold > 0 {
			g.decision = "reach-threshold"
		}
	case c.Act != nil && c.Act.Via == norm.Inherited:
		g.decision = "inherited"
	case c.Act != nil && c.Act.Via == norm.Defined:
		g.decision = "term-resolved"
	case c.Act != nil && !slices.Contains(c.Way.Act, c.Act.Concept):
		g.decision = "necessary"
	case c.Target.Assumed:
		g.decision = "assumed-majority"
	case c.Way.Act == nil:
		g.decision = "general"
	}
	return g
}

var valueOrder = map[Value]int{Yes: 0, Partial: 1, No: 2, Unknown: 3}

var decisionOrder = map[string]int{"express": 0, "reach-all": 0, "general": 0, "assumed-majority": 1, "necessary": 2, "reach-threshold": 2, "inherited": 3, "term-resolved": 4}

// rank puts the candidates first that are cited first.
func (j *judge) rank(all []graded) {
	slices.SortStableFunc(all, func(a, b graded) int {
		return cmp.Or(
			cmp.Compare(valueOrder[a.value], valueOrder[b.value]),
			cmp.Compare(a.Rank, b.Rank),
			cmp.Compare(len(a.Narrow)+len(a.Missed), len(b.Narrow)+len(b.Missed)),
			generalFirst(a, b),
			childFirst(a, b),
			onTopic(a, b),
			j.weightier(a, b),
			cmp.Compare(decisionOrder[a.decision], decisionOrder[b.decision]),
		)
	})
}

// generalFirst puts rules of the general part first, where one is asked for.
func generalFirst(a, b graded) int {
	of := func(g graded) int {
		if g.Way.Reach == checklist.NoReach || g.Norm.Kind == norm.Rule && g.Norm.Scope.All {
			return 0
		}
		return 1
	}
	return cmp.Compare(of(a), of(b))
}

// weightier puts the provision first that is evidence for more elements; among
// rules of the general part the order of the law decides.
func (j *judge) weightier(a, b graded) int {
	if a.Way.Reach != checklist.NoReach && b.Way.Reach != checklist.NoReach {
		return 0
	}
	return cmp.Compare(j.weight[b.Norm.Provision], j.weight[a.Norm.Provision])
}

// onTopic puts norms whose heading is on the point first.
func onTopic(a, b graded) int {
	switch {
	case a.Topic == b.Topic:
		return 0
	case a.Topic:
		return -1
	}
	return 1
}

// childFirst puts offences that name a child as the victim before those on persons
// of any age.
func childFirst(a, b graded) int {
	of := func(g graded) int {
		if g.Way.Reach != checklist.NoReach || g.Norm.Victim.Concept == "child" {
			return 0
		}
		return 1
	}
	return cmp.Compare(of(a), of(b))
}

// united reports whether norms that are narrowed by age alone protect, together,
// everyone under 18.
func united(all []graded) bool {
	var spans []norm.Ages
	for _, g := range all {
		if len(g.Narrow) == 1 && g.Narrow[0] == "age" && g.Way.Value == "yes" {
			spans = append(spans, g.Target.Ages)
		}
	}
	slices.SortFunc(spans, func(a, b norm.Ages) int { return cmp.Compare(a.From, b.From) })
	reached := 0
	for _, s := range spans {
		if s.From > reached {
			return false
		}
		reached = max(reached, s.Below)
	}
	return reached >= 18
}

// together reports whether rules that each reach some main offences reach, all
// together, every one.
func together(all []graded) bool {
	missed := map[string]bool{}
	for _, s := range all[0].Missed {
		missed[s] = true
	}
	for _, g := range all {
		if g.decision == "reach-some" && !g.Norm.Scope.Own(g.Norm.Provision) {
			for _, s := range g.Reached {
				delete(missed, s)
			}
		}
	}
	return len(missed) == 0
}
