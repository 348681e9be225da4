package pdf

import (
	"sort"

	"lacuna/analyzer/document"
)

// doubt is a run of a line's text that another reader was not sure of, and
// where it comes to stand in the text of the file.
type doubt struct {
	from, to int
	span     *document.Span
}

// addDoubt adds a run, to the last one where they touch.
func addDoubt(list []doubt, from, to int) []doubt {
	if n := len(list); n > 0 && from <= list[n-1].to {
		list[n-1].to = to
		return list
	}
	return append(list, doubt{from, to, new(document.Span)})
}

// spansOver returns the spans of the doubts in which a piece of the line stands.
func spansOver(list []doubt, from, to int) []*document.Span {
	for _, d := range list {
		if d.from <= from && to <= d.to {
			return []*document.Span{d.span}
		}
	}
	return nil
}

// doubtsOf lists what stands in doubt in the text that was made of the lines.
func doubtsOf(lines []line) []document.Span {
	var out []document.Span
	for i := range lines {
		for _, d := range lines[i].doubts {
			if !d.span.Empty() {
				out = append(out, *d.span)
			}
		}
	}
	sort.Slice(out, func(i, j int) bool { return out[i].Start < out[j].Start })
	return out
}
