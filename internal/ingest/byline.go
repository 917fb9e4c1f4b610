package ingest

import (
	"slices"
	"strings"
	"unicode"

	"golang.org/x/net/html"
)

// authorNames are the meta elements that name who wrote the report.
var authorNames = []string{
	"author", "article:author", "og:article:author", "dc.creator", "dcterms.creator", "dc:creator",
	"parsely-author", "sailthru.author", "cxenseparse:author", "citation_author", "byl",
}

// authors are the persons and desks that the page declares as its authors, in
// linked data or else in meta elements.
func authors(m metadata, ld article) []string {
	if len(ld.authors) > 0 {
		return ld.authors
	}
	for _, key := range authorNames {
		var out []string
		for _, v := range m[key] {
			out = append(out, properNames(line(html.UnescapeString(v)))...)
		}
		if len(out) > 0 {
			return out
		}
	}
	return nil
}

// byline gives the names beside the headline that are marked as the author's.
func (p *page) byline() []string {
	for _, n := range p.front() {
		if !marksAuthor(n) {
			continue
		}
		if found := namesIn(n); len(found) > 0 {
			return found
		}
	}
	return nil
}

func marksAuthor(n *html.Node) bool {
	if attr(n, "rel") == "author" || attr(n, "itemprop") == "author" {
		return true
	}
	for w := range words(attr(n, "class")) {
		if w == "author" || w == "authors" || w == "byline" {
			return true
		}
	}
	return false
}

// namesIn reads the names of a byline: those of its links, else those of its
// text before a date, a dash or a colon.
func namesIn(n *html.Node) []string {
	var linked []string
	for a := range n.Descendants() {
		if a.Type == html.ElementNode && a.Data == "a" {
			linked = append(linked, properNames(textOf(a))...)
		}
	}
	if len(linked) > 0 {
		return linked
	}
	text := textOf(n)
	if i := strings.IndexAny(text, "0123456789|•·–—:"); i >= 0 {
		text = text[:i]
	}
	return properNames(text)
}

// properNames splits a byline into the names in it, each once.
func properNames(s string) []string {
	if len(s) > 3 && strings.EqualFold(s[:3], "by ") {
		s = s[3:]
	}
	var out []string
	for _, n := range names(s) {
		if isName(n) && !slices.Contains(out, n) {
			out = append(out, n)
		}
	}
	return out
}

// longestName is how many words a name may have: that of a ministry's press
// office, not a sentence about the author.
const longestName = 6

// isName reports whether s may name a person or a desk. An address is no name,
// and neither is the name of an account, a single word in small letters.
func isName(s string) bool {
	if strings.ContainsAny(s, "@/|:0123456789") || len(strings.Fields(s)) > longestName {
		return false
	}
	account := !strings.Contains(s, " ") && strings.IndexFunc(s, unicode.IsLower) >= 0 && strings.IndexFunc(s, unicode.IsUpper) < 0
	return !account
}
