package lexicon

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// Token is a word or a number of a text.
type Token struct {
	Start, End int    // byte offsets in the text it was cut from
	Word       string // folded: lower case, compatibility forms and marks levelled
	Bare       string // Word without what the language writes together with it, "and", "them"; empty where nothing is
	Break      bool   // a sentence ends before this token
	Quoted     bool   // stands directly after an opening quotation mark
	Dash       bool   // a dash stands before it
	Comma      bool   // a comma, semicolon or colon stands before it
	Capital    bool   // begins with a capital letter inside a sentence
}

// Tokens cuts text into words, numbers and section signs. base is added to every offset, so
// that a piece of a longer text keeps the longer text's offsets. Words are
// letters and digits of any script; an apostrophe or a hyphen ends a word.
func (p *Pack) Tokens(text string, base int) []Token {
	tokens := make([]Token, 0, len(text)/6+1)
	brk, quoted, dash, comma := false, false, false, false
	for i := 0; i < len(text); {
		r, n := utf8.DecodeRuneInString(text[i:])
		if r == '§' {
			start := i
			for strings.HasPrefix(text[i:], "§") {
				i += n
			}
			tokens = append(tokens, Token{Start: base + start, End: base + i, Word: text[start:i], Break: brk, Comma: comma})
			brk, quoted, dash, comma = false, false, false, false
			continue
		}
		if !wordRune(r) {
			switch r {
			case '.', '!', '?', '…', '。', '؟', '\n':
				brk = brk || r == '\n' && !lineGoesOn(text, i) || r != '\n' && sentenceEnd(text, i+n)
				if r == '.' && len(tokens) > 0 && p.abbreviation(tokens[len(tokens)-1].Word) {
					brk = false
				}
			case '"', '“', '«', '„', '‘', '”', '\'':
				quoted = opens(text, i)
			case '-', '–', '—', '‑':
				dash, quoted = true, false
			case ',', ';', ':', '،', '؛':
				comma, quoted = true, false
			case ' ':
			default:
				quoted = false
			}
			i += n
			continue
		}
		start := i
		for i < len(text) {
			next, m := utf8.DecodeRuneInString(text[i:])
			if !wordRune(next) || unicode.IsDigit(next) && unicode.Is(unicode.Arabic, r) && unicode.IsLetter(r) {
				break
			}
			r = next
			i += m
		}
		first, _ := utf8.DecodeRuneInString(text[start:])
		word := p.word(text[start:i])
		tokens = append(tokens, Token{Start: base + start, End: base + i, Word: word, Bare: p.bare(word), Break: brk, Quoted: quoted, Dash: dash, Comma: comma, Capital: !brk && unicode.IsUpper(first)})
		brk, quoted, dash, comma = false, false, false, false
	}
	return tokens
}

// word folds a word, and brings another spelling of it to the one in use.
func (p *Pack) word(text string) string {
	w := Fold(text)
	if p != nil {
		if usual, ok := p.spellings[w]; ok {
			return usual
		}
	}
	return w
}

// Root is a folded word without the Arabic article and what is written before it:
// the term "الطفل" is used as "طفل" and "للطفل".
func Root(word string) string {
	for _, article := range articles {
		if rest, ok := strings.CutPrefix(word, article); ok && utf8.RuneCountInString(rest) >= shortest {
			return rest
		}
	}
	return word
}

// articles are the forms of the Arabic article, the longest first.
var articles = []string{"وال", "بال", "فال", "كال", "ولل", "ال", "لل"}

// shortest is how many letters a word must keep to be read without what is
// written together with it.
const shortest = 3

// bare takes off a word the prefixes and suffixes of its language, "and by", "of
// them", as long as a word that the lexicon knows remains.
func (p *Pack) bare(word string) string {
	if p == nil {
		return ""
	}
	for _, w := range p.stripped(word) {
		if p.words[w] > 0 {
			return w
		}
	}
	return ""
}

