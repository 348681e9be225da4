package analyzer_test

import (
	"cmp"
	"fmt"
	"maps"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"

	"go.yaml.in/yaml/v4"

	"lacuna/analyzer"
	"lacuna/analyzer/checklist"
	"lacuna/analyzer/coverage"
	"lacuna/analyzer/document"
	"lacuna/checklists"
	"lacuna/corpora"
)

// mutations is testdata/mutations.yaml, which says what its parts are.
type mutations struct {
	Rows       []mutationRows `yaml:"mutations"`
	Lists      []actList
	Irrelevant []string
	Styles     []style
}

// mutationRows are changes of one law.
type mutationRows struct {
	Law   string
	About string
	Rows  []mutation
}

// mutation is one change of a law, and all that it changes in the matrix.
type mutation struct {
	Name    string
	Repeal  []string // numbers of articles or sections
	Edits   []edit
	Changes []string // "item/element, element: old → new"
}

// edit replaces words that must stand in the law exactly so often.
type edit struct {
	Find, Replace string
	Times         int // 1 where it is not stated
}

// actList is a list of acts in an offence.
type actList struct {
	Law   string
	Name  string
	Find  string // the list as it stands, with what comes after it
	After string // what comes after it
	Acts  []act
}

// act is one act of a list: its words, the elements that it gives, and those
// that are partial where no other act gives them.
type act struct {
	Words  string
	Gives  []string
	Weakly []string
}

// style writes a law otherwise and leaves what it says.
type style struct {
	Name  string
	Law   string // empty for both samples and all examples
	File  string // a file name that tells another format; empty for the law's own
	Edits []struct{ Pattern, Replace string }
}

// mutator judges changed laws.
type mutator struct {
	t      *testing.T
	opt    analyzer.Options
	laws   map[string]law
	before map[string]map[string]coverage.Value
}

// law is a text to be changed. Its file name tells its format.
type law struct{ file, text, language string }

func newMutator(t *testing.T) *mutator {
	t.Helper()
	m := &mutator{t: t, opt: builtIn(t), laws: map[string]law{}, before: map[string]map[string]coverage.Value{}}
	for _, s := range corpora.Samples() {
		m.laws[s.Name] = law{file: s.File(), text: string(s.Text)}
	}
	return m
}

// examples are those of the built-in checklist in English.
func (m *mutator) examples() []checklist.Example {
	m.t.Helper()
	data, err := checklists.FS.ReadFile("examples/opsc.en.yaml")
	if err != nil {
		m.t.Fatal(err)
	}
	all, err := checklist.LoadExamples("opsc.en.yaml", data, m.opt.Checklist)
	if err != nil {
		m.t.Fatal(err)
	}
	return all
}

// law returns a sample by its name, or the one example whose item and text begin
// with these words: "3.1.c Article 95. Whoever makes".
func (m *mutator) law(name string) law {
	m.t.Helper()
	if l, known := m.laws[name]; known {
		return l
	}
	var found []checklist.Example
	for _, e := range m.examples() {
		if strings.HasPrefix(e.Item+" "+e.Text, name) {
			found = append(found, e)
		}
	}
	if len(found) != 1 {
		m.t.Fatalf("%d examples begin with %q, want one", len(found), name)
	}
	m.laws[name] = law{file: "example.txt", text: found[0].Text, language: found[0].Language}
	return m.laws[name]
}

// judge answers the checklist for a law.
func (m *mutator) judge(l law) (map[string]coverage.Value, *coverage.Matrix) {
	m.t.Helper()
	opt := m.opt
	opt.Language = l.language
	matrix := analyzer.Analyze([]*document.Source{read(m.t, l.file, []byte(l.text))}, opt).Matrix
	values := map[string]coverage.Value{}
	each(matrix, func(name string, f coverage.Finding) { values[name] = f.Value })
	return values, matrix
}

// original answers the checklist for a law as it stands.
func (m *mutator) original(name string) map[string]coverage.Value {
	m.t.Helper()
	if _, known := m.before[name]; !known {
		m.before[name], _ = m.judge(m.law(name))
	}
	return m.before[name]
}

