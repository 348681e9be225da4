package lexicon

import (
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// sameWord reports whether two words are forms of one, as far as their beginning tells.
func sameWord(a, b []rune) bool {
	n := 0
	for n < len(a) && n < len(b) && a[n] == b[n] {
		n++
	}
	return n >= 4 && n >= max(len(a), len(b))-2
}

// trigrams are the runs of three letters in a word, its ends counted as letters.
func trigrams(word []rune) []string {
	s := append(append([]rune{'^'}, word...), '$')
	var out []string
	for i := 0; i+3 <= len(s); i++ {
		out = append(out, string(s[i:i+3]))
	}
	return out
}

// alike are letters that look alike to a machine, each group by its first.
var alike = sync.OnceValue(func() map[rune]rune {
	out := map[rune]rune{}
	for _, group := range []string{"l1ij", "ft", "o0cea", "s5", "b6h", "g9q", "unvy", "z2", "инп", "оесc", "шщц", "ьъв", "тг", "лд", "з3", "ах",
		"بتثنيىئ", "جحخ", "دذ", "رزو", "سش", "صض", "طظ", "عغ", "فق", "ةهم", "الكأإآ"} {
		first := rune(0)
		for _, r := range group {
			if first == 0 {
				first = r
			}
			if _, twice := out[r]; !twice {
				out[r] = first
			}
		}
	}
	return out
})

// pairs are two letters that look like one.
var pairs = strings.NewReplacer("rn", "m", "in", "m", "vv", "w", "cl", "d", "ri", "n", "ii", "u", "li", "h")

// shapes level what looks alike: letters without their marks and dots, small l and the
// figure one; in the second, pairs that look like one letter besides.
func shapes(word string) (out [2]string) {
	word = unmarked(word)
	for i, s := range []string{word, pairs.Replace(word)} {
		out[i] = strings.Map(func(r rune) rune {
			if a, ok := alike()[r]; ok {
				return a
			}
			return r
		}, s)
	}
	return out
}

// inCase writes a word in capitals where what was read begins with them, or with a
// figure that is read for one; opens says that a capital may be looked for there.
func inCase(word, read string, opens bool) string {
	first, n := utf8.DecodeRuneInString(read)
	switch {
	case strings.ContainsRune("48", first), opens && unicode.IsDigit(first):
	case !unicode.IsUpper(first):
		return word
	case utf8.RuneCountInString(read) > 2 && strings.ToUpper(read[n:]) == read[n:]:
		return strings.ToUpper(word)
	}
	at := 0
	if number := strings.TrimLeft(word, "0123456789"); strings.HasPrefix(number, " ") {
		at = len(word) - len(number) + 1
	}
	r, n := utf8.DecodeRuneInString(word[at:])
	return word[:at] + string(unicode.ToUpper(r)) + word[at+n:]
}

// mostlyLetters reports whether a word holds more letters than figures, and so is
// neither a number nor one with letters behind it.
func mostlyLetters(word string) bool {
	letters, figures := 0, 0
	for _, r := range word {
		if unicode.IsDigit(r) {
			figures++
		} else {
			letters++
		}
	}
	first, _ := utf8.DecodeRuneInString(word)
	return letters > figures && (unicode.IsLetter(first) || letters > 2*figures+1 || letters > longestSuffix)
}

// longestSuffix is how many letters may stand behind a number, as in 12bis.
const longestSuffix = 4

func onlyFigures(word string) bool { return strings.Trim(word, "0123456789") == "" }

func lettersOnly(word string) bool { return strings.IndexFunc(word, unicode.IsDigit) < 0 }

// unmarked is a word without the marks on its letters.
func unmarked(word string) string {
	return strings.Map(func(r rune) rune {
		if unicode.Is(unicode.Mn, r) {
			return -1
		}
		return r
	}, norm.NFD.String(word))
}
