package norm

import (
	"cmp"
	"strings"

	"lacuna/analyzer/document"
	"lacuna/analyzer/lexicon"
)

// references finds the provisions and chapters that a norm names by number.
type references struct {
	pack       *lexicon.Pack
	provisions []*document.Section
	groups     []*document.Section
	byNumber   map[string]int // index into provisions
	groupBy    map[string]int // index into groups
	titles     [][]string     // the ways in which the text is cited
	others     []*references  // those of the dossier's other texts
	lists      []list         // the schedules of the text
}

func newReferences(doc *document.Document, pack *lexicon.Pack) *references {
	r := &references{pack: pack, byNumber: map[string]int{}, groupBy: map[string]int{}, titles: titles(doc, pack)}
	doc.Root.Walk(func(s *document.Section) bool {
		key := plainNumber(s.Number)
		if s.Citable() {
			if _, ok := r.byNumber[key]; !ok {
				r.byNumber[key] = len(r.provisions)
			}
			r.provisions = append(r.provisions, s)
			return false
		}
		if key != "" {
			if _, ok := r.groupBy[key]; !ok {
				r.groupBy[key] = len(r.groups)
			}
			r.groups = append(r.groups, s)
		}
		return true
	})
	return r
}

// plainNumber levels a number: its letters and digits, in lower case.
func plainNumber(number string) string {
	var b strings.Builder
	for _, r := range strings.ToLower(number) {
		if r >= '0' && r <= '9' || r >= 'a' && r <= 'z' {
			b.WriteRune(r)
		}
	}
	return b.String()
}

// in returns the provisions and groups that a norm's own words name. A range
// runs in document order, so that "12 to 13" takes in 12 bis.
func (r *references) in(n *Norm) (provisions, groups []*document.Section) {
	for _, h := range n.Hits {
		if h.Via != "" {
			continue
		}
		switch h.Concept {
		case "provision_word":
			in := cmp.Or(r.elsewhere(n.tokens, h.Last), r)
			provisions = append(provisions, in.run(n.tokens, h.Last, in.byNumber, in.provisions)...)
		case "chapter_word":
			in := cmp.Or(r.elsewhere(n.tokens, h.Last), r)
			groups = append(groups, in.run(n.tokens, h.Last, in.groupBy, in.groups)...)
		}
	}
	return provisions, groups
}

// run reads numbers from token i on: "5, 7 and 12 to 14", "149-A", "225-12-1".
// A number that the text does not have is passed over.
func (r *references) run(tokens []lexicon.Token, i int, index map[string]int, list []*document.Section) []*document.Section {
	var out []*document.Section
	last, ranged := -1, false
	for i < len(tokens) {
		at, n := longest(tokens, i, index)
		word := tokens[i].Word
		switch {
		case n > 0:
			if ranged && last >= 0 && at > last {
				out = append(out, list[last+1:at]...)
			}
			out = append(out, list[at])
			last, ranged = at, false
		case r.pack.Range(word):
			n, ranged = 1, true
		case r.pack.Light(word) || len(word) <= 2 || word[0] >= '0' && word[0] <= '9':
			n = 1 // "5 (1) and", "5, paragraph 2": goes on
		default:
			return out
		}
		i += n
		if n > 0 && last >= 0 && i < len(tokens) && tokens[i].Dash {
			ranged = true
		}
	}
	return out
}

// longest returns the section whose number the tokens from i on make, joined
// where they stand close together, and how many tokens that is; 0 for none.
func longest(tokens []lexicon.Token, i int, index map[string]int) (at, n int) {
	key := ""
	for k := i; k < len(tokens) && k < i+4; k++ {
		if k > i && !adjacent(tokens[k-1], tokens[k]) {
			break
		}
		key += tokens[k].Word
		if found, ok := index[key]; ok {
			at, n = found, k-i+1
		}
	}
	return at, n
}

// group returns the group of sections that a norm means by "this title": the one
// around it that bears this word, else the nearest.
func (r *references) group(n *Norm) *document.Section {
	for _, h := range n.Hits {
		if h.Concept != "this_chapter" || h.Via != "" {
			continue
		}
		for s := n.Provision.Parent; s != nil; s = s.Parent {
			if mark := r.pack.Tokens(s.Mark, 0); len(mark) > 0 && akin(mark[0].Word, n.tokens[h.Last-1].Word) {
				return s
			}
		}
	}
	return n.Provision.Parent
}
