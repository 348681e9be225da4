package analyzer_test

import (
	"cmp"
	"fmt"
	"maps"
	"regexp"
	"slices"
	"strings"
	"testing"

	"lacuna/analyzer/coverage"
)

// fewest is how many mutations of law there must be.
const fewest = 200

// TestMutations changes the law in one place and wants just the changes of the
// matrix that a lawyer would expect.
func TestMutations(t *testing.T) {
	if testing.Short() {
		t.Skip("judges hundreds of laws")
	}
	t.Parallel()
	m, all := newMutator(t), loadMutations(t)
	count := 0
	for _, group := range all.Rows {
		for _, row := range group.Rows {
			count++
			want, err := changes(row.Changes)
			if err != nil {
				t.Fatalf("%s: %s: %v", group.About, row.Name, err)
			}
			changed, err := m.law(group.Law).apply(row.Edits)
			if err == nil {
				changed, err = changed.repeal(row.Repeal)
			}
			if err != nil {
				t.Errorf("%s: %s: %v", group.About, row.Name, err)
				continue
			}
			m.check(group.About+": "+row.Name, group.Law, changed, want)
		}
	}
	for _, list := range all.Lists {
		count += m.strike(list)
	}
	count += m.insert(all.Irrelevant)
	if t.Logf("%d mutations", count); count < fewest {
		t.Errorf("%d mutations, want at least %d", count, fewest)
	}
}

// strike strikes each act of a list, each two, and all but each one. It returns
// how many mutations it made.
func (m *mutator) strike(l actList) int {
	m.t.Helper()
	count := 0
	try := func(name string, keep func(i int) bool) {
		count++
		words, want := l.keep(keep, m.original(l.Law))
		changed, err := m.law(l.Law).apply([]edit{{Find: l.Find, Replace: sequence(words) + l.After}})
		if err != nil {
			m.t.Fatalf("%s: %v", l.Name, err)
		}
		m.check(l.Name+": "+name, l.Law, changed, want)
	}
	for i, a := range l.Acts {
		try("without "+a.Words, func(k int) bool { return k != i })
		try("nothing but "+a.Words, func(k int) bool { return k == i })
		for j := i + 1; j < len(l.Acts); j++ {
			try("without "+a.Words+" and "+l.Acts[j].Words, func(k int) bool { return k != i && k != j })
		}
	}
	return count
}

// insert adds articles that have nothing to do with the checklist to each
// sample, and wants no change. It returns how many mutations it made.
func (m *mutator) insert(articles []string) int {
	m.t.Helper()
	places := []struct{ law, before, form string }{
		{"valmora-draft-code-2026", "#### Article 106. Supply of alcohol to minors\n", "#### Article 105%c. %s\n%s\n\n"},
		{"valmora-penal-code-1987", "**95. Repeal and savings.**\n", "**94%c. %s.**\n%s\n\n"},
	}
	for _, p := range places {
		var inserted strings.Builder
		for i, article := range articles {
			heading, body, _ := strings.Cut(article, "\n")
			fmt.Fprintf(&inserted, p.form, 'A'+i, heading, body)
		}
		changed, err := m.law(p.law).apply([]edit{{Find: p.before, Replace: inserted.String() + p.before}})
		if err != nil {
			m.t.Fatal(err)
		}
		m.check("irrelevant articles", p.law, changed, nil)
	}
	return len(places)
}

// TestStyles writes the laws otherwise, and wants no change.
func TestStyles(t *testing.T) {
	t.Parallel()
	m, count := newMutator(t), 0
	for _, e := range m.examples() {
		m.laws[fmt.Sprintf("%s:%d", e.File, e.Line)] = law{file: "example.txt", text: e.Text, language: e.Language}
	}
	for _, s := range loadMutations(t).Styles {
		changed := 0
		for _, name := range slices.Sorted(maps.Keys(m.laws)) {
			if s.Law != "" && s.Law != name {
				continue
			}
			l := m.laws[name]
			for _, e := range s.Edits {
				l.text = regexp.MustCompile(e.Pattern).ReplaceAllString(l.text, e.Replace)
			}
			if l.text == m.laws[name].text {
				continue
			}
			changed++
			l.file = cmp.Or(s.File, l.file)
			m.check(s.Name, name, l, nil)
		}
		if count += changed; changed == 0 {
			t.Errorf("%s: changes no law", s.Name)
		}
	}
	t.Logf("%d texts written otherwise", count)
}

// TestRenumberedCodes puts a 9 before each number of an article or section,
// which keeps their order, and wants the same answers from the same provisions.
func TestRenumberedCodes(t *testing.T) {
	t.Parallel()
	m := newMutator(t)
	number := regexp.MustCompile(`(?m)(?:Articles?|[Ss]ections?|^\*\*|^)(?: ?\d+A?\b(?:\(\d\))?(?:\.|,| or| and| to)?)+`)
	digits := regexp.MustCompile(`(^|[ *])(\d)`)
	for _, name := range slices.Sorted(maps.Keys(m.laws)) {
		l := m.laws[name]
		_, before := m.judge(l)
		l.text = number.ReplaceAllStringFunc(l.text, func(s string) string { return digits.ReplaceAllString(s, "${1}9$2") })
		_, after := m.judge(l)
		cited := map[string][]string{}
		each(before, func(element string, f coverage.Finding) {
			cited[element] = []string{string(f.Value)}
			for _, e := range f.Evidence {
				cited[element] = append(cited[element], "9"+e.Provision)
			}
		})
		each(after, func(element string, f coverage.Finding) {
			got := []string{string(f.Value)}
			for _, e := range f.Evidence {
				got = append(got, e.Provision)
			}
			if !slices.Equal(got, cited[element]) {
				t.Errorf("%s: %s is %v, want %v", name, element, got, cited[element])
			}
		})
	}
}
