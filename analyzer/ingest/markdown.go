package ingest

import (
	"context"
	"strings"

	"lacuna/analyzer/document"
	"lacuna/analyzer/ingest/build"
	"lacuna/analyzer/ingest/lazy"
)

var (
	mdHeading  = lazy.Pattern(`^ {0,3}(#{1,6})(?:\s+(.*?))?\s*#*\s*$`)
	mdRule     = lazy.Pattern(`^ {0,3}(?:(?:-\s*){3,}|(?:\*\s*){3,}|(?:_\s*){3,})$`)
	mdUnder    = lazy.Pattern(`^ {0,3}(=+|-+)\s*$`)
	mdBullet   = lazy.Pattern(`^(\s*)([*+\-])\s+(.*)$`)
	mdNote     = lazy.Pattern(`^ {0,3}\[\^([^\]]+)\]:\s*(.*)$`)
	mdTableBar = lazy.Pattern(`^\s*\|?\s*:?-{2,}:?\s*(?:\|\s*:?-{2,}:?\s*)*\|?\s*$`)
	mdTerm     = lazy.Pattern(`^:\s+`)
	mdMark     = lazy.Pattern(`^[*_]*(?:\\?\(|\\?\[)?[\p{L}\d]{1,5}\\?[.)°º]`)
	mdTitle    = lazy.Pattern(`(?m)^[Tt]itle:\s*"?(.*?)"?\s*$`)
	mdPage     = lazy.Pattern(`(?i)^\s*(?:#+\s*)?[*_]*(?:page|seite|página|pagina|стр\.|страница|صفحة)\s+\d+[*_]*\s*$`)
	mdPageTag  = lazy.Pattern(`(?i)^(?:\\?<|&lt;)page_number`)
	mdFence    = lazy.Pattern("^ {0,3}(?:```|~~~)")
)

// readMarkdown reads Markdown, with footnotes, tables and bits of HTML.
func readMarkdown(ctx context.Context, in input) (*document.Source, error) {
	text, warning := decode(in.data)
	text = strings.ReplaceAll(strings.ReplaceAll(text, "\r\n", "\n"), "\r", "\n")
	w := &mdWriter{notes: map[string]string{}}
	title := ""
	lines := strings.Split(text, "\n")
	if n := frontMatter(lines); n > 0 {
		front := strings.Join(lines[:n], "\n")
		if m := mdTitle().FindStringSubmatch(front); m != nil {
			title = m[1]
		}
		w.out.Leave("front matter", 0, front)
		lines = lines[n:]
	}
	lines = w.takeNotes(lines)
	w.wrap, w.dashes = findWrapping(lines), bulletsCount(lines)
	for i, line := range lines {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		w.line(line, lines[i+1:])
	}
	w.flush()
	w.restOfNotes()
	src := w.out.Source(0)
	src.Title = title
	src.Warnings = append(src.Warnings, warning...)
	cutOff(src, text)
	return src, nil
}

// frontMatter returns how many lines the data block before the text has.
func frontMatter(lines []string) int {
	start := 0
	for start < len(lines) && strings.TrimSpace(strings.TrimPrefix(lines[start], "\ufeff")) == "" {
		start++
	}
	if start >= len(lines) || strings.TrimRight(lines[start], " ") != "---" {
		return 0
	}
	for i := start + 1; i < len(lines) && i < start+200; i++ {
		if strings.TrimRight(lines[i], " ") == "---" {
			return i + 1
		}
	}
	return 0
}

// mdWriter gathers the lines of the open block.
type mdWriter struct {
	out    build.Builder
	wrap   wrapping
	block  document.Block
	open   []string
	notes  map[string]string // footnotes by mark
	order  []string
	fenced bool
	broken bool // the last line asks for a break after it
	dashes bool // bullets are marks, not mere indentation of points that have marks of their own
}

// bulletsCount reports whether most list items have no other mark than their bullet.
func bulletsCount(lines []string) bool {
	own, all := 0, 0
	for _, l := range lines {
		if m := mdBullet().FindStringSubmatch(l); m != nil {
			all++
			if mdMark().MatchString(m[3]) {
				own++
			}
		}
	}
	return own*2 < all
}

// takeNotes picks the definitions of footnotes out of the lines.
func (w *mdWriter) takeNotes(lines []string) []string {
	var out []string
	current := ""
	for _, l := range lines {
		if m := mdNote().FindStringSubmatch(l); m != nil {
			current = m[1]
			if _, ok := w.notes[current]; !ok {
				w.order = append(w.order, current)
			}
			w.notes[current] = m[2]
			continue
		}
		if current != "" && strings.HasPrefix(l, "    ") {
			w.notes[current] += " " + strings.TrimSpace(l)
			continue
		}
		current = ""
		out = append(out, l)
	}
	return out
}

// isPageLine reports whether a line does nothing but name a page.
func isPageLine(bare string) bool {
	const longest = 60 // bytes, with signs of emphasis; longer lines need no look
	return len(bare) <= longest && mdPage().MatchString(bare) || mdPageTag().MatchString(bare)
}

