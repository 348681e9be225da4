package report

import (
	"fmt"
	"io"
	"strconv"

	"lacuna/analyzer/evaluate"
	"lacuna/analyzer/ledger"
)

// Evaluation prints how well the answers agree with readers' labels, each
// figure beside the same figure of baselines that understand no law.
func Evaluation(w io.Writer, e *evaluate.Report, o Options) error {
	p := &page{w: w, width: o.columns()}
	all := e.Overall.Lacuna
	p.line(0, 0, fmt.Sprintf("%d texts, %d elements and %d items with labels", len(e.Texts), all.Elements, all.Items))
	p.blank()
	var rows [][]string
	for _, f := range figures {
		rows = append(rows, append([]string{f.name}, across(e.Overall, f.get)...))
	}
	p.put(grid(append([]string{"All texts"}, methods...), rows, []int{46, 8, 8, 8, 8}))
	for _, f := range []figure{figures[0], figures[6], figures[7]} {
		p.blank()
		rows = nil
		for _, t := range e.Texts {
			rows = append(rows, append([]string{t.Text + " (" + t.Language + ")"}, across(t.Scores, f.get)...))
		}
		p.put(grid(append([]string{f.name}, methods...), rows, []int{46, 8, 8, 8, 8}))
	}
	p.blank()
	p.line(0, 0, strconv.Itoa(len(e.Disagreements))+" answers differ from the labels; --format json lists them.")
	return p.err
}

// EvaluationJSON writes all figures and every answer that differs from its label.
func EvaluationJSON(w io.Writer, e *evaluate.Report) error { return ledger.Encode(w, e) }

// methods head the columns in which figures stand.
var methods = []string{"lacuna", "prior", "keywords", "BM25"}

// figure is one row of the table of figures.
type figure struct {
	name string
	get  func(evaluate.Figures) evaluate.Rate
}

var figures = []figure{
	{"elements: value is right", func(f evaluate.Figures) evaluate.Rate { return f.Accuracy }},
	{"found: precision", func(f evaluate.Figures) evaluate.Rate { return f.Found.Precision }},
	{"found: recall", func(f evaluate.Figures) evaluate.Rate { return f.Found.Recall }},
	{"found: F1", func(f evaluate.Figures) evaluate.Rate { return f.Found.F1 }},
	{"gaps: precision", func(f evaluate.Figures) evaluate.Rate { return f.Gaps.Precision }},
	{"gaps: recall", func(f evaluate.Figures) evaluate.Rate { return f.Gaps.Recall }},
	{"gaps: F1", func(f evaluate.Figures) evaluate.Rate { return f.Gaps.F1 }},
	{"items: status is right", func(f evaluate.Figures) evaluate.Rate { return f.StatusAccuracy }},
	{"items: macro F1 of status", func(f evaluate.Figures) evaluate.Rate { return f.StatusMacroF1 }},
	{"found elements: provision right, first cited", func(f evaluate.Figures) evaluate.Rate { return f.CitedFirst }},
	{"found elements: provision right, among five", func(f evaluate.Figures) evaluate.Rate { return f.CitedFive }},
	{"confidence: expected calibration error", func(f evaluate.Figures) evaluate.Rate { return f.CalibrationError }},
}

// across reads a figure for the program and each baseline.
func across(s evaluate.Scores, get func(evaluate.Figures) evaluate.Rate) []string {
	row := []string{get(s.Lacuna).String(), get(s.Prior).String(), "-", "-"}
	for i, f := range []*evaluate.Figures{s.Keywords, s.BM25} {
		if f != nil {
			row[2+i] = get(*f).String()
		}
	}
	return row
}
