package coverage

import (
	"slices"

	"lacuna/analyzer/checklist"
	"lacuna/analyzer/document"
	"lacuna/analyzer/lexicon"
	"lacuna/analyzer/match"
	"lacuna/analyzer/message"
)

// A word that was read with doubt in the picture of a page, and of which nobody
// knows what it is, may be the very word that is missed. Where it could be, what
// was not found is unknown.

// smudge is a provision that holds such words.
type smudge struct {
	doc   *document.Document
	at    *document.Section
	reads map[string]bool // the concepts read in the provision
	words []document.Span
}

// smudgesOf lists the provisions of a text that hold words nobody could tell.
func smudgesOf(d *document.Document, pack *lexicon.Pack) []smudge {
	if pack == nil || len(d.Doubts) == 0 {
		return nil
	}
	var out []smudge
	for _, p := range d.Provisions() {
		words := d.Unsure(p.Span)
		if len(words) == 0 {
			continue
		}
		mended, _ := d.Mended(p.Span)
		s := smudge{d, p, map[string]bool{}, words}
		for _, h := range pack.Scan(pack.Tokens(mended, 0)) {
			s.reads[pack.Concept(h)] = true
		}
		out = append(out, s)
	}
	return out
}

// mostBlurred is how many blurred provisions an answer names.
const mostBlurred = 3

// blurred names the provisions that nearly hold what is sought, and hold words that
// were read with doubt in pictures of pages and may be what is missed.
func (j *judge) blurred(f *match.Facts) []Message {
	var why []Message
	seen := map[*document.Section]bool{}
	say := func(d *document.Document, at *document.Section, word document.Span) {
		if !seen[at] && len(why) < mostBlurred {
			seen[at] = true
			note := message.Say("blurred", "label", d.Label(at), "words", d.Quote(word))
			why = append(why, message.Say("damaged", "text", d.ID).With(note))
		}
	}
	for i := range f.Near {
		if word, ok := j.hidden(&f.Near[i]); ok {
			say(f.Near[i].Norm.Doc, f.Near[i].Norm.Provision, word)
		}
	}
	ways := f.Element.Find
	if len(ways) > 0 && ways[0].Slot != "" {
		ways = j.offenceWays(ways[0].Subject)
	}
	for _, smudges := range j.smudges {
		for i := range smudges {
			if word, ok := j.missed(&smudges[i], ways); ok {
				say(smudges[i].doc, smudges[i].at, word)
			}
		}
	}
	return why
}

// missed returns a word nobody could tell that may be all that a provision lacks to
// cover one of the ways.
func (j *judge) missed(s *smudge, ways []checklist.Way) (document.Span, bool) {
	for i := range ways {
		lacks, one := s.lacks(j.lib, &ways[i])
		if !one {
			continue
		}
		for _, word := range s.words {
			if j.resembles(s.doc, word, lacks) {
				return word, true
			}
		}
	}
	return document.Span{}, false
}

// lacks lists the concepts one of which a provision lacks to cover a way; one says
// that it lacks nothing else, and does not lack all that the way asks.
func (s *smudge) lacks(lib *lexicon.Library, w *checklist.Way) (lacks []string, one bool) {
	read, missing := 0, 0
	for _, sought := range slices.Concat([][]string{w.Act, w.Object, w.Purpose}, w.Has) {
		all := covering(lib, sought)
		switch {
		case len(sought) == 0:
		case slices.ContainsFunc(all, func(c string) bool { return s.reads[c] }):
			read++
		default:
			missing++
			lacks = all
		}
	}
	return lacks, missing == 1 && read > 0
}

// covering lists concepts, and those that cover them.
func covering(lib *lexicon.Library, sought []string) []string {
	var out []string
	for _, s := range sought {
		out = append(out, lib.Covering(s)...)
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// hidden returns a word read with doubt that may be what a near miss lacks.
func (j *judge) hidden(c *match.Candidate) (document.Span, bool) {
	pack, lacks := j.lib.Pack(c.Norm.Doc.Language), j.lacks(c)
	if pack == nil {
		return document.Span{}, false
	}
	for _, p := range c.Norm.Pieces {
		if p.Doc != nil && p.Doc != c.Norm.Doc {
			continue
		}
		for _, unsure := range c.Norm.Doc.Unsure(p.Span) {
			if pack.Could(c.Norm.Doc.Quote(unsure), lacks) {
				return unsure, true
			}
		}
	}
	return document.Span{}, false
}

// lacks lists the concepts one of which a near miss lacks, and what covers them. An
// act that is aimed at nobody lacks its object.
func (j *judge) lacks(c *match.Candidate) []string {
	var sought []string
	switch c.Unmet {
	case "act":
		sought = slices.Concat(c.Way.Act, c.Way.Object)
	case "object":
		sought = c.Way.Object
	case "purpose":
		sought = c.Way.Purpose
	case "has":
		sought = slices.Concat(c.Way.Has...)
	}
	return covering(j.lib, sought)
}

// doubted is what is asked of a word that nobody could tell.
type doubted struct{ language, word, concept string }

// resembles reports whether a word is in all likelihood one by which any of the concepts
// is read.
func (j *judge) resembles(d *document.Document, word document.Span, concepts []string) bool {
	pack := j.lib.Pack(d.Language)
	return slices.ContainsFunc(concepts, func(c string) bool {
		key := doubted{d.Language, d.Quote(word), c}
		known, ok := j.likely[key]
		if !ok {
			known = pack.Resembles(key.word, []string{c})
			j.likely[key] = known
		}
		return known
	})
}
