package report

import (
	"strings"

	"lacuna/analyzer/coverage"
)

// mostLacking is how many acts that are not given are named with their points.
const mostLacking = 4

// remarks are what is to be read before any gap: acts that are not among the texts,
// and offences that name a child and could not be placed.
func (f face) remarks() []string {
	var out []string
	for _, s := range []string{f.notGiven(), f.blindSpots()} {
		if s != "" {
			out = append(out, s)
		}
	}
	return out
}

// mostBlind is how many offences that could not be placed are named.
const mostBlind = 12

// blindSpots names the offences that could not be placed; empty where there are none.
func (f face) blindSpots() string {
	var said []string
	for _, b := range f.BlindSpots[:min(mostBlind, len(f.BlindSpots))] {
		said = append(said, f.cite(b.Text, b.Label, b.Page))
	}
	if len(said) == 0 {
		return ""
	}
	if more := len(f.BlindSpots) - mostBlind; more > 0 {
		said = append(said, f.say("acts.more", "n", f.number(more)))
	}
	return f.say("blind-spots", "provisions", strings.Join(said, f.say("list.semicolon")))
}

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
