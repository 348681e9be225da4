package match

import (
	"slices"

	"lacuna/analyzer/checklist"
	"lacuna/analyzer/norm"
)

// compiled is a way with its concepts as indices, each with what covers it.
type compiled struct {
	way     *checklist.Way
	acts    []int
	actSet  map[string]bool
	objects []int
	persons bool  // the object is a person: acts must be directed at one
	people  []int // the concepts of such persons
	matter  bool  // the object is matter, pictures and the like
	purpose []string
	any     bool // met where no purpose is named
	has     [][]int
	not     []int
	narrows []string
	topic   []int // what a heading on the point names: the object, else the first further concept, else the act
}

func (r *run) compile(w *checklist.Way) compiled {
	c := compiled{way: w, actSet: map[string]bool{}, narrows: w.Narrows}
	for _, a := range w.Act {
		for _, wider := range r.lib.Covering(a) {
			c.actSet[wider] = true
		}
	}
	for a := range c.actSet {
		i, _ := r.lib.ID(a)
		c.acts = append(c.acts, i)
	}
	slices.Sort(c.acts)
	c.persons = w.OnPersons()
	if c.persons {
		c.people = r.indices(w.Object)
	} else {
		c.objects = r.indices(w.Object)
		c.matter = len(w.Object) > 0 && !slices.ContainsFunc(w.Object, func(o string) bool { return !norm.IsMatter(o) })
	}
	for _, p := range w.Purpose {
		if p == "any_purpose" {
			c.any = true
		}
		c.purpose = append(c.purpose, p)
	}
	for _, group := range w.Has {
		c.has = append(c.has, r.indices(group))
	}
	for _, n := range w.Not {
		i, _ := r.lib.ID(n)
		c.not = append(c.not, i)
	}
	switch {
	case len(c.objects) > 0:
		c.topic = c.objects
	case len(c.has) > 0:
		c.topic = c.has[0]
	default:
		c.topic = c.acts
	}
	return c
}

// indices lists concepts and all that cover them.
func (r *run) indices(names []string) []int {
	var out []int
	for _, name := range names {
		for _, wider := range r.lib.Covering(name) {
			i, _ := r.lib.ID(wider)
			out = append(out, i)
		}
	}
	return out
}

// needed lists concepts of which a norm holds one, or is neither found nor missed by
// little; nil where there are none.
func (c *compiled) needed() []int {
	switch {
	case c.way.Reach == checklist.NoReach && len(c.objects) > 0:
		return c.objects
	case c.way.Reach == checklist.NoReach && len(c.acts) > 0:
		return c.acts
	case len(c.has) > 0:
		return c.has[0]
	}
	return nil
}

// hold tests one norm. It returns false with an empty Unmet where the norm has
// little to do with the way, and with the one unmet constraint for a near miss.
func (c *compiled) hold(n *norm.Norm) (Candidate, bool) {
	if !slices.Contains(c.way.Norm, string(n.Kind)) {
		return Candidate{}, false
	}
	cand := Candidate{Norm: n, Target: n.Victim}
	met, unmet, misses := 0, "", 0
	test := func(what string, ok bool) {
		if ok {
			met++
			return
		}
		unmet, misses = what, misses+1
	}
	if len(c.acts) > 0 {
		test("act", n.HasAny(c.acts) && c.act(n, &cand))
	}
	if len(c.objects) > 0 {
		test("object", n.HasAny(c.objects))
	}
	if misses > 1 {
		return cand, false
	}
	if len(c.purpose) > 0 {
		test("purpose", c.purposes(n))
	}
	for i, group := range c.has {
		test("has", n.HasAny(group))
		if misses > 1 || i == 0 && misses > 0 && c.way.Reach != checklist.NoReach {
			return cand, false
		}
	}
	if len(c.not) > 0 {
		test("not", !n.HasAny(c.not))
	}
	if n.Victim.Concept == "adult" && n.Kind != norm.Rule {
		test("adult", false)
	}
	if misses > 0 {
		if misses == 1 && met > 0 && (len(c.objects) > 0 && unmet != "object" || c.way.Reach != checklist.NoReach) {
			cand.Unmet = unmet
		}
		return cand, false
	}
	cand.Narrow = c.narrow(n, &cand)
	cand.Topic = n.Topic(c.topic)
	cand.Remote = len(c.objects) > 0 && n.Remote(c.objects)
	c.focus(n, &cand)
	return cand, true
}

