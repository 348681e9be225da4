package pdf

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"golang.org/x/text/encoding/charmap"

	"lacuna/analyzer/document"
	"lacuna/analyzer/ingest/ingesttest"
)

// prose returns n lines of about so many letters, told apart by name and number.
func prose(name string, n, letters int) []string {
	var out []string
	for i := range n {
		line := fmt.Sprintf("%s %02d tells how lanterns burn in the harbour at night when the master sleeps", name, i)
		out = append(out, strings.TrimSpace(line[:letters]))
	}
	return out
}

// names tell the texts of pages apart, which figures would not.
var names = []string{"amber", "birch", "cedar", "dune", "elm", "fern"}

// inOrder fails unless the text holds the pieces one after the other.
func inOrder(t *testing.T, text string, pieces ...string) {
	t.Helper()
	at := 0
	for _, p := range pieces {
		i := strings.Index(text[at:], p)
		if i < 0 {
			t.Fatalf("%q is missing behind %q in:\n%s", p, text[:at], text)
		}
		at += i + len(p)
	}
}

func TestColumnsThatChangeDownThePage(t *testing.T) {
	page := column(60, 780, prose("whole", 8, 74)...)
	for i, x := range []float64{60, 310} {
		page = append(page, column(x, 640-5*float64(i), prose([]string{"left", "right"}[i], 9, 38)...)...)
	}
	page = append(page, column(60, 470, prose("below", 6, 74)...)...)
	for i, x := range []float64{60, 225, 390} {
		page = append(page, column(x, 360-3*float64(i), prose([]string{"first", "second", "third"}[i], 9, 25)...)...)
	}
	src := read(t, ingesttest.PDF(content(page)))
	inOrder(t, src.Text, "whole 00", "whole 07", "left 00", "left 08", "right 00", "right 08", "below 00", "below 05",
		"first 00", "first 08", "second 00", "second 08", "third 00", "third 08")
}

func TestATableOfShortCellsIsNoColumns(t *testing.T) {
	var page []words
	for i := range 14 {
		y := 740 - 14*float64(i)
		page = append(page, words{x: 60, y: y, size: 10, text: fmt.Sprintf("section %02d", i+1)},
			words{x: 200, y: y, size: 10, text: fmt.Sprintf("Act A%d", 300+i)}, words{x: 400, y: y, size: 10, text: fmt.Sprintf("%02d-05-2010", i+1)})
	}
	src := read(t, ingesttest.PDF(content(page)))
	inOrder(t, src.Text, "section 01 Act A300 01-05-2010", "section 02 Act A301 02-05-2010")
	if src.Blocks[0].Kind != document.TableRow || len(src.Blocks) != 14 {
		t.Errorf("%d blocks of kind %s", len(src.Blocks), src.Blocks[0].Kind)
	}
}

func TestPagesThatMustBeTurnedToBeRead(t *testing.T) {
	lines := prose("line", 3, 50)
	for name, turn := range map[string]string{"up": "0 1 -1 0 595 0", "over": "-1 0 0 -1 595 842", "down": "0 -1 1 0 0 842"} {
		src := read(t, ingesttest.PDF("q "+turn+" cm "+content(column(60, 500, lines...))+"Q"))
		if want := strings.Join(lines, " "); src.Text != want {
			t.Errorf("%s: %q, want %q", name, src.Text, want)
		}
	}
}

func TestLetterSpacedHeadings(t *testing.T) {
	page := "BT /F2 10 Tf 4 Tc 100 740 Td (Article 12) Tj ET BT /F2 10 Tf 0 Tc 100 700 Td (L A N T E R N S   A N D   O I L) Tj ET BT /F2 12 Tf 100 670 Td [(A) -180 (RT) -180 (I) -180 (C) -180 (L) -180 (E) -180 (S) -500 (7)] TJ ET BT /F1 10 Tf 100 640 Td (Z sold A ; B is not liable in 1 y a day.) Tj ET"
	wantLines(t, read(t, ingesttest.PDF(page)), "Article 12", "LANTERNS AND OIL", "ARTICLES 7", "Z sold A ; B is not liable in 1 y a day.")
}

