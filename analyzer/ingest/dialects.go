package ingest

import (
	"sort"
	"strings"

	"lacuna/analyzer/document"
	"lacuna/analyzer/ingest/lazy"
)

// rule says what an element of a dialect is. What no rule names is plain: its
// words belong to what stands around it, or make a paragraph of their own.
type elementRule uint8

const (
	plain_    elementRule = iota
	text_                 // a paragraph
	label                 // the number of what follows
	heading               // the heading of what holds it
	side                  // a note in the margin: a heading that takes no number
	group                 // a part or chapter
	level_                // a provision, or a paragraph or point in one
	note                  // never law: a footnote, the history of a provision, what is not in force
	row                   // a row of a table, its children are cells
	raised                // a superscript
	noteMark              // the mark of a note: a superscript in words, nothing in a number
	strong                // bold
	slant                 // italic
	lineBreak             // a new line
	apart                 // words with a space before them
	quoted                // words of another text that this one puts in
	skipped_              // data about the text, listed as left out
	silent                // left out without a word: marks, references to notes
)

// dialect is one way in which publishers write laws in XML.
type dialect struct {
	name       string
	roots      []string
	rules      map[string]elementRule
	provisions map[string]bool // what a lawyer cites; elements that hold it are groups
	describe   func(root *node, src *document.Source)
	prepare    func(root *node) // dresses the tree before it is read; nil where it can be read as it is
}

// dialects lists the dialects that are known.
var dialects = []*dialect{
	{
		name: "Akoma Ntoso", roots: []string{"akomaNtoso"}, describe: describeAkoma, provisions: names("article section rule"),
		rules: rules(map[elementRule]string{
			text_: "p longTitle block", label: "num", heading: "heading subheading crossHeading",
			group:  "book tome part title chapter subpart subtitle subchapter division subdivision attachment",
			level_: "article section rule subsection paragraph subparagraph point indent alinea list clause subclause subrule level item proviso transitional",
			note:   "authorialNote editorialNote remark", row: "tr", raised: "sup", strong: "b", slant: "i", lineBreak: "br eol",
			skipped_: "meta coverPage toc", silent: "noteRef", quoted: "quotedStructure",
		}),
	},
	{
		name: "United States Legislative Markup (USLM)", roots: []string{"uscDoc", "lawDoc", "bill", "resolution", "pLaw", "statuteCompilation", "cfrDoc"},
		describe: describeUSLM, provisions: names("section courtRule"),
		rules: rules(map[elementRule]string{
			text_: "p chapeau content continuation longTitle docTitle officialTitle enactingFormula text", label: "num", heading: "heading subheading",
			group:  "title subtitle chapter subchapter part subpart division subdivision appendix preliminary schedule compiledAct",
			level_: "section courtRule subsection paragraph subparagraph clause subclause item subitem subsubitem level",
			note:   "note notes sourceCredit statutoryNote editorialNote footnote", row: "tr row", raised: "sup", strong: "b", slant: "i", lineBreak: "br",
			skipped_: "meta toc preface", silent: "page", quoted: "quotedContent",
		}),
	},
	{
		name: "the schema of the Canadian Department of Justice", roots: []string{"Statute", "Regulation"},
		describe: describeCanada, provisions: names("Section"),
		rules: rules(map[elementRule]string{
			text_: "Text LongTitle Oath FormulaText FormulaDefinition", label: "Label", heading: "Heading ScheduleFormHeading ShortTitle TitleText",
			side:   "MarginalNote",
			level_: "Section Subsection Paragraph Subparagraph Clause Subclause Subsubclause Definition FormulaParagraph",
			note:   "HistoricalNote Footnote RelatedOrNotInForce RecentAmendments EditorialNote Note AmendedContent", row: "row",
			raised: "Sup", noteMark: "FootnoteRef", slant: "Emphasis DefinedTermEn DefinedTermFr", lineBreak: "LineBreak", apart: "Repealed", quoted: "AmendedText ReadAsText",
			skipped_: "RunningHead BillHistory Chapter ConsolidatedNumber InstrumentNumber RegulationMakerOrder EnablingAuthority OriginatingRef",
		}),
	},
}

func names(list string) map[string]bool {
	out := map[string]bool{}
	for _, name := range strings.Fields(list) {
		out[name] = true
	}
	return out
}

func rules(lists map[elementRule]string) map[string]elementRule {
	out := map[string]elementRule{}
	for r, list := range lists {
		for _, name := range strings.Fields(list) {
			out[name] = r
		}
	}
	return out
}

// dialectOf returns the dialect that a root element belongs to; nil where it is unknown.
func dialectOf(root *node) *dialect {
	for _, d := range append(dialects, europeanDialects...) {
		for _, name := range d.roots {
			if root.name == name {
				return d
			}
		}
	}
	return nil
}

func dialectNames() string {
	var out []string
	for _, d := range append(dialects, europeanDialects...) {
		out = append(out, d.name)
	}
	sort.Strings(out)
	return strings.Join(out, ", ")
}

var isoDate = lazy.Pattern(`^\d{4}-\d{2}-\d{2}`)

// dateOf returns the day at the start of a date, "" where there is none.
func dateOf(s string) string { return isoDate().FindString(strings.TrimSpace(s)) }

func describeAkoma(root *node, src *document.Source) {
	expression := root.find("FRBRExpression")
	src.Language = isoLanguage(expression.child("FRBRlanguage").get("language"))
	src.AsOf = dateOf(expression.child("FRBRdate").get("date"))
	src.Title = root.find("FRBRWork").child("FRBRalias").get("value")
	if title := root.find("docTitle"); src.Title == "" && title != nil {
		src.Title = strings.Join(strings.Fields(title.words()), " ")
	}
}

func describeUSLM(root *node, src *document.Source) {
	meta := root.child("meta")
	src.Language = isoLanguage(root.get("lang"))
	src.AsOf = dateOf(meta.child("date").words())
	src.Title = strings.TrimSpace(meta.child("title").words())
}

func describeCanada(root *node, src *document.Source) {
	src.Language = isoLanguage(root.get("lang"))
	src.AsOf = dateOf(root.get("pit-date"))
	title := root.find("ShortTitle")
	if title == nil {
		title = root.find("LongTitle")
	}
	src.Title = strings.Join(strings.Fields(title.words()), " ")
}
