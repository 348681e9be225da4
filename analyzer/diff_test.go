package analyzer_test

import (
	"fmt"
	"maps"
	"regexp"
	"slices"
	"strings"
	"testing"

	"lacuna/analyzer"
	"lacuna/analyzer/compare"
	"lacuna/analyzer/document"
)

// fewestDiffs is how many renumbered mutations of the samples there must be.
const fewestDiffs = 60

// hidden is what changes, by mutation, behind an answer that does not.
var hidden = map[string]string{
	"penalties cut: pornography with imprisonment of up to one year":        "3.3/pornography weakened: penalty cut: 2 years to 8 years → up to 1 year",
	"penalties cut: pornography with imprisonment for life":                 "3.3/pornography strengthened: penalty raised: 2 years to 8 years → up to life",
	"general rules cut or widened: closure for Articles 62, 63 or 71 to 75": "7.c/closure weakened: list shortened: it no longer names Article 76, Article 77",
	"the minor of section 9, and other ages: servitude under sixteen":       "2.age/sale strengthened: age raised: below 14 → below 16 years",
	"offences changed: 73A with imprisonment of six months":                 "3.3/pornography strengthened: penalty raised: a fine alone → up to 6 months",
}

// mayHide are the words of changes that may stand behind unchanged answers, and
// the groups of mutations that may bring them about.
var (
	mayHide = regexp.MustCompile(`: (penalty|list|age|no longer|now) `)
	hiding  = regexp.MustCompile(`^(penalties|general rules|the minor of section 9|offences changed)`)
)

// one in so many mutations is compared, beside those of hidden: each takes two judgements.
const oneIn = 5

var (
	provisionNumbers = regexp.MustCompile(`(?m)(?:Articles?|[Ss]ections?|^\*\*|^)(?: ?\d+A?\b(?:\(\d\))?(?:\.|,| or| and| to)?)+`)
	openingDigit     = regexp.MustCompile(`(^|[ *])(\d)`)
)

// renumbered puts a 9 before each number of an article or section.
func renumbered(text string) string {
	return provisionNumbers.ReplaceAllStringFunc(text, func(s string) string { return openingDigit.ReplaceAllString(s, "${1}9$2") })
}

// side judges a law as one side of a comparison.
func (m *mutator) side(l law) compare.Side {
	m.t.Helper()
	opt := m.opt
	opt.Language = l.language
	d := analyzer.Analyze([]*document.Source{read(m.t, l.file, []byte(l.text))}, opt)
	return compare.Side{Name: l.file, Matrix: d.Matrix, Documents: d.Documents, Facts: d.Facts}
}

// TestDiffFindsMutationsThroughRenumbering changes the samples in one place,
// renumbers all of their provisions, and wants just the changes of the mutation,
// each with the words of both sides.
func TestDiffFindsMutationsThroughRenumbering(t *testing.T) {
	if testing.Short() {
		t.Skip("judges hundreds of laws")
	}
	t.Parallel()
	m, count := newMutator(t), 0
	before := map[string]compare.Side{}
	for _, group := range loadMutations(t).Rows {
		if !strings.HasPrefix(group.Law, "valmora-") {
			continue
		}
		if _, ok := before[group.Law]; !ok {
			before[group.Law] = m.side(m.law(group.Law))
		}
		for i, row := range group.Rows {
			name := group.About + ": " + row.Name
			if i%oneIn != 0 && hidden[name] == "" {
				continue
			}
			count++
			changed, err := m.law(group.Law).apply(row.Edits)
			if err == nil {
				changed, err = changed.repeal(row.Repeal)
			}
			want, err2 := changes(row.Changes)
			if err != nil || err2 != nil {
				t.Fatal(name, err, err2)
			}
			changed.text = renumbered(changed.text)
			checkDiff(t, name, compare.Diff(before[group.Law], m.side(changed)), want)
		}
	}
	if t.Logf("%d mutations", count); count < fewestDiffs {
		t.Errorf("%d mutations, want at least %d", count, fewestDiffs)
	}
}

