package outline

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"lacuna/analyzer/document"
)

// newWordings mark an article behind its number as newly worded.
var newWordings = []string{"(جديد)", "(جديدة)", "(nouveau)", "(nouvelle)", "(new)", "(nuevo)"}

func newWording(s string) int {
	for _, w := range newWordings {
		if strings.HasPrefix(s, w) {
			return len(w)
		}
	}
	return 0
}

// isShortHeading reports whether the rest of a line can be a heading.
func isShortHeading(s string) bool {
	n := utf8.RuneCountInString(s)
	if n > 220 || startsLower(s) {
		return false
	}
	if m, ok := readMark(s); ok && m.bracket == "()" {
		return false
	}
	return n < 130 || !endsSentence(s)
}

// breaksOff reports whether a block carries a sentence on over a break, so that
// the line before it is no heading: it begins with a small letter, or with a
// figure and one, "12. of the Act".
func (r *reader) breaksOff(i int) bool {
	if i >= len(r.blocks) || r.role[i] != text || r.blocks[i-1].Kind == document.Heading {
		return false
	}
	s := r.words(i)
	_, size := digits(s, 0, nil)
	return startsLower(s) && size == 0 && !strings.HasPrefix(s, "*") || size > 0 && isLower(firstRune(strings.TrimLeft(s[size:], ". ")))
}

// isLongHeading reports whether the rest of a line is a heading because it is
// no sentence and the text below it opens one, however long it is.
func (r *reader) isLongHeading(rest string, t titled) bool {
	return t.first < t.end && r.role[t.first] == text && len(rest) < 1200 && !startsLower(rest) && !endsSentence(rest) && !opensList(rest) && !strings.ContainsRune(",;", lastRune(rest))
}

// trimmed returns the span of a block without blanks and stars around it.
func (r *reader) trimmed(i int) document.Span {
	b := r.blocks[i]
	s := r.words(i)
	start := b.Start + len(s) - len(strings.TrimLeft(s, " *\u00a0"))
	return document.Span{Start: start, End: start + len(strings.Trim(s, " *\u00a0"))}
}

// heading returns the span of a block that is a heading, without notes.
func (r *reader) heading(i int) document.Span {
	p := r.trimmed(i)
	p.End = p.Start + len(withoutNotes(r.src.Quote(p)))
	return r.unbracketed(p)
}

// headingBrackets may stand around a heading.
var headingBrackets = []struct{ open, close string }{{"(", ")"}, {"（", "）"}, {"【", "】"}, {"[", "]"}}

// unbracketed returns a heading without the brackets around it, unless they
// hold a remark of repeal.
func (r *reader) unbracketed(p document.Span) document.Span {
	s := strings.TrimRight(r.src.Quote(p), ".")
	for _, b := range headingBrackets {
		if inner, ok := strings.CutPrefix(s, b.open); ok && strings.HasSuffix(inner, b.close) && strings.Count(inner, b.close) == 1 && !isRepealed(s) {
			return document.Span{Start: p.Start + len(b.open), End: p.Start + len(s) - len(b.close)}
		}
	}
	return p
}

// bracketTitle returns the length of a heading in brackets that opens the line
// of the text: "제1조(배의 절도) ①", "第一条 【盗窃】"; 0 where there is none.
func bracketTitle(s string) int {
	for _, b := range headingBrackets[:3] {
		inner, ok := strings.CutPrefix(s, b.open)
		close := strings.Index(inner, b.close)
		if !ok || close < 0 || utf8.RuneCountInString(inner[:close]) > 60 {
			continue
		}
		size := len(b.open) + close + len(b.close)
		if _, marked := readMark(s); marked || opensNote(s) || isRepealed(s) || strings.Trim(s[size:], " .") == "" || startsLower(inner) {
			return 0
		}
		return size
	}
	return 0
}

// skipSigns returns the offset of the first letter, figure or bracket at or
// behind at.
func skipSigns(s string, at, end int) int {
	for at < end {
		first, w := utf8.DecodeRuneInString(s[at:end])
		if !strings.ContainsRune(" \u00a0\u3000.:-–—_*\u00ad।။۔៖ـ", first) {
			break
		}
		at += w
	}
	return at
}

// inlineTitle returns the length of a heading that a dash closes on the line
// of the text: "Theft.—Whoever …"; 0 where there is none.
func inlineTitle(s string) int {
	if opensNote(s) && (s[0] == '(' || s[0] == '[') {
		return 0
	}
	limit := min(len(s), 320)
	for i := 1; i < limit; i++ {
		if s[i] != '.' && s[i] != '_' && !(s[i] == 0xe2 && (strings.HasPrefix(s[i:], "—") || strings.HasPrefix(s[i:], "――"))) {
			continue
		}
		after := strings.TrimLeft(s[i:], ". ”\"*")
		if strings.HasPrefix(after, "—") || strings.HasPrefix(after, "–") || strings.HasPrefix(after, "__") || strings.HasPrefix(after, "--") || strings.HasPrefix(after, "-") && s[i] == '.' {
			if m, ok := readMark(s); ok && m.bracket == "()" {
				return 0
			}
			if next := skipSigns(s, i, len(s)); next < len(s) && !startsLower(s) && (s[i] != 0xe2 || isCaseless(s)) || s[i] == 0xe2 && strings.HasSuffix(s[:i], ".") {
				return i
			}
		}
	}
	return 0
}

// isCaseless reports whether a text opens with a letter of a script without
// capitals.
func isCaseless(s string) bool {
	first := firstRune(s)
	return unicode.IsLetter(first) && !unicode.IsUpper(first) && !isLower(first)
}

// quoteEnd returns the length of the quote that closes behind a stop, and of
// further quoted words with a stop: “Year.” “Month.”
func quoteEnd(s string) int {
	end := 0
	for {
		rest := strings.TrimLeft(s[end:], ".")
		if size := len(s[end:]) - len(rest); strings.HasPrefix(rest, "”") {
			end += size + len("”")
		}
		next := strings.TrimLeft(s[end:], " ")
		close := strings.Index(next, ".”")
		if !strings.HasPrefix(next, "“") || close < 0 || close > 60 {
			return end
		}
		end += len(s[end:]) - len(next) + close
	}
}

// sentenceTitle returns the length of a heading that ends as a short sentence
// on the line of the text: "“Voluntarily”. A person is said …".
func sentenceTitle(s string) int {
	for i := 1; i < len(s) && i < 260; i++ {
		if s[i] != '.' && s[i] != ':' {
			continue
		}
		rest := strings.TrimLeft(s[i+1:], " ”\"’*]")
		first, _ := utf8.DecodeRuneInString(strings.TrimLeft(rest, "“\"([<1234567890) "))
		if rest == "" || !unicode.IsUpper(first) || i > 2 && s[i-2] == ' ' || len(rest) < 20 {
			continue
		}
		return i + quoteEnd(s[i:])
	}
	return 0
}
