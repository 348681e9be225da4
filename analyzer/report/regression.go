package report

import (
	"html/template"
	"io"
	"slices"
	"strings"

	"lacuna/analyzer/amend"
	"lacuna/analyzer/checklist"
	"lacuna/analyzer/compare"
	"lacuna/analyzer/coverage"
	"lacuna/analyzer/document"
	"lacuna/analyzer/ledger"
	"lacuna/analyzer/message"
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
	r := &Regression{
		Tool:      ledger.Tool{Name: "lacuna", Version: version},
		Checklist: ledger.Checklist{ID: c.ID, Version: c.Version, SHA256: c.SHA256, Title: c.Title},
		Changes:   changes,
		old:       quoting(changes.Old.Matrix.Texts, old, english()), now: quoting(changes.New.Matrix.Texts, now, english()),
	}
	r.old.subjects, r.now.subjects = subjectsOf(c), subjectsOf(c)
	return r
}

// RegressionWriters are the formats of lacuna diff.
var RegressionWriters = []Writer[Regression]{
	{"table", regressionTable}, {"md", regressionMarkdown}, {"csv", regressionCSV}, {"json", regressionJSON}, {"html", regressionHTML},
}

// regressing is a regression as it is said in one language.
type regressing struct {
	*Regression
	*Words
	old, now face
}

// in gives the regression the language that the options ask for.
func (r *Regression) in(o Options) regressing {
	said := regressing{r, o.words(), r.old, r.now}
	said.old.Words, said.now.Words = said.Words, said.Words
	return said
}

// Section is the changes of one kind.
type Section struct {
	Title   string
	Changes []compare.Change
}

// Sections lists the changes by kind, the worst first; lost and weakened are there
// also where there are none, for that is what is looked for.
func (r regressing) Sections() []Section {
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
			s.Title = r.known("change", string(k)) + r.say("colon") + r.count("element", n)
			out = append(out, s)
		}
	}
	return out
}

// Title says what is compared.
func (r regressing) Title() string {
	if r.Tracked {
		return r.say("diff.title-tracked")
	}
	var acts []string
	for _, a := range r.New.Amended {
		acts = append(acts, r.apart(a.Act))
	}
	if acts != nil {
		return r.say("diff.title-amended", "old", r.apart(r.Old.Name), "acts", r.list(acts))
	}
	return r.say("diff.title", "new", r.apart(r.New.Name), "old", r.apart(r.Old.Name))
}

// Aligned says what became of the provisions.
func (r regressing) Aligned() string {
	p := r.Provisions
	if p == nil {
		return r.say("diff.saved")
	}
	key := "diff.aligned"
	if p.Open > 0 {
		key = "diff.aligned-open"
	}
	return r.say(key, "provisions", r.count("provision", p.Old), "again", r.number(p.Old-p.Gone-p.Open), "renumbered", r.number(p.Renumbered),
		"moved", r.number(p.Moved), "gone", r.number(p.Gone), "open", r.number(p.Open), "new", r.number(p.New))
}

// head names a change: "3.1.c Child pornography: importing".
func (r regressing) head(c compare.Change) string {
	var names []string
	for _, id := range c.Elements {
		names = append(names, r.element(r.finding(c.Item, id)))
	}
	return r.item(c.Item, c.Title) + r.say("colon") + r.list(names)
}

func (r regressing) item(id, title string) string { return r.apart(id) + " " + r.sentence(title) }

func (r regressing) element(e coverage.Finding) string { return r.now.element(e) }

// finding is the answer of the new text on an element.
func (r regressing) finding(item, element string) coverage.Finding {
	for _, it := range r.New.Matrix.Items {
		for _, f := range it.Elements {
			if it.ID == item && f.ID == element {
				return f
			}
		}
	}
	return coverage.Finding{ID: element}
}

// force says how the item of a change binds.
func (r regressing) force(force string) string { return r.Words.force(coverage.Item{Force: force}) }

// arrow says how an answer changed.
func (r regressing) arrow(old, now coverage.Value) string {
	if old == now {
		return r.say("diff.as-before", "answer", r.answer(now))
	}
	return r.say("diff.arrow", "old", r.answer(old), "new", r.answer(now))
}

// labelled is one passage, with what it is and where it stands.
type labelled struct {
	Lead, Quote, Language string
}

// passages are the words of both sides. What stands beside an answer that rests
// on nothing is no proof, but the nearest that there is.
func (r regressing) passages(c compare.Change) []labelled {
	var out []labelled
	was, now := "diff.was", "diff.now"
	if c.Old == coverage.No {
		was = "diff.nearest-before"
	}
	if c.New == coverage.No {
		now = "diff.nearest-now"
	}
	if c.Before != nil && (c.Old != coverage.No || !c.Moved.IsZero() || c.Words != nil) {
		out = append(out, r.labelled(was, r.old, c.Before))
	}
	if c.After != nil {
		out = append(out, r.labelled(now, r.now, c.After))
	}
	return out
}

