package ingest

import (
	"slices"
	"strings"
	"unicode"

	"golang.org/x/net/html"
)

// mainText gives the headline and the paragraphs of the report with their
// headings, lists and tables; the tree has less in it afterwards. What the
// page calls furniture goes first, then the element with the prose is looked
// for, then what leads away from the report is left out of it. A page without
// one longer paragraph may still be a short notice.
func (p *page) mainText() ([]string, error) {
	p.strip()
	prose := weighProse(p.root, leastProse)
	if prose[p.root] == 0 {
		prose = weighProse(p.root, 1)
	}
	body := prose.body(p.root)
	var out []string
	for _, b := range slices.Concat(p.standfirst(body), tidy(blocks(body))) {
		out = append(out, b.text)
	}
	switch {
	case len(out) == 0:
		return nil, fault(adviceHTML, "the page has no main text")
	case p.headline == nil:
		return out, nil
	}
	return withHeadline(out, textOf(p.headline)), nil
}

// body is the element that holds the main text of a stripped tree: one that
// says so and has half of the prose or more, else the smallest one with four
// fifths of it. Over a thousand saved pages either share may move by a fifth
// without a change that matters.
func (w weights) body(root *html.Node) *html.Node {
	for _, says := range []func(*html.Node) bool{isBody, isArticle, isMain} {
		if n := w.heaviest(root, says); n != nil && w[n]*2 >= w[root] {
			return n
		}
	}
	at := root
	for n := root; n != nil; n = w.child(at, w[root]*4/5) {
		at = n
	}
	return at
}

// bodyNames are what content systems call the element with a report's text,
// squashed.
var bodyNames = []string{
	"articlebody", "articlecontent", "articletext", "storybody", "storycontent", "entrycontent", "postcontent", "postbody",
}

// isBody reports whether the element is named as the body of a report.
func isBody(n *html.Node) bool {
	if attr(n, "itemprop") == "articleBody" {
		return true
	}
	name := squash(attr(n, "class") + " " + attr(n, "id"))
	return slices.ContainsFunc(bodyNames, func(b string) bool { return strings.Contains(name, b) })
}

// squash is s in lower case without hyphens and underscores.
func squash(s string) string {
	return strings.Map(func(r rune) rune {
		if r == '-' || r == '_' {
			return -1
		}
		return unicode.ToLower(r)
	}, s)
}

func isArticle(n *html.Node) bool { return n.Data == "article" }

func isMain(n *html.Node) bool { return n.Data == "main" || attr(n, "role") == "main" }

// standfirst gives the paragraphs of prose between the headline and the body,
// where many sites set the first of the report apart. More than three are
// something else.
func (p *page) standfirst(body *html.Node) []block {
	if p.headline == nil || holds(body, p.headline) {
		return nil
	}
	var out []block
	n := after(p.headline)
	for n != nil && n != body && len(out) <= 3 {
		if holds(n, body) {
			n = down(n)
			continue
		}
		for _, b := range blocks(n) {
			if b.own() >= leastProse && !b.leads() {
				out = append(out, b)
			}
		}
		n = after(n)
	}
	if n != body || len(out) > 3 {
		return nil
	}
	return out
}

// tidy leaves out the blocks that lead elsewhere, the label over them ("Read
// also"), and headings under which nothing is left.
func tidy(all []block) []block {
	var out []block
	bare, links := true, false // nothing stands below; links stand below
	for _, b := range slices.Backward(all) {
		switch {
		case b.leads():
			bare, links = true, true
		case bare && isHeading(b.at) && !strings.HasSuffix(b.text, "."), links && isLabel(b.text):
		default:
			out = append(out, b)
			bare, links = false, false
		}
	}
	slices.Reverse(out)
	return out
}

func isHeading(n *html.Node) bool {
	return len(n.Data) == 2 && n.Data[0] == 'h' && '1' <= n.Data[1] && n.Data[1] <= '6'
}

// isLabel reports whether s is a few words and no sentence.
func isLabel(s string) bool {
	return len(s) < 60 && !strings.ContainsAny(s[len(s)-1:], `.!?"'`) && !strings.HasSuffix(s, "”")
}
