package pdfium

import (
	"bytes"
	"image"
	"image/jpeg"
	"math"

	"github.com/klippa-app/go-pdfium/enums"
	"github.com/klippa-app/go-pdfium/references"
	"github.com/klippa-app/go-pdfium/requests"
)

// slack is by how many points a picture may miss the edges of its page.
const slack = 3

// photograph returns the picture of a page that is nothing but one photograph in
// JPEG, upright and as large as the page, as most scans are: unpacking it costs a
// tenth of drawing the page. ok is false for all other pages.
func (f *File) photograph(number int) (page *image.Gray, dpi int, ok bool) {
	object, ok := f.onlyObject(number)
	if !ok || !f.fills(number, object) {
		return nil, 0, false
	}
	filters, err := f.lib.FPDFImageObj_GetImageFilterCount(&requests.FPDFImageObj_GetImageFilterCount{ImageObject: object})
	if err != nil || filters.Count != 1 {
		return nil, 0, false
	}
	filter, err := f.lib.FPDFImageObj_GetImageFilter(&requests.FPDFImageObj_GetImageFilter{ImageObject: object})
	if err != nil || filter.ImageFilter != "DCTDecode" {
		return nil, 0, false
	}
	raw, err := f.lib.FPDFImageObj_GetImageDataRaw(&requests.FPDFImageObj_GetImageDataRaw{ImageObject: object})
	if err != nil {
		return nil, 0, false
	}
	size, err := jpeg.DecodeConfig(bytes.NewReader(raw.Data))
	if err != nil || max(size.Width, size.Height) > maxSide || min(size.Width, size.Height) < 1 {
		return nil, 0, false
	}
	place, err := f.place(number)
	if err != nil {
		return nil, 0, false
	}
	dpi = int(float64(size.Width)*72/place.width + .5)
	if tall := int(float64(size.Height)*72/place.height + .5); dpi < leastDPI || dpi > mostDPI || tall < dpi-2 || tall > dpi+2 {
		return nil, 0, false
	}
	if page = unpacked(raw.Data); page == nil {
		return nil, 0, false
	}
	return page, dpi, true
}

// onlyObject returns the picture on a page that holds nothing else.
func (f *File) onlyObject(number int) (references.FPDF_PAGEOBJECT, bool) {
	n, err := f.lib.FPDFPage_CountObjects(&requests.FPDFPage_CountObjects{Page: f.page(number)})
	if err != nil || n.Count != 1 {
		return "", false
	}
	if notes, err := f.lib.FPDFPage_GetAnnotCount(&requests.FPDFPage_GetAnnotCount{Page: f.page(number)}); err != nil || notes.Count > 0 {
		return "", false
	}
	object, err := f.lib.FPDFPage_GetObject(&requests.FPDFPage_GetObject{Page: f.page(number)})
	if err != nil {
		return "", false
	}
	kind, err := f.lib.FPDFPageObj_GetType(&requests.FPDFPageObj_GetType{PageObject: object.PageObject})
	return object.PageObject, err == nil && kind.Type == enums.FPDF_PAGEOBJ_IMAGE
}

// fills reports whether a picture stands upright on a page that is not turned, from edge to edge.
func (f *File) fills(number int, object references.FPDF_PAGEOBJECT) bool {
	place, err := f.place(number)
	if err != nil || place.turns != 0 {
		return false
	}
	m, err := f.lib.FPDFPageObj_GetMatrix(&requests.FPDFPageObj_GetMatrix{PageObject: object})
	if err != nil {
		return false
	}
	at := m.Matrix
	near := func(got float32, want float64) bool { return math.Abs(float64(got)-want) <= slack }
	return at.B == 0 && at.C == 0 && near(at.E, place.left) && near(at.F, place.bottom) && near(at.A, place.width) && near(at.D, place.height)
}

// unpacked unpacks a photograph in greys; nil where it is damaged, or in colours that a
// printer mixes.
func unpacked(data []byte) *image.Gray {
	full, err := jpeg.Decode(bytes.NewReader(data))
	if err != nil {
		return nil
	}
	switch in := full.(type) {
	case *image.Gray:
		return in
	case *image.YCbCr:
		return copyOf(&image.Gray{Pix: in.Y, Stride: in.YStride, Rect: in.Rect})
	}
	return nil
}
