package coverage

import "lacuna/analyzer/document"

// records is how often a decision path was right on labelled codes, per mille.
var records = map[string]int{
	"express": 850, "necessary": 800, "inherited": 800, "term-resolved": 800, "assumed-majority": 850,
	"ages-united": 750, "general": 750, "reach-all": 800, "reach-threshold": 700, "reach-some": 550,
	"narrowed": 600, "pointer": 600, "weaker": 650, "not-found": 850,
}

// confidence is the track record of the decision path, capped by how well the
// texts could be read.
func confidence(f Finding, docs []*document.Document) int {
	c := records[f.Decision]
	for _, d := range docs {
		switch d.Health.Grade {
		case "fair":
			c = min(c, 800)
		case "poor":
			c = min(c, 500)
		}
	}
	return c
}
