package outline

import (
	"strconv"

	"lacuna/analyzer/document"
	"lacuna/analyzer/lexicon"
	"lacuna/analyzer/message"
)

const (
	fewestParties = 3    // a schedule that names the States Parties so often,
	bytesPerParty = 1500 // and once in so many bytes, prints a treaty
	fewestOwn     = 2    // provisions of an act before the treaty that it prints
)

// Inspect adds to an outline what only the words of its language tell: the kind
// of the text, and which schedules print a treaty.
func Inspect(d *document.Document, lib *lexicon.Library) {
	pack := lib.Pack(d.Language)
	if pack != nil {
		treatySchedules(d, pack)
	}
	d.Character = Characterise(d, pack)
	if d.Character.Kind == document.Treaty && pack != nil {
		actBefore(d, pack)
	}
}

// actBefore reads the act that prints a treaty behind its own provisions: where
// the treaty's articles were taken for those of the act, and the act punishes,
// its own are read instead.
func actBefore(d *document.Document, pack *lexicon.Pack) {
	all := d.Provisions()
	if len(all) == 0 {
		return
	}
	start := all[0].Span.Start
	own := Read(Within(d.Source, []document.Span{{End: start}}))
	if len(own.Provisions()) < fewestOwn || survey(own, pack).punishing == 0 {
		return
	}
	character := Characterise(own, pack)
	if character.Kind == document.Treaty {
		return
	}
	page := ""
	if n := d.Page(start); n > 0 {
		page = strconv.Itoa(n)
	}
	d.Root, d.Health, d.Character = own.Root, own.Health, character
	d.Health.Notes = append(d.Health.Notes, message.Say("treaty-behind", "onpage", page))
}

// treatySchedules marks the schedules that print a treaty: no law of the country.
func treatySchedules(d *document.Document, pack *lexicon.Pack) {
	for _, s := range d.Provisions() {
		if s.Kind != document.Schedule {
			continue
		}
		parties := 0
		for _, h := range pack.Scan(pack.Tokens(d.Quote(s.Span), 0)) {
			if pack.Concept(h) == "treaty_party" {
				parties++
			}
		}
		if parties >= fewestParties && parties*bytesPerParty >= s.Span.End-s.Span.Start {
			s.State = document.TreatyText
		}
	}
}
