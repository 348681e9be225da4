package outline

import "lacuna/analyzer/document"

// interlude is one or more paragraphs without a number that followed a list.
// Where the list goes on behind them, they were the last point's own.
type interlude struct {
	owner *document.Section
	paras []*document.Section
	stack []level // what was open before them
}

// openInterlude remembers the sequences that a paragraph without a number
// closes, unless it follows another one.
func (b *body) openInterlude(owner *document.Section) {
	if a := b.aside; a != nil && a.owner == owner && len(a.paras) > 0 && a.paras[len(a.paras)-1] == owner.Children[len(owner.Children)-1] {
		return
	}
	b.aside = &interlude{owner: owner, stack: append([]level(nil), b.stack...)}
}

// resume takes up a list that unnumbered paragraphs seemed to have ended, if
// the mark carries it on: they become the last point's. It returns the place
// of the sequence in the stack, -1 where nothing is taken up.
func (b *body) resume(m mark) int {
	a := b.aside
	if a == nil || m.value < 2 || len(a.paras) == 0 || m.class == classDash {
		return -1
	}
	last := a.owner.Children[len(a.owner.Children)-1]
	if last != a.paras[len(a.paras)-1] {
		return -1
	}
	for k := len(a.stack) - 1; k >= 0; k-- {
		if !follows(a.stack[k].mark, m) || b.isAlinea(a.stack[k].at) {
			continue
		}
		point := a.stack[k].at
		a.owner.Children = a.owner.Children[:len(a.owner.Children)-len(a.paras)]
		if len(point.Children) == 0 {
			wrap(point)
		}
		for _, p := range a.paras {
			b.addChild(point, p)
		}
		unwrap(a.owner)
		b.stack, b.aside = a.stack, nil
		return k
	}
	return -1
}

// unwrap gives a section back what its only paragraph without a number holds.
func unwrap(s *document.Section) {
	if len(s.Children) != 1 || s.Children[0].Kind != document.Para || s.Children[0].Mark != "" || !s.Lead.Empty() {
		return
	}
	only := s.Children[0]
	s.Lead, s.Tail, s.Children = only.Lead, only.Tail, only.Children
	for _, c := range s.Children {
		c.Parent = s
	}
}
