package lexicon_test

import (
	"slices"
	"strings"
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

// reads tells whether a concept is read anywhere in a sentence.
func reads(p *lexicon.Pack, text, concept string) bool {
	return slices.ContainsFunc(p.Scan(p.Tokens(text, 0)), func(h lexicon.Hit) bool { return p.Concept(h) == concept })
}

func TestExamplesAreReadAsTold(t *testing.T) {
	lib := library(t)
	for _, language := range lib.Languages() {
		p := lib.Pack(language)
		for _, e := range p.Examples {
			if got := reads(p, e.Text, e.Concept); got != e.Read {
				t.Errorf("checklists/lexicon/%s.yaml:%d: %s is read in %q: %t, want %t", language, e.Line, e.Concept, e.Text, got, e.Read)
			}
		}
		if len(p.Examples) == 0 {
			t.Errorf("checklists/lexicon/%s.yaml has no examples", language)
		}
		t.Logf("%s: %d examples", p.Name, len(p.Examples))
	}
}

// TestLexiconsHaveWordsForTheConcepts lists the concepts that a language lacks
// beside English: what they stand for cannot be found in its texts.
func TestLexiconsHaveWordsForTheConcepts(t *testing.T) {
	lib := library(t)
	english := lib.Pack(reference)
	for _, language := range lib.Languages() {
		var missing []string
		for _, c := range lib.Names() {
			if len(english.Said(c)) > 0 && len(lib.Pack(language).Said(c)) == 0 {
				missing = append(missing, c)
			}
		}
		t.Logf("%s lacks %d concepts: %s", language, len(missing), strings.Join(missing, ", "))
		if len(missing) > mostMissing {
			t.Errorf("%s: %d concepts have no words, at most %d may lack them", language, len(missing), mostMissing)
		}
	}
}
