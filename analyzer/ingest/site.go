package ingest

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// siteRoles are the roles of what belongs to a web site and not to its page.
var siteRoles = map[string]bool{"navigation": true, "banner": true, "contentinfo": true, "search": true, "menu": true, "menubar": true}

// siteNames are classes and ids that sites give to such parts.
var siteNames = map[string]bool{
	"nav": true, "navbar": true, "navigation": true, "menu": true, "mainmenu": true, "main-menu": true, "topnav": true, "breadcrumb": true,
	"breadcrumbs": true, "footer": true, "site-footer": true, "page-footer": true, "site-header": true, "sidebar": true, "skip-link": true,
	"skiplink": true, "skip": true, "skip-nav": true, "cookie": true, "cookies": true, "cookie-banner": true, "pager": true, "pagination": true,
	"share": true, "social": true, "toolbar": true,
}

// siteShare is the share of a page's letters that a part of the site may have
// at most: where a menu is the page, it is its text.
const siteShare = 0.2

// isSite reports whether an element is a menu, a head or a foot of the web
// site: it says so by its role or its name, it is small, and what only its
// name gives away is mostly links.
func (w *htmlWriter) isSite(n *html.Node) bool {
	named := siteRoles[strings.ToLower(attr(n, "role"))]
	loose := n.DataAtom == atom.Header || n.DataAtom == atom.Footer || n.DataAtom == atom.Aside
	for _, name := range strings.Fields(strings.ToLower(attr(n, "class") + " " + attr(n, "id"))) {
		loose = loose || siteNames[name]
	}
	if !named && !loose || n.DataAtom == atom.Body || n.DataAtom == atom.Html || holdsMain(n) {
		return false
	}
	letters := len(innerText(n))
	if float64(letters) > siteShare*float64(w.size) {
		return false
	}
	return named || n.DataAtom == atom.Footer && !inside(n, atom.Article, atom.Main, atom.Section) || linked(n)*2 >= letters && letters > 0
}

// inside reports whether an element stands in one of those.
func inside(n *html.Node, kinds ...atom.Atom) bool {
	for n = n.Parent; n != nil; n = n.Parent {
		for _, k := range kinds {
			if n.DataAtom == k {
				return true
			}
		}
	}
	return false
}

// holdsMain reports whether the main part of a page stands in an element.
func holdsMain(n *html.Node) bool {
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		if c.DataAtom == atom.Main || c.DataAtom == atom.Article || holdsMain(c) {
			return true
		}
	}
	return false
}

// linked counts the letters of links below a node.
func linked(n *html.Node) int {
	if n.DataAtom == atom.A && hasAttr(n, "href") {
		return len(innerText(n))
	}
	sum := 0
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		sum += linked(c)
	}
	return sum
}
