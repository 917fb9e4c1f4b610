package ingest

import (
	"net/url"
	"slices"
	"strings"

	"golang.org/x/net/html"
)

// headline is the heading that a reader of the page takes for the report's:
// of those of first level the one that the title repeats or begins with, else
// one of second level that it repeats, else the only one of first level in the
// article, else the only one of the page. A heading that leads to the site's
// front page, or has its name, is not the report's. Nil if there is none.
func headline(root *html.Node, title, site string) *html.Node {
	var first, inside []*html.Node
	var second *html.Node
	for n := range root.Descendants() {
		if n.Type != html.ElementNode || n.Data != "h1" && n.Data != "h2" {
			continue
		}
		h := textOf(n)
		switch {
		case h == "" || h == site || leadsHome(n):
		case n.Data == "h2":
			if h == title && second == nil {
				second = n
			}
		case title == h || strings.HasPrefix(title, h+" "):
			return n
		default:
			first = append(first, n)
			if within(n, "article") || within(n, "main") {
				inside = append(inside, n)
			}
		}
	}
	switch {
	case second != nil:
		return second
	case len(inside) == 1:
		return inside[0]
	case len(first) == 1:
		return first[0]
	}
	return nil
}

// leadsHome reports whether a link in n leads to the front page of its site.
func leadsHome(n *html.Node) bool {
	for a := range n.Descendants() {
		if a.Type != html.ElementNode || a.Data != "a" {
			continue
		}
		if u, err := url.Parse(attr(a, "href")); err == nil && attr(a, "href") != "" && (u.Path == "/" || u.Path == "" && u.Host != "") {
			return true
		}
	}
	return false
}

// withHeadline puts the headline before the blocks, unless it stands among
// the first of them already; there it is kept once.
func withHeadline(blocks []string, headline string) []string {
	first := min(len(blocks), 3)
	rest := slices.DeleteFunc(slices.Clone(blocks[:first]), func(b string) bool {
		return strings.EqualFold(line(b), headline)
	})
	return slices.Concat([]string{headline}, rest, blocks[first:])
}
