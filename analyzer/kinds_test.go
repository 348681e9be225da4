package analyzer_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"go.yaml.in/yaml/v4"

	"lacuna/analyzer"
	"lacuna/analyzer/coverage"
	"lacuna/analyzer/document"
	"lacuna/corpora"
)

// kindOf tells the kind of a text of a language.
func kindOf(t *testing.T, language, text string) document.Character {
	t.Helper()
	opt := builtIn(t)
	opt.Language = language
	return analyzer.Outline(read(t, "text.txt", []byte(text)), opt).Character
}

// TestKindsOfText reads short invented texts of each kind in each language.
func TestKindsOfText(t *testing.T) {
	t.Parallel()
	data, err := os.ReadFile(filepath.Join("testdata", "kinds.yaml"))
	if err != nil {
		t.Fatal(err)
	}
	var rows []struct {
		Kind     document.TextKind
		Language string
		Text     string
	}
	if err := yaml.Load(data, &rows); err != nil {
		t.Fatal(err)
	}
	seen := map[document.TextKind]map[string]bool{}
	for _, row := range rows {
		if got := kindOf(t, row.Language, row.Text); got.Kind != row.Kind {
			t.Errorf("%s: %q (%s), want %q:\n%s", row.Language, got.Kind, got.Why, row.Kind, row.Text)
		}
		if seen[row.Kind] == nil {
			seen[row.Kind] = map[string]bool{}
		}
		seen[row.Kind][row.Language] = true
	}
	for _, kind := range []document.TextKind{document.Code, document.SpecialAct, document.AmendingAct, document.Treaty, document.OtherText} {
		if len(seen[kind]) < 7 {
			t.Errorf("%s: %d languages, want 7", kind, len(seen[kind]))
		}
	}
}

// textOf returns a short text of a kind in English.
func textOf(t *testing.T, kind document.TextKind) string {
	t.Helper()
	data, err := os.ReadFile(filepath.Join("testdata", "kinds.yaml"))
	if err != nil {
		t.Fatal(err)
	}
	var rows []struct{ Kind, Language, Text string }
	if err := yaml.Load(data, &rows); err != nil {
		t.Fatal(err)
	}
	for _, row := range rows {
		if row.Kind == string(kind) && row.Language == "en" {
			return row.Text
		}
	}
	t.Fatalf("no %s in English", kind)
	return ""
}

// A treaty, a copyright act and a table of contents prove no absence.
func TestKindsThatProveNoAbsence(t *testing.T) {
	t.Parallel()
	treaty := judge(t, "treaty.txt", textOf(t, document.Treaty))
	allUnknown(t, treaty, "is a treaty")
	other := judge(t, "copyright.txt", textOf(t, document.OtherText))
	each(other, func(name string, f coverage.Finding) {
		if f.Value == coverage.No {
			t.Errorf("%s is no in a copyright act alone", name)
		}
	})
	code := sample(t, "valmora-penal-code-1987")
	head, _, _ := strings.Cut(code, "## PART I. GENERAL")
	contents := judge(t, "contents.md", head)
	allUnknown(t, contents, "holds headings alone")
	each(contents, func(name string, f coverage.Finding) {
		if name == "3.1.b/providing" && !strings.Contains(strings.Join(f.Reasons, "\n"), "Keeping of brothels") {
			t.Errorf("the heading that promises it is not named: %q", f.Reasons)
		}
	})
}

// Beside a code, a treaty and an act of another subject change nothing.
func TestATreatyBesideACodeAddsNothing(t *testing.T) {
	t.Parallel()
	code := sample(t, "valmora-penal-code-1987")
	before := map[string]coverage.Value{}
	each(judge(t, "code.md", code), func(name string, f coverage.Finding) { before[name] = f.Value })
	after := judge(t, "code.md", code, "treaty.txt", textOf(t, document.Treaty))
	each(after, func(name string, f coverage.Finding) {
		if f.Value != before[name] {
			t.Errorf("%s: %s beside a treaty, %s alone", name, f.Value, before[name])
		}
	})
}

// A treaty printed in the schedule of an act is not the country's law.
func TestATreatyInAScheduleIsNoLaw(t *testing.T) {
	t.Parallel()
	act := `Children (Protection) Act, 2012
1. Short title
This Act may be cited as the Children (Protection) Act.
2. Neglect of a child
Any person who neglects a child commits an offence and is liable to imprisonment for one year.
3. Duty to report
Any person who knows of the neglect of a child shall report it to the police.
SCHEDULE
Protocol on the protection of children
Article 1
Each State Party shall punish whoever produces, distributes, imports or possesses child pornography with imprisonment of five years.
Article 2
States Parties shall punish whoever sells or buys a child for the purpose of sexual exploitation with imprisonment of ten years.
Article 3
The States Parties shall assist each other.
`
	m := judge(t, "act.txt", act)
	if m.Texts[0].Kind != document.SpecialAct {
		t.Errorf("kind %q, want a special act", m.Texts[0].Kind)
	}
	each(m, func(name string, f coverage.Finding) {
		if strings.HasPrefix(name, "3.1.c/") && f.Value != coverage.No {
			t.Errorf("%s: %s by the words of a treaty", name, f.Value)
		}
		if strings.HasPrefix(name, "5.") && f.Absence != coverage.OutsideKind {
			t.Errorf("%s: absence %q in a special act on another subject", name, f.Absence)
		}
	})
}

// sample returns the text of a sample code.
func sample(t *testing.T, name string) string {
	t.Helper()
	s, err := corpora.Find(name)
	if err != nil {
		t.Fatal(err)
	}
	return string(s.Text)
}

// TestKindsOfRealTexts wants every code to be a code, and the acts of a dossier
// special acts.
func TestKindsOfRealTexts(t *testing.T) {
	t.Parallel()
	folder := realCodes(t)
	special := []string{"mys-dossier/MYS_Act479", "mys-dossier/MYS_Act611", "mys-dossier/MYS_Act621", "mys-dossier/MYS_Act670", "mys-dossier/MYS_Act792",
		"bra-dossier/ECA", "can-youth", "mys-sexual", "phl-cybercrime"}
	files, err := filepath.Glob(filepath.Join(folder, "*", "*"))
	if err != nil {
		t.Fatal(err)
	}
	unlabelled, err := filepath.Glob(filepath.Join(folder, "unlabelled", "*", "*"))
	if err != nil {
		t.Fatal(err)
	}
	read := 0
	for _, file := range append(files, unlabelled...) {
		info, err := os.Stat(file)
		name, _ := filepath.Rel(folder, file)
		if err != nil || info.IsDir() || strings.Contains(name, "provenance") || strings.Contains(name, "scan-") || strings.HasSuffix(name, ".yaml") {
			continue
		}
		want := document.Code
		for _, s := range special {
			if strings.Contains(filepath.ToSlash(name), s) {
				want = document.SpecialAct
			}
		}
		read++
		if got := realKind(t, file); got.Kind != want {
			t.Errorf("%s is a %q (%s), want a %q", name, got.Kind, got.Why, want)
		}
	}
	t.Logf("%d texts", read)
	treaties, _ := filepath.Glob(filepath.Join(folder, "..", "treaty", "*.txt")) // none is fine
	for _, file := range treaties {
		if got := realKind(t, file); got.Kind != document.Treaty {
			t.Errorf("%s is a %q (%s), want a treaty", filepath.Base(file), got.Kind, got.Why)
		}
	}
}

func realKind(t *testing.T, file string) document.Character {
	t.Helper()
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	return analyzer.Outline(read(t, file, data), builtIn(t)).Character
}
