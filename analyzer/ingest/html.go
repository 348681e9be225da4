package ingest

import (
	"bytes"
	"context"
	"fmt"
	"strconv"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"lacuna/analyzer/document"
	"lacuna/analyzer/ingest/build"
	"lacuna/analyzer/message"
)

// readHTML reads a page of HTML: block elements make blocks, inline ones do not.
func readHTML(ctx context.Context, in input) (*document.Source, error) {
	w := newHTMLWriter(ctx, in.limits)
	if err := w.read(in.data); err != nil {
		return nil, err
	}
	src := w.source()
	if src.CutOff = neverClosed(in.data); src.CutOff {
		src.Warnings = append(src.Warnings, message.Say("cut-page"))
	}
	return src, ctx.Err()
}

// neverClosed reports whether a page opens and does not close, as one that was cut off.
func neverClosed(data []byte) bool {
	low := bytes.ToLower(data)
	opened := bytes.Contains(low, []byte("<html")) || bytes.Contains(low, []byte("<body"))
	return opened && !bytes.Contains(low, []byte("</html")) && !bytes.Contains(low, []byte("</body"))
}

func newHTMLWriter(ctx context.Context, lim Limits) *htmlWriter {
	return &htmlWriter{ctx: ctx, limits: lim, counters: map[string]int{}}
}

// read reads one page behind those that were read before.
func (w *htmlWriter) read(data []byte) error {
	text, warning := decode(data)
	root, err := html.Parse(strings.NewReader(text))
	if err != nil {
		return fmt.Errorf("the HTML is not like any page: %w", err)
	}
	if nests(root, w.limits.Depth) {
		return fmt.Errorf("the HTML nests more than %d elements", w.limits.Depth)
	}
	w.warnings = append(w.warnings, warning...)
	w.styles, w.size = parseStyles(styleText(root)), len(innerText(root))
	for n := range root.Descendants() {
		if large(n) {
			w.pictures++
		}
	}
	w.node(root)
	w.flush()
	return nil
}

// source returns what was read.
func (w *htmlWriter) source() *document.Source {
	src := w.out.Source(0)
	src.Title = strings.TrimSpace(build.Clean(w.title))
	src.Language = w.language
	src.Warnings = w.warnings
	passOver(src, w.pictures)
	return src
}

// htmlWriter walks the tree and gathers the pieces of the open block.
type htmlWriter struct {
	ctx      context.Context
	limits   Limits
	out      build.Builder
	styles   *styles
	counters map[string]int // of the style sheets
	size     int            // bytes of the page's text
	block    document.Block
	marked   bool // the open block holds nothing but the mark of a list item
	pieces   []build.Piece
	letters  int // visible letters in the open block, and how many are bold, italic
	bold     int
	italic   int
	inBold   bool
	inItalic bool
	raised   bool
	indent   int
	centered bool
	cells    int // depth of table rows being read as one block
	lists    []htmlList
	title    string
	language string
	pictures int // large ones, whose words are not read
	warnings message.Sentences
}

// skipped are elements whose text is no part of the page.
var skipped = map[atom.Atom]bool{
	atom.Script: true, atom.Style: true, atom.Nav: true, atom.Noscript: true, atom.Template: true, atom.Iframe: true,
	atom.Object: true, atom.Select: true, atom.Button: true, atom.Svg: true, atom.Textarea: true, atom.Head: true,
	atom.Audio: true, atom.Video: true, atom.Canvas: true,
}

