package compare

import (
	"cmp"
	"slices"

	"lacuna/analyzer/amend"
	"lacuna/analyzer/coverage"
	"lacuna/analyzer/document"
	"lacuna/analyzer/match"
	"lacuna/analyzer/message"
)

// Side is one of two texts, or sets of texts, that are compared. A saved
// assessment has a matrix alone.
type Side struct {
	Name      string
	Matrix    *coverage.Matrix
	Documents []*document.Document
	Facts     []match.Facts
	// Amended is what amending acts made of the old side, where this is that; nil
	// where the texts were given whole.
	Amended []amend.Amendment
}

// Kind says what became of an answer.
type Kind string

// Kinds of changes, the worst first.
const (
	Lost         Kind = "lost"         // covered, wholly or in part, and no longer
	Weakened     Kind = "weakened"     // covered more narrowly than before
	Unclear      Kind = "unclear"      // known before or after, but not both
	Strengthened Kind = "strengthened" // covered more widely than before
	Gained       Kind = "gained"       // not covered before
)

// Kinds lists the kinds of changes, the worst first.
var Kinds = []Kind{Lost, Weakened, Unclear, Strengthened, Gained}

// Change is what became of one element, or of several of an item that changed
// by the same words.
type Change struct {
	Kind     Kind           `json:"kind"`
	Item     string         `json:"item"`
	Title    string         `json:"title"`
	Force    string         `json:"force"`
	Elements []string       `json:"elements"`
	Old      coverage.Value `json:"old"`
	New      coverage.Value `json:"new"`
	// What says what changed: "only below 16 years".
	What message.Sentences `json:"what"`
	// Before and After are the words that the answers rest on. Where one answer
	// rests on nothing, it is what became of the other's provision, or nil.
	Before *coverage.Evidence `json:"before"`
	After  *coverage.Evidence `json:"after"`
	// Words are both passages word by word; nil where they have too little in common.
	Words []Run `json:"words"`
	// Moved says that the provision has another number or place: "Article 75 is
	// now Article 95"; empty where it has not.
	Moved message.Sentence `json:"moved,omitzero"`
	// Revisions are the tracked changes at these words, where the texts have any.
	Revisions []Revision `json:"revisions,omitempty"`
	// Amendments are those by which it came about, where the new text is the old
	// one as amended.
	Amendments []amend.Change `json:"amendments,omitempty"`
}

// Changes is a comparison of an old with a new text, element by element.
type Changes struct {
	Old, New  Side
	Changes   []Change    // by kind, then in the checklist's order
	Forgotten []Forgotten // in the new text
	// Tracked says that both sides are readings of one file with tracked changes.
	Tracked bool
	// Provisions counts those of the old text: found again, renumbered, moved,
	// and gone; nil where one side is a saved assessment.
	Provisions *Counts
}

// Counts is what became of the provisions of an old text.
type Counts struct {
	Old        int `json:"old"`
	New        int `json:"new"`
	Renumbered int `json:"renumbered"`
	Moved      int `json:"moved"`
	Gone       int `json:"gone"`
	Open       int `json:"open,omitempty"` // an amendment of it was not carried out
}

// Diff compares what an old and a new text cover. It finds provisions again by
// their words, not by their numbers.
func Diff(before, after Side) *Changes {
	d := &differ{old: before, now: after}
	out := &Changes{Old: before, New: after}
	if before.Documents != nil && after.Documents != nil {
		d.align = Align(before.Documents, after.Documents, after.Amended)
		out.Provisions = d.counts()
	}
	found := map[string]coverage.Finding{}
	for _, it := range after.Matrix.Items {
		for _, f := range it.Elements {
			found[it.ID+"/"+f.ID] = f
		}
	}
	for _, it := range before.Matrix.Items {
		for _, f := range it.Elements {
			if now, ok := found[it.ID+"/"+f.ID]; ok {
				d.element(it, f, now)
			}
		}
	}
	slices.SortStableFunc(d.changes, byKind)
	out.Changes, out.Forgotten = d.changes, Forget(after)
	out.owe()
	return out
}

// byKind orders changes, the worst kind first.
func byKind(a, b Change) int {
	return cmp.Compare(slices.Index(Kinds, a.Kind), slices.Index(Kinds, b.Kind))
}

// Lists reports whether there is a change of the kind.
func (c *Changes) Lists(kind Kind) bool {
	return slices.ContainsFunc(c.Changes, func(x Change) bool { return x.Kind == kind })
}

