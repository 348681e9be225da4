package ingesttest

import (
	"archive/zip"
	"bytes"
	"compress/flate"
	"compress/zlib"
	"fmt"
	"io/fs"
	"strings"
	"unicode/utf16"
)

// Outcome is what must come of a hostile file.
type Outcome string

// Outcomes: a clear error, a text, or either of them.
const (
	Refused Outcome = "refused"
	Read    Outcome = "read"
	Either  Outcome = "either"
)

// HostileFile is a file that means harm, or was harmed.
type HostileFile struct {
	Name string
	Data []byte
	Must Outcome
}

// hostileLaw is the law inside the hostile files. The words in its second
// article are formulas, scripts and control characters.
const hostileLaw = "# Act on Lanterns\n\n#### Article 1. Sale of children\n\nWhoever sells a child shall be punished with imprisonment of two years.\n\n" +
	"#### Article 2. <script>alert(1)</script>\n\nWhoever says =HYPERLINK(\"http://x\",\"y\") or \x1b]0;owned\x07 or \x1b[31mred\u202e or <img src=x onerror=alert(1)> to a child shall be punished.\n\n" +
	"#### Article 3. @SUM(1+1)\n\n=1+1 shall be punished with imprisonment of one year.\n\n#### Article 4. Attempt\n\nAttempt shall be punished.\n"

// HostileFiles makes more than two hundred files: laws in every format cut off
// at every tenth and bent in every tenth, bombs, cycles, lies about lengths and
// counts, passwords, mixed encodings, tricks in names and in words.
func HostileFiles() []HostileFile {
	var all []HostileFile
	for _, group := range [][]HostileFile{harmed(), textTricks(), zipTricks(), markupTricks(), pdfTricks(), wordTricks()} {
		all = append(all, group...)
	}
	return all
}

// harmed cuts whole files off at every tenth, and bends a byte in every tenth.
func harmed() []HostileFile {
	law := Law(hostileLaw)
	written := Law(strings.NewReplacer("\x1b", "", "\x07", "").Replace(hostileLaw)) // XML cannot hold them
	var out []HostileFile
	for _, whole := range []HostileFile{
		{Name: "law.md", Data: []byte(hostileLaw)}, {Name: "law.txt", Data: []byte(LawText(law, 60))}, {Name: "law.html", Data: LawHTML(law)},
		{Name: "law.rtf", Data: LawRTF(law)}, {Name: "law.docx", Data: LawDOCX(written)}, {Name: "law.odt", Data: LawODT(written)},
		{Name: "law.pdf", Data: LawPDF(law, 1)}, {Name: "columns.pdf", Data: LawPDF(law, 2)}, {Name: "law.xml", Data: []byte(legalXML)},
		{Name: "law.zip", Data: Zip(Part{"a.md", hostileLaw}, Part{"b.html", string(LawHTML(law))})},
	} {
		whole.Must = Read
		out = append(out, whole)
		for tenth := 1; tenth < 10; tenth++ {
			at := len(whole.Data) * tenth / 10
			bent := bytes.Clone(whole.Data)
			bent[at] ^= 0x35
			out = append(out, HostileFile{fmt.Sprintf("cut-%d-%s", tenth, whole.Name), whole.Data[:at], Either},
				HostileFile{fmt.Sprintf("bent-%d-%s", tenth, whole.Name), bent, Either})
		}
	}
	return out
}

const legalXML = `<akomaNtoso><act><body><article><num>1</num><heading>Sale</heading><content><p>Whoever sells a child shall be punished.</p></content></article>` +
	`<article><num>2</num><content><p>Attempt shall be punished.</p></content></article></body></act></akomaNtoso>`

