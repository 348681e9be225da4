package lexicon

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// ordinal is a number at the beginning of a line, behind the word for article or
// without one.
type ordinal struct {
	head  string // the word before it
	start int
	read  string
	comma bool // a comma stands behind it
	point bool // of a point, in brackets
}

// numbers finds the numbers of articles that were misread, by those before and after
// them, and the commas that were read for the stops behind them.
func (m *mender) numbers(text string, all glyphs) []Reading {
	var list []ordinal
	commas := 0
	for i := range all {
		if n, ok := m.ordinal(text, all, i); ok {
			list = append(list, n)
			if n.comma {
				commas++
			}
		}
	}
	var out []Reading
	last := map[string]string{}
	for i, n := range list {
		next := list[i+1:]
		for len(next) > 0 && next[0].head != n.head {
			next = next[1:]
		}
		after := ""
		if len(next) > 0 {
			after = figures.Replace(next[0].read)
		}
		meant := n.meant(last[n.head], after)
		r := Reading{n.start, n.start + len(n.read), meant}
		if n.point {
			r = Reading{n.start - 1, r.End + 1, "(" + meant + ")"}
			n.read = text[r.Start:r.End]
		}
		if n.comma && commas*surely < len(list) && (meant == step(last[n.head], 1) || step(meant, 1) == after) {
			r.End, r.Word = r.End+1, r.Word+"."
		}
		if r.Word != n.read {
			out = append(out, r)
		}
		last[n.head] = meant
	}
	return out
}

// ordinal reads the number with which a line begins.
func (m *mender) ordinal(text string, all glyphs, i int) (ordinal, bool) {
	var n ordinal
	at := all[i].start
	if at > 0 && strings.ContainsRune("({[", rune(text[at-1])) && lineBegins(text, at-1) {
		return point(text, at)
	}
	if !all[i].first {
		return n, false
	}
	if at > 0 && text[at-1] != '\n' {
		n.head = "§"
	} else if word, more := m.mark(text, all, i); word != "" {
		n.head, at = word, all[i+more].end
	} else if m.heads[all[i].word] >= oftenEnough {
		n.head, at = m.spelt[all[i].word], all[i].end
	}
	rest := strings.TrimLeft(text[at:], " .,")
	at = len(text) - len(rest)
	token := rest[:len(rest)-len(strings.TrimLeft(rest, figureLike+suffixes))]
	if behind := strings.TrimLeft(rest, "0123456789"); n.head != "" && utf8.RuneCountInString(behind[:len(behind)-len(strings.TrimLeftFunc(behind, unicode.IsLetter))]) > shortest {
		rest = rest[:len(rest)-len(behind)] // a word is stuck to it
		token = rest
	}
	after, _ := utf8.DecodeRuneInString(rest[len(token):])
	if token == "" || wordRune(after) || n.head == "" && !strings.ContainsRune(".,", after) {
		return n, false
	}
	n.start, n.read, n.comma = at, token, after == ',' && n.head == ""
	return n, true
}

// longestPoint is how many signs the number of a point in brackets has at most.
const longestPoint = 4

// point reads the number of a point in brackets, whatever the brackets were read for.
func point(text string, at int) (ordinal, bool) {
	end := strings.IndexAny(text[at:min(len(text), at+longestPoint+1)], ")}]")
	if end < 1 || strings.ContainsAny(text[at:at+end], " \n.,") {
		return ordinal{}, false
	}
	return ordinal{head: "(", start: at, read: text[at : at+end], point: true}, true
}

// figureLike are the figures, and the letters for which figures are read; suffixes is what
// else the number of an article may hold.
const (
	figureLike = "0123456789lIiOoZzSsBbGgq"
	suffixes   = "-ACDEFHacdefh"
)

// figures are what those letters are read for.
var figures = strings.NewReplacer("l", "1", "I", "1", "i", "1", "O", "0", "o", "0", "Z", "2", "z", "2", "S", "5", "s", "5", "B", "8", "b", "6", "G", "6", "g", "9", "q", "9")

// meant returns the number that most likely stands between two others: what was read
// where nothing speaks for another that looks alike.
func (n *ordinal) meant(before, after string) string {
	read := figures.Replace(n.read)
	following := step(before, 1)
	switch {
	case before == "" || n.read == following:
	case lettered(before, n.read, after):
		return before[:len(before)-1] + string(before[len(before)-1]+1)
	case read == following && (!n.point || step(following, 1) == after || strings.ContainsAny(n.read, "0123456789")):
		return read
	case read == before && read != n.read && !n.point:
		return read
	case alikeNumbers(n.read, following) && (step(following, 1) == after || stem(read) != stem(before) && stem(read) != stem(after)):
		return following
	case stem(after) != stem(before) && alikeNumbers(n.read, step(after, -1)):
		return step(after, -1)
	case step(before, 1) == after && len(n.read) == len(before)+1 && alikeNumbers(n.read, before+n.read[len(before):]):
		return before + n.read[len(before):] // 73A between 73 and 74
	}
	return n.read
}

// leap is how many letters the insertions of one number hardly ever leave out.
const leap = 4

// lettered reports whether a number with a letter stands between another of the same
// figures and the next number, and its letter is far from the one that follows: the 15S
// of 15A, 15S, 16 is 15B.
func lettered(before, read, after string) bool {
	n := len(before) - 1
	if n < 1 || len(read) != n+1 || before[:n] != read[:n] || !onlyFigures(before[:n]) || after != step(before[:n], 1) {
		return false
	}
	a, b := before[n]|0x20, read[n]|0x20 // small letters
	return a >= 'a' && a < 'z' && b > a+leap && b <= 'z'
}

// stem is what stands before the last figures of a number, as in 121-3.
func stem(number string) string { return strings.TrimRight(number, "0123456789") }

// step returns the number so many behind another; empty where there is none.
func step(number string, by int) string {
	k, err := strconv.Atoi(number[len(stem(number)):])
	if err != nil || k+by < 1 {
		return ""
	}
	return stem(number) + strconv.Itoa(k+by)
}

// alikeNumbers reports whether one number may be read for another, figure by figure.
func alikeNumbers(read, number string) bool {
	return len(read) == len(number) && read != number && misreadCost(sketched(strings.ToLower(read)), sketched(strings.ToLower(number)), unalike) < unalike
}
