package outline

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// wordMarks are ordinals in words that open a clause.
var wordMarks = map[string]int{
	"first": 1, "firstly": 1, "second": 2, "secondly": 2, "third": 3, "thirdly": 3, "fourth": 4, "fourthly": 4, "fifth": 5, "fifthly": 5,
	"sixth": 6, "sixthly": 6, "seventh": 7, "seventhly": 7, "eighth": 8, "eighthly": 8, "ninth": 9, "ninthly": 9, "tenth": 10, "tenthly": 10,
	"eleventh": 11, "twelfth": 12, "lastly": 99,
	"primero": 1, "primera": 1, "segundo": 2, "segunda": 2, "tercero": 3, "tercera": 3, "cuarto": 4, "cuarta": 4, "quinto": 5, "quinta": 5,
}

// onlyParagraph are the words of a paragraph that has no number because it is the only one.
var onlyParagraph = []string{"parágrafo único", "paragrafo único", "parágrafo unico"}

// readMark reads the mark at the start of s.
func readMark(s string) (mark, bool) {
	if s == "" {
		return mark{}, false
	}
	r, w := utf8.DecodeRuneInString(s)
	switch {
	case r == '(' || r == '（':
		return bracketMark(s)
	case r >= '①' && r <= '⑳':
		v := int(r-'①') + 1
		return mark{class: classDigit, bracket: "○", value: v, number: strconv.Itoa(v), size: w}, true
	case r == '§':
		return signMark(s)
	case strings.ContainsRune("-–—•·▪*", r) && len(s) > w && (s[w] == ' ' || s[w] == '\t' || r != '-' && r != '—' && unicode.IsLetter(firstRune(s[w:])) && r != '*'):
		return mark{class: classDash, bracket: string(r), size: w}, true
	case unicode.IsDigit(r) || unicode.IsLetter(r):
		if m, ok := ideographMark(s); ok {
			return m, true
		}
		if m, ok := decimalMark(s); ok {
			return m, true
		}
		return openMark(s)
	}
	return mark{}, false
}

// ideographMark reads "一、", "２　" and "二　", the marks of Chinese and
// Japanese points.
func ideographMark(s string) (mark, bool) {
	value, size := ideographic(s)
	if size == 0 || value == 0 || value > 200 {
		return mark{}, false
	}
	r, w := utf8.DecodeRuneInString(s[size:])
	if r != '、' && r != '\u3000' && r != '．' {
		return mark{}, false
	}
	m := mark{class: classDigit, bracket: string(r), value: value, number: strconv.Itoa(value), size: size + w}
	if first := firstRune(s); unicode.Is(unicode.Han, first) { // ideographs count below figures
		m.bracket = "一"
	}
	return m, true
}

// decimalMark reads "1.2." and "1.2.1.": its bracket is what stands before the
// last figure, so that 1.2.1. begins a sequence below 1.2.
func decimalMark(s string) (mark, bool) {
	at, last, value := 0, 0, 0
	for parts := 0; ; parts++ {
		v, size := digits(s[at:], 0, nil)
		if size == 0 || size > 3 || !strings.HasPrefix(s[at+size:], ".") {
			if parts < 2 || size > 0 || !strings.HasPrefix(s[at:], " ") {
				return mark{}, false
			}
			return mark{class: classDecimal, bracket: s[:last], value: value, number: s[:at-1], size: at}, true
		}
		last, value = at, v
		at += size + 1
	}
}

// bracketMark reads "(a)", "( a )", "(12)", "(ii)", "(2A)", "（一）".
func bracketMark(s string) (mark, bool) {
	if strings.HasPrefix(s, "（") {
		close := strings.Index(s[:min(len(s), 20)], "）")
		if close < 0 {
			return mark{}, false
		}
		inner := s[len("（"):close]
		v, size := ideographic(inner)
		return mark{class: classDigit, bracket: "()", value: v, number: strconv.Itoa(v), size: close + len("）")}, size == len(inner) && v > 0
	}
	limit := min(len(s), 14)
	close := strings.IndexByte(s[:limit], ')')
	if close < 2 {
		return mark{}, false
	}
	if close+1 < len(s) && strings.IndexByte(",);", s[close+1]) >= 0 { // (a), (b) and (c) are a reference
		return mark{}, false
	}
	m, ok := counted(strings.Trim(s[1:close], " ."))
	m.bracket, m.size = "()", close+1
	return m, ok
}

// signMark reads "§ 1º" inside an article.
func signMark(s string) (mark, bool) {
	i := len(s) - len(strings.TrimLeft(s, "§ \u00a0"))
	n, size := readNumber(s[i:], 0, numberStyle{})
	if size == 0 || len(n.parts) < 2 {
		return mark{}, false
	}
	m := mark{class: classSign, bracket: "§", value: n.parts[1], number: n.text, size: i + size}
	if rest := s[m.size:]; strings.HasPrefix(rest, " o ") && len(rest) > 3 && unicode.IsUpper(firstRune(rest[3:])) { // § 2 o, for 2º
		m.size += 2
	}
	if len(n.parts) > 2 {
		m.sub = n.parts[2]
	}
	return m, true
}

