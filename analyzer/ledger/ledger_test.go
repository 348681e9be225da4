package ledger

import (
	"bytes"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"lacuna/analyzer/coverage"
)

// made is an assessment of a dossier with one item.
func made(name, version string, value coverage.Value) Assessment {
	item := coverage.Item{ID: "3.1.c", Force: "shall", Status: coverage.PartlyCovered,
		Elements: []coverage.Finding{{ID: "producing", Value: value, Reasons: []string{"says <so> & so"},
			Evidence: []coverage.Evidence{}, NearMisses: []coverage.NearMiss{}}}}
	return Assessment{Schema: SchemaOne, Tool: Tool{"lacuna", "1"}, Checklist: Checklist{ID: "opsc", Version: version, SHA256: "abc"},
		Dossier: Dossier{Name: name}, Matrix: coverage.Matrix{Texts: []coverage.Text{}, Items: []coverage.Item{item}}}
}

func encoded(t *testing.T, v any) []byte {
	t.Helper()
	var out bytes.Buffer
	if err := Encode(&out, v); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

func readAll(t *testing.T, files ...[]byte) []*Saved {
	t.Helper()
	var all []*Saved
	for i, data := range files {
		saved, err := Read(string(rune('a'+i))+".json", data)
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, saved...)
	}
	return all
}

func written(t *testing.T, all []*Saved) string {
	t.Helper()
	var out bytes.Buffer
	if err := WriteMerged(&out, all); err != nil {
		t.Fatal(err)
	}
	return out.String()
}

func TestShardsMergeToTheBytesOfOneRun(t *testing.T) {
	ken, bra, fra := made("ken", "1", coverage.Yes), made("bra", "1", coverage.No), made("fra", "1", coverage.Partial)
	var whole, shard bytes.Buffer
	if err := WriteAll(&whole, []Assessment{bra, fra, ken}); err != nil {
		t.Fatal(err)
	}
	if err := WriteAll(&shard, []Assessment{ken, bra}); err != nil {
		t.Fatal(err)
	}
	all := readAll(t, shard.Bytes(), encoded(t, fra), encoded(t, ken))
	for range len(all) {
		all = append(all[1:], all[0])
		if got := written(t, Merge(all)); got != whole.String() {
			t.Errorf("merged:\n%s\nwant\n%s", got, whole.String())
		}
	}
}

func TestMergingLosesNothing(t *testing.T) {
	newer := bytes.Replace(encoded(t, made("ken", "1", coverage.Yes)), []byte(`"tool"`), []byte(`"practice": {"n": 1.50}, "tool"`), 1)
	all := Merge(readAll(t, newer, encoded(t, made("ken", "2", coverage.Yes)), encoded(t, made("ken", "1", coverage.No))))
	got := written(t, all)
	if len(all) != 3 || !strings.Contains(got, `"n": 1.50`) {
		t.Errorf("%d assessments are left of 3, or a field of one is lost:\n%s", len(all), got)
	}
	want := []string{
		"the assessments answer different checklists: opsc 1 [abc] in 2 (a.json); opsc 2 [abc] in 1 (b.json)",
		`there are two different assessments of the dossier "ken", in a.json and c.json`,
	}
	if said := Mixed(all); !slices.Equal(said, want) {
		t.Errorf("Mixed = %q, want %q", said, want)
	}
	if said := Mixed(Merge(readAll(t, encoded(t, made("ken", "1", coverage.Yes)), encoded(t, made("bra", "1", coverage.No))))); said != nil {
		t.Errorf("two dossiers of one checklist belong together, but: %q", said)
	}
}

func TestFaultsOfSavedAssessmentsNameThePlace(t *testing.T) {
	for _, c := range []struct{ data, want string }{
		{"{\n\"schema\": nonsense}", "x.json is no saved assessment: line 2: "},
		{`{"schema": "lacuna/assessment/9"}`, `x.json is no saved assessment that this version reads: its schema is "lacuna/assessment/9"`},
		{`{"schema": "lacuna/assessments/1", "assessments": [{"schema": "other"}]}`, `x.json: assessment 1: its schema is "other"`},
		{string(encoded(t, made("ken", "1", "maybe"))), `x.json: assessment 1: item 3.1.c, element producing: there is no value "maybe"`},
		{strings.Replace(string(encoded(t, made("ken", "1", "yes"))), `"partial"`, `"fine"`, 1), `item 3.1.c: there is no status "fine"`},
		{strings.Repeat("[", 20_000), "x.json is no saved assessment: "},
	} {
		if _, err := Read("x.json", []byte(c.data)); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("Read said %v, want %q", err, c.want)
		}
	}
}

func TestAFolderGivesItsAssessmentsAndNamesTheBadOnes(t *testing.T) {
	dir := t.TempDir()
	for name, data := range map[string]string{
		"b.json": string(encoded(t, made("b", "1", "yes"))), "a.json": string(encoded(t, made("a", "1", "yes"))),
		"bad.json": "no", ".half.json": "{", "a.lock": "{}",
	} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(data), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	all, err := Load(dir, filepath.Join(dir, "missing.json"))
	if len(all) != 2 || all[0].Dossier.Name != "a" || all[1].Dossier.Name != "b" {
		t.Errorf("read %d assessments, want a and b", len(all))
	}
	for _, want := range []string{"bad.json is no saved assessment", "missing.json: no such file"} {
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("the error does not say %q: %v", want, err)
		}
	}
}

func TestHoldsTellsAssessmentsFromOtherFiles(t *testing.T) {
	for data, want := range map[string]bool{
		string(encoded(t, made("a", "1", "yes"))): true, `{"schema": "lacuna/assessments/1", "assessments": []}`: true,
		`{"schema": "lacuna/lock/1"}`: false, "Article 1": false, "": false,
	} {
		if got := Holds([]byte(data)); got != want {
			t.Errorf("Holds(%.40q) = %v", data, got)
		}
	}
}
