// Package amend reads the instructions of an amending act and carries out those
// that are mechanical: words replaced or struck out, provisions inserted,
// replaced, renumbered or repealed. What it cannot carry out safely it leaves, and says why.
package amend

import (
	"cmp"
	"fmt"
	"strconv"
	"strings"

	"lacuna/analyzer/document"
	"lacuna/analyzer/lexicon"
	"lacuna/analyzer/message"
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
	Renumber     Operation = "renumber"
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

// Renumbered maps the numbers of the provisions that have another to the new ones.
func (a Amendment) Renumbered() map[string]string {
	out := map[string]string{}
	for _, c := range a.Changes {
		if c.Applied && c.Operation == Renumber && c.Old != "" {
			out[c.Old] = c.New
		}
	}
	return out
}

// Change is what became of one instruction of an amending act.
type Change struct {
	Act         string           `json:"act"`         // id of the amending act
	Instruction string           `json:"instruction"` // where it stands there, as a lawyer cites it
	Place       document.Span    `json:"place"`       // its words in the act's text
	Operation   Operation        `json:"operation"`
	Target      string           `json:"target"` // number of the provision of the law; empty where it is the whole law
	Where       string           `json:"where"`  // those provisions, as a lawyer cites them, parted by "; "; empty where it is the whole law
	Old         string           `json:"old,omitempty"`
	New         string           `json:"new,omitempty"`
	Times       int              `json:"times"` // how often words were replaced; 1 for other operations
	Applied     bool             `json:"applied"`
	Why         message.Sentence `json:"why,omitzero"` // why it was not applied
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

// Message says what became of the instruction, with its place in the act.
func (c Change) Message() message.Message {
	code := map[Operation]string{ReplaceWords: "amend-replaced", InsertWords: "amend-inserted", DeleteWords: "amend-struck",
		Repeal: "amend-repealed", Renumber: "amend-renumbered", Replace: "amend-reworded", Insert: "amend-added"}[c.Operation]
	words, _, _ := strings.Cut(c.New, "\n")
	args := []string{"act", c.Act, "label", c.Instruction, "old", c.Old, "new", words, "where", c.Where}
	switch {
	case !c.Applied:
		return message.Say("amend-not-done", append(args, "operation", string(c.Operation))...).With(c.Why.Message)
	case c.Times > 1 && (c.Operation == ReplaceWords || c.Operation == InsertWords || c.Operation == DeleteWords):
		return message.Say(code+"-times", append(args, "n", strconv.Itoa(c.Times))...)
	}
	return message.Say(code, args...)
}

// String says what became of the instruction in English.
func (c Change) String() string { return c.Message().String() }
