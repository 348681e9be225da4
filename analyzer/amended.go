package analyzer

import (
	"fmt"
	"slices"
	"strings"

	"lacuna/analyzer/amend"
	"lacuna/analyzer/document"
	"lacuna/analyzer/lexicon"
	"lacuna/analyzer/message"
)

// inForce lists the texts whose words are law: an amended text takes the place of
// the law and of the acts that amend it; of an act whose law was not given,
// the provisions that it would put into it; treaties and tables of contents have
// none. Amended texts are added to the dossier.
func (d *Dossier) inForce(opt Options) []*document.Document {
	var out []*document.Document
	for _, doc := range d.Documents {
		if k := doc.Character.Kind; k != document.Treaty && k != document.ContentsPage && k != document.AmendingAct {
			out = append(out, doc)
		}
	}
	for _, act := range slices.Clone(d.Documents) {
		pack := opt.Lexicons.Pack(act.Language)
		if act.Character.Kind != document.AmendingAct || pack == nil {
			continue
		}
		if i := amendedBy(act, out, pack); i >= 0 {
			out[i] = d.amended(out[i], act, opt)
		} else {
			out = append(out, inserted(act, pack))
		}
	}
	return out
}

// amended carries an act out on a law, or on what acts before it made of it, and
// puts the amended text into the dossier.
func (d *Dossier) amended(law, act *document.Document, opt Options) *document.Document {
	now, changes := Amend(law, act, opt)
	first := law.ID
	for i := range d.Amendments {
		if a := &d.Amendments[i]; a.Text == law.ID {
			first, a.Text = a.Law, now.ID
			trail(now, a.Changes)
		}
	}
	trail(now, changes)
	d.Amendments = append(d.Amendments, amend.Amendment{Law: first, Act: act.ID, Text: now.ID, Changes: changes})
	if first != law.ID {
		d.Documents = slices.DeleteFunc(d.Documents, func(x *document.Document) bool { return x == law })
	}
	d.Documents = append(d.Documents, now)
	return now
}

// Amend carries out what is mechanical of an amending act on a law. It returns
// the law as amended, a text of its own, and what became of each instruction.
// The language of the act must have a lexicon.
func Amend(law, act *document.Document, opt Options) (*document.Document, []amend.Change) {
	src, changes := amend.Apply(law, act, opt.Lexicons.Pack(act.Language))
	now := Outline(src, opt)
	now.Character = law.Character
	for i := range changes {
		c := &changes[i]
		for _, p := range now.Provisions() {
			if c.Applied && c.Span.Overlaps(p.Span) && !slices.Contains(c.Touched, p.Number) {
				c.Touched = append(c.Touched, p.Number)
			}
		}
	}
	return now, changes
}

// amendedBy returns the index of the law that an act amends, -1 where none of the
// texts is it: the one that the user named, else one that has most of the
// provisions that the act names; an act that names the penal code amends a code.
func amendedBy(act *document.Document, laws []*document.Document, pack *lexicon.Pack) int {
	best, most := -1, 0
	code := namesCode(act, pack)
	for i, law := range laws {
		if act.Amends != "" && (law.ID == act.Amends || strings.HasPrefix(law.ID, act.Amends+"+")) {
			return i
		}
		if law.Language != act.Language || code != (law.Character.Kind == document.Code) {
			continue
		}
		if named, found := amend.Targets(law, act, pack); found > most && found*2 >= named || code && named == 0 && best < 0 {
			best, most = i, found
		}
	}
	if act.Amends != "" {
		return -1
	}
	return best
}

// NotAmended says why a law cannot be the one that an act amends: the law is a
// penal code and the act does not name one, or the law has less than half of the
// provisions that the act names. It is empty where it can be.
func NotAmended(law, act *document.Document, opt Options) string {
	pack := opt.Lexicons.Pack(act.Language)
	if pack == nil {
		return fmt.Sprintf("there is no lexicon for its language (%q)", act.Language)
	}
	if law.Language != act.Language {
		return fmt.Sprintf("its language is %s, and that of %s is %s", act.Language, law.ID, law.Language)
	}
	if namesCode(law, pack) && !namesCode(act, pack) {
		return "it does not name a penal code"
	}
	if named, found := amend.Targets(law, act, pack); found*2 < named {
		return fmt.Sprintf("of %d provisions that it names, %s has %d", named, law.ID, found)
	}
	return ""
}

// namesCode reports whether the title or the head of a text names a penal code.
func namesCode(d *document.Document, pack *lexicon.Pack) bool {
	head := strings.ToValidUTF8(d.Text[:min(len(d.Text), headBytes)], "")
	return pack.Read(d.Title+"\n"+head, "code_title")
}

// headBytes is how far into an act the name of the law that it amends stands.
const headBytes = 2000

// inserted reads what an act whose law was not given puts into it.
func inserted(act *document.Document, pack *lexicon.Pack) *document.Document {
	law := amend.Inserted(act, pack)
	var numbers []string
	for _, p := range law.Provisions() {
		numbers = append(numbers, p.Number)
	}
	note := message.Say("law-not-given")
	if len(numbers) > 0 {
		note = message.Say("law-inserted", "numbers", strings.Join(numbers, ", "))
	}
	act.Health.Notes = append(act.Health.Notes, note)
	return law
}

// trail notes what became of each instruction in the health of the amended text.
// A provision that an instruction touches and could not be carried out on is not
// read; what it could hold is unknown.
func trail(d *document.Document, changes []amend.Change) {
	for _, c := range changes {
		note := c.Message()
		d.Health.Notes = append(d.Health.Notes, note)
		if c.Applied {
			continue
		}
		region := document.Region{Damage: document.Unamended, Chapter: []string{}, Provisions: []string{}, Note: message.Sentence{Message: note}}
		words := []string{c.New}
		for _, p := range d.Provisions() {
			if slices.Contains(c.Touched, p.Number) {
				p.State = document.NotInForce
				region.Start, region.End, region.Provisions = p.Span.Start, p.Span.End, append(region.Provisions, p.Number)
				words = append(words, d.Quote(p.Title), d.Quote(p.Span))
			}
		}
		region.Promised = []document.Promise{{Number: c.Target, Heading: strings.Join(strings.Fields(strings.Join(words, " ")), " ")}}
		d.Health.Regions = append(d.Health.Regions, region)
	}
}
