package ingest

import (
	"context"
	"fmt"
	"strconv"
	"strings"

	"lacuna/analyzer/document"
	"lacuna/analyzer/message"
)

// readRTF reads a file in the Rich Text Format.
func readRTF(ctx context.Context, in input) (*document.Source, error) {
	r := &rtf{ctx: ctx, depth: in.limits.Depth, lex: rtfLexer{data: in.data}, fonts: map[int]int{}, styles: map[int]string{}, page: 1252}
	r.tracked.reading = in.limits.Revisions
	r.state = rtfState{uc: 1, para: rtfPara{outline: -1}}
	r.stories = []*rtfStory{{}}
	if err := r.read(); err != nil {
		return nil, err
	}
	list := r.stories[0].finish()
	var f flow
	f.write(list)
	src := f.out.Source(0)
	src.Left, src.Title = r.left, strings.TrimSpace(r.title)
	r.tracked.report(src)
	src.CutOff = r.unclosed
	if r.unclosed {
		src.Warnings = append(src.Warnings, message.Say("cut-group"))
	}
	if r.unnumbered > 0 {
		src.Warnings = append(src.Warnings, message.Say("unnumbered", "n", strconv.Itoa(r.unnumbered)))
	}
	return src, nil
}

// rtfDest is where the text of a group goes.
type rtfDest uint8

const (
	rtfText    rtfDest = iota
	rtfSkip            // nowhere
	rtfNumber          // before the paragraph, as its number
	rtfFonts           // the table of fonts
	rtfStyles          // the style sheet
	rtfTitle           // the title of the file
	rtfAuthors         // the authors of tracked changes
	rtfNote            // a footnote
	rtfBox             // a box beside the text
	rtfHead            // a running head or foot
	rtfComment
	rtfUnicode // the better one of two versions
)

// rtfDests are the groups that are known by their first word. Groups marked
// as optional whose word is unknown are skipped.
var rtfDests = map[string]rtfDest{
	"fonttbl": rtfFonts, "stylesheet": rtfStyles, "title": rtfTitle, "revtbl": rtfAuthors, "listtext": rtfNumber, "pntext": rtfNumber,
	"footnote": rtfNote, "shptxt": rtfBox, "annotation": rtfComment, "ud": rtfUnicode, "upr": rtfSkip,
	"shpinst": rtfText, "shp": rtfText, "fldrslt": rtfText, "result": rtfText, "info": rtfText,
	"header": rtfHead, "headerl": rtfHead, "headerr": rtfHead, "headerf": rtfHead, "footer": rtfHead, "footerl": rtfHead, "footerr": rtfHead, "footerf": rtfHead,
}

func init() {
	for _, word := range strings.Fields("colortbl fldinst pict object nonesttables themedata datastore colorschememapping shprslt nonshppict bkmkstart bkmkend xe tc rxe filetbl " +
		"listtable listoverridetable generator template background mmathPr latentstyles xmlnstbl operator author company doccomm keywords subject manager category hlinkbase " +
		"creatim revtim printim buptim comment ftnsep ftnsepc ftncn aftnsep aftnsepc aftncn rsidtbl pgptbl protusertbl userprops sp atnid atnauthor atntime atnicn atnref pnseclvl pn do") {
		rtfDests[word] = rtfSkip
	}
}

// rtfPara is the properties of a paragraph.
type rtfPara struct {
	center, table bool
	left, first   int // twentieths of a point
	outline       int // from 0; -1 none
	style         int
	list          bool // it is in a list
}

// rtfState is what holds until the end of a group.
type rtfState struct {
	dest, outer    rtfDest
	look           textStyle
	para           rtfPara
	font, afont    int
	rtl            bool
	uc             int // how many letters stand in for one of Unicode
	revised        bool
	deleted        bool
	author         [2]int // of an insertion and of a deletion
	date           [2]int
	story, starred bool // the group began a story; its word is optional
}

// rtf is an RTF file that is being read.
type rtf struct {
	depth      int // half of how many groups may stand inside each other
	ctx        context.Context
	lex        rtfLexer
	state      rtfState
	stack      []rtfState
	stories    []*rtfStory
	fonts      map[int]int // code page by number
	styles     map[int]string
	authors    []string
	page       int // code page of the file
	bytes      []byte
	high       rune // first half of a letter beyond 16 bits
	skip       int  // letters that stand in for one of Unicode, still to come
	word       string
	font       int
	style      int
	notes      int
	tracked    tracked
	left       []document.Left
	title      string
	unclosed   bool
	unnumbered int
}

