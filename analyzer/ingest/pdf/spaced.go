package pdf

import (
	"slices"
	"unicode"
)

// A letter-spaced word shows itself by so many gaps in a row between letters
// that stand alone, and by so many letters to a word on average.
const (
	spacedGaps    = 4
	spacedLetters = 2.5
)

// gapRun is a run of glyphs, each of which stands apart from the one before.
type gapRun struct {
	glyphs []*glyph  // without the first
	gaps   []float32 // before each, as a share of its size
	opens  bool      // the row begins with its first letter
	from   int       // the first gap between two letters that stand alone
	to     int       // after the last one
}

// letterSpaced returns the glyphs of a row that only letter-spacing parts from
// the one before: headings are often set so ("A r t i c l e  1").
func letterSpaced(cs []chunk) map[*glyph]bool {
	if !mayBeSpaced(cs) {
		return nil
	}
	var out map[*glyph]bool
	runs := gapRuns(cs)
	upTo := float32(0)
	for _, r := range runs {
		upTo = max(upTo, r.spacing())
	}
	for _, r := range runs {
		for i, gap := range r.gaps {
			if gap <= upTo && (len(r.gaps) > 1 || r.opens) {
				if out == nil {
					out = map[*glyph]bool{}
				}
				out[r.glyphs[i]] = true
			}
		}
	}
	return out
}

// wordGap is the share of a letter's size from which a gap may part words.
const wordGap = 0.12

// mayBeSpaced reports whether as many letters as a letter-spaced word has follow
// each other in a row with gaps between all of them.
func mayBeSpaced(cs []chunk) bool {
	end, gaps := float32(0), 0
	for i := range cs {
		for k := range cs[i].glyphs {
			g := &cs[i].glyphs[k]
			if blank(g.text) {
				continue
			}
			if g.x-end < wordGap*g.size {
				gaps = 0
			} else if gaps++; gaps > spacedGaps {
				return true
			}
			end = g.x + g.w
		}
	}
	return false
}

// gapRuns lists the runs of a row.
func gapRuns(cs []chunk) []gapRun {
	var out []gapRun
	var r gapRun
	var first, prev *glyph
	tight := false // whether prev stands against the glyph before it
	end := func(joined bool) {
		if r.to = len(r.gaps); joined {
			r.to--
		}
		if len(r.gaps) > 0 {
			out = append(out, r)
		}
		r = gapRun{}
	}
	for i := range cs {
		for k := range cs[i].glyphs {
			g := &cs[i].glyphs[k]
			if blank(g.text) {
				continue
			}
			if prev != nil {
				gap := (g.x - prev.x - prev.w) / g.size
				if gap < wordGap || gap > 3 || abs(g.size-prev.size) > 0.1*g.size {
					tight = gap < wordGap
					end(tight)
				} else {
					if len(r.gaps) == 0 && tight {
						r.from = 1
					}
					r.opens = r.opens || first == prev
					r.glyphs, r.gaps = append(r.glyphs, g), append(r.gaps, gap)
				}
			}
			if prev = g; first == nil {
				first = g
			}
		}
	}
	end(false)
	return out
}

// spacing returns the width up to which the gaps of a run part letters and not
// words; 0 where its letters are words of their own.
func (r gapRun) spacing() float32 {
	if r.to-r.from < spacedGaps {
		return 0
	}
	sorted := slices.Sorted(slices.Values(r.gaps[r.from:r.to]))
	upTo := 1.5*sorted[len(sorted)/4] + 0.08
	inside, _ := slices.BinarySearch(sorted, upTo)
	words := len(sorted) - inside + 1
	if inside < spacedGaps || float64(len(sorted)+1) < spacedLetters*float64(words) || !mostlyLetters(r.glyphs) {
		return 0
	}
	return upTo
}

// mostlyLetters reports whether a run of glyphs is more than a row of figures.
func mostlyLetters(run []*glyph) bool {
	n := 0
	for _, g := range run {
		if unicode.IsLetter(firstRune(g.text)) {
			n++
		}
	}
	return n*2 > len(run)
}
