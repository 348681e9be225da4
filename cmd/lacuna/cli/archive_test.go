package cli

import (
	"bytes"
	"path/filepath"
	"strings"
	"testing"

	"lacuna/analyzer/ingest/ingesttest"
)

func call(t *testing.T, args ...string) (stdout, stderr string, code int) {
	t.Helper()
	var out, err bytes.Buffer
	code = Run(args, strings.NewReader(""), &out, &err)
	return out.String(), err.String(), code
}

func TestTheTextsOfAnArchiveAreOneDossierAndABadOneIsNamed(t *testing.T) {
	zip := ingesttest.Zip(
		ingesttest.Part{Name: "acts/code.txt", Content: "Article 1\nWhoever sells a child shall be punished with imprisonment of two years.\n"},
		ingesttest.Part{Name: "acts/more/code.txt", Content: "Article 9\nWhoever attempts any offence shall be punished.\n"},
		ingesttest.Part{Name: "acts/empty.txt", Content: ""})
	file := filepath.Join(folder(t, map[string]string{"acts.zip": string(zip)}), "acts.zip")
	out, talk, code := call(t, "analyze", "--language", "en", file)
	if code != exitUnread || !strings.Contains(talk, file+"/acts/empty.txt") || strings.Count(talk, "\n") != 1 {
		t.Errorf("exit code %d, said %q", code, talk)
	}
	if !strings.Contains(out, "acts-code.txt (text; language en") || !strings.Contains(out, "acts-more-code.txt (text") {
		t.Errorf("the two texts are not both told:\n%.400s", out)
	}
	_, talk, code = call(t, "outline", file)
	if code == 0 || !strings.Contains(talk, "empty.txt") {
		t.Errorf("outline of an archive: exit code %d, said %q", code, talk)
	}
}

func TestTrackedChangesAreReadAsAsked(t *testing.T) {
	years := func(kind, author, n string) string {
		word := map[string]string{"ins": "t", "del": "delText"}[kind]
		return `<w:` + kind + ` w:id="1" w:author="` + author + `" w:date="2026-03-01T10:00:00Z"><w:r><w:` + word + `>` + n + `</w:` + word + `></w:r></w:` + kind + `>`
	}
	doc := ingesttest.DOCX(`<w:p><w:r><w:t xml:space="preserve">Article 1. Whoever sells a child is imprisoned for </w:t></w:r>` +
		years("del", "Ada", "two") + years("ins", "Ada", "nine") + `<w:r><w:t xml:space="preserve"> years.</w:t></w:r></w:p>`)
	file := filepath.Join(folder(t, map[string]string{"draft.docx": string(doc)}), "draft.docx")
	for reading, want := range map[string]string{"accepted": "for nine years", "original": "for two years", "by:Ada": "for nine years", "by:Ben": "for two years"} {
		if out, talk, code := call(t, "text", "--revisions", reading, file); code != 0 || !strings.Contains(out, want) {
			t.Errorf("--revisions %s: exit code %d, %q, said %q", reading, code, out, talk)
		}
	}
	for _, wrong := range []string{"latest", "by:"} {
		if _, talk, code := call(t, "analyze", "--revisions", wrong, file); code != exitUsage || !strings.Contains(talk, "--revisions") {
			t.Errorf("--revisions %s: exit code %d, said %q", wrong, code, talk)
		}
	}
}
