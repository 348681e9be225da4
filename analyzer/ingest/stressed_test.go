package ingest

import (
	"context"
	"testing"

	"lacuna/analyzer/ingest/ingesttest"
)

// TestFirstBoldWords reads a heading in bold or italic letters before the text
// of its article: every format says where it ends.
func TestFirstBoldWords(t *testing.T) {
	const want = "Section 1. Boats."
	run := func(properties, text string) string {
		return `<w:r><w:rPr>` + properties + `</w:rPr><w:t xml:space="preserve">` + text + `</w:t></w:r>`
	}
	for name, data := range map[string][]byte{
		"a.md":   []byte("# Act\n\n**Section 1.** *Boats.* Whoever takes a **boat** is fined.\n"),
		"a.html": []byte("<html><body><p><b>Section 1.</b> <i>Boats.</i> Whoever takes a <b>boat</b> is fined.</p></body></html>"),
		"a.docx": ingesttest.DOCX(`<w:p>` + run("<w:b/>", "Section 1. ") + run("<w:i/>", "Boats.") + run("", " Whoever takes a boat is fined.") + `</w:p>`),
		"a.rtf":  []byte(`{\rtf1{\b Section 1. Boats.} Whoever takes a boat is fined.\par}`),
	} {
		src, err := Read(context.Background(), name, data, Limits{})
		if err != nil {
			t.Fatal(err)
		}
		b := src.Blocks[len(src.Blocks)-1]
		if got := src.Quote(b.Stressed); got != want {
			t.Errorf("%s: %q is stressed, want %q", name, got, want)
		}
	}
	src, err := Read(context.Background(), "all.md", []byte("# Act\n\n**Boats and nets**\n\nWhoever takes a **boat** is fined.\n"), Limits{})
	if err != nil {
		t.Fatal(err)
	}
	if got := src.Quote(src.Blocks[1].Stressed); got != "" {
		t.Errorf("all of a block is bold: %q", got)
	}
	if got := src.Quote(src.Blocks[2].Stressed); got != "boat" {
		t.Errorf("a word inside a block: %q", got)
	}
}
