package outline

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"lacuna/analyzer/document"
)

// closers are the marks that may close what each mark opens.
var closers = map[rune]string{'“': "”", '«': "»", '„': "“”", '"': "\"", '‘': "’", '‚': "‘"}

// longestQuotation bounds a quotation in bytes: what runs on longer was never closed.
const longestQuotation = 200_000

// Quotations lists what stands between quotation marks, without the marks, in
// reading order; what is quoted inside a quotation is not listed apart. A mark
// that every paragraph of a quotation repeats opens nothing new.
func Quotations(text string) []document.Span {
	var out []document.Span
	for i := 0; i < len(text); {
		r, n := utf8.DecodeRuneInString(text[i:])
		if closers[r] == "" || !opensQuote(text, i, r) {
			i += n
			continue
		}
		end := closeOf(text, i+n, r)
		if end < 0 {
			i += n
			continue
		}
		out = append(out, document.Span{Start: i + n, End: end})
		_, size := utf8.DecodeRuneInString(text[end:])
		i = end + size
	}
	return out
}

// opensQuote reports whether the mark at i opens: no letter stands before it.
func opensQuote(text string, i int, mark rune) bool {
	before, _ := utf8.DecodeLastRuneInString(text[:i])
	next, _ := utf8.DecodeRuneInString(text[i+utf8.RuneLen(mark):])
	if mark == '“' || mark == '«' || mark == '„' {
		return true
	}
	return (i == 0 || unicode.IsSpace(before) || strings.ContainsRune("([—–-", before)) && !unicode.IsSpace(next)
}

// closeOf returns the offset of the mark that closes a quotation whose words
// begin at i, or -1.
func closeOf(text string, i int, mark rune) int {
	depth := 1
	for k := i; k < len(text) && k-i < longestQuotation; {
		r, n := utf8.DecodeRuneInString(text[k:])
		closes := strings.ContainsRune(closers[mark], r)
		switch {
		case closes && (mark != '"' && mark != '‘' || closesQuote(text, k, n)):
			if depth--; depth == 0 {
				return k
			}
		case r == mark && opensQuote(text, k, r) && text[k-1] != '\n':
			depth++
		}
		k += n
	}
	return -1
}

// closesQuote tells a closing mark from an apostrophe or an opening mark of the
// same shape: no letter follows it.
func closesQuote(text string, k, size int) bool {
	before, _ := utf8.DecodeLastRuneInString(text[:k])
	next, _ := utf8.DecodeRuneInString(text[k+size:])
	return !unicode.IsSpace(before) && !unicode.IsLetter(next) && !unicode.IsDigit(next)
}

// Within returns a source of the same text that holds only the blocks, or
// parts of blocks, inside the spans: their offsets are those of the text.
func Within(src *document.Source, spans []document.Span) *document.Source {
	part := *src
	part.Blocks, part.EmptyPages, part.Warnings = nil, nil, nil
	for _, b := range src.Blocks {
		for _, s := range spans {
			if !s.Overlaps(b.Span) {
				continue
			}
			piece := b
			piece.Span = trim(src.Text, document.Span{Start: max(s.Start, b.Start), End: min(s.End, b.End)})
			if !piece.Empty() {
				part.Blocks = append(part.Blocks, piece)
			}
		}
	}
	return &part
}

// Outside returns the spans of a text that the given ones, in reading order,
// leave free.
func Outside(text string, spans []document.Span) []document.Span {
	var out []document.Span
	at := 0
	for _, s := range append(spans[:len(spans):len(spans)], document.Span{Start: len(text), End: len(text)}) {
		if free := (document.Span{Start: at, End: s.Start}); !free.Empty() {
			out = append(out, free)
		}
		at = s.End
	}
	return out
}

// trim takes white space off both ends of a span.
func trim(text string, s document.Span) document.Span {
	words := text[s.Start:s.End]
	s.Start += len(words) - len(strings.TrimLeft(words, " \n\t\u00a0"))
	s.End -= len(words) - len(strings.TrimRight(words, " \n\t\u00a0"))
	return s
}
