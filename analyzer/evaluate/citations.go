package evaluate

import (
	"strings"
	"unicode"

	"lacuna/analyzer/coverage"
)

// citations compares provisions as readers write them with those of evidence.
type citations struct {
	texts map[string]bool // ids of the matrix's texts, plain
}

func newCitations(m *coverage.Matrix) citations {
	c := citations{texts: map[string]bool{}}
	for _, text := range m.Texts {
		c.texts[plain(text.ID)] = true
	}
	return c
}

// first is the place, from 1, of the first piece of evidence that stands in one
// of the gold provisions, or 0.
func (c citations) first(gold []string, evidence []coverage.Evidence) int {
	for i, e := range evidence {
		for _, provision := range gold {
			if c.same(provision, e) {
				return i + 1
			}
		}
	}
	return 0
}

// same tells whether a gold provision is where the evidence stands. A provision
// that opens with the id of a text of the dossier ("CHILD 48") means that text.
func (c citations) same(gold string, e coverage.Evidence) bool {
	text, rest, two := strings.Cut(strings.TrimSpace(gold), " ")
	if two && c.texts[plain(text)] {
		return plain(text) == plain(e.Text) && plain(rest) == plain(e.Provision)
	}
	return plain(gold) == plain(e.Provision)
}

// plain keeps letters and digits only, in lower case: "128 bis" is "128bis".
func plain(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return unicode.ToLower(r)
		}
		return -1
	}, s)
}
