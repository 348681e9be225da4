// Package norm reads what each section says. A section is taken apart into
// readings (chapeau, point and closing words, one sentence each), and each
// reading into a norm with typed slots: its acts and what they are directed at,
// the victim's age, means, purpose, gain, sanction, and the scope of a general
// rule. Norms of one section inherit from each other as lawyers read them.
package norm

import (
	"iter"
	mathbits "math/bits"
	"slices"

	"lacuna/analyzer/document"
	"lacuna/analyzer/lexicon"
)

// Kind is what a norm does.
type Kind string

// Kinds of norms.
const (
	Offence     Kind = "offence"     // makes conduct punishable
	Aggravation Kind = "aggravation" // raises the punishment of another norm, whose acts it inherits
	Definition  Kind = "definition"  // says what a term means
	Rule        Kind = "rule"        // any other rule: general part, procedure, powers
	Whole       Kind = "whole"       // all rules of one section, read together
	Repealed    Kind = "repealed"    // stands in the text and is not law
)

// Role says what part of a reading a piece is.
type Role string

// Roles of pieces.
const (
	Chapeau   Role = "chapeau"
	Leaf      Role = "point"
	Beside    Role = "beside" // another point of a list whose points hold together
	Closing   Role = "closing"
	Inherited Role = "inherited"  // from the norm that a back-reference points to
	Defined   Role = "definition" // from the definition of a term used
)

// Piece is a stretch of one text inside a reading.
type Piece struct {
	Role Role
	Unit *document.Section
	document.Span
	Doc *document.Document // the text it stands in, where that is not the norm's own; else nil
}

// Hit is a concept read at a place of a norm.
type Hit struct {
	Concept string
	Span    document.Span
	Piece   int // index into the norm's Pieces
	First   int // token indices within the reading; -1 where inherited or defined
	Last    int
	Numbers []int
	Via     Role   // Inherited or Defined where it was not read in the norm's own words
	Term    string // the defined term, where Via is Defined
	Exempt  bool   // stands in an exception
	// OfPurpose: it stands in the definition of a purpose, as prostitution in that of
	// exploitation: the offence serves it and is not made of it.
	OfPurpose bool
}

// Ages is the half-open interval [From, Below) of the ages in years of those a
// norm protects. Below is Any where it has no upper limit.
type Ages struct{ From, Below int }

// Any stands for no upper limit of age.
const Any = 200

// Target is what an act is directed at.
type Target struct {
	Concept string // "child", "person", "adult", the concept of a thing, or empty where none was read
	Ages    Ages
	Assumed bool   // the age was assumed: an undefined "child" or "minor"
	Sex     string // "female" or "male" where one sex only is protected
	By      *Piece // the definition that gives the age; nil where none does
}

// Act is conduct with its target.
type Act struct {
	Hit
	Target Target
}

// Class is the kind of the heaviest sanction.
type Class string

// Classes of sanctions.
const (
	NoSanction   Class = ""
	Imprisonment Class = "imprisonment"
	FineOnly     Class = "fine"
	ShortArrest  Class = "arrest"
	ClassOnly    Class = "class" // "felony", with no penalty stated
)

// Sanction is what an offence carries.
type Sanction struct {
	Class Class
	Min   int // least imprisonment in months; 0 where unstated
	Max   int // most imprisonment in months; 0 where unstated
}

// Norm is one rule as read.
type Norm struct {
	Kind      Kind
	Doc       *document.Document
	Provision *document.Section
	Unit      *document.Section // the deciding leaf
	Pieces    []Piece
	Hits      []Hit
	Acts      []Act
	Victim    Target   // whom the norm as a whole protects
	Narrowed  []string // slots that narrow it: "means", "gain", "organised", "guardian"
	Pointer   bool     // it only points to another act, and punishes nothing itself; repealed, it names another act
	Waived    bool     // means need not be proved
	Purposes  []string // the purposes it names, purpose concepts; empty where it names none
	Ends      []string // these, and those of the other points of its list, which do the same acts for another end
	Sanction  Sanction
	Scope     Scope
	Refs      []*document.Section // provisions and chapters it names by number
	Term      string              // for a definition, the term as written

	has     bits
	heading *heading // of its provision
	tokens  []lexicon.Token
}

// Has reports whether a concept was read in the norm, in its own words or
// through a definition or a back-reference.
func (n *Norm) Has(concept string) bool {
	i, ok := n.has.lib.ID(concept)
	return ok && n.has.get(i)
}

// HoldsException reports whether some of the norm's own words stand in an exception.
func (n *Norm) HoldsException() bool {
	return slices.ContainsFunc(n.Hits, func(h Hit) bool { return h.Exempt && h.Via == "" })
}

// HasAny reports whether one of the concepts, given by index in the library,
// was read in the norm.
func (n *Norm) HasAny(concepts []int) bool {
	for _, c := range concepts {
		if n.has.get(c) {
			return true
		}
	}
	return false
}

// First returns the first hit of a concept, own words before inherited ones.
func (n *Norm) First(concept string) (Hit, bool) {
	var found Hit
	ok := false
	for _, h := range n.Hits {
		if h.Concept != concept || h.Exempt {
			continue
		}
		if h.Via == "" {
			return h, true
		}
		if !ok {
			found, ok = h, true
		}
	}
	return found, ok
}

// bits is a set of concepts.
type bits struct {
	lib *lexicon.Library
	set []uint64
}

func (b *bits) add(i int) {
	for len(b.set) <= i/64 {
		b.set = append(b.set, 0)
	}
	b.set[i/64] |= 1 << (i % 64)
}

func (b *bits) get(i int) bool { return i/64 < len(b.set) && b.set[i/64]&(1<<(i%64)) != 0 }

// Concepts yields the concepts that were read in the norm, by index in the library, in order.
func (n *Norm) Concepts() iter.Seq[int] {
	return func(yield func(int) bool) {
		for at, word := range n.has.set {
			for ; word != 0; word &= word - 1 {
				if !yield(at*64 + mathbits.TrailingZeros64(word)) {
					return
				}
			}
		}
	}
}

// Remote reports whether the concepts, given by index, were read in the
// definition of a purpose alone.
func (n *Norm) Remote(concepts []int) bool {
	for _, h := range n.Hits {
		if i, _ := n.has.lib.ID(h.Concept); !h.Exempt && !h.OfPurpose && slices.Contains(concepts, i) {
			return false
		}
	}
	return true
}

// endWords is how many words may stand between words for a purpose and what ends with
// the purpose.
const endWords = 8

// Serves reports whether the concepts, given by index, are no more than what an act
// is done for: read in a definition alone, or behind words for a purpose that follow
// the act.
func (n *Norm) Serves(concepts []int, a *Act) bool {
	for _, h := range n.Hits {
		i, _ := n.has.lib.ID(h.Concept)
		if h.Exempt || h.Via == Defined || !slices.Contains(concepts, i) {
			continue
		}
		if h.Via != "" || !slices.ContainsFunc(n.Hits, func(p Hit) bool {
			return p.Concept == "purpose_cue" && p.Via == "" && p.Piece == h.Piece && a.Last <= p.First && p.First < h.Last && h.Last-p.Last <= endWords
		}) {
			return false
		}
	}
	return true
}

// Named lists those of the concepts, given by index, that were read in the norm.
func (n *Norm) Named(concepts []int) []string {
	var out []string
	for _, c := range concepts {
		if n.has.get(c) {
			out = append(out, n.has.lib.Concepts[c].ID)
		}
	}
	return out
}
