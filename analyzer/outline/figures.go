package outline

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// digits reads figures of any script up to one that is raised or lowered.
func digits(s string, base int, raised func(int) bool) (value, size int) {
	if value, size := ethiopic(s); size > 0 {
		return value, size
	}
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

// ethiopic reads a number in Ethiopic figures, which have signs for ones, tens
// and hundreds: ፻፳፫ is 123.
func ethiopic(s string) (value, size int) {
	for _, r := range s {
		switch {
		case r >= '፩' && r <= '፱':
			value += int(r-'፩') + 1
		case r >= '፲' && r <= '፺':
			value += (int(r-'፲') + 1) * 10
		case r == '፻':
			value = max(value, 1) * 100
		default:
			return value, size
		}
		size += utf8.RuneLen(r)
	}
	return value, size
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
	if value, size := ordinalWords(s); size > 0 {
		return number{text: strconv.Itoa(value), parts: []int{0, value}}, size
	}
	word := leadingWord(s)
	value := romanValue(word)
	if value == 0 {
		value = romanValue(strings.TrimSuffix(strings.TrimSuffix(word, "er"), "re"))
	}
	if value == 0 {
		return number{}, 0
	}
	return number{text: strconv.Itoa(value), parts: []int{0, value}}, len(word)
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

// ideographs are the figures of Chinese and Japanese numbers.
var ideographs = map[rune]int{'〇': 0, '零': 0, '一': 1, '二': 2, '三': 3, '四': 4, '五': 5, '六': 6, '七': 7, '八': 8, '九': 9}

// readIdeographic reads 第十二条, 第百二十条之一, 제12조의2.
func readIdeographic(s string) (f, size int, n number) {
	_, i := utf8.DecodeRuneInString(s)
	blank := func() { i += len(s[i:]) - len(strings.TrimLeft(s[i:], " \u3000")) }
	blank()
	value, width := ideographic(s[i:])
	n.parts = []int{0, value}
	i += width
	if value, width := ideographic(strings.TrimPrefix(s[i:], "-")); width > 0 && s[i] == '-' { // 第 1-1 條
		n.parts = append(n.parts, value)
		i += width + 1
	}
	blank()
	r, w := utf8.DecodeRuneInString(s[i:])
	if width == 0 || r != '条' && r != '條' && r != '조' {
		return 0, 0, n
	}
	i += w
	n.text = strconv.Itoa(value)
	if len(n.parts) > 2 {
		n.text += "-" + strconv.Itoa(n.parts[2])
	}
	for {
		r, w := utf8.DecodeRuneInString(s[i:])
		if r != '之' && r != 'の' && r != '의' {
			break
		}
		v, width := ideographic(s[i+w:])
		if width == 0 {
			break
		}
		i += w + width
		n.add("-"+strconv.Itoa(v), v, 0)
	}
	return formArticle, i, n
}

// ideographic reads a number written with ideographs or with figures.
func ideographic(s string) (value, size int) {
	if v, n := digits(s, 0, nil); n > 0 {
		return v, n
	}
	unit := 0
	for i, r := range s {
		v, ok := ideographs[r]
		scale := map[rune]int{'十': 10, '百': 100, '千': 1000}[r]
		if !ok && scale == 0 {
			return value + unit, i
		}
		if scale > 0 {
			value, unit = value+max(unit, 1)*scale, 0
		} else {
			unit = unit*10 + v
		}
	}
	return value + unit, len(s)
}
