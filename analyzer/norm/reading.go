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

// part is a piece with its words, which readings may share.
type part struct {
	Piece
	words []lexicon.Token
}

// split takes the provision apart. A leaf is read with the chapeaux above it
// and the closing words below; a leaf of several sentences gives several, unless
// they make one rule.
func (d *draft) split() []reading {
	var out []reading
	var walk func(s *document.Section, above, below []part)
	walk = func(s *document.Section, above, below []part) {
		lead := Piece{Role: Leaf, Unit: s, Span: s.Lead}
		if len(s.Children) == 0 {
			out = append(out, d.sentences(s, above, lead, below)...)
			return
		}
		if d.chapeau(s) {
			lead.Role = Chapeau
			if before := d.lastSentence(s.Lead); before > s.Lead.Start {
				first := lead
				first.Role, first.End = Leaf, before
				out = append(out, d.sentences(s, above, first, nil)...)
				lead.Start = before
			}
			above = append(slices.Clone(above), d.part(lead))
		} else if !s.Lead.Empty() {
			out = append(out, d.sentences(s, above, lead, nil)...)
		}
		if !s.Tail.Empty() {
			below = append([]part{d.part(Piece{Role: Closing, Unit: s, Span: s.Tail})}, below...)
		}
		var points []part // where they hold together
		if d.cumulative(s) {
			points = d.beside(s.Children)
		}
		for i, c := range s.Children {
			switch {
			case c.Kind == document.Explain && d.illustrates(c):
			case c.Kind == document.Explain:
				walk(c, nil, nil)
			case points != nil:
				walk(c, slices.Concat(above, points[:i]), slices.Concat(points[i+1:], below))
			default:
				walk(c, above, below)
			}
		}
	}
	provision := d.provision
	title := Piece{Role: Leaf, Unit: provision, Span: provision.Title}
	var above []part
	switch words := d.tokens(provision.Title); {
	case !d.statement(words):
	case provision.Lead.Empty() && len(provision.Children) > 0 && !strings.HasSuffix(d.doc.Quote(title.Span), "."):
		title.Role = Chapeau
		above = []part{d.part(title)}
	default:
		out = d.sentences(provision, nil, title, nil)
	}
	walk(provision, above, nil)
	return out
}

// illustrates reports whether a piece only shows the law at work, by an example:
// what becomes of A and B in it is no rule.
func (d *draft) illustrates(s *document.Section) bool {
	return slices.ContainsFunc(d.cues.Scan(d.cues.Tokens(s.Mark, 0)), func(h lexicon.Hit) bool { return d.concept(h) == "illustration" })
}

// mostTogether is how many points of a list may be conditions of one offence.
const mostTogether = 6

// cumulative reports whether the points of a list hold together, "(a) the person
// sends material; and (b) the material is …": a point before the last ends with
// the language's "and", and none with its "or". Points that open anew ("whoever …")
// or only name things are cases of their own.
func (d *draft) cumulative(s *document.Section) bool {
	return len(s.Children) <= mostTogether && d.chapeau(s) && d.joined(s.Children) && d.conditions(s.Children)
}

// joined reports whether points before the last end with the language's "and", and
// none with its "or".
func (d *draft) joined(points []*document.Section) bool {
	and := false
	for _, c := range points[:len(points)-1] {
		ending := d.tokens(document.Span{Start: max(c.Span.Start, c.Span.End-40), End: c.Span.End})
		if len(ending) == 0 || c.Kind == document.Explain {
			return false
		}
		switch last := ending[len(ending)-1].Word; {
		case d.pack.And(last):
			and = true
		case d.pack.Or(last):
			return false
		}
	}
	return and
}

// conditions reports whether points say something, and none behind the first opens
// anew.
func (d *draft) conditions(points []*document.Section) bool {
	told := false
	for i, c := range points {
		tokens := d.pack.Tokens(d.doc.Quote(c.Lead), 0)
		hits := d.cues.Scan(tokens)
		if i > 0 && d.opens(hits) {
			return false
		}
		told = told || d.tells(tokens, hits)
	}
	return told
}

// opens reports whether words begin with "whoever": a point of its own kind, not a
// condition that holds with others.
func (d *draft) opens(hits []lexicon.Hit) bool {
	return slices.ContainsFunc(hits, func(h lexicon.Hit) bool { return h.First == 0 && d.concept(h) == "opener" })
}

