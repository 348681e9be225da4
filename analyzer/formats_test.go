package analyzer

import (
	"context"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"lacuna/analyzer/document"
	"lacuna/analyzer/ingest"
	"lacuna/analyzer/outline"
)

// numbers lists the provisions that are found in a text.
func numbers(src *document.Source) []string {
	var out []string
	for _, s := range outline.Read(src).Provisions() {
		out = append(out, s.Number)
	}
	return out
}

// TestTheSameActInTwoLanguages reads an act from its publisher's XML.
func TestTheSameActInTwoLanguages(t *testing.T) {
	var lists [2][]string
	for i, language := range []string{"en", "fr"} {
		path := filepath.Join(realCodes(t), "can-youth-criminal-justice-"+language, "Y-1.5.xml")
		if _, err := os.Stat(path); err != nil {
			t.Skip("the act is not there")
		}
		src, err := ingest.File(context.Background(), path, ingest.Limits{})
		if err != nil {
			t.Fatal(err)
		}
		if src.Language != language || src.AsOf == "" {
			t.Errorf("%s: language %q, as of %q", language, src.Language, src.AsOf)
		}
		lists[i] = numbers(src)
	}
	if len(lists[0]) < 165 || !slices.Equal(lists[0], lists[1]) {
		t.Errorf("provisions %q in English, %q in French", lists[0], lists[1])
	}
}

// realCodes returns the folder of real codes, or skips the test.
func realCodes(t *testing.T) string {
	t.Helper()
	dir := os.Getenv("LACUNA_CORPORA")
	if dir == "" {
		dir = filepath.Join("..", "..", "shared", "corpora")
	}
	if _, err := os.Stat(dir); err != nil {
		t.Skip("the folder of real codes is not there; LACUNA_CORPORA may name it")
	}
	return dir
}
