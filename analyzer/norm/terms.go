package norm

import (
	"slices"
	"strings"
	"unicode"

	"lacuna/analyzer/document"
	"lacuna/analyzer/lexicon"
)

// terms are the words that a text defines, with what their definitions say and
// where they hold.
type terms struct {
	byFirst    map[string][]*term
	exploiting []*term // those that define exploitation, in the order of the text
	depicting  []*term // those that define child pornography, in the order of the text
}

type term struct {
	words  []string            // as Pack.Term files them
	text   string              // as written
	scope  []*document.Section // empty holds for the whole dossier
	home   *document.Section   // the provision that defines it
	doc    *document.Document  // the text it stands in
	hits   []Hit
	pieces []Piece
	ages   Ages
	aged   bool
	by     *Piece // where the definition gives the age
	// telling: its definition says something of persons' exploitation, of
	// pornography or adoption, so that using the term says it too.
	telling bool
	purpose bool    // it names a purpose, exploitation
	matter  bool    // it names pictures or other matter, or prostitution
	spelt   bool    // it names child pornography, and its definition says what must be shown
	acts    []Act   // the definition's own acts, with what they are directed at
	uses    []*term // other terms that its definition uses
	victim  Target  // whom its definition speaks of
}

// add files what one reading of a definition says under its term.
func (t *terms) add(words []string, text string, scope []*document.Section, d *draft, hits []Hit, pieces []Piece) *term {
	if len(words) == 0 || len(words) > 6 {
		return nil
	}
	var found *term
	for _, x := range t.byFirst[stem(words[0])] {
		if x.home == d.provision && strings.Join(x.words, " ") == strings.Join(words, " ") {
			found = x
		}
	}
	if found == nil {
		found = &term{words: words, text: text, scope: scope, home: d.provision, doc: d.doc}
		t.byFirst[stem(words[0])] = append(t.byFirst[stem(words[0])], found)
	}
	for _, h := range hits {
		if h.Exempt {
			continue
		}
		h.Piece += len(found.pieces)
		found.hits = append(found.hits, h)
		if h.Concept == "age_below" && !found.aged {
			found.ages, found.aged = agesOf(h.Concept, h.Numbers)
			by := pieces[h.Piece-len(found.pieces)]
			by.Doc, by.Role = d.doc, Defined
			found.by = &by
		}
	}
	found.pieces = append(found.pieces, pieces...)
	return found
}

// of returns the term that a provision defines with these words.
func (t *terms) of(pack *lexicon.Pack, words []lexicon.Token, home *document.Section) *term {
	last := len(words) - 1
	for _, x := range t.byFirst[stem(pack.Term(words[0].Word))] {
		if x.home == home && len(x.words) == len(words) && x.words[last] == pack.Term(words[last].Word) {
			return x
		}
	}
	return nil
}

// at returns the term whose words begin at token i, the longest in scope.
func (t *terms) at(pack *lexicon.Pack, tokens []lexicon.Token, i int, unit *document.Section) *term {
	var best *term
	first := pack.Term(tokens[i].Word)
	for _, x := range t.byFirst[stem(first)] {
		if i+len(x.words) > len(tokens) || !akin(first, x.words[0]) || !x.holds(unit) {
			continue
		}
		same := true
		for k := 1; k < len(x.words) && same; k++ {
			same = akin(pack.Term(tokens[i+k].Word), x.words[k])
		}
		if same && (best == nil || len(x.words) > len(best.words) || x.reach() < best.reach()) {
			best = x
		}
	}
	return best
}

// holds reports whether a term's definition holds for a section.
func (t *term) holds(s *document.Section) bool {
	for _, scope := range t.scope {
		if s.Within(scope) {
			return true
		}
	}
	return len(t.scope) == 0
}

// reach says how widely a definition holds: in a part of its text, in the text,
// in the whole dossier.
func (t *term) reach() int {
	switch {
	case len(t.scope) == 0:
		return 2
	case t.scope[0] == t.doc.Root:
		return 1
	}
	return 0
}

// age returns the ages that the definitions of the words for a child give, all
// together, and where the widest of them stands: "a child or an adolescent". by is
// nil where none in scope does.
func (t *terms) age(pack *lexicon.Pack, tokens []lexicon.Token, unit *document.Section) (ages Ages, by *Piece) {
	for i := range tokens {
		x := t.at(pack, tokens, i, unit)
		if x == nil || !x.aged || len(x.words) != 1 {
			continue
		}
		if by == nil {
			ages, by = x.ages, x.by
			continue
		}
		ages.From = min(ages.From, x.ages.From)
		if x.ages.Below > ages.Below {
			ages.Below, by = x.ages.Below, x.by
		}
	}
	return ages, by
}

// akin reports whether two words are forms of one, well enough to find a
// defined term again: equal, or equal but for a few letters at the end.
func akin(a, b string) bool {
	if a == b {
		return true
	}
	x, y := []rune(lexicon.Root(a)), []rune(lexicon.Root(b))
	same := 0
	for same < len(x) && same < len(y) && x[same] == y[same] {
		same++
	}
	rest := max(len(x)-same, len(y)-same)
	short := 4
	if same > 0 && unicode.Is(unicode.Arabic, x[0]) { // roots of three letters
		short = 3
	}
	return same >= short && rest <= short-1 || same >= 6 && rest <= 5
}

