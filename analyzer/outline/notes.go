package outline

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"lacuna/analyzer/document"
)

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

// noteOpeners begin an amendment note or an editor's note in brackets, or a
// footnote; in small letters.
var noteOpeners = []string{
	"added", "inserted by", "amended by", "substituted by", "act no", "l.n.", "g.n.", "am. ", "w.e.f", "vide ", "ibid",
	"redação dada", "incluído", "incluída", "incluido", "revogado", "revogada", "vide", "renumerado", "acrescido", "acrescentado", "regulamento", "vigência", "vetado", "expressão",
	"в редакции", "в ред.", "дополнен", "дополнение", "введен", "введён", "наименование в ред", "статья в ред", "часть в ред", "пункт в ред", "примечание в ред", "примечания в ред", "статья дополнена",
	"статья введена", "часть введена", "пункт введен", "часть дополнена", "утратил", "статья утратил", "часть утратил", "пункт утратил", "абзац ", "глава ", "наименование ", "положени", "внесен", "в сведени", "нумерация", "із змінами", "в редакції",
	"loi n", "l. ", "modifié", "inséré", "abrogé", "créé", "ord. ", "eingefügt", "fassung", "geändert", "aufgehoben durch", "lgbl", "bgbl",
	"modificado", "añadido", "redactado", "derogado por", "modificat", "modificata", "zm.", "dodany",
	"изм.", "нов -", "нова -", "нов, ", "нова, ", "отм.", "доп.", "попр.", "предишен", "предишна", "izm.", "grozīts", "grozīta", "pakeistas", "papildyta",
	"değişik", "ek:", "ek fıkra", "ek cümle", "ek bent", "yeniden düzenle", "개정", "신설", "전문개정", "본조신설",
	"عدل", "عدلت", "أضيف", "أضيفت", "تمم", "غير وتمم", "القانون رقم", "الظهير",
	"there is no", "there are no",
}

// footnoteOpeners begin the note at the foot of a page that tells how a wording
// came about; in small letters.
var footnoteOpeners = []string{"subs.", "subs ", "substituted by", "ins.", "ins ", "inserted by", "rep. by", "added by", "amended by", "as amended", "omitted by", "deleted by", "ibid", "vide "}

// footnoteActs are what such a note says of the words or the section it names first.
var footnoteActs = []string{"subs.", "subs ", "ins.", "ins ", "rep.", "rep ", "omitted", "added by", "substituted", "amended", "inserted", "was ins", "was subs", "was added", "were ins", "were subs"}

// isFootnote reports whether what follows the figure of a footnote is a note
// on the wording: it says so at once, or behind the words or section it names.
func isFootnote(s string) bool {
	lower := opening(s)
	if startsWithAny(lower, footnoteOpeners) {
		return true
	}
	if startsWithAny(lower, []string{"the words", "the word ", "the original", "for "}) {
		close := strings.LastIndex(lower, "”")
		return close > 0 && startsWithAny(strings.TrimLeft(lower[close+len("”"):], " ,"), footnoteActs)
	}
	if !startsWithAny(lower, []string{"cl.", "s.", "sec.", "section", "this section", "explanation"}) {
		return false
	}
	for _, act := range footnoteActs {
		if at := strings.Index(lower, " "+act); at > 0 && at < 40 {
			return true
		}
	}
	return false
}

// startsWithAny reports whether s begins with one of the phrases as a word of its own.
func startsWithAny(s string, phrases []string) bool {
	for _, p := range phrases {
		if strings.HasPrefix(s, p) {
			if last := p[len(p)-1]; last == ' ' || last == '.' || !letterAt(s, len(p)) {
				return true
			}
		}
	}
	return false
}

// opening returns the beginning of s in small letters, without brackets,
// dashes and figures of footnotes before it.
func opening(s string) string {
	s = strings.TrimLeft(s, " \n\u00a0\u3000（）【】.,:;-–—_*[](){}^\"“”«»'‘’+|0123456789¹²³ºª")
	if len(s) > 80 {
		cut := 80
		for !utf8.RuneStart(s[cut]) {
			cut--
		}
		s = s[:cut]
	}
	return strings.ToLower(s)
}

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

// isNoteBlock reports whether a block is a footnote or a note on its own: its
// number or bracket is followed by the words of an amendment.
func isNoteBlock(s string) bool {
	t := strings.TrimLeft(s, " \u00a0*†")
	if t == "" {
		return false
	}
	switch {
	case strings.HasPrefix(t, "NOTE—"), strings.HasPrefix(t, "NOTE:"), startsWithAny(t, []string{"Subs.", "Ins."}):
		return true
	case t[0] == '[' && strings.HasPrefix(strings.TrimLeft(t, "[0123456789 "), "of ") && strings.HasSuffix(strings.TrimRight(t, " ."), "]"): // [5 of 2003, s. 26.]
		return true
	case isHistory(t), isRevision(s) && !isRepealedAlone(t):
		return true
	case t[0] == '(' || t[0] == '[':
		close := closing(t)
		if close < 0 && t[0] == '[' && len(t) < 300 {
			return opensNote(t) && !isRepealed(t)
		}
		return close > 0 && strings.Trim(t[close+1:], " .;,\u00a0") == "" && (opensNote(t) || t[0] == '[' && startsWithAny(opening(t), []string{"s.", "sec.", "section"}) && strings.Contains(opening(t), "repealed by")) && !isRepealedAlone(t)
	case t[0] >= '0' && t[0] <= '9' || len(t) < len(s) && strings.HasPrefix(strings.TrimLeft(s, " "), "*"):
		figures := strings.TrimLeft(t, "0123456789")
		if len(t)-len(figures) > 3 || strings.Contains(figures[:min(len(figures), 6)], "(") {
			return false
		}
		return isFootnote(figures) && !isRepealedAlone(figures)
	case t[0] == 'l' || t[0] == 'I': // a footnote's 1 read as a letter
		return startsWithAny(opening(t[1:]), footnoteOpeners[:4])
	}
	return len(t) < 250 && (strings.HasPrefix(t, "S.") || strings.HasPrefix(t, "Sec")) && isFootnote(t)
}

