package ingesttest

import (
	"bytes"
	"fmt"
	"strings"
)

// PDF makes a file whose pages have these content streams, with the fonts F1
// (Courier) and F2 (Courier bold).
func PDF(pages ...string) []byte { return PDFForm{}.Make(pages...) }

// PDFForm says in which form a PDF is written. The zero form is plain.
type PDFForm struct {
	Version string // default 1.4
	LZWFrom int    // the pages from this number on are packed with LZW; 0 packs none
	AES256  bool   // the file is encrypted as PDF 2.0 does it
	// Password opens an encrypted file; empty restricts what may be done with
	// it, and anyone may read it.
	Password string
	Root     string // more of the catalogue
	Page     string // more of each page
}

// Make writes a file whose pages have these content streams. It panics where
// encryption fails, which it does not.
func (f PDFForm) Make(pages ...string) []byte {
	var out bytes.Buffer
	var offsets []int
	object := func(text string) {
		offsets = append(offsets, out.Len())
		fmt.Fprintf(&out, "%d 0 obj\n%s\nendobj\n", len(offsets), text)
	}
	if f.Version == "" {
		f.Version = "1.4"
	}
	fmt.Fprintf(&out, "%%PDF-%s\n", f.Version)
	var kids []string
	for i := range pages {
		kids = append(kids, fmt.Sprintf("%d 0 R", 5+2*i))
	}
	object("<</Type /Catalog /Pages 2 0 R" + f.Root + ">>")
	object(fmt.Sprintf("<</Type /Pages /Count %d /Kids [%s] /MediaBox [0 0 595 842] /Resources <</Font <</F1 3 0 R /F2 4 0 R>>>>>>", len(pages), strings.Join(kids, " ")))
	for _, font := range []string{"Courier", "Courier-Bold"} {
		object("<</Type /Font /Subtype /Type1 /BaseFont /" + font + " /Encoding /WinAnsiEncoding>>")
	}
	for i, p := range pages {
		object(fmt.Sprintf("<</Type /Page /Parent 2 0 R /Contents %d 0 R%s>>", 6+2*i, f.Page))
		object(f.stream(p, f.LZWFrom > 0 && i+1 >= f.LZWFrom))
	}
	trailer := "/Root 1 0 R"
	if f.AES256 {
		object(encryption(f.Password))
		trailer += fmt.Sprintf(" /Encrypt %d 0 R /ID [<00> <00>]", len(offsets))
	}
	start := out.Len()
	fmt.Fprintf(&out, "xref\n0 %d\n0000000000 65535 f \n", len(offsets)+1)
	for _, o := range offsets {
		fmt.Fprintf(&out, "%010d 00000 n \n", o)
	}
	fmt.Fprintf(&out, "trailer\n<</Size %d %s>>\nstartxref\n%d\n%%%%EOF\n", len(offsets)+1, trailer, start)
	return out.Bytes()
}

func (f PDFForm) stream(content string, packed bool) string {
	data, filter := []byte(content), ""
	if packed {
		data, filter = lzw(data), " /Filter /LZWDecode"
	}
	if f.AES256 {
		data = encrypted(data)
	}
	return fmt.Sprintf("<</Length %d%s>>\nstream\n%s\nendstream", len(data), filter, data)
}

// lzw packs data as LZW of PDF, in codes of nine bits: it starts anew before
// longer ones are due.
func lzw(data []byte) []byte {
	const clear, end, most = 256, 257, 250
	var codes []int
	for i, c := range data {
		if i%most == 0 {
			codes = append(codes, clear)
		}
		codes = append(codes, int(c))
	}
	codes = append(codes, end)
	out := make([]byte, (len(codes)*9+7)/8)
	for i, c := range codes {
		for bit := range 9 {
			if c>>(8-bit)&1 == 1 {
				at := i*9 + bit
				out[at/8] |= 0x80 >> (at % 8)
			}
		}
	}
	return out
}
