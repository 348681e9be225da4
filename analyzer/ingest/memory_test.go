//go:build linux

package ingest

import (
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// readAlone names the file that a test reads in a process of its own.
const readAlone = "LACUNA_TEST_READ_ALONE"

// TestMemoryOfRealPDFs holds a process that reads one PDF to 64 MB and twelve
// times the text it gives.
func TestMemoryOfRealPDFs(t *testing.T) {
	if path := os.Getenv(readAlone); path != "" {
		if src, err := File(context.Background(), path, Limits{}); err == nil {
			fmt.Printf("text %d kB %d\n", len(src.Text), mostMemory(t))
		}
		return
	}
	if testing.Short() {
		t.Skip("reads three thousand pages")
	}
	dir := corpora(t)
	files, _ := filepath.Glob(filepath.Join(dir, "*", "*.pdf"))
	more, _ := filepath.Glob(filepath.Join(dir, "unlabelled", "*", "*.pdf"))
	for _, path := range append(files, more...) {
		cmd := exec.Command(os.Args[0], "-test.run", "^TestMemoryOfRealPDFs$")
		cmd.Env = append(os.Environ(), readAlone+"="+path, "PATH=") // scans are not read
		out, err := cmd.Output()
		if err != nil {
			t.Fatalf("%s: %v: %s", path, err, out)
		}
		text, used := 0, 0
		if n, _ := fmt.Sscanf(string(out), "text %d kB %d", &text, &used); n < 2 {
			continue // a scan
		}
		allowed := 64<<10 + 12*text>>10
		t.Logf("%-60s %d kB of %d", filepath.Base(path), used, allowed)
		if used > allowed {
			t.Errorf("%s: %d kB, want %d at most", filepath.Base(path), used, allowed)
		}
	}
}

// mostMemory returns the most memory that this process has had, in kB.
func mostMemory(t *testing.T) int {
	status, err := os.ReadFile("/proc/self/status")
	if err != nil {
		t.Fatal(err)
	}
	_, rest, _ := strings.Cut(string(status), "VmHWM:")
	most := 0
	fmt.Sscan(rest, &most)
	return most
}
