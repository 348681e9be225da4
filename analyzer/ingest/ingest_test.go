package ingest

import (
	"bytes"
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"

	"lacuna/analyzer/document"
)

func read(t *testing.T, data string) *document.Source {
	t.Helper()
	src, err := Read(context.Background(), "law.xyz", []byte(data), Limits{})
	if err != nil {
		t.Fatal(err)
	}
	checkSource(t, "law.xyz", src)
	return src
}

func wantLines(t *testing.T, src *document.Source, want ...string) {
	t.Helper()
	if src.Text != strings.Join(want, "\n") {
		t.Errorf("lines:\n%s\nwant:\n%s", src.Text, strings.Join(want, "\n"))
	}
}

func TestFormatsAreToldByContent(t *testing.T) {
	for data, want := range map[string]string{
		"<!DOCTYPE html><p>Law</p>":                         "html",
		"\xef\xbb\xbf<html><body>Law</body></html>":         "html",
		"# Law\n\n## Section 1\n\nText":                     "markdown",
		"---\ntitle: Law\n---\n\n# Law\n":                   "markdown",
		"**1.** one\n\n**2.** two\n\n**3.** three\n":        "markdown",
		"PART I\n-----\nArticle 1 - Lanterns\n-----\n# not": "text",
		"Article 1\nLanterns <in the open> are lit.":        "text",
	} {
		if got := sniff([]byte(data)).name; got != want {
			t.Errorf("%q is read as %s, want %s", data, got, want)
		}
	}
}

func TestBadFilesGiveClearErrors(t *testing.T) {
	for data, says := range map[string]string{
		"":                                 "empty",
		" \n\t ":                           "empty",
		"\x00\x01\x02\x03\x04\x05\x06":     "binary",
		"PK\x03\x04word/document.xml":      "damaged",
		"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1": "old Office file",
		"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1E\x00n\x00c\x00r\x00y\x00p\x00t\x00e\x00d\x00P\x00a\x00c\x00k\x00a\x00g\x00e\x00": "password",

		"\x89PNG\r\n\x1a\n":               "picture",
		"%PDF-1.4\nbroken":                "cut off",
		"%PDF-1.4\nbroken\n%%EOF":         "damaged",
		"<?xml version=\"1.0\"?><act/>":   "not known",
		"<html><script>x</script></html>": "no text",
	} {
		src, err := Read(context.Background(), "folder/law.pdf", []byte(data), Limits{})
		var e *Error
		if src != nil || !errors.As(err, &e) || e.Path != "folder/law.pdf" || !strings.Contains(e.Reason, says) {
			t.Errorf("%q: error %v, want one that says %q", data, err, says)
		}
	}
}

func TestFileNamesWhatItCannotRead(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "act-7.txt")
	if err := os.WriteFile(path, []byte("Article 1. Lanterns."), 0o600); err != nil {
		t.Fatal(err)
	}
	src, err := File(context.Background(), path, Limits{})
	if err != nil || src.ID != "act-7" || src.Path != path || len(src.SHA256) != 64 || src.Official != "unknown" {
		t.Errorf("source %+v, error %v", src, err)
	}
	for p, says := range map[string]string{filepath.Join(dir, "none.txt"): "no such file", dir: "folder"} {
		if _, err := File(context.Background(), p, Limits{}); err == nil || !strings.Contains(err.Error(), says) || !strings.Contains(err.Error(), p) {
			t.Errorf("%s: error %v", p, err)
		}
	}
	if _, err := File(context.Background(), path, Limits{Bytes: 5}); err == nil || !strings.Contains(err.Error(), "limit of 5 bytes") {
		t.Errorf("size limit: %v", err)
	}
	if _, err := Read(context.Background(), "a.md", bytes.Repeat([]byte("# Law\n\ntext\n\n"), 100_000), Limits{Time: time.Microsecond}); !errors.Is(err, context.DeadlineExceeded) {
		t.Errorf("time limit: %v", err)
	}
}

