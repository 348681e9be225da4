package compare

import (
	"cmp"
	"slices"

	"lacuna/analyzer/coverage"
)

// Column is one dossier of a comparison.
type Column struct {
	Name         string `json:"name"` // of the dossier
	Jurisdiction string `json:"jurisdiction,omitempty"`
	coverage.Matrix
}

// Row is one item, answered by each column.
type Row struct {
	Cells []coverage.Item // one for each column, in their order
}

// Item is the first column's, for what does not hang on a column: id, title, force.
func (r Row) Item() coverage.Item { return r.Cells[0] }

// Differs reports whether two columns answer an element otherwise.
func (r Row) Differs() bool {
	for i := range r.Item().Elements {
		if r.ElementDiffers(i) {
			return true
		}
	}
	return false
}

// ElementDiffers reports whether two columns answer the element at i otherwise.
func (r Row) ElementDiffers(i int) bool {
	return slices.ContainsFunc(r.Cells, func(it coverage.Item) bool {
		return it.Elements[i].Value != r.Item().Elements[i].Value
	})
}

// Gap reports whether an element is not found in one of the columns.
func (r Row) Gap() bool {
	return slices.ContainsFunc(r.Cells, func(it coverage.Item) bool {
		return slices.ContainsFunc(it.Elements, func(f coverage.Finding) bool { return f.Value == coverage.No })
	})
}

// Unanswered lists the elements ("3.1.c/producing") that a column does not answer
// and another does, in the order in which the others come.
func (c Column) Unanswered(columns []Column) []string {
	var out []string
	own := c.answered()
	for _, x := range columns {
		for _, id := range x.answered() {
			if !slices.Contains(own, id) && !slices.Contains(out, id) {
				out = append(out, id)
			}
		}
	}
	return out
}

// answered lists the elements that a column answers.
func (c Column) answered() []string {
	var out []string
	for _, it := range c.Items {
		for _, f := range it.Elements {
			out = append(out, it.ID+"/"+f.ID)
		}
	}
	return out
}

// Rows lays matrices side by side, item by item, in the first one's order. Items
// and elements that one of them does not answer are left out (see Unanswered).
func Rows(columns []Column) []Row {
	var out []Row
	for _, it := range columns[0].Items {
		row := Row{}
		for _, c := range columns {
			if i := slices.IndexFunc(c.Items, func(x coverage.Item) bool { return x.ID == it.ID }); i >= 0 {
				row.Cells = append(row.Cells, c.Items[i])
			}
		}
		if len(row.Cells) == len(columns) && row.common() {
			out = append(out, row)
		}
	}
	return out
}

// common keeps the elements that all cells answer, and reports whether there are any.
func (r Row) common() bool {
	shared := func(id string) bool {
		return !slices.ContainsFunc(r.Cells, func(it coverage.Item) bool {
			return !slices.ContainsFunc(it.Elements, func(f coverage.Finding) bool { return f.ID == id })
		})
	}
	for i := range r.Cells {
		all := r.Cells[i].Elements
		r.Cells[i].Elements = slices.DeleteFunc(slices.Clone(all), func(f coverage.Finding) bool { return !shared(f.ID) })
	}
	return len(r.Cells[0].Elements) > 0
}

// Unmeasured lists the languages of a column's texts in which answers have never
// been held against labels.
func (c Column) Unmeasured() []string {
	var out []string
	for _, t := range c.Texts {
		if t.Language != "" && !coverage.MeasuredLanguage(t.Language) && !slices.Contains(out, t.Language) {
			out = append(out, t.Language)
		}
	}
	return out
}

// UnmeasuredElement reports whether an element was never to be found in labelled
// texts in the languages of the column, so that nobody knows how well it is found.
func (c Column) UnmeasuredElement(item, element string) bool {
	return !slices.ContainsFunc(c.Texts, func(t coverage.Text) bool {
		return coverage.MeasuredElement(t.Language, item+"/"+element)
	})
}

// Wording is how one text words what an element asks for.
type Wording struct {
	Column   Column
	Text     coverage.Text
	Finding  coverage.Finding
	Evidence coverage.Evidence
}

// mostWordings is how many places of one dossier are shown.
const mostWordings = 2

// Wordings lists how the columns that cover an element word it: those that cover
// it in full first, then by how little narrows the words and how surely they were
// read; the shorter of two equals first.
func Wordings(columns []Column, item, element string) []Wording {
	var out []Wording
	sure := map[string]int{}
	for _, c := range columns {
		for _, it := range c.Items {
			for _, f := range it.Elements {
				if it.ID != item || f.ID != element || f.Value == coverage.No || f.Value == coverage.Unknown {
					continue
				}
				sure[c.Name] = f.Confidence
				for _, e := range f.Evidence[:min(mostWordings, len(f.Evidence))] {
					out = append(out, Wording{c, c.text(e.Text), f, e})
				}
			}
		}
	}
	slices.SortStableFunc(out, func(a, b Wording) int {
		return cmp.Or(cmp.Compare(rank[b.Finding.Value], rank[a.Finding.Value]),
			cmp.Compare(len(a.Evidence.NarrowedBy), len(b.Evidence.NarrowedBy)),
			cmp.Compare(sure[b.Column.Name], sure[a.Column.Name]),
			cmp.Compare(len(together(&a.Evidence)), len(together(&b.Evidence))))
	})
	return out
}

func (c Column) text(id string) coverage.Text {
	for _, t := range c.Texts {
		if t.ID == id {
			return t
		}
	}
	return coverage.Text{ID: id}
}
