package lexicon

import (
	"fmt"
	"maps"
	"slices"
	"strconv"

	"lacuna/analyzer/datafile"
)

// Lint reads the lexicon in the bytes of the file called name and says all that is
// wrong in it: what Load refuses, what can never be read in a text, what stands
// twice, and the examples that are not read as they tell. The error is
// datafile.Faults; the pack is nil where it cannot be used.
func (l *Library) Lint(name string, data []byte) (*Pack, error) {
	p, err := l.load(name, data, true)
	if err != nil {
		return nil, err
	}
	r, _ := datafile.Open(name, data)
	for _, e := range p.Examples {
		if p.reads(e.Text, e.Concept) != e.Read {
			r.Add(e.Line, e.Column, e.misread())
		}
	}
	return p, r.Err()
}

// reads reports whether a concept is read anywhere in a sentence.
func (p *Pack) reads(text, concept string) bool {
	return slices.ContainsFunc(p.Scan(p.Tokens(text, 0)), func(h Hit) bool { return p.Concept(h) == concept })
}

func (e Example) misread() string {
	if e.Read {
		return fmt.Sprintf("%s is not read in its example %q", e.Concept, e.Text)
	}
	return fmt.Sprintf("%s is read in %q, where it must not be", e.Concept, e.Text)
}

// Summary says how much stands in a lexicon.
type Summary struct {
	Language string `json:"language"`
	Name     string `json:"name"`
	Concepts int    `json:"concepts"` // that have words
	Patterns int    `json:"patterns"`
	Forms    int    `json:"forms"`    // different words that the patterns name
	Examples int    `json:"examples"` // sentences that must, or must not, be read as a concept
	Agree    int    `json:"agree"`    // those that are
}

// Summary counts what stands in the lexicon and runs its examples.
func (p *Pack) Summary() Summary {
	s := Summary{Language: p.Language, Name: p.Name, Examples: len(p.Examples)}
	forms := map[string]bool{}
	for _, lines := range p.said {
		s.Concepts++
		s.Patterns += len(lines)
		for _, line := range lines {
			pat, _ := p.compile(line, p.lib.ids)
			for _, a := range pat.atoms {
				maps.Copy(forms, a.forms)
			}
		}
	}
	s.Forms = len(forms)
	for _, e := range p.Examples {
		if p.reads(e.Text, e.Concept) == e.Read {
			s.Agree++
		}
	}
	return s
}

// Lack is something that a lexicon has and another has not.
type Lack struct {
	Kind  string `json:"kind"` // concept, example, number, list
	Name  string `json:"name"`
	Class string `json:"class,omitempty"` // of a concept
	Title string `json:"title"`           // what it is, in plain English
}

// Missing lists what the reference has and p has not: concepts without words,
// concepts without an example, numbers that cannot be read in words, and lists of
// words that are empty. What stands for a missing concept is never found.
func (p *Pack) Missing(reference *Pack) []Lack {
	var out []Lack
	shown, known := reference.shown(), p.shown()
	for _, c := range p.lib.Concepts {
		switch {
		case len(reference.Said(c.ID)) > 0 && len(p.Said(c.ID)) == 0:
			out = append(out, Lack{"concept", c.ID, c.Class, p.lib.Title(c.ID)})
		case shown[c.ID] && !known[c.ID]:
			out = append(out, Lack{"example", c.ID, c.Class, p.lib.Title(c.ID)})
		}
	}
	numbers := p.values()
	for _, v := range slices.Sorted(maps.Keys(reference.values())) {
		if !says(numbers, v) {
			out = append(out, Lack{"number", strconv.Itoa(v), "", "a number in words"})
		}
	}
	theirs, ours := reference.lists(), p.lists()
	for i, l := range theirs {
		if len(l.words) > 0 && len(ours[i].words) == 0 {
			out = append(out, Lack{"list", l.name, "", l.title})
		}
	}
	return out
}

// shown are the concepts that have an example.
func (p *Pack) shown() map[string]bool {
	out := map[string]bool{}
	for _, e := range p.Examples {
		out[e.Concept] = true
	}
	return out
}

// values are the numbers that have words.
func (p *Pack) values() map[int]bool {
	out := map[int]bool{}
	for _, m := range []map[string]int{p.units, p.times} {
		for _, v := range m {
			out[v] = true
		}
	}
	return out
}

// says reports whether a number has a word, or is put together from two: "dix-sept".
func says(numbers map[int]bool, v int) bool {
	for n := range numbers {
		if n == v || numbers[v-n] && adds(n, v-n) {
			return true
		}
	}
	return false
}

// list is a list of words at the head of a lexicon.
type list struct {
	name, title string
	words       map[string]bool
}

func (p *Pack) lists() []list {
	return []list{
		{"abbreviations", "words after which a point ends no sentence", p.short},
		{"ands", "the word and", p.ands},
		{"ors", "the word or", p.ors},
		{"light", "words that may stand between an act and its object", p.light},
		{"clauses", "words that open a clause of their own", p.clauses},
		{"ranges", "words that join the ends of a range", p.ranges},
	}
}
