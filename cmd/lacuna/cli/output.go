package cli

import (
	"bytes"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"github.com/urfave/cli/v2"
	"golang.org/x/term"

	"lacuna/analyzer/report"
)

// target is a format and where its report goes; an empty file is stdout.
type target struct {
	format report.Format
	file   string
}

// targets reads --format and each -o FORMAT=FILE, and refuses what could not
// be written before any work is done.
func targets(c *cli.Context) ([]target, error) {
	var out []target
	for _, o := range c.StringSlice("output") {
		name, file, ok := strings.Cut(o, "=")
		if !ok || file == "" {
			return nil, usage("-o takes FORMAT=FILE, for example -o html=report.html, not %q", o)
		}
		f, err := findFormat(name)
		if err != nil {
			return nil, err
		}
		if info, err := os.Stat(filepath.Dir(file)); err != nil || !info.IsDir() {
			return nil, usage("cannot write %s: there is no folder %s", file, filepath.Dir(file))
		}
		out = append(out, target{f, file})
	}
	if len(out) > 0 && !c.IsSet("format") {
		return out, nil
	}
	f, err := findFormat(c.String("format"))
	return append(out, target{format: f}), err
}

func findFormat(name string) (report.Format, error) {
	f, ok := report.FindFormat(name)
	if !ok {
		names := report.FormatNames()
		return f, usage("there is no format %q%s Formats: %s", name, didYouMean("", name, names), strings.Join(names, ", "))
	}
	return f, nil
}

// choice refuses a value that is not among those a flag takes.
func choice(flag, value string, among ...string) error {
	if has(among, value) {
		return nil
	}
	return usage("--%s takes %s, not %q%s", flag, strings.Join(among, " or "), value, didYouMean("", value, among))
}

// put writes to stdout or, whole or not at all, to a file.
func (s *session) put(file string, width int, write func(io.Writer, report.Options) error) error {
	var out bytes.Buffer
	o := report.Options{Width: width}
	if file == "" {
		o = s.layout(width)
	}
	if err := write(&out, o); err != nil {
		return err
	}
	if file == "" {
		_, err := s.stdout.Write(out.Bytes())
		return err
	}
	if err := replace(file, out.Bytes()); err != nil {
		return usage("cannot write %s: %v", file, plain(err))
	}
	return nil
}

// replace writes a file beside the old one and then takes its place. What is
// no ordinary file (a pipe, a device) is written to as it is.
func replace(file string, data []byte) error {
	if info, err := os.Stat(file); err == nil && !info.Mode().IsRegular() {
		return os.WriteFile(file, data, 0o644)
	}
	temp, err := os.CreateTemp(filepath.Dir(file), ".lacuna-*")
	if err != nil {
		return err
	}
	defer os.Remove(temp.Name())
	_, err = temp.Write(data)
	if err == nil {
		err = temp.Chmod(0o644)
	}
	if closed := temp.Close(); err == nil {
		err = closed
	}
	if err == nil {
		err = os.Rename(temp.Name(), file)
	}
	return err
}

// layout says how wide stdout is and whether it shows colour: --width, else
// the environment's COLUMNS, else the terminal's width, else 100.
func (s *session) layout(width int) report.Options {
	file, ok := s.stdout.(*os.File)
	terminal := ok && term.IsTerminal(int(file.Fd()))
	o := report.Options{Width: width, Color: terminal && os.Getenv("NO_COLOR") == "" && os.Getenv("TERM") != "dumb"}
	if n, err := strconv.Atoi(os.Getenv("COLUMNS")); o.Width == 0 && err == nil && n > 0 {
		o.Width = n
	}
	if o.Width == 0 && terminal {
		o.Width, _, _ = term.GetSize(int(file.Fd()))
	}
	return o
}

// progress says on a terminal what is being done, on a line that goes again.
func (s *session) progress(format string, args ...any) {
	if file, ok := s.stderr.(*os.File); ok && term.IsTerminal(int(file.Fd())) {
		fmt.Fprintf(file, "\r\x1b[K%s", visible(fmt.Sprintf(format, args...)))
	}
}
