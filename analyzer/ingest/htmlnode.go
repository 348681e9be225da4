package ingest

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"lacuna/analyzer/ingest/lazy"
)

// ownMark matches an item that writes its own mark: (a), a), 1., –.
var ownMark = lazy.Pattern(`^(?:\([\p{L}\d]{1,5}\)|[\p{L}\d]{1,4}\)|\d{1,4}(?:\.\d+)*\p{L}{0,2}\.|\d{1,4}\s?[°º]|\p{L}\.|[IVXLC]+\s?[.\-–]|[–—•\-]\s)`)

// attr returns the value of an attribute, "" where it is missing.
func attr(n *html.Node, key string) string {
	if n == nil {
		return ""
	}
	for _, a := range n.Attr {
		if a.Key == key {
			return a.Val
		}
	}
	return ""
}

func hasAttr(n *html.Node, key string) bool {
	for _, a := range n.Attr {
		if a.Key == key {
			return true
		}
	}
	return false
}

func anchorOf(n *html.Node) string {
	if id := attr(n, "id"); id != "" {
		return id
	}
	if n.DataAtom == atom.A {
		return attr(n, "name")
	}
	return ""
}

// nests reports whether elements stand deeper inside each other than a limit.
func nests(n *html.Node, limit int) bool {
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		if limit <= 0 || nests(c, limit-1) {
			return true
		}
	}
	return false
}

// styleText joins the style sheets inside a page.
func styleText(root *html.Node) string {
	var b strings.Builder
	for n := range root.Descendants() {
		if n.DataAtom == atom.Style && n.FirstChild != nil {
			b.WriteString(n.FirstChild.Data + "\n")
		}
	}
	return b.String()
}

// innerText joins all text below a node.
func innerText(n *html.Node) string {
	var b strings.Builder
	var walk func(*html.Node)
	walk = func(n *html.Node) {
		if n.Type == html.TextNode {
			b.WriteString(n.Data)
		}
		if skipped[n.DataAtom] {
			return
		}
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			walk(c)
		}
	}
	walk(n)
	return b.String()
}

func titleOf(head *html.Node) string {
	for c := head.FirstChild; c != nil; c = c.NextSibling {
		if c.DataAtom == atom.Title && c.FirstChild != nil {
			return c.FirstChild.Data
		}
	}
	return ""
}

// isDataRow reports whether a row of a table holds data, not a part of the
// page's layout: at least two cells, none with paragraphs, headings, lists or
// tables in it, and none as long as running text.
func isDataRow(tr *html.Node) bool {
	cells := 0
	for c := tr.FirstChild; c != nil; c = c.NextSibling {
		if c.Type != html.ElementNode {
			continue
		}
		cells++
		if paragraphs(c) > 1 || len(innerText(c)) > 2000 {
			return false
		}
	}
	return cells >= 2
}

// paragraphs counts the block elements below a node; one of a structural kind
// counts as many.
func paragraphs(n *html.Node) int {
	count := 0
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		switch c.DataAtom {
		case atom.P, atom.Div:
			count++
		case atom.Table, atom.Ul, atom.Ol, atom.Dir, atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6:
			count += 2
		}
		count += paragraphs(c)
	}
	return count
}
