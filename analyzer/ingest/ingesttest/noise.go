package ingesttest

import (
	"math/rand/v2"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"lacuna/analyzer/document"
)

// confusions are what a program that reads pictures takes letters for, by the
// letters on the paper. Letters with marks lose them besides.
var confusions = map[string][]string{
	"rn": {"m"}, "m": {"rn", "in"}, "cl": {"d"}, "d": {"cl"}, "vv": {"w"}, "w": {"vv"}, "ri": {"n"}, "li": {"h"}, "h": {"li", "b"}, "fi": {"f"},
	"l": {"1", "I", "i"}, "1": {"l", "I"}, "I": {"l", "1"}, "i": {"l", "j", "1"}, "t": {"l", "f", "r"}, "f": {"t"}, "e": {"c", "o"}, "c": {"e", "o"},
	"o": {"0", "e", "c"}, "0": {"O", "o"}, "O": {"0"}, "a": {"o", "e"}, "s": {"5"}, "5": {"S", "6"}, "S": {"5"}, "B": {"8"}, "8": {"B", "3"}, "b": {"h", "6"},
	"g": {"q", "9"}, "q": {"g"}, "u": {"v", "n", "ii"}, "n": {"u", "ri", "h"}, "v": {"y", "u"}, "y": {"v"}, "r": {"n"}, "p": {"n"}, "z": {"2"}, "2": {"Z"}, "3": {"8"},
	"6": {"b"}, "7": {"1"}, ",": {"."}, ".": {","}, ";": {":"}, "(": {"{"}, ")": {"}"}, "ß": {"B", "ss"}, "A": {"4"}, "C": {"G"}, "E": {"F"},
	"и": {"н", "п"}, "н": {"и", "п"}, "п": {"н", "и"}, "о": {"с", "0"}, "е": {"с"}, "с": {"е", "о"}, "ш": {"щ", "ни"}, "щ": {"ш", "ц"}, "ц": {"щ"}, "ь": {"ъ", "в"}, "в": {"ь"}, "ы": {"ьі", "н"},
	"л": {"п", "д"}, "д": {"л"}, "т": {"г"}, "г": {"т"}, "р": {"п"}, "б": {"6"}, "з": {"3"}, "а": {"о"}, "к": {"х"}, "у": {"v"}, "м": {"н"}, "я": {"й"},
	"ب": {"ت", "ن", "ي"}, "ت": {"ب", "ن", "ث"}, "ن": {"ت", "ب"}, "ي": {"ب", "ى"}, "ث": {"ت"}, "ج": {"ح", "خ"}, "ح": {"ج"}, "خ": {"ح"}, "د": {"ذ"}, "ذ": {"د"}, "ر": {"ز", "و"}, "ز": {"ر"},
	"س": {"ش"}, "ش": {"س"}, "ص": {"ض"}, "ض": {"ص"}, "ط": {"ظ"}, "ظ": {"ط"}, "ع": {"غ"}, "غ": {"ع"}, "ف": {"ق"}, "ق": {"ف"}, "ة": {"ه"}, "ه": {"ة"}, "ا": {"ل", "أ"}, "ل": {"ا"}, "م": {"ه"}, "و": {"ر"}, "ك": {"ل"},
}

// Shares of the words that are marked as read with doubt: of those read wrongly
// most, as a scan with known text gave it.
const doubtedWrong = 0.95

// Scanned returns a text as it would be read in pictures of its pages, with that share
// of the letters misread: letters taken for others, spaces lost and put in, marks lost,
// and nothing known of headings but their words. The same seed gives the same text.
func Scanned(src *document.Source, share float64, seed uint64) *document.Source {
	dice := rand.New(rand.NewPCG(seed, uint64(share*1000)))
	out := &document.Source{ID: src.ID, Path: src.Path, Format: "pdf", SHA256: src.SHA256, Official: src.Official, Language: src.Language, Pages: []int{0}, Pictures: []int{1}}
	var text strings.Builder
	for _, b := range src.Blocks {
		if text.Len() > 0 {
			text.WriteByte('\n')
		}
		start := text.Len()
		for i, word := range strings.Fields(src.Quote(b.Span)) {
			read, joined := misread(dice, word, share)
			if i > 0 && !joined {
				text.WriteByte(' ')
			}
			at := text.Len()
			text.WriteString(read)
			odds := 4 * share
			if read != word || joined {
				odds = doubtedWrong
			}
			if dice.Float64() < odds && share > 0 {
				out.Doubts = append(out.Doubts, document.Span{Start: at, End: text.Len()})
			}
		}
		kind := b.Kind
		if kind == document.Heading {
			kind = document.Paragraph
		}
		out.Blocks = append(out.Blocks, document.Block{Span: document.Span{Start: start, End: text.Len()}, Kind: kind, Page: 1})
	}
	out.Text = text.String()
	return out
}

// misread reads one word wrongly, letter by letter; joined says that the space before it is lost.
func misread(dice *rand.Rand, word string, share float64) (read string, joined bool) {
	joined = dice.Float64() < share/2
	var b strings.Builder
	for len(word) > 0 {
		r, n := utf8.DecodeRuneInString(word)
		if dice.Float64() >= share {
			b.WriteString(word[:n])
			word = word[n:]
			continue
		}
		taken, wrong := confused(dice, word, r)
		b.WriteString(wrong)
		word = word[taken:]
	}
	if b.Len() == 0 {
		return ".", joined
	}
	return b.String(), joined
}

// confused is what the letters at the beginning of a word are taken for, and how
// many bytes of it that takes.
func confused(dice *rand.Rand, word string, r rune) (taken int, wrong string) {
	n := utf8.RuneLen(r)
	if bare := norm.NFD.String(string(r)); len(bare) > n || bare != string(r) {
		first, _ := utf8.DecodeRuneInString(bare)
		return n, string(first)
	}
	if dice.IntN(12) == 0 && unicode.IsLetter(r) { // a space, or a letter lost
		return n, []string{string(r) + " ", ""}[dice.IntN(2)]
	}
	if _, m := utf8.DecodeRuneInString(word[n:]); m > 0 && dice.IntN(2) == 0 {
		if list := confusions[word[:n+m]]; list != nil {
			return n + m, list[dice.IntN(len(list))]
		}
	}
	if list := confusions[string(r)]; list != nil {
		return n, list[dice.IntN(len(list))]
	}
	return n, string(r)
}
