package report

import (
	"io"
	"strings"

	"lacuna/analyzer/coverage"
)

func writeMarkdown(w io.Writer, r *Report, o Options) error {
	f := r.in(o)
	p := &page{w: w}
	p.putf("# %s\n\n", markdown(f.sentence(r.Checklist.Title)))
	for _, t := range r.Texts {
		p.putf("- %s\n", markdown(f.textLine(t)))
		for _, n := range f.notes(t) {
			p.putf("  - %s\n", markdown(n))
		}
		if carries := f.carries(t); carries != "" {
			p.putf("  - %s\n", markdown(carries))
		}
	}
	for _, remark := range f.remarks() {
		p.putf("\n%s\n", markdown(remark))
	}
	p.put("\n" + f.row("force", "points", "covered", "partial", "gap", "unknown") + "| --- | --: | --: | --: | --: | --: |\n")
	for _, c := range r.Counts() {
		p.putf("| %s | %s | %s | %s | %s | %s |\n", f.say("counts."+string(c.Force)), f.number(c.Of), f.number(c.Covered), f.number(c.Partial), f.number(c.Gap), f.number(c.Unknown))
	}
	p.putf("\n%s\n", f.say("caveat"))
	if note := f.say("quotes-note"); note != "" {
		p.putf("\n%s\n", note)
	}
	for _, g := range r.Groups {
		p.putf("\n## %s\n\n%s| --- | --- | --- | --- | --- |\n", markdown(f.sentence(g.Title)), f.row("point", "force", "answer", "missing", "provisions"))
		for _, it := range g.Items {
			p.putf("| %s | %s | %s | %s | %s |\n", f.itemTitle(it), f.force(it.Item),
				f.status(it.Status), markdown(f.shortfall(it)), markdown(f.provisions(it.Item)))
		}
	}
	p.putf("\n## %s\n", f.say("head.words"))
	for _, it := range r.Items() {
		p.putf("\n### %s\n\n", f.itemTitle(it))
		for _, e := range it.Elements {
			f.markdownElement(p, it, e)
		}
	}
	p.putf("\n---\n%s\n", f.made())
	return p.err
}

// row is the head of a table.
func (w *Words) row(heads ...string) string {
	out := "|"
	for _, h := range heads {
		out += " " + w.say("head."+h) + " |"
	}
	return out + "\n"
}

func (w *Words) itemTitle(it Item) string {
	return markdown(w.apart(it.ID)) + " " + markdown(w.sentence(it.Title))
}

// markdownElement writes an element with its best quote and its reasons.
func (f face) markdownElement(p *page, it Item, e coverage.Finding) {
	p.putf("- **%s**%s%s", markdown(f.elementHead(e)), f.say("colon"), f.value(e.Value))
	if why := f.absent(it, e); why != "" {
		p.putf(" (%s)", markdown(why))
	}
	p.put("\n")
	for i, ev := range e.Evidence {
		if i == 3 {
			p.putf("  - %s\n", f.count("further", len(e.Evidence)-i))
			break
		}
		p.putf("  - %s\n", markdown(f.cite(ev.Text, ev.Label, ev.Page)+f.say("colon")+f.quoted(f.together(ev))+f.narrowedBy(ev)))
	}
	for _, why := range f.reasons(e) {
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
