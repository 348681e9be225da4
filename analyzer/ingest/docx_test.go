package ingest

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"lacuna/analyzer/document"
	"lacuna/analyzer/ingest/ingesttest"
)

// lvl writes a level of a list; more are further elements in it.
func lvl(at int, format, text string, more ...string) string {
	return fmt.Sprintf(`<w:lvl w:ilvl="%d"><w:start w:val="1"/><w:numFmt w:val="%s"/>%s<w:lvlText w:val="%s"/></w:lvl>`, at, format, strings.Join(more, ""), text)
}

func abstract(id string, levels ...string) string {
	return fmt.Sprintf(`<w:abstractNum w:abstractNumId="%s">%s</w:abstractNum>`, id, strings.Join(levels, ""))
}

func num(id, abstract string, more ...string) string {
	return fmt.Sprintf(`<w:num w:numId="%s"><w:abstractNumId w:val="%s"/>%s</w:num>`, id, abstract, strings.Join(more, ""))
}

// item writes a paragraph of a list, plain one outside any.
func item(id string, at int, text string) string {
	return fmt.Sprintf(`<w:p><w:pPr><w:numPr><w:ilvl w:val="%d"/><w:numId w:val="%s"/></w:numPr></w:pPr><w:r><w:t>%s</w:t></w:r></w:p>`, at, id, text)
}

func plain(text string) string { return `<w:p><w:r><w:t>` + text + `</w:t></w:r></w:p>` }

func styled(style, text string) string {
	return fmt.Sprintf(`<w:p><w:pPr><w:pStyle w:val="%s"/></w:pPr><w:r><w:t>%s</w:t></w:r></w:p>`, style, text)
}