// stem is the key under which terms are filed by their first word.
func stem(word string) string {
	r := []rune(lexicon.Root(word))
	return string(r[:min(3, len(r))])
}

// defined finds the term that a definition defines: the words in quotation marks
// before the definer, else the few words before it. at is the definer's token.
func defined(r *reading, at int, light func(string) bool) []lexicon.Token {
	from := at
	for from > 0 && at-from < 8 && !r.tokens[from].Quoted {
		from--
	}
	if r.tokens[from].Quoted {
		return r.quoted(from, at)
	}
	start := at
	for start > 0 && r.piece[start-1] == r.piece[at] && (start == at || !r.tokens[start].Comma) { // "by a child, the law means …"
		start--
	}
	for start < at && light(r.tokens[start].Word) {
		start++
	}
	if at-start > 0 && at-start <= 5 && start < 9 {
		return r.tokens[start:at]
	}
	return nil
}

// quoted returns the words in quotation marks that begin at token from, before
// token to.
func (r *reading) quoted(from, to int) []lexicon.Token {
	end := from + 1
	for end < to && r.piece[end] == r.piece[from] && adjacent(r.tokens[end-1], r.tokens[end]) {
		end++
	}
	return r.tokens[from:end]
}

// adjacent reports whether only a blank or a hyphen stands between two tokens.
func adjacent(a, b lexicon.Token) bool { return b.Start-a.End <= 1 }

// resolveTerms brings in what the definitions of the terms used in a norm say,
// and those of the terms that these use in turn.
func (b *builder) resolveTerms(n *Norm, d *draft, i int) {
	r := &d.readings[i]
	used := map[*term]bool{}
	take := func(x *term) {
		if x.telling && !used[x] && !(n.Kind == Definition && x.text == n.Term) {
			used[x] = true
			b.bring(n, x)
		}
		if x.spelt {
			n.Hits = slices.DeleteFunc(n.Hits, Hit.leftOpen)
		}
	}
	all := func(terms []*term) {
		for _, x := range terms {
			if x.holds(r.unit) {
				take(x)
			}
		}
	}
	if n.reads("exploitation") {
		all(b.terms.exploiting)
	}
	if n.reads("child_pornography") || n.reads("child_pornography_term") {
		all(b.terms.depicting)
	}
	for k := range r.tokens {
		if x := b.terms.at(d.pack, r.tokens, k, r.unit); x != nil {
			take(x)
			for _, y := range x.uses {
				take(y)
			}
		}
	}
}

// leftOpen reports whether a hit is no more than the word pornographic, which says
// nothing of its own where the text defines it.
func (h Hit) leftOpen() bool {
	return h.Concept == "pornographic_term" || h.Concept == "obscene_matter"
}

// inside reports whether means belong to one of several kinds of exploitation that
// a definition names: they stand between two kinds, "forced labour, which is work
// exacted by threats, or slavery", or right behind the last, with no comma before
// them, "slavery or the removal of organs by force".
func (b *builder) inside(x *term, means Hit) bool {
	var last Hit
	before, after := map[string]bool{}, false
	for _, h := range x.hits {
		if !x.purpose || b.class(h.Concept) != "purpose" || h.Concept == "exploitation" || h.Piece != means.Piece {
			continue
		}
		if h.Span.End <= means.Span.Start {
			before[h.Concept] = true
			if h.Span.End > last.Span.End {
				last = h
			}
		}
		after = after || h.Span.Start >= means.Span.End
	}
	return len(before) > 0 && after ||
		len(before) > 1 && !strings.Contains(x.doc.Text[last.Span.End:means.Span.Start], ",")
}

// bring adds a term's definition to a norm that uses the term.
func (b *builder) bring(n *Norm, x *term) {
	n.termAges(x)
	if x.matter && n.Victim.Concept == "" {
		n.Victim = x.victim // those whom the matter shows
	}
	first := len(n.Pieces)
	taken := false
	for _, h := range x.hits {
		if h.Concept == "sexual_performance" && slices.Contains(b.terms.depicting, x) {
			continue // it is shown, and nobody is made to take part in it
		}
		switch b.class(h.Concept) {
		case "act", "object", "content", "purpose", "gain", "means", "narrowing":
		case "sex":
			n.oneSex(h.Concept)
		default:
			if h.Concept != "by_means" && h.Concept != "means_waived" && h.Concept != "other_means" || h.Concept == "by_means" && b.inside(x, h) {
				continue
			}
		}
		h.Piece, h.Via, h.Term, h.OfPurpose = first+h.Piece, Defined, x.text, x.purpose
		n.Hits = append(n.Hits, h)
		taken = true
	}
	if !taken {
		return
	}
	for _, a := range x.acts {
		if x.purpose || x.matter {
			break // what is done in the end, or on the picture, is no act of the offender
		}
		a.Piece, a.Via, a.Term = first+a.Piece, Defined, x.text
		if a.Target.IsPerson() && (n.Victim.Concept == "child" || n.Victim.Concept == "adult") {
			a.Target = n.Victim
		}
		n.Acts = append(n.Acts, a)
	}
	for _, p := range x.pieces {
		p.Role = Defined
		if x.doc != n.Doc {
			p.Doc = x.doc
		}
		n.Pieces = append(n.Pieces, p)
	}
}
