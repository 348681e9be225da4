package outline

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"lacuna/analyzer/document"
)

// form is one way in which laws number their articles.
type form struct {
	name   string
	kind   document.Kind
	after  bool    // the number stands before the word: "12-бап", "12. §"
	bare   bool    // there is no word at all
	upper  bool    // letters after the figure are always capitals
	belief float64 // how far a candidate of this form is believed by itself
}

// forms are the ways of numbering that are tried on every text, in the order
// in which they win a draw.
var forms = []form{
	{name: "article", kind: document.Article, belief: 1},
	{name: "§", kind: document.Article, belief: 1},
	{name: "section", kind: document.Sect, upper: true, belief: 1},
	{name: "الفصل", kind: document.Article, belief: 1},
	{name: "article after", kind: document.Article, after: true, belief: 1},
	{name: "§ after", kind: document.Article, after: true, belief: 1},
	{name: "bare", kind: document.Sect, bare: true, upper: true, belief: .85},
	{name: "bare without stop", kind: document.Sect, bare: true, upper: true, belief: .55},
}

// Places in forms.
const (
	formArticle = iota
	formParagraph
	formSection
	formFasl
	formArticleAfter
	formParagraphAfter
	formBare
	formBareLoose
)

// articleWords are the words for the unit that a lawyer cites, in small
// letters; "." at the end is cut before looking up.
var articleWords = map[string]int{
	"article": formArticle, "art": formArticle, "arts": formArticle, "artículo": formArticle, "articulo": formArticle, "artigo": formArticle,
	"articolo": formArticle, "articol": formArticle, "articolul": formArticle, "artikel": formArticle, "artykuł": formArticle, "articles": formArticle,
	"artículos": formArticle, "artigos": formArticle, "artikkel": formArticle, "artikla": formArticle,
	"статья": formArticle, "статьи": formArticle, "ст": formArticle, "стаття": formArticle, "статті": formArticle, "артыкул": formArticle,
	"член": formArticle, "чл": formArticle, "члан": formArticle, "članak": formArticle, "članku": formArticle, "čl": formArticle,
	"člen": formArticle, "článek": formArticle, "článok": formArticle, "clanak": formArticle, "član": formArticle,
	"madde": formArticle, "maddə": formArticle, "pasal": formArticle, "neni": formArticle, "nenit": formArticle, "άρθρο": formArticle, "άρθρον": formArticle,
	"հոդված": formArticle, "მუხლი": formArticle, "điều": formArticle, "มาตรา": formArticle, "មាត្រា": formArticle, "ມາດຕາ": formArticle,
	"अनुच्छेद": formArticle, "दफा": formArticle, "धारा": formArticle, "ধারা": formArticle, "دفعہ": formArticle, "ماده": formArticle, "ماده‌ی": formArticle,
	"المادة": formArticle, "المادّة": formArticle, "مادة": formArticle, "አንቀጽ": formArticle, "ingingo": formArticle,
	"kifungu": formSection, "ibara": formArticle, "artikulu": formArticle, "artiklo": formArticle, "erthygl": formArticle, "airteagal": formArticle,
	"section": formSection, "sections": formSection, "sec": formSection, "sect": formSection, "secs": formSection, "seksyen": formSection, "seksiyen": formSection,
	"adran": formSection, "seksioni": formSection, "seksyon": formSection,
	"الفصل": formFasl, "فصل": formFasl,
}

// articleWordsAfter are the words that stand behind their number.
var articleWordsAfter = map[string]int{
	"бап": formArticleAfter, "берене": formArticleAfter, "статья": formArticleAfter, "modda": formArticleAfter, "модда": formArticleAfter,
	"зүйл": formArticleAfter, "pants": formArticleAfter, "straipsnis": formArticleAfter, "artikulua": formArticleAfter, "gr": formArticleAfter,
	"madde": formArticleAfter, "cikk": formArticleAfter, "maddesi": formArticleAfter,
}

