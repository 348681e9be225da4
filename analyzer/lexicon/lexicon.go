// Package lexicon holds what lacuna knows of languages: how text is cut into
// words, and by which words each concept of law is recognised. Concepts are the
// same for every language and stand in checklists/concepts.yaml; a language is
// one file under checklists/lexicon.
package lexicon

import (
	"errors"
	"fmt"
	"io/fs"
	"path"
	"sort"
	"strconv"
	"strings"
	"sync"
	"unicode"

	"go.yaml.in/yaml/v4"
)

// Concept is one idea of law that lexicons put into words.
type Concept struct {
	ID      string   `yaml:"id"`
	Class   string   `yaml:"class"`
	Title   string   `yaml:"title"`   // in plain English, for reasons
	Purpose string   `yaml:"purpose"` // the purpose that it is where a text names it as a kind of exploitation
	Covers  []string `yaml:"covers"`  // narrower concepts that it necessarily takes in
}

// Library is the concepts and the packs of all languages.
type Library struct {
	Concepts []Concept
	ids      map[string]int
	fsys     fs.FS
	files    map[string]string // by language
	lock     sync.Mutex
	packs    map[string]*Pack
}

// Pack is the lexicon of one language, compiled.
type Pack struct {
	Language  string // ISO 639-1
	Name      string
	Examples  []Example
	lib       *Library
	paradigms map[string][]Rule
	short     map[string]bool
	light     map[string]bool
	ranges    map[string]bool
	clauses   map[string]bool
	joins     map[string]bool   // words inside a number: "vinte e um"
	ands, ors map[string]bool   // the words "and" and "or"
	spellings map[string]string // another spelling of a word → the one that patterns use
	units     map[string]int
	times     map[string]int
	layers    []layer
	said      map[int][]string // the lines of each concept, for search and baselines
}

// Example is a sentence that must, or must not, be read as a concept.
type Example struct {
	Concept string
	Text    string
	Read    bool
	Line    int
}

// layer is the patterns that refer only to concepts of earlier layers.
type layer struct {
	byWord    map[string][]pattern
	byConcept map[int][]pattern
	byNumber  []pattern
}

// LoadLibrary reads concepts.yaml and finds the languages there are lexicons for;
// a language is read when it is first asked for.
func LoadLibrary(fsys fs.FS) (*Library, error) {
	data, err := fs.ReadFile(fsys, "concepts.yaml")
	if err != nil {
		return nil, err
	}
	lib := &Library{ids: map[string]int{}, files: map[string]string{}, packs: map[string]*Pack{}, fsys: fsys}
	if err := yaml.Unmarshal(data, &lib.Concepts); err != nil {
		return nil, fmt.Errorf("concepts.yaml: %w", err)
	}
	var faults []error
	for i, c := range lib.Concepts {
		if _, twice := lib.ids[c.ID]; twice {
			faults = append(faults, fmt.Errorf("concepts.yaml: concept %s stands twice", c.ID))
		}
		lib.ids[c.ID] = i
	}
	for _, c := range lib.Concepts {
		for _, n := range c.Covers {
			if _, ok := lib.ids[n]; !ok {
				faults = append(faults, fmt.Errorf("concepts.yaml: %s covers an unknown concept %s", c.ID, n))
			}
		}
	}
	names, err := fs.Glob(fsys, "lexicon/*.yaml")
	if err != nil {
		return nil, err
	}
	for _, name := range names {
		lib.files[strings.TrimSuffix(path.Base(name), ".yaml")] = name
	}
	return lib, errors.Join(faults...)
}

// Load reads the lexicon of a language, once. All faults are returned at once,
// each with file and line; the error for a language without a lexicon lists those
// there are.
func (l *Library) Load(language string) (*Pack, error) {
	l.lock.Lock()
	defer l.lock.Unlock()
	if p := l.packs[language]; p != nil {
		return p, nil
	}
	name, ok := l.files[language]
	if !ok {
		return nil, fmt.Errorf("there is no lexicon for the language %q; there are lexicons for %s", language, strings.Join(l.Languages(), ", "))
	}
	data, err := fs.ReadFile(l.fsys, name)
	if err != nil {
		return nil, err
	}
	p, faults := l.load(path.Base(name), data)
	if p.Language != language {
		faults = append(faults, fmt.Errorf("%s: says that its language is %q", name, p.Language))
	}
	if len(faults) > 0 {
		return nil, errors.Join(faults...)
	}
	l.packs[language] = p
	return p, nil
}

// Pack returns the lexicon of a language, or nil where there is none in order.
func (l *Library) Pack(language string) *Pack {
	p, _ := l.Load(language)
	return p
}

