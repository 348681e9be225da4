package ocr

import (
	"bytes"
	"strconv"
	"strings"
	"unicode"
)

// word is one word that was read in a picture. Its box is in dots and, when the
// page is read, in points, from the top left.
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

// Where no word of a line is read more surely than that, or a page has few words
// and is read less surely on the whole, it is no text.
const (
	textLine  = 45
	textPage  = 50
	fewOnPage = 40
)

// sift parts words from what is none: dirt, seals, writing by hand.
func sift(words []word) (kept []word, unread []string) {
	blank := len(words) < fewOnPage && meanSure(words) < textPage
	for i := 0; i < len(words); {
		j, best := i, 0
		for ; j < len(words) && words[j].Line == words[i].Line; j++ {
			best = max(best, words[j].Sure)
		}
		if blank || best < textLine {
			unread = append(unread, strings.TrimSpace(text(words[i:j])))
		} else {
			kept = append(kept, words[i:j]...)
		}
		i = j
	}
	return kept, unread
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

// inPoints measures words in points.
func inPoints(words []word, dpi int) []word {
	scale := 72 / float64(dpi)
	for i := range words {
		w := &words[i]
		w.X, w.Y, w.W, w.H = w.X*scale, w.Y*scale, w.W*scale, w.H*scale
	}
	return words
}