// headed reports whether the heading of a provision names all that the way asks
// for, as far as headings do: the act and its object, or the first further concept.
func (c *compiled) headed(n *norm.Norm) bool {
	if len(c.acts) == 0 && len(c.objects) == 0 {
		return len(c.has) > 0 && n.Headed(c.has[0])
	}
	return (len(c.acts) == 0 || n.Headed(c.acts)) && (len(c.objects) == 0 || n.Headed(c.objects)) && (!c.persons || n.Headed(c.people))
}

// act finds the act that meets the way best: directed at a person where the way
// asks for one, in the norm's own words, protecting the most.
func (c *compiled) act(n *norm.Norm, cand *Candidate) bool {
	best := -1
	for i := range n.Acts {
		a := &n.Acts[i]
		if !c.actSet[a.Concept] || a.Exempt {
			continue
		}
		if c.persons && !slices.Contains(c.way.Object, a.Target.Concept) {
			continue
		}
		if c.matter && a.Target.IsPerson() && (a.Via == norm.Inherited || n.Serves(c.objects, a)) {
			continue // "offers a child for the making of pornography" offers no pornography
		}
		score := 0
		if a.Target.Ages.Protects() {
			score += 4
		}
		if a.Target.Sex == "" {
			score += 2
		}
		if a.Via == "" {
			score++
		}
		if c.forced(n) && !n.Binds(a) {
			score += 8
		}
		if score > best {
			best, cand.Act = score, a
		}
	}
	if cand.Act == nil {
		return false
	}
	if c.persons {
		cand.Target = cand.Act.Target
	}
	return true
}

// forced reports whether the way minds means, and the norm asks for some.
func (c *compiled) forced(n *norm.Norm) bool {
	return slices.Contains(c.narrows, "means") && slices.Contains(n.Narrowed, "means")
}

// purposes reports whether the norm names one of the way's purposes, or, where
// the way allows, none at all. Exploitation beside a purpose of its own kinds
// says no more than they do.
func (c *compiled) purposes(n *norm.Norm) bool {
	if len(n.Purposes) == 0 {
		return c.any
	}
	return slices.ContainsFunc(told(n.Purposes), func(p string) bool { return slices.Contains(c.purpose, p) })
}

// told drops exploitation from purposes that say of what kind it is.
func told(purposes []string) []string {
	if len(purposes) < 2 {
		return purposes
	}
	return slices.DeleteFunc(slices.Clone(purposes), func(p string) bool { return p == "exploitation" })
}

// narrow lists what narrows the norm, among what the way minds.
func (c *compiled) narrow(n *norm.Norm, cand *Candidate) []string {
	var out []string
	for _, slot := range c.narrows {
		var hit bool
		switch slot {
		case "age":
			hit = cand.Target.Concept == "child" && !cand.Target.Ages.Protects() && !olderChildren(cand)
		case "sex":
			hit = cand.Target.Sex != ""
		case "purpose":
			hit = onePurpose(n.Ends)
		case "means":
			hit = c.forced(n) && (cand.Act == nil || n.Binds(cand.Act))
		default:
			hit = slices.Contains(n.Narrowed, slot)
		}
		if hit {
			out = append(out, slot)
		}
	}
	return out
}

// ofConsent is the highest age, in years, below which codes punish every sexual
// act with a child, paid or not: 14 in some families of law, 16 in others.
const ofConsent = 16

// olderChildren reports whether an offence of paying for sex speaks of those from
// the age of consent on, because every sexual act with the younger is an offence
// of its own.
func olderChildren(cand *Candidate) bool {
	ages := cand.Target.Ages
	return cand.Act != nil && cand.Act.Concept == "pay_for_sex" && ages.From <= ofConsent && ages.Below >= 18
}

// kin are purposes that say no more than a wider one beside them.
var kin = map[string]string{"slavery": "forced_labour", "performance_purpose": "sexual_exploitation"}

// onePurpose reports whether a norm is limited to one kind of exploitation.
func onePurpose(purposes []string) bool {
	only := ""
	for _, p := range told(purposes) {
		if wider, ok := kin[p]; ok {
			p = wider
		}
		if p == "exploitation" || p == "any_purpose" || only != "" && p != only {
			return false
		}
		only = p
	}
	return only != ""
}

// focus gathers the hits that a quote should show, the deciding one first.
func (c *compiled) focus(n *norm.Norm, cand *Candidate) {
	if cand.Act != nil {
		cand.Focus = append(cand.Focus, cand.Act.Hit)
	}
	add := func(concepts []int) {
		for _, name := range n.Named(concepts) {
			if h, ok := n.First(name); ok {
				cand.Focus = append(cand.Focus, h)
				return
			}
		}
	}
	for _, group := range c.has {
		add(group)
	}
	if len(c.objects) > 0 {
		add(c.objects)
	}
}
