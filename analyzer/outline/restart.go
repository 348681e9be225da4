package outline

import "lacuna/analyzer/document"

// restarts is how often, at least, the numbers must begin anew below headings
// for these to be part of the numbers.
const restarts = 2

// numberByChapter puts the number of the chapter before the numbers of a form
// whose articles begin anew in every chapter: 2 kap. 1 § is 2:1.
func (r *reader) numberByChapter(list []candidate) []candidate {
	if len(list) == 0 || forms[list[0].form].bare || !falls(list) {
		return list
	}
	heads := findGroups(r)
	for _, kind := range []document.Kind{document.Chapter, document.Title, document.Part, document.Book} {
		if out, ok := r.below(kind, heads, list); ok {
			return out
		}
	}
	return list
}

// below numbers candidates by the groups of one kind that they stand below. It
// fails where the numbers do not begin anew in nearly all of the groups.
func (r *reader) below(kind document.Kind, heads map[int]group, list []candidate) ([]candidate, bool) {
	var out []candidate
	begun, anew, fresh := 0, 0, false
	name := ""
	next := 0
	for i := range r.blocks {
		if g, ok := heads[i]; ok && g.kind == kind && g.number != name {
			name, fresh = g.number, true
		}
		for ; next < len(list) && list[next].block == i; next++ {
			c := list[next]
			if name == "" {
				continue
			}
			if fresh {
				begun++
				if c.number.main() == 1 && len(c.number.parts) == 2 {
					anew++
				}
				fresh = false
			}
			c.number = number{name + ":" + c.number.text, append([]int{c.number.parts[0], begun}, c.number.parts[1:]...)}
			out = append(out, c)
		}
	}
	return out, anew >= restarts && anew*5 >= begun*4 && len(out)*5 >= len(list)*4
}
