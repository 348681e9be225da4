package pdf

import (
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
