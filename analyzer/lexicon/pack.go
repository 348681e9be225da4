package lexicon

import (
	"maps"
	"slices"
	"strconv"
	"strings"

	"go.yaml.in/yaml/v4"

	"lacuna/analyzer/datafile"
)

// heads are the keys of a lexicon file, those that must be there first.
var heads = []string{"language", "name", "light", "clauses", "numbers", "paradigms", "concepts",
	"abbreviations", "ranges", "joins", "ands", "ors", "spellings", "times", "prefixes", "suffixes", "objects"}

// mostLayers is how deep concepts may refer to concepts.
const mostLayers = 30

// loader reads one lexicon file and gathers its faults.
type loader struct {
	*datafile.Reader
	pack *Pack
	pats []pattern
	at   map[string]*yaml.Node // where each concept stands
	wary bool                  // look for patterns that can never be read too
}

// load reads a lexicon file; the error is datafile.Faults. wary looks for what does
// no harm but is surely a slip: forms that no text can hold, lines that stand twice.
func (l *Library) load(file string, data []byte, wary bool) (*Pack, error) {
	r, root := datafile.Open(file, data)
	if root == nil {
		return nil, r.Err()
	}
	in := loader{Reader: r, pack: &Pack{asked: new(asked), lib: l, said: map[int][]string{}, words: map[string]int{}, terms: map[string]string{}}, at: map[string]*yaml.Node{}, wary: wary}
	in.read(root)
	if err := r.Err(); err != nil {
		return nil, err
	}
	return in.pack, nil
}

func (l *loader) read(root *yaml.Node) {
	f := l.Fields(root, "a lexicon", 7, heads...)
	p := l.pack
	p.Language, p.Name = l.Text(f["language"], "language"), l.Text(f["name"], "name")
	p.short, p.light, p.ranges, p.clauses = l.words(f, "abbreviations"), l.words(f, "light"), l.words(f, "ranges"), l.words(f, "clauses")
	p.joins, p.ands, p.ors = l.words(f, "joins"), l.words(f, "ands"), l.words(f, "ors")
	p.prefixes, p.suffixes, p.objects = l.ends(f, "prefixes"), l.ends(f, "suffixes"), l.ends(f, "objects")
	p.units, p.times = l.numbers(f["numbers"]), l.numbers(f["times"])
	p.spellings = map[string]string{}
	l.pairs(f["spellings"], "spellings", func(key, value *yaml.Node) {
		p.spellings[Fold(key.Value)] = Fold(l.Text(value, "spelling"))
	})
	p.paradigms = map[string][]Rule{}
	l.pairs(f["paradigms"], "paradigms", func(key, value *yaml.Node) { p.paradigms[key.Value] = l.rules(value) })
	l.pairs(f["concepts"], "concepts", l.concept)
	if circle := p.arrange(l.pats); len(circle) > 0 {
		l.Fault(l.at[circle[0]], "concepts refer to each other in a circle: %s", strings.Join(circle, ", "))
	}
}

// pairs visits the keys and values of a mapping, in order; a key that stands
// twice is a fault.
func (l *loader) pairs(n *yaml.Node, what string, visit func(key, value *yaml.Node)) {
	if n == nil {
		return
	}
	n = datafile.Target(n)
	if n.Kind != yaml.MappingNode {
		l.Fault(n, "%s must be a mapping of keys to values", what)
		return
	}
	seen := map[string]bool{}
	for i := 0; i+1 < len(n.Content); i += 2 {
		key := n.Content[i]
		if seen[key.Value] {
			l.Fault(key, "%q stands twice in %s", key.Value, what)
		}
		seen[key.Value] = true
		visit(key, n.Content[i+1])
	}
}

// words reads a list of words.
func (l *loader) words(f map[string]*yaml.Node, key string) map[string]bool {
	out := map[string]bool{}
	for _, n := range l.List(f[key], key) {
		out[Fold(l.Text(n, "word"))] = true
	}
	return out
}

// ends reads a list of prefixes or suffixes, in order.
func (l *loader) ends(f map[string]*yaml.Node, key string) []string {
	var out []string
	for _, n := range l.List(f[key], key) {
		out = append(out, Fold(l.Text(n, "word")))
	}
	return out
}

// numbers reads words with the whole numbers they stand for.
func (l *loader) numbers(n *yaml.Node) map[string]int {
	out := map[string]int{}
	l.pairs(n, "numbers", func(key, value *yaml.Node) {
		v, err := strconv.Atoi(value.Value)
		if err != nil || v < 0 {
			l.Fault(value, "the number %q stands for must be a whole number, not %q", key.Value, value.Value)
		}
		out[Fold(key.Value)] = v
	})
	return out
}

