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

// noise is how a share of misread letters is borne.
type noise struct {
	share             float64
	same, deniable    int // per mille of the answers: at least the same, at most denied falsely
	all, kept, denied int
}

// TestWordsMisreadInScans misreads a share of the letters of every sample code, as
// programs that read pictures do: most answers stay, and hardly any that was found is
// denied.
func TestWordsMisreadInScans(t *testing.T) {
	if testing.Short() {
		t.Skip("judges dozens of laws")
	}
	t.Parallel()
	opt := builtIn(t)
	levels := []*noise{{share: .03, same: 970, deniable: 10}, {share: .07, same: 915, deniable: 28}}
	for _, s := range slices.Concat(corpora.Samples(), corpora.Parallel()) {
		src := read(t, s.File(), s.Text)
		clean := answers(analyzer.Analyze([]*document.Source{ingesttest.Scanned(src, 0, 1)}, opt).Matrix)
		for _, n := range levels {
			for seed := range uint64(2) {
				n.hold(clean, analyzer.Analyze([]*document.Source{ingesttest.Scanned(src, n.share, seed+1)}, opt).Matrix)
			}
		}
	}
	for _, n := range levels {
		t.Logf("%.0f %% misread: %d of %d answers the same (%d ‰), %d denied", 100*n.share, n.kept, n.all, n.kept*1000/n.all, n.denied)
		if n.kept*1000 < n.same*n.all || n.denied*1000 > n.deniable*n.all {
			t.Errorf("%.0f %% misread: %d of %d answers are the same, want %d in a thousand; %d are denied, want at most %d in a thousand", 100*n.share, n.kept, n.all, n.same, n.denied, n.deniable)
		}
	}
}

// hold holds the answers of a misread law against those of the law.
func (n *noise) hold(clean map[string]coverage.Value, misread *coverage.Matrix) {
	each(misread, func(name string, f coverage.Finding) {
		n.all++
		switch was := clean[name]; {
		case f.Value == was:
			n.kept++
		case f.Value == coverage.No && was != coverage.Unknown:
			n.denied++
		}
	})
}
