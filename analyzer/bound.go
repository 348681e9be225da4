package analyzer

import (
	"fmt"
	"strconv"
	"strings"

	"lacuna/analyzer/document"
	"lacuna/analyzer/lexicon"
	"lacuna/analyzer/message"
	"lacuna/analyzer/outline"
)

// Outlines reads the sections of one source, tells its language where nobody said
// it, and what kind of text it is. A file that binds several acts gives a document
// for each, as a dossier of so many files does; offsets are those of the file.
func Outlines(src *document.Source, opt Options) []*document.Document {
	note := prepare(src, opt)
	docs := acts(src, opt.Lexicons)
	h := &docs[0].Health
	h.Notes = append(h.Notes, note...)
	if len(docs) > 1 {
		tellApart(docs)
		h.Notes = append(h.Notes, bound(docs))
	}
	return docs
}

// Outline reads the sections of one source as one act, whatever its numbering.
func Outline(src *document.Source, opt Options) *document.Document {
	note := prepare(src, opt)
	doc := sections(src, opt.Lexicons)
	doc.Health.Notes = append(doc.Health.Notes, note...)
	return doc
}

// prepare tells the language of a source, leaves out what is in another, and mends
// words read in pictures. It returns what a reader must know of it.
func prepare(src *document.Source, opt Options) message.Sentences {
	all := paragraphs(src)
	language(src, all, opt)
	note := mixture(src, all, opt.Lexicons)
	alone(src, all)
	mend(src, opt.Lexicons.Pack(src.Language))
	return note
}

// bound says how many acts a file holds, and where each begins.
func bound(docs []*document.Document) message.Message {
	var parts []message.Message
	for _, d := range docs {
		name, page := strings.Join(strings.Fields(d.Title), " "), ""
		begins := d.Position(d.Blocks[0].Start)
		if begins.Page > 0 {
			page = strconv.Itoa(begins.Page)
		}
		if name == "" {
			name = d.ID
		}
		parts = append(parts, message.Say("act-begins", "name", name, "line", strconv.Itoa(begins.Line), "onpage", page))
	}
	return message.Say("acts-bound", "n", strconv.Itoa(len(docs))).With(parts...)
}

// tellApart gives the acts of one file names of their own: that with the most
// provisions keeps the file's name, the others add their place in the file: "laws#2".
func tellApart(docs []*document.Document) {
	main := 0
	for i, d := range docs {
		if len(d.Provisions()) > len(docs[main].Provisions()) {
			main = i
		}
	}
	for i, d := range docs {
		if i != main {
			d.ID = fmt.Sprintf("%s#%d", d.ID, i+1)
		}
	}
}

// acts reads the sections of each act that a source binds.
func acts(src *document.Source, lib *lexicon.Library) []*document.Document {
	var docs []*document.Document
	if len(src.Likely) > 0 {
		for _, act := range outline.Acts(src) {
			docs = append(docs, sections(act, lib))
		}
		return docs
	}
	docs = outline.ReadActs(src)
	for _, doc := range docs {
		outline.Inspect(doc, lib)
	}
	return docs
}

// sections reads the sections of a source; where it was read in pictures, those of what
// stands on the paper most likely.
func sections(src *document.Source, lib *lexicon.Library) *document.Document {
	if len(src.Likely) == 0 {
		doc := outline.Read(src)
		outline.Inspect(doc, lib)
		return doc
	}
	mended, at := src.Copy()
	doc := outline.Read(mended)
	outline.Inspect(doc, lib)
	doc.Restore(src, at)
	return doc
}
