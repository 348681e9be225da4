package coverage

import (
	"flag"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"go.yaml.in/yaml/v4"
)

var update = flag.Bool("update", false, "write measured.tsv anew from the labels")

// TestMeasuredIsWhatTheLabelsCover holds measured.tsv to the labels; -update
// writes it anew.
func TestMeasuredIsWhatTheLabelsCover(t *testing.T) {
	files, err := filepath.Glob(filepath.Join("..", "..", "testdata", "gold", "*.yaml"))
	if err != nil || len(files) == 0 {
		t.Fatalf("no labels (%v)", err)
	}
	found := map[string]bool{}
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		var gold struct {
			Language string
			Items    map[string]struct{ Elements map[string]string }
		}
		if err := yaml.Load(data, &gold); err != nil {
			t.Fatalf("%s: %v", file, err)
		}
		for item, it := range gold.Items {
			for element, value := range it.Elements {
				if value != "no" {
					found[gold.Language+"\t"+item+"/"+element] = true
				}
			}
		}
	}
	want := strings.Join(slices.Sorted(maps.Keys(found)), "\n") + "\n"
	if *update {
		if err := os.WriteFile("measured.tsv", []byte(want), 0o600); err != nil {
			t.Fatal(err)
		}
	} else if measuredTable != want {
		t.Error("measured.tsv is not what the labels cover: go test ./analyzer/coverage -run Measured -update")
	}
}