// read reads all tokens.
func (r *rtf) read() error {
	for n := 0; ; n++ {
		if n%4096 == 0 && r.ctx.Err() != nil {
			return r.ctx.Err()
		}
		t := r.lex.next()
		if r.skip > 0 && (t.kind == rtfByte || t.kind == rtfWord && t.word != "bin" || t.kind == rtfSymbol) {
			r.skip--
			continue
		}
		if t.kind != rtfByte {
			r.flush()
		}
		switch t.kind {
		case rtfEnd:
			r.unclosed = len(r.stack) > 0
			for len(r.stack) > 0 {
				r.closeGroup()
			}
			r.story().paragraph(r)
			return nil
		case rtfOpen:
			r.skip = 0
			if len(r.stack) > 2*r.depth {
				return fmt.Errorf("the file nests more than %d groups", 2*r.depth)
			}
			r.stack = append(r.stack, r.state)
			r.state.starred, r.state.story = false, false
		case rtfClose:
			r.skip = 0
			if len(r.stack) > 0 {
				r.closeGroup()
			}
		case rtfByte:
			if v := byte(t.value); v != '\t' {
				r.bytes = append(r.bytes, v)
			} else {
				r.flush()
				r.text(" ")
			}
		case rtfSymbol:
			r.symbol(t.word)
		case rtfWord:
			r.control(t)
		}
	}
}

func (r *rtf) story() *rtfStory { return r.stories[len(r.stories)-1] }

// open turns to the destination that a word names. It reports whether the word does.
func (r *rtf) open(word string) bool {
	dest, known := rtfDests[word]
	if !known {
		if r.state.starred {
			r.state.dest = rtfSkip
		}
		r.state.starred = false
		return false
	}
	starred := r.state.starred
	r.state.starred = false
	if r.state.dest == rtfSkip && dest != rtfUnicode {
		return true
	}
	switch dest {
	case rtfUnicode:
		if r.state.dest = r.state.outer; !starred {
			r.state.dest = rtfSkip
		}
		return true
	case rtfNote, rtfBox, rtfHead, rtfComment:
		r.stories = append(r.stories, &rtfStory{})
		r.state.story = true
		r.state.para, r.state.look, r.state.outer = rtfPara{outline: -1}, textStyle{}, dest
		r.state.dest = rtfText
		return true
	case rtfSkip:
		r.state.outer = r.state.dest
	}
	r.state.dest = dest
	return true
}

// closeGroup ends a group, and the story that it told.
func (r *rtf) closeGroup() {
	ended := r.state
	if ended.story {
		r.story().paragraph(r)
	}
	r.state = r.stack[len(r.stack)-1]
	r.stack = r.stack[:len(r.stack)-1]
	switch {
	case ended.story:
		r.closeStory(ended.outer)
	case ended.dest == rtfStyles && r.state.dest == rtfStyles:
		r.styles[r.style] = strings.ToLower(strings.TrimSuffix(strings.TrimSpace(r.word), ";"))
		r.word, r.style = "", 0
	case ended.dest == rtfAuthors && r.state.dest == rtfAuthors:
		r.authors = append(r.authors, strings.TrimSuffix(strings.TrimSpace(r.word), ";"))
		r.word = ""
	case ended.dest == rtfFonts:
		r.word = ""
	}
}

func (r *rtf) closeStory(kind rtfDest) {
	list := r.story().finish()
	r.stories = r.stories[:len(r.stories)-1]
	into := r.story()
	switch {
	case (kind == rtfNote || kind == rtfBox) && !r.tracked.keeps(r.changes()):
	case kind == rtfNote:
		into.current().notes = append(into.current().notes, makeNote(fmt.Sprint(r.notes), list)...)
	case kind == rtfBox:
		into.current().notes = append(into.current().notes, list...)
	default:
		name := map[rtfDest]string{rtfHead: "running head or foot", rtfComment: "comment"}[kind]
		if text := strings.Join(strings.Fields(wordsOf(list)), " "); text != "" {
			r.left = append(r.left, document.Left{Kind: name, Text: text, Times: 1})
		}
	}
}

// wordsOf joins the text of paragraphs.
func wordsOf(list []*para) string {
	var b strings.Builder
	for _, p := range list {
		for _, t := range p.runs {
			b.WriteString(t.text)
		}
		for _, cell := range p.cells {
			b.WriteString(wordsOf(cell))
		}
		b.WriteByte(' ')
	}
	return b.String()
}
