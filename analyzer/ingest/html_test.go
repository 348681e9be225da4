package ingest

import (
	"strings"
	"testing"

	"lacuna/analyzer/ingest/ingesttest"
)

func TestListsAsStyleSheetsMarkThem(t *testing.T) {
	src := read(t, `<!DOCTYPE html><html><head><style>
ol.letters{list-style-type:lower-alpha} .none{list-style:none} ol.p{list-style:none;counter-reset:p 4} ol.p>li{counter-increment:p} ol.p>li::before{content:"(" counter(p) ")\00a0"}
h2::before{counter-increment:art;content:'Article ' counter(art, upper-roman) ". "} .icon:before{content:"»"} div.x li{display:none}</style></head><body>
<h2>Lanterns</h2><ol class=letters><li>green<li value=4>large<ol style="list-style: lower-roman outside"><li>very<li>most</ol></ol>
<h2>Candles</h2><ol class=p><li>one<li>two</ol><ol class=none><li>(1) own</ol><ol reversed><li>two<li>one</ol><ul class=none><li>bare</ul>
<p class=icon>text</p><ul class=x><li>shown</ul><div class=x><ul><li>not shown</ul></div></body></html>`)
	wantLines(t, src, "Article I. Lanterns", "a. green", "d. large", "i. very", "ii. most", "Article II. Candles", "(5) one", "(6) two", "(1) own", "2. two", "1. one", "bare", "text", "• shown")
}

func TestPartsOfTheSiteAreLeftOut(t *testing.T) {
	law := strings.Repeat("<p>Whoever lights a lantern in the harbour is fined by the master.</p>", 30)
	src := read(t, `<!DOCTYPE html><html><body><header><a href=/>Government</a></header><div role=navigation>Home &gt; Acts</div><div id=menu><a href=/a>All acts</a> <a href=/b>Contact</a></div>
<main><h1>Lantern Act</h1>`+law+`<footer>1 As amended in 2019.</footer></main><div class="footer">Section 9 is a footer by name only</div><footer>Contact us</footer></body></html>`)
	wantLines(t, src, append(append([]string{"Lantern Act"}, strings.Split(strings.TrimSpace(strings.Repeat("Whoever lights a lantern in the harbour is fined by the master.\n", 30)), "\n")...),
		"1 As amended in 2019.", "Section 9 is a footer by name only")...)
	if len(src.Left) != 4 || src.Left[0].Kind != "part of the web site" || src.Left[0].Text != "Government" {
		t.Errorf("left out: %+v", src.Left)
	}
	if src := read(t, `<!DOCTYPE html><html><body><div style="display:none">`+law+`</div><p>Menu</p></body></html>`); len(src.Blocks) != 31 {
		t.Errorf("%d blocks of a page that a script unfolds, want 31", len(src.Blocks))
	}
}

func TestSavedPages(t *testing.T) {
	page := "From: <Saved by Browser>\r\nSubject: Lantern Act\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\ttype=\"text/html\";\r\n\tboundary=\"--b1\"\r\n\r\n" +
		"----b1\r\nContent-Type: image/png\r\nContent-Transfer-Encoding: base64\r\n\r\niVBORw0KGgo=\r\n" +
		"----b1\r\nContent-Type: text/html; charset=\"windows-1251\"\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n<html><body><h1>=C7=E0=EA=EE=ED</h1><p>one long =\r\nline</p></body></html>\r\n----b1--\r\n"
	wantLines(t, read(t, page), "Закон", "one long line")
}

func TestElectronicBooks(t *testing.T) {
	pages := []ingesttest.Part{
		{Name: "mimetype", Content: "application/epub+zip"},
		{Name: "META-INF/container.xml", Content: `<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles><rootfile full-path="OEBPS/book.opf"/></rootfiles></container>`},
		{Name: "OEBPS/book.opf", Content: `<package xmlns:dc="http://purl.org/dc/elements/1.1/"><metadata><dc:title>Lantern Act</dc:title><dc:language>fr-BE</dc:language></metadata><manifest>
<item id="n" href="nav.xhtml" properties="nav"/><item id="b" href="text/b%20b.xhtml"/><item id="a" href="text/a.xhtml"/></manifest><spine><itemref idref="n"/><itemref idref="a"/><itemref idref="b"/></spine></package>`},
		{Name: "OEBPS/nav.xhtml", Content: "<html><body><p>Contents</p></body></html>"},
		{Name: "OEBPS/text/a.xhtml", Content: "<?xml version='1.0'?><html><body><h1>Article 1</h1><p>One.</p></body></html>"},
		{Name: "OEBPS/text/b b.xhtml", Content: "<html><body><h1>Article 2</h1><p>Two.</p></body></html>"},
	}
	src := read(t, string(ingesttest.Zip(pages...)))
	wantLines(t, src, "Article 1", "One.", "Article 2", "Two.")
	if src.Title != "Lantern Act" || src.Language != "fr" || src.Format != "epub" {
		t.Errorf("title %q, language %q, format %q", src.Title, src.Language, src.Format)
	}
	if _, err := Read(t.Context(), "book.epub", ingesttest.Zip(pages[0]), Limits{}); err == nil || !strings.Contains(err.Error(), "damaged") {
		t.Errorf("a book without pages: %v", err)
	}
}
