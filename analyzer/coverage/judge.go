package coverage

import (
	"cmp"
	"maps"
	"slices"
	"strconv"

	"lacuna/analyzer/checklist"
	"lacuna/analyzer/document"
	"lacuna/analyzer/dossier"
	"lacuna/analyzer/lexicon"
	"lacuna/analyzer/match"
	"lacuna/analyzer/norm"
)

// mostEvidence and mostNear bound what is kept for one element.
const (
	mostEvidence = 10
	mostNear     = 5
)

// Judge says what the facts mean: a value for each element, a status for each
// item, with the proof. docs are the texts that were read; unplaced are the
// offences that match.Unplaced lists; unread holds, by text id, why a text could not
// be judged at all.
func Judge(cl *checklist.Checklist, lib *lexicon.Library, docs []*document.Document, facts []match.Facts, unplaced []*norm.Norm, unread map[string]Message) *Matrix {
	j := &judge{list: cl, lib: lib, docs: docs, unplaced: unplaced, unread: unread, weight: weights(facts), answered: answered(facts)}
	m := &Matrix{NotGiven: []Act{}, BlindSpots: blindSpots(unplaced)}
	for _, d := range docs {
		m.Texts = append(m.Texts, Describe(d))
		j.topics = append(j.topics, topicsOf(d, lib.Pack(d.Language)))
		j.regions = append(j.regions, slices.Clone(d.Health.Regions))
	}
	for i := 0; i < len(facts); {
		it := facts[i].Item
		item := Item{ID: it.ID, Title: it.Title, Force: string(it.Force), Condition: it.Condition,
			Treaty: Treaty{Article: it.Article, Paragraph: it.Paragraph, Point: it.Point, Quote: it.Quote}}
		for ; i < len(facts) && facts[i].Item.ID == it.ID; i++ {
			item.Elements = append(item.Elements, j.element(&facts[i]))
		}
		item.Status = StatusOf(item.Elements)
		m.Summary.count(item.Status)
		m.Items = append(m.Items, item)
		m.carry(item)
		if item.Status != Covered {
			m.lacks(dossier.Lacking(it.Usually, docs), it.ID)
		}
	}
	slices.SortStableFunc(m.NotGiven, func(a, b Act) int { return cmp.Compare(len(b.Items), len(a.Items)) })
	for i := range m.Texts {
		m.Texts[i].Health.Regions = j.regions[i]
	}
	return m
}

// carry notes which texts give the best evidence for an element of the item.
func (m *Matrix) carry(item Item) {
	for i := range m.Texts {
		if slices.ContainsFunc(item.Elements, func(f Finding) bool {
			return len(f.Evidence) > 0 && f.Evidence[0].Text == m.Texts[i].ID
		}) {
			m.Texts[i].Carries = append(m.Texts[i].Carries, item.ID)
		}
	}
}

// lacks notes acts that are not among the texts, where the subject of an item
// often stands.
func (m *Matrix) lacks(acts []string, item string) {
	for _, title := range acts {
		i := slices.IndexFunc(m.NotGiven, func(a Act) bool { return a.Title == title })
		if i < 0 {
			i, m.NotGiven = len(m.NotGiven), append(m.NotGiven, Act{Title: title})
		}
		m.NotGiven[i].Items = append(m.NotGiven[i].Items, item)
	}
}

// StatusOf makes an item's status from its elements: all yes is covered, all no
// a gap; nothing but unknown, or unknown and no, is unknown; the rest is partial.
func StatusOf(elements []Finding) Status {
	count := map[Value]int{}
	for _, e := range elements {
		count[e.Value]++
	}
	switch {
	case count[Yes] == len(elements):
		return Covered
	case count[No] == len(elements):
		return Gap
	case count[Yes]+count[Partial] == 0:
		return NotKnown
	}
	return PartlyCovered
}

func (s *Summary) count(status Status) {
	switch status {
	case Covered:
		s.Covered++
	case PartlyCovered:
		s.Partial++
	case Gap:
		s.Gap++
	case NotKnown:
		s.Unknown++
	}
}

// Describe says of a text what a matrix says of it, before it is judged.
func Describe(d *document.Document) Text {
	return Text{ID: d.ID, Title: d.Title, Kind: d.Character.Kind, KindWhy: d.Character.Why, Promised: d.Character.Promised,
		Language: d.Language, Format: d.Format, SHA256: d.SHA256,
		Majority: d.Majority, MajoritySource: d.MajoritySource, AsOf: cmp.Or(d.AsOf, "unknown"), Official: cmp.Or(d.Official, "unknown"),
		Pages: len(d.Pages), Sections: len(d.Provisions()), Health: d.Health}
}

