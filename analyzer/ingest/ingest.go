// Package ingest turns the bytes of one file into a document.Source: its
// normalised text with what layout and markup said about it. It knows bytes
// and layout, not law.
package ingest

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"time"

	"lacuna/analyzer/document"
	"lacuna/analyzer/ingest/build"
	"lacuna/analyzer/ingest/cache"
)

// Limits says how a file is read: what a reader may use and keep, and which
// reading of tracked changes it gives. Zero fields mean the defaults.
type Limits struct {
	Bytes    int64         // size of the file; default 256 MiB
	Unpacked int64         // bytes that the parts of a ZIP, DOCX or ODT file unpack to; default 512 MiB
	Entries  int           // files in an archive; default 20,000
	Depth    int           // elements or groups inside each other; default 400
	Pages    int           // pages of a PDF; default 20,000
	Text     int64         // bytes of the text that is read in a file; default 8 MiB, some three thousand pages
	Time     time.Duration // for reading one file; default one minute, not counting pictures of pages
	Memory   int64         // of the process that reads, where package worker is used; default 1 GiB
	// Language, an ISO 639-1 code, says which columns of a PDF are read where its
	// pages hold one text in several languages side by side; empty reads all.
	Language string
	// Revisions is the reading of tracked changes: Accepted (the default),
	// Original, or ByAuthor and a name.
	Revisions string
	// Cache is the folder for what is slow to make anew; empty keeps nothing.
	Cache cache.Folder
	// Progress is told how many of how many pictures of pages are read; nil tells nobody.
	Progress func(done, total int)
}

// OrDefault fills in the defaults.
func (l Limits) OrDefault() Limits {
	if l.Bytes <= 0 {
		l.Bytes = 256 << 20
	}
	if l.Unpacked <= 0 {
		l.Unpacked = 512 << 20
	}
	if l.Entries <= 0 {
		l.Entries = 20_000
	}
	if l.Depth <= 0 {
		l.Depth = 400
	}
	if l.Pages <= 0 {
		l.Pages = 20_000
	}
	if l.Text <= 0 {
		l.Text = 8 << 20
	}
	if l.Time <= 0 {
		l.Time = time.Minute
	}
	if l.Memory <= 0 {
		l.Memory = 1 << 30
	}
	return l
}

// Error says which file could not be read, where, and why.
type Error struct {
	Path   string // the file as the user named it
	Place  string // page, line or offset, where the reader knows it; empty where it is the whole file
	Reason string // a plain sentence
	Err    error  // the cause, if there is one
}

func (e *Error) Error() string {
	if e.Place != "" {
		return e.Path + ": " + e.Place + ": " + e.Reason
	}
	return e.Path + ": " + e.Reason
}

// Unwrap returns the cause.
func (e *Error) Unwrap() error { return e.Err }

// input is what a reader gets.
type input struct {
	data   []byte
	limits Limits
	clock  *clock
}

// format is one kind of file: how its content gives itself away, and its reader.
type format struct {
	name  string
	sniff func(data []byte) bool
	read  func(ctx context.Context, in input) (*document.Source, error) // nil for an archive, whose files are read each by itself
}

// formats lists every kind of file that is known, in the order in which they
// are tried. Kinds that are known but not read say so.
var formats = []format{
	{"pdf", magicWithin("%PDF-", 1024), readPDF},
	{"docx", isZip("docx"), readDOCX},
	{"odt", isZip("odt"), readODT},
	{"workbook", isZip("workbook"), unread("the file is a spreadsheet, not a text; save it as PDF or text")},
	{"slides", isZip("slides"), unread("the file holds slides, not a text; save it as PDF or text")},
	{"epub", isZip("epub"), readEPUB},
	{"zip", isZip("zip"), nil},
	{"doc", magic(oleMagic), readDOC},
	{"rtf", magic("{\\rtf"), readRTF},
	{"image", isImage, readImage},
	{"binary", isBinary, unread("the file is binary data, not a text")},
	{"odt", isFODT, readFODT},
	{"html", isMHTML, readMHTML},
	{"xml", isLegalXML, readLegalXML},
	{"html", isHTML, readHTML},
	{"xml", isXML, readLegalXML},
	{"markdown", isMarkdown, readMarkdown},
	{"text", func([]byte) bool { return true }, readText},
}

// File reads one file. The ID of the source is the file's stem. All errors are *Error.
func File(ctx context.Context, path string, lim Limits) (*document.Source, error) {
	data, err := load(path, lim.OrDefault())
	if err != nil {
		return nil, err
	}
	return Read(ctx, path, data, lim)
}

