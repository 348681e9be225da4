package analyzer_test

import (
	"slices"
	"testing"

	"lacuna/analyzer"
	"lacuna/analyzer/coverage"
	"lacuna/analyzer/document"
	"lacuna/analyzer/ingest/ingesttest"
	"lacuna/corpora"
)

// TestWordsMisreadInScans misreads a share of the letters of every sample code, as
// programs that read pictures do: most answers stay, and few that were found are
// denied.
func TestWordsMisreadInScans(t *testing.T) {
	if testing.Short() {
		t.Skip("judges dozens of laws")
	}
	t.Parallel()
	opt := builtIn(t)
	for _, c := range []struct {
		share          float64
		same, deniable int // per mille of the answers: at least the same, at most denied falsely
	}{{.03, 970, 20}, {.07, 915, 45}} {
		all, same, denied := 0, 0, 0
		for _, s := range slices.Concat(corpora.Samples(), corpora.Parallel()) {
			src := read(t, s.File(), s.Text)
			clean := answers(analyzer.Analyze([]*document.Source{ingesttest.Scanned(src, 0, 1)}, opt).Matrix)
			for seed := range uint64(2) {
				noisy := analyzer.Analyze([]*document.Source{ingesttest.Scanned(src, c.share, seed+1)}, opt).Matrix
				here, no := 0, 0
				each(noisy, func(name string, f coverage.Finding) {
					was := clean[name]
					all++
					if f.Value == was {
						here++
						return
					}
					if f.Value == coverage.No && was != coverage.Unknown {
						no++
					}
				})
				t.Logf("%.0f %% %s seed %d: %d the same, %d denied", 100*c.share, s.Name, seed+1, here, no)
				same, denied = same+here, denied+no
			}
		}
		t.Logf("%.0f %% misread: %d of %d answers the same (%d ‰), %d denied", 100*c.share, same, all, same*1000/all, denied)
		if same*1000 < c.same*all || denied*1000 > c.deniable*all {
			t.Errorf("%.0f %% misread: %d of %d answers are the same, want %d in a thousand; %d are denied, want at most %d in a thousand", 100*c.share, same, all, c.same, denied, c.deniable)
		}
	}
}
