package report

import (
	"cmp"
	_ "embed"
	"html/template"
	"io"
	"strings"
	"unicode/utf8"

	"lacuna/analyzer/coverage"
)

//go:embed report.html.tmpl
var pageTemplate string

// pageFuncs are the words and helpers that the templates of a report use.
func (f face) pageFuncs() template.FuncMap {
	return template.FuncMap{
		"say":      func(key string, args ...string) string { return f.say(key, args...) },
		"sentence": f.sentence, "apart": f.apart, "count": f.Words.count, "figure": f.number,
		"status": f.status, "value": f.value, "force": f.force, "shortfall": f.shortfall, "point": f.point,
		"provisions": f.provisions,
		"textline":   f.textLine, "notes": f.notes,
		"carries": f.carries, "remarks": f.remarks,
		"absent":      f.absent,
		"confidence":  f.confidence,
		"decision":    func(code string) string { return f.known("decision", code) },
		"sought":      f.sought,
		"elementhead": f.elementHead,
		"reasons":     f.reasons, "tried": f.tried, "narrowed": f.narrowed, "whynot": f.whyNot,
		"cite":      f.cite,
		"passage":   f.passage,
		"language":  f.language,
		"direction": func(text string) string { return direction(f.language(text)) },
		"anchor":    anchor,
		"join":      f.list,
		"trail":     func(s []string) string { return strings.Join(s, " › ") },
		"quoted":    func(s string) string { return f.say("quote", "words", flat(s)) },
		"colon":     func() string { return f.say("colon") },
		"code":      func() string { return f.Words.Language },
		"made":      f.made,
		"way":       f.Direction,
	}
}

func writeHTML(w io.Writer, r *Report, o Options) error {
	f := r.in(o)
	t, err := template.New("report").Funcs(f.pageFuncs()).Parse(pageTemplate)
	if err != nil {
		return err
	}
	return t.Execute(w, r)
}

// run is a stretch of a passage: words of the evidence, or what stands around them.
type run struct {
	Words string
	Proof bool
}

// around is how many bytes are shown before and after the words of the evidence.
const around = 160

// passage gives the words of the evidence with those around them.
func (r *Report) passage(e coverage.Evidence) []run {
	pieces := e.Spans
	if len(pieces) == 0 {
		pieces = []coverage.Piece{{Start: e.Start, End: e.End, Quote: e.Quote}}
	}
	last := pieces[len(pieces)-1]
	var out []run
	if src := r.sources[cmp.Or(pieces[0].Text, e.Text)]; src != nil && pieces[0].Start <= len(src.Text) {
		out = append(out, run{before(src.Text[:pieces[0].Start]), false})
	}
	for i, p := range pieces {
		if i > 0 {
			out = append(out, run{r.between(e.Text, pieces[i-1], p), false})
		}
		out = append(out, run{lined(p.Quote), true})
	}
	if src := r.sources[cmp.Or(last.Text, e.Text)]; src != nil && last.End <= len(src.Text) {
		out = append(out, run{after(src.Text[last.End:]), false})
	}
	return out
}

// before returns the last words of s.
func before(s string) string {
	if len(s) > around {
		s = s[len(s)-around:]
		for len(s) > 0 && !utf8.RuneStart(s[0]) {
			s = s[1:]
		}
		if _, rest, ok := strings.Cut(s, " "); ok {
			s = rest
		}
		s = "… " + s
	}
	return lined(s) + tail(s)
}

// after returns the first words of s.
func after(s string) string {
	glue := ""
	if strings.HasPrefix(s, " ") || strings.HasPrefix(s, "\n") {
		glue = s[:1]
	}
	if len(s) > around {
		s = s[:around]
		for len(s) > 0 && !utf8.ValidString(s) {
			s = s[:len(s)-1]
		}
		if i := strings.LastIndexByte(s, ' '); i > 0 {
			s = s[:i]
		}
		s += " …"
	}
	return glue + lined(s)
}

// lined keeps the lines of a quote, without blank ones, and single blanks.
func lined(s string) string {
	var out []string
	for l := range strings.Lines(s) {
		if l = flat(l); l != "" {
			out = append(out, l)
		}
	}
	return strings.Join(out, "\n")
}

// tail is the blank or line end at which s stops.
func tail(s string) string {
	if strings.HasSuffix(s, "\n") {
		return "\n"
	}
	if strings.HasSuffix(s, " ") {
		return " "
	}
	return ""
}

// language returns the language of a text, empty where it is not known.
func (r *Report) language(text string) string {
	for _, t := range r.Texts {
		if t.ID == text {
			return t.Language
		}
	}
	return ""
}

// anchor makes an id of an item and element that is safe in an address.
func anchor(parts ...string) string { return "p-" + strings.Join(parts, "--") }
