package compare

import (
	"slices"
	"strconv"
	"strings"

	"lacuna/analyzer/checklist"
	"lacuna/analyzer/coverage"
	"lacuna/analyzer/document"
	"lacuna/analyzer/match"
	"lacuna/analyzer/message"
	"lacuna/analyzer/norm"
)

// lost says why an answer was lost or weakened.
func (d *differ) lost(c Change, old, now coverage.Finding) message.Sentences {
	var out message.Sentences
	doc, p := d.old.section(c.Before)
	if d.align != nil && p != nil && d.align.to[p] == nil {
		out = append(out, d.gone(doc, p))
	}
	if c.Kind == Weakened {
		if why := narrower(c.Before, c.After); len(why) > 0 {
			return append(out, why...)
		}
		return append(out, unlike("change-now", now, old)...)
	}
	for _, n := range now.NearMisses {
		if c.After != nil && n.Text == c.After.Text && n.Provision == c.After.Provision {
			return append(out, message.Say("change-turned", "label", n.Label).With(said([]string{n.WhyNot}, []coverage.Message{n.WhyNotCode})...))
		}
	}
	if len(out) == 0 && c.After != nil {
		home, _, _ := strings.Cut(c.After.Label, "(")
		out = append(out, message.Say("change-left", "label", c.Before.Label, "home", home))
	}
	if len(out) == 0 {
		out = append(out, said(now.Reasons, now.ReasonCodes)...)
	}
	return out
}

// unlike lists the reasons of the first answer that the second does not have; code
// is the sentence in which they are said.
func unlike(code string, first, second coverage.Finding) message.Sentences {
	var out message.Sentences
	for _, why := range said(first.Reasons, first.ReasonCodes) {
		if !slices.Contains(second.Reasons, why.String()) {
			out = append(out, message.Say(code).With(why))
		}
	}
	return out
}

// said gives messages their English words. Assessments of older versions have no codes.
func said(english []string, codes []coverage.Message) message.Sentences {
	var out message.Sentences
	for i, words := range english {
		m := message.Plain(words)
		if len(codes) == len(english) {
			m = codes[i]
			m.English = words
		}
		out = append(out, m)
	}
	return out
}

// gone says that a provision has no counterpart, and whether its number is repealed.
func (d *differ) gone(doc *document.Document, p *document.Section) message.Message {
	for _, n := range d.now.Documents {
		for _, q := range n.Provisions() {
			if q.Number == p.Number && q.State == document.Repealed {
				return message.Say("change-repealed", "label", doc.Label(p))
			}
		}
	}
	return message.Say("change-gone", "label", doc.Label(p))
}

// sameValue looks for what an unchanged answer hides: an age, means, a penalty or
// a list that changed.
func (d *differ) sameValue(c Change, old, now coverage.Finding) {
	c.Before, c.After = first(old), first(now)
	if c.Before == nil || c.After == nil {
		return
	}
	if old.Value == coverage.Partial && !d.untouched(c.Before, c.After) {
		d.narrowing(c)
	}
	if d.align == nil {
		return
	}
	before, after := facts(d.old, c.Item, old.ID), facts(d.now, c.Item, now.ID)
	if before == nil || after == nil {
		return
	}
	if asksSanction(before.Element) {
		d.penalties(c, before.Offences, after.Offences)
	}
	d.lists(c, before.Found, after.Found)
}

// untouched reports whether the provisions of both passages became each other
// without a change of words, so that other evidence merely came first.
func (d *differ) untouched(before, after *coverage.Evidence) bool {
	_, p := d.old.section(before)
	_, q := d.now.section(after)
	if d.align == nil || p == nil || q == nil {
		return false
	}
	same := func(old, now *document.Section) bool {
		return old != nil && now != nil && plainBody(d.align.docs[old], old) == plainBody(d.align.docs[now], now)
	}
	return same(p, d.align.to[p]) && same(d.align.from[q], q)
}

