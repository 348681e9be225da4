// Package ledger keeps what was found, so that it can be used again: saved
// assessments and how they merge, and lock files that say from what an
// assessment was made.
package ledger

import (
	"encoding/json"
	"io"

	"lacuna/analyzer/coverage"
)

// Schemas of the files that hold assessments: one, and several in one object.
const (
	SchemaOne  = "lacuna/assessment/1"
	SchemaMany = "lacuna/assessments/1"
)

// Tool names the program that made an assessment.
type Tool struct {
	Name    string `json:"name"`
	Version string `json:"version"`
}

// Checklist names the checklist that was answered.
type Checklist struct {
	ID      string `json:"id"`
	Version string `json:"version"`
	SHA256  string `json:"sha256"`
	Title   string `json:"title"`
}

// Lexicons is the state of the concepts and language packs.
type Lexicons struct {
	SHA256 string `json:"sha256"`
}

// Dossier names what was judged, as far as the user said it.
type Dossier struct {
	Name         string `json:"name"`
	Jurisdiction string `json:"jurisdiction,omitempty"`
	ISO3         string `json:"iso3,omitempty"`
}

// Assessment is one dossier's matrix with what it was made with: the stable
// shape that outside programs read.
type Assessment struct {
	Schema    string    `json:"schema"` // SchemaOne
	Tool      Tool      `json:"tool"`
	Checklist Checklist `json:"checklist"`
	Lexicons  Lexicons  `json:"lexicons"`
	Dossier   Dossier   `json:"dossier"`
	coverage.Matrix
}

// many is the shape of several assessments in one file.
type many[T any] struct {
	Schema      string `json:"schema"`
	Assessments []T    `json:"assessments"`
}

// WriteAll writes assessments as one object of the shape SchemaMany.
func WriteAll(w io.Writer, all []Assessment) error { return writeMany(w, all) }

func writeMany[T any](w io.Writer, all []T) error {
	return Encode(w, many[T]{SchemaMany, append([]T{}, all...)})
}

// Encode writes indented JSON with the letters of quotes as they are.
func Encode(w io.Writer, v any) error {
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	return enc.Encode(v)
}
