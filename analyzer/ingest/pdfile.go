package ingest

import (
	"context"
	"fmt"

	"lacuna/analyzer/document"
	"lacuna/analyzer/ingest/ocr"
	"lacuna/analyzer/ingest/pdf"
	"lacuna/analyzer/ingest/pdfium"
)

// pdfFile is a PDF that is read by more than one reader; those after the first
// are started when they are needed.
type pdfFile struct {
	in   input
	file *pdfium.File
}

func readPDF(ctx context.Context, in input) (*document.Source, error) {
	f := &pdfFile{in: in}
	defer f.close()
	return pdf.Read(ctx, in.data, pdf.Options{MaxPages: in.limits.Pages, Second: f.letters, Pictures: f.pictures, Language: in.limits.Language})
}

func (f *pdfFile) close() {
	if f.file != nil {
		f.file.Close()
	}
}

// open opens the file in the second reader.
func (f *pdfFile) open(ctx context.Context) (err error) {
	if f.file == nil {
		f.file, err = pdfium.Open(ctx, f.in.data, f.in.limits.Cache)
	}
	return err
}

// letters reads pages by the second reader; all of them where numbers is nil.
func (f *pdfFile) letters(ctx context.Context, numbers []int) ([]pdf.Page, error) {
	if err := f.open(ctx); err != nil {
		return nil, err
	}
	if n := f.file.Count(); n > f.in.limits.Pages {
		return nil, fmt.Errorf("it has more than %d pages", f.in.limits.Pages)
	}
	if numbers == nil {
		for i := range f.file.Count() {
			numbers = append(numbers, i+1)
		}
	}
	pages := make([]pdf.Page, len(numbers))
	for i, n := range numbers {
		pages[i] = f.file.Letters(n)
	}
	return pages, ctx.Err()
}

// pictures reads pages as pictures.
func (f *pdfFile) pictures(ctx context.Context, numbers []int) ([]pdf.Page, error) {
	if err := f.open(ctx); err != nil {
		return nil, err
	}
	draw := func(i int) (ocr.Picture, error) {
		gray, dpi, err := f.file.Picture(numbers[i])
		return ocr.Picture{Gray: gray, DPI: dpi}, err
	}
	return f.in.recognise(ctx, len(numbers), draw)
}

// recognise reads pictures of pages. The time that it takes is not counted: it
// has a limit for each page.
func (in input) recognise(ctx context.Context, n int, pictures ocr.Pictures) ([]pdf.Page, error) {
	in.clock.stop()
	defer in.clock.start()
	return ocr.Read(ctx, n, pictures, ocr.Options{Language: in.limits.Language, Keep: in.limits.Cache, Progress: in.limits.Progress})
}
