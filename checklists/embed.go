// Package checklists holds the data that lacuna is built with: the concepts,
// the lexicons of the languages, the checklists of treaties with their examples
// and the treaties' words. README.md says how to write a checklist.
package checklists

import (
	"bytes"
	"embed"
	"fmt"
	"io/fs"
	"strings"
)

// FS holds the files of this folder under the same names.
//
//go:embed *.yaml lexicon/*.yaml examples/*.yaml words/*.yaml treaty/*.txt
var FS embed.FS

// schema is the line by which a checklist is told from the other YAML files.
var schema = []byte("\nschema: lacuna/checklist/1\n")

// Names lists the built-in checklists, sorted: "opsc".
func Names() []string {
	var names []string
	files, _ := fs.Glob(FS, "*.yaml") // fails on a malformed pattern only
	for _, file := range files {
		if data, err := FS.ReadFile(file); err == nil && bytes.Contains(append([]byte("\n"), data...), schema) {
			names = append(names, strings.TrimSuffix(file, ".yaml"))
		}
	}
	return names
}

// Open returns the bytes of a built-in checklist and the name of its file, for
// messages. The error for an unknown name lists those there are.
func Open(name string) (file string, data []byte, err error) {
	for _, known := range Names() {
		if name == known {
			data, err = FS.ReadFile(name + ".yaml")
			return name + ".yaml", data, err
		}
	}
	return "", nil, fmt.Errorf("there is no built-in checklist %q; there are: %s", name, strings.Join(Names(), ", "))
}

// Examples lists the files of example provisions for a checklist, one a
// language, sorted: "examples/opsc.en.yaml".
func Examples(name string) []string {
	files, _ := fs.Glob(FS, "examples/*.yaml")
	var out []string
	for _, file := range files {
		if strings.HasPrefix(file, "examples/"+name+".") {
			out = append(out, file)
		}
	}
	return out
}

// Words returns the files that say in a language what the concepts, and the
// built-in checklist of that name, say in English. There may be none.
func Words(name, language string) [][]byte {
	var out [][]byte
	for _, file := range []string{"concepts", name} {
		if data, err := FS.ReadFile("words/" + file + "." + language + ".yaml"); err == nil {
			out = append(out, data)
		}
	}
	return out
}