func TestHeadingsBesideTheText(t *testing.T) {
	section := func(y float64, n int, heading []string, lines ...string) []words {
		page := column(80, y, heading...)
		return append(page, column(200, y, append([]string{fmt.Sprintf("%d. %s", n, lines[0])}, lines[1:]...)...)...)
	}
	a := []string{"Whoever lights a lantern in the old harbour of the", "town without the leave of the master is fined for", "every night in which the lantern burned there."}
	b := []string{"The master keeps a register of the lanterns and of", "those who tend them, and enters in it every night", "on which a lantern was lit."}
	acts := []string{"Lighting", "Painting", "Moving"}
	var pages []string
	for i := range 3 {
		page := section(740, 3*i+1, []string{acts[i] + " of", "lanterns"}, a...)
		page = append(page, section(698, 3*i+2, []string{"Register of", "lanterns and", "keepers"}, b...)...)
		if i < 2 {
			page = append(page, section(656, 3*i+3, []string{"Oil"}, a...)...)
		}
		pages = append(pages, content(page))
	}
	src := read(t, ingesttest.PDF(pages...))
	var want []string
	for i := range 3 {
		want = append(want, acts[i]+" of lanterns", fmt.Sprintf("%d. %s", 3*i+1, strings.Join(a, " ")), "Register of lanterns and keepers", fmt.Sprintf("%d. %s", 3*i+2, strings.Join(b, " ")))
		if i < 2 {
			want = append(want, "Oil", fmt.Sprintf("%d. %s", 3*i+3, strings.Join(a, " ")))
		}
	}
	wantLines(t, src, want...)
}

func TestDropCapitals(t *testing.T) {
	page := []words{{x: 100, y: 712, size: 40, text: "W"}}
	page = append(page, column(126, 740, "hoever lights a lantern in the harbour without the", "leave of the harbour master or of his deputy who", "stands in for him is fined for every night in which")...)
	page = append(page, column(100, 698, "the lantern burned.")...)
	wantLines(t, read(t, ingesttest.PDF(content(page))),
		"Whoever lights a lantern in the harbour without the leave of the harbour master or of his deputy who stands in for him is fined for every night in which the lantern burned.")
}

func TestWatermarksAreLeftOut(t *testing.T) {
	var pages []string
	for i := range 4 {
		page := column(60, 740, prose(names[i], 20, 74)...)
		pages = append(pages, content(append(page, words{x: 90, y: 600, size: 70, text: "DRAFT COPY"})))
	}
	src := read(t, ingesttest.PDF(pages...))
	if strings.Contains(src.Text, "DRAFT") {
		t.Errorf("the watermark is in the text: %q", src.Text)
	}
	if !slices.Equal(src.Left, []document.Left{{Kind: "watermark", Page: 1, Text: "DRAFT COPY", Times: 4}}) {
		t.Errorf("left out: %+v", src.Left)
	}
}

func TestRunningHeadsThatNameTheirSection(t *testing.T) {
	var pages []string
	for i := range 6 {
		page := column(60, 740, prose(names[i], 6+i, 74)...)
		pages = append(pages, content(append(page, words{x: 60, y: 800, size: 10, text: "Harbour Act of Valmora"}, words{x: 480, y: 800, size: 10, text: fmt.Sprintf("s. %d", 3+i*i)})))
	}
	src := read(t, ingesttest.PDF(pages...))
	if strings.Contains(src.Text, "Harbour Act") {
		t.Errorf("the running head is in the text: %q", src.Text)
	}
}

func TestHeadingsAtTheTopOfPagesAreNoRunningHeads(t *testing.T) {
	var pages []string
	for i := range 6 {
		pages = append(pages, content(append(column(60, 740, fmt.Sprintf("Article %d", i*i+1)), column(60, 720, prose(names[i], 6+i, 74)...)...)))
	}
	if src := read(t, ingesttest.PDF(pages...)); strings.Count(src.Text, "Article") != 6 {
		t.Errorf("headings are left out: %+v", src.Left)
	}
}

