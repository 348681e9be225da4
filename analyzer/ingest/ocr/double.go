package ocr

import "image"

// coarse is the number of dots to the inch below which a picture is drawn twice
// as large: small letters are read better for it.
const coarse = 220

// enlarged returns a picture that has dots enough to be read.
func enlarged(p Picture) Picture {
	for p.DPI < coarse {
		p = Picture{double(p.Gray), p.DPI * 2}
	}
	return p
}

// double draws a picture twice as large, its new dots between the greys of
// those beside them.
func double(in *image.Gray) *image.Gray {
	w, h := in.Rect.Dx(), in.Rect.Dy()
	out := image.NewGray(image.Rect(0, 0, 2*w, 2*h))
	for y := range h {
		row := in.Pix[y*in.Stride : y*in.Stride+w]
		below := row
		if y+1 < h {
			below = in.Pix[(y+1)*in.Stride : (y+1)*in.Stride+w]
		}
		upper := out.Pix[2*y*out.Stride : 2*y*out.Stride+2*w]
		lower := out.Pix[(2*y+1)*out.Stride : (2*y+1)*out.Stride+2*w]
		for x := range w {
			r := min(x+1, w-1)
			a, b, c, d := int(row[x]), int(row[r]), int(below[x]), int(below[r])
			upper[2*x], upper[2*x+1] = uint8(a), uint8((a+b)/2)
			lower[2*x], lower[2*x+1] = uint8((a+c)/2), uint8((a+b+c+d)/4)
		}
	}
	return out
}
