package report

import (
	"fmt"
	"slices"
	"strings"

	"lacuna/analyzer/coverage"
)

// The words in which a report speaks. What is not found is "not found in the
// texts given": another act may hold it, and practice is not judged at all.

var statusWords = map[coverage.Status]string{
	coverage.Covered: "covered", coverage.PartlyCovered: "partial",
	coverage.Gap: "not found", coverage.NotKnown: "unknown",
}

var valueWords = map[coverage.Value]string{
	coverage.Yes: "found", coverage.Partial: "found, but narrower",
	coverage.No: "not found in the texts given", coverage.Unknown: "unknown",
}

var absenceWords = map[string]string{
	"other-act-likely":     "another act is likely to hold it",
	"moved":                "moved out of the texts given",
	"repealed":             "the provision is repealed",
	"turned-down":          "candidates were turned down",
	"outside-kind-of-text": "outside this kind of text",
}

var conditionWords = map[string]string{
	"treaty-required":     "where the State requires a treaty",
	"treaty-not-required": "where the State requires no treaty",
}

// forces lists the legal forces in the order in which they are counted.
var forces = []struct{ force, name, plural string }{
	{"shall", "shall", "What binds (shall)"},
	{"subject", "subject to national law", "Subject to national law"},
	{"may", "may", "Optional (may)"},
	{"definition", "definition", "Definitions and age"},
}

// forceWords says how an item binds.
func forceWords(it coverage.Item) string {
	words := it.Force
	for _, f := range forces {
		if f.force == it.Force {
			words = f.name
		}
	}
	if c := conditionWords[it.Condition]; c != "" {
		words += ", " + c
	}
	return words
}

// Count is how the items of one force came out.
type Count struct {
	Name string
	Of   int
	coverage.Summary
}

// Counts counts the items apart by legal force: what is optional is no breach.
func (r *Report) Counts() []Count {
	var out []Count
	for _, f := range forces {
		c := Count{Name: f.plural}
		for _, it := range r.Items() {
			if it.Force == f.force {
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

// shortfall says in words what an item lacks: "7 of 8: importing not found".
// It is empty where nothing is lacking.
func shortfall(it Item) string {
	if it.Status == coverage.Covered {
		return ""
	}
	full, missing, narrower, unknown := 0, clauses{}, clauses{}, clauses{}
	for _, f := range it.Elements {
		switch f.Value {
		case coverage.Yes:
			full++
		case coverage.Partial:
			narrower.add(f.ID, "narrower", narrowing(f))
		case coverage.No:
			missing.add(f.ID, "not found", absent(it, f))
		default:
			unknown.add(f.ID, "unknown", first(f.Reasons))
		}
	}
	said := slices.Concat(missing, narrower, unknown).join(len(it.Elements), it.Status)
	if full > 0 {
		said = fmt.Sprintf("%d of %d: %s", full, len(it.Elements), said)
	}
	return said
}

// absent says of what kind a "not found" is, with the acts in which the subject
// usually stands.
func absent(it Item, f coverage.Finding) string {
	if f.Absence == "other-act-likely" && len(it.Usually) > 0 {
		return "likely in another act (" + strings.Join(it.Usually[:min(2, len(it.Usually))], ", ") + ")"
	}
	return absenceWords[f.Absence]
}

// narrowing says what makes an element narrower than the treaty.
func narrowing(f coverage.Finding) string {
	for _, e := range f.Evidence {
		if len(e.NarrowedBy) > 0 {
			return strings.Join(e.NarrowedBy, ", ")
		}
	}
	return first(f.Reasons)
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
func (c clauses) join(elements int, status coverage.Status) string {
	var said []string
	for _, one := range c {
		var words []string
		if len(one.names) < elements {
			words = append(words, strings.Join(one.names, ", "))
		}
		if status == coverage.PartlyCovered || one.why == "" {
			words = append(words, one.what)
		}
		sentence := strings.Join(words, " ")
		if one.why != "" && sentence != "" {
			sentence += ": "
		}
		said = append(said, sentence+clip(one.why, 140))
	}
	return strings.Join(said, "; ")
}

// mostLacking is how many acts that are not given are named with their points.
const mostLacking = 4

// notGiven names the acts in which subjects often stand and that are not among
// the texts, so that it is read before any gap; empty where there are none.
func (r *Report) notGiven() string {
	var said, more []string
	for i, a := range r.NotGiven {
		if i < mostLacking {
			said = append(said, a.Title+" ("+shortly(a.Items)+")")
		} else {
			more = append(more, a.Title)
		}
	}
	if len(said) == 0 {
		return ""
	}
	out := "Not among the texts, though points not fully covered often stand there: " + strings.Join(said, "; ")
	if len(more) > mostLacking {
		more = append(more[:mostLacking], fmt.Sprintf("%d more", len(more)-mostLacking))
	}
	if len(more) > 0 {
		out += "; further " + strings.Join(more, ", ")
	}
	return out
}

// carries says which points a text of several carries.
func (r *Report) carries(t coverage.Text) string {
	switch {
	case !r.several():
		return ""
	case len(t.Carries) == 0:
		return "gives the best evidence for no point"
	}
	return "gives the best evidence for " + strings.Join(t.Carries, ", ")
}

// shortly lists at most six ids.
func shortly(ids []string) string {
	if len(ids) <= 6 {
		return strings.Join(ids, ", ")
	}
	return fmt.Sprintf("%s and %d more", strings.Join(ids[:5], ", "), len(ids)-5)
}

func bracketed(s string) string {
	if s == "" {
		return ""
	}
	return " (" + s + ")"
}
