package report

import (
	"fmt"
	"html/template"
	"io"
	"strings"

	"lacuna/analyzer/amend"
	"lacuna/analyzer/checklist"
	"lacuna/analyzer/compare"
	"lacuna/analyzer/coverage"
	"lacuna/analyzer/document"
	"lacuna/analyzer/ledger"
)

// Regression is what a new text covers less, or more, than an old one.
type Regression struct {
	Tool      ledger.Tool
	Checklist ledger.Checklist
	*compare.Changes
	old, now face
}

// NewRegression makes the report of a comparison; old and now are the sources of
// both sides, none of a saved assessment.
func NewRegression(version string, c *checklist.Checklist, changes *compare.Changes, old, now []*document.Source) *Regression {
	return &Regression{
		Tool:      ledger.Tool{Name: "lacuna", Version: version},
		Checklist: ledger.Checklist{ID: c.ID, Version: c.Version, SHA256: c.SHA256, Title: c.Title},
		Changes:   changes,
		old:       quoting(changes.Old.Matrix.Texts, old, english()), now: quoting(changes.New.Matrix.Texts, now, english()),
	}
}

// RegressionWriters are the formats of lacuna diff.
var RegressionWriters = []Writer[Regression]{
	{"table", regressionTable}, {"md", regressionMarkdown}, {"csv", regressionCSV}, {"json", regressionJSON}, {"html", regressionHTML},
}

var kindWords = map[compare.Kind]string{
	compare.Lost: "Lost", compare.Weakened: "Weakened", compare.Unclear: "Unclear: not known on one side",
	compare.Strengthened: "Strengthened", compare.Gained: "Gained",
}

// Section is the changes of one kind.
type Section struct {
	Title   string
	Changes []compare.Change
}

// Sections lists the changes by kind, the worst first; lost and weakened are there
// also where there are none, for that is what is looked for.
func (r *Regression) Sections() []Section {
	var out []Section
	for _, k := range compare.Kinds {
		s := Section{}
		n := 0
		for _, c := range r.Changes.Changes {
			if c.Kind == k {
				s.Changes = append(s.Changes, c)
				n += len(c.Elements)
			}
		}
		if n > 0 || k == compare.Lost || k == compare.Weakened {
			s.Title = fmt.Sprintf("%s: %s", kindWords[k], counted(n, "element"))
			out = append(out, s)
		}
	}
	return out
}

// Title says what is compared.
func (r *Regression) Title() string {
	return fmt.Sprintf("What %s covers less, or more, than %s", r.New.Name, r.Old.Name)
}

// Aligned says what became of the provisions; empty for saved assessments.
func (r *Regression) Aligned() string {
	p := r.Provisions
	if p == nil {
		return "One side is a saved assessment: provisions are not aligned, and penalties and lists are not compared."
	}
	open := ""
	if p.Open > 0 {
		open = fmt.Sprintf(", %d not read because an amendment was not carried out", p.Open)
	}
	return fmt.Sprintf("%s in force in the old text: %d found again by their words (%d under another number, %d in another place), %d gone%s; %d new.",
		counted(p.Old, "provision"), p.Old-p.Gone-p.Open, p.Renumbered, p.Moved, p.Gone, open, p.New)
}

// head names a change: "3.1.c Child pornography: importing".
func head(c compare.Change) string {
	return fmt.Sprintf("%s %s: %s", c.Item, c.Title, strings.Join(c.Elements, ", "))
}

// labelled is one passage with the word that says what it is.
type labelled struct {
	Lead, Cite, Quote string
	Evidence          *coverage.Evidence
	from              face
}

// passages are the words of both sides. What stands beside an answer that rests
// on nothing is no proof, but the nearest that there is.
func (r *Regression) passages(c compare.Change) []labelled {
	var out []labelled
	show := func(lead string, q face, e *coverage.Evidence) {
		if e != nil {
			out = append(out, labelled{lead, placed(q, e), r.words(q, e), e, q})
		}
	}
	was, now := "was", "now"
	if c.Old == coverage.No {
		was = "nearest before"
	}
	if c.New == coverage.No {
		now = "nearest now"
	}
	if c.Before != nil && (c.Old != coverage.No || c.Moved != "" || c.Words != nil) {
		show(was, r.old, c.Before)
	}
	show(now, r.now, c.After)
	return out
}

func (r *Regression) words(q face, e *coverage.Evidence) string { return q.together(*e) }

// why joins what changed in words.
func why(c compare.Change) string {
	var parts []string
	for _, what := range append(append([]string{}, c.What...), c.Moved) {
		if what != "" {
			parts = append(parts, strings.TrimSuffix(what, "."))
		}
	}
	return strings.Join(parts, "; ")
}

// revision says who made a tracked change, when and how.
func revision(r compare.Revision) string {
	author := r.Author
	if author == "" {
		author = "an unnamed author"
	}
	date, _, _ := strings.Cut(r.Date, "T")
	return fmt.Sprintf("revision %d: %s by %s%s: %s", r.Number, r.Kind, author, prefixed(", ", date), quoted(clip(r.Text, 120)))
}

