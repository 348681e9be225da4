package coverage

import (
	"cmp"
	"maps"
	"slices"

	"lacuna/analyzer/checklist"
	"lacuna/analyzer/document"
	"lacuna/analyzer/dossier"
	"lacuna/analyzer/lexicon"
	"lacuna/analyzer/match"
	"lacuna/analyzer/message"
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
	j := &judge{list: cl, lib: lib, docs: docs, unplaced: unplaced, unread: unread, weight: weights(facts), answered: answered(facts), likely: map[doubted]bool{}}
	m := &Matrix{NotGiven: []Act{}, BlindSpots: blindSpots(unplaced)}
	for _, d := range docs {
		m.Texts = append(m.Texts, Describe(d))
		j.smudges = append(j.smudges, smudgesOf(d, lib.Pack(d.Language)))
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
	smudges  [][]smudge          // by text: its provisions with words that nobody could tell
	likely   map[doubted]bool    // whether a word of a language may be one of a concept
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

func (j *judge) unknown(out *Finding) {
	out.Value, out.Decision = Unknown, "unreadable"
	out.ReasonCodes = nil
	for _, id := range slices.Sorted(maps.Keys(j.unread)) {
		out.because(j.unread[id])
	}
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
		out.because(message.Say("ages-united"))
	}
	if best.decision == "reach-some" && together(all) {
		out.Value, out.Decision = Yes, "reach-together"
		out.because(message.Say("rules-together"))
	} else {
		out.because(j.reasons(best)...)
	}
	if out.Value == Yes {
		out.TriedCodes = tried(best)
	}
	out.Reach = reachTable(all)
	j.evidence(out, f, all)
}