// textTricks are plain texts in which encodings, lines and signs lie.
func textTricks() []HostileFile {
	wide := func(s string) string {
		var b strings.Builder
		for _, u := range utf16.Encode([]rune(s)) {
			b.WriteByte(byte(u))
			b.WriteByte(byte(u >> 8))
		}
		return b.String()
	}
	article := "Article 1\nWhoever sells a child shall be punished.\n"
	return []HostileFile{
		{"empty.txt", nil, Refused}, {"blank.txt", []byte(" \n\t\r\n "), Refused}, {"mark.txt", []byte("\ufeff"), Refused},
		{"nul.txt", []byte(strings.Repeat("\x00", 10_000)), Refused},
		{"nul-inside.txt", []byte("Article 1\nWhoever\x00 sells a child\x00 shall be punished.\n"), Either},
		{"mixed.txt", []byte(article + "Article 2\nL'\xe9tat \xc3\xa9tat \x93quoted\x94\n" + wide("Article 3\n") + "\xff\xfe\x80"), Either},
		{"wide.txt", []byte("\xff\xfe" + wide(article)), Read}, {"wide-odd.txt", []byte("\xff\xfe" + wide(article) + "A"), Either},
		{"wide-unmarked.txt", []byte(wide(article)), Either}, {"surrogates.txt", []byte("\xff\xfeA\x00\x00\xd8\x00\xd8B\x00"), Either},
		{"invalid.txt", []byte(strings.Repeat("\xff\xfe\xfd\xfc", 5000)), Either},
		{"control.txt", []byte("Article 1\n\x1b[2J\x1b]0;x\x07\x9b31m Whoever sells a child \x08\x08 shall be punished.\n"), Either},
		{"marks.txt", []byte("Article 1\nWhoever s" + strings.Repeat("\u0301", 50_000) + "ells a child shall be punished.\n"), Either},
		{"bidi.txt", []byte("Article 1\n\u202e\u2066Whoever sells a child\u2069 shall be punished.\n"), Read},
		{"one-line.txt", []byte("Article 1 " + strings.Repeat("Whoever sells a child shall be punished. ", 20_000)), Either},
		{"articles.txt", []byte(strings.Repeat("Article 1\n", 40_000)), Either},
		{"numbers.txt", []byte(strings.Repeat("1.\n", 60_000)), Either},
		{"five-by-five.txt", []byte(strings.Repeat("Section 1\nSection 2\nSection 3\nSection 4\nSection 5\n", 20_000)), Either},
		{"acts.txt", []byte(strings.Repeat("ACT OF LAW\nSection 1. Whoever kills shall be punished.\nSection 2. Whoever steals shall be punished.\n", 10_000)), Either},
		{"brackets.txt", []byte("Article 1\n" + strings.Repeat("(a) ", 60_000)), Either},
		{"growing.txt", []byte("Article 999999999999999999999999\nx\nArticle -1\ny\nArticle 1e9\nz\n"), Either},
		{"stars.md", []byte("#### Article 1\n\n" + strings.Repeat("*", 100_000) + "a"), Either},
		{"links.md", []byte("#### Article 1\n\n" + strings.Repeat("[", 50_000) + strings.Repeat("](x)", 50_000)), Either},
		{"notes.md", []byte("#### Article 1\n\nOne[^1].\n\n[^1]: see [^1] and [^1]\n"), Either},
		{"table.md", []byte("#### Article 1\n\n" + strings.Repeat("|", 100_000) + "\n|---|\n"), Either},
		{"front.md", []byte("---\ntitle: " + strings.Repeat("x", 100_000)), Either},
	}
}

