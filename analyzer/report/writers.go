package report

import (
	"embed"
	"encoding/csv"
	"html/template"
	"io"
	"strings"

	"lacuna/analyzer/compare"
	"lacuna/analyzer/coverage"
	"lacuna/analyzer/document"
)

// Writer is one way to print a result that is no matrix: the name of its format,
// as in Formats, and what writes it.
type Writer[T any] struct {
	Name  string
	Write func(io.Writer, *T, Options) error
}

// FindWriter returns the writer of that format; there is one for each.
func FindWriter[T any](writers []Writer[T], name string) Writer[T] {
	for _, f := range writers {
		if f.Name == name {
			return f
		}
	}
	return writers[0]
}

// quoting makes the face of one side or column of a comparison, which knows its
// texts, so that quotes show what stands between their pieces. A saved assessment
// has no sources.
func quoting(texts []coverage.Text, sources []*document.Source, w *Words) face {
	r := &Report{Texts: texts, sources: map[string]*document.Source{}}
	for _, s := range sources {
		r.sources[s.ID] = s
	}
	return face{r, w}
}

// answer is that of an element, in a word or two.
func (w *Words) answer(v coverage.Value) string {
	switch v {
	case coverage.Yes:
		return w.say("status.covered")
	case coverage.Partial:
		return w.say("short.narrower")
	case coverage.No:
		return w.say("short.gap")
	}
	return w.say("short.unknown")
}

// placed cites evidence: "PC, Section 5(1), page 9".
func placed(q face, e *coverage.Evidence) string { return q.cite(e.Text, e.Label, e.Page) }

// context is how many words that stayed are shown beside a change.
const context = 8

// changed shows the words that changed, with a few of those around them: gone and
// added say how each kind is marked.
func changed(words []compare.Run, gone, added func(string) string) string {
	var out strings.Builder
	for i, r := range words {
		text := strings.TrimRight(r.Text, " ")
		blank := r.Text[len(text):]
		switch r.Kind {
		case compare.Gone:
			out.WriteString(gone(text) + blank)
		case compare.Added:
			out.WriteString(added(text) + blank)
		default:
			out.WriteString(around8(strings.Fields(text), i > 0, i < len(words)-1) + blank)
		}
	}
	return out.String()
}

// around8 keeps the first words of a stretch behind a change and the last ones
// before one.
func around8(words []string, behind, before bool) string {
	first, last := 0, 0
	if behind {
		first = context
	}
	if before {
		last = context
	}
	if len(words) <= first+last+1 {
		return strings.Join(words, " ")
	}
	return strings.Join(words[:first], " ") + " […] " + strings.Join(words[len(words)-last:], " ")
}

// marks of words gone and added in plain text.
func minus(s string) string { return "[-" + s + "-]" }
func plus(s string) string  { return "{+" + s + "+}" }

// cellsOf writes rows as CSV, with no cell that a spreadsheet would run.
func cellsOf(w io.Writer, rows [][]string) error {
	for _, row := range rows {
		for i := range row {
			row[i] = inert(bare(row[i]))
		}
	}
	return csv.NewWriter(w).WriteAll(rows)
}

//go:embed compare.html.tmpl regression.html.tmpl comparison.html.tmpl wordings.html.tmpl
var compareTemplates embed.FS

// comparePage writes a page of that name in the frame that these pages share.
func comparePage(w io.Writer, name string, in *Words, funcs template.FuncMap, data any) error {
	t := template.New(name + ".html.tmpl").Funcs(template.FuncMap{"say": in.say, "made": in.madeBy, "apart": in.apart, "language": func() string { return in.Language }, "dir": func() string { return direction(in.Language) }}).Funcs(funcs)
	t, err := t.ParseFS(compareTemplates, "compare.html.tmpl", name+".html.tmpl")
	if err != nil {
		return err
	}
	return t.Execute(w, data)
}
