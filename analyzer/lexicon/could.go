package lexicon

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// Could reports whether words that were read with doubt could be words by which one of
// the concepts is read, or hold such words.
func (p *Pack) Could(read string, concepts []string) bool {
	var pieces []string
	whole := ""
	for _, t := range p.Tokens(read, 0) {
		whole += t.Word
		pieces = append(pieces, t.Word)
	}
	if len(pieces) > 1 {
		pieces = append(pieces, whole)
	}
	for _, w := range pieces {
		pieces = append(pieces, halves(w)...)
	}
	var shared []uint8
	for _, c := range concepts {
		words := p.wordsOf(p.lib.ids[c])
		for _, w := range pieces {
			s := sketched(w)
			if words.holds(w) || len(words.near(s, allowance(len(s.letters), true)+besideCost+1, &shared)) > 0 {
				return true
			}
		}
	}
	return false
}

// shortestHalf is how many letters each part of a word has that may be two.
const shortestHalf = 4

// halves lists the parts of a word that may be two read together.
func halves(word string) []string {
	if utf8.RuneCountInString(word) > longestMended {
		return nil
	}
	var out []string
	for i := range word {
		if utf8.RuneCountInString(word[:i]) >= shortestHalf && utf8.RuneCountInString(word[i:]) >= shortestHalf {
			out = append(out, word[:i], word[i:])
		}
	}
	return out
}

// holds reports whether a vocabulary has a word.
func (v *vocabulary) holds(word string) bool {
	shape := shapes(word)[0]
	grams := trigrams([]rune(shape))
	return len(grams) > 0 && slices.ContainsFunc(v.index[grams[0]], func(i int) bool { return v.words[i].word == word })
}

// wordsOf is the words by which a concept is read, and the concepts inside its
// patterns; small words are none of them.
func (p *Pack) wordsOf(concept int) *vocabulary {
	p.telling.Lock()
	defer p.telling.Unlock()
	if v := p.tells[concept]; v != nil {
		return v
	}
	set := map[string]bool{}
	p.gather(concept, set, map[int]bool{})
	if p.tells == nil {
		p.tells = map[int]*vocabulary{}
	}
	v := newVocabulary(keys(set))
	p.tells[concept] = v
	return v
}

// gather collects the words of a concept's patterns.
func (p *Pack) gather(concept int, set map[string]bool, seen map[int]bool) {
	if seen[concept] {
		return
	}
	seen[concept] = true
	for i := range p.patterns {
		if p.patterns[i].concept != concept || p.patterns[i].never {
			continue
		}
		for _, a := range p.patterns[i].atoms {
			for w := range a.forms {
				if !p.light[w] && !strings.ContainsAny(w, "0123456789") {
					set[w] = true
				}
			}
			for _, c := range a.concepts {
				p.gather(c, set, seen)
			}
		}
	}
}
