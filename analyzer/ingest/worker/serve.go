// Package worker reads untrusted files in a child process of the same program,
// which can be killed: a file that hangs, crashes or eats memory costs its own
// reader and nothing else. One child serves many files, one after another.
package worker

import (
	"context"
	"encoding/gob"
	"errors"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"runtime/debug"
	"strings"
	"time"

	"lacuna/analyzer/document"
	"lacuna/analyzer/ingest"
)

// Command is the one argument with which a program is started to be a worker.
const Command = "read-files-for-parent"

// deepest is how far the stack of a reader may grow, in bytes.
const deepest = 64 << 20

// ballast is room in the heap that is never written to, so that it costs no
// memory: with it the collector leaves a process alone that holds little.
const ballast = 12 << 20

// request asks for one file: by its path or, where Given, by its bytes.
type request struct {
	Path   string
	Given  bool
	Data   []byte
	Limits ingest.Limits
}

// reply is what came of a request or, where it is not Final, word of how many
// of the pictures of its pages are read.
type reply struct {
	Final       bool
	Done, Total int
	Sources     []*document.Source
	Faults      []fault
	Spoilt      bool // a reader hangs on in the process, which serves no longer
}

// fault is an ingest.Error without its cause.
type fault struct{ Path, Place, Reason string }

// Serve reads the files that a parent asks for, until the parent closes in or
// ends; then the process exits, whatever it does. It returns only where it
// cannot answer.
func Serve(in io.Reader, out io.Writer) error {
	debug.SetMaxStack(deepest)
	heavy := make([]byte, ballast)
	defer runtime.KeepAlive(heavy)
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	if room := os.Getenv(roomVariable); room != "" {
		if err := os.Setenv("TMPDIR", room); err != nil {
			return err
		}
	}
	requests := make(chan request)
	go func() {
		from := gob.NewDecoder(in)
		for {
			var r request
			if err := from.Decode(&r); err != nil {
				leave(cancel)
			}
			requests <- r
		}
	}()
	to := gob.NewEncoder(out)
	for r := range requests {
		debug.SetMemoryLimit(r.Limits.Memory / 4 * 3)
		r.Limits.Progress = func(done, total int) {
			_ = to.Encode(reply{Done: done, Total: total}) // a parent that is gone is noticed at the end
		}
		if err := to.Encode(answer(ctx, r)); err != nil {
			return err
		}
	}
	return nil
}

// leave ends the process: programs that a reader started end first.
func leave(cancel context.CancelFunc) {
	cancel()
	time.Sleep(50 * time.Millisecond)
	if room := os.Getenv(roomVariable); strings.HasPrefix(filepath.Base(room), roomPrefix) {
		_ = os.RemoveAll(room) // nobody is left to be told
	}
	os.Exit(0)
}

func answer(ctx context.Context, r request) reply {
	read := func() ([]*document.Source, error) { return ingest.Files(ctx, r.Path, r.Limits) }
	if r.Given {
		read = func() ([]*document.Source, error) { return ingest.ReadAll(ctx, r.Path, r.Data, r.Limits) }
	}
	sources, err := read()
	return reply{Final: true, Sources: sources, Faults: faults(err), Spoilt: errors.Is(err, context.DeadlineExceeded)}
}

// faults takes an error of ingest apart.
func faults(err error) []fault {
	if err == nil {
		return nil
	}
	if many, ok := err.(interface{ Unwrap() []error }); ok {
		var out []fault
		for _, e := range many.Unwrap() {
			out = append(out, faults(e)...)
		}
		return out
	}
	var e *ingest.Error
	if errors.As(err, &e) {
		return []fault{{e.Path, e.Place, e.Reason}}
	}
	return []fault{{Reason: err.Error()}}
}
