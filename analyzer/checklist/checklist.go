// Package checklist reads a treaty's checklist from YAML and checks it wholly
// while loading, so that nothing about it can fail later. A checklist speaks in
// concepts (see checklists/concepts.yaml), never in the words of a language.
package checklist

import "slices"

// Checklist is a treaty taken apart into obligations and their legal elements.
type Checklist struct {
	Schema   string // "lacuna/checklist/1"
	ID       string // "opsc"
	Version  string
	Title    string
	Treaty   string    // the treaty's full name
	Groups   []Group   // in order: how a matrix is divided (by treaty article)
	Subjects []Subject // the main offences that general rules must reach
	Items    []Item
	SHA256   string // of the file's bytes
}

// Group is a division of the matrix, usually one article of the treaty.
type Group struct {
	ID    string
	Title string
}

// Subject names one of the treaty's main offences. General rules (attempt,
// jurisdiction, confiscation) must reach each of them. Its offences are the
// norms that gave the evidence of the elements it lists, the first best.
type Subject struct {
	ID       string // "sale"
	Title    string
	Elements []string // "item/element" ids
}

// Force is how an obligation binds.
type Force string

// Forces of an item. Definition is not a duty of its own; Subject is a duty
// "subject to the provisions of national law"; May is a mere power.
const (
	Shall        Force = "shall"
	May          Force = "may"
	SubjectToLaw Force = "subject"
	Definition   Force = "definition"
)

// Item is one obligation.
type Item struct {
	ID        string // "3.1.c"
	Group     string // id of a Group
	Title     string
	Question  string // in plain words
	Article   string // of the treaty
	Paragraph string
	Point     string
	Quote     string // the treaty's own words; empty where the item rests on another instrument, then Source says which
	Source    string // the instrument, where it is not the treaty itself
	Force     Force
	Condition string // "treaty-required", "treaty-not-required" or empty
	Elements  []Element
	Usually   []string // titles of the acts in which the subject usually stands, if not in a penal code
}

// Element is one thing that the obligation asks of the law.
type Element struct {
	ID       string
	Title    string
	Question string
	Find     []Way // best first
}

// Reach says which subjects' main offences a general rule must reach.
type Reach string

// Reaches of a way: it is no general rule; it must reach the offences of every
// subject, and is partial where it reaches some; it is enough that it reaches some.
const (
	NoReach  Reach = ""
	ReachAll Reach = "all"
	ReachAny Reach = "any"
)

// Way is one way in which a provision can cover an element: constraints that a
// norm must meet, all of them. Each list is met by any one of its concepts.
type Way struct {
	Norm    []string   // kinds of norms: offence, definition, rule, …
	Act     []string   // conduct
	Object  []string   // what the conduct is directed at
	Purpose []string   // the end named in the provision
	Has     [][]string // further concepts: each group must be met by one of its concepts
	Not     []string   // concepts that must not stand in the provision
	Narrows []string   // slots that lower yes to partial when they narrow: age, means, sex, gain, …
	Subject string     // with Slot: ask the offences of this subject for their age or sanction
	Slot    string     // "age", "sanction"
	Without string     // holds only where no offence of this subject was found by another way
	Weak    bool       // the offence is not one on the point: what is asked of it is at most partial
	Reach   Reach      // a general rule: which subjects' offences it must reach
	Value   string     // what it gives when met: "yes" (default) or "partial"
	Ruling  []int      // rulings of the reading rubric that it rests on
	Because string     // the reason in plain words, printed with the finding
}

// OnPersons reports whether the conduct must be directed at a person rather than at
// a thing.
func (w *Way) OnPersons() bool {
	return slices.Contains(w.Object, "child") || slices.Contains(w.Object, "person")
}
