// Package analyzer is lacuna as a library: it reads national criminal law and
// answers a treaty's checklist against it, with the words that prove each answer.
//
// The river: bytes → Source → Document → norms → evidence → findings.
package analyzer

import (
	"cmp"
	"strings"

	"lacuna/analyzer/amend"
	"lacuna/analyzer/checklist"
	"lacuna/analyzer/coverage"
	"lacuna/analyzer/document"
	"lacuna/analyzer/lexicon"
	"lacuna/analyzer/match"
	"lacuna/analyzer/message"
	"lacuna/analyzer/norm"
)

// Options say with what the texts are judged.
type Options struct {
	Checklist *checklist.Checklist
	Lexicons  *lexicon.Library
	Language  string // ISO 639-1, for texts whose language must not be guessed; empty guesses
	Majority  int    // age of majority in years where the user knows it; 0 leaves it to the texts
	// Unread holds the texts of the dossier that could not be read at all, with
	// the reason: what is not found may stand in them, and is unknown.
	Unread map[string]string
}

// Dossier is the acts of one country, read together.
type Dossier struct {
	Documents []*document.Document // amended texts stand behind the texts that were given
	InForce   []*document.Document // those whose words were judged: of a law and its amending acts, the amended text
	Norms     []*norm.Norm
	Facts     []match.Facts
	Matrix    *coverage.Matrix
	// Amendments are what the amending acts among the texts made of the others.
	Amendments []amend.Amendment
}

// Analyze reads sources as one dossier and judges it. The sources come from
// ingest; a text that cannot be judged gives unknown, never no.
func Analyze(sources []*document.Source, opt Options) *Dossier {
	d := &Dossier{}
	unread := map[string]message.Message{}
	for name, why := range opt.Unread {
		unread[name] = message.Say("unreadable", "text", name).With(message.Plain(why))
	}
	for _, src := range sources {
		d.Documents = append(d.Documents, Outlines(src, opt)...)
	}
	for _, doc := range d.Documents {
		if why, bad := unreadable(doc, opt.Lexicons); bad {
			unread[doc.ID] = why
		}
	}
	d.InForce = d.inForce(opt)
	d.Norms = norm.Read(d.InForce, opt.Lexicons, majority(sources, opt))
	d.Facts = match.Run(opt.Checklist, opt.Lexicons, d.Norms)
	d.Matrix = coverage.Judge(opt.Checklist, opt.Lexicons, d.Documents, d.Facts, match.Unplaced(d.Norms), unread)
	noteDoubts(d.Documents, d.Matrix)
	return d
}

// Sources lists the sources of all documents, those of amended texts last.
func (d *Dossier) Sources() []*document.Source {
	var out []*document.Source
	for _, doc := range d.Documents {
		out = append(out, doc.Source)
	}
	return out
}

// majority is the age of majority that the user gave: for all texts, else the
// first that was given for one of them; 0 leaves it to the texts.
func majority(sources []*document.Source, opt Options) int {
	years := opt.Majority
	for _, src := range sources {
		years = cmp.Or(years, src.Majority)
	}
	return years
}

// unreadable says why a text cannot be judged at all.
func unreadable(doc *document.Document, lib *lexicon.Library) (why message.Message, bad bool) {
	why.Args = map[string]string{"text": doc.ID}
	switch {
	case lib.Pack(doc.Language) == nil:
		why.Code, why.Args["language"], why.Args["languages"] = "no-lexicon", doc.Language, strings.Join(lib.Languages(), ", ")
	case !lib.Fits(sample(doc.Text), doc.Language):
		why.Code, why.Args["language"] = "other-language", doc.Language
	case len(doc.Provisions()) == 0 && doc.Character.Kind != document.ContentsPage && doc.Character.Kind != document.Treaty:
		why.Code = "no-provisions"
	case doc.Health.Grade == "unreadable":
		why.Code, why.Parts = "unreadable", doc.Health.Notes
	}
	return why, why.Code != ""
}
