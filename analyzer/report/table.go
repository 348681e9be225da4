package report

import (
	"io"
	"strconv"
	"strings"

	"github.com/olekukonko/tablewriter"
	"github.com/olekukonko/tablewriter/renderer"
	"github.com/olekukonko/tablewriter/tw"

	"lacuna/analyzer/coverage"
)

func writeTable(w io.Writer, r *Report, o Options) error {
	f := r.in(o)
	p := &page{w: w, width: o.columns()}
	p.line(0, 0, f.sentence(r.Checklist.Title))
	f.writeTexts(p)
	for _, g := range r.Groups {
		p.blank()
		p.line(0, 0, f.sentence(g.Title))
		rows := [][]string{}
		for _, it := range g.Items {
			rows = append(rows, []string{f.apart(it.ID) + "\n" + f.sentence(it.Title), f.force(it.Item), f.painted(it.Status, o.Color), orDash(f.shortfall(it)), orDash(f.provisions(it.Item))})
		}
		p.put(grid([]string{f.say("head.point"), f.say("head.force"), f.say("head.answer"), f.say("head.missing"), f.say("head.provisions")}, rows, f.widths(p.width)))
	}
	p.blank()
	f.writeCounts(p)
	return p.err
}

// writeTexts lists the texts that were read and how well.
func (f face) writeTexts(p *page) {
	p.blank()
	for _, t := range f.Texts {
		p.line(0, 2, f.textLine(t))
		for _, n := range f.notes(t) {
			p.line(2, 4, "- "+n)
		}
		if carries := f.carries(t); carries != "" {
			p.line(2, 4, carries)
		}
	}
	for _, remark := range f.remarks() {
		p.line(0, 2, remark)
	}
}

// textLine describes a text in a sentence.
func (w *Words) textLine(t coverage.Text) string {
	title := w.apart(t.ID)
	if t.Title != "" && t.Title != t.ID {
		title += w.say("colon") + w.apart(t.Title)
	}
	facts := []string{w.apart(t.Format)}
	if t.Language != "" {
		facts = append(facts, w.say("text.language", "code", w.apart(t.Language)))
	}
	if t.Kind != "" {
		facts = append(facts, w.known("kind", string(t.Kind)))
	}
	if t.Pages > 0 {
		facts = append(facts, w.count("page", t.Pages))
	}
	facts = append(facts, w.count("provision", t.Sections), w.say("text.as-of", "date", w.apart(w.orUnknown(t.AsOf))))
	if t.Majority > 0 {
		facts = append(facts, w.say("text.majority", "years", strconv.Itoa(t.Majority))+w.bracketed(w.apart(t.MajoritySource)))
	}
	if t.Official == "translation" || t.Official == "official" {
		facts = append(facts, w.say("text."+t.Official))
	}
	facts = append(facts, w.say("text.reading", "grade", w.orUnknown(w.known("grade", t.Health.Grade))))
	if gaps := t.Health.NumberingGaps; len(gaps) > 0 {
		facts = append(facts, w.say("text.gaps", "numbers", w.apart(clip(w.list(gaps), 60))))
	}
	return title + " (" + strings.Join(facts, w.say("list.semicolon")) + ")"
}

// writeCounts counts what binds and what is optional apart.
func (f face) writeCounts(p *page) {
	for _, c := range f.Counts() {
		p.line(0, 2, f.say("counts.line", "name", f.say("counts."+string(c.Force)), "points", f.count("point", c.Of),
			"covered", f.number(c.Covered), "partial", f.number(c.Partial), "gap", f.number(c.Gap), "unknown", f.number(c.Unknown)))
	}
	f.writeCaveat(p)
}

// writeCaveat says what the answers mean and, where it is not plain, in which
// languages quotes stand.
func (f face) writeCaveat(p *page) {
	p.line(0, 0, f.say("caveat"))
	if note := f.say("quotes-note"); note != "" {
		p.line(0, 0, note)
	}
}

