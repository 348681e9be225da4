package evaluate

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"lacuna/analyzer/coverage"
)

// repository is the folder that holds go.mod.
func repository(t *testing.T) string {
	t.Helper()
	dir, err := os.Getwd()
	if err != nil {
		t.Fatal(err)
	}
	for {
		if _, err := os.Stat(filepath.Join(dir, "go.mod")); err == nil {
			return dir
		}
		if filepath.Dir(dir) == dir {
			t.Fatal("no go.mod above this package")
		}
		dir = filepath.Dir(dir)
	}
}

func TestLoadDirReadsTheGoldLabels(t *testing.T) {
	all, err := LoadDir(filepath.Join(repository(t), "testdata", "gold"))
	if err != nil {
		t.Fatal(err)
	}
	if len(all) != 12 {
		t.Errorf("%d texts, want 12", len(all))
	}
	families := map[string]int{}
	for _, gold := range all {
		families[gold.Family]++
		elements := 0
		gold.each(func(string, coverage.Value) { elements++ })
		if len(gold.Items) != 29 || elements != 66 {
			t.Errorf("%s: %d items and %d elements, want 29 and 66", gold.Text, len(gold.Items), elements)
		}
		for i, item := range gold.Items {
			if item.ID != all[0].Items[i].ID {
				t.Errorf("%s:%d: item %s stands where %s stands in %s", gold.Path, item.Line, item.ID, all[0].Items[i].ID, all[0].Path)
			}
		}
	}
	if len(families) != 9 || families["mys"] != 3 || families["bra"] != 2 {
		t.Errorf("families %v, want nine, three texts in mys and two in bra", families)
	}
}

// The labels kept here are those of the readers, less their notes.
func TestGoldLabelsAreTheReaders(t *testing.T) {
	corpora := os.Getenv("LACUNA_CORPORA")
	if corpora == "" {
		corpora = filepath.Join(repository(t), "..", "shared", "corpora")
	}
	readers, err := LoadDir(filepath.Join(corpora, "..", "gold"))
	if err != nil {
		t.Skip("the readers' own labels are not beside the corpora:", err)
	}
	for _, theirs := range readers {
		ours, err := LoadGold(filepath.Join(repository(t), "testdata", "gold", theirs.Text+".yaml"))
		if err != nil {
			t.Error(err)
			continue
		}
		if got, want := flat(ours), flat(theirs); got != want {
			t.Errorf("%s differs from the readers' labels:\n%s\nwant\n%s", ours.Path, got, want)
		}
	}
}

func flat(g *Gold) string {
	var b strings.Builder
	b.WriteString(g.Language + "\n")
	for _, item := range g.Items {
		b.WriteString(item.ID + " " + strings.Join(item.Provisions, ", "))
		for _, e := range item.Elements {
			b.WriteString(" " + e.ID + "=" + string(e.Value))
		}
		b.WriteByte('\n')
	}
	return b.String()
}

func TestParseGold(t *testing.T) {
	gold, err := ParseGold("labels/xxx-code.yaml", []byte(`text: xxx-code
language: en
items:
  3.2:
    elements: {attempt: yes, complicity: "no"}
    provisions: [12, "13 bis"]
    note: "bare numbers are read as they are written"
`))
	if err != nil {
		t.Fatal(err)
	}
	if gold.Family != "xxx" || gold.Language != "en" || gold.Items[0].Line != 4 {
		t.Errorf("got %+v", gold)
	}
	if got := flat(gold); got != "en\n3.2 12, 13 bis attempt=yes complicity=no\n" {
		t.Errorf("got %q", got)
	}
}

func TestParseGoldNamesEveryFault(t *testing.T) {
	_, err := ParseGold("xxx-code.yaml", []byte(`text: xxx-kode
langage: en
items:
  "3.2":
    elements: {attempt: "maybe", attempt: "no"}
    provisions: "12"
  "3.3":
    elements: {}
  "3.2": {}
`))
	if err == nil {
		t.Fatal("no error")
	}
	for _, want := range []string{
		`xxx-code.yaml:2: unknown key "langage": must be one of text, language, read_by, sources, items`,
		`xxx-code.yaml:5: 3.2/attempt is "maybe": must be "yes", "partial" or "no"`,
		`xxx-code.yaml:5: "attempt" stands twice in elements`,
		`xxx-code.yaml:6: provisions must be a list`,
		`xxx-code.yaml:7: item 3.3 has no elements`,
		`xxx-code.yaml:9: "3.2" stands twice in items`,
		`xxx-code.yaml:1: text is "xxx-kode", but the file is named for "xxx-code"`,
	} {
		if !strings.Contains(err.Error(), want) {
			t.Errorf("no fault %q in:\n%v", want, err)
		}
	}
}

func TestLoadGoldErrors(t *testing.T) {
	for name, body := range map[string]string{
		"empty.yaml":  "",
		"list.yaml":   "- a\n- b\n",
		"broken.yaml": "text: [\n",
	} {
		path := filepath.Join(t.TempDir(), name)
		if err := os.WriteFile(path, []byte(body), 0o600); err != nil {
			t.Fatal(err)
		}
		if _, err := LoadGold(path); err == nil || !strings.Contains(err.Error(), name) {
			t.Errorf("%s: error %v, want one that names the file", name, err)
		}
	}
	if _, err := LoadDir(t.TempDir()); err == nil || !strings.Contains(err.Error(), "no gold labels") {
		t.Errorf("empty folder: error %v", err)
	}
}
