package ingest

import (
	"bytes"
	"fmt"
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

// decodeHTML reduces a saved page to its headline and main text. Scripts,
// styles and frames are taken out of the page before anything looks for text.
func decodeHTML(doc *readout.Document, data []byte) error {
	source, err := htmlSource(data)
	if err != nil {
		return err
	}
	root, err := parse(source)
	if err != nil {
		return err
	}
	doc.Lang = declaredLang(root)
	ld := linkedData(root)
	published, err := pageDate(root, doc.URL, ld)
	if err != nil {
		return err
	}
	prune(root)
	splitAtBreaks(root)
	p, err := extract(root, doc.URL)
	if err != nil {
		return err
	}
	fill(doc, root, p, ld)
	doc.Published = published
	return checkFilled(doc.Text)
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

// fill sets what the page declares. The headline is the heading that a reader
// sees, not the longer title written for search engines, and stands in the
// text once.
func fill(doc *readout.Document, root *html.Node, p page, ld article) {
	headline := headline(root, p.title)
	doc.Title = p.title
	if headline != "" {
		doc.Title = headline
	}
	doc.Text = strings.Join(withHeadline(p.blocks, headline), "\n\n")
	doc.Outlet = p.siteName
	if doc.Outlet == "" {
		doc.Outlet = ld.publisher
	}
	doc.Byline = ld.authors
	if len(doc.Byline) == 0 {
		doc.Byline = p.authors
	}
	if doc.URL == "" && isWebURL(p.url) {
		doc.URL = p.url
	}
}

// guard runs f, which calls into a library that takes a hostile page apart,
// and makes a panic an error of this page. Hangs cannot be caught this way:
// parse bounds what f is given instead.
func guard(what string, f func()) (err error) {
	defer func() {
		if r := recover(); r != nil {
			err = &Error{Err: fmt.Errorf("%s: the page cannot be taken apart (%v)", what, r), Advice: adviceHTML}
		}
	}()
	f()
	return nil
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
