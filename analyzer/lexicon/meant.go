package lexicon

import (
	"strings"
	"unicode/utf8"
)

// guess is what was read most likely for, in how many pieces more, and what it
// costs to believe it.
type guess struct {
	word string
	more int
	cost int
}

// mend returns the word that is most likely meant by what stands at an index: a word
// that looks alike, several that were joined, one that was torn apart.
func (m *mender) mend(all glyphs, i int) (best guess, ok bool) {
	g, around := all[i], all.around(i)
	if utf8.RuneCountInString(g.word) > longestMended {
		return best, false
	}
	better := func(found guess, is bool) {
		if is && (!ok || found.cost < best.cost) {
			best, ok = found, true
		}
	}
	better(m.nearest(g.word, g.doubted, around))
	for _, a := range m.pack.prefixes {
		if rest, is := strings.CutPrefix(g.word, a); is && utf8.RuneCountInString(rest) > shortest {
			found, is := m.nearest(rest, g.doubted, around)
			found.word = a + found.word
			found.cost++
			better(found, is)
		}
	}
	if g.doubted {
		better(m.joined(g.word, mostJoined))
	} else {
		better(m.stuck(g.word))
	}
	if i+1 < len(all) && all[i+1].alone {
		better(m.torn(g, all[i+1]))
	}
	return best, ok
}

// torn returns the word that two pieces make.
func (m *mender) torn(a, b glyph) (guess, bool) {
	whole := a.word + b.word
	if utf8.RuneCountInString(whole) <= 3 || m.pack.has(a.word) && m.pack.has(b.word) || !lettersOnly(whole) && !a.doubted {
		return guess{}, false
	}
	if m.pack.words[whole] > 0 || m.count[whole] > 0 {
		return guess{whole, 1, noSpace + m.prior(whole)}, true
	}
	if !a.doubted && !b.doubted || m.knows(b) && utf8.RuneCountInString(b.word) > 2 {
		return guess{}, false
	}
	found, ok := m.nearest(whole, true, [2]string{})
	found.more, found.cost = 1, found.cost+noSpace
	return found, ok
}

// stuck parts a small word from the known one that it was read together with,
// though the reader was sure.
func (m *mender) stuck(word string) (guess, bool) {
	for i := range word {
		a, b := word[:i], word[i:]
		small, large := a, b
		if len(a) > len(b) {
			small, large = b, a
		}
		if utf8.RuneCountInString(small) > 1 && utf8.RuneCountInString(large) > shortest+1 && m.pack.light[small] && (m.pack.words[large] > 0 || m.count[large] >= oftenEnough) {
			return guess{a + " " + b, 0, noSpace + m.prior(large)}, true
		}
	}
	return guess{}, false
}

// joined parts what was read as one word into those that the text or the lexicon
// knows, one of which may be misread.
func (m *mender) joined(word string, pieces int) (best guess, ok bool) {
	better := func(found guess, is bool) {
		if is && (!ok || found.cost < best.cost) {
			best, ok = found, true
		}
	}
	for i := range word {
		a, b := word[:i], word[i:]
		if a == "" {
			continue
		}
		first, second := m.whole(a) || onlyFigures(a) && m.longWord(b), m.whole(b)
		switch {
		case first && second && len(word) > 4:
			better(guess{a + " " + b, 0, noSpace + max(m.prior(a), m.prior(b))}, true)
		case first:
			rest, is := guess{}, false
			if pieces > 2 {
				rest, is = m.joined(b, pieces-1)
			}
			if near, close := m.nearest(b, true, [2]string{a, ""}); close && utf8.RuneCountInString(b) > shortest && (!is || near.cost < rest.cost) {
				rest, is = near, true
			}
			better(guess{a + " " + rest.word, 0, noSpace + rest.cost}, is)
		case second && utf8.RuneCountInString(a) > shortest:
			near, close := m.nearest(a, true, [2]string{"", b})
			better(guess{near.word + " " + b, 0, noSpace + near.cost}, close)
		}
	}
	return best, ok
}

// longWord reports whether letters that stand behind a number may be a word.
func (m *mender) longWord(word string) bool {
	return utf8.RuneCountInString(word) > shortest && lettersOnly(word[:1])
}

// whole reports whether a piece of a word is surely a word.
func (m *mender) whole(word string) bool {
	n := utf8.RuneCountInString(word)
	return m.pack.light[word] && (n > 1 || m.count[word] > 0) || n > shortest && (m.pack.words[word] > 0 || m.count[word] > 0) || n == shortest && m.count[word] >= oftenEnough
}
