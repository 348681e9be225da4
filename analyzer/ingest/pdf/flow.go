package pdf

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// continues reports whether the line b goes on with the paragraph p. next is
// the line after b, nil where there is none.
func (m metrics) continues(p *paragraph, b, next *line) bool {
	a := &p.lines[len(p.lines)-1]
	if !sameSize(a, b) || a.table || b.table || a.contents {
		return false
	}
	together := follows(a, b)
	if gap := a.y - b.y; together && (gap > 1.3*m.lead(a.size)+0.5 || gap < 0) {
		return false
	}
	if !together && !turnsOver(a, b) {
		return false
	}
	if a.bold && a.boldAt && !b.boldHead && !runsOn(p, a, b) || !a.boldAt && b.bold && b.boldHead && b.boldAt {
		return false
	}
	if centered(a) && centered(b) || balanced(a) && centered(b) && a.bold {
		return joinsCentered(a, b)
	}
	if centered(a) && (a.bold || shouts(a.text)) && !centered(b) || centered(b) && !full(a, b) && !breaksOff(a, b, 0.3) {
		return false
	}
	if hasMark(b) && m.startsPoint(p, a, b) {
		return false
	}
	if bothBold := a.bold && a.boldAt && b.bold && b.boldHead; bothBold && together {
		return !closes(a.text) || full(a, b)
	}
	if !indentContinues(p, a, b, next) {
		return false
	}
	if !together && closes(a.text) && !opensLower(b.text) && !firstIndented(p) {
		return false
	}
	return full(a, b) || len(p.lines) > 1 && abs(a.x1-p.lines[len(p.lines)-2].x1) < 1 && !closes(a.text) || breaksOff(a, b, 0.3)
}

// breaksOff reports whether a ends in the middle of a sentence that b takes
// up, and leaves no more than that share of its column empty.
func breaksOff(a, b *line, share float32) bool {
	return !closes(a.text) && opensLower(b.text) && !hasMark(b) && a.right-a.x1 < share*(a.right-a.left)
}

// turnsOver reports whether text can flow from a to b over the end of a column or page.
func turnsOver(a, b *line) bool {
	if a.col < 0 || b.col < 0 {
		return false
	}
	if a.page == b.page {
		return b.col == a.col+1
	}
	return b.page > a.page && b.page <= a.page+2
}

// runsOn reports whether b goes on with the paragraph although its letters
// change from bold to light: a run-in heading that ends with its line.
func runsOn(p *paragraph, a, b *line) bool {
	d := inset(b) - inset(a)
	return full(a, b) && !centered(a) && follows(a, b) && (len(p.lines) > 1 && firstIndented(p) || len(p.lines) == 1 && d < -0.7*b.size)
}

// startsPoint reports whether the line b, which begins with a mark, starts a
// block of its own rather than happening to begin with a number or letter in
// the middle of a sentence.
func (m metrics) startsPoint(p *paragraph, a, b *line) bool {
	if closes(a.text) || !full(a, b) {
		return true
	}
	first := &p.lines[0]
	if abs(inset(b)-inset(first)) < 0.6*b.size && (succeeds(markOf(first), markOf(b)) || len(p.lines) > 1 && hasMark(first) && abs(inset(a)-inset(first)) > 0.6*b.size) {
		return true
	}
	return abs(inset(b)-inset(a)) > 0.7*b.size && !(len(p.lines) == 1 && inset(b) < inset(a))
}

// inset is how far a line begins from its column's left edge.
func inset(l *line) float32 { return l.x0 - l.left }

// indentContinues reports whether b begins where a further line of p would.
func indentContinues(p *paragraph, a, b, next *line) bool {
	d := inset(b) - inset(a)
	em := 0.7 * b.size
	switch {
	case len(p.lines) > 1:
		return abs(d) <= em && !opensBlock(&p.lines[0], b, next)
	case d > em: // hanging under its mark
		return full(a, b) && (hasMark(a) || !closes(a.text)) || hasMark(a) && (a.bold && b.bold || wrapsPoint(a, b, next))
	case d < -em:
		return full(a, b)
	}
	return true
}

// wrapsPoint reports whether b is the second line of the point a, though there
// was room for its first word. After a comma and much room it may as well be
// the closing words that follow the points of a list, and is taken as them.
func wrapsPoint(a, b, next *line) bool {
	share := float32(0.35)
	if strings.HasSuffix(strings.TrimSpace(a.text), ",") {
		share = 0.1
	}
	return breaksOff(a, b, share) && !indents(b, next)
}

// opensBlock reports whether b, though it begins below the text of the point
// that first opens, is the indented first line of the closing words after it:
// its sentence runs on in a line further left.
func opensBlock(first, b, next *line) bool {
	return hasMark(first) && indents(b, next) && full(b, next) && opensLower(next.text) && !closes(b.text) && !strings.HasSuffix(b.text, ",")
}

// indents reports whether b is indented against the line after it, as the first
// line of a paragraph is.
func indents(b, next *line) bool {
	return next != nil && follows(b, next) && !hasMark(next) && inset(b)-inset(next) > 0.7*b.size
}

// firstIndented reports whether a paragraph's first line begins right of the others.
func firstIndented(p *paragraph) bool {
	return len(p.lines) > 1 && inset(&p.lines[0])-inset(&p.lines[1]) > 0.7*p.lines[0].size
}

// full reports whether a reaches so far right that the first word of b would
// not have found room behind it.
func full(a, b *line) bool {
	if abs(a.x1-b.x1) < 1 && follows(a, b) && len(a.text) > 30 {
		return true
	}
	word := firstField(b.text)
	letters := utf8.RuneCountInString(b.text)
	if letters == 0 {
		return false
	}
	width := (b.x1 - b.x0) / float32(letters) * float32(utf8.RuneCountInString(word))
	return a.right-a.x1 < width+0.8*a.size
}

func firstField(s string) string {
	s = strings.TrimLeft(s, " ")
	if i := strings.IndexFunc(s, unicode.IsSpace); i >= 0 {
		return s[:i]
	}
	return s
}

// balanced reports whether a line has as much room on its left as on its right.
func balanced(l *line) bool {
	return abs((l.x0-l.left)-(l.right-l.x1)) < 0.04*(l.right-l.left)+4
}

// centered reports whether a line is set in the middle of its column.
func centered(l *line) bool {
	return balanced(l) && inset(l) > 1.8*l.size && !isListPoint(l) && (inset(l) > 0.12*(l.right-l.left) || l.bold || shouts(l.text))
}

// joinsCentered reports whether two centred lines are one heading.
func joinsCentered(a, b *line) bool {
	return a.bold == b.bold && !endsInNumber(a.text) && !hasMark(b) && !closes(a.text) && shouts(a.text) == shouts(b.text)
}

// shouts reports whether a text has capitals and no small letters.
func shouts(s string) bool {
	upper := false
	for _, r := range s {
		if unicode.IsLower(r) {
			return false
		}
		upper = upper || unicode.IsUpper(r)
	}
	return upper
}
