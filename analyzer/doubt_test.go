package analyzer

import (
	"strings"
	"testing"

	"lacuna/analyzer/coverage"
	"lacuna/analyzer/document"
)

func TestAnswersThatRestOnDoubtAreNamed(t *testing.T) {
	src := &document.Source{ID: "act", Text: "Whoever sells a child is punished.", Doubts: []document.Span{{Start: 8, End: 13}}}
	doc := &document.Document{Source: src}
	evidence := func(start, end int) []coverage.Evidence {
		return []coverage.Evidence{{Text: "act", Label: "Section 1", Spans: []coverage.Piece{{Start: start, End: end}}}}
	}
	m := &coverage.Matrix{Texts: []coverage.Text{{ID: "act"}}, Items: []coverage.Item{{ID: "3.1.a", Elements: []coverage.Finding{
		{ID: "offering", Value: coverage.Yes, Evidence: evidence(0, 20)},
		{ID: "delivering", Value: coverage.Yes, Evidence: evidence(14, 20)},
		{ID: "accepting", Value: coverage.No, Evidence: evidence(0, 20)},
	}}}}
	noteDoubts([]*document.Document{doc}, m)
	want := "Answers that rest on words read with doubt: 3.1.a/offering (Section 1)."
	if got := strings.Join(m.Texts[0].Health.Notes.English(), "\n"); got != want {
		t.Errorf("notes %q, want %q", got, want)
	}
}
