package outline

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// number is the number of a provision: as it is cited, and as something that
// can be ordered. "225-12-1" is 225, 12, 1; "376AB" is 376, 1, 2; "128 bis" is
// 128, 2.
type number struct {
	text  string
	parts []int
}

// compare orders numbers as they follow each other in a text.
func (n number) compare(o number) int {
	for i := 0; i < len(n.parts) && i < len(o.parts); i++ {
		if d := n.parts[i] - o.parts[i]; d != 0 {
			return d
		}
	}
	return len(n.parts) - len(o.parts)
}

// main is the number's first part that counts: 225 of "R225-12".
func (n number) main() int { return n.parts[1] }

// latin numbers the words that stand for an inserted article.
var latin = map[string]int{
	"bis": 2, "ter": 3, "quater": 4, "quáter": 4, "quinquies": 5, "quinquiés": 5, "quinques": 5, "sexies": 6, "sexties": 6,
	"septies": 7, "octies": 8, "nonies": 9, "novies": 9, "decies": 10, "undecies": 11, "duodecies": 12, "terdecies": 13,
	"quaterdecies": 14, "quindecies": 15, "sexdecies": 16, "مكرر": 2, "مكررا": 2, "مكررة": 2, "прим": 1,
}

// ordinals are numbers in words, of the first articles and of parts and chapters.
var ordinals = map[string]int{
	"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
	"first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9, "tenth": 10,
	"premier": 1, "première": 1, "unique": 1, "deuxième": 2, "seconde": 2, "troisième": 3, "quatrième": 4, "cinquième": 5,
	"sixième": 6, "septième": 7, "huitième": 8, "neuvième": 9, "dixième": 10,
	"primero": 1, "primera": 1, "único": 1, "única": 1, "segundo": 2, "segunda": 2, "tercero": 3, "tercera": 3, "cuarto": 4, "quinto": 5,
	"primeiro": 1, "primeira": 1, "terceiro": 3, "quarto": 4, "primo": 1, "prima": 1, "secondo": 2, "terzo": 3,
	"preliminar": 1, "preliminary": 1, "préliminaire": 1, "preliminare": 1,
	"erster": 1, "erstes": 1, "erste": 1, "zweiter": 2, "zweites": 2, "zweite": 2, "dritter": 3, "drittes": 3, "vierter": 4, "viertes": 4,
	"fünfter": 5, "fünftes": 5, "sechster": 6, "siebenter": 7, "siebter": 7, "achter": 8, "neunter": 9, "zehnter": 10, "elfter": 11,
	"zwölfter": 12, "dreizehnter": 13, "vierzehnter": 14, "fünfzehnter": 15, "sechzehnter": 16, "siebzehnter": 17, "achtzehnter": 18,
	"neunzehnter": 19, "zwanzigster": 20, "einundzwanzigster": 21, "zweiundzwanzigster": 22, "dreiundzwanzigster": 23,
	"vierundzwanzigster": 24, "fünfundzwanzigster": 25, "sechsundzwanzigster": 26, "siebenundzwanzigster": 27,
	"achtundzwanzigster": 28, "neunundzwanzigster": 29, "dreißigster": 30,
	"первый": 1, "первая": 1, "второй": 2, "вторая": 2, "третий": 3, "третья": 3, "четвертый": 4, "пятый": 5,
	"birinci": 1, "ikinci": 2, "üçüncü": 3, "dördüncü": 4, "beşinci": 5, "altıncı": 6, "yedinci": 7, "sekizinci": 8,
	"dokuzuncu": 9, "onuncu": 10, "onbirinci": 11,
	"الأول": 1, "الأولى": 1, "الاول": 1, "الاولى": 1, "الثاني": 2, "الثانية": 2, "الثالث": 3, "الثالثة": 3, "الرابع": 4, "الرابعة": 4,
	"الخامس": 5, "الخامسة": 5, "السادس": 6, "السادسة": 6, "السابع": 7, "السابعة": 7, "الثامن": 8, "الثامنة": 8,
	"التاسع": 9, "التاسعة": 9, "العاشر": 10, "العاشرة": 10, "التمهيدي": 1, "تمهيدي": 1,
}

// ordinalMarks follow a number that is said as an ordinal and do not change it.
var ordinalMarks = []string{"er", "ère", "re", "ro", "mo", "º", "°", "ª", "o", "a", "st", "nd", "th", ".º", ".°", ".ª", "-е", "-й", "-я"}

