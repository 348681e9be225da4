package analyzer

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"github.com/abadojack/whatlanggo"

	"lacuna/analyzer/document"
	"lacuna/analyzer/lexicon"
	"lacuna/analyzer/message"
)

// language fills in a source's language: the user's, else the source's own,
// else the one that its letters show, unless its small words show another. Where a
// text is in several languages, it is the one of most of its paragraphs.
func language(src *document.Source, all []share, opt Options) {
	switch {
	case opt.Language != "":
		src.Language = opt.Language
	case src.Language == "":
		text := sample(src.Text)
		letters := whatlanggo.Detect(text)
		src.Language = letters.Lang.Iso6391()
		if mixed(all) {
			src.Language = all[0].language
			text, letters = all[0].text, whatlanggo.Detect(all[0].text)
		}
		if src.Language == "" || !letters.IsReliable() || opt.Lexicons.Pack(src.Language) != nil {
			src.Language = cmp.Or(opt.Lexicons.Guess(text, src.Language), src.Language)
		}
	}
}

// sample is enough of a long text to tell its language: ten slices, evenly spread.
func sample(text string) string {
	const slices, size = 10, 5_000
	if len(text) <= slices*size {
		return text
	}
	var b strings.Builder
	for i := range slices {
		start := i * (len(text) - size) / (slices - 1)
		b.WriteString(strings.ToValidUTF8(text[start:start+size], ""))
		b.WriteByte('\n')
	}
	return b.String()
}

// A text is held to be in two languages where, of at most mostAsked paragraphs of
// leastLetters or more, evenly spread, at least leastOther and one in tenthOther are
// surely in another language than most.
const (
	firstAsked   = 30 // more are asked where these are not all in one language
	mostAsked    = 150
	leastLetters = 120
	leastOther   = 3
	tenthOther   = 10
)

// share is the paragraphs of one language.
type share struct {
	language string
	lang     whatlanggo.Lang
	count    int
	text     string
}

// paragraphs asks paragraphs of a source for their language, each alone; the
// language of most comes first. Those that do not show it surely are left out.
func paragraphs(src *document.Source) []share {
	var long []document.Block
	for _, b := range src.Blocks {
		if b.End-b.Start >= leastLetters && b.Kind != document.Contents {
			long = append(long, b)
		}
	}
	all := asked(src, long, firstAsked)
	if len(all) > 1 {
		all = asked(src, long, mostAsked)
	}
	return all
}

// asked asks at most so many of the blocks, evenly spread.
func asked(src *document.Source, long []document.Block, most int) []share {
	var all []share
	most = min(most, len(long))
	for i := range most {
		text := src.Quote(long[i*len(long)/most].Span)
		found := whatlanggo.Detect(text)
		if !found.IsReliable() {
			continue
		}
		language := found.Lang.Iso6391()
		at := slices.IndexFunc(all, func(s share) bool { return s.language == language })
		if at < 0 {
			at, all = len(all), append(all, share{language: language, lang: found.Lang})
		}
		all[at].count++
		all[at].text += text + "\n"
	}
	slices.SortStableFunc(all, func(a, b share) int {
		return cmp.Or(cmp.Compare(b.count, a.count), cmp.Compare(a.language, b.language))
	})
	return all
}

// mixed reports whether paragraphs are in two languages.
func mixed(all []share) bool {
	return len(all) > 1 && all[1].count >= leastOther && all[1].count*tenthOther >= all[0].count
}

// mixture says that a text is in several languages and in which it was read;
// nothing where it is in one.
func mixture(src *document.Source, all []share, lib *lexicon.Library) message.Sentences {
	if !mixed(all) {
		return nil
	}
	sum := 0
	for _, s := range all {
		sum += s.count
	}
	var shares []message.Message
	var others []string
	for _, s := range all {
		if s.count < leastOther || s.count*tenthOther < all[0].count {
			continue
		}
		shares = append(shares, message.Say("language-share", "language", s.language, "n", strconv.Itoa((100*s.count+sum/2)/sum)))
		if s.language != src.Language && slices.Contains(lib.Languages(), s.language) {
			others = append(others, "--language "+s.language)
		}
	}
	note := message.Say("languages-mixed", "language", src.Language).With(shares...)
	if len(others) > 0 {
		note = message.Say("languages-rest", "language", src.Language, "flags", strings.Join(others, ", ")).With(shares...)
	}
	return message.Sentences{note}
}
