// Package match holds a checklist against the norms of a dossier. It says what
// was read where, which constraints each norm meets, and which offences a
// general rule reaches. What that means is coverage's business.
package match

import (
	"slices"

	"lacuna/analyzer/checklist"
	"lacuna/analyzer/document"
	"lacuna/analyzer/lexicon"
	"lacuna/analyzer/norm"
)

// Candidate is a norm held against one way of covering an element.
type Candidate struct {
	Norm    *norm.Norm
	Way     *checklist.Way
	Rank    int         // index of the way among the element's ways
	Act     *norm.Act   // the deciding act, where the way asks for one
	Focus   []norm.Hit  // the hits that met the constraints, the deciding one first
	Remote  bool        // what the way asks for stands in the definition of a purpose alone
	Topic   bool        // the heading of its provision names what the way asks for
	Narrow  []string    // slots that narrow the norm, among those the way minds
	Target  norm.Target // whom the deciding act, or the norm, protects
	Reached []string    // subjects whose offences a general rule reaches
	Missed  []string    // subjects whose offences it does not reach
	Unmet   string      // for a near miss: the one constraint that was not met

	subjects []*subject            // those that a general rule was held against
	reaches  func(*norm.Norm) bool // whether it reaches an offence
}

// Facts are what the norms say on one element.
type Facts struct {
	Item    checklist.Item
	Element checklist.Element
	Found   []Candidate
	Near    []Candidate
	// Struck are repealed provisions whose headings are on the point.
	Struck []*norm.Norm
	// Offences are the main offences of the way's subject, for elements that ask
	// of their ages or sanctions.
	Offences []*norm.Norm
	// Weak says that none of the offences is one on the point.
	Weak bool
}

// Run holds every element against every norm. Elements that need the main
// offences (general rules, ages, sanctions) are read after those that find them.
func Run(cl *checklist.Checklist, lib *lexicon.Library, norms []*norm.Norm) []Facts {
	r := &run{lib: lib, norms: norms, facts: map[string]*Facts{}, subjects: map[string]*subject{}, holders: map[int][]int{}}
	r.index()
	var out []Facts
	for _, it := range cl.Items {
		for _, el := range it.Elements {
			out = append(out, Facts{Item: it, Element: el})
		}
	}
	for i := range out {
		r.facts[out[i].Item.ID+"/"+out[i].Element.ID] = &out[i]
	}
	for pass := range passes {
		r.offences(cl)
		for i := range out {
			r.search(&out[i], pass)
		}
	}
	return out
}

type run struct {
	lib      *lexicon.Library
	norms    []*norm.Norm
	holders  map[int][]int // by concept: the norms that hold it, in their order
	repealed []*norm.Norm
	facts    map[string]*Facts
	subjects map[string]*subject
	ordered  []*subject                         // the same in the checklist's order
	homes    map[*document.Section][]*norm.Norm // the norms of each provision
}

// index notes which norms hold which concepts.
func (r *run) index() {
	for i, n := range r.norms {
		for c := range n.Concepts() {
			r.holders[c] = append(r.holders[c], i)
		}
		if n.Kind == norm.Repealed {
			r.repealed = append(r.repealed, n)
		}
	}
}

// near lists the norms that may meet a way, or miss it by little: those that hold
// what it cannot do without.
func (r *run) near(c *compiled) []*norm.Norm {
	needed := c.needed()
	if needed == nil {
		return r.norms
	}
	var at []int
	for _, concept := range needed {
		at = append(at, r.holders[concept]...)
	}
	slices.Sort(at)
	at = slices.Compact(at)
	out := make([]*norm.Norm, 0, len(at))
	for _, i := range at {
		out = append(out, r.norms[i])
	}
	return out
}

// passes is in how many turns ways are read.
const passes = 3

// turn is when a way can be read: at once; when it is known that a subject has no
// offence of its own; or when all main offences are known.
func turn(w *checklist.Way) int {
	switch {
	case w.Reach != checklist.NoReach || w.Slot != "":
		return 2
	case w.Without != "":
		return 1
	}
	return 0
}

func (r *run) search(f *Facts, pass int) {
	for rank := range f.Element.Find {
		w := &f.Element.Find[rank]
		if turn(w) != pass {
			continue
		}
		if w.Slot != "" {
			s := r.subjects[w.Subject]
			f.Offences, f.Weak = s.offences, s.weak
			if w.Slot == "age" {
				f.Offences = slices.Concat(s.offences, s.serving)
			}
			continue
		}
		if w.Without != "" && r.found(w.Without) {
			continue
		}
		c := r.compile(w)
		for _, n := range r.repealed {
			if c.headed(n) && !slices.Contains(f.Struck, n) {
				f.Struck = append(f.Struck, n)
			}
		}
		for _, n := range r.near(&c) {
			cand, ok := c.hold(n)
			if !ok && cand.Unmet == "" {
				continue
			}
			cand.Way, cand.Rank = w, rank
			if ok && w.Reach != checklist.NoReach && !r.reach(&cand) {
				ok, cand.Unmet = false, "reach"
			}
			if ok {
				f.Found = append(f.Found, cand)
			} else {
				f.Near = append(f.Near, cand)
			}
		}
		f.Found = partsFirst(f.Found)
	}
}

// partsFirst drops a section read whole where one of its rules alone meets the
// same way.
func partsFirst(found []Candidate) []Candidate {
	type key struct {
		provision *document.Section
		rank      int
	}
	alone := map[key]bool{}
	for _, c := range found {
		if c.Norm.Kind != norm.Whole {
			alone[key{c.Norm.Provision, c.Rank}] = true
		}
	}
	return slices.DeleteFunc(found, func(c Candidate) bool {
		return c.Norm.Kind == norm.Whole && alone[key{c.Norm.Provision, c.Rank}]
	})
}
