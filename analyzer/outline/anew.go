package outline

import (
	"lacuna/analyzer/document"
	"lacuna/analyzer/message"
)

const fewestAnew = 8 // provisions in a row, without a word before their numbers, that begin anew behind the body

// anew makes regions of the provisions before and behind the body whose numbers begin
// at 1 again, where nothing says what they are: neither an act, nor a schedule, nor
// transitional provisions. They are not read, and may hold anything.
func (r *reader) anew() []document.Region {
	var out []document.Region
	for f, list := range r.byForm {
		read := 0 // block up to which rows were looked at
		for i, c := range list {
			if !c.isFirst() || c.block < read {
				continue
			}
			row := rowFrom(list[i:])
			last := row[len(row)-1]
			if len(row) < fewestPlain || forms[f].bare && (len(row) < fewestAnew || f != r.chain[0].form) || !r.outside(c.block, last.block) {
				continue
			}
			read = last.block
			region := document.Region{Damage: document.Anew, Chapter: []string{}, Provisions: []string{}, Start: c.start, End: r.blocks[last.block].End, Open: true}
			region.Note.Message = message.Say("numbers-anew", "provisions", r.cited(c.number.text+"–"+last.number.text), "onpage", r.onPage(c.block))
			if b := (binding{reader: r}); !r.quoted[c.block] && !b.isContents(row, b.rowEnd(row)) && !b.above(0, c.block).aside {
				out = append(out, region)
			}
		}
	}
	return out
}

// outside reports whether the blocks from one to another stand before the body, or
// behind it and in no schedule.
func (r *reader) outside(from, to int) bool {
	return to < r.chain[0].block || from >= r.end && !r.behindSchedule(from)
}

// behindSchedule reports whether a schedule begins between the body and a block.
func (r *reader) behindSchedule(block int) bool {
	for i := r.chain[len(r.chain)-1].block + 1; i < block; i++ {
		if g, ok := r.groups[i]; ok && g.kind == document.Schedule {
			return true
		}
	}
	return false
}
