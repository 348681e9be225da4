package cli

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	acts "lacuna/analyzer/dossier"
	"lacuna/analyzer/ledger"
	"lacuna/checklists"
)

const theft = "Article 1\nWhoever sells a child shall be punished with imprisonment of two years.\n\n" +
	"Article 2\nThis Code applies to offences committed in the territory of the State.\n"

// edit changes the lock file as if the run had been made otherwise.
func edit(t *testing.T, file string, change func(*ledger.Lock)) {
	t.Helper()
	l, err := readLock(file)
	if err != nil {
		t.Fatal(err)
	}
	change(l)
	data, err := json.Marshal(l)
	if err != nil {
		t.Fatal(err)
	}
	writeFile(t, section{file, string(data)})
}

func TestVerifySaysWhatChangedAndWhy(t *testing.T) {
	own, err := checklists.FS.ReadFile("opsc.yaml")
	if err != nil {
		t.Fatal(err)
	}
	for name, c := range map[string]struct {
		change func(t *testing.T, dir string)
		code   int
		want   []string
	}{
		"nothing": {func(*testing.T, string) {}, 0, []string{"run.lock: nothing changed, and the same bytes come out\n"}},
		"a text": {func(t *testing.T, dir string) {
			writeFile(t, section{filepath.Join(dir, "acts", "code.txt"), strings.Replace(theft, "applies to offences committed in the territory of the State", "is short", 1)})
		}, exitFound, []string{"run.lock: 1 of 66 answers changed\n", "  4.1/territory: yes (PC, Article 2), now no\n",
			"  Changed since:\n    text PC: other bytes in acts/code.txt\n"}},
		"what is said of a text": {func(t *testing.T, dir string) {
			writeFile(t, section{filepath.Join(dir, "acts", acts.FileName), "texts:\n  - {name: PC, file: code.txt, as_of: 2020-01-01}\n"})
		}, exitFound, []string{"all 66 answers are as they were", "text PC: its title, language, date, standing or majority is said otherwise\n"}},
		"a new text": {func(t *testing.T, dir string) {
			writeFile(t, section{filepath.Join(dir, "acts", "more.txt"), "Article 1\nWhoever attempts an offence shall be punished.\n"})
			writeFile(t, section{filepath.Join(dir, "acts", acts.FileName), "texts:\n  - {name: PC, file: code.txt}\n  - {name: CA, file: more.txt}\n"})
		}, exitFound, []string{"text CA: new, in acts/more.txt\n"}},
		"the checklist": {func(t *testing.T, dir string) {
			writeFile(t, section{filepath.Join(dir, "own.yaml"), strings.Replace(string(own), "id: territory\n", "id: land\n", 1)})
		}, exitFound, []string{"answers changed", "  4.1/land: not asked, now yes (PC, Article 2)\n", "  4.1/territory: yes (PC, Article 2), now not asked\n",
			"checklist: opsc 1, other bytes\n"}},
		"a lexicon and the tool": {func(t *testing.T, dir string) {
			edit(t, filepath.Join(dir, "run.lock"), func(l *ledger.Lock) {
				l.LexiconFiles["lexicon/en.yaml"], l.LexiconFiles["lexicon/tlh.yaml"] = "0", "1"
				l.Tool.Version, l.Lexicons.SHA256 = "0.0.1", "2"
				l.AssessmentSHA256, l.Answers[0].Value = "3", "no"
			})
		}, exitFound, []string{"1 of 66 answers changed", "one or several of these made the difference", "lexicon lexicon/en.yaml: other bytes\n",
			"lexicon lexicon/tlh.yaml: no longer there\n", "tool: lacuna 0.0.1, now lacuna " + Version}},
		"another build alone": {func(t *testing.T, dir string) {
			edit(t, filepath.Join(dir, "run.lock"), func(l *ledger.Lock) { l.Build = "0" })
		}, 0, []string{"the same answers with the same words come out", "tool: lacuna " + Version + ", another build\n"}},
		"a text is gone": {func(t *testing.T, dir string) {
			if err := os.Remove(filepath.Join(dir, "acts", "code.txt")); err != nil {
				t.Fatal(err)
			}
		}, exitUnread, []string{"there is no file ", "code.txt"}},
		"a torn lock": {func(t *testing.T, dir string) { writeFile(t, section{filepath.Join(dir, "run.lock"), "{\n"}) },
			exitUnread, []string{"run.lock is no lock file: line 2"}},
		"no lock": {func(t *testing.T, dir string) { writeFile(t, section{filepath.Join(dir, "run.lock"), "{}"}) },
			exitUnread, []string{`run.lock is no lock file that this version reads: its schema is ""`}},
	} {
		t.Run(name, func(t *testing.T) {
			dir := folder(t, map[string]string{"acts/code.txt": theft, "own.yaml": string(own),
				"acts/" + acts.FileName: "texts:\n  - {name: PC, file: code.txt}\n"})
			lock := filepath.Join(dir, "run.lock")
			_, stderr, code := call(t, "analyze", filepath.Join(dir, "acts"), "--language", "en",
				"--checklist", filepath.Join(dir, "own.yaml"), "--lock", lock)
			if code != 0 {
				t.Fatal(stderr)
			}
			c.change(t, dir)
			t.Chdir(t.TempDir())
			stdout, stderr, code := call(t, "verify", dir)
			if code != c.code {
				t.Errorf("exit %d, want %d", code, c.code)
			}
			for _, want := range c.want {
				if !strings.Contains(stdout+stderr, want) {
					t.Errorf("verify does not say %q:\n%s%s", want, stdout, stderr)
				}
			}
		})
	}
}

func TestALockNeedsTextsInFiles(t *testing.T) {
	lock := filepath.Join(t.TempDir(), "x.lock")
	for _, args := range [][]string{{"analyze", "--lock", lock}, {"analyze", "-", "--lock", lock}, {"analyze", "--each", "--lock", lock}} {
		if _, stderr, code := call(t, args...); code == 0 || stderr == "" {
			t.Errorf("%q: exit %d, %q", args, code, stderr)
		}
	}
	if _, err := os.Stat(lock); err == nil {
		t.Error("a lock file was written")
	}
}
