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
//	=2            takes no word, and gives the number 2: a dual such as سنتين
type atomKind uint8

const (
	words atomKind = iota
	concept
	number
	name
	gap
	given
)

type atom struct {
	kind     atomKind
	optional bool
	forms    map[string]bool // words
	words    []int           // their numbers
	concepts []int           // concept
	most     int             // gap; the number given
}

type pattern struct {
	concept int // what it reads
	atoms   []atom
	never   bool // a false friend: where it stands, the concept is not read
}

// slip is what is wrong in a pattern.
type slip struct {
	message string
	part    string   // the part of the line that is wrong
	name    string   // the name in it that is not known
	known   []string // the names that may stand there
}

// compile reads one pattern line.
func (p *Pack) compile(line string, ids map[string]int) (pattern, *slip) {
	var pat pattern
	for _, field := range strings.Fields(line) {
		a, wrong := p.atom(field, ids)
		if wrong != nil {
			wrong.part = field
			return pattern{}, wrong
		}
		pat.atoms = append(pat.atoms, a)
	}
	if len(pat.atoms) == 0 {
		return pat, &slip{message: "an empty pattern"}
	}
	if first := pat.atoms[0]; first.kind == gap || first.kind == name || first.kind == given || first.optional {
		part := strings.Fields(line)[0]
		return pattern{}, &slip{message: fmt.Sprintf("a pattern cannot begin with %q, which stands for anything or nothing", part), part: part}
	}
	return pat, nil
}

func (p *Pack) atom(field string, ids map[string]int) (atom, *slip) {
	if rest, ok := strings.CutPrefix(field, ".."); ok {
		n, err := strconv.Atoi(rest)
		if err != nil || n < 1 || n > 30 {
			return atom{}, &slip{message: fmt.Sprintf("a gap is written ..1 to ..30, not %q", field)}
		}
		return atom{kind: gap, most: n}, nil
	}
	if rest, ok := strings.CutPrefix(field, "="); ok {
		n, err := strconv.Atoi(rest)
		if err != nil {
			return atom{}, &slip{message: fmt.Sprintf("a number is given as =1 or =2, not %q", field)}
		}
		return atom{kind: given, most: n}, nil
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
				return atom{}, &slip{message: fmt.Sprintf("unknown concept {%s}", name), name: name, known: keys(ids)}
			}
			a.concepts = append(a.concepts, id)
		}
		return a, nil
	}
	forms, wrong := p.forms(body)
	return atom{kind: words, optional: optional, forms: forms, words: p.numbered(keys(forms))}, wrong
}

// numbered gives words the numbers by which the scanner compares them.
func (p *Pack) numbered(words []string) []int {
	var out []int
	for _, w := range words {
		if p.words[w] == 0 {
			p.words[w] = len(p.words) + 1
		}
		out = append(out, p.words[w])
	}
	return out
}

// forms lists the forms of alternatives: "a|b/v".
func (p *Pack) forms(body string) (map[string]bool, *slip) {
	out := map[string]bool{}
	for _, alt := range strings.Split(body, "|") {
		if strings.ContainsAny(alt, "?{}#@") || alt == "" {
			return nil, &slip{message: fmt.Sprintf("%q cannot stand among alternatives in %q", alt, body)}
		}
		stem, paradigm, declined := strings.Cut(alt, "/")
		forms := []string{stem}
		if declined {
			rules, ok := p.paradigms[paradigm]
			if !ok {
				return nil, &slip{message: fmt.Sprintf("unknown paradigm /%s in %q", paradigm, body), name: paradigm, known: keys(p.paradigms)}
			}
			forms = inflect(stem, rules)
		}
		for _, f := range forms {
			out[p.word(f)] = true
		}
	}
	return out, nil
}

// unread finds a form in a pattern that no text can hold, as it is cut into
// several words or is no word: "co-operate", "d'enfants".
func (p *Pack) unread(line string, pat pattern) *slip {
	for i, field := range strings.Fields(line) {
		for _, form := range keys(pat.atoms[i].forms) {
			if t := p.Tokens(form, 0); len(t) != 1 || t[0].Word != form {
				return &slip{message: fmt.Sprintf("no word of a text is %q: a hyphen, an apostrophe or a point ends a word", form), part: field}
			}
		}
	}
	return nil
}

// Rule makes the forms of words that end in End: Cut letters are taken off the
// end, and each of Add is put on. The first rule that fits is taken.
type Rule struct {
	End string // several endings are separated by |; empty fits every word
	Cut int
	Add []string
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
