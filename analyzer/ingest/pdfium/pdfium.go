// Package pdfium is the second reader of PDF files: the machine of a browser,
// compiled to WebAssembly and shut into a memory of its own. It opens what the
// first reader (package pdf) cannot: LZW streams, files that only restrict
// printing by AES-256, damaged cross references. It gives letters with their
// places, of which package pdf makes lines and paragraphs, and pictures of pages.
package pdfium

import (
	"context"
	"errors"
	"fmt"

	"github.com/klippa-app/go-pdfium"
	broken "github.com/klippa-app/go-pdfium/errors"
	"github.com/klippa-app/go-pdfium/references"
	"github.com/klippa-app/go-pdfium/requests"

	"lacuna/analyzer/ingest/cache"
	"lacuna/analyzer/ingest/pdf"
)

// File is an open PDF. It is used by one goroutine at a time.
type File struct {
	ctx   context.Context
	pool  pdfium.Pool
	lib   pdfium.Pdfium
	doc   references.FPDF_DOCUMENT
	count int
}

// Open opens a PDF in memory; everything that is done with it ends with the
// context. keep holds the compiled machine for the next run. A file that
// needs a password is pdf.ErrPassword.
func Open(ctx context.Context, data []byte, keep cache.Folder) (*File, error) {
	pool, err := start(ctx, keep)
	if err != nil {
		return nil, fmt.Errorf("pdfium did not start: %w", err)
	}
	f := &File{ctx: ctx, pool: pool}
	if err := f.open(data); err != nil {
		f.Close()
		return nil, f.explain(err)
	}
	return f, nil
}

func (f *File) open(data []byte) (err error) {
	if f.lib, err = f.pool.GetInstanceWithContext(f.ctx); err != nil {
		return err
	}
	doc, err := f.lib.OpenDocument(&requests.OpenDocument{File: &data})
	if err != nil {
		return err
	}
	f.doc = doc.Document
	n, err := f.lib.FPDF_GetPageCount(&requests.FPDF_GetPageCount{Document: f.doc})
	if err != nil {
		return err
	}
	if n.PageCount == 0 {
		return errors.New("it has no pages")
	}
	f.count = n.PageCount
	return nil
}

// explain says in plain words why a call failed.
func (f *File) explain(err error) error {
	switch {
	case f.ctx.Err() != nil:
		return f.ctx.Err()
	case errors.Is(err, broken.ErrPassword):
		return pdf.ErrPassword
	case errors.Is(err, broken.ErrSecurity):
		return errors.New("it is encrypted in a way that is not known")
	case errors.Is(err, broken.ErrFormat), errors.Is(err, broken.ErrFile):
		return errors.New("it is too damaged to be mended")
	case errors.Is(err, broken.ErrPage):
		return errors.New("the page is damaged")
	}
	return err
}

// Count returns how many pages the file has.
func (f *File) Count() int { return f.count }

// Close gives the memory back.
func (f *File) Close() {
	_ = f.pool.Close() // what is left of it ends with the process
}

// page names a page, from 1, to the library.
func (f *File) page(number int) requests.Page {
	return requests.Page{ByIndex: &requests.PageByIndex{Document: f.doc, Index: number - 1}}
}
