package cli

import (
	"bytes"
	"flag"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"
)

var update = flag.Bool("update", false, "write the expected output of sessions anew")

// section is one named part of a session file.
type section struct{ name, body string }

var mark = regexp.MustCompile(`(?m)^-- (.+) --\n`)

// TestSessions runs the command lines of testdata/script. A file opens with
// a sentence on what it shows; then come sections: "args", one argument a line;
// "env", lines NAME=value; "stdin"; "exit", the code; "stdout" and "stderr",
// the whole output; "stdout has", "stderr has" and "stdout lacks", lines that must
// or must not stand in it; "wrote NAME", words that a written file holds. Every other
// section is a file in the folder where the command runs.
func TestSessions(t *testing.T) {
	files, err := filepath.Glob(filepath.Join("..", "..", "..", "testdata", "script", "*.txtar"))
	if err != nil || len(files) == 0 {
		t.Fatalf("no sessions found (%v)", err)
	}
	for _, file := range files {
		path, err := filepath.Abs(file)
		if err != nil {
			t.Fatal(err)
		}
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txtar"), func(t *testing.T) { runSession(t, path) })
	}
}

func runSession(t *testing.T, path string) {
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	intro, sections := split(string(data))
	t.Chdir(t.TempDir())
	for _, name := range []string{"COLUMNS", "NO_COLOR", "TERM"} {
		t.Setenv(name, "")
	}
	var args []string
	var stdin, stdout, stderr bytes.Buffer
	for _, s := range sections {
		switch head, _, _ := strings.Cut(s.name, " "); head {
		case "exit", "stdout", "stderr", "wrote":
		case "args":
			args = lines(s.body)
		case "stdin":
			stdin.WriteString(s.body)
		case "env":
			for _, l := range lines(s.body) {
				name, value, _ := strings.Cut(l, "=")
				t.Setenv(name, value)
			}
		default:
			writeFile(t, s)
		}
	}
	code := Run(args, &stdin, &stdout, &stderr)
	for i := range sections {
		check(t, &sections[i], code, stdout.String(), stderr.String())
	}
	if *update {
		if err := os.WriteFile(path, []byte(joined(intro, sections)), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

func check(t *testing.T, s *section, code int, stdout, stderr string) {
	head, rest, _ := strings.Cut(s.name, " ")
	got := map[string]string{"stdout": stdout, "stderr": stderr, "exit": strconv.Itoa(code) + "\n"}[head]
	switch {
	case head == "wrote":
		data, err := os.ReadFile(rest)
		if err != nil {
			t.Error(err)
		}
		holds(t, rest, string(data), s.body, true)
	case got == "" && head != "stdout" && head != "stderr":
	case rest == "has" || rest == "lacks":
		holds(t, head, got, s.body, rest == "has")
	case *update:
		s.body = got
	case got != s.body:
		t.Errorf("%s is\n%s\nwant\n%s\n(stderr: %s)", head, got, s.body, stderr)
	}
}

func holds(t *testing.T, what, got, want string, should bool) {
	t.Helper()
	for _, l := range lines(want) {
		if strings.Contains(got, l) != should {
			t.Errorf("%s: %q should stand in it: %t. It is\n%s", what, l, should, got)
		}
	}
}

func writeFile(t *testing.T, s section) {
	body := strings.ReplaceAll(s.body, `\x00`, "\x00") // for binary files
	if err := os.MkdirAll(filepath.Dir(s.name), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(s.name, []byte(body), 0o644); err != nil {
		t.Fatal(err)
	}
}

// split parts a session file into its opening words and its sections.
func split(data string) (string, []section) {
	at := mark.FindAllStringSubmatchIndex(data, -1)
	var out []section
	for i, m := range at {
		end := len(data)
		if i+1 < len(at) {
			end = at[i+1][0]
		}
		out = append(out, section{data[m[2]:m[3]], data[m[1]:end]})
	}
	return data[:at[0][0]], out
}

func joined(intro string, sections []section) string {
	var b strings.Builder
	b.WriteString(intro)
	for _, s := range sections {
		b.WriteString("-- " + s.name + " --\n" + s.body)
	}
	return b.String()
}

func lines(s string) []string {
	return strings.FieldsFunc(s, func(r rune) bool { return r == '\n' })
}
