package outline

import (
	"slices"
	"strings"
	"unicode"
)

// revisionOpeners begin a line that tells which law made an article what it is;
// in small letters.
var revisionOpeners = []string{"modifié par", "modifiée par", "créé par", "créée par", "transféré par", "amended by", "inserted by", "added by", "substituted by", "as amended by",
	"сноска", "ескерту", "aggiornamento", "전문개정", "본조신설", "제목개정", "본장신설"}

// revisionWords say so behind the word for an article or a piece of it:
// "Artículo reformado …", "[Art. 1 modificat prin …]"; in small letters.
var revisionWords = []string{"reformad", "adicionad", "modificad", "incorporad", "sustituid", "substituid", "derogad", "recorrid", "alterad", "aditad", "acrescid", "restablecid",
	"modificat", "introdusă", "introdus prin", "completat", "abrogat", "modifié", "inséré", "abrogé", "créé", "remplacé", //nolint:misspell // Romanian
	"із змінами", "в редакції", "доповнен", "виключен", "внесен", "змінен", "в редакции", "в ред.", "дополнен", "исключен", "введен", "изменен", "с изменени",
	"amended", "inserted", "substituted", "added", "repealed", "zmien", "dodan", "개정", "신설", "삭제"}

// pieces are words for pieces of a law that such a line may name first.
var pieces = []string{"fracción", "párrafo", "inciso", "numeral", "literal", "capítulo", "título", "libro", "denominación", "parágrafo", "alínea", "caput", "nota", "epígrafe", "rúbrica",
	"частина", "частину", "абзац", "пункт", "підпункт", "назва", "примітка", "примітку", "розділ", "статтю", "статті", "кодекс", "alin", "titlul", "capitolul", "litera", "paragraph", "subsection", "paragraphe", "alinéa"}

// isRevision reports whether a line tells which law made the article or piece
// before it what it is. In brackets the words may stand anywhere behind the word
// for the article; without, they follow it or its number at once.
func isRevision(s string) bool {
	set := strings.IndexAny(s, "*([{<") == 0 // stars and brackets set it off
	if len(s) > 500 || !set && len(s) > 200 || !strings.ContainsFunc(s, unicode.IsDigit) {
		return false
	}
	lower := opening(s)
	if startsWithAny(lower, revisionOpeners) {
		return true
	}
	word := leadingWord(lower)
	if _, unit := articleWords[word]; !unit && !slices.Contains(pieces, word) {
		return false
	}
	rest := strings.TrimLeft(lower[len(word):], " .\u00a0")
	if strings.IndexAny(strings.TrimLeft(s, " *"), "([{<") == 0 {
		return slices.ContainsFunc(revisionWords, func(w string) bool { return strings.Contains(rest, w) })
	}
	if _, size := readNumber(rest, 0, numberStyle{words: true}); size > 0 {
		rest = strings.TrimLeft(rest[size:], " ")
	}
	return startsWithOf(rest, revisionWords) && strings.Contains(s, " "+leadingWord(rest)) // in small letters: no heading
}

// startsWithOf reports whether s begins with one of the stems.
func startsWithOf(s string, stems []string) bool {
	return slices.ContainsFunc(stems, func(w string) bool { return strings.HasPrefix(s, w) })
}

// leadingNotes returns the length of the amendment notes that stand before the
// mark of the first paragraph: "(Нов - ДВ, бр. 4 от 2004 г.) (1) …"; 0 where no
// mark follows them.
func leadingNotes(s string) int {
	at := 0
	for at < len(s) && (s[at] == '(' || s[at] == '[') {
		close := closing(s[at:])
		if close < 0 || !opensNote(s[at:at+close]) {
			break
		}
		at += close + 1
		at = skipBlanks(s, at)
	}
	if _, ok := readMark(s[at:]); !ok {
		return 0
	}
	return at
}

// markUpdates makes notes of what a publisher puts below an article under the
// heading "AGGIORNAMENTO", up to the next article or heading, and of the list
// that a note announces.
func (r *reader) markUpdates() {
	update, listed := false, false
	for i := range r.blocks {
		s := r.words(i)
		_, marked := readMark(strings.TrimLeft(s, " *"))
		f, size, _ := readForm(s, r.blocks[i].Start, nil)
		switch {
		case strings.HasPrefix(s, "AGGIORNAMENTO ("):
			update = true
		case size > 0 && !forms[f].bare:
			update, listed = false, false
		case listed && !marked:
			listed = false
		}
		if update || listed {
			r.role[i] = note
		} else if r.role[i] == note && opensList(strings.TrimRight(s, " *")) {
			listed = true
		}
	}
}
