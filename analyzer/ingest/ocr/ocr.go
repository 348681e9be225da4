// Package ocr reads pictures of pages through tesseract, a program that is
// installed: several pages at a time, each cut into its columns first, what was
// read kept for the next run. It gives letters with their places, of which
// package pdf makes lines and paragraphs, and says of which it is in doubt.
package ocr

import (
	"context"
	"encoding/json"
	"fmt"
	"image"
	"runtime"
	"sync"

	"lacuna/analyzer/ingest/cache"
	"lacuna/analyzer/ingest/pdf"
)

// method is the way in which pictures are prepared and words kept: what was kept
// from another way is read anew.
const method = "2"

// room is the folder of the cache for words that were read.
const room = "ocr"

// Options say how pages are read.
type Options struct {
	Language string       // of the text, ISO 639-1; empty finds it by reading a page
	Keep     cache.Folder // what was read is kept there, page by page; empty keeps nothing
	// Progress is told at the beginning and after each page how many of how many
	// are read, one call at a time; nil tells nobody.
	Progress func(done, total int)
}

// Picture is the picture of a page.
type Picture struct {
	Gray *image.Gray
	DPI  int // dots to the inch
}

// Pictures gives the picture of a page by its index. It is called by one
// goroutine at a time.
type Pictures func(i int) (Picture, error)

// Read reads n pages. A page that could not be read has an error; all other
// errors concern the program: pdf.ErrMissing, or one that says why it does not run.
func Read(ctx context.Context, n int, pictures Pictures, opt Options) ([]pdf.Page, error) {
	t, err := find(ctx)
	if err != nil {
		return nil, err
	}
	r := &reader{tesseract: t, opt: opt, pictures: pictures, sheets: make([]sheet, n), errs: make([]error, n)}
	r.tell(0, n)
	if err := r.choose(ctx, n); err != nil {
		return nil, err
	}
	r.readAll(ctx, n)
	if ctx.Err() != nil {
		return nil, ctx.Err()
	}
	out := pages(r.sheets)
	for i := range out {
		out[i].Err = r.errs[i]
	}
	return out, nil
}

// reader reads the pages of one file.
type reader struct {
	*tesseract
	opt      Options
	language string // of the file, as the program calls it
	drawing  sync.Mutex
	pictures Pictures
	seen     sync.Map // words by the key of their picture
	telling  sync.Mutex
	done     int
	sheets   []sheet
	errs     []error
}

// readAll reads the pages, as many at a time as there are processors.
func (r *reader) readAll(ctx context.Context, n int) {
	next := make(chan int)
	var wg sync.WaitGroup
	for range min(n, runtime.GOMAXPROCS(0)) {
		wg.Go(func() {
			for i := range next {
				r.sheets[i], r.errs[i] = r.page(ctx, i)
				r.tell(1, n)
			}
		})
	}
	for i := 0; i < n && ctx.Err() == nil; i++ {
		next <- i
	}
	close(next)
	wg.Wait()
}

// tell reports that so many more pages are read.
func (r *reader) tell(more, total int) {
	r.telling.Lock()
	defer r.telling.Unlock()
	r.done += more
	if r.opt.Progress != nil {
		r.opt.Progress(r.done, total)
	}
}

// draw makes the picture of a page.
func (r *reader) draw(i int) (Picture, error) {
	r.drawing.Lock()
	defer r.drawing.Unlock()
	return r.pictures(i)
}

// page reads one page, in another language than the file's where it is
// plainly written in that.
func (r *reader) page(ctx context.Context, i int) (sheet, error) {
	if ctx.Err() != nil {
		return sheet{}, ctx.Err()
	}
	p, err := r.draw(i)
	if err != nil {
		return sheet{}, err
	}
	s := sheet{width: float64(p.Gray.Bounds().Dx()) * 72 / float64(p.DPI), height: float64(p.Gray.Bounds().Dy()) * 72 / float64(p.DPI)}
	s.words, err = r.words(ctx, p, r.language)
	if err != nil {
		return s, err
	}
	if other := r.detect(s.words); other != "" && other != r.language && r.opt.Language == "" {
		again, err := r.words(ctx, p, other)
		if err == nil && meanSure(again) > meanSure(s.words) {
			s.words = again
		}
	}
	s.lacks = r.lacking(s.words)
	s.words, s.unread = sift(s.words)
	return s, nil
}

// words reads the words of a picture, or takes them from the cache.
func (r *reader) words(ctx context.Context, p Picture, language string) ([]word, error) {
	key := cache.Key(portable(p.Gray), fmt.Append(nil, p.DPI), []byte(language), []byte(r.version), []byte(layout), []byte(method))
	if words, ok := r.seen.Load(key); ok {
		return words.([]word), nil
	}
	var words []word
	if data, ok := r.opt.Keep.Get(room, key); ok && json.Unmarshal(data, &words) == nil {
		return words, nil
	}
	p = enlarged(p)
	unfolded, pieces := unfold(p.Gray, p.DPI)
	words, err := r.read(ctx, unfolded, p.DPI, language)
	if err != nil {
		return nil, err
	}
	words = inPoints(fold(words, pieces), p.DPI)
	r.seen.Store(key, words)
	if data, err := json.Marshal(words); err == nil {
		_ = r.opt.Keep.Put(room, key, data) // what is not kept is read again the next time
	}
	return words, nil
}
