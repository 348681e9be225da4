package outline

import (
	"fmt"
	"testing"
)

// BenchmarkRead reads a made text of about one megabyte with a table of
// contents, chapters, points, closing words and notes.
func BenchmarkRead(b *testing.B) {
	var lines []string
	for n := 1; n <= 1500; n++ {
		lines = append(lines, fmt.Sprintf("%d. Keeping of boats and nets, number %d", n, n))
	}
	for n := 1; n <= 1500; n++ {
		if n%50 == 1 {
			lines = append(lines, fmt.Sprintf("CHAPTER %d", n/50+1), "| OF BOATS AND NETS")
		}
		lines = append(lines,
			fmt.Sprintf("%d. Keeping of boats and nets, number %d", n, n),
			"(1) Any person who keeps a boat or a net without the leave of the harbour master, and who—",
			"(a) lends, sells or lets it to another person for any purpose whatsoever within the harbour; or",
			"(b) leaves it unattended at night in a place where ships are used to pass, with the intention that—",
			"(i) another vessel be hindered; or",
			"(ii) the keeper of the light be deceived as to the way,",
			"shall be liable to a fine which may extend to three hundred crowns.",
			"(2) In this section “net” includes a line with more than ten hooks (see section 12).",
			"[Act No. 5 of 1999, s. 3.]")
	}
	src := made(lines...)
	b.SetBytes(int64(len(src.Text)))
	b.ReportAllocs()
	for b.Loop() {
		Read(src)
	}
}
