// Package pdf reads the text layer of PDF files: a text machine of its own
// over the objects that the library opens, then lines, columns, running heads,
// notes, paragraphs and list points by layout alone.
package pdf

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"strconv"

	lib "github.com/ledongthuc/pdf"

	"lacuna/analyzer/document"
	"lacuna/analyzer/ingest/build"
	"lacuna/analyzer/message"
)

// Errors that callers tell apart.
var (
	ErrPassword = errors.New("the PDF is protected by a password")
	ErrScan     = errors.New("the PDF has no text layer: it looks like a scan")
)

// tooMany is the error of a file with more pages than that.
type tooMany int

func (n tooMany) Error() string { return fmt.Sprintf("the PDF has more than %d pages", int(n)) }

// ErrMissing says that the program that reads pictures is not installed.
var ErrMissing = errors.New("tesseract, which reads pictures of pages, is not installed (on Debian and Ubuntu: apt-get install tesseract-ocr, and tesseract-ocr-fra, tesseract-ocr-ara … for other languages than English)")

// fewLetters is how many letters a page has at most whose text is a picture:
// a stamp, a page number.
const fewLetters = 150

// Read reads a PDF from memory. It fills Text, Blocks, Pages, Left, Warnings
// and EmptyPages of the source. A file that needs a password is ErrPassword, one
// without text ErrScan.
func Read(ctx context.Context, data []byte, opt Options) (src *document.Source, err error) {
	defer func() {
		if r := recover(); r != nil {
			src, err = nil, fmt.Errorf("the PDF is damaged: %v", r)
		}
	}()
	b := &book{fonts: newFontCache(), opt: opt}
	if err := b.openBy(ctx, data, opt); err != nil {
		return nil, err
	}
	b.readPages(ctx)
	for _, o := range []struct {
		read         Reader
		done, failed string // codes of messages
	}{{opt.Second, "second-read", "second-failed"}, {opt.Pictures, "pictures-read", "pictures-failed"}} {
		if err := b.ask(ctx, o.done, o.read); err != nil {
			b.why = err
			code := o.failed
			if errors.Is(err, ErrMissing) {
				code = "no-tesseract"
			}
			b.notes = append(b.notes, message.Say(code, "pages", listPages(b.wanting()), "error", err.Error()))
		}
	}
	b.settle(ctx)
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	return b.assemble()
}

// openBy lists the pages of the file or, where it does not open, has the
// second reader read them.
func (b *book) openBy(ctx context.Context, data []byte, opt Options) error {
	err := b.list(data, opt.MaxPages)
	if errors.As(err, new(tooMany)) || err == nil || opt.Second == nil {
		return err
	}
	found, other := opt.Second(ctx, nil)
	switch {
	case errors.Is(other, ErrPassword) || ctx.Err() != nil:
		return other
	case other != nil || len(found) == 0:
		return err
	}
	b.pages = nil
	for _, p := range found {
		b.pages = append(b.pages, p)
	}
	b.notes = append(b.notes, message.Say("second-whole", "error", err.Error()))
	return nil
}

// list opens the file and lists its pages.
func (b *book) list(data []byte, maxPages int) (err error) {
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("the PDF is damaged: %v", r)
		}
	}()
	reader, err := open(data)
	if err != nil {
		return err
	}
	root := reader.Trailer().Key("Root").Key("Pages")
	leaves, err := walk(root, maxPages)
	if err != nil {
		return err
	}
	if n := root.Key("Count").Int64(); n > int64(len(leaves)) && n <= int64(maxPages) {
		return fmt.Errorf("the PDF is damaged: it says that it has %d pages, and only %d are there", n, len(leaves))
	}
	for _, l := range leaves {
		b.pages = append(b.pages, l)
	}
	return nil
}

// open opens the file, without what stands after its last end mark.
func open(data []byte) (*lib.Reader, error) {
	start := bytes.Index(data[:min(len(data), 1024)], []byte("%PDF-"))
	end := bytes.LastIndex(data, []byte("%%EOF"))
	if start < 0 {
		return nil, errors.New("the file does not begin as a PDF does")
	}
	if end < start {
		return nil, errors.New("the PDF is cut off: its end mark is missing")
	}
	data = data[start : end+5]
	file := &oldHeader{data: data, room: 8*int64(len(data)) + 16<<20} // a chain of cross references that needs more runs in a circle
	r, err := lib.NewReader(file, int64(len(data)))
	file.opened = true
	if errors.Is(err, lib.ErrInvalidPassword) {
		return nil, ErrPassword
	}
	if err != nil {
		return nil, fmt.Errorf("the PDF is damaged: %w", err)
	}
	return r, nil
}

