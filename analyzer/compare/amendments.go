package compare

import (
	"slices"

	"lacuna/analyzer/amend"
	"lacuna/analyzer/coverage"
	"lacuna/analyzer/document"
	"lacuna/analyzer/match"
	"lacuna/analyzer/message"
	"lacuna/analyzer/norm"
)

// owe notes for each change by which amendments it came about: those of the
// provisions that the answers quote, else those of any provision that the element
// rests on, as a general rule rests on the offences that it reaches. What is
// unclear may be owed to an amendment that was not carried out.
func (c *Changes) owe() {
	for i := range c.Changes {
		x := &c.Changes[i]
		for _, on := range []places{c.quoted(x), c.restsOn(x)} {
			if x.Amendments = c.touching(x, on); len(x.Amendments) > 0 {
				break
			}
		}
	}
}

// leaveOpen makes unclear what seems lost or weakened because an amendment of the
// provision that carried it could not be carried out: what it says now was not read.
func (d *differ) leaveOpen(c *Change) {
	if d.now.Amended == nil || c.Before == nil {
		return
	}
	if _, p := d.old.section(c.Before); d.align.open[p] {
		c.Kind, c.New, c.After, c.Words = Unclear, coverage.Unknown, nil, nil
		c.What = message.Sentences{message.Say("change-open", "label", c.Before.Label)}
	}
}

// Uncarried lists the amendments that could not be carried out.
func (c *Changes) Uncarried() []amend.Change {
	var out []amend.Change
	for _, a := range c.New.Amended {
		for _, x := range a.Changes {
			if !x.Applied {
				out = append(out, x)
			}
		}
	}
	return out
}

// places are provisions, by text and number.
type places map[[2]string]bool

func (p places) add(d *document.Document, s *document.Section) {
	if d != nil && s != nil {
		p[[2]string{d.ID, s.Provision().Number}] = true
	}
}

// touching lists the amendments that touch one of the provisions.
func (c *Changes) touching(x *Change, on places) []amend.Change {
	var out []amend.Change
	for _, a := range c.New.Amended {
		for _, change := range a.Changes {
			if (change.Applied || x.Kind == Unclear) && slices.ContainsFunc(change.Touched, func(number string) bool {
				return on[[2]string{a.Law, number}] || on[[2]string{a.Text, number}]
			}) {
				out = append(out, change)
			}
		}
	}
	return out
}

// quoted are the provisions that both answers of a change quote.
func (c *Changes) quoted(x *Change) places {
	out := places{}
	c.Old.cited(x.Before, out)
	c.New.cited(x.After, out)
	return out
}

// cited adds the provisions of all pieces of evidence.
func (s Side) cited(e *coverage.Evidence, to places) {
	if e == nil {
		return
	}
	to.add(s.section(e))
	for _, p := range e.Spans {
		piece := coverage.Evidence{Text: p.Text, Start: p.Start}
		if piece.Text == "" {
			piece.Text = e.Text
		}
		to.add(s.section(&piece))
	}
}

// restsOn are the provisions of all that was found for the elements of a change:
// the rules, the offences that they reach and those that the elements ask about.
func (c *Changes) restsOn(x *Change) places {
	out := places{}
	for _, side := range []Side{c.Old, c.New} {
		for _, id := range x.Elements {
			f := facts(side, x.Item, id)
			if f == nil {
				continue
			}
			for _, n := range founded(f) {
				out.add(n.Doc, n.Provision)
			}
		}
	}
	return out
}

// founded lists the norms on which the facts of an element stand.
func founded(f *match.Facts) []*norm.Norm {
	out := slices.Clone(f.Offences)
	for _, c := range f.Found {
		out = append(out, c.Norm)
		for _, r := range c.Reach() {
			out = append(out, r.Offence)
		}
	}
	return out
}