// markupTricks are HTML, XML and RTF that nest, repeat and refer to themselves.
func markupTricks() []HostileFile {
	laughs := `<?xml version="1.0"?><!DOCTYPE a [<!ENTITY a "ha">`
	for c := 'b'; c < 'm'; c++ {
		laughs += fmt.Sprintf("<!ENTITY %c %q>", c, strings.Repeat("&"+string(c-1)+";", 10))
	}
	deep := func(open, middle, shut string, n int) []byte {
		return []byte(strings.Repeat(open, n) + middle + strings.Repeat(shut, n))
	}
	akoma := func(body string) []byte {
		return []byte("<akomaNtoso><act><body>" + body + "</body></act></akomaNtoso>")
	}
	return []HostileFile{
		{"laughs.xml", []byte(laughs + `]><akomaNtoso><act>&l;</act></akomaNtoso>`), Refused},
		{"outside.xml", []byte(`<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><akomaNtoso><act><body><article><num>1</num><content><p>&x;</p></content></article></body></act></akomaNtoso>`), Refused},
		{"deep.xml", akoma(string(deep("<p>", "x", "</p>", 100_000))), Refused}, {"open.xml", []byte("<akomaNtoso>" + strings.Repeat("<p>", 100_000)), Refused},
		{"attributes.xml", akoma("<p " + manyAttributes(50_000) + ">x</p>"), Either}, {"unknown.xml", []byte("<note>x</note>"), Either},
		{"badcharset.xml", []byte(`<?xml version="1.0" encoding="nonsense"?><akomaNtoso/>`), Refused},
		{"deep.html", append([]byte("<html><body>"), deep("<div>", "Article 1", "</div>", 100_000)...), Refused},
		{"deep-inline.html", append([]byte("<html><body>"), deep("<b>", "Article 1", "</b>", 3000)...), Refused},
		{"below-limit.html", append([]byte("<html><body>"), deep("<div>", "<p>Article 1</p><p>Whoever sells a child shall be punished.</p>", "</div>", 300)...), Read},
		{"tables.html", append([]byte("<html><body>"), deep("<table><tr><td>", "Article 1", "</td></tr></table>", 100)...), Either},
		{"styles.html", []byte("<html><head>" + strings.Repeat("<style>p{margin-left:1px}</style>", 20_000) + "</head><body><p>Article 1</p></body></html>"), Either},
		{"script.html", []byte("<html><body><script>Article 1 Whoever sells a child</script><p onclick=x>Article 1</p><p>No one steals.</p></body></html>"), Read},
		{"unclosed.html", []byte("<html><body><p title=\"Article 1"), Either}, {"comment.html", []byte("<html><!-- Article 1"), Either},
		{"entities.html", []byte("<html><body><p>Article 1</p><p>" + strings.Repeat("&#1114112;&#x0;&bogus;", 5000) + "</p></body></html>"), Either},
		{"deep.rtf", append([]byte(`{\rtf1 `), deep("{", "Article 1", "}", 100_000)...), Refused},
		{"bin.rtf", []byte(`{\rtf1 \bin999999999999 Article 1}`), Either}, {"unicode.rtf", []byte(`{\rtf1 Article 1\par\u-99999999999?\uc999999999 x}`), Either},
		{"picture.rtf", []byte(`{\rtf1 Article 1\par{\pict ` + strings.Repeat("00", 100_000) + `}}`), Either},
	}
}

func manyAttributes(n int) string {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, "a%d='1' ", i)
	}
	return b.String()
}