// blocks are elements that begin and end a line.
var blocks = map[atom.Atom]bool{
	atom.P: true, atom.Div: true, atom.Li: true, atom.Ul: true, atom.Ol: true, atom.Dl: true, atom.Dt: true, atom.Dd: true,
	atom.Table: true, atom.Thead: true, atom.Tbody: true, atom.Tfoot: true, atom.Tr: true, atom.Td: true, atom.Th: true, atom.Caption: true,
	atom.Blockquote: true, atom.Pre: true, atom.Section: true, atom.Article: true, atom.Aside: true, atom.Header: true,
	atom.Footer: true, atom.Main: true, atom.Form: true, atom.Fieldset: true, atom.Hr: true, atom.Br: true, atom.Center: true,
	atom.Dir: true, atom.Menu: true, atom.Address: true, atom.Figure: true, atom.Figcaption: true, atom.Details: true,
	atom.Summary: true, atom.H1: true, atom.H2: true, atom.H3: true, atom.H4: true, atom.H5: true, atom.H6: true, atom.Body: true,
}

func (w *htmlWriter) node(n *html.Node) {
	if w.ctx.Err() != nil {
		return
	}
	switch n.Type {
	case html.TextNode:
		w.text(n.Data)
	case html.ElementNode:
		w.element(n)
	case html.DocumentNode:
		w.children(n)
	}
}

func (w *htmlWriter) children(n *html.Node) {
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		w.node(c)
	}
}

func (w *htmlWriter) element(n *html.Node) {
	l := w.styles.of(n)
	switch {
	case n.DataAtom == atom.Head:
		w.title = titleOf(n)
		return
	case n.DataAtom == atom.Html:
		w.language, _, _ = strings.Cut(strings.ToLower(attr(n, "lang")), "-")
	case skipped[n.DataAtom]:
		return
	case l.hidden() || hasAttr(n, "hidden") || attr(n, "aria-hidden") == "true":
		if 2*len(innerText(n)) > w.size { // a page that a script unfolds
			break
		}
		w.out.Leave("hidden", 0, innerText(n))
		return
	case w.isSite(n):
		w.out.Leave("part of the web site", 0, innerText(n))
		return
	case n.DataAtom == atom.Del || n.DataAtom == atom.S || n.DataAtom == atom.Strike || l.struck():
		w.out.Leave("struck out", 0, innerText(n))
		return
	case n.DataAtom == atom.Tr && isDataRow(n):
		w.row(n)
		return
	}
	if w.block.Anchor == "" {
		w.block.Anchor = anchorOf(n)
	}
	w.count(l)
	block := blocks[n.DataAtom] && w.cells == 0
	if block && !w.marked { // a list item's first paragraph stands on the line of its mark
		w.flush()
	}
	bold, italic, raised, centered := w.inBold, w.inItalic, w.raised, w.centered
	w.dress(n, l)
	defer func() { w.inBold, w.inItalic, w.raised, w.centered = bold, italic, raised, centered }()
	if !block {
		if blocks[n.DataAtom] { // inside a row that is one block
			w.text(" ")
		}
		w.putBefore(n)
		w.children(n)
		return
	}
	if anchor := anchorOf(n); anchor != "" {
		w.block.Anchor = anchor
	}
	w.blockElement(n, l)
}

// putBefore writes what the style sheets put before an element's text.
func (w *htmlWriter) putBefore(n *html.Node) {
	l := w.styles.before(n)
	w.count(l)
	if text := w.generated(l); text != "" {
		w.text(text)
		w.marked = n.DataAtom == atom.Li
	}
}

// dress notes how the letters of an element look.
func (w *htmlWriter) dress(n *html.Node, l look) {
	switch n.DataAtom {
	case atom.B, atom.Strong, atom.Th:
		w.inBold = true
	case atom.I, atom.Em, atom.Cite:
		w.inItalic = true
	case atom.Sup:
		w.raised = true
	case atom.Center:
		w.centered = true
	}
	if bold, known := l.bold(); known {
		w.inBold = bold
	}
	if l.slant != "" {
		w.inItalic = l.slant == "italic" || l.slant == "oblique"
	}
	if l.raise != "" && !blocks[n.DataAtom] {
		w.raised = l.raise == "super"
	}
	if l.align != "" {
		w.centered = l.align == "center" || l.align == "middle"
	}
}

