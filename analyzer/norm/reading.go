package norm

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"lacuna/analyzer/document"
	"lacuna/analyzer/lexicon"
)

// reading is one sentence of law: pieces of text, and their words in a row.
type reading struct {
	unit   *document.Section
	pieces []Piece
	tokens []lexicon.Token
	piece  []int // piece of each token
}

// longTitle is how many words a heading may have before it is taken for the
// first sentence of the law, if it holds a finite verb.
const longTitle = 12

// readings takes a provision apart. A leaf is read with the chapeaux above it
// and the closing words below; a leaf of several sentences gives several, unless
// whole says that they belong together.
func readings(doc *document.Document, provision *document.Section, pack *lexicon.Pack, whole func([]lexicon.Token) bool) []reading {
	var out []reading
	var walk func(s *document.Section, above, below []Piece)
	walk = func(s *document.Section, above, below []Piece) {
		lead, tail := Piece{Role: Leaf, Unit: s, Span: s.Lead}, Piece{Role: Closing, Unit: s, Span: s.Tail}
		if len(s.Children) == 0 {
			out = append(out, sentences(doc, pack, s, above, lead, below, whole)...)
			return
		}
		if chapeau(doc, s) {
			lead.Role = Chapeau
			if before := lastSentence(doc, pack, s.Lead); before > s.Lead.Start {
				first := lead
				first.Role, first.End = Leaf, before
				out = append(out, sentences(doc, pack, s, above, first, nil, whole)...)
				lead.Start = before
			}
			above = append(append([]Piece{}, above...), lead)
		} else if !s.Lead.Empty() {
			out = append(out, sentences(doc, pack, s, above, lead, nil, whole)...)
		}
		if !s.Tail.Empty() {
			below = append([]Piece{tail}, below...)
		}
		together := cumulative(doc, pack, s)
		for i, c := range s.Children {
			switch {
			case c.Kind == document.Explain && illustrates(pack, c):
			case c.Kind == document.Explain:
				walk(c, nil, nil)
			case together:
				walk(c, append(slices.Clone(above), beside(s.Children[:i])...), append(beside(s.Children[i+1:]), below...))
			default:
				walk(c, above, below)
			}
		}
	}
	title := Piece{Role: Leaf, Unit: provision, Span: provision.Title}
	var above []Piece
	switch words := tokens(doc, pack, provision.Title); {
	case !statement(pack, words):
	case provision.Lead.Empty() && len(provision.Children) > 0 && !strings.HasSuffix(doc.Quote(title.Span), "."):
		title.Role = Chapeau
		above = []Piece{title}
	default:
		out = sentences(doc, pack, provision, nil, title, nil, whole)
	}
	walk(provision, above, nil)
	return out
}

// illustrates reports whether a piece only shows the law at work, by an example:
// what becomes of A and B in it is no rule.
func illustrates(pack *lexicon.Pack, s *document.Section) bool {
	return slices.ContainsFunc(pack.Scan(pack.Tokens(s.Mark, 0)), func(h lexicon.Hit) bool { return pack.Concept(h) == "illustration" })
}

// mostTogether is how many points of a list may be conditions of one offence.
const mostTogether = 6

// cumulative reports whether the points of a list hold together, "(a) the person
// sends material; and (b) the material is …": a point before the last ends with
// the language's "and", and none with its "or". Points that open anew ("whoever …")
// or only name things are cases of their own.
func cumulative(doc *document.Document, pack *lexicon.Pack, s *document.Section) bool {
	if len(s.Children) > mostTogether || !chapeau(doc, s) {
		return false
	}
	and, told := false, false
	for i, c := range s.Children {
		tokens := pack.Tokens(doc.Quote(c.Lead), 0)
		if i > 0 && opens(pack, tokens) {
			return false
		}
		told = told || tells(pack, tokens)
	}
	if !told {
		return false
	}
	for _, c := range s.Children[:len(s.Children)-1] {
		ending := tokens(doc, pack, document.Span{Start: max(c.Span.Start, c.Span.End-40), End: c.Span.End})
		if len(ending) == 0 || c.Kind == document.Explain {
			return false
		}
		switch last := ending[len(ending)-1].Word; {
		case pack.And(last):
			and = true
		case pack.Or(last):
			return false
		}
	}
	return and
}

// opens reports whether words begin with "whoever": a point of its own kind, not a
// condition that holds with others.
func opens(pack *lexicon.Pack, tokens []lexicon.Token) bool {
	return slices.ContainsFunc(pack.Scan(tokens), func(h lexicon.Hit) bool { return h.First == 0 && pack.Concept(h) == "opener" })
}

// tells reports whether words say something, as conditions do: they have a finite
// verb that stands in no relative clause, as that of "those that are …" does.
func tells(pack *lexicon.Pack, tokens []lexicon.Token) bool {
	return slices.ContainsFunc(pack.Scan(tokens), func(h lexicon.Hit) bool {
		return pack.Concept(h) == "finite" && !slices.ContainsFunc(tokens[min(1, h.First):h.First], func(t lexicon.Token) bool { return pack.Clause(t.Word) })
	})
}

