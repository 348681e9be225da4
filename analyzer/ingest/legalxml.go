package ingest

import (
	"context"
	"fmt"
	"strconv"
	"strings"

	"golang.org/x/text/language"

	"lacuna/analyzer/document"
	"lacuna/analyzer/ingest/build"
	"lacuna/analyzer/ingest/lazy"
)

// readLegalXML reads a law in one of the XML dialects that its publishers use.
func readLegalXML(ctx context.Context, in input) (*document.Source, error) {
	root, err := parseXML(in.data, in.limits.Depth)
	if err != nil {
		return nil, err
	}
	d := dialectOf(root)
	if d == nil {
		return nil, fmt.Errorf("XML files that open with <%s> are not known; known are %s", root.name, dialectNames())
	}
	if d.prepare != nil {
		d.prepare(root)
	}
	w := &legalWriter{ctx: ctx, dialect: d}
	w.children(root)
	w.endLabel()
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	var f flow
	f.write(w.list)
	for _, l := range w.left {
		f.out.Leave(l.Kind, 0, l.Text)
	}
	src := f.out.Source(0)
	d.describe(root, src)
	return src, nil
}

func isLegalXML(data []byte) bool {
	sample := unmarked(head(data, 16<<10))
	return strings.HasPrefix(string(sample), "<") && dialectOf(&node{name: rootName(sample)}) != nil
}

var rootElement = lazy.Pattern(`<(?:[A-Za-z_][\w.\-]*:)?([A-Za-z_][\w.\-]*)[\s>/]`)

// rootName returns the name of the first element of XML data.
func rootName(data []byte) string {
	if m := rootElement().FindSubmatch(data); m != nil {
		return string(m[1])
	}
	return ""
}

// legalWriter walks a law and makes paragraphs of it. A number waits for the
// words that it stands before.
type legalWriter struct {
	ctx     context.Context
	dialect *dialect
	list    []*para
	left    []document.Left
	label   string
	noted   []*para // notes to the number that waits
	groups  int     // how many groups with headings are around
	depth   int     // how many provisions and points are around
	notes   int     // how many notes are around
	pointed bool    // points came last in the open paragraph
}

func (w *legalWriter) children(n *node) {
	for _, k := range n.kids {
		if k.name != "" {
			w.element(k)
		}
	}
}

func (w *legalWriter) element(n *node) {
	if w.ctx.Err() != nil {
		return
	}
	switch w.dialect.rules[n.name] {
	case skipped_:
		w.left = append(w.left, document.Left{Kind: "metadata", Text: n.words()})
	case silent:
	case label:
		w.number(n)
	case heading:
		w.heading(n)
	case side:
		w.add(&para{block: document.Block{Kind: document.Heading, Level: 6}}, n)
	case note:
		outer := w.label // the note must not take it
		w.notes++
		w.label = n.get("marker")
		w.container(n)
		w.notes--
		w.label = outer
	case quoted:
		depth := w.depth
		w.depth = 0
		w.container(n)
		w.endLabel()
		w.depth = depth
	case row:
		w.row(n)
	case group:
		w.group(n)
	case level_:
		if w.holdsProvisions(n) {
			w.group(n)
			return
		}
		w.depth++
		w.container(n)
		w.endLabel()
		w.depth--
	default:
		w.container(n)
	}
}

// number reads a number. One in brackets stands in a line with the one that
// still waits, as "2 (1)"; any other would run into it.
func (w *legalWriter) number(n *node) {
	text := w.plain(n)
	if !strings.HasPrefix(text, "(") {
		w.endLabel()
	}
	w.label = strings.TrimSpace(w.label + " " + text)
	n.walk(func(k *node) {
		if w.dialect.rules[k.name] == note {
			p := &para{}
			w.inside(p, k)
			w.noted = append(w.noted, p.notes...)
		}
	})
}

// container reads an element that may hold blocks, or words of its own, or both.
func (w *legalWriter) container(n *node) {
	if hasWords(n) || w.dialect.rules[n.name] == text_ && !w.holdsBlocks(n) {
		w.text(n)
		return
	}
	w.children(n)
}

// hasWords reports whether text stands directly in an element.
func hasWords(n *node) bool {
	for _, k := range n.kids {
		if k.name == "" && strings.TrimSpace(build.Clean(k.text)) != "" {
			return true
		}
	}
	return false
}

// holdsBlocks reports whether an element is made of paragraphs of its own.
func (w *legalWriter) holdsBlocks(n *node) bool {
	for _, k := range n.kids {
		if r := w.dialect.rules[k.name]; k.name != "" && (r == text_ || r == level_) {
			return true
		}
	}
	return false
}

// holdsProvisions reports whether provisions stand anywhere below an element.
func (w *legalWriter) holdsProvisions(n *node) bool {
	for _, k := range n.kids {
		if r := w.dialect.rules[k.name]; r == note || r == quoted {
			continue
		}
		if w.dialect.provisions[k.name] || w.dialect.rules[k.name] == group || w.holdsProvisions(k) {
			return true
		}
	}
	return false
}

// group reads a part or chapter: its number and heading make one line.
func (w *legalWriter) group(n *node) {
	w.endLabel()
	w.groups++
	for _, k := range n.kids {
		if k.name == "" {
			continue
		}
		if r := w.dialect.rules[k.name]; r != label && r != heading && r != note && r != silent {
			w.endLabel()
		}
		w.element(k)
	}
	w.endLabel()
	w.groups--
}

// endLabel writes a number that no words follow.
func (w *legalWriter) endLabel() {
	if w.label == "" {
		return
	}
	p := &para{}
	switch {
	case w.notes > 0:
		p.block.Kind = document.Note
	case w.depth == 0:
		p.block = document.Block{Kind: document.Heading, Level: min(max(w.groups, 1), 6)}
	case w.depth <= 2:
		p.block = document.Block{Kind: document.Heading, Level: min(w.groups+1, 6)}
	}
	w.take(p)
	w.list = append(w.list, p)
}

// runIn matches the heading of a paragraph whose words go on in the same line.
var runIn = lazy.Pattern(`[.:—–]$`)

// heading reads the heading of a group or a provision, with its number before
// it, or of what stands below a provision.
func (w *legalWriter) heading(n *node) {
	level := w.groups + 1
	if w.depth == 0 {
		level = max(w.groups, 1)
	}
	if v, err := strconv.Atoi(n.get("level")); err == nil {
		level = v
	}
	p := &para{block: document.Block{Kind: document.Heading, Level: min(max(level, 1), 6)}}
	switch text := w.plain(n); {
	case w.depth <= 1:
		w.take(p)
	case runIn().MatchString(text):
		w.label = strings.TrimSpace(w.label + " " + text)
		return
	default:
		p.block.Level = 6
	}
	w.add(p, n)
}

// take gives a paragraph the number that waits.
func (w *legalWriter) take(p *para) {
	if w.label != "" {
		p.number, w.label = w.label+" ", ""
	}
	p.notes, w.noted = append(p.notes, w.noted...), nil
}

// isoLanguage writes a language tag of any kind as ISO 639-1; "" where it has none.
func isoLanguage(tag string) string {
	base, err := language.ParseBase(strings.SplitN(strings.ToLower(tag), "-", 2)[0])
	if err != nil || len(base.String()) != 2 {
		return ""
	}
	return base.String()
}