// rules reads a paradigm.
func (l *loader) rules(n *yaml.Node) []Rule {
	var out []Rule
	for _, n := range l.List(n, "paradigm") {
		f := l.Fields(n, "a rule of a paradigm", 3, "end", "cut", "add")
		if f["end"] == nil || f["cut"] == nil || f["add"] == nil {
			continue
		}
		cut, err := strconv.Atoi(f["cut"].Value)
		if err != nil || cut < 0 {
			l.Fault(f["cut"], "cut is how many letters are taken off, not %q", f["cut"].Value)
		}
		r := Rule{End: f["end"].Value, Cut: cut}
		for _, a := range l.List(f["add"], "add") {
			r.Add = append(r.Add, a.Value)
		}
		out = append(out, r)
	}
	return out
}

// concept reads the words of one concept.
func (l *loader) concept(name, value *yaml.Node) {
	id, ok := l.pack.lib.ids[name.Value]
	if !ok {
		l.Unknown(name, "concept", l.pack.lib.Names())
		return
	}
	l.at[name.Value] = name
	f := l.Fields(value, "the words of a concept", 0, "say", "never", "yes", "no")
	for _, key := range []string{"say", "never"} {
		seen := map[string]bool{}
		for _, n := range l.List(f[key], key) {
			line := l.Text(n, "pattern")
			if l.wary && seen[line] {
				l.Fault(n, "the pattern %q stands twice under %s of %s", line, key, name.Value)
			}
			seen[line] = true
			l.pattern(n, line, id, key == "never")
		}
	}
	for _, key := range []string{"yes", "no"} {
		for _, n := range l.List(f[key], key) {
			l.pack.Examples = append(l.pack.Examples, Example{Concept: name.Value, Text: l.Text(n, "example"), Read: key == "yes", Line: n.Line, Column: n.Column})
		}
	}
}

// pattern reads one pattern line of a concept.
func (l *loader) pattern(n *yaml.Node, line string, concept int, never bool) {
	if line == "" {
		return
	}
	pat, slip := l.pack.compile(line, l.pack.lib.ids)
	if slip == nil && l.wary {
		slip = l.pack.unread(line, pat)
	}
	if slip != nil {
		l.slip(n, slip)
	}
	if len(pat.atoms) == 0 {
		return
	}
	pat.concept, pat.never = concept, never
	l.pats = append(l.pats, pat)
	if !never {
		l.pack.said[concept] = append(l.pack.said[concept], line)
		l.sameTerm(pat)
	}
}

// sameTerm notes the words of a pattern that is one word for a child: they are the
// forms of one term.
func (l *loader) sameTerm(pat pattern) {
	if len(pat.atoms) != 1 || pat.atoms[0].kind != words || l.pack.lib.Concepts[pat.concept].ID != "child" {
		return
	}
	forms := keys(pat.atoms[0].forms)
	for _, w := range forms {
		if _, ok := l.pack.terms[w]; !ok {
			l.pack.terms[w] = forms[0]
		}
	}
}

// slip reports what is wrong in a pattern, at the part of the line that it names.
func (l *loader) slip(n *yaml.Node, s *slip) {
	f := l.Fault(n, "%s", s.message)
	source := []rune(f.Source)
	if at := strings.Index(string(source[min(n.Column-1, len(source)):]), s.part); at > 0 {
		f.Column += len([]rune(string(source[n.Column-1:])[:at]))
	}
	if s.name != "" {
		f.DidYouMean, _ = datafile.Nearest(s.name, s.known)
	}
	if len(s.known) <= 20 {
		f.Allowed = s.known
	}
}

// arrange sorts patterns into layers, so that each refers only to concepts that
// earlier layers have read. It returns the concepts that refer to each other in a
// circle, where there are any: these can never be read.
func (p *Pack) arrange(pats []pattern) (circle []string) {
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
		if round > mostLayers {
			for _, id := range slices.Sorted(maps.Keys(depth)) {
				if depth[id] > mostLayers {
					circle = append(circle, p.lib.Concepts[id].ID)
				}
			}
			return circle
		}
	}
	p.patterns = pats
	for i := range pats {
		pat := &pats[i]
		d := depth[pat.concept]
		for len(p.layers) <= d {
			p.layers = append(p.layers, layer{byConcept: map[int][]*pattern{}})
		}
		l := &p.layers[d]
		switch first := pat.atoms[0]; first.kind {
		case words:
			begins := startOf(pat)
			for _, word := range first.words {
				for len(l.byWord) <= word {
					l.byWord = append(l.byWord, nil)
				}
				l.byWord[word] = append(l.byWord[word], begins)
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
