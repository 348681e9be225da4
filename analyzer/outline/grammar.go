package outline

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"lacuna/analyzer/document"
)

// form is one way in which laws number their articles.
type form struct {
	name   string
	kind   document.Kind
	after  bool    // the number stands before the word: "12-бап", "12. §"
	bare   bool    // there is no word at all
	upper  bool    // letters after the figure are always capitals
	belief float64 // how far a candidate of this form is believed by itself
}

// forms are the ways of numbering that are tried on every text, in the order
// in which they win a draw.
var forms = []form{
	{name: "article", kind: document.Article, belief: 1},
	{name: "§", kind: document.Article, belief: 1},
	{name: "section", kind: document.Sect, upper: true, belief: 1},
	{name: "الفصل", kind: document.Article, belief: 1},
	{name: "article after", kind: document.Article, after: true, belief: 1},
	{name: "§ after", kind: document.Article, after: true, belief: 1},
	{name: "bare", kind: document.Sect, bare: true, upper: true, belief: .85},
	{name: "bare without stop", kind: document.Sect, bare: true, upper: true, belief: .55},
}

// Places in forms.
const (
	formArticle = iota
	formParagraph
	formSection
	formFasl
	formArticleAfter
	formParagraphAfter
	formBare
	formBareLoose
)

// readForm looks for the beginning of a provision at the start of s. It
// returns the form, the length of mark and number together, and the number;
// size 0 is none. base is the offset of s in the text.
func readForm(s string, base int, raised func(int) bool) (f, size int, n number) {
	if s == "" {
		return 0, 0, n
	}
	r, width := utf8.DecodeRuneInString(s)
	switch {
	case r == '§':
		return readSign(s, base, raised)
	case r == '第' || r == '제':
		return readIdeographic(s)
	case unicode.IsDigit(r):
		return readBare(s, base, raised)
	case unicode.IsLetter(r) && width > 0:
		return readWord(s, base, raised)
	}
	return 0, 0, n
}

// readSign reads "§ 12" and "§§ 12".
func readSign(s string, base int, raised func(int) bool) (f, size int, n number) {
	i := len(s) - len(strings.TrimLeft(s, "§ \u00a0."))
	n, size = readNumber(s[i:], base+i, numberStyle{signed: true, raised: raised})
	if size == 0 {
		return 0, 0, n
	}
	return formParagraph, i + size, n
}

// readWord reads a word for article or section and the number behind it.
func readWord(s string, base int, raised func(int) bool) (f, size int, n number) {
	word := leadingWord(s)
	if len(word) < 2 || len(word) > 24 {
		return 0, 0, n
	}
	f, ok := articleWords[fold(word)]
	if !ok {
		return 0, 0, n
	}
	i := len(word) + linkBefore(s[len(word):])
	style := numberStyle{words: true, signed: true, upper: forms[f].upper, raised: raised}
	if n, size = readNumber(s[i:], base+i, style); size == 0 {
		n, size = bracketedNumber(s[i:], base+i, style)
	}
	if size == 0 {
		return 0, 0, n
	}
	return f, i + size, n
}

// bracketedNumber reads a number in brackets, with what tells it apart from
// others behind them: "(12)", "(12) مكررا".
func bracketedNumber(s string, base int, style numberStyle) (number, int) {
	if s == "" || s[0] != '(' && s[0] != '[' {
		return number{}, 0
	}
	at := 1 + skipBlanks(s[1:], 0)
	n, size := readNumber(s[at:], base+at, numberStyle{raised: style.raised})
	end := at + size
	end += skipBlanks(s[end:], 0)
	if size == 0 || end >= len(s) || s[end] != ')' && s[end] != ']' {
		return number{}, 0
	}
	return n, end + 1 + n.suffix(s[end+1:], base+end+1, style)
}

