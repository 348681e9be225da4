package build

import (
	"testing"

	"lacuna/analyzer/document"
)

func TestCleanNormalises(t *testing.T) {
	for in, want := range map[string]string{
		"plain":              "plain",
		"ﬁve o\ufb03ces":     "five offices",
		"no\u00a0break":      "no break",
		"exploi\u00adtation": "exploitation",
		"e\u0301tat":         "état",
		"“quoted” – kept":    "“quoted” – kept",
		"ﺍﻟﻔﺼﻞ ﻻ":            "الفصل لا",
		"a\u200bb\x01c":      "abc",
	} {
		if got := Clean(in); got != want {
			t.Errorf("Clean(%q) = %q, want %q", in, got, want)
		}
	}
}

func TestAddKeepsOffsetsRight(t *testing.T) {
	var b Builder
	b.Add(document.Block{Kind: document.Heading}, Piece{Text: "  Article "}, Piece{Text: " 1 "})
	b.Add(document.Block{}, Piece{Text: " \u00a0"})
	b.Add(document.Block{Kind: document.Paragraph}, Piece{Text: "the court "}, Piece{Text: "12", Raised: true}, Piece{Text: " decides², and ends"})
	s := b.Source(0)
	if want := "Article 1\nthe court 12 decides2, and ends"; s.Text != want {
		t.Fatalf("text %q, want %q", s.Text, want)
	}
	if len(s.Blocks) != 2 {
		t.Fatalf("%d blocks, want 2: a blank one must not be added", len(s.Blocks))
	}
	for i, want := range []string{"12", "2"} {
		if got := s.Quote(s.Blocks[1].Raised[i]); got != want {
			t.Errorf("superscript %d is %q, want %q", i, got, want)
		}
	}
	if s.Blocks[0].End+1 != s.Blocks[1].Start || s.Blocks[1].End != len(s.Text) {
		t.Errorf("blocks %v do not cover the text", s.Blocks)
	}
}

func TestPagesTurnInsideALine(t *testing.T) {
	var b Builder
	b.Add(document.Block{}, Piece{Text: "begins here ", Page: 1}, Piece{Text: "ends there", Page: 3})
	s := b.Source(4)
	want := []int{0, 12, 12, 22}
	for i, at := range want {
		if s.Pages[i] != at {
			t.Fatalf("pages %v, want %v", s.Pages, want)
		}
	}
	if s.Page(11) != 1 || s.Page(12) != 3 || s.Blocks[0].Page != 1 {
		t.Errorf("pages of offsets 11 and 12 are %d and %d", s.Page(11), s.Page(12))
	}
	if s.Turns != nil {
		t.Errorf("turns %v of a text in page order", s.Turns)
	}
}

func TestTurnsGoBackToEarlierPages(t *testing.T) {
	var b Builder
	b.Add(document.Block{}, Piece{Text: "one ", Page: 1}, Piece{Text: "two", Page: 2})
	b.Add(document.Block{Kind: document.Note}, Piece{Text: "note", Page: 1})
	s := b.Source(2)
	if got := [3]int{s.Page(0), s.Page(4), s.Page(8)}; got != [3]int{1, 2, 1} {
		t.Errorf("pages %v, want 1 2 1", got)
	}
}

func TestLeaveCounts(t *testing.T) {
	var b Builder
	b.Leave("running head", 2, "Penal  Code")
	b.Leave("running head", 3, "Penal Code")
	b.Leave("running head", 3, "  ")
	s := b.Source(0)
	if len(s.Left) != 1 || s.Left[0].Times != 2 || s.Left[0].Page != 2 {
		t.Errorf("left %+v", s.Left)
	}
}

func TestJoinAtLineEnds(t *testing.T) {
	w := Words{}
	w.Learn("a dwelling-house and the vice-president of a cooperative")
	for _, c := range []struct{ a, b, want string }{
		{"sexual exploi-", "tation of", "sexual exploitation of"},
		{"of any dwelling-", "house by", "of any dwelling-house by"},
		{"the co-", "operative", "the cooperative"},
		{"the Vice-", "President", "the Vice-President"},
		{"articles 225-", "12 and", "articles 225-12 and"},
		{"in the circum\u00ad", "stances", "in the circumstances"},
		{"as follows -", "first", "as follows - first"},
		{"刑法第一条，", "处三年以下", "刑法第一条，处三年以下"}, {"ต้องระวาง", "โทษจำคุก", "ต้องระวางโทษจำคุก"}, {"형법 제1조", "제2항", "형법 제1조 제2항"},
		{"an end ", "and more", "an end and more"},
	} {
		head, between := w.Join(c.a, c.b)
		if got := head + between + c.b; got != c.want {
			t.Errorf("%q and %q join to %q, want %q", c.a, c.b, got, c.want)
		}
	}
}
