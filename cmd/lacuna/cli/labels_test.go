package cli

import (
	"encoding/json"
	"path/filepath"
	"testing"

	"lacuna/analyzer/evaluate"
)

// floors are what the answers must reach on the labelled real texts: elements and
// items right, and F1 of gaps. They stand a little below what was measured.
var floors = map[string][3]float64{
	"bra-codigo-penal": {.93, .92, .95}, "bra-dossier": {.95, .95, .95}, "deu-stgb": {.94, .90, .92},
	"esp-codigo-penal": {.97, .96, .95}, "eth-criminal-code": {.92, .86, .95}, "fra-code-penal": {.97, .96, .95},
	"ken-penal-code": {.94, .92, .95}, "mar-code-penal-ar": {.92, .90, .90}, "mys-dossier": {.84, .72, .40},
	"mys-penal-code": {.97, .96, .95}, "mys-sexual-offences-children": {.93, .90, .92}, "rus-uk": {.89, .84, .83},
}

// TestLabels measures the answers on the real codes against the labels, and holds
// them over the floors and ahead of every baseline.
func TestLabels(t *testing.T) {
	corpora := realCodes(t)
	gold := filepath.Join("..", "..", "..", "testdata", "gold")
	var r evaluate.Report
	if err := json.Unmarshal(run(t, "evaluate", "--gold", gold, "--corpora", corpora, "--format", "json"), &r); err != nil {
		t.Fatal(err)
	}
	if len(r.Texts) != len(floors) {
		t.Errorf("%d texts were measured, want %d", len(r.Texts), len(floors))
	}
	for _, text := range r.Texts {
		floor, known := floors[text.Text]
		if !known {
			t.Errorf("%s has no floor", text.Text)
		}
		got := text.Scores.Lacuna
		for i, rate := range []evaluate.Rate{got.Accuracy, got.StatusAccuracy, got.Gaps.F1} {
			if float64(rate) < floor[i] {
				t.Errorf("%s: %s is %.3f, below %.2f", text.Text, []string{"elements right", "items right", "F1 of gaps"}[i], float64(rate), floor[i])
			}
		}
		for name, rival := range map[string]*evaluate.Figures{"prior": &text.Scores.Prior, "keywords": text.Scores.Keywords, "BM25": text.Scores.BM25} {
			if rival != nil && rival.Accuracy >= got.Accuracy {
				t.Errorf("%s: %s has %.3f of the elements right, lacuna %.3f", text.Text, name, float64(rival.Accuracy), float64(got.Accuracy))
			}
		}
	}
}