func TestAnEndlessFileIsLeftBehind(t *testing.T) {
	table := "xref\n0 1\n0000000000 65535 f \n"
	loop := "%PDF-1.4\n" + table + "trailer\n<</Size 1 /Prev 9>>\n" + "startxref\n9\n" + strings.Repeat(" ", 100) + "%%EOF\n"
	_, err := Read(context.Background(), "loop.pdf", []byte(loop), Limits{Time: 200 * time.Millisecond})
	if err == nil {
		t.Error("a table that follows itself was read")
	}
}

func TestEncodings(t *testing.T) {
	russian := strings.Repeat("Статья 1. Хранение фонарей в гавани без разрешения наказывается штрафом. ", 20)
	french := strings.Repeat("Quiconque allume une lanterne sans l’autorisation du maître, même éteinte, est puni d’une amende. ", 20)
	cp1251, _ := charmap.Windows1251.NewEncoder().String(russian)
	cp1252, _ := charmap.Windows1252.NewEncoder().String(french)
	wide, _ := unicode.UTF16(unicode.LittleEndian, unicode.UseBOM).NewEncoder().String(french)
	bare, _ := unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM).NewEncoder().String(french)
	for name, c := range map[string]struct{ data, want string }{
		"windows-1251": {cp1251, russian}, "windows-1252": {cp1252, french}, "UTF-16 with mark": {wide, french},
		"UTF-16 without mark": {bare, french}, "UTF-8 with mark": {"\xef\xbb\xbf" + french, french},
		"declared":         {"<html><head><meta charset=windows-1251></head><body>" + cp1251 + "</body></html>", russian},
		"wrongly declared": {"<html><head><meta charset=windows-1251></head><body>" + french + "</body></html>", french},
	} {
		if got := read(t, c.data).Text; got != strings.TrimSpace(c.want) {
			t.Errorf("%s: read as %.60q", name, got)
		}
	}
}

func TestHTML(t *testing.T) {
	src := read(t, `<html lang="fr-CA"><head><title>Lantern &amp; Candle Act</title><style>.n{vertical-align:super} .x, p.gone{display:none} p.c{text-align:center}</style></head>
<body><nav>Home</nav><table><tr><td><h2 id="s1">Section 1<span class=n>2</span></h2>
loose <p class=c>Of&nbsp;lanterns</p><h4><br>Two<br>lines</h4><p>Whoever lights <b>a lantern</b><br>(a) by night<sup>3</sup>; or</p><div><p>(b) by <del>noon</del>day</p></div>
<ol type=a start=2><li>first<li><p>second</p></ol><ul><li>plain<li>(x) own mark</ul><p class=gone>ghost</p><p style="display: none">ghost 2</p></td></tr></table>
<table><tr><th>Crime</th><th>Fine</th></tr><tr><td>Arson</td><td>5 crowns</td></tr></table><script>alert(1)</script></body></html>`)
	wantLines(t, src, "Section 12", "loose", "Of lanterns", "Two", "lines", "Whoever lights a lantern", "(a) by night3; or", "(b) by day",
		"b. first", "c. second", "• plain", "(x) own mark", "Crime | Fine", "Arson | 5 crowns")
	b := src.Blocks
	if b[0].Kind != document.Heading || b[0].Level != 2 || b[0].Anchor != "s1" || src.Quote(b[0].Raised[0]) != "2" {
		t.Errorf("heading %+v", b[0])
	}
	if b[3].Level != 4 || b[4].Level != 4 || b[5].Level != 0 {
		t.Errorf("levels of a broken heading: %+v", b[3:6])
	}
	if b[1].Center || !b[2].Center || b[5].Center || b[8].Kind != document.ListItem || b[12].Kind != document.TableRow || !b[12].Bold {
		t.Errorf("blocks %+v", b)
	}
	if src.Title != "Lantern & Candle Act" || src.Language != "fr" {
		t.Errorf("title %q, language %q", src.Title, src.Language)
	}
	left := map[string]string{}
	for _, l := range src.Left {
		left[l.Kind] += l.Text + ";"
	}
	if left["struck out"] != "noon;" || left["hidden"] != "ghost;ghost 2;" {
		t.Errorf("left out %v", left)
	}
}

