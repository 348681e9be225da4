package cli

import (
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
)

// arrows says which of our packages each package may import; "x/..." stands
// for x and all below it.
var arrows = map[string][]string{
	"cmd/lacuna":         {"cmd/lacuna/cli"},
	"cmd/lacuna/cli":     {"analyzer/...", "cmd/lacuna/web", "checklists", "corpora"},
	"cmd/lacuna/web":     {"analyzer/...", "checklists"},
	"analyzer":           {"analyzer/..."},
	"analyzer/message":   {},
	"analyzer/document":  {"analyzer/message"},
	"analyzer/datafile":  {},
	"analyzer/lexicon":   {"analyzer/datafile"},
	"analyzer/ingest":    {"analyzer/message", "analyzer/document", "analyzer/ingest/..."},
	"analyzer/outline":   {"analyzer/message", "analyzer/document", "analyzer/lexicon"},
	"analyzer/amend":     {"analyzer/message", "analyzer/document", "analyzer/lexicon", "analyzer/outline"},
	"analyzer/norm":      {"analyzer/document", "analyzer/lexicon"},
	"analyzer/checklist": {"analyzer/lexicon", "analyzer/datafile"},
	"analyzer/match":     {"analyzer/checklist", "analyzer/norm", "analyzer/document", "analyzer/lexicon"},
	"analyzer/coverage":  {"analyzer/message", "analyzer/match", "analyzer/norm", "analyzer/checklist", "analyzer/dossier", "analyzer/document", "analyzer/lexicon"},
	"analyzer/dossier":   {"analyzer/document", "analyzer/lexicon", "analyzer/datafile"},
	"analyzer/compare":   {"analyzer/message", "analyzer/amend", "analyzer/coverage", "analyzer/checklist", "analyzer/match", "analyzer/norm", "analyzer/document"},
	"analyzer/ledger":    {"analyzer/coverage"},
	"analyzer/review":    {"analyzer/coverage", "analyzer/checklist"},
	"analyzer/evaluate":  {"analyzer/coverage", "analyzer/checklist"},
	"analyzer/report":    {"analyzer/message", "analyzer/amend", "analyzer/compare", "analyzer/coverage", "analyzer/ledger", "analyzer/review", "analyzer/evaluate", "analyzer/checklist", "analyzer/document", "analyzer/lexicon"},
	"checklists":         {},
	"corpora":            {},
}

// kept says which packages alone may import a library or a part of Go's own.
var kept = map[string][]string{
	"github.com/urfave/cli/v2":            {"cmd/lacuna/cli"},
	"github.com/sahilm/fuzzy":             {"cmd/lacuna/cli"},
	"github.com/ledongthuc/pdf":           {"analyzer/ingest/..."},
	"github.com/klippa-app/go-pdfium":     {"analyzer/ingest/pdfium"},
	"github.com/tetratelabs/wazero":       {"analyzer/ingest/pdfium"},
	"github.com/olekukonko/tablewriter":   {"analyzer/report"},
	"github.com/blevesearch/snowballstem": {"analyzer/lexicon"},
	"net":                                 {"cmd/lacuna/web"}, // nothing leaves the machine
	"net/http":                            {"cmd/lacuna/web"},
	"os/exec":                             {"analyzer/ingest/..."},
}

func TestImportsFollowTheArrows(t *testing.T) {
	root := filepath.Join("..", "..", "..")
	for _, top := range []string{"analyzer", "checklists", "corpora", filepath.Join("cmd", "lacuna")} {
		err := filepath.WalkDir(filepath.Join(root, top), func(path string, d fs.DirEntry, err error) error {
			if err != nil || d.IsDir() || !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") {
				return err
			}
			pkg, err := filepath.Rel(root, filepath.Dir(path))
			if err != nil {
				return err
			}
			checkImports(t, filepath.ToSlash(pkg), path)
			return nil
		})
		if err != nil && !os.IsNotExist(err) {
			t.Fatal(err)
		}
	}
}

func checkImports(t *testing.T, pkg, path string) {
	file, err := parser.ParseFile(token.NewFileSet(), path, nil, parser.ImportsOnly)
	if err != nil {
		t.Error(err)
		return
	}
	allowed, known := arrows[pkg]
	if strings.HasPrefix(pkg, "analyzer/ingest/") {
		allowed, known = arrows["analyzer/ingest"], true
	}
	if !known {
		t.Errorf("package %s has no row in the table of arrows", pkg)
	}
	for _, spec := range file.Imports {
		name, err := strconv.Unquote(spec.Path.Value)
		if err != nil {
			t.Fatal(err)
		}
		if ours, ok := strings.CutPrefix(name, "lacuna/"); ok && !within(ours, allowed) {
			t.Errorf("%s imports %s, against the arrows", path, name)
		}
		for library, where := range kept {
			if (name == library || strings.HasPrefix(name, library+"/") && strings.Contains(library, ".")) && !within(pkg, where) {
				t.Errorf("%s imports %s, which only %s may", path, name, strings.Join(where, ", "))
			}
		}
	}
}

// within tells whether a package is one of the list.
func within(pkg string, list []string) bool {
	for _, l := range list {
		above, all := strings.CutSuffix(l, "/...")
		if pkg == above || all && strings.HasPrefix(pkg, above+"/") {
			return true
		}
	}
	return false
}