// numberLinks are the words and signs that may stand between the word for an
// article and its number.
var numberLinks = []string{"№", "nº", "n°", "no.", "núm.", "ya", "cha", "wa", "la", "thứ", "ទី", "ke-", "số", "رقم", "ی"}

// longestLink is more bytes than any of numberLinks has with a letter behind it.
const longestLink = 32

// linkBefore returns the length of blanks, stops and a linking word between a
// word for an article and its number.
func linkBefore(s string) int {
	trim := func(at int) int {
		return at + len(s[at:]) - len(strings.TrimLeft(s[at:], ". \u00a0\u3000\u200c\tº:ٔ"))
	}
	at := trim(0)
	head := strings.ToLower(s[at:min(len(s), at+longestLink)])
	for _, link := range numberLinks {
		if rest, ok := strings.CutPrefix(head, link); ok && rest != "" && !letterAt(rest, 0) {
			return trim(at + len(link))
		}
	}
	return at
}

// readBare reads "12.", "12 " and the forms whose word follows the number.
func readBare(s string, base int, raised func(int) bool) (f, size int, n number) {
	n, size = readNumber(s, base, numberStyle{upper: true, raised: raised})
	if size == 0 {
		return 0, 0, n
	}
	rest := strings.TrimLeft(s[size:], ".-– \u00a0")
	sub, bracket := bracketSuffix(rest) // 1(1) straipsnis
	if rest = rest[bracket:]; bracket > 0 {
		n.add("-"+strconv.Itoa(sub), sub, 0)
	}
	gap := len(s) - size - len(rest)
	if f, width := wordAfter(rest); width > 0 && gap < 8 {
		end := size + gap + width
		if len(n.parts) > 2 && bracket == 0 { // letters as they are printed
			n, _ = readNumber(s, base, numberStyle{raised: raised})
		}
		return f, end + n.suffixAfter(s[end:]), n
	}
	trimmed := strings.TrimLeft(s[size:], " ")
	if strings.HasPrefix(trimmed, ".") || strings.HasPrefix(trimmed, "।") || strings.HasPrefix(trimmed, "။") || strings.HasPrefix(trimmed, "۔") {
		return formBare, size, n
	}
	if size < len(s) && s[size] == ':' && size+1 < len(s) {
		return formBare, size, n
	}
	return formBareLoose, size, n
}

// bracketSuffix reads the bracket of an inserted article between number and
// word, "(1) ", and returns its value and length.
func bracketSuffix(s string) (value, size int) {
	if !strings.HasPrefix(s, "(") {
		return 0, 0
	}
	value, n := digits(s[1:], 0, nil)
	rest, ok := strings.CutPrefix(s[1+n:], ") ")
	if _, width := wordAfter(rest); n == 0 || !ok || width == 0 {
		return 0, 0
	}
	return value, n + len("() ")
}

// afterLinks may stand between a number and the word for article behind it.
var afterLinks = []string{"дүгээр ", "дугаар ", "дэх ", "р ", "inci ", "ıncı ", "uncu ", "üncü ", "nci "}

// wordAfter reads the word for an article behind its number.
func wordAfter(s string) (f, size int) {
	for _, link := range afterLinks {
		if rest, ok := strings.CutPrefix(s, link); ok {
			s, size = rest, len(link)
			break
		}
	}
	if strings.HasPrefix(s, "§") {
		return formParagraphAfter, len("§")
	}
	word := leadingWord(s)
	f, ok := articleWordsAfter[fold(word)]
	if !ok {
		return 0, 0
	}
	return f, size + len(word)
}

// suffixAfter reads the letter of an inserted article behind its word: "2. gr. a.".
func (n *number) suffixAfter(s string) int {
	rest, ok := strings.CutPrefix(s, ". ")
	word := leadingWord(rest)
	if !ok || len(word) != 1 || !startsLower(word) || !strings.HasPrefix(rest[1:], ".") {
		return 0
	}
	return n.letters("", len(". "), word, rest[1:], numberStyle{})
}