// isHistory reports whether a line lists the acts that made a section what it
// is: "1978, c. 1, a. 1; 1999, c. 2, a. 3.", "R.S., c. C-34, s. 2".
func isHistory(s string) bool {
	year := len(s) > 5 && strings.Trim(s[:4], "0123456789") == "" && (s[4] == ',' || s[4] == '-')
	if len(s) > 400 || !year && !strings.HasPrefix(s, "R.S.") && !strings.HasPrefix(s, "L.R.") && !strings.HasPrefix(s, "S.R.") {
		return false
	}
	chapter := strings.Contains(s, ", c. ") || strings.Contains(s, ", ch. ")
	return chapter && (strings.Contains(s, ", s. ") || strings.Contains(s, ", a. ") || strings.Contains(s, ", art. "))
}

// leavesOpen reports whether a note's bracket is not closed in its own block.
func leavesOpen(s string) bool {
	return strings.HasPrefix(s, "[") && strings.Count(s, "[") > strings.Count(s, "]")
}

// opensNote reports whether a bracket opens with the words of an amendment note.
func opensNote(s string) bool {
	s = opening(s)
	for _, p := range noteOpeners {
		if strings.HasPrefix(s, p) {
			return true
		}
	}
	return false
}

// noteTails are words of an editor's links behind a text.
var noteTails = []string{" Vigência", " (Vigência)", " (Vide)"}

// withoutNotes cuts the amendment notes at the end of a heading.
func withoutNotes(s string) string {
	for {
		t := strings.TrimRight(s, " .\u00a0")
		for _, w := range noteTails {
			t = strings.TrimSuffix(t, w)
		}
		open := -1
		if strings.HasSuffix(t, ")") {
			open = strings.LastIndexByte(t, '(')
		}
		if open <= 0 || !opensNote(t[open:]) {
			if len(t) < len(strings.TrimRight(s, " .\u00a0")) {
				return t
			}
			return s
		}
		s = strings.TrimRight(t[:open], " ")
	}
}

// isRepealedAlone reports whether a note is the whole of a section that is gone.
func isRepealedAlone(s string) bool {
	return len(s) < 240 && isRepealed(s) && !strings.HasPrefix(strings.TrimLeft(s, " 0123456789.["), "Rep")
}

// closing returns the index of the bracket that closes the one at the start of
// s, or -1 where none does within a reasonable distance.
func closing(s string) int {
	depth := 0
	for i := 0; i < len(s) && i < 600; i++ {
		switch s[i] {
		case '(', '[', '{', '<':
			depth++
		case ')', ']', '}', '>':
			if depth--; depth == 0 {
				return i
			}
		}
	}
	return -1
}

// isActNumber reports whether a bracket that is still open holds nothing but the
// number and year of an act: "[15/2019".
func isActNumber(s string) bool {
	number, year, ok := strings.Cut(strings.TrimPrefix(s, "["), "/")
	return ok && s[0] == '[' && len(year) == 4 && number != "" && strings.Trim(number+year, "0123456789") == ""
}

// inlineNotes lists the amendment notes in brackets inside a span.
func inlineNotes(text string, in document.Span) []document.Span {
	var notes []document.Span
	for i := in.Start; i < in.End; i++ {
		if strings.IndexByte("([{<", text[i]) < 0 {
			continue
		}
		close := closing(text[i:in.End])
		if !(close >= 8 && (opensNote(text[i:i+close]) || isRevision(text[i:i+close]))) && !isActNumber(text[i:max(i, i+close)]) {
			continue
		}
		end := i + close + 1
		for _, w := range noteTails {
			if blank := len(text[end:in.End]) - len(strings.TrimLeft(text[end:in.End], " ")); strings.HasPrefix(text[end+blank:in.End], w[1:]) {
				end += blank + len(w) - 1
			}
		}
		notes = append(notes, document.Span{Start: i, End: end})
		i = end - 1
	}
	return notes
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

// endsSentence reports whether a text ends as a sentence does.
func endsSentence(s string) bool {
	s = strings.TrimRight(s, " \u00a0])}\"”»’*'")
	r, _ := utf8.DecodeLastRuneInString(s)
	return strings.ContainsRune(".。!?؟।။۔։።។", r)
}

// lastRune returns the last sign of a text that is no blank.
func lastRune(s string) rune {
	r, _ := utf8.DecodeLastRuneInString(strings.TrimRight(s, " \u00a0*"))
	return r
}

// opensList reports whether a text announces what follows.
func opensList(s string) bool {
	s = strings.TrimRight(s, " \u00a0*_")
	r, _ := utf8.DecodeLastRuneInString(s)
	return strings.ContainsRune(":：—–՝", r) || unicode.Is(unicode.Co, r) || strings.HasSuffix(s, ":-") || strings.HasSuffix(s, "-")
}

// startsLower reports whether the first letter of a text is a small one.
func startsLower(s string) bool {
	r, _ := utf8.DecodeRuneInString(strings.TrimLeft(s, " \u00a0[*"))
	return isLower(r)
}

// isLower reports whether a letter is a small one of a script that has capitals
// too; Georgian is written in small ones alone.
func isLower(r rune) bool { return unicode.IsLower(r) && !unicode.Is(unicode.Georgian, r) }
