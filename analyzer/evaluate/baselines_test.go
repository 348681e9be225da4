package evaluate

import (
	"math"
	"strings"
	"testing"

	"lacuna/analyzer/checklist"
	"lacuna/analyzer/coverage"
)

// got lists a baseline's answers: "item/element=value".
func got(answers []answer) string {
	var all []string
	for _, a := range answers {
		all = append(all, a.item+"/"+a.element+"="+string(a.got))
	}
	return strings.Join(all, " ")
}

// blank is a matrix that says nothing about any item; baselines see its texts.
func blank() *coverage.Matrix { return matrix() }

func TestPriorLeavesTheFamilyOut(t *testing.T) {
	cases := []Case{
		{Gold: label("aaa-code", "1 5 a=no b=no c=yes"), Matrix: blank()},
		{Gold: label("aaa-act", "1 5 a=no b=no c=no")},
		{Gold: label("bbb-code", "1 5 a=yes b=yes c=partial")},
		{Gold: label("ccc-code", "1 5 a=yes b=no c=partial")},
		{Gold: label("ddd-code", "1 5 a=no b=partial c=yes")},
	}
	all := priors(cases)
	// Outside aaa: a yes, yes, no; b yes, no, partial (tied); c partial, partial, yes.
	if g := got(all[0]); g != "1/a=yes 1/b=partial 1/c=partial" {
		t.Errorf("prior answers %s", g)
	}
	if all[0][0].confidence != 500 { // (2+1)/(3+3)
		t.Errorf("confidence %d, want 500", all[0][0].confidence)
	}
	if all[0][0].status != coverage.PartlyCovered || all[0][0].cited != 0 {
		t.Errorf("first answer %+v", all[0][0])
	}
	if all[1] != nil {
		t.Error("a text without a matrix is measured")
	}
}

func TestPriorTies(t *testing.T) {
	for _, c := range []struct {
		yes, partial, no int
		want             coverage.Value
	}{
		{2, 0, 2, coverage.Partial}, {0, 0, 0, coverage.Partial}, {3, 1, 2, coverage.Yes},
		{1, 1, 2, coverage.No}, {2, 2, 1, coverage.Partial}, {0, 2, 2, coverage.Partial},
	} {
		counts := map[coverage.Value]int{coverage.Yes: c.yes, coverage.Partial: c.partial, coverage.No: c.no}
		if v := commonest(counts); v != c.want {
			t.Errorf("%+v: %s", c, v)
		}
	}
}

// small is a checklist of two elements: one with two ways, one that asks a subject.
func small() *checklist.Checklist {
	return &checklist.Checklist{
		Subjects: []checklist.Subject{{ID: "sale", Elements: []string{"1/a"}}},
		Items: []checklist.Item{{ID: "1", Elements: []checklist.Element{
			{ID: "a", Find: []checklist.Way{
				{Norm: []string{"offence"}, Act: []string{"sell", "buy"}, Object: []string{"child"}},
				{Act: []string{"trade"}},
			}},
			{ID: "b", Find: []checklist.Way{{Subject: "sale", Slot: "age"}}},
		}}},
	}
}

// dictionary has no words for "offence": kinds of norms are not words.
var dictionary = map[string][]string{"sell": {"sells"}, "buy": {"buys"}, "child": {"child", "minor"}, "trade": {"trades"}}

func section(provision, words string) Section {
	s := Section{Text: "code", Provision: provision, Words: strings.Fields(words), Concepts: map[string]bool{}}
	for id, phrases := range dictionary {
		for _, p := range phrases {
			if strings.Contains(" "+words+" ", " "+p+" ") {
				s.Concepts[id] = true
			}
		}
	}
	return s
}

func reading(sections ...Section) *Reading { return &Reading{Sections: sections, Words: dictionary} }

func TestKeywords(t *testing.T) {
	cases := []Case{
		{Gold: label("aaa-code", "1 7 a=yes b=yes"), Matrix: blank(), Reading: reading(
			section("6", "whoever harms a child"), section("7", "whoever buys a minor"), section("8", "whoever sells land"))},
		{Gold: label("bbb-code", "1 7 a=yes b=no"), Matrix: blank(), Reading: reading(
			section("6", "whoever harms a child"), section("7", "whoever sells land"))},
		{Gold: label("ccc-code", "1 - a=no b=no"), Matrix: blank(), Reading: reading(section("1", "whoever steals"))},
	}
	all := keywords(cases, newQueries(small()))
	for i, want := range []string{"1/a=yes 1/b=yes", "1/a=partial 1/b=partial", "1/a=no 1/b=no"} {
		if g := got(all[i]); g != want {
			t.Errorf("%s: keywords answer %s, want %s", cases[i].Gold.Text, g, want)
		}
	}
	if all[0][0].cited != 1 {
		t.Errorf("the section with both concepts stands at %d, want 1", all[0][0].cited)
	}
	// Article 6 and 7 of bbb meet one concept each: reading order decides.
	if all[1][0].cited != 2 {
		t.Errorf("gold provision at %d, want 2", all[1][0].cited)
	}
	// For ccc, "no" was never answered elsewhere: (0+1)/(0+3). For bbb, neither was partial.
	if all[2][0].confidence != 333 || all[1][0].confidence != 333 {
		t.Errorf("confidences %d and %d, want 333", all[2][0].confidence, all[1][0].confidence)
	}
}

