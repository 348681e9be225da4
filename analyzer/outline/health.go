package outline

import (
	"slices"
	"strconv"
	"strings"

	"lacuna/analyzer/document"
	"lacuna/analyzer/message"
)

// Shares of the text, per mille, and of the numbering from which a text is
// read well enough.
const (
	goodPlaced = 800
	fairPlaced = 500
)

// judge writes the health of the document.
func (r *reader) judge() {
	h := &r.doc.Health
	h.Notes = append(h.Notes, r.src.Warnings...)
	h.Placed = r.placed()
	h.LeftOut = leftOutOf(r.src)
	holes := r.holes()
	gaps := 0
	for _, hole := range holes {
		h.NumberingGaps = append(h.NumberingGaps, hole.numbers...)
		gaps += len(hole.numbers)
	}
	r.repeats(h)
	r.remarks(h)
	h.Regions = r.regions(holes)
	for _, region := range h.Regions {
		h.Notes = append(h.Notes, region.Note.Message)
		for _, n := range region.Provisions {
			if region.Damage == document.Missing && !slices.Contains(h.NumberingGaps, n) {
				h.NumberingGaps = append(h.NumberingGaps, n)
				gaps++
			}
		}
	}
	h.Grade = r.grade(gaps)
	if h.Grade == "good" && slices.ContainsFunc(h.Regions, func(g document.Region) bool { return g.Damage != document.Characters }) {
		h.Grade = "fair"
	}
	if h.NumberingGaps == nil {
		h.NumberingGaps = []string{}
	}
	if h.Notes == nil {
		h.Notes = message.Sentences{}
	}
}

// placedInBody returns the share of the text from the first provision to the
// end of the body that stands in a provision, per mille.
func (r *reader) placedInBody() int {
	if len(r.chain) == 0 {
		return 0
	}
	all, in := 0, 0
	for i := r.chain[0].block; i < r.end; i++ {
		if r.role[i] == text {
			all += r.blocks[i].End - r.blocks[i].Start
		}
	}
	for _, s := range r.doc.Provisions() {
		in += s.Span.End - s.Span.Start
	}
	return min(1000, in*1000/max(all, 1))
}

// placed returns the share of the text that stands in a provision, per mille.
func (r *reader) placed() int {
	all, in := 0, 0
	for i, b := range r.blocks {
		if r.role[i] == text {
			all += b.End - b.Start
		}
	}
	for _, s := range r.doc.Provisions() {
		in += s.Span.End - s.Span.Start
	}
	if all == 0 {
		return 0
	}
	return min(1000, in*1000/all)
}

// repeats lists the numbers that stand twice.
func (r *reader) repeats(h *document.Health) {
	seen := map[string]bool{}
	listed := map[string]bool{}
	for _, c := range r.chain {
		n := c.number.text
		if seen[n] && !listed[n] {
			listed[n] = true
			h.Repeats = append(h.Repeats, n)
		}
		seen[n] = true
	}
}

// remarks says in sentences what a reader must know of this reading.
func (r *reader) remarks(h *document.Health) {
	add := func(code string, args ...string) { h.Notes = append(h.Notes, message.Say(code, args...)) }
	if len(r.src.EmptyPages) > 0 {
		add("pages-empty", "pages", pages(r.src.EmptyPages))
	}
	r.readWithDoubt(h)
	if len(r.chain) == 0 {
		add("nothing-found")
		return
	}
	for _, g := range r.ranges {
		if g.from.text == g.to.text {
			continue
		}
		code := "range-unused"
		if g.repealed {
			code = "range-repealed"
		}
		if g.remark != "" {
			code = "range-remark"
		}
		add(code, "provisions", r.cited(g.from.text+"–"+g.to.text), "words", g.remark, "onpage", r.onPage(g.block))
	}
	if n := len(r.rest.before); n > 5 {
		add("contents-left", "n", strconv.Itoa(n), "provisions", r.cited(r.chain[0].number.text), "onpage", r.onPage(r.rest.firstBlock))
	}
	if len(h.Repeats) > 0 {
		add("repeats", "provisions", r.cited(h.Repeats...))
	}
	if r.empty > 0 {
		add("provisions-empty", "n", strconv.Itoa(r.empty), "all", strconv.Itoa(len(r.chain)))
	}
	if r.end < len(r.blocks) {
		if size := len(r.src.Text) - r.blocks[r.end].Start; size > 2000 {
			add("after-body", "provisions", r.cited(r.chain[len(r.chain)-1].number.text), "onpage", r.onPage(r.end), "n", strconv.Itoa(size))
		}
	}
}

// cited names provisions as a message takes them: "Article 3, 4".
func (r *reader) cited(numbers ...string) string {
	word := "Article "
	if forms[r.chain[0].form].kind == document.Sect {
		word = "Section "
	}
	return word + strings.Join(numbers, ", ")
}

// onPage is the page of a block; empty where there are no pages.
func (r *reader) onPage(block int) string {
	if block < 0 || block >= len(r.blocks) {
		return ""
	}
	if p := r.src.Page(r.blocks[block].Start); p > 0 {
		return strconv.Itoa(p)
	}
	return ""
}

// pages lists pages as a message takes them: "3, 4".
func pages(numbers []int) string {
	var names []string
	for _, n := range numbers {
		names = append(names, strconv.Itoa(n))
	}
	return strings.Join(names, ", ")
}

// grade sums the health up in one word.
func (r *reader) grade(gaps int) string {
	all := len(r.chain)
	empty := len(r.src.EmptyPages)
	total := max(len(r.src.Pages), 1)
	placed := r.placedInBody()
	switch {
	case strings.TrimSpace(r.src.Text) == "" || empty*2 > total && len(r.src.Pages) > 0:
		return "unreadable"
	case all < 3 || r.empty*2 > all || gaps > all || empty*5 > total && len(r.src.Pages) > 0:
		return "poor"
	case placed >= goodPlaced && gaps*12 <= all && r.empty*20 <= all && (empty == 0 || gaps == 0 && empty*20 <= total):
		return "good"
	case placed >= fairPlaced && gaps*5 <= all:
		return "fair"
	}
	return "poor"
}
