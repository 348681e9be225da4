package outline

import (
	"slices"
	"strings"
	"unicode"

	"lacuna/analyzer/document"
)

// settleState reads the state of a provision and of its parts, and their notes.
func (r *reader) settleState(sec *document.Section) {
	body := document.Span{Start: r.bodyStart(sec), End: sec.Span.End}
	whole := sec.Notes
	for _, n := range inlineNotes(r.src.Text, sec.Span) {
		if !slices.ContainsFunc(whole, func(w document.Span) bool { return w.Contains(n) }) {
			sec.Notes = append(sec.Notes, n)
		}
	}
	sortSpans(sec.Notes)
	sec.State = stateOf(r.src.Quote(sec.Title), r.src.Quote(body))
	sec.Walk(func(s *document.Section) bool {
		if s == sec {
			return true
		}
		if s.State = sec.State; sec.State == document.InForce && len(s.Children) == 0 {
			s.State = stateOf("", r.src.Quote(s.Lead))
		}
		return true
	})
	if sec.State == document.InForce && (r.inRepealedRange(sec) || r.isGone(sec, body)) {
		sec.State = document.Repealed
	}
	if sec.State == document.InForce && body.Empty() {
		r.empty++
	}
}

// goneWords say in a note that what it speaks of is repealed; in small letters.
var goneWords = []string{" repealed by", " deleted by", " rep. by", "abrogat", "abrogé", "derogad", "revogad", "утратил", "исключен", "виключен", "отм.", "mülga", "삭제"}

// isGone reports whether nothing is left of a provision but the note that
// repeals it: "3. ……  [S. 3 repealed by Act 1 of 2001.]".
func (r *reader) isGone(sec *document.Section, body document.Span) bool {
	said, at := false, body.Start
	for _, n := range sec.Notes {
		if n.Start < body.Start {
			continue
		}
		if strings.ContainsFunc(r.src.Text[at:n.Start], unicode.IsLetter) {
			return false
		}
		words := strings.ToLower(r.src.Quote(n))
		said = said || slices.ContainsFunc(goneWords, func(w string) bool { return strings.Contains(words, w) })
		at = n.End
	}
	return said && !strings.ContainsFunc(r.src.Text[at:max(at, body.End)], unicode.IsLetter)
}

// inRepealedRange reports whether a heading before a provision says that its
// number was repealed with others.
func (r *reader) inRepealedRange(sec *document.Section) bool {
	n, _ := readNumber(sec.Number, 0, numberStyle{words: true})
	for _, g := range r.ranges {
		if len(n.parts) > 1 && g.from.compare(n) <= 0 && n.compare(g.to) <= 0 && r.blocks[g.block].Start < sec.Span.Start && g.repealed {
			return true
		}
	}
	return false
}

// bodyStart returns the offset behind mark and heading of a provision.
func (r *reader) bodyStart(sec *document.Section) int {
	start := sec.Span.Start + len(sec.Mark)
	if sec.Title.Start >= sec.Span.Start && sec.Title.End > start && sec.Title.End <= sec.Span.End {
		start = sec.Title.End
	}
	return min(start, sec.Span.End)
}

// repealedWords say that a section is no longer law, where they stand at the
// beginning of what there is of its text; in small letters.
var repealedWords = []string{
	"repealed", "rep. by", "rep by", "rep.,", "deleted", "omitted", "revoked", "spent", "reserved",
	"abrogé", "abrogée", "abrogés", "abrogées", "supprimé", "supprimée",
	"aufgehoben", "weggefallen", "gestrichen", "entfällt",
	"derogado", "derogada", "derogados", "suprimido", "suprimida", "sin contenido", "sin efecto",
	"revogado", "revogada", "revogados", "vetado", "vetada", "suprimido",
	"abrogato", "abrogata", "soppresso", "articolo abrogato", "abrogat", "ingetrokken", "vervallen", "opphevet", "upphävd", "ophævet", "kumottu",
	"утратила силу", "утратил силу", "утратили силу", "утратило силу", "исключена", "исключен", "исключена.", "признана утратившей",
	"втратила чинність", "виключена", "виключено", "отменен", "отменена", "отм.", "uchylony", "uchylona", "skreślony", "skreślona", "zrušen", "zrušený",
	"brisan", "brisano", "brisana", "črtan", "črtana", "брисан", "брисана", "избришан", "избришана", "втратив чинність", "выключаны", "shfuqizohet", "shfuqizuar", "mülga", "yürürlükten", "ləğv edilib", "çıxarılıb",
	"alınıb", "алып тасталды", "күші жойылған", "күчүн жоготту", "chiqarilgan", "o‘z kuchini yo‘qotgan", "хүчингүй", "ამოღებულია", "ուժը կորցրել",
	"kehtetu", "izslēgts", "izslēgta", "zaudējis spēku", "neteko galios", "har upphävts", "fellt úr gildi", "felld úr gildi", "hatályon kívül", "καταργήθηκε", "καταργείται", "se deroga", "se abroga", "sin vigencia",
	"dihapus", "dicabut", "dipotong", "dimansuhkan", "bãi bỏ", "được bãi bỏ", "yavanyweho", "imefutwa", "kimefutwa", "ยกเลิก", "खारेज", "निरसित", "लोपित", "বিলুপ্ত", "রহিত", "בוטל", "בוטלה", "נמחק", "منسوخ", "حذف شد", "حذف شده", "ተሽሯል",
	"ملغى", "ملغاة", "ملغية", "ألغي", "ألغيت", "الغيت", "نسخ", "نسخت", "تلغى", "محذوف", "删去", "废止", "刪除", "削除", "삭제",
}

