package outline

import (
	"unicode"
	"unicode/utf8"

	"lacuna/analyzer/document"
	"lacuna/analyzer/message"
)

// A block is damaged where so many of its letters are doubtful: a share, per
// mille, of at least a few, or many.
const (
	doubtfulShare = 40
	fewDoubtful   = 5
	manyDoubtful  = 25
	blurredShare  = 250 // of bytes that were read in a picture, and not surely
)

// doubtful makes regions of the blocks whose letters cannot be trusted, one for
// each run of them inside one provision.
func (r *reader) doubtful() []document.Region {
	var out []document.Region
	last := -1 // block of the region that may go on
	for i := r.chain[0].block; i < r.end; i++ {
		bad := badness(r.words(i))
		letters := utf8.RuneCountInString(r.words(i))
		blurred := r.inDoubt(i)
		if r.role[i] != text || bad < manyDoubtful && (bad < fewDoubtful || bad*1000 < doubtfulShare*letters) &&
			(blurred < manyDoubtful || blurred*1000 < blurredShare*len(r.words(i))) {
			continue
		}
		p := r.holder(r.blocks[i].Start)
		if n := len(out) - 1; n >= 0 && last == i-1 && out[n].Provisions[0] == r.chain[p].number.text {
			out[n].End = r.blocks[i].End
		} else {
			region := r.within(p, document.Characters, r.blocks[i].Span)
			region.Note.Message = message.Say("letters-damaged", "provisions", r.cited(r.chain[p].number.text), "onpage", r.onPage(i), "words", clip(r.words(i), 40))
			out = append(out, region)
		}
		last = i
	}
	return out
}

// badness counts the letters of a text that cannot be right: replacement and
// private-use characters inside words, letters that a wrong encoding makes, and
// letters of another script inside a word.
func badness(s string) int {
	bad := 0
	var before rune
	var word scripts
	for i := 0; i < len(s); {
		c, size := utf8.DecodeRuneInString(s[i:])
		i += size
		next, _ := utf8.DecodeRuneInString(s[i:])
		switch {
		case c == utf8.RuneError, c >= 0x80 && c < 0xa0, unicode.Is(unicode.Co, c) && (unicode.IsLetter(before) || unicode.IsLetter(next)), misdecoded(c, next):
			bad++
		}
		if unicode.IsLetter(c) {
			for k, script := range mixable {
				if unicode.Is(script, c) {
					word[k]++
				}
			}
		} else if !unicode.IsMark(c) {
			bad += word.mixed()
			word = scripts{}
		}
		before = c
	}
	return bad + word.mixed()
}

// mixable are the scripts whose letters look alike and are confused.
var mixable = [...]*unicode.RangeTable{unicode.Latin, unicode.Cyrillic, unicode.Greek}

// scripts counts the letters of a word in each of mixable.
type scripts [len(mixable)]int

// mixed returns how many letters of the word are of another script than most.
func (word scripts) mixed() int {
	all, most := 0, 0
	for _, n := range word {
		all += n
		most = max(most, n)
	}
	return all - most
}

// misdecoded reports whether two characters are what one letter of UTF-8 becomes
// when its bytes are read as Western ones: "Ã©", "Ð¾", "Ø§", "â€™".
func misdecoded(c, next rune) bool {
	lead := c == 'Ã' || c == 'Â' || c == 'Ð' || c == 'Ñ' || c == 'Ø' || c == 'Ù' || c == 'â' && (next == '€' || next == 0x80)
	_, western := trailing[next]
	return lead && (western || next >= 0x80 && next <= 0xbf)
}

// trailing are the characters that the code page 1252 has for the bytes 80 to 9f.
var trailing = func() map[rune]bool {
	out := map[rune]bool{}
	for _, c := range "€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ" {
		out[c] = true
	}
	return out
}()

// leftOutOf counts what was left out of a text on purpose, by kind, in order.
func leftOutOf(src *document.Source) []document.LeftOut {
	var out []document.LeftOut
	at := map[string]int{}
	for _, l := range src.Left {
		i, ok := at[l.Kind]
		if !ok {
			i = len(out)
			at[l.Kind] = i
			out = append(out, document.LeftOut{Kind: l.Kind, First: clip(flat(l.Text), 80)})
		}
		out[i].Lines += max(1, l.Times)
	}
	return out
}
