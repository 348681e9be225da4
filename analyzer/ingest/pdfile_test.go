package ingest

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"lacuna/analyzer/document"
	"lacuna/analyzer/ingest/cache"
	"lacuna/analyzer/ingest/ingesttest"
	"lacuna/analyzer/ingest/pdf"
	"lacuna/analyzer/ingest/pdfium"
)

// lanternPages are the content streams of three pages of a law.
func lanternPages() []string {
	var pages []string
	for page := range 3 {
		var b strings.Builder
		for i := range 8 {
			n := page*8 + i + 1
			fmt.Fprintf(&b, "BT /F2 11 Tf 72 %d Td (Article %d. Of lanterns) Tj ET\n", 770-80*i, n)
			fmt.Fprintf(&b, "BT /F1 10 Tf 72 %d Td (Whoever lights lantern %d in the harbour at night, or lets) Tj 0 -14 Td (others light it, is fined %d candles.) Tj ET\n", 750-80*i, n, n*n)
		}
		pages = append(pages, b.String()+fmt.Sprintf("BT /F1 9 Tf 290 30 Td (%d) Tj ET\n", page+1))
	}
	return pages
}

func readPDFBytes(t *testing.T, data []byte) *document.Source {
	t.Helper()
	src, err := Read(context.Background(), "law.pdf", data, Limits{})
	if err != nil {
		t.Fatal(err)
	}
	return src
}

var (
	xrefEntry    = regexp.MustCompile(`(?m)^00000\d{5} 00000 n`)
	streamLength = regexp.MustCompile(`/Length \d+`)
)

func TestFilesForTheSecondReader(t *testing.T) {
	if testing.Short() {
		t.Skip("starting the second reader takes seconds")
	}
	plain := ingesttest.PDF(lanternPages()...)
	want := readPDFBytes(t, plain)
	for name, c := range map[string]struct {
		data []byte
		says string // by the health
	}{
		"plain":               {plain, ""},
		"PDF 2.0":             {ingesttest.PDFForm{Version: "2.0"}.Make(lanternPages()...), ""},
		"LZW":                 {ingesttest.PDFForm{LZWFrom: 1}.Make(lanternPages()...), "pages 1 to 3: read by the second PDF reader"},
		"one page of LZW":     {ingesttest.PDFForm{LZWFrom: 3}.Make(lanternPages()...), "page 3: read by the second PDF reader"},
		"AES-256, restricted": {ingesttest.PDFForm{Version: "2.0", AES256: true}.Make(lanternPages()...), "the file was read by the second PDF reader"},
		"AES-256 and LZW":     {ingesttest.PDFForm{Version: "2.0", AES256: true, LZWFrom: 2}.Make(lanternPages()...), "the file was read by the second PDF reader"},
		"cross references":    {xrefEntry.ReplaceAll(plain, []byte("0000000007 00000 n")), "second PDF reader"},
		"start of the table":  {bytes.Replace(plain, []byte("startxref\n"), []byte("startxref\n9"), 1), "second PDF reader"},
		"cut off":             {plain[:bytes.Index(plain, []byte("startxref"))], "second PDF reader"},
		"lengths too short":   {streamLength.ReplaceAll(plain, []byte("/Length 17")), "second PDF reader"},
		"lengths too long":    {streamLength.ReplaceAll(plain, []byte("/Length 99999")), "second PDF reader"},
	} {
		t.Run(name, func(t *testing.T) {
			src := readPDFBytes(t, c.data)
			if src.Text != want.Text || len(src.Blocks) != len(want.Blocks) {
				t.Errorf("text:\n%s\nwant:\n%s", src.Text, want.Text)
			}
			notes := strings.Join(src.Warnings.English(), "\n")
			if !strings.Contains(notes, c.says) || c.says == "" && notes != "" {
				t.Errorf("notes %q, want one that says %q", notes, c.says)
			}
			sameAsPdftotext(t, c.data, src.Text)
		})
	}
}

// sameAsPdftotext compares the words with those that pdftotext reads, where it is installed.
func sameAsPdftotext(t *testing.T, data []byte, text string) {
	program, err := exec.LookPath("pdftotext")
	if err != nil {
		t.Log("pdftotext is not installed: words not compared")
		return
	}
	cmd := exec.Command(program, "-", "-")
	cmd.Stdin = bytes.NewReader(data)
	out, err := cmd.Output()
	if err != nil {
		t.Fatal(err)
	}
	theirs := strings.Fields(regexp.MustCompile(`(?m)^\d+$`).ReplaceAllString(strings.ReplaceAll(string(out), "\f", ""), ""))
	if got := strings.Fields(text); strings.Join(got, " ") != strings.Join(theirs, " ") {
		t.Errorf("pdftotext reads %d words, we %d", len(theirs), len(got))
	}
}

