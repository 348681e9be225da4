package ingest

import (
	"context"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"lacuna/analyzer/ingest/ingesttest"
)

// byLibreOffice converts a file as LibreOffice does, or skips the test.
func byLibreOffice(t *testing.T, data []byte, from, to string) []byte {
	t.Helper()
	program, err := exec.LookPath("soffice")
	if err != nil || testing.Short() {
		t.Skip("LibreOffice is not installed, or tests are to be short")
	}
	dir := t.TempDir()
	path := filepath.Join(dir, "law."+from)
	if err := os.WriteFile(path, data, 0o600); err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithTimeout(context.Background(), 90*time.Second)
	defer cancel()
	profile := "-env:UserInstallation=file://" + filepath.Join(os.TempDir(), "lacuna-test-profile")
	out, err := exec.CommandContext(ctx, program, profile, "--headless", "--norestore", "--convert-to", to, "--outdir", dir, path).CombinedOutput()
	ext, _, _ := strings.Cut(to, ":")
	made, readErr := os.ReadFile(filepath.Join(dir, "law."+ext))
	if readErr != nil {
		t.Skipf("LibreOffice did not convert the file: %v: %s", err, out)
	}
	return made
}

// wordSample is a file of Word with most of what such files hold. restart says
// when its articles are counted anew.
func wordSample(restart string) []byte {
	numbering := abstract("0", lvl(0, "upperRoman", "Part %1 –"), lvl(1, "decimal", "Article %2.", restart), lvl(2, "decimal", "%2.%3", "<w:isLgl/>"), lvl(3, "lowerLetter", "%4)")) +
		abstract("1", lvl(0, "decimal", "%1.")) + num("1", "0") + num("2", "1") + num("3", "1", `<w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride>`)
	styles := `<w:style w:type="paragraph" w:default="1" w:styleId="N"><w:name w:val="Normal"/></w:style><w:style w:type="paragraph" w:styleId="H1"><w:name w:val="heading 1"/><w:basedOn w:val="N"/><w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:style>`
	body := styled("H1", "Lantern Act") + item("1", 0, "General") + item("1", 1, "Lanterns") + item("1", 2, "one") + item("1", 2, "two") + item("1", 3, "x") + item("1", 3, "y") + item("1", 0, "Special") + item("1", 1, "Candles") + item("1", 2, "again") +
		plain("between") + item("2", 0, "a") + item("2", 0, "b") + item("3", 0, "c") + item("3", 0, "d") +
		`<w:p><w:r><w:t>See note</w:t></w:r><w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:footnoteReference w:id="2"/></w:r><w:r><w:t>.</w:t></w:r></w:p>` +
		`<w:tbl><w:tblPr><w:tblW w:w="4000" w:type="dxa"/></w:tblPr><w:tblGrid><w:gridCol w:w="2000"/><w:gridCol w:w="2000"/></w:tblGrid><w:tr><w:tc>` + plain("Crime") + `</w:tc><w:tc>` + plain("Fine") + `</w:tc></w:tr></w:tbl>` + plain("«Ст. 5» — été")
	return ingesttest.DOCX(body, ingesttest.Part{Name: "numbering", Content: numbering}, ingesttest.Part{Name: "styles", Content: styles},
		ingesttest.Part{Name: "footnotes", Content: `<w:footnote w:id="0" w:type="separator"><w:p/></w:footnote><w:footnote w:id="1" w:type="continuationSeparator"><w:p/></w:footnote><w:footnote w:id="2"><w:p><w:r><w:footnoteRef/><w:t xml:space="preserve"> Amended.</w:t></w:r></w:p></w:footnote>`})
}

// sampleLines is what Word shows of wordSample if articles are counted through.
var sampleLines = []string{"Lantern Act", "Part I – General", "Article 1. Lanterns", "1.1 one", "1.2 two", "a) x", "b) y", "Part II – Special", "Article 2. Candles", "2.1 again",
	"between", "1. a", "2. b", "5. c", "6. d", "See note1.", "1 Amended.", "Crime | Fine", "«Ст. 5» — été"}