type differ struct {
	old, now Side
	align    *Alignment // nil where one side is a saved assessment
	changes  []Change
}

func (d *differ) counts() *Counts {
	c := &Counts{}
	for _, doc := range d.old.Documents {
		for _, p := range doc.Provisions() {
			if p.State != document.InForce {
				continue
			}
			c.Old++
			switch now := d.align.to[p]; {
			case d.align.open[p]:
				c.Open++
			case now == nil:
				c.Gone++
			default:
				if now.Number != p.Number {
					c.Renumbered++
				}
				if d.align.moved[p] {
					c.Moved++
				}
			}
		}
	}
	for _, doc := range d.now.Documents {
		for _, p := range doc.Provisions() {
			if p.State == document.InForce && d.align.from[p] == nil {
				c.New++
			}
		}
	}
	return c
}

var rank = map[coverage.Value]int{coverage.No: 0, coverage.Partial: 1, coverage.Yes: 2}

// element notes what became of one element.
func (d *differ) element(it coverage.Item, old, now coverage.Finding) {
	c := Change{Item: it.ID, Title: it.Title, Force: it.Force, Elements: []string{old.ID}, Old: old.Value, New: now.Value}
	switch {
	case old.Value == now.Value:
		d.sameValue(c, old, now)
		return
	case old.Value == coverage.Unknown || now.Value == coverage.Unknown:
		c.Kind = Unclear
	case now.Value == coverage.No:
		c.Kind = Lost
	case old.Value == coverage.No:
		c.Kind = Gained
	case rank[now.Value] < rank[old.Value]:
		c.Kind = Weakened
	default:
		c.Kind = Strengthened
	}
	switch c.Kind {
	case Lost, Weakened:
		c.Before = first(old)
		c.After = d.now.beside(now, d.became(c.Before))
		c.What = d.lost(c, old, now)
	case Gained, Strengthened:
		c.After = first(now)
		c.Before = d.old.beside(old, d.was(c.After))
		if c.What = wider(c.Before, c.After); len(c.What) == 0 && c.Kind == Strengthened {
			c.What = unlike("change-before", old, now)
		}
	default:
		c.Before, c.After = first(old), first(now)
		c.What = slices.Concat(said(old.Reasons, old.ReasonCodes), said(now.Reasons, now.ReasonCodes))
	}
	d.add(c)
}

// add completes a change, and joins it to one of the same item by the same words.
func (d *differ) add(c Change) {
	if c.Kind == Lost || c.Kind == Weakened {
		d.leaveOpen(&c)
	}
	if c.Before != nil && c.After != nil {
		if words := Words(together(c.Before), together(c.After)); shared(words) {
			c.Words = words
		}
	}
	c.Moved.Message = d.place(c.Before, c.After)
	for i := range d.changes {
		if b := &d.changes[i]; b.Item == c.Item && b.Kind == c.Kind && b.Old == c.Old && b.New == c.New &&
			slices.Equal(b.What.English(), c.What.English()) && sameProvision(b.Before, c.Before) && sameProvision(b.After, c.After) {
			switch {
			case same(b.Before, c.Before) && same(b.After, c.After):
				b.Elements = append(b.Elements, c.Elements...)
				return
			case !slices.ContainsFunc(c.Elements, func(e string) bool { return !slices.Contains(b.Elements, e) }):
				return // another paragraph says the same
			}
		}
	}
	d.changes = append(d.changes, c)
}

// shared reports whether two passages have at least two thirds of their words in
// common, so that a comparison of words says more than both quotes.
func shared(words []Run) bool {
	same, all := 0, 0
	for _, r := range words {
		n := len(r.Text)
		if r.Kind == Same {
			same, all = same+2*n, all+2*n
			continue
		}
		all += n
	}
	return same*3 >= all*2 && same > 0
}

func first(f coverage.Finding) *coverage.Evidence {
	if len(f.Evidence) == 0 {
		return nil
	}
	return &f.Evidence[0]
}

func sameProvision(a, b *coverage.Evidence) bool {
	if a == nil || b == nil {
		return a == b
	}
	return a.Text == b.Text && a.Provision == b.Provision
}

func same(a, b *coverage.Evidence) bool {
	if a == nil || b == nil {
		return a == b
	}
	return a.Text == b.Text && a.Start == b.Start && a.End == b.End
}
