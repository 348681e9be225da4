// Package coverage says what the evidence means: for each element of a
// checklist whether a text covers it, narrows it or misses it, with the proof.
package coverage

import (
	"lacuna/analyzer/document"
	"lacuna/analyzer/message"
)

// Value is the answer for one element.
type Value string

// Values of an element.
const (
	Yes     Value = "yes"
	Partial Value = "partial"
	No      Value = "no"
	Unknown Value = "unknown"
)

// Status is the answer for one item, made from its elements.
type Status string

// Statuses of an item: all yes, all no, nothing but unknown (or unknown and
// no), and the rest.
const (
	Covered       Status = "covered"
	PartlyCovered Status = "partial"
	Gap           Status = "gap"
	NotKnown      Status = "unknown"
)

// Matrix is a checklist answered for one dossier.
type Matrix struct {
	Texts []Text `json:"texts"`
	Items []Item `json:"items"`
	// NotGiven are the acts in which subjects not fully covered often stand, and
	// that are not among the texts, those of most items first.
	NotGiven []Act `json:"acts_not_given"`
	// BlindSpots are the offences that name a child and that could not be placed:
	// a person should read them before a "not found" is relied on.
	BlindSpots []BlindSpot `json:"blind_spots"`
	Summary    Summary     `json:"summary"`
}

// Text describes one text of the dossier.
type Text struct {
	ID      string            `json:"id"`
	Title   string            `json:"title"`
	Kind    document.TextKind `json:"kind"`              // empty where it could not be told
	KindWhy message.Sentence  `json:"kind_why,omitzero"` // what told it
	// Promised is what a table of contents without a body announces.
	Promised []document.Promise `json:"promised,omitempty"`
	Language string             `json:"language"`
	Format   string             `json:"format"`
	SHA256   string             `json:"sha256"`
	AsOf     string             `json:"as_of"`    // "unknown" where nobody said
	Official string             `json:"official"` // official, translation, unknown
	// Majority is the age of majority in years that the user gave, with the law
	// that sets it; 0 where nobody said.
	Majority       int             `json:"majority,omitempty"`
	MajoritySource string          `json:"majority_source,omitempty"`
	Pages          int             `json:"pages"`
	Sections       int             `json:"sections"`
	Health         document.Health `json:"health"`
	// Carries are the ids of the items to one of whose answers the text gives the
	// best evidence: which act of a dossier holds what.
	Carries []string `json:"carries"`
}

// BlindSpot is an offence that names a child and of which no act is known.
type BlindSpot struct {
	Text      string `json:"text"`
	Provision string `json:"provision"`
	Label     string `json:"label"`
	Page      int    `json:"page"`
	Start     int    `json:"start"` // byte offsets, as Evidence has them
	End       int    `json:"end"`
	Quote     string `json:"quote"`
}

// Act is a kind of act that a dossier lacks.
type Act struct {
	Title string   `json:"title"` // as the checklist names it
	Items []string `json:"items"` // ids of the items whose subject often stands in it
}

// Treaty is where an item stands in the treaty, with its words.
type Treaty struct {
	Article   string `json:"article"`
	Paragraph string `json:"paragraph,omitempty"`
	Point     string `json:"point,omitempty"`
	Quote     string `json:"quote,omitempty"`
}

// Item is one obligation of the checklist and its answer.
type Item struct {
	ID        string    `json:"id"`
	Title     string    `json:"title"`
	Treaty    Treaty    `json:"treaty"`
	Force     string    `json:"force"` // shall, may, subject, definition
	Condition string    `json:"condition,omitempty"`
	Status    Status    `json:"status"`
	Elements  []Finding `json:"elements"`
}

// Finding is the answer for one element, with its proof for and against.
type Finding struct {
	ID         string     `json:"id"`
	Title      string     `json:"title"`
	Question   string     `json:"question,omitempty"`
	Value      Value      `json:"value"`
	Confidence int        `json:"confidence"` // per mille
	Decision   string     `json:"decision"`   // the path by which the value was reached
	Absence    string     `json:"absence,omitempty"`
	Reasons    []string   `json:"reasons"` // in English
	Evidence   []Evidence `json:"evidence"`
	NearMisses []NearMiss `json:"near_misses"`
	// Reach holds the general rules found against the main offences; nil where the
	// element asks for no general rule, or none was found.
	Reach *ReachTable `json:"reach,omitempty"`
	// Tried lists the refutations that were tried before a yes.
	Tried []string `json:"tried,omitempty"`
	// ReasonCodes and TriedCodes are Reasons and Tried as data, one for one.
	ReasonCodes []Message `json:"reason_codes,omitempty"`
	TriedCodes  []Message `json:"tried_codes,omitempty"`
}

// Evidence is a place in a text that covers an element, or a part of it.
// Start, End and Quote are the deciding leaf; Spans are all pieces read together.
type Evidence struct {
	Text       string   `json:"text"`
	Provision  string   `json:"provision"`
	Label      string   `json:"label"`
	Path       []string `json:"path"`
	Start      int      `json:"start"`
	End        int      `json:"end"`
	Page       int      `json:"page"`
	Quote      string   `json:"quote"`
	Spans      []Piece  `json:"spans"`
	NarrowedBy []string `json:"narrowed_by"` // in English
	// NarrowedCodes is NarrowedBy as data, one for one.
	NarrowedCodes []Message `json:"narrowed_codes,omitempty"`
}

// Piece is one of several spans that are read together.
type Piece struct {
	Text  string `json:"text,omitempty"` // the text it stands in, where that is not the evidence's
	Role  string `json:"role"`           // chapeau, point, closing, definition, …
	Start int    `json:"start"`
	End   int    `json:"end"`
	Quote string `json:"quote"`
}

// NearMiss is a place that looked like evidence and was turned down.
type NearMiss struct {
	Text      string `json:"text"`
	Provision string `json:"provision"`
	Label     string `json:"label"`
	Quote     string `json:"quote"`
	WhyNot    string `json:"why_not"` // in English
	// WhyNotCode is WhyNot as data.
	WhyNotCode Message `json:"why_not_code,omitzero"`
	Page       int     `json:"page,omitempty"`
}

// Summary counts items by status.
type Summary struct {
	Covered int `json:"covered"`
	Partial int `json:"partial"`
	Gap     int `json:"gap"`
	Unknown int `json:"unknown"`
}
