package pdf

import (
	"regexp"
	"strings"
	"unicode"
)

// listMark matches the marks of list points: (a), a), 1., 12A., –, •.
var listMark = regexp.MustCompile(`^(?:\([\p{L}\d]{1,5}\)|[\p{L}\d]{1,4}\)|\d{1,4}(?:[-.]\d{1,4})*\p{L}{0,3}[.]?\s?[.\-–—)]|\d{1,4}\p{Lu}{0,2}\.\s|\d{1,4}°|[–—•▪■●○*\-]\s)`)

// wordMark matches a capitalised word with a number: Article 12, § 5, CHAPTER III.
var wordMark = regexp.MustCompile(`^(?:§+\s*\d|\p{Lu}[\p{L}]*\.?\s+(?:\d[\p{L}\d\-]*|[IVXLC]+)\s*(?:[.:\-–—º°(\[]|$))`)

// leader matches the dots that lead from a heading to its page.
var leader = regexp.MustCompile(`(?:\.\s?){5,}|…\s?…`)

// markText is a line's text without what may stand before its mark: superscripts and brackets.
func markText(l *line) string {
	text := l.text
	for _, r := range l.raised {
		if strings.TrimSpace(text[:r[0]-(len(l.text)-len(text))]) != "" {
			break
		}
		text = l.text[r[1]:]
	}
	return strings.TrimLeft(text, " \u00a0[“\"‘'")
}

func isListPoint(l *line) bool { return listMark.MatchString(markText(l)) }

func hasMark(l *line) bool {
	text := markText(l)
	return listMark.MatchString(text) || wordMark.MatchString(text)
}

// closes reports whether a text ends as a sentence or a list point does.
func closes(text string) bool {
	text = strings.TrimRight(text, " \u00a0”’\"')]»")
	return strings.HasSuffix(text, ".") || strings.HasSuffix(text, ";") || strings.HasSuffix(text, ":") ||
		strings.HasSuffix(text, "—") || strings.HasSuffix(text, "–") || strings.HasSuffix(text, "?") || strings.HasSuffix(text, "!")
}

// endsInNumber reports whether a short line ends in a number, as "CHAPTER III" does.
func endsInNumber(text string) bool {
	words := strings.Fields(text)
	if len(words) == 0 || len(words) > 4 {
		return false
	}
	last := strings.Trim(words[len(words)-1], ".:-–—")
	return last != "" && (strings.Trim(last, "0123456789") == "" || strings.Trim(last, "IVXLC") == "")
}

// opensLower reports whether a text begins with a small letter.
func opensLower(text string) bool { return unicode.IsLower(firstRune(text)) }
