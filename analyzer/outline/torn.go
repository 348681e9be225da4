package outline

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"lacuna/analyzer/document"
)

// mendBlocks makes the reader's blocks out of the source's: sections that were
// run together are cut apart, and the letter of a number that was torn off it
// is put back.
func (r *reader) mendBlocks() {
	r.torn = map[int]string{}
	again := r.headsAgain()
	blocks := make([]document.Block, 0, len(r.src.Blocks))
	for _, b := range r.src.Blocks {
		if n := len(blocks); n > 0 {
			if again[r.src.Quote(blocks[n-1].Span)] {
				r.takeFigure(blocks[n-1], &b)
			}
			if r.takesTorn(blocks[n-1], &b) {
				continue
			}
		}
		blocks = append(blocks, r.cutRemarks(b)...)
	}
	r.blocks = blocks
}

// cutRemarks cuts off the remarks at the end of a block that sections behind it
// are gone: "… shall be punished. 159. [Repealed by Act 51 of 2007]".
func (r *reader) cutRemarks(b document.Block) []document.Block {
	var tail []document.Block
	for b.Kind == document.Paragraph || b.Kind == document.ListItem {
		s := strings.TrimRight(r.src.Quote(b.Span), " ")
		at := remarkAt(s)
		if at <= 0 || !endsSentence(s[:at]) && !strings.HasSuffix(strings.TrimRight(s[:at], " "), "]") {
			break
		}
		last := b
		last.Start, last.End = b.Start+at, b.Start+len(s)
		b.End = b.Start + len(strings.TrimRight(s[:at], " "))
		tail = append(tail, last)
	}
	out := []document.Block{b}
	for i := len(tail) - 1; i >= 0; i-- {
		out = append(out, tail[i])
	}
	return out
}

// remarkAt returns the offset of a bracket at the end of a text that says that
// sections are repealed or not used, with the number before it; -1 where there
// is none.
func remarkAt(s string) int {
	open := strings.LastIndexByte(s, '[')
	if open <= 0 || !strings.HasSuffix(s, "]") {
		return -1
	}
	remark := s[open:]
	if isAbsent(remark) {
		return open
	}
	before := strings.TrimRight(s[:open], " ")
	number := before[strings.LastIndexByte(before, ' ')+1:]
	n, size := readNumber(number, 0, numberStyle{upper: true})
	if !isRepealed(remark) || size == 0 || number[size:] != "." || len(n.parts) < 2 {
		return -1
	}
	return len(before) - len(number)
}

// takesTorn reports whether a block is the letter or Latin word that was torn
// off the number of the heading above it, or begins with it, "Section 108- Theft
// abroad: | A Whoever …", "Art. 135-2 | bis.", and cuts it off. It is true where
// nothing is left.
func (r *reader) takesTorn(above document.Block, b *document.Block) bool {
	f, size, _ := readForm(r.src.Quote(above.Span), above.Start, nil)
	if size == 0 || forms[f].bare || forms[f].after {
		return false
	}
	s, after := r.src.Quote(b.Span), r.src.Quote(above.Span)[size:]
	if word := leadingWord(s); after == "" && latin[word] > 0 && strings.HasPrefix(strings.TrimLeft(s[len(word):], " "), ".") {
		r.torn[above.Start] = word
		b.Start += len(s) - len(strings.TrimLeft(s[len(word):], " ."))
		return b.Empty()
	}
	if !hangs(after) {
		return false
	}
	if s == "" || s[0] < 'A' || s[0] > 'Z' {
		return false
	}
	rest := strings.TrimLeft(s[1:], ".")
	text := strings.TrimLeft(rest, " \u00a0")
	first, _ := utf8.DecodeRuneInString(text)
	switch {
	case text == "":
	case len(rest) == len(text): // a letter inside a word
		return false
	case isLower(first):
		return false
	}
	r.torn[above.Start] = s[:1]
	b.Start += len(s) - len(text)
	return b.Empty()
}

// headsAgain lists the short blocks whose words stand more than once.
func (r *reader) headsAgain() map[string]bool {
	times, again := map[string]int{}, map[string]bool{}
	for _, b := range r.src.Blocks {
		if s := r.src.Quote(b.Span); len(s) < 60 {
			times[s]++
			again[s] = times[s] > 1
		}
	}
	return again
}

