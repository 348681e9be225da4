package checklist

import (
	"path"
	"strings"

	"go.yaml.in/yaml/v4"

	"lacuna/analyzer/datafile"
)

// answers are what an example may expect of an element.
var answers = []string{"yes", "partial", "no"}

// Example is a short piece of law with what the checklist must answer for it.
type Example struct {
	Item     string
	Language string            // ISO 639-1, from the name of the file: opsc.en.yaml
	Text     string            // the whole text to be read
	Expect   map[string]string // element id → yes, partial, no
	Why      string            // the reason, with the rulings it rests on
	File     string
	Line     int
}

// LoadExamples reads the examples of a checklist from the bytes of the file
// called name, "opsc.en.yaml". Each names its item, the text, what is expected
// of some or all elements, and why; "given" holds further provisions of the same
// law, read after the text. The error is Faults: all that is wrong, at once.
func LoadExamples(name string, data []byte, c *Checklist) ([]Example, error) {
	r, root := datafile.Open(name, data)
	if root == nil {
		return nil, r.Err()
	}
	language := strings.TrimPrefix(path.Ext(strings.TrimSuffix(name, path.Ext(name))), ".")
	if language == "" {
		r.Add(1, 1, "the name of a file of examples holds the language, as in opsc.en.yaml")
	}
	var out []Example
	for _, n := range r.List(root, "the file") {
		f := r.Fields(n, "an example", 4, "item", "text", "expect", "why", "given")
		e := Example{
			Item:     r.Text(f["item"], "item"),
			Language: language,
			Text:     r.Text(f["text"], "text"),
			Why:      r.Text(f["why"], "why"),
			File:     name,
			Line:     n.Line,
		}
		if given := r.Text(f["given"], "given"); given != "" {
			e.Text += "\n\n" + given
		}
		item, known := c.Item(e.Item)
		if !known && e.Item != "" {
			r.Unknown(datafile.Target(f["item"]), "item", c.itemIDs())
		}
		if known && f["expect"] != nil {
			e.Expect = expect(r, f["expect"], item)
		}
		out = append(out, e)
	}
	return out, r.Err()
}

// expect reads the answers expected of an item's elements.
func expect(r *datafile.Reader, n *yaml.Node, item *Item) map[string]string {
	var elements []string
	for _, e := range item.Elements {
		elements = append(elements, e.ID)
	}
	out := map[string]string{}
	for id, answer := range r.Fields(n, "what is expected", 0, elements...) {
		out[id] = r.Choice(answer, "answer", answers)
	}
	if len(out) == 0 {
		r.Fault(n, "what is expected names no element")
	}
	return out
}

func (c *Checklist) itemIDs() []string {
	var ids []string
	for _, i := range c.Items {
		ids = append(ids, i.ID)
	}
	return ids
}
