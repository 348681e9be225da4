package pdf

import (
	"context"
	"errors"
	"reflect"
	"strings"
	"testing"

	"lacuna/analyzer/ingest/ingesttest"
)

// spelled sets a text as another reader would find it, in letters of 10 points.
func spelled(x, y float32, text string) []Glyph {
	var out []Glyph
	for i, r := range text {
		out = append(out, Glyph{X: x + 6*float32(i), Y: y, W: 6, Size: 10, Text: string(r)})
	}
	return out
}

func TestTheSecondReaderIsAskedOnlyForPagesThatHideText(t *testing.T) {
	text := content(column(100, 740, "Whoever lights a lantern is fined."))
	for name, c := range map[string]struct {
		page string
		ask  bool
	}{
		"text":            {text, false},
		"empty":           {"", false},
		"white space":     {"q BT /F1 10 Tf 100 700 Td ( ) Tj ET Q", false},
		"a clipping path": {"q 0 0 100 100 re W n Q", false},
		"a picture":       {"q 500 0 0 700 0 0 cm /Im1 Do Q", true},
		"a drawing":       {"10 10 m 20 20 l 30 10 l f", true},
		"a font missing":  {"BT /F9 10 Tf 100 700 Td (Lantern) Tj ET", true},
	} {
		var asked []int
		second := func(_ context.Context, numbers []int) ([]Page, error) {
			asked = numbers
			return make([]Page, len(numbers)), nil
		}
		if _, err := Read(context.Background(), ingesttest.PDF(text, c.page, text), Options{MaxPages: 9, Second: second}); err != nil {
			t.Errorf("%s: %v", name, err)
		}
		if got := reflect.DeepEqual(asked, []int{2}); got != c.ask || !c.ask && asked != nil {
			t.Errorf("%s: asked for pages %v", name, asked)
		}
	}
}

func TestPagesOfTwoReadersMakeOneText(t *testing.T) {
	one := content(column(100, 740, "Whoever lights a lantern without the leave of the master and", "does so more than once in the same night of the same month"))
	second := func(_ context.Context, numbers []int) ([]Page, error) {
		letters := append(spelled(100, 740, "is fined twice the price of the oil that the lantern burned"), spelled(100, 726, "in that night.")...)
		return []Page{{Glyphs: letters, Width: 595, Height: 842}}, nil
	}
	src, err := Read(context.Background(), ingesttest.PDF(one, "/Im1 Do"), Options{MaxPages: 9, Second: second})
	if err != nil {
		t.Fatal(err)
	}
	if len(src.Blocks) != 1 || src.Page(strings.Index(src.Text, "is fined")) != 2 || len(src.EmptyPages) != 0 {
		t.Errorf("%d blocks, empty pages %v: %q", len(src.Blocks), src.EmptyPages, src.Text)
	}
	if want := "page 2: read by the second PDF reader (pdfium)"; len(src.Warnings) != 1 || src.Warnings[0].String() != want {
		t.Errorf("notes %q, want %q", src.Warnings, want)
	}
}

func TestASecondReaderThatFailsIsNamed(t *testing.T) {
	fails := func(context.Context, []int) ([]Page, error) { return nil, errors.New("no memory is left") }
	text := content(column(100, 740, "Whoever lights a lantern is fined."))
	src, err := Read(context.Background(), ingesttest.PDF(text, "/Im1 Do", "/Im1 Do"), Options{MaxPages: 9, Second: fails})
	if err != nil {
		t.Fatal(err)
	}
	if len(src.Warnings) != 1 || !strings.HasPrefix(src.Warnings[0].String(), "pages 2 to 3: ") || !strings.Contains(src.Warnings[0].String(), "no memory is left") {
		t.Errorf("notes %q", src.Warnings)
	}
	locked := func(context.Context, []int) ([]Page, error) { return nil, ErrPassword }
	if _, err := Read(context.Background(), []byte("%PDF-2.0"), Options{MaxPages: 9, Second: locked}); !errors.Is(err, ErrPassword) {
		t.Errorf("a locked file: %v", err)
	}
}

func TestListsOfPages(t *testing.T) {
	for want, numbers := range map[string][]int{"7": {7}, "3-5": {3, 4, 5}, "1, 3-4, 9": {1, 3, 4, 9}} {
		if got := listPages(numbers); got != want {
			t.Errorf("%v: %q, want %q", numbers, got, want)
		}
	}
}

// TestAFontThatNumbersItsLettersAsTheyCome is no text: its codes stand where
// no alphabet has letters, and nothing says what they mean.
func TestAFontThatNumbersItsLettersAsTheyCome(t *testing.T) {
	form := ingesttest.PDFForm{Page: " /Resources <</Font <</F1 <</Type /Font /Subtype /TrueType /BaseFont /AAAAAA+Own /FirstChar 0 /LastChar 4 /Widths [0 600 600 600 600] /FontDescriptor <</Type /FontDescriptor>>>>>>>>"}
	file := form.Make(`BT /F1 10 Tf 100 700 Td (\001\002\003\002\001\004!) Tj ET`)
	second := func(context.Context, []int) ([]Page, error) {
		return []Page{{Glyphs: spelled(100, 740, "Nets are free."), Width: 595, Height: 842}}, nil
	}
	src, err := Read(context.Background(), file, Options{MaxPages: 9, Second: second})
	if err != nil {
		t.Fatal(err)
	}
	if src.Text != "Nets are free." {
		t.Errorf("read as %q", src.Text)
	}
}