// beside are the other points of a cumulative list, read with each of them.
func beside(points []*document.Section) []Piece {
	var out []Piece
	for _, p := range points {
		out = append(out, Piece{Role: Beside, Unit: p, Span: p.Span})
	}
	return out
}

// chapeau reports whether words before points lead into them: they do not end a
// sentence, or the first point goes on with a small letter.
func chapeau(doc *document.Document, s *document.Section) bool {
	text := strings.TrimRight(doc.Quote(s.Lead), " \"”»)")
	if strings.HasSuffix(text, ".") || strings.HasSuffix(text, ";") {
		first, _ := utf8.DecodeRuneInString(doc.Quote(s.Children[0].Lead))
		return unicode.IsLower(first)
	}
	return text != ""
}

// sentence reports whether words hold a verb in the finite form, as headings do not.
func sentence(pack *lexicon.Pack, tokens []lexicon.Token) bool {
	return slices.ContainsFunc(pack.Scan(tokens), func(h lexicon.Hit) bool { return pack.Concept(h) == "finite" })
}

// statement reports whether what stands as a heading is law: a long one in which
// something is said, or one that begins with those who are punished, or punishes.
func statement(pack *lexicon.Pack, tokens []lexicon.Token) bool {
	if len(tokens) > longTitle && sentence(pack, tokens) {
		return true
	}
	var said, cue, penalty bool
	for _, h := range pack.Scan(tokens) {
		switch pack.Concept(h) {
		case "opener":
			if h.First == 0 {
				return true
			}
			penalty = true
		case "finite":
			said = true
		case "offence_cue":
			cue = true
		case "imprisonment", "fine":
			penalty = true
		}
	}
	return said && cue && penalty
}

// lastSentence returns where the last sentence of a chapeau begins: only that one
// leads into the points.
func lastSentence(doc *document.Document, pack *lexicon.Pack, lead document.Span) int {
	start := lead.Start
	for i, t := range tokens(doc, pack, lead) {
		if i > 0 && t.Break {
			start = t.Start
		}
	}
	return start
}

// sentences makes one reading for each sentence of a leaf. Chapeau and closing
// words belong to the first.
func sentences(doc *document.Document, pack *lexicon.Pack, unit *document.Section, above []Piece, leaf Piece, below []Piece, whole func([]lexicon.Token) bool) []reading {
	tokens := words(doc, pack, leaf)
	if len(tokens) == 0 {
		return nil
	}
	several := slices.ContainsFunc(tokens[1:], func(t lexicon.Token) bool { return t.Break })
	split := several && !whole(tokens)
	var out []reading
	start := 0
	for i := 1; i <= len(tokens); i++ {
		if i < len(tokens) && !(split && tokens[i].Break) {
			continue
		}
		part := leaf
		if start > 0 {
			part.Start = tokens[start].Start
		}
		if i < len(tokens) {
			part.End = tokens[i].Start
		}
		part.End = part.Start + len(strings.TrimRight(doc.Quote(part.Span), " \n"))
		r := reading{unit: unit}
		if start == 0 {
			for _, p := range above {
				r.add(p, words(doc, pack, p))
			}
		}
		r.add(part, tokens[start:i])
		if start == 0 {
			for _, p := range below {
				r.add(p, words(doc, pack, p))
			}
		}
		out = append(out, r)
		start = i
	}
	return out
}

// tokens cuts a stretch of a text into words: those that stand there most likely,
// at the places of those that were read.
func tokens(doc *document.Document, pack *lexicon.Pack, span document.Span) []lexicon.Token {
	if len(doc.Likely) == 0 {
		return pack.Tokens(doc.Quote(span), span.Start)
	}
	text, at := doc.Mended(span)
	out := pack.Tokens(text, 0)
	for i := range out {
		out[i].Start, out[i].End = at.Source(out[i].Start), at.Source(out[i].End)
	}
	return out
}

// words cuts a piece into words, without the notes inside it, which are never law.
func words(doc *document.Document, pack *lexicon.Pack, p Piece) []lexicon.Token {
	all := tokens(doc, pack, p.Span)
	if len(p.Unit.Notes) == 0 {
		return all
	}
	return slices.DeleteFunc(all, func(t lexicon.Token) bool {
		return slices.ContainsFunc(p.Unit.Notes, func(n document.Span) bool { return n.Overlaps(document.Span{Start: t.Start, End: t.End}) })
	})
}

// add puts a piece and its words, which the reading may keep, at its end. Its first
// word does not begin a sentence: it goes on where the last piece stopped.
func (r *reading) add(p Piece, tokens []lexicon.Token) {
	if len(tokens) > 0 {
		tokens[0].Break = false
	}
	if r.tokens == nil {
		r.tokens = slices.Clip(tokens)
	} else {
		r.tokens = append(r.tokens, tokens...)
	}
	r.piece = slices.Grow(r.piece, len(tokens))
	for range tokens {
		r.piece = append(r.piece, len(r.pieces))
	}
	r.pieces = append(r.pieces, p)
}
