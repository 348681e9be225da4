package ingest

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"lacuna/analyzer/ingest/ingesttest"
)

// TestFilesWithWhatIsShown reads the files of testdata/formats and compares
// them with what stands beside them.
func TestFilesWithWhatIsShown(t *testing.T) {
	dir := filepath.Join("..", "..", "testdata", "formats")
	shown, _ := filepath.Glob(filepath.Join(dir, "*.txt"))
	if len(shown) < 8 {
		t.Fatalf("%d files in %s", len(shown), dir)
	}
	for _, path := range shown {
		want, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		file, reading := strings.TrimSuffix(path, ".txt"), ""
		switch ext := filepath.Ext(file); ext {
		case ".docx", ".odt", ".rtf":
		default:
			file, reading = strings.TrimSuffix(file, ext), strings.Replace(ext[1:], "by-", ByAuthor, 1)
		}
		src, err := File(context.Background(), file, Limits{Revisions: reading})
		if err != nil {
			t.Errorf("%s: %v", filepath.Base(path), err)
			continue
		}
		if src.Text+"\n" != string(want) {
			t.Errorf("%s:\n%s", filepath.Base(path), src.Text)
		}
	}
}

// TestEveryFormatWithstandsDamage cuts files off and bends their bytes: each
// is read or refused with a sentence, and nothing else happens.
func TestEveryFormatWithstandsDamage(t *testing.T) {
	law := ingesttest.Law("#### Article 1. Lanterns\n\n(1) Whoever lights a lantern – “at night” – is fined.\n\n(a) twice, or\n\n(b) once.")
	files := map[string][]byte{
		"law.epub": ingesttest.LawEPUB(law), "law.mht": ingesttest.LawMHTML(law), "law.html": ingesttest.LawHTML(law), "law.pdf": ingesttest.LawPDF(law, 1),
		"law.txt": []byte(ingesttest.LawText(law, 40)),
		"law.xml": []byte(`<Legislation><Body><P1group><Title>Lighting</Title><P1><Pnumber>1</Pnumber><P1para><Text>Whoever lights</Text></P1para></P1></P1group></Body></Legislation>`),
	}
	for _, name := range []string{"revised.docx", "libreoffice.docx", "libreoffice.odt", "libreoffice.rtf"} {
		whole, err := os.ReadFile(filepath.Join("..", "..", "testdata", "formats", name))
		if err != nil {
			t.Fatal(err)
		}
		files[name] = whole
	}
	for name, whole := range files {
		for i := 0; i < len(whole); i += len(whole)/60 + 1 {
			bent := append([]byte(nil), whole...)
			bent[i] ^= 0x35
			for _, data := range [][]byte{whole[:i], bent} {
				src, err := Read(context.Background(), name, data, Limits{})
				if (src == nil) == (err == nil) || err != nil && !strings.HasPrefix(err.Error(), name+": ") {
					t.Errorf("%s damaged at %d: source %v, error %v", name, i, src, err)
				}
				if src != nil {
					checkSource(t, name, src)
				}
			}
		}
	}
}
