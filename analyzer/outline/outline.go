// Package outline reads the sections of a law: it turns a document.Source into
// a tree of parts, chapters, articles, paragraphs and points, and says how far
// the result can be trusted.
//
// Nothing here knows a country. A text is read in three steps: every block that
// could begin an article is a candidate of some form ("Article 12", "§ 12",
// "12."); the form whose numbers make the longest unbroken sequence over the
// whole text is the form of its articles; what stands between two of them is
// sorted into headings, notes, paragraphs and points by marks, by indentation
// and by the way sentences end.
//
// What the tree holds to:
//   - A chapeau is the Lead of the section whose children are its points; a
//     whole sentence before numbered paragraphs is a paragraph of its own,
//     without a number. Unnumbered paragraphs are children only where there is
//     more than one.
//   - Closing words are the Tail, also where explanations follow them. The
//     penalty set on a line of its own ("Pena - …") belongs to what it punishes.
//   - An explanation, illustration or exception is a child of its provision; its
//     number stays in its Mark.
//   - A heading above the number lies outside the section's Span. Notes lie
//     inside it, and leads and tails may hold them: take them out by Notes.
//   - Every wording of an article that is printed more than once is kept, and
//     named in the health; one that a remark says has ended is not in force.
package outline

import "lacuna/analyzer/document"

// Read finds the sections of a text. It never fails: a text without sections
// gives a document whose root has no children, with the grade "unreadable" or
// "poor" and notes that say why. The Source is kept as it is.
func Read(src *document.Source) *document.Document { return begin(src).read() }

// begin finds what each block of a text may be.
func begin(src *document.Source) *reader {
	r := &reader{src: src, doc: &document.Document{Source: src}}
	r.mendBlocks()
	r.levelMarks()
	r.classify()
	r.markQuoted()
	r.byForm, r.ranges = r.candidates()
	return r
}

// read chooses among what the blocks may be, and builds the document.
func (r *reader) read() *document.Document {
	r.choose()
	r.groups = findGroups(r)
	r.closeBody()
	r.placeTitles()
	r.build()
	r.judge()
	return r.doc
}

// reader holds what is known of one text while it is read.
type reader struct {
	src    *document.Source
	blocks []document.Block // the source's, mended
	doc    *document.Document

	quoted []bool         // what an amending law puts into another one
	torn   map[int]string // letters torn off the number in the block that begins at an offset
	role   []role         // what each block is, beside provisions and groups
	byForm [][]candidate  // the places where a provision of each form may begin, in reading order
	chain  []candidate    // the provisions, in reading order
	ranges []span         // ranges of numbers that one heading repeals or leaves free
	rest   leftOut        // candidates of the chosen form outside the chain
	groups map[int]group
	end    int            // index of the first block after the body of the law
	titles map[int]titled // by index in chain
	empty  int            // provisions in force without words of their own
	stops  bool           // provisions end with a stop
	// pageNumbers are the printed ones, by page of the file; nil until they are asked for.
	pageNumbers map[int][]int
}

// role is what a block is apart from headings of sections.
type role uint8

const (
	text     role = iota
	note          // an amendment note, an editor's note, a footnote
	contents      // a line of a table of contents
)

// words returns the text of a block.
func (r *reader) words(i int) string { return r.src.Text[r.blocks[i].Start:r.blocks[i].End] }

// smallPrint is the size, as a share of the body's, from which print is no
// longer that of a footnote.
const smallPrint = .9

// bodySize returns the size in which most of the text is set, 0 where sizes
// are not known.
func (r *reader) bodySize() float64 {
	letters := map[float64]int{}
	for _, b := range r.blocks {
		letters[b.Size] += b.End - b.Start
	}
	best := 0.0
	for size, n := range letters {
		if n > letters[best] || n == letters[best] && size > best {
			best = size
		}
	}
	return best
}

// classify marks notes and lines of contents, which are never sections.
func (r *reader) classify() {
	r.role = make([]role, len(r.blocks))
	body := r.bodySize()
	for i, b := range r.blocks {
		switch {
		case b.Kind == document.Note && (body == 0 || b.Size < body*smallPrint):
			r.role[i] = note
		case b.Kind == document.Foreign:
			r.role[i] = note
		case b.Kind == document.Contents:
			r.role[i] = contents
		case isNoteBlock(r.words(i)):
			r.role[i] = note
		case i > 0 && r.role[i-1] == note && leavesOpen(r.words(i-1)):
			r.role[i] = note
		}
	}
	r.markUpdates()
}
