// Package ingesttest makes small files of word processors for tests.
package ingesttest

import (
	"archive/zip"
	"bytes"
	"fmt"
	"strings"
)

// Part is one file in an archive.
type Part struct{ Name, Content string }

// Zip packs parts into an archive, in their order. It panics where that
// fails, which memory does not.
func Zip(parts ...Part) []byte {
	var out bytes.Buffer
	z := zip.NewWriter(&out)
	for _, p := range parts {
		w, err := z.CreateHeader(&zip.FileHeader{Name: p.Name, Method: zip.Deflate})
		if err == nil {
			_, err = w.Write([]byte(p.Content))
		}
		if err != nil {
			panic(err)
		}
	}
	if err := z.Close(); err != nil {
		panic(err)
	}
	return out.Bytes()
}

const (
	wordSpace = `xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"`
	relSpace  = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
	header    = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>`
)

// DOCX makes a file of Word. body is what stands in w:body; the other parts
// (styles, numbering, footnotes, endnotes, comments, settings, header1) are
// what stands in their roots; aFChunk is a part in another format, as it is.
func DOCX(body string, parts ...Part) []byte {
	types := `<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>` + contentType("document", "document.main")
	rels, files := "", []Part(nil)
	for i, p := range parts {
		kind := strings.TrimRight(p.Name, "0123456789")
		types += contentType(p.Name, kind)
		rels += fmt.Sprintf(`<Relationship Id="rId%d" Type="%s%s" Target="%s.xml"/>`, i+1, relSpace, kind, p.Name)
		if kind == "aFChunk" {
			files = append(files, Part{"word/" + p.Name + ".xml", p.Content})
			continue
		}
		root := map[string]string{"header": "hdr", "footer": "ftr"}[kind]
		if root == "" {
			root = kind
		}
		files = append(files, Part{"word/" + p.Name + ".xml", fmt.Sprintf("%s<w:%s %s>%s</w:%s>", header, root, wordSpace, p.Content, root)})
	}
	return Zip(append([]Part{
		{"[Content_Types].xml", header + `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">` + types + `</Types>`},
		{"_rels/.rels", relations(`<Relationship Id="rId1" Type="` + relSpace + `officeDocument" Target="word/document.xml"/>`)},
		{"word/document.xml", fmt.Sprintf("%s<w:document %s><w:body>%s</w:body></w:document>", header, wordSpace, body)},
		{"word/_rels/document.xml.rels", relations(rels)},
	}, files...)...)
}

func contentType(part, kind string) string {
	return fmt.Sprintf(`<Override PartName="/word/%s.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.%s+xml"/>`, part, kind)
}

func relations(list string) string {
	return header + `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">` + list + `</Relationships>`
}

const openSpace = `xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xlink="http://www.w3.org/1999/xlink" office:version="1.3"`

// ODT makes an OpenDocument text. body stands in office:text, automatic in
// office:automatic-styles, styles in office:styles.
func ODT(body, automatic, styles string) []byte {
	return Zip(
		Part{"mimetype", "application/vnd.oasis.opendocument.text"},
		Part{"META-INF/manifest.xml", header + `<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" manifest:version="1.3"><manifest:file-entry manifest:full-path="/" manifest:media-type="application/vnd.oasis.opendocument.text"/><manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/><manifest:file-entry manifest:full-path="styles.xml" manifest:media-type="text/xml"/></manifest:manifest>`},
		Part{"content.xml", fmt.Sprintf("%s<office:document-content %s><office:automatic-styles>%s</office:automatic-styles><office:body><office:text>%s</office:text></office:body></office:document-content>", header, openSpace, automatic, body)},
		Part{"styles.xml", fmt.Sprintf("%s<office:document-styles %s><office:styles>%s</office:styles></office:document-styles>", header, openSpace, styles)},
	)
}

// Escape writes text so that it may stand in XML.
func Escape(s string) string {
	return strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;", `"`, "&quot;").Replace(s)
}
