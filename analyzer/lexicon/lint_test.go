package lexicon_test

import (
	"errors"
	"fmt"
	"strings"
	"testing"
	"testing/fstest"

	"lacuna/analyzer/datafile"
	"lacuna/analyzer/lexicon"
)

const concepts = `
- {id: child, class: person, title: a child}
- {id: sell, class: act, title: selling}
- {id: buy, class: act, title: buying}
`

const head = `language: xx
name: Test
light: [a]
clauses: [who]
numbers: {one: 1, ten: 10}
paradigms:
  n: [{end: "", cut: 0, add: ["", s]}]
`

func lint(t *testing.T, body string) (*lexicon.Pack, datafile.Faults) {
	t.Helper()
	lib, err := lexicon.LoadLibrary(fstest.MapFS{"concepts.yaml": {Data: []byte(concepts)}})
	if err != nil {
		t.Fatal(err)
	}
	p, err := lib.Lint("xx.yaml", []byte(head+body))
	var faults datafile.Faults
	if err != nil && !errors.As(err, &faults) {
		t.Fatalf("the error is no list of faults: %v", err)
	}
	return p, faults
}

func TestLintShowsEveryFaultAtItsPlace(t *testing.T) {
	_, faults := lint(t, `concepts:
  chidl:
    say: [child/n]
  sell:
    say:
      - sell ..99 {child}
      - sell a {bay}
      - vend/m
      - co-operate
      - sell
      - sell
    sometimes: [x]
  buy:
    say: [buy]
    never: ["a? buy"]
`)
	var got []string
	for _, f := range faults {
		got = append(got, fmt.Sprintf("%d:%d %s", f.Line, f.Column, f.DidYouMean))
	}
	want := []string{"9:3 child", "13:14 ", "14:16 buy", "15:9 n", "16:9 ", "18:9 ", "19:5 ", "22:14 "}
	if strings.Join(got, "|") != strings.Join(want, "|") {
		t.Errorf("faults at %v, want %v\n%v", got, want, faults)
	}
}

func TestLintRunsTheExamples(t *testing.T) {
	_, faults := lint(t, `concepts:
  child:
    say: [child/n]
    yes: [two children, a child]
    no: [the childs, the man]
`)
	if len(faults) != 2 || faults[0].Line != 11 || faults[0].Column != 11 || faults[1].Line != 12 || faults[1].Column != 10 {
		t.Errorf("the two examples that are misread, each at its place, are wanted: %v", faults)
	}
}

func TestMissingHoldsALexiconAgainstAnother(t *testing.T) {
	full, faults := lint(t, `ands: [and]
concepts:
  child: {say: [child], yes: [a child]}
  sell: {say: [sell]}
`)
	bare, more := lint(t, `concepts:
  child: {say: [child]}
`)
	if faults != nil || more != nil {
		t.Fatal(faults, more)
	}
	got := bare.Missing(full)
	want := []lexicon.Lack{{Kind: "example", Name: "child", Class: "person", Title: "a child"}, {Kind: "concept", Name: "sell", Class: "act", Title: "selling"}, {Kind: "list", Name: "ands", Title: "the word and"}}
	if fmt.Sprint(got) != fmt.Sprint(want) {
		t.Errorf("missing %v, want %v", got, want)
	}
	if full.Missing(bare) != nil {
		t.Error("the fuller lexicon lacks nothing")
	}
}

// TestNeighboursHaveNoLexicon holds that a language leaves the neighbours when it gets a
// lexicon: its texts would be taken for those of nobody.
func TestNeighboursHaveNoLexicon(t *testing.T) {
	_, err := lexicon.LoadLibrary(fstest.MapFS{
		"concepts.yaml":   {Data: []byte(concepts)},
		"neighbours.yaml": {Data: []byte("xx: [de, la]\nyy: [het]\n")},
		"lexicon/xx.yaml": {Data: []byte(head)},
	})
	if err == nil || !strings.Contains(err.Error(), "xx has a lexicon") || strings.Contains(err.Error(), "yy") {
		t.Errorf("the fault is %v", err)
	}
}
