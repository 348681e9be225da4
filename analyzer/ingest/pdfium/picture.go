package pdfium

import (
	"fmt"
	"image"

	"github.com/klippa-app/go-pdfium/enums"
	"github.com/klippa-app/go-pdfium/requests"
)

// A page is drawn with as many dots to the inch as its own pictures have, within
// bounds; large pages with fewer, so that no side has more than maxSide. More
// dots than the paper gave cost time and show nothing new.
const (
	leastDPI = 120
	mostDPI  = 300
	maxSide  = 3508 // of A4 at 300
)

// maxObjects bounds how many things on a page are asked whether they are pictures.
const maxObjects = 64

// Picture draws a page, numbered from 1, in greys, and says with how many dots to the inch.
func (f *File) Picture(number int) (page *image.Gray, dpi int, err error) {
	if page, dpi, ok := f.photograph(number); ok {
		return page, dpi, nil
	}
	size, err := f.lib.GetPageSize(&requests.GetPageSize{Page: f.page(number)})
	if err != nil {
		return nil, 0, f.explain(err)
	}
	dpi = f.ownDPI(number)
	if side := max(size.Width, size.Height); side*float64(dpi)/72 > maxSide {
		dpi = max(int(maxSide*72/side), 1)
	}
	drawn, err := f.lib.RenderPageInDPI(&requests.RenderPageInDPI{Page: f.page(number), DPI: dpi,
		ImageFormat: requests.RenderImageFormatGrayscale, RenderFlags: enums.FPDF_RENDER_FLAG_ANNOT})
	if err != nil {
		return nil, 0, f.explain(err)
	}
	defer drawn.Cleanup()
	in, ok := drawn.Result.RenderedImage.(*image.Gray)
	if !ok {
		return nil, 0, fmt.Errorf("pdfium drew page %d in a form that is not known", number)
	}
	return copyOf(in), dpi, nil
}

// ownDPI returns how many dots to the inch the finest picture on a page has.
func (f *File) ownDPI(number int) int {
	n, err := f.lib.FPDFPage_CountObjects(&requests.FPDFPage_CountObjects{Page: f.page(number)})
	if err != nil || n.Count > maxObjects {
		return mostDPI
	}
	finest := 0
	for i := range n.Count {
		object, err := f.lib.FPDFPage_GetObject(&requests.FPDFPage_GetObject{Page: f.page(number), Index: i})
		if err != nil {
			return mostDPI
		}
		kind, err := f.lib.FPDFPageObj_GetType(&requests.FPDFPageObj_GetType{PageObject: object.PageObject})
		if err != nil || kind.Type == enums.FPDF_PAGEOBJ_FORM {
			return mostDPI
		}
		data, err := f.lib.FPDFImageObj_GetImageMetadata(&requests.FPDFImageObj_GetImageMetadata{ImageObject: object.PageObject, Page: f.page(number)})
		if kind.Type == enums.FPDF_PAGEOBJ_IMAGE && err == nil {
			finest = max(finest, int(data.ImageMetadata.HorizontalDPI+.5))
		}
	}
	if finest == 0 {
		return mostDPI
	}
	return min(max(finest, leastDPI), mostDPI)
}

// copyOf takes a picture out of the memory of the machine.
func copyOf(in *image.Gray) *image.Gray {
	out := image.NewGray(image.Rect(0, 0, in.Rect.Dx(), in.Rect.Dy()))
	for y := range in.Rect.Dy() {
		copy(out.Pix[y*out.Stride:(y+1)*out.Stride], in.Pix[y*in.Stride:])
	}
	return out
}
