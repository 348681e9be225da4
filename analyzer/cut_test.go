package analyzer_test

import (
	"context"
	"fmt"
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
