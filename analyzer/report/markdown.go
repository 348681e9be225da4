package report

import (
	"io"
	"strings"

	"lacuna/analyzer/coverage"
)

func writeMarkdown(w io.Writer, r *Report, o Options) error {
	p := &page{w: w}
	p.putf("# %s\n\n", markdown(r.Checklist.Title))
	for _, t := range r.Texts {
		p.putf("- %s\n", markdown(textLine(t)))
		for _, n := range t.Health.Notes {
			p.putf("  - %s\n", markdown(n))
		}
		if carries := r.carries(t); carries != "" {
			p.putf("  - %s\n", markdown(carries))
		}
	}
	if lacks := r.notGiven(); lacks != "" {
		p.putf("\n%s\n", markdown(lacks))
	}
	p.put("\n| Force | Points | Covered | Partial | Not found | Unknown |\n| --- | --: | --: | --: | --: | --: |\n")
	for _, c := range r.Counts() {
		p.putf("| %s | %d | %d | %d | %d | %d |\n", c.Name, c.Of, c.Covered, c.Partial, c.Gap, c.Unknown)
	}
	p.putf("\n%s\n", caveat)
	for _, g := range r.Groups {
		p.putf("\n## %s\n\n| Point | Force | Answer | Missing or narrower | Provisions |\n| --- | --- | --- | --- | --- |\n", markdown(g.Title))
		for _, it := range g.Items {
			p.putf("| %s %s | %s | %s | %s | %s |\n", markdown(it.ID), markdown(it.Title), forceWords(it.Item),
				statusWords[it.Status], markdown(shortfall(it)), markdown(r.provisions(it.Item)))
		}
	}
	p.put("\n## The words it rests on\n")
	for _, it := range r.Items() {
		p.putf("\n### %s %s\n\n", markdown(it.ID), markdown(it.Title))
		for _, f := range it.Elements {
			r.markdownElement(p, it, f)
		}
	}
	p.putf("\n---\n%s %s, checklist %s version %s (sha256 %s)\n", r.Tool.Name, r.Tool.Version, r.Checklist.ID, r.Checklist.Version, r.Checklist.SHA256)
	return p.err
}

// markdownElement writes an element with its best quote and its reasons.
func (r *Report) markdownElement(p *page, it Item, f coverage.Finding) {
	p.putf("- **%s**: %s", markdown(f.ID), valueWords[f.Value])
	if why := absent(it, f); why != "" {
		p.putf(" (%s)", markdown(why))
	}
	p.put("\n")
	for i, e := range f.Evidence {
		if i == 3 {
			p.putf("  - %s\n", plural(len(f.Evidence)-i, "further place"))
			break
		}
		p.putf("  - %s\n", markdown(r.cite(e.Text, e.Label, e.Page)+": "+quoted(r.together(e))+narrowedBy(e)))
	}
	for _, why := range f.Reasons {
		p.putf("  - %s\n", markdown(why))
	}
}

// markdown makes words safe inside a line or a cell: one line, and no letter
// that Markdown or HTML would act on.
func markdown(s string) string {
	var out strings.Builder
	for _, r := range flat(s) {
		if strings.ContainsRune("\\`*_[]<>|#~", r) {
			out.WriteByte('\\')
		}
		out.WriteRune(r)
	}
	return out.String()
}
