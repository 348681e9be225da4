package cli

import (
	"errors"
	"fmt"
	"strings"
	"syscall"

	"lacuna/analyzer/datafile"
	"lacuna/analyzer/ingest/build"
)

// Exit codes other than 0.
const (
	exitFound  = 1 // done, and what --fail-on names was found
	exitUsage  = 2 // wrong usage
	exitUnread = 3 // something could not be read; what could was done
)

// failure is an error with its exit code.
type failure struct {
	code int
	error
}

func (f failure) Unwrap() error { return f.error }

// usage is a fault in the command line.
func usage(format string, args ...any) error {
	return failure{exitUsage, fmt.Errorf(format, args...)}
}

// unread is a file that could not be read, or several.
func unread(err error) error {
	if many, ok := err.(interface{ Unwrap() []error }); ok {
		var out []error
		for _, e := range many.Unwrap() {
			out = append(out, unread(e))
		}
		return errors.Join(out...)
	}
	return failure{exitUnread, err}
}

// report prints an error, a line for each thing that went wrong, and returns
// the exit code: the highest of them. A reader that went away is no error.
func (s *session) report(err error) int {
	if err == nil || errors.Is(err, syscall.EPIPE) {
		return 0
	}
	if many, ok := err.(interface{ Unwrap() []error }); ok {
		code := 0
		for _, e := range many.Unwrap() {
			code = max(code, s.report(e))
		}
		return code
	}
	fmt.Fprintf(s.stderr, "lacuna: %s\n", visible(err.Error()))
	var f failure
	if errors.As(err, &f) {
		return f.code
	}
	return exitUsage
}

// warn tells of something that does not change the exit code.
func (s *session) warn(format string, args ...any) {
	fmt.Fprintf(s.stderr, "lacuna: %s\n", visible(fmt.Sprintf(format, args...)))
}

// visible leaves out of a message what would steer a terminal: names of files
// may hold anything.
func visible(message string) string {
	lines := strings.Split(message, "\n")
	for i := range lines {
		lines[i] = build.Clean(lines[i])
	}
	return strings.Join(lines, "\n")
}

// didYouMean ends a sentence about a name with the nearest of the names, if one is near.
func didYouMean(prefix, word string, names []string) string {
	near, ok := datafile.Nearest(word, names)
	if !ok {
		return "."
	}
	return fmt.Sprintf("; did you mean %s%s?", prefix, near)
}
