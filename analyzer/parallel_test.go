package analyzer_test

import (
	"slices"
	"testing"

	"lacuna/analyzer/coverage"
	"lacuna/analyzer/evaluate"
	"lacuna/corpora"
)

// One law in eight languages, each written as its tradition drafts, gives one
// matrix: every element the same answer, resting on the same provision.
func TestOneLawInEveryLanguage(t *testing.T) {
	if testing.Short() {
		t.Skip("judges hundreds of laws")
	}
	for _, s := range corpora.Parallel() {
		t.Run(s.Name, func(t *testing.T) {
			data, err := corpora.Labels(s.Name)
			if err != nil {
				t.Fatal(err)
			}
			gold, err := evaluate.ParseGold(s.Name+".yaml", data)
			if err != nil {
				t.Fatal(err)
			}
			scored, err := evaluate.Score([]evaluate.Case{{Gold: gold, Matrix: judge(t, s.File(), string(s.Text))}}, nil)
			if err != nil {
				t.Fatal(err)
			}
			for _, d := range scored.Disagreements {
				t.Errorf("%s/%s is %s, want %s (%v); it cites %q", d.Item, d.Element, d.Got, d.Gold, d.Provisions, d.Evidence)
			}
			if all := scored.Overall.Lacuna; all.CitedFive != 1 {
				t.Errorf("a right provision is among the first five for %v of the elements found, want all", all.CitedFive)
			}
		})
	}
}

// The labels of all texts differ in nothing but the numbers of the provisions.
func TestEveryLanguageHasOneReading(t *testing.T) {
	values := func(name string) []string {
		data, err := corpora.Labels(name)
		if err != nil {
			t.Fatal(err)
		}
		gold, err := evaluate.ParseGold(name+".yaml", data)
		if err != nil {
			t.Fatal(err)
		}
		var out []string
		for _, item := range gold.Items {
			for _, e := range item.Elements {
				out = append(out, item.ID+"/"+e.ID+" "+string(e.Value))
			}
		}
		return out
	}
	samples := corpora.Parallel()
	first := values(samples[0].Name)
	for _, v := range []coverage.Value{coverage.Yes, coverage.Partial, coverage.No} {
		if !slices.ContainsFunc(first, func(s string) bool { return len(s) > len(v) && s[len(s)-len(v):] == string(v) }) {
			t.Errorf("no answer of the parallel code is %s", v)
		}
	}
	for _, s := range samples[1:] {
		if got := values(s.Name); !slices.Equal(got, first) {
			t.Errorf("the labels of %s are %v, those of %s %v", s.Name, got, samples[0].Name, first)
		}
	}
}
