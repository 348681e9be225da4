package pdf

import (
	"slices"
	"sort"
	"strings"
	"unicode"

	"lacuna/analyzer/ingest/lazy"
)

// isRTL reports whether a letter belongs to a script that runs from right to
// left; the digits of such scripts do not.
func isRTL(r rune) bool {
	return !unicode.IsDigit(r) && (r >= 0x0590 && r <= 0x08ff || r >= 0xfb1d && r <= 0xfdff || r >= 0xfe70 && r <= 0xfeff)
}

// runsLeft reports whether most letters of a line run from right to left.
func runsLeft(cs []chunk) bool {
	left, all := 0, 0
	for i := range cs {
		for k := range cs[i].glyphs {
			switch r := firstRune(cs[i].glyphs[k].text); {
			case isRTL(r):
				left++
				all++
			case unicode.IsLetter(r):
				all++
			}
		}
	}
	return left*2 > all
}

// textFromRight writes the glyphs of a line that runs from right to left in the
// order in which they are read: numbers and Latin words keep their own.
func textFromRight(cs []chunk) string {
	glyphs := joinMarks(cs)
	sort.SliceStable(glyphs, func(i, j int) bool { return glyphs[i].x > glyphs[j].x })
	var units []string // each a glyph or a space, from the right
	for i := range glyphs {
		g := &glyphs[i]
		if i > 0 {
			p := &glyphs[i-1]
			if overprint(p, g) {
				continue
			}
			if blank(g.text) || p.x-(g.x+g.w) > 0.13*g.size {
				units = append(units, " ")
			}
		}
		if !blank(g.text) {
			units = append(units, g.text)
		}
	}
	if asDrawn := mirrorAll(units); misplaced(asDrawn) <= misplaced(units) {
		units = asDrawn
	}
	turnNumbers(units)
	return strings.Join(units, "")
}

// mirrorAll returns the units with the brackets that are meant where their
// mirror images are drawn.
func mirrorAll(units []string) []string {
	out := make([]string, len(units))
	for i, u := range units {
		out[i] = mirrored(u)
	}
	return out
}

// misplaced counts the brackets that open at the end of a word or close at its
// start: some files name the brackets as they are meant, not as they are drawn.
func misplaced(units []string) int {
	free := func(i int) bool {
		return i < 0 || i >= len(units) || !unicode.IsLetter(firstRune(units[i])) && !unicode.IsDigit(firstRune(units[i]))
	}
	n := 0
	for i, u := range units {
		switch u {
		case "(", "[", "«":
			if free(i+1) && !free(i-1) {
				n++
			}
		case ")", "]", "»":
			if free(i-1) && !free(i+1) {
				n++
			}
		}
	}
	return n
}

// joinMarks lists the glyphs of chunks, vowel signs put to the letter they stand on.
func joinMarks(cs []chunk) []glyph {
	var out []glyph
	for i := range cs {
		for _, g := range cs[i].glyphs {
			if n := len(out); n > 0 && unicode.Is(unicode.Mn, firstRune(g.text)) {
				out[n-1].text += g.text
				continue
			}
			out = append(out, g)
		}
	}
	return out
}

// turnNumbers turns runs of digits and Latin letters, with the signs and
// spaces inside them, back from left to right.
func turnNumbers(units []string) {
	for i := 0; i < len(units); i++ {
		if !runsRight(units[i]) {
			continue
		}
		end := i + 1
		for j := end; j < len(units) && !isRTL(firstRune(units[j])); j++ {
			if runsRight(units[j]) {
				end = j + 1
			} else if units[j] == " " && (j+1 >= len(units) || !isLatin(units[j+1])) || !strings.Contains(" .,/-:", units[j]) {
				break
			}
		}
		slices.Reverse(units[i:end])
		turnParts(units[i:end])
		i = end
	}
}

// partedNumber matches a number in parts, as of an article put in later.
var partedNumber = lazy.Pattern(`^\p{Nd}{1,4}(?:-\p{Nd}{1,4})+$`)

// lastSuffix is the highest number that is taken for that of an article put in
// behind another, as 2 in 15-2.
const lastSuffix = 30

// turnParts turns the parts of a number around where they were drawn from right
// to left: programs that keep to the rules of Unicode draw 467-1 as 1-467 in
// Arabic text, others do not.
func turnParts(units []string) {
	text := strings.Join(units, "")
	if !partedNumber().MatchString(text) {
		return
	}
	parts := strings.Split(text, "-")
	first, last := value(parts[0]), value(parts[len(parts)-1])
	if first > lastSuffix || last <= lastSuffix || len(parts) > 2 && last >= 1900 {
		return
	}
	slices.Reverse(parts)
	for i := range units {
		units[i] = ""
	}
	units[0] = strings.Join(parts, "-")
}

// value returns what a number in digits of any script comes to.
func value(digits string) int {
	n := 0
	for _, r := range digits {
		zero := r // the digits of a script follow each other, beginning with zero
		for unicode.IsDigit(zero-1) && r-zero < 9 {
			zero--
		}
		n = n*10 + int(r-zero)
	}
	return n
}

func runsRight(s string) bool { return isLatin(s) || unicode.IsDigit(firstRune(s)) }

func isLatin(s string) bool { return unicode.Is(unicode.Latin, firstRune(s)) }

// mirrored returns the bracket that is meant where its mirror image is drawn.
func mirrored(s string) string {
	if i := strings.Index("()[]{}«»<>", s); i >= 0 && s != "" {
		pairs := []string{"(", ")", "[", "]", "{", "}", "«", "»", "<", ">"}
		return pairs[slices.Index(pairs, s)^1]
	}
	return s
}

// pageWidth is wider than any page: lines that run from right to left are
// measured from there, so that all rules for their edges hold.
const pageWidth = 20_000

// mostlyLeftward reports whether most lines of columns run from right to left:
// the columns then follow each other that way, too.
func mostlyLeftward(columns [][]line) bool {
	n, all := 0, 0
	for _, lines := range columns {
		for i := range lines {
			if all++; lines[i].leftward {
				n++
			}
		}
	}
	return n*2 > all
}

// mirrorLines turns the edges of lines around if most of them run from right to left.
func mirrorLines(lines []line) {
	n := 0
	for i := range lines {
		if lines[i].leftward {
			n++
		}
	}
	if n*2 <= len(lines) {
		return
	}
	for i := range lines {
		l := &lines[i]
		l.x0, l.x1 = pageWidth-l.x1, pageWidth-l.x0
		l.left, l.right = pageWidth-l.right, pageWidth-l.left
	}
}
