// Package report turns a judged dossier into what people read. All formats are
// written from one plain, sorted Report, one file each; none of them judges.
package report

import (
	"slices"

	"lacuna/analyzer/checklist"
	"lacuna/analyzer/coverage"
	"lacuna/analyzer/document"
	"lacuna/analyzer/ledger"
)

// Report is all that a format may print, in the order in which it is printed.
type Report struct {
	Tool       ledger.Tool
	Checklist  ledger.Checklist
	Lexicons   ledger.Lexicons
	Dossier    ledger.Dossier
	Texts      []coverage.Text
	NotGiven   []coverage.Act       // acts in which subjects often stand, not among the texts
	BlindSpots []coverage.BlindSpot // offences that name a child and could not be placed
	Groups     []Group              // by treaty article, in the checklist's order
	Summary    coverage.Summary

	sources  map[string]*document.Source // by text id, for the words around a quote
	subjects map[string]string           // titles by id
}

// Group is one division of the matrix, usually an article of the treaty.
type Group struct {
	Title string
	Items []Item
}

// Item is an answered item with what the checklist says of it.
type Item struct {
	coverage.Item
	Question string
	Source   string   // the instrument it rests on, where that is not the treaty
	Usually  []string // acts in which the subject usually stands, if not in a penal code; those not among the texts
}

// Made says what a matrix was made from and with, beside the checklist.
type Made struct {
	Version  string // of the program
	Dossier  ledger.Dossier
	Lexicons string // SHA-256 of the concepts and language packs
}

// New makes a report of a matrix that answers the checklist for the sources.
func New(c *checklist.Checklist, m *coverage.Matrix, sources []*document.Source, made Made) *Report {
	r := &Report{
		Tool:       ledger.Tool{Name: "lacuna", Version: made.Version},
		Checklist:  ledger.Checklist{ID: c.ID, Version: c.Version, SHA256: c.SHA256, Title: c.Title},
		Lexicons:   ledger.Lexicons{SHA256: made.Lexicons},
		Dossier:    made.Dossier,
		Texts:      slices.Clone(m.Texts),
		NotGiven:   m.NotGiven,
		BlindSpots: m.BlindSpots,
		Summary:    m.Summary,
		sources:    map[string]*document.Source{},
		subjects:   subjectsOf(c),
	}
	for _, s := range sources {
		r.sources[s.ID] = s
	}
	for i := range r.Texts {
		fillText(&r.Texts[i])
	}
	r.group(c, m.Items)
	return r
}

// subjectsOf gives the titles of a checklist's subjects by id.
func subjectsOf(c *checklist.Checklist) map[string]string {
	out := map[string]string{}
	for _, s := range c.Subjects {
		out[s.ID] = s.Title
	}
	return out
}

// group lays the answered items under the checklist's groups, in the matrix's order.
func (r *Report) group(c *checklist.Checklist, answered []coverage.Item) {
	asked := map[string]checklist.Item{}
	for _, it := range c.Items {
		asked[it.ID] = it
	}
	place := map[string]int{}
	for _, g := range c.Groups {
		place[g.ID] = len(r.Groups)
		r.Groups = append(r.Groups, Group{Title: g.Title})
	}
	for _, it := range answered {
		q := asked[it.ID]
		at, ok := place[q.Group]
		if !ok {
			at, place[q.Group] = len(r.Groups), len(r.Groups)
			r.Groups = append(r.Groups, Group{Title: q.Group})
		}
		r.Groups[at].Items = append(r.Groups[at].Items, Item{fillItem(it), q.Question, q.Source, r.lacking(q.Usually)})
	}
	r.Groups = slices.DeleteFunc(r.Groups, func(g Group) bool { return len(g.Items) == 0 })
}

// lacking are those of the acts that are not among the texts.
func (r *Report) lacking(acts []string) []string {
	return slices.DeleteFunc(slices.Clone(acts), func(act string) bool {
		return !slices.ContainsFunc(r.NotGiven, func(a coverage.Act) bool { return a.Title == act })
	})
}

// Items lists the items of all groups in order.
func (r *Report) Items() []Item {
	var out []Item
	for _, g := range r.Groups {
		out = append(out, g.Items...)
	}
	return out
}

// several reports whether a provision must name its text.
func (r *Report) several() bool { return len(r.Texts) > 1 }

// fillText gives empty lists for missing ones, so that every format and every
// reader of the JSON sees a list.
func fillText(t *coverage.Text) {
	t.Health.NumberingGaps = listed(t.Health.NumberingGaps)
	t.Health.Notes = listed(t.Health.Notes)
	t.Carries = listed(t.Carries)
}

// fillItem does the same for a copy of an item.
func fillItem(it coverage.Item) coverage.Item {
	it.Elements = slices.Clone(listed(it.Elements))
	for i := range it.Elements {
		f := &it.Elements[i]
		f.Reasons, f.NearMisses = listed(f.Reasons), listed(f.NearMisses)
		f.Evidence = slices.Clone(listed(f.Evidence))
		for j := range f.Evidence {
			e := &f.Evidence[j]
			e.Path, e.Spans, e.NarrowedBy = listed(e.Path), listed(e.Spans), listed(e.NarrowedBy)
		}
	}
	return it
}

func listed[T any](s []T) []T {
	if s == nil {
		return []T{}
	}
	return s
}
