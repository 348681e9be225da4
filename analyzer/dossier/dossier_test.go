package dossier

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"lacuna/analyzer/document"
	"lacuna/checklists"
)

// folder makes a folder with these files and a dossier file of this body.
func folder(t *testing.T, body string, files ...string) string {
	t.Helper()
	dir := t.TempDir()
	for _, name := range files {
		if err := os.WriteFile(filepath.Join(dir, name), []byte("Article 1"), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	path := filepath.Join(dir, FileName)
	if err := os.WriteFile(path, []byte(body), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

func read(t *testing.T, path string) (*Dossier, error) {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return Read(path, data)
}

func TestADossierSaysWhatItsTextsDoNot(t *testing.T) {
	path := folder(t, `
jurisdiction: Valmora
iso3: XVA
language: en
majority: 21
majority_source: Constitution, Article 12
texts:
  - {name: PC, title: Penal Code, file: code.md, as_of: 2001-02-03, official: translation}
  - {name: CA, file: child.md, language: fr, majority: 18}
  - {name: AM, file: amend.md, amends: PC}
`, "code.md", "child.md", "amend.md")
	d, err := read(t, path)
	if err != nil || d.Missing != nil {
		t.Fatal(err, d.Missing)
	}
	dir := filepath.Dir(path)
	want := []Text{
		{filepath.Join(dir, "code.md"), Said{"PC", "Penal Code", "en", "2001-02-03", "translation", 21, "Constitution, Article 12", ""}},
		{filepath.Join(dir, "child.md"), Said{"CA", "", "fr", "", "", 18, "", ""}},
		{filepath.Join(dir, "amend.md"), Said{"AM", "", "en", "", "", 21, "Constitution, Article 12", "PC"}},
	}
	if !slices.Equal(d.Texts, want) || d.Jurisdiction != "Valmora" || d.ISO3 != "XVA" || d.Name != filepath.Base(dir) {
		t.Errorf("read %+v, want the texts %+v", d, want)
	}
}

// TestFaultsOfADossierNameThePlace: all faults come at once, each with its line
// and column.
func TestFaultsOfADossierNameThePlace(t *testing.T) {
	for body, want := range map[string][]string{
		"jurisdiction: Valmora":                                    {":1:1: a dossier lacks the key \"texts\""},
		"texts: []":                                                {":1:8: texts is empty"},
		"texts:\n  - {name: PC}":                                   {":2:5: a text lacks the key \"file\""},
		"texts:\n  - {fil: a.md}":                                  {":2:6: unknown key \"fil\"", "did you mean \"file\"?"},
		"texts:\n  - {file: a.md}\n  - [":                          {":3:", "not readable as YAML"},
		"majority: 6\ntexts: [{file: a.md}]":                       {":1:11: majority takes an age in years, from 10 to 30, not \"6\""},
		"majority_source: law\ntexts: [{file: a.md}]":              {":1:18: majority_source", "no majority is given"},
		"texts: [{file: a.md, as_of: 3 May}]":                      {":1:29: as_of takes a date as YYYY-MM-DD, not \"3 May\""},
		"texts: [{file: a.md, official: offical}]":                 {":1:32: unknown official \"offical\"", "did you mean \"official\"?"}, //nolint:misspell // a fault on purpose
		"language: English\ntexts: [{file: a.md}]":                 {":1:11: language takes a code of two small letters"},
		"texts: [{file: a.md, amends: PC}]":                        {":1:30: unknown short name of an amended act \"PC\"", "needs a short name"},
		"texts:\n- {name: A, file: a.md}\n- {name: A, file: a.md}": {":3:10: the short name \"A\" is that of another text, in line 2"},
		"texts:\n- {name: A, file: a.md, amends: B}\n- {name: B, file: a.md, amends: C}\n- {name: C, file: a.md, amends: A}\n- {name: D, file: a.md, amends: A}": {
			":2:33: these acts amend each other in a circle, so that none comes first: A → B → C → A"},
		"texts:\n- {name: A, file: a.md, amends: A}": {":2:33: these acts amend each other in a circle", "A → A"},
		"foo: 1\ntexts:\n- {file: a.md, bar: 2}":     {":1:1: unknown key \"foo\"", ":3:16: unknown key \"bar\""},
	} {
		_, err := read(t, folder(t, body, "a.md"))
		for _, w := range want {
			if err == nil || !strings.Contains(err.Error(), w) {
				t.Errorf("%q gives\n%v\nwant %s", body, err, w)
			}
		}
	}
}

func TestAFileThatIsNotThereKeepsTheOthers(t *testing.T) {
	d, err := read(t, folder(t, "texts:\n  - {name: PC, file: cod.md}\n  - {name: CA, file: child.md}", "code.md", "child.md"))
	if err != nil || len(d.Texts) != 1 || d.Texts[0].Name != "CA" {
		t.Fatalf("read %+v, %v, want the text CA", d.Texts, err)
	}
	for _, want := range []string{":2:22: there is no file ", "cod.md", "did you mean \"code.md\"?"} {
		if d.Missing == nil || !strings.Contains(d.Missing.Error(), want) {
			t.Errorf("Missing says %v, want %q", d.Missing, want)
		}
	}
}

func TestActsAreKnownByTheirTitles(t *testing.T) {
	for title, act := range map[string]string{
		"Criminal Procedure Code (Cap. 75)":                          "code of criminal procedure",
		"Code de procédure pénale":                                   "code of criminal procedure",
		"Strafprozeßordnung":                                         "code of criminal procedure",
		"Ley de Extradición Pasiva":                                  "extradition act",
		"Counter-Trafficking in Persons Act":                         "anti-trafficking act",
		"Loi relative à la lutte contre la traite des êtres humains": "anti-trafficking act",
		"Estatuto da Criança e do Adolescente":                       "child protection act",
		"Federal Act on the Welfare of Trees (Trees)":                "act on the welfare of trees",
	} {
		if got := Lacking([]string{act, "customs act"}, titled(title)); !slices.Equal(got, []string{"customs act"}) {
			t.Errorf("%q: lacking %v, want only the customs act", title, got)
		}
	}
	for _, title := range []string{"Penal Code", "Code pénal", "Código Penal", "Strafgesetzbuch", "Уголовный кодекс", "القانون الجنائي"} {
		if got := Lacking([]string{"code of criminal procedure", "child protection act", "civil code"}, titled(title)); len(got) != 3 {
			t.Errorf("%q is taken for more than it is: lacking only %v", title, got)
		}
	}
}

func titled(title string) []*document.Document {
	return []*document.Document{{Source: &document.Source{Title: title}}}
}

// TestTheTableHoldsEveryActOfTheChecklists: what a built-in checklist calls an
// act can be found among the texts.
func TestTheTableHoldsEveryActOfTheChecklists(t *testing.T) {
	for _, name := range checklists.Names() {
		_, data, err := checklists.Open(name)
		if err != nil {
			t.Fatal(err)
		}
		for line := range strings.Lines(string(data)) {
			list, ok := strings.CutPrefix(strings.TrimSpace(line), "usually: [")
			if !ok {
				continue
			}
			for act := range strings.SplitSeq(strings.TrimSuffix(list, "]"), ", ") {
				if kinds()[act] == nil {
					t.Errorf("%s: acts.yaml has no row for %q", name, act)
				}
			}
		}
	}
}
