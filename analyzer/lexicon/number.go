package lexicon

import (
	"strconv"
	"strings"
	"unicode"
)

// number reads a number in digits or words at token i; n is how many tokens it
// took, 0 where there is none. A number repeated in brackets, "eighteen (18)",
// is read as one.
func (p *Pack) number(tokens []Token, i int) (value, n int) {
	value, n = p.plainNumber(tokens, i)
	if n == 0 {
		return 0, 0
	}
	if again, m := p.plainNumber(tokens, i+n); m > 0 && again == value && !tokens[i+n].Break {
		n += m
	}
	return value, n
}

func (p *Pack) plainNumber(tokens []Token, i int) (value, n int) {
	if i >= len(tokens) {
		return 0, 0
	}
	if word := tokens[i].Word; word != "" && word[0] >= '0' && word[0] <= '9' {
		digits := strings.TrimRightFunc(word, unicode.IsLetter) // "18th", "109a"
		if v, err := strconv.Atoi(digits); err == nil && len(word)-len(digits) <= 2 {
			return v, 1
		}
	}
	for i+n < len(tokens) && (n == 0 || !tokens[i+n].Break) {
		w := tokens[i+n].Word
		if v, ok := p.units[w]; ok && (n == 0 || adds(value, v)) {
			value += v
		} else if t, ok := p.times[w]; ok {
			value = max(value, 1) * t
		} else if n > 0 && p.joins[w] && p.goesOn(tokens, i+n+1, value) {
		} else {
			break
		}
		n++
	}
	return value, n
}

// adds reports whether a number word goes on a number: "twenty" and "one".
func adds(value, unit int) bool {
	switch {
	case unit < 10 && value%100 >= 10 && value%10 == 0, value >= 100 && value%100 == 0:
		return true
	case value > 0 && value < 10: // the unit first, as in Arabic: "six ten", "one and twenty"
		return unit == 10 || unit >= 20 && unit < 100 && unit%10 == 0
	}
	return false
}

// goesOn reports whether token i goes on a number after a joining word.
func (p *Pack) goesOn(tokens []Token, i, value int) bool {
	if i >= len(tokens) || tokens[i].Break {
		return false
	}
	v, ok := p.units[tokens[i].Word]
	return ok && adds(value, v)
}
