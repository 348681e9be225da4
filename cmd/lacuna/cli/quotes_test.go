package cli

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"lacuna/analyzer/coverage"
)

// realCodes is the folder of real codes, if it is at hand.
func realCodes(t *testing.T) string {
	t.Helper()
	dir := os.Getenv("LACUNA_CORPORA")
	if dir == "" {
		dir = filepath.Join("..", "..", "..", "..", "shared", "corpora")
	}
	if _, err := os.Stat(dir); err != nil {
		t.Skip("the real codes are not here; LACUNA_CORPORA names their folder")
	}
	return dir
}

// run runs a command that must succeed and returns what it prints.
func run(t *testing.T, args ...string) []byte {
	t.Helper()
	var stdout, stderr bytes.Buffer
	if code := Run(args, strings.NewReader(""), &stdout, &stderr); code != 0 {
		t.Fatalf("lacuna %s: exit %d: %s", strings.Join(args, " "), code, &stderr)
	}
	return stdout.Bytes()
}

// TestQuotesAreTheBytesThatTextPrints holds every quote of an assessment
// against the text that the text command prints.
func TestQuotesAreTheBytesThatTextPrints(t *testing.T) {
	dir := realCodes(t)
	for _, file := range []string{"eth-criminal-code/ETH_Criminal_Code.pdf", "ken-penal-code/KEN_Penal_Code.pdf",
		"mys-sexual-offences-children/MYS_Act792_Sexual_Offences_Against_Children_EN.pdf"} {
		path := filepath.Join(dir, file)
		text := string(run(t, "text", path))
		var got struct{ Items []coverage.Item }
		if err := json.Unmarshal(run(t, "analyze", path, "--format", "json"), &got); err != nil {
			t.Fatal(err)
		}
		quotes := 0
		for _, it := range got.Items {
			for _, f := range it.Elements {
				for _, e := range f.Evidence {
					for _, p := range append(e.Spans, coverage.Piece{Start: e.Start, End: e.End, Quote: e.Quote}) {
						quotes++
						if p.Start >= p.End || p.End > len(text) || text[p.Start:p.End] != p.Quote {
							t.Errorf("%s: %s/%s, %s: the quote %.60q is not what stands from %d to %d", file, it.ID, f.ID, e.Label, p.Quote, p.Start, p.End)
						}
					}
				}
			}
		}
		if quotes < 20 {
			t.Errorf("%s: only %d quotes", file, quotes)
		}
	}
}

// TestASecondRunGivesTheSameBytes runs a dossier twice in every format.
func TestASecondRunGivesTheSameBytes(t *testing.T) {
	path := filepath.Join(realCodes(t), "mys-dossier")
	for _, format := range []string{"json", "csv", "html"} {
		if !bytes.Equal(run(t, "analyze", path, "--format", format), run(t, "analyze", path, "--format", format)) {
			t.Errorf("%s: a second run gives other bytes", format)
		}
	}
}