type judge struct {
	list     *checklist.Checklist
	lib      *lexicon.Library
	docs     []*document.Document
	unplaced []*norm.Norm
	unread   map[string]Message
	weight   map[*document.Section]int
	answered map[string]bool     // groups of items in which anything was found
	topics   [][]topic           // by text: what its damaged regions are about
	regions  [][]document.Region // by text, with the elements that they turn unknown
}

// weights counts for how many elements each provision is evidence: an offence
// on the point answers many at once, and is cited first.
func weights(facts []match.Facts) map[*document.Section]int {
	w := map[*document.Section]int{}
	for _, f := range facts {
		seen := map[*document.Section]bool{}
		for _, c := range f.Found {
			if p := c.Norm.Provision; !seen[p] && c.Way.Value == "yes" {
				seen[p] = true
				w[p]++
			}
		}
	}
	return w
}

// element judges one element.
func (j *judge) element(f *match.Facts) Finding {
	out := Finding{ID: f.Element.ID, Title: f.Element.Title, Question: f.Element.Question,
		Reasons: []string{}, Evidence: []Evidence{}, NearMisses: []NearMiss{}}
	switch {
	case !slices.ContainsFunc(j.docs, func(d *document.Document) bool { return j.unread[d.ID].Code == "" }):
		j.unknown(&out)
	case len(f.Element.Find) > 0 && f.Element.Find[0].Slot != "":
		j.slot(&out, f)
	default:
		j.found(&out, f)
	}
	if out.Value == No && len(j.unread) > 0 {
		j.unknown(&out)
	}
	if out.Value == No {
		j.doubt(&out, f)
	}
	if out.Value == No {
		j.absence(&out, f)
		j.blind(&out, f)
	}
	if out.Value != Yes {
		j.near(&out, f)
	}
	out.Confidence = confidence(out, j.docs)
	j.inEnglish(&out)
	return out
}

// because adds reasons.
func (f *Finding) because(reasons ...Message) { f.ReasonCodes = append(f.ReasonCodes, reasons...) }

// inEnglish says in English what a finding holds as data.
func (j *judge) inEnglish(f *Finding) {
	f.Reasons, f.Tried = english(j.lib.Title, f.ReasonCodes...), english(j.lib.Title, f.TriedCodes...)
	for i := range f.Evidence {
		f.Evidence[i].NarrowedBy = english(j.lib.Title, f.Evidence[i].NarrowedCodes...)
	}
	for i := range f.NearMisses {
		f.NearMisses[i].WhyNot = english(j.lib.Title, f.NearMisses[i].WhyNotCode)[0]
	}
}

func (j *judge) unknown(out *Finding) {
	out.Value, out.Decision = Unknown, "unreadable"
	out.ReasonCodes = nil
	for _, id := range slices.Sorted(maps.Keys(j.unread)) {
		out.because(j.unread[id])
	}
}

// graded is a candidate with what it is worth.
type graded struct {
	match.Candidate
	value    Value
	decision string
}

// grade says what a candidate is worth: what its way gives, lowered to partial
// by what narrows it or by offences that a general rule does not reach.
func grade(c match.Candidate) graded {
	g := graded{Candidate: c, value: Yes, decision: "express"}
	switch {
	case c.Norm.Pointer:
		g.value, g.decision = Partial, "pointer"
	case c.Way.Value == "partial":
		g.value, g.decision = Partial, "weaker"
	case len(c.Narrow) > 0:
		g.value, g.decision = Partial, "narrowed"
	case len(c.Missed) > 0 && c.Way.Reach != checklist.ReachAny:
		g.value, g.decision = Partial, "reach-some"
	case c.Way.Reach != checklist.NoReach:
		g.decision = "reach-all"
		if c.Norm.Scope.Threshold > 0 {
			g.decision = "reach-threshold"
		}
	case c.Act != nil && c.Act.Via == norm.Inherited:
		g.decision = "inherited"
	case c.Act != nil && c.Act.Via == norm.Defined:
		g.decision = "term-resolved"
	case c.Act != nil && !slices.Contains(c.Way.Act, c.Act.Concept):
		g.decision = "necessary"
	case c.Target.Assumed:
		g.decision = "assumed-majority"
	case c.Way.Act == nil:
		g.decision = "general"
	}
	return g
}

