package outline

import "strings"

// longestQuote is how many blocks a quoted passage may hold; a mark that no
// other closes within them opens none.
const longestQuote = 60

// quoteMarks open and close a quoted passage.
var quoteMarks = []struct{ open, close string }{{"“", "”"}, {"«", "»"}, {"„", "“"}, {"„", "”"}, {"\"", "\""}, {"‘", "’"}, {"「", "」"}}

// markQuoted finds the passages that an amending law puts into another one:
// behind words that announce it a block opens with a quotation mark and the
// number of a provision, and the same block or a later one ends with the
// closing mark.
func (r *reader) markQuoted() {
	r.quoted = make([]bool, len(r.blocks))
	for i := 0; i < len(r.blocks); i++ {
		end := r.quoteEnd(i)
		for k := i; k < end; k++ {
			r.quoted[k] = true
		}
		i = max(i, end-1)
	}
}

// quoteEnd returns the index of the block behind the passage that opens at a
// block, or 0 where none opens.
func (r *reader) quoteEnd(i int) int {
	if i == 0 || !opensList(r.words(i-1)) && !r.quoted[i-1] {
		return 0
	}
	s := strings.TrimLeft(r.words(i), " (")
	for _, q := range quoteMarks {
		inner, ok := strings.CutPrefix(s, q.open)
		if _, size, _ := readForm(strings.TrimLeft(inner, " \u00a0"), 0, nil); !ok || size == 0 {
			continue
		}
		for k := i; k < len(r.blocks) && k < i+longestQuote; k++ {
			words := strings.TrimRight(r.words(k), " .;,\u00a0")
			if strings.HasSuffix(words, q.close) && (k > i || len(words) > len(q.open)) {
				return k + 1
			}
		}
	}
	return 0
}

// withoutQuoted drops the candidates in quoted passages, unless there are more
// of them than others: then the whole law is quoted.
func (r *reader) withoutQuoted(list []candidate) []candidate {
	var own []candidate
	for _, c := range list {
		if !r.quoted[c.block] {
			own = append(own, c)
		}
	}
	if len(own)*2 < len(list) && len(list) > 6 {
		return list
	}
	return own
}
