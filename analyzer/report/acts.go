package report

import (
	"strings"

	"lacuna/analyzer/coverage"
)

// mostLacking is how many acts that are not given are named with their points.
const mostLacking = 4

// notGiven names the acts in which subjects often stand and that are not among
// the texts, so that it is read before any gap; empty where there are none.
func (f face) notGiven() string {
	var said, more []string
	for i, a := range f.NotGiven {
		if i < mostLacking {
			said = append(said, f.sentence(a.Title)+f.bracketed(f.shortly(a.Items)))
		} else {
			more = append(more, f.sentence(a.Title))
		}
	}
	if len(said) == 0 {
		return ""
	}
	out := f.say("acts.not-given", "acts", strings.Join(said, f.say("list.semicolon")))
	if len(more) > mostLacking {
		more = append(more[:mostLacking], f.say("acts.more", "n", f.number(len(more)-mostLacking)))
	}
	if len(more) > 0 {
		out += f.say("acts.further", "acts", f.list(more))
	}
	return out
}

// carries says which points a text of several carries.
func (f face) carries(t coverage.Text) string {
	switch {
	case !f.several():
		return ""
	case len(t.Carries) == 0:
		return f.say("acts.carries-none")
	}
	return f.say("acts.carries", "points", f.ids(t.Carries))
}

// shortly lists at most six ids.
func (w *Words) shortly(ids []string) string {
	if len(ids) <= 6 {
		return w.ids(ids)
	}
	return w.ids(ids[:5]) + w.say("cite.more", "n", w.number(len(ids)-5))
}

// ids lists ids.
func (w *Words) ids(ids []string) string {
	var out []string
	for _, id := range ids {
		out = append(out, w.apart(id))
	}
	return w.list(out)
}

func (w *Words) bracketed(s string) string {
	if s == "" {
		return ""
	}
	return " (" + s + ")"
}
