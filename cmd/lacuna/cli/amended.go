package cli

import (
	"slices"
	"strings"

	"github.com/urfave/cli/v2"

	"lacuna/analyzer"
	"lacuna/analyzer/amend"
	"lacuna/analyzer/document"
	"lacuna/analyzer/lexicon"
	"lacuna/checklists"
)

// amends reports whether all texts of a side are amending acts.
func (x side) amends() bool {
	return x.judged != nil && !slices.ContainsFunc(x.judged.Documents, func(d *document.Document) bool { return d.Character.Kind != document.AmendingAct })
}

// asAmended judges what acts make of an old side, one after the other.
func (s *session) asAmended(b *bench, old side, acts []side) (side, error) {
	if old.judged == nil {
		return side{}, usage("%s is a saved assessment, which holds no text to amend: give the law itself", old.Name)
	}
	if old.amends() {
		return side{}, usage("%s is itself an amending act: the law that the acts amend comes first, lacuna diff LAW ACT…", old.Name)
	}
	sources := slices.Clone(old.given)
	var names []string
	for _, x := range acts {
		if !x.amends() {
			return side{}, usage("%s is not an amending act (%s): diff takes one new text, or amending acts alone", x.Name, x.kind())
		}
		if err := meant(b, old, x); err != nil {
			return side{}, err
		}
		sources, names = append(sources, x.given...), append(names, x.Name)
	}
	tellApart(sources)
	d := &dossier{name: old.Name + " as amended by " + strings.Join(names, ", "), jurisdiction: old.Jurisdiction}
	now := s.stand(b, d, sources)
	now.amended = slices.Clone(now.judged.Amendments[len(old.judged.Amendments):])
	for _, before := range old.judged.Amendments { // the old side had been amended too
		for i := range now.amended {
			if a := &now.amended[i]; a.Law == before.Law {
				a.Law = before.Text
			}
		}
	}
	for _, src := range sources[len(old.given):] {
		if !slices.ContainsFunc(now.amended, func(a amend.Amendment) bool { return a.Act == src.ID }) {
			return side{}, usage("%s amends none of the texts of %s: where it does, say so in a dossier file (amends: NAME)", src.ID, old.Name)
		}
	}
	return now, nil
}

// kind says what kind of texts a side holds.
func (x side) kind() string {
	if x.judged == nil {
		return "a saved assessment"
	}
	var kinds []string
	for _, d := range x.judged.Documents {
		kinds = append(kinds, string(d.Character.Kind))
	}
	return strings.Join(slices.Compact(kinds), ", ")
}

// meant makes acts amend the one law of an old side. It is an error where they
// amend another.
func meant(b *bench, old, acts side) error {
	if len(old.judged.InForce) != 1 {
		return nil // which law each act amends is told by the provisions that it names
	}
	law := old.judged.InForce[0]
	for _, act := range acts.judged.Documents {
		if why := analyzer.NotAmended(law, act, b.Options); why != "" && act.Amends == "" {
			return usage("%s amends another law than %s: %s", act.ID, old.Name, why)
		}
		act.Amends = law.ID
	}
	return nil
}

// textAmended carries acts out on a text, one after the other, and tells of each
// amendment what became of it.
func (s *session) textAmended(c *cli.Context, src *document.Source, acts []string) (*document.Source, error) {
	lib, err := lexicon.LoadLibrary(checklists.FS)
	if err != nil {
		return nil, err
	}
	opt := analyzer.Options{Lexicons: lib, Language: c.String("language")}
	law := analyzer.Outline(src, opt)
	for _, path := range acts {
		read, err := s.readOne(c, path)
		if err != nil {
			return nil, err
		}
		act := analyzer.Outline(read, opt)
		if kind := act.Character.Kind; kind != document.AmendingAct {
			return nil, usage("%s is not an amending act (%s)", path, kind)
		}
		if why := analyzer.NotAmended(law, act, opt); why != "" {
			return nil, usage("%s amends another law than %s: %s", path, src.Path, why)
		}
		now, changes := analyzer.Amend(law, act, opt)
		for _, change := range changes {
			s.warn("%v", change)
		}
		law = now
	}
	return law.Source, nil
}
