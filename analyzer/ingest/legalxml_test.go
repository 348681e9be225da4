package ingest

import (
	"context"
	"strings"
	"testing"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"

	"lacuna/analyzer/document"
)

func TestAkomaNtoso(t *testing.T) {
	src := read(t, `<?xml version="1.0"?><akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0"><act name="act"><meta><identification source="#x"><FRBRWork><FRBRalias value="Lantern Act"/></FRBRWork>
<FRBRExpression><FRBRdate date="2026-02-01" name="in force"/><FRBRlanguage language="fra"/></FRBRExpression></identification></meta>
<preface><longTitle><p>Act on <docTitle>lanterns</docTitle></p></longTitle></preface>
<body><part eId="p1"><num>Part I</num><heading>General</heading><chapter><num>Chapter 1</num>
<article eId="a1"><num>Article 1</num><heading>Definitions</heading><paragraph><num>(1)</num><list><intro><p>A <b>lantern</b><authorialNote marker="1"><p>See Article 2.</p></authorialNote> is</p></intro>
<point><num>(a)</num><content><p>a lamp, or</p></content></point><point><num>(b)</num><content><p>a candle</p></content></point><wrapUp><p>of any size.</p></wrapUp></list></paragraph></article>
<article><num>Article 1<sup>2</sup></num><paragraph><num>(1)</num><content><p>One.</p></content></paragraph><paragraph><num>(2)</num><heading>Oil</heading><content><p>Two.</p><table><tr><td><p>x</p></td><td><p>y</p></td></tr></table></content></paragraph></article>
<section><num>Section 2</num><heading>Grouping</heading><article><num>Article 2</num><content><p>Three.</p></content></article></section></chapter></part></body></act></akomaNtoso>`)
	wantLines(t, src, "Act on lanterns", "Part I General", "Chapter 1", "Article 1 Definitions", "(1) A lantern1 is", "1 See Article 2.", "(a) a lamp, or", "(b) a candle", "of any size.",
		"Article 12 (1) One.", "Oil", "(2) Two.", "x | y", "Section 2 Grouping", "Article 2 Three.")
	b := src.Blocks
	if b[1].Level != 1 || b[2].Level != 2 || b[3].Level != 3 || b[5].Kind != document.Note || b[6].Kind != document.ListItem || b[12].Kind != document.TableRow || b[13].Level != 3 {
		t.Errorf("blocks %+v", b)
	}
	if r := b[9].Raised; len(r) != 1 || src.Quote(r[0]) != "2" {
		t.Errorf("superscripts %v", r)
	}
	if src.Title != "Lantern Act" || src.AsOf != "2026-02-01" || src.Language != "fr" || src.Format != "xml" {
		t.Errorf("source %q of %q in %q, %s", src.Title, src.AsOf, src.Language, src.Format)
	}
}

func TestNumbersWithoutBrackets(t *testing.T) {
	src := read(t, `<akomaNtoso><act><body><article><num><b>Art. 1</b><authorialNote marker="3"><p>Neu seit 2026.</p></authorialNote></num><paragraph><num>1</num><content><p>Laternen.</p></content></paragraph><paragraph><num>2</num><content><blockList><listIntroduction>Kerzen:</listIntroduction><item><num>a.</num><p>rot;</p></item></blockList></content></paragraph></article>
<article><num>Art. 2</num><content><p>Öl.</p></content></article></body></act></akomaNtoso>`)
	wantLines(t, src, "Art. 1", "3 Neu seit 2026.", "1 Laternen.", "2 Kerzen:", "a. rot;", "Art. 2 Öl.")
	if b := src.Blocks; b[0].Kind != document.Heading || b[1].Kind != document.Note || b[4].Kind != document.ListItem {
		t.Errorf("blocks %+v", b)
	}
}

func TestUSLM(t *testing.T) {
	src := read(t, `<uscDoc xmlns="http://schemas.gpo.gov/xml/uslm" xmlns:dc="http://purl.org/dc/elements/1.1/" xml:lang="en"><meta><dc:title>Title 99</dc:title></meta><main><title><num value="99">Title 99—</num><heading>LANTERNS</heading>
<section><num value="1">§ 1.</num><heading> Lighting</heading><subsection><num>(a)</num><heading> In general.—</heading><chapeau>Whoever lights</chapeau><paragraph><num>(1)</num><content>a lantern; or</content></paragraph><paragraph><num>(2)</num><content> a candle,</content></paragraph><continuation>is fined.</continuation></subsection>
<sourceCredit>(Aug. 1, 1999, ch. 1.)</sourceCredit><notes><note><quotedContent><section><num>§ 1.</num><heading>Old</heading><content>Gone.</content></section></quotedContent></note></notes></section></title></main></uscDoc>`)
	wantLines(t, src, "Title 99— LANTERNS", "§ 1. Lighting", "(a) In general.— Whoever lights", "(1) a lantern; or", "(2) a candle,", "is fined.", "(Aug. 1, 1999, ch. 1.)", "§ 1. Old", "Gone.")
	if b := src.Blocks; b[0].Level != 1 || b[1].Level != 2 || b[6].Kind != document.Note || b[7].Kind != document.Note || b[8].Kind != document.Note || src.Title != "Title 99" || src.Language != "en" {
		t.Errorf("title %q, blocks %+v", src.Title, b)
	}
}

