package match

import (
	"slices"

	"lacuna/analyzer/checklist"
	"lacuna/analyzer/document"
	"lacuna/analyzer/norm"
)

// subject is one of the treaty's subjects with the offences found on it.
type subject struct {
	name     string
	offences []*norm.Norm // the main ones
	forced   []*norm.Norm // those by force or deceit, beside main ones
	serving  []*norm.Norm // those that serve the subject, beside main ones
	weak     bool         // none of the main ones is on the point
	homes    homes        // where the main ones stand
	beside   homes        // where those by force stand
}

// homes lists offences by each section around them: their provision, its chapter,
// its part, up to the text.
type homes map[*document.Section][]*norm.Norm

func homesOf(offences []*norm.Norm) homes {
	out := homes{}
	for _, n := range offences {
		for s := n.Provision; s != nil; s = s.Parent {
			out[s] = append(out[s], n)
		}
	}
	return out
}

// found reports whether a subject has an offence found by a way that gives yes.
func (r *run) found(subject string) bool { return len(r.subjects[subject].offences) > 0 }

// offences gathers the main offences of each subject: the norms that its
// elements' best ways found, those that fully cover an element first.
func (r *run) offences(cl *checklist.Checklist) {
	r.ordered = nil
	for _, listed := range cl.Subjects {
		s := &subject{name: listed.ID}
		for level := range standings {
			found := r.standing(listed.Elements, level)
			switch {
			case len(s.offences) == 0:
				s.offences, s.forced = unforced(found)
				s.weak = level == standings-1
			case level == serving:
				s.serving = found
			}
		}
		s.homes, s.beside = homesOf(s.offences), homesOf(s.forced)
		r.subjects[s.name] = s
		r.ordered = append(r.ordered, s)
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

// Reach says whether a general rule reaches a main offence of a subject.
type Reach struct {
	Subject string
	Offence *norm.Norm
	Reached bool
}

// Reach says how far a general rule reaches, offence by offence; nil for other norms.
func (c *Candidate) Reach() []Reach {
	var out []Reach
	for _, s := range c.subjects {
		for _, o := range s.offences {
			out = append(out, Reach{Subject: s.name, Offence: o, Reached: c.reaches(o)})
		}
	}
	return out
}

// reach holds a general rule against the main offences of each subject. A
// subject is reached when one of its main offences is. It returns false where
// the rule reaches none.
func (r *run) reach(c *Candidate) bool {
	scope := c.Norm.Scope
	c.subjects, c.reaches = r.ordered, scope.Reaches
	if scope.Express {
		c.reaches = r.express(c.Way)
	}
	beside := false // it reaches an offence beside the main ones
	for _, s := range r.ordered {
		switch {
		case len(s.offences) == 0:
		case c.reachesAny(s.offences, s.homes):
			c.Reached = append(c.Reached, s.name)
		default:
			c.Missed = append(c.Missed, s.name)
			beside = beside || c.reachesAny(s.forced, s.beside)
		}
	}
	return scope.All && len(c.Missed) == 0 || len(c.Reached) > 0 || beside
}

// reachesAny reports whether a general rule reaches one of some offences; one that
// speaks of certain sections can reach those alone that stand there.
func (c *Candidate) reachesAny(offences []*norm.Norm, at homes) bool {
	scope := c.Norm.Scope
	if scope.All || scope.Express {
		return slices.ContainsFunc(offences, c.reaches)
	}
	return slices.ContainsFunc(scope.Sections, func(s *document.Section) bool { return slices.ContainsFunc(at[s], c.reaches) })
}

// express tells of an offence whether its own provision speaks of what the way asks
// for first, as a rule demands that holds only where the law expressly says so.
func (r *run) express(w *checklist.Way) func(offence *norm.Norm) bool {
	asked := r.indices(w.Has[0])
	if r.homes == nil {
		r.homes = map[*document.Section][]*norm.Norm{}
		for _, n := range r.norms {
			r.homes[n.Provision] = append(r.homes[n.Provision], n)
		}
	}
	return func(offence *norm.Norm) bool {
		return slices.ContainsFunc(r.homes[offence.Provision], func(n *norm.Norm) bool { return n.HasAny(asked) })
	}
}
