package worker

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"reflect"
	"runtime"
	"runtime/debug"
	"strings"
	"sync"
	"testing"
	"time"

	"lacuna/analyzer/ingest"
	"lacuna/analyzer/ingest/ingesttest"
)

// TestMain lets the test binary be the child, one that reads or one that
// misbehaves as badFlag tells.
func TestMain(m *testing.M) {
	if len(os.Args) != 2 || os.Args[1] != Command {
		os.Exit(m.Run())
	}
	switch os.Getenv(badFlag) {
	case "hang":
		select {}
	case "eat":
		for held := [][]byte{}; ; {
			piece := make([]byte, 1<<20)
			for i := range piece {
				piece[i] = 1
			}
			held = append(held, piece)
			_ = held
		}
	case "overflow":
		debug.SetMaxStack(deepest)
		overflow(0) //nolint:staticcheck // on purpose: it never returns
	case "vanish":
		os.Exit(0)
	}
	if Serve(os.Stdin, os.Stdout) != nil {
		os.Exit(1)
	}
	os.Exit(0)
}

const badFlag = "LACUNA_TEST_READER"

func overflow(n int) int { return overflow(n+1) + 1 } //nolint:staticcheck // on purpose

func pool(t *testing.T) *Pool {
	p := New(os.Args[0])
	t.Cleanup(p.Close)
	return p
}

func TestAChildReadsWhatThisProcessReads(t *testing.T) {
	p := pool(t)
	ctx := context.Background()
	files, err := filepath.Glob(filepath.Join("..", "..", "..", "testdata", "formats", "*"))
	if err != nil || len(files) < 5 {
		t.Fatalf("no files: %v", err)
	}
	files = append(files, "missing.pdf", t.TempDir())
	for _, file := range files {
		if filepath.Ext(file) == ".doc" {
			continue // takes seconds
		}
		want, wantErr := ingest.Files(ctx, file, ingest.Limits{})
		got, gotErr := p.Files(ctx, file, ingest.Limits{})
		if !reflect.DeepEqual(got, want) {
			t.Errorf("%s is read otherwise by a child", file)
		}
		if (gotErr == nil) != (wantErr == nil) || gotErr != nil && gotErr.Error() != wantErr.Error() {
			t.Errorf("%s: %v, want %v", file, gotErr, wantErr)
		}
	}
	if len(p.idle) != 1 {
		t.Errorf("%d children served %d files, one after another", len(p.idle), len(files))
	}
}

func TestAnArchiveComesWithTheFaultsOfItsFiles(t *testing.T) {
	data := ingesttest.Zip(ingesttest.Part{Name: "a.txt", Content: "Article 1\nOne.\n"},
		ingesttest.Part{Name: "b.txt", Content: ""}, ingesttest.Part{Name: "c.bin", Content: "\x00\x00\x01"})
	sources, err := pool(t).ReadAll(context.Background(), "acts.zip", data, ingest.Limits{})
	var e *ingest.Error
	if len(sources) != 1 || !errors.As(err, &e) || strings.Count(err.Error(), "acts.zip/") != 2 {
		t.Errorf("%d texts, error %v", len(sources), err)
	}
}

func TestManyFilesAtOnce(t *testing.T) {
	p := pool(t)
	var all sync.WaitGroup
	for range 8 {
		all.Go(func() {
			for range 5 {
				if _, err := p.ReadAll(context.Background(), "a.txt", []byte("Article 1\nOne.\n"), ingest.Limits{}); err != nil {
					t.Error(err)
				}
			}
		})
	}
	all.Wait()
}

func TestABadChildIsEndedAndTheNextFileRead(t *testing.T) {
	for _, c := range []struct {
		bad, want string
		limits    ingest.Limits
	}{
		{"hang", "law.txt: reading took longer than 100ms, and was ended", ingest.Limits{Time: 100 * time.Millisecond}},
		{"eat", "law.txt: reading it took more than the limit of 200 MiB of memory, and was ended", ingest.Limits{Memory: 200 << 20}},
		{"overflow", "law.txt: the file is damaged in a way that ended its reader: stack overflow", ingest.Limits{}},
		{"vanish", "law.txt: the file is damaged in a way that ended its reader", ingest.Limits{}},
	} {
		t.Run(c.bad, func(t *testing.T) {
			if c.bad == "eat" && runtime.GOOS != "linux" {
				t.Skip("the memory of a child is watched on Linux alone")
			}
			p := pool(t)
			t.Setenv("TMPDIR", t.TempDir())
			t.Setenv(badFlag, c.bad)
			started := time.Now()
			sources, err := p.ReadAll(context.Background(), "law.txt", []byte("Article 1\nOne.\n"), c.limits)
			var e *ingest.Error
			if sources != nil || !errors.As(err, &e) || err.Error() != c.want {
				t.Errorf("%d texts, error %v; want %s", len(sources), err, c.want)
			}
			if took := time.Since(started); took > 30*time.Second {
				t.Errorf("it took %v", took)
			}
			if left, _ := os.ReadDir(os.Getenv("TMPDIR")); len(left) > 0 {
				t.Errorf("%s is left behind", left[0].Name())
			}
			t.Setenv(badFlag, "")
			if _, err := p.ReadAll(context.Background(), "law.txt", []byte("Article 1\nOne.\n"), c.limits); err != nil {
				t.Errorf("the next file: %v", err)
			}
		})
	}
}

func TestAChildEndsWithItsParent(t *testing.T) {
	p := pool(t)
	if _, err := p.ReadAll(context.Background(), "law.txt", []byte("Article 1\nOne.\n"), ingest.Limits{}); err != nil {
		t.Fatal(err)
	}
	c := p.idle[0]
	if err := c.in.Close(); err != nil { // as when the parent is gone
		t.Fatal(err)
	}
	if err := c.cmd.Wait(); err != nil {
		t.Errorf("the child ended with %v", err)
	}
	if _, err := os.Stat(c.room); err == nil {
		t.Errorf("%s is left behind", c.room)
	}
}

func TestWithoutAProgramNothingIsRead(t *testing.T) {
	_, err := New(filepath.Join(t.TempDir(), "nothing")).Files(context.Background(), "law.txt", ingest.Limits{})
	if err == nil || !strings.HasPrefix(err.Error(), "law.txt: no process could be started to read it: ") {
		t.Errorf("error %v", err)
	}
}
