package checklist

import (
	"crypto/sha256"
	"encoding/hex"
	"regexp"
	"slices"

	"go.yaml.in/yaml/v4"

	"lacuna/analyzer/datafile"
)

// Schema is the first thing that a checklist says of itself.
const Schema = "lacuna/checklist/1"

// Vocabulary is the concepts that a checklist may speak in. The library of
// package lexicon is one.
type Vocabulary interface {
	ID(name string) (index int, known bool)
	Names() []string
	Title(name string) string
}

// What may stand in a checklist.
var (
	forces     = []string{string(Shall), string(May), string(SubjectToLaw), string(Definition)}
	conditions = []string{"treaty-required", "treaty-not-required"}
)

// identifier is what an id looks like. It holds no "/", which parts the item
// from the element, and no space.
var identifier = regexp.MustCompile(`^[\pL\pN][\pL\pN._-]*$`)

// Load reads a checklist from the bytes of the file called name and checks all
// of it, so that nothing about it can fail later. The error is Faults: all that
// is wrong in the file, at once.
func Load(name string, data []byte, v Vocabulary) (*Checklist, error) {
	r, root := datafile.Open(name, data)
	if root == nil {
		return nil, r.Err()
	}
	l := loader{Reader: r, words: v}
	list := l.checklist(root)
	sum := sha256.Sum256(data)
	list.SHA256 = hex.EncodeToString(sum[:])
	if err := r.Err(); err != nil {
		return nil, err
	}
	return list, nil
}

// loader reads the parts of a checklist: groups and subjects first, as items
// refer to them; what subjects refer to is looked up once all items are read.
type loader struct {
	*datafile.Reader
	words            Vocabulary
	groups, subjects []string
	references       []*yaml.Node // the elements that subjects name
}

func (l *loader) checklist(n *yaml.Node) *Checklist {
	f := l.Fields(n, "a checklist", 8, "schema", "id", "version", "title", "treaty", "groups", "subjects", "items")
	c := &Checklist{
		Schema:  l.Choice(f["schema"], "schema", []string{Schema}),
		ID:      l.id(f["id"], "id of the checklist"),
		Version: l.Text(f["version"], "version"),
		Title:   l.Text(f["title"], "title"),
		Treaty:  l.Text(f["treaty"], "treaty"),
	}
	for _, g := range l.List(f["groups"], "groups") {
		c.Groups = append(c.Groups, l.group(g))
	}
	for _, s := range l.List(f["subjects"], "subjects") {
		c.Subjects = append(c.Subjects, l.subject(s))
	}
	items := map[string]bool{}
	for _, i := range l.List(f["items"], "items") {
		item := l.item(i)
		l.once(items, i, "item", item.ID)
		c.Items = append(c.Items, item)
	}
	for _, e := range l.references {
		if known := c.Names(); e.Kind == yaml.ScalarNode && !datafile.IsNull(e) && !slices.Contains(known, e.Value) {
			l.Unknown(e, "element", known)
		}
	}
	return c
}

func (l *loader) group(n *yaml.Node) Group {
	f := l.Fields(n, "a group", 2, "id", "title")
	g := Group{ID: l.id(f["id"], "id of the group"), Title: l.Text(f["title"], "title")}
	if g.ID != "" && slices.Contains(l.groups, g.ID) {
		l.Fault(f["id"], "the id of group %q stands twice", g.ID)
	}
	l.groups = append(l.groups, g.ID)
	return g
}

func (l *loader) subject(n *yaml.Node) Subject {
	f := l.Fields(n, "a subject", 3, "id", "title", "elements")
	s := Subject{ID: l.id(f["id"], "id of the subject"), Title: l.Text(f["title"], "title")}
	if s.ID != "" && slices.Contains(l.subjects, s.ID) {
		l.Fault(f["id"], "the id of subject %q stands twice", s.ID)
	}
	l.subjects = append(l.subjects, s.ID)
	for _, e := range l.List(f["elements"], "elements") {
		s.Elements = append(s.Elements, l.Text(e, "element"))
		l.references = append(l.references, datafile.Target(e))
	}
	return s
}

func (l *loader) item(n *yaml.Node) Item {
	f := l.Fields(n, "an item", 6, "id", "group", "title", "position", "force", "elements",
		"question", "quote", "source", "condition", "usually")
	i := Item{
		ID:        l.id(f["id"], "id of the item"),
		Group:     l.Choice(f["group"], "group", l.groups),
		Title:     l.Text(f["title"], "title"),
		Question:  l.Text(f["question"], "question"),
		Quote:     l.Text(f["quote"], "quote"),
		Source:    l.Text(f["source"], "source"),
		Force:     Force(l.Choice(f["force"], "force", forces)),
		Condition: l.Choice(f["condition"], "condition", conditions),
	}
	if f["position"] != nil {
		p := l.Fields(f["position"], "the position", 1, "article", "paragraph", "point")
		i.Article = l.Text(p["article"], "article")
		i.Paragraph = l.Text(p["paragraph"], "paragraph")
		i.Point = l.Text(p["point"], "point")
	}
	if f != nil && f["quote"] == nil && f["source"] == nil {
		l.Fault(n, "an item needs the treaty's words (quote), or the other instrument that it rests on (source)")
	}
	for _, u := range l.List(f["usually"], "usually") {
		i.Usually = append(i.Usually, l.Text(u, "usually"))
	}
	ids := map[string]bool{}
	for _, e := range l.List(f["elements"], "elements") {
		element := l.element(e)
		l.once(ids, e, "element", element.ID)
		i.Elements = append(i.Elements, element)
	}
	return i
}

func (l *loader) element(n *yaml.Node) Element {
	f := l.Fields(n, "an element", 3, "id", "title", "find", "question")
	e := Element{
		ID:       l.id(f["id"], "id of the element"),
		Title:    l.Text(f["title"], "title"),
		Question: l.Text(f["question"], "question"),
	}
	for _, w := range l.List(f["find"], "find") {
		e.Find = append(e.Find, l.way(w))
	}
	return e
}

// id reads an identifier.
func (l *loader) id(n *yaml.Node, what string) string {
	id := l.Text(n, what)
	if id != "" && !identifier.MatchString(id) {
		l.Fault(n, "the %s, %q, may hold letters, digits, points, hyphens and underscores only", what, id)
	}
	return id
}

// once reports an id that was seen before.
func (l *loader) once(seen map[string]bool, n *yaml.Node, what, id string) {
	if id != "" && seen[id] {
		l.Fault(value(n, "id"), "the id of %s %q stands twice", what, id)
	}
	seen[id] = true
}

// value is what stands under a key of a mapping, or nil.
func value(n *yaml.Node, key string) *yaml.Node {
	n = datafile.Target(n)
	for i := 0; n.Kind == yaml.MappingNode && i+1 < len(n.Content); i += 2 {
		if n.Content[i].Value == key {
			return n.Content[i+1]
		}
	}
	return nil
}
