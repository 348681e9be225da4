package pdf

import (
	"bytes"
	"fmt"
	"strings"
)

// words is a line of text to be set on a page of a test file.
type words struct {
	x, y, size float64
	text       string
	bold       bool
}

// content writes the operators that set the words.
func content(page []words) string {
	var b strings.Builder
	for _, w := range page {
		font := "/F1"
		if w.bold {
			font = "/F2"
		}
		text := strings.NewReplacer("\\", "\\\\", "(", "\\(", ")", "\\)").Replace(w.text)
		fmt.Fprintf(&b, "BT %s %g Tf %g %g Td (%s) Tj ET\n", font, w.size, w.x, w.y, text)
	}
	return b.String()
}

// file builds a PDF whose pages have these content streams.
func file(pages ...string) []byte {
	var out bytes.Buffer
	var offsets []int
	object := func(text string) {
		offsets = append(offsets, out.Len())
		fmt.Fprintf(&out, "%d 0 obj\n%s\nendobj\n", len(offsets), text)
	}
	out.WriteString("%PDF-1.4\n")
	var kids []string
	for i := range pages {
		kids = append(kids, fmt.Sprintf("%d 0 R", 5+2*i))
	}
	object("<</Type /Catalog /Pages 2 0 R>>")
	object(fmt.Sprintf("<</Type /Pages /Count %d /Kids [%s] /MediaBox [0 0 595 842] /Resources <</Font <</F1 3 0 R /F2 4 0 R>>>>>>", len(pages), strings.Join(kids, " ")))
	object("<</Type /Font /Subtype /Type1 /BaseFont /Courier /Encoding /WinAnsiEncoding>>")
	object("<</Type /Font /Subtype /Type1 /BaseFont /Courier-Bold /Encoding /WinAnsiEncoding>>")
	for i, p := range pages {
		object(fmt.Sprintf("<</Type /Page /Parent 2 0 R /Contents %d 0 R>>", 6+2*i))
		object(fmt.Sprintf("<</Length %d>>\nstream\n%s\nendstream", len(p), p))
	}
	start := out.Len()
	fmt.Fprintf(&out, "xref\n0 %d\n0000000000 65535 f \n", len(offsets)+1)
	for _, o := range offsets {
		fmt.Fprintf(&out, "%010d 00000 n \n", o)
	}
	fmt.Fprintf(&out, "trailer\n<</Size %d /Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n", len(offsets)+1, start)
	return out.Bytes()
}

// column sets lines one below the other from y down, 14 points apart, in 10
// point Courier: 60 letters are 360 points wide.
func column(x, y float64, lines ...string) []words {
	var out []words
	for i, l := range lines {
		indent := len(l) - len(strings.TrimLeft(l, " "))
		if strings.TrimSpace(l) != "" {
			out = append(out, words{x: x + 6*float64(indent), y: y - 14*float64(i), size: 10, text: strings.TrimSpace(l)})
		}
	}
	return out
}
