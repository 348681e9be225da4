package norm_test

import (
	"context"
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"

	"go.yaml.in/yaml/v4"

	"lacuna/analyzer/document"
	"lacuna/analyzer/ingest"
	"lacuna/analyzer/lexicon"
	"lacuna/analyzer/norm"
	"lacuna/analyzer/outline"
	"lacuna/checklists"
)

// row is one short law and what must be read in one of its norms.
type row struct {
	Law      string
	Language string            // en where none is given
	At       string            // label of the norm that is looked at; the first one where empty
	Kind     string            // offence, aggravation, definition, rule
	Act      map[string]string // act → what it is directed at: child, person, another concept, or "-" for nothing
	NotAct   []string          `yaml:"not_act"`
	Ages     string            // of the victim: "0-18", "any"
	Sex      string            // female, male, any
	Narrowed []string
	Purposes []string
	Sanction string   // "imprisonment 24-60", months
	Has      []string // concepts that must be read
	Not      []string // concepts that must not be read
	Scope    string   // all, own, chapter, felony, trafficking, express, "threshold 60"
	Pointer  bool
	Line     int `yaml:"-"`
}

func rows(t *testing.T, name string) []row {
	t.Helper()
	data, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	var nodes []yaml.Node
	if err := yaml.Unmarshal(data, &nodes); err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	var out []row
	for _, n := range nodes {
		var r row
		if err := n.Decode(&r); err != nil {
			t.Fatalf("%s:%d: %v", name, n.Line, err)
		}
		r.Line = n.Line
		out = append(out, r)
	}
	return out
}

func read(t *testing.T, lib *lexicon.Library, r row) []*norm.Norm {
	t.Helper()
	law := r.Law
	if !strings.Contains(law, "Article 1.") && !strings.Contains(law, "Section 1.") {
		law = "Article 1. " + law
	}
	src, err := ingest.Read(context.Background(), "row.txt", []byte(law), ingest.Limits{})
	if err != nil {
		t.Fatal(err)
	}
	src.Language = r.Language
	if src.Language == "" {
		src.Language = "en"
	}
	return norm.Read([]*document.Document{outline.Read(src)}, lib, 0)
}

func TestSentences(t *testing.T) {
	lib, err := lexicon.LoadLibrary(checklists.FS)
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range rows(t, "testdata/sentences.yaml") {
		t.Run(fmt.Sprintf("line %d", r.Line), func(t *testing.T) {
			norms := read(t, lib, r)
			i := slices.IndexFunc(norms, func(n *norm.Norm) bool { return r.At == "" || n.Doc.Label(n.Unit) == r.At })
			if i < 0 {
				t.Fatalf("no norm at %q", r.At)
			}
			check(t, r, norms[i])
		})
	}
}

func check(t *testing.T, r row, n *norm.Norm) {
	if r.Kind != "" && string(n.Kind) != r.Kind {
		t.Errorf("kind is %s, want %s", n.Kind, r.Kind)
	}
	for act, want := range r.Act {
		if got, ok := target(n, act); !ok || got != want {
			t.Errorf("%s is directed at %q (read: %v), want %q", act, got, ok, want)
		}
	}
	for _, act := range r.NotAct {
		if got, ok := target(n, act); ok && (got == "child" || got == "person") {
			t.Errorf("%s is directed at %q, and must not be directed at a person", act, got)
		}
	}
	if r.Ages != "" && ages(n.Victim.Ages) != r.Ages {
		t.Errorf("ages are %s, want %s", ages(n.Victim.Ages), r.Ages)
	}
	if want := strings.TrimPrefix(r.Sex, "any"); n.Victim.Sex != want && r.Sex != "" {
		t.Errorf("sex is %q, want %q", n.Victim.Sex, r.Sex)
	}
	if r.Narrowed != nil && !slices.Equal(n.Narrowed, r.Narrowed) {
		t.Errorf("narrowed by %v, want %v", n.Narrowed, r.Narrowed)
	}
	if r.Purposes != nil && !slices.Equal(n.Purposes, r.Purposes) {
		t.Errorf("purposes are %v, want %v", n.Purposes, r.Purposes)
	}
	if got := fmt.Sprintf("%s %d-%d", n.Sanction.Class, n.Sanction.Min, n.Sanction.Max); r.Sanction != "" && got != r.Sanction {
		t.Errorf("sanction is %s, want %s", got, r.Sanction)
	}
	for _, c := range r.Has {
		if !n.Has(c) {
			t.Errorf("%s was not read", c)
		}
	}
	for _, c := range r.Not {
		if n.Has(c) {
			t.Errorf("%s was read", c)
		}
	}
	if got := scope(n); r.Scope != "" && got != r.Scope {
		t.Errorf("scope is %s, want %s", got, r.Scope)
	}
	if n.Pointer != r.Pointer {
		t.Errorf("pointer is %v, want %v", n.Pointer, r.Pointer)
	}
}

// target is what the norm's act is directed at, persons before things.
func target(n *norm.Norm, act string) (string, bool) {
	found, ok := "-", false
	for _, a := range n.Acts {
		if a.Concept != act {
			continue
		}
		ok = true
		if a.Target.Concept != "" && found != "child" && found != "person" {
			found = a.Target.Concept
		}
	}
	return found, ok
}

func ages(a norm.Ages) string {
	if a.Below == norm.Any {
		return "any"
	}
	return fmt.Sprintf("%d-%d", a.From, a.Below)
}

func scope(n *norm.Norm) string {
	s := n.Scope
	switch {
	case s.Express:
		return "express"
	case s.Threshold > 0:
		return fmt.Sprintf("threshold %d", s.Threshold)
	case s.Felony:
		return "felony"
	case s.Traffick:
		return "trafficking"
	case s.All:
		return "all"
	case len(s.Sections) == 1 && s.Sections[0].Kind.Groups():
		return "chapter"
	}
	return "own"
}

// A provision of many paragraphs that all refer back must not copy what others
// have copied: it once doubled with each paragraph.
func TestManyBackReferences(t *testing.T) {
	lib, err := lexicon.LoadLibrary(checklists.FS)
	if err != nil {
		t.Fatal(err)
	}
	var law strings.Builder
	law.WriteString("Article 1. (1) Whoever sells a child for exploitation shall be punished with imprisonment of four years.\n")
	for i := 2; i <= 60; i++ {
		fmt.Fprintf(&law, "(%d) Whoever takes part in the same offence by means number %d shall be punished with imprisonment of two years.\n", i, i)
	}
	norms := read(t, lib, row{Law: law.String()})
	if len(norms) < 60 {
		t.Fatalf("%d norms, want one a paragraph", len(norms))
	}
	for _, n := range norms {
		if len(n.Pieces) > 70 {
			t.Fatalf("%s holds %d pieces", n.Doc.Label(n.Unit), len(n.Pieces))
		}
	}
}