// pendingWords say that a section is not law yet; in small letters.
var pendingWords = []string{"not in force", "not yet in force", "not yet commenced", "not commenced", "noch nicht in kraft", "pas encore en vigueur", "aún no vigente", "ainda não em vigor", "не вступил", "не вступила в силу"}

// absentWords say that a number is not used.
var absentWords = []string{"there is no", "there are no", "there was no", "not allocated", "número sin", "(no section", "[no section"}

// isRepealed reports whether a text says at its beginning that it is repealed.
func isRepealed(s string) bool {
	s = opening(s)
	if startsWithAny(s, repealedWords) {
		return true
	}
	word := leadingWord(s)
	_, unit := articleWords[word]
	return (unit || units[word]) && startsWithAny(opening(s[len(word):]), repealedWords)
}

// units are the words for pieces of an article that a remark of repeal may name first.
var units = map[string]bool{"часть": true, "пункт": true, "абзац": true, "глава": true, "раздел": true, "part": true, "paragraph": true, "subsection": true, "alinéa": true, "absatz": true}

// isAbsent reports whether a text says that its number is not used.
func isAbsent(s string) bool { return len(s) < 200 && startsWithAny(opening(s), absentWords) }

// isRepealedAlone reports whether a note is the whole of a section that is gone.
func isRepealedAlone(s string) bool {
	return len(s) < 240 && isRepealed(s) && !strings.HasPrefix(strings.TrimLeft(s, " 0123456789.["), "Rep")
}

// stateOf reads the state of a section from its own words: title and text
// without notes.
func stateOf(title, body string) document.State {
	body = behindNotes(body)
	if strings.HasPrefix(title, "[") && !strings.Contains(title, "]") {
		title, body = "", title+body
	}
	if startsWithAny(opening(body), pendingWords) && !goesOn(body) {
		return document.NotInForce
	}
	if isRepealed(body) && !goesOn(body) {
		return document.Repealed
	}
	if strings.TrimSpace(body) == "" && isRepealed(title) {
		return document.Repealed
	}
	if rest, ok := afterBracket(body); ok && isRepealed(rest) && !goesOn(rest) {
		return document.Repealed
	}
	if isRepealed(title) && len(body) < 200 {
		return document.Repealed
	}
	return document.InForce
}

// behindNotes returns a text behind the amendment notes that open it.
func behindNotes(s string) string {
	for {
		t := strings.TrimLeft(s, " \n\u00a0")
		if t == "" || t[0] != '(' && t[0] != '[' || !opensNote(t) || isRepealed(t) {
			return s
		}
		close := closing(t)
		if close < 0 {
			return s
		}
		s = t[close+1:]
	}
}

// goesOn reports whether law follows a remark of repeal: a text of more than a
// long sentence that is not in brackets.
func goesOn(s string) bool {
	t := strings.TrimLeft(s, " \n\u00a0.:-–—*")
	if t != "" && (t[0] == '(' || t[0] == '[') {
		if close := closing(t); close > 0 {
			return len(strings.TrimSpace(t[close+1:])) > 120
		}
	}
	return len(t) > 400
}

// afterBracket returns what follows a heading in square brackets, as editors
// print the heading of a section that is gone.
func afterBracket(s string) (string, bool) {
	t := strings.TrimLeft(s, " \n\u00a0.:-–—*0123456789")
	if t == "" || t[0] != '[' {
		return "", false
	}
	close := closing(t)
	if close < 0 {
		return "", false
	}
	return t[close+1:], true
}