func TestMarkdown(t *testing.T) {
	src := read(t, "---\ntitle: \"Lantern Act\"\n---\n# Lantern Act\n\n**§ 5**\n\nWhoever *lights* a [lantern](https://x.example/a) in a har-\nbour\n1\\. by night, or\n2\\. by day[^7]\nis fined.\n"+
		"\nAs at 3² & &lt;now&gt; ~~then~~  \nNew line<br>and another\n\n* (a) a point\n    * (i) below it\n\n> quoted\n> text\n\n| Act | Fine |\n| --- | --- |\n| Arson | **5** |\n\nTitle\n=====\n\n----\n\n[^7]: Amended\n    twice.\n")
	wantLines(t, src, "Lantern Act", "§ 5", "Whoever lights a lantern in a harbour", "1. by night, or", "2. by day7 is fined.", "7 Amended twice.",
		"As at 32 & <now>", "New line", "and another", "(a) a point", "(i) below it", "quoted text", "Act | Fine", "Arson | 5", "Title")
	b := src.Blocks
	if b[0].Level != 1 || !b[1].Bold || b[3].Kind != document.ListItem || b[5].Kind != document.Note || b[10].Indent != 4 || b[12].Kind != document.TableRow || b[14].Level != 1 {
		t.Errorf("blocks %+v", b)
	}
	if src.Title != "Lantern Act" || len(src.Left) != 2 || src.Left[1].Text != "then" {
		t.Errorf("title %q, left out %+v", src.Title, src.Left)
	}
}

func TestHardWrappedText(t *testing.T) {
	src := read(t, `Lantern Act

Article 1

1. Whoever lights a lantern in the harbour, and has not the leave of
the harbour master for it, by the terms that are named in paragraph
2. of this Act, or blows one out, is fined; the fine is paid to
the keeper of the harbour, who buys oil and wicks with the money:
(a) in spring, oil of the best kind that the merchants of the town
have;
(b) in autumn, wicks.
2. The keeper of the harbour renders account at the end of the year

of all the money that came in.
`)
	wantLines(t, src, "Lantern Act", "Article 1",
		"1. Whoever lights a lantern in the harbour, and has not the leave of the harbour master for it, by the terms that are named in paragraph 2. of this Act, or blows one out, is fined; the fine is paid to the keeper of the harbour, who buys oil and wicks with the money:",
		"(a) in spring, oil of the best kind that the merchants of the town have;", "(b) in autumn, wicks.",
		"2. The keeper of the harbour renders account at the end of the year of all the money that came in.")
}

func TestTextWithLongLinesAndPages(t *testing.T) {
	long := strings.Repeat("Whoever lights a lantern in the harbour is fined. ", 8)
	src := read(t, "Article 1\n"+long+"\nArticle 2\n-----\n"+long+"\f\nArticle 3\n"+long)
	if len(src.Blocks) != 6 || len(src.Pages) != 2 || src.Blocks[4].Page != 2 || src.Pages[1] != src.Blocks[4].Start {
		t.Errorf("%d blocks, pages %v", len(src.Blocks), src.Pages)
	}
	if len(src.Left) != 1 || src.Left[0].Kind != "rule" {
		t.Errorf("left out %+v", src.Left)
	}
}

func BenchmarkHTML(b *testing.B) {
	benchmark(b, "<html><body>"+strings.Repeat("<h3>Article 1</h3><p>Whoever lights a <b>lantern</b> is fined.</p>\n", 2000))
}

func BenchmarkMarkdown(b *testing.B) {
	benchmark(b, strings.Repeat("# Article 1\n\nWhoever lights a **lantern** is\nfined.\n\n", 2000))
}

func BenchmarkText(b *testing.B) {
	benchmark(b, strings.Repeat("Article 1\n\nWhoever lights a lantern in the harbour without leave of the\nmaster is fined.\n\n", 2000))
}

func benchmark(b *testing.B, text string) {
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		if _, err := Read(context.Background(), "law", []byte(text), Limits{}); err != nil {
			b.Fatal(err)
		}
	}
}