// danishMark reads the mark of a paragraph of Danish law, "Stk. 2."; rest is what
// follows the word.
func danishMark(s, rest string) (mark, bool) {
	v, n := digits(rest, 0, nil)
	return mark{class: classSign, bracket: "Stk.", value: v, number: strconv.Itoa(v), size: len(s) - len(rest) + n}, v > 0 && strings.HasPrefix(rest[n:], ".")
}

// openMark reads marks without an opening bracket: "1.", "1)", "a)", "b.",
// "I -", "2°", "Firstly,".
func openMark(s string) (mark, bool) {
	word, size := markToken(s)
	if size == 0 {
		return mark{}, false
	}
	if rest, ok := strings.CutPrefix(s, "Stk. "); ok {
		return danishMark(s, rest)
	}
	if value, ok := wordMarks[strings.ToLower(word)]; ok && size < len(s) && strings.ContainsRune(",.:—–_-", firstRune(strings.TrimLeft(s[size:], "*"))) {
		return mark{class: classWord, value: value, number: strconv.Itoa(value), size: size}, true
	}
	head := strings.ToLower(s[:min(len(s), 24)])
	for _, p := range onlyParagraph {
		if strings.HasPrefix(head, p) {
			return mark{class: classSign, bracket: "§", value: 1, number: "1", size: len(p)}, true
		}
	}
	if m, ok := ordinalWord(s); ok {
		return m, true
	}
	m, ok := counted(word)
	if !ok {
		return m, false
	}
	after, gap := s[size:], 0
	for gap < len(after) && (after[gap] == ' ' || after[gap] == '\u00a0') {
		gap++
	}
	switch {
	case strings.HasPrefix(after, "°)") || strings.HasPrefix(after, "º)"):
		m.bracket, m.size = "°", size+3
	case strings.HasPrefix(after, "°") || strings.HasPrefix(after, "º") || strings.HasPrefix(after, ".º") || strings.HasPrefix(after, ".ª") || strings.HasPrefix(after, "ª"):
		m.bracket, m.size = "°", size+len("°")
		if after[0] == '.' {
			m.size++
		}
		if strings.HasPrefix(s[m.size:], ".") {
			m.size++
		}
		tail := strings.TrimLeft(s[m.size:], " ")
		if v, word := latin[leadingWord(tail)], leadingWord(tail); v > 0 {
			m.sub, m.number, m.size = v, m.number+" "+word, len(s)-len(tail)+len(word)
		}
	case strings.HasPrefix(after, ".") && !(m.class == classDigit && len(after) > 1 && after[1] >= '0' && after[1] <= '9') && (m.class == classDigit || len(after) > 1 && (after[1] == ' ' || after[1] == '-')):
		m.bracket, m.size = ".", size+1
	case strings.HasPrefix(after, ")"):
		m.bracket, m.size = ")", size+1
	case m.class != classLower && (strings.HasPrefix(after[gap:], "-") || strings.HasPrefix(after[gap:], "–") || strings.HasPrefix(after[gap:], "—") || strings.HasPrefix(after[gap:], "ـ")) && len(after) > gap+1:
		_, w := utf8.DecodeRuneInString(after[gap:])
		m.bracket, m.size = "-", size+gap+w
		if m.class == classUpper {
			return m, m.value == 9 || m.value == 22 || m.value == 24
		}
	case m.class == classLetter && strings.HasPrefix(after[gap:], "-"):
		m.bracket, m.size = "-", size+gap+1
	default:
		return mark{}, false
	}
	return m, true
}

// ordinalWord reads "2ndly", "3rdly" as marks.
func ordinalWord(s string) (mark, bool) {
	i := 0
	for i < len(s) && i < 3 && s[i] >= '0' && s[i] <= '9' {
		i++
	}
	for _, end := range []string{"stly", "ndly", "rdly", "thly"} {
		if i > 0 && strings.HasPrefix(s[i:], end) {
			v, _ := digits(s[:i], 0, nil)
			return mark{class: classWord, value: v, number: s[:i], size: i + len(end)}, true
		}
	}
	return mark{}, false
}

// markToken returns the figures or letters at the start of s.
func markToken(s string) (string, int) {
	i := 0
	for i < len(s) && i < 16 && s[i] >= '0' && s[i] <= '9' {
		i++
	}
	if i > 0 {
		if i < len(s) && i < 4 && (s[i] >= 'a' && s[i] <= 'z' || s[i] >= 'A' && s[i] <= 'Z') && !letterAt(s, i+1) {
			i++
		}
		return s[:i], i
	}
	word := leadingWord(s)
	if n := len(word); n > 0 && n < 3 && utf8.RuneCountInString(word) == 1 { // а1) is put in behind а)
		if v, size := digits(s[n:], 0, nil); v > 0 && v < 10 && strings.HasPrefix(s[n+size:], ")") {
			return s[:n+size], n + size
		}
	}
	if word == "" {
		if v, n := digits(s, 0, nil); n > 0 {
			return strconv.Itoa(v), n
		}
	}
	return word, len(word)
}