// load reads a file's bytes, up to one more than the limit.
func load(path string, lim Limits) ([]byte, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, openError(path, err)
	}
	defer f.Close()
	if info, err := f.Stat(); err == nil && info.IsDir() {
		return nil, &Error{Path: path, Reason: "this is a folder, not a file"}
	}
	data, err := io.ReadAll(io.LimitReader(f, lim.Bytes+1))
	if err != nil {
		return nil, &Error{Path: path, Reason: "the file could not be read: " + err.Error(), Err: err}
	}
	return data, nil
}

func openError(path string, err error) error {
	reason := "the file could not be opened: " + err.Error()
	switch {
	case errors.Is(err, os.ErrNotExist):
		reason = "there is no such file"
	case errors.Is(err, os.ErrPermission):
		reason = "the file may not be read: permission denied"
	}
	return &Error{Path: path, Reason: reason, Err: err}
}

// Read reads a file that is already in memory. name is the path that errors
// and the source carry. All errors are *Error.
func Read(ctx context.Context, name string, data []byte, lim Limits) (*document.Source, error) {
	lim = lim.OrDefault()
	if int64(len(data)) > lim.Bytes {
		return nil, &Error{Path: name, Reason: fmt.Sprintf("the file is larger than the limit of %d bytes", lim.Bytes)}
	}
	if len(bytes.TrimSpace(data)) == 0 {
		return nil, &Error{Path: name, Reason: "the file is empty"}
	}
	if err := checkReading(lim.Revisions); err != nil {
		return nil, &Error{Path: name, Reason: err.Error(), Err: err}
	}
	f := sniff(data)
	if f.read == nil {
		return onlyFile(ctx, name, data, lim)
	}
	return readAs(ctx, f, name, data, lim)
}

// readAs reads the bytes of a file, or of several that are one text, in a format.
func readAs(ctx context.Context, f format, name string, data []byte, lim Limits) (*document.Source, error) {
	ctx, cancel, c := newClock(ctx, lim.Time)
	defer cancel()
	src, err := guard(ctx, func() (*document.Source, error) { return f.read(ctx, input{data: data, limits: lim, clock: c}) })
	if ctx.Err() != nil {
		err = context.Cause(ctx)
	}
	if err != nil {
		return nil, wrap(name, lim, err)
	}
	switch {
	case src.Text == "":
		return nil, &Error{Path: name, Reason: "there is no text in the file"}
	case int64(len(src.Text)) > lim.Text:
		return nil, &Error{Path: name, Reason: fmt.Sprintf("the text in the file is longer than the limit of %d bytes", lim.Text)}
	}
	sum := sha256.Sum256(data)
	src.SHA256 = hex.EncodeToString(sum[:])
	src.Path, src.Format, src.Official = name, f.name, "unknown"
	src.ID = build.Clean(strings.TrimSuffix(filepath.Base(name), filepath.Ext(name)))
	return src, nil
}

// guard runs a reader so that neither a panic nor an endless loop in a damaged
// file holds the caller up: when the context ends, the reader is left behind.
func guard(ctx context.Context, read func() (*document.Source, error)) (*document.Source, error) {
	type result struct {
		src *document.Source
		err error
	}
	done := make(chan result, 1)
	go func() {
		defer func() {
			if r := recover(); r != nil {
				done <- result{nil, fmt.Errorf("the file is damaged: %v", r)}
			}
		}()
		src, err := read()
		done <- result{src, err}
	}()
	select {
	case r := <-done:
		return r.src, r.err
	case <-ctx.Done():
		return nil, ctx.Err()
	}
}

func sniff(data []byte) format {
	for _, f := range formats {
		if f.sniff(data) {
			return f
		}
	}
	return formats[len(formats)-1]
}

// wrap turns a reader's error into an *Error.
func wrap(name string, lim Limits, err error) error {
	out := &Error{Path: name, Reason: err.Error(), Err: err}
	switch {
	case errors.Is(err, context.DeadlineExceeded):
		out.Reason = fmt.Sprintf("reading took longer than %v", lim.Time)
	case errors.Is(err, context.Canceled):
		out.Reason = "reading was broken off"
	}
	return out
}

// unread is the reader of a kind of file that is known but not read.
func unread(reason string) func(context.Context, input) (*document.Source, error) {
	return func(context.Context, input) (*document.Source, error) { return nil, errors.New(reason) }
}
