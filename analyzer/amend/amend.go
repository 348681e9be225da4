// Package amend reads the instructions of an amending act and carries out those
// that are mechanical: words replaced or struck out, provisions inserted,
// replaced or repealed. What it cannot carry out safely it leaves, and says why.
package amend

import (
	"cmp"
	"fmt"
	"strings"

	"lacuna/analyzer/document"
	"lacuna/analyzer/lexicon"
)

// Operation is what an instruction does.
type Operation string

// Operations of instructions.
const (
	ReplaceWords Operation = "replace words"
	InsertWords  Operation = "insert words"
	DeleteWords  Operation = "delete words"
	Replace      Operation = "replace"
	Insert       Operation = "insert"
	Repeal       Operation = "repeal"
	Other        Operation = "other change" // a change of a provision that is none of these
)

// Amendment is what an amending act made of the law that it amends.
type Amendment struct {
	Law, Act, Text string // ids: the law as it was given, the act, the text as amended by all acts
	Changes        []Change
}

// Open lists the numbers of the provisions of which a change was not applied.
func (a Amendment) Open() []string {
	var out []string
	for _, c := range a.Changes {
		if !c.Applied {
			out = append(out, c.Touched...)
		}
	}
	return out
}

// Change is what became of one instruction of an amending act.
type Change struct {
	Act         string        `json:"act"`         // id of the amending act
	Instruction string        `json:"instruction"` // where it stands there, as a lawyer cites it
	Place       document.Span `json:"place"`       // its words in the act's text
	Operation   Operation     `json:"operation"`
	Target      string        `json:"target"` // number of the provision of the law; empty where it is the whole law
	Where       string        `json:"where"`  // that provision, as a lawyer cites it; "the whole law" where it is that
	Old         string        `json:"old,omitempty"`
	New         string        `json:"new,omitempty"`
	Times       int           `json:"times"` // how often words were replaced; 1 for other operations
	Applied     bool          `json:"applied"`
	Why         string        `json:"why,omitempty"` // why it was not applied
	// Touched are the numbers of the provisions of the law whose words it changes
	// or, where it was not applied, those that it names.
	Touched []string      `json:"touched"`
	Span    document.Span `json:"span"` // what stands there after this act, in the amended text
}

// Apply carries out the instructions of an act on the law that it amends. It
// returns the amended text, a Source of its own without pages, and what became of
// each instruction, in the act's order. The law and the act are left as they are.
// pack is the lexicon of the act's language.
func Apply(law, act *document.Document, pack *lexicon.Pack) (*document.Source, []Change) {
	e := &editor{law: law}
	var changes []Change
	for _, in := range Instructions(act, pack) {
		changes = append(changes, e.carryOut(in))
	}
	src := e.assemble()
	src.ID = law.ID + "+" + act.ID
	src.Title = strings.TrimSpace(fmt.Sprintf("%s, as amended by %s", cmp.Or(law.Title, law.ID), cmp.Or(act.Title, act.ID)))
	if act.AsOf != "" {
		src.AsOf = act.AsOf
	}
	for i := range changes {
		if changes[i].Applied {
			changes[i].Span = e.placed[i]
		}
	}
	return src, changes
}

// Targets counts the provisions of a law that the instructions of an act name,
// and how many of them the law has: the act amends the law that has most.
func Targets(law, act *document.Document, pack *lexicon.Pack) (named, found int) {
	numbers := map[string]bool{}
	for _, p := range law.Provisions() {
		numbers[level(p.Number)] = true
	}
	for _, in := range Instructions(act, pack) {
		for _, t := range in.Targets {
			named++
			if numbers[level(t)] {
				found++
			}
		}
	}
	return named, found
}

// String says what became of the instruction, with its place in the act.
func (c Change) String() string {
	if !c.Applied {
		return fmt.Sprintf("%s %s was not carried out (%s, %s): %s.", c.Act, c.Instruction, c.Operation, c.Where, c.Why)
	}
	return fmt.Sprintf("%s %s: %s", c.Act, c.Instruction, c.done())
}

// done says what the instruction did.
func (c Change) done() string {
	switch c.Operation {
	case ReplaceWords:
		return fmt.Sprintf("“%s” became “%s” in %s%s.", c.Old, c.New, c.Where, c.times())
	case InsertWords:
		return fmt.Sprintf("“%s” was inserted beside “%s” in %s%s.", c.New, c.Old, c.Where, c.times())
	case DeleteWords:
		return fmt.Sprintf("“%s” was struck out in %s%s.", c.Old, c.Where, c.times())
	case Repeal:
		return c.Where + " repealed."
	case Replace:
		return c.Where + " has a new wording."
	}
	line, _, _ := strings.Cut(c.New, "\n")
	return "“" + line + "” was inserted."
}

// times says how often words were changed, where it was more than once.
func (c Change) times() string {
	if c.Times < 2 {
		return ""
	}
	return fmt.Sprintf(", %d times", c.Times)
}
