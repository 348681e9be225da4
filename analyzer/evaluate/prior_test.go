package evaluate

import (
	"path/filepath"
	"testing"

	"lacuna/analyzer/coverage"
)

// echo is a matrix that repeats the labels, each with its best provision.
func echo(g *Gold) *coverage.Matrix {
	m := &coverage.Matrix{}
	for _, item := range g.Items {
		out := coverage.Item{ID: item.ID}
		var all []answer
		for _, e := range item.Elements {
			f := coverage.Finding{ID: e.ID, Value: e.Value, Confidence: 1000}
			if e.Value != coverage.No {
				f.Evidence = []coverage.Evidence{{Provision: item.Provisions[0]}}
			}
			out.Elements = append(out.Elements, f)
			all = append(all, answer{gold: e.Value})
		}
		out.Status = statusOf(all, labelled)
		m.Items = append(m.Items, out)
	}
	return m
}

// The prior on the twelve labelled texts, counted once apart from this program;
// a matrix that repeats the labels is right in everything.
func TestPriorOnTheGoldLabels(t *testing.T) {
	golds, err := LoadDir(filepath.Join(repository(t), "testdata", "gold"))
	if err != nil {
		t.Fatal(err)
	}
	var cases []Case
	for _, g := range golds {
		cases = append(cases, Case{Gold: g, Matrix: echo(g)})
	}
	r, err := Score(cases, nil)
	if err != nil {
		t.Fatal(err)
	}
	f := r.Overall.Lacuna
	for what, rate := range map[string]Rate{
		"accuracy": f.Accuracy, "found F1": f.Found.F1, "gap F1": f.Gaps.F1, "status accuracy": f.StatusAccuracy,
		"status macro-F1": f.StatusMacroF1, "cited first": f.CitedFirst,
	} {
		near(t, what+" of the labels themselves", rate, 1)
	}
	near(t, "calibration error of the labels themselves", f.CalibrationError, 0)
	if len(r.Disagreements) > 0 || f.Elements != 792 || f.Items != 348 {
		t.Errorf("%d disagreements, %d elements, %d items; want 0, 792, 348", len(r.Disagreements), f.Elements, f.Items)
	}
	p := r.Overall.Prior
	near(t, "prior accuracy", p.Accuracy, 511.0/792)
	near(t, "prior found precision", p.Found.Precision, 583.0/668)
	near(t, "prior found recall", p.Found.Recall, 583.0/624)
	near(t, "prior gap precision", p.Gaps.Precision, 83.0/124)
	near(t, "prior gap recall", p.Gaps.Recall, 83.0/168)
	near(t, "prior status accuracy", p.StatusAccuracy, 207.0/348)
	near(t, "prior cited first", p.CitedFirst, 0) // it reads no text
}
