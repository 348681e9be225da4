package dossier

import (
	"errors"
	"strings"
	"testing"

	"lacuna/analyzer/datafile"
)

// FuzzRead reads anything as a dossier file: all that is wrong is a fault with a line and
// a column of the file, and no short name is given twice.
func FuzzRead(f *testing.F) {
	for _, seed := range []string{
		"jurisdiction: Ardenia\niso3: ARD\nlanguage: en\nmajority: 18\nmajority_source: Civil Code, Article 4\ntexts:\n  - {file: a.txt, name: a, as_of: 2020-01-02, official: official}\n  - {file: b.txt, name: b, amends: a}\n",
		"texts:\n  - {file: a, name: a, amends: b}\n  - {file: b, name: b, amends: a}\n", "texts: [{file: ../../x\n", "texts: &a [*a]\n", "? [x]\n: y\n", "majority: 1e9\ntexts: {}\n", "", "\x00",
	} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		d, err := Read("dossier.yaml", data)
		var faults datafile.Faults
		if err != nil && !errors.As(err, &faults) {
			t.Fatalf("the error has no place: %v", err)
		}
		lines := strings.Count(string(data), "\n") + strings.Count(string(data), "\r") + 1
		for _, fault := range faults {
			if fault.Line < 1 || fault.Column < 1 || fault.Line > lines+1 {
				t.Errorf("a fault at line %d, column %d of %d lines: %v", fault.Line, fault.Column, lines, fault)
			}
		}
		named := map[string]bool{}
		for _, text := range d.Texts {
			if text.Name != "" && named[text.Name] {
				t.Errorf("two texts are named %q", text.Name)
			}
			named[text.Name] = true
		}
	})
}