func TestNumbersOfWord(t *testing.T) {
	for name, c := range map[string]struct {
		numbering, body string
		want            []string // as Word shows it
	}{
		"levels restart below a higher one": {
			abstract("0", lvl(0, "decimal", "Article %1."), lvl(1, "decimal", "(%2)"), lvl(2, "lowerLetter", "%3)")) + num("1", "0"),
			item("1", 0, "Lanterns") + item("1", 1, "one") + item("1", 2, "x") + item("1", 2, "y") + item("1", 1, "two") + item("1", 2, "z") + item("1", 0, "Candles") + item("1", 1, "one"),
			[]string{"Article 1. Lanterns", "(1) one", "a) x", "b) y", "(2) two", "a) z", "Article 2. Candles", "(1) one"},
		},
		"numbers of all levels, legal": {
			abstract("0", lvl(0, "upperRoman", "%1"), lvl(1, "decimal", "%1.%2"), lvl(2, "decimal", "%1.%2.%3", "<w:isLgl/>")) + num("1", "0"),
			item("1", 0, "A") + item("1", 0, "B") + item("1", 1, "C") + item("1", 2, "D"),
			[]string{"I A", "II B", "II.1 C", "2.1.1 D"},
		},
		"a level that never restarts, one that restarts only at the top": {
			abstract("0", lvl(0, "upperRoman", "Part %1"), lvl(1, "upperLetter", "%2."), lvl(2, "decimal", "§ %3", `<w:lvlRestart w:val="0"/>`), lvl(3, "lowerRoman", "(%4)", `<w:lvlRestart w:val="1"/>`)) + num("1", "0"),
			item("1", 0, "p") + item("1", 1, "c") + item("1", 2, "s") + item("1", 3, "i") + item("1", 2, "s") + item("1", 3, "i") + item("1", 0, "p") + item("1", 2, "s") + item("1", 3, "i"),
			[]string{"Part I p", "A. c", "§ 1 s", "(i) i", "§ 2 s", "(ii) i", "Part II p", "§ 3 s", "(i) i"},
		},
		"two instances count on in one list, an override starts anew": {
			abstract("0", lvl(0, "decimal", "%1.")) + num("1", "0") + num("2", "0") + num("3", "0", `<w:lvlOverride w:ilvl="0"><w:startOverride w:val="7"/></w:lvlOverride>`),
			item("1", 0, "a") + item("2", 0, "b") + item("3", 0, "c") + item("3", 0, "d") + item("1", 0, "e"),
			[]string{"1. a", "2. b", "7. c", "8. d", "9. e"},
		},
		"an instance with a level of its own": {
			abstract("0", lvl(0, "decimal", "%1.")) + num("1", "0") + num("2", "0", `<w:lvlOverride w:ilvl="0">`+lvl(0, "lowerLetter", "(%1)")+`</w:lvlOverride>`),
			item("1", 0, "a") + item("2", 0, "b") + item("2", 0, "c"),
			[]string{"1. a", "(b) b", "(c) c"},
		},
		"a lower level first": {
			abstract("0", lvl(0, "decimal", "%1."), lvl(1, "decimal", "%1.%2")) + num("1", "0"),
			item("1", 1, "a") + item("1", 1, "b") + item("1", 0, "c"),
			[]string{"1.1 a", "1.2 b", "2. c"},
		},
		"nothing between number and text, a bullet, no list, plain text between": {
			abstract("0", lvl(0, "decimal", "%1)", `<w:suff w:val="nothing"/>`)) + abstract("1", lvl(0, "bullet", "\uf0b7")) + num("1", "0") + num("2", "1"),
			item("1", 0, " a") + item("2", 0, "b") + item("0", 0, "c") + plain("d") + item("1", 0, "e"),
			[]string{"1) a", "• b", "c", "d", "2)e"},
		},
		"letters after the last": {
			abstract("0", `<w:lvl w:ilvl="0"><w:start w:val="26"/><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="(%1)"/></w:lvl>`) + num("1", "0"),
			item("1", 0, "a") + item("1", 0, "b") + item("1", 0, "c"),
			[]string{"(z) a", "(aa) b", "(bb) c"},
		},
		"a pattern with zeros": {
			abstract("0", `<w:lvl w:ilvl="0"><w:start w:val="9"/><mc:AlternateContent><mc:Choice Requires="w14"><w:numFmt w:val="custom" w:format="001, 002, 003, ..."/></mc:Choice><mc:Fallback><w:numFmt w:val="decimal"/></mc:Fallback></mc:AlternateContent><w:lvlText w:val="%1"/></w:lvl>`) + num("1", "0"),
			item("1", 0, "a") + item("1", 0, "b"),
			[]string{"009 a", "010 b"},
		},
	} {
		t.Run(name, func(t *testing.T) {
			src := read(t, string(ingesttest.DOCX(c.body, ingesttest.Part{Name: "numbering", Content: c.numbering})))
			wantLines(t, src, c.want...)
		})
	}
}

func TestNumberFormats(t *testing.T) {
	for _, c := range []struct {
		format, language string
		n                int
		want             string
	}{
		{"decimal", "", 12, "12"}, {"upperRoman", "", 1994, "MCMXCIV"}, {"lowerRoman", "", 4, "iv"}, {"upperLetter", "", 28, "BB"},
		{"decimalZero", "", 7, "07"}, {"ordinal", "en", 22, "22nd"}, {"ordinal", "en", 11, "11th"}, {"ordinal", "fr", 1, "1er"}, {"ordinal", "fr", 2, "2e"},
		{"ordinal", "es", 3, "3º"}, {"ordinal", "de", 3, "3."}, {"cardinalText", "en", 121, "One hundred twenty-one"}, {"ordinalText", "en", 20, "Twentieth"}, {"ordinalText", "fr", 1, "Premier"}, {"ordinalText", "pt", 12, "Décimo segundo"}, {"cardinalText", "ru", 3, "Три"},
		{"ordinalText", "en", 32, "Thirty-second"}, {"russianLower", "", 10, "к"}, {"arabicAbjad", "", 11, "يأ"}, {"arabicAlpha", "", 2, "ب"}, {"hebrew1", "", 15, "טו"},
		{"hebrew1", "", 115, "קטו"}, {"decimalEnclosedCircle", "", 3, "③"}, {"numberInDash", "", 3, "- 3 -"}, {"chicago", "", 5, "**"},
		{"decimalFullWidth", "", 10, "１０"}, {"chineseCounting", "", 21, "二十一"}, {"hex", "", 26, "1A"}, {"none", "", 3, ""},
	} {
		if got, known := formatNumber(c.format, c.language, c.n); got != c.want || !known {
			t.Errorf("%s (%s) of %d is %q, known %v; want %q", c.format, c.language, c.n, got, known, c.want)
		}
	}
	if got, known := formatNumber("cardinalText", "eu", 3); got != "3" || known {
		t.Errorf("an unknown format gave %q, known %v", got, known)
	}
}

