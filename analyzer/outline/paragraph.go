package outline

import (
	"slices"
	"strings"
	"unicode"

	"lacuna/analyzer/document"
)

// sanctionWords open the penalty of what stands before them, in texts that set
// it on a line of its own; in small letters.
var sanctionWords = []string{"shall be punished", "shall be fined", "shall on conviction", "shall, on conviction", "shall be liable", "is punishable", "shall be guilty", "is guilty of", "commits an offence",
	"est puni", "sont punis", "será castigado", "serán castigados", "será punido", "é punido", "wird mit", "ist mit", "يعاقب",
	"наказывается", "наказываются", "карается", "караются", "влечет", "влекут", "влечёт"}

// sanctionAt returns the offset of the first words of a penalty that stand
// behind a comma, -1 where there are none.
func sanctionAt(s string) int {
	best := -1
	for _, w := range sanctionWords {
		if at := strings.Index(s, ", "+w); at > 0 && (best < 0 || at < best) {
			best = at
		}
	}
	if best < 0 {
		return -1
	}
	return best + len(", ")
}

// sanctionNames do so where a dash or colon follows: "Pena - reclusão".
var sanctionNames = []string{"pena", "penas", "penalty", "maximum penalty", "peine", "strafe", "санкция"}

// isSanction reports whether a block opens with the penalty of what stands
// before it.
func isSanction(s string) bool {
	s = opening(s)
	if startsWithAny(s, sanctionWords) {
		return true
	}
	for _, name := range sanctionNames {
		if rest, ok := strings.CutPrefix(s, name); ok && strings.ContainsRune("-–—:", firstRune(strings.TrimLeft(rest, " "))) {
			return true
		}
	}
	return false
}

// placeText adds a stretch without a mark: a continuation, closing words, or a
// paragraph of its own.
func (b *body) placeText(p document.Span, indent float64) {
	s := b.src.Quote(p)
	at := b.open()
	before := b.lastText()
	quoted := strings.HasPrefix(s, "“") || strings.HasPrefix(s, "\"") || strings.HasPrefix(s, "«")
	goesOn := before != "" && !quoted && (startsLower(s) || isSanction(s) || endsComma(before) || !endsSentence(before) && !opensList(before) && lastRune(before) != ';')
	switch {
	case isConjunction(s):
		b.appendText(at, p)
	case before == "" && len(at.Children) == 0:
		b.stretch(p)
	case goesOn && (at.Kind == document.Point || at.Kind == document.Subpoint) && len(at.Children) == 0 && b.isTail(s, before, at, indent):
		owner := b.ownerByIndent(at.Parent, indent)
		b.closeTo(owner)
		b.appendText(owner, p)
	case goesOn:
		b.appendText(at, p)
	default:
		b.newParagraph(p, indent)
	}
}

// conjunctions join two points, where they stand on a line of their own.
var conjunctions = []string{"and", "or", "and/or", "et", "ou", "et/ou", "y", "o", "e", "und", "oder", "en", "of", "och", "eller", "og", "lub", "i", "nebo", "и", "или", "та", "або", "veya", "ve", "dan", "atau", "و", "أو", "او", "یا", "na", "au"}

func isConjunction(s string) bool {
	return slices.Contains(conjunctions, strings.ToLower(strings.Trim(s, " ,;.\u00a0")))
}

// endsComma reports whether a text ends with a comma, or a comma and the dash
// that leads from the last point to the closing words.
func endsComma(s string) bool {
	return isCaseless(s) && strings.ContainsRune(",،՝", lastRune(strings.TrimRight(s, " –—-")))
}

// isTail reports whether words behind a point close its parent, rather than
// carry the point on over a break.
func (b *body) isTail(s, before string, at *document.Section, indent float64) bool {
	if opensList(before) && !isSanction(s) && !endsComma(before) {
		return false
	}
	if len(b.stack) == 0 || at != b.stack[len(b.stack)-1].at {
		return true
	}
	last := lastRune(before)
	broken := unicode.IsLetter(last) && startsLower(s) && !strings.HasSuffix(before, " or") && !strings.HasSuffix(before, " and")
	return !(broken && b.indents && indent > b.stack[len(b.stack)-1].indent+2)
}

