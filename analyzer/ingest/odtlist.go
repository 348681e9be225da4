package ingest

import "strconv"

// list reads a list, which may stand in another.
func (r *openReader) list(n *node, around *place) {
	o := r.o
	at := &place{start: -1, contents: around.contents}
	name, goesOn := n.get("style-name"), n.get("continue-numbering") == "true"
	if around.in != nil && around.level+1 < maxLevels {
		at.in, at.level = around.in, around.level+1
		if s := o.styles.lists[name]; s != nil {
			at.in = &instance{list: around.in.list, own: levelsOf(s)}
		}
		at.in.list.used[at.level] = at.in.list.used[at.level] && goesOn
	} else {
		at.in = &instance{list: o.listFor(n, name, goesOn)}
	}
	for _, item := range n.elements() {
		if item.name != "list-item" && item.name != "list-header" {
			continue
		}
		at.first, at.start = item.name == "list-item", -1
		if v, err := strconv.Atoi(item.get("start-value")); err == nil {
			at.start = v
		}
		r.read(item, at)
	}
}

func levelsOf(l *list) map[int]level {
	out := map[int]level{}
	for i, lv := range l.levels {
		out[i] = lv
	}
	return out
}

// listFor returns the list that an outermost list element begins or goes on with.
func (o *odt) listFor(n *node, style string, goesOn bool) *list {
	l := o.ids[n.get("continue-list")]
	if l == nil && goesOn {
		l = o.lists[style]
	}
	if l == nil {
		l = &list{}
		if s := o.styles.lists[style]; s != nil {
			l.levels = s.levels
		}
	}
	o.lists[style] = l
	if id := n.get("id"); id != "" {
		o.ids[id] = l
	}
	return l
}

// number counts on in the list that a paragraph stands in.
func (o *odt) number(at *place) string {
	if at.in == nil || !at.first {
		return ""
	}
	at.first = false
	return o.count(at.in, at.level, at.start)
}

func (o *odt) count(in *instance, level, start int) string {
	l := in.list
	for i := range level {
		if !l.used[i] {
			in.begin(i)
		}
	}
	if l.used[level] {
		l.count[level]++
	} else {
		in.begin(level)
	}
	if start >= 0 {
		l.count[level] = start
	}
	for i := level + 1; i < maxLevels; i++ {
		l.used[i] = false
	}
	return o.numbers.show(in, level)
}

// headNumber counts a heading by the outline of the document.
func (o *odt) headNumber(n *node, level int) string {
	o.heads.list = o.styles.outline
	start := -1
	if v, err := strconv.Atoi(n.get("start-value")); err == nil && n.get("restart-numbering") == "true" {
		start = v
	}
	return o.count(&o.heads, level, start)
}
