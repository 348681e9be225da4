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
	Reach   []Reach     // how far a general rule reaches, offence by offence
	Reached []string    // subjects whose offences a general rule reaches
	Missed  []string    // subjects whose offences it does not reach
	Unmet   string      // for a near miss: the one constraint that was not met
}

// Reach says whether a general rule reaches a main offence of a subject.
type Reach struct {
	Subject string
	Offence *norm.Norm
	Reached bool
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
	r := &run{lib: lib, norms: norms, facts: map[string]*Facts{}, subjects: map[string][]*norm.Norm{}, forced: map[string][]*norm.Norm{}, serving: map[string][]*norm.Norm{}, weak: map[string]bool{}}
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
		for i := range out {
			r.search(&out[i], pass)
		}
		r.offences(cl)
	}
	return out
}

type run struct {
	lib      *lexicon.Library
	norms    []*norm.Norm
	facts    map[string]*Facts
	subjects map[string][]*norm.Norm // the main offences
	forced   map[string][]*norm.Norm // those by force or deceit, beside main ones
	serving  map[string][]*norm.Norm // those that serve the subject, beside main ones
	weak     map[string]bool
	names    []string                           // of the subjects, in order
	homes    map[*document.Section][]*norm.Norm // the norms of each provision
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
			f.Offences, f.Weak = r.subjects[w.Subject], r.weak[w.Subject]
			if w.Slot == "age" {
				f.Offences = append(slices.Clone(f.Offences), r.serving[w.Subject]...)
			}
			continue
		}
		if w.Without != "" && r.found(w.Without) {
			continue
		}
		c := r.compile(w)
		for _, n := range r.norms {
			if n.Kind == norm.Repealed && c.headed(n) && !slices.Contains(f.Struck, n) {
				f.Struck = append(f.Struck, n)
			}
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

// found reports whether a subject has an offence found by a way that gives yes.
func (r *run) found(subject string) bool { return len(r.subjects[subject]) > 0 }

// offences gathers the main offences of each subject: the norms that its
// elements' best ways found, those that fully cover an element first.
func (r *run) offences(cl *checklist.Checklist) {
	r.names = nil
	for _, s := range cl.Subjects {
		r.names = append(r.names, s.ID)
		r.subjects[s.ID], r.serving[s.ID] = nil, nil
		for level := range standings {
			found := r.standing(s.Elements, level)
			switch {
			case len(r.subjects[s.ID]) == 0:
				r.subjects[s.ID], r.forced[s.ID] = unforced(found)
				r.weak[s.ID] = level == standings-1
			case level == serving:
				r.serving[s.ID] = found
			}
		}
	}
}

// standing lists the offences that were found for some elements, of one rank, each once.
func (r *run) standing(elements []string, rank int) []*norm.Norm {
	var out []*norm.Norm
	listed := map[*norm.Norm]bool{}
	for _, id := range elements {
		for _, c := range r.facts[id].Found {
			if standing(c) == rank && !listed[c.Norm] {
				listed[c.Norm] = true
				out = append(out, c.Norm)
			}
		}
	}
	return out
}

// unforced parts offences that ask for no force or deceit, which are the law for
// children, from those that do. Where all do, all are main ones.
func unforced(offences []*norm.Norm) (free, forced []*norm.Norm) {
	for _, n := range offences {
		if slices.Contains(n.Narrowed, "means") {
			forced = append(forced, n)
		} else {
			free = append(free, n)
		}
	}
	if len(free) == 0 {
		return forced, nil
	}
	return free, forced
}

// standings is how many ranks standing knows; serving is that of offences that
// only serve the subject.
const standings, serving = 4, 1

// standing ranks what was found among the offences of a subject: an offence on
// the point; one that only serves it, as trafficking for an exploitation that is
// defined as prostitution; a narrower one; or one that is not on the point at all.
func standing(c Candidate) int {
	switch {
	case c.Way.Weak:
		return 3
	case c.Way.Value == "partial":
		return 2
	case c.Remote:
		return serving
	}
	return 0
}

// reach holds a general rule against the main offences of each subject. A
// subject is reached when one of its main offences is. It returns false where
// the rule reaches none.
func (r *run) reach(c *Candidate) bool {
	scope := c.Norm.Scope
	most := 0
	for _, name := range r.names {
		most += len(r.subjects[name])
	}
	c.Reach = make([]Reach, 0, most)
	beside := false // it reaches an offence beside the main ones
	for _, name := range r.names {
		offences := r.subjects[name]
		if len(offences) == 0 {
			continue
		}
		reaches := scope.Reaches
		if scope.Express {
			reaches = func(offence *norm.Norm) bool { return r.express(c.Way, offence) }
		}
		reached := false
		for _, o := range offences {
			hit := reaches(o)
			reached = reached || hit
			c.Reach = append(c.Reach, Reach{Subject: name, Offence: o, Reached: hit})
		}
		if reached {
			c.Reached = append(c.Reached, name)
			continue
		}
		c.Missed = append(c.Missed, name)
		beside = beside || slices.ContainsFunc(r.forced[name], reaches)
	}
	return scope.All && len(c.Missed) == 0 || len(c.Reached) > 0 || beside
}

// express reports whether an offence's own provision speaks of what the way asks
// for first, as a rule demands that holds only where the law expressly says so.
func (r *run) express(w *checklist.Way, offence *norm.Norm) bool {
	asked := r.indices(w.Has[0])
	if r.homes == nil {
		r.homes = map[*document.Section][]*norm.Norm{}
		for _, n := range r.norms {
			r.homes[n.Provision] = append(r.homes[n.Provision], n)
		}
	}
	return slices.ContainsFunc(r.homes[offence.Provision], func(n *norm.Norm) bool { return n.HasAny(asked) })
}
