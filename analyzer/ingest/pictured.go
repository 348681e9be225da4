package ingest

import (
	"strconv"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"lacuna/analyzer/document"
	"lacuna/analyzer/message"
)

// A picture in a page or a file of Word of this size, in points, may be a page of the
// law and no coat of arms. Its words are not read, and the reader is told so.
const (
	pageWide = 200
	pageHigh = 120
)

// largeData is from how many bytes a picture inside a page may be one, where the
// page does not say its size.
const largeData = 40 << 10

// passOver notes that large pictures were passed over.
func passOver(src *document.Source, n int) {
	if src.Unread = n; n > 0 {
		src.Warnings = append(src.Warnings, message.Say("pictures-unread", "n", strconv.Itoa(n)))
	}
}

// large reports whether an element of a page is a large picture.
func large(n *html.Node) bool {
	if n.DataAtom != atom.Img {
		return false
	}
	wide, high := pixels(attr(n, "width")), pixels(attr(n, "height"))
	if wide == 0 || high == 0 {
		src := attr(n, "src")
		return strings.HasPrefix(src, "data:") && len(src) >= largeData
	}
	return wide >= pageWide && high >= pageHigh
}

// pixels reads a length of a page, in points; 0 where there is none.
func pixels(s string) float64 {
	n, err := strconv.ParseFloat(strings.TrimSuffix(strings.TrimSpace(s), "px"), 64)
	if err != nil {
		return 0
	}
	return n * 0.75
}

// largePictures counts the large pictures of a file of Word or OpenDocument.
func largePictures(root *node) int {
	n := 0
	root.walk(func(k *node) {
		switch k.name {
		case "inline", "anchor": // of DrawingML, in English Metric Units
			if e := k.child("extent"); e != nil && k.find("blip") != nil && emu(e.get("cx")) >= pageWide && emu(e.get("cy")) >= pageHigh {
				n++
			}
		case "frame": // of OpenDocument
			if k.child("image") != nil && points(k.get("width")) >= pageWide && points(k.get("height")) >= pageHigh {
				n++
			}
		}
	})
	return n
}

// emu reads a length in English Metric Units, in points.
func emu(s string) float64 {
	n, _ := strconv.ParseFloat(s, 64) // not a number is no large picture
	return n / 12700
}