// found judges an element by the norms that cover it: the best wins; partial
// ages unite.
func (j *judge) found(out *Finding, f *match.Facts) {
	if len(f.Found) == 0 {
		out.Value, out.Decision = No, "not-found"
		return
	}
	var all []graded
	for _, c := range f.Found {
		all = append(all, grade(c))
	}
	j.order(f, all)
	best := all[0]
	out.Value, out.Decision = best.value, best.decision
	if best.decision == "narrowed" && united(all) {
		out.Value, out.Decision = Yes, "ages-united"
		out.because(say("ages-united"))
	}
	if best.decision == "reach-some" && together(all) {
		out.Value, out.Decision = Yes, "reach-together"
		out.because(say("rules-together"))
	} else {
		out.because(j.reasons(best)...)
	}
	if out.Value == Yes {
		out.TriedCodes = tried(best)
	}
	out.Reach = reachTable(all)
	j.evidence(out, f, all)
}

// united reports whether norms that are narrowed by age alone protect, together,
// everyone under 18.
func united(all []graded) bool {
	var spans []norm.Ages
	for _, g := range all {
		if len(g.Narrow) == 1 && g.Narrow[0] == "age" && g.Way.Value == "yes" {
			spans = append(spans, g.Target.Ages)
		}
	}
	slices.SortFunc(spans, func(a, b norm.Ages) int { return cmp.Compare(a.From, b.From) })
	reached := 0
	for _, s := range spans {
		if s.From > reached {
			return false
		}
		reached = max(reached, s.Below)
	}
	return reached >= 18
}

// together reports whether rules that each reach some main offences reach, all
// together, every one.
func together(all []graded) bool {
	missed := map[string]bool{}
	for _, s := range all[0].Missed {
		missed[s] = true
	}
	for _, g := range all {
		if g.decision == "reach-some" && !g.Norm.Scope.Own(g.Norm.Provision) {
			for _, s := range g.Reached {
				delete(missed, s)
			}
		}
	}
	return len(missed) == 0
}

// reasons says why the best candidate gives its value.
func (j *judge) reasons(g graded) []Message {
	var out []Message
	add := func(code string, args ...string) { out = append(out, say(code, args...)) }
	if g.decision == "pointer" {
		add("pointer")
	}
	if g.Way.Because != "" {
		add("because", "because", g.Way.Because)
	}
	for _, slot := range g.Narrow {
		out = append(out, narrowedBy(slot, g.Candidate))
	}
	for _, s := range g.Missed {
		add("misses-offences", "subject", s)
	}
	if g.Act != nil {
		switch {
		case g.Act.Via == norm.Defined:
			add("by-definition", "concept", g.Act.Concept, "term", g.Act.Term)
		case g.Act.Via == norm.Inherited:
			add("inherited", "concept", g.Act.Concept)
		case !slices.Contains(g.Way.Act, g.Act.Concept):
			add("takes-in", "concept", g.Act.Concept)
		}
	}
	if g.Target.Assumed && g.value == Yes {
		add("majority-assumed", "below", strconv.Itoa(g.Target.Ages.Below))
	}
	if t := g.Norm.Scope.Threshold; g.Way.Reach != checklist.NoReach && t > 0 {
		add("threshold", "years", strconv.Itoa(t/12))
	}
	return out
}

// narrowedBy says how a slot narrows a candidate.
func narrowedBy(slot string, c match.Candidate) Message {
	switch {
	case slot == "age" && c.Target.Ages.From > 0:
		return say("only-ages", "from", strconv.Itoa(c.Target.Ages.From), "below", strconv.Itoa(c.Target.Ages.Below))
	case slot == "age":
		return say("only-below", "below", strconv.Itoa(c.Target.Ages.Below))
	}
	return say("only-" + slot)
}

// tried lists the refutations that a yes withstood.
func tried(g graded) []Message {
	out := []Message{say("tried-repealed"), say("tried-own-words")}
	if g.Norm.HoldsException() {
		out = append(out, say("tried-exception"))
	} else {
		out = append(out, say("tried-no-exception"))
	}
	for _, slot := range g.Way.Narrows {
		out = append(out, say("tried-slot", "slot", slot))
	}
	if g.Way.Reach != checklist.NoReach {
		out = append(out, say("tried-reach"))
	}
	return out
}