// grid draws a table without outer borders; widths are those of the cells' words.
func grid(head []string, rows [][]string, widths []int) string {
	var out strings.Builder
	columns := tw.NewMapper[int, int]()
	for i, n := range widths {
		columns.Set(i, n+2)
	}
	between := tw.Off // lines between rows only where a row has several lines
	for _, row := range rows {
		for i := range row {
			row[i] = folded(row[i], widths[i])
			if strings.Contains(row[i], "\n") {
				between = tw.On
			}
		}
	}
	table := tablewriter.NewTable(&out,
		tablewriter.WithRenderer(renderer.NewBlueprint(tw.Rendition{
			Borders:  tw.BorderNone,
			Symbols:  tw.NewSymbols(tw.StyleLight),
			Settings: tw.Settings{Separators: tw.Separators{BetweenRows: between}},
		})),
		tablewriter.WithColumnWidths(columns),
		tablewriter.WithHeaderAutoFormat(tw.Off),
		tablewriter.WithAlignment(tw.MakeAlign(len(head), tw.AlignLeft)),
		tablewriter.WithRowAutoWrap(tw.WrapNone),
		tablewriter.WithEastAsian(tw.Off),
	)
	table.Header(head)
	if table.Bulk(rows) != nil || table.Render() != nil {
		return "" // neither can fail on rows of strings written to memory
	}
	var lines []string
	for l := range strings.Lines(out.String()) {
		lines = append(lines, strings.TrimRight(l, " \n"))
	}
	return strings.Join(lines, "\n") + "\n"
}

// widths shares a page among the five columns; the answers need the width of the
// longest of their words.
func (w *Words) widths(page int) []int {
	free := page - 5*2 - 4 // two blanks a column, four lines between
	answer := 9
	for _, s := range []coverage.Status{coverage.Covered, coverage.PartlyCovered, coverage.Gap, coverage.NotKnown} {
		answer = max(answer, cells(w.status(s)))
	}
	share := []int{free * 25 / 100, max(10, free*13/100), answer, 0, free * 17 / 100}
	share[3] = free - share[0] - share[1] - share[2] - share[4]
	return share
}

// folded wraps each line of a cell; a word wider than the cell is cut.
func folded(cell string, width int) string {
	var out strings.Builder
	for part := range strings.SplitSeq(cell, "\n") {
		if out.Len() > 0 {
			out.WriteByte('\n')
		}
		if cells(part) <= width || strings.HasPrefix(part, "\x1b") { // colour has no width
			out.WriteString(part)
			continue
		}
		var b strings.Builder
		p := &page{w: &b, width: width}
		p.line(0, 0, strings.Join(cut(words(part), width), " "))
		out.WriteString(strings.TrimRight(b.String(), "\n"))
	}
	return out.String()
}

// cut breaks words wider than width, after a hyphen where one is near.
func cut(words []string, width int) []string {
	var out []string
	for _, w := range words {
		r := []rune(w)
		for len(r) > width {
			at := width
			if i := strings.LastIndexByte(string(r[:width]), '-'); i > 0 {
				at = len([]rune(string(r[:width])[:i+1]))
			}
			out, r = append(out, string(r[:at])), r[at:]
		}
		out = append(out, string(r))
	}
	return out
}

var colors = map[coverage.Status]string{
	coverage.Covered: "32", coverage.PartlyCovered: "33", coverage.Gap: "31", coverage.NotKnown: "35",
}

// painted is the status in words, with colour on a terminal.
func (w *Words) painted(s coverage.Status, color bool) string {
	if !color {
		return w.status(s)
	}
	return "\x1b[" + colors[s] + "m" + w.status(s) + "\x1b[0m"
}

func orDash(s string) string {
	if s == "" {
		return "–"
	}
	return s
}

func (w *Words) orUnknown(s string) string {
	if s == "" || s == "unknown" {
		return w.say("unknown")
	}
	return s
}
