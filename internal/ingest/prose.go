package ingest

import (
	"golang.org/x/net/html"
)

// leastProse is the length, in runes, from which a block reads like a
// paragraph of a report; labels and items of lists are mostly shorter.
const leastProse = 40

// weights is how many runes of prose the elements of a page hold, their
// descendants' included.
type weights map[*html.Node]int

// weighProse weighs the blocks under root that have at least so many runes of
// their own and do not lead elsewhere.
func weighProse(root *html.Node, least int) weights {
	w := weights{}
	for _, b := range blocks(root) {
		own := b.own()
		if own < least || b.leads() {
			continue
		}
		for n := b.at; n != nil; n = n.Parent {
			w[n] += own
		}
	}
	return w
}

// heaviest is the first of the elements with most prose among those that fit,
// nil if none of them has any.
func (w weights) heaviest(root *html.Node, fits func(*html.Node) bool) *html.Node {
	var best *html.Node
	for n := range root.Descendants() {
		if n.Type == html.ElementNode && w[n] > w[best] && fits(n) {
			best = n
		}
	}
	return best
}

// child is the child of n with more than this much prose, nil if there is
// none. A paragraph is no place for paragraphs.
func (w weights) child(n *html.Node, least int) *html.Node {
	for c := range n.ChildNodes() {
		if w[c] > least && c.Data != "p" {
			return c
		}
	}
	return nil
}
