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

// reversed returns a number whose parts a page set from right to left: 1-218
// for 218-1.
func (n number) reversed() (number, bool) {
	k := len(n.parts) - 1
	if k < 2 || strings.Count(n.text, "-") != k-1 || n.parts[k] <= n.parts[1] {
		return number{}, false
	}
	o := number{parts: []int{n.parts[0]}}
	for i := k; i > 0; i-- {
		if o.parts = append(o.parts, n.parts[i]); i < k {
			o.text += "-"
		}
		o.text += strconv.Itoa(n.parts[i])
	}
	return o, true
}

// lettered returns a number whose letter a scanner took for a figure: 15B for 158.
func (n number) lettered() (number, bool) {
	k := len(n.text) - 1
	if len(n.parts) != 2 || k < 1 {
		return number{}, false
	}
	letter := map[byte]byte{'4': 'A', '8': 'B', '6': 'G', '0': 'D', '5': 'S'}[n.text[k]]
	value, size := digits(n.text[:k], 0, nil)
	if letter == 0 || size != k || value == 0 {
		return number{}, false
	}
	return number{n.text[:k] + string(letter), []int{n.parts[0], value, int(letter-'A') + 1}}, true
}

// likeFigures are the figures that one is taken for, on a page that was read in a picture.
var likeFigures = map[byte]string{'1': "7", '7': "1", '3': "8", '8': "36", '5': "6", '6': "58", '0': "6", '9': "0"}

// misreadings lists what else a number may be that was read in a picture: one with a
// letter for its last figure, or with a figure that looks like the one that was read.
func (n number) misreadings() []number {
	var out []number
	if o, ok := n.lettered(); ok {
		out = append(out, o)
	}
	figures := strconv.Itoa(n.main())
	if len(n.parts) > 2 || n.text != figures {
		return out
	}
	for i := range figures {
		for _, other := range likeFigures[figures[i]] {
			text := figures[:i] + string(other) + figures[i+1:]
			if value, _ := strconv.Atoi(text); text[0] != '0' {
				out = append(out, number{text, []int{n.parts[0], value}})
			}
		}
	}
	return out
}

// ends returns the two ends of a range that was read as one number: 19-23.
func (n number) ends() (from, to number, ok bool) {
	if len(n.parts) != 3 || !strings.Contains(n.text, "-") || n.parts[2] <= n.main() || n.parts[2] > n.main()+50 {
		return from, to, false
	}
	at := func(v int) number { return number{strconv.Itoa(v), []int{n.parts[0], v}} }
	return at(n.main()), at(n.parts[2]), true
}

// latin numbers the words that stand for an inserted article.
var latin = map[string]int{
	"bis": 2, "ter": 3, "quater": 4, "quáter": 4, "quinquies": 5, "quinquiés": 5, "quinques": 5, "sexies": 6, "sexties": 6,
	"septies": 7, "octies": 8, "nonies": 9, "novies": 9, "decies": 10, "undecies": 11, "duodecies": 12, "terdecies": 13,
	"quaterdecies": 14, "quindecies": 15, "sexdecies": 16, "مكرر": 2, "مكررا": 2, "مكررة": 2, "прим": 1, "مکرر": 2, "ทวิ": 2, "ตรี": 3, "จัตวา": 4, "เบญจ": 5, "ฉ": 6, "สัตต": 7,
}

// ordinalMarks follow a number that is said as an ordinal and do not change it.
var ordinalMarks = []string{"er", "ère", "re", "ro", "mo", "º", "°", "ª", "o", "a", "st", "nd", "rd", "th", "aad", ".º", ".°", ".ª", "-е", "-й", "-я"}

// numberStyle says what may be a number in a form.
type numberStyle struct {
	words  bool // roman figures, ordinals in words and letters before the figure ("R. 12") count
	signed bool // a word or sign stands before the number, so that "/" and ":" may join its parts
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

// ordinalMark returns the length of "er", "º", "st" after a figure.
func ordinalMark(s string) int {
	if strings.HasPrefix(s, " er.") || strings.HasPrefix(s, " er -") || strings.HasPrefix(s, " er –") || strings.HasPrefix(s, " er :") { // 1 er
		return len(" er")
	}
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
		if !unicode.IsLetter(r) && !unicode.Is(unicode.M, r) {
			return s[:i]
		}
		if i > 40 {
			return ""
		}
	}
	return s
}

// arabicTimes say how often an article was repeated, behind the word for it.
var arabicTimes = []struct {
	words string
	value int
}{{" مرتين", 3}, {" ثلاث مرات", 4}, {" أربع مرات", 5}, {" خمس مرات", 6}}

