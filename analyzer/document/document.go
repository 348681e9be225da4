package document

import "strings"

// Kind is the rank of a section in the tree.
type Kind string

// Kinds of sections, from the widest to the narrowest. Article and Section are
// the unit that a lawyer cites; what stands above groups them, what stands
// below divides them.
const (
	Root     Kind = "text"
	Book     Kind = "book"
	Part     Kind = "part"
	Title    Kind = "title"
	Chapter  Kind = "chapter"
	Division Kind = "division" // a section or subsection that only groups articles
	Schedule Kind = "schedule"
	Article  Kind = "article"
	Sect     Kind = "section"
	Para     Kind = "paragraph"   // (1), 1., §1, alinéa
	Point    Kind = "point"       // (a), a), –
	Subpoint Kind = "subpoint"    // (i), (aa)
	Explain  Kind = "explanation" // Explanation, Illustration, Note, Exception that stands as a piece of its own
)

// Groups reports whether sections of this kind group provisions: parts and chapters.
func (k Kind) Groups() bool {
	switch k {
	case Book, Part, Title, Chapter, Division:
		return true
	}
	return false
}

// State is whether a section is law.
type State string

// States of a section.
const (
	InForce    State = "in force"
	Repealed   State = "repealed"     // repealed, deleted, omitted
	NotInForce State = "not in force" // not yet commenced, or an old wording
	TreatyText State = "treaty"       // a schedule that prints a treaty: not the country's law
)

// Section is one node of a document's tree.
type Section struct {
	Kind     Kind
	Number   string // bare, in the text's own numbering: "163.1", "225-12-1", "128 bis", "1", "a"
	Mark     string // as written, with its word: "Article 640.-", "(1)", "a)"
	Title    Span   // the heading, without its number; empty where there is none
	Span     Span   // all of it, from the first byte of its mark to the end of its last child or tail
	Lead     Span   // its own words after mark and heading, before its first child (the chapeau; the whole of a leaf)
	Tail     Span   // its own words after its last child (closing words); empty where there are none
	State    State
	Parent   *Section
	Children []*Section
	// Notes are amendment notes and editor's remarks inside the section, never law.
	Notes []Span
}

// Citable reports whether the section is the unit that a lawyer cites: an
// article, a section, or a schedule.
func (s *Section) Citable() bool {
	return s.Kind == Article || s.Kind == Sect || s.Kind == Schedule
}

// Provision returns the article, section or schedule that holds s, or s
// itself; nil above that rank.
func (s *Section) Provision() *Section {
	for n := s; n != nil; n = n.Parent {
		if n.Citable() {
			return n
		}
	}
	return nil
}

// Within tells whether the section is group or stands anywhere below it.
func (s *Section) Within(group *Section) bool {
	for ; s != nil; s = s.Parent {
		if s == group {
			return true
		}
	}
	return false
}

// Walk calls visit for s and all below it, in reading order; where visit
// returns false it does not go deeper.
func (s *Section) Walk(visit func(*Section) bool) {
	if !visit(s) {
		return
	}
	for _, c := range s.Children {
		c.Walk(visit)
	}
}

// Document is a Source whose sections were found.
type Document struct {
	*Source
	Root      *Section
	Health    Health
	Character Character // empty until outline.Characterise told it
}

// Provisions lists articles, sections and schedules in reading order.
func (d *Document) Provisions() []*Section {
	var out []*Section
	d.Root.Walk(func(s *Section) bool {
		if s.Citable() {
			out = append(out, s)
			return false
		}
		return true
	})
	return out
}

// Label cites a section as a lawyer would, down to the point: "Article 640(1)(a)",
// "Section 370, Explanation 1".
func (d *Document) Label(s *Section) string {
	below := ""
	n := s
	for ; n != nil && !n.Citable(); n = n.Parent {
		switch {
		case n.Kind == Explain && n.Mark != "":
			below = ", " + strings.Trim(n.Mark, " .:-–—_") + below
		case n.Number != "":
			below = "(" + n.Number + ")" + below
		}
	}
	if n == nil {
		return strings.TrimSpace(s.Mark)
	}
	word := map[Kind]string{Article: "Article ", Sect: "Section "}[n.Kind]
	return word + n.Number + below
}

// Path lists the headings of the groups above s, the widest first.
func (d *Document) Path(s *Section) []string {
	var path []string
	for n := s.Parent; n != nil && n.Kind != Root; n = n.Parent {
		if n.Citable() {
			continue
		}
		if kind := n.Kind; kind == Para || kind == Point || kind == Subpoint || kind == Explain {
			continue
		}
		label := strings.TrimSpace(strings.TrimSpace(n.Mark) + " " + d.Quote(n.Title))
		path = append([]string{label}, path...)
	}
	return path
}
