package document

import "lacuna/analyzer/message"

// Health says how far a text can be trusted.
type Health struct {
	Grade         string            `json:"grade"` // "good", "fair", "poor", "unreadable"
	NumberingGaps []string          `json:"numbering_gaps"`
	Repeats       []string          `json:"numbering_repeats,omitempty"`
	Placed        int               `json:"placed"` // share of the text that stands in a provision, per mille
	Notes         message.Sentences `json:"notes"`
	// Regions are the parts of the text that were damaged, in reading order;
	// what stands outside them was read well.
	Regions []Region `json:"regions,omitempty"`
	// LeftOut is what was taken for running heads, page numbers and the like.
	LeftOut []LeftOut `json:"left_out,omitempty"`
}

// Damage is what happened to a region.
type Damage string

// Kinds of damage.
const (
	Missing     Damage = "missing provisions"
	EmptyPages  Damage = "pages without text"
	Characters  Damage = "doubtful characters"
	OtherTongue Damage = "another language"
	BrokenOff   Damage = "broken off"
	Anew        Damage = "numbering begins anew"
	Unamended   Damage = "amendment not carried out"
)

// Region is a stretch of a text that was read badly, or at which text is missing.
type Region struct {
	Damage     Damage           `json:"damage"`
	Chapter    []string         `json:"chapter"`            // headings of the groups that hold it, the widest first
	Provisions []string         `json:"provisions"`         // those damaged, or the numbers that are missing
	Pages      []int            `json:"pages,omitempty"`    // those damaged, or between which text is missing
	Promised   []Promise        `json:"promised,omitempty"` // what a table of contents announces for it
	Start      int              `json:"start"`              // where it begins, bytes of the text
	End        int              `json:"end"`                // where it ends; Start where nothing is left of it
	Note       message.Sentence `json:"note"`
	// Unknown lists the elements that nothing was found for and that this region
	// could have held: their answer is unknown, not no.
	Unknown []string `json:"turns_unknown,omitempty"`
	// Around are the headings beside the damage, which tell what it could have held.
	Around []Span `json:"-"`
	// Open says that text may be missing of which nothing announces the subject:
	// the rest of a file that breaks off.
	Open bool `json:"-"`
}

// LeftOut counts what was left out of the text on purpose, by kind.
type LeftOut struct {
	Kind  string `json:"kind"` // "running head", "page number", …
	Lines int    `json:"lines"`
	First string `json:"first"` // the first of them
}
