package cli

import (
	"context"
	"os"
	"path/filepath"
	"slices"
	"testing"

	acts "lacuna/analyzer/dossier"
	"lacuna/analyzer/ingest"
)

// folder makes a folder of files for a test.
func folder(t *testing.T, files map[string]string) string {
	t.Helper()
	dir := t.TempDir()
	for name, body := range files {
		writeFile(t, section{filepath.Join(dir, name), body})
	}
	return dir
}

func names(d *dossier) []string {
	var out []string
	for _, in := range d.inputs {
		out = append(out, in.said.Name)
	}
	return out
}

func TestAFolderGivesItsTextsButNotTheirProvenance(t *testing.T) {
	dir := folder(t, map[string]string{"b.txt": "b", "a.md": "a", "a.txt": "a", ".hidden": "h", "b.provenance.json": "{}", "provenance.json": "{}", "sub/c.txt": "c"})
	d, err := gather([]string{dir})
	if err != nil || !slices.Equal(names(d), []string{"a", "a-2", "b"}) {
		t.Errorf("got %v, %v", names(d), err)
	}
}

func TestADossierFileGivesOrderNamesAndWhatItSays(t *testing.T) {
	dir := folder(t, map[string]string{"z.txt": "z", "y.txt": "y", "unlisted.txt": "u", "dossier.yaml": `
jurisdiction: Valmora
iso3: XVA
language: en
texts:
  - {name: PC, title: Penal Code, file: z.txt, as_of: 2001-02-03, official: official, majority: 18}
  - {file: y.txt, language: fr}
`})
	for _, arg := range []string{dir, filepath.Join(dir, "dossier.yaml")} {
		d, err := gather([]string{arg})
		if err != nil || !slices.Equal(names(d), []string{"PC", "y"}) || d.iso3 != "XVA" || d.name != filepath.Base(dir) {
			t.Fatalf("got %v, %+v, %v", names(d), d, err)
		}
		if got, want := d.inputs[0].said, (acts.Said{Name: "PC", Title: "Penal Code", Language: "en", AsOf: "2001-02-03", Official: "official", Majority: 18}); got != want {
			t.Errorf("first text says %+v, want %+v", got, want)
		}
		if d.inputs[1].said.Language != "fr" {
			t.Error("a text's own language gives way to the dossier's")
		}
	}
}

func TestAnyYAMLFileIsADossierOfItsName(t *testing.T) {
	dir := folder(t, map[string]string{"z.txt": "z", "valmora.yaml": "texts: [{file: z.txt}]"})
	d, err := gather([]string{filepath.Join(dir, "valmora.yaml")})
	if err != nil || d.name != "valmora" || !slices.Equal(names(d), []string{"z"}) {
		t.Errorf("got %+v, %v", d, err)
	}
}

func TestWithoutNamesASampleIsRead(t *testing.T) {
	d, err := gather(nil)
	if err != nil || !slices.Equal(names(d), []string{firstSample}) {
		t.Fatalf("got %v, %v", names(d), err)
	}
	list, err := (&session{}).read(context.Background(), d.inputs[0], ingest.Limits{})
	if err != nil || len(list[0].Text) < 1000 {
		t.Errorf("the sample cannot be read: %v", err)
	}
}

func TestAFileIsReplacedWholeOrNotAtAll(t *testing.T) {
	dir := folder(t, map[string]string{"report.md": "old"})
	path := filepath.Join(dir, "report.md")
	if err := replace(path, []byte("new")); err != nil {
		t.Fatal(err)
	}
	if data, err := os.ReadFile(path); err != nil || string(data) != "new" {
		t.Errorf("the file holds %q, %v", data, err)
	}
	if err := replace(filepath.Join(dir, "gone", "report.md"), []byte("new")); err == nil {
		t.Error("a file was written in a folder that is not there")
	}
	if left, err := os.ReadDir(dir); err != nil || len(left) != 1 {
		t.Errorf("%d files are left, want 1 (%v)", len(left), err)
	}
}
