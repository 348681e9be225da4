package build

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Words knows which words and compounds a text writes inside its lines, to
// tell a hyphen that only parts a word at the end of a line from one that
// belongs to it.
type Words map[string]bool

// Learn adds the words of a line. Its last word, which the line's end may have
// cut, is left out where it ends in a hyphen.
func (w Words) Learn(line string) {
	for _, word := range strings.FieldsFunc(line, func(r rune) bool {
		return !unicode.IsLetter(r) && r != '-'
	}) {
		if !strings.HasSuffix(word, "-") && !strings.HasPrefix(word, "-") {
			w[strings.ToLower(word)] = true
		}
	}
}

// Join says how two lines of one paragraph meet: the first with its parting
// hyphen removed where it has one, and the text between them, a space or nothing.
func (w Words) Join(first, second string) (head, between string) {
	first = strings.TrimRight(first, " ")
	if end, _ := utf8.DecodeLastRuneInString(first); unspaced(end) {
		if begin, _ := utf8.DecodeRuneInString(strings.TrimLeft(second, " ")); unspaced(begin) {
			return first, ""
		}
	}
	if strings.HasSuffix(first, "\u00ad") {
		return strings.TrimSuffix(first, "\u00ad"), ""
	}
	if !strings.HasSuffix(first, "-") && !strings.HasSuffix(first, "\u2010") {
		return first, " "
	}
	_, size := utf8.DecodeLastRuneInString(first)
	stem := first[:len(first)-size]
	before, _ := utf8.DecodeLastRuneInString(stem)
	second = strings.TrimLeft(second, " ")
	after, _ := utf8.DecodeRuneInString(second)
	switch {
	case unicode.IsDigit(before) && unicode.IsDigit(after), unicode.IsLetter(before) && unicode.IsUpper(after):
		return first, ""
	case !unicode.IsLetter(before) || !unicode.IsLetter(after):
		return first, " "
	}
	left, right := lastWord(stem), firstWord(second)
	compound := strings.ToLower(left + "-" + right)
	whole := strings.ToLower(left + right)
	if w[compound] && !w[whole] || !w[whole] && strings.Contains(left, "-") && w[strings.ToLower(right)] {
		return first, ""
	}
	return stem, ""
}

// unspaced reports whether a letter or sign belongs to a script that is written
// without spaces between its words.
func unspaced(r rune) bool {
	return unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Thai, unicode.Lao, unicode.Khmer, unicode.Myanmar) ||
		r >= 0x3000 && r <= 0x303f || r >= 0xff00 && r <= 0xff65
}

func lastWord(s string) string {
	i := strings.LastIndexFunc(s, func(r rune) bool { return !unicode.IsLetter(r) && r != '-' })
	if i < 0 {
		return s
	}
	_, size := utf8.DecodeRuneInString(s[i:])
	return s[i+size:]
}

func firstWord(s string) string {
	i := strings.IndexFunc(s, func(r rune) bool { return !unicode.IsLetter(r) && r != '-' })
	if i < 0 {
		return s
	}
	return s[:i]
}
