package lexicon

import (
	"cmp"
	"slices"
	"unicode/utf8"

	"lacuna/analyzer/datafile"
)

// known is a word with its shape.
type known struct {
	word   []rune
	shapes [2][]rune
	times  int // in the text
}

// learn indexes the words that may be meant.
func (m *mender) learn() {
	add := func(word string, times int) {
		if utf8.RuneCountInString(word) < 2 || !lettersOnly(word) {
			return
		}
		k := known{[]rune(word), shapes(word), times}
		for _, s := range k.shapes {
			for _, t := range trigrams(s) {
				if list := m.index[t]; len(list) == 0 || list[len(list)-1] != len(m.known) {
					m.index[t] = append(list, len(m.known))
				}
			}
		}
		m.known = append(m.known, k)
	}
	for _, word := range keys(m.pack.words) {
		add(word, m.count[word])
	}
	others := slices.Concat(keys(m.pack.light), keys(m.pack.clauses), keys(m.pack.units), keys(m.count))
	slices.Sort(others)
	for _, word := range slices.Compact(others) {
		if m.pack.words[word] == 0 && (m.lexical(word) || m.count[word] > 1) {
			add(word, m.count[word])
		}
	}
}

// rival is a known word and how far it is from what was read.
type rival struct{ at, far int }

// nearest returns the known word that differs least, in letters and in shape together,
// from what was read between two others; empty where it differs too much, or several
// differ as little. A word that the text has often, or beside one of the two, counts as nearer. A number
// in words is taken only where no other number is nearly as near.
func (m *mender) nearest(word string, doubted bool, around [2]string) string {
	letters := utf8.RuneCountInString(word)
	rivals := slices.Clone(m.rivals(word, doubted))
	for i, r := range rivals {
		k := string(m.known[r.at].word)
		if m.beside[[2]string{around[0], k}]+m.beside[[2]string{k, around[1]}] > 0 {
			rivals[i].far--
		}
		if m.known[r.at].times >= oftenEnough {
			rivals[i].far--
		}
	}
	m.sort(rivals)
	if len(rivals) == 0 || rivals[0].far > allowance(letters, doubted) {
		return ""
	}
	first := &m.known[rivals[0].at]
	for _, r := range rivals[1:] {
		k := &m.known[r.at]
		switch {
		case r.far == rivals[0].far && !sameWord(first.word, k.word) && first.times < surely*max(1, k.times),
			r.far <= rivals[0].far+1 && m.number(first.word) && m.number(k.word):
			return ""
		}
	}
	return string(first.word)
}

// sort puts the nearest first, of those as near the one that the text has most often.
func (m *mender) sort(rivals []rival) {
	slices.SortFunc(rivals, func(a, b rival) int {
		return cmp.Or(cmp.Compare(a.far, b.far), cmp.Compare(m.known[b.at].times, m.known[a.at].times), cmp.Compare(a.at, b.at))
	})
}

// surely is how many times as often as a rival a text has a word that is taken for it.
const surely = 3

// rivals lists the known words that may be meant.
func (m *mender) rivals(word string, doubted bool) []rival {
	key := word
	if doubted {
		key = "?" + word
	}
	if out, ok := m.found[key]; ok {
		return out
	}
	w, shapes := []rune(word), shapes(word)
	var out []rival
	for _, i := range m.candidates(shapes) {
		k := &m.known[i]
		seen := min(datafile.Distance(shapes[0], k.shapes[0], mostShape), datafile.Distance(shapes[1], k.shapes[1], mostShape))
		if seen > 0 && !doubted || seen == mostShape || string(k.word) == word {
			continue
		}
		if far := seen + datafile.Distance(w, k.word, mostLetters); far <= mostLetters {
			out = append(out, rival{i, far})
		}
	}
	m.found[key] = out
	return out
}

// Bounds of the differences that are counted, in shape and in letters.
const (
	mostShape   = 3
	mostLetters = 5
)

// number reports whether a known word is a number.
func (m *mender) number(word []rune) bool {
	_, unit := m.pack.units[string(word)]
	return unit
}

// candidates lists the known words that share enough trigrams of their shapes.
func (m *mender) candidates(shapes [2][]rune) []int {
	shared := map[int]int{}
	for _, s := range shapes {
		for _, t := range trigrams(s) {
			for _, i := range m.index[t] {
				shared[i]++
			}
		}
	}
	var out []int
	for i, n := range shared {
		if n*4 >= len(shapes[0])-2 {
			out = append(out, i)
		}
	}
	return out
}
