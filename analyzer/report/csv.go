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
func writeEachCSV(w io.Writer, reports []*Report, _ Options) error {
	rows := [][]string{longColumns}
	for _, r := range reports {
		rows = append(rows, r.longRows()...)
	}
	return csv.NewWriter(w).WriteAll(rows)
}

// longRows makes the rows of one report, with no cell that a spreadsheet would run.
func (r *Report) longRows() [][]string {
	var rows [][]string
	for _, it := range r.Items() {
		for _, f := range it.Elements {
			if len(f.Evidence) == 0 {
				rows = append(rows, r.longRow(it, f, coverage.Evidence{}, 0))
			}
			for i, e := range f.Evidence {
				rows = append(rows, r.longRow(it, f, e, i+1))
			}
		}
	}
	for _, row := range rows {
		for i := range row {
			row[i] = inert(row[i])
		}
	}
	return rows
}

// longRow makes one row. Where there is no evidence it speaks of all texts.
func (r *Report) longRow(it Item, f coverage.Finding, e coverage.Evidence, rank int) []string {
	about := func(get func(coverage.Text) string) string {
		var got []string
		for _, t := range r.Texts {
			if v := get(t); (rank == 0 || t.ID == e.Text) && !slices.Contains(got, v) {
				got = append(got, v)
			}
		}
		return strings.Join(got, "; ")
	}
	var label, quote, page, start, end string
	if rank > 0 {
		label, quote = e.Label, r.together(e)
		page, start, end = number(e.Page), strconv.Itoa(e.Start), strconv.Itoa(e.End)
	}
	return []string{
		r.Dossier.ISO3, r.Dossier.Name,
		about(func(t coverage.Text) string { return t.SHA256 }),
		about(func(t coverage.Text) string { return t.AsOf }),
		about(func(t coverage.Text) string { return t.Official }),
		about(func(t coverage.Text) string { return t.Language }),
		it.ID, f.ID, it.Force, string(f.Value), string(f.Value), "lacuna", "no",
		strings.Join(f.Reasons, "; "), strconv.Itoa(f.Confidence), f.Decision,
		e.Text, e.Provision, label, quote, page, start, end,
		f.Absence, r.Checklist.SHA256, r.Lexicons.SHA256, r.Tool.Version, strconv.Itoa(rank),
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