// numberStyle says what may be a number in a form.
type numberStyle struct {
	words  bool // roman figures, ordinals in words and letters before the figure ("R. 12") count
	upper  bool // letters after the figure are capitals, whatever the print made of them
	raised func(offset int) bool
}

// readNumber reads a number at the start of s and returns its length, 0 where
// there is none. base is the offset of s in the text, for raised figures.
func readNumber(s string, base int, style numberStyle) (number, int) {
	n := number{parts: make([]int, 1, 4)}
	i := 0
	if style.words {
		i = codePrefix(s, &n)
	}
	value, size := digits(s[i:], base+i, style.raised)
	if size == 0 {
		if !style.words || i > 0 {
			return number{}, 0
		}
		return wordNumber(s)
	}
	n.parts = append(n.parts, value)
	n.text += strconv.Itoa(value)
	i += size
	i += ordinalMark(s[i:])
	for {
		size := n.suffix(s[i:], base+i, style)
		if size == 0 {
			return n, i
		}
		i += size
	}
}

// codePrefix reads the letter of a part of a code: "L. 12", "R. 12", "D712".
func codePrefix(s string, n *number) int {
	if len(s) < 2 || !strings.ContainsRune("LRDA", rune(s[0])) {
		return 0
	}
	i := 1
	for i < len(s) && strings.IndexByte(".* ", s[i]) >= 0 {
		i++
	}
	if i == len(s) || s[i] < '0' || s[i] > '9' {
		return 0
	}
	if s[0] != 'L' {
		n.parts[0] = 1
	}
	n.text = s[:1]
	return i
}

// digits reads figures of any script up to one that is raised or lowered.
func digits(s string, base int, raised func(int) bool) (value, size int) {
	for size < len(s) && value < 1e7 {
		d, n := digit(s[size:])
		if n == 0 || size > 0 && raised != nil && raised(base+size) {
			break
		}
		value, size = value*10+d, size+n
	}
	return value, size
}

func digit(s string) (value, size int) {
	if c := s[0]; c < utf8.RuneSelf {
		if c >= '0' && c <= '9' {
			return int(c - '0'), 1
		}
		return 0, 0
	}
	r, n := utf8.DecodeRuneInString(s)
	if !unicode.Is(unicode.Nd, r) {
		return 0, 0
	}
	zero := r
	for zero > 0 && r-zero < 9 && unicode.Is(unicode.Nd, zero-1) {
		zero--
	}
	return int(r-zero) % 10, n
}

// superscripts are the raised figures that have a letter of their own.
const superscripts = "⁰¹²³⁴⁵⁶⁷⁸⁹"

func superscript(s string) (value, size int) {
	for size < len(s) {
		r, n := utf8.DecodeRuneInString(s[size:])
		at := strings.IndexRune(superscripts, r)
		if at < 0 {
			break
		}
		value, size = value*10+utf8.RuneCountInString(superscripts[:at]), size+n
	}
	return value, size
}

// wordNumber reads a roman figure or an ordinal in words.
func wordNumber(s string) (number, int) {
	word := leadingWord(s)
	if word == "" {
		return number{}, 0
	}
	value, ok := ordinals[strings.ToLower(word)]
	if !ok {
		value = romanValue(word)
	}
	size := len(word)
	if value == 0 {
		trimmed := strings.TrimSuffix(strings.TrimSuffix(word, "er"), "re")
		if value = romanValue(trimmed); value == 0 {
			return number{}, 0
		}
	}
	return number{text: strconv.Itoa(value), parts: []int{0, value}}, size
}

// romanValue reads a roman figure all in capitals or all in small letters; 0
// where the word is none.
func romanValue(word string) int {
	if word == "" || len(word) > 12 || strings.ToUpper(word) != word && strings.ToLower(word) != word {
		return 0
	}
	value, last := 0, 0
	for i := len(word) - 1; i >= 0; i-- {
		at := strings.IndexByte("IVXLCDMivxlcdm", word[i])
		if at < 0 {
			return 0
		}
		v := []int{1, 5, 10, 50, 100, 500, 1000}[at%7]
		if v < last {
			value -= v
		} else {
			value, last = value+v, v
		}
	}
	return value
}

