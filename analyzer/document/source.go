// Package document holds what every stage passes on: a Source (the normalised
// text of one file, with what its layout said), and a Document (the tree of
// parts, articles, paragraphs and points that was read in it).
//
// Positions are byte offsets into the one normalised text of a Source. Page,
// line and column are derived from them; a quote is always the text between
// two offsets.
package document

import (
	"sort"
	"strings"

	"lacuna/analyzer/message"
)

// Span is a half-open range [Start, End) of byte offsets in a Source's Text.
type Span struct {
	Start int `json:"start"`
	End   int `json:"end"`
}

// Empty reports whether the span holds no byte.
func (s Span) Empty() bool { return s.End <= s.Start }

// Contains reports whether o lies wholly inside s.
func (s Span) Contains(o Span) bool { return s.Start <= o.Start && o.End <= s.End }

// Overlaps reports whether s and o share a byte.
func (s Span) Overlaps(o Span) bool { return s.Start < o.End && o.Start < s.End }

// BlockKind says what the layout or the markup made of a block.
type BlockKind string

// The kinds of blocks that ingest tells apart. They speak of layout and
// markup, never of law: whether a heading is an article is outline's business.
const (
	Paragraph BlockKind = "paragraph"
	Heading   BlockKind = "heading" // marked up as a heading (Markdown #, HTML h1–h6)
	ListItem  BlockKind = "list"    // an item of a list whose mark is in the text
	TableRow  BlockKind = "table"
	Note      BlockKind = "note"     // a footnote or an editor's note: never law
	Foreign   BlockKind = "foreign"  // in another language than the one that is read
	Contents  BlockKind = "contents" // a line of a table of contents the layout gave away (dot leaders, links)
)

// Block is one line of the normalised text: a paragraph or a list point.
type Block struct {
	Span
	Kind   BlockKind
	Level  int     // heading level from markup, 1–6; 0 where there is none
	Page   int     // page of its first byte, from 1; 0 where the format has no pages
	Indent float64 // left edge in points, from the column's edge; in text files, in characters
	Size   float64 // size of most of its letters in points; 0 unknown
	Bold   bool    // most of its letters are bold
	Italic bool    // most of its letters are italic
	Center bool    // set in the middle of its column
	Anchor string  // the name or id the markup gives it, if any
	// Stressed are the first of its words that are bold or italic, where others
	// of its words are not; empty where there are none.
	Stressed Span
	// Raised lists superscripts inside the block, by offsets of the text.
	// A superscript is a number or a note: ingest keeps the flag, outline decides.
	Raised []Span
}

// Left is something that ingest left out of the text, so that nothing is lost silently.
type Left struct {
	Kind  string // "running head", "running foot", "page number", "hidden", …
	Page  int    // first page where it stood; 0 where the format has no pages
	Text  string
	Times int // how often it stood there
}

// Turn is an offset from which on the text stands on another page.
type Turn struct {
	Offset int
	Page   int // from 1
}

// Source is one file's text as ingest read it.
type Source struct {
	ID             string            // short name: the dossier's name for it, else the file's stem
	Path           string            // the file as the user named it
	Format         string            // "pdf", "html", "markdown", "text"…
	SHA256         string            // of the file's bytes, in hexadecimal
	Title          string            // from the user, the dossier or the file's own data; may be empty
	Language       string            // ISO 639-1; empty until it is found or given
	AsOf           string            // date of the wording, YYYY-MM-DD; empty is unknown
	Official       string            // "official", "translation" or "unknown"
	Majority       int               // age of majority in years as the user gave it; 0 not given
	Amends         string            // id of the text that this act amends, as the user named it; may be empty
	MajoritySource string            // the law that sets it, as the user named it; may be empty
	Text           string            // NFC, one line a block, no running heads or page numbers
	Blocks         []Block           // in reading order, covering every line of Text
	Pages          []int             // offset at which each page's text begins; nil where there are no pages
	Turns          []Turn            // where the page changes, if the text goes back to earlier pages (notes, columns in several languages); else nil
	Left           []Left            // what was left out
	Warnings       message.Sentences // what could not be read well, by pages
	Pictures       []int             // numbers, from 1, of pages whose text was read in pictures of them
	Doubts         []Span            // words read in a picture of which their reader was not sure, in the order of the text; nil where there are none
	Likely         []Likely          // what words read in a picture most likely are, in the order of the text; nil where nothing was
	EmptyPages     []int             // numbers, from 1, of pages that gave no text
	Unread         int               // large pictures whose words were not read, in formats without pages
	CutOff         bool              // the form of the file says that it breaks off before its end
	Revisions      []Revision        // tracked changes, in reading order; nil where there are none
}

// Page returns the number, from 1, of the page that holds the offset, and 0
// where the source has no pages.
func (s *Source) Page(offset int) int {
	if n := sort.Search(len(s.Turns), func(i int) bool { return s.Turns[i].Offset > offset }); n > 0 {
		return s.Turns[n-1].Page
	}
	return sort.SearchInts(s.Pages, offset+1)
}

// Quote returns the text between the two offsets of a span.
func (s *Source) Quote(p Span) string {
	if p.Empty() || p.Start < 0 || p.End > len(s.Text) {
		return ""
	}
	return s.Text[p.Start:p.End]
}

// Position is a place in the normalised text as people count it.
type Position struct {
	Line   int // from 1
	Column int // from 1, in runes
	Page   int // from 1; 0 where there are no pages
}

// Position derives line, column and page from an offset.
func (s *Source) Position(offset int) Position {
	head := s.Text[:offset]
	line := strings.Count(head, "\n")
	column := len([]rune(head[strings.LastIndexByte(head, '\n')+1:]))
	return Position{Line: line + 1, Column: column + 1, Page: s.Page(offset)}
}
