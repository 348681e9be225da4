package report

import (
	"cmp"
	"html/template"
	"io"
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
	Searched  int // dossiers looked through

	found []compare.Wording // the best first
	faces map[string]face   // of the columns, by name
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
		Item:      it, Element: *el, Searched: len(columns), found: compare.Wordings(columns, it.ID, element), faces: map[string]face{}}
	for i, col := range columns {
		f := quoting(col.Texts, sources[i], english())
		f.subjects = subjectsOf(c)
		w.faces[col.Name] = f
	}
	return w
}

// in gives the report the language that the options ask for.
func (r *Wordings) in(o Options) wording {
	w := wording{Wordings: r, Words: o.words()}
	for _, x := range r.found {
		f := r.faces[x.Column.Name]
		f.Words = w.Words
		w.Entries = append(w.Entries, newEntry(x, f))
	}
	return w
}

func newEntry(x compare.Wording, f face) WordingEntry {
	e := WordingEntry{Name: x.Column.Name, Title: titled(x.Column, x.Text), Language: x.Text.Language, Official: x.Text.Official, AsOf: x.Text.AsOf,
		Value: x.Finding.Value, Answer: f.answer(x.Finding.Value), Class: string(x.Finding.Value), Label: x.Evidence.Label, Page: x.Evidence.Page,
		Cite: placed(f, &x.Evidence), Quote: f.together(x.Evidence)}
	if len(x.Evidence.NarrowedBy) > 0 {
		e.Why = f.list(f.narrowed(x.Evidence))
		e.Answer, e.Class = f.answer(coverage.Partial), string(coverage.Partial)
	} else if x.Finding.Value == coverage.Partial {
		e.Why = first(f.reasons(x.Finding))
	}
	return e
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

// wording is the report of an element's wordings as it is said in one language.
type wording struct {
	*Wordings
	*Words
	Entries []WordingEntry
}

// Title says what is asked for.
func (w wording) Title() string {
	element := w.sentence(w.Element.Title)
	if w.Language == "en" || w.Element.Title == "" {
		element = w.apart(w.Element.ID)
	}
	return w.say("wording.title", "item", w.apart(w.Item.ID)+" "+w.sentence(w.Item.Title), "element", element)
}

// Question is what the element asks.
func (w wording) Question() string { return w.sentence(cmp.Or(w.Element.Question, w.Item.Question)) }

// counted says how many texts have what is sought.
func (w wording) counted() string {
	names := map[string]bool{}
	for _, e := range w.Entries {
		names[e.Name] = true
	}
	if len(names) == 0 {
		return w.count("covers-none", w.Searched)
	}
	return w.say("wording.found", "found", w.number(len(names)), "dossiers", w.count("dossier", w.Searched))
}

// about says of an entry how it answers and which wording of the text it is.
func (w wording) about(e WordingEntry) string {
	said := []string{e.Answer}
	if e.Why != "" {
		said = append(said, e.Why)
	}
	if e.AsOf != "" && e.AsOf != "unknown" {
		said = append(said, w.say("text.as-of", "date", w.apart(e.AsOf)))
	}
	if e.Official == "official" || e.Official == "translation" {
		said = append(said, w.say("text."+e.Official))
	}
	return strings.Join(said, w.say("list.semicolon"))
}

// WordingWriters are the formats of lacuna wording.
var WordingWriters = []Writer[Wordings]{
	{"table", wordingTable}, {"md", wordingMarkdown}, {"csv", wordingCSV}, {"json", wordingJSON}, {"html", wordingHTML},
}

func wordingTable(out io.Writer, r *Wordings, o Options) error {
	w := r.in(o)
	p := &page{w: out, width: o.columns()}
	p.line(0, 2, w.Title())
	p.line(0, 2, w.Question())
	p.line(0, 2, w.counted())
	for i, e := range w.Entries {
		p.blank()
		p.line(0, 3, strconv.Itoa(i+1)+". "+w.apart(e.Title)+w.say("list.comma")+e.Cite+" ("+w.about(e)+")")
		p.line(3, 3, w.quoted(e.Quote))
	}
	p.blank()
	p.line(0, 0, w.say("wording.caveat"))
	return p.err
}

func wordingMarkdown(out io.Writer, r *Wordings, o Options) error {
	w := r.in(o)
	p := &page{w: out}
	p.putf("# %s\n\n%s\n\n%s\n\n", markdown(w.Title()), markdown(w.Question()), w.counted())
	for i, e := range w.Entries {
		p.putf("%d. %s%s%s (%s)\n\n   > %s\n\n", i+1, markdown(w.apart(e.Title)), w.say("list.comma"), markdown(e.Cite), markdown(w.about(e)), markdown(w.apart(e.Quote)))
	}
	p.put(w.say("wording.caveat") + "\n")
	return p.err
}

func wordingCSV(out io.Writer, r *Wordings, o Options) error {
	w := r.in(o)
	rows := [][]string{{"rank", "dossier", "title", "language", "official", "as_of", "item", "element", "value", "narrower", "label", "page", "quote"}}
	for i, e := range w.Entries {
		rows = append(rows, []string{strconv.Itoa(i + 1), e.Name, e.Title, e.Language, e.Official, e.AsOf, w.Item.ID, w.Element.ID, string(e.Value), e.Why, e.Label, number(e.Page), e.Quote})
	}
	return cellsOf(out, rows)
}

func wordingJSON(out io.Writer, r *Wordings, _ Options) error {
	w := r.in(Options{}) // in English
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

func wordingHTML(out io.Writer, r *Wordings, o Options) error {
	w := r.in(o)
	return comparePage(out, "wordings", w.Words, template.FuncMap{"found": w.counted, "direction": direction}, w)
}
