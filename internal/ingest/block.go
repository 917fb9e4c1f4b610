package ingest

import (
	"slices"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// block-level elements end a paragraph before and after them.
var blockLevel = map[string]bool{
	"address": true, "article": true, "aside": true, "blockquote": true, "body": true, "caption": true,
	"dd": true, "details": true, "div": true, "dl": true, "dt": true, "figcaption": true, "figure": true,
	"footer": true, "h1": true, "h2": true, "h3": true, "h4": true, "h5": true, "h6": true, "header": true,
	"hr": true, "li": true, "main": true, "ol": true, "p": true, "pre": true, "section": true,
	"summary": true, "table": true, "tbody": true, "tfoot": true, "thead": true, "tr": true, "ul": true,
}

// blocks gives the paragraphs under n, white space folded. A line break stays
// one; two in a row end the paragraph.
func blocks(n *html.Node) []string {
	var w blockWriter
	w.walk(n)
	w.flush()
	return w.done
}

type blockWriter struct {
	done []string
	open strings.Builder // "\n" only where a br stood
}

func (w *blockWriter) walk(n *html.Node) {
	switch {
	case n.Type == html.TextNode:
		w.open.WriteString(strings.Map(foldBreak, n.Data))
	case n.Type == html.ElementNode && n.Data == "br":
		w.open.WriteByte('\n')
	case n.Type == html.ElementNode && raw[n.Data]:
	default:
		block := n.Type == html.ElementNode && blockLevel[n.Data]
		if block {
			w.flush()
		}
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			w.walk(c)
		}
		if block {
			w.flush()
		} else if n.Data == "td" || n.Data == "th" {
			w.open.WriteByte(' ') // cells of a row are words apart
		}
	}
}

func foldBreak(r rune) rune {
	if r == '\n' || r == '\r' {
		return ' '
	}
	return r
}

func (w *blockWriter) flush() {
	var lines []string
	for _, l := range strings.Split(w.open.String(), "\n") {
		if l = line(l); l != "" {
			lines = append(lines, l)
			continue
		}
		w.end(lines)
		lines = nil
	}
	w.end(lines)
	w.open.Reset()
}

func (w *blockWriter) end(lines []string) {
	if len(lines) > 0 {
		w.done = append(w.done, strings.Join(lines, "\n"))
	}
}

// splitAtBreaks makes paragraphs of text that is parted by two breaks in a
// row: the extractor knows paragraphs, and keeps one break of several.
func splitAtBreaks(n *html.Node) {
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		splitAtBreaks(c)
	}
	if !blockLevel[n.Data] || !slices.ContainsFunc(slices.Collect(n.ChildNodes()), startsGap) {
		return
	}
	if n.Data == "p" { // no paragraph in a paragraph
		n.Data, n.DataAtom = "div", atom.Div
	}
	var p *html.Node
	for c := n.FirstChild; c != nil; {
		next := c.NextSibling
		switch {
		case startsGap(c):
			next, p = removeGap(c), nil
		case blockLevel[c.Data] && c.Type == html.ElementNode:
			p = nil
		case p == nil && isBlank(c):
		default:
			if p == nil {
				p = &html.Node{Type: html.ElementNode, Data: "p", DataAtom: atom.P}
				n.InsertBefore(p, c)
			}
			n.RemoveChild(c)
			p.AppendChild(c)
		}
		c = next
	}
}

// startsGap reports whether n is a break that another one follows.
func startsGap(n *html.Node) bool {
	if n.Data != "br" || n.Type != html.ElementNode {
		return false
	}
	next := n.NextSibling
	for next != nil && isBlank(next) {
		next = next.NextSibling
	}
	return next != nil && next.Data == "br" && next.Type == html.ElementNode
}

// removeGap removes the breaks from n on and gives what follows them.
func removeGap(n *html.Node) *html.Node {
	for n != nil && (isBlank(n) || n.Type == html.ElementNode && n.Data == "br") {
		next := n.NextSibling
		n.Parent.RemoveChild(n)
		n = next
	}
	return n
}

func isBlank(n *html.Node) bool { return n.Type == html.TextNode && strings.TrimSpace(n.Data) == "" }

// line is s on one line, its white space folded.
func line(s string) string { return strings.Join(strings.Fields(s), " ") }