// checkDiff wants these changes of values and no others, each with its proof.
func checkDiff(t *testing.T, name string, d *compare.Changes, want map[string]string) {
	t.Helper()
	got := map[string]string{}
	var shifts []string
	for _, c := range d.Changes {
		for _, e := range c.Elements {
			if c.Old != c.New {
				got[c.Item+"/"+e] = fmt.Sprintf("%s → %s", c.Old, c.New)
			}
		}
		switch worse := c.Kind == compare.Lost || c.Kind == compare.Weakened; {
		case worse && c.Before == nil, !worse && c.After == nil:
			t.Errorf("%s: %s %s %v shows no words", name, c.Kind, c.Item, c.Elements)
		case worse && len(c.What) == 0:
			t.Errorf("%s: %s %s %v does not say what changed", name, c.Kind, c.Item, c.Elements)
		}
		if c.Old == c.New {
			shifts = append(shifts, fmt.Sprintf("%s/%s %s: %s", c.Item, strings.Join(c.Elements, ","), c.Kind, strings.Join(c.What.English(), "; ")))
		}
	}
	all := maps.Clone(got)
	maps.Copy(all, want)
	for _, element := range slices.Sorted(maps.Keys(all)) {
		if got[element] != want[element] {
			t.Errorf("%s: %s: got %q, want %q", name, element, got[element], want[element])
		}
	}
	if want := hidden[name]; want != "" && !slices.Contains(shifts, want) {
		t.Errorf("%s: behind unchanged answers there is %q, without %q", name, shifts, want)
	}
	for _, s := range shifts {
		if !mayHide.MatchString(s) || !hiding.MatchString(name) {
			t.Errorf("%s: invented: %s", name, s)
		}
	}
}

// TestDiffFollowsAnArticleThatMoves: an article in another place, under another
// number and with words struck, is found again, and nothing else is reported.
func TestDiffFollowsAnArticleThatMoves(t *testing.T) {
	t.Parallel()
	m := newMutator(t)
	l := m.law("valmora-draft-code-2026")
	from := strings.Index(l.text, "#### Article 75.")
	to := strings.Index(l.text, "#### Article 76.")
	article := strings.Replace(l.text[from:to], "Article 75.", "Article 73A.", 1)
	article = strings.Replace(article, "produces, distributes, disseminates, exports", "produces, distributes, disseminates", 1)
	moved := l
	moved.text = l.text[:from] + l.text[to:]
	at := strings.Index(moved.text, "#### Article 73.")
	moved.text = moved.text[:at] + article + moved.text[at:]
	d := compare.Diff(m.side(l), m.side(moved))
	if len(d.Changes) != 1 || d.Provisions.Moved != 1 || d.Provisions.Renumbered != 1 || d.Provisions.Gone != 0 {
		t.Fatalf("%d changes, provisions %+v, want one of each", len(d.Changes), *d.Provisions)
	}
	c := d.Changes[0]
	gone := ""
	for _, r := range c.Words {
		if r.Kind != compare.Same {
			gone += string(r.Kind) + " " + strings.TrimSpace(r.Text) + ";"
		}
	}
	if c.Kind != compare.Lost || !slices.Equal(c.Elements, []string{"exporting"}) || gone != "gone , exports;" && gone != "gone exports,;" {
		t.Errorf("%s %v, words %q, want exporting lost", c.Kind, c.Elements, gone)
	}
	if c.Moved.String() != "Article 75 is now Article 73A, in another place" {
		t.Errorf("Moved = %q", c.Moved)
	}
}

// TestDiffNamesOffencesThatAListForgets: a closed list without an offence on the
// point is told, one with all of them is not.
func TestDiffNamesOffencesThatAListForgets(t *testing.T) {
	t.Parallel()
	m := newMutator(t)
	l := m.law("valmora-draft-code-2026")
	for list, want := range map[string]struct{ has, lacks string }{
		"56 to 73 or 75":       {"", "56 62 71 73 75"},
		"62, 63 or 71 to 77":   {"", "62 71 73 75"}, // as it stands
		"56, 62 or 71 to 73":   {"75", "56 62 71 73"},
		"56, 62, 63 or 71, 75": {"73", "56 62 71 75"},
	} {
		changed, err := l.apply([]edit{{Find: "an offence in Articles 62, 63 or 71 to 77 was", Replace: "an offence in Articles " + list + " was"}})
		if err != nil {
			t.Fatal(err)
		}
		left := map[string]bool{}
		for _, f := range compare.Diff(m.side(l), m.side(changed)).Forgotten {
			if f.Item != "7.c" || f.List.Label != "Article 45(1)" {
				t.Errorf("Articles %s: %s/%s has no closed list, but %s is told", list, f.Item, f.Element, f.List.Label)
			}
			for _, e := range f.Offences {
				left[e.Provision] = true
			}
		}
		for _, number := range strings.Fields(want.has) {
			if !left[number] {
				t.Errorf("Articles %s: that Article %s is left out is not told", list, number)
			}
		}
		for _, number := range strings.Fields(want.lacks) {
			if left[number] {
				t.Errorf("Articles %s: Article %s is told to be left out", list, number)
			}
		}
	}
}
