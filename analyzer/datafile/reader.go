package datafile

import (
	"bytes"
	"cmp"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"go.yaml.in/yaml/v4"
)

// Reader walks the nodes of one YAML file and gathers all its faults. Its
// methods return empty values where something is wrong, so that reading goes on.
type Reader struct {
	file   string
	lines  []string
	faults Faults
}

// Open parses the file. The node is nil where the file is no YAML.
func Open(file string, data []byte) (*Reader, *yaml.Node) {
	text := strings.ReplaceAll(string(data), "\r\n", "\n")
	r := &Reader{file: file, lines: strings.Split(text, "\n")}
	decoder := yaml.NewDecoder(bytes.NewReader(data))
	var document, second yaml.Node
	err := decoder.Decode(&document)
	if err == nil {
		if err = decoder.Decode(&second); err == nil {
			r.Add(second.Line, second.Column, "a second document begins here; a file holds one")
		}
	}
	if err != nil && !errors.Is(err, io.EOF) {
		r.syntax(err)
		return r, nil
	}
	if len(document.Content) == 0 {
		r.Add(1, 1, "the file is empty")
		return r, nil
	}
	return r, document.Content[0]
}

// Err returns the faults, Faults in the file's order, or nil where there are none.
func (r *Reader) Err() error {
	if len(r.faults) == 0 {
		return nil
	}
	slices.SortStableFunc(r.faults, func(a, b Fault) int {
		return cmp.Or(cmp.Compare(a.Line, b.Line), cmp.Compare(a.Column, b.Column))
	})
	return r.faults
}

// syntax reports an error of the YAML parser at the place it names.
func (r *Reader) syntax(err error) {
	var load *yaml.LoadError
	if !errors.As(err, &load) {
		r.Add(1, 1, "not readable as YAML: "+err.Error())
		return
	}
	r.Add(load.Mark.Line, load.Mark.Column, "not readable as YAML: "+load.Message)
}

// Add reports a fault at a place, kept within the file.
func (r *Reader) Add(line, column int, message string) *Fault {
	line = min(max(line, 1), len(r.lines))
	f := Fault{File: r.file, Line: line, Column: max(column, 1), Message: message, Source: r.lines[line-1]}
	r.faults = append(r.faults, f)
	return &r.faults[len(r.faults)-1]
}

// Fault reports a fault at a node.
func (r *Reader) Fault(n *yaml.Node, format string, args ...any) *Fault {
	return r.Add(n.Line, n.Column, fmt.Sprintf(format, args...))
}

// Unknown reports a value that is none of the known ones, with the nearest of
// them. They are listed too unless there are too many to help.
func (r *Reader) Unknown(n *yaml.Node, what string, known []string) {
	f := r.Fault(n, "unknown %s %q", what, n.Value)
	f.DidYouMean, _ = Nearest(n.Value, known)
	if len(known) <= 20 {
		f.Allowed = known
	}
}

// Fields reads a mapping with the keys given, of which the first required ones
// must be there. Keys that are unknown, doubled or missing are faults.
func (r *Reader) Fields(n *yaml.Node, what string, required int, keys ...string) map[string]*yaml.Node {
	got := map[string]*yaml.Node{}
	n = Target(n)
	if n.Kind != yaml.MappingNode {
		r.Fault(n, "%s must be a mapping of keys to values, but is %s", what, kind(n)).Allowed = keys
		return nil
	}
	for i := 0; i+1 < len(n.Content); i += 2 {
		key := n.Content[i]
		switch {
		case !slices.Contains(keys, key.Value):
			r.Unknown(key, "key", keys)
		case got[key.Value] != nil:
			r.Fault(key, "key %q stands twice in %s", key.Value, what)
		default:
			got[key.Value] = n.Content[i+1]
		}
	}
	for _, key := range keys[:required] {
		if got[key] == nil {
			r.Fault(n, "%s lacks the key %q", what, key)
		}
	}
	return got
}

// Text reads a word or sentence. Numbers are taken as they are written, so that
// 3.10 stays "3.10".
func (r *Reader) Text(n *yaml.Node, what string) string {
	if n == nil {
		return ""
	}
	n = Target(n)
	if n.Kind != yaml.ScalarNode {
		r.Fault(n, "%s must be text, but is %s", what, kind(n))
		return ""
	}
	value := strings.TrimSpace(n.Value)
	if value == "" || IsNull(n) {
		r.Fault(n, "%s is empty", what)
		return ""
	}
	return value
}

// Choice reads one of the known values.
func (r *Reader) Choice(n *yaml.Node, what string, known []string) string {
	value := r.Text(n, what)
	if value != "" && !slices.Contains(known, value) {
		r.Unknown(Target(n), what, known)
	}
	return value
}

// List returns the entries of a list; a value that is no list is a list of one.
func (r *Reader) List(n *yaml.Node, what string) []*yaml.Node {
	if n == nil {
		return nil
	}
	n = Target(n)
	if IsNull(n) || n.Kind == yaml.SequenceNode && len(n.Content) == 0 {
		r.Fault(n, "%s is empty", what)
		return nil
	}
	if n.Kind != yaml.SequenceNode {
		return []*yaml.Node{n}
	}
	return n.Content
}

// Target is the node that an alias (*name) stands for, or the node itself.
func Target(n *yaml.Node) *yaml.Node {
	if n.Kind == yaml.AliasNode {
		return n.Alias
	}
	return n
}

// IsNull reports whether nothing was written for a value.
func IsNull(n *yaml.Node) bool { return n.Kind == yaml.ScalarNode && n.Tag == "!!null" }

// kind names what a node is, for messages.
func kind(n *yaml.Node) string {
	switch {
	case n.Kind == yaml.MappingNode:
		return "a mapping"
	case n.Kind == yaml.SequenceNode:
		return "a list"
	case IsNull(n):
		return "empty"
	default:
		return fmt.Sprintf("the value %q", n.Value)
	}
}
