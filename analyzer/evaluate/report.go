package evaluate

import (
	"math"
	"strconv"

	"lacuna/analyzer/coverage"
)

// Rate is a share between 0 and 1; NaN where there was nothing to count. In JSON
// it has four decimals, and is null where there was nothing to count.
type Rate float64

// none is the rate of nothing.
var none = Rate(math.NaN())

// Defined tells whether there was anything to count.
func (r Rate) Defined() bool { return !math.IsNaN(float64(r)) }

// String writes the rate with three decimals, or a dash.
func (r Rate) String() string {
	if !r.Defined() {
		return "-"
	}
	return strconv.FormatFloat(float64(r), 'f', 3, 64)
}

// MarshalJSON implements json.Marshaler.
func (r Rate) MarshalJSON() ([]byte, error) {
	if !r.Defined() {
		return []byte("null"), nil
	}
	return strconv.AppendFloat(nil, math.Round(float64(r)*1e4)/1e4, 'f', -1, 64), nil
}

// Report is the whole evaluation.
type Report struct {
	Schema        string         `json:"schema"`        // "lacuna/evaluation/1"
	Texts         []TextScores   `json:"texts"`         // in the order of the cases
	Overall       Scores         `json:"overall"`       // all texts taken together, element by element
	Elements      []ElementTable `json:"elements"`      // in the order of the checklist
	Disagreements []Disagreement `json:"disagreements"` // text by text, in the order of the checklist
}

// TextScores holds the figures of one text.
type TextScores struct {
	Text     string `json:"text"`
	Language string `json:"language"`
	Family   string `json:"family"`
	Scores   Scores `json:"scores"`
}

// Scores holds the same figures for the program and for each baseline. Keywords
// and BM25 are nil where no checklist was given to Score.
type Scores struct {
	Lacuna   Figures  `json:"lacuna"`
	Prior    Figures  `json:"prior"`
	Keywords *Figures `json:"keywords"`
	BM25     *Figures `json:"bm25"`
}

// Figures says how well the answers agree with the labels.
type Figures struct {
	Elements int  `json:"elements"`         // labelled elements
	Accuracy Rate `json:"element_accuracy"` // yes, partial or no is right; unknown is wrong

	Found Detection `json:"found"` // yes or partial, against no
	Gaps  Detection `json:"gaps"`  // no, against the rest

	Items          int  `json:"items"` // labelled items
	StatusAccuracy Rate `json:"status_accuracy"`
	StatusMacroF1  Rate `json:"status_macro_f1"` // mean over covered, partial and gap, of those that occur

	// The found elements that readers found too, and the shares of them with a
	// gold provision among the first 1 and the first 5 pieces of evidence.
	FoundByBoth int  `json:"found_by_both"`
	CitedFirst  Rate `json:"cited_in_first_1"`
	CitedFive   Rate `json:"cited_in_first_5"`

	CalibrationError Rate  `json:"calibration_error"` // expected calibration error over Bins
	Bins             []Bin `json:"calibration_bins"`
}

// Detection measures the finding of one kind of element.
type Detection struct {
	Right     int  `json:"right"`     // answered so and labelled so
	Answered  int  `json:"answered"`  // answered so
	Labelled  int  `json:"labelled"`  // labelled so
	Precision Rate `json:"precision"` // right of answered
	Recall    Rate `json:"recall"`    // right of labelled
	F1        Rate `json:"f1"`        // harmonic mean of the two
}

// Bin is a fifth of the answers, by rising confidence.
type Bin struct {
	Answers    int  `json:"answers"`
	Confidence Rate `json:"confidence"` // mean of what was claimed
	Accuracy   Rate `json:"accuracy"`   // share of right answers
}

// ElementTable counts what one element was labelled and answered, over all texts.
type ElementTable struct {
	Item    string  `json:"item"`
	Element string  `json:"element"`
	Answers int     `json:"answers"`
	Right   int     `json:"right"`
	Counts  []Count `json:"counts"` // only pairs that occur; by label, then by answer
}

// Count says how often a label met an answer.
type Count struct {
	Gold  coverage.Value `json:"gold"`
	Got   coverage.Value `json:"got"`
	Texts int            `json:"texts"`
}

// Disagreement is one wrong answer, with what helps to see why.
type Disagreement struct {
	Text       string         `json:"text"`
	Item       string         `json:"item"`
	Element    string         `json:"element"`
	Gold       coverage.Value `json:"gold"`
	Got        coverage.Value `json:"got"`
	Confidence int            `json:"confidence"` // per mille
	Decision   string         `json:"decision"`
	Evidence   string         `json:"evidence"`        // label of the first piece, empty where there is none
	Provisions []string       `json:"gold_provisions"` // of the item
}
