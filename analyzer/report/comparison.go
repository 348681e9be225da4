package report

import (
	"html/template"
	"io"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"lacuna/analyzer/checklist"
	"lacuna/analyzer/compare"
	"lacuna/analyzer/coverage"
	"lacuna/analyzer/document"
	"lacuna/analyzer/ledger"
)

// Comparison lays several dossiers side by side, item by item. It ranks none and
// adds nothing up.
type Comparison struct {
	Tool      ledger.Tool
	Checklist ledger.Checklist
	Columns   []compare.Column
	Rows      []compare.Row
	Only      string // "differences", "gaps" or empty: which rows there are
	sources   [][]*document.Source
	subjects  map[string]string // titles by id
}

// comparing is a comparison as it is said in one language.
type comparing struct {
	*Comparison
	*Words
	faces []face // of the columns
}

// in gives the comparison the language that the options ask for.
func (r *Comparison) in(o Options) comparing {
	c := comparing{Comparison: r, Words: o.words()}
	for i, col := range r.Columns {
		f := quoting(col.Texts, r.sources[i], c.Words)
		f.subjects = r.subjects
		c.faces = append(c.faces, f)
	}
	return c
}

// NewComparison makes the report of a comparison; sources are those of each
// column, none of a saved assessment. only keeps the rows in which answers differ
// ("differences"), or an element is not found somewhere ("gaps").
func NewComparison(version string, c *checklist.Checklist, columns []compare.Column, sources [][]*document.Source, only string) *Comparison {
	r := &Comparison{
		Tool:      ledger.Tool{Name: "lacuna", Version: version},
		Checklist: ledger.Checklist{ID: c.ID, Version: c.Version, SHA256: c.SHA256, Title: c.Title},
		Columns:   columns, Rows: compare.Rows(columns), Only: only, sources: sources, subjects: subjectsOf(c),
	}
	r.Rows = slices.DeleteFunc(r.Rows, func(row compare.Row) bool {
		return only == "differences" && !row.Differs() || only == "gaps" && !row.Gap()
	})
	return r
}

// ComparisonWriters are the formats of lacuna compare.
var ComparisonWriters = []Writer[Comparison]{
	{"table", comparisonTable}, {"md", comparisonMarkdown}, {"csv", comparisonCSV}, {"json", comparisonJSON}, {"html", comparisonHTML},
}

// Title names what is compared.
func (r comparing) Title() string {
	var names []string
	for i := range r.Columns {
		names = append(names, r.name(i))
	}
	title := r.sentence(r.Checklist.Title) + r.say("colon") + r.list(names)
	switch r.Only {
	case "differences":
		title += ". " + r.say("compare.only-differences")
	case "gaps":
		title += ". " + r.say("compare.only-gaps")
	}
	return title
}

// Marks of answers whose accuracy was never measured.
const (
	markLanguage = "†"
	markElement  = "‡"
)

// name is what a column is called: by its jurisdiction, else by the title of its
// only text, else by its own name, the first of them that no other column shares.
// It is marked where the column's language was never measured.
func (r comparing) name(i int) string {
	c := r.Columns[i]
	name := c.Name
	for _, said := range []func(compare.Column) string{func(c compare.Column) string { return c.Jurisdiction }, onlyTitle} {
		if x := said(c); x != "" && !slices.ContainsFunc(slices.Delete(slices.Clone(r.Columns), i, i+1), func(o compare.Column) bool { return said(o) == x }) {
			name = x
			break
		}
	}
	name = r.apart(name)
	if len(c.Unmeasured()) > 0 {
		name += markLanguage
	}
	return name
}

// longestTitle is how many letters of a title still make a heading.
const longestTitle = 40

// onlyTitle is the title of a column's only text where it is short enough for a
// heading, else empty.
func onlyTitle(c compare.Column) string {
	if len(c.Texts) != 1 || utf8.RuneCountInString(c.Texts[0].Title) > longestTitle {
		return ""
	}
	return c.Texts[0].Title
}

// Notes explain the marks that stand in the comparison, and what differs in what
// is compared.
func (r comparing) notes() []string {
	var out []string
	for i, c := range r.Columns {
		var texts []string
		for _, t := range c.Texts {
			texts = append(texts, r.textLine(t))
		}
		line := strings.Join(texts, r.say("list.semicolon"))
		if !strings.HasPrefix(line, r.name(i)) {
			line = r.name(i) + r.say("colon") + line
		}
		out = append(out, line)
	}
	for i, c := range r.Columns {
		if l := c.Unmeasured(); len(l) > 0 {
			out = append(out, markLanguage+" "+r.say("compare.unmeasured", "name", strings.TrimSuffix(r.name(i), markLanguage), "languages", r.list(l)))
		}
	}
	if r.elementMarked() {
		out = append(out, markElement+" "+r.say("compare.unmeasured-element"))
	}
	return append(out, r.say("caveat"))
}

func (r comparing) elementMarked() bool {
	return slices.ContainsFunc(r.Rows, func(row compare.Row) bool {
		for i := range r.Columns {
			if slices.ContainsFunc(row.Cells[i].Elements, func(f coverage.Finding) bool { return r.mark(i, row, f) != "" }) {
				return true
			}
		}
		return false
	})
}

