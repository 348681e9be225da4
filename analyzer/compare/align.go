// Package compare holds two or more matrices against each other: a draft against
// the law in force, countries side by side, how other texts word an element.
package compare

import (
	"cmp"
	"maps"
	"math"
	"slices"
	"strings"
	"unicode"

	"lacuna/analyzer/amend"
	"lacuna/analyzer/document"
)

// How alike two provisions must be to be taken for one, as shares of their words
// weighed by how rare they are: at once; beside provisions that are one already;
// when nothing else is left.
const (
	surely     = 0.6
	besideOne  = 0.25
	atLast     = 0.4
	rareEnough = 25 // texts that share a word that more provisions hold are not sought by it
)

// Alignment says which provision of a new text each one of an old text became,
// by their words and by what stands beside them, whatever their numbers.
type Alignment struct {
	to, from map[*document.Section]*document.Section
	moved    map[*document.Section]bool // old provisions that no longer stand in the old order
	like     map[*document.Section]float64
	docs     map[*document.Section]*document.Document
	open     map[*document.Section]bool // old provisions of which an amendment was not carried out
}

// Counterpart returns the new provision that an old one became; nil where it
// went. Both may be of any rank: of a paragraph, that of its provision is given.
func (a *Alignment) Counterpart(s *document.Section) *document.Section { return a.to[s.Provision()] }

// Origin returns the old provision that a new one was; nil where it is new.
func (a *Alignment) Origin(s *document.Section) *document.Section { return a.from[s.Provision()] }

// bag is the words of a provision, weighed.
type bag struct {
	section *document.Section
	words   []string // sorted, so that sums are the same on every run
	count   map[string]float64
	weight  float64
	at      int
}

// Align finds what the provisions in force of the old texts became. Where the new
// ones are the old ones as amended, provisions keep their numbers.
func Align(before, after []*document.Document, amended []amend.Amendment) *Alignment {
	a := &Alignment{to: map[*document.Section]*document.Section{}, from: map[*document.Section]*document.Section{},
		moved: map[*document.Section]bool{}, like: map[*document.Section]float64{}, docs: map[*document.Section]*document.Document{}}
	old, now := a.bags(before), a.bags(after)
	weigh(old, now)
	pairs := candidates(old, now)
	if amended != nil {
		a.keepNumbers(before, after, amended)
		a.take(pairs, surely, func(p pair) bool { return !a.open[p.old.section] })
		a.order(old, now)
		return a
	}
	a.take(pairs, surely, func(pair) bool { return true })
	for taken := -1; taken != len(a.to); {
		taken = len(a.to)
		a.take(pairs, besideOne, func(p pair) bool { return a.beside(old, now, p) })
	}
	a.take(pairs, atLast, func(pair) bool { return true })
	a.order(old, now)
	return a
}

// keepNumbers pairs provisions of the same number in a law and in what amending
// acts made of it, and notes those whose amendment was not carried out.
func (a *Alignment) keepNumbers(before, after []*document.Document, amended []amend.Amendment) {
	a.open = map[*document.Section]bool{}
	for _, law := range before {
		text, open := law.ID, map[string]bool{}
		turned := func(number string) string { return number }
		for _, act := range amended {
			if act.Law == law.ID || act.Text == law.ID {
				text = act.Text
				earlier, turn := turned, act.Renumbered()
				turned = func(number string) string { n := earlier(number); return cmp.Or(turn[n], n) }
				for _, number := range act.Open() {
					open[number] = true
				}
			}
		}
		now := map[string]*document.Section{}
		for _, d := range after {
			for _, q := range d.Provisions() {
				if d.ID == text && q.State == document.InForce && now[q.Number] == nil {
					now[q.Number] = q
				}
			}
		}
		for _, p := range law.Provisions() {
			a.open[p] = open[p.Number] && p.State == document.InForce
			if q := now[turned(p.Number)]; q != nil && p.State == document.InForce && a.from[q] == nil {
				a.to[p], a.from[q], a.like[p] = q, p, 1
			}
		}
	}
}

func (a *Alignment) bags(docs []*document.Document) []*bag {
	var out []*bag
	for _, d := range docs {
		for _, p := range d.Provisions() {
			a.docs[p] = d
			if p.State != document.InForce {
				continue
			}
			count := counted(d.Quote(p.Title) + " " + body(d, p))
			out = append(out, &bag{section: p, words: slices.Sorted(maps.Keys(count)), count: count, at: len(out)})
		}
	}
	return out
}

