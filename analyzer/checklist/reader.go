package checklist

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"strings"

	"go.yaml.in/yaml/v4"

	"lacuna/analyzer/lexicon"
)

// reader walks the nodes of one YAML file and gathers all its faults. Its
// methods return empty values where something is wrong, so that reading goes on.
type reader struct {
	file   string
	lines  []string
	faults Faults
}

// open parses the file. The node is nil where the file is no YAML.
func open(file string, data []byte) (*reader, *yaml.Node) {
	text := strings.ReplaceAll(string(data), "\r\n", "\n")
	r := &reader{file: file, lines: strings.Split(text, "\n")}
	decoder := yaml.NewDecoder(bytes.NewReader(data))
	var document, second yaml.Node
	err := decoder.Decode(&document)
	if err == nil {
		if err = decoder.Decode(&second); err == nil {
			r.add(second.Line, second.Column, "a second document begins here; a file holds one")
		}
	}
	if err != nil && !errors.Is(err, io.EOF) {
		r.syntax(err)
		return r, nil
	}
	if len(document.Content) == 0 {
		r.add(1, 1, "the file is empty")
		return r, nil
	}
	return r, document.Content[0]
}

// syntax reports an error of the YAML parser at the place it names.
func (r *reader) syntax(err error) {
	var load *yaml.LoadError
	if !errors.As(err, &load) {
		r.add(1, 1, "not readable as YAML: "+err.Error())
		return
	}
	r.add(load.Mark.Line, load.Mark.Column, "not readable as YAML: "+load.Message)
}

// add reports a fault at a place, kept within the file.
func (r *reader) add(line, column int, message string) *Fault {
	line = min(max(line, 1), len(r.lines))
	f := Fault{File: r.file, Line: line, Column: max(column, 1), Message: message, Source: r.lines[line-1]}
	r.faults = append(r.faults, f)
	return &r.faults[len(r.faults)-1]
}

// fault reports a fault at a node.
func (r *reader) fault(n *yaml.Node, format string, args ...any) *Fault {
	return r.add(n.Line, n.Column, fmt.Sprintf(format, args...))
}

// unknown reports a value that is none of the known ones, with the nearest of
// them. They are listed too unless there are too many to help.
func (r *reader) unknown(n *yaml.Node, what string, known []string) {
	f := r.fault(n, "unknown %s %q", what, n.Value)
	f.DidYouMean, _ = lexicon.Nearest(n.Value, known)
	if len(known) <= 20 {
		f.Allowed = known
	}
}

// fields reads a mapping with the keys given, of which the first required ones
// must be there. Keys that are unknown, doubled or missing are faults.
func (r *reader) fields(n *yaml.Node, what string, required int, keys ...string) map[string]*yaml.Node {
	got := map[string]*yaml.Node{}
	n = target(n)
	if n.Kind != yaml.MappingNode {
		r.fault(n, "%s must be a mapping of keys to values, but is %s", what, kind(n)).Allowed = keys
		return nil
	}
	for i := 0; i+1 < len(n.Content); i += 2 {
		key := n.Content[i]
		switch {
		case !has(keys, key.Value):
			r.unknown(key, "key", keys)
		case got[key.Value] != nil:
			r.fault(key, "key %q stands twice in %s", key.Value, what)
		default:
			got[key.Value] = n.Content[i+1]
		}
	}
	for _, key := range keys[:required] {
		if got[key] == nil {
			r.fault(n, "%s lacks the key %q", what, key)
		}
	}
	return got
}

// text reads a word or sentence. Numbers are taken as they are written, so that
// 3.10 stays "3.10".
func (r *reader) text(n *yaml.Node, what string) string {
	if n == nil {
		return ""
	}
	n = target(n)
	if n.Kind != yaml.ScalarNode {
		r.fault(n, "%s must be text, but is %s", what, kind(n))
		return ""
	}
	value := strings.TrimSpace(n.Value)
	if value == "" || isNull(n) {
		r.fault(n, "%s is empty", what)
		return ""
	}
	return value
}

// choice reads one of the known values.
func (r *reader) choice(n *yaml.Node, what string, known []string) string {
	value := r.text(n, what)
	if value != "" && !has(known, value) {
		r.unknown(target(n), what, known)
	}
	return value
}

// list returns the entries of a list; a value that is no list is a list of one.
func (r *reader) list(n *yaml.Node, what string) []*yaml.Node {
	if n == nil {
		return nil
	}
	n = target(n)
	if isNull(n) || n.Kind == yaml.SequenceNode && len(n.Content) == 0 {
		r.fault(n, "%s is empty", what)
		return nil
	}
	if n.Kind != yaml.SequenceNode {
		return []*yaml.Node{n}
	}
	return n.Content
}

// target is the node that an alias (*name) stands for, or the node itself.
func target(n *yaml.Node) *yaml.Node {
	if n.Kind == yaml.AliasNode {
		return n.Alias
	}
	return n
}

// isNull reports whether nothing was written for a value.
func isNull(n *yaml.Node) bool { return n.Kind == yaml.ScalarNode && n.Tag == "!!null" }

// kind names what a node is, for messages.
func kind(n *yaml.Node) string {
	switch {
	case n.Kind == yaml.MappingNode:
		return "a mapping"
	case n.Kind == yaml.SequenceNode:
		return "a list"
	case isNull(n):
		return "empty"
	default:
		return fmt.Sprintf("the value %q", n.Value)
	}
}

func has(list []string, s string) bool {
	for _, x := range list {
		if x == s {
			return true
		}
	}
	return false
}
