package norm

import (
	"slices"
	"strings"
	"unicode"

	"lacuna/analyzer/document"
	"lacuna/analyzer/lexicon"
)

// lookahead is how many words may stand between a number and the title of the
// act that it belongs to: "31 in so far as it relates to abuse, of the Child Act".
const lookahead = 4

// introduce makes the references of a dossier's texts known to each other, so
// that "section 372 of the Penal Code" is found in the Penal Code.
func introduce(all []*references) {
	for _, r := range all {
		for _, other := range all {
			if other != r {
				r.others = append(r.others, other)
			}
		}
	}
}

// titles are the ways in which a text may be cited: the words of its title, and
// what stands there in brackets: "Penal Code (Act 574)".
func titles(doc *document.Document, pack *lexicon.Pack) [][]string {
	var out [][]string
	for part := range strings.SplitSeq(strings.NewReplacer("(", "\n", ")", "\n", "[", "\n", "]", "\n").Replace(doc.Title), "\n") {
		part, _, _ = strings.Cut(part, "/") // "Lei 8.069/1990"
		var words []string
		for _, t := range pack.Tokens(part, 0) {
			if !pack.Light(t.Word) && !(len(t.Word) == 4 && len(words) > 0 && isNumber(t.Word)) { // no year
				words = append(words, t.Word)
			}
		}
		if len(words) > 1 {
			out = append(out, words)
		}
	}
	return out
}

func isNumber(word string) bool {
	return strings.IndexFunc(word, func(r rune) bool { return !unicode.IsDigit(r) }) < 0
}

// elsewhere returns the references of the act whose title follows the numbers
// that begin at token i; nil where no other act of the dossier is named.
func (r *references) elsewhere(tokens []lexicon.Token, i int) *references {
	for left := lookahead; i < len(tokens) && left >= 0; i++ {
		for _, other := range r.others {
			if other.titled(tokens, i) {
				return other
			}
		}
		if word := tokens[i].Word; !r.pack.Range(word) && !r.pack.Light(word) && !unicode.IsDigit(rune(word[0])) && len(word) > 2 {
			left--
		}
	}
	return nil
}

// titled reports whether the text's title is cited at token i.
func (r *references) titled(tokens []lexicon.Token, i int) bool {
	return slices.ContainsFunc(r.titles, func(title []string) bool {
		k := i
		for n, word := range title {
			for n > 0 && k < len(tokens) && (r.pack.Light(tokens[k].Word) || tokens[k].Word == "no") {
				k++
			}
			if k >= len(tokens) || tokens[k].Word != word {
				return false
			}
			k++
		}
		return true
	})
}

// schedules notes which offences the schedules of a text list, once its norms
// are read.
func (r *references) schedules(norms []*Norm) {
	for _, n := range norms {
		if n.Provision.Kind != document.Schedule || n.Kind == Whole {
			continue
		}
		listed, _ := r.in(n)
		at := slices.IndexFunc(r.lists, func(l list) bool { return l.schedule == n.Provision })
		if at < 0 {
			at = len(r.lists)
			r.lists = append(r.lists, list{schedule: n.Provision, words: r.cited(n.Provision)})
		}
		r.lists[at].offences = append(r.lists[at].offences, listed...)
	}
}

// list is a schedule with the provisions that it names, and the words by which
// it is cited: "second schedule".
type list struct {
	schedule *document.Section
	words    []string
	offences []*document.Section
}

// cited are the words of a schedule's mark.
func (r *references) cited(schedule *document.Section) []string {
	var words []string
	for _, t := range r.pack.Tokens(schedule.Mark, 0) {
		words = append(words, t.Word)
	}
	return words
}

// scheduled lists the provisions that the schedules named in a norm name.
func (r *references) scheduled(n *Norm) []*document.Section {
	var out []*document.Section
	for _, l := range r.lists {
		if l.schedule != n.Provision && len(l.words) > 0 && follows(n.tokens, l.words) {
			out = append(out, l.offences...)
		}
	}
	return out
}

// follows reports whether the words stand one after the other.
func follows(tokens []lexicon.Token, words []string) bool {
	for i := range tokens {
		same := i+len(words) <= len(tokens)
		for k := 0; same && k < len(words); k++ {
			same = akin(tokens[i+k].Word, words[k])
		}
		if same {
			return true
		}
	}
	return false
}
