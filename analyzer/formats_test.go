package analyzer_test

import (
	"context"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"

	"lacuna/analyzer"
	"lacuna/analyzer/coverage"
	"lacuna/analyzer/document"
	"lacuna/analyzer/ingest"
	"lacuna/analyzer/ingest/ingesttest"
	"lacuna/analyzer/outline"
)

// TestOneLawManyFormats writes a law out in every format: its provisions, their
// words and the whole matrix must be those of its Markdown.
func TestOneLawManyFormats(t *testing.T) {
	data, err := os.ReadFile(filepath.Join("..", "corpora", "valmora-draft-code-2026.md"))
	if err != nil {
		t.Fatal(err)
	}
	markdown := curly(string(data))
	law := ingesttest.Law(markdown)
	options := builtIn(t)
	first := read(t, "law.md", []byte(markdown))
	want, answers := provisions(first), values(first, options)
	if len(want) != 108 {
		t.Fatalf("%d provisions in the Markdown, want 108", len(want))
	}
	text := ingesttest.LawText(law, 72)
	for _, f := range []struct {
		name, format string
		data         []byte
	}{
		{"docx", "docx", ingesttest.LawDOCX(law)},
		{"odt", "odt", ingesttest.LawODT(law)},
		{"rtf", "rtf", ingesttest.LawRTF(law)},
		{"html", "html", ingesttest.LawHTML(law)},
		{"zip", "docx", ingesttest.Zip(ingesttest.Part{Name: "acts/law.docx", Content: string(ingesttest.LawDOCX(law))})},
		{"text in UTF-8", "text", []byte(text)},
		{"text in UTF-16", "text", encoded(t, text, unicode.UTF16(unicode.LittleEndian, unicode.UseBOM))},
		{"text in UTF-16 without mark", "text", encoded(t, text, unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM))},
		{"text in windows-1252", "text", encoded(t, text, charmap.Windows1252)},
		{"text with long lines", "text", []byte(ingesttest.LawText(law, 100_000))},
		{"pdf in one column", "pdf", ingesttest.LawPDF(law, 1)},
		{"pdf in two columns", "pdf", ingesttest.LawPDF(law, 2)},
		{"pdf in three columns", "pdf", ingesttest.LawPDF(law, 3)},
		{"book", "epub", ingesttest.LawEPUB(law)},
		{"saved page", "html", ingesttest.LawMHTML(law)},
		{"text in Macintosh", "text", encoded(t, text, charmap.Macintosh)},
	} {
		t.Run(f.name, func(t *testing.T) {
			src := read(t, "law", f.data)
			if src.Format != f.format {
				t.Errorf("read as %s, want %s", src.Format, f.format)
			}
			got := provisions(src)
			if len(got) != len(want) {
				t.Errorf("%d provisions, want %d", len(got), len(want))
			}
			for i := range min(len(got), len(want)) {
				if got[i] != want[i] {
					t.Fatalf("provision %d:\n%s\nwant:\n%s", i, got[i], want[i])
				}
			}
			if got := values(src, options); !slices.Equal(got, answers) {
				for i := range got {
					if got[i] != answers[i] {
						t.Errorf("%s, want %s", got[i], answers[i])
					}
				}
			}
		})
	}
}

// curly writes quotes as books do, so that the text is not all ASCII.
func curly(text string) string {
	var b strings.Builder
	open := false
	for _, r := range text {
		switch r {
		case '"':
			if open = !open; open {
				r = '“'
			} else {
				r = '”'
			}
		case '\'':
			r = '’'
		}
		b.WriteRune(r)
	}
	return b.String()
}

func encoded(t *testing.T, text string, enc encoding.Encoding) []byte {
	t.Helper()
	out, err := enc.NewEncoder().String(text)
	if err != nil {
		t.Fatal(err)
	}
	return []byte(out)
}

// provisions lists the provisions of a text with their headings, their words
// and what they divide into.
func provisions(src *document.Source) []string {
	var out []string
	doc := outline.Read(src)
	for _, p := range doc.Provisions() {
		line := []string{string(p.Kind), p.Number, doc.Quote(p.Title), strings.Join(doc.Path(p), " / ")}
		p.Walk(func(s *document.Section) bool {
			line = append(line, string(s.Kind)+" "+s.Number+": "+strings.TrimSpace(doc.Quote(s.Lead)))
			return true
		})
		out = append(out, strings.Join(line, "\n"))
	}
	return out
}

// values lists the answers of the built-in checklist.
func values(src *document.Source, options analyzer.Options) []string {
	var out []string
	each(analyzer.Analyze([]*document.Source{src}, options).Matrix, func(name string, f coverage.Finding) {
		out = append(out, name+" "+string(f.Value))
	})
	return out
}

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