// Refers reports whether a word names its object by a suffix, as Arabic verbs do:
// "سلمه", "handed him over".
func (p *Pack) Refers(word string) bool {
	for _, end := range p.objects {
		if short, ok := strings.CutSuffix(word, end); ok && p.words[short] > 0 {
			return true
		}
	}
	return false
}

// stripped lists what remains of a word without one prefix, without two, and
// without a suffix.
func (p *Pack) stripped(word string) []string {
	var out []string
	add := func(w string) {
		if utf8.RuneCountInString(w) >= shortest && w != word {
			out = append(out, w)
		}
	}
	starts := []string{word}
	for _, a := range p.prefixes {
		if one, ok := strings.CutPrefix(word, a); ok {
			starts = append(starts, one)
			for _, b := range p.prefixes {
				if two, ok := strings.CutPrefix(one, b); ok {
					starts = append(starts, two)
				}
			}
		}
	}
	for _, w := range starts {
		add(w)
	}
	for _, w := range starts {
		for _, end := range p.suffixes {
			if short, ok := strings.CutSuffix(w, end); ok {
				add(short)
			}
		}
	}
	return out
}

func wordRune(r rune) bool {
	return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r) || r == '\u00ad' || r == '\u0640'
}

// sentenceEnd reports whether what follows a full stop begins a new sentence:
// white space and then anything but a small letter.
func sentenceEnd(text string, i int) bool {
	rest := strings.TrimLeft(text[i:], "\"”’»)]")
	if rest == "" {
		return true
	}
	r, n := utf8.DecodeRuneInString(rest)
	if !unicode.IsSpace(r) {
		return false
	}
	r, _ = utf8.DecodeRuneInString(strings.TrimLeft(rest[n:], " \t"))
	return !unicode.IsLower(r)
}

// lineGoesOn reports whether the line break at i is no end of a sentence: the line
// before ends with a dash or a word, and the next begins with a small letter.
func lineGoesOn(text string, i int) bool {
	before, _ := utf8.DecodeLastRuneInString(strings.TrimRight(text[:i], " )"))
	next, _ := utf8.DecodeRuneInString(strings.TrimLeft(text[i+1:], " \t"))
	return unicode.IsLower(next) && !strings.ContainsRune(".;!?", before)
}

// opens reports whether a quotation mark opens: no word stands before it.
func opens(text string, i int) bool {
	r, _ := utf8.DecodeLastRuneInString(text[:i])
	return i == 0 || unicode.IsSpace(r) || r == '(' || r == '[' || r == '—' || r == '-' || r == '–'
}

func (p *Pack) abbreviation(word string) bool { return p != nil && p.short[word] }

// Fold levels a word for comparison: compatibility forms, lower case, ß to ss,
// ё to е, and for Arabic script no vowel signs, one alef, ya and ta marbuta, and
// digits as elsewhere.
func Fold(word string) string {
	ascii := true
	for i := 0; i < len(word); i++ {
		if word[i] >= utf8.RuneSelf {
			ascii = false
			break
		}
	}
	if ascii {
		return strings.ToLower(word)
	}
	var b strings.Builder
	for _, r := range strings.ToLower(norm.NFKC.String(word)) {
		switch {
		case r == 'ß':
			b.WriteString("ss")
		case r == 'ё':
			b.WriteRune('е')
		case r == '\u00ad', r == '\u0640', r >= '\u064b' && r <= '\u065f', r == '\u0670':
		case r >= '٠' && r <= '٩':
			b.WriteRune(r - '٠' + '0')
		case r >= '۰' && r <= '۹':
			b.WriteRune(r - '۰' + '0')
		case r == 'أ', r == 'إ', r == 'آ', r == 'ٱ':
			b.WriteRune('ا')
		case r == 'ى':
			b.WriteRune('ي')
		case r == 'ة':
			b.WriteRune('ه')
		default:
			b.WriteRune(r)
		}
	}
	return b.String()
}