// blockElement reads an element that begins a line.
func (w *htmlWriter) blockElement(n *html.Node, l look) {
	indent := 0
	switch n.DataAtom {
	case atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6:
		w.block.Kind, w.block.Level = document.Heading, int(n.Data[1]-'0')
	case atom.Blockquote, atom.Dir, atom.Dd:
		indent = 4
	case atom.Ul, atom.Ol, atom.Menu:
		indent = 4
		w.lists = append(w.lists, newList(n, l))
		defer func() { w.lists = w.lists[:len(w.lists)-1] }()
	case atom.Li:
		w.item(n, l)
	}
	w.indent += indent
	w.putBefore(n)
	w.children(n)
	w.flush()
	w.indent -= indent
	if n.DataAtom != atom.Br {
		w.block.Kind, w.block.Level = "", 0
	}
}

// item writes the mark of a list item as a browser shows it.
func (w *htmlWriter) item(n *html.Node, l look) {
	w.block.Kind = document.ListItem
	if len(w.lists) == 0 {
		return
	}
	if mark := w.lists[len(w.lists)-1].mark(n, l.list); mark != "" {
		w.text(mark)
		w.marked = true
	}
}

// itemNumber writes n in the style of an ordered list.
func itemNumber(style string, n int) string {
	if n < 1 {
		return strconv.Itoa(n)
	}
	switch style {
	case "a", "A":
		letters := ""
		for ; n > 0; n = (n - 1) / 26 {
			letters = string(rune(style[0])+rune((n-1)%26)) + letters
		}
		return letters
	case "i":
		return strings.ToLower(romanNumber(n))
	case "I":
		return romanNumber(n)
	}
	return strconv.Itoa(n)
}

func romanNumber(n int) string {
	values := []int{1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1}
	signs := []string{"M", "CM", "D", "CD", "C", "XC", "L", "XL", "X", "IX", "V", "IV", "I"}
	out := ""
	for i, v := range values {
		for ; n >= v && len(out) < 40; n -= v {
			out += signs[i]
		}
	}
	return out
}

// row writes a row of a table of data as one block, its cells parted by bars.
func (w *htmlWriter) row(n *html.Node) {
	w.flush()
	w.block.Kind = document.TableRow
	w.cells++
	first := true
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		if c.Type != html.ElementNode || strings.TrimSpace(build.Clean(innerText(c))) == "" {
			continue
		}
		if !first {
			w.text(" | ")
		}
		first = false
		bold, italic := w.inBold, w.inItalic
		w.dress(c, w.styles.of(c))
		w.children(c)
		w.inBold, w.inItalic = bold, italic
	}
	w.cells--
	w.flush()
}

// text adds text to the open block.
func (w *htmlWriter) text(s string) {
	w.pieces = append(w.pieces, build.Piece{Text: s, Raised: w.raised, Stressed: w.inBold || w.inItalic})
	n := len(strings.Join(strings.Fields(s), ""))
	w.marked = w.marked && n == 0
	w.letters += n
	if w.inBold {
		w.bold += n
	}
	if w.inItalic {
		w.italic += n
	}
}

// flush ends the open block.
func (w *htmlWriter) flush() {
	b := w.block
	if b.Kind == "" {
		b.Kind = document.Paragraph
	}
	b.Indent = float64(w.indent)
	b.Bold, b.Italic = w.bold*2 > w.letters, w.italic*2 > w.letters
	b.Center = w.centered
	anchor := b.Anchor
	blank := true
	for _, p := range w.pieces {
		blank = blank && strings.TrimSpace(build.Clean(p.Text)) == ""
	}
	if !blank {
		w.out.Add(b, w.pieces...)
		anchor = ""
	}
	w.block = document.Block{Anchor: anchor}
	if blank || b.Kind == document.Heading { // its text, or the rest of it, is still to come
		w.block.Kind, w.block.Level = b.Kind, b.Level
	}
	w.pieces, w.letters, w.bold, w.italic, w.marked = w.pieces[:0], 0, 0, 0, false
}