func TestBM25Score(t *testing.T) {
	x := newIndex([]Section{section("1", "sells child child land"), section("2", "sells")})
	// Mean length 2.5. "child" stands in one of two sections, twice in the first, of length 4.
	rare := math.Log(1 + (2-1+0.5)/(1+0.5))
	want := rare * 2 * 2.2 / (2 + 1.2*(0.25+0.75*4/2.5))
	if got := x.score(0, []string{"child"}); math.Abs(got-want) > 1e-6 {
		t.Errorf("score %f, want %f", got, want)
	}
	r := x.rank([]string{"sells"})
	if len(r.sections) != 2 || r.sections[0].Provision != "2" {
		t.Errorf("the shorter section does not stand first: %+v", r.sections)
	}
}

func TestFit(t *testing.T) {
	low, high := fit([]scored{{1, "no"}, {9, "yes"}, {2, "no"}, {5, "partial"}, {5, "partial"}, {7, "yes"}, {2, "partial"}})
	// A low cut at 2 or at 5 gets six right: the lower stands.
	if low != 2 || high != 7 {
		t.Errorf("cuts %g and %g, want 2 and 7", low, high)
	}
	for score, want := range map[float64]coverage.Value{1: coverage.No, 5: coverage.Partial, 6.9: coverage.Partial, 7: coverage.Yes} {
		if v := cut(score, low, high); v != want {
			t.Errorf("score %g gives %s, want %s", score, v, want)
		}
	}
	if low, high := fit(nil); cut(100, low, high) != coverage.No {
		t.Error("with nothing to learn from, all is no")
	}
}

func TestBM25LearnsOutsideTheFamily(t *testing.T) {
	rich := reading(section("6", "whoever steals"), section("7", "whoever buys a minor"))
	poor := reading(section("6", "whoever steals"), section("7", "whoever trades"))
	cases := []Case{
		{Gold: label("aaa-code", "1 7 a=yes"), Matrix: blank(), Reading: rich},
		{Gold: label("aaa-act", "1 7 a=no"), Matrix: blank(), Reading: rich}, // would teach the contrary
		{Gold: label("bbb-code", "1 7 a=yes"), Matrix: blank(), Reading: rich},
		{Gold: label("ccc-code", "1 7 a=no"), Matrix: blank(), Reading: poor},
	}
	all := bm25(cases, newQueries(small()))
	if g := got(all[0]); g != "1/a=yes" || all[0][0].cited != 1 {
		t.Errorf("aaa-code: %s, cited at %d", g, all[0][0].cited)
	}
}

func TestScoreWithBaselines(t *testing.T) {
	m := matrix(item("1", coverage.Covered, finding("a", coverage.Yes, 900, "7"), finding("b", coverage.Yes, 900, "7")))
	cases := []Case{
		{Gold: label("aaa-code", "1 7 a=yes b=yes"), Matrix: m, Reading: reading(section("7", "whoever buys a minor"))},
		{Gold: label("bbb-code", "1 7 a=no b=no"), Matrix: m, Reading: reading(section("7", "whoever steals"))},
	}
	r, err := Score(cases, small())
	if err != nil {
		t.Fatal(err)
	}
	near(t, "program", r.Overall.Lacuna.Accuracy, 0.5)
	near(t, "prior", r.Overall.Prior.Accuracy, 0) // each learns the contrary from the other
	near(t, "keywords", r.Overall.Keywords.Accuracy, 1)
	if r.Texts[0].Scores.BM25 == nil || r.Texts[0].Scores.BM25.Elements != 2 {
		t.Errorf("no BM25 figures beside the text: %+v", r.Texts[0].Scores)
	}
	cases[1].Reading = nil
	if _, err := Score(cases, small()); err == nil || !strings.Contains(err.Error(), "bbb-code") {
		t.Errorf("error %v, want one that names bbb-code", err)
	}
}
