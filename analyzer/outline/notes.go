package outline

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"lacuna/analyzer/document"
)

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
		if at := strings.Index(lower, " "+act); at > 0 && at < 40 && !orders(lower[:at]) {
			return true
		}
	}
	return false
}

// orders reports whether words go on as those of an amending act do, "section 12
// is hereby" amended, and not as a note on what was done.
func orders(words string) bool {
	last := words[strings.LastIndexByte(words, ' ')+1:]
	return last == "is" || last == "are" || last == "be" || last == "hereby" || last == "further"
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
	case isHistory(t), isValidity(t), isRevision(s) && !isRepealedAlone(t):
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
