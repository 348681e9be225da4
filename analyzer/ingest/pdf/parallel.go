package pdf

import (
	"sort"
	"strconv"
	"strings"

	"github.com/abadojack/whatlanggo"

	"lacuna/analyzer/ingest/build"
	"lacuna/analyzer/message"
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

// pickColumns returns the lines of the columns in a language, with those that
// span all columns; where none is in it, all of them, column by column. read is
// the language of the last column that was read, note says which were.
func pickColumns(lines []line, language string, out *build.Builder) (kept []line, read string, note message.Message) {
	languages := columnLanguages(lines)
	for i := range lines {
		if col := lines[i].col; col < 0 || languages[col] == language {
			kept = append(kept, lines[i])
		}
	}
	names := strings.Join(languages, ", ")
	for col, l := range languages {
		if l == language && language != "" {
			leaveColumns(lines, languages, language, out)
			return kept, l, message.Say("columns-one", "languages", names, "n", strconv.Itoa(col+1), "language", language)
		}
	}
	kept = lines
	sort.SliceStable(kept, func(i, j int) bool { return max(kept[i].col, 0) < max(kept[j].col, 0) })
	note = message.Say("columns-all", "languages", names)
	if language != "" {
		note = message.Say("columns-not", "languages", names, "language", language)
	}
	return kept, languages[len(languages)-1], note
}

// columnLanguages tells the language of each column.
func columnLanguages(lines []line) []string {
	const enough = 50_000 // bytes that tell a language
	var texts []*strings.Builder
	for i := range lines {
		for len(texts) <= lines[i].col {
			texts = append(texts, &strings.Builder{})
		}
		if col := lines[i].col; col >= 0 && texts[col].Len() < enough {
			texts[col].WriteString(lines[i].text + "\n")
		}
	}
	out := make([]string, len(texts))
	for i := range texts {
		out[i] = whatlanggo.DetectLang(texts[i].String()).Iso6391()
	}
	return out
}

// leaveColumns lists the columns that are not in the language as left out, by
// how they begin.
func leaveColumns(lines []line, languages []string, language string, out *build.Builder) {
	seen := map[int]bool{}
	for i := range lines {
		if col := lines[i].col; col >= 0 && languages[col] != language && !seen[col] {
			seen[col] = true
			out.Leave("column in another language ("+languages[col]+")", lines[i].page, lines[i].text+" …")
		}
	}
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