func TestCanadianSchema(t *testing.T) {
	src := read(t, "\ufeff"+`<?xml version="1.0" encoding="utf-8"?><Statute lims:pit-date="2025-04-08" xml:lang="fr" xmlns:lims="http://justice.gc.ca/lims"><Identification><ShortTitle>Loi sur les lanternes</ShortTitle><RunningHead>Lanternes</RunningHead></Identification>
<Body><Heading level="1"><Label>PARTIE 1</Label><TitleText>Lanternes</TitleText></Heading><Section><MarginalNote>Définitions</MarginalNote><Label><FootnoteRef idref="f">*</FootnoteRef>2.1</Label><Subsection><Label>(1)</Label><Text>Dans la loi :</Text><Paragraph><Label>a)</Label><Text><DefinedTermFr>lampe</DefinedTermFr><Repealed>[Abrogé, 2020]</Repealed></Text></Paragraph><ContinuedSectionSubsection><Text>selon le cas.</Text></ContinuedSectionSubsection></Subsection>
<Subsection><MarginalNote>Idem</MarginalNote><Label>(2)</Label><Text>Deux.</Text></Subsection><HistoricalNote><HistoricalNoteSubItem>2002, ch. 1</HistoricalNoteSubItem></HistoricalNote></Section></Body></Statute>`)
	wantLines(t, src, "Loi sur les lanternes", "PARTIE 1 Lanternes", "Définitions", "2.1 (1) Dans la loi :", "a) lampe [Abrogé, 2020]", "selon le cas.", "Idem", "(2) Deux.", "2002, ch. 1")
	if b := src.Blocks; b[1].Level != 1 || b[2].Kind != document.Heading || b[8].Kind != document.Note || src.AsOf != "2025-04-08" || src.Language != "fr" {
		t.Errorf("as of %q, %q, blocks %+v", src.AsOf, src.Language, b)
	}
}

func TestXMLThatIsNoLaw(t *testing.T) {
	for data, says := range map[string]string{
		`<?xml version="1.0"?><recipe/>`:                              "<recipe> are not known; known are Akoma Ntoso",
		`<akomaNtoso><act>`:                                           "the XML is broken",
		`<akomaNtoso>` + strings.Repeat("<a>", 5000):                  "nests more than",
		`<!DOCTYPE akomaNtoso [<!ENTITY a "x">]><akomaNtoso>&a;&a;`:   "the XML is broken",
		`<?xml version="1.0" encoding="klingon"?><Statute></Statute>`: "the XML is broken",
	} {
		if _, err := Read(context.Background(), "law.xml", []byte(data), Limits{}); err == nil || !strings.Contains(err.Error(), says) {
			t.Errorf("%.60q: %v, want %q", data, err, says)
		}
	}
}

func TestEncodingsOfXML(t *testing.T) {
	law := func(encoding string) string {
		return `<?xml version="1.0" encoding="` + encoding + `"?><Statute><Body><Section><Label>1</Label><Text>L’élève – «été»</Text></Section></Body></Statute>`
	}
	for name, enc := range map[string]encoding.Encoding{
		"windows-1252": charmap.Windows1252, "UTF-16": unicode.UTF16(unicode.LittleEndian, unicode.UseBOM), "utf-16be": unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM), "utf-8": unicode.UTF8BOM,
	} {
		data, err := enc.NewEncoder().String(law(name))
		if err != nil {
			t.Fatal(err)
		}
		if src := read(t, data); src.Text != "1 L’élève – «été»" || src.Format != "xml" {
			t.Errorf("%s: %q, %s", name, src.Text, src.Format)
		}
	}
}

