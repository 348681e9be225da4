package report

import (
	"encoding/json"
	"io"

	"lacuna/analyzer/coverage"
)

// assessment is the shape that outside programs read.
type assessment struct {
	Schema    string           `json:"schema"`
	Tool      Tool             `json:"tool"`
	Checklist Checklist        `json:"checklist"`
	Texts     []coverage.Text  `json:"texts"`
	Items     []coverage.Item  `json:"items"`
	Summary   coverage.Summary `json:"summary"`
}

func (r *Report) assessment() assessment {
	a := assessment{"lacuna/assessment/1", r.Tool, r.Checklist, listed(r.Texts), []coverage.Item{}, r.Summary}
	for _, it := range r.Items() {
		a.Items = append(a.Items, it.Item)
	}
	return a
}

func writeJSON(w io.Writer, r *Report, _ Options) error { return encode(w, r.assessment()) }

// writeEachJSON writes reports that stand alone as one object of the shape
// lacuna/assessments/1.
func writeEachJSON(w io.Writer, reports []*Report, _ Options) error {
	all := struct {
		Schema      string       `json:"schema"`
		Assessments []assessment `json:"assessments"`
	}{"lacuna/assessments/1", []assessment{}}
	for _, r := range reports {
		all.Assessments = append(all.Assessments, r.assessment())
	}
	return encode(w, all)
}

// encode writes indented JSON with the letters of quotes as they are.
func encode(w io.Writer, v any) error {
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	return enc.Encode(v)
}