// plainBody is a provision's words without numbers.
func plainBody(doc *document.Document, p *document.Section) string {
	return strings.Join(strings.FieldsFunc(body(doc, p), func(r rune) bool { return r >= '0' && r <= '9' || r == ' ' || r == '\n' }), " ")
}

// narrowing compares what narrows two partial answers.
func (d *differ) narrowing(c Change) {
	worse, better := narrower(c.Before, c.After), wider(c.Before, c.After)
	old, was := below(c.Before)
	age, is := below(c.After)
	switch {
	case was && is && age > old && len(worse) == 1, len(worse) == 0 && len(better) > 0:
		c.Kind = Strengthened
	case len(worse) > 0:
		c.Kind = Weakened
	default:
		return
	}
	c.What = slices.Concat(worse, better)
	if was && is && len(worse) == 1 && len(better) == 1 {
		code := map[bool]string{true: "change-age-raised", false: "change-age-cut"}[age > old]
		c.What = message.Sentences{message.Say(code, "old", strconv.Itoa(old), "below", strconv.Itoa(age))}
	}
	d.add(c)
}

// below is the age under which alone evidence protects.
func below(e *coverage.Evidence) (int, bool) {
	for _, m := range e.NarrowedCodes {
		if years, err := strconv.Atoi(m.Args["below"]); err == nil {
			return years, true
		}
	}
	return 0, false
}

func facts(s Side, item, element string) *match.Facts {
	for i := range s.Facts {
		if f := &s.Facts[i]; f.Item.ID == item && f.Element.ID == element {
			return f
		}
	}
	return nil
}

func asksSanction(e checklist.Element) bool {
	return slices.ContainsFunc(e.Find, func(w checklist.Way) bool { return w.Slot == "sanction" })
}

// penalties compares the penalties of main offences that are found again.
func (d *differ) penalties(c Change, before, after []*norm.Norm) {
	for _, o := range before {
		n := d.again(o, after)
		if n == nil {
			continue
		}
		cut := c
		cut.Before, cut.After = unit(o), unit(n)
		switch was, is := o.Sanction, n.Sanction; {
		case lighter(is, was):
			cut.Kind = Weakened
			cut.What = message.Sentences{message.Say("change-cut").With(penalty(was), penalty(is))}
		case lighter(was, is):
			cut.Kind = Strengthened
			cut.What = message.Sentences{message.Say("change-raised").With(penalty(was), penalty(is))}
		default:
			continue
		}
		d.add(cut)
	}
}

// again is the norm that a norm became: of its provision's counterpart, the one
// of likest words.
func (d *differ) again(o *norm.Norm, after []*norm.Norm) *norm.Norm {
	became := d.align.to[o.Provision]
	want := counted(together(unit(o)))
	var best *norm.Norm
	most := 0.5
	for _, n := range after {
		if n.Provision != became {
			continue
		}
		if like := overlap(want, counted(together(unit(n)))); like > most {
			best, most = n, like
		}
	}
	return best
}

// unit quotes the deciding leaf of a norm with what leads into it. A paragraph of
// several sentences may hold several norms, each with its own.
func unit(n *norm.Norm) *coverage.Evidence {
	e := &coverage.Evidence{Text: n.Doc.ID, Provision: n.Provision.Number, Label: n.Doc.Label(n.Unit),
		Path: append([]string{}, n.Doc.Path(n.Provision)...), Spans: []coverage.Piece{}, NarrowedBy: []string{}}
	leaf := n.Unit.Span
	for _, p := range n.Pieces {
		switch p.Role {
		case norm.Leaf:
			leaf = p.Span
		case norm.Inherited, norm.Defined:
			continue
		}
		e.Spans = append(e.Spans, coverage.Piece{Role: string(p.Role), Start: p.Start, End: p.End, Quote: n.Doc.Quote(p.Span)})
	}
	e.Start, e.End, e.Page, e.Quote = leaf.Start, leaf.End, n.Doc.Page(leaf.Start), n.Doc.Quote(leaf)
	return e
}

