package ingest

import (
	"bytes"
	"cmp"
	"context"
	"encoding/binary"
	"errors"
	"fmt"
	"image"
	"image/color"
	_ "image/jpeg" // pictures of pages come in these forms
	_ "image/png"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"golang.org/x/image/draw"
	_ "golang.org/x/image/tiff"

	"lacuna/analyzer/document"
	"lacuna/analyzer/ingest/ocr"
	"lacuna/analyzer/ingest/pdf"
)

const (
	maxPixels  = 120_000_000 // of one picture
	maxFrames  = 20_000      // of one TIFF file
	pageInches = 11.7        // a picture that does not say how large it is shows a page as long as A4
	leastSide  = 2200        // pictures with a shorter long side are drawn larger
)

// readImage reads one picture file as the pages of a text.
func readImage(ctx context.Context, in input) (*document.Source, error) {
	return in.readFrames(ctx, frames(in.data))
}

// frame is one picture in a file.
type frame struct {
	data  []byte
	at    uint32           // where a TIFF file describes it; 0 in other files
	order binary.ByteOrder // of that file
}

// frames lists the pictures of a file: a TIFF file may hold many.
func frames(data []byte) []frame {
	order, ok := tiffOrder(data)
	if !ok {
		return []frame{{data: data}}
	}
	var out []frame
	seen := map[uint32]bool{}
	for at := order.Uint32(data[4:]); at > 0 && !seen[at] && uint64(at)+2 <= uint64(len(data)) && len(out) < maxFrames; {
		seen[at] = true
		out = append(out, frame{data, at, order})
		next := uint64(at) + 2 + 12*uint64(order.Uint16(data[at:]))
		if next+4 > uint64(len(data)) {
			break
		}
		at = order.Uint32(data[next:])
	}
	return out
}

// alone returns the bytes of a file in which the frame is the first.
func (f frame) alone() []byte {
	if f.at == 0 {
		return f.data
	}
	out := slices.Clone(f.data)
	f.order.PutUint32(out[4:], f.at)
	return out
}

// tiffOrder returns the order of bytes of a TIFF file; ok is false for other files.
func tiffOrder(data []byte) (order binary.ByteOrder, ok bool) {
	switch {
	case len(data) < 16:
	case bytes.HasPrefix(data, []byte("II*\x00")):
		return binary.LittleEndian, true
	case bytes.HasPrefix(data, []byte("MM\x00*")):
		return binary.BigEndian, true
	}
	return nil, false
}

// readFrames reads pictures as the pages of one text.
func (in input) readFrames(ctx context.Context, pictures []frame) (*document.Source, error) {
	for _, p := range pictures {
		if err := p.check(); err != nil {
			return nil, err
		}
	}
	pages, err := in.recognise(ctx, len(pictures), func(i int) (ocr.Picture, error) { return pictures[i].decode() })
	if errors.Is(err, pdf.ErrMissing) {
		return nil, fmt.Errorf("the text is in a picture, and %w", err)
	}
	if err != nil {
		return nil, err
	}
	src, err := pdf.Set(ctx, pages, in.limits.Language)
	if errors.Is(err, pdf.ErrScan) {
		return nil, cmp.Or(pages[0].Err, errors.New("no text was found in the picture"))
	}
	return src, err
}

// check reports why a picture cannot be read, as far as its beginning tells.
func (f frame) check() error {
	size, _, err := image.DecodeConfig(bytes.NewReader(f.alone()))
	switch {
	case err != nil:
		return errors.New("the picture is damaged, or of a kind that is not read; PNG, JPEG and TIFF are")
	case size.Width < 1 || size.Height < 1 || size.Width > maxPixels/size.Height:
		return fmt.Errorf("the picture has %d by %d dots, more than is read", size.Width, size.Height)
	}
	return nil
}

