package lexicon

import (
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// allowance is how far a word may differ from what was read, in letters and in shape together.
func allowance(letters int, doubted bool) int {
	switch {
	case letters < 4:
		return 1
	case !doubted:
		return 2
	case letters < 6:
		return 2
	case letters < 9:
		return 3
	}
	return 4
}

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
func shapes(word string) (out [2][]rune) {
	word = unmarked(word)
	for i, s := range []string{word, pairs.Replace(word)} {
		for _, r := range s {
			if a, ok := alike()[r]; ok {
				r = a
			}
			out[i] = append(out[i], r)
		}
	}
	return out
}

// inCase writes a word in capitals where what was read begins with them.
func inCase(word, read string) string {
	first, n := utf8.DecodeRuneInString(read)
	switch {
	case !unicode.IsUpper(first):
		return word
	case utf8.RuneCountInString(read) > 2 && strings.ToUpper(read[n:]) == read[n:]:
		return strings.ToUpper(word)
	}
	r, n := utf8.DecodeRuneInString(word)
	return string(unicode.ToUpper(r)) + word[n:]
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
