package ingest

import (
	"context"
	"time"
)

// clock ends the reading of a file that takes too long. It stands still while
// what has limits of its own is at work.
type clock struct {
	limit time.Duration
	timer *time.Timer
}

// newClock returns a context that ends with its parent, or when the clock has
// run for so long; then its cause is context.DeadlineExceeded.
func newClock(parent context.Context, limit time.Duration) (context.Context, context.CancelFunc, *clock) {
	ctx, cancel := context.WithCancelCause(parent)
	c := &clock{limit, time.AfterFunc(limit, func() { cancel(context.DeadlineExceeded) })}
	return ctx, func() { c.timer.Stop(); cancel(nil) }, c
}

func (c *clock) stop() { c.timer.Stop() }

// start lets the clock run anew.
func (c *clock) start() { c.timer.Reset(c.limit) }
