package coverage

import (
	"slices"
	"strconv"

	"lacuna/analyzer/checklist"
	"lacuna/analyzer/match"
	"lacuna/analyzer/message"
	"lacuna/analyzer/norm"
)

// because adds reasons.
func (f *Finding) because(reasons ...Message) { f.ReasonCodes = append(f.ReasonCodes, reasons...) }

// reasons says why the best candidate gives its value.
func (j *judge) reasons(g graded) []Message {
	var out []Message
	add := func(code string, args ...string) { out = append(out, message.Say(code, args...)) }
	if g.decision == "pointer" {
		add("pointer")
	}
	if g.Way.Because != "" {
		add("because", "because", g.Way.Because)
	}
	for _, slot := range g.Narrow {
		out = append(out, narrowedBy(slot, g.Candidate))
	}
	for _, s := range g.Missed {
		add("misses-offences", "subject", s)
	}
	if g.Act != nil {
		switch {
		case g.Act.Via == norm.Defined:
			add("by-definition", "concept", g.Act.Concept, "term", g.Act.Term)
		case g.Act.Via == norm.Inherited:
			add("inherited", "concept", g.Act.Concept)
		case !slices.Contains(g.Way.Act, g.Act.Concept):
			add("takes-in", "concept", g.Act.Concept)
		}
	}
	if g.Target.Assumed && g.value == Yes {
		add("majority-assumed", "below", strconv.Itoa(g.Target.Ages.Below))
	}
	if t := g.Norm.Scope.Threshold; g.Way.Reach != checklist.NoReach && t > 0 {
		add("threshold", "years", strconv.Itoa(t/12))
	}
	return out
}

// narrowedBy says how a slot narrows a candidate.
func narrowedBy(slot string, c match.Candidate) Message {
	switch {
	case slot == "age" && c.Target.Ages.From > 0:
		return message.Say("only-ages", "from", strconv.Itoa(c.Target.Ages.From), "below", strconv.Itoa(c.Target.Ages.Below))
	case slot == "age":
		return message.Say("only-below", "below", strconv.Itoa(c.Target.Ages.Below))
	}
	return message.Say("only-" + slot)
}

// tried lists the refutations that a yes withstood.
func tried(g graded) []Message {
	out := []Message{message.Say("tried-repealed"), message.Say("tried-own-words")}
	if g.Norm.HoldsException() {
		out = append(out, message.Say("tried-exception"))
	} else {
		out = append(out, message.Say("tried-no-exception"))
	}
	for _, slot := range g.Way.Narrows {
		out = append(out, message.Say("tried-slot", "slot", slot))
	}
	if g.Way.Reach != checklist.NoReach {
		out = append(out, message.Say("tried-reach"))
	}
	return out
}

// inEnglish says in English what a finding holds as data.
func (j *judge) inEnglish(f *Finding) {
	f.Reasons, f.Tried = english(j.lib.Title, f.ReasonCodes...), english(j.lib.Title, f.TriedCodes...)
	for i := range f.Evidence {
		f.Evidence[i].NarrowedBy = english(j.lib.Title, f.Evidence[i].NarrowedCodes...)
	}
	for i := range f.NearMisses {
		f.NearMisses[i].WhyNot = english(j.lib.Title, f.NearMisses[i].WhyNotCode)[0]
	}
}
