package worker

import (
	"bytes"
	"context"
	"encoding/gob"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"strings"
	"sync"
	"time"

	"lacuna/analyzer/ingest/ocr"
)

// roomVariable names, for the child, the folder for what its readers write;
// roomPrefix is how the name of each such folder begins.
const (
	roomVariable = "LACUNA_READER_ROOM"
	roomPrefix   = "lacuna-reader-"
)

// watched is how often a child's memory is looked at.
const watched = 10 * time.Millisecond

var (
	errSlow = errors.New("the deadline has passed")
	errFat  = errors.New("too much memory is in use")
)

// crash is a child that ended before it answered.
type crash struct {
	err  error
	last string // what it said at its end
}

func (c *crash) Error() string { return fmt.Sprintf("the reading process ended: %v", c.err) }
func (c *crash) Unwrap() error { return c.err }

// child is a process that reads files.
type child struct {
	cmd  *exec.Cmd
	in   io.WriteCloser
	to   *gob.Encoder
	from *gob.Decoder
	said *tail
	room string
}

// start starts a child with a folder of its own.
func start(program string) (*child, error) {
	room, err := os.MkdirTemp("", roomPrefix)
	if err != nil {
		return nil, err
	}
	c := &child{cmd: exec.Command(program, Command), said: &tail{}, room: room}
	c.cmd.Env = append(os.Environ(), roomVariable+"="+room)
	c.cmd.Stderr = c.said
	c.cmd.WaitDelay = time.Second
	ownGroup(c.cmd)
	out, err := c.cmd.StdoutPipe()
	if err == nil {
		c.in, err = c.cmd.StdinPipe()
	}
	if err == nil {
		err = c.cmd.Start()
	}
	if err != nil {
		return nil, errors.Join(err, os.RemoveAll(room))
	}
	c.to, c.from = gob.NewEncoder(c.in), gob.NewDecoder(out)
	return c, nil
}

// ask has one file read. After an error the child is of no more use.
func (c *child) ask(ctx context.Context, r request) (*reply, error) {
	type result struct {
		answer *reply
		err    error
	}
	heard := make(chan result, 1)
	left := make(chan struct{}) // nobody listens any more
	defer close(left)
	go func() {
		err := c.to.Encode(r)
		for a := new(reply); !a.Final && err == nil; {
			a = new(reply)
			err = errors.Join(err, c.from.Decode(a))
			select {
			case heard <- result{a, err}:
			case <-left:
				return
			}
		}
	}()
	deadline := time.NewTimer(allowed(r))
	defer deadline.Stop()
	look := time.NewTicker(watched)
	defer look.Stop()
	for {
		select {
		case h := <-heard:
			switch {
			case h.err != nil:
				return nil, &crash{c.kill(h.err), c.said.words()}
			case h.answer.Final:
				return h.answer, nil
			}
			deadline.Reset(max(allowed(r), ocr.PageTime) + grace) // each picture has time of its own
			if r.Limits.Progress != nil {
				r.Limits.Progress(h.answer.Done, h.answer.Total)
			}
		case <-look.C:
			if c.memory() > r.Limits.Memory {
				return nil, c.kill(errFat)
			}
		case <-deadline.C:
			return nil, c.kill(errSlow)
		case <-ctx.Done():
			return nil, c.kill(ctx.Err())
		}
	}
}

// memory is what the child holds, in bytes; 0 where the system does not tell.
func (c *child) memory() int64 { return resident(c.cmd.Process.Pid) }

// kill ends the child at once and returns why.
func (c *child) kill(why error) error {
	killGroup(c.cmd.Process)
	_ = c.cmd.Wait() // it was killed, and says so
	return why
}

// end ends a child that has nothing to do, and takes away its folder.
func (c *child) end() {
	if c.cmd.ProcessState == nil {
		_ = c.kill(nil)
	}
	_ = os.RemoveAll(c.room) // what is left of it is in the system's own place for such things
}

// tail keeps the beginning of what a child says at its end.
type tail struct {
	lock sync.Mutex
	text bytes.Buffer
}

func (t *tail) Write(p []byte) (int, error) {
	t.lock.Lock()
	defer t.lock.Unlock()
	const most = 4 << 10
	if room := most - t.text.Len(); room > 0 {
		t.text.Write(p[:min(room, len(p))])
	}
	return len(p), nil
}

// words is the line that says why: Go's own word for the end of a program.
func (t *tail) words() string {
	t.lock.Lock()
	defer t.lock.Unlock()
	for line := range strings.Lines(t.text.String()) {
		if why, ok := strings.CutPrefix(strings.TrimSpace(line), "fatal error: "); ok {
			return why
		}
	}
	return ""
}
