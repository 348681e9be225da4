package document

// RevisionKind is what a tracked change does.
type RevisionKind string

// Kinds of tracked changes. A change that joins or parts paragraphs has the
// kind of its mark; changes of mere formatting are not listed.
const (
	Inserted  RevisionKind = "inserted"
	Deleted   RevisionKind = "deleted"
	MovedFrom RevisionKind = "moved from"
	MovedTo   RevisionKind = "moved to"
)

// Revision is one tracked change of a word processor's file: what one author
// put in or took out at one place.
type Revision struct {
	Kind   RevisionKind
	Author string // as the file names the author; may be empty
	Date   string // as the file writes it, mostly RFC 3339; may be empty
	Text   string // the words put in or taken out; "¶" for a paragraph's end
	// Span is where the words stand in the Source's Text. It is empty where this
	// reading leaves them out, and for ends of paragraphs; then its Start says
	// where they would stand, if the paragraph is there at all.
	Span Span
}