func TestStylesOfWord(t *testing.T) {
	styles := `<w:docDefaults><w:rPrDefault><w:rPr><w:lang w:val="en-GB"/></w:rPr></w:rPrDefault></w:docDefaults>
<w:style w:type="paragraph" w:default="1" w:styleId="Standard"><w:name w:val="Normal"/></w:style>
<w:style w:type="paragraph" w:styleId="berschrift1"><w:name w:val="heading 1"/><w:basedOn w:val="Standard"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr><w:jc w:val="center"/><w:outlineLvl w:val="0"/></w:pPr><w:rPr><w:b/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="Artikel"><w:name w:val="Artikel"/><w:basedOn w:val="berschrift1"/><w:pPr><w:jc w:val="left"/><w:outlineLvl w:val="3"/></w:pPr><w:rPr><w:b w:val="0"/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="Titel"><w:name w:val="Title"/></w:style>
<w:style w:type="paragraph" w:styleId="Verzeichnis1"><w:name w:val="toc 1"/></w:style>
<w:style w:type="character" w:styleId="Fett"><w:name w:val="Strong"/><w:rPr><w:b/></w:rPr></w:style>`
	numbering := abstract("0", lvl(0, "ordinalText", "%1 Part:", `<w:pStyle w:val="berschrift1"/>`), lvl(1, "decimal", "Article %2 -", `<w:pStyle w:val="Artikel"/>`, `<w:lvlRestart w:val="0"/>`)) + num("1", "0")
	src := read(t, string(ingesttest.DOCX(
		styled("Titel", "Lantern Act")+styled("Verzeichnis1", "Article 1 ..... 3")+styled("berschrift1", "General")+styled("Artikel", "Lanterns")+
			`<w:p><w:pPr><w:ind w:left="720" w:hanging="360"/></w:pPr><w:r><w:rPr><w:rStyle w:val="Fett"/></w:rPr><w:t>Whoever</w:t></w:r></w:p>`+
			styled("berschrift1", "Special")+styled("Artikel", "Candles")+
			`<w:p><w:pPr><w:pStyle w:val="Artikel"/><w:numPr><w:numId w:val="0"/></w:numPr><w:outlineLvl w:val="9"/></w:pPr><w:r><w:t>unnumbered</w:t></w:r></w:p>`,
		ingesttest.Part{Name: "styles", Content: styles}, ingesttest.Part{Name: "numbering", Content: numbering})))
	wantLines(t, src, "Lantern Act", "Article 1 ..... 3", "First Part: General", "Article 1 - Lanterns", "Whoever", "Second Part: Special", "Article 2 - Candles", "unnumbered")
	b := src.Blocks
	if b[0].Level != 1 || b[1].Kind != document.Contents || b[2].Level != 1 || !b[2].Center || !b[2].Bold || b[3].Level != 4 || b[3].Center || b[3].Bold {
		t.Errorf("blocks %+v", b[:4])
	}
	if !b[4].Bold || b[4].Indent != 18 || b[7].Kind != document.Paragraph {
		t.Errorf("blocks %+v, %+v", b[4], b[7])
	}
}

