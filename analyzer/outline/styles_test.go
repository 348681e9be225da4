package outline

import (
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

var update = flag.Bool("update", false, "write the expected trees of made laws anew")

// law is a law made for a test and the tree that is to be read in it.
type law struct {
	name        string
	lines, tree []string
}

// laws reads a file of laws: "== name", the lines of the law as for made, "--",
// and the tree as drawn writes it. What stands before the first law is a remark.
func laws(t *testing.T, path string) (remark string, out []law) {
	t.Helper()
	raw, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	remark, rest, _ := strings.Cut(string(raw), "== ")
	for _, entry := range strings.Split(rest, "\n== ") {
		name, body, _ := strings.Cut(entry, "\n")
		source, tree, _ := strings.Cut(body, "\n--\n")
		out = append(out, law{name, strings.Split(source, "\n"), strings.Split(strings.Trim(tree, "\n"), "\n")})
	}
	return remark, out
}

// TestMadeLaws reads the laws under testdata, each in the style of one country
// or with one trouble, and holds the trees against those wanted.
func TestMadeLaws(t *testing.T) {
	files, err := filepath.Glob(filepath.Join("testdata", "*.law"))
	if err != nil || len(files) == 0 {
		t.Fatal("no made laws", err)
	}
	for _, file := range files {
		remark, list := laws(t, file)
		var out strings.Builder
		out.WriteString(remark)
		for i, l := range list {
			t.Run(l.name, func(t *testing.T) {
				d := Read(made(l.lines...))
				checkNesting(t, d)
				if !*update {
					expect(t, d, l.tree...)
				}
				if i > 0 {
					out.WriteString("\n")
				}
				out.WriteString("== " + l.name + "\n" + strings.Join(l.lines, "\n") + "\n--\n" + drawn(d))
			})
		}
		if *update {
			if err := os.WriteFile(file, []byte(out.String()), 0o644); err != nil {
				t.Fatal(err)
			}
		}
	}
}
