package analyzer_test

import (
	"context"
	"testing"

	"lacuna/analyzer"
	"lacuna/analyzer/coverage"
	"lacuna/analyzer/document"
	"lacuna/analyzer/ingest"
	"lacuna/corpora"
)

// FuzzAnalyze reads norms in any text and judges it: every quote is exactly the
// text between its offsets, and a text without articles misses nothing.
func FuzzAnalyze(f *testing.F) {
	for _, sample := range corpora.Samples() {
		f.Add(string(sample.Text[:min(len(sample.Text), 6000)]))
	}
	for _, seed := range []string{
		"Article 1\nWhoever, by force, sells a child of less than eighteen (18) years, or attempts it, shall be punished with imprisonment of two to eight years.\n(a) if ..4 {child} # @\n(b) the same acts\n",
		"Article 2\n\"child\" means a \"child\" as defined in Article 2; \"minor\" means a child.\n", "Article 3 to 3\n(1) (1) (a)(i)(A)\nRepealed.\n", "§ 1\n§§ 2 bis–9 ter\n", "1.\n1.\n1.\n",
	} {
		f.Add(seed)
	}
	opt := builtIn(f)
	f.Fuzz(func(t *testing.T, text string) {
		src, err := ingest.Read(context.Background(), "law.md", []byte(text), ingest.Limits{})
		if err != nil {
			return
		}
		d := analyzer.Analyze([]*document.Source{src}, opt)
		sections := len(d.Documents[0].Provisions())
		for _, it := range d.Matrix.Items {
			for _, e := range it.Elements {
				if e.Value == coverage.No && sections == 0 {
					t.Fatalf("%s/%s is no in a text without articles", it.ID, e.ID)
				}
				for _, ev := range e.Evidence {
					if ev.Quote != src.Text[ev.Start:ev.End] {
						t.Fatalf("%s/%s quotes %q, the text says %q", it.ID, e.ID, ev.Quote, src.Text[ev.Start:ev.End])
					}
				}
			}
		}
	})
}
