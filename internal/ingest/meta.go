package ingest

import (
	"strings"

	"golang.org/x/net/html"
)

// metadata is what the meta elements of a page say, in order of the page, by
// their names in lower case ("og:title").
type metadata map[string][]string

// metadataOf reads the meta elements wherever they stand, by the names that
// HTML (name, http-equiv) and Open Graph (property) give them.
func metadataOf(root *html.Node) metadata {
	m := metadata{}
	for n := range root.Descendants() {
		if n.Type != html.ElementNode || n.Data != "meta" {
			continue
		}
		content := attr(n, "content")
		if content == "" {
			continue
		}
		for _, key := range []string{"name", "property", "http-equiv"} {
			if name := strings.ToLower(attr(n, key)); name != "" {
				m[name] = append(m[name], content)
			}
		}
	}
	return m
}

// first is what the page says under the first of these names that it uses.
func (m metadata) first(names ...string) string {
	for _, name := range names {
		for _, v := range m[name] {
			if v = line(html.UnescapeString(v)); v != "" {
				return v
			}
		}
	}
	return ""
}

// title is the declared title of the report, without the name of the site.
func title(root *html.Node, m metadata, ld article, site string) string {
	t := m.first("og:title", "twitter:title", "dc.title", "dcterms.title")
	if t == "" {
		t = ld.headline
	}
	for n := range root.Descendants() {
		if t == "" && n.Type == html.ElementNode && n.Data == "title" && n.Parent.Data == "head" {
			t = textOf(n)
		}
	}
	return withoutSite(t, site)
}

// separators stand between a title and the name of the site.
var separators = []string{" | ", " - ", " – ", " — ", " :: ", " · ", " » ", " « "}

// withoutSite takes the name of the site off the end of a title.
func withoutSite(title, site string) string {
	for _, s := range separators {
		if rest, ok := strings.CutSuffix(title, s+site); ok && site != "" {
			return strings.TrimSpace(rest)
		}
	}
	return title
}

// outlet is the name that the page gives its site, or the publisher in its
// linked data. An address is no name.
func outlet(m metadata, ld article) string {
	publisher := m.first("application-name", "dc.publisher", "dcterms.publisher", "publisher")
	for _, name := range []string{m.first("og:site_name"), ld.publisher, publisher} {
		if name != "" && !isAddress(name) {
			return name
		}
	}
	return ""
}

func isAddress(s string) bool {
	return strings.Contains(s, "://") || strings.HasPrefix(strings.ToLower(s), "www.")
}

// canonical is the address that the page gives itself, empty if it gives none
// that can be followed.
func canonical(root *html.Node, m metadata) string {
	for n := range root.Descendants() {
		if n.Type != html.ElementNode || n.Data != "link" || !strings.EqualFold(attr(n, "rel"), "canonical") {
			continue
		}
		if href := attr(n, "href"); isWebURL(href) {
			return href
		}
	}
	if u := m.first("og:url"); isWebURL(u) {
		return u
	}
	return ""
}
