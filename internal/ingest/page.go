package ingest

import (
	"golang.org/x/net/html"
)

// page is a saved page while its report is looked for.
type page struct {
	root     *html.Node
	headline *html.Node // of the report; nil if the page shows none
	// kept are the elements around the headline or an element named as the
	// body of a report. Sites name whole pages by what is on them
	// ("has-sidebar"): no name makes furniture of these.
	kept map[*html.Node]bool
}

func newPage(root *html.Node, title, outlet string) *page {
	p := &page{root: root, headline: headline(root, title, outlet), kept: map[*html.Node]bool{}}
	p.keep(p.headline)
	for n := range root.Descendants() {
		if n.Type == html.ElementNode && isBody(n) {
			p.keep(n)
		}
	}
	return p
}

func (p *page) keep(n *html.Node) {
	for ; n != nil && !p.kept[n]; n = n.Parent {
		p.kept[n] = true
	}
}

// visit calls f with the elements under n, in order of the page, as long as f
// says to go into them.
func visit(n *html.Node, f func(*html.Node) bool) {
	for c := range n.ChildNodes() {
		if c.Type == html.ElementNode && f(c) {
			visit(c, f)
		}
	}
}

// within reports whether n is inside an element of this name.
func within(n *html.Node, tag string) bool {
	for p := range n.Ancestors() {
		if p.Data == tag {
			return true
		}
	}
	return false
}

// holds reports whether m is n or inside it.
func holds(n, m *html.Node) bool {
	for ; m != nil; m = m.Parent {
		if m == n {
			return true
		}
	}
	return false
}

// down is the node that follows n in the order of the page, after the one
// that follows all of n; both are nil at the end.
func down(n *html.Node) *html.Node {
	if n.FirstChild != nil {
		return n.FirstChild
	}
	return after(n)
}

func after(n *html.Node) *html.Node {
	for ; n != nil; n = n.Parent {
		if n.NextSibling != nil {
			return n.NextSibling
		}
	}
	return nil
}
