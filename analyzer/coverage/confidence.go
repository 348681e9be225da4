package coverage

import (
	_ "embed"
	"strconv"
	"strings"
	"sync"

	"lacuna/analyzer/document"
)

// recordsTable is how often each decision path was right on the labelled texts:
// decision, right, all. `lacuna evaluate --records` makes it.
//
//go:embed records.tsv
var recordsTable string

// A path that was seldom taken says little, so that its record is shrunk towards
// what all paths together reached, as if it had been taken so often more.
const weightOfAll = 20

// onUnseen is how often, per mille, the answers were right on seven codes in English,
// French, German and Arabic when they were first read: 462 elements, each labelled by
// one reader before any answer was seen.
// The table's texts were known while the rules were written, so that its records
// are lowered in the proportion of this figure to their own.
const onUnseen = 903

// records gives each decision path its track record in per mille.
var records = sync.OnceValue(func() map[string]int {
	type record struct{ right, all int }
	paths := map[string]record{}
	var sum record
	for _, line := range strings.Split(strings.TrimSpace(recordsTable), "\n") {
		fields := strings.Fields(line)
		if len(fields) != 3 {
			continue
		}
		right, _ := strconv.Atoi(fields[1])
		all, _ := strconv.Atoi(fields[2])
		paths[fields[0]] = record{right, all}
		sum = record{sum.right + right, sum.all + all}
	}
	out := map[string]int{}
	mean := 1000 * sum.right / sum.all
	for name, r := range paths {
		record := (1000*r.right + weightOfAll*mean) / (r.all + weightOfAll)
		out[name] = min(record, record*onUnseen/mean)
	}
	out[""] = min(mean, onUnseen)
	return out
})

// caps bound the confidence by how well the texts could be read, in per mille.
var caps = map[string]int{"fair": 900, "poor": 500}

// confidence is the track record of the decision path, capped by the health of
// the texts.
func confidence(f Finding, docs []*document.Document) int {
	if f.Value == Unknown {
		return 0
	}
	table := records()
	c, ok := table[f.Decision]
	if !ok {
		c = table[""]
	}
	for _, d := range docs {
		if most, ok := caps[d.Health.Grade]; ok {
			c = min(c, most)
		}
	}
	return c
}