func TestHeadingsThatCountWithThePagesAreNoRunningHeads(t *testing.T) {
	var pages []string
	for i := range 14 {
		page := append(column(60, 720, prose(names[i%6], 6+i, 74)...), words{x: 280, y: 40, size: 10, text: fmt.Sprint(i + 1)})
		if i >= 6 && i < 9 {
			page = append(page, column(60, 740, fmt.Sprintf("Article %d", 249+i))...)
		}
		pages = append(pages, content(page))
	}
	if src := read(t, ingesttest.PDF(pages...)); strings.Count(src.Text, "Article") != 3 {
		t.Errorf("headings are left out: %+v", src.Left)
	}
}

func TestFootnotesAsLargeAsTheText(t *testing.T) {
	var pages []string
	for i := range 4 {
		page := column(60, 740, "Whoever lights the "+names[i]+" lantern in the harbour is fined by the old", "law of "+names[i]+" lights.", "Whoever blows the "+names[i]+" one out is not fined in any night of it.")
		page = append(page, words{x: 60 + 6*float64(len("law of "+names[i]+" lights.")), y: 730, size: 6, text: fmt.Sprint(i + 1)}, words{x: 60, y: 104, size: 6, text: fmt.Sprint(i + 1)})
		page = append(page, column(66, 100, fmt.Sprintf("As amended by the Candles Act of %d, which came into force on 1", 1990+i*i))...)
		pages = append(pages, content(append(page, column(60, 86, "May of the year after it.")...)))
	}
	src := read(t, ingesttest.PDF(pages...))
	inOrder(t, src.Text, "is fined by the old law of amber lights.1\n1 As amended by the Candles Act of 1990, which came into force on 1 May of the year after it.\nWhoever blows the",
		"law of dune lights.4\n4 As amended by the Candles Act of 1999, which came into force on 1 May of the year after it.\nWhoever blows the")
	if src.Blocks[1].Kind != document.Note {
		t.Errorf("the note is a %s", src.Blocks[1].Kind)
	}
}

// parallel is a file whose pages hold one text in English and in French side by side.
func parallel() []byte {
	english := []string{"Whoever lights a lantern in the harbour", "without the leave of the master or of", "the keeper who stands in for him shall", "be fined for every night in which it", "was seen to burn by those on the ships", "that lie in it, and if it has been put", "out by the wind, for half of the night."}
	french := []string{"Quiconque allume une lanterne dans le", "port sans y avoir l'accord du maître,", "ou du gardien qui le remplace, est puni", "d'une amende pour chaque nuit où elle", "a été vue par ceux qui sont à bord des", "navires, et si elle s'est éteinte sous", "le vent, pour la moitié de cette nuit."}
	var pages []string
	for i := range 9 {
		top := 740 - 9*float64(i)
		page := column(60, top, append([]string{fmt.Sprintf("Article %d", i+1)}, english...)...)
		for k, l := range append([]string{fmt.Sprintf("Article %d", i+1)}, french...) {
			l, _ = charmap.Windows1252.NewEncoder().String(l)
			page = append(page, words{x: 330, y: top - 14*float64(k), size: 10, text: l})
		}
		pages = append(pages, content(page))
	}
	return ingesttest.PDF(pages...)
}