func TestTheSameFileOfWord(t *testing.T) {
	wantLines(t, read(t, string(wordSample(`<w:lvlRestart w:val="0"/>`))), sampleLines...)
}

// TestLibreOfficeShowsTheSame compares the numbers with those that LibreOffice
// writes into a plain text, and reads what it writes in other formats. It
// cannot count through where a higher level begins, so here nothing does.
func TestLibreOfficeShowsTheSame(t *testing.T) {
	lines := slices.Clone(sampleLines)
	lines[8], lines[9] = "Article 1. Candles", "1.1 again"
	text := string(byLibreOffice(t, wordSample(""), "docx", "txt:Text (encoded):UTF8"))
	shown := strings.Split(strings.ReplaceAll(text, "\ufeff", ""), "\n")
	for i, want := range lines[:15] {
		if strings.TrimSpace(shown[i]) != want {
			t.Errorf("LibreOffice shows %q, want %q", shown[i], want)
		}
	}
	for _, format := range []string{"docx", "odt", "fodt", "rtf", "doc"} {
		data := byLibreOffice(t, wordSample(""), "docx", format)
		if format == "doc" { // LibreOffice breaks the second list in two there
			lines[14] = "1. d"
		}
		t.Run(format, func(t *testing.T) { wantLines(t, read(t, string(data)), lines...) })
	}
}

// TestTrackedChangesThroughLibreOffice reads the changes after LibreOffice has
// written them in other formats; its RTF loses ends of paragraphs.
func TestTrackedChangesThroughLibreOffice(t *testing.T) {
	for _, format := range []string{"docx", "odt"} {
		data := byLibreOffice(t, revised(), "docx", format)
		for _, reading := range []string{Accepted, Original, "by:Ada", "by:Ben"} {
			want, err := Read(context.Background(), "law.docx", revised(), Limits{Revisions: reading})
			if err != nil {
				t.Fatal(err)
			}
			got, err := Read(context.Background(), "law", data, Limits{Revisions: reading})
			if err != nil {
				t.Fatal(err)
			}
			if got.Text != want.Text {
				t.Errorf("%s, %s:\n%s\nwant:\n%s", format, reading, got.Text, want.Text)
			}
		}
	}
}

// TestPandocReadsTheSameRTF compares the words of a file in RTF with those that pandoc reads.
func TestPandocReadsTheSameRTF(t *testing.T) {
	program, err := exec.LookPath("pandoc")
	if err != nil {
		t.Skip("pandoc is not installed")
	}
	for name, data := range map[string]string{
		"LibreOffice": string(readSample(t, "libreoffice.rtf")),
		"letters":     `{\rtf1\ansi\ansicpg1252\deff0{\fonttbl{\f0\fcharset0 Times;}}\uc1\pard\'e9t\'e9 \u1576\'3f \b bold\b0  \{braces\} {\*\unknown not} end\par\pard two\~words\line three\emdash four\par{\field{\*\fldinst HYPERLINK "http://x.example"}{\fldrslt link}} after\par}`,
		"a law":       string(ingesttest.LawRTF(ingesttest.Law("# Lantern Act\n\n#### Article 1. Lanterns\n\n(1) Whoever lights “lanterns” – été – is fined.\n\n(a) a {brace} and a \\ stroke\n"))),
	} {
		cmd := exec.Command(program, "-f", "rtf", "-t", "plain", "--wrap=none")
		cmd.Stdin = strings.NewReader(data)
		out, err := cmd.Output()
		if err != nil {
			t.Fatal(err)
		}
		figures := regexp.MustCompile(`\d`) // each writes marks of notes in its own way
		theirs, ours := countWords(figures.ReplaceAllString(string(out), "")), countWords(figures.ReplaceAllString(read(t, data).Text, ""))
		for w, n := range theirs {
			if len(w) > 1 && ours[w] != n {
				t.Errorf("%s: %q stands %d times for pandoc, %d times here", name, w, n, ours[w])
			}
		}
	}
}

func readSample(t *testing.T, name string) []byte {
	t.Helper()
	data, err := os.ReadFile(filepath.Join("..", "..", "testdata", "formats", name))
	if err != nil {
		t.Fatal(err)
	}
	return data
}
