package report

import (
	"fmt"
	"io"
	"strings"

	"github.com/olekukonko/tablewriter"
	"github.com/olekukonko/tablewriter/renderer"
	"github.com/olekukonko/tablewriter/tw"

	"lacuna/analyzer/coverage"
)

func writeTable(w io.Writer, r *Report, o Options) error {
	p := &page{w: w, width: o.columns()}
	p.line(0, 0, r.Checklist.Title)
	r.writeTexts(p)
	for _, g := range r.Groups {
		p.blank()
		p.line(0, 0, g.Title)
		rows := [][]string{}
		for _, it := range g.Items {
			rows = append(rows, []string{it.ID + "\n" + it.Title, forceWords(it.Item), painted(it.Status, o.Color), orDash(shortfall(it)), orDash(r.provisions(it.Item))})
		}
		p.put(grid([]string{"Point", "Force", "Answer", "Missing or narrower", "Provisions"}, rows, widths(p.width)))
	}
	p.blank()
	r.writeCounts(p)
	return p.err
}

// writeTexts lists the texts that were read and how well.
func (r *Report) writeTexts(p *page) {
	p.blank()
	for _, t := range r.Texts {
		p.line(0, 2, textLine(t))
		for _, n := range t.Health.Notes {
			p.line(2, 4, "- "+n)
		}
		if carries := r.carries(t); carries != "" {
			p.line(2, 4, carries)
		}
	}
	if lacks := r.notGiven(); lacks != "" {
		p.line(0, 2, lacks)
	}
}

// textLine describes a text in a sentence.
func textLine(t coverage.Text) string {
	title := t.ID
	if t.Title != "" && t.Title != t.ID {
		title += ": " + t.Title
	}
	facts := []string{t.Format}
	if t.Language != "" {
		facts = append(facts, "language "+t.Language)
	}
	if t.Pages > 0 {
		facts = append(facts, plural(t.Pages, "page"))
	}
	facts = append(facts, plural(t.Sections, "provision"), "as of "+orUnknown(t.AsOf))
	if t.Majority > 0 {
		facts = append(facts, fmt.Sprintf("majority %d", t.Majority)+bracketed(t.MajoritySource))
	}
	if t.Official == "translation" || t.Official == "official" {
		facts = append(facts, t.Official+" text")
	}
	facts = append(facts, "reading "+orUnknown(t.Health.Grade))
	if gaps := t.Health.NumberingGaps; len(gaps) > 0 {
		facts = append(facts, "numbers missing: "+clip(strings.Join(gaps, ", "), 60))
	}
	return title + " (" + strings.Join(facts, "; ") + ")"
}

// writeCounts counts what binds and what is optional apart.
func (r *Report) writeCounts(p *page) {
	for _, c := range r.Counts() {
		p.line(0, 2, fmt.Sprintf("%s: %s: %d covered, %d partial, %d not found, %d unknown", c.Name, plural(c.Of, "point"), c.Covered, c.Partial, c.Gap, c.Unknown))
	}
	p.line(0, 0, caveat)
}

const caveat = "“Not found” means not found in the texts given; another act may hold it. “2 of 8” counts what is covered in full. What courts and police do is not judged."

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

// widths shares a page among the five columns.
func widths(page int) []int {
	free := page - 5*2 - 4 // two blanks a column, four lines between
	share := []int{free * 25 / 100, max(10, free*13/100), 9, 0, free * 17 / 100}
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
func painted(s coverage.Status, color bool) string {
	if !color {
		return statusWords[s]
	}
	return "\x1b[" + colors[s] + "m" + statusWords[s] + "\x1b[0m"
}

func plural(n int, word string) string {
	if n == 1 {
		return "1 " + word
	}
	return fmt.Sprintf("%d %ss", n, word)
}

func orDash(s string) string {
	if s == "" {
		return "–"
	}
	return s
}

func orUnknown(s string) string {
	if s == "" {
		return "unknown"
	}
	return s
}