// apply makes the edits of a mutation.
func (l law) apply(edits []edit) (law, error) {
	for _, e := range edits {
		if n, want := strings.Count(l.text, e.Find), cmp.Or(e.Times, 1); n != want {
			return l, fmt.Errorf("%q stands %d times in the law, not %d", e.Find, n, want)
		}
		l.text = strings.ReplaceAll(l.text, e.Find, e.Replace)
	}
	return l, nil
}

// repeal leaves nothing of some articles or sections but their numbers.
func (l law) repeal(numbers []string) (law, error) {
	for _, n := range numbers {
		body := regexp.MustCompile(`(?s)\n((#### Article |\*\*)` + n + `\. [^\n]*\n).*?\n(#|\*\*\d)`)
		at := body.FindAllStringSubmatchIndex(l.text, -1)
		if len(at) != 1 {
			return l, fmt.Errorf("article or section %s stands %d times in the law, not once", n, len(at))
		}
		mark, next := at[0][4:6], at[0][6]
		number := l.text[mark[0]:mark[1]] + n + "."
		if strings.HasPrefix(number, "**") {
			number += "**"
		}
		l.text = l.text[:at[0][2]] + number + " [Repealed by Act No. 3 of 2030.]\n\n" + l.text[next:]
	}
	return l, nil
}

// changes reads "item/element, element: old → new" into one change an element.
func changes(lines []string) (map[string]string, error) {
	out := map[string]string{}
	for _, line := range lines {
		names, change, ok := strings.Cut(line, ": ")
		item, elements, ok2 := strings.Cut(names, "/")
		if !ok || !ok2 || !strings.Contains(change, " → ") {
			return nil, fmt.Errorf("%q is no change", line)
		}
		for _, e := range strings.Split(elements, ", ") {
			out[item+"/"+e] = change
		}
	}
	return out, nil
}

// check fails unless a law, changed, gives these changes of the matrix and no other.
func (m *mutator) check(name, from string, changed law, want map[string]string) {
	m.t.Helper()
	before := m.original(from)
	after, _ := m.judge(changed)
	got := map[string]string{}
	for element, old := range before {
		if now := after[element]; now != old {
			got[element] = fmt.Sprintf("%s → %s", old, now)
		}
	}
	all := maps.Clone(got)
	maps.Copy(all, want)
	for _, element := range slices.Sorted(maps.Keys(all)) {
		if got[element] != want[element] {
			m.t.Errorf("%s: %s: %s: got %q, want %q", from, name, element, got[element], want[element])
		}
	}
}

// loadMutations reads the file of mutations.
func loadMutations(t *testing.T) mutations {
	t.Helper()
	data, err := os.ReadFile("testdata/mutations.yaml")
	if err != nil {
		t.Fatal(err)
	}
	var all mutations
	if err := yaml.Load(data, &all, yaml.WithKnownFields()); err != nil {
		t.Fatalf("mutations.yaml: %v", err)
	}
	return all
}

// keep returns the words of the acts that are kept, and the changes of the
// elements that no act kept gives: to partial where one gives them weakly.
func (l actList) keep(keep func(i int) bool, before map[string]coverage.Value) (words []string, want map[string]string) {
	now := map[string]coverage.Value{}
	for _, a := range l.Acts {
		for _, e := range a.Gives {
			now[e] = coverage.No
		}
	}
	for i, a := range l.Acts {
		if !keep(i) {
			continue
		}
		words = append(words, a.Words)
		for _, e := range a.Gives {
			now[e] = before[e]
		}
		for _, e := range a.Weakly {
			if now[e] == coverage.No {
				now[e] = coverage.Partial
			}
		}
	}
	want = map[string]string{}
	for e, value := range now {
		if value != before[e] {
			want[e] = fmt.Sprintf("%s → %s", before[e], value)
		}
	}
	return words, want
}

// sequence writes a list of acts: "offers, sells or buys".
func sequence(words []string) string {
	last := len(words) - 1
	if last == 0 {
		return words[0]
	}
	return strings.Join(words[:last], ", ") + " or " + words[last]
}
