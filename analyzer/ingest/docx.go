package ingest

import (
	"context"
	"errors"
	"path"
	"sort"
	"strings"

	"lacuna/analyzer/document"
	"lacuna/analyzer/message"
)

// readDOCX reads a file of Word: its paragraphs with their automatic numbers,
// notes and tables, and its tracked changes in the reading that is asked for.
func readDOCX(ctx context.Context, in input) (*document.Source, error) {
	a, err := openArchive(in.data, in.limits)
	if err != nil {
		return nil, err
	}
	d, body, err := openDOCX(ctx, a)
	if err != nil {
		return nil, err
	}
	d.tracked.reading = in.limits.Revisions
	var f flow
	d.foreign = foreignParts{a: a, in: in}
	list := d.blocks(body, nil)
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	f.write(list)
	d.leaveRunning(a, &f)
	src := f.out.Source(0)
	src.Title = d.title
	src.Left = append(src.Left, d.left...)
	d.tracked.report(src)
	src.Warnings = append(src.Warnings, d.warnings()...)
	passOver(src, largePictures(body))
	return src, nil
}

// docx is an open file of Word.
type docx struct {
	ctx       context.Context
	styles    *wordStyles
	numbers   *numbering
	footnotes map[string]*node
	endnotes  map[string]*node
	comments  map[string]*node
	noteForms [2]string // number formats of footnotes and endnotes
	noteCount [2]int
	inNote    bool // notes have none of their own
	tracked   tracked
	fields    []field
	left      []document.Left
	title     string
	folder    string // of the main part
	autoField bool   // a field counts that writes no number into the file
	main      string // name of the main part
	foreign   foreignParts
}

// openDOCX reads the parts of the file and returns its body.
func openDOCX(ctx context.Context, a *archive) (*docx, *node, error) {
	main, err := related(a, "", "officeDocument")
	if err != nil {
		return nil, nil, err
	}
	if main == "" {
		main = "word/document.xml"
	}
	root, err := a.tree(main)
	if err != nil {
		return nil, nil, err
	}
	if root.child("body") == nil {
		return nil, nil, errors.New("the file is damaged: it holds no text part of Word")
	}
	d := &docx{ctx: ctx, main: main, folder: path.Dir(main), noteForms: [2]string{"decimal", "lowerRoman"}}
	parts := map[string]*node{}
	for _, kind := range []string{"styles", "numbering", "footnotes", "endnotes", "comments", "settings"} {
		name, err := related(a, main, kind)
		if err != nil {
			return nil, nil, err
		}
		if parts[kind], err = a.tree(name); err != nil {
			return nil, nil, err
		}
	}
	d.styles = readStyles(parts["styles"])
	d.numbers = readNumbering(parts["numbering"], d.styles.listStyles())
	d.styles.numbers = d.numbers
	d.footnotes, d.endnotes, d.comments = byID(parts["footnotes"]), byID(parts["endnotes"]), byID(parts["comments"])
	d.numbers.language = languageOf(parts["styles"], parts["settings"])
	for _, n := range []*node{parts["settings"], root.child("body", "sectPr")} {
		for i, kind := range []string{"footnotePr", "endnotePr"} {
			if f := n.child(kind, "numFmt").get("val"); f != "" {
				d.noteForms[i] = f
			}
		}
	}
	if core, err := a.tree("docProps/core.xml"); err == nil {
		d.title = strings.TrimSpace(core.child("title").words())
	}
	return d, root.child("body"), nil
}

// related returns the part that a part names as its own of a kind; "" where there is none.
func related(a *archive, part, kind string) (string, error) {
	rels, err := a.tree(path.Join(path.Dir(part), "_rels", path.Base("/"+part)+".rels"))
	if part == "" {
		rels, err = a.tree("_rels/.rels")
	}
	if err != nil {
		return "", err
	}
	for _, r := range rels.all("Relationship") {
		if strings.HasSuffix(r.get("Type"), "/"+kind) && r.get("TargetMode") != "External" {
			target := r.get("Target")
			if !strings.HasPrefix(target, "/") {
				target = path.Join(path.Dir(part), target)
			}
			return cleanName(target), nil
		}
	}
	return "", nil
}

func byID(root *node) map[string]*node {
	out := map[string]*node{}
	if root != nil {
		for _, n := range root.kids {
			if n.name != "" {
				out[n.get("id")] = n
			}
		}
	}
	return out
}

// languageOf returns the language that the file's defaults name, as ISO 639-1.
// Files name one even where nobody chose it, so it only serves to write numbers in words.
func languageOf(styles, settings *node) string {
	tag := styles.child("docDefaults", "rPrDefault", "rPr", "lang").get("val")
	if tag == "" {
		tag = settings.child("themeFontLang").get("val")
	}
	code, _, _ := strings.Cut(strings.ToLower(tag), "-")
	return code
}

// leaveRunning lists the heads, feet and comments, which are no part of the text.
func (d *docx) leaveRunning(a *archive, f *flow) {
	var names []string
	for name := range a.parts {
		names = append(names, name)
	}
	sort.Strings(names)
	for _, name := range names {
		base := path.Base(name)
		kind := ""
		switch {
		case path.Dir(name) != d.folder || !strings.HasSuffix(base, ".xml"):
		case strings.HasPrefix(base, "header"):
			kind = "running head"
		case strings.HasPrefix(base, "footer"):
			kind = "running foot"
		}
		if kind == "" {
			continue
		}
		if root, err := a.tree(name); err == nil {
			f.out.Leave(kind, 0, shownText(root))
		}
	}
	ids := make([]string, 0, len(d.comments))
	for id := range d.comments {
		ids = append(ids, id)
	}
	sort.Strings(ids)
	for _, id := range ids {
		f.out.Leave("comment by "+nameOf(d.comments[id].get("author")), 0, shownText(d.comments[id]))
	}
}

// shownText joins the text of runs, with a space after each paragraph.
func shownText(n *node) string {
	var b strings.Builder
	n.walk(func(k *node) {
		switch k.name {
		case "p", "tab", "br":
			b.WriteByte(' ')
		case "t":
			b.WriteString(k.words())
		}
	})
	return b.String()
}

// warnings says what could not be shown as Word shows it.
func (d *docx) warnings() message.Sentences {
	var out message.Sentences
	var formats []string
	for f := range d.numbers.unknown {
		formats = append(formats, f)
	}
	sort.Strings(formats)
	if len(formats) > 0 {
		out = append(out, message.Say("number-format", "words", strings.Join(formats, ", ")))
	}
	if d.autoField {
		out = append(out, message.Say("auto-fields"))
	}
	if d.foreign.failed != nil {
		out = append(out, message.Say("foreign-part", "error", d.foreign.failed.Error()))
	}
	return out
}
