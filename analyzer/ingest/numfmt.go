package ingest

import (
	"fmt"
	"strconv"
	"strings"
	"unicode/utf8"
)

// formatNumber writes a list number as a word processor shows it. format is a
// name of the Office Open XML list of number formats, language an ISO 639-1
// code. known is false where the format is not written here: the number comes
// in plain figures then.
func formatNumber(format, language string, n int) (text string, known bool) { //nolint:funlen // one case for each format
	plain := strconv.Itoa(n)
	if letters, ok := alphabets[format]; ok {
		return repeatLetter([]rune(letters), n), true
	}
	if zero, ok := digitSets[format]; ok {
		return strings.Map(func(r rune) rune { return zero + r - '0' }, plain), true
	}
	if first, ok := enclosed[format]; ok {
		if n < 1 || n > 20 {
			return plain, true
		}
		return string(first + rune(n-1)), true
	}
	switch format {
	case "", "decimal", "decimalHalfWidth", "arabicDash":
		return plain, true
	case "none", "bullet":
		return "", true
	case "upperRoman":
		return romanOrPlain(n), true
	case "lowerRoman":
		return strings.ToLower(romanOrPlain(n)), true
	case "lowerAlphabetic": // aa, ab behind z
		return itemNumber("a", n), true
	case "upperAlphabetic":
		return itemNumber("A", n), true
	case "decimalZero":
		return fmt.Sprintf("%02d", n), true
	case "numberInDash":
		return "- " + plain + " -", true
	case "hex":
		return strings.ToUpper(strconv.FormatInt(int64(n), 16)), true
	case "chicago":
		return chicago(n), true
	case "ordinal":
		return ordinal(language, n), true
	case "cardinalText", "ordinalText":
		words, known := numberInWords(format, language, n)
		if !known {
			return plain, false
		}
		_, first := utf8.DecodeRuneInString(words)
		return strings.ToUpper(words[:first]) + words[first:], true
	case "arabicAbjad":
		return additive(n, abjad), true
	case "hebrew1":
		return additive(n, gematria), true
	case "chineseCounting", "chineseCountingThousand", "japaneseCounting", "taiwaneseCounting", "taiwaneseCountingThousand", "ideographDigital", "koreanCounting":
		return counting(n)
	}
	if strings.Trim(format, "0123456789") == "" { // a pattern: 001 counts 001, 002
		return fmt.Sprintf("%0*d", len(format), n), true
	}
	return plain, false
}

// alphabets are the letters of formats that count by letters. After the last
// one they are doubled, then tripled.
var alphabets = map[string]string{
	"upperLetter":  "ABCDEFGHIJKLMNOPQRSTUVWXYZ",
	"lowerLetter":  "abcdefghijklmnopqrstuvwxyz",
	"russianUpper": "АБВГДЕЖЗИКЛМНОПРСТУФХЦЧШЩЫЭЮЯ",
	"russianLower": "абвгдежзиклмнопрстуфхцчшщыэюя",
	"arabicAlpha":  "أبتثجحخدذرزسشصضطظعغفقكلمنهوي",
	"hebrew2":      "אבגדהוזחטיכלמנסעפצקרשת",
	"thaiLetters":  "กขคงจฉชซฌญฎฏฐฑฒณดตถทธนบปผฝพฟภมยรลวศษสหฬอฮ",
	"ganada":       "가나다라마바사아자차카타파하",
}

// digitSets are the zeros of formats that only change the figures.
var digitSets = map[string]rune{
	"decimalFullWidth": '０', "decimalFullWidth2": '０', "hindiNumbers": '०', "thaiNumbers": '๐', "arabicIndic": '٠',
}

// enclosed are the ones of formats whose figures stand in a sign, up to 20.
var enclosed = map[string]rune{
	"decimalEnclosedCircle": '①', "decimalEnclosedCircleChinese": '①', "decimalEnclosedFullstop": '⒈', "decimalEnclosedParen": '⑴',
}

func repeatLetter(letters []rune, n int) string {
	if n < 1 || n > 40*len(letters) {
		return strconv.Itoa(n)
	}
	return strings.Repeat(string(letters[(n-1)%len(letters)]), (n-1)/len(letters)+1)
}

