package amend

import (
	"strings"

	"lacuna/analyzer/document"
	"lacuna/analyzer/lexicon"
	"lacuna/analyzer/outline"
)

// Inserted reads what an amending act puts into another act as provisions of the
// law that it would make: those that it quotes whole. Their offsets are those of
// the act's own text. What it does to single words is not in it.
func Inserted(act *document.Document, pack *lexicon.Pack) *document.Document {
	root := &document.Section{Kind: document.Root, State: document.InForce, Span: document.Span{End: len(act.Text)}}
	d := &document.Document{Source: act.Source, Root: root, Health: act.Health, Character: act.Character}
	for _, in := range Instructions(act, pack) {
		if in.Operation != Insert && in.Operation != Replace {
			continue
		}
		for _, p := range provisions(act.Source, in) {
			p.Parent = root
			root.Children = append(root.Children, p)
		}
	}
	return d
}

// provisions reads the provisions that an instruction quotes. A paragraph alone
// is one of the provision that it is put into.
func provisions(src *document.Source, in Instruction) []*document.Section {
	q := in.Quotes[len(in.Quotes)-1]
	if head.MatchString(src.Text[q.Start:q.End]) {
		if found := outline.Read(outline.Within(src, []document.Span{q})).Provisions(); len(found) > 0 {
			return found
		}
	}
	words := src.Text[q.Start:q.End]
	p := &document.Section{Kind: document.Article, State: document.InForce, Span: q, Lead: q}
	if src.Language == "en" {
		p.Kind = document.Sect
	}
	if m := head.FindStringSubmatchIndex(words); m != nil {
		p.Number, p.Mark = words[m[2]:m[3]], strings.TrimSpace(words[:m[1]])
		p.Lead.Start += m[1]
	} else if len(in.Targets) > 0 {
		p.Number = in.Targets[0]
	}
	if line, _, more := strings.Cut(src.Text[p.Lead.Start:q.End], "\n"); more && !strings.ContainsAny(lastByte(line), ".;:,") {
		p.Title = document.Span{Start: p.Lead.Start, End: p.Lead.Start + len(line)}
		p.Lead.Start = p.Title.End + 1
	}
	return []*document.Section{p}
}

func lastByte(s string) string {
	s = strings.TrimSpace(s)
	return s[max(0, len(s)-1):]
}
