package checklist_test

import (
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"go.yaml.in/yaml/v4"

	"lacuna/analyzer/checklist"
	"lacuna/checklists"
)

func TestBuiltIn(t *testing.T) {
	if got := checklists.Names(); !reflect.DeepEqual(got, []string{"opsc"}) {
		t.Errorf("built in are %v; concepts are no checklist", got)
	}
	if _, _, err := checklists.Open("concepts"); err == nil || !strings.Contains(err.Error(), "there are: opsc") {
		t.Errorf("an unknown name gives %v", err)
	}
	if got := checklists.Examples("ops"); got != nil {
		t.Errorf("a checklist without examples has %v", got)
	}
}

// TestItemsAreThoseOfTheGoldLabels holds ids and order against a labelled text.
func TestItemsAreThoseOfTheGoldLabels(t *testing.T) {
	data, err := os.ReadFile("../../testdata/gold/eth-criminal-code.yaml")
	if err != nil {
		t.Fatal(err)
	}
	var gold struct{ Items yaml.Node }
	if err := yaml.Unmarshal(data, &gold); err != nil {
		t.Fatal(err)
	}
	var want []string
	for i := 0; i+1 < len(gold.Items.Content); i += 2 {
		elements := gold.Items.Content[i+1].Content[1]
		for e := 0; e < len(elements.Content); e += 2 {
			want = append(want, gold.Items.Content[i].Value+"/"+elements.Content[e].Value)
		}
	}
	if got := opsc(t).Names(); !reflect.DeepEqual(got, want) || len(want) != 66 {
		t.Errorf("elements\n%v, want the %d\n%v", got, len(want), want)
	}
}

func TestForces(t *testing.T) {
	want := map[string]checklist.Force{
		"2.a": checklist.Definition, "2.b": checklist.Definition, "2.c": checklist.Definition, "2.age": checklist.Definition,
		"3.2": checklist.SubjectToLaw, "3.4": checklist.SubjectToLaw,
		"7.a.i": checklist.SubjectToLaw, "7.a.ii": checklist.SubjectToLaw, "7.b": checklist.SubjectToLaw, "7.c": checklist.SubjectToLaw,
		"4.2.a": checklist.May, "4.2.b": checklist.May, "5.2": checklist.May,
	}
	conditions := map[string]string{"5.2": "treaty-required", "5.3": "treaty-not-required"}
	for _, item := range opsc(t).Items {
		force, ok := want[item.ID]
		if !ok {
			force = checklist.Shall
		}
		if item.Force != force || item.Condition != conditions[item.ID] {
			t.Errorf("%s has force %q and condition %q", item.ID, item.Force, item.Condition)
		}
		if item.Question == "" || len(item.Usually) == 0 {
			t.Errorf("%s lacks its question, or the acts in which it usually stands", item.ID)
		}
	}
}