func romanOrPlain(n int) string {
	if n < 1 || n > 32_767 {
		return strconv.Itoa(n)
	}
	return romanNumber(n)
}

func chicago(n int) string {
	if n < 1 || n > 160 {
		return strconv.Itoa(n)
	}
	signs := []rune("*†‡§")
	return strings.Repeat(string(signs[(n-1)%4]), (n-1)/4+1)
}

// ordinal writes 1st, 1er, 1.º, 1-й.
func ordinal(language string, n int) string {
	plain := strconv.Itoa(n)
	switch language {
	case "fr":
		if n == 1 {
			return plain + "er"
		}
		return plain + "e"
	case "es", "pt":
		return plain + "º"
	case "it":
		return plain + "°"
	case "ru":
		return plain + "-й"
	case "en", "":
		return plain + englishSuffix(n)
	}
	return plain + "."
}

func englishSuffix(n int) string {
	if tens := n % 100; tens >= 11 && tens <= 13 {
		return "th"
	}
	switch n % 10 {
	case 1:
		return "st"
	case 2:
		return "nd"
	case 3:
		return "rd"
	}
	return "th"
}

// value is a letter that stands for a number.
type value struct {
	n    int
	sign string
}

var (
	abjad = []value{{1000, "غ"}, {900, "ظ"}, {800, "ض"}, {700, "ذ"}, {600, "خ"}, {500, "ث"}, {400, "ت"}, {300, "ش"}, {200, "ر"}, {100, "ق"},
		{90, "ص"}, {80, "ف"}, {70, "ع"}, {60, "س"}, {50, "ن"}, {40, "م"}, {30, "ل"}, {20, "ك"}, {10, "ي"},
		{9, "ط"}, {8, "ح"}, {7, "ز"}, {6, "و"}, {5, "ه"}, {4, "د"}, {3, "ج"}, {2, "ب"}, {1, "أ"}}
	gematria = []value{{400, "ת"}, {300, "ש"}, {200, "ר"}, {100, "ק"}, {90, "צ"}, {80, "פ"}, {70, "ע"}, {60, "ס"}, {50, "נ"}, {40, "מ"}, {30, "ל"},
		{20, "כ"}, {16, "טז"}, {15, "טו"}, {10, "י"}, {9, "ט"}, {8, "ח"}, {7, "ז"}, {6, "ו"}, {5, "ה"}, {4, "ד"}, {3, "ג"}, {2, "ב"}, {1, "א"}}
)

// additive writes a number as letters whose values add up.
func additive(n int, letters []value) string {
	if n < 1 || n > 1999 {
		return strconv.Itoa(n)
	}
	var b strings.Builder
	for _, l := range letters {
		if (l.n == 15 || l.n == 16) && n != l.n {
			continue
		}
		for n >= l.n {
			b.WriteString(l.sign)
			n -= l.n
		}
	}
	return b.String()
}

// counting writes 1 to 99 in Chinese figures.
func counting(n int) (string, bool) {
	figures := []rune("〇一二三四五六七八九")
	if n < 1 || n > 99 {
		return strconv.Itoa(n), false
	}
	out := ""
	if n >= 20 {
		out = string(figures[n/10])
	}
	if n >= 10 {
		out += "十"
	}
	if n%10 > 0 {
		out += string(figures[n%10])
	}
	return out, true
}

// bulletSign is the sign of a bullet: what fonts of signs draw is written as a
// plain bullet, since their letters mean nothing in a text.
func bulletSign(text, font string) string {
	r, _ := utf8.DecodeRuneInString(text)
	switch {
	case text == "":
		return ""
	case r >= 0xe000 && r <= 0xf8ff, signFont(font):
		return "•"
	case r == 'o' && strings.Contains(font, "Courier"):
		return "•"
	}
	return text
}

func signFont(font string) bool {
	font = strings.ToLower(font)
	return strings.HasPrefix(font, "symbol") || strings.Contains(font, "dings") || strings.HasPrefix(font, "opensymbol")
}
