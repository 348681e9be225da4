package report

import (
	"encoding/csv"
	"io"
	"slices"
	"strconv"
	"strings"

	"lacuna/analyzer/coverage"
)

// longColumns head the long table. Each element has one row for each piece of
// evidence, best first, or one row without evidence; rank 0 or 1 selects one
// row for each element.
var longColumns = []string{
	"iso3", "dossier", "text_sha256", "as_of", "official", "language",
	"item", "element", "force", "value_auto", "value_final", "decided_by", "blind",
	"reasons", "confidence", "decision", "act", "provision", "label", "quote", "page", "start", "end",
	"absence", "checklist_sha", "lexicon_sha", "tool_version", "rank",
}

func writeCSV(w io.Writer, r *Report, o Options) error { return writeEachCSV(w, []*Report{r}, o) }

// writeEachCSV writes one table with the rows of all reports.
func writeEachCSV(w io.Writer, reports []*Report, o Options) error {
	var head []string
	for _, name := range longColumns {
		head = append(head, bare(o.words().say("csv."+name)))
	}
	rows := [][]string{head}
	for _, r := range reports {
		rows = append(rows, r.in(o).longRows()...)
	}
	return csv.NewWriter(w).WriteAll(rows)
}

// longRows makes the rows of one report, with no cell that a spreadsheet would run.
func (f face) longRows() [][]string {
	var rows [][]string
	for _, it := range f.Items() {
		for _, e := range it.Elements {
			if len(e.Evidence) == 0 {
				rows = append(rows, f.longRow(it, e, coverage.Evidence{}, 0))
			}
			for i, ev := range e.Evidence {
				rows = append(rows, f.longRow(it, e, ev, i+1))
			}
		}
	}
	for _, row := range rows {
		for i := range row {
			row[i] = inert(bare(row[i]))
		}
	}
	return rows
}

// longRow makes one row. Where there is no evidence it speaks of all texts.
func (f face) longRow(it Item, el coverage.Finding, e coverage.Evidence, rank int) []string {
	about := func(get func(coverage.Text) string) string {
		var got []string
		for _, t := range f.Texts {
			if v := get(t); (rank == 0 || t.ID == e.Text) && !slices.Contains(got, v) {
				got = append(got, v)
			}
		}
		return strings.Join(got, "; ")
	}
	var label, quote, page, start, end string
	if rank > 0 {
		label, quote = f.label(e.Label), f.together(e)
		page, start, end = number(e.Page), strconv.Itoa(e.Start), strconv.Itoa(e.End)
	}
	return []string{
		f.Dossier.ISO3, f.Dossier.Name,
		about(func(t coverage.Text) string { return t.SHA256 }),
		about(func(t coverage.Text) string { return t.AsOf }),
		about(func(t coverage.Text) string { return t.Official }),
		about(func(t coverage.Text) string { return t.Language }),
		it.ID, el.ID, it.Force, string(el.Value), string(el.Value), "lacuna", "no",
		strings.Join(f.reasons(el), "; "), strconv.Itoa(el.Confidence), el.Decision,
		e.Text, e.Provision, label, quote, page, start, end,
		el.Absence, f.Checklist.SHA256, f.Report.Lexicons.SHA256, f.Tool.Version, strconv.Itoa(rank),
	}
}

// inert puts an apostrophe before what a spreadsheet would take as a formula.
func inert(cell string) string {
	if cell != "" && strings.ContainsRune("=+-@\t\r", rune(cell[0])) {
		return "'" + cell
	}
	return cell
}

// number prints a count, or nothing where there is none.
func number(n int) string {
	if n == 0 {
		return ""
	}
	return strconv.Itoa(n)
}