func (r regressing) labelled(key string, side face, e *coverage.Evidence) labelled {
	return labelled{r.say(key, "place", placed(side, e)), side.together(*e), side.language(e.Text)}
}

// messages joins what changed in words, for one cell.
func (r regressing) messages(what message.Sentences) string {
	var said []string
	for _, m := range what {
		said = append(said, r.message(m, r.now.subjects))
	}
	return strings.Join(said, "; ")
}

// why joins what changed in words.
func (r regressing) why(c compare.Change) string {
	var parts []string
	for _, m := range append(slices.Clone(c.What), c.Moved.Message) {
		if what := r.message(m, r.now.subjects); what != "" {
			parts = append(parts, strings.TrimSuffix(what, "."))
		}
	}
	return strings.Join(parts, r.say("list.semicolon"))
}

// revision says who made a tracked change, when and how.
func (r regressing) revision(v compare.Revision) string {
	author := r.apart(v.Author)
	if author == "" {
		author = r.say("diff.unnamed")
	}
	if date, _, _ := strings.Cut(v.Date, "T"); date != "" {
		author += r.say("list.comma") + r.apart(date)
	}
	return r.say("diff.revision", "n", r.number(v.Number), "kind", r.known("revision", string(v.Kind)), "author", author, "words", r.quoted(clip(v.Text, 120)))
}

// amendment says by which amendment a change came about, or which one left it open.
func (r regressing) amendment(a amend.Change) string {
	key := "diff.by"
	if !a.Applied {
		key = "diff.left-open"
	}
	return r.say(key, "amendment", r.message(a.Message(), nil))
}

// Uncarried are the amendments that could not be carried out, each with the
// elements that it leaves unknown.
func (r regressing) Uncarried() []string {
	var out []string
	for _, a := range r.Changes.Uncarried() {
		line := r.message(a.Message(), nil)
		for _, t := range r.New.Matrix.Texts {
			for _, region := range t.Health.Regions {
				if region.Note.String() == a.String() && len(region.Unknown) > 0 {
					line += " " + r.say("diff.leaves-unknown", "answers", r.ids(region.Unknown))
				}
			}
		}
		out = append(out, line)
	}
	return out
}

// CarriedOut says how many amendments were carried out; empty where the new text
// was given whole.
func (r regressing) CarriedOut() string {
	all := 0
	for _, a := range r.New.Amended {
		all += len(a.Changes)
	}
	if all == 0 {
		return ""
	}
	left := len(r.Changes.Uncarried())
	if left == 0 {
		return r.count("carried", all)
	}
	return r.say("diff.carried-some", "done", r.number(all-left), "all", r.number(all))
}

func prefixed(lead, s string) string {
	if s == "" {
		return ""
	}
	return lead + s
}

func regressionTable(w io.Writer, regression *Regression, o Options) error {
	r := regression.in(o)
	p := &page{w: w, width: o.columns()}
	p.line(0, 0, r.Title())
	p.line(0, 0, r.sentence(r.Checklist.Title))
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
	p.line(0, 0, r.say("diff.caveat"))
	return p.err
}

func (r regressing) changeLines(p *page, c compare.Change) {
	p.blank()
	p.line(2, 4, r.head(c)+" ("+r.force(c.Force)+")"+r.say("colon")+r.arrow(c.Old, c.New))
	if w := r.why(c); w != "" {
		p.line(4, 6, w)
	}
	for _, x := range r.passages(c) {
		p.line(4, 6, x.Lead+r.say("colon")+r.quoted(clip(x.Quote, 420)))
	}
	if c.Words != nil {
		p.line(4, 6, r.say("diff.words")+r.say("colon")+r.apart(changed(c.Words, minus, plus)))
	}
	for _, v := range c.Revisions {
		p.line(4, 6, r.revision(v))
	}
	for _, a := range c.Amendments {
		p.line(4, 6, r.amendment(a))
	}
}

// mostForgotten is how many letters of an offence that a list leaves out are quoted.
const mostForgotten = 200

func (r regressing) forgottenLines(p *page) {
	if len(r.Forgotten) == 0 {
		return
	}
	p.blank()
	p.line(0, 0, r.say("diff.forgotten"))
	for _, f := range r.Forgotten {
		p.blank()
		p.line(2, 4, r.item(f.Item, f.Title)+r.say("colon")+r.element(r.finding(f.Item, f.Element)))
		list := r.closedList(f)
		p.line(4, 6, list.Lead+r.say("colon")+r.quoted(clip(list.Quote, 420)))
		for _, e := range r.offences(f) {
			p.line(4, 6, e.Lead+r.say("colon")+r.quoted(clip(e.Quote, mostForgotten)))
		}
	}
}

