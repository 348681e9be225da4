package report

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"lacuna/analyzer/coverage"
)

// provisions cites the best provision of each element, at most five:
// "Art. 640, 641", and with several texts "PC s. 292; SOAC s. 5, 8".
func (f face) provisions(it coverage.Item) string {
	var cited []coverage.Evidence
	for _, e := range it.Elements {
		if e.Value != coverage.No && len(e.Evidence) > 0 {
			cited = addCitation(cited, e.Evidence[0])
		}
	}
	more := ""
	if len(cited) > 5 {
		more = f.say("cite.more", "n", f.number(len(cited)-5))
		cited = cited[:5]
	}
	var parts []string
	last := ""
	for _, e := range cited {
		word, number := f.short(e)
		head := ""
		if f.several() {
			head = f.apart(e.Text) + " "
		}
		if word != "" {
			head += word + hard
		}
		if len(parts) > 0 && head == last {
			parts[len(parts)-1] += f.say("list.comma") + number
			continue
		}
		last = head
		parts = append(parts, head+number)
	}
	return strings.Join(parts, f.say("list.semicolon")) + more
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
func (w *Words) short(e coverage.Evidence) (word, number string) {
	number = w.apart(strings.ReplaceAll(e.Provision, " ", hard))
	switch {
	case strings.HasPrefix(e.Label, "Article "):
		return w.say("cite.art"), number
	case strings.HasPrefix(e.Label, "Section "):
		return w.say("cite.s"), number
	}
	return "", number
}

// label cites a section in the words of the face: "Article 640(1)(a)".
func (w *Words) label(label string) string {
	if number, ok := strings.CutPrefix(label, "Article "); ok {
		return w.say("cite.article", "number", w.apart(number))
	}
	if number, ok := strings.CutPrefix(label, "Section "); ok {
		return w.say("cite.section", "number", w.apart(number))
	}
	return w.apart(label)
}

// point cites the treaty: "Article 3(1)(c)".
func (w *Words) point(it Item) string {
	if it.Source != "" {
		return w.sentence(it.Source)
	}
	cite := it.Treaty.Article
	for part := range strings.SplitSeq(it.Treaty.Paragraph+"."+it.Treaty.Point, ".") {
		if part != "" {
			cite += "(" + part + ")"
		}
	}
	return w.label("Article " + cite)
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
	closing, _ := balanced(cut)
	return strings.TrimRight(cut, " ,;:،؛") + " …" + closing
}

// cite names a place: "SOAC, Section 5(1), page 9".
func (f face) cite(text, label string, page int) string {
	var parts []string
	if f.several() {
		parts = append(parts, f.apart(text))
	}
	parts = append(parts, f.label(label))
	if page > 0 {
		parts = append(parts, f.say("cite.page", "page", strconv.Itoa(page)))
	}
	return f.list(parts)
}

// narrowedBy says in brackets what narrows a piece of evidence.
func (f face) narrowedBy(e coverage.Evidence) string {
	if len(e.NarrowedBy) == 0 {
		return ""
	}
	return " (" + f.say("short.narrowed", "how", f.list(f.narrowed(e))) + ")"
}