func TestTheLanguageAskedForIsPicked(t *testing.T) {
	data := parallel()
	for _, c := range []struct {
		ask, read    string
		has, hasNone []string
		says         string
	}{
		{"en", "en", []string{"Whoever lights"}, []string{"Quiconque"}, "column 1, in en, was read"},
		{"fr", "fr", []string{"Quiconque allume"}, []string{"Whoever"}, "column 2, in fr, was read"},
		{"", "fr", []string{"Whoever lights", "Quiconque allume"}, nil, "(en, fr); the columns are read one after the other"},
		{"ru", "fr", []string{"Whoever lights", "Quiconque allume"}, nil, "none of them is in ru"},
	} {
		src, err := Read(t.Context(), data, Options{MaxPages: 100, Language: c.ask})
		if err != nil {
			t.Fatal(err)
		}
		inOrder(t, src.Text, c.has...)
		for _, s := range c.hasNone {
			if strings.Contains(src.Text, s) {
				t.Errorf("%s asked for: %q is in the text", c.ask, s)
			}
		}
		if src.Language != c.read || len(src.Warnings) != 1 || !strings.Contains(src.Warnings[0].String(), c.says) {
			t.Errorf("%s asked for: language %s, warnings %q", c.ask, src.Language, src.Warnings)
		}
		if c.hasNone != nil && (len(src.Left) != 1 || !strings.HasPrefix(src.Left[0].Kind, "column in another language")) {
			t.Errorf("%s asked for: left out %+v", c.ask, src.Left)
		}
	}
}

func TestLineNumbersAreLeftOut(t *testing.T) {
	for name, step := range map[string]int{"every line": 1, "every fifth line": 5} {
		var pages []string
		for i := range 3 {
			page := column(100, 740, prose(names[i], 22, 60)...)
			for k := step; k <= 22; k += step {
				page = append(page, words{x: 60, y: 740 - 14*float64(k-1), size: 10, text: fmt.Sprintf("%2d", k)})
			}
			pages = append(pages, content(page))
		}
		src := read(t, ingesttest.PDF(pages...))
		var want []string
		for i := range 3 {
			want = append(want, prose(names[i], 22, 60)...)
		}
		if got := strings.ReplaceAll(src.Text, "\n", " "); got != strings.Join(want, " ") {
			t.Errorf("%s: %q", name, got)
		}
		if len(src.Left) == 0 || src.Left[0].Kind != "line numbers" {
			t.Errorf("%s: left out %+v", name, src.Left)
		}
	}
}

func TestANumberedListIsNotCountedLines(t *testing.T) {
	var page []words
	for i := range 12 {
		page = append(page, words{x: 60, y: 740 - 14*float64(i), size: 10, text: fmt.Sprint(i + 1)}, words{x: 100, y: 740 - 14*float64(i), size: 10, text: "Of the lighting of lanterns " + strings.Repeat("at night ", i%3)})
	}
	src := read(t, ingesttest.PDF(content(page), content(column(60, 740, prose("amber", 20, 70)...)), content(column(60, 740, prose("birch", 20, 70)...))))
	inOrder(t, src.Text, "1 Of the lighting", "12 Of the lighting")
}

func TestAWordThatPagesEndWithIsNoRunningFoot(t *testing.T) {
	var pages []string
	for i := range 6 {
		lines := prose(names[i], 18, 60)
		if i == 1 || i == 3 || i == 4 {
			lines = append(lines, "shall be punished with imprisonment")
		}
		pages = append(pages, content(column(60, 740, lines...)))
	}
	if src := read(t, ingesttest.PDF(pages...)); strings.Count(src.Text, "shall be punished with imprisonment") != 3 {
		t.Errorf("left out: %+v", src.Left)
	}
}

func TestNamesOfLetters(t *testing.T) {
	for name, want := range map[string]string{"f_f_i": "ffi", "T_h": "Th", "uni0416": "Ж", "a.alt": "a", "sfthyphen": "-", "g_12": "known"} {
		known := "known"
		if name == "a.alt" {
			known = "a"
		}
		if got := glyphText(name, known); got != want {
			t.Errorf("%s is read as %q, want %q", name, got, want)
		}
	}
}

func TestTextGivenInPlaceOfGlyphs(t *testing.T) {
	page := "BT /F1 10 Tf 100 740 Td (Lan) Tj /Span <</ActualText <FEFF00740065>>> BDC (\x01\x02) Tj EMC (rn) Tj /Span <</ActualText (x)>> BDC (S) Tj EMC /Artifact BMC ( of) Tj EMC ( wax ) Tj " +
		"/Span <</Lang (th) /ActualText <FEFF0E010E34>>> BDC (ab) Tj EMC ET"
	wantLines(t, read(t, ingesttest.PDF(page)), "LanternS of wax กิ")
}
