package pdf

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"testing"

	"lacuna/analyzer/document"
	"lacuna/analyzer/ingest/ingesttest"
)

func read(t *testing.T, data []byte) *document.Source {
	t.Helper()
	src, err := Read(context.Background(), data, Options{MaxPages: 1000})
	if err != nil {
		t.Fatal(err)
	}
	end := 0
	for i, b := range src.Blocks {
		if i > 0 && b.Start != end+1 {
			t.Errorf("block %d begins at %d, the one before ends at %d", i, b.Start, end)
		}
		end = b.End
	}
	if end != len(src.Text) {
		t.Errorf("blocks end at %d, the text at %d", end, len(src.Text))
	}
	return src
}

func wantLines(t *testing.T, src *document.Source, want ...string) {
	t.Helper()
	if got := strings.Split(src.Text, "\n"); strings.Join(got, "\n") != strings.Join(want, "\n") {
		t.Errorf("lines:\n%s\nwant:\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}

func TestLinesBecomeParagraphsAndPoints(t *testing.T) {
	src := read(t, ingesttest.PDF(content(append([]words{{x: 100, y: 760, size: 10, text: "Article 3. Keeping of lanterns", bold: true}}, column(100, 740,
		"Whoever keeps a lantern in the harbour at night without the",
		"leave of the harbour master and lights it is fined, if",
		"   (a) the lantern is larger than the measure that the har-",
		"       bour master has set for that night; or",
		"   (b) the lantern is green.",
		"The same holds for candles which stand in the open, and for",
		"torches.",
	)...))))
	wantLines(t, src,
		"Article 3. Keeping of lanterns",
		"Whoever keeps a lantern in the harbour at night without the leave of the harbour master and lights it is fined, if",
		"(a) the lantern is larger than the measure that the harbour master has set for that night; or",
		"(b) the lantern is green.",
		"The same holds for candles which stand in the open, and for torches.",
	)
	if !src.Blocks[0].Bold || src.Blocks[1].Bold || src.Blocks[2].Kind != document.ListItem || src.Blocks[2].Indent != 18 || src.Blocks[1].Size != 10 {
		t.Errorf("blocks %+v", src.Blocks)
	}
}

func TestClosingWordsAfterPointsStandAlone(t *testing.T) {
	src := read(t, ingesttest.PDF(content(column(100, 740,
		"  (1) Whoever lights lanterns in the harbour at night time:",
		"      (a) in a storm such as the harbour has seen; or",
		"      (b) without any leave of the old harbour master,",
		"          is punished with a fine that is set by the harbour",
		"      master in the morning.",
		"      (c) The fine is paid at once.",
	))))
	if want := "is punished with a fine that is set by the harbour master in the morning."; len(src.Blocks) != 5 || src.Quote(src.Blocks[3].Span) != want {
		t.Errorf("blocks: %q", src.Text)
	}
}

func TestSuccessionOfMarks(t *testing.T) {
	for _, c := range []struct {
		a, b string
		want bool
	}{
		{"(a)", "(b)", true}, {"1.", "2.", true}, {"62.", "62A.", true}, {"62A.", "62B.", true}, {"62B.", "63.", true},
		{"(i)", "(ii)", true}, {"(h)", "(i)", true}, {"(a)", "(c)", false}, {"(1)", "2.", false}, {"62B.", "62A.", false}, {"", "1.", false},
	} {
		if got := succeeds(c.a, c.b); got != c.want {
			t.Errorf("%s after %s: %v", c.b, c.a, got)
		}
	}
}

func TestANumberAtTheStartOfALineIsNoPoint(t *testing.T) {
	src := read(t, ingesttest.PDF(content(column(100, 740,
		"The harbour master may order whatever is named in paragraph",
		"(2) of this article where the lantern was lit before dawn on",
		"1. of March or later in that year.",
	))))
	if len(src.Blocks) != 1 {
		t.Errorf("%d blocks, want one: %q", len(src.Blocks), src.Text)
	}
}

// lanterns returns n pages with a running head on alternate sides and a page number.
func lanterns(n int) []byte {
	var pages []string
	for i := 1; i <= n; i++ {
		x := 100.0
		if i%2 == 0 {
			x = 300
		}
		page := []words{{x: x, y: 800, size: 8, text: "Harbour Act"}, {x: 280, y: 40, size: 10, text: fmt.Sprint(i + 4)}}
		pages = append(pages, content(append(page, column(100, 740,
			fmt.Sprintf("%d. The keeper of the %s lantern has to look after it every", i*i, strings.Repeat("very ", i%3)+"old"),
			"single night of the year"+strings.Repeat(" and day", i%4)+".",
		)...)))
	}
	return ingesttest.PDF(pages...)
}

func TestRunningHeadsAndPageNumbersAreLeftOut(t *testing.T) {
	src := read(t, lanterns(6))
	if len(src.Blocks) != 6 || strings.Contains(src.Text, "Harbour Act") {
		t.Fatalf("want six blocks without running head, got: %q", src.Text)
	}
	kinds := map[string]int{}
	for _, l := range src.Left {
		kinds[l.Kind] += l.Times
	}
	if kinds["running head"] != 6 || kinds["page number"] != 6 {
		t.Errorf("left out: %v", kinds)
	}
	if len(src.Pages) != 6 || src.Page(src.Blocks[3].Start) != 4 {
		t.Errorf("pages begin at %v", src.Pages)
	}
}

func TestAParagraphFlowsOverThePage(t *testing.T) {
	one := content(column(100, 740, "Whoever lights a lantern without the leave of the master and", "does so more than once in the same night of the same month"))
	two := content(column(100, 740, "is fined twice the price of the oil that the lantern burned", "in that night."))
	src := read(t, ingesttest.PDF(one, two))
	if len(src.Blocks) != 1 {
		t.Fatalf("%d blocks: %q", len(src.Blocks), src.Text)
	}
	if at := strings.Index(src.Text, "is fined"); src.Pages[1] != at {
		t.Errorf("page 2 begins at %d, want %d", src.Pages[1], at)
	}
}

func TestFootnotesFollowTheirParagraph(t *testing.T) {
	page := column(100, 740,
		"Whoever lights a lantern in the harbour is fined by the law",
		"of lanterns.", "",
		"Whoever blows it out is not, unless the harbour master says",
		"so.")
	page = append(page,
		words{x: 172, y: 730, size: 6, text: "7"},
		words{x: 100, y: 100, size: 7, text: "7. As amended by the law of candles, which came into force"},
		words{x: 100, y: 91, size: 7, text: "in the spring."})
	src := read(t, ingesttest.PDF(content(page)))
	wantLines(t, src,
		"Whoever lights a lantern in the harbour is fined by the law of lanterns.7",
		"7. As amended by the law of candles, which came into force in the spring.",
		"Whoever blows it out is not, unless the harbour master says so.")
	if src.Blocks[1].Kind != document.Note || len(src.Blocks[0].Raised) != 1 || src.Quote(src.Blocks[0].Raised[0]) != "7" {
		t.Errorf("blocks %+v", src.Blocks)
	}
}

func TestColumnsAreReadOneAfterTheOther(t *testing.T) {
	var left, right []string
	for i := range 12 {
		left = append(left, fmt.Sprintf("left side line %02d goes on here and", i))
		right = append(right, fmt.Sprintf("right side line %02d goes on here an", i))
	}
	src := read(t, ingesttest.PDF(content(append(column(60, 740, left...), column(320, 740, right...)...))))
	if l, r := strings.LastIndex(src.Text, "left side"), strings.Index(src.Text, "right side"); l > r {
		t.Errorf("the columns are mixed: %q", src.Text)
	}
}

func TestNotesInTheMarginStandBeforeTheirSection(t *testing.T) {
	page := column(160, 740,
		"1. Whoever lights a lantern in the harbour without the leave",
		"of the harbour master or his deputy is fined for every night",
		"in which the lantern burned.", "",
		"2. Whoever blows it out is not fined, unless the harbour had",
		"no other light in that night and a ship came to grief for it",
		"on the rocks before the harbour, or on the sands behind the",
		"harbour.")
	for i, l := range []string{"Lighting of", "lanterns."} {
		page = append(page, words{x: 90, y: 740 - 9*float64(i), size: 7, text: l})
	}
	for i, l := range []string{"Blowing", "out of", "lanterns."} {
		page = append(page, words{x: 90, y: 684 - 9*float64(i), size: 7, text: l})
	}
	wantLines(t, read(t, ingesttest.PDF(content(page))),
		"Lighting of lanterns.",
		"1. Whoever lights a lantern in the harbour without the leave of the harbour master or his deputy is fined for every night in which the lantern burned.",
		"Blowing out of lanterns.",
		"2. Whoever blows it out is not fined, unless the harbour had no other light in that night and a ship came to grief for it on the rocks before the harbour, or on the sands behind the harbour.")
}

func TestContentsPages(t *testing.T) {
	var page []words
	for i := range 6 {
		y := 700 - 14*float64(i)
		page = append(page, words{x: 100, y: y, size: 10, text: fmt.Sprintf("%d. Of the keeping of lanterns", i+1)}, words{x: 440, y: y, size: 10, text: fmt.Sprint(10 + i)})
	}
	page = append(page, words{x: 100, y: 600, size: 10, text: "Schedule: Forms . . . . . . . . . . . . . . . . . . 31"})
	src := read(t, ingesttest.PDF(content(page)))
	if len(src.Blocks) != 7 || src.Quote(src.Blocks[6].Span) != "Schedule: Forms ... 31" {
		t.Errorf("blocks: %q", src.Text)
	}
	for _, b := range src.Blocks {
		if b.Kind != document.Contents {
			t.Errorf("%q is %s", src.Quote(b.Span), b.Kind)
		}
	}
}

func TestTextOfFormsAndDoublePrinting(t *testing.T) {
	page := "BT /F1 10 Tf 100 700 Td (Lantern) Tj ET BT /F1 10 Tf 100.3 700 Td (Lantern) Tj ET\n" +
		"BT /F1 10 Tf 0 1 -1 0 20 300 Tm (turned) Tj ET\n" +
		"q 2 0 0 2 50 50 cm BT /F1 5 Tf 25 300 Td [(Can) -100 (dle) -1200 (light)] TJ ET Q"
	src := read(t, ingesttest.PDF(page))
	wantLines(t, src, "Lantern", "Candle light")
	if len(src.Left) != 1 || src.Left[0].Kind != "rotated text" || src.Left[0].Text != "turned" {
		t.Errorf("left out: %+v", src.Left)
	}
}

func TestBytesAfterTheEndAreIgnored(t *testing.T) {
	read(t, append(lanterns(2), []byte("\x00\x00<html>garbage")...))
}

func TestBadFiles(t *testing.T) {
	good := lanterns(3)
	locked := strings.Replace(string(good), "/Root 1 0 R>>", "/Root 1 0 R /ID [(0123456789abcdef) (0123456789abcdef)] /Encrypt <</Filter /Standard /V 1 /R 2 /P -4 /O ("+
		strings.Repeat("o", 32)+") /U ("+strings.Repeat("u", 32)+")>>>>", 1)
	loop := strings.Replace(string(good), "/Kids [5 0 R", "/Kids [2 0 R", 1)
	for name, c := range map[string]struct {
		data string
		is   error
		says string
	}{
		"no text":     {data: string(ingesttest.PDF("0 0 m 10 10 l S", "")), is: ErrScan, says: "scan"},
		"password":    {data: locked, is: ErrPassword, says: "password"},
		"truncated":   {data: string(good[:len(good)/2]), says: "cut off"},
		"damaged":     {data: strings.ReplaceAll(string(good), "startxref", "startxxxx"), says: "damaged"},
		"looped tree": {data: loop, says: "too deep"},
		"no pdf":      {data: "hello", says: "does not begin"},
	} {
		_, err := Read(context.Background(), []byte(c.data), Options{MaxPages: 1000})
		if err == nil || !strings.Contains(err.Error(), c.says) || c.is != nil && !errors.Is(err, c.is) {
			t.Errorf("%s: error %v, want one that says %q", name, err, c.says)
		}
	}
}

func TestLimits(t *testing.T) {
	if _, err := Read(context.Background(), lanterns(5), Options{MaxPages: 3}); err == nil || !strings.Contains(err.Error(), "more than 3 pages") {
		t.Errorf("page limit: %v", err)
	}
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := Read(ctx, lanterns(5), Options{MaxPages: 100}); !errors.Is(err, context.Canceled) {
		t.Errorf("cancelled: %v", err)
	}
}

func TestNoPrefixOrFlippedByteBringsItDown(t *testing.T) {
	good := lanterns(2)
	for i := 0; i < len(good); i += 7 {
		bad := append([]byte(nil), good...)
		bad[i] ^= 0x15
		Read(context.Background(), bad, Options{MaxPages: 50})
		Read(context.Background(), good[:i], Options{MaxPages: 50})
	}
}

func TestCharacterMaps(t *testing.T) {
	s := &scanner{data: []byte("/F1 12 Tf [(a\\)b) -250.5 <41 4>] TJ % note\n(x\\101\\\n) Tj BI /W 1 ID \x01Tj( EI Q")}
	if op := s.next(); op != "Tf" || string(s.stack[0].str) != "F1" || s.stack[1].num != 12 {
		t.Errorf("Tf read as %q %+v", op, s.stack)
	}
	if op := s.next(); op != "TJ" || len(s.array) != 3 || string(s.array[0].str) != "a)b" || s.array[1].num != -250.5 || string(s.array[2].str) != "A@" {
		t.Errorf("TJ read as %q %+v", op, s.array)
	}
	if op := s.next(); op != "Tj" || string(s.stack[0].str) != "xA" {
		t.Errorf("Tj read as %q %q", op, s.stack[0].str)
	}
	for op := s.next(); op != "Q"; op = s.next() {
		if op != "BI" {
			t.Fatalf("operator %q out of an inline picture", op)
		}
	}
	codes := map[string]string{}
	addRange(codes, "\x00\x10", "\x00\x12", operand{kind: 's', str: []byte("\x00\xff")}, nil)
	if codes["\x00\x11"] != "Ā" {
		t.Errorf("range %q", codes)
	}
}

func BenchmarkPDF(b *testing.B) {
	data := lanterns(40)
	b.SetBytes(int64(len(data)))
	for b.Loop() {
		if _, err := Read(context.Background(), data, Options{MaxPages: 1000}); err != nil {
			b.Fatal(err)
		}
	}
}
