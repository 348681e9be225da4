package ingesttest

import (
	"bytes"
	"compress/zlib"
	"fmt"
	"image"
	"strings"
)

// Scan makes a PDF whose pages are pictures of A4 paper and nothing else.
func Scan(pages ...*image.Gray) []byte {
	var out bytes.Buffer
	var offsets []int
	object := func(format string, args ...any) {
		offsets = append(offsets, out.Len())
		fmt.Fprintf(&out, "%d 0 obj\n"+format+"\nendobj\n", append([]any{len(offsets)}, args...)...)
	}
	out.WriteString("%PDF-1.4\n")
	var kids []string
	for i := range pages {
		kids = append(kids, fmt.Sprintf("%d 0 R", 3+3*i))
	}
	object("<</Type /Catalog /Pages 2 0 R>>")
	object("<</Type /Pages /Count %d /Kids [%s] /MediaBox [0 0 595 842]>>", len(pages), strings.Join(kids, " "))
	const content = "595 0 0 842 0 0 cm /Im Do"
	for i, p := range pages {
		var packed bytes.Buffer
		z := zlib.NewWriter(&packed)
		for y := range p.Rect.Dy() {
			_, _ = z.Write(p.Pix[y*p.Stride : y*p.Stride+p.Rect.Dx()]) // to memory
		}
		_ = z.Close()
		object("<</Type /Page /Parent 2 0 R /Contents %d 0 R /Resources <</XObject <</Im %d 0 R>>>>>>", 4+3*i, 5+3*i)
		object("<</Length %d>>\nstream\n%s\nendstream", len(content), content)
		object("<</Subtype /Image /Width %d /Height %d /ColorSpace /DeviceGray /BitsPerComponent 8 /Filter /FlateDecode /Length %d>>\nstream\n%s\nendstream",
			p.Rect.Dx(), p.Rect.Dy(), packed.Len(), packed.Bytes())
	}
	start := out.Len()
	fmt.Fprintf(&out, "xref\n0 %d\n0000000000 65535 f \n", len(offsets)+1)
	for _, o := range offsets {
		fmt.Fprintf(&out, "%010d 00000 n \n", o)
	}
	fmt.Fprintf(&out, "trailer\n<</Size %d /Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n", len(offsets)+1, start)
	return out.Bytes()
}
