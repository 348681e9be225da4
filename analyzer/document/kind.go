package document

import "lacuna/analyzer/message"

// TextKind is what kind of text a document is, as the text itself tells.
type TextKind string

// Kinds of texts. What a text of each can prove differs: a code that is silent
// on a point says something of a country's law, a treaty or a table of contents
// says nothing.
const (
	Code         TextKind = "code"          // a penal code
	SpecialAct   TextKind = "special act"   // an act on a subject of its own that bears on criminal law
	AmendingAct  TextKind = "amending act"  // instructions to change another act
	Treaty       TextKind = "treaty"        // a treaty, or an act that ratifies one
	ContentsPage TextKind = "contents page" // headings without the provisions that they promise
	OtherText    TextKind = "other"         // a subject far from criminal law
)

// Character is the kind of a text and what told it.
type Character struct {
	Kind TextKind
	Why  message.Sentence
	// Promised lists, of a contents page, what its lines announce.
	Promised []Promise
}

// Promise is a provision that a table of contents announces.
type Promise struct {
	Number  string `json:"provision"`
	Heading string `json:"heading"`
}
