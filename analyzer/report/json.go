package report

import (
	"io"

	"lacuna/analyzer/coverage"
	"lacuna/analyzer/ledger"
)

// Assessment is the report in the shape that outside programs read.
func (r *Report) Assessment() ledger.Assessment {
	a := ledger.Assessment{Schema: ledger.SchemaOne, Tool: r.Tool, Checklist: r.Checklist, Lexicons: r.Lexicons, Dossier: r.Dossier,
		Matrix: coverage.Matrix{Texts: listed(r.Texts), Items: []coverage.Item{}, NotGiven: listed(r.NotGiven), BlindSpots: listed(r.BlindSpots), Summary: r.Summary}}
	for _, it := range r.Items() {
		a.Items = append(a.Items, it.Item)
	}
	return a
}

func writeJSON(w io.Writer, r *Report, _ Options) error { return ledger.Encode(w, r.Assessment()) }

// writeEachJSON writes reports that stand alone as one object.
func writeEachJSON(w io.Writer, reports []*Report, _ Options) error {
	var all []ledger.Assessment
	for _, r := range reports {
		all = append(all, r.Assessment())
	}
	return ledger.WriteAll(w, all)
}
