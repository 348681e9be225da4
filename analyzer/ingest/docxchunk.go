package ingest

import (
	"context"
	"errors"
	"path"

	"lacuna/analyzer/document"
)

// foreignParts are the parts of a file of Word in other formats: HTML, RTF,
// plain text, or whole files of Word.
type foreignParts struct {
	a      *archive
	in     input
	failed error // why one of them could not be read
}

// altChunk reads the part of a relation, whose text Word puts in.
func (d *docx) altChunk(relation string) []*para {
	src, err := d.foreignText(relation)
	if err != nil {
		d.foreign.failed = err
		return nil
	}
	d.left = append(d.left, src.Left...)
	var out []*para
	for _, b := range src.Blocks {
		p := &para{block: document.Block{Kind: b.Kind, Level: b.Level, Indent: b.Indent, Center: b.Center}}
		at := b.Start
		for _, raised := range append(b.Raised, document.Span{Start: b.End, End: b.End}) {
			p.runs = append(p.runs, run{text: src.Text[at:raised.Start], bold: b.Bold, italic: b.Italic},
				run{text: src.Text[raised.Start:raised.End], bold: b.Bold, italic: b.Italic, raised: true})
			at = raised.End
		}
		out = append(out, p)
	}
	return out
}

func (d *docx) foreignText(relation string) (*document.Source, error) {
	rels, err := d.foreign.a.tree(path.Join(d.folder, "_rels", path.Base(d.main)+".rels"))
	if err != nil {
		return nil, err
	}
	for _, r := range rels.all("Relationship") {
		if r.get("Id") != relation || r.get("TargetMode") == "External" {
			continue
		}
		data, err := d.foreign.a.read(cleanName(path.Join(d.folder, r.get("Target"))))
		if err != nil {
			return nil, err
		}
		limits := d.foreign.in.limits
		limits.Unpacked = d.foreign.a.room
		return readForeign(d.ctx, input{data: data, limits: limits})
	}
	return nil, errors.New("it is not there")
}

// readForeign reads text of the kinds that Word puts into its own.
func readForeign(ctx context.Context, in input) (*document.Source, error) {
	switch {
	case isMHTML(in.data):
		return readMHTML(ctx, in)
	case zipKind(in.data) == "docx":
		return readDOCX(ctx, in)
	case magic("{\\rtf")(in.data):
		return readRTF(ctx, in)
	case isHTML(in.data):
		return readHTML(ctx, in)
	case isBinary(in.data) || isImage(in.data):
		return nil, errors.New("it is of no kind that Word puts in")
	}
	return readText(ctx, in)
}
