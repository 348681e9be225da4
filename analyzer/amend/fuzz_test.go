package amend_test

import (
	"strings"
	"testing"

	"lacuna/analyzer/amend"
	"lacuna/analyzer/document"
	"lacuna/analyzer/lexicon"
	"lacuna/analyzer/outline"
	"lacuna/checklists"
)

// FuzzApply carries out any act on any law: the blocks of the amended text follow one
// another, and what an instruction put in stands where the trail says.
func FuzzApply(f *testing.F) {
	for _, act := range []string{
		"Section 1\nIn section 58, for \"any woman\" substitute \"any person\".\nSection 2\nAfter section 59 insert—\n\"59A. Children\nAny person who sells a child is guilty of a felony.\"\nSection 3\nSection 60 is repealed.",
		"Section 1\nIn section 59(1), for \"woman\" substitute \"woman woman\".\nSection 2\nIn section 59(1), for \"woman\" substitute \"\".", "Section 1\nSection 61 is repealed.\nSection 2\nAfter section 61 insert \"x\".", "1. Renumber section 58 as section 58.\n",
	} {
		f.Add(law, act)
	}
	lib, err := lexicon.LoadLibrary(checklists.FS)
	if err != nil {
		f.Fatal(err)
	}
	outlined := func(id, text string) *document.Document {
		src := &document.Source{ID: id, Language: "en"}
		var b strings.Builder
		for i, line := range strings.Split(strings.ToValidUTF8(text, ""), "\n") {
			if i > 0 {
				b.WriteByte('\n')
			}
			src.Blocks = append(src.Blocks, document.Block{Span: document.Span{Start: b.Len(), End: b.Len() + len(line)}, Kind: document.Paragraph})
			b.WriteString(line)
		}
		src.Text = b.String()
		return outline.Read(src)
	}
	f.Fuzz(func(t *testing.T, law, act string) {
		src, changes := amend.Apply(outlined("law", law), outlined("act", act), lib.Pack("en"))
		at := 0
		for _, b := range src.Blocks {
			if b.Start != at || b.End < b.Start || b.End > len(src.Text) {
				t.Fatalf("block %v of %d bytes does not follow %d", b.Span, len(src.Text), at)
			}
			at = b.End + 1
		}
		for _, c := range changes {
			if c.Applied && (c.Span.Start < 0 || c.Span.End > len(src.Text) || c.Span.Start > c.Span.End) {
				t.Fatalf("%s: what it put in stands at %v of %d bytes", c.Instruction, c.Span, len(src.Text))
			}
		}
	})
}
