package ingesttest

import (
	"bytes"
	"fmt"
	"strings"
)

// pdfTricks are PDF files whose objects lie, nest, unpack without end or refer
// to themselves.
func pdfTricks() []HostileFile {
	words := "BT /F1 10 Tf 50 700 Td (Article 1. Whoever sells a child shall be punished.) Tj ET\n"
	whole := PDF(words, words)
	change := func(from, to string) []byte { return bytes.Replace(whole, []byte(from), []byte(to), 1) }
	stream := func(dict string, data []byte) string { return fmt.Sprintf("<<%s>>\nstream\n%s\nendstream", dict, data) }
	blanks := bytes.Repeat([]byte(" "), 64<<20)
	once, thrice := packed(blanks, 1), packed(blanks, 3)
	pages := strings.Repeat("\x00", 100_000)
	return []HostileFile{
		{"length-zero.pdf", change("/Length 83", "/Length 0"), Either}, {"length-huge.pdf", change("/Length 83", "/Length 99999999999"), Either},
		{"length-negative.pdf", change("/Length 83", "/Length -1"), Either}, {"length-elsewhere.pdf", change("/Length 83", "/Length 99 0 R"), Either},
		{"length-itself.pdf", change("/Length 83", "/Length 6 0 R"), Either}, {"count-huge.pdf", change("/Count 2", "/Count 2000000000"), Either},
		{"count-negative.pdf", change("/Count 2", "/Count -7"), Either}, {"count-zero.pdf", change("/Count 2", "/Count 0"), Either},
		{"kids-cycle.pdf", change("/Kids [5 0 R 7 0 R]", "/Kids [2 0 R 5 0 R]"), Either}, {"kids-root.pdf", change("/Kids [5 0 R 7 0 R]", "/Kids [1 0 R 1 0 R]"), Either},
		{"kids-missing.pdf", change("/Kids [5 0 R 7 0 R]", "/Kids [5 0 R 99 0 R]"), Either}, {"kids-many.pdf", change("/Kids [5 0 R 7 0 R]", "/Kids ["+strings.Repeat("5 0 R ", 50_000)+"]"), Either},
		{"xref-far.pdf", change("startxref\n", "startxref\n9"), Either}, {"xref-negative.pdf", change("startxref\n", "startxref\n-"), Either},
		{"xref-cycle.pdf", change("/Root 1 0 R", fmt.Sprintf("/Root 1 0 R /Prev %d", bytes.Index(whole, []byte("xref\n0")))), Either},
		{"xref-size.pdf", change("/Size 9", "/Size 2147483647"), Either}, {"root-missing.pdf", change("/Root 1 0 R", "/Root 77 0 R"), Either},
		{"root-itself.pdf", change("/Pages 2 0 R", "/Pages 1 0 R"), Either}, {"header.pdf", []byte("%PDF-1.7\n"), Refused}, {"end.pdf", []byte("%PDF-1.7\n%%EOF\n"), Refused},
		{"arrays.pdf", change("/MediaBox [0 0 595 842]", "/MediaBox "+strings.Repeat("[", 200_000)), Either}, {"dicts.pdf", change("/MediaBox [0 0 595 842]", "/X "+strings.Repeat("<</A ", 200_000)), Either},
		{"box.pdf", change("/MediaBox [0 0 595 842]", "/MediaBox [-1e38 0 1e38 1e300]"), Either}, {"no-box.pdf", change("/MediaBox [0 0 595 842]", ""), Either},
		{"flate-bomb.pdf", objects(stream(fmt.Sprintf("/Length %d /Filter /FlateDecode", len(once)), once)), Refused},
		{"flate-thrice.pdf", objects(stream(fmt.Sprintf("/Length %d /Filter [/FlateDecode /FlateDecode /FlateDecode]", len(thrice)), thrice)), Refused},
		{"flate-cut.pdf", objects(stream("/Length 50 /Filter /FlateDecode", packed([]byte(words), 1)[:30])), Refused},
		{"filter-unknown.pdf", objects(stream("/Length 4 /Filter /Nonsense", []byte("abcd"))), Refused}, {"filters.pdf", objects(stream("/Length 4 /Filter ["+strings.Repeat("/ASCIIHexDecode ", 10_000)+"]", []byte("41>>"))), Refused},
		{"predictor.pdf", objects(stream("/Length 9 /Filter /FlateDecode /DecodeParms <</Predictor 15 /Columns 2147483647 /Colors 2147483647>>", packed([]byte("x"), 1))), Refused},
		{"form-itself.pdf", objects(stream("/Length 6", []byte("/X Do\n")), "<</Type /XObject /Subtype /Form /Resources <</XObject <</X 7 0 R>>>> /Length 6>>\nstream\n/X Do\n\nendstream"), Either},
		{"forms.pdf", objects(stream("/Length 60", []byte(strings.Repeat("/X Do ", 10))), "<</Type /XObject /Subtype /Form /Resources <</XObject <</X 7 0 R>>>> /Length 60>>\nstream\n"+strings.Repeat("/X Do ", 10)+"\nendstream"), Either},
		{"states.pdf", objects(stream("/Length 400000", bytes.Repeat([]byte("q "), 200_000))), Refused}, {"operands.pdf", objects(stream("/Length 400000", bytes.Repeat([]byte("1 "), 200_000))), Refused},
		{"strings.pdf", objects(stream("/Length 200000", bytes.Repeat([]byte("("), 200_000))), Refused}, {"font-size.pdf", objects(stream("/Length 80", []byte("BT /F1 1e300 Tf 1e300 -1e300 Td (Article 1) Tj ET"))), Either},
		{"empty-pages.pdf", PDF(strings.Split(pages, "\x00")...), Refused}, {"password.pdf", PDFForm{AES256: true, Password: "secret", Version: "2.0"}.Make(words), Refused},
		{"javascript.pdf", PDFForm{Root: " /OpenAction <</S /JavaScript /JS (app.alert(1))>>"}.Make(words), Read}, {"launch.pdf", PDFForm{Root: " /OpenAction <</S /Launch /F (calc.exe)>>"}.Make(words), Read},
	}
}

// objects is a PDF of one page with this content stream; more objects follow,
// the first of which the page calls X.
func objects(content string, more ...string) []byte {
	all := append([]string{
		"<</Type /Catalog /Pages 2 0 R>>",
		"<</Type /Pages /Count 1 /Kids [3 0 R] /MediaBox [0 0 595 842]>>",
		"<</Type /Page /Parent 2 0 R /Contents 4 0 R /Resources <</Font <</F1 5 0 R>> /XObject <</X 7 0 R>>>>>>",
		content,
		"<</Type /Font /Subtype /Type1 /BaseFont /Courier /Encoding /WinAnsiEncoding>>",
		"null",
	}, more...)
	var out bytes.Buffer
	out.WriteString("%PDF-1.4\n")
	var offsets []int
	for i, text := range all {
		offsets = append(offsets, out.Len())
		fmt.Fprintf(&out, "%d 0 obj\n%s\nendobj\n", i+1, text)
	}
	start := out.Len()
	fmt.Fprintf(&out, "xref\n0 %d\n0000000000 65535 f \n", len(all)+1)
	for _, o := range offsets {
		fmt.Fprintf(&out, "%010d 00000 n \n", o)
	}
	fmt.Fprintf(&out, "trailer\n<</Size %d /Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n", len(all)+1, start)
	return out.Bytes()
}
