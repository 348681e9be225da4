package report

import (
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"

	"lacuna/analyzer/checklist"
	"lacuna/analyzer/compare"
	"lacuna/analyzer/coverage"
	"lacuna/analyzer/document"
	"lacuna/analyzer/ledger"
)

// Wordings is how the texts that cover an element word it, for whoever drafts
// what is missing.
type Wordings struct {
	Tool      ledger.Tool
	Checklist ledger.Checklist
	Item      *checklist.Item
	Element   checklist.Element
	Entries   []WordingEntry
	Searched  int // dossiers looked through
}

// WordingEntry is one place, the best first.
type WordingEntry struct {
	Name     string         `json:"dossier"`
	Title    string         `json:"title"`
	Language string         `json:"language"`
	Official string         `json:"official"`
	AsOf     string         `json:"as_of"`
	Value    coverage.Value `json:"value"`
	Answer   string         `json:"-"`
	Class    string         `json:"-"`
	Label    string         `json:"label"`
	Cite     string         `json:"-"`
	Page     int            `json:"page,omitempty"`
	Why      string         `json:"narrower,omitempty"`
	Quote    string         `json:"quote"`
}

// NewWordings makes the report of the columns' wordings of one element; sources
// are those of each column.
func NewWordings(version string, c *checklist.Checklist, it *checklist.Item, element string, columns []compare.Column, sources [][]*document.Source) *Wordings {
	el, _ := it.Element(element)
	w := &Wordings{Tool: ledger.Tool{Name: "lacuna", Version: version},
		Checklist: ledger.Checklist{ID: c.ID, Version: c.Version, SHA256: c.SHA256, Title: c.Title},
		Item:      it, Element: *el, Searched: len(columns)}
	faces := map[string]face{}
	for i, col := range columns {
		faces[col.Name] = quoting(col.Texts, sources[i], english())
	}
	for _, x := range compare.Wordings(columns, it.ID, element) {
		e := WordingEntry{Name: x.Column.Name, Title: titled(x.Column, x.Text), Language: x.Text.Language, Official: x.Text.Official, AsOf: x.Text.AsOf,
			Value: x.Value, Answer: english().answer(x.Value), Class: string(x.Value), Label: x.Evidence.Label, Page: x.Evidence.Page,
			Cite: placed(faces[x.Column.Name], &x.Evidence), Quote: faces[x.Column.Name].together(x.Evidence)}
		if x.Value == coverage.Partial || len(x.Evidence.NarrowedBy) > 0 {
			e.Why = strings.Join(x.Evidence.NarrowedBy, ", ")
			if e.Why == "" && len(x.Reasons) > 0 {
				e.Why = x.Reasons[0]
			}
		}
		if len(x.Evidence.NarrowedBy) > 0 {
			e.Answer, e.Class = english().answer(coverage.Partial), string(coverage.Partial)
		}
		w.Entries = append(w.Entries, e)
	}
	return w
}

// titled names a text and, where it is known, its country.
func titled(c compare.Column, t coverage.Text) string {
	title := t.Title
	if title == "" {
		title = t.ID
	}
	if c.Jurisdiction != "" && !strings.Contains(title, c.Jurisdiction) {
		title = c.Jurisdiction + ", " + title
	}
	return title
}

// Title says what is asked for.
func (w *Wordings) Title() string {
	return fmt.Sprintf("%s %s, %s: how it is worded", w.Item.ID, w.Item.Title, w.Element.ID)
}

// Question is what the element asks.
func (w *Wordings) Question() string {
	if w.Element.Question != "" {
		return w.Element.Question
	}
	return w.Item.Question
}

// count says how many texts have what is sought.
func (w *Wordings) count() string {
	names := []string{}
	for _, e := range w.Entries {
		if !slices.Contains(names, e.Name) {
			names = append(names, e.Name)
		}
	}
	if len(names) == 0 {
		return fmt.Sprintf("None of %s covers it.", counted(w.Searched, "dossier"))
	}
	return fmt.Sprintf("Found in %d of %s, those that cover it in full first.", len(names), counted(w.Searched, "dossier"))
}

// WordingWriters are the formats of lacuna wording.
var WordingWriters = []Writer[Wordings]{
	{"table", wordingTable}, {"md", wordingMarkdown}, {"csv", wordingCSV}, {"json", wordingJSON}, {"html", wordingHTML},
}

const wordingCaveat = "These are places to read, not models: what fits depends on the terms, penalties and drafting habits of the law it is to stand in."

func wordingTable(out io.Writer, w *Wordings, o Options) error {
	p := &page{w: out, width: o.columns()}
	p.line(0, 2, w.Title())
	p.line(0, 2, w.Question())
	p.line(0, 2, w.count())
	for i, e := range w.Entries {
		p.blank()
		p.line(0, 3, fmt.Sprintf("%d. %s, %s (%s)", i+1, e.Title, e.Cite, join(e.Answer, e.Why, known("as of ", e.AsOf), known("", e.Official))))
		p.line(3, 3, quoted(e.Quote))
	}
	p.blank()
	p.line(0, 0, wordingCaveat)
	return p.err
}

// known says what is known; empty where it is not.
func known(lead, s string) string {
	if s == "" || s == "unknown" {
		return ""
	}
	return lead + s
}

func wordingMarkdown(out io.Writer, w *Wordings, _ Options) error {
	p := &page{w: out}
	p.putf("# %s\n\n%s\n\n%s\n\n", markdown(w.Title()), markdown(w.Question()), w.count())
	for i, e := range w.Entries {
		p.putf("%d. %s, %s (%s)\n\n   > %s\n\n", i+1, markdown(e.Title), markdown(e.Cite), markdown(join(e.Answer, e.Why, known("as of ", e.AsOf), known("", e.Official))), markdown(e.Quote))
	}
	p.put(wordingCaveat + "\n")
	return p.err
}

func wordingCSV(out io.Writer, w *Wordings, _ Options) error {
	rows := [][]string{{"rank", "dossier", "title", "language", "official", "as_of", "item", "element", "value", "narrower", "label", "page", "quote"}}
	for i, e := range w.Entries {
		rows = append(rows, []string{strconv.Itoa(i + 1), e.Name, e.Title, e.Language, e.Official, e.AsOf, w.Item.ID, w.Element.ID, string(e.Value), e.Why, e.Label, number(e.Page), e.Quote})
	}
	return cellsOf(out, rows)
}

func wordingJSON(out io.Writer, w *Wordings, _ Options) error {
	return ledger.Encode(out, struct {
		Schema    string           `json:"schema"`
		Tool      ledger.Tool      `json:"tool"`
		Checklist ledger.Checklist `json:"checklist"`
		Item      string           `json:"item"`
		Element   string           `json:"element"`
		Searched  int              `json:"searched"`
		Wordings  []WordingEntry   `json:"wordings"`
	}{"lacuna/wordings/1", w.Tool, w.Checklist, w.Item.ID, w.Element.ID, w.Searched, listed(w.Entries)})
}

func wordingHTML(out io.Writer, w *Wordings, _ Options) error {
	return comparePage(out, "wordings", english(), nil, w)
}