// counted reads what stands inside a mark: a number, a letter, a roman figure.
// A letter that may be a roman figure is given as a letter; series resolves it.
func counted(word string) (mark, bool) {
	m := mark{number: word}
	if word == "" {
		return m, false
	}
	if m, ok := spoiltRoman(word); ok {
		return m, true
	}
	if v, size := digits(word, 0, nil); size > 0 {
		m.class, m.value, m.number = classDigit, v, strconv.Itoa(v)+word[size:]
		rest := word[size:]
		if rest == "" {
			return m, v < 1000
		}
		rest = strings.TrimLeft(rest, "-.")
		if v, n := digits(rest, 0, nil); n == len(rest) && n > 0 {
			m.sub = v
			return m, true
		}
		if latin[rest] > 0 {
			m.sub = latin[rest]
			return m, true
		}
		m.sub = int(firstRune(rest)|0x20) - 'a' + 1
		return m, len(rest) == 1 && m.sub > 0 && m.sub < 27
	}
	if first := firstRune(word); first < utf8.RuneSelf {
		return latinMark(m, word)
	}
	return letterMark(m, word)
}

// letterNames are letters that are written out, or with two signs.
var letterNames = map[string]mark{"الف": {value: 1}, "ألف": {value: 1}, "στ": {value: 5, sub: 1}}

// letterMark reads a letter of another script than Latin, with the figure of
// one put in behind it: "б", "а1", "أ", "ক".
func letterMark(m mark, word string) (mark, bool) {
	first, n := utf8.DecodeRuneInString(word)
	m.class = classLower
	switch {
	case unicode.Is(unicode.Arabic, first):
		m.class = classLetter
	case unicode.IsUpper(first):
		m.class = classUpper
	}
	if named, ok := letterNames[strings.ToLower(word)]; ok {
		m.value, m.sub = named.value, named.sub
		return m, true
	}
	m.value, m.sub = letterPlace(unicode.ToLower(first))
	rest := strings.TrimPrefix(word[n:], "ـ")
	if v, size := digits(rest+" ", 0, nil); size > 0 && size == len(rest) {
		m.sub, rest = v, ""
		m.number = word[:n] + "." + strconv.Itoa(v)
	}
	return m, rest == "" && m.value > 0
}

// onesToI mends the figures that OCR reads for the letter i.
var onesToI = strings.NewReplacer("1", "i", "l", "i", "I", "i")

// spoiltRoman reads a roman figure in which OCR took an i for a one: (i1).
func spoiltRoman(word string) (mark, bool) {
	if len(word) > 4 || !strings.Contains(word, "1") || !strings.ContainsAny(word, "ivxlI") {
		return mark{}, false
	}
	r := onesToI.Replace(word)
	v := romanValue(r)
	return mark{class: classRoman, value: v, number: r}, v > 0 && v < 60 && romanText(v) == r
}

// latinMark reads letters and roman figures of the Latin alphabet.
func latinMark(m mark, word string) (mark, bool) {
	lower := word == strings.ToLower(word)
	m.class = classUpper
	if lower {
		m.class = classLower
	}
	c := int(word[0]|0x20) - 'a' + 1
	switch {
	case c < 1 || c > 26 || len(word) > 8:
		return m, false
	case len(word) == 1:
		m.value = c
		return m, true
	}
	if v := romanValue(word); v > 0 && v < 60 && (len(word) > 2 || word[0] != word[1] || v < 4) && romanText(v) == strings.ToLower(word) {
		m.class, m.value = classRomanUpper, v
		if lower {
			m.class = classRoman
		}
		return m, true
	}
	if len(word) == 2 && word[0] == word[1] && lower {
		m.class, m.value = classDouble, c
		return m, true
	}
	if len(word) == 2 && lower && word[1] >= 'a' && word[1] <= 'd' { // (aa), (ab); (fa) inserted after (f)
		m.value, m.sub = c, int(word[1])-'a'+1
		return m, true
	}
	if len(word) == 2 && !lower && word[1] >= 'A' && word[1] <= 'F' {
		m.value, m.sub = c, int(word[1])-'A'+1
		return m, true
	}
	return m, false
}

// romanText writes a number below 60 in small roman figures.
func romanText(v int) string {
	tens := []string{"", "x", "xx", "xxx", "xl", "l"}
	ones := []string{"", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix"}
	return tens[v/10] + ones[v%10]
}
