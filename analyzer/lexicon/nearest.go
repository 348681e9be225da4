package lexicon

import (
	"cmp"
	"slices"
	"unicode/utf8"
)

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
	rivals := slices.DeleteFunc(slices.Clone(m.rivals(word, doubted)), func(r rival) bool {
		return !doubted && r.cost > alikes && !m.pack.follows(around[0], r.word) && !m.pack.follows(r.word, around[1])
	})
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
			r.cost <= first.cost+alikes && m.otherNumber(first.word, r.word):
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
			return r.cost > lostSign || len(r.letters) < surelyLong && r.shapes[0] != read.shapes[0] && r.shapes[1] != read.shapes[1]
		})
	}
	m.found[key] = out
	return out
}

// surelyLong is how many letters a word must have that is taken for another which its
// reader was sure of, though one letter differs.
const surelyLong = 6

// otherNumber reports whether two known words are two numbers, not two forms of one.
func (m *mender) otherNumber(a, b string) bool {
	first, one := m.pack.units[a]
	second, two := m.pack.units[b]
	return one && two && first != second
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
