package cli

import (
	"bytes"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// shown is a command and its output as README.md shows them. A line "…" stands
// for lines that are left out.
type shown struct {
	args  []string
	first int // index of the first line of the output on the page
	lines []string
}

const (
	prompt = "$ go run ./cmd/lacuna "
	fence  = "```"
	cut    = "…"
)

// TestTheReadmeShowsWhatIsPrinted runs every command of README.md that stands
// there with its output. With -update the page is written anew, cut as it was.
func TestTheReadmeShowsWhatIsPrinted(t *testing.T) {
	t.Chdir(filepath.Join("..", "..", ".."))
	for _, name := range []string{"COLUMNS", "NO_COLOR", "TERM"} {
		t.Setenv(name, "")
	}
	data, err := os.ReadFile("README.md")
	if err != nil {
		t.Fatal(err)
	}
	page := strings.Split(string(data), "\n")
	examples := readExamples(page)
	if len(examples) == 0 || !slices.Equal(examples[0].args, []string{"analyze"}) {
		t.Fatalf("the first of %d commands with output is not %sanalyze", len(examples), prompt)
	}
	slices.Reverse(examples) // so that the places of those above stay right
	for _, e := range examples {
		want := e.cutLike(printed(t, e.args))
		switch {
		case slices.Equal(want, e.lines):
		case *update:
			page = slices.Replace(page, e.first, e.first+len(e.lines), want...)
		default:
			i := 0
			for i < len(want)-1 && i < len(e.lines)-1 && want[i] == e.lines[i] {
				i++
			}
			t.Errorf("README.md:%d: lacuna %s prints\n%s\nwhere the page shows\n%s\nmake golden writes the page anew",
				e.first+i+1, strings.Join(e.args, " "), want[i], e.lines[i])
		}
	}
	if *update {
		if err := os.WriteFile("README.md", []byte(strings.Join(page, "\n")), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

// readExamples finds the commands of a page whose output follows them.
func readExamples(page []string) []shown {
	var all []shown
	for i, line := range page {
		command, ok := strings.CutPrefix(line, prompt)
		if !ok {
			continue
		}
		n := slices.IndexFunc(page[i+1:], func(l string) bool { return strings.HasPrefix(l, fence) })
		if n > 0 {
			all = append(all, shown{strings.Fields(command), i + 1, slices.Clone(page[i+1 : i+1+n])})
		}
	}
	return all
}

// cutLike leaves out what the page leaves out: it keeps as many lines at the
// beginning and at the end as are shown.
func (e shown) cutLike(lines []string) []string {
	head := slices.Index(e.lines, cut)
	tail := len(e.lines) - head - 1
	if head < 0 || head+tail >= len(lines) {
		return lines
	}
	return slices.Concat(lines[:head], []string{cut}, lines[len(lines)-tail:])
}

// printed is what a command prints, line by line; it must succeed without a warning.
func printed(t *testing.T, args []string) []string {
	t.Helper()
	var stdout, stderr bytes.Buffer
	if code := Run(args, strings.NewReader(""), &stdout, &stderr); code != 0 || stderr.Len() > 0 {
		t.Fatalf("lacuna %s: exit %d: %s", strings.Join(args, " "), code, &stderr)
	}
	return strings.Split(strings.TrimRight(stdout.String(), "\n"), "\n")
}