// amendment says by which amendment a change came about, or which one left it open.
func amendment(a amend.Change) string {
	if a.Applied {
		return "by " + a.String()
	}
	return "left open: " + a.String()
}

// Uncarried are the amendments that could not be carried out, each with the
// elements that it leaves unknown.
func (r *Regression) Uncarried() []string {
	var out []string
	for _, a := range r.Changes.Uncarried() {
		line := a.String()
		for _, t := range r.New.Matrix.Texts {
			for _, region := range t.Health.Regions {
				if region.Note == a.String() && len(region.Unknown) > 0 {
					line += " It leaves unknown: " + strings.Join(region.Unknown, ", ") + "."
				}
			}
		}
		out = append(out, line)
	}
	return out
}

// CarriedOut says how many amendments were carried out; empty where the new text
// was given whole.
func (r *Regression) CarriedOut() string {
	all := 0
	for _, a := range r.New.Amended {
		all += len(a.Changes)
	}
	if all == 0 {
		return ""
	}
	left := len(r.Changes.Uncarried())
	if left == 0 {
		return fmt.Sprintf("%s carried out.", counted(all, "amendment"))
	}
	return fmt.Sprintf("%d of %s carried out. Not carried out, for a person to read; what they touch was not judged:", all-left, counted(all, "amendment"))
}

func prefixed(lead, s string) string {
	if s == "" {
		return ""
	}
	return lead + s
}

const marksCaveat = "Words gone stand in [- -], words added in {+ +}. “Not found” means not found in the texts given. Whether a change is meant, and whether it is well, is for its readers to say."

func regressionTable(w io.Writer, r *Regression, o Options) error {
	p := &page{w: w, width: o.columns()}
	p.line(0, 0, r.Title())
	p.line(0, 0, r.Checklist.Title)
	p.blank()
	p.line(0, 0, r.Aligned())
	if done := r.CarriedOut(); done != "" {
		p.line(0, 0, done)
	}
	for _, a := range r.Uncarried() {
		p.line(2, 4, a)
	}
	for _, s := range r.Sections() {
		p.blank()
		p.line(0, 0, s.Title)
		for _, c := range s.Changes {
			r.changeLines(p, c)
		}
	}
	r.forgottenLines(p)
	p.blank()
	p.line(0, 0, marksCaveat)
	return p.err
}

func (r *Regression) changeLines(p *page, c compare.Change) {
	p.blank()
	p.line(2, 4, fmt.Sprintf("%s (%s): %s", head(c), forceOf(c.Force), arrow(c.Old, c.New)))
	if w := why(c); w != "" {
		p.line(4, 6, w)
	}
	for _, x := range r.passages(c) {
		p.line(4, 6, x.Lead+" "+x.Cite+": "+quoted(clip(x.Quote, 420)))
	}
	if c.Words != nil {
		p.line(4, 6, "words "+changed(c.Words, minus, plus))
	}
	for _, v := range c.Revisions {
		p.line(4, 6, revision(v))
	}
	for _, a := range c.Amendments {
		p.line(4, 6, amendment(a))
	}
}

// forceOf says how an item of a force binds.
func forceOf(force string) string { return english().force(coverage.Item{Force: force}) }

func (r *Regression) forgottenLines(p *page) {
	if len(r.Forgotten) == 0 {
		return
	}
	p.blank()
	p.line(0, 0, "Closed lists of the new text that leave out offences on the point")
	for _, f := range r.Forgotten {
		p.blank()
		p.line(2, 4, fmt.Sprintf("%s %s: %s", f.Item, f.Title, f.Element))
		p.line(4, 6, "list "+placed(r.now, &f.List)+": "+quoted(clip(r.now.together(f.List), 420)))
		for _, e := range f.Offences {
			p.line(4, 6, "leaves out "+placed(r.now, &e)+": "+quoted(clip(r.now.together(e), 200)))
		}
	}
}

func regressionMarkdown(w io.Writer, r *Regression, _ Options) error {
	p := &page{w: w}
	p.putf("# %s\n\n%s\n\n%s\n", markdown(r.Title()), markdown(r.Checklist.Title), markdown(strings.TrimSpace(r.Aligned()+" "+r.CarriedOut())))
	for i, a := range r.Uncarried() {
		if i == 0 {
			p.put("\n")
		}
		p.putf("- %s\n", markdown(a))
	}
	for _, s := range r.Sections() {
		p.putf("\n## %s\n", markdown(s.Title))
		for _, c := range s.Changes {
			p.putf("\n### %s\n\n%s, %s", markdown(head(c)), arrow(c.Old, c.New), forceOf(c.Force))
			p.put(markdown(prefixed(": ", why(c))) + "\n\n")
			for _, x := range r.passages(c) {
				p.putf("- %s %s: %s\n", x.Lead, markdown(x.Cite), markdown(quoted(x.Quote)))
			}
			if c.Words != nil {
				p.putf("- words: %s\n", changed(escaped(c.Words), func(s string) string { return "~~" + s + "~~" }, func(s string) string { return "**" + s + "**" }))
			}
			for _, v := range c.Revisions {
				p.putf("- %s\n", markdown(revision(v)))
			}
			for _, a := range c.Amendments {
				p.putf("- %s\n", markdown(amendment(a)))
			}
		}
	}
	if len(r.Forgotten) > 0 {
		p.put("\n## Closed lists of the new text that leave out offences on the point\n\n")
	}
	for _, f := range r.Forgotten {
		p.putf("- %s, %s: %s\n", markdown(f.Item+" "+f.Title), markdown(f.Element), markdown(placed(r.now, &f.List)+": "+quoted(r.now.together(f.List))))
		for _, e := range f.Offences {
			p.putf("  - leaves out %s\n", markdown(placed(r.now, &e)+": "+quoted(clip(r.now.together(e), 200))))
		}
	}
	return p.err
}