func TestFilesForNoReader(t *testing.T) {
	if testing.Short() {
		t.Skip("starting the second reader takes seconds")
	}
	plain := ingesttest.PDF(lanternPages()...)
	for name, c := range map[string]struct {
		data []byte
		says string
	}{
		"password": {ingesttest.PDFForm{Version: "2.0", AES256: true, Password: "candle"}.Make(lanternPages()...), "protected by a password"},
		"no table": {plain[:bytes.Index(plain, []byte("xref"))], "cut off: its end mark is missing"},
		"damaged":  {[]byte("%PDF-1.7\n" + strings.Repeat("no object here\n", 50)), "cut off: its end mark is missing"},
	} {
		_, err := Read(context.Background(), "law.pdf", c.data, Limits{})
		if err == nil || !strings.Contains(err.Error(), "law.pdf: the PDF is "+c.says) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// bySecond reads a file by the second reader alone.
func bySecond(t *testing.T, data []byte, keep cache.Folder) *document.Source {
	t.Helper()
	second := func(ctx context.Context, _ []int) ([]pdf.Page, error) {
		f, err := pdfium.Open(ctx, data, keep)
		if err != nil {
			return nil, err
		}
		defer f.Close()
		var out []pdf.Page
		for i := range f.Count() {
			out = append(out, f.Letters(i+1))
		}
		return out, nil
	}
	src, err := pdf.Read(context.Background(), nil, pdf.Options{MaxPages: 100, Second: second})
	if err != nil {
		t.Fatal(err)
	}
	return src
}

func TestBothReadersSeeTurnedPagesAlike(t *testing.T) {
	if testing.Short() {
		t.Skip("starting the second reader takes seconds")
	}
	for turn, form := range map[int][2]string{
		0: {"1 0 0 1 0 0", "595 842"}, 90: {"0 1 -1 0 842 0", "842 595"},
		180: {"-1 0 0 -1 595 842", "595 842"}, 270: {"0 -1 1 0 0 595", "842 595"},
	} {
		var pages []string
		for _, p := range lanternPages() {
			pages = append(pages, "q "+form[0]+" cm\n"+p+"Q\n")
		}
		data := ingesttest.PDFForm{Page: fmt.Sprintf(" /Rotate %d /MediaBox [0 0 %s]", turn, form[1])}.Make(pages...)
		first, second := readPDFBytes(t, data), bySecond(t, data, "")
		if first.Text != second.Text || len(first.Warnings) > 0 || len(first.Blocks) != 48 {
			t.Errorf("turned by %d: first reader (%v)\n%s\nsecond\n%s", turn, first.Warnings, first.Text, second.Text)
		}
		for i, b := range first.Blocks {
			if o := second.Blocks[i]; b.Bold != o.Bold || b.Size != o.Size || b.Indent != o.Indent || b.Page != o.Page {
				t.Fatalf("turned by %d: block %+v, by the second reader %+v", turn, b, o)
			}
		}
	}
}

func TestTheSecondReaderReadsRealCodesAsTheFirst(t *testing.T) {
	dir := corpora(t)
	data, err := os.ReadFile(filepath.Join(dir, "mys-sexual-offences-children", "MYS_Act792_Sexual_Offences_Against_Children_EN.pdf"))
	if err != nil {
		t.Skip("this code is not in " + dir)
	}
	if testing.Short() {
		t.Skip("starting the second reader takes seconds")
	}
	if first, second := readPDFBytes(t, data), bySecond(t, data, ""); first.Text != second.Text {
		t.Errorf("the readers differ: %d and %d words", len(strings.Fields(first.Text)), len(strings.Fields(second.Text)))
	}
}

// Forms that draw each other endlessly end by the work they cost, long before the deadline.
func TestFormsInsideFormsEnd(t *testing.T) {
	for _, h := range ingesttest.HostileFiles() {
		if h.Name != "forms.pdf" {
			continue
		}
		if _, err := Read(context.Background(), h.Name, h.Data, Limits{}); err == nil || strings.Contains(err.Error(), "longer than") {
			t.Errorf("forms inside forms: %v", err)
		}
		return
	}
	t.Fatal("there is no forms.pdf among the hostile files")
}
