package ingest

import (
	"context"
	"errors"
	"net/url"
	"path"
	"strings"

	"lacuna/analyzer/document"
)

// readEPUB reads an electronic book: its pages of HTML in the order of its spine.
func readEPUB(ctx context.Context, in input) (*document.Source, error) {
	a, err := openArchive(in.data, in.limits)
	if err != nil {
		return nil, err
	}
	container, err := a.tree("META-INF/container.xml")
	if err != nil {
		return nil, err
	}
	main := cleanName(container.find("rootfile").get("full-path"))
	book, err := a.tree(main)
	if err != nil {
		return nil, err
	}
	pages := spine(book, path.Dir(main))
	if len(pages) == 0 {
		return nil, errors.New("the book is damaged: it does not say which pages it has")
	}
	w := newHTMLWriter(ctx, in.limits)
	for _, name := range pages {
		data, err := a.read(name)
		if err != nil {
			return nil, err
		}
		if err := w.read(data); err != nil {
			return nil, err
		}
	}
	src := w.source()
	if title := book.child("metadata", "title"); title != nil {
		src.Title = strings.Join(strings.Fields(title.words()), " ")
	}
	if language := isoLanguage(book.child("metadata", "language").words()); language != "" {
		src.Language = language
	}
	return src, ctx.Err()
}

// spine lists the pages of a book in reading order, without its contents page.
func spine(book *node, folder string) []string {
	names := map[string]string{}
	for _, item := range book.child("manifest").all("item") {
		if href, err := url.PathUnescape(item.get("href")); err == nil && !strings.Contains(item.get("properties"), "nav") {
			names[item.get("id")] = cleanName(path.Join(folder, href))
		}
	}
	var out []string
	for _, ref := range book.child("spine").all("itemref") {
		if name := names[ref.get("idref")]; name != "" && ref.get("linear") != "no" {
			out = append(out, name)
		}
	}
	return out
}