// zipTricks are archives that unpack to more than they say, or to elsewhere.
func zipTricks() []HostileFile {
	law := Part{"law.md", hostileLaw}
	var many []Part
	for i := range 21_000 {
		many = append(many, Part{fmt.Sprintf("%d.txt", i), ""})
	}
	bomb := strings.Repeat("Article 1 ", 4<<20)
	lied := Zip(law)
	crc := bytes.Clone(lied)
	crc[bytes.Index(crc, []byte("PK\x01\x02"))+16] ^= 0xff
	size := bytes.Clone(lied)
	copy(size[bytes.Index(size, []byte("PK\x01\x02"))+24:], "\x01\x00\x00\x00")
	large := bytes.Clone(lied)
	copy(large[bytes.Index(large, []byte("PK\x01\x02"))+20:], "\xfe\xff\xff\xff\xfe\xff\xff\xff")
	secret := bytes.Clone(lied)
	secret[bytes.Index(secret, []byte("PK\x01\x02"))+8] |= 1
	secret[6] |= 1
	count := bytes.Clone(lied)
	copy(count[bytes.LastIndex(count, []byte("PK\x05\x06"))+8:], "\xff\xff\xff\xff")
	return []HostileFile{
		{"bomb.zip", Zip(Part{"a.txt", bomb}), Refused}, {"bomb.docx", DOCX("<w:p><w:r><w:t>" + bomb + "</w:t></w:r></w:p>"), Refused},
		{"bomb.odt", ODT("<text:p>"+bomb+"</text:p>", "", ""), Refused}, {"bombs.zip", Zip(Part{"a.txt", bomb[:9<<20]}, Part{"b.txt", bomb[:9<<20]}), Either},
		{"inside.zip", Zip(Part{"a.zip", string(Zip(law))}), Refused}, {"many.zip", Zip(many...), Refused}, {"nothing.zip", Zip(), Refused},
		{"overlap.zip", overlapping(5000), Either}, {"crc.zip", crc, Refused}, {"size.zip", size, Either}, {"large.zip", large, Refused},
		{"secret.zip", secret, Refused}, {"count.zip", count, Either}, {"tail.zip", []byte("PK\x05\x06" + strings.Repeat("\x00", 18)), Refused},
		{"up.zip", Zip(Part{"../../../../etc/cron.d/x.md", hostileLaw}), Read}, {"root.zip", Zip(Part{"/etc/passwd.md", hostileLaw}), Read},
		{"drive.zip", Zip(Part{`C:\Windows\x.md`, hostileLaw}), Read}, {"twice.zip", Zip(law, law, law), Read},
		{"dots.zip", Zip(Part{"..", hostileLaw}, Part{".", hostileLaw}, Part{"", hostileLaw}), Refused},
		{"long.zip", Zip(Part{strings.Repeat("a/", 20_000) + "x.md", hostileLaw}), Either},
		{"signs.zip", Zip(Part{"\x1b[31m\x00=1+1\n<b>.md", hostileLaw}), Either}, {"link.zip", linked("/etc/passwd"), Refused},
		{"folder.zip", Zip(Part{"a/", ""}), Refused}, {"prefix.zip", append([]byte("MZ"), lied...), Refused},
	}
}

// overlapping is an archive whose directory lists one packed file many times.
func overlapping(n int) []byte {
	one := Zip(Part{"law.md", strings.Repeat(hostileLaw, 50)})
	from, to := bytes.Index(one, []byte("PK\x01\x02")), bytes.LastIndex(one, []byte("PK\x05\x06"))
	entry, end := one[from:to], bytes.Clone(one[to:])
	out := append(bytes.Clone(one[:from]), bytes.Repeat(entry, n)...)
	put := func(at, bytes, v int) {
		for i := range bytes {
			end[at+i] = byte(v >> (8 * i))
		}
	}
	put(8, 2, n)
	put(10, 2, n)
	put(12, 4, n*len(entry))
	return append(out, end...)
}

// linked is an archive with a symbolic link.
func linked(to string) []byte {
	var out bytes.Buffer
	z := zip.NewWriter(&out)
	h := &zip.FileHeader{Name: "law.txt"}
	h.SetMode(fs.ModeSymlink | 0o777)
	w, err := z.CreateHeader(h)
	if err == nil {
		_, err = w.Write([]byte(to))
	}
	if err != nil || z.Close() != nil {
		panic("an archive in memory cannot fail")
	}
	return out.Bytes()
}