// lighter reports whether the first sanction is lighter: of a milder kind, or
// with a lower highest or, at the same highest, a lower least term.
func lighter(x, y norm.Sanction) bool {
	if x.Class != y.Class {
		return x.Class != norm.NoSanction && y.Class == norm.Imprisonment
	}
	switch {
	case x.Max > 0 && y.Max > 0 && x.Max != y.Max:
		return x.Max < y.Max
	case x.Max == y.Max && x.Min != y.Min:
		return x.Min < y.Min
	}
	return false
}

// penalty says a sanction in words.
func penalty(s norm.Sanction) message.Message {
	switch {
	case s.Class == norm.FineOnly:
		return message.Say("penalty-fine")
	case s.Class == norm.ShortArrest:
		return message.Say("penalty-arrest")
	case s.Max >= lifelong:
		return message.Say("penalty-life")
	case s.Min > 0 && s.Min < s.Max:
		return message.Say("penalty-range").With(term(s.Min), term(s.Max))
	case s.Max > 0:
		return message.Say("penalty-most").With(term(s.Max))
	case s.Min > 0:
		return message.Say("penalty-least").With(term(s.Min))
	}
	return message.Say("penalty-imprisonment")
}

// lifelong is a term in months that stands for imprisonment for life.
const lifelong = 1200

// term says months as people do.
func term(months int) message.Message {
	if months%12 == 0 {
		return message.Say("term-years", "n", strconv.Itoa(months/12))
	}
	return message.Say("term-months", "n", strconv.Itoa(months))
}

// lists finds provisions that a closed list named, that are still there, and that
// the list no longer names; or the other way round.
func (d *differ) lists(c Change, before, after []match.Candidate) {
	_, first := d.old.section(c.Before)
	for _, o := range before {
		if !lists(o) || o.Norm.Provision != first {
			continue
		}
		var rules []*norm.Norm
		for _, n := range after {
			if lists(n) {
				rules = append(rules, n.Norm)
			}
		}
		now := d.again(o.Norm, rules)
		if now == nil {
			continue
		}
		var dropped, taken []string
		for _, p := range named(o.Norm) {
			if q := d.align.to[p]; q != nil && !names(now, q) {
				dropped = append(dropped, d.align.docs[p].Label(p))
			}
		}
		for _, q := range named(now) {
			if p := d.align.from[q]; p != nil && !names(o.Norm, p) {
				taken = append(taken, d.align.docs[q].Label(q))
			}
		}
		list := c
		list.Before, list.After = unit(o.Norm), unit(now)
		switch {
		case len(dropped) > 0:
			list.Kind, list.What = Weakened, listed("change-shortened", dropped)
		case len(taken) > 0:
			list.Kind, list.What = Strengthened, listed("change-extended", taken)
		default:
			continue
		}
		d.add(list)
		return
	}
}

func listed(code string, labels []string) message.Sentences {
	return message.Sentences{message.Say(code, "labels", strings.Join(labels, "; "))}
}

// lists reports whether a candidate is a general rule on provisions that it names
// by number.
func lists(c match.Candidate) bool {
	return c.Way.Reach != checklist.NoReach && c.Norm.Kind != norm.Offence && !c.Norm.Scope.All &&
		slices.ContainsFunc(c.Norm.Refs, func(p *document.Section) bool { return names(c.Norm, p) })
}

// named lists the provisions that a rule names by number, those of chapters too,
// but not itself.
func named(n *norm.Norm) []*document.Section {
	var out []*document.Section
	for _, s := range n.Scope.Sections {
		s.Walk(func(p *document.Section) bool {
			if p.Citable() && p != n.Provision {
				out = append(out, p)
			}
			return !p.Citable()
		})
	}
	return out
}

// names reports whether a rule names a provision, or a chapter that holds it.
func names(n *norm.Norm, p *document.Section) bool {
	for ; p != nil; p = p.Parent {
		if slices.Contains(n.Scope.Sections, p) {
			return true
		}
	}
	return false
}