// tells reports whether words say something, as conditions do: they have a finite
// verb that stands in no relative clause, as that of "those that are …" does.
func (d *draft) tells(tokens []lexicon.Token, hits []lexicon.Hit) bool {
	return slices.ContainsFunc(hits, func(h lexicon.Hit) bool {
		return d.concept(h) == "finite" && !slices.ContainsFunc(tokens[min(1, h.First):h.First], func(t lexicon.Token) bool { return d.pack.Clause(t.Word) })
	})
}

// beside are the points of a cumulative list, as each of them is read with the others.
func (d *draft) beside(points []*document.Section) []part {
	var out []part
	for _, p := range points {
		out = append(out, d.part(Piece{Role: Beside, Unit: p, Span: p.Span}))
	}
	return out
}

// chapeau reports whether words before points lead into them: they do not end a
// sentence, or the first point goes on with a small letter.
func (d *draft) chapeau(s *document.Section) bool {
	text := strings.TrimRight(d.doc.Quote(s.Lead), " \"”»)")
	if strings.HasSuffix(text, ".") || strings.HasSuffix(text, ";") {
		first, _ := utf8.DecodeRuneInString(d.doc.Quote(s.Children[0].Lead))
		return unicode.IsLower(first)
	}
	return text != ""
}

// statement reports whether what stands as a heading is law: a long one in which
// something is said, or one that begins with those who are punished, or punishes.
func (d *draft) statement(tokens []lexicon.Token) bool {
	var said, cue, penalty bool
	for _, h := range d.cues.Scan(tokens) {
		switch d.concept(h) {
		case "opener":
			if h.First == 0 {
				return true
			}
			penalty = true
		case "finite": // a verb in the form that headings do not have
			said = true
		case "offence_cue":
			cue = true
		case "imprisonment", "fine":
			penalty = true
		}
	}
	return said && (len(tokens) > longTitle || cue && penalty)
}

// lastSentence returns where the last sentence of a chapeau begins: only that one
// leads into the points.
func (d *draft) lastSentence(lead document.Span) int {
	start := lead.Start
	for i, t := range d.tokens(lead) {
		if i > 0 && t.Break {
			start = t.Start
		}
	}
	return start
}

// sentences makes one reading for each sentence of a leaf. Chapeau and closing
// words belong to the first.
func (d *draft) sentences(unit *document.Section, above []part, leaf Piece, below []part) []reading {
	tokens := d.words(leaf)
	if len(tokens) == 0 {
		return nil
	}
	several := slices.ContainsFunc(tokens[1:], func(t lexicon.Token) bool { return t.Break })
	split := several && !d.rules(tokens)
	var out []reading
	start := 0
	for i := 1; i <= len(tokens); i++ {
		if i < len(tokens) && !(split && tokens[i].Break) {
			continue
		}
		piece := leaf
		if start > 0 {
			piece.Start = tokens[start].Start
		}
		if i < len(tokens) {
			piece.End = tokens[i].Start
		}
		piece.End = piece.Start + len(strings.TrimRight(d.doc.Quote(piece.Span), " \n"))
		r := reading{unit: unit}
		if start == 0 {
			for _, p := range above {
				r.add(p.Piece, p.words)
			}
		}
		r.add(piece, tokens[start:i])
		if start == 0 {
			for _, p := range below {
				r.add(p.Piece, p.words)
			}
		}
		out = append(out, r)
		start = i
	}
	return out
}

// tokens cuts a stretch of the text into words: those that stand there most likely,
// at the places of those that were read.
func (d *draft) tokens(span document.Span) []lexicon.Token {
	if len(d.doc.Likely) == 0 {
		return d.pack.Tokens(d.doc.Quote(span), span.Start)
	}
	text, at := d.doc.Mended(span)
	out := d.pack.Tokens(text, 0)
	for i := range out {
		out[i].Start, out[i].End = at.Source(out[i].Start), at.Source(out[i].End)
	}
	return out
}

// words cuts a piece into words, without the notes inside it, which are never law.
func (d *draft) words(p Piece) []lexicon.Token {
	all := d.tokens(p.Span)
	if len(p.Unit.Notes) == 0 {
		return all
	}
	return slices.DeleteFunc(all, func(t lexicon.Token) bool {
		return slices.ContainsFunc(p.Unit.Notes, func(n document.Span) bool { return n.Overlaps(document.Span{Start: t.Start, End: t.End}) })
	})
}

func (d *draft) part(p Piece) part { return part{p, d.words(p)} }

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
