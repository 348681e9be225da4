package pdf

import (
	"strconv"
	"strings"
	"unicode"

	"lacuna/analyzer/ingest/lazy"
)

// listMark matches the marks of list points: (a), a), 1., 12A., –, •.
var listMark = lazy.Pattern(`^(?:\([\p{L}\d]{1,5}\)|[\p{L}\d]{1,4}\)|\d{1,4}(?:[-.]\d{1,4})*\p{L}{0,3}[.]?\s?[.\-–—)]|\d{1,4}\p{Lu}{0,2}\.\s|\d{1,4}\s?[°º]|[–—•▪■●○*\-]\s)`)

// wordMark matches a capitalised word with a number: Article 12, § 5, CHAPTER III.
var wordMark = lazy.Pattern(`^(?:§+\s*\d|\p{Lu}[\p{L}\-]*\.?\s+(?:\d[\p{L}\d\-]*|[IVXLC]+)\s*(?:[.:\-–—º°(\[]|$))`)

// leader matches the dots that lead from a heading to its page.
var leader = lazy.Pattern(`(?:\.\s?){5,}|…\s?…`)

// leadsToPage matches a line whose dots lead to a page or section number at its end.
var leadsToPage = lazy.Pattern(`(?:(?:\.\s?){5,}|…\s?…)[\s….]*\d[\d\s,()\p{L}–-]{0,20}$`)

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

// hasDots reports whether a text has dots enough for a leader.
func hasDots(text string) bool { return strings.Count(text, ".") >= 5 || strings.Contains(text, "…") }

func isListPoint(l *line) bool { return listMark().MatchString(markText(l)) }

func hasMark(l *line) bool {
	text := markText(l)
	return listMark().MatchString(text) || wordMark().MatchString(text)
}

// markOf returns the mark at the start of a line, "" where there is none.
func markOf(l *line) string { return strings.TrimSpace(listMark().FindString(markText(l))) }

// succeeds reports whether mark b comes right after mark a: (a) (b), 1. 2., i) ii).
func succeeds(a, b string) bool {
	const around = "().-–—° "
	x, y := strings.ToLower(strings.Trim(a, around)), strings.ToLower(strings.Trim(b, around))
	if x == "" || y == "" || strings.HasPrefix(a, "(") != strings.HasPrefix(b, "(") {
		return false
	}
	if n, suffix := number(x); n > 0 {
		next, nextSuffix := number(y)
		return next == n+1 || next == n && nextSuffix > suffix
	}
	if n := roman(x); n > 0 && roman(y) == n+1 {
		return true
	}
	p, q := []rune(x), []rune(y)
	return len(p) == 1 && len(q) == 1 && q[0] == p[0]+1
}

// number reads the whole number at the start of a mark and the letters after
// it: 62A is 62 and "a". 0 is none.
func number(s string) (n int, suffix string) {
	digits := len(s) - len(strings.TrimLeft(s, "0123456789"))
	n, err := strconv.Atoi(s[:digits])
	if err != nil {
		return 0, ""
	}
	return n, s[digits:]
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
