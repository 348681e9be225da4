package lexicon

import (
	"slices"
	"unicode/utf8"
)

// vocabulary is words among which those are looked for that look alike.
type vocabulary struct {
	words []sketch
	index map[string][]int // by the runs of three letters of their shapes
}

// rival is a word that may be meant, and what it costs to read what was read for it.
type rival struct {
	*sketch
	cost int
}

// longestMended is how many letters the longest word has that is compared with others.
const longestMended = 60

func newVocabulary(words []string) *vocabulary {
	v := &vocabulary{index: map[string][]int{}}
	for _, w := range words {
		if n := utf8.RuneCountInString(w); n < 2 || n > longestMended || !lettersOnly(w) {
			continue
		}
		s := sketched(w)
		for _, shape := range s.shapes {
			for _, t := range trigrams([]rune(shape)) {
				if list := v.index[t]; len(list) == 0 || list[len(list)-1] != len(v.words) {
					v.index[t] = append(list, len(v.words))
				}
			}
		}
		v.words = append(v.words, s)
	}
	return v
}

// near lists the words that cost less than most to read what was read for, and share
// enough runs of three letters with it; shared is room to count them in.
func (v *vocabulary) near(read sketch, most int, shared *[]uint8) []rival {
	if len(read.letters) > longestMended {
		return nil
	}
	if len(*shared) < len(v.words) {
		*shared = make([]uint8, len(v.words))
	}
	count := *shared
	var touched []int
	for _, s := range read.shapes {
		for _, t := range trigrams([]rune(s)) {
			for _, i := range v.index[t] {
				if count[i] == 0 {
					touched = append(touched, i)
				}
				count[i]++
			}
		}
	}
	var out []rival
	for _, i := range touched {
		w := &v.words[i]
		if int(count[i])*4 >= len(read.letters)-2 && w.word != read.word {
			if cost := misreadCost(read, *w, most); cost < most {
				out = append(out, rival{w, cost})
			}
		}
		count[i] = 0
	}
	return out
}

// vocabulary is the lexicon's words, small ones and numbers among them.
func (p *Pack) vocabulary() *vocabulary {
	p.spelling.Do(func() {
		all := slices.Concat(keys(p.words), keys(p.light), keys(p.clauses), keys(p.units), keys(p.spellings))
		slices.Sort(all)
		p.all = newVocabulary(slices.Compact(all))
		p.places = map[string][]place{}
		for n := range p.patterns {
			pat := &p.patterns[n]
			for i, a := range pat.atoms {
				for w := range a.forms {
					p.places[w] = append(p.places[w], place{pat, i})
				}
			}
		}
	})
	return p.all
}

// has reports whether the lexicon has a word.
func (p *Pack) has(word string) bool {
	_, unit := p.units[word]
	return p.words[word] > 0 || p.light[word] || p.clauses[word] || unit
}

// place is where a word stands in a pattern.
type place struct {
	pattern *pattern
	atom    int
}

// follows reports whether a word stands behind another in a pattern.
func (p *Pack) follows(first, second string) bool {
	if p.words[first] == 0 || p.words[second] == 0 {
		return false
	}
	p.vocabulary()
	for _, at := range p.places[first] {
		for _, a := range at.pattern.atoms[at.atom+1:] {
			if a.forms[second] {
				return true
			}
			if !a.optional {
				break
			}
		}
	}
	return false
}
