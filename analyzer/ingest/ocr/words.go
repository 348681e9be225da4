package ocr

import (
	"bytes"
	"strconv"
	"strings"
	"unicode"
)

// word is one word that was read in a picture. Its box is in pixels from the
// top left.
type word struct {
	X, Y, W, H float64
	Text       string
	Sure       int // 0 to 100, as the program says it
	Line       int // words of one line follow each other and have its number
}

// parse reads the table of words that tesseract writes.
func parse(tsv []byte) []word {
	var out []word
	line, last := 0, ""
	for row := range bytes.Lines(tsv) {
		f := strings.Split(strings.TrimRight(string(row), "\r\n"), "\t")
		if len(f) != 12 || f[0] != "5" {
			continue
		}
		var n [4]float64
		for i := range n {
			n[i], _ = strconv.ParseFloat(f[6+i], 64)
		}
		sure, err := strconv.ParseFloat(f[10], 64)
		text := clean(f[11])
		if err != nil || text == "" {
			continue
		}
		if at := strings.Join(f[1:5], " "); at != last {
			line, last = line+1, at
		}
		out = append(out, word{n[0], n[1], n[2], n[3], text, int(sure), line})
	}
	return out
}

// clean takes off a word what is a rule or a stroke on the paper, never a
// letter of a law.
func clean(text string) string {
	text = strings.TrimSpace(text)
	text = strings.Trim(text, "|¦_~^\\`<>{}")
	if strings.IndexFunc(text, visible) < 0 {
		return ""
	}
	return text
}

// visible reports whether a sign says something by itself.
func visible(r rune) bool {
	return unicode.IsLetter(r) || unicode.IsDigit(r) || strings.ContainsRune("()[]–—-•§.,;:", r)
}

// meanSure is how sure the program was of the words, weighted by their letters, 0 to 100.
func meanSure(words []word) int {
	sum, letters := 0, 0
	for _, w := range words {
		n := len([]rune(w.Text))
		sum, letters = sum+w.Sure*n, letters+n
	}
	if letters == 0 {
		return 0
	}
	return sum / letters
}

// text joins the words.
func text(words []word) string {
	var b strings.Builder
	for _, w := range words {
		b.WriteString(w.Text)
		b.WriteByte(' ')
	}
	return b.String()
}
