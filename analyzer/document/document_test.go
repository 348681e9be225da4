package document

import "testing"

func TestLabel(t *testing.T) {
	article := &Section{Kind: Article, Number: "640"}
	para := &Section{Kind: Para, Number: "1", Parent: article}
	point := &Section{Kind: Point, Number: "a", Parent: para}
	section := &Section{Kind: Sect, Number: "370"}
	explain := &Section{Kind: Explain, Mark: "Explanation 1.—", Parent: section}
	inside := &Section{Kind: Point, Number: "b", Parent: explain}
	unnumbered := &Section{Kind: Para, Parent: section}
	part := &Section{Kind: Part, Mark: "Part II "}
	doc := &Document{Source: &Source{}}
	for s, want := range map[*Section]string{
		article: "Article 640", para: "Article 640(1)", point: "Article 640(1)(a)",
		explain: "Section 370, Explanation 1", inside: "Section 370, Explanation 1(b)",
		unnumbered: "Section 370", part: "Part II",
	} {
		if got := doc.Label(s); got != want {
			t.Errorf("Label = %q, want %q", got, want)
		}
	}
}

func TestPosition(t *testing.T) {
	src := &Source{Text: "one\nzwei ä\ndrei", Pages: []int{0, 11}}
	for offset, want := range map[int]Position{
		0:  {Line: 1, Column: 1, Page: 1},
		4:  {Line: 2, Column: 1, Page: 1},
		11: {Line: 2, Column: 7, Page: 2},
		13: {Line: 3, Column: 2, Page: 2},
	} {
		if got := src.Position(offset); got != want {
			t.Errorf("Position(%d) = %+v, want %+v", offset, got, want)
		}
	}
	if got := src.Quote(Span{Start: 4, End: 8}); got != "zwei" {
		t.Errorf("Quote = %q", got)
	}
	if got := src.Quote(Span{Start: 8, End: 99}); got != "" {
		t.Errorf("Quote beyond the text = %q, want nothing", got)
	}
}

func TestProvisionsAndPath(t *testing.T) {
	text := "Part One Crimes Article 1 x Article 2 y"
	root := &Section{Kind: Root}
	part := &Section{Kind: Part, Mark: "Part One", Title: Span{Start: 9, End: 15}, Parent: root}
	one := &Section{Kind: Article, Number: "1", Parent: part}
	two := &Section{Kind: Article, Number: "2", Parent: part}
	leaf := &Section{Kind: Para, Number: "1", Parent: two}
	two.Children, part.Children, root.Children = []*Section{leaf}, []*Section{one, two}, []*Section{part}
	doc := &Document{Source: &Source{Text: text}, Root: root}
	if got := doc.Provisions(); len(got) != 2 || got[0] != one || got[1] != two {
		t.Errorf("Provisions = %v", got)
	}
	if got := doc.Path(leaf); len(got) != 1 || got[0] != "Part One Crimes" {
		t.Errorf("Path = %q", got)
	}
	if leaf.Provision() != two || part.Provision() != nil {
		t.Error("Provision does not find the article")
	}
}
