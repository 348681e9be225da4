package cli

import (
	"bytes"
	"encoding/csv"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"time"
	"unicode"

	"lacuna/analyzer"
	"lacuna/analyzer/coverage"
	"lacuna/analyzer/ingest"
	"lacuna/analyzer/ingest/ingesttest"
	"lacuna/analyzer/ingest/worker"
	"lacuna/analyzer/lexicon"
	"lacuna/analyzer/report"
	"lacuna/checklists"
)

// guarded is a session that reads in child processes within narrow limits.
func guarded(t *testing.T) (*session, *bench) {
	t.Helper()
	lib, err := lexicon.LoadLibrary(checklists.FS)
	if err != nil {
		t.Fatal(err)
	}
	list, err := loadChecklist("opsc", lib)
	if err != nil {
		t.Fatal(err)
	}
	s := &session{stdout: &bytes.Buffer{}, stderr: &bytes.Buffer{}, readers: worker.New(os.Args[0])}
	t.Cleanup(s.readers.Close)
	return s, &bench{Options: analyzer.Options{Checklist: list, Lexicons: lib, Language: "en"},
		limits: ingest.Limits{Unpacked: 16 << 20, Text: 4 << 20, Memory: 700 << 20, Time: 6 * time.Second}}
}

// TestHostileFiles reads and judges more than two hundred files that mean harm:
// nothing hangs, crashes or grows beyond its limit, no file comes out empty
// without a word, and what could not be read is never said to be missing.
func TestHostileFiles(t *testing.T) {
	if testing.Short() {
		t.Skip("takes half a minute")
	}
	s, b := guarded(t)
	dir, files := t.TempDir(), ingesttest.HostileFiles()
	if len(files) < 200 {
		t.Errorf("there are %d hostile files, want 200", len(files))
	}
	for _, f := range files {
		path := filepath.Join(dir, f.Name)
		if err := os.WriteFile(path, f.Data, 0o600); err != nil {
			t.Fatal(err)
		}
		started := time.Now()
		d, err := gather([]string{path})
		if err != nil {
			t.Fatal(err)
		}
		sources, err := s.readDossier(d, b)
		switch {
		case len(sources) == 0 && err == nil:
			t.Errorf("%s: neither a text nor an error", f.Name)
		case len(sources) == 0 && f.Must == ingesttest.Read:
			t.Errorf("%s: %v", f.Name, err)
		case len(sources) > 0 && f.Must == ingesttest.Refused:
			t.Errorf("%s was read: %.100q", f.Name, sources[0].Text)
		}
		if err != nil && (!strings.Contains(err.Error(), f.Name) || strings.Contains(err.Error(), "goroutine") || len(err.Error()) > 2000) {
			t.Errorf("%s: the error is no clear sentence: %.300v", f.Name, err)
		}
		if len(sources) > 0 {
			checkOutput(t, f.Name, s.judge(b, d, d.name, sources))
		}
		if took := time.Since(started); took > b.limits.Time+10*time.Second {
			t.Errorf("%s took %v", f.Name, took)
		}
		if err := os.Remove(path); err != nil {
			t.Fatal(err)
		}
	}
}

// checkOutput looks for what a hostile text must never bring about in a report.
func checkOutput(t *testing.T, name string, r *report.Report) {
	t.Helper()
	for _, text := range r.Texts {
		if text.Sections > 0 && text.Health.Grade != "unreadable" {
			continue
		}
		for _, it := range r.Items() {
			for _, e := range it.Elements {
				if e.Value == coverage.No {
					t.Errorf("%s: %s/%s is no, though no article was read", name, it.ID, e.ID)
					return
				}
			}
		}
	}
	for _, f := range report.Formats {
		var out bytes.Buffer
		if err := f.Write(&out, r, report.Options{}); err != nil {
			t.Errorf("%s as %s: %v", name, f.Name, err)
			continue
		}
		text := out.String()
		if i := strings.IndexFunc(text, control); i >= 0 && f.Name != "xlsx" && f.Name != "docx" {
			t.Errorf("%s as %s holds a control character: %.60q", name, f.Name, text[max(0, i-20):])
		}
		switch f.Name {
		case "html":
			for _, bad := range []string{"<script>alert", "<img src=x"} {
				if strings.Contains(text, bad) {
					t.Errorf("%s as HTML holds %s", name, bad)
				}
			}
		case "csv":
			checkCells(t, name, text)
		}
	}
}

// control tells the characters that steer a terminal or turn its text round.
func control(r rune) bool {
	return unicode.IsControl(r) && r != '\n' && r != '\r' || r >= 0x202a && r <= 0x202e || r >= 0x2066 && r <= 0x2069
}

// checkCells looks for formulas in the cells of a table.
func checkCells(t *testing.T, name, text string) {
	rows, err := csv.NewReader(strings.NewReader(strings.TrimPrefix(text, "\ufeff"))).ReadAll()
	if err != nil {
		t.Errorf("%s as CSV: %v", name, err)
	}
	for _, row := range rows {
		for _, cell := range row {
			if cell != "" && strings.ContainsRune("=+-@\t\r", rune(cell[0])) {
				t.Errorf("%s as CSV holds a formula: %.60q", name, cell)
				return
			}
		}
	}
}

func TestALineOfFiftyMegabytesIsRefused(t *testing.T) {
	if testing.Short() {
		t.Skip("takes seconds")
	}
	s, b := guarded(t)
	b.limits = ingest.Limits{}
	path := filepath.Join(t.TempDir(), "line.txt")
	if err := os.WriteFile(path, bytes.Repeat([]byte("Article 1 child "), 50<<16), 0o600); err != nil {
		t.Fatal(err)
	}
	sources, err := s.readDossier(&dossier{inputs: []input{{path: path}}}, b)
	if err == nil || !strings.Contains(err.Error(), "line.txt: the text in the file is longer than the limit") {
		t.Errorf("%d texts, error %v", len(sources), err)
	}
}

func TestNamesOfFilesDoNotSteerTheTerminal(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("Windows has no such names")
	}
	name := "a\x1b[31m\x1b]0;owned\x07\u202e.txt"
	dir := folder(t, map[string]string{name: "Article 1\nNo one steals.\n", "b" + name: "\x00\x01\x02"})
	stdout, stderr, code := call(t, "analyze", "--language", "en", filepath.Join(dir, name), filepath.Join(dir, "b"+name), filepath.Join(dir, "c"+name))
	if code != exitUnread || strings.ContainsFunc(stdout+stderr, control) {
		t.Errorf("exit %d: %q %q", code, stdout[:200], stderr)
	}
}

// A link is followed where a user names it, and left alone in a folder.
func TestLinksInFoldersAreNotFollowed(t *testing.T) {
	dir := folder(t, map[string]string{"acts/code.txt": "Article 1\nNo one steals.\n", "secret.txt": "Article 9\nSecret.\n"})
	if err := os.Symlink(filepath.Join(dir, "secret.txt"), filepath.Join(dir, "acts", "link.txt")); err != nil {
		t.Skip("links cannot be made here")
	}
	d, err := gather([]string{filepath.Join(dir, "acts")})
	if err != nil || len(d.inputs) != 1 {
		t.Errorf("%d texts, %v", len(d.inputs), err)
	}
}
