package evaluate

import (
	"fmt"
	"io"
	"maps"
	"slices"

	"lacuna/analyzer/coverage"
)

// Record is how often the answers of one decision path were right.
type Record struct {
	Decision string
	Right    int
	All      int
}

// Records counts, for every decision path, how often it was right on the
// labelled texts that were read, sorted by path. Unknown answers are left out.
func Records(cases []Case) []Record {
	count := map[string]Record{}
	for _, c := range cases {
		if c.Matrix == nil {
			continue
		}
		found := map[string]coverage.Finding{}
		for _, it := range c.Matrix.Items {
			for _, e := range it.Elements {
				found[it.ID+"/"+e.ID] = e
			}
		}
		for _, it := range c.Gold.Items {
			for _, e := range it.Elements {
				f, ok := found[it.ID+"/"+e.ID]
				if !ok || f.Value == coverage.Unknown {
					continue
				}
				r := count[f.Decision]
				r.Decision, r.All = f.Decision, r.All+1
				if f.Value == e.Value {
					r.Right++
				}
				count[f.Decision] = r
			}
		}
	}
	var out []Record
	for _, name := range slices.Sorted(maps.Keys(count)) {
		out = append(out, count[name])
	}
	return out
}

// WriteRecords writes records as the table that coverage takes its confidences
// from: decision, how often it was right, how often it was taken.
func WriteRecords(w io.Writer, records []Record) error {
	for _, r := range records {
		if _, err := fmt.Fprintf(w, "%s\t%d\t%d\n", r.Decision, r.Right, r.All); err != nil {
			return err
		}
	}
	return nil
}
