package ingest

import (
	"context"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"lacuna/analyzer/ingest/program"
	"time"
)

var oldFile = filepath.Join("..", "..", "testdata", "formats", "libreoffice.doc")

// only makes no program but those named be found, or skips the test where one is not installed.
func only(t *testing.T, names ...string) {
	t.Helper()
	dir := t.TempDir()
	for _, name := range names {
		path, err := exec.LookPath(name)
		if err != nil {
			t.Skipf("%s is not installed", name)
		}
		if err := os.Symlink(path, filepath.Join(dir, name)); err != nil {
			t.Skip("no links can be made here")
		}
	}
	t.Setenv("PATH", dir)
}

func TestOldWordFileWithoutPrograms(t *testing.T) {
	only(t)
	_, err := File(context.Background(), oldFile, Limits{})
	if err == nil || !strings.Contains(err.Error(), "LibreOffice or antiword, and neither is installed") || !strings.HasPrefix(err.Error(), oldFile) {
		t.Errorf("error %v", err)
	}
}

func TestOldWordFileThroughAntiword(t *testing.T) {
	only(t, "antiword")
	src, err := File(context.Background(), oldFile, Limits{})
	if err != nil {
		t.Fatal(err)
	}
	if src.Format != "doc" || !strings.Contains(src.Text, "Lanterns\none\n") || !strings.Contains(strings.Join(src.Warnings.English(), "\n"), "leaves out automatic numbers") {
		t.Errorf("%s with the warnings %q:\n%s", src.Format, src.Warnings, src.Text)
	}
}

func TestOldWordFileThroughLibreOffice(t *testing.T) {
	if program.First("soffice", "libreoffice") == "" || testing.Short() {
		t.Skip("LibreOffice is not installed, or tests are to be short")
	}
	src, err := File(context.Background(), oldFile, Limits{})
	if err != nil || src.Format != "doc" || !strings.Contains(src.Text, "\nPart I – General\nArticle 1. Lanterns\n1.1 one\n") || len(src.Warnings) != 1 {
		t.Errorf("source %+v, error %v", src, err)
	}
	start := time.Now()
	if _, err := File(context.Background(), oldFile, Limits{Time: 50 * time.Millisecond}); err == nil || !strings.Contains(err.Error(), "longer than") || time.Since(start) > 10*time.Second {
		t.Errorf("after %v: %v", time.Since(start), err)
	}
}
