package outline

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"lacuna/analyzer/document"
)

// group is a heading above articles: its rank, number and title.
type group struct {
	kind   document.Kind
	word   string // the word for its rank, in small letters
	number string
	mark   document.Span
	title  document.Span
	next   int // index of the block behind mark and title
}

// findGroups lists the headings above the articles, by the index of their
// first block. Words that the text uses for its articles are not among them.
func findGroups(r *reader) map[int]group {
	groups := map[int]group{}
	taken := map[int]bool{}
	for _, c := range r.chain {
		taken[c.block] = true
	}
	for i := range r.blocks {
		if r.role[i] != text || taken[i] {
			continue
		}
		if g, ok := r.readGroup(i); ok && !(g.kind == document.Schedule && taken[i+1]) {
			groups[i] = g
		}
	}
	return groups
}

// readGroup reads a heading above articles at a block.
func (r *reader) readGroup(i int) (group, bool) {
	b := r.blocks[i]
	start := b.Start + r.noise(i)
	s := strings.TrimRight(r.src.Text[start:b.End], " *\u00a0")
	if s == "" || len(s) > 400 {
		return group{}, false
	}
	g, size := groupWordFirst(s)
	if size == 0 {
		g, size = groupNumberFirst(s)
	}
	if size == 0 {
		g, size = r.groupNamed(i, s)
	}
	if size == 0 || r.isArticleWord(g.word) && g.kind != document.Schedule {
		return group{}, false
	}
	rest := strings.TrimLeft(s[size:], " .:–—-*'׳\u00a0\u3000")
	if !r.isHeadingRest(i, s, s[size:], rest) {
		return group{}, false
	}
	g.mark = document.Span{Start: start, End: start + size}
	if rest != "" {
		at := start + len(s) - len(rest)
		g.title = document.Span{Start: at, End: start + len(s)}
	}
	g.next = i + 1
	return g, true
}

// isArticleWord reports whether the text numbers its articles with this word.
func (r *reader) isArticleWord(word string) bool {
	if len(r.chain) == 0 {
		return false
	}
	f, ok := articleWords[word]
	own := r.chain[0].form
	return ok && (f == own || forms[own].kind == document.Sect && forms[f].kind == document.Sect)
}

// isHeadingRest reports whether what follows word and number of a group can be
// a heading: nothing, or a title set off by a sign or by the layout.
func (r *reader) isHeadingRest(i int, s, after, rest string) bool {
	if rest == "" {
		return true
	}
	if strings.IndexByte(",;)", after[0]) >= 0 || startsLower(rest) {
		return false
	}
	b := r.blocks[i]
	set := b.Kind == document.Heading || b.Center || b.Bold || s == strings.ToUpper(s)
	signed := strings.IndexByte(".:-", after[0]) >= 0 || strings.HasPrefix(strings.TrimLeft(after, " "), "—") || strings.HasPrefix(strings.TrimLeft(after, " "), "–") || strings.HasPrefix(strings.TrimLeft(after, " "), "-")
	return set || signed && len(rest) < 200 || !endsSentence(rest) && len(rest) < 120
}

// groupWordFirst reads "CHAPTER IV", "Часть вторая", "Schedule".
func groupWordFirst(s string) (group, int) {
	word := leadingWords(s)
	kind, ok := groupWords[fold(word)]
	if !ok || startsLower(s) {
		return group{}, 0
	}
	g := group{kind: kind, word: fold(word)}
	i := len(word)
	gap := len(s[i:]) - len(strings.TrimLeft(s[i:], " .°:\u00a0№"))
	if gap > 0 {
		gap += groupLink(s[i+gap:])
	}
	n, size := groupNumber(s[i+gap:])
	if size > 0 && gap > 0 {
		g.number = n
		return g, i + gap + size
	}
	if kind == document.Schedule && strings.Trim(s[i:], " .:–—-") == "" {
		return g, i
	}
	return group{}, 0
}

// groupLink returns the length of a linking word before the number of a group:
// "SEHEMU YA KWANZA".
func groupLink(s string) int {
	for _, link := range []string{"ya ", "wa ", "la ", "cha "} {
		if len(s) > len(link) && strings.EqualFold(s[:len(link)], link) {
			return len(link)
		}
	}
	return 0
}

// leadingWords returns the word at the start of s, hyphens included.
func leadingWords(s string) string {
	word := leadingWord(s)
	if word != "" && strings.HasPrefix(s[len(word):], "-") {
		if second := leadingWord(s[len(word)+1:]); second != "" {
			return s[:len(word)+1+len(second)]
		}
	}
	return word
}