// line reads one line; rest is what follows it.
func (w *mdWriter) line(line string, rest []string) {
	bare := strings.TrimSpace(line)
	next := ""
	if len(rest) > 0 {
		next = rest[0]
	}
	if mdFence().MatchString(line) {
		w.flush()
		w.fenced = !w.fenced
		return
	}
	switch {
	case bare == "":
		w.flush()
	case isPageLine(bare):
		w.flush()
		w.out.Leave("page number", 0, bare)
	case w.fenced:
		w.single(document.Block{Kind: document.Paragraph, Indent: float64(indentOf(line))}, line)
	case strings.HasPrefix(bare, "#") && mdHeading().MatchString(line):
		m := mdHeading().FindStringSubmatch(line)
		if strings.HasSuffix(m[2], "(") { // a heading sign before a paragraph that opens with a bracket
			w.flush()
			w.paragraphLine(m[2], m[2])
			return
		}
		w.single(document.Block{Kind: document.Heading, Level: len(m[1])}, m[2])
	case len(w.open) == 1 && w.block.Kind == document.Paragraph && mdUnder().MatchString(line):
		w.block.Kind, w.block.Level = document.Heading, 2
		if strings.HasPrefix(bare, "=") {
			w.block.Level = 1
		}
		w.flush()
	case mdRule().MatchString(line):
		w.flush()
	case strings.Contains(line, "--") && mdTableBar().MatchString(line):
		w.flush()
	case strings.HasPrefix(bare, "|") || strings.Contains(line, " | ") && mdTableBar().MatchString(next):
		w.single(document.Block{Kind: document.TableRow}, tableCells(bare))
	default:
		w.paragraphLine(line, bare)
	}
}

func tableCells(row string) string {
	var cells []string
	for _, c := range strings.Split(strings.Trim(row, "|"), "|") {
		if c = strings.TrimSpace(c); c != "" {
			cells = append(cells, c)
		}
	}
	return strings.Join(cells, " | ")
}

// paragraphLine adds a line of running text or a list point.
func (w *mdWriter) paragraphLine(line, bare string) {
	kind, indent := document.Paragraph, float64(indentOf(line))
	for strings.HasPrefix(bare, ">") {
		bare = strings.TrimSpace(bare[1:])
		indent += 4
	}
	if bare == "" {
		w.flush()
		return
	}
	bare = mdTerm().ReplaceAllString(bare, "")
	if m := mdBullet().FindStringSubmatch(bare); m != nil {
		w.flush()
		kind, bare = document.ListItem, m[3]
		if w.dashes && !mdMark().MatchString(bare) {
			bare = "- " + bare
		}
	} else if n := len(w.open); n > 0 && !w.follows(w.open[n-1], bare) {
		w.flush()
	}
	if len(w.open) == 0 {
		if mdMark().MatchString(bare) && ownMark().MatchString(unescape(bare)) {
			kind = document.ListItem
		}
		w.block = document.Block{Kind: kind, Indent: indent}
	}
	w.broken = strings.HasSuffix(line, "  ") || strings.HasSuffix(line, "\\") && !strings.HasSuffix(line, "\\\\")
	w.open = append(w.open, strings.TrimSuffix(bare, "\\"))
}

// follows reports whether a line goes on with the open paragraph: Markdown
// joins all lines, but a mark begins a point of its own unless the line before
// it was broken for want of room. A line that asks for a break gets it, except
// in the middle of a sentence.
func (w *mdWriter) follows(last, line string) bool {
	if w.broken && (closes(unescape(last)) || !opensLower(unescape(line))) {
		return false
	}
	if !lineMark().MatchString(unescape(line)) {
		return true
	}
	if closes(unescape(last)) || w.wrap.width == 0 {
		return false
	}
	return w.wrap.joins(last, line, false)
}

// single hands over a block of one line.
func (w *mdWriter) single(block document.Block, text string) {
	w.flush()
	w.block, w.open = block, []string{text}
	w.flush()
}

// flush ends the open block.
func (w *mdWriter) flush() {
	if len(w.open) == 0 {
		return
	}
	text := w.open[0]
	for _, l := range w.open[1:] {
		head, between := w.wrap.words.Join(text, l)
		text = head + between + l
	}
	w.open = w.open[:0]
	for i, part := range mdBreak().Split(text, -1) {
		if i > 0 && w.block.Kind == document.ListItem {
			w.block.Kind = document.Paragraph
		}
		w.add(w.block, part)
	}
	w.block = document.Block{}
}

// add hands a block over, and the notes whose marks it carries after it.
func (w *mdWriter) add(block document.Block, text string) {
	in := parseInline(text)
	block.Bold, block.Italic = in.bold*2 > in.letters, in.italic*2 > in.letters
	for _, s := range in.struck {
		w.out.Leave("struck out", 0, s)
	}
	w.out.Add(block, in.pieces...)
	for _, mark := range in.notes {
		w.note(mark)
	}
}

func (w *mdWriter) note(mark string) {
	text, ok := w.notes[mark]
	if !ok {
		return
	}
	delete(w.notes, mark)
	w.add(document.Block{Kind: document.Note}, mark+" "+text)
}

// restOfNotes hands over the notes whose marks stand nowhere.
func (w *mdWriter) restOfNotes() {
	for _, mark := range w.order {
		w.note(mark)
	}
}
