package lexicon

import (
	"fmt"

	"go.yaml.in/yaml/v4"
)

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