func TestCrownLegislation(t *testing.T) {
	src := read(t, `<Legislation xmlns="http://www.legislation.gov.uk/namespaces/legislation" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:ukm="http://www.legislation.gov.uk/namespaces/metadata" RestrictStartDate="2024-05-01" xml:lang="en">
<ukm:Metadata><dc:title>Lantern Act 2020</dc:title></ukm:Metadata><Contents><ContentsTitle>Contents</ContentsTitle></Contents><Primary><PrimaryPrelims><Title>Lantern Act 2020</Title><Number>2020 CHAPTER 7</Number><LongTitle>An Act about lanterns.</LongTitle></PrimaryPrelims>
<Body><Part><Number>Part 1</Number><Title>Lanterns</Title><P1group><Title>Lighting</Title><P1 id="section-1"><Pnumber>1</Pnumber><P1para><P2><Pnumber>1</Pnumber><P2para><Text>Whoever lights—</Text><P3><Pnumber>a</Pnumber><P3para><Text>a green<CommentaryRef Ref="c1"/> lantern, or</Text></P3para></P3><P3><Pnumber>b</Pnumber><P3para><Text>a <Term>candle</Term>,</Text></P3para></P3><Text>is fined.</Text></P2para></P2><P2><Pnumber>2</Pnumber><P2para><Text>See <Citation>Oil Act</Citation>.</Text></P2para></P2></P1para></P1></P1group>
<P1group><Title>Oil</Title><P1><Pnumber>2A</Pnumber><P1para><Text>Oil is dear.</Text></P1para></P1></P1group></Part></Body></Primary><Commentaries><Commentary id="c1"><Para><Text>Words inserted.</Text></Para></Commentary></Commentaries></Legislation>`)
	wantLines(t, src, "Lantern Act 2020", "2020 CHAPTER 7 An Act about lanterns.", "Part 1 Lanterns", "Lighting", "1 (1) Whoever lights—", "(a) a green lantern, or", "(b) a candle,", "is fined.", "(2) See Oil Act.", "Oil", "2A Oil is dear.")
	if src.Title != "Lantern Act 2020" || src.Language != "en" || src.AsOf != "2024-05-01" {
		t.Errorf("source %q of %q in %q", src.Title, src.AsOf, src.Language)
	}
}

func TestFormex(t *testing.T) {
	src := read(t, `<ACT><BIB.INSTANCE><LG.DOC>FR</LG.DOC><DATE ISO="20260201">20260201</DATE></BIB.INSTANCE><TITLE><TI><P>Directive sur les lanternes</P></TI></TITLE><ENACTING.TERMS><DIVISION><TITLE><TI><P>CHAPITRE I</P></TI><STI><P>Lanternes</P></STI></TITLE>
<ARTICLE IDENTIFIER="001"><TI.ART>Article premier</TI.ART><STI.ART>Objet</STI.ART><PARAG><NO.PARAG>1.</NO.PARAG><ALINEA>Sont punis:<LIST TYPE="alpha"><ITEM><NP><NO.P>a)</NO.P><TXT>la lanterne<HT TYPE="SUP">2</HT>;</TXT></NP></ITEM><ITEM><NP><NO.P>b)</NO.P><TXT>la bougie.</TXT></NP></ITEM></LIST></ALINEA></PARAG></ARTICLE>
<ARTICLE><TI.ART>Article 2</TI.ART><ALINEA>Fin.</ALINEA></ARTICLE></DIVISION></ENACTING.TERMS></ACT>`)
	wantLines(t, src, "Directive sur les lanternes", "CHAPITRE I", "Lanternes", "Article premier Objet", "1. Sont punis:", "a) la lanterne2;", "b) la bougie.", "Article 2 Fin.")
	if src.Title != "Directive sur les lanternes" || src.Language != "fr" {
		t.Errorf("source %q in %q", src.Title, src.Language)
	}
}

func TestGermanFederalLaw(t *testing.T) {
	src := read(t, `<?xml version="1.0" encoding="UTF-8"?><dokumente builddate="20260201"><norm><metadaten><jurabk>LatG</jurabk><langue>Laternengesetz</langue></metadaten></norm><norm><metadaten><jurabk>LatG</jurabk><gliederungseinheit><gliederungskennzahl>010</gliederungskennzahl><gliederungsbez>Erster Abschnitt</gliederungsbez><gliederungstitel>Laternen</gliederungstitel></gliederungseinheit></metadaten></norm>
<norm><metadaten><jurabk>LatG</jurabk><enbez>§ 1</enbez><titel format="parat">Anzünden</titel></metadaten><textdaten><text format="XML"><Content><P>(1) Wer im Hafen<FnR ID="f1"/> eine Laterne<DL Type="arabic"><DT>1.</DT><DD Font="normal"><LA Size="normal">nachts anzündet oder</LA></DD><DT>2.</DT><DD><LA>löscht,</LA></DD></DL>wird bestraft.</P><P>(2) Der Versuch ist strafbar.</P></Content></text></textdaten></norm></dokumente>`)
	wantLines(t, src, "Laternengesetz", "Erster Abschnitt Laternen", "§ 1 Anzünden", "(1) Wer im Hafen eine Laterne", "1. nachts anzündet oder", "2. löscht,", "wird bestraft.", "(2) Der Versuch ist strafbar.")
	if src.Title != "Laternengesetz" || src.Language != "de" {
		t.Errorf("source %q in %q", src.Title, src.Language)
	}
}
