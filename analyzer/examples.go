package analyzer

import (
	"context"
	"strings"

	"lacuna/analyzer/checklist"
	"lacuna/analyzer/coverage"
	"lacuna/analyzer/document"
	"lacuna/analyzer/ingest"
)

// Miss is an answer that differs from what an example of a checklist expects.
type Miss struct {
	Example checklist.Example
	Element string
	Want    string
	Got     coverage.Value
	Reasons []string
}

// Examples runs a checklist's examples and returns the answers that differ from
// what they expect, and how many answers were compared.
func Examples(examples []checklist.Example, opt Options) (misses []Miss, compared int, err error) {
	for _, e := range examples {
		src, err := ingest.Read(context.Background(), e.File, []byte(e.Text), ingest.Limits{})
		if err != nil {
			return nil, compared, err
		}
		opt.Language = e.Language
		for _, it := range Analyze([]*document.Source{src}, opt).Matrix.Items {
			if it.ID != e.Item {
				continue
			}
			for _, f := range it.Elements {
				want, asked := e.Expect[f.ID]
				if !asked {
					continue
				}
				compared++
				if string(f.Value) != want {
					misses = append(misses, Miss{Example: e, Element: f.ID, Want: want, Got: f.Value, Reasons: f.Reasons})
				}
			}
		}
	}
	return misses, compared, nil
}

// String puts a miss on one line: where the example stands, what it expects, and
// what came out.
func (m Miss) String() string {
	return strings.TrimSuffix(m.Example.Item+"/"+m.Element+": expected "+m.Want+", read "+string(m.Got)+": "+strings.Join(m.Reasons, "; "), ": ")
}
