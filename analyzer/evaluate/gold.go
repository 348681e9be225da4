// Package evaluate measures matrices against the labels of careful readers: how
// often each answer is right, how well gaps are found, whether the right
// provisions are cited and whether confidences can be trusted. Three baselines
// that understand no law are measured on the same texts, beside the program.
package evaluate

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"go.yaml.in/yaml/v4"

	"lacuna/analyzer/coverage"
)

// Gold holds what readers found in one text or dossier.
type Gold struct {
	Path     string // the file it was read from; faults name it
	Text     string // the text's name, which is also the file's: "eth-criminal-code"
	Language string // ISO 639-1
	Family   string // texts of one family are never used to judge each other
	Items    []GoldItem
}

// GoldItem is the reading of one item of the checklist.
type GoldItem struct {
	ID         string
	Line       int // in the file, from 1
	Elements   []GoldElement
	Provisions []string // best first; in a dossier after the short name of the act: "CHILD 48"
}

// GoldElement is the label of one element: Yes, Partial or No.
type GoldElement struct {
	ID    string
	Value coverage.Value
}

// goldKeys are the keys that a labels file may have. The sources of the texts
// and notes are for people, and are not read.
var (
	goldKeys = []string{"text", "language", "read_by", "sources", "items"}
	itemKeys = []string{"elements", "provisions", "note"}
)

// labels are the values that a reader may give.
var labels = []coverage.Value{coverage.Yes, coverage.Partial, coverage.No}

// LoadGold reads one file of labels. All faults are reported at once, each with
// file and line; a text's name must be that of its file.
func LoadGold(path string) (*Gold, error) {
	data, err := os.ReadFile(path)
	if err != nil {
		return nil, fmt.Errorf("gold labels: %w", err)
	}
	return ParseGold(path, data)
}

// LoadDir reads every .yaml file of a folder, in the order of their names.
func LoadDir(dir string) ([]*Gold, error) {
	entries, err := os.ReadDir(dir)
	if err != nil {
		return nil, fmt.Errorf("gold labels: %w", err)
	}
	var all []*Gold
	var faults []error
	for _, entry := range entries {
		if entry.IsDir() || filepath.Ext(entry.Name()) != ".yaml" {
			continue
		}
		gold, err := LoadGold(filepath.Join(dir, entry.Name()))
		if err != nil {
			faults = append(faults, err)
			continue
		}
		all = append(all, gold)
	}
	if len(faults) > 0 {
		return nil, errors.Join(faults...)
	}
	if len(all) == 0 {
		return nil, fmt.Errorf("%s: no gold labels (*.yaml) in this folder", dir)
	}
	return all, nil
}

// ParseGold reads labels from the bytes of a file; the path names them in faults
// and its last part must be that of the text.
func ParseGold(path string, data []byte) (*Gold, error) {
	var doc yaml.Node
	if err := yaml.Unmarshal(data, &doc); err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	if len(doc.Content) == 0 {
		return nil, fmt.Errorf("%s: the file is empty", path)
	}
	r := &goldReader{path: path}
	gold := r.gold(doc.Content[0])
	if len(r.faults) > 0 {
		return nil, errors.Join(r.faults...)
	}
	return gold, nil
}

// goldReader turns YAML nodes into labels and gathers the faults.
type goldReader struct {
	path   string
	faults []error
}

func (r *goldReader) fault(n *yaml.Node, format string, args ...any) {
	r.faults = append(r.faults, fmt.Errorf("%s:%d: %s", r.path, n.Line, fmt.Sprintf(format, args...)))
}

func (r *goldReader) gold(n *yaml.Node) *Gold {
	gold := &Gold{Path: r.path}
	r.each(n, "the file", func(key, value *yaml.Node) {
		switch key.Value {
		case "text":
			gold.Text = r.scalar(value, "text")
		case "language":
			gold.Language = r.scalar(value, "language")
		case "items":
			r.each(value, "items", func(id, body *yaml.Node) {
				gold.Items = append(gold.Items, r.item(id, body))
			})
		default:
			r.known(key, goldKeys)
		}
	})
	if stem := strings.TrimSuffix(filepath.Base(r.path), ".yaml"); gold.Text != stem {
		r.fault(n, "text is %q, but the file is named for %q", gold.Text, stem)
	}
	if len(gold.Items) == 0 {
		r.fault(n, "no items")
	}
	gold.Family = family(gold.Text)
	return gold
}

func (r *goldReader) item(id, body *yaml.Node) GoldItem {
	item := GoldItem{ID: id.Value, Line: id.Line}
	r.each(body, "item "+id.Value, func(key, value *yaml.Node) {
		switch key.Value {
		case "elements":
			r.each(value, "elements", func(name, label *yaml.Node) {
				item.Elements = append(item.Elements, r.element(id.Value, name, label))
			})
		case "provisions":
			item.Provisions = r.list(value, "provisions")
		default:
			r.known(key, itemKeys)
		}
	})
	if len(item.Elements) == 0 {
		r.fault(id, "item %s has no elements", id.Value)
	}
	return item
}

func (r *goldReader) element(item string, name, label *yaml.Node) GoldElement {
	value := coverage.Value(r.scalar(label, item+"/"+name.Value))
	if !slices.Contains(labels, value) {
		r.fault(label, "%s/%s is %q: must be \"yes\", \"partial\" or \"no\"", item, name.Value, value)
	}
	return GoldElement{ID: name.Value, Value: value}
}

// each walks the pairs of a mapping; a key that comes twice is a fault.
func (r *goldReader) each(n *yaml.Node, what string, do func(key, value *yaml.Node)) {
	if n.Kind != yaml.MappingNode {
		r.fault(n, "%s must be a mapping of keys to values", what)
		return
	}
	seen := map[string]bool{}
	for i := 0; i+1 < len(n.Content); i += 2 {
		key := n.Content[i]
		if seen[key.Value] {
			r.fault(key, "%q stands twice in %s", key.Value, what)
			continue
		}
		seen[key.Value] = true
		do(key, n.Content[i+1])
	}
}

func (r *goldReader) scalar(n *yaml.Node, what string) string {
	if n.Kind != yaml.ScalarNode {
		r.fault(n, "%s must be a single value", what)
		return ""
	}
	return n.Value
}

func (r *goldReader) list(n *yaml.Node, what string) []string {
	if n.Kind != yaml.SequenceNode {
		r.fault(n, "%s must be a list", what)
		return nil
	}
	var all []string
	for _, entry := range n.Content {
		all = append(all, r.scalar(entry, what))
	}
	return all
}

func (r *goldReader) known(key *yaml.Node, allowed []string) {
	if !slices.Contains(allowed, key.Value) {
		r.fault(key, "unknown key %q: must be one of %s", key.Value, strings.Join(allowed, ", "))
	}
}

// family is the country at the head of a text's name: the acts of one country
// quote and build on each other, so they are never used to judge one another.
func family(text string) string {
	country, _, _ := strings.Cut(text, "-")
	return country
}

// each calls do for every label, with the id "item/element".
func (g *Gold) each(do func(id string, label coverage.Value)) {
	for _, item := range g.Items {
		for _, e := range item.Elements {
			do(item.ID+"/"+e.ID, e.Value)
		}
	}
}
