package ingest

import (
	"net/url"
	"strings"

	"github.com/markusmobius/go-trafilatura"
	"golang.org/x/net/html"
)

// page is what go-trafilatura makes of a tree.
type page struct {
	blocks   []string // paragraphs of the main text, in order
	title    string
	siteName string
	authors  []string
	url      string
}

// decoy stands in the page as linked data. Where go-trafilatura finds too
// little main text it falls back to a rough rescue, which takes the article
// of the linked data first, and else runs paragraphs and menus together. The
// decoy coming back says that this happened, so that a short report is looked
// for once more with a lower threshold and nothing is ever run together.
var decoy = strings.TrimSpace(strings.Repeat("no main text ", 20))

// The least text, in runes, for which an extraction is believed: the
// library's own threshold, then that of a short notice.
const (
	enoughText = 250
	leastText  = 1
)

// extract finds the main text of a pruned tree, without the comments of
// readers, and the page's metadata.
func extract(root *html.Node, address string) (page, error) {
	plant(root)
	for _, enough := range []int{enoughText, leastText} {
		res, err := trafilate(root, address, enough)
		if err != nil {
			return page{}, err
		}
		if res == nil || strings.Contains(res.ContentText, decoy) {
			continue
		}
		p := page{blocks: blocks(res.ContentNode), title: line(res.Metadata.Title), url: res.Metadata.URL}
		if len(p.blocks) == 0 {
			continue
		}
		for _, a := range strings.Split(res.Metadata.Author, "; ") {
			if a = line(a); a != "" {
				p.authors = append(p.authors, a)
			}
		}
		p.siteName = siteName(line(res.Metadata.Sitename), res.Metadata.Hostname)
		return p, nil
	}
	return page{}, fault(adviceHTML, "the page has no main text")
}

// plant appends the decoy to the tree.
func plant(root *html.Node) {
	script := &html.Node{Type: html.ElementNode, Data: "script", Attr: []html.Attribute{{Key: "type", Val: "application/ld+json"}}}
	script.AppendChild(&html.Node{Type: html.TextNode, Data: `{"articleBody":"` + decoy + `"}`})
	root.AppendChild(script)
}

// trafilate calls the library. Its result is nil where it found nothing. The
// library's fallback extractors stay off: they are two more libraries that
// would meet hostile pages.
func trafilate(root *html.Node, address string, enough int) (res *trafilatura.ExtractResult, err error) {
	config := trafilatura.DefaultConfig()
	config.MinExtractedSize = enough
	o := trafilatura.Options{Config: config, ExcludeComments: true, HtmlDateMode: trafilatura.Disabled}
	if u, err := url.Parse(address); err == nil && u.IsAbs() {
		o.OriginalURL = u
	}
	err = guard("main text", func() {
		if r, err := trafilatura.ExtractDocument(root, o); err == nil {
			res = r
		}
	})
	return res, err
}

// siteName is the name that a page gives its site. The library puts the host
// where no name is declared, which the address says already.
func siteName(name, host string) string {
	bare := strings.TrimPrefix(strings.ToLower(name), "www.")
	if bare == strings.TrimPrefix(strings.ToLower(host), "www.") || strings.Contains(name, "://") {
		return ""
	}
	return name
}
