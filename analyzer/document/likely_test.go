package document

import "testing"

func TestLikelyWordsAndTheWayBack(t *testing.T) {
	src := &Source{Text: "Whocver sells achild is punished.\nSecond.", Pages: []int{0}, Pictures: []int{1},
		Blocks: []Block{{Span: Span{0, 33}}, {Span: Span{34, 41}}},
		Doubts: []Span{{0, 7}, {14, 20}, {24, 32}},
		Likely: []Likely{{Span{0, 7}, "Whoever"}, {Span{14, 20}, "a child"}}}
	text, at := src.Mended(Span{8, 33})
	if text != "sells a child is punished." {
		t.Fatalf("mended %q", text)
	}
	for mended, want := range map[int]int{0: 8, 6: 14, 8: 16, 13: 20, 14: 21, 26: 33} {
		if got := at.Source(mended); got != want {
			t.Errorf("offset %d of the mended text comes from %d, want %d", mended, got, want)
		}
	}
	copied, back := src.Copy()
	if got := copied.Quote(copied.Blocks[1].Span); got != "Second." {
		t.Errorf("the second block of the copy is %q", got)
	}
	doc := &Document{Source: copied, Root: &Section{Span: copied.Blocks[0].Span, Title: copied.Blocks[1].Span}}
	doc.Restore(src, back)
	if got := doc.Quote(doc.Root.Span); got != "Whocver sells achild is punished." {
		t.Errorf("the section is restored as %q", got)
	}
	if unsure := src.Unsure(Span{0, 33}); len(unsure) != 1 || unsure[0].Start != 24 || len(copied.Doubts) != 1 {
		t.Errorf("unsure %v, in the copy %v", unsure, copied.Doubts)
	}
}
