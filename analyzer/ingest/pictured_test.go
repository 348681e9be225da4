package ingest

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"lacuna/analyzer/ingest/ingesttest"
	"lacuna/analyzer/message"
)

// drawn writes a paragraph of Word that holds a picture of this size in centimetres.
func drawn(wide, high int) string {
	return fmt.Sprintf(`<w:p><w:r><w:drawing><wp:inline xmlns:wp="p"><wp:extent cx="%d" cy="%d"/><a:blip xmlns:a="a"/></wp:inline></w:drawing></w:r></w:p>`, wide*360000, high*360000)
}

// TestLargePicturesAreNoted: words in pictures are not read from pages and files of
// Word, which is said; a coat of arms or an icon is none of that.
func TestLargePicturesAreNoted(t *testing.T) {
	for name, c := range map[string]struct {
		file string
		note string
	}{
		"a page with a scan":         {`<html><body><p>Article 1. Text.</p><img src="p2.png" width="800" height="1100"></body></html>`, "1 large picture"},
		"a page with a coat of arms": {`<html><body><img src="arms.png" width="90px" height="120px"><p>Article 1. Text.</p></body></html>`, ""},
		"a page with a scan inside":  {`<html><body><p>Article 1. Text.</p><img src="data:image/png;base64,` + strings.Repeat("A", 50<<10) + `"></body></html>`, "1 large picture"},
		"a page with an icon inside": {`<html><body><p>Article 1. Text.</p><img src="data:image/png;base64,AAAA"></body></html>`, ""},
		"Word with two scans":        {string(ingesttest.DOCX(plain("Article 1. Text.") + drawn(16, 20) + drawn(16, 20))), "2 large pictures"},
		"OpenDocument with a scan":   {string(ingesttest.ODT(`<text:p>Article 1. Text.<draw:frame xmlns:draw="d" xmlns:svg="s" svg:width="16cm" svg:height="20cm"><draw:image/></draw:frame></text:p>`, "", "")), "1 large picture"},
		"Word with a seal":           {string(ingesttest.DOCX(plain("Article 1. Text.") + drawn(3, 3))), ""},
	} {
		t.Run(name, func(t *testing.T) {
			src := read(t, c.file)
			noted := slices.ContainsFunc(src.Warnings, func(w message.Message) bool { return strings.Contains(w.String(), "large picture") })
			if noted != (c.note != "") || noted && !strings.Contains(strings.Join(src.Warnings.English(), "\n"), c.note) {
				t.Errorf("warnings %q, want one on %q", src.Warnings, c.note)
			}
		})
	}
}
