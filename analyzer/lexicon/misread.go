package lexicon

import (
	"sync"
	"unicode"
)

// What it costs to take one letter for another: little where programs that read
// pictures often do, more where they hardly ever do.
const (
	lostMark = 1 // é read for e
	alikes   = 3 // letters or pairs of letters that look alike
	lostSign = 6 // a letter lost, put in, or two that changed places
	unalike  = 8
	noSpace  = 4 // a space lost or put in
)

// mistaken are letters each of which is often read for each other in its group.
var mistaken = []string{
	"1iljt", "ftr", "ceo0", "aeo", "5s", "6b", "8b", "38", "17", "56", "hbk", "9gq", "unv", "uvy", "nhr", "2z", "4a", "cg", "ef", "hn",
	"инп", "инн", "оес0", "шщ", "щц", "ьъвы", "тг", "лдп", "3зэ", "кх", "мн", "рп", "6б", "ао", "ын", "яй", "уv",
	"بتثني", "جحخ", "دذ", "رزو", "سش", "صض", "طظ", "عغ", "فق", "هم", "ال", "كل",
}

// mistakenPairs are pairs of letters, one of which is often read for the other.
var mistakenPairs = [][2]string{
	{"rn", "m"}, {"in", "m"}, {"ni", "m"}, {"nn", "m"}, {"vv", "w"}, {"cl", "d"}, {"ri", "n"}, {"ii", "n"}, {"ii", "u"}, {"li", "h"}, {"fi", "f"}, {"rr", "n"},
	{"ni", "m"}, {"ti", "n"}, {"lt", "h"}, {"ss", "b"}, {"ni", "ш"}, {"ни", "ш"}, {"ьі", "ы"}, {"ьi", "ы"}, {"ьl", "ы"}, {"ьı", "ы"},
}

// look is what a letter looks like: its plain form, and a bit for each group of
// letters that are read for each other.
type look struct {
	plain  rune
	groups uint64
	joins  uint64 // the pairs in which it is the first letter
	joined uint64 // the pairs in which it is the second
	single uint64 // the pairs that are read for it
}

// looks holds what the letters of the scripts of Europe and of the Arabic script look like.
var looks = sync.OnceValue(func() *[0x700]look {
	var out [0x700]look
	for r := range out {
		for _, p := range unmarked(string(rune(r))) {
			out[r].plain = p
			break
		}
	}
	for i, group := range mistaken {
		for _, r := range group {
			out[r].groups |= 1 << i
		}
	}
	for i, p := range mistakenPairs {
		two, one := []rune(p[0]), []rune(p[1])
		out[two[0]].joins |= 1 << i
		out[two[1]].joined |= 1 << i
		out[one[0]].single |= 1 << i
	}
	for r := range out {
		if p := out[r].plain; p != rune(r) && p > 0 && int(p) < len(out) {
			out[r] = out[p]
		}
	}
	return &out
})

// seen is how the letters of a word look.
func seen(word []rune) []look {
	all := looks()
	out := make([]look, len(word))
	for i, r := range word {
		if int(r) < len(all) {
			out[i] = all[r]
		} else {
			out[i].plain = r
		}
	}
	return out
}

// sketch is a word as it is compared.
type sketch struct {
	word    string
	letters []rune
	looks   []look
	shapes  [2]string
}

func sketched(word string) sketch {
	letters := []rune(word)
	return sketch{word, letters, seen(letters), shapes(word)}
}

// misreadCost is what it costs to read one word for another, at most as much as given.
func misreadCost(read, word sketch, most int) int {
	if d := len(read.letters) - len(word.letters); d*alikes >= most || -d*alikes >= most {
		return most
	}
	n := len(word.letters) + 1
	all := make([]int, 3*n)
	before, row, next := all[:n], all[n:2*n], all[2*n:]
	for j := range row {
		row[j] = j * lostSign
	}
	for i := range read.letters {
		next[0] = (i + 1) * lostSign
		least := next[0]
		for j := range word.letters {
			c := min(row[j]+letterCost(read, i, word, j), row[j+1]+putIn(read.letters[i]), next[j]+lostSign)
			a, b := &read.looks[i], &word.looks[j]
			if i > 0 && a.joined&b.single&read.looks[i-1].joins != 0 {
				c = min(c, before[j]+alikes)
			}
			if j > 0 && a.single&b.joined&word.looks[j-1].joins != 0 {
				c = min(c, row[j-1]+alikes)
			}
			if i > 0 && j > 0 && read.letters[i] == word.letters[j-1] && read.letters[i-1] == word.letters[j] {
				c = min(c, before[j-1]+lostSign)
			}
			next[j+1] = c
			least = min(least, c)
		}
		if least >= most+alikes {
			return most
		}
		before, row, next = row, next, before
	}
	return min(row[n-1], most)
}

// putIn is what it costs that a letter was read where none stands: of a figure, more
// than any word is worth.
func putIn(r rune) int {
	if unicode.IsDigit(r) {
		return 2 * unalike
	}
	return lostSign
}

// letterCost is what it costs to read a letter of one word for one of another.
func letterCost(read sketch, i int, word sketch, j int) int {
	a, b := &read.looks[i], &word.looks[j]
	switch {
	case read.letters[i] == word.letters[j]:
		return 0
	case a.plain == b.plain:
		return lostMark
	case a.groups&b.groups != 0:
		return alikes
	}
	return unalike
}
