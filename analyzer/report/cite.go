package report

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"lacuna/analyzer/coverage"
)

// provisions cites the best provision of each element, at most five:
// "Art. 640, 641", and with several texts "PC s. 292; SOAC s. 5, 8".
func (r *Report) provisions(it coverage.Item) string {
	var cited []coverage.Evidence
	for _, f := range it.Elements {
		if f.Value != coverage.No && len(f.Evidence) > 0 {
			cited = addCitation(cited, f.Evidence[0])
		}
	}
	more := ""
	if len(cited) > 5 {
		more = fmt.Sprintf(" and %d more", len(cited)-5)
		cited = cited[:5]
	}
	var parts []string
	last := ""
	for _, e := range cited {
		word, number := short(e)
		head := ""
		if r.several() {
			head = e.Text + " "
		}
		if word != "" {
			head += word + hard
		}
		if len(parts) > 0 && head == last {
			parts[len(parts)-1] += ", " + number
			continue
		}
		last = head
		parts = append(parts, head+number)
	}
	return strings.Join(parts, "; ") + more
}

// addCitation adds a provision that is not yet cited, beside others of its text.
func addCitation(cited []coverage.Evidence, e coverage.Evidence) []coverage.Evidence {
	at := len(cited)
	for i, c := range cited {
		if c.Text == e.Text {
			if c.Provision == e.Provision {
				return cited
			}
			at = i + 1
		}
	}
	return slices.Insert(cited, at, e)
}

// hard is a blank at which no line is broken.
const hard = "\u00a0"

// short splits a citation into a short word and a number: "Art.", "640".
func short(e coverage.Evidence) (word, number string) {
	number = strings.ReplaceAll(e.Provision, " ", hard)
	switch {
	case strings.HasPrefix(e.Label, "Article "):
		return "Art.", number
	case strings.HasPrefix(e.Label, "Section "):
		return "s.", number
	}
	return "", number
}

// point cites the treaty: "Article 3(1)(c)".
func point(it Item) string {
	cite := "Article " + it.Treaty.Article
	for part := range strings.SplitSeq(it.Treaty.Paragraph+"."+it.Treaty.Point, ".") {
		if part != "" {
			cite += "(" + part + ")"
		}
	}
	if it.Source != "" {
		cite = it.Source
	}
	return cite
}

// together joins the pieces that were read together on one line.
func (r *Report) together(e coverage.Evidence) string {
	if len(e.Spans) == 0 {
		return flat(e.Quote)
	}
	out := e.Spans[0].Quote
	for i, p := range e.Spans[1:] {
		out += r.between(e.Text, e.Spans[i], p) + p.Quote
	}
	return flat(out)
}

// between is what a quote shows between two pieces: the mark of a point as it
// stands there, or […] for words left out.
func (r *Report) between(text string, left, right coverage.Piece) string {
	const mark = 8 // bytes: "(viii) "
	src := r.sources[cmp.Or(left.Text, text)]
	switch {
	case left.Text != right.Text || right.Start < left.End || right.Start > left.End+mark || src == nil && right.Start > left.End+1:
		return " […] "
	case src == nil || right.Start > len(src.Text):
		return " "
	}
	return src.Text[left.End:right.Start]
}

// flat sets a quote on one line.
func flat(s string) string { return strings.Join(words(s), " ") }

// words splits at blanks and line ends, not at blanks that hold words together.
func words(s string) []string {
	return strings.FieldsFunc(s, func(r rune) bool { return r == ' ' || r == '\n' || r == '\t' || r == '\r' })
}

// clip shortens to at most n letters, at a word's end.
func clip(s string, n int) string {
	r := []rune(flat(s))
	if len(r) <= n {
		return string(r)
	}
	cut := string(r[:n])
	if i := strings.LastIndexByte(cut, ' '); i > n/2 {
		cut = cut[:i]
	}
	return strings.TrimRight(cut, " ,;:") + " …"
}

// cite names a place: "SOAC, Section 5(1), page 9".
func (r *Report) cite(text, label string, page int) string {
	var parts []string
	if r.several() {
		parts = append(parts, text)
	}
	parts = append(parts, label)
	if page > 0 {
		parts = append(parts, fmt.Sprintf("page %d", page))
	}
	return strings.Join(parts, ", ")
}

func quoted(s string) string { return "“" + flat(s) + "”" }

func narrowedBy(e coverage.Evidence) string {
	if len(e.NarrowedBy) == 0 {
		return ""
	}
	return " (narrower: " + strings.Join(e.NarrowedBy, ", ") + ")"
}
