package analyzer

import (
	"fmt"
	"slices"
	"strings"

	"lacuna/analyzer/amend"
	"lacuna/analyzer/document"
	"lacuna/analyzer/lexicon"
)

// Amendment is what an amending act of a dossier made of the law that it amends.
type Amendment struct {
	Law, Act, Text string // ids: the law as it was, the act, the amended text
	Changes        []amend.Change
}

// inForce lists the texts whose words are law: an amended text takes the place of
// the law and of the act that amends it; of an act whose law was not given,
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
		i := amendedBy(act, out, pack)
		if i < 0 {
			out = append(out, inserted(act, pack))
			continue
		}
		src, changes := amend.Apply(out[i], act, pack)
		amended := Outline(src, opt)
		amended.Character = out[i].Character
		trail(amended, act, changes)
		d.Amendments = append(d.Amendments, Amendment{Law: out[i].ID, Act: act.ID, Text: amended.ID, Changes: changes})
		d.Documents = append(d.Documents, amended)
		out[i] = amended
	}
	return out
}

// amendedBy returns the index of the law that an act amends, -1 where none of the
// texts is it: the one that the user named, else one that has most of the
// provisions that the act names; an act that names the penal code amends a code.
func amendedBy(act *document.Document, laws []*document.Document, pack *lexicon.Pack) int {
	best, most := -1, 0
	code := pack.Read(act.Title+"\n"+act.Text[:min(len(act.Text), headBytes)], "code_title")
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

// headBytes is how far into an act the name of the law that it amends stands.
const headBytes = 2000

// inserted reads what an act whose law was not given puts into it.
func inserted(act *document.Document, pack *lexicon.Pack) *document.Document {
	law := amend.Inserted(act, pack)
	var numbers []string
	for _, p := range law.Provisions() {
		numbers = append(numbers, p.Number)
	}
	note := "The law that it amends is not among the texts."
	if len(numbers) > 0 {
		note += " Read as law that it would make are the provisions that it puts in: " + strings.Join(numbers, ", ") + "."
	}
	act.Health.Notes = append(act.Health.Notes, note)
	return law
}

// trail notes what became of each instruction in the health of the amended text.
// A provision that an instruction touches and could not be carried out on is not
// read; what it could hold is unknown.
func trail(d, act *document.Document, changes []amend.Change) {
	for _, c := range changes {
		if c.Applied {
			d.Health.Notes = append(d.Health.Notes, fmt.Sprintf("%s %s: %s", act.ID, c.Instruction, done(c)))
			continue
		}
		note := fmt.Sprintf("%s %s was not carried out (%s of %s): %s.", act.ID, c.Instruction, c.Operation, c.Target, c.Why)
		region := document.Region{Damage: document.Unamended, Chapter: []string{}, Provisions: []string{}, Note: note}
		words := []string{c.New}
		for _, p := range d.Provisions() {
			if slices.Contains(strings.Split(c.Target, ", "), p.Number) {
				p.State = document.NotInForce
				region.Start, region.End, region.Provisions = p.Span.Start, p.Span.End, append(region.Provisions, p.Number)
				words = append(words, d.Quote(p.Title), d.Quote(p.Span))
			}
		}
		region.Promised = []document.Promise{{Number: c.Target, Heading: strings.Join(strings.Fields(strings.Join(words, " ")), " ")}}
		d.Health.Regions = append(d.Health.Regions, region)
		d.Health.Notes = append(d.Health.Notes, note)
	}
}

// done says what an instruction did.
func done(c amend.Change) string {
	where := "in the whole law"
	if c.Target != "" {
		where = "in " + c.Target
	}
	switch c.Operation {
	case amend.ReplaceWords, amend.InsertWords:
		return fmt.Sprintf("“%s” became “%s” %s, %d times.", c.Old, c.New, where, c.Times)
	case amend.DeleteWords:
		return fmt.Sprintf("“%s” was struck out %s, %d times.", c.Old, where, c.Times)
	case amend.Repeal:
		return c.Target + " was repealed."
	case amend.Replace:
		return c.Target + " has a new wording."
	}
	line, _, _ := strings.Cut(c.New, "\n")
	return "“" + line + "” was inserted."
}