// treaty is the clean copy of the Protocol's first articles.
func treaty(t *testing.T) string {
	t.Helper()
	data, err := checklists.FS.ReadFile("treaty/opsc.txt")
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

func TestQuotesAreTheTreatysWords(t *testing.T) {
	text := treaty(t)
	for _, item := range opsc(t).Items {
		if item.ID == "2.age" {
			if item.Quote != "" || item.Source != "Article 1 of the Convention on the Rights of the Child" {
				t.Errorf("2.age rests on the Convention, but has quote %q and source %q", item.Quote, item.Source)
			}
			continue
		}
		// Each piece must stand in the article that the item names, after the piece before it.
		article := section(text, "Article "+item.Article+"\n")
		for _, piece := range strings.Split(item.Quote, " […] ") {
			at := strings.Index(article, piece)
			if piece == "" || at < 0 {
				t.Fatalf("%s: %q does not stand in Article %s in this order", item.ID, piece, item.Article)
			}
			article = article[at+len(piece):]
		}
	}
}

// section is the text from a heading to the next article.
func section(text, heading string) string {
	_, rest, _ := strings.Cut(text, heading)
	body, _, _ := strings.Cut(rest, "\nArticle ")
	return body
}

// mended are the words of the copy that the scanned source misspells, each with
// the article where it does.
var mended = map[string]string{
	"©present": "present", "(1)": "(i)", "(11)": "(ii)", "(i1)": "(ii)", "1n": "in", "1in": "in", "1is": "is",
	"commited": "committed", "a C t S": "acts.", "article 2\n\n(c)": "article 2;\n\n(c)",
}

// TestCopyDiffersByMendedWordsOnly holds the copy against its scanned source:
// once the listed words are mended, every word must be the same.
func TestCopyDiffersByMendedWordsOnly(t *testing.T) {
	source := scanned(t)
	_, source, _ = strings.Cut(source, "\nArticle 1\n")
	source, _, _ = strings.Cut(source, "\nArticle 9\n")
	for _, phrase := range []string{"a C t S", "article 2\n\n(c)"} {
		if strings.Count(source, phrase) != 1 {
			t.Errorf("the source holds %q %d times, want once", phrase, strings.Count(source, phrase))
		}
		source = strings.Replace(source, phrase, mended[phrase], 1)
	}
	_, copied, _ := strings.Cut(treaty(t), "\nArticle 1\n")
	got, want := strings.Fields(copied), strings.Fields(source)
	if len(got) != len(want) {
		t.Fatalf("the copy has %d words, the source %d", len(got), len(want))
	}
	repairs := 0
	for i := range want {
		if got[i] == want[i] {
			continue
		}
		if mended[want[i]] != got[i] {
			t.Errorf("word %d is %q, in the source %q, and no listed repair", i, got[i], want[i])
		}
		repairs++
	}
	if repairs != 9 {
		t.Errorf("%d words were mended, want 9", repairs)
	}
}

// scanned reads the source beside the shared corpora, or skips the test.
func scanned(t *testing.T) string {
	t.Helper()
	corpora := os.Getenv("LACUNA_CORPORA")
	if corpora == "" {
		corpora = filepath.Join("..", "..", "..", "shared", "corpora")
	}
	data, err := os.ReadFile(filepath.Join(corpora, "..", "treaty", "opsc-kazakhstan-law-2001.txt"))
	if err != nil {
		t.Skip("the scanned source of the Protocol is not on this machine: ", err)
	}
	return string(data)
}

// TestExamples sees that every item has enough English examples, of every kind; those of
// other languages are as many as what went wrong in their laws.
func TestExamples(t *testing.T) {
	list := opsc(t)
	files := checklists.Examples("opsc")
	if len(files) == 0 {
		t.Fatal("there are no examples")
	}
	for _, file := range files {
		data, err := checklists.FS.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		examples, err := checklist.LoadExamples(file, data, list)
		if err != nil {
			t.Fatal(err)
		}
		if file != "examples/opsc.en.yaml" {
			continue
		}
		rows := map[string]int{}
		seen := map[string]map[string]bool{}
		for _, e := range examples {
			rows[e.Item]++
			for element, value := range e.Expect {
				name := e.Item + "/" + element
				if seen[name] == nil {
					seen[name] = map[string]bool{}
				}
				seen[name][value] = true
			}
		}
		for _, item := range list.Items {
			if rows[item.ID] < 3 {
				t.Errorf("%s: %s has %d examples, want 3", file, item.ID, rows[item.ID])
			}
		}
		for _, name := range list.Names() {
			if len(seen[name]) < 2 || !seen[name]["yes"] {
				t.Errorf("%s: %s is expected to be %v only", file, name, seen[name])
			}
		}
	}
}

// TestExampleReading pins how one entry is read.
func TestExampleReading(t *testing.T) {
	examples, err := checklist.LoadExamples("small.en.yaml", []byte(`
- item: 3.1.c
  text: |
    Article 1. First.
  given: |
    Article 2. Second.
  expect: {producing: yes}
  why: because
`), small(t))
	if err != nil {
		t.Fatal(err)
	}
	want := []checklist.Example{{
		Item: "3.1.c", Language: "en", Text: "Article 1. First.\n\nArticle 2. Second.",
		Expect: map[string]string{"producing": "yes"}, Why: "because", File: "small.en.yaml", Line: 2,
	}}
	if !reflect.DeepEqual(examples, want) {
		t.Errorf("read as %+v, want %+v", examples, want)
	}
}
