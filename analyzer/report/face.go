package report

import (
	"slices"
	"strconv"
	"strings"

	"lacuna/analyzer/checklist"
	"lacuna/analyzer/coverage"
	"lacuna/analyzer/ledger"
	"lacuna/analyzer/message"
)

// face is a report as it is said in one language.
type face struct {
	*Report
	*Words
}

// in gives the report the language that the options ask for.
func (r *Report) in(o Options) face { return face{r, o.words()} }

// forces lists the legal forces in the order in which they are counted.
var forces = []checklist.Force{checklist.Shall, checklist.SubjectToLaw, checklist.May, checklist.Definition}

// force says how an item binds.
func (w *Words) force(it coverage.Item) string {
	words := w.known("force", it.Force)
	if it.Condition != "" {
		words = w.say("force.with", "force", words, "condition", w.known("condition", it.Condition))
	}
	return words
}

func (w *Words) status(s coverage.Status) string { return w.known("status", string(s)) }

func (w *Words) value(v coverage.Value) string { return w.known("value", string(v)) }

// Count is how the items of one force came out.
type Count struct {
	Force checklist.Force
	Of    int
	coverage.Summary
}

// Counts counts the items apart by legal force: what is optional is no breach.
func (r *Report) Counts() []Count {
	var out []Count
	for _, f := range forces {
		c := Count{Force: f}
		for _, it := range r.Items() {
			if it.Force == string(f) {
				c.add(it.Status)
			}
		}
		if c.Of > 0 {
			out = append(out, c)
		}
	}
	return out
}

func (c *Count) add(s coverage.Status) {
	c.Of++
	switch s {
	case coverage.Covered:
		c.Covered++
	case coverage.PartlyCovered:
		c.Partial++
	case coverage.Gap:
		c.Gap++
	default:
		c.Unknown++
	}
}

// element names an element: in English by its id, which says enough, in other
// languages by its title.
func (f face) element(e coverage.Finding) string {
	if f.Language == "en" || e.Title == "" {
		return f.apart(e.ID)
	}
	return f.sentence(e.Title)
}

// elementHead names an element with the id by which it is asked for.
func (f face) elementHead(e coverage.Finding) string {
	if name := f.element(e); name != f.apart(e.ID) {
		return f.apart(e.ID) + " (" + name + ")"
	}
	return f.apart(e.ID)
}

// shortfall says in words what an item lacks: "7 of 8: importing not found".
// It is empty where nothing is lacking.
func (f face) shortfall(it Item) string {
	if it.Status == coverage.Covered {
		return ""
	}
	full, missing, narrower, unknown := 0, clauses{}, clauses{}, clauses{}
	for _, e := range it.Elements {
		switch e.Value {
		case coverage.Yes:
			full++
		case coverage.Partial:
			narrower.add(f.element(e), f.say("short.narrower"), f.narrowing(e))
		case coverage.No:
			missing.add(f.element(e), f.say("short.gap"), f.absent(it, e))
		default:
			unknown.add(f.element(e), f.say("short.unknown"), first(f.reasons(e)))
		}
	}
	said := slices.Concat(missing, narrower, unknown).join(f.Words, len(it.Elements), it.Status)
	if full > 0 {
		said = f.say("short.of", "full", strconv.Itoa(full), "all", strconv.Itoa(len(it.Elements)), "rest", said)
	}
	return said
}

// absent says of what kind a "not found" is, with the acts in which the subject
// usually stands.
func (f face) absent(it Item, e coverage.Finding) string {
	if e.Absence == "other-act-likely" && len(it.Usually) > 0 {
		return f.say("absence.likely-in", "acts", f.sentenceList(it.Usually[:min(2, len(it.Usually))]))
	}
	return f.say("absence." + e.Absence)
}

// narrowing says what makes an element narrower than the treaty.
func (f face) narrowing(e coverage.Finding) string {
	for _, ev := range e.Evidence {
		if len(ev.NarrowedBy) > 0 {
			return f.list(f.narrowed(ev))
		}
	}
	return first(f.reasons(e))
}

// reasons says why an element was answered as it was.
func (f face) reasons(e coverage.Finding) []string { return f.messages(e.Reasons, e.ReasonCodes) }

// tried says what a yes withstood.
func (f face) tried(e coverage.Finding) []string { return f.messages(e.Tried, e.TriedCodes) }

// narrowed says what narrows a piece of evidence.
func (f face) narrowed(e coverage.Evidence) []string {
	return f.messages(e.NarrowedBy, e.NarrowedCodes)
}

// whyNot says why a near miss was turned down.
func (f face) whyNot(n coverage.NearMiss) string {
	return first(f.messages([]string{n.WhyNot}, []coverage.Message{n.WhyNotCode}))
}

// messages says messages in the language of the face; english is the same in English.
func (f face) messages(english []string, codes []coverage.Message) []string {
	out := make([]string, len(english))
	for i, words := range english {
		m := message.Plain(words)
		if len(codes) == len(english) {
			m = codes[i]
			m.English = words
		}
		out[i] = f.message(m, f.subjects)
	}
	return out
}

// notes says how a text was read.
func (w *Words) notes(t coverage.Text) []string {
	var out []string
	for _, n := range t.Health.Notes {
		out = append(out, w.message(n, nil))
	}
	return out
}

// made says with what the report was made.
func (f face) made() string { return f.madeBy(f.Tool, f.Checklist) }

func (w *Words) madeBy(t ledger.Tool, c ledger.Checklist) string {
	return w.say("cite.made", "tool", w.apart(t.Name+" "+t.Version), "checklist", w.apart(c.ID),
		"version", w.apart(c.Version), "sum", w.apart("sha256 "+c.SHA256))
}

func first(s []string) string {
	if len(s) == 0 {
		return ""
	}
	return s[0]
}

// clauses collects element names under what is said of them, in order.
type clauses []clause

type clause struct {
	what, why string
	names     []string
}

func (c *clauses) add(name, what, why string) {
	for i := range *c {
		if (*c)[i].what == what && (*c)[i].why == why {
			(*c)[i].names = append((*c)[i].names, name)
			return
		}
	}
	*c = append(*c, clause{what, why, []string{name}})
}

// join makes the sentence. Names are left out where one clause speaks of all
// elements, and "not found" where the item's answer says it already.
func (c clauses) join(w *Words, elements int, status coverage.Status) string {
	var said []string
	for _, one := range c {
		var words []string
		if len(one.names) < elements {
			words = append(words, w.list(one.names))
		}
		if status == coverage.PartlyCovered || one.why == "" {
			words = append(words, one.what)
		}
		sentence := strings.Join(words, w.say("short.clause"))
		if one.why != "" && sentence != "" {
			sentence += w.say("colon")
		}
		said = append(said, sentence+clip(one.why, 140))
	}
	return strings.Join(said, w.say("list.semicolon"))
}
