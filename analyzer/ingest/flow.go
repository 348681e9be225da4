package ingest

import (
	"strings"
	"unicode/utf8"

	"lacuna/analyzer/document"
	"lacuna/analyzer/ingest/build"
)

// maxCell is the number of bytes from which a cell of a table is running text.
const maxCell = 2000

// para is a paragraph of a word processor's file, or a row of a table. The
// readers of such files make lists of them, flow writes them out.
type para struct {
	block  document.Block // kind, level, indent, centre
	number string         // its number or bullet as the program shows it, with what parts it from the text
	runs   []run
	notes  []*para   // footnotes whose marks it carries, endnotes, boxes set beside it
	cells  [][]*para // a row of a table: the paragraphs of each cell
}

// run is a stretch of text that looks the same.
type run struct {
	text                 string
	bold, italic, raised bool
	breaks               bool             // a new line, and no text
	spans                []*document.Span // told where the text came to stand
}

// blank reports whether a paragraph shows nothing, its number aside.
func (p *para) blank() bool {
	for _, r := range p.runs {
		if strings.TrimSpace(build.Clean(r.text)) != "" {
			return false
		}
	}
	return true
}

// flow writes paragraphs into a Builder.
type flow struct {
	out build.Builder
}

func (f *flow) write(list []*para) {
	for _, p := range list {
		switch {
		case p.cells == nil:
			f.paragraph(p)
		case dataRow(p.cells):
			f.row(p.cells)
		default:
			for _, cell := range p.cells {
				f.write(cell)
			}
		}
	}
}

// dataRow reports whether a row holds data, not running text set in columns.
func dataRow(cells [][]*para) bool {
	for _, cell := range cells {
		shown, size := 0, 0
		for _, p := range cell {
			if p.cells != nil || p.block.Kind == document.Heading && !p.blank() {
				return false
			}
			if !p.blank() {
				shown++
			}
			for _, r := range p.runs {
				size += len(r.text)
			}
		}
		if shown > 1 || size > maxCell {
			return false
		}
	}
	return len(cells) >= 2
}

// row writes a row of a table as one block, its cells parted by bars.
func (f *flow) row(cells [][]*para) {
	line := &para{block: document.Block{Kind: document.TableRow}}
	for _, cell := range cells {
		for _, p := range cell {
			if p.blank() && p.number == "" {
				continue
			}
			if len(line.runs) > 0 {
				line.runs = append(line.runs, run{text: " | "})
			}
			if p.number != "" {
				line.runs = append(line.runs, run{text: p.number})
			}
			for _, r := range p.runs {
				if r.breaks {
					r = run{text: " "}
				}
				line.runs = append(line.runs, r)
			}
			line.notes = append(line.notes, p.notes...)
		}
	}
	f.paragraph(line)
}

// paragraph writes one paragraph, and what is noted to it behind it. A line
// break makes a block of its own, except in the middle of a sentence.
func (f *flow) paragraph(p *para) {
	runs := p.runs
	if p.number != "" {
		runs = append([]run{{text: p.number, bold: leads(runs)}}, runs...)
	}
	block, start, line := p.block, 0, ""
	for i, r := range runs {
		if !r.breaks {
			line += r.text
			continue
		}
		if !closes(line) && opensLower(strings.TrimSpace(textOf(runs[i+1:]))) {
			runs[i] = run{text: " "}
			continue
		}
		f.block(block, runs[start:i])
		if block.Kind == document.ListItem {
			block.Kind = document.Paragraph
		}
		start, line = i+1, ""
	}
	f.block(block, runs[start:])
	f.write(p.notes)
}

// textOf joins the text of runs up to the next line break.
func textOf(runs []run) string {
	var b strings.Builder
	for _, r := range runs {
		if r.breaks {
			break
		}
		b.WriteString(r.text)
	}
	return b.String()
}

// leads reports whether the first letters of a paragraph are bold.
func leads(runs []run) bool {
	for _, r := range runs {
		if strings.TrimSpace(r.text) != "" {
			return r.bold
		}
	}
	return false
}

func (f *flow) block(block document.Block, runs []run) {
	var pieces []build.Piece
	letters, bold, italic := 0, 0, 0
	for _, r := range runs {
		n := utf8.RuneCountInString(strings.Join(strings.Fields(r.text), ""))
		letters += n
		if r.bold {
			bold += n
		}
		if r.italic {
			italic += n
		}
		pieces = append(pieces, build.Piece{Text: r.text, Raised: r.raised, Stressed: r.bold || r.italic, Spans: r.spans})
	}
	block.Bold, block.Italic = bold*2 > letters, italic*2 > letters
	if block.Kind == "" {
		block.Kind = document.Paragraph
		if ownMark().MatchString(strings.TrimSpace(textOf(runs))) {
			block.Kind = document.ListItem
		}
	}
	f.out.Add(block, pieces...)
}

// makeNote turns paragraphs into a note that opens with its mark.
func makeNote(mark string, list []*para) []*para {
	for i, p := range list {
		p.block.Kind, p.block.Level = document.Note, 0
		if i == 0 && mark != "" {
			p.number = mark + " " + p.number
		}
	}
	return list
}
