package evaluate

import (
	"cmp"
	"slices"

	"lacuna/analyzer/coverage"
)

// figures measures the answers of some texts, one list a text.
func figures(texts [][]answer) Figures {
	answers := slices.Concat(texts...)
	f := Figures{Elements: len(answers)}
	f.Accuracy = rate(count(answers, right), len(answers))
	f.Found = detection(answers, func(v coverage.Value) bool { return v == coverage.Yes || v == coverage.Partial })
	f.Gaps = detection(answers, func(v coverage.Value) bool { return v == coverage.No })
	f.statuses(texts)
	f.citations(answers)
	f.calibration(answers)
	return f
}

func right(a answer) bool { return a.got == a.gold }

// rate is part of whole; of nothing it is undefined.
func rate(part, whole int) Rate {
	if whole == 0 {
		return none
	}
	return Rate(float64(part) / float64(whole))
}

func count[T any](all []T, is func(T) bool) int {
	n := 0
	for _, one := range all {
		if is(one) {
			n++
		}
	}
	return n
}

// detection measures how well the values of one class are found.
func detection(answers []answer, class func(coverage.Value) bool) Detection {
	return detect(
		count(answers, func(a answer) bool { return class(a.got) && class(a.gold) }),
		count(answers, func(a answer) bool { return class(a.got) }),
		count(answers, func(a answer) bool { return class(a.gold) }),
	)
}

func detect(right, answered, labelled int) Detection {
	return Detection{
		Right: right, Answered: answered, Labelled: labelled,
		Precision: rate(right, answered), Recall: rate(right, labelled),
		F1: rate(2*right, answered+labelled),
	}
}

// statuses measures whole items: the answered status against the one that
// follows from the labels.
func (f *Figures) statuses(texts [][]answer) {
	type verdict struct{ gold, got coverage.Status }
	var all []verdict
	for _, answers := range texts {
		for _, item := range byItem(answers) {
			all = append(all, verdict{statusOf(item, labelled), item[0].status})
		}
	}
	f.Items = len(all)
	f.StatusAccuracy = rate(count(all, func(v verdict) bool { return v.gold == v.got }), len(all))
	sum, classes := 0.0, 0
	for _, s := range []coverage.Status{coverage.Covered, coverage.PartlyCovered, coverage.Gap} {
		d := detect(
			count(all, func(v verdict) bool { return v.gold == s && v.got == s }),
			count(all, func(v verdict) bool { return v.got == s }),
			count(all, func(v verdict) bool { return v.gold == s }),
		)
		if d.F1.Defined() {
			sum, classes = sum+float64(d.F1), classes+1
		}
	}
	f.StatusMacroF1 = none
	if classes > 0 {
		f.StatusMacroF1 = Rate(sum / float64(classes))
	}
}

// byItem cuts the answers of one text into those of its items.
func byItem(answers []answer) [][]answer {
	var items [][]answer
	for start, i := 0, 1; i <= len(answers); i++ {
		if i == len(answers) || answers[i].item != answers[start].item {
			items, start = append(items, answers[start:i]), i
		}
	}
	return items
}

// statusOf follows from one value of each element of an item: all yes, all no,
// or the rest. Neither labels nor baselines know unknown.
func statusOf(item []answer, value func(answer) coverage.Value) coverage.Status {
	yes := count(item, func(a answer) bool { return value(a) == coverage.Yes })
	no := count(item, func(a answer) bool { return value(a) == coverage.No })
	switch len(item) {
	case yes:
		return coverage.Covered
	case no:
		return coverage.Gap
	}
	return coverage.PartlyCovered
}

func labelled(a answer) coverage.Value { return a.gold }
func answered(a answer) coverage.Value { return a.got }

// citations measures the evidence of elements that were found and labelled found.
func (f *Figures) citations(answers []answer) {
	found := func(v coverage.Value) bool { return v == coverage.Yes || v == coverage.Partial }
	both := slices.DeleteFunc(slices.Clone(answers), func(a answer) bool { return !found(a.gold) || !found(a.got) })
	f.FoundByBoth = len(both)
	f.CitedFirst = rate(count(both, func(a answer) bool { return a.cited == 1 }), len(both))
	f.CitedFive = rate(count(both, func(a answer) bool { return a.cited >= 1 && a.cited <= 5 }), len(both))
}

// bins is the number of parts into which answers are cut for calibration.
const bins = 5

// calibration compares what the confidences claim with what is right, in five
// bins of equal count by rising confidence; equal confidences keep the order of
// the answers. The error is the mean gap, weighted by the size of the bins.
func (f *Figures) calibration(answers []answer) {
	sorted := slices.Clone(answers)
	slices.SortStableFunc(sorted, func(a, b answer) int { return cmp.Compare(a.confidence, b.confidence) })
	f.CalibrationError, f.Bins = none, []Bin{}
	gaps := 0 // in per mille of answers
	for i := range bins {
		bin := sorted[len(sorted)*i/bins : len(sorted)*(i+1)/bins]
		if len(bin) == 0 {
			continue
		}
		claimed := 0
		for _, a := range bin {
			claimed += a.confidence
		}
		correct := count(bin, right)
		f.Bins = append(f.Bins, Bin{Answers: len(bin), Confidence: rate(claimed, 1000*len(bin)), Accuracy: rate(correct, len(bin))})
		gaps += max(claimed-1000*correct, 1000*correct-claimed)
	}
	f.CalibrationError = rate(gaps, 1000*len(sorted))
}
