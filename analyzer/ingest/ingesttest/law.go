package ingesttest

import (
	"encoding/base64"
	"fmt"
	"regexp"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
)

// Line is a heading or a paragraph of a law.
type Line struct {
	Level int    // of a heading, from 1; 0 is a paragraph
	Depth int    // in the lists of the law: 1 an article, 2 (1), 3 (a); 0 outside
	Mark  string // "Article 12.", "(1)", "(a)"; empty where it has none
	Text  string // without its mark
}

func (l Line) String() string { return strings.TrimSpace(l.Mark + " " + l.Text) }

var marks = []*regexp.Regexp{regexp.MustCompile(`^(Article \d+\.) (.*)$`), regexp.MustCompile(`^(\(\d+\)) (.*)$`), regexp.MustCompile(`^(\([a-z]\)) (.*)$`)}

// Law reads a law that is written in plain Markdown: headings, and paragraphs
// of one line.
func Law(markdown string) []Line {
	var out []Line
	for _, text := range strings.Split(markdown, "\n") {
		if strings.TrimSpace(text) == "" {
			continue
		}
		bare := strings.TrimLeft(text, "#")
		l := Line{Level: len(text) - len(bare), Text: strings.TrimSpace(bare)}
		for i, mark := range marks {
			if m := mark.FindStringSubmatch(l.Text); m != nil && (i == 0) == (l.Level > 0) {
				l.Depth, l.Mark, l.Text = i+1, m[1], m[2]
			}
		}
		out = append(out, l)
	}
	return out
}

// LawDOCX writes a law for Word: the numbers of articles, paragraphs and
// points are automatic, those of articles by the style of their headings.
func LawDOCX(law []Line) []byte {
	level := func(at int, format, text, more string) string {
		return fmt.Sprintf(`<w:lvl w:ilvl="%d"><w:start w:val="1"/><w:numFmt w:val="%s"/>%s<w:lvlText w:val="%s"/></w:lvl>`, at, format, more, text)
	}
	numbering := `<w:abstractNum w:abstractNumId="0">` + level(0, "decimal", "Article %1.", `<w:pStyle w:val="H4"/>`) + level(1, "decimal", "(%2)", "") + level(2, "lowerLetter", "(%3)", "") +
		`</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>`
	styles := ""
	for i := 1; i <= 4; i++ {
		numbered := ""
		if i == 4 {
			numbered = `<w:numPr><w:numId w:val="1"/></w:numPr>`
		}
		styles += fmt.Sprintf(`<w:style w:type="paragraph" w:styleId="H%d"><w:name w:val="heading %d"/><w:pPr>%s<w:outlineLvl w:val="%d"/></w:pPr></w:style>`, i, i, numbered, i-1)
	}
	var body strings.Builder
	for _, l := range law {
		properties := ""
		switch {
		case l.Level > 0:
			properties = fmt.Sprintf(`<w:pStyle w:val="H%d"/>`, l.Level)
		case l.Depth > 0:
			properties = fmt.Sprintf(`<w:numPr><w:ilvl w:val="%d"/><w:numId w:val="1"/></w:numPr>`, l.Depth-1)
		}
		fmt.Fprintf(&body, `<w:p><w:pPr>%s</w:pPr><w:r><w:t>%s</w:t></w:r></w:p>`, properties, Escape(l.Text))
	}
	return DOCX(body.String(), Part{"numbering", numbering}, Part{"styles", styles})
}

// LawODT writes a law as an OpenDocument text with automatic numbers.
func LawODT(law []Line) []byte {
	styles := `<text:list-style style:name="L"><text:list-level-style-number text:level="1" style:num-format="1" style:num-prefix="Article " style:num-suffix="."/><text:list-level-style-number text:level="2" style:num-format="1" style:num-prefix="(" style:num-suffix=")"/><text:list-level-style-number text:level="3" style:num-format="a" style:num-prefix="(" style:num-suffix=")"/></text:list-style>`
	var body strings.Builder
	for _, l := range law {
		open := `<text:list text:style-name="L" text:continue-numbering="true"><text:list-item>`
		body.WriteString(strings.Repeat(open, l.Depth))
		if l.Level > 0 {
			fmt.Fprintf(&body, `<text:h text:outline-level="%d">%s</text:h>`, l.Level, Escape(l.Text))
		} else {
			fmt.Fprintf(&body, `<text:p>%s</text:p>`, Escape(l.Text))
		}
		body.WriteString(strings.Repeat(`</text:list-item></text:list>`, l.Depth))
	}
	return ODT(body.String(), styles, "")
}