// mark marks an element that was never measured in a measured language.
func (r comparing) mark(column int, row compare.Row, f coverage.Finding) string {
	if c := r.Columns[column]; len(c.Unmeasured()) == 0 && c.UnmeasuredElement(row.Item().ID, f.ID) {
		return markElement
	}
	return ""
}

// lacks says in short what a column's item lacks, where its answer does not.
func (r comparing) lacks(column int, row compare.Row) string {
	missing, narrower := clauses{}, clauses{}
	it := row.Cells[column]
	if it.Status == coverage.Gap || it.Status == coverage.NotKnown {
		return "" // the answer says it
	}
	for _, f := range it.Elements {
		name := r.faces[column].element(f) + r.mark(column, row, f)
		switch f.Value {
		case coverage.No, coverage.Unknown:
			missing.add(name, r.answer(f.Value), "")
		case coverage.Partial:
			narrower.add(name, r.answer(f.Value), r.faces[column].narrowing(f))
		}
	}
	return slices.Concat(missing, narrower).join(r.Words, len(it.Elements)+1, coverage.PartlyCovered)
}

// proof is the best evidence of a column's item: of the first element that has
// any, of those answered otherwise elsewhere before others.
func (r comparing) proof(column int, row compare.Row) string {
	var best *coverage.Evidence
	for i := range row.Cells[column].Elements {
		f := &row.Cells[column].Elements[i]
		if len(f.Evidence) > 0 && (best == nil || row.ElementDiffers(i)) {
			if best = &f.Evidence[0]; row.ElementDiffers(i) {
				break
			}
		}
	}
	if best == nil {
		return "–"
	}
	q := r.faces[column]
	return placed(q, best) + r.say("colon") + r.quoted(clip(q.together(*best), 170))
}

func comparisonTable(w io.Writer, c *Comparison, o Options) error {
	r := c.in(o)
	p := &page{w: w, width: o.columns()}
	p.line(0, 0, r.Title())
	p.blank()
	notes := r.notes()
	for _, n := range notes[:len(r.Columns)] {
		p.line(0, 2, n)
	}
	free := p.width - 3 - 4*2
	share := []int{max(10, free*14/100), max(9, free*10/100), free * 30 / 100, 0}
	share[3] = free - share[0] - share[1] - share[2]
	for _, row := range r.Rows {
		p.blank()
		it := row.Item()
		p.line(0, 2, r.apart(it.ID)+" "+r.sentence(it.Title)+r.bracketed(r.force(it)))
		var rows [][]string
		for i, cell := range row.Cells {
			rows = append(rows, []string{r.name(i), r.painted(cell.Status, o.Color), orDash(r.lacks(i, row)), r.proof(i, row)})
		}
		p.put(grid([]string{r.say("head.text"), r.say("head.answer"), r.say("head.missing"), r.say("head.proof")}, rows, share))
	}
	p.blank()
	for _, n := range notes[len(r.Columns):] {
		p.line(0, 2, n)
	}
	return p.err
}

func comparisonMarkdown(w io.Writer, c *Comparison, o Options) error {
	r := c.in(o)
	p := &page{w: w}
	p.putf("# %s\n\n", markdown(r.Title()))
	for _, n := range r.notes() {
		p.putf("- %s\n", markdown(n))
	}
	p.putf("\n| %s | %s |", r.say("head.point"), r.say("head.force"))
	for i := range r.Columns {
		p.putf(" %s |", markdown(r.name(i)))
	}
	p.put("\n| --- | --- |" + strings.Repeat(" --- |", len(r.Columns)) + "\n")
	for _, row := range r.Rows {
		it := row.Item()
		p.putf("| %s %s | %s |", markdown(r.apart(it.ID)), markdown(r.sentence(it.Title)), r.force(it))
		for i, cell := range row.Cells {
			p.putf(" %s%s |", r.status(cell.Status), markdown(prefixed(r.say("colon"), r.lacks(i, row))))
		}
		p.put("\n")
	}
	for _, row := range r.Rows {
		p.putf("\n## %s %s\n", markdown(r.apart(row.Item().ID)), markdown(r.sentence(row.Item().Title)))
		for _, a := range r.answers(row) {
			p.putf("\n**%s**%s\n\n", markdown(a.Element), map[bool]string{true: r.say("colon") + r.say("compare.differs")}[a.Differs])
			for _, x := range a.Cells {
				p.putf("- %s%s%s%s%s\n", markdown(x.Name), r.say("colon"), x.Answer, markdown(prefixed(r.say("list.semicolon"), x.Why)), markdown(prefixed(". ", x.Proof)))
			}
		}
	}
	return p.err
}

// answer is one element, answered by each column.
type answer struct {
	Element string
	Title   string
	Differs bool
	Cells   []answerCell
}

type answerCell struct {
	Name, Answer, Class, Why, Proof string
}