func TestTextOfWord(t *testing.T) {
	body := `<w:p><w:r><w:t xml:space="preserve">Whoever </w:t></w:r><w:hyperlink><w:r><w:t>lights</w:t></w:r></w:hyperlink><w:r><w:tab/><w:t>a lan</w:t><w:softHyphen/><w:t>tern</w:t><w:noBreakHyphen/><w:t>light</w:t></w:r>` +
		`<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:t>2</w:t></w:r><w:r><w:footnoteReference w:id="5"/></w:r><w:r><w:rPr><w:vanish/></w:rPr><w:t>secret</w:t></w:r><w:r><w:rPr><w:strike/></w:rPr><w:t>gone</w:t></w:r>` +
		`<w:r><w:br/><w:t>in a harbour:</w:t><w:br/><w:t>(a) by night</w:t></w:r><w:r><w:endnoteReference w:id="2"/></w:r></w:p>` +
		`<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> REF </w:instrText></w:r><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>X</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>no</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>Section 5</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r><w:fldSimple w:instr="PAGE"><w:r><w:t> applies</w:t></w:r></w:fldSimple><w:r><w:sym w:font="Symbol" w:char="F061"/><w:sym w:font="Wingdings" w:char="F0FC"/></w:r></w:p>` +
		`<w:sdt><w:sdtContent><w:p><mc:AlternateContent><mc:Choice Requires="x"><w:r><w:t>chosen</w:t></w:r></mc:Choice><mc:Fallback><w:r><w:t>old</w:t></w:r></mc:Fallback></mc:AlternateContent></w:p></w:sdtContent></w:sdt>` +
		`<w:tbl><w:tr><w:tc>` + plain("Crime") + `</w:tc><w:tc>` + plain("Fine") + `</w:tc></w:tr><w:tr><w:tc>` + plain("Arson") + `</w:tc><w:tc><w:p/>` + plain("5 crowns") + `</w:tc></w:tr></w:tbl>` +
		`<w:tbl><w:tr><w:tc>` + plain("left one") + plain("left two") + `</w:tc><w:tc>` + plain("right") + `</w:tc></w:tr></w:tbl>` +
		`<w:p><w:r><w:pict><x><w:txbxContent>` + plain("in a box") + `</w:txbxContent></x></w:pict><w:t>beside a box</w:t></w:r></w:p>`
	src := read(t, string(ingesttest.DOCX(body,
		ingesttest.Part{Name: "footnotes", Content: `<w:footnote w:id="5"><w:p><w:r><w:footnoteRef/><w:t xml:space="preserve"> Amended.</w:t></w:r></w:p>` + plain("Twice.") + `</w:footnote>`},
		ingesttest.Part{Name: "endnotes", Content: `<w:endnote w:id="2">` + plain("At the end.") + `</w:endnote>`},
		ingesttest.Part{Name: "comments", Content: `<w:comment w:id="0" w:author="Ada">` + plain("Why?") + `</w:comment>`},
		ingesttest.Part{Name: "header1", Content: plain("Draft of May")})))
	wantLines(t, src, "Whoever lights a lantern-light21 in a harbour:", "(a) by nighti", "1 Amended.", "Twice.", "i At the end.", "Section 5 appliesα•", "chosen",
		"Crime | Fine", "Arson | 5 crowns", "left one", "left two", "right", "beside a box", "in a box")
	if r := src.Blocks[0].Raised; len(r) != 2 || src.Quote(r[0]) != "2" || src.Quote(r[1]) != "1" {
		t.Errorf("superscripts %v", r)
	}
	if b := src.Blocks; b[2].Kind != document.Note || b[3].Kind != document.Note || b[4].Kind != document.Note || b[1].Kind != document.ListItem || b[7].Kind != document.TableRow {
		t.Errorf("blocks %+v", b)
	}
	left := fmt.Sprint(src.Left)
	for _, want := range []string{"hidden 0 secret", "struck out 0 gone", "comment by Ada 0 Why?", "running head 0 Draft of May"} {
		if !strings.Contains(left, want) {
			t.Errorf("left out %v, without %q", left, want)
		}
	}
}

