package ingest

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"lacuna/analyzer/document"
)

const rtfOpening = `{\rtf1\ansi\ansicpg1252\deff0{\fonttbl{\f0\froman\fcharset0 Times;}{\f1\fcharset204 Times Cyr;}{\f2\fcharset178 Arabic;}{\f3\fcharset2 Symbol;}}{\colortbl;\red0\green0\blue0;}
{\stylesheet{\ql Normal;}{\s1\outlinelevel0\b heading 1;}{\s2 Title;}{\*\cs10 Default;}{\s3 toc 1;}}{\*\revtbl {Unknown;}{Ada;}{Ben;}}{\info{\title Lantern Act}{\author X}}
{\header\pard Draft\par}`

func TestRTF(t *testing.T) {
	src := read(t, rtfOpening+`\pard\s2\qc Lantern Act\par
\pard\s1 {\listtext\pard\plain Article 1.\tab}General\par
\pard\li720\fi-360\plain Whoever \b lights\b0  a lamp 242{\super 1}\line (a) at 5\'a0o\rquote clock \'e9t\'e9 {\f1\'d1\'f2\'e0\'f2\'fc\'ff} \u8220?x\u8221\'94 \uc0\u1576 \uc1\u-10179?\u-8704? {\v secret}{\strike gone}\par
{\pntext\f3\'B7\tab}{\*\unknown {nested} words}{\field{\*\fldinst HYPERLINK "x"}{\fldrslt linked}}{\pict 0102ff}{\*\shppict{\pict 99}} text\chftn{\footnote\pard\plain \chftn  Amended.\par Twice.}\par
\pard plain {\upr{old}{\*\ud new \u233?}}\par
\trowd\cellx100\cellx200\pard\intbl Crime\cell Fine\cell\row
\trowd\pard\intbl Arson\cell\pard\intbl 5 crowns\cell\row
\pard after\par \pard\s3 Article 1 ... 3\par\pard \bin5 {{{}}x{\*\bkmkstart a}last}`)
	wantLines(t, src, "Lantern Act", "Article 1. General", "Whoever lights a lamp 2421", "(a) at 5 o’clock été Статья “x” ب😀", "• linked text1", "1 Amended.", "Twice.", "plain new é",
		"Crime | Fine", "Arson | 5 crowns", "after", "Article 1 ... 3", "xlast")
	b := src.Blocks
	if b[0].Level != 1 || !b[0].Center || b[1].Level != 1 || b[2].Indent != 18 || src.Quote(b[2].Raised[0]) != "1" || b[4].Kind != document.ListItem || b[5].Kind != document.Note || b[8].Kind != document.TableRow || b[11].Kind != document.Contents {
		t.Errorf("blocks %+v", b)
	}
	if left := fmt.Sprint(src.Left); !strings.Contains(left, "head or foot 0 Draft") || !strings.Contains(left, "hidden 0 secret") || !strings.Contains(left, "struck out 0 gone") || src.Title != "Lantern Act" {
		t.Errorf("left out %v, title %q", left, src.Title)
	}
}

func TestTrackedChangesOfRTF(t *testing.T) {
	text := rtfOpening + `\pard A fine of {\deleted\revauthdel1\revdttmdel1698374656 five}{\revised\revauth1 ten}{\revised\revauth2  gold} crowns.\par
{\revised\revauth2 Ben\rquote s point.\par}\pard Lanterns are {\deleted\revauthdel1\par}\pard put out.\par}`
	for reading, want := range map[string][]string{
		Accepted: {"A fine of ten gold crowns.", "Ben’s point.", "Lanterns are put out."},
		Original: {"A fine of five crowns.", "Lanterns are", "put out."},
		"by:Ada": {"A fine of ten crowns.", "Lanterns are put out."},
		"by:Ben": {"A fine of five gold crowns.", "Ben’s point.", "Lanterns are", "put out."},
	} {
		src, err := Read(context.Background(), "draft.rtf", []byte(text), Limits{Revisions: reading})
		if err != nil {
			t.Fatal(err)
		}
		wantLines(t, src, want...)
		if len(src.Revisions) != 5 || src.Revisions[0].Author != "Ada" || src.Revisions[0].Kind != document.Deleted || src.Revisions[0].Text != "five" {
			t.Errorf("%s: changes %+v", reading, src.Revisions)
		}
	}
}

func TestDamagedRTF(t *testing.T) {
	src := read(t, `{\rtf1\ansi Article 1. {\b Lanterns`)
	if src.Text != "Article 1. Lanterns" || len(src.Warnings) != 1 || !strings.Contains(src.Warnings[0].String(), "cut off") {
		t.Errorf("%q, warnings %q", src.Text, src.Warnings)
	}
	for data, says := range map[string]string{
		`{\rtf1` + strings.Repeat("{", 5000): "more than 800 groups", `{\rtf1}`: "no text", `{\rtf1 \'`: "no text", `{\rtf1{\*\x`: "no text", `{\rtf1\`: "no text",
	} {
		if _, err := Read(context.Background(), "law.rtf", []byte(data), Limits{}); err == nil || !strings.Contains(err.Error(), says) {
			t.Errorf("%.40q: %v, want %q", data, err, says)
		}
	}
	whole := rtfOpening + `\pard\intbl a\cell b\cell\row\pard{\footnote x}\u12?\par}`
	for i := range len(whole) - 6 {
		if _, err := Read(context.Background(), "cut.rtf", []byte(whole[:i+6]), Limits{}); err != nil && strings.Contains(err.Error(), "damaged") {
			t.Errorf("cut off at %d: %v", i, err)
		}
	}
}