// closedList is a closed list that leaves offences out.
func (r regressing) closedList(f compare.Forgotten) labelled {
	return r.labelled("diff.list", r.now, &f.List)
}

// offences are those that a closed list leaves out.
func (r regressing) offences(f compare.Forgotten) []labelled {
	var out []labelled
	for _, e := range f.Offences {
		out = append(out, r.labelled("diff.leaves-out", r.now, &e))
	}
	return out
}

func regressionMarkdown(w io.Writer, regression *Regression, o Options) error {
	r := regression.in(o)
	p := &page{w: w}
	p.putf("# %s\n\n%s\n\n%s\n", markdown(r.Title()), markdown(r.sentence(r.Checklist.Title)), markdown(strings.TrimSpace(r.Aligned()+" "+r.CarriedOut())))
	for i, a := range r.Uncarried() {
		if i == 0 {
			p.put("\n")
		}
		p.putf("- %s\n", markdown(a))
	}
	for _, s := range r.Sections() {
		p.putf("\n## %s\n", markdown(s.Title))
		for _, c := range s.Changes {
			r.changeMarkdown(p, c)
		}
	}
	if len(r.Forgotten) > 0 {
		p.putf("\n## %s\n\n", markdown(r.say("diff.forgotten")))
	}
	for _, f := range r.Forgotten {
		list := r.closedList(f)
		p.putf("- %s%s%s\n", markdown(r.item(f.Item, f.Title)+r.say("list.comma")+r.element(r.finding(f.Item, f.Element))), r.say("colon"), markdown(list.Lead+r.say("colon")+r.quoted(list.Quote)))
		for _, e := range r.offences(f) {
			p.putf("  - %s\n", markdown(e.Lead+r.say("colon")+r.quoted(clip(e.Quote, mostForgotten))))
		}
	}
	p.putf("\n%s\n", r.say("diff.meant"))
	return p.err
}

func (r regressing) changeMarkdown(p *page, c compare.Change) {
	p.putf("\n### %s\n\n%s%s%s", markdown(r.head(c)), r.arrow(c.Old, c.New), r.say("list.comma"), r.force(c.Force))
	p.put(markdown(prefixed(r.say("colon"), r.why(c))) + "\n\n")
	for _, x := range r.passages(c) {
		p.putf("- %s%s%s\n", markdown(x.Lead), r.say("colon"), markdown(r.quoted(x.Quote)))
	}
	if c.Words != nil {
		p.putf("- %s%s%s\n", r.say("diff.words"), r.say("colon"), r.apart(changed(escaped(c.Words), func(s string) string { return "~~" + s + "~~" }, func(s string) string { return "**" + s + "**" })))
	}
	for _, v := range c.Revisions {
		p.putf("- %s\n", markdown(r.revision(v)))
	}
	for _, a := range c.Amendments {
		p.putf("- %s\n", markdown(r.amendment(a)))
	}
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
func regressionCSV(w io.Writer, regression *Regression, o Options) error {
	r := regression.in(o)
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
			by = append(by, r.revision(v))
		}
		var amended []string
		for _, a := range c.Amendments {
			amended = append(amended, r.amendment(a))
		}
		for _, e := range c.Elements {
			rows = append(rows, []string{string(c.Kind), c.Item, e, c.Force, string(c.Old), string(c.New), r.messages(c.What),
				oldAct, oldLabel, oldQuote, newAct, newLabel, newQuote, changed(c.Words, minus, plus), r.message(c.Moved.Message, nil), strings.Join(by, "; "), strings.Join(amended, " "), r.Checklist.SHA256, r.Tool.Version})
		}
	}
	for _, f := range r.Forgotten {
		for _, e := range f.Offences {
			rows = append(rows, []string{"forgotten", f.Item, f.Element, "", "", "", r.say("diff.left-out"),
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

func regressionHTML(w io.Writer, regression *Regression, o Options) error {
	r := regression.in(o)
	return comparePage(w, "regression", r.Words, template.FuncMap{
		"head": r.head, "item": r.item, "arrow": r.arrow, "force": r.force, "why": r.why, "revision": r.revision, "amendment": r.amendment,
		"sentence": r.sentence, "passages": r.passages, "list": r.closedList, "offences": r.offences, "direction": direction,
		"name": func(item, element string) string { return r.element(r.finding(item, element)) },
	}, r)
}