// wordTricks are word processor files whose styles, numbers and fields refer to themselves.
func wordTricks() []HostileFile {
	text := `<w:p><w:pPr><w:pStyle w:val="A"/><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr><w:r><w:t>Whoever sells a child shall be punished.</w:t></w:r></w:p>`
	style := func(id, on string) string {
		return fmt.Sprintf(`<w:style w:type="paragraph" w:styleId="%s"><w:name w:val="%s"/><w:basedOn w:val="%s"/></w:style>`, id, id, on)
	}
	numbers := func(format, pattern string) Part {
		return Part{"numbering", fmt.Sprintf(`<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="2147483647"/><w:numFmt w:val="%s"/><w:lvlText w:val="%s"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>`, format, pattern)}
	}
	field := `<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r></w:p>`
	ole := "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + strings.Repeat("\x00", 600) + "E\x00n\x00c\x00r\x00y\x00p\x00t\x00e\x00d\x00P\x00a\x00c\x00k\x00a\x00g\x00e\x00" + strings.Repeat("\x00", 2000)
	return []HostileFile{
		{"style-cycle.docx", DOCX(text, Part{"styles", style("A", "B") + style("B", "A")}), Read}, {"style-self.docx", DOCX(text, Part{"styles", style("A", "A")}), Read},
		{"roman.docx", DOCX(text, numbers("lowerRoman", "%1.")), Either}, {"letters.docx", DOCX(text, numbers("lowerLetter", strings.Repeat("%1", 1000))), Either},
		{"fields.docx", DOCX(strings.Repeat(field, 20_000) + text), Either}, {"no-body.docx", Zip(Part{"word/document.xml", "<w:document/>"}), Refused},
		{"deep.docx", DOCX(strings.Repeat("<w:sdt><w:sdtContent>", 5000) + text + strings.Repeat("</w:sdtContent></w:sdt>", 5000)), Refused},
		{"cells.docx", DOCX(strings.Repeat("<w:tbl><w:tr><w:tc>", 50) + text + strings.Repeat("</w:tc></w:tr></w:tbl>", 50)), Either},
		{"note-cycle.docx", DOCX(`<w:p><w:r><w:t>Article 1</w:t><w:footnoteReference w:id="1"/></w:r></w:p>`, Part{"footnotes", `<w:footnote w:id="1"><w:p><w:r><w:t>x</w:t><w:footnoteReference w:id="1"/></w:r></w:p></w:footnote>`}), Either},
		{"external.docx", DOCX(text + `<w:p><w:r><w:object><o:OLEObject Target="file:///etc/passwd"/></w:object></w:r></w:p>`), Either},
		{"style-cycle.odt", ODT(`<text:p text:style-name="A">Article 1</text:p>`, `<style:style style:name="A" style:parent-style-name="B"/><style:style style:name="B" style:parent-style-name="A"/>`, ""), Read},
		{"spaces.odt", ODT(`<text:p>Article 1<text:s text:c="2147483647"/>x</text:p>`, "", ""), Either},
		{"repeat.odt", ODT(`<table:table><table:table-row table:number-rows-repeated="2147483647"><table:table-cell table:number-columns-repeated="2147483647"><text:p>Article 1</text:p></table:table-cell></table:table-row></table:table>`, "", ""), Either},
		{"secret.docx", []byte(ole), Refused}, {"secret.odt", Zip(Part{"mimetype", "application/vnd.oasis.opendocument.text"}, Part{"META-INF/manifest.xml", "<manifest:encryption-data/>"}, Part{"content.xml", "x"}), Refused},
		{"sheet.xlsx", Zip(Part{"xl/workbook.xml", "<workbook/>"}), Refused}, {"picture.png", []byte("\x89PNG\r\n\x1a\n\x00\x00"), Refused}, {"program.exe", []byte("MZ\x90\x00\x03\x00\x00\x00"), Refused},
	}
}

// packed packs data n times over with Flate.
func packed(data []byte, n int) []byte {
	for range n {
		var out bytes.Buffer
		w, err := zlib.NewWriterLevel(&out, flate.BestSpeed)
		if err == nil {
			_, err = w.Write(data)
		}
		if err != nil || w.Close() != nil {
			panic("packing in memory cannot fail")
		}
		data = out.Bytes()
	}
	return data
}
