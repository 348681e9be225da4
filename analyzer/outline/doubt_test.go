package outline

import (
	"fmt"
	"strings"
	"testing"

	"lacuna/analyzer/document"
)

// scan makes the source of a text that was read in pictures; words between
// carets are in doubt.
func scan(lines ...string) *document.Source {
	src := &document.Source{Language: "en", Pictures: []int{1}}
	for i, l := range lines {
		if i > 0 {
			src.Text += "\n"
		}
		start := len(src.Text)
		for k, part := range strings.Split(l, "^") {
			if k%2 == 1 {
				src.Doubts = append(src.Doubts, document.Span{Start: len(src.Text), End: len(src.Text) + len(part)})
			}
			src.Text += part
		}
		src.Blocks = append(src.Blocks, document.Block{Span: document.Span{Start: start, End: len(src.Text)}, Kind: document.Paragraph, Page: 1})
	}
	src.Pages = []int{0}
	return src
}

// harbourScan is an act of six sections, of which a scanner spoilt one number.
func harbourScan(spoilt string) *document.Source {
	var lines []string
	for i, n := range []string{"13", "14", "15", "15A", spoilt, "16"} {
		lines = append(lines, fmt.Sprintf("%s. Any person who moors a ship of class %d in the harbour without the leave of the ^harbour^ master commits an offence and is liable to a fine that is set by the court for each night.", n, i))
	}
	return scan(lines...)
}

func numbers(doc *document.Document) string {
	var out []string
	for _, p := range doc.Provisions() {
		out = append(out, p.Number)
	}
	return strings.Join(out, " ")
}

func TestALetterThatAScannerTookForAFigure(t *testing.T) {
	if got := numbers(Read(harbourScan("158"))); got != "13 14 15 15A 15B 16" {
		t.Errorf("sections %s", got)
	}
	printed := harbourScan("158")
	printed.Pictures = nil
	if got := numbers(Read(printed)); strings.Contains(got, "15B") {
		t.Errorf("sections of a text that is no scan: %s", got)
	}
}

func TestHealthNamesWhatWasReadWithDoubt(t *testing.T) {
	doc := Read(harbourScan("15B"))
	want := "Words read with doubt in pictures of pages stand at 6 places, among them Sections 13, 14, 15, 15A, 15B, 16: compare them with the paper."
	if !strings.Contains(strings.Join(doc.Health.Notes.English(), "\n"), want) {
		t.Errorf("notes %q, want %q", doc.Health.Notes, want)
	}
	src := harbourScan("15B")
	src.Doubts = nil
	if notes := strings.Join(Read(src).Health.Notes.English(), "\n"); strings.Contains(notes, "doubt") {
		t.Errorf("notes without doubt: %q", notes)
	}
}