// suffix reads one more part of a number at the start of s: a raised figure,
// "-1", ".1", "A", "-A", "/A", " bis". It returns its length, 0 where the number
// ends.
func (n *number) suffix(s string, base int, style numberStyle) int {
	if s == "" || len(n.parts) > 6 {
		return 0
	}
	if v, size := digits(strings.TrimPrefix(s, "^"), base, nil); size > 0 && s[0] == '^' {
		return n.add("."+strconv.Itoa(v), v, 1+size)
	}
	stop := len(s) - len(strings.TrimPrefix(s, "."))
	if v, size := superscript(s[stop:]); size > 0 {
		return n.add("."+strconv.Itoa(v), v, stop+size)
	}
	if style.raised != nil && style.raised(base) {
		if v, size := digits(s, base, nil); size > 0 {
			return n.add("."+strconv.Itoa(v), v, size)
		}
		return 0
	}
	if strings.Contains(n.text, "مكرر") {
		if size := n.repetition(s); size > 0 {
			return size
		}
	}
	join, lead := joint(s)
	tail := s[lead:]
	if tail == "" {
		return 0
	}
	if v, size := digits(tail, base+lead, style.raised); size > 0 {
		after := tail[size:]
		if style.raised != nil && style.raised(base+lead+size) { // the figure of a footnote ends the number
			after = ""
		}
		return n.figure(join, v, tail[:size], lead+size, after, style)
	}
	word := leadingWord(tail)
	after := tail[len(word):]
	if v, ok := latin[fold(word)]; ok && !strings.ContainsAny(join, "/:") && !isUntil(word, after) && (!strings.Contains(join, ". ") || closes(after) && !startsLower(word)) {
		return n.add(strings.ReplaceAll(join, ".", "")+word, v, lead+len(word))
	}
	if place, between, size := wideLetter(tail); size > 0 && (join == "" || join == "-" || join == "/") {
		n.add(join+tail[:size], place, 0)
		if between > 0 {
			n.parts = append(n.parts, between)
		}
		return lead + size
	}
	return n.letters(join, lead, word, after, style)
}

// joints may stand between two parts of a number, with the sign that is kept.
var joints = []struct{ sign, kept string }{{"-", "-"}, {"‑", "-"}, {"–", "–"}, {".", "."}, {" ", " "}, {"\u00a0", " "}, {"/", "/"}, {":", ":"}}

// joint returns the signs between two parts of a number at the start of s, at
// most three, and their length.
func joint(s string) (signs string, size int) {
	for range 3 {
		for _, j := range joints {
			if strings.HasPrefix(s[size:], j.sign) {
				signs, size = signs+j.kept, size+len(j.sign)
				break
			}
		}
	}
	return signs, size
}

// figure adds a figure behind a joint: "-1", ".1", " - 1" at the end of a line.
func (n *number) figure(join string, value int, print string, size int, after string, style numberStyle) int {
	if word := leadingWord(after); len(word) > 2 || len(word) == 2 && word != strings.ToUpper(word) { // 80.1AA is a number, 12.5km is none
		return 0
	}
	arabic := n.parts[len(n.parts)-1] == 2 && strings.Contains(n.text, "مكرر")
	if _, repeated := latin[fold(n.text[strings.LastIndexByte(n.text, ' ')+1:])]; repeated && join == " " && value < 30 && closes(after) {
		return n.add(" "+strconv.Itoa(value), value, size)
	}
	dash := strings.Trim(join, " ")
	switch {
	case arabic && dash == "":
		return n.add(" "+strconv.Itoa(value), value, size)
	case join == "." && len(print) > 1 && print[0] == '0':
		return n.decimals(print, size)
	case join == ".":
		return n.add("."+strconv.Itoa(value), value, size)
	case join == "-":
		return n.add("-"+strconv.Itoa(value), value, size)
	case (dash == "-" || dash == "–") && strings.TrimSpace(after) == "" && value < n.main(): // 231 – 6 alone on its line
		return n.add("-"+strconv.Itoa(value), value, size)
	case (join == ":" || join == "/") && style.signed && value < 100:
		return n.add(join+strconv.Itoa(value), value, size)
	}
	return 0
}

// decimals adds figures that begin with a nought and are counted one by one: 279.01 is
// followed by 279.011, and both by 279.02.
func (n *number) decimals(print string, size int) int {
	n.text += "." + print
	for _, d := range print {
		n.parts = append(n.parts, int(d-'0'))
	}
	return size
}

// repetition reads what tells several repetitions of an Arabic article apart:
// "مكرر مرتين", "مكررا (أ)".
func (n *number) repetition(s string) int {
	for _, t := range arabicTimes {
		if strings.HasPrefix(s, t.words) {
			n.text += t.words
			n.parts[len(n.parts)-1] = t.value
			return len(t.words)
		}
	}
	if m, ok := bracketMark(strings.TrimLeft(s, " ")); ok && m.class == classLetter {
		size := len(s) - len(strings.TrimLeft(s, " ")) + m.size
		return n.add(s[:size], m.value, size)
	}
	return 0
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
func (n *number) letters(join string, lead int, word, after string, style numberStyle) int {
	tight := !strings.Contains(join, " ")
	if word == "" || len(word) > 3 || join == ":" || join == "–" || strings.HasPrefix(join, "..") || (join == "-" || join == "/") && strings.ToUpper(word) != word && len(word) > 1 {
		return 0
	}
	for i := range len(word) {
		if c := word[i] | 0x20; c < 'a' || c > 'z' {
			return 0
		}
	}
	if join == "- " && len(word) == 1 && word != strings.ToLower(word) && strings.HasPrefix(after, ".") { // 295- A.
		join, tight = "-", true
	}
	if (!tight || join == ".") && !closes(after) || !tight && (join != " " || len(word) > 2) {
		return 0
	}
	size := lead + len(word)
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
	if _, size := wordAfter(after); size > 0 {
		return true
	}
	return after == "" || strings.IndexByte(".:-[", after[0]) >= 0 || strings.HasPrefix(after, "—") || strings.HasPrefix(after, "–") || strings.HasPrefix(after, "§")
}