// ordinalMark returns the length of "er", "º", "st" after a figure.
func ordinalMark(s string) int {
	for _, m := range ordinalMarks {
		if strings.HasPrefix(s, m) && !letterAt(s, len(m)) && !(len(m) < 3 && m[0] < utf8.RuneSelf && strings.HasPrefix(s[len(m):], ")")) {
			if m == "a" { // 12a is an inserted article, 12.a and 12ª are not
				return 0
			}
			return len(m)
		}
	}
	return 0
}

func letterAt(s string, i int) bool {
	r, _ := utf8.DecodeRuneInString(s[i:])
	return i < len(s) && unicode.IsLetter(r)
}

// leadingWord returns the letters (with marks) at the start of s.
func leadingWord(s string) string {
	for i, r := range s {
		if !unicode.IsLetter(r) && !unicode.Is(unicode.Mn, r) {
			return s[:i]
		}
		if i > 40 {
			return ""
		}
	}
	return s
}

// suffix reads one more part of a number at the start of s: a raised figure,
// "-1", ".1", "A", "-A", " bis". It returns its length, 0 where the number ends.
func (n *number) suffix(s string, base int, style numberStyle) int {
	if s == "" || len(n.parts) > 6 {
		return 0
	}
	if v, size := superscript(s); size > 0 {
		return n.add("."+strconv.Itoa(v), v, size)
	}
	if style.raised != nil && style.raised(base) {
		if v, size := digits(s, base, nil); size > 0 {
			return n.add("."+strconv.Itoa(v), v, size)
		}
		return 0
	}
	lead := 0
	for lead < len(s) && lead < 3 && (s[lead] == '-' || s[lead] == '.' || s[lead] == ' ' || strings.HasPrefix(s[lead:], "\u00a0")) {
		lead++
	}
	if strings.HasPrefix(s, "‑") {
		lead = 3
	}
	join, tail := s[:lead], s[lead:]
	if tail == "" {
		return 0
	}
	tight := lead == 0 || lead == 1 && join != " " || lead == 3 && join != "..." && !strings.Contains(join, " ")
	if v, size := digits(tail, base+lead, style.raised); size > 0 {
		arabic := n.parts[len(n.parts)-1] == 2 && strings.Contains(n.text, "مكرر")
		spaced := join == " - " && strings.TrimSpace(tail[size:]) == ""
		if !(tight && lead > 0) && !arabic && !spaced || letterAt(tail, size) && len(leadingWord(tail[size:])) > 1 {
			return 0
		}
		if join == "." {
			return n.add("."+strconv.Itoa(v), v, lead+size)
		}
		if arabic {
			return n.add(" "+strconv.Itoa(v), v, lead+size)
		}
		return n.add("-"+strconv.Itoa(v), v, lead+size)
	}
	word := leadingWord(tail)
	if v, ok := latin[strings.ToLower(word)]; ok && !strings.Contains(join, ". ") && !isUntil(word, tail[len(word):]) {
		return n.add(join+word, v, lead+len(word))
	}
	return n.letters(join, word, tail[len(word):], tight, style)
}

// isUntil reports whether "bis" is the German word before the other end of a range.
func isUntil(word, after string) bool {
	return word == "bis" && len(after) > 1 && after[0] == ' ' && after[1] >= '0' && after[1] <= '9'
}

func (n *number) add(text string, value, size int) int {
	n.text += text
	n.parts = append(n.parts, value)
	return size
}

// letters reads the letter or letters of an inserted section: "12A", "376DB",
// "218-A", "121 b .". A letter after a blank counts only where the number ends
// right after it, for "5 A person" is section 5.
func (n *number) letters(join, word, after string, tight bool, style numberStyle) int {
	if word == "" || len(word) > 3 || join == "-" && strings.ToUpper(word) != word && len(word) > 1 {
		return 0
	}
	for i := range len(word) {
		if c := word[i] | 0x20; c < 'a' || c > 'z' {
			return 0
		}
	}
	if (!tight || join == ".") && !closes(after) || !tight && (join != " " || len(word) > 2) {
		return 0
	}
	size := len(join) + len(word)
	if style.upper {
		word = strings.ToUpper(word)
	}
	if join == "." || style.upper && join == " " {
		join = ""
	}
	n.text += join + word
	for i := range len(word) {
		n.parts = append(n.parts, int(word[i]|0x20-'a')+1)
	}
	return size
}

// closes reports whether a number ends here by its own sign.
func closes(after string) bool {
	after = strings.TrimLeft(after, " ")
	return after == "" || strings.IndexByte(".:-[", after[0]) >= 0 || strings.HasPrefix(after, "—") || strings.HasPrefix(after, "–")
}
