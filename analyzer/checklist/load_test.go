package checklist_test

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"sort"
	"strings"
	"testing"
	"testing/fstest"

	"lacuna/analyzer/checklist"
	"lacuna/analyzer/datafile"
	"lacuna/analyzer/lexicon"
	"lacuna/checklists"
)

const broken = "../../testdata/checklists/"

// vocabulary is the library of concepts, without the words of any language.
func vocabulary(t testing.TB) checklist.Vocabulary {
	t.Helper()
	data, err := checklists.FS.ReadFile("concepts.yaml")
	if err != nil {
		t.Fatal(err)
	}
	lib, err := lexicon.LoadLibrary(fstest.MapFS{"concepts.yaml": {Data: data}})
	if err != nil {
		t.Fatal(err)
	}
	return lib
}

func opsc(t testing.TB) *checklist.Checklist {
	t.Helper()
	file, data, err := checklists.Open("opsc")
	if err != nil {
		t.Fatal(err)
	}
	list, err := checklist.Load(file, data, vocabulary(t))
	if err != nil {
		t.Fatal(err)
	}
	return list
}

// TestBrokenChecklists holds every fault of the broken files against the
// comments in them: "# fault: MESSAGE & MESSAGE" behind the line of the fault.
func TestBrokenChecklists(t *testing.T) {
	files, err := filepath.Glob(broken + "broken-*.yaml")
	if err != nil || len(files) < 6 {
		t.Fatalf("broken checklists: %v, %v", files, err)
	}
	for _, file := range files {
		t.Run(filepath.Base(file), func(t *testing.T) {
			data, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			if strings.HasSuffix(file, ".en.yaml") {
				_, err = checklist.LoadExamples(file, data, small(t))
			} else {
				_, err = checklist.Load(file, data, vocabulary(t))
			}
			var faults datafile.Faults
			if !errors.As(err, &faults) {
				t.Fatalf("the error is %v, not a list of faults", err)
			}
			want, got := expected(string(data)), found(faults)
			if !reflect.DeepEqual(got, want) {
				t.Errorf("faults found:\n%s\nexpected:\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
			}
		})
	}
}

func expected(text string) []string {
	var out []string
	for i, line := range strings.Split(text, "\n") {
		if _, messages, ok := strings.Cut(line, "# fault: "); ok {
			for _, m := range strings.Split(messages, " & ") {
				out = append(out, fmt.Sprintf("%d: %s", i+1, m))
			}
		}
	}
	sort.Strings(out)
	return out
}

func found(faults datafile.Faults) []string {
	var out []string
	for _, f := range faults {
		line := fmt.Sprintf("%d: %s", f.Line, f.Message)
		if f.DidYouMean != "" {
			line += fmt.Sprintf("; did you mean %q", f.DidYouMean)
		}
		out = append(out, line)
	}
	sort.Strings(out)
	return out
}

// small is a checklist of one item, also used to show what a list of one, a
// number and an alias are read as.
func small(t testing.TB) *checklist.Checklist {
	t.Helper()
	list, err := checklist.Load("small.yaml", []byte(`
schema: lacuna/checklist/1
id: small
version: 1
title: Small
treaty: A treaty
groups: {id: offences, title: Offences}
subjects: {id: pornography, title: Pornography, elements: 3.1.c/producing}
items:
  id: 3.1.c
  group: offences
  title: Child pornography
  position: {article: 3, paragraph: 1, point: c}
  force: shall
  quote: Producing, importing
  elements:
    - id: producing
      title: Producing
      find: &ways
        - {norm: offence, act: produce, has: [ship, [flag, aircraft]], ruling: 1}
        - {slot: age, subject: pornography, value: partial, ruling: [1, 25], because: a lower age}
    - {id: importing, title: Importing, find: *ways}
`), vocabulary(t))
	if err != nil {
		t.Fatal(err)
	}
	return list
}

func TestShortForms(t *testing.T) {
	list := small(t)
	if list.Version != "1" || list.Items[0].ID != "3.1.c" || list.Items[0].Article != "3" {
		t.Errorf("numbers are not read as written: %+v", list)
	}
	want := []checklist.Way{
		{Norm: []string{"offence"}, Act: []string{"produce"}, Has: [][]string{{"ship"}, {"flag", "aircraft"}}, Value: "yes", Ruling: []int{1}},
		{Slot: "age", Subject: "pornography", Value: "partial", Ruling: []int{1, 25}, Because: "a lower age"},
	}
	for _, element := range list.Items[0].Elements {
		if !reflect.DeepEqual(element.Find, want) {
			t.Errorf("%s: ways %+v, want %+v", element.ID, element.Find, want)
		}
	}
}

func TestLookup(t *testing.T) {
	list := small(t)
	item, element, ok := list.Lookup("3.1.c/importing")
	if !ok || item.Title != "Child pornography" || element.Title != "Importing" {
		t.Errorf("3.1.c/importing is %v, %v, %v", item, element, ok)
	}
	for _, name := range []string{"3.1.c", "3.1.c/", "3.1.c/buying", "9/importing", ""} {
		if _, _, ok := list.Lookup(name); ok {
			t.Errorf("%q was found", name)
		}
	}
	if s, ok := list.Subject("pornography"); !ok || s.Elements[0] != "3.1.c/producing" {
		t.Errorf("subject pornography is %v, %v", s, ok)
	}
}

func TestFaultString(t *testing.T) {
	_, err := checklist.Load("my.yaml", []byte("schema: lacuna/checklist/1\nitems:\n  - id: é\n    force: schall\n"), vocabulary(t))
	var faults datafile.Faults
	if !errors.As(err, &faults) {
		t.Fatalf("the error is %v, not a list of faults", err)
	}
	want := `my.yaml:4:12: unknown force "schall"
      force: schall
             ^
  allowed: shall, may, subject, definition
  did you mean "shall"?
`
	if got := faults[len(faults)-1].String(); got != want {
		t.Errorf("shown as\n%s\nwant\n%s", got, want)
	}
	if !strings.HasPrefix(err.Error(), "my.yaml:1:1: a checklist lacks the key \"id\"\n  schema: lacuna/checklist/1\n  ^\n") {
		t.Errorf("all faults shown as\n%s", err)
	}
}

// TestCutOff cuts the real checklist off at many places: what then loads is a
// whole checklist, and what does not has faults within the file.
func TestCutOff(t *testing.T) {
	file, data, err := checklists.Open("opsc")
	if err != nil {
		t.Fatal(err)
	}
	words := vocabulary(t)
	for n := 0; n < len(data); n += len(data)/60 + 1 {
		lines := strings.Count(string(data[:n]), "\n") + 1
		list, err := checklist.Load(file, data[:n], words)
		var faults datafile.Faults
		if err == nil && len(list.Items) == 0 || err != nil && !errors.As(err, &faults) {
			t.Errorf("the first %d bytes give %v, %v", n, list, err)
		}
		for _, f := range faults {
			if f.Line > lines || f.Line < 1 || f.Column < 1 {
				t.Errorf("the first %d bytes, %d lines: fault at line %d", n, lines, f.Line)
			}
		}
	}
}

func FuzzLoad(f *testing.F) {
	files, err := filepath.Glob(broken + "*.yaml")
	if err != nil {
		f.Fatal(err)
	}
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(data)
	}
	words := vocabulary(f)
	list := small(f)
	f.Fuzz(func(t *testing.T, data []byte) {
		if c, err := checklist.Load("fuzz.yaml", data, words); (c == nil) == (err == nil) {
			t.Errorf("checklist %v and error %v", c, err)
		}
		if _, err := checklist.LoadExamples("fuzz.en.yaml", data, list); err != nil && err.Error() == "" {
			t.Error("an error that says nothing")
		}
	})
}
