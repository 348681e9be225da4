package lexicon_test

import (
	"io/fs"
	"testing"

	"lacuna/analyzer/lexicon"
	"lacuna/checklists"
)

// reference is the language whose lexicon the others are held against, and
// mostMissing how many of its concepts another may leave without words.
const (
	reference   = "en"
	mostMissing = 15
)

// library loads all lexicons; every pattern of each must compile.
func library(t *testing.T) *lexicon.Library {
	t.Helper()
	lib, err := lexicon.LoadLibrary(checklists.FS)
	if err != nil {
		t.Fatal(err)
	}
	return lib
}

// TestLexiconsAreInOrder runs the examples of all lexicons, and looks for patterns
// that no text can hold.
func TestLexiconsAreInOrder(t *testing.T) {
	lib := library(t)
	for _, language := range lib.Languages() {
		name := "lexicon/" + language + ".yaml"
		data, err := fs.ReadFile(checklists.FS, name)
		if err != nil {
			t.Fatal(err)
		}
		p, err := lib.Lint(name, data)
		if err != nil {
			t.Error(err)
			continue
		}
		if s := p.Summary(); s.Examples < 50 || s.Agree != s.Examples {
			t.Errorf("%s: %d of %d examples agree; at least 50 are wanted", name, s.Agree, s.Examples)
		}
	}
}

// TestLexiconsHaveWordsForTheConcepts lists the concepts that a language lacks
// beside English: what they stand for cannot be found in its texts.
func TestLexiconsHaveWordsForTheConcepts(t *testing.T) {
	lib := library(t)
	english := lib.Pack(reference)
	for _, language := range lib.Languages() {
		var missing []string
		for _, l := range lib.Pack(language).Missing(english) {
			if l.Kind != "example" {
				missing = append(missing, l.Kind+" "+l.Name)
			}
		}
		t.Logf("%s lacks %d: %v", language, len(missing), missing)
		if len(missing) > mostMissing {
			t.Errorf("%s: %d concepts, numbers or lists have no words, at most %d may lack them", language, len(missing), mostMissing)
		}
	}
}
