package outline

import (
	"slices"
	"strconv"

	"lacuna/analyzer/document"
	"lacuna/analyzer/message"
)

// readWithDoubt says where words stand that were read in pictures of pages, and not
// surely.
func (r *reader) readWithDoubt(h *document.Health) {
	doubts := r.src.Doubts
	if len(doubts) == 0 {
		return
	}
	var in []string
	for _, p := range r.doc.Provisions() {
		if slices.ContainsFunc(doubts, func(d document.Span) bool { return d.Overlaps(p.Span) }) {
			in = append(in, p.Number)
		}
	}
	note := message.Say("doubts", "n", strconv.Itoa(len(doubts)))
	if len(in) > 0 {
		note = message.Say("doubts-in", "n", strconv.Itoa(len(doubts)), "provisions", r.cited(in...))
	}
	h.Notes = append(h.Notes, note)
}

// inDoubt returns how many bytes of a block were read in a picture, and not surely.
func (r *reader) inDoubt(i int) int {
	b, n := r.blocks[i], 0
	first, _ := slices.BinarySearchFunc(r.src.Doubts, b.Start, func(d document.Span, at int) int { return d.End - at })
	for _, d := range r.src.Doubts[first:] {
		if d.Start >= b.End {
			break
		}
		n += min(d.End, b.End) - max(d.Start, b.Start)
	}
	return max(n, 0)
}