// takeFigure cuts off the figure at the beginning of a block that was torn off
// the number above it, where the same number stands above several texts:
// "Article 9 bis | 1: Whoever …".
func (r *reader) takeFigure(above document.Block, b *document.Block) {
	s, head := r.src.Quote(b.Span), r.src.Quote(above.Span)
	value, size := digits(s, 0, nil)
	rest := strings.TrimLeft(s[size:], " \u00a0")
	if size == 0 || value > 30 || !strings.HasPrefix(rest, ":") || latin[head[strings.LastIndexByte(head, ' ')+1:]] == 0 {
		return
	}
	if f, whole, _ := readForm(head, above.Start, nil); whole == len(head) && !forms[f].bare && !forms[f].after {
		r.torn[above.Start] = s[:size]
		b.Start = b.End - len(strings.TrimLeft(rest, ": \u00a0"))
	}
}

// hangs reports whether a number ends in a dash that leads nowhere: "108- Theft".
func hangs(after string) bool {
	rest, ok := strings.CutPrefix(after, "-")
	return ok && (rest == "" || rest[0] == ' ')
}

// figureFor are the letters that a scanner reads for figures.
var figureFor = strings.NewReplacer("l", "1", "I", "1", "|", "1", "O", "0", "o", "0", "S", "5", "B", "8", "Z", "2", "b", "6", "q", "9", "g", "9")

// figureLetters are those letters.
const figureLetters = "lI|OoSBZbqg"

// levelMarks writes, in a text that was read in pictures, the beginnings of lines as they
// are printed where one sign was taken for another: "Article 12," is "Article 12.", "{1)"
// is "(1)", "Art. 2Z6-7" is "Art. 226-7". No offset changes by it.
func (r *reader) levelMarks() {
	if len(r.src.Pictures) == 0 {
		return
	}
	text := []byte(r.src.Text)
	for _, b := range r.blocks {
		levelMark(text[b.Start:b.End])
	}
	levelled := *r.src
	levelled.Text = string(text)
	r.src = &levelled
}

// levelMark levels the beginning of one line.
func levelMark(s []byte) {
	for i := range min(len(s), 8) {
		switch s[i] {
		case '{':
			s[i] = '('
		case '}':
			s[i] = ')'
		}
	}
	word := len(leadingWord(string(s)))
	if _, known := articleWords[fold(string(s[:word]))]; !known {
		word = 0
	}
	at := word
	for at < len(s) && (s[at] == ' ' || word > 0 && strings.IndexByte(".,", s[at]) >= 0) {
		if s[at] == ',' {
			s[at] = '.'
		}
		at++
	}
	end := at
	for end < len(s) && (s[end] >= '0' && s[end] <= '9' || strings.IndexByte("lIOoZ-", s[end]) >= 0) {
		end++
	}
	if end-at < 2 && word == 0 || end < len(s) && strings.IndexByte(" .,:-\xc2", s[end]) < 0 || end == len(s) && word == 0 || !strings.ContainsAny(string(s[at:end]), "0123456789") {
		return
	}
	for i := at; i < end; i++ {
		s[i] = figureFor.Replace(string(s[i : i+1]))[0]
	}
	if next := strings.TrimLeft(string(s[end:]), ","); end < len(s) && s[end] == ',' && (strings.HasPrefix(next, "º") || word > 0 && next != "" && next[0] >= '0' && next[0] <= '9' || unicode.IsUpper(firstRune(strings.TrimLeft(next, " -–"))) || strings.HasPrefix(next, " –")) {
		s[end] = '.'
	}
}

// scanned reads a provision whose number holds letters that a scanner read for
// figures: "Section l0.", "l2. Nets". A letter counts only beside a figure, or
// alone behind a word.
func scanned(s string, start int) (candidate, bool) {
	word := leadingWord(s)
	form, ok := articleWords[fold(word)]
	at := 0
	if ok {
		at = len(word) + linkBefore(s[len(word):])
	} else {
		form = formBare
	}
	end := at
	for end < len(s) && end-at < 4 && (s[end] >= '0' && s[end] <= '9' || strings.IndexByte(figureLetters, s[end]) >= 0) {
		end++
	}
	token := s[at:end]
	if !strings.ContainsAny(token, figureLetters) || end == len(s) || strings.IndexByte(".,", s[end]) < 0 && !(ok && s[end] == ' ') || !ok && !strings.ContainsAny(token, "0123456789") {
		return candidate{}, false
	}
	value, size := digits(figureFor.Replace(token), 0, nil)
	if value == 0 || size == 0 {
		return candidate{}, false
	}
	n := number{strconv.Itoa(value), []int{0, value}}
	return candidate{form: form, start: start, end: start + end, number: n, weight: forms[form].belief * .6, reread: true}, true
}

// misread reports whether a number of a section was read from a small letter l,
// which is no roman figure there.
func misread(mark string) bool { return strings.HasSuffix(mark, " l") }
