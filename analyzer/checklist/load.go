package checklist

import (
	"crypto/sha256"
	"encoding/hex"
	"regexp"

	"go.yaml.in/yaml/v4"
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
	r, root := open(name, data)
	if root == nil {
		return nil, r.faults.err()
	}
	l := loader{reader: r, words: v}
	list := l.checklist(root)
	sum := sha256.Sum256(data)
	list.SHA256 = hex.EncodeToString(sum[:])
	if err := r.faults.err(); err != nil {
		return nil, err
	}
	return list, nil
}

// loader reads the parts of a checklist: groups and subjects first, as items
// refer to them; what subjects refer to is looked up once all items are read.
type loader struct {
	*reader
	words            Vocabulary
	groups, subjects []string
	references       []*yaml.Node // the elements that subjects name
}

func (l *loader) checklist(n *yaml.Node) *Checklist {
	f := l.fields(n, "a checklist", 8, "schema", "id", "version", "title", "treaty", "groups", "subjects", "items")
	c := &Checklist{
		Schema:  l.choice(f["schema"], "schema", []string{Schema}),
		ID:      l.id(f["id"], "id of the checklist"),
		Version: l.text(f["version"], "version"),
		Title:   l.text(f["title"], "title"),
		Treaty:  l.text(f["treaty"], "treaty"),
	}
	for _, g := range l.list(f["groups"], "groups") {
		c.Groups = append(c.Groups, l.group(g))
	}
	for _, s := range l.list(f["subjects"], "subjects") {
		c.Subjects = append(c.Subjects, l.subject(s))
	}
	items := map[string]bool{}
	for _, i := range l.list(f["items"], "items") {
		item := l.item(i)
		l.once(items, i, "item", item.ID)
		c.Items = append(c.Items, item)
	}
	for _, e := range l.references {
		if known := c.Names(); e.Kind == yaml.ScalarNode && !isNull(e) && !has(known, e.Value) {
			l.unknown(e, "element", known)
		}
	}
	return c
}

func (l *loader) group(n *yaml.Node) Group {
	f := l.fields(n, "a group", 2, "id", "title")
	g := Group{ID: l.id(f["id"], "id of the group"), Title: l.text(f["title"], "title")}
	if has(l.groups, g.ID) {
		l.fault(f["id"], "the id of group %q stands twice", g.ID)
	}
	l.groups = append(l.groups, g.ID)
	return g
}

func (l *loader) subject(n *yaml.Node) Subject {
	f := l.fields(n, "a subject", 3, "id", "title", "elements")
	s := Subject{ID: l.id(f["id"], "id of the subject"), Title: l.text(f["title"], "title")}
	if has(l.subjects, s.ID) {
		l.fault(f["id"], "the id of subject %q stands twice", s.ID)
	}
	l.subjects = append(l.subjects, s.ID)
	for _, e := range l.list(f["elements"], "elements") {
		s.Elements = append(s.Elements, l.text(e, "element"))
		l.references = append(l.references, target(e))
	}
	return s
}

func (l *loader) item(n *yaml.Node) Item {
	f := l.fields(n, "an item", 6, "id", "group", "title", "position", "force", "elements",
		"question", "quote", "source", "condition", "usually")
	i := Item{
		ID:        l.id(f["id"], "id of the item"),
		Group:     l.choice(f["group"], "group", l.groups),
		Title:     l.text(f["title"], "title"),
		Question:  l.text(f["question"], "question"),
		Quote:     l.text(f["quote"], "quote"),
		Source:    l.text(f["source"], "source"),
		Force:     Force(l.choice(f["force"], "force", forces)),
		Condition: l.choice(f["condition"], "condition", conditions),
	}
	if f["position"] != nil {
		p := l.fields(f["position"], "the position", 1, "article", "paragraph", "point")
		i.Article = l.text(p["article"], "article")
		i.Paragraph = l.text(p["paragraph"], "paragraph")
		i.Point = l.text(p["point"], "point")
	}
	if f != nil && f["quote"] == nil && f["source"] == nil {
		l.fault(n, "an item needs the treaty's words (quote), or the other instrument that it rests on (source)")
	}
	for _, u := range l.list(f["usually"], "usually") {
		i.Usually = append(i.Usually, l.text(u, "usually"))
	}
	ids := map[string]bool{}
	for _, e := range l.list(f["elements"], "elements") {
		element := l.element(e)
		l.once(ids, e, "element", element.ID)
		i.Elements = append(i.Elements, element)
	}
	return i
}

func (l *loader) element(n *yaml.Node) Element {
	f := l.fields(n, "an element", 3, "id", "title", "find", "question")
	e := Element{
		ID:       l.id(f["id"], "id of the element"),
		Title:    l.text(f["title"], "title"),
		Question: l.text(f["question"], "question"),
	}
	for _, w := range l.list(f["find"], "find") {
		e.Find = append(e.Find, l.way(w))
	}
	return e
}

// id reads an identifier.
func (l *loader) id(n *yaml.Node, what string) string {
	id := l.text(n, what)
	if id != "" && !identifier.MatchString(id) {
		l.fault(n, "the %s, %q, may hold letters, digits, points, hyphens and underscores only", what, id)
	}
	return id
}

// once reports an id that was seen before.
func (l *loader) once(seen map[string]bool, n *yaml.Node, what, id string) {
	if id != "" && seen[id] {
		l.fault(value(n, "id"), "the id of %s %q stands twice", what, id)
	}
	seen[id] = true
}

// value is what stands under a key of a mapping, or nil.
func value(n *yaml.Node, key string) *yaml.Node {
	n = target(n)
	for i := 0; n.Kind == yaml.MappingNode && i+1 < len(n.Content); i += 2 {
		if n.Content[i].Value == key {
			return n.Content[i+1]
		}
	}
	return nil
}
