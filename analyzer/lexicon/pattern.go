package lexicon

import (
	"fmt"
	"strconv"
	"strings"
)

// A pattern is a row of atoms. In a lexicon file it is one line:
//
//	word          this very form
//	word/v        every form of word in the paradigm v
//	a|b/v|c       any of these
//	word?         may be left out
//	{child}       a place where that concept was read
//	#             a number, in digits or words
//	@             a word with a capital letter inside a sentence: a name
//	..4           up to four words of any kind, inside one sentence
type atomKind uint8

const (
	words atomKind = iota
	concept
	number
	name
	gap
)

type atom struct {
	kind     atomKind
	optional bool
	forms    map[string]bool // words
	concepts []int           // concept
	most     int             // gap
}

type pattern struct {
	concept int // what it reads
	atoms   []atom
	never   bool // a false friend: where it stands, the concept is not read
}

// compile reads one pattern line.
func (p *Pack) compile(line string, ids map[string]int) (pattern, error) {
	var pat pattern
	for _, field := range strings.Fields(line) {
		a, err := p.atom(field, ids)
		if err != nil {
			return pat, err
		}
		pat.atoms = append(pat.atoms, a)
	}
	if len(pat.atoms) == 0 {
		return pat, fmt.Errorf("an empty pattern")
	}
	if first := pat.atoms[0]; first.kind == gap || first.kind == name || first.optional {
		return pat, fmt.Errorf("a pattern cannot begin with %q, which stands for anything or nothing", strings.Fields(line)[0])
	}
	return pat, nil
}

func (p *Pack) atom(field string, ids map[string]int) (atom, error) {
	if rest, ok := strings.CutPrefix(field, ".."); ok {
		n, err := strconv.Atoi(rest)
		if err != nil || n < 1 || n > 30 {
			return atom{}, fmt.Errorf("a gap is written ..1 to ..30, not %q", field)
		}
		return atom{kind: gap, most: n}, nil
	}
	body, optional := strings.CutSuffix(field, "?")
	if body == "#" {
		return atom{kind: number, optional: optional}, nil
	}
	if body == "@" {
		return atom{kind: name, optional: optional}, nil
	}
	if strings.HasPrefix(body, "{") {
		a := atom{kind: concept, optional: optional}
		for _, name := range strings.Split(strings.Trim(body, "{}"), "|") {
			id, ok := ids[name]
			if !ok {
				near, _ := Nearest(name, keys(ids))
				return atom{}, fmt.Errorf("unknown concept {%s}; did you mean {%s}?", name, near)
			}
			a.concepts = append(a.concepts, id)
		}
		return a, nil
	}
	a := atom{kind: words, optional: optional, forms: map[string]bool{}}
	for _, alt := range strings.Split(body, "|") {
		if strings.ContainsAny(alt, "?{}#@") || alt == "" {
			return atom{}, fmt.Errorf("%q cannot stand among alternatives in %q", alt, field)
		}
		stem, paradigm, declined := strings.Cut(alt, "/")
		forms := []string{stem}
		if declined {
			rules, ok := p.paradigms[paradigm]
			if !ok {
				return atom{}, fmt.Errorf("unknown paradigm /%s in %q", paradigm, field)
			}
			forms = inflect(stem, rules)
		}
		for _, f := range forms {
			a.forms[p.word(f)] = true
		}
	}
	return a, nil
}

// Rule makes the forms of words that end in End: Cut letters are taken off the
// end, and each of Add is put on. The first rule that fits is taken.
type Rule struct {
	End string   `yaml:"end"` // several endings are separated by |; empty fits every word
	Cut int      `yaml:"cut"`
	Add []string `yaml:"add"`
}

func inflect(stem string, rules []Rule) []string {
	for _, r := range rules {
		for _, end := range strings.Split(r.End, "|") {
			if !strings.HasSuffix(stem, end) {
				continue
			}
			letters := []rune(stem)
			if r.Cut > len(letters) {
				continue
			}
			root := string(letters[:len(letters)-r.Cut])
			forms := make([]string, 0, len(r.Add))
			for _, add := range r.Add {
				forms = append(forms, root+add)
			}
			return forms
		}
	}
	return []string{stem}
}