// escaped makes the words of runs safe in Markdown.
func escaped(words []compare.Run) []compare.Run {
	var out []compare.Run
	for _, r := range words {
		text := markdown(r.Text)
		if strings.HasSuffix(r.Text, " ") {
			text += " "
		}
		out = append(out, compare.Run{Kind: r.Kind, Text: text})
	}
	return out
}

var regressionColumns = []string{
	"change", "item", "element", "force", "old_value", "new_value", "what", "old_act", "old_label", "old_quote",
	"new_act", "new_label", "new_quote", "words", "moved", "revisions", "amendments", "checklist_sha", "tool_version",
}

// regressionCSV writes one row for each element that changed, one for each
// offence that a closed list leaves out, and one for each amendment that could not
// be carried out.
func regressionCSV(w io.Writer, r *Regression, _ Options) error {
	rows := [][]string{regressionColumns}
	of := func(q face, e *coverage.Evidence) (act, label, quote string) {
		if e == nil {
			return "", "", ""
		}
		return e.Text, e.Label, q.together(*e)
	}
	for _, c := range r.Changes.Changes {
		oldAct, oldLabel, oldQuote := of(r.old, c.Before)
		newAct, newLabel, newQuote := of(r.now, c.After)
		var by []string
		for _, v := range c.Revisions {
			by = append(by, revision(v))
		}
		var amended []string
		for _, a := range c.Amendments {
			amended = append(amended, amendment(a))
		}
		for _, e := range c.Elements {
			rows = append(rows, []string{string(c.Kind), c.Item, e, c.Force, string(c.Old), string(c.New), strings.Join(c.What, "; "),
				oldAct, oldLabel, oldQuote, newAct, newLabel, newQuote, changed(c.Words, minus, plus), c.Moved, strings.Join(by, "; "), strings.Join(amended, " "), r.Checklist.SHA256, r.Tool.Version})
		}
	}
	for _, f := range r.Forgotten {
		for _, e := range f.Offences {
			rows = append(rows, []string{"forgotten", f.Item, f.Element, "", "", "", "a closed list leaves the offence out",
				f.List.Text, f.List.Label, r.now.together(f.List), e.Text, e.Label, r.now.together(e), "", "", "", "", r.Checklist.SHA256, r.Tool.Version})
		}
	}
	for _, a := range r.Uncarried() {
		row := make([]string, len(regressionColumns))
		row[0], row[6], row[17], row[18] = "not carried out", a, r.Checklist.SHA256, r.Tool.Version
		rows = append(rows, row)
	}
	return cellsOf(w, rows)
}

func regressionJSON(w io.Writer, r *Regression, _ Options) error {
	type side struct {
		Name  string          `json:"name"`
		Texts []coverage.Text `json:"texts"`
	}
	var amendments []amend.Change
	for _, a := range r.New.Amended {
		amendments = append(amendments, a.Changes...)
	}
	return ledger.Encode(w, struct {
		Schema     string              `json:"schema"`
		Tool       ledger.Tool         `json:"tool"`
		Checklist  ledger.Checklist    `json:"checklist"`
		Old        side                `json:"old"`
		New        side                `json:"new"`
		Provisions *compare.Counts     `json:"provisions"`
		Changes    []compare.Change    `json:"changes"`
		Forgotten  []compare.Forgotten `json:"forgotten"`
		Amendments []amend.Change      `json:"amendments,omitempty"`
	}{"lacuna/diff/1", r.Tool, r.Checklist, side{r.Old.Name, r.Old.Matrix.Texts}, side{r.New.Name, r.New.Matrix.Texts},
		r.Provisions, listed(r.Changes.Changes), listed(r.Forgotten), amendments})
}

func regressionHTML(w io.Writer, r *Regression, _ Options) error {
	return comparePage(w, "regression", english(), template.FuncMap{
		"head": head, "arrow": arrow, "force": forceOf, "why": why, "revision": revision, "amendment": amendment,
		"passages": r.passages, "placed": func(e coverage.Evidence) string { return placed(r.now, &e) },
		"together": func(e coverage.Evidence) string { return r.now.together(e) },
	}, r)
}
