package report

import (
	"regexp"
	"strings"
	"unicode"
)

// A run of letters that are read the other way is set apart by isolates, so that
// it leaves the order of what stands around it alone. Text stays in the order in
// which it is read; the terminal or the browser lays it out.
const (
	isolate    = "\u2068" // first strong isolate
	popIsolate = "\u2069"
)

// direction is how a language runs.
func direction(language string) string {
	switch language {
	case "ar", "fa", "he", "ur", "ps", "ckb", "dv", "yi", "ug", "sd":
		return "rtl"
	}
	return "ltr"
}

// Direction is how the language of the words runs: ltr or rtl.
func (w *Words) Direction() string { return direction(w.Language) }

// apart sets a run apart where it runs the other way than the words around it, or
// where, among words from right to left, it is a number with signs: "640(1)".
func (w *Words) apart(run string) string {
	other := strings.ContainsFunc(run, rightToLeft)
	if w.Direction() == "rtl" {
		other = strings.ContainsFunc(run, leftToRight) || signed.MatchString(run)
	}
	if run == "" || !other {
		return run
	}
	return isolate + run + popIsolate
}

// signed is a number with signs around or inside it.
var signed = regexp.MustCompile(`\pN[^\pL\pN\s]|[^\pL\pN\s]\pN`)

func rightToLeft(r rune) bool {
	return unicode.In(r, unicode.Arabic, unicode.Hebrew, unicode.Syriac, unicode.Thaana, unicode.Nko) && unicode.IsLetter(r)
}

func leftToRight(r rune) bool {
	return unicode.IsLetter(r) && !rightToLeft(r)
}

// balanced closes the isolates that are open at the end of a line, and says what
// opens them again on the next: a line end ends every isolate.
func balanced(line string) (closing, opening string) {
	open := max(0, strings.Count(line, isolate)-strings.Count(line, popIsolate))
	return strings.Repeat(popIsolate, open), strings.Repeat(isolate, open)
}

// bare takes isolates out again, for files that programs read.
func bare(s string) string { return strings.NewReplacer(isolate, "", popIsolate, "").Replace(s) }
