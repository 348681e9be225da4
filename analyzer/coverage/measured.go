package coverage

import (
	_ "embed"
	"strings"
	"sync"
)

// measuredTable lists, for each language of the labelled texts, the elements that
// at least one of them covers, wholly or in part: "en 2.a/transfer". A test holds
// it to the labels.
//
//go:embed measured.tsv
var measuredTable string

var measured = sync.OnceValue(func() map[string]bool {
	out := map[string]bool{}
	for line := range strings.Lines(measuredTable) {
		if language, element, ok := strings.Cut(strings.TrimSpace(line), "\t"); ok {
			out[language], out[language+"\t"+element] = true, true
		}
	}
	return out
})

// MeasuredLanguage reports whether answers on texts in a language were held
// against labels.
func MeasuredLanguage(language string) bool { return measured()[language] }

// MeasuredElement reports whether a labelled text in the language covers the
// element "item/element", so that it is known how well it is found there.
func MeasuredElement(language, element string) bool { return measured()[language+"\t"+element] }
