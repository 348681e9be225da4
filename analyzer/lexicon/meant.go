package lexicon

import (
	"cmp"
	"slices"
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
	return m.pack.light[word] && (n > 1 || m.count[word] > 0) || n > shortest && (m.pack.words[word] > 0 || m.count[word] > 0)
}

// prior is what it costs to believe that a known word stands anywhere: least for
// one that the text has often.
func (m *mender) prior(word string) int {
	switch n := m.count[word]; {
	case n >= oftenEnough:
		return 0
	case n > 0, m.pack.light[word]:
		return 1
	case m.pack.spellings[word] != "":
		return 3
	}
	return 2
}

// nearest returns the known word that differs least from what was read between two
// others; none where it differs too much, or several differ as little. A word that
// the text has often, or that stands elsewhere beside one of the two, counts as nearer.
// A number in words is taken only where no other number is nearly as near.
func (m *mender) nearest(word string, doubted bool, around [2]string) (best guess, ok bool) {
	rivals := slices.Clone(m.rivals(word, doubted))
	for i := range rivals {
		r := &rivals[i]
		r.cost += m.prior(r.word)
		if m.fits(r.word, around) {
			r.cost -= besideCost
		}
	}
	m.sort(rivals)
	if len(rivals) == 0 || rivals[0].cost > allowance(utf8.RuneCountInString(word), doubted) {
		return guess{}, false
	}
	first := rivals[0]
	for _, r := range rivals[1:] {
		switch {
		case r.cost == first.cost && !sameWord(first.letters, r.letters) && m.count[first.word] < surely*max(1, m.count[r.word]),
			r.cost <= first.cost+alikes && m.number(first.word) && m.number(r.word):
			return guess{}, false
		}
	}
	return guess{word: first.word, cost: first.cost}, true
}

// fits reports whether a word stands elsewhere in the text beside one of two others,
// or in a pattern.
func (m *mender) fits(word string, around [2]string) bool {
	return m.beside[[2]string{around[0], word}]+m.beside[[2]string{word, around[1]}] > 0 ||
		m.pack.follows(around[0], word) || m.pack.follows(word, around[1])
}

// besideCost is by how much a word counts as nearer that stands elsewhere beside the same.
const besideCost = 3

// surely is how many times as often as a rival a text has a word that is taken for it.
const surely = 3

// sort puts the nearest first, of those as near the one that the text has most often.
func (m *mender) sort(rivals []rival) {
	slices.SortFunc(rivals, func(a, b rival) int {
		return cmp.Or(cmp.Compare(a.cost, b.cost), cmp.Compare(m.count[b.word], m.count[a.word]), cmp.Compare(a.word, b.word))
	})
}

// rivals lists the known words that may be meant.
func (m *mender) rivals(word string, doubted bool) []rival {
	key := word
	if doubted {
		key = "?" + word
	}
	if out, ok := m.found[key]; ok {
		return out
	}
	var out []rival
	read := sketched(word)
	most := allowance(len(read.letters), doubted) + besideCost + 1
	for _, v := range m.known {
		out = append(out, v.near(read, most, &m.shared)...)
	}
	if !doubted {
		out = slices.DeleteFunc(out, func(r rival) bool {
			return r.cost > alikes || len(r.letters) < surelyLong && r.shapes[0] != read.shapes[0] && r.shapes[1] != read.shapes[1]
		})
	}
	m.found[key] = out
	return out
}

// surelyLong is how many letters a word must have that is taken for another which its
// reader was sure of, though one letter differs.
const surelyLong = 6

// number reports whether a known word is a number.
func (m *mender) number(word string) bool {
	_, unit := m.pack.units[word]
	return unit
}

// allowance is what it may cost at most to take what was read for a known word.
func allowance(letters int, doubted bool) int {
	switch {
	case letters < 4:
		return 4
	case !doubted:
		return 6
	case letters < 5:
		return 8
	case letters < 9:
		return 11
	case letters < 13:
		return 14
	}
	return 17
}
