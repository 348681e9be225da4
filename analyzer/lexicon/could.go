package lexicon

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// Could reports whether words that were read with doubt could be words by which one of
// the concepts is read, or hold such words.
func (p *Pack) Could(read string, concepts []string) bool {
	pieces, whole := p.pieces(read)
	if len(pieces) > 1 {
		pieces = append(pieces, whole)
	}
	for _, w := range pieces {
		pieces = append(pieces, halves(w)...)
	}
	return p.among(pieces, concepts, func(w sketch, words *vocabulary) bool {
		return words.holds(w.word) || p.alike(w, words, besideCost+1)
	})
}

// Resembles reports whether words that were read with doubt are in all likelihood, by
// their letters alone, words by which one of the concepts is read.
func (p *Pack) Resembles(read string, concepts []string) bool {
	pieces, whole := p.pieces(read)
	return p.among(append(pieces, whole), concepts, func(w sketch, words *vocabulary) bool {
		return len(w.letters) > shortestHalf && p.alike(w, words, 2-lostSign)
	})
}

// pieces are the words that were read, and what they are together.
func (p *Pack) pieces(read string) (out []string, whole string) {
	for _, t := range p.Tokens(read, 0) {
		whole += t.Word
		out = append(out, t.Word)
	}
	return out, whole
}

// among reports whether any of the words is such a one among those of any of the concepts.
func (p *Pack) among(read, concepts []string, such func(sketch, *vocabulary) bool) bool {
	for _, c := range concepts {
		id, known := p.lib.ids[c]
		if !known {
			continue
		}
		words := p.wordsOf(id)
		for _, w := range read {
			if such(sketched(w), words) {
				return true
			}
		}
	}
	return false
}

// alike reports whether one of the words costs at most what a word is mended for, and
// slack besides, to read what was read for it.
func (p *Pack) alike(read sketch, words *vocabulary, slack int) bool {
	var shared []uint8
	return len(words.near(read, allowance(len(read.letters), true)+slack, &shared)) > 0
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