// decode unpacks a picture in greys.
func (f frame) decode() (ocr.Picture, error) {
	full, form, err := image.Decode(bytes.NewReader(f.alone()))
	if err != nil {
		return ocr.Picture{}, fmt.Errorf("the %s picture is damaged: %w", form, err)
	}
	b := full.Bounds()
	scale := 1
	if long := max(b.Dx(), b.Dy()); long < leastSide {
		scale = min(3, (leastSide+long-1)/long)
	}
	gray := image.NewGray(image.Rect(0, 0, b.Dx()*scale, b.Dy()*scale))
	draw.Draw(gray, gray.Bounds(), image.NewUniform(color.White), image.Point{}, draw.Src) // behind what lets light through
	draw.ApproxBiLinear.Scale(gray, gray.Bounds(), full, b, draw.Over, nil)
	return ocr.Picture{Gray: gray, DPI: max(72, int(float64(max(gray.Rect.Dx(), gray.Rect.Dy()))/pageInches))}, nil
}

// pictureEndings are those of the files that a folder of pages consists of.
var pictureEndings = []string{".png", ".jpg", ".jpeg", ".tif", ".tiff"}

// IsPictures reports whether a folder holds pictures and nothing else that is
// read: then it is one text, and each picture one of its pages.
func IsPictures(folder string) bool {
	names, err := pictureNames(folder)
	return err == nil && len(names) > 0
}

// pictureNames lists the pictures of a folder in the order of the numbers in
// their names; it is an error where other files stand among them.
func pictureNames(folder string) ([]string, error) {
	entries, err := os.ReadDir(folder)
	if err != nil {
		return nil, err
	}
	var names []string
	for _, e := range entries {
		if strings.HasPrefix(e.Name(), ".") || strings.HasSuffix(e.Name(), "provenance.json") {
			continue
		}
		if !e.Type().IsRegular() || !slices.Contains(pictureEndings, strings.ToLower(filepath.Ext(e.Name()))) {
			return nil, fmt.Errorf("%s is no picture of a page", e.Name())
		}
		names = append(names, e.Name())
	}
	slices.SortFunc(names, inOrder)
	return names, nil
}

// inOrder compares names as people count: page 2 stands before page 10.
func inOrder(a, b string) int {
	x, y := a, b
	for x != "" && y != "" {
		m, restX := leadingNumber(x)
		n, restY := leadingNumber(y)
		switch {
		case restX != x && restY != y:
			if m != n {
				return cmp.Compare(m, n)
			}
			x, y = restX, restY
		case x[0] != y[0]:
			return cmp.Compare(x[0], y[0])
		default:
			x, y = x[1:], y[1:]
		}
	}
	if len(x) != len(y) {
		return cmp.Compare(len(x), len(y))
	}
	return cmp.Compare(a, b)
}

func leadingNumber(s string) (n uint64, rest string) {
	rest = strings.TrimLeft(s, "0123456789")
	for _, d := range s[:len(s)-len(rest)] {
		n = n*10 + uint64(d-'0')
	}
	return n, rest
}

// pictureFolder reads the pictures of a folder as the pages of one text.
func pictureFolder(ctx context.Context, folder string, lim Limits) (*document.Source, error) {
	names, err := pictureNames(folder)
	if err != nil || len(names) == 0 {
		return nil, &Error{Path: folder, Reason: "this is a folder, not a file"}
	}
	var all []byte
	var pictures []frame
	for _, name := range names {
		rest := lim
		rest.Bytes -= int64(len(all))
		data, err := load(filepath.Join(folder, name), rest)
		if err != nil {
			return nil, err
		}
		if int64(len(data)) > rest.Bytes {
			return nil, &Error{Path: folder, Reason: fmt.Sprintf("its pictures are larger than the limit of %d bytes", lim.Bytes)}
		}
		all = append(all, data...)
		pictures = append(pictures, frames(data)...)
	}
	read := func(ctx context.Context, in input) (*document.Source, error) { return in.readFrames(ctx, pictures) }
	return readAs(ctx, format{name: "image", read: read}, folder, all, lim)
}
