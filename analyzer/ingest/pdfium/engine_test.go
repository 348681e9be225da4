package pdfium

import (
	"context"
	"os"
	"path/filepath"
	"testing"

	"github.com/tetratelabs/wazero"

	"lacuna/analyzer/ingest/cache"
)

// TestTheMachineStartsWhereItsFolderIsEmptied: of two processes that start at the same
// time one may empty the folder into which the other compiles.
func TestTheMachineStartsWhereItsFolderIsEmptied(t *testing.T) {
	if testing.Short() {
		t.Skip("compiling the machine takes seconds")
	}
	dir := filepath.Join(t.TempDir(), "lacuna")
	code, err := wazero.NewCompilationCacheWithDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.RemoveAll(dir); err != nil {
		t.Fatal(err)
	}
	before := compiled.code
	compiled.code = code
	defer func() { compiled.code = before }()
	pool, err := start(context.Background(), cache.Folder(dir))
	if err != nil {
		t.Fatal(err)
	}
	if err := pool.Close(); err != nil {
		t.Error(err)
	}
}
