package pdf

import (
	"sort"
	"strings"
)

// common is how many of a column's most frequent words are compared.
const common = 40

// inParallel reports whether the columns of the pages hold different languages:
// whether the words that are frequent in one are rare in the others. Columns
// of one language share their little words.
func inParallel(lines []line) bool {
	counts := map[int]map[string]int{}
	inColumns := 0
	for i := range lines {
		col := lines[i].col
		if counts[col] == nil {
			counts[col] = map[string]int{}
		}
		for _, word := range strings.Fields(strings.ToLower(lines[i].text)) {
			counts[col][strings.Trim(word, ".,;:()’'")]++
		}
		if col > 0 {
			inColumns++
		}
	}
	if inColumns*4 < len(lines) || inColumns < 50 {
		return false
	}
	columns := 1
	for counts[columns] != nil {
		columns++
	}
	for a := range columns {
		for b := range a {
			if sharedWords(counts[a], counts[b])*3 > common {
				return false
			}
		}
	}
	return columns > 1
}

// sharedWords counts the words that are among the most frequent of both.
func sharedWords(a, b map[string]int) int {
	in := map[string]bool{}
	for _, w := range frequent(a) {
		in[w] = true
	}
	n := 0
	for _, w := range frequent(b) {
		if in[w] {
			n++
		}
	}
	return n
}

// frequent lists the most frequent words that are no numbers.
func frequent(counts map[string]int) []string {
	var words []string
	for w := range counts {
		if strings.Trim(w, "0123456789.º°-–") != "" {
			words = append(words, w)
		}
	}
	sort.Slice(words, func(i, j int) bool {
		if counts[words[i]] != counts[words[j]] {
			return counts[words[i]] > counts[words[j]]
		}
		return words[i] < words[j]
	})
	return words[:min(common, len(words))]
}
