package norm

import (
	"slices"
	"strings"

	"lacuna/analyzer/lexicon"
)

// definition is one term that a reading defines, and where its meaning stands.
type definition struct {
	words    []lexicon.Token
	from, to int  // tokens of the meaning
	aside    bool // given in passing, for the chapter: "a person under fourteen (child)"
}

// text is a defined term as written.
func (d *draft) text(def definition) string {
	return d.doc.Text[def.words[0].Start:def.words[len(def.words)-1].End]
}

// definitions lists what a reading defines: one term, or several in quotation
// marks.
func (d *draft) definitions(i int) []definition { return d.defs[i] }

// defined reads what a reading defines.
func (d *draft) defined(i int) []definition {
	var out []definition
	for _, h := range d.hits[i] {
		c := d.concept(h)
		if c == "definer" {
			if w := d.within(i, h); w != nil {
				out = append(out, definition{words: w, from: h.Last, to: len(d.readings[i].tokens)})
				continue
			}
		}
		if c == "definer_of" || c == "definer" && (h.First == 0 || d.heads(i, h)) { // "for the purposes of this Act, a child is …"
			if list := d.termLines(i, h.Last); list != nil {
				out = append(out, list...)
				continue
			}
			if w, from := d.namedAfter(i, h.Last); w != nil {
				out = append(out, definition{words: w, from: from, to: len(d.readings[i].tokens)})
			}
			continue
		}
		if def := d.headed(i, h); def != nil {
			out = append(out, *def)
			continue
		}
		if c == "age_below" {
			if at := d.bracketed(i, h.Last); at > 0 {
				out = append(out, definition{words: d.readings[i].tokens[at : at+1], from: h.First, to: at, aside: true})
			}
			continue
		}
		if c == "is_child" {
			if w := d.child(i, h); w != nil {
				out = append(out, definition{words: w, to: len(d.readings[i].tokens)})
			}
			continue
		}
		if c != "definer" && c != "includes" {
			continue
		}
		w := d.named(i, h.First)
		if w == nil || !w[0].Quoted && (c == "includes" && !d.names(i, definition{words: w}, open) || len(out) > 0) {
			continue
		}
		if len(out) > 0 {
			out[len(out)-1].to = h.First - len(w)
		}
		for len(w) > 1 && d.pack.Light(w[0].Word) {
			w = w[1:]
		}
		out = append(out, definition{words: w, from: h.First + 1, to: len(d.readings[i].tokens)})
	}
	return out
}

// open are the concepts whose meaning law likes to widen, "exploitation includes".
var open = []string{"exploitation", "child_pornography", "child_pornography_term"}

// within returns the words that a definer itself holds and defines: "constitutes
// exploitation any activity …", "a person is exploited if …", "a film is obscene if …".
func (d *draft) within(i int, definer lexicon.Hit) []lexicon.Token {
	for _, h := range d.hits[i] {
		if definable[d.concept(h)] && definer.First < h.First && h.Last <= definer.Last {
			return d.readings[i].tokens[h.First:h.Last]
		}
	}
	return nil
}

// bracketed returns the token of a word for child that stands alone in brackets at
// token at or right behind it; 0 for none.
func (d *draft) bracketed(i, at int) int {
	tokens := d.readings[i].tokens
	for k := max(at-1, 1); k <= at && k < len(tokens); k++ {
		behind := ""
		if k+1 < len(tokens) {
			behind = d.between(i, k+1)
		}
		if strings.Contains(d.between(i, k), "(") && strings.HasPrefix(behind, ")") &&
			slices.ContainsFunc(d.pack.Scan(tokens[k:k+1]), func(h lexicon.Hit) bool { return d.concept(h) == "child" }) {
			return k
		}
	}
	return 0
}

// child returns the word for child that a cue such as "is considered a child" holds.
func (d *draft) child(i int, cue lexicon.Hit) []lexicon.Token {
	for _, h := range d.hits[i] {
		if d.concept(h) == "child" && cue.First <= h.First && h.First < cue.Last {
			return d.readings[i].tokens[h.First : h.First+1]
		}
	}
	return nil
}

// namedAfter returns the words that a definer before them defines, "by … is
// meant", and where their meaning begins: the words that a point begins with, those
// in quotation marks, else the concept named there, else the words up to the next
// comma or colon.
func (d *draft) namedAfter(i, from int) (words []lexicon.Token, meaning int) {
	words, at := d.pointTerm(i, from)
	if words == nil {
		words, at = d.termFrom(i, from)
	}
	return words, at + len(words)
}

// heads reports whether a definer ends the chapeau of terms that stand a point each:
// "in this Act mean: (a) child: …".
func (d *draft) heads(i int, definer lexicon.Hit) bool {
	words, _ := d.pointTerm(i, definer.Last)
	return d.leads(i, definer) && words != nil
}

// headed returns the definition in a point under words that only say where it holds:
// "for the purposes of this article: (1) trafficking – the recruitment of …"; nil for none.
func (d *draft) headed(i int, where lexicon.Hit) *definition {
	switch d.concept(where) {
	case "this_section", "this_chapter", "this_text":
	default:
		return nil
	}
	if aim, ok := d.first(i, "purpose_cue"); !ok || aim.First > where.First || d.reads(i, "offence_cue", "definer") || !d.leads(i, where) {
		return nil
	}
	words, at := d.pointTerm(i, where.Last)
	if words == nil {
		return nil
	}
	def := definition{words: words, from: at + len(words), to: len(d.readings[i].tokens)}
	for c := range definable {
		if d.names(i, def, []string{c}) {
			return &def
		}
	}
	return nil
}

