package ingest

import (
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"strings"

	"golang.org/x/net/html/charset"
)

// maxNodes bounds how many elements and texts a tree may hold.
const maxNodes = 4_000_000

// node is an element of an XML tree, or a piece of text, which has no name.
// Names are without their prefixes.
type node struct {
	name string
	attr []xml.Attr
	text string
	kids []*node
}

// parseXML reads a whole XML file, in which elements may nest up to a depth, and
// returns its root element.
func parseXML(data []byte, depth int) (*node, error) {
	d := xml.NewDecoder(bytes.NewReader(narrowed(data)))
	d.Entity = xml.HTMLEntity
	d.CharsetReader = func(label string, r io.Reader) (io.Reader, error) {
		if strings.HasPrefix(strings.ToLower(label), "utf-16") { // narrowed has turned it
			return r, nil
		}
		return charset.NewReaderLabel(label, r)
	}
	top := &node{}
	open, count := []*node{top}, 0
	for {
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return nil, fmt.Errorf("the XML is broken: %w", err)
		}
		if count++; count > maxNodes {
			return nil, fmt.Errorf("the XML holds more than %d elements", maxNodes)
		}
		parent := open[len(open)-1]
		switch t := token.(type) {
		case xml.StartElement:
			if len(open) > depth {
				return nil, fmt.Errorf("the XML nests more than %d elements", depth)
			}
			n := &node{name: t.Name.Local, attr: t.Attr}
			parent.kids = append(parent.kids, n)
			open = append(open, n)
		case xml.EndElement:
			open = open[:len(open)-1]
		case xml.CharData:
			parent.kids = append(parent.kids, &node{text: string(t)})
		}
	}
	for _, n := range top.kids {
		if n.name != "" {
			return n, nil
		}
	}
	return nil, errors.New("the XML holds no element")
}

// get returns an attribute by its name without prefix, "" where it is missing.
func (n *node) get(name string) string {
	if n == nil {
		return ""
	}
	for _, a := range n.attr {
		if a.Name.Local == name {
			return a.Value
		}
	}
	return ""
}

// has reports whether an attribute is there.
func (n *node) has(name string) bool {
	if n == nil {
		return false
	}
	for _, a := range n.attr {
		if a.Name.Local == name {
			return true
		}
	}
	return false
}

// child returns the first child element reached by the names; nil where one is missing.
func (n *node) child(names ...string) *node {
	for _, name := range names {
		if n == nil {
			return nil
		}
		var found *node
		for _, k := range n.kids {
			if k.name == name {
				found = k
				break
			}
		}
		n = found
	}
	return n
}

// all returns the child elements of a name.
func (n *node) all(name string) []*node {
	var out []*node
	if n != nil {
		for _, k := range n.kids {
			if k.name == name {
				out = append(out, k)
			}
		}
	}
	return out
}

// find returns the first element of a name at any depth; nil where there is none.
func (n *node) find(name string) *node {
	if n == nil || n.name == name {
		return n
	}
	for _, k := range n.kids {
		if found := k.find(name); found != nil {
			return found
		}
	}
	return nil
}

// words joins all text below a node.
func (n *node) words() string {
	var b strings.Builder
	n.walk(func(k *node) { b.WriteString(k.text) })
	return b.String()
}

// walk calls visit for n and all below it, in order.
func (n *node) walk(visit func(*node)) {
	if n == nil {
		return
	}
	visit(n)
	for _, k := range n.kids {
		k.walk(visit)
	}
}