// oldHeader reads a file as one of PDF 1: the library turns back from PDF 2,
// which differs in nothing that it reads.
type oldHeader struct {
	data   []byte
	room   int64 // bytes that may be read until the file is opened
	opened bool
}

// ReadAt implements io.ReaderAt.
func (h *oldHeader) ReadAt(p []byte, off int64) (int, error) {
	if !h.opened {
		if h.room -= int64(len(p)); h.room < 0 {
			return 0, errors.New("its cross references run in a circle")
		}
	}
	n, err := bytes.NewReader(h.data).ReadAt(p, off)
	const version = int64(len("%PDF-"))
	if off <= version && off+int64(n) > version && h.data[version] == '2' {
		p[version-off] = '1'
	}
	return n, err
}

// leaf is a page with what it inherits.
type leaf struct {
	page, resources, box, rotate lib.Value
}

// walk lists the pages of the tree in order, visiting each node once.
func walk(root lib.Value, maxPages int) ([]leaf, error) {
	var out []leaf
	var visit func(node lib.Value, up leaf, depth int) error
	visit = func(node lib.Value, up leaf, depth int) error {
		if len(out) >= maxPages {
			return tooMany(maxPages)
		}
		here := leaf{page: node, resources: inherit(node, "Resources", up.resources),
			box: inherit(node, "MediaBox", up.box), rotate: inherit(node, "Rotate", up.rotate)}
		kids := node.Key("Kids")
		if node.Key("Type").Name() == "Page" || kids.IsNull() {
			if node.Kind() == lib.Dict {
				out = append(out, here)
			}
			return nil
		}
		if depth > 64 {
			return errors.New("the PDF's page tree is too deep")
		}
		for i := 0; i < kids.Len(); i++ {
			if err := visit(kids.Index(i), here, depth+1); err != nil {
				return err
			}
		}
		return nil
	}
	if err := visit(root, leaf{}, 0); err != nil {
		return nil, err
	}
	if len(out) == 0 {
		return nil, errors.New("the PDF has no pages")
	}
	return out, nil
}

func inherit(node lib.Value, key string, above lib.Value) lib.Value {
	if v := node.Key(key); !v.IsNull() {
		return v
	}
	return above
}

// assemble makes the source of what the pages gave.
func (b *book) assemble() (*document.Source, error) {
	out := &build.Builder{}
	sheets, warnings := b.sheets, b.notes
	var empty, pictures []int
	mute, shown := 0, 0
	marks := watermarks(sheets)
	for i, s := range sheets {
		mute, shown = mute+s.mute, shown+s.shown
		if s.err != nil {
			warnings = append(warnings, message.Say("page-torn", "page", strconv.Itoa(i+1), "error", s.err.Error()))
		}
		if len(s.lines) == 0 {
			empty = append(empty, i+1)
		}
		if s.picture {
			pictures = append(pictures, i+1)
		}
		out.Leave("rotated text", i+1, s.turned)
		out.Leave("line numbers", i+1, s.numbers)
		for _, text := range s.unread {
			out.Leave("unreadable", i+1, text)
		}
		for _, l := range s.large {
			if marks[l] {
				out.Leave("watermark", i+1, l.text)
			}
		}
	}
	if shown-mute == 0 || len(empty) == len(sheets) {
		if b.why != nil {
			return nil, fmt.Errorf("%w, and %w", ErrScan, b.why)
		}
		return nil, ErrScan
	}
	if mute*50 > shown {
		warnings = append(warnings, message.Say("letters-mute", "n", strconv.Itoa(mute), "all", strconv.Itoa(shown)))
	}
	lines := dropRunning(sheets, out)
	language := ""
	if inParallel(lines) {
		var note message.Message
		lines, language, note = pickColumns(lines, b.opt.Language, out)
		warnings = append(warnings, note)
	}
	weave(lines, out)
	src := out.Source(len(sheets))
	src.Format, src.Language, src.Warnings, src.EmptyPages = "pdf", language, warnings, empty
	src.Pictures, src.Doubts = pictures, doubtsOf(lines)
	return src, nil
}
