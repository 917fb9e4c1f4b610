package ingest

import (
	"slices"
	"strings"

	"golang.org/x/net/html"
)

// A page may be small and its tree large, and some questions are asked of each
// element with all that it holds. The limits bound both. They were found by
// measuring: of a thousand saved pages half weigh less than 6,000 nodes, one in
// a hundred more than 25,000 and one in all more than the limit; the deepest
// has 43 levels. Within the limits the slowest page built on purpose, 15 MB of
// class names, takes two seconds, any of 1 MB a tenth of that.
const (
	maxNodes = 60_000    // elements, texts and attributes of the tree
	maxDepth = 128       // nodes from the document down
	maxWords = 512 << 10 // bytes of text outside scripts and styles: ten long reports
	maxValue = 2 << 10   // bytes of an attribute: longer ones are pictures
)

// parse builds the tree of a page, unless it would be too large. Overlong
// attributes are left out.
func parse(source string) (*html.Node, error) {
	if weigh(source) > maxNodes {
		return nil, fault(adviceHTML, "the page has more than %d elements", maxNodes)
	}
	root, err := html.Parse(strings.NewReader(source))
	if err != nil {
		return nil, fault(adviceHTML, "the page cannot be parsed: %v", err)
	}
	if d := depth(root); d > maxDepth {
		return nil, fault(adviceHTML, "the page has elements nested %d deep, more than %d", d, maxDepth)
	}
	words := 0
	for n := range root.Descendants() {
		if n.Type == html.TextNode && !raw[n.Parent.Data] {
			words += len(n.Data)
		}
		n.Attr = slices.DeleteFunc(n.Attr, func(a html.Attribute) bool { return len(a.Val) > maxValue })
	}
	if words > maxWords {
		return nil, fault(adviceHTML, "the page has %d bytes of text, more than the %d of a report", words, maxWords)
	}
	return root, nil
}

// depth is the number of nodes on the longest way down from n.
func depth(n *html.Node) int {
	deepest := 0
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		deepest = max(deepest, depth(c))
	}
	return deepest + 1
}

// formatting are the elements that the parser opens again in every block
// until they are closed (WHATWG HTML, 13.2.4.3): a few hundred of them left
// open multiply every tag that follows.
var formatting = map[string]bool{
	"a": true, "b": true, "big": true, "code": true, "em": true, "font": true, "i": true, "nobr": true,
	"s": true, "small": true, "strike": true, "strong": true, "tt": true, "u": true,
}

// weigh bounds the number of nodes and attributes that the tree of source
// will have from above, without building it. It stops past maxNodes.
func weigh(source string) int {
	z := html.NewTokenizer(strings.NewReader(source))
	open := map[string]int{}
	weight, reopened, attrs := 0, 0, 0
	for weight <= maxNodes {
		kind := z.Next()
		if kind == html.ErrorToken {
			break
		}
		weight += 1 + reopened
		if kind != html.StartTagToken && kind != html.EndTagToken && kind != html.SelfClosingTagToken {
			continue
		}
		name, more := z.TagName()
		tag := string(name)
		for more {
			_, _, more = z.TagAttr()
			weight++
			attrs++
		}
		switch {
		case tag == "html" || tag == "body": // a second one is merged, attribute by attribute
			weight += attrs
		case !formatting[tag]:
		case kind == html.EndTagToken && open[tag] > 0:
			open[tag]--
			reopened--
		case kind != html.EndTagToken && (tag != "a" || open[tag] == 0): // links do not nest
			open[tag]++
			reopened++
		}
	}
	return weight
}

// raw are the elements whose content no reader of the page sees as text.
var raw = map[string]bool{
	"script": true, "style": true, "noscript": true, "template": true, "iframe": true, "object": true,
	"embed": true, "svg": true, "math": true, "canvas": true, "noframes": true, "noembed": true,
	"textarea": true, "select": true, "audio": true, "video": true,
}

// prune takes raw elements and comments out of the tree.
func prune(n *html.Node) {
	for c := n.FirstChild; c != nil; {
		next := c.NextSibling
		if c.Type == html.CommentNode || c.Type == html.ElementNode && unseen(c) {
			n.RemoveChild(c)
		} else {
			prune(c)
		}
		c = next
	}
}

// unseen reports whether no reader of the page sees what the element holds. A
// title is seen in the head only.
func unseen(n *html.Node) bool {
	return raw[n.Data] || n.Data == "title" && n.Parent.Data != "head"
}
