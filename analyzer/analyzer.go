// Package analyzer is lacuna as a library: it reads national criminal law and
// answers a treaty's checklist against it, with the words that prove each answer.
//
// The river: bytes → Source → Document → norms → evidence → findings.
package analyzer

import (
	"lacuna/analyzer/checklist"
	"lacuna/analyzer/coverage"
	"lacuna/analyzer/document"
	"lacuna/analyzer/lexicon"
	"lacuna/analyzer/outline"
)

// Options say with what the texts are judged.
type Options struct {
	Checklist *checklist.Checklist
	Lexicons  *lexicon.Library
	Language  string // ISO 639-1, for texts whose language must not be guessed; empty guesses
	Majority  int    // age of majority in years where the user knows it; 0 leaves it to the texts
}

// Dossier is the acts of one country, read together.
type Dossier struct {
	Documents []*document.Document
	Matrix    *coverage.Matrix
}

// Analyze reads sources as one dossier and judges it. The sources come from
// ingest; a text that cannot be judged gives unknown, never no.
func Analyze(sources []*document.Source, opt Options) *Dossier {
	var d Dossier
	for _, src := range sources {
		d.Documents = append(d.Documents, outline.Read(src))
	}
	// Norms, Match, Judge follow.
	return &d
}