// groupNumber reads the number of a group: figures, roman figures, letters,
// ordinals in words.
func groupNumber(s string) (string, int) {
	if s == "" {
		return "", 0
	}
	if n, size := readNumber(s, 0, numberStyle{upper: true}); size > 0 && !letterAt(s, size) {
		return n.text, size
	}
	word := leadingWord(s)
	lower := fold(word)
	if _, ok := ordinals[lower]; ok {
		return lower, len(word)
	}
	if len(word) > 9 || len(word) == 0 {
		return "", 0
	}
	trimmed := strings.TrimRight(word, "erèmoABC")
	if romanValue(word) > 0 || romanValue(trimmed) > 0 && trimmed == strings.ToUpper(trimmed) {
		n := strings.TrimRight(word, "erèmo")
		size := len(word)
		if tail := s[size:]; strings.HasPrefix(tail, " bis") || strings.HasPrefix(tail, " ter") {
			return n + tail[:4], size + 4
		}
		return n, size
	}
	if len(word) <= 2 && word == strings.ToUpper(word) {
		return word, len(word)
	}
	return "", 0
}

// groupNumberFirst reads "Erster Abschnitt", "1. Abschnitt", "BİRİNCİ KISIM",
// "FIRST SCHEDULE", 第一章.
func groupNumberFirst(s string) (group, int) {
	if kind, size := ideographicGroup(s); size > 0 {
		return group{kind: kind, word: s[:size], number: s[:size]}, size
	}
	number, size := groupNumber(s)
	if size == 0 {
		return group{}, 0
	}
	i := size + len(s[size:]) - len(strings.TrimLeft(s[size:], ".- \u00a0"))
	word := leadingWord(s[i:])
	kind, ok := groupWords[fold(word)]
	if !ok {
		word = leadingWords(s[i:])
		kind, ok = groupWords[fold(word)]
	}
	if !ok || i == size || startsLower(s[i:]) && (len(s) > 100 || startsLower(s[i+len(word):])) {
		return group{}, 0
	}
	return group{kind: kind, word: fold(word), number: number}, i + len(word)
}

// ideographicGroup reads 第一章, 第二编, 제1장.
func ideographicGroup(s string) (document.Kind, int) {
	r, w := utf8.DecodeRuneInString(s)
	if r != '第' && r != '제' {
		return "", 0
	}
	_, n := ideographic(s[w:])
	kind, ok := map[rune]document.Kind{'编': document.Book, '編': document.Book, '편': document.Book, '章': document.Chapter, '장': document.Chapter,
		'节': document.Division, '節': document.Division, '절': document.Division}[firstRune(s[w+n:])]
	if n == 0 || !ok {
		return "", 0
	}
	return kind, w + n + len("章")
}

func firstRune(s string) rune {
	r, _ := utf8.DecodeRuneInString(s)
	return r
}

// groupNamed reads a part with a name in place of a number: "GENERAL PART",
// "Allgemeiner Teil", "Partie législative", "ОБЩАЯ ЧАСТЬ".
func (r *reader) groupNamed(i int, s string) (group, int) {
	b := r.blocks[i]
	if len(s) > 60 || !(b.Kind == document.Heading || b.Center || b.Bold || s == strings.ToUpper(s)) {
		return group{}, 0
	}
	words := strings.Fields(strings.ToLower(strings.Trim(s, " .-–—")))
	if len(words) != 2 {
		return group{}, 0
	}
	for _, w := range words {
		if kind := groupWords[w]; kind == document.Part || kind == document.Schedule {
			return group{kind: kind, word: w}, len(strings.TrimRight(s, " .-–—"))
		}
	}
	return group{}, 0
}

// isHeadingLike reports whether a block looks like a heading: short, not a
// sentence, not a point of a list.
func (r *reader) isHeadingLike(i int) bool {
	if r.role[i] != text || r.blocks[i].Kind == document.TableRow || r.quoted[i] {
		return false
	}
	s := withoutNotes(strings.Trim(r.words(i), " *\u00a0"))
	if s == "" || utf8.RuneCountInString(s) > 220 || startsLower(s) || isSanction(s) || (s[0] == '(' || s[0] == '[') && opensNote(s) {
		return false
	}
	if m, ok := readMark(s); ok && m.class != classUpper && !(m.class == classRoman && m.value < 1) {
		return false
	}
	b := r.blocks[i]
	if b.Kind == document.Heading && !(endsSentence(s) && len(s) > 80) || b.Center && !endsSentence(s) {
		return true
	}
	last := lastRune(s)
	if strings.ContainsRune(";:,—–", last) || last == '.' && !b.Bold && !b.Italic {
		return false
	}
	return unicode.IsLetter(last) || unicode.IsDigit(last) || strings.ContainsRune(")]”\".»’?）】」", last)
}

// stands reports whether the layout sets a block off as a heading.
func (r *reader) stands(i int) bool {
	b := r.blocks[i]
	s := strings.TrimSpace(r.words(i))
	return b.Kind == document.Heading || b.Center || b.Bold || b.Italic || strings.ToUpper(s) == s && strings.ToLower(s) != s
}
