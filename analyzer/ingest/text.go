package ingest

import (
	"context"
	"strings"
	"unicode"
	"unicode/utf8"

	"lacuna/analyzer/document"
	"lacuna/analyzer/ingest/build"
	"lacuna/analyzer/ingest/lazy"
	"lacuna/analyzer/message"
)

// rule matches a line that is only drawn.
var rule = lazy.Pattern(`^\s*(?:[-_=*~.+#^]\s?){4,}\s*$`)

// dotLeader matches the dots between an entry of a table of contents and its page.
var dotLeader = lazy.Pattern(`(?:\.\s?){5,}\s*\d*\s*$|…\s?…\s*\d*\s*$`)

// readText reads plain text: lines are joined to paragraphs where the file
// breaks them at a common width, form feeds turn the page.
func readText(ctx context.Context, in input) (*document.Source, error) {
	text, warning := decode(in.data)
	text = strings.ReplaceAll(strings.ReplaceAll(text, "\r\n", "\n"), "\r", "\n")
	pages := strings.Split(strings.TrimRight(text, "\f\n "), "\f")
	w := textWriter{paged: len(pages) > 1, wrap: findWrapping(strings.Split(strings.ReplaceAll(text, "\f", "\n"), "\n"))}
	for i, page := range pages {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		w.page = i + 1
		w.gap = w.gap || i > 0
		for _, line := range strings.Split(page, "\n") {
			w.line(line)
		}
	}
	w.flush()
	src := w.out.Source(0)
	if w.paged {
		src = w.out.Source(len(pages))
	}
	src.Warnings = append(src.Warnings, warning...)
	cutOff(src, text)
	return src, nil
}

// wholeText is how long a text is at least that is asked whether it breaks off.
const wholeText = 2000

// cutOff notes of a text that is no more than a few lines that it breaks off: its last
// line has no end, and ends inside a sentence.
func cutOff(src *document.Source, text string) {
	last, _ := utf8.DecodeLastRuneInString(strings.TrimRight(text, " \t"))
	if len(text) < wholeText || !unicode.IsLetter(last) && !unicode.IsDigit(last) && !strings.ContainsRune(",;:-–—(#", last) {
		return
	}
	src.CutOff = true
	src.Warnings = append(src.Warnings, message.Say("cut-line"))
}

// textWriter gathers the lines of the open paragraph.
type textWriter struct {
	out   build.Builder
	wrap  wrapping
	paged bool
	page  int
	gap   bool // a blank line or the end of a page came after the open paragraph
	open  []pageLine
}

type pageLine struct {
	text string
	page int
}

func (w *textWriter) line(line string) {
	switch n := len(w.open); {
	case strings.TrimSpace(build.Clean(line)) == "":
		w.gap = true
		return
	case rule().MatchString(line):
		w.flush()
		w.out.Leave("rule", w.number(), line)
		return
	case n > 0 && w.gap && !w.wrap.resumes(w.open[n-1].text, line):
		w.flush()
	case n > 0 && !w.wrap.joins(w.open[n-1].text, line, n == 1):
		w.flush()
	}
	w.gap = false
	w.open = append(w.open, pageLine{line, w.page})
}

// number is the page number that blocks carry, 0 where the text has no pages.
func (w *textWriter) number() int {
	if w.paged {
		return w.page
	}
	return 0
}

// flush ends the open paragraph.
func (w *textWriter) flush() {
	if len(w.open) == 0 {
		return
	}
	first := w.open[0].text
	block := document.Block{Kind: document.Paragraph, Indent: float64(indentOf(first))}
	switch last := w.open[len(w.open)-1].text; {
	case dotLeader().MatchString(last):
		block.Kind = document.Contents
	case ownMark().MatchString(strings.TrimSpace(first)):
		block.Kind = document.ListItem
	}
	var pieces []build.Piece
	for i, l := range w.open {
		text, between := l.text, ""
		if i+1 < len(w.open) {
			text, between = w.wrap.words.Join(l.text, w.open[i+1].text)
		}
		page := 0
		if w.paged {
			page = l.page
		}
		pieces = append(pieces, build.Piece{Text: text + between, Page: page})
	}
	w.out.Add(block, pieces...)
	w.open = w.open[:0]
}
