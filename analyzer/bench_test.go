package analyzer_test

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"lacuna/analyzer"
	"lacuna/analyzer/coverage"
	"lacuna/analyzer/document"
	"lacuna/analyzer/match"
	"lacuna/analyzer/norm"
	"lacuna/analyzer/outline"
	"lacuna/corpora"
)

// BenchmarkStages measures each stage of the river on each sample code.
func BenchmarkStages(b *testing.B) {
	for _, s := range corpora.Samples() {
		b.Run(s.Name, func(b *testing.B) { stages(b, s.File(), s.Text) })
	}
}

// BenchmarkMegabyte measures the stages on one megabyte: the draft code again and
// again, its articles numbered on.
func BenchmarkMegabyte(b *testing.B) {
	s, err := corpora.Find("valmora-draft-code-2026")
	if err != nil {
		b.Fatal(err)
	}
	stages(b, "megabyte.md", long(string(s.Text), 1<<20))
}

// stages measures every stage alone on one text, and all of them together.
func stages(b *testing.B, name string, text []byte) {
	opt := builtIn(b)
	src := read(b, name, text)
	src.Language = "en"
	doc := outline.Read(src)
	docs := []*document.Document{doc}
	norms := norm.Read(docs, opt.Lexicons, 0)
	if len(norms) < len(doc.Provisions()) {
		b.Fatalf("%s: %d norms in %d provisions", name, len(norms), len(doc.Provisions()))
	}
	facts := match.Run(opt.Checklist, opt.Lexicons, norms)
	measure := func(stage string, do func()) {
		b.Run(stage, func(b *testing.B) {
			b.SetBytes(int64(len(text)))
			b.ReportAllocs()
			for b.Loop() {
				do()
			}
		})
	}
	measure("Read", func() { read(b, name, text) })
	measure("Outline", func() { outline.Read(src) })
	measure("Norms", func() { norm.Read(docs, opt.Lexicons, 0) })
	measure("Match", func() { match.Run(opt.Checklist, opt.Lexicons, norms) })
	measure("Judge", func() { coverage.Judge(opt.Checklist, opt.Lexicons, docs, facts, nil, nil) })
	measure("Whole", func() { analyzer.Analyze([]*document.Source{read(b, name, text)}, opt) })
}

// numbered finds the numbers of articles, in headings and in references.
var numbered = regexp.MustCompile(`(Articles?) (\d+)((?: to| and|,) )?(\d+)?`)

// long repeats a code until it has the size in bytes. The articles of each copy
// go on from those of the copy before, and so do its references.
func long(code string, size int) []byte {
	_, body, _ := strings.Cut(code, "\n### ")
	body = "\n### " + body
	articles := strings.Count(body, "\n#### Article ")
	var out strings.Builder
	out.WriteString("# Long Code\n")
	for first := 0; out.Len() < size; first += articles {
		moved := func(number string) string {
			n, err := strconv.Atoi(number)
			if err != nil {
				return ""
			}
			return strconv.Itoa(first + n)
		}
		out.WriteString(numbered.ReplaceAllStringFunc(body, func(s string) string {
			m := numbered.FindStringSubmatch(s)
			return fmt.Sprintf("%s %s%s%s", m[1], moved(m[2]), m[3], moved(m[4]))
		}))
	}
	return []byte(out.String())
}

// TestLongTextsAreWhole sees that the text of the benchmark is read as the code
// that it is meant to be.
func TestLongTextsAreWhole(t *testing.T) {
	s, err := corpora.Find("valmora-draft-code-2026")
	if err != nil {
		t.Fatal(err)
	}
	text := long(string(s.Text), 100_000)
	want := strings.Count(string(text), "\n#### Article ")
	if got := len(outline.Read(read(t, "long.md", text)).Provisions()); got != want || want < 200 {
		t.Errorf("%d articles are read, want %d", got, want)
	}
}
