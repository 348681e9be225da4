package evaluate

import (
	"encoding/json"
	"math"
	"strings"
	"testing"

	"lacuna/analyzer/coverage"
)

// label makes the labels of a text: items separated by ";", each "id
// provision,provision element=value …".
func label(text, items string) *Gold {
	g := &Gold{Path: text + ".yaml", Text: text, Language: "en", Family: family(text)}
	for i, line := range strings.Split(items, ";") {
		words := strings.Fields(line)
		item := GoldItem{ID: words[0], Line: i + 1}
		if words[1] != "-" {
			item.Provisions = strings.Split(strings.ReplaceAll(words[1], "_", " "), ",")
		}
		for _, pair := range words[2:] {
			id, value, _ := strings.Cut(pair, "=")
			item.Elements = append(item.Elements, GoldElement{id, coverage.Value(value)})
		}
		g.Items = append(g.Items, item)
	}
	return g
}

func finding(id string, v coverage.Value, confidence int, provisions ...string) coverage.Finding {
	f := coverage.Finding{ID: id, Value: v, Confidence: confidence, Decision: "express"}
	for _, p := range provisions {
		text, number, two := strings.Cut(p, ":")
		if !two {
			text, number = "code", p
		}
		f.Evidence = append(f.Evidence, coverage.Evidence{Text: text, Provision: number, Label: "Article " + number})
	}
	return f
}

func matrix(items ...coverage.Item) *coverage.Matrix {
	return &coverage.Matrix{Texts: []coverage.Text{{ID: "code"}}, Items: items}
}

func item(id string, s coverage.Status, findings ...coverage.Finding) coverage.Item {
	return coverage.Item{ID: id, Status: s, Elements: findings}
}

func near(t *testing.T, what string, got Rate, want float64) {
	t.Helper()
	if math.IsNaN(want) != !got.Defined() || math.Abs(float64(got)-want) > 1e-9 {
		t.Errorf("%s is %v, want %v", what, got, want)
	}
}

// One text, three items, six elements:
//
//	element  gold     got      confidence  evidence, gold provisions 5 and 6 bis
//	1/a      yes      yes      900         6bis: the first
//	1/b      partial  yes      800         9, 5: the second
//	2/a      no       no       700
//	2/b      no       unknown  100
//	3/a      yes      partial  600         5, but gold names only 7
//	3/b      no       yes      500         7: not found by readers, so not counted
func sample() Case {
	return Case{
		Gold: label("xxx-code", "1 5,6_bis a=yes b=partial;2 - a=no b=no;3 7 a=yes b=no"),
		Matrix: matrix(
			item("1", coverage.Covered, finding("a", coverage.Yes, 900, "6bis"), finding("b", coverage.Yes, 800, "9", "5")),
			item("2", coverage.NotKnown, finding("a", coverage.No, 700), finding("b", coverage.Unknown, 100)),
			item("3", coverage.PartlyCovered, finding("a", coverage.Partial, 600, "5"), finding("b", coverage.Yes, 500, "7")),
			item("9", coverage.Gap, finding("a", coverage.No, 1)),
		),
	}
}

func TestScoreFigures(t *testing.T) {
	r, err := Score([]Case{sample()}, nil)
	if err != nil {
		t.Fatal(err)
	}
	f := r.Overall.Lacuna
	if f.Elements != 6 || f.Items != 3 || f.FoundByBoth != 3 {
		t.Errorf("%d elements, %d items, %d found by both; want 6, 3, 3", f.Elements, f.Items, f.FoundByBoth)
	}
	near(t, "accuracy", f.Accuracy, 2.0/6) // 1/a and 2/a
	// Found: answered 1/a, 1/b, 3/a, 3/b; labelled 1/a, 1/b, 3/a.
	near(t, "found precision", f.Found.Precision, 3.0/4)
	near(t, "found recall", f.Found.Recall, 1)
	near(t, "found F1", f.Found.F1, 6.0/7)
	// Gaps: answered 2/a; labelled 2/a, 2/b, 3/b. Unknown is no gap.
	near(t, "gap precision", f.Gaps.Precision, 1)
	near(t, "gap recall", f.Gaps.Recall, 1.0/3)
	near(t, "gap F1", f.Gaps.F1, 2.0/4)
	// Labelled partial, gap, partial; answered covered, unknown, partial.
	near(t, "status accuracy", f.StatusAccuracy, 1.0/3)
	// F1: covered 0 of 1+0; partial 2·1/(1+2); gap 0 of 0+1.
	near(t, "status macro-F1", f.StatusMacroF1, (0+2.0/3+0)/3)
	near(t, "cited first", f.CitedFirst, 1.0/3)
	near(t, "cited in five", f.CitedFive, 2.0/3)
}

func TestCalibration(t *testing.T) {
	r, err := Score([]Case{sample()}, nil)
	if err != nil {
		t.Fatal(err)
	}
	// Six answers by confidence: 100 wrong | 500 wrong | 600 wrong | 700 right | 800 wrong, 900 right.
	f := r.Overall.Lacuna
	want := []Bin{{1, 0.1, 0}, {1, 0.5, 0}, {1, 0.6, 0}, {1, 0.7, 1}, {2, 0.85, 0.5}}
	if len(f.Bins) != len(want) {
		t.Fatalf("%d bins, want %d", len(f.Bins), len(want))
	}
	for i, b := range f.Bins {
		if b.Answers != want[i].Answers {
			t.Errorf("bin %d has %d answers, want %d", i, b.Answers, want[i].Answers)
		}
		near(t, "confidence", b.Confidence, float64(want[i].Confidence))
		near(t, "accuracy", b.Accuracy, float64(want[i].Accuracy))
	}
	near(t, "calibration error", f.CalibrationError, (0.1+0.5+0.6+0.3+2*0.35)/6)
}