// Languages lists the languages there are lexicons for, sorted.
func (l *Library) Languages() []string { return keys(l.files) }

// ID returns the index of a concept.
func (l *Library) ID(name string) (int, bool) {
	i, ok := l.ids[name]
	return i, ok
}

// Names lists all concept ids, sorted.
func (l *Library) Names() []string { return keys(l.ids) }

// Covering lists the concept and all concepts that necessarily take it in.
func (l *Library) Covering(name string) []string {
	out := []string{name}
	for i := 0; i < len(out); i++ {
		for _, c := range l.Concepts {
			for _, n := range c.Covers {
				if n == out[i] && !contains(out, c.ID) {
					out = append(out, c.ID)
				}
			}
		}
	}
	return out
}

// Title returns a concept's name in plain English.
func (l *Library) Title(name string) string {
	if i, ok := l.ids[name]; ok && l.Concepts[i].Title != "" {
		return l.Concepts[i].Title
	}
	return strings.ReplaceAll(name, "_", " ")
}

// Concept returns the concept of a hit.
func (p *Pack) Concept(h Hit) string { return p.lib.Concepts[h.Concept].ID }

// Light reports whether a folded word carries no meaning of its own between an
// act and its object: an article, a conjunction, a preposition, "or otherwise".
func (p *Pack) Light(word string) bool { return p.light[word] }

// Range reports whether a folded word joins the ends of a range of numbers, as
// "to" in "articles 5 to 9".
func (p *Pack) Range(word string) bool { return p.ranges[word] }

// Clause reports whether a folded word begins a clause of its own, so that what
// stands after it is no longer the object of the verb before it.
func (p *Pack) Clause(word string) bool { return p.clauses[word] }

// And reports whether a folded word is the language's "and".
func (p *Pack) And(word string) bool { return p.ands[word] }

// Or reports whether a folded word is the language's "or".
func (p *Pack) Or(word string) bool { return p.ors[word] }

// Said lists the pattern lines by which a concept is read, in the file's order.
func (p *Pack) Said(concept string) []string { return p.said[p.lib.ids[concept]] }

type packFile struct {
	Language      string            `yaml:"language"`
	Name          string            `yaml:"name"`
	Abbreviations []string          `yaml:"abbreviations"`
	Light         []string          `yaml:"light"`
	Ranges        []string          `yaml:"ranges"`
	Clauses       []string          `yaml:"clauses"`
	Joins         []string          `yaml:"joins"`
	Ands          []string          `yaml:"ands"`
	Ors           []string          `yaml:"ors"`
	Spellings     map[string]string `yaml:"spellings"`
	Numbers       map[string]int    `yaml:"numbers"`
	Times         map[string]int    `yaml:"times"`
	Paradigms     map[string][]Rule `yaml:"paradigms"`
	Concepts      yaml.Node         `yaml:"concepts"`
}

type entry struct {
	Say   []yaml.Node `yaml:"say"`
	Never []yaml.Node `yaml:"never"`
	Yes   []yaml.Node `yaml:"yes"`
	No    []yaml.Node `yaml:"no"`
}

func (l *Library) load(file string, data []byte) (*Pack, []error) {
	p := &Pack{lib: l, said: map[int][]string{}}
	var f packFile
	if err := yaml.Unmarshal(data, &f); err != nil {
		return p, []error{fmt.Errorf("lexicon/%s: %w", file, err)}
	}
	p.Language, p.Name, p.paradigms, p.units, p.times = f.Language, f.Name, f.Paradigms, f.Numbers, f.Times
	p.short, p.light, p.ranges, p.clauses = set(f.Abbreviations), set(f.Light), set(f.Ranges), set(f.Clauses)
	p.joins, p.ands, p.ors = set(f.Joins), set(f.Ands), set(f.Ors)
	p.spellings = make(map[string]string, len(f.Spellings))
	for other, word := range f.Spellings {
		p.spellings[Fold(other)] = Fold(word)
	}
	var faults []error
	fault := func(line int, err error) {
		faults = append(faults, fmt.Errorf("lexicon/%s:%d: %w", file, line, err))
	}
	var pats []pattern
	for i := 0; i+1 < len(f.Concepts.Content); i += 2 {
		name := f.Concepts.Content[i]
		id, ok := l.ids[name.Value]
		if !ok {
			near, _ := Nearest(name.Value, keys(l.ids))
			fault(name.Line, fmt.Errorf("unknown concept %q; did you mean %q?", name.Value, near))
			continue
		}
		var e entry
		if err := f.Concepts.Content[i+1].Decode(&e); err != nil {
			fault(name.Line, err)
			continue
		}
		add := func(lines []yaml.Node, never bool) {
			for _, n := range lines {
				pat, err := p.compile(n.Value, l.ids)
				if err != nil {
					fault(n.Line, err)
					continue
				}
				pat.concept, pat.never = id, never
				pats = append(pats, pat)
				if !never {
					p.said[id] = append(p.said[id], n.Value)
				}
			}
		}
		add(e.Say, false)
		add(e.Never, true)
		for _, n := range e.Yes {
			p.Examples = append(p.Examples, Example{Concept: name.Value, Text: n.Value, Read: true, Line: n.Line})
		}
		for _, n := range e.No {
			p.Examples = append(p.Examples, Example{Concept: name.Value, Text: n.Value, Line: n.Line})
		}
	}
	if err := p.arrange(pats); err != nil {
		faults = append(faults, fmt.Errorf("lexicon/%s: %w", file, err))
	}
	return p, faults
}

