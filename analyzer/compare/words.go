package compare

import (
	"strings"
	"unicode"
)

// RunKind says what became of a run of words.
type RunKind string

// Kinds of runs.
const (
	Same  RunKind = "same"
	Gone  RunKind = "gone"
	Added RunKind = "added"
)

// Run is a run of words that stayed, went or came.
type Run struct {
	Kind RunKind `json:"kind"`
	Text string  `json:"text"`
}

// mostWords bounds the passages whose words are compared one by one.
const mostWords = 2000

// Words compares two passages word by word. The runs, joined without those
// added, give the words of the first; without those gone, of the second.
func Words(before, after string) []Run {
	a, b := pieces(before), pieces(after)
	if len(a) > mostWords || len(b) > mostWords {
		return []Run{{Gone, strings.Join(a, "")}, {Added, strings.Join(b, "")}}
	}
	var out runs
	common := lengths(a, b)
	i, j := 0, 0
	for i < len(a) && j < len(b) {
		switch {
		case alike(a[i], b[j]):
			out.add(Same, b[j])
			i, j = i+1, j+1
		case common[i+1][j] >= common[i][j+1]:
			out.add(Gone, a[i])
			i++
		default:
			out.add(Added, b[j])
			j++
		}
	}
	for ; i < len(a); i++ {
		out.add(Gone, a[i])
	}
	for ; j < len(b); j++ {
		out.add(Added, b[j])
	}
	return out.tidy()
}

type runs []Run

func (r *runs) add(kind RunKind, text string) {
	if n := len(*r); n > 0 && (*r)[n-1].Kind == kind {
		(*r)[n-1].Text += text
		return
	}
	*r = append(*r, Run{kind, text})
}

// tidy puts words gone before words added where nothing but blanks and marks
// parts them, so that "six years" against "two months" is one change, not two.
func (r runs) tidy() []Run {
	var out runs
	for i := 0; i < len(r); {
		if r[i].Kind == Same {
			out.add(Same, r[i].Text)
			i++
			continue
		}
		gone, added := "", ""
		for i < len(r) && (r[i].Kind != Same || i+1 < len(r) && !worded(r[i].Text)) {
			if r[i].Kind != Added {
				gone += r[i].Text
			}
			if r[i].Kind != Gone {
				added += r[i].Text
			}
			i++
		}
		if gone != "" {
			out.add(Gone, gone)
		}
		if added != "" {
			out.add(Added, added)
		}
	}
	return out
}

// worded reports whether a text holds a letter or a digit.
func worded(s string) bool {
	return strings.IndexFunc(s, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }) >= 0
}

// lengths[i][j] is how many pieces a[i:] and b[j:] have in common, in order.
func lengths(a, b []string) [][]int16 {
	out := make([][]int16, len(a)+1)
	for i := range out {
		out[i] = make([]int16, len(b)+1)
	}
	for i := len(a) - 1; i >= 0; i-- {
		for j := len(b) - 1; j >= 0; j-- {
			if alike(a[i], b[j]) {
				out[i][j] = out[i+1][j+1] + 1
			} else {
				out[i][j] = max(out[i+1][j], out[i][j+1])
			}
		}
	}
	return out
}

// alike reports whether two pieces are the same but for blanks.
func alike(a, b string) bool { return strings.TrimSpace(a) == strings.TrimSpace(b) }

// pieces cuts a text into words and marks, each with the blank behind it.
func pieces(text string) []string {
	var out []string
	text = strings.Join(strings.Fields(text), " ")
	start := 0
	inWord := func(r rune) bool {
		return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r) || r == '\'' || r == '’' || r == '-'
	}
	word := false
	for i, r := range text {
		if r != ' ' && i > start && (!word || !inWord(r) || text[i-1] == ' ') {
			out = append(out, text[start:i])
			start = i
		}
		if r != ' ' {
			word = inWord(r)
		}
	}
	if start < len(text) {
		out = append(out, text[start:])
	}
	return out
}
