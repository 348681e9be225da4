package outline

import (
	"slices"
	"strings"

	"lacuna/analyzer/document"
)

// endedWords open the remark, above or at the head of a wording, that it was
// law until a day only; in small letters.
var endedWords = []string{
	"in force until", "valid until", "version valid until", "wording until", "en vigueur jusqu'", "version en vigueur jusqu'", "vigente hasta", "redacción vigente hasta", "redacción anterior",
	"vigente até", "em vigor até", "redação anterior", "redacção anterior", "fassung bis", "gültig bis", "in der fassung bis", "in kraft bis", "testo in vigore fino", "vigente fino", "geldig tot", "gyldig til",
	"gäller till", "действует до", "действовала до", "редакция действовала до", "в редакции до", "чинна до", "obowiązuje do", "obowiązywał do", "účinnost do", "platné do", "vrijedi do", "yürürlükte kalış", "في الصيغة السابقة", "النص السابق",
}

// periods open a remark that names both days of a wording: "version en vigueur
// du 1er mai 2009 au 3 juin 2014"; the words between the two days follow.
var periods = [][2]string{{"version en vigueur du", " au "}, {"en vigueur du", " au "}, {"in force from", " to "}, {"vigente desde", " hasta "}, {"em vigor de", " até "}, {"gültig vom", " bis "}, {"gültig von", " bis "}, {"fassung vom", " bis "}, {"действует с", " по "}, {"редакция с", " по "}}

// sinceWords open the remark since when a wording is law; in small letters.
var sinceWords = []string{"version en vigueur depuis", "version en vigueur au", "en vigueur depuis", "in force from", "in force since", "valid from", "vigente desde", "em vigor desde", "vigente a partir", "gültig ab", "in der fassung ab", "действует с", "чинна з", "geldig vanaf", "gyldig fra"}

// addWordings takes in the wordings of a provision beside one that the chain
// has, where a remark says of one of them that it has ended, and the first
// provision of a law that prints each in two languages.
func (r *reader) addWordings(list []candidate) {
	var merged []candidate
	next, alone := 0, r.standAlone()
	for k, c := range list {
		for next < len(r.chain) && r.chain[next].block <= c.block {
			merged = append(merged, r.chain[next])
			next++
		}
		if n := len(merged); n > 0 && merged[n-1].block == c.block || c.reread || r.quoted[c.block] {
			continue
		}
		ended := r.endsAt(c)
		before := len(merged) > 0 && merged[len(merged)-1].number.compare(c.number) == 0
		behind := next < len(r.chain) && r.chain[next].number.compare(c.number) == 0
		first := alone && next == 0 && behind && r.isAlone(c) && k+1 < len(list) && list[k+1].block == r.chain[0].block
		if first || before && (ended || r.endsAt(merged[len(merged)-1])) || behind && ended {
			c.repeat = before
			merged = append(merged, c)
		}
	}
	r.chain = append(merged, r.chain[next:]...)
}

// endsAt reports whether a remark behind a number, or on the line below, says
// that this wording has ended.
func (r *reader) endsAt(c candidate) bool {
	line := r.src.Text[c.end:r.blocks[c.block].End]
	if bracket := strings.LastIndexAny(line, "[("); bracket >= 0 && saysEnded(line[bracket:]) {
		return true
	}
	return saysEnded(line) || c.block+1 < len(r.blocks) && saysEnded(r.words(c.block+1))
}

// settleWordings marks the wordings of an article that have ended, where
// another wording of it stands beside them.
func (r *reader) settleWordings() {
	ended := map[int]bool{} // by the offset at which a wording begins
	for i, c := range r.chain {
		beside := i > 0 && r.chain[i-1].number.compare(c.number) == 0 || i+1 < len(r.chain) && r.chain[i+1].number.compare(c.number) == 0
		ended[c.start] = beside && r.endsAt(c)
	}
	for _, s := range r.doc.Provisions() {
		if s.State != document.InForce || !ended[s.Span.Start] {
			continue
		}
		s.Walk(func(part *document.Section) bool {
			part.State = document.NotInForce
			return true
		})
	}
}

// isValidity reports whether a line says nothing but when a wording is law.
func isValidity(s string) bool {
	return len(s) < 120 && (saysEnded(s) || startsWithAny(opening(s), sinceWords) && strings.ContainsAny(s, "0123456789"))
}

// saysEnded reports whether a remark gives the day on which a wording ended.
func saysEnded(remark string) bool {
	line := opening(remark)
	if !strings.ContainsAny(line, "0123456789") {
		return false
	}
	return startsWithAny(line, endedWords) || slices.ContainsFunc(periods, func(p [2]string) bool {
		return strings.HasPrefix(line, p[0]) && strings.Contains(line, p[1])
	})
}
