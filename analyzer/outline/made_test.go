package outline

import (
	"fmt"
	"strings"
	"testing"

	"lacuna/analyzer/document"
)

// made makes a source with one block a line. A line may begin with blanks (its
// indentation, six points each, as in a PDF), "#" (a heading, as in Markdown),
// "| " (centred), "^ " (a note), words between "**" at its beginning (bold).
func made(lines ...string) *document.Source {
	s := &document.Source{ID: "made", Format: "text"}
	var text strings.Builder
	for _, line := range lines {
		block := document.Block{Kind: document.Paragraph}
		words := strings.TrimLeft(line, " ")
		if block.Indent = float64(len(line)-len(words)) * 6; block.Indent > 0 {
			s.Format = "pdf"
		}
		switch {
		case strings.HasPrefix(words, "#"):
			bare := strings.TrimLeft(words, "#")
			block.Kind, block.Level, words = document.Heading, len(words)-len(bare), strings.TrimSpace(bare)
		case strings.HasPrefix(words, "| "):
			block.Center, words = true, words[2:]
		case strings.HasPrefix(words, "^ "):
			block.Kind, words = document.Note, words[2:]
		}
		block.Start = text.Len()
		if bold, rest, ok := strings.Cut(strings.TrimPrefix(words, "**"), "**"); ok && strings.HasPrefix(words, "**") {
			words, block.Stressed = bold+rest, document.Span{Start: block.Start, End: block.Start + len(bold)}
		}
		text.WriteString(words)
		block.End = text.Len()
		text.WriteString("\n")
		s.Blocks = append(s.Blocks, block)
	}
	s.Text = text.String()
	return s
}

// raise marks the first occurrence of a word's last n bytes as a superscript.
func raise(s *document.Source, word string, n int) *document.Source {
	at := strings.Index(s.Text, word) + len(word)
	for i, b := range s.Blocks {
		if b.Start <= at && at <= b.End {
			s.Blocks[i].Raised = append(b.Raised, document.Span{Start: at - n, End: at})
			return s
		}
	}
	return s
}

// drawn writes a document's tree, one section a line: number or kind, title in
// quotes, lead, and the tail behind a bar.
func drawn(d *document.Document) string {
	var out strings.Builder
	var write func(s *document.Section, depth int)
	write = func(s *document.Section, depth int) {
		name := s.Number
		switch {
		case s.Kind == document.Explain:
			name = strings.Trim(s.Mark, " .—")
		case name == "" || !s.Citable() && s.Kind != document.Para && s.Kind != document.Point && s.Kind != document.Subpoint:
			name = strings.TrimSpace(string(s.Kind) + " " + name)
		}
		fmt.Fprintf(&out, "%s%s", strings.Repeat("  ", depth), name)
		if !s.Title.Empty() {
			fmt.Fprintf(&out, " %q", d.Quote(s.Title))
		}
		if s.State != document.InForce {
			fmt.Fprintf(&out, " <%s>", s.State)
		}
		if !s.Lead.Empty() {
			fmt.Fprintf(&out, " %s", d.Quote(s.Lead))
		}
		if !s.Tail.Empty() {
			fmt.Fprintf(&out, " | %s", d.Quote(s.Tail))
		}
		out.WriteString("\n")
		for _, c := range s.Children {
			write(c, depth+1)
		}
	}
	for _, c := range d.Root.Children {
		write(c, 0)
	}
	return out.String()
}

// expect compares a tree with the one wanted, line by line.
func expect(t *testing.T, d *document.Document, want ...string) {
	t.Helper()
	got := strings.Split(strings.TrimSpace(drawn(d)), "\n")
	for i := 0; i < len(got) || i < len(want); i++ {
		g, w := "", ""
		if i < len(got) {
			g = got[i]
		}
		if i < len(want) {
			w = want[i]
		}
		if g != w {
			t.Errorf("line %d of the tree\n got %q\nwant %q\nwhole tree:\n%s", i+1, g, w, strings.Join(got, "\n"))
			return
		}
	}
}

// provisions joins the numbers of articles and sections.
func provisions(d *document.Document) string {
	var numbers []string
	for _, s := range d.Provisions() {
		numbers = append(numbers, s.Number)
	}
	return strings.Join(numbers, " ")
}
