package outline

import (
	"strings"

	"lacuna/analyzer/document"
)

// explainWords open a piece that explains the law and stands by itself; in
// small letters.
var explainWords = []string{"explanation", "explanations", "illustration", "illustrations", "exception", "exceptions", "example", "examples", "note", "notes",
	"примечание", "примечания", "примітка", "примітки", "nota", "erläuterung", "пояснение", "açıklama", "penjelasan", "توضيح", "تبصره"}

// isExplain reports whether a block opens an explanation.
func isExplain(s string) bool {
	s = opening(s)
	return startsWithAny(s, explainWords) && explainHead(s) > 0
}

// explainHead returns the length of "Explanation 1.—" at the start of s: the
// word, its number and the signs behind them; 0 where prose goes on instead.
func explainHead(s string) int {
	i := len(leadingWord(s))
	at := skipBlanks(s, i)
	if _, size := digits(s[at:], 0, nil); size > 0 {
		at += size
	}
	roman := at
	for roman < len(s) && strings.IndexByte("IVXivx", s[roman]) >= 0 {
		roman++
	}
	if !letterAt(s, roman) {
		at = roman
	}
	if at == len(s) {
		return at
	}
	if end := skipSigns(s, at, len(s)); end > at && strings.Trim(s[at:end], " \u00a0*") != "" {
		return end
	}
	if at > i && s[i] == ' ' && at > skipBlanks(s, i) || s[at] == '(' {
		return at
	}
	return 0
}

func skipBlanks(s string, at int) int {
	for at < len(s) && s[at] == ' ' {
		at++
	}
	return at
}

// explain opens an explanation and returns what is left of the span. Its number
// stays in its mark: "Explanation 1" is no paragraph 1 of the section.
func (b *body) explain(p document.Span) document.Span {
	s := b.src.Quote(p)
	skip := len(s) - len(strings.TrimLeft(s, " *[0123456789_“\""))
	size := explainHead(strings.ToLower(s[skip:]))
	if b.scope == b.prov {
		b.outer = b.stack
	}
	b.stack = nil
	sec := &document.Section{Kind: document.Explain, Mark: strings.TrimSpace(s[:skip+size]), State: document.InForce, Span: document.Span{Start: p.Start, End: p.Start + skip + size}}
	b.addChild(b.prov, sec)
	b.scope = sec
	p.Start += skip + size
	return p
}
