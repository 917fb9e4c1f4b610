package ingest

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/net/html"
)

// block-level elements end a paragraph before and after them.
var blockLevel = wordSet(`address article aside blockquote body caption dd details div dl dt figcaption figure
	footer h1 h2 h3 h4 h5 h6 header hr li main ol p pre section summary table tbody tfoot thead tr ul`)

// block is a paragraph, heading, list item or table row of a page.
type block struct {
	text    string     // white space folded; "\n" only where a single br stood
	at      *html.Node // the block-level element that it stands in
	linked  int        // runes of it that are links or times
	endLink bool       // whether its end is one
}

// own counts the runes of the block that are neither link nor time.
func (b block) own() int { return utf8.RuneCountInString(b.text) - b.linked }

// leads reports whether the block leads away from the report, as "Read more:
// Ten years of ferries" does with a link in its second half. A sentence about
// a link goes on after it, be it with a full stop only.
func (b block) leads() bool { return b.own()*10 < b.linked || b.endLink && b.own() < b.linked }

// blocks gives the blocks under n, an element of a pruned tree. A line break
// stays one; two in a row end the paragraph.
func blocks(n *html.Node) []block {
	w := blockWriter{at: n}
	w.walk(n)
	w.flush()
	return w.done
}

// textOf is the text under n on one line.
func textOf(n *html.Node) string {
	var all []string
	for _, b := range blocks(n) {
		all = append(all, b.text)
	}
	return line(strings.Join(all, " "))
}

// line is s on one line, its white space folded.
func line(s string) string { return strings.Join(strings.Fields(s), " ") }

type blockWriter struct {
	done    []block
	at      *html.Node
	links   int // links and times that are open
	open    strings.Builder
	linked  int
	endLink bool
}

func (w *blockWriter) walk(n *html.Node) {
	switch {
	case n.Type == html.TextNode:
		w.write(n.Data)
	case n.Type == html.ElementNode && n.Data == "br":
		w.lineBreak()
	case n.Type == html.ElementNode && n.Data == "head":
	case n.Type == html.ElementNode && (blockLevel[n.Data] || isColumn(n)):
		w.flush()
		outer := w.at
		w.at = n
		w.children(n)
		w.flush()
		w.at = outer
	case n.Data == "a" || n.Data == "time":
		w.links++
		w.children(n)
		w.links--
	default:
		w.children(n)
		if n.Data == "td" || n.Data == "th" {
			w.open.WriteByte(' ') // cells of a row are words apart
		}
	}
}

// isColumn reports whether n is a cell of a table that lays out the page: it
// has paragraphs or lines of its own. The cells of other tables are words.
func isColumn(n *html.Node) bool {
	if n.Data != "td" && n.Data != "th" {
		return false
	}
	for c := range n.Descendants() {
		if c.Type == html.ElementNode && (c.Data == "br" || blockLevel[c.Data]) {
			return true
		}
	}
	return false
}

func (w *blockWriter) children(n *html.Node) {
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		w.walk(c)
	}
}

// write adds text to the open block; a line feed of the source is a space.
func (w *blockWriter) write(s string) {
	w.open.WriteString(strings.Map(foldBreak, s))
	if strings.TrimSpace(s) == "" {
		return
	}
	w.endLink = w.links > 0
	if w.endLink {
		w.linked += utf8.RuneCountInString(line(s))
	}
}

func foldBreak(r rune) rune {
	if r == '\n' || r == '\r' {
		return ' '
	}
	return r
}

// lineBreak ends the block if it is the second in a row.
func (w *blockWriter) lineBreak() {
	s := strings.TrimRightFunc(w.open.String(), func(r rune) bool { return r != '\n' && unicode.IsSpace(r) })
	if strings.HasSuffix(s, "\n") {
		w.flush()
	}
	w.open.WriteByte('\n')
}

// flush ends the open block.
func (w *blockWriter) flush() {
	var lines []string
	for _, l := range strings.Split(w.open.String(), "\n") {
		if l = line(l); l != "" {
			lines = append(lines, l)
		}
	}
	if len(lines) > 0 {
		w.done = append(w.done, block{strings.Join(lines, "\n"), w.at, w.linked, w.endLink})
	}
	w.open.Reset()
	w.linked, w.endLink = 0, false
}