// LawRTF writes a law in the Rich Text Format, with the numbers as programs write them there.
func LawRTF(law []Line) []byte {
	var b strings.Builder
	b.WriteString(`{\rtf1\ansi\ansicpg1252\deff0{\fonttbl{\f0 Times;}}\uc1`)
	for _, l := range law {
		b.WriteString(`\pard\plain `)
		if l.Level > 0 {
			fmt.Fprintf(&b, `\outlinelevel%d `, l.Level-1)
		}
		if l.Mark != "" {
			fmt.Fprintf(&b, `{\listtext\pard\plain %s\tab}`, l.Mark)
		}
		for _, r := range l.Text {
			switch {
			case strings.ContainsRune(`\{}`, r):
				b.WriteString(`\` + string(r))
			case r < utf8.RuneSelf:
				b.WriteRune(r)
			default:
				fmt.Fprintf(&b, `\u%d\'3f`, int16(r))
			}
		}
		b.WriteString("\\par\n")
	}
	b.WriteString("}")
	return []byte(b.String())
}

// LawHTML writes a law as a page of HTML.
func LawHTML(law []Line) []byte {
	var b strings.Builder
	b.WriteString("<!DOCTYPE html><html><head><meta charset=\"utf-8\"></head><body>\n")
	for _, l := range law {
		tag := "p"
		if l.Level > 0 {
			tag = fmt.Sprintf("h%d", l.Level)
		}
		fmt.Fprintf(&b, "<%s>%s</%s>\n", tag, Escape(l.String()), tag)
	}
	b.WriteString("</body></html>")
	return []byte(b.String())
}

// LawEPUB writes a law as an electronic book of one page.
func LawEPUB(law []Line) []byte {
	return Zip(Part{"mimetype", "application/epub+zip"},
		Part{"META-INF/container.xml", `<container><rootfiles><rootfile full-path="book.opf"/></rootfiles></container>`},
		Part{"book.opf", `<package><manifest><item id="a" href="a.xhtml"/></manifest><spine><itemref idref="a"/></spine></package>`},
		Part{"a.xhtml", string(LawHTML(law))})
}

// LawMHTML writes a law as a page that a browser saved in one file.
func LawMHTML(law []Line) []byte {
	const head = "MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=\"b\"\r\n\r\n--b\r\nContent-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n"
	return []byte(head + base64.StdEncoding.EncodeToString(LawHTML(law)) + "\r\n--b--\r\n")
}

// LawText writes a law as plain text, its lines broken at a width in letters.
func LawText(law []Line, width int) string {
	var b strings.Builder
	for _, l := range law {
		b.WriteString(strings.Join(broken(l.String(), width), "\n") + "\n\n")
	}
	return b.String()
}

// broken breaks a paragraph into lines.
func broken(text string, width int) []string {
	lines := []string{""}
	for _, word := range strings.Fields(text) {
		last := &lines[len(lines)-1]
		switch {
		case *last == "":
			*last = word
		case utf8.RuneCountInString(*last)+1+utf8.RuneCountInString(word) > width:
			lines = append(lines, word)
		default:
			*last += " " + word
		}
	}
	return lines
}

// LawPDF writes a law as a PDF of A4 pages with page numbers, in one to three
// columns. Lines with letters outside windows-1252 are not written.
func LawPDF(law []Line, columns int) []byte {
	size, width := 10.0, 80
	switch columns {
	case 2:
		size, width = 8, 48
	case 3:
		size, width = 7, 36
	}
	var pages []string
	page, column, y := "", 0, 790.0
	turn := func() {
		page += fmt.Sprintf("BT /F1 8 Tf 290 30 Td (%d) Tj ET\n", len(pages)+1)
		pages = append(pages, page)
		page = ""
	}
	for _, l := range law {
		font := "/F1"
		if l.Level > 0 {
			font = "/F2"
		}
		for _, line := range broken(l.String(), width) {
			if y < 60 {
				y = 790
				if column++; column == columns {
					column = 0
					turn()
				}
			}
			line, _ = charmap.Windows1252.NewEncoder().String(line)
			text := strings.NewReplacer(`\`, `\\`, "(", `\(`, ")", `\)`).Replace(line)
			page += fmt.Sprintf("BT %s %g Tf %d %g Td (%s) Tj ET\n", font, size, 56+510/columns*column, y, text)
			y -= size * 1.2
		}
		y -= size * .6
	}
	turn()
	return PDF(pages...)
}
