package ingest

import (
	"bytes"
	"context"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"

	"golang.org/x/text/unicode/norm"

	"lacuna/analyzer/document"
)

// corpora returns the folder of real codes, or skips the test.
func corpora(t testing.TB) string {
	t.Helper()
	if dir := os.Getenv("LACUNA_CORPORA"); dir != "" {
		return dir
	}
	dir, _ := os.Getwd()
	for dir != filepath.Dir(dir) {
		if _, err := os.Stat(filepath.Join(dir, "go.mod")); err == nil {
			break
		}
		dir = filepath.Dir(dir)
	}
	dir = filepath.Join(dir, "..", "shared", "corpora")
	if _, err := os.Stat(dir); err != nil {
		t.Skip("the folder of real codes is not there; LACUNA_CORPORA may name it")
	}
	return dir
}

var (
	anyWord  = regexp.MustCompile(`[\p{L}\p{N}]+`)
	hyphened = regexp.MustCompile(`(\p{L})[-‐\x{ad}]\n\s*(\p{Ll})`)
)

// countWords counts the words of a text, without their case and with words
// that a line's end parts put together.
func countWords(text string) map[string]int {
	text = hyphened.ReplaceAllString(norm.NFKC.String(text), "$1$2")
	words := map[string]int{}
	for _, w := range anyWord.FindAllString(strings.ToLower(text), -1) {
		words[w]++
	}
	return words
}

// everything returns the text and what was left out.
func everything(src *document.Source) string {
	var b strings.Builder
	b.WriteString(src.Text)
	for _, l := range src.Left {
		b.WriteString(strings.Repeat("\n"+l.Text, l.Times))
	}
	return b.String()
}

func TestWordsOfRealPDFs(t *testing.T) {
	if testing.Short() {
		t.Skip("reads three thousand pages")
	}
	if _, err := exec.LookPath("pdftotext"); err != nil {
		t.Skip("pdftotext is not installed")
	}
	dir := corpora(t)
	files, _ := filepath.Glob(filepath.Join(dir, "*", "*.pdf"))
	more, _ := filepath.Glob(filepath.Join(dir, "unlabelled", "*", "*.pdf"))
	for _, path := range append(files, more...) {
		name, _ := filepath.Rel(dir, path)
		want, err := exec.Command("pdftotext", "-layout", path, "-").Output()
		if err != nil || len(bytes.TrimSpace(want)) < 1000 {
			continue
		}
		src, err := File(context.Background(), path, Limits{})
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		checkSource(t, name, src)
		reference, mine := countWords(string(want)), countWords(everything(src))
		both, all, got := 0, 0, 0
		for w, n := range reference {
			all += n
			both += min(n, mine[w])
		}
		for _, n := range mine {
			got += n
		}
		recall, precision := float64(both)/float64(all), float64(both)/float64(got)
		t.Logf("%-60s recall %.4f precision %.4f", name, recall, precision)
		if recall < .985 || precision < .985 {
			t.Errorf("%s: recall %.4f, precision %.4f; want .985", name, recall, precision)
		}
	}
}

// TestSpeedOfALongPDF holds reading to twice what pdftotext takes for the
// same file in the same run.
func TestSpeedOfALongPDF(t *testing.T) {
	if _, err := exec.LookPath("pdftotext"); err != nil || testing.Short() {
		t.Skip("pdftotext is not installed, or tests are to be short")
	}
	path := filepath.Join(corpora(t), "eth-criminal-code", "ETH_Criminal_Code.pdf")
	if _, err := os.Stat(path); err != nil {
		t.Skip("the long PDF is not there")
	}
	best := func(do func()) time.Duration {
		least := time.Hour
		for range 3 {
			start := time.Now()
			do()
			least = min(least, time.Since(start))
		}
		return least
	}
	theirs := best(func() { exec.Command("pdftotext", "-layout", path, os.DevNull).Run() })
	ours := best(func() {
		if _, err := File(context.Background(), path, Limits{}); err != nil {
			t.Fatal(err)
		}
	})
	t.Logf("%v, pdftotext %v: %.2f times", ours, theirs, float64(ours)/float64(theirs))
	if ours > 2*theirs {
		t.Errorf("reading took %v, pdftotext %v", ours, theirs)
	}
}

// TestEveryRealFileIsRead reads all texts of all formats and checks what every source promises.
func TestEveryRealFileIsRead(t *testing.T) {
	if testing.Short() {
		t.Skip("reads forty files")
	}
	dir := corpora(t)
	for _, kind := range []string{"html", "md", "txt"} {
		files, _ := filepath.Glob(filepath.Join(dir, "*", "*."+kind))
		more, _ := filepath.Glob(filepath.Join(dir, "unlabelled", "*", "*."+kind))
		for _, path := range append(files, more...) {
			name, _ := filepath.Rel(dir, path)
			src, err := File(context.Background(), path, Limits{})
			if err != nil {
				t.Errorf("%s: %v", name, err)
				continue
			}
			if want := map[string]string{"html": "html", "md": "markdown", "txt": "text"}[kind]; src.Format != want {
				t.Errorf("%s: read as %s, want %s", name, src.Format, want)
			}
			checkSource(t, name, src)
		}
	}
}

// checkSource checks that blocks cover the lines and that the text is normal.
func checkSource(t *testing.T, name string, src *document.Source) {
	t.Helper()
	if !norm.NFC.IsNormalString(src.Text) {
		t.Errorf("%s: the text is not NFC", name)
	}
	lines := strings.Split(src.Text, "\n")
	if len(lines) != len(src.Blocks) {
		t.Errorf("%s: %d lines, %d blocks", name, len(lines), len(src.Blocks))
		return
	}
	for i, b := range src.Blocks {
		if src.Quote(b.Span) != lines[i] || lines[i] != strings.TrimSpace(lines[i]) || strings.Contains(lines[i], "  ") {
			t.Errorf("%s: block %d is %q, its line %q", name, i, src.Quote(b.Span), lines[i])
			return
		}
		for _, r := range b.Raised {
			if !b.Contains(r) || r.Empty() {
				t.Errorf("%s: superscript %v is not inside its block %v", name, r, b.Span)
			}
		}
	}
}
