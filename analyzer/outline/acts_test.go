package outline

import (
	"strings"
	"testing"
)

// runs writes n provisions, numbered from 1 behind a word.
func runs(word string, n int) []string {
	var out []string
	for i := range n {
		out = append(out, word+[]string{"1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12"}[i]+". Whoever lets a boat adrift in a harbour of the lake, or on the river above it, shall be punished with a fine.")
	}
	return out
}

// What begins anew is an act, or it is a part, schedule, list or quotation of one.
func TestWhatBindsActs(t *testing.T) {
	for _, c := range []struct {
		name  string
		lines [][]string
		acts  int
	}{
		{"one act", [][]string{{"BOATS ACT"}, runs("Section ", 8)}, 1},
		{"two with titles", [][]string{{"BOATS ACT"}, runs("Section ", 8), {"NETS ACT"}, runs("Section ", 3)}, 2},
		{"two without", [][]string{runs("Article ", 8), runs("Article ", 5)}, 2},
		{"a word and bare numbers", [][]string{{"BOATS CODE"}, runs("Article ", 8), {"NETS ACT, 1999"}, runs("", 4)}, 2},
		{"an approving law and its code", [][]string{{"Law No. 7 of 1999"}, runs("Article ", 3), {"CODE OF BOATS"}, runs("Article ", 12)}, 2},
		{"a code in a schedule", [][]string{{"Law No. 7 of 1999"}, runs("Section ", 3), {"SCHEDULE", "CODE OF BOATS"}, runs("Section ", 12)}, 2},
		{"three", [][]string{{"BOATS ACT"}, runs("Section ", 4), {"NETS ACT"}, runs("Section ", 12), {"LINES ACT"}, runs("Section ", 6)}, 3},
		{"a schedule", [][]string{{"BOATS ACT"}, runs("Section ", 8), {"SCHEDULE", "Rates"}, runs("Section ", 4)}, 1},
		{"parts numbered anew", [][]string{{"BOATS CODE", "PART I"}, runs("Article ", 8), {"PART II"}, runs("Article ", 6), {"PART III"}, runs("Article ", 7)}, 1},
		{"transitional provisions", [][]string{{"BOATS ACT"}, runs("Article ", 8), {"TRANSITIONAL PROVISIONS"}, runs("Article ", 4)}, 1},
		{"a list in a section", [][]string{{"BOATS ACT"}, runs("", 5), {"6. These laws are repealed:", "1. the Boats Law;", "2. the Nets Law;", "3. the Lines Law.", "7. Whoever lets a boat adrift shall be punished with a fine.", "8. Whoever lends one shall be punished with a fine."}}, 1},
		{"contents before the act", [][]string{{"BOATS ACT", "Section 1. Boats", "Section 2. Nets", "Section 3. Lines", "Section 4. Oars", "BOATS ACT"}, runs("Section ", 4)}, 1},
		{"mentions of acts as headings", [][]string{{"BOATS CODE", "Law of boats"}, runs("Article ", 4), {"Acts preparatory to a code"}, {"Article 5. Whoever prepares a boat shall be punished with a fine.", "Article 6. Whoever lends one shall be punished with a fine."}}, 1},
	} {
		t.Run(c.name, func(t *testing.T) {
			var lines []string
			for _, l := range c.lines {
				lines = append(lines, l...)
			}
			src := made(lines...)
			acts := Acts(src)
			if len(acts) != c.acts {
				for _, a := range acts {
					t.Logf("%q begins at %q", a.Title, a.Quote(a.Blocks[0].Span))
				}
				t.Fatalf("%d acts, want %d", len(acts), c.acts)
			}
			blocks := 0
			for _, a := range acts {
				blocks += len(a.Blocks)
				if !strings.HasPrefix(src.Text, a.Text) {
					t.Error("the offsets of an act are not those of the file")
				}
			}
			if blocks != len(src.Blocks) {
				t.Errorf("the acts hold %d blocks of %d", blocks, len(src.Blocks))
			}
		})
	}
}
