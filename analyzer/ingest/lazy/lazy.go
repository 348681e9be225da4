// Package lazy makes what a reader needs when it is first asked for: the
// program and each of its reading processes start without it.
package lazy

import (
	"regexp"
	"sync"
)

// Pattern is a regular expression that is compiled at its first use; one that
// is not valid panics there.
func Pattern(expr string) func() *regexp.Regexp {
	return sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(expr) })
}
