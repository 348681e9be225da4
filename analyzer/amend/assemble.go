package amend

import (
	"cmp"
	"slices"
	"strings"

	"lacuna/analyzer/document"
)

// assemble writes the amended text: the blocks of the law, with the edits.
func (e *editor) assemble() *document.Source {
	slices.SortStableFunc(e.edits, func(a, b edit) int { return cmp.Or(cmp.Compare(a.Start, b.Start), cmp.Compare(a.End, b.End)) })
	src := *e.law.Source
	src.Blocks, src.Pages, src.Turns, src.EmptyPages, src.Left, src.Revisions, src.Warnings = nil, nil, nil, nil, nil, nil, nil
	src.Format, src.Path, src.SHA256 = "amended", "", ""
	w := &writer{src: &src, placed: map[int]document.Span{}}
	next := 0
	whole := func(upTo int, like document.Block) {
		for ; next < len(e.edits) && e.edits[next].Start <= upTo; next++ {
			w.lines(e.edits[next], like)
		}
	}
	var inline []edit
	for _, ed := range e.edits {
		if !ed.block {
			inline = append(inline, ed)
		}
	}
	e.edits = slices.DeleteFunc(e.edits, func(ed edit) bool { return !ed.block })
	for _, b := range e.law.Blocks {
		whole(b.Start, b)
		if slices.ContainsFunc(e.edits, func(ed edit) bool { return !ed.Empty() && ed.Start <= b.Start && b.End <= ed.End }) {
			continue
		}
		w.block(e.law.Text, b, inline)
	}
	whole(len(e.law.Text), document.Block{Kind: document.Paragraph})
	src.Text = strings.Join(w.text, "\n")
	e.placed = w.placed
	return &src
}

// writer writes blocks one a line.
type writer struct {
	src    *document.Source
	text   []string
	size   int
	placed map[int]document.Span
}

// add writes one block and returns where it begins.
func (w *writer) add(b document.Block, words string) int {
	start := w.size
	b.Span = document.Span{Start: start, End: start + len(words)}
	b.Page = 0
	w.src.Blocks = append(w.src.Blocks, b)
	w.text = append(w.text, words)
	w.size = b.End + 1
	return start
}

// lines writes the new blocks of an edit.
func (w *writer) lines(e edit, like document.Block) {
	start := w.size
	for line := range strings.SplitSeq(e.text, "\n") {
		if line = strings.TrimLeft(strings.TrimSpace(line), "“«„\""); line != "" {
			w.add(document.Block{Kind: document.Paragraph, Size: like.Size}, line)
		}
	}
	w.placed[e.change] = document.Span{Start: start, End: max(start, w.size-1)}
}

// block writes a block of the law with the edits inside it.
func (w *writer) block(text string, b document.Block, edits []edit) {
	var out strings.Builder
	at := b.Start
	type place struct {
		change int
		document.Span
	}
	var places []place
	for _, e := range edits {
		if e.Start < b.Start || e.End > b.End {
			continue
		}
		out.WriteString(text[at:e.Start])
		places = append(places, place{e.change, document.Span{Start: out.Len(), End: out.Len() + len(e.text)}})
		out.WriteString(e.text)
		at = e.End
	}
	out.WriteString(text[at:b.End])
	raised := b.Raised
	b.Raised = nil
	if len(places) == 0 {
		for _, r := range raised {
			b.Raised = append(b.Raised, document.Span{Start: r.Start - b.Start + w.size, End: r.End - b.Start + w.size})
		}
	}
	start := w.add(b, out.String())
	for _, p := range places {
		w.placed[p.change] = document.Span{Start: start + p.Start, End: start + p.End}
	}
}
