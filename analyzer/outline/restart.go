package outline

import (
	"strings"
	"unicode"

	"lacuna/analyzer/document"
)

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

// countThousands reads 1.000 as a thousand in a list that has got there.
func countThousands(list []candidate) {
	const close = 990
	reached := false
	for i, c := range list {
		parts := c.number.parts
		reached = reached || len(parts) == 2 && parts[1] >= close && parts[1] < 1000
		figures := strings.IndexFunc(c.number.text, func(r rune) bool { return r != '.' && !unicode.IsDigit(r) })
		text := c.number.text
		if figures >= 0 {
			text = text[:figures]
		}
		if reached && len(parts) > 2 && parts[1] < 10 && len(text) == len("1.000") && text[1] == '.' {
			list[i].number.parts = append([]int{parts[0], parts[1]*1000 + parts[2]}, parts[3:]...)
		}
	}
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