// arrange sorts patterns into layers, so that each refers only to concepts that
// earlier layers have read.
func (p *Pack) arrange(pats []pattern) error {
	depth := map[int]int{}
	for round := 0; ; round++ {
		changed := false
		for _, pat := range pats {
			need := 0
			for _, a := range pat.atoms {
				for _, c := range a.concepts {
					need = max(need, depth[c]+1)
				}
			}
			if need > depth[pat.concept] {
				depth[pat.concept], changed = need, true
			}
		}
		if !changed {
			break
		}
		if round > 30 {
			return fmt.Errorf("concepts refer to each other in a circle")
		}
	}
	for _, pat := range pats {
		d := depth[pat.concept]
		for len(p.layers) <= d {
			p.layers = append(p.layers, layer{byWord: map[string][]pattern{}, byConcept: map[int][]pattern{}})
		}
		l := &p.layers[d]
		switch first := pat.atoms[0]; first.kind {
		case words:
			for _, form := range keys(first.forms) {
				l.byWord[form] = append(l.byWord[form], pat)
			}
		case concept:
			for _, c := range first.concepts {
				l.byConcept[c] = append(l.byConcept[c], pat)
			}
		case number:
			l.byNumber = append(l.byNumber, pat)
		}
	}
	return nil
}

// number reads a number in digits or words at token i; n is how many tokens it
// took, 0 where there is none. A number repeated in brackets, "eighteen (18)",
// is read as one.
func (p *Pack) number(tokens []Token, i int) (value, n int) {
	value, n = p.plainNumber(tokens, i)
	if n == 0 {
		return 0, 0
	}
	if again, m := p.plainNumber(tokens, i+n); m > 0 && again == value && !tokens[i+n].Break {
		n += m
	}
	return value, n
}

func (p *Pack) plainNumber(tokens []Token, i int) (value, n int) {
	if i >= len(tokens) {
		return 0, 0
	}
	digits := strings.TrimRightFunc(tokens[i].Word, unicode.IsLetter) // "18th", "109a"
	if v, err := strconv.Atoi(digits); err == nil && len(tokens[i].Word)-len(digits) <= 2 {
		return v, 1
	}
	for i+n < len(tokens) && (n == 0 || !tokens[i+n].Break) {
		w := tokens[i+n].Word
		if v, ok := p.units[w]; ok && (n == 0 || adds(value, v)) {
			value += v
		} else if t, ok := p.times[w]; ok {
			value = max(value, 1) * t
		} else if n > 0 && p.joins[w] && p.goesOn(tokens, i+n+1, value) {
		} else {
			break
		}
		n++
	}
	return value, n
}

// adds reports whether a number word goes on a number: "twenty" and "one".
func adds(value, unit int) bool {
	switch {
	case unit < 10 && value%100 >= 10 && value%10 == 0, value >= 100 && value%100 == 0:
		return true
	case value > 0 && value < 10: // the unit first, as in Arabic: "six ten", "one and twenty"
		return unit == 10 || unit >= 20 && unit < 100 && unit%10 == 0
	}
	return false
}

// goesOn reports whether token i goes on a number after a joining word.
func (p *Pack) goesOn(tokens []Token, i, value int) bool {
	if i >= len(tokens) || tokens[i].Break {
		return false
	}
	v, ok := p.units[tokens[i].Word]
	return ok && adds(value, v)
}

func set(words []string) map[string]bool {
	m := make(map[string]bool, len(words))
	for _, w := range words {
		m[Fold(w)] = true
	}
	return m
}

func keys[V any](m map[string]V) []string {
	out := make([]string, 0, len(m))
	for k := range m {
		out = append(out, k)
	}
	sort.Strings(out)
	return out
}

func contains(list []string, s string) bool {
	for _, x := range list {
		if x == s {
			return true
		}
	}
	return false
}