// longTerm is how many words a term has at most that stands before a colon.
const longTerm = 6

// pointTerm returns the words before the colon or dash at the head of a point,
// where the definer stands in the chapeau: "the following terms mean: (a) child: …".
func (d *draft) pointTerm(i, from int) ([]lexicon.Token, int) {
	r := &d.readings[i]
	start := from
	for start > 0 && start < len(r.tokens) && r.piece[start] == r.piece[from-1] {
		start++
	}
	if from == 0 || start == len(r.tokens) || r.pieces[r.piece[from-1]].Role != Chapeau {
		return nil, 0
	}
	for end := start + 1; end < len(r.tokens) && end <= start+longTerm && r.piece[end] == r.piece[start]; end++ {
		if parts(d.between(i, end)) {
			return r.tokens[start:end], start
		}
	}
	return nil, 0
}

// termLines returns the definitions that stand a line each under "the following
// terms are used:", every one with a term, a dash or colon, and its meaning.
func (d *draft) termLines(i, from int) []definition {
	r := &d.readings[i]
	var out []definition
	for k := max(from, 1); k < len(r.tokens) && r.piece[k] == r.piece[from]; k++ {
		if !strings.Contains(d.between(i, k), "\n") {
			continue
		}
		for end := k + 1; end < len(r.tokens) && end <= k+longTerm; end++ {
			if !parts(d.between(i, end)) {
				continue
			}
			if len(out) > 0 {
				out[len(out)-1].to = k
			}
			out = append(out, definition{words: r.tokens[k:end], from: end, to: len(r.tokens)})
			break
		}
	}
	return out
}

// parts reports whether signs part a term from its meaning: a colon, a dash, or a
// hyphen with a blank on either side.
func parts(signs string) bool {
	return strings.ContainsAny(signs, ":–—") || strings.Contains(signs, " - ")
}

// between is the text between a token of reading i and the one before it.
func (d *draft) between(i, token int) string {
	t := d.readings[i].tokens
	return d.doc.Text[t[token-1].End:t[token].Start]
}

// termFrom returns the term that begins at token from, light words passed over, and
// at which token it begins.
func (d *draft) termFrom(i, from int) ([]lexicon.Token, int) {
	r := &d.readings[i]
	for from < len(r.tokens) && !r.tokens[from].Quoted && d.pack.Light(r.tokens[from].Word) {
		from++
	}
	if from < len(r.tokens) && r.tokens[from].Quoted {
		return r.quoted(from, len(r.tokens)), from
	}
	end := from
	for end < len(r.tokens) && end < from+6 && (end == from || !r.tokens[end].Comma && r.piece[end] == r.piece[from]) {
		end++
	}
	for _, h := range d.hits[i] {
		if h.First == from && d.concept(h) == "child" { // with the age that follows
			return r.tokens[from : from+1], from
		}
		if h.First == from && h.Last <= end && definable[d.concept(h)] {
			return r.tokens[h.First:h.Last], from
		}
	}
	if from == end || end == len(r.tokens) {
		return nil, 0
	}
	return r.tokens[from:end], from
}

// definable are the concepts whose names law likes to define.
var definable = map[string]bool{"child": true, "traffick": true, "prostitution": true, "exploitation": true,
	"child_pornography_term": true, "child_pornography": true, "sexual_exploitation": true, "pornographic_term": true}

// named returns the words that a definer at token at defines: those in quotation
// marks, else the concept named right before it, else the words before it.
func (d *draft) named(i, at int) []lexicon.Token {
	r := &d.readings[i]
	w := defined(r, at, d.pack.Light)
	if len(w) > 0 && (w[0].Quoted || r.tokens[at].Comma) {
		return w
	}
	best := lexicon.Hit{First: at}
	for _, h := range d.hits[i] {
		if h.First < best.First && at <= h.Last && at-h.First <= longTerm && definable[d.concept(h)] && !d.depicted(i, h) {
			best = h
		}
	}
	if best.First < at {
		return r.tokens[best.First:at]
	}
	if head := d.headOf(i, at); head != nil {
		return head
	}
	return w
}

// farTerm is how many words a term stands at most before its definer where it heads
// a point and more is said of it: "exploitation as used in paragraph 1 shall include".
const farTerm = 14

// headOf returns the concept that heads the piece in which a definer stands at
// token at, within reach of it.
func (d *draft) headOf(i, at int) []lexicon.Token {
	r := &d.readings[i]
	for _, h := range d.hits[i] {
		heads := h.First == 0 || r.piece[h.First] != r.piece[h.First-1]
		if heads && h.Last < at && at-h.First <= farTerm && r.piece[h.First] == r.piece[at] && definable[d.concept(h)] {
			return r.tokens[h.First:h.Last]
		}
	}
	return nil
}

// depicted reports whether a hit names no more than whom a picture shows: "matter
// that depicts a minor means …" does not say who is a minor.
func (d *draft) depicted(i int, child lexicon.Hit) bool {
	return d.concept(child) == "child" && slices.ContainsFunc(d.hits[i], func(h lexicon.Hit) bool {
		return d.concept(h) == "depicts_child" && h.First < child.First && child.Last <= h.Last
	})
}
