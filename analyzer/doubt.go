package analyzer

import (
	"fmt"
	"slices"
	"strings"

	"lacuna/analyzer/coverage"
	"lacuna/analyzer/document"
	"lacuna/analyzer/message"
)

// noteDoubts says in the health of each text which answers rest on words that
// were read in pictures of pages, and not surely.
func noteDoubts(docs []*document.Document, m *coverage.Matrix) {
	for i, doc := range docs {
		if len(doc.Doubts) == 0 || i >= len(m.Texts) {
			continue
		}
		if on := restingOn(doc, m); len(on) > 0 {
			health := &m.Texts[i].Health
			health.Notes = append(slices.Clip(health.Notes), message.Say("doubtful-answers", "answers", strings.Join(on, ", ")))
			doc.Health.Notes = health.Notes
		}
	}
}

// restingOn lists the answers whose best evidence holds a word in doubt.
func restingOn(doc *document.Document, m *coverage.Matrix) []string {
	var out []string
	for _, item := range m.Items {
		for _, f := range item.Elements {
			if len(f.Evidence) == 0 || f.Value != coverage.Yes && f.Value != coverage.Partial {
				continue
			}
			if inDoubt(doc, &f.Evidence[0]) {
				out = append(out, fmt.Sprintf("%s/%s (%s)", item.ID, f.ID, f.Evidence[0].Label))
			}
		}
	}
	return out
}

// inDoubt reports whether any piece of the evidence in the text holds a word in doubt.
func inDoubt(doc *document.Document, e *coverage.Evidence) bool {
	for _, p := range e.Spans {
		in := p.Text
		if in == "" {
			in = e.Text
		}
		piece := document.Span{Start: p.Start, End: p.End}
		if in == doc.ID && slices.ContainsFunc(doc.Doubts, piece.Overlaps) {
			return true
		}
	}
	return false
}
