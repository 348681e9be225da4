package worker

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"sync"
	"time"

	"lacuna/analyzer/document"
	"lacuna/analyzer/ingest"
)

// grace is how much longer than its own deadline a child may take before it is killed.
const grace = 2 * time.Second

// Pool reads files in child processes, each of which serves many. It may be
// used by several goroutines.
type Pool struct {
	program string
	lock    sync.Mutex
	idle    []*child
	closed  bool
}

// New makes a pool whose children are started from a program that calls Serve
// where Command is its only argument.
func New(program string) *Pool { return &Pool{program: program} }

// Warm starts a first child, so that it is there when it is needed.
func (p *Pool) Warm() {
	go func() {
		if c, err := p.take(); err == nil {
			p.give(c)
		}
	}()
}

// Files is ingest.Files in a child process. All errors are *ingest.Error.
func (p *Pool) Files(ctx context.Context, path string, lim ingest.Limits) ([]*document.Source, error) {
	return p.read(ctx, request{Path: path, Limits: lim.OrDefault()})
}

// ReadAll is ingest.ReadAll in a child process. All errors are *ingest.Error.
func (p *Pool) ReadAll(ctx context.Context, name string, data []byte, lim ingest.Limits) ([]*document.Source, error) {
	return p.read(ctx, request{Path: name, Given: true, Data: data, Limits: lim.OrDefault()})
}

// read asks a child, and gives it back where it can serve again.
func (p *Pool) read(ctx context.Context, r request) ([]*document.Source, error) {
	c, err := p.take()
	if err != nil {
		return nil, &ingest.Error{Path: r.Path, Reason: "no process could be started to read it: " + err.Error(), Err: err}
	}
	answer, err := c.ask(ctx, r)
	switch {
	case err != nil:
		c.end()
		return nil, &ingest.Error{Path: r.Path, Reason: reason(err, r.Limits), Err: err}
	case answer.Spoilt || c.memory() > r.Limits.Memory/2:
		c.end()
	default:
		p.give(c)
	}
	var faults []error
	for _, f := range answer.Faults {
		faults = append(faults, &ingest.Error{Path: f.Path, Place: f.Place, Reason: f.Reason})
	}
	if len(faults) == 1 {
		return answer.Sources, faults[0]
	}
	return answer.Sources, errors.Join(faults...)
}

// reason says why a child gave no answer.
func reason(err error, lim ingest.Limits) string {
	var crash *crash
	switch {
	case errors.Is(err, errSlow):
		return fmt.Sprintf("reading took longer than %v, and was ended", lim.Time)
	case errors.Is(err, errFat):
		return fmt.Sprintf("reading it took more than the limit of %d MiB of memory, and was ended", lim.Memory>>20)
	case errors.Is(err, context.Canceled):
		return "reading was broken off"
	case errors.As(err, &crash) && crash.last != "":
		return "the file is damaged in a way that ended its reader: " + crash.last
	}
	return "the file is damaged in a way that ended its reader"
}

// take returns an idle child, or starts one.
func (p *Pool) take() (*child, error) {
	p.lock.Lock()
	if n := len(p.idle); n > 0 {
		c := p.idle[n-1]
		p.idle = p.idle[:n-1]
		p.lock.Unlock()
		return c, nil
	}
	p.lock.Unlock()
	return start(p.program)
}

func (p *Pool) give(c *child) {
	p.lock.Lock()
	defer p.lock.Unlock()
	if p.closed {
		c.end()
		return
	}
	p.idle = append(p.idle, c)
}

// Close ends the children that are idle; those that are not end with their file.
func (p *Pool) Close() {
	p.lock.Lock()
	defer p.lock.Unlock()
	p.closed = true
	for _, c := range p.idle {
		c.end()
	}
	p.idle = nil
}

// allowed is how long a child may take: an archive holds many files.
func allowed(r request) time.Duration {
	head := r.Data
	if !r.Given {
		head = beginning(r.Path)
	}
	if bytes.HasPrefix(head, []byte("PK")) {
		return ingest.ArchiveTimes*r.Limits.Time + grace
	}
	return r.Limits.Time + grace
}

// beginning is the first bytes of a file; none where it cannot be read, which
// the child will say.
func beginning(path string) []byte {
	if info, err := os.Stat(path); err != nil || !info.Mode().IsRegular() { // a pipe is read once, by the child
		return nil
	}
	f, err := os.Open(path)
	if err != nil {
		return nil
	}
	defer f.Close()
	head := make([]byte, 4)
	n, _ := io.ReadFull(f, head) // a shorter file is no archive
	return head[:n]
}