// answers lists the elements of a row with each column's best words. Where only
// differences are asked for, elements answered alike are left out.
func (r comparing) answers(row compare.Row) []answer {
	var out []answer
	for k, f := range row.Item().Elements {
		a := answer{Element: r.faces[0].element(f), Title: r.sentence(f.Title), Differs: row.ElementDiffers(k)}
		if r.Only == "differences" && !a.Differs {
			continue
		}
		for i := range r.Columns {
			g := row.Cells[i].Elements[k]
			cell := answerCell{Name: r.name(i), Answer: r.answer(g.Value) + r.mark(i, row, g), Class: string(g.Value)}
			if g.Value == coverage.Partial {
				cell.Why = r.faces[i].narrowing(g)
			}
			if len(g.Evidence) > 0 {
				cell.Proof = placed(r.faces[i], &g.Evidence[0]) + r.say("colon") + r.quoted(r.faces[i].together(g.Evidence[0]))
			}
			a.Cells = append(a.Cells, cell)
		}
		out = append(out, a)
	}
	return out
}

var comparisonColumns = []string{
	"dossier", "jurisdiction", "item", "element", "force", "status", "value", "differs", "language_measured", "element_measured",
	"narrower", "confidence", "act", "label", "quote", "page", "as_of", "language", "checklist_sha", "tool_version",
}

// comparisonCSV writes one row for each column and element.
func comparisonCSV(w io.Writer, c *Comparison, o Options) error {
	r := c.in(o)
	rows := [][]string{comparisonColumns}
	for _, row := range r.Rows {
		for k := range row.Item().Elements {
			if r.Only == "differences" && !row.ElementDiffers(k) {
				continue
			}
			for i, c := range r.Columns {
				rows = append(rows, r.csvRow(row, k, i, c))
			}
		}
	}
	return cellsOf(w, rows)
}

func (r comparing) csvRow(row compare.Row, k, column int, c compare.Column) []string {
	it := row.Cells[column]
	f := it.Elements[k]
	var act, label, quote, page string
	if len(f.Evidence) > 0 {
		e := f.Evidence[0]
		act, label, quote, page = e.Text, e.Label, r.faces[column].together(e), number(e.Page)
	}
	about := func(get func(coverage.Text) string) string {
		var got []string
		for _, t := range c.Texts {
			if v := get(t); (act == "" || t.ID == act) && !slices.Contains(got, v) {
				got = append(got, v)
			}
		}
		return strings.Join(got, "; ")
	}
	narrow := ""
	if f.Value == coverage.Partial {
		narrow = r.faces[column].narrowing(f)
	}
	return []string{c.Name, c.Jurisdiction, it.ID, f.ID, it.Force, string(it.Status), string(f.Value), strconv.FormatBool(row.ElementDiffers(k)),
		strconv.FormatBool(len(c.Unmeasured()) == 0), strconv.FormatBool(!c.UnmeasuredElement(it.ID, f.ID)), narrow, strconv.Itoa(f.Confidence),
		act, label, quote, page, about(func(t coverage.Text) string { return t.AsOf }), about(func(t coverage.Text) string { return t.Language }),
		r.Checklist.SHA256, r.Tool.Version}
}

func comparisonJSON(w io.Writer, r *Comparison, _ Options) error {
	type answered struct {
		Dossier string `json:"dossier"`
		coverage.Item
	}
	type row struct {
		Item    string     `json:"item"`
		Differs bool       `json:"differs"`
		Answers []answered `json:"answers"`
	}
	type column struct {
		Name         string          `json:"name"`
		Jurisdiction string          `json:"jurisdiction,omitempty"`
		Texts        []coverage.Text `json:"texts"`
		Unmeasured   []string        `json:"unmeasured_languages"`
	}
	out := struct {
		Schema    string           `json:"schema"`
		Tool      ledger.Tool      `json:"tool"`
		Checklist ledger.Checklist `json:"checklist"`
		Columns   []column         `json:"columns"`
		Rows      []row            `json:"rows"`
	}{"lacuna/comparison/1", r.Tool, r.Checklist, []column{}, []row{}}
	for _, c := range r.Columns {
		out.Columns = append(out.Columns, column{c.Name, c.Jurisdiction, c.Texts, listed(c.Unmeasured())})
	}
	for _, x := range r.Rows {
		line := row{Item: x.Item().ID, Differs: x.Differs()}
		for i, cell := range x.Cells {
			line.Answers = append(line.Answers, answered{r.Columns[i].Name, fillItem(cell)})
		}
		out.Rows = append(out.Rows, line)
	}
	return ledger.Encode(w, out)
}

func comparisonHTML(w io.Writer, c *Comparison, o Options) error {
	r := c.in(o)
	return comparePage(w, "comparison", r.Words, template.FuncMap{
		"answers": r.answers, "notes": r.notes, "force": r.force, "sentence": r.sentence,
		"marks": func() []string {
			var out []string
			for i := range r.Columns {
				out = append(out, r.name(i))
			}
			return out
		},
		"rows": func(row compare.Row) []answerCell {
			var out []answerCell
			for i, cell := range row.Cells {
				out = append(out, answerCell{Name: r.name(i), Answer: r.status(cell.Status), Class: string(cell.Status), Why: r.lacks(i, row)})
			}
			return out
		},
	}, r)
}