// ownerByIndent climbs from a section to the nearest ancestor whose mark does
// not stand to the right of the text.
func (b *body) ownerByIndent(s *document.Section, indent float64) *document.Section {
	if !b.indents || indent < 0 {
		return s
	}
	for s != b.scope {
		mark, ok := b.indentOf(s)
		if !ok || mark <= indent+6 || s.Parent.Lead.Empty() {
			return s
		}
		s = s.Parent
	}
	return s
}

func (b *body) indentOf(s *document.Section) (float64, bool) {
	for _, l := range b.stack {
		if l.at == s {
			return l.indent, l.indent >= 0
		}
	}
	return 0, false
}

// closeTo closes all sequences below a section.
func (b *body) closeTo(s *document.Section) {
	for len(b.stack) > 0 && b.stack[len(b.stack)-1].at != s {
		b.stack = b.stack[:len(b.stack)-1]
	}
}

// appendText carries a section's own words on: its lead, or its tail where it
// has children.
func (b *body) appendText(s *document.Section, p document.Span) {
	if len(s.Children) == 0 {
		join(&s.Lead, p)
	} else {
		join(&s.Tail, p)
	}
	extend(s, p.End)
}

// newParagraph adds a paragraph without a number to the innermost numbered
// paragraph, explanation or provision that is open.
func (b *body) newParagraph(p document.Span, indent float64) {
	owner := b.open()
	for owner != b.scope && (owner.Kind != document.Para || owner.Number == "") {
		owner = owner.Parent
	}
	owner = b.ownerByIndent(owner, indent)
	b.openInterlude(owner)
	b.closeTo(owner)
	if len(owner.Children) == 0 && !opensList(b.src.Quote(owner.Lead)) || len(owner.Children) > 0 && owner.Children[0].Kind == document.Point && !owner.Lead.Empty() && !allParas(owner) {
		wrap(owner)
	}
	sec := &document.Section{Kind: document.Para, State: document.InForce, Span: p}
	b.addChild(owner, sec)
	b.aside.paras = append(b.aside.paras, sec)
	b.stack = append(b.stack, level{at: sec, mark: mark{class: classWord, bracket: "alinéa"}, indent: indent})
	b.stretch(p)
}

func allParas(s *document.Section) bool {
	for _, c := range s.Children {
		if c.Kind == document.Para {
			return true
		}
	}
	return false
}

// wrap moves what a section holds into a first paragraph without a number.
func wrap(s *document.Section) {
	first := &document.Section{Kind: document.Para, State: document.InForce, Lead: s.Lead, Tail: s.Tail, Children: s.Children, Parent: s}
	first.Span = document.Span{Start: s.Lead.Start, End: s.Lead.End}
	for _, c := range first.Children {
		c.Parent = first
	}
	s.Lead, s.Tail, s.Children = document.Span{}, document.Span{}, []*document.Section{first}
}

// addChild puts a section below its parent. Closing words that turn out to
// stand between children become a paragraph of their own; before an
// explanation they stay what they are.
func (b *body) addChild(parent, child *document.Section) {
	if child.Kind == document.Para && b.isComplete(parent) {
		wrap(parent)
	} else if !parent.Tail.Empty() && child.Kind != document.Explain {
		mid := &document.Section{Kind: document.Para, State: document.InForce, Lead: parent.Tail, Span: parent.Tail, Parent: parent}
		parent.Children = append(parent.Children, mid)
		parent.Tail = document.Span{}
	}
	child.Parent = parent
	parent.Children = append(parent.Children, child)
}

// isComplete reports whether a section already holds a rule of its own, to
// which a numbered paragraph is added: a whole sentence, or a list.
func (b *body) isComplete(s *document.Section) bool {
	if s.Lead.Empty() || allParas(s) {
		return false
	}
	return len(s.Children) > 0 || endsSentence(withoutNotes(b.src.Quote(s.Lead)))
}
