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
	"slices"
	"sort"
	"strings"
	"sync"

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
	Concepts   []Concept
	ids        map[string]int
	covering   map[string][]string // by concept: those that list it as covered
	fsys       fs.FS
	files      map[string]string // by language
	lock       sync.Mutex
	neighbours map[string]map[string]bool // small words of languages without a lexicon, by language
	packs      map[string]*Pack
	reduced    map[string]*Pack // those that read some concepts alone, by language and concepts
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
	prefixes  []string          // what is written in one word with the word after it
	suffixes  []string          // and with the word before it
	objects   []string          // suffixes by which a verb names its object: "him", "her"
	units     map[string]int
	times     map[string]int
	words     map[string]int // the numbers, from 1, of the words that patterns hold
	layers    []layer
	patterns  []pattern
	said      map[int][]string  // the lines of each concept, for search and baselines
	terms     map[string]string // a word for a child → one form that stands for all of that word's forms
	*asked                      // shared with the packs that read some concepts alone
}

// asked is what a pack makes when it is first asked for.
type asked struct {
	spelling sync.Once // guards all and places, which are made when misread words are first looked for
	all      *vocabulary
	places   map[string][]place // where each word stands in patterns
	telling  sync.Mutex
	tells    map[int]*vocabulary // the words of a concept
}

// Example is a sentence that must, or must not, be read as a concept.
type Example struct {
	Concept string
	Text    string
	Read    bool
	Line    int // where it stands in the file
	Column  int
}

// layer is the patterns that refer only to concepts of earlier layers, by what
// they begin with.
type layer struct {
	byWord    [][]start // by the word's number; shorter than the pack's words
	byConcept map[int][]*pattern
	byNumber  []*pattern
}

// LoadLibrary reads concepts.yaml and finds the languages there are lexicons for;
// a language is read when it is first asked for.
func LoadLibrary(fsys fs.FS) (*Library, error) {
	data, err := fs.ReadFile(fsys, "concepts.yaml")
	if err != nil {
		return nil, err
	}
	lib := &Library{ids: map[string]int{}, covering: map[string][]string{}, files: map[string]string{}, packs: map[string]*Pack{}, reduced: map[string]*Pack{}, fsys: fsys}
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
			lib.covering[n] = append(lib.covering[n], c.ID)
		}
	}
	if data, err := fs.ReadFile(fsys, "neighbours.yaml"); err == nil {
		var file map[string][]string
		if err := yaml.Unmarshal(data, &file); err != nil {
			return nil, fmt.Errorf("neighbours.yaml: %w", err)
		}
		lib.neighbours = readNeighbours(file)
	}
	names, err := fs.Glob(fsys, "lexicon/*.yaml")
	if err != nil {
		return nil, err
	}
	for _, name := range names {
		language := strings.TrimSuffix(path.Base(name), ".yaml")
		if lib.files[language] = name; lib.neighbours[language] != nil {
			faults = append(faults, fmt.Errorf("neighbours.yaml: %s has a lexicon of its own, %s: take it out here", language, name))
		}
	}
	return lib, errors.Join(faults...)
}

// Load reads the lexicon of a language, once. All faults are returned at once,
// each with file, line and column; the error for a language without a lexicon lists those
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
	p, err := l.load(name, data, false)
	if err != nil {
		return nil, err
	}
	if p.Language != language {
		return nil, fmt.Errorf("%s: says that its language is %q", name, p.Language)
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
		for _, wider := range l.covering[out[i]] {
			if !slices.Contains(out, wider) {
				out = append(out, wider)
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

// Read reports whether a text reads one of the concepts.
func (p *Pack) Read(text string, concepts ...string) bool {
	return slices.ContainsFunc(p.Scan(p.Tokens(text, 0)), func(h Hit) bool { return slices.Contains(concepts, p.Concept(h)) })
}

// Light reports whether a folded word carries no meaning of its own between an
// act and its object: an article, a conjunction, a preposition, "or otherwise".
func (p *Pack) Light(word string) bool { return p.light[word] }

// Term returns the form under which a folded word is filed as a defined term: for a
// child, one form for all those that their spelling does not show to be one word, as
// "طفل" and "أطفال"; else the word itself.
func (p *Pack) Term(word string) string {
	if form, ok := p.terms[word]; ok {
		return form
	}
	return word
}

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

func keys[V any](m map[string]V) []string {
	out := make([]string, 0, len(m))
	for k := range m {
		out = append(out, k)
	}
	sort.Strings(out)
	return out
}
