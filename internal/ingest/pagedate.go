package ingest

import (
	"regexp"
	"slices"
	"strings"

	"golang.org/x/net/html"

	"readout"
)

// published is the day on which the page was first published, nil if unknown.
// The page must say so itself: in its metadata, in its address, beside its
// headline, or in the only dates of its only article. What else a page has of
// days is the day of a change, of a picture, of another report, or the one on
// which the page was saved. Days that differ are as good as none.
//
// Metadata often gives the moment by the clock at Greenwich, whose day may be
// the next or the one before; then the day that readers see beside the
// headline counts.
func (p *page) published(m metadata, ld article, addresses ...string) *readout.Date {
	shown, isShown := agreed(shownDays(p.front()))
	for _, declared := range [][]day{declaredDays(m, ld), p.microdataDays()} {
		switch d, ok := agreed(declared); {
		case ok && d.utc && isShown && d.besides(shown):
			return shown.date(basisShown)
		case ok:
			return d.date(basisPage)
		}
	}
	if d, ok := agreed(addressDays(addresses)); ok {
		return d.date(basisAddress)
	}
	if !isShown {
		shown, isShown = agreed(p.articleDays())
	}
	if isShown {
		return shown.date(basisShown)
	}
	return nil
}

// dayNames are the names under which meta elements declare the day of
// publication, in order of trust: those of Open Graph, of Dublin Core, of
// services that read news pages, of single content systems. The day of
// creation comes last.
var dayNames = [][]string{
	{"article:published_time", "article:published", "og:article:published_time", "og:published_time", "datepublished"},
	{"dc.date.issued", "dcterms.issued", "dcterms.date", "dc.date", "dc:date"},
	{"parsely-pub-date", "sailthru.date", "cxenseparse:recs:publishtime", "cxenseparse:publishtime", "bt:pubdate", "vr:published-time"},
	{
		"date", "pubdate", "pub_date", "pub-date", "publishdate", "publish_date", "publish-date", "publicationdate",
		"publication_date", "publication-date", "published_time", "published-date", "published_date", "date_published",
		"displaydate", "prism.publicationdate", "citation_publication_date", "rnews:datepublished",
		"article_date_original", "originalpublicationdate", "dcsext.articlefirstpublished",
	},
	{"datecreated", "dc.date.created", "dcterms.created", "dc.created", "created"},
}

// declaredDays are the day under the most trusted names that agree on one;
// linked data has the first rank.
func declaredDays(m metadata, ld article) []day {
	declared := []string{ld.published}
	for _, names := range dayNames {
		var found []day
		for _, name := range names {
			declared = append(declared, m[name]...)
		}
		for _, s := range declared {
			if d, ok := readOne(s); ok {
				found = append(found, d)
			}
		}
		if d, ok := agreed(found); ok {
			return []day{d}
		}
		declared = nil
	}
	return nil
}

// microdataDays are the days of the elements that say datePublished, but for
// those of comments.
func (p *page) microdataDays() []day {
	var out []day
	visit(p.root, func(n *html.Node) bool {
		if furnitureOf(n) == voices && !p.kept[n] {
			return false
		}
		if slices.Contains(strings.Fields(attr(n, "itemprop")), "datePublished") {
			out = append(out, dayOf(n)...)
		}
		return true
	})
	return out
}

var rxAddressDay = regexp.MustCompile(`/((?:19|20)\d\d)[/-](\d\d?)[/-](\d\d?)(?:[/_-]|$)`)

// addressDays are the days that stand in the path of an address.
func addressDays(addresses []string) []day {
	var out []day
	for _, a := range addresses {
		if f := rxAddressDay.FindStringSubmatch(a); f != nil {
			if d, ok := calendarDay(f[1], f[2], f[3]); ok {
				out = append(out, d)
			}
		}
	}
	return out
}

// shownDays are the days beside the headline, in elements that are marked as
// the day of publication or hold nothing else than a day.
func shownDays(front []*html.Node) []day {
	var out []day
	for _, n := range front {
		if marksDay(n) {
			out = append(out, dayOf(n)...)
		} else if n.Data != "a" && !marksOther(n) {
			if d, ok := readBare(shortText(n)); ok {
				out = append(out, d)
			}
		}
	}
	return out
}

// articleDays are the days that the page's only article, or its main element,
// has anywhere in marked elements. Several articles are a front page.
func (p *page) articleDays() []day {
	scope := only(p.root, "article")
	if scope == nil {
		scope = only(p.root, "main")
	}
	if scope == nil {
		return nil
	}
	var out []day
	visit(scope, func(n *html.Node) bool {
		if p.elsewhere(n) {
			return false
		}
		if marksDay(n) {
			out = append(out, dayOf(n)...)
		}
		return true
	})
	return out
}

// only is the tree's single element of this name, nil if it has none or
// several.
func only(root *html.Node, tag string) *html.Node {
	var found *html.Node
	for n := range root.Descendants() {
		if n.Type == html.ElementNode && n.Data == tag {
			if found != nil {
				return nil
			}
			found = n
		}
	}
	return found
}
