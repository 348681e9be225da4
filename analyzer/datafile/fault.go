// Package datafile reads YAML files that people write (checklists, lexicons) and
// gathers all that is wrong in one, each fault with line, column, the allowed
// values and the nearest of them.
package datafile

import (
	"fmt"
	"strings"
)

// Fault is one thing wrong in a file, with its place.
type Fault struct {
	File       string
	Line       int // from 1
	Column     int // from 1, in characters
	Message    string
	Source     string   // the text of the line
	Allowed    []string // the values that may stand there, if they are few
	DidYouMean string   // the nearest allowed value, if one is near
}

// String shows the fault over several lines: its place and message, the line
// with a caret under the place, the allowed values, and the nearest of them.
func (f Fault) String() string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s:%d:%d: %s\n", f.File, f.Line, f.Column, f.Message)
	if strings.TrimSpace(f.Source) != "" {
		fmt.Fprintf(&b, "  %s\n  %s^\n", f.Source, indent(f.Source, f.Column-1))
	}
	if len(f.Allowed) > 0 {
		fmt.Fprintf(&b, "  allowed: %s\n", strings.Join(f.Allowed, ", "))
	}
	if f.DidYouMean != "" {
		fmt.Fprintf(&b, "  did you mean %q?\n", f.DidYouMean)
	}
	return b.String()
}

// Faults is everything wrong in a file, in the file's order.
type Faults []Fault

// Error shows all faults, one after the other.
func (f Faults) Error() string {
	var b strings.Builder
	for _, fault := range f {
		b.WriteString(fault.String())
	}
	return strings.TrimSuffix(b.String(), "\n")
}

// indent is white space as wide as the first n characters of a line: tabs stay
// tabs, so that the caret stands where the reader sees the character.
func indent(line string, n int) string {
	var b strings.Builder
	for i, c := range []rune(line) {
		if i == n {
			break
		}
		if c != '\t' {
			c = ' '
		}
		b.WriteRune(c)
	}
	return b.String()
}
