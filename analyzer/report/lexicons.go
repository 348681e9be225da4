package report

import (
	"fmt"
	"io"
	"strconv"

	"lacuna/analyzer/ledger"
	"lacuna/analyzer/lexicon"
)

// Lexicons lists lexicons with how much stands in each.
func Lexicons(w io.Writer, all []lexicon.Summary, o Options) error {
	p := &page{w: w, width: o.columns()}
	var rows [][]string
	for _, s := range all {
		rows = append(rows, []string{s.Language, s.Name, strconv.Itoa(s.Concepts), strconv.Itoa(s.Patterns), strconv.Itoa(s.Forms), fmt.Sprintf("%d of %d", s.Agree, s.Examples)})
	}
	p.put(grid([]string{"Code", "Language", "Concepts", "Patterns", "Forms", "Examples read"}, rows, []int{5, 14, 8, 8, 8, 14}))
	return p.err
}

// LexiconsJSON lists the same as JSON.
func LexiconsJSON(w io.Writer, all []lexicon.Summary) error { return ledger.Encode(w, listed(all)) }

// Missing lists what a lexicon lacks beside another.
func Missing(w io.Writer, p *lexicon.Pack, lacks []lexicon.Lack, o Options) error {
	page := &page{w: w, width: o.columns()}
	if len(lacks) == 0 {
		page.line(0, 0, fmt.Sprintf("%s (%s) lacks nothing that English has.", p.Name, p.Language))
		return page.err
	}
	var rows [][]string
	for _, l := range lacks {
		rows = append(rows, []string{l.Kind, l.Name, l.Class, l.Title})
	}
	page.put(grid([]string{"Missing", "Name", "Class", "What it is"}, rows, []int{8, 26, 10, max(20, page.width-8-26-10-11)}))
	return page.err
}

// MissingJSON lists the same as JSON.
func MissingJSON(w io.Writer, p *lexicon.Pack, lacks []lexicon.Lack) error {
	return ledger.Encode(w, struct {
		Language  string         `json:"language"`
		Reference string         `json:"reference"`
		Missing   []lexicon.Lack `json:"missing"`
	}{p.Language, "en", listed(lacks)})
}
