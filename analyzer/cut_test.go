package analyzer_test

import (
	"context"
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"

	"lacuna/analyzer"
	"lacuna/analyzer/coverage"
	"lacuna/analyzer/document"
	"lacuna/analyzer/ingest"
	"lacuna/analyzer/ingest/ingesttest"
)

// A file that is cut off is refused, or nothing that its lost part held is denied.
func TestNothingIsDeniedForAFileThatIsCutOff(t *testing.T) {
	if testing.Short() {
		t.Skip("judges dozens of laws")
	}
	t.Parallel()
	text := sample(t, "valmora-draft-code-2026")
	law, opt := ingesttest.Law(text), builtIn(t)
	for name, whole := range map[string][]byte{
		"law.md": []byte(text), "law.txt": []byte(ingesttest.LawText(law, 72)), "law.html": ingesttest.LawHTML(law), "law.mht": ingesttest.LawMHTML(law),
		"law.rtf": ingesttest.LawRTF(law), "law.docx": ingesttest.LawDOCX(law), "law.odt": ingesttest.LawODT(law), "law.pdf": ingesttest.LawPDF(law, 1), "law.epub": ingesttest.LawEPUB(law),
	} {
		t.Run(name, func(t *testing.T) {
			full := answers(judge(t, name, string(whole)))
			for tenth := 1; tenth < 10; tenth++ {
				src, err := ingest.Read(context.Background(), name, whole[:len(whole)*tenth/10], ingest.Limits{})
				if err != nil {
					continue
				}
				var denied []string
				each(analyzer.Analyze([]*document.Source{src}, opt).Matrix, func(element string, f coverage.Finding) {
					if f.Value == coverage.No && full[element] != coverage.No {
						denied = append(denied, element)
					}
				})
				if len(denied) > 0 {
					t.Error(fmt.Sprintf("cut at %d tenths, %d answers are no: ", tenth, len(denied)) + strings.Join(denied, " "))
				}
			}
		})
	}
}

// TestNothingIsDeniedForAFileOfPictures: a page that is mostly pictures of the law
// proves no absence; one picture beside a whole law takes nothing from it.
func TestNothingIsDeniedForAFileOfPictures(t *testing.T) {
	picture := `<img src="page2.png" width="800" height="1100">`
	law := "<p>Article 1. Whoever sells a child is liable to imprisonment for ten years.</p>"
	if m := judge(t, "law.html", "<html><body>"+law+picture+"</body></html>"); slices.Contains(slices.Collect(maps.Values(answers(m))), coverage.No) {
		t.Error("something is denied of a page that is mostly a picture")
	}
	var long strings.Builder
	for i := range 60 {
		fmt.Fprintf(&long, "<p>Article %d. Whoever steals a thing of the kind %d from another is liable to imprisonment for two years.</p>\n", i+2, i)
	}
	if m := judge(t, "law.html", "<html><body>"+law+long.String()+picture+"</body></html>"); !slices.Contains(slices.Collect(maps.Values(answers(m))), coverage.No) {
		t.Error("one picture beside a whole law leaves everything open")
	}
}
