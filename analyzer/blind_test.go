package analyzer_test

import (
	"testing"

	"lacuna/analyzer/coverage"
)

const chapter = "# Penal Code\n\n## Chapter I Crimes against persons\n\n#### Section 1\n\n"

// TestBlindSpots: an offence that names a child in words that no lexicon holds is
// listed, lowers what is not found, and forbids a no on the very thing it is about.
func TestBlindSpots(t *testing.T) {
	for _, c := range []struct {
		name, law string
		spots     []string
		element   string
		value     coverage.Value
		decision  string
	}{
		{"an unknown verb", "Any person who wangles a child under eighteen years commits an offence and is liable to imprisonment for ten years.",
			[]string{"1"}, "3.1.b/procuring", coverage.No, "not-found-blind"},
		{"an unknown verb about images", "Any person who wangles child pornography commits an offence and is liable to imprisonment for ten years.",
			[]string{"1"}, "3.1.c/exporting", coverage.Unknown, "blind-spot"},
		{"a known offence of another subject", "Any person who neglects a child under eighteen years commits an offence and is liable to imprisonment for ten years.",
			nil, "3.1.b/procuring", coverage.No, "not-found"},
		{"an offence that is found", "Any person who sells a child under eighteen years commits an offence and is liable to imprisonment for ten years.",
			nil, "3.1.c/exporting", coverage.No, "not-found"},
	} {
		t.Run(c.name, func(t *testing.T) {
			m := judge(t, "act.md", chapter+c.law+"\n")
			var spots []string
			for _, b := range m.BlindSpots {
				spots = append(spots, b.Provision)
			}
			if len(spots) != len(c.spots) || len(spots) > 0 && spots[0] != c.spots[0] {
				t.Errorf("blind spots %v, want %v", spots, c.spots)
			}
			each(m, func(name string, f coverage.Finding) {
				if name == c.element && (f.Value != c.value || f.Decision != c.decision) {
					t.Errorf("%s is %s (%s), want %s (%s)", name, f.Value, f.Decision, c.value, c.decision)
				}
			})
		})
	}
}
