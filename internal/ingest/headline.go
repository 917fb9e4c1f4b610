package ingest

import (
	"slices"
	"strings"

	"golang.org/x/net/html"
)

// headline is the heading of first level that a reader of the page takes for
// the report's: the one that the title repeats or begins with, else the only
// one inside the article. It is empty if there is none.
func headline(root *html.Node, title string) string {
	var inside []string
	for n := range root.Descendants() {
		if n.Type != html.ElementNode || n.Data != "h1" {
			continue
		}
		h := strings.Join(blocks(n), " ")
		if h == "" {
			continue
		}
		if title == h || strings.HasPrefix(title, h+" ") {
			return h
		}
		if within(n, "article") || within(n, "main") {
			inside = append(inside, h)
		}
	}
	if len(inside) == 1 {
		return inside[0]
	}
	return ""
}

func within(n *html.Node, tag string) bool {
	for p := range n.Ancestors() {
		if p.Data == tag {
			return true
		}
	}
	return false
}

// withHeadline puts the headline before the blocks, unless it stands among
// the first of them already; there it is kept once.
func withHeadline(blocks []string, headline string) []string {
	if headline == "" {
		return blocks
	}
	first := min(len(blocks), 3)
	rest := slices.DeleteFunc(slices.Clone(blocks[:first]), func(b string) bool {
		return strings.EqualFold(line(b), headline)
	})
	return slices.Concat([]string{headline}, rest, blocks[first:])
}
