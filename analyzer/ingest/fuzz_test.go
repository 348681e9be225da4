package ingest

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"lacuna/analyzer/ingest/ingesttest"
)

// FuzzRead reads anything: a source that keeps what sources promise, or an *Error.
func FuzzRead(f *testing.F) {
	files, _ := filepath.Glob(filepath.Join("..", "..", "testdata", "formats", "*.*"))
	for _, path := range files {
		if data, err := os.ReadFile(path); err == nil && filepath.Ext(path) != ".doc" {
			f.Add(data)
		}
	}
	law := ingesttest.Law("# Act\n\n#### Article 1. Lanterns\n\n(1) One.\n\n(a) two\n")
	for _, data := range [][]byte{ingesttest.LawDOCX(law), ingesttest.LawODT(law), ingesttest.LawRTF(law), ingesttest.LawHTML(law), []byte(rtfOpening + `\trowd\pard\intbl a\cell{\footnote x}\row}`),
		[]byte(`<akomaNtoso><act><body><article><num>1</num><content><p>One<authorialNote><p>n</p></authorialNote></p></content></article></body></act></akomaNtoso>`),
		[]byte(`<Statute><Body><Section><Label>1</Label><Subsection><Label>(1)</Label><Text>One</Text></Subsection></Section></Body></Statute>`), []byte("# Act\n\n1. one\n")} {
		f.Add(data)
	}
	for _, hostile := range ingesttest.HostileFiles() {
		slow := strings.HasSuffix(hostile.Name, ".pdf") && hostile.Must != ingesttest.Read // the second reader is slow to start
		if len(hostile.Data) < 4<<10 && !slow {
			f.Add(hostile.Data)
		}
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		if strings.HasPrefix(string(data), oleMagic) { // no programs are started
			return
		}
		src, err := Read(context.Background(), "law", data, Limits{Unpacked: 8 << 20, Time: 20 * time.Second})
		var e *Error
		switch {
		case err != nil && (src != nil || !errors.As(err, &e) || e.Reason == ""):
			t.Errorf("error %v", err)
		case err != nil && strings.Contains(err.Error(), "longer than"):
			t.Errorf("%v", err)
		case err == nil:
			checkSource(t, "law", src)
		}
	})
}