// body is the words of a section without its mark.
func body(d *document.Document, s *document.Section) string {
	var b strings.Builder
	s.Walk(func(n *document.Section) bool {
		b.WriteString(d.Quote(n.Lead) + " " + d.Quote(n.Tail) + " ")
		return true
	})
	return b.String()
}

// counted counts the words of a text, without numbers, in which renumbering shows.
func counted(text string) map[string]float64 {
	out := map[string]float64{}
	for _, w := range strings.FieldsFunc(strings.ToLower(text), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsMark(r) }) {
		out[w]++
	}
	return out
}

// weigh gives each word the weight of how few provisions hold it.
func weigh(lists ...[]*bag) {
	holding, all := map[string]float64{}, 0.0
	for _, list := range lists {
		for _, b := range list {
			all++
			for w := range b.count {
				holding[w]++
			}
		}
	}
	for _, list := range lists {
		for _, b := range list {
			for _, w := range b.words {
				b.count[w] *= math.Log(1 + all/holding[w])
				b.weight += b.count[w]
			}
		}
	}
}

// likeness is the share of words that two bags have in common.
func likeness(x, y *bag) float64 {
	if x.weight+y.weight == 0 {
		return 0
	}
	both := 0.0
	for _, w := range x.words {
		both += min(x.count[w], y.count[w])
	}
	return 2 * both / (x.weight + y.weight)
}

type pair struct {
	old, now *bag
	like     float64
}

// candidates lists the pairs that share a rare word, the likest first; of equal
// ones, those of the same number, then those that stand at like places.
func candidates(old, now []*bag) []pair {
	holding := map[string][]*bag{}
	for _, b := range now {
		for w := range b.count {
			holding[w] = append(holding[w], b)
		}
	}
	most := max(rareEnough, len(now)/20)
	var out []pair
	for _, o := range old {
		seen := map[*bag]bool{}
		for w := range o.count {
			if len(holding[w]) > most {
				continue
			}
			for _, n := range holding[w] {
				seen[n] = true
			}
		}
		for n := range seen {
			if like := likeness(o, n); like >= besideOne {
				out = append(out, pair{o, n, like})
			}
		}
	}
	place := func(b *bag, list []*bag) float64 { return float64(b.at) / float64(len(list)) }
	slices.SortFunc(out, func(p, q pair) int {
		return cmp.Or(cmp.Compare(math.Round(q.like*1e6), math.Round(p.like*1e6)),
			cmp.Compare(renumbered(p), renumbered(q)),
			cmp.Compare(math.Abs(place(p.old, old)-place(p.now, now)), math.Abs(place(q.old, old)-place(q.now, now))),
			cmp.Compare(p.old.at, q.old.at), cmp.Compare(p.now.at, q.now.at))
	})
	return out
}

func renumbered(p pair) int {
	if p.old.section.Number == p.now.section.Number {
		return 0
	}
	return 1
}

// take pairs provisions that are free, the likest first.
func (a *Alignment) take(pairs []pair, least float64, fit func(pair) bool) {
	for _, p := range pairs {
		if p.like >= least && a.to[p.old.section] == nil && a.from[p.now.section] == nil && fit(p) {
			a.to[p.old.section], a.from[p.now.section], a.like[p.old.section] = p.now.section, p.old.section, p.like
		}
	}
}

// beside reports whether the provisions before or behind a pair are one.
func (a *Alignment) beside(old, now []*bag, p pair) bool {
	for _, step := range []int{-1, 1} {
		i, j := p.old.at+step, p.now.at+step
		if i >= 0 && i < len(old) && j >= 0 && j < len(now) && a.to[old[i].section] == now[j].section {
			return true
		}
	}
	return false
}

// order marks the provisions that moved: those outside the longest row that
// stands in the same order in both.
func (a *Alignment) order(old, now []*bag) {
	at := map[*document.Section]int{}
	for _, b := range now {
		at[b.section] = b.at
	}
	var list []*bag
	for _, b := range old {
		if a.to[b.section] != nil {
			list = append(list, b)
		}
	}
	best, prev := make([]int, len(list)), make([]int, len(list))
	last := -1
	for i, b := range list {
		best[i], prev[i] = 1, -1
		for j := range i {
			if at[a.to[list[j].section]] < at[a.to[b.section]] && best[j] >= best[i] {
				best[i], prev[i] = best[j]+1, j
			}
		}
		if last < 0 || best[i] > best[last] {
			last = i
		}
	}
	stays := map[*bag]bool{}
	for i := last; i >= 0; i = prev[i] {
		stays[list[i]] = true
	}
	for _, b := range list {
		a.moved[b.section] = !stays[b]
	}
}
