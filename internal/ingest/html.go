package ingest

import (
	"bytes"
	"regexp"
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html"
	"golang.org/x/net/html/charset"

	"readout"
)

const adviceHTML = "open the page, copy the report into a text file, and give that"

var rxHTML = regexp.MustCompile(`(?i)^\x{FEFF}?\s*(?:<\?xml[^>]*>\s*)?(?:<!--[^>]*-->\s*)*<(?:!doctype\s+html|html)[\s>]`)

// isHTML goes by the name; a file whose name says nothing is looked at. A
// .txt file is text even if it holds markup: who names it so wants it so.
func isHTML(name string, data []byte) bool {
	if hasExt(name, ".html", ".htm", ".xhtml") {
		return true
	}
	return !hasExt(name, ".txt", ".text", ".md", ".markdown") && rxHTML.Match(data[:min(len(data), 1024)])
}

// decodeHTML reduces a saved page to its headline and main text.
func decodeHTML(doc *readout.Document, data []byte) error {
	source, err := htmlSource(data)
	if err != nil {
		return err
	}
	root, err := parse(source)
	if err != nil {
		return err
	}
	text, err := declarePage(doc, root).mainText()
	if err != nil {
		return err
	}
	doc.Text = strings.Join(text, "\n\n")
	return checkFilled(doc.Text)
}

// declarePage sets what the page says of its report. Scripts hold some of it;
// they go, with styles and frames, before anything looks at what readers see.
// The title is the heading that these see, not the longer one written for
// search engines.
func declarePage(doc *readout.Document, root *html.Node) *page {
	m, ld := metadataOf(root), linkedData(root)
	prune(root)
	doc.Lang = declaredLang(root)
	doc.Outlet = outlet(m, ld)
	doc.Title = title(root, m, ld, doc.Outlet)
	p := newPage(root, doc.Title, doc.Outlet)
	if p.headline != nil {
		doc.Title = textOf(p.headline)
	}
	address := canonical(root, m)
	doc.Published = p.published(m, ld, doc.URL, address)
	if doc.URL == "" {
		doc.URL = address
	}
	doc.Byline = authors(m, ld)
	if len(doc.Byline) == 0 {
		doc.Byline = p.byline()
	}
	return p
}

// htmlSource decodes the page as browsers do (WHATWG HTML, 13.2.3): by its
// byte order mark, else by its meta element, else as UTF-8 if all of it is
// that and as windows-1252 if not. Bytes that do not fit become U+FFFD, stray
// NULs are dropped.
func htmlSource(data []byte) (string, error) {
	for _, s := range signatures {
		if bytes.HasPrefix(data, []byte(s.magic)) {
			return "", fault(s.advice, "not a page: it looks like %s", s.what)
		}
	}
	decoded := data
	if enc, _, declared := charset.DetermineEncoding(data, ""); declared || !utf8.Valid(data) {
		var err error
		if decoded, err = enc.NewDecoder().Bytes(data); err != nil {
			return "", fault(adviceUTF8, "the page cannot be decoded: %v", err)
		}
	}
	source := strings.ToValidUTF8(strings.TrimPrefix(string(decoded), "\ufeff"), "\uFFFD")
	if nuls := strings.Count(source, "\x00"); nuls*10 > len(source) {
		return "", fault(adviceText, "not a page: it has %d NUL bytes", nuls)
	}
	source = strings.ReplaceAll(source, "\x00", "")
	if err := checkText(source); err != nil {
		return "", err
	}
	return source, checkFilled(source)
}

// declaredLang is the language of the html element.
func declaredLang(root *html.Node) string {
	for n := range root.Descendants() {
		if n.Type == html.ElementNode && n.Data == "html" {
			return langTag(attr(n, "lang"))
		}
	}
	return ""
}

// attr is the value of n's attribute, empty if it has none.
func attr(n *html.Node, key string) string {
	for _, a := range n.Attr {
		if a.Namespace == "" && a.Key == key {
			return strings.TrimSpace(a.Val)
		}
	}
	return ""
}
