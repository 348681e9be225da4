package checklist

import "strings"

// Item returns the item with an id.
func (c *Checklist) Item(id string) (*Item, bool) {
	for i := range c.Items {
		if c.Items[i].ID == id {
			return &c.Items[i], true
		}
	}
	return nil, false
}

// Subject returns the subject with an id.
func (c *Checklist) Subject(id string) (*Subject, bool) {
	for i := range c.Subjects {
		if c.Subjects[i].ID == id {
			return &c.Subjects[i], true
		}
	}
	return nil, false
}

// Element returns the element of an item with an id.
func (i *Item) Element(id string) (*Element, bool) {
	for e := range i.Elements {
		if i.Elements[e].ID == id {
			return &i.Elements[e], true
		}
	}
	return nil, false
}

// Lookup returns the item and the element that a name such as "3.1.c/producing"
// stands for.
func (c *Checklist) Lookup(name string) (item *Item, element *Element, ok bool) {
	itemID, elementID, _ := strings.Cut(name, "/")
	if item, ok = c.Item(itemID); !ok {
		return nil, nil, false
	}
	if element, ok = item.Element(elementID); !ok {
		return nil, nil, false
	}
	return item, element, true
}

// Names lists all elements as "item/element", in the checklist's order.
func (c *Checklist) Names() []string {
	var names []string
	for _, item := range c.Items {
		for _, element := range item.Elements {
			names = append(names, item.ID+"/"+element.ID)
		}
	}
	return names
}