// readForm looks for the beginning of a provision at the start of s. It
// returns the form, the length of mark and number together, and the number;
// size 0 is none. base is the offset of s in the text.
func readForm(s string, base int, raised func(int) bool) (f, size int, n number) {
	if s == "" {
		return 0, 0, n
	}
	r, width := utf8.DecodeRuneInString(s)
	switch {
	case r == '§':
		return readSign(s, base, raised)
	case r == '第' || r == '제':
		return readIdeographic(s)
	case unicode.IsDigit(r):
		return readBare(s, base, raised)
	case unicode.IsLetter(r) && width > 0:
		return readWord(s, base, raised)
	}
	return 0, 0, n
}

// readSign reads "§ 12" and "§§ 12".
func readSign(s string, base int, raised func(int) bool) (f, size int, n number) {
	i := len(s) - len(strings.TrimLeft(s, "§ \u00a0."))
	n, size = readNumber(s[i:], base+i, numberStyle{raised: raised})
	if size == 0 {
		return 0, 0, n
	}
	return formParagraph, i + size, n
}

// readWord reads a word for article or section and the number behind it.
func readWord(s string, base int, raised func(int) bool) (f, size int, n number) {
	word := leadingWord(s)
	if len(word) < 2 || len(word) > 24 {
		return 0, 0, n
	}
	f, ok := articleWords[strings.ToLower(word)]
	if !ok {
		return 0, 0, n
	}
	i := len(word)
	i += len(s[i:]) - len(strings.TrimLeft(s[i:], ". \u00a0\tº:"))
	if strings.HasPrefix(s[i:], "№") {
		i += len("№")
	}
	n, size = readNumber(s[i:], base+i, numberStyle{words: true, upper: forms[f].upper, raised: raised})
	if size == 0 {
		return 0, 0, n
	}
	return f, i + size, n
}

// readBare reads "12.", "12 " and the forms whose word follows the number.
func readBare(s string, base int, raised func(int) bool) (f, size int, n number) {
	n, size = readNumber(s, base, numberStyle{upper: true, raised: raised})
	if size == 0 {
		return 0, 0, n
	}
	rest := strings.TrimLeft(s[size:], ".-– \u00a0")
	gap := len(s) - size - len(rest)
	if strings.HasPrefix(rest, "§") {
		return formParagraphAfter, size + gap + len("§"), n
	}
	word := leadingWord(rest)
	if f, ok := articleWordsAfter[strings.ToLower(word)]; ok && gap < 4 {
		return f, size + gap + len(word), n
	}
	if strings.HasPrefix(strings.TrimLeft(s[size:], " "), ".") {
		return formBare, size, n
	}
	if size < len(s) && s[size] == ':' && size+1 < len(s) {
		return formBare, size, n
	}
	return formBareLoose, size, n
}

// ideographs are the figures of Chinese and Japanese numbers.
var ideographs = map[rune]int{'〇': 0, '零': 0, '一': 1, '二': 2, '三': 3, '四': 4, '五': 5, '六': 6, '七': 7, '八': 8, '九': 9}

// readIdeographic reads 第十二条, 第百二十条之一, 제12조의2.
func readIdeographic(s string) (f, size int, n number) {
	_, i := utf8.DecodeRuneInString(s)
	value, width := ideographic(s[i:])
	n.parts = []int{0, value}
	i += width
	r, w := utf8.DecodeRuneInString(s[i:])
	if width == 0 || r != '条' && r != '條' && r != '조' {
		return 0, 0, n
	}
	i += w
	n.text = itoa(value)
	for {
		r, w := utf8.DecodeRuneInString(s[i:])
		if r != '之' && r != 'の' && r != '의' {
			break
		}
		v, width := ideographic(s[i+w:])
		if width == 0 {
			break
		}
		i += w + width
		n.add("-"+itoa(v), v, 0)
	}
	return formArticle, i, n
}

// ideographic reads a number written with ideographs or with figures.
func ideographic(s string) (value, size int) {
	if v, n := digits(s, 0, nil); n > 0 {
		return v, n
	}
	unit := 0
	for i, r := range s {
		v, ok := ideographs[r]
		scale := map[rune]int{'十': 10, '百': 100, '千': 1000}[r]
		if !ok && scale == 0 {
			return value + unit, i
		}
		if scale > 0 {
			value, unit = value+max(unit, 1)*scale, 0
		} else {
			unit = unit*10 + v
		}
	}
	return value + unit, len(s)
}