// revised is a file with changes by two authors; what stands in every reading
// is written beside the tests.
func revised() []byte {
	by := func(kind, author, inner string) string {
		return fmt.Sprintf(`<w:%s w:id="1" w:author="%s" w:date="2026-03-01T10:00:00Z">%s</w:%s>`, kind, author, inner, kind)
	}
	text := func(s string) string { return `<w:r><w:t xml:space="preserve">` + s + `</w:t></w:r>` }
	gone := func(s string) string { return `<w:r><w:delText xml:space="preserve">` + s + `</w:delText></w:r>` }
	mark := func(kind, author string) string {
		return `<w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr><w:rPr>` + by(kind, author, "") + `</w:rPr></w:pPr>`
	}
	listed := `<w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr>`
	return ingesttest.DOCX(
		`<w:p>`+listed+text("A fine of ")+by("del", "Ada", gone("five"))+by("ins", "Ada", text("ten"))+by("ins", "Ben", text(" gold"))+text(" crowns.")+`</w:p>`+
			`<w:p>`+mark("ins", "Ben")+by("ins", "Ben", text("Ben’s new point."))+`</w:p>`+
			`<w:p>`+mark("del", "Ada")+text("Lanterns are ")+`</w:p>`+
			`<w:p>`+listed+text("put out.")+`</w:p>`+
			`<w:p>`+mark("moveFrom", "Ada")+by("moveFrom", "Ada", text("Candles burn."))+`</w:p>`+
			`<w:p>`+mark("del", "Ben")+by("del", "Ben", gone("Torches too."))+`</w:p>`+
			`<w:p>`+listed+text("Oil is cheap.")+`</w:p>`+
			`<w:p>`+mark("moveTo", "Ada")+by("moveTo", "Ada", text("Candles burn."))+`</w:p>`+
			`<w:p>`+listed+text("Wicks ")+by("ins", "Ben", text("and ")+by("del", "Ada", gone("also ")))+text("tallow.")+`</w:p>`,
		ingesttest.Part{Name: "numbering", Content: abstract("0", lvl(0, "decimal", "%1.")) + num("1", "0")})
}

func TestTrackedChangesReadThreeWays(t *testing.T) {
	for reading, want := range map[string][]string{
		"":       {"1. A fine of ten gold crowns.", "2. Ben’s new point.", "3. Lanterns are put out.", "4. Oil is cheap.", "5. Candles burn.", "6. Wicks and tallow."},
		Original: {"1. A fine of five crowns.", "2. Lanterns are", "3. put out.", "4. Candles burn.", "5. Torches too.", "6. Oil is cheap.", "7. Wicks tallow."},
		"by:Ada": {"1. A fine of ten crowns.", "2. Lanterns are put out.", "3. Torches too.", "4. Oil is cheap.", "5. Candles burn.", "6. Wicks tallow."},
		"by:Ben": {"1. A fine of five gold crowns.", "2. Ben’s new point.", "3. Lanterns are", "4. put out.", "5. Candles burn.", "6. Oil is cheap.", "7. Wicks and also tallow."},
	} {
		src, err := Read(context.Background(), "draft.docx", revised(), Limits{Revisions: reading})
		if err != nil {
			t.Fatal(err)
		}
		wantLines(t, src, want...)
		if len(src.Warnings) != 1 || !strings.Contains(src.Warnings[0].String(), "by Ada") || !strings.Contains(src.Warnings[0].String(), "by Ben") {
			t.Errorf("%q: warnings %q", reading, src.Warnings)
		}
		for _, r := range src.Revisions {
			if !strings.Contains(r.Text, src.Quote(r.Span)) {
				t.Errorf("%q: %+v stands at %q", reading, r, src.Quote(r.Span))
			}
		}
	}
	src, _ := Read(context.Background(), "draft.docx", revised(), Limits{Revisions: "by:Cid"})
	if len(src.Warnings) != 2 || !strings.Contains(src.Warnings[1].String(), "Cid") {
		t.Errorf("warnings %q", src.Warnings)
	}
	src, _ = Read(context.Background(), "draft.docx", revised(), Limits{})
	if quote := src.Quote(src.Revisions[1].Span); quote != "ten" {
		t.Errorf("the second change stands at %q", quote)
	}
	first := src.Revisions[0]
	if first.Kind != document.Deleted || first.Author != "Ada" || first.Date != "2026-03-01T10:00:00Z" || first.Text != "five" {
		t.Errorf("first change %+v", first)
	}
	if _, err := Read(context.Background(), "draft.docx", revised(), Limits{Revisions: "latest"}); err == nil || !strings.Contains(err.Error(), "by:NAME") {
		t.Errorf("a reading without meaning gives %v", err)
	}
}