func TestRatesOfNothingAreNull(t *testing.T) {
	r, err := Score([]Case{{Gold: label("xxx-code", "1 5 a=yes"), Matrix: matrix(item("1", coverage.Gap, finding("a", coverage.No, 500)))}}, nil)
	if err != nil {
		t.Fatal(err)
	}
	f := r.Overall.Lacuna
	near(t, "found precision", f.Found.Precision, math.NaN())
	near(t, "found recall", f.Found.Recall, 0)
	near(t, "cited first", f.CitedFirst, math.NaN())
	near(t, "status macro-F1", f.StatusMacroF1, 0) // covered and gap occur, partial does not
	if len(f.Bins) != 1 {
		t.Errorf("%d bins for one answer, want 1", len(f.Bins))
	}
	data, err := json.Marshal(f.Found)
	if err != nil {
		t.Fatal(err)
	}
	if got, want := string(data), `{"right":0,"answered":0,"labelled":1,"precision":null,"recall":0,"f1":0}`; got != want {
		t.Errorf("JSON %s, want %s", got, want)
	}
	if f.Found.Precision.String() != "-" || Rate(2.0/3).String() != "0.667" {
		t.Error("rates print as three decimals, or a dash where there was nothing to count")
	}
}

func TestCitationNamesTheAct(t *testing.T) {
	gold := label("xxx-dossier", "1 CHILD_48,128_bis a=yes b=yes c=yes")
	m := matrix(item("1", coverage.Covered,
		finding("a", coverage.Yes, 1, "PC:48", "CHILD:48"), // the second stands in the right act
		finding("b", coverage.Yes, 1, "PC:128bis"),         // a gold provision that names no act: any act
		finding("c", coverage.Yes, 1, "PC:1", "PC:2", "PC:3", "PC:4", "PC:5", "CHILD:48"),
	))
	m.Texts = []coverage.Text{{ID: "PC"}, {ID: "CHILD"}}
	r, err := Score([]Case{{Gold: gold, Matrix: m}}, nil)
	if err != nil {
		t.Fatal(err)
	}
	near(t, "cited first", r.Overall.Lacuna.CitedFirst, 1.0/3)
	near(t, "cited in five", r.Overall.Lacuna.CitedFive, 2.0/3)
}

func TestProvisionOfTwoWordsIsNoAct(t *testing.T) {
	cites := newCitations(matrix())
	for gold, number := range map[string]string{"Schedule 2": "Schedule 2", "224-1 A": "224-1A", "242.1": "242.1", "15a": "15A"} {
		if !cites.same(gold, coverage.Evidence{Text: "code", Provision: number}) {
			t.Errorf("%q is not taken for %q", gold, number)
		}
	}
	if cites.same("48", coverage.Evidence{Text: "code", Provision: "48A"}) {
		t.Error("48 is taken for 48A")
	}
}

func TestTablesAndDisagreements(t *testing.T) {
	second := sample()
	second.Gold = label("yyy-code", "1 5 a=yes b=yes;2 - a=no b=no;3 7 a=yes b=no")
	r, err := Score([]Case{sample(), second}, nil)
	if err != nil {
		t.Fatal(err)
	}
	if len(r.Texts) != 2 || r.Texts[1].Text != "yyy-code" || r.Texts[1].Family != "yyy" {
		t.Errorf("texts %+v", r.Texts)
	}
	b := r.Elements[1]
	if b.Item != "1" || b.Element != "b" || b.Answers != 2 || b.Right != 1 {
		t.Errorf("table of 1/b: %+v", b)
	}
	if len(b.Counts) != 2 || b.Counts[0] != (Count{coverage.Yes, coverage.Yes, 1}) || b.Counts[1] != (Count{coverage.Partial, coverage.Yes, 1}) {
		t.Errorf("counts of 1/b: %+v", b.Counts)
	}
	if len(r.Disagreements) != 4+3 {
		t.Fatalf("%d disagreements, want 7", len(r.Disagreements))
	}
	first := r.Disagreements[0]
	if first.Text != "xxx-code" || first.Item+"/"+first.Element != "1/b" || first.Gold != coverage.Partial ||
		first.Got != coverage.Yes || first.Evidence != "Article 9" || len(first.Provisions) != 2 {
		t.Errorf("first disagreement: %+v", first)
	}
}

func TestScoreNamesWhatTheMatrixLacks(t *testing.T) {
	for labels, want := range map[string]string{
		"1 5 a=yes;8 - a=no": "xxx-code.yaml:2: item 8 is labelled, but the matrix of xxx-code has no such item",
		"1 5 a=yes z=yes":    "xxx-code.yaml:1: element 1/z is labelled, but the matrix of xxx-code has no such element",
	} {
		c := sample()
		c.Gold = label("xxx-code", labels)
		if _, err := Score([]Case{c}, nil); err == nil || err.Error() != want {
			t.Errorf("error %v, want %s", err, want)
		}
	}
}
