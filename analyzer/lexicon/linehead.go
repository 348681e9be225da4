package lexicon

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// head notes a word that begins a line before a number, and how it is mostly written.
func (m *mender) head(word, read string) {
	if m.heads[word]++; m.spelt[word] == "" {
		m.spelt[word] = read
	}
	m.spellings[[2]string{word, read}]++
	if m.spellings[[2]string{word, read}] > m.spellings[[2]string{word, m.spelt[word]}] {
		m.spelt[word] = read
	}
}

// mark returns the word that most likely begins a line before a number, as the word for
// article does, in its commonest spelling, and how many pieces more it was read in; empty
// where what stands there is none of the words with which lines of the text often begin.
func (m *mender) mark(text string, all glyphs, i int) (word string, more int) {
	g := all[i]
	if !g.first {
		return "", 0
	}
	read := []string{g.word}
	if i+1 < len(all) && all[i+1].alone && mostlyLetters(all[i+1].word) {
		read = append(read, g.word+all[i+1].word)
	}
	best := 0
	for n, w := range read {
		if !numberFollows(text[all[i+n].end:]) {
			continue
		}
		for _, k := range keys(m.heads) {
			most := allowance(utf8.RuneCountInString(k), true) + 1
			if cost := misreadCost(sketched(w), sketched(k), most); m.heads[k] >= oftenEnough && cost < most && (word == "" || cost < best) {
				best, word, more = cost, k, n
			}
		}
	}
	if word == "" || best == 0 && more == 0 && m.spelt[word] == text[g.start:g.end] {
		return "", 0
	}
	return m.spelt[word], more
}

// numberFollows reports whether a number follows a word, or what was read for one.
func numberFollows(rest string) bool {
	rest = strings.TrimLeft(rest, " .,")
	token := rest[:len(rest)-len(strings.TrimLeft(rest, "0123456789lIOoZSBb"))]
	next, _ := utf8.DecodeRuneInString(rest[len(token):])
	return token != "" && (!unicode.IsLetter(next) || next == 'º' || next == 'ª') && (strings.ContainsAny(token, "0123456789") || len(token) < 3)
}
