package ledger

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"maps"
	"slices"

	"lacuna/analyzer/coverage"
)

// SchemaLock is the schema of a lock file.
const SchemaLock = "lacuna/lock/1"

// Lock says from what an assessment was made and what it answered, so that the
// run can be repeated and every difference told.
type Lock struct {
	Schema string `json:"schema"` // SchemaLock
	Inputs
	Answers          []Answer `json:"answers"`
	AssessmentSHA256 string   `json:"assessment_sha256"` // of the assessment as JSON
}

// Inputs is all that an assessment hangs on. Paths are relative to the folder
// of the lock file, with forward slashes. Hashes are SHA-256 in hexadecimal.
type Inputs struct {
	Tool         Tool              `json:"tool"`
	Build        string            `json:"build"` // hash of the program's file, which differs between platforms too
	Checklist    Checklist         `json:"checklist"`
	Lexicons     Lexicons          `json:"lexicons"`
	LexiconFiles map[string]string `json:"lexicon_files"` // hashes by name
	Flags        []string          `json:"flags"`         // those that change answers, as --name=value
	Arguments    []string          `json:"arguments"`     // the files and folders that the user named
	Dossier      Dossier           `json:"dossier"`
	Texts        []Text            `json:"texts"`
}

// Text is one file that was read, and what was said of it.
type Text struct {
	Name     string `json:"name"`
	File     string `json:"file"`
	SHA256   string `json:"sha256"`
	Title    string `json:"title,omitempty"`
	Language string `json:"language,omitempty"`
	AsOf     string `json:"as_of,omitempty"`
	Official string `json:"official,omitempty"`
	Majority int    `json:"majority,omitempty"`
	Source   string `json:"majority_source,omitempty"`
	Amends   string `json:"amends,omitempty"`
}

// Answer is the value of one element and the provisions that were cited for it.
type Answer struct {
	Element string         `json:"element"` // "3.1.c/producing"
	Value   coverage.Value `json:"value"`
	Cited   []string       `json:"cited"` // "PC, Section 59"
}

// NewLock locks an assessment to what it was made from.
func NewLock(in Inputs, a Assessment) (*Lock, error) {
	l := &Lock{Schema: SchemaLock, Inputs: in}
	for _, it := range a.Items {
		for _, e := range it.Elements {
			answer := Answer{Element: it.ID + "/" + e.ID, Value: e.Value, Cited: []string{}}
			for _, ev := range e.Evidence {
				if cite := ev.Text + ", " + ev.Label; !slices.Contains(answer.Cited, cite) {
					answer.Cited = append(answer.Cited, cite)
				}
			}
			l.Answers = append(l.Answers, answer)
		}
	}
	var out bytes.Buffer
	if err := Encode(&out, a); err != nil {
		return nil, err
	}
	l.AssessmentSHA256 = Hash(out.Bytes())
	return l, nil
}

// ReadLock reads a lock file. The error names the file and, where it is no
// JSON, the line.
func ReadLock(file string, data []byte) (*Lock, error) {
	var l Lock
	if err := json.Unmarshal(data, &l); err != nil {
		return nil, fmt.Errorf("%s is no lock file: %w", file, place(data, err))
	}
	if l.Schema != SchemaLock {
		return nil, fmt.Errorf("%s is no lock file that this version reads: its schema is %q, not %s", file, l.Schema, SchemaLock)
	}
	return &l, nil
}

// Hash is the SHA-256 of data in hexadecimal.
func Hash(data []byte) string {
	sum := sha256.Sum256(data)
	return hex.EncodeToString(sum[:])
}

// Same reports whether two runs have the same inputs, so that the second need
// not be made.
func (in *Inputs) Same(other *Inputs) bool { return len(in.Changes(other)) == 0 }

// Change is one difference between the inputs of two runs.
type Change struct {
	Kind string // "text", "checklist", "lexicon", "tool" or "flags"
	Name string // of the text or lexicon; else empty
	How  string // in plain words
}

// String is the change in one line.
func (c Change) String() string {
	if c.Name == "" {
		return c.Kind + ": " + c.How
	}
	return c.Kind + " " + c.Name + ": " + c.How
}

// Changes lists what is different in a later run's inputs.
func (in *Inputs) Changes(later *Inputs) []Change {
	out := in.textChanges(later)
	if in.Checklist != later.Checklist {
		out = append(out, Change{"checklist", "", fromTo(in.Checklist.ID+" "+in.Checklist.Version, later.Checklist.ID+" "+later.Checklist.Version, "other bytes")})
	}
	files := maps.Clone(in.LexiconFiles)
	maps.Copy(files, later.LexiconFiles)
	for _, name := range slices.Sorted(maps.Keys(files)) {
		was, is := in.LexiconFiles[name], later.LexiconFiles[name]
		if was != is {
			out = append(out, Change{"lexicon", name, appeared(was, is)})
		}
	}
	if in.Tool != later.Tool || in.Build != later.Build {
		out = append(out, Change{"tool", "", fromTo(in.Tool.Name+" "+in.Tool.Version, later.Tool.Name+" "+later.Tool.Version, "another build")})
	}
	if !slices.Equal(in.Flags, later.Flags) {
		out = append(out, Change{"flags", "", fmt.Sprintf("%q, now %q", in.Flags, later.Flags)})
	}
	return out
}

// textChanges compares texts by their names.
func (in *Inputs) textChanges(later *Inputs) []Change {
	var out []Change
	is := map[string]Text{}
	for _, t := range later.Texts {
		is[t.Name] = t
	}
	for _, was := range in.Texts {
		now, there := is[was.Name]
		delete(is, was.Name)
		how := ""
		switch {
		case !there:
			how = "no longer there"
		case now.SHA256 != was.SHA256:
			how = "other bytes in " + now.File
		case now.File != was.File:
			how = "moved from " + was.File + " to " + now.File
		case now != was:
			how = "its title, language, date, standing or majority is said otherwise"
		default:
			continue
		}
		out = append(out, Change{"text", was.Name, how})
	}
	for _, name := range slices.Sorted(maps.Keys(is)) {
		out = append(out, Change{"text", name, "new, in " + is[name].File})
	}
	return out
}

func fromTo(was, is, same string) string {
	if was == is {
		return was + ", " + same
	}
	return was + ", now " + is
}

func appeared(was, is string) string {
	switch {
	case was == "":
		return "new"
	case is == "":
		return "no longer there"
	}
	return "other bytes"
}

// Turned is an element whose answer changed. Was or Is has an empty value
// where the checklist had, or has, no such element.
type Turned struct {
	Element string
	Was, Is Answer
}

// Turned lists the elements whose values differ in a later run, in its order,
// those that are gone last.
func (l *Lock) Turned(later *Lock) []Turned {
	was := map[string]Answer{}
	for _, a := range l.Answers {
		was[a.Element] = a
	}
	var out []Turned
	for _, is := range later.Answers {
		if before := was[is.Element]; before.Value != is.Value {
			out = append(out, Turned{is.Element, before, is})
		}
		delete(was, is.Element)
	}
	for _, a := range l.Answers {
		if _, gone := was[a.Element]; gone {
			out = append(out, Turned{Element: a.Element, Was: a})
		}
	}
	return out
}