func TestTrackedRowsAndProperties(t *testing.T) {
	by := `w:id="1" w:author="Ada" w:date="2026-03-01T10:00:00Z"`
	row := func(mark, a, b string) string {
		return `<w:tr><w:trPr>` + mark + `</w:trPr><w:tc>` + plain(a) + `</w:tc><w:tc>` + plain(b) + `</w:tc></w:tr>`
	}
	data := ingesttest.DOCX(
		`<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr><w:outlineLvl w:val="1"/><w:pPrChange `+by+`><w:pPr/></w:pPrChange></w:pPr><w:r><w:rPr><w:rPrChange `+by+`><w:rPr><w:vanish/></w:rPr></w:rPrChange></w:rPr><w:t>Lanterns</w:t></w:r><w:r><w:t xml:space="preserve"> burn</w:t></w:r></w:p>`+
			`<w:tbl>`+row("", "Crime", "Fine")+row("<w:del "+by+"/>", "Arson", "5")+row("<w:ins "+by+"/>", "Arson", "9")+`</w:tbl>`,
		ingesttest.Part{Name: "numbering", Content: abstract("0", lvl(0, "decimal", "Article %1.")) + num("1", "0")})
	for reading, want := range map[string][]string{
		Accepted: {"Article 1. Lanterns burn", "Crime | Fine", "Arson | 9"},
		Original: {"burn", "Crime | Fine", "Arson | 5"},
	} {
		src, err := Read(context.Background(), "draft.docx", data, Limits{Revisions: reading})
		if err != nil {
			t.Fatal(err)
		}
		wantLines(t, src, want...)
		if heading := src.Blocks[0].Level == 2; heading != (reading == Accepted) {
			t.Errorf("%s: first block %+v", reading, src.Blocks[0])
		}
	}
}

func TestWhatOnlyWordCanShowIsSaid(t *testing.T) {
	src := read(t, string(ingesttest.DOCX(
		`<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> AUTONUM </w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r><w:r><w:t>Lanterns</w:t></w:r></w:p><w:altChunk r:id="x"/>`+item("1", 0, "Candles"),
		ingesttest.Part{Name: "numbering", Content: abstract("0", lvl(0, "hindiVowels", "%1.")) + num("1", "0")})))
	wantLines(t, src, "Lanterns", "1. Candles")
	for i, want := range []string{"hindiVowels", "AUTONUM", "altChunk"} {
		if i >= len(src.Warnings) || !strings.Contains(src.Warnings[i].String(), want) {
			t.Errorf("warnings %q, without %s", src.Warnings, want)
		}
	}
}

func TestPartsInOtherFormats(t *testing.T) {
	chunk := func(content string) []byte {
		return ingesttest.DOCX(plain("Lanterns")+`<w:altChunk r:id="rId1"/>`+plain("Candles"), ingesttest.Part{Name: "aFChunk", Content: content})
	}
	inner := string(ingesttest.DOCX(plain("Inner one") + plain("Inner two")))
	for name, c := range map[string]struct {
		content string
		want    []string
	}{
		"html": {"<html><body><p>Oil<sup>2</sup> is dear.</p><p>Wax is not.</p></body></html>", []string{"Lanterns", "Oil2 is dear.", "Wax is not.", "Candles"}},
		"rtf":  {`{\rtf1 Oil is dear.\par Wax is not.\par}`, []string{"Lanterns", "Oil is dear.", "Wax is not.", "Candles"}},
		"docx": {inner, []string{"Lanterns", "Inner one", "Inner two", "Candles"}},
		"text": {"Oil is dear.", []string{"Lanterns", "Oil is dear.", "Candles"}},
	} {
		src := read(t, string(chunk(c.content)))
		wantLines(t, src, c.want...)
		if len(src.Warnings) != 0 {
			t.Errorf("%s: warnings %q", name, src.Warnings)
		}
	}
}
