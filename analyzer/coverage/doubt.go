package coverage

import (
	"slices"
	"strings"

	"lacuna/analyzer/checklist"
	"lacuna/analyzer/document"
	"lacuna/analyzer/lexicon"
	"lacuna/analyzer/match"
	"lacuna/analyzer/message"
)

// What was not found is a no only where it would have been found if it were
// there. Texts that are no law of the country, or not its criminal law, prove no
// absence; a damaged region proves none of what it could have held.

// silent holds, by kind of text, why its silence proves nothing.
var silent = map[document.TextKind]string{
	document.Treaty:       "kind-treaty",
	document.ContentsPage: "kind-contents",
	document.OtherText:    "kind-other",
	document.AmendingAct:  "kind-amending",
}

// doubt makes a no unknown where the texts cannot carry it.
func (j *judge) doubt(out *Finding, f *match.Facts) {
	why := j.silence(f)
	decision := "kind-of-text"
	if why == nil {
		why, decision = append(j.damaged(f), j.blurred(f)...), "damaged-region"
	}
	if why != nil {
		out.Value, out.Decision, out.ReasonCodes = Unknown, decision, nil
		out.because(why...)
	}
}

// silence says why none of the texts proves an absence; nil where one does.
func (j *judge) silence(f *match.Facts) []Message {
	var why []Message
	for _, d := range j.docs {
		code := silent[d.Character.Kind]
		if code == "" {
			return nil
		}
		why = append(why, message.Say(code, "text", d.ID))
	}
	return append(why, j.damaged(f)...)
}

// damaged names the damaged regions that could have held what was not found,
// and what tables of contents without a body announce of it.
func (j *judge) damaged(f *match.Facts) []Message {
	ask := j.asked(f)
	var why []Message
	for i, d := range j.docs {
		for k := range j.topics[i] {
			t := &j.topics[i][k]
			if !t.couldHold(ask) {
				continue
			}
			if t.region < 0 {
				why = append(why, message.Say("promised", "text", d.ID, "heading", t.heading))
				continue
			}
			name, region := f.Item.ID+"/"+f.Element.ID, &j.regions[i][t.region]
			if !slices.Contains(region.Unknown, name) {
				region.Unknown = append(region.Unknown, name)
				why = append(why, message.Say("damaged", "text", d.ID).With(region.Note.Message))
			}
		}
	}
	return why
}

// topic is what a damaged region, or a line of a table of contents, is about.
type topic struct {
	region   int    // index of the region; -1 for a line of a table of contents
	heading  string // that line
	concepts map[string]bool
	named    bool // the heading is that of the missing provision itself
	open     bool // anything may have followed
	act      bool // the text is no code, or what followed may be another act: general rules too
}

// topicsOf reads what the damaged regions of a text, and the lines of a table of
// contents without a body, are about.
func topicsOf(d *document.Document, pack *lexicon.Pack) []topic {
	if pack == nil {
		return nil
	}
	var out []topic
	read := func(words ...string) map[string]bool {
		set := map[string]bool{}
		for _, h := range pack.Scan(pack.Tokens(strings.Join(words, "\n"), 0)) {
			set[pack.Concept(h)] = true
		}
		return set
	}
	for i, region := range d.Health.Regions {
		for _, p := range region.Promised {
			out = append(out, topic{region: i, concepts: read(append(region.Chapter, p.Heading)...), named: true})
		}
		if region.Promised != nil {
			continue
		}
		var words []string
		for _, s := range region.Around {
			mended, _ := d.Mended(s)
			words = append(words, mended)
		}
		out = append(out, topic{region: i, concepts: read(words...), open: region.Open, act: d.Character.Kind != document.Code || region.Damage == document.Anew})
	}
	for _, p := range d.Character.Promised {
		out = append(out, topic{region: -1, heading: strings.TrimSpace(p.Number + " " + p.Heading), concepts: read(p.Heading), named: true})
	}
	return out
}

// asked is what an element asks of a provision.
type asked struct {
	acts    map[string]bool
	others  map[string]bool // objects, purposes and whatever else is sought
	offence bool            // it asks for an offence, not for a general rule
	place   bool            // it speaks of premises, as rules beside the offences do
}

// asked gathers what the ways of an element ask for; an element that asks for
// ages or sanctions asks for the offences of its subject.
func (j *judge) asked(f *match.Facts) asked {
	a := asked{acts: map[string]bool{}, others: map[string]bool{}}
	ways := f.Element.Find
	if len(ways) > 0 && ways[0].Slot != "" {
		ways = j.offenceWays(ways[0].Subject)
	}
	a.offence = slices.ContainsFunc(ways, func(w checklist.Way) bool { return len(w.Act)+len(w.Object) > 0 })
	for _, w := range ways {
		for _, c := range w.Act {
			a.acts[c] = true
		}
		a.place = a.place || slices.ContainsFunc(slices.Concat(w.Has...), func(c string) bool { return j.class(c) == "place" })
		sought := w.Has
		if a.offence {
			sought = append([][]string{w.Object, w.Purpose}, w.Has...)
		} else if len(sought) > 1 {
			sought = sought[:1] // what a rule is about stands first; the rest are its conditions
		}
		for _, list := range sought {
			for _, c := range list {
				if j.tells(c) {
					a.others[c] = true
				}
			}
		}
	}
	return a
}

// offenceWays lists the ways of the elements of a subject.
func (j *judge) offenceWays(subject string) []checklist.Way {
	var out []checklist.Way
	for _, s := range j.list.Subjects {
		if s.ID != subject {
			continue
		}
		for _, it := range j.list.Items {
			for _, el := range it.Elements {
				if slices.Contains(s.Elements, it.ID+"/"+el.ID) {
					out = append(out, el.Find...)
				}
			}
		}
	}
	return out
}

// homes are the chapters in which offences against children and persons stand.
var homes = []string{"home_person", "home_morals", "home_children"}

// couldHold reports whether a region could have held what an element asks for:
// by the headings of what is missing, else by those beside it.
func (t *topic) couldHold(a asked) bool {
	switch {
	case t.open && (a.offence || t.act), t.names(a):
		return true
	case t.named:
		return false
	case a.offence, a.place && t.inHome():
		return t.inHome()
	}
	return t.concepts["home_general"]
}

// inHome reports whether the headings are those of a chapter in which offences
// against children and persons stand.
func (t *topic) inHome() bool {
	return slices.ContainsFunc(homes, func(c string) bool { return t.concepts[c] })
}

// names reports whether the headings name what an element asks for: an object or
// a subject of its own, or an act with a child or person.
func (t *topic) names(a asked) bool {
	act := false
	for c := range t.concepts {
		act = act || a.acts[c]
		if a.others[c] {
			return true
		}
	}
	return act && (t.concepts["child"] || t.concepts["person"])
}

// tells reports whether a concept in a heading says what a provision is about:
// an object, a purpose, a rule; not a person, a cue or a gain.
func (j *judge) tells(concept string) bool {
	switch j.class(concept) {
	case "object", "content", "purpose", "rule", "place", "sanction":
		return concept != "liability" && concept != "request"
	}
	return false
}

// class returns the class of a concept; empty where there is no such concept.
func (j *judge) class(concept string) string {
	if i, ok := j.lib.ID(concept); ok {
		return j.lib.Concepts[i].Class
	}
	return ""
}
