package analyzer_test

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"go.yaml.in/yaml/v4"

	"lacuna/analyzer"
	"lacuna/analyzer/coverage"
	"lacuna/analyzer/document"
	"lacuna/analyzer/message"
	"lacuna/corpora"
)

// sideAct is an act that is bound behind the parallel code of its language.
type sideAct struct{ Language, Code, Title, Text string }

func sideActs(t *testing.T) []sideAct {
	t.Helper()
	data, err := os.ReadFile("testdata/bound.yaml")
	if err != nil {
		t.Fatal(err)
	}
	var acts []sideAct
	if err := yaml.Load(data, &acts); err != nil {
		t.Fatal(err)
	}
	return acts
}

// cells judges files as one dossier and returns each value by its element.
func cells(t *testing.T, files ...string) (map[string]coverage.Value, *analyzer.Dossier) {
	t.Helper()
	var sources []*document.Source
	for i, text := range files {
		sources = append(sources, read(t, string(rune('a'+i))+".md", []byte(text)))
	}
	d := analyzer.Analyze(sources, builtIn(t))
	out := map[string]coverage.Value{}
	each(d.Matrix, func(name string, f coverage.Finding) { out[name] = f.Value })
	return out, d
}

// A file that binds acts is judged as the dossier of so many files, in every language,
// whichever act stands first, with a line that names the act or without.
func TestBoundActsAreADossier(t *testing.T) {
	for _, act := range sideActs(t) {
		sample, err := corpora.Find(act.Code)
		if err != nil {
			t.Fatal(err)
		}
		code := string(sample.Text)
		side := act.Title + "\n\n" + act.Text
		for name, files := range map[string][]string{
			"the code first": {code, side},
			"the code last":  {side, code},
			"three":          {code, side, strings.Replace(side, "19", "23", 1)},
		} {
			t.Run(act.Language+", "+name, func(t *testing.T) {
				bound, d := cells(t, strings.Join(files, "\n\n"))
				apart, _ := cells(t, files...)
				if len(d.Documents) != len(files) {
					t.Fatalf("the file is read as %d acts, want %d", len(d.Documents), len(files))
				}
				for cell, value := range apart {
					if bound[cell] != value {
						t.Errorf("%s is %s in the bound file, %s in the dossier", cell, bound[cell], value)
					}
				}
			})
		}
	}
}

// A word for the article tells a new act even where nothing names it.
func TestBoundActsWithoutATitle(t *testing.T) {
	for _, act := range sideActs(t) {
		sample, err := corpora.Find(act.Code)
		if err != nil {
			t.Fatal(err)
		}
		if strings.HasPrefix(act.Text, "1.") {
			continue // a bare number may be a list's
		}
		t.Run(act.Language, func(t *testing.T) {
			bound, d := cells(t, string(sample.Text)+"\n\n"+act.Text)
			apart, _ := cells(t, string(sample.Text), act.Text)
			if len(d.Documents) != 2 {
				t.Fatalf("the file is read as %d acts, want 2", len(d.Documents))
			}
			for cell, value := range apart {
				if bound[cell] != value {
					t.Errorf("%s is %s in the bound file, %s in the dossier", cell, bound[cell], value)
				}
			}
		})
	}
}

// The health names the acts, ids are unique, and offsets are those of the file.
func TestBoundActsAreNamed(t *testing.T) {
	act := sideActs(t)[0]
	sample, err := corpora.Find(act.Code)
	if err != nil {
		t.Fatal(err)
	}
	whole := read(t, "laws.md", []byte(string(sample.Text)+"\n\n"+act.Title+"\n\n"+act.Text))
	text := whole.Text
	docs := analyzer.Outlines(whole, builtIn(t))
	if len(docs) != 2 || docs[0].ID != "laws" || docs[1].ID != "laws#2" || docs[1].Title != act.Title {
		t.Fatalf("%d acts, the last %s, %q", len(docs), docs[len(docs)-1].ID, docs[len(docs)-1].Title)
	}
	first := docs[1].Provisions()[0]
	if words := text[first.Span.Start:first.Span.End]; !strings.HasPrefix(words, "1. In this Act") {
		t.Errorf("the first section of the second act is %q in the file's text", words)
	}
	var note message.Message
	for _, n := range docs[0].Health.Notes {
		if n.Code == "acts-bound" {
			note = n
		}
	}
	if !strings.Contains(note.String(), "2 acts") || !strings.Contains(note.String(), act.Title+", from line") {
		t.Errorf("the health says %q", note)
	}
}

// Where the numbers begin anew and nothing says what it is, nothing is surely absent.
func TestUnplacedNumbersLeaveNothingAbsent(t *testing.T) {
	var law, rest strings.Builder
	for n := range 12 {
		fmt.Fprintf(&law, "%d. Whoever lets a boat of kind %d adrift in a harbour is punished with a fine of nine crowns.\n\n", n+1, n)
		fmt.Fprintf(&rest, "%d. Whoever breaks rule %d on the keeping of nets, on the shore and on rivers, is punished with a fine.\n\n", n+1, n)
	}
	_, d := cells(t, law.String()+"It is signed by the speaker.\n\nTHAT IS ALL THAT WAS PRINTED\n\n"+rest.String()[:len(rest.String())*3/4])
	if len(d.Documents) != 1 {
		t.Fatalf("the file is read as %d acts, want 1", len(d.Documents))
	}
	if regions := d.Documents[0].Health.Regions; len(regions) != 1 || regions[0].Damage != document.Anew {
		t.Fatalf("the regions are %v, want one where the numbers begin anew", regions)
	}
	each(d.Matrix, func(name string, f coverage.Finding) {
		if f.Value == coverage.No {
			t.Errorf("%s is no, though the file holds provisions that were not read", name)
		}
	})
}
