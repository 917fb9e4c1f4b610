package ingest

import (
	"iter"
	"strings"
	"unicode"

	"golang.org/x/net/html"
)

// furniture is a way in which an element is no part of the report.
type furniture int

const (
	noFurniture furniture = iota
	sign                  // a byline, a date, a caption: about the report, not in it
	box                   // a menu, related reports, sharing, an advertisement
	voices                // comments of readers and cookie banners, often longer than the report
)

// The names, roles and words of classes and ids that tell furniture. Over a
// thousand saved pages no single word decides much; those that cost more text
// of reports than they kept out are not here ("widget", "gallery", "teaser").
var (
	furnitureTags = wordSet(`nav aside footer form button dialog menu label input figcaption address
		amp-ad amp-auto-ads amp-consent amp-embed amp-sidebar amp-social-share amp-sticky-ad amp-user-notification`)
	furnitureRoles = wordSet("navigation complementary banner contentinfo search dialog alertdialog alert menu menubar toolbar tablist note")
	furnitureWords = kinds(map[furniture]string{
		sign: "byline author authors meta postmeta timestamp pubdate caption captions credit credits copyright",
		box: `related recommended recommendations recirculation outbrain taboola trending popular mostread readmore
			share sharing shares sharedaddy social addtoany addthis newsletter subscribe subscription signup paywall
			promo promos promotion ad ads adv advert advertisement advertising sponsor sponsored popup modal overlay
			breadcrumb breadcrumbs crumbs nav navi navigation navbar menu sidebar footer masthead tags tagcloud taglist
			pagination pager screenreader`,
		voices: "comment comments commentlist disqus respond cookie cookies consent gdpr",
	})
)

// wordSet is the set of the words in s.
func wordSet(s string) map[string]bool {
	set := map[string]bool{}
	for _, w := range strings.Fields(s) {
		set[w] = true
	}
	return set
}

func kinds(lists map[furniture]string) map[string]furniture {
	all := map[string]furniture{}
	for kind, list := range lists {
		for w := range wordSet(list) {
			all[w] = kind
		}
	}
	return all
}

// furnitureOf tells by name, role and the words of class and id what the
// element may be. Inside a paragraph such words style a part of its text; a
// quotation that is "social" is the post that the report quotes.
func furnitureOf(n *html.Node) furniture {
	switch {
	case furnitureTags[n.Data]:
		return box
	case n.Data == "blockquote" || !blockLevel[n.Data] && within(n, "p"):
		return noFurniture
	case furnitureRoles[strings.ToLower(attr(n, "role"))]:
		return box
	}
	most := noFurniture
	for w := range words(attr(n, "class") + " " + attr(n, "id")) {
		most = max(most, furnitureWords[w])
	}
	return most
}

// words gives the words of class names and ids in lower case; "postMeta" and
// "post__meta" are two each.
func words(s string) iter.Seq[string] {
	var apart strings.Builder
	lower := false
	for _, r := range s {
		if unicode.IsUpper(r) && lower {
			apart.WriteByte(' ')
		}
		if lower = unicode.IsLower(r); !unicode.IsLetter(r) {
			r = ' '
		}
		apart.WriteRune(unicode.ToLower(r))
	}
	return strings.FieldsSeq(apart.String())
}

// elsewhere reports whether the element belongs to a part of the page that
// speaks of other things than the report: a box, comments, an embedded post.
// An address element is a byline as often as not.
func (p *page) elsewhere(n *html.Node) bool {
	return n.Data == "blockquote" || n.Data != "address" && furnitureOf(n) > sign && !p.kept[n]
}

// strip takes out of the tree what is hidden and what is no part of the
// report. What holds a good part of the page's prose stays, whatever it is
// called.
func (p *page) strip() { p.stripBelow(p.root, weighProse(p.root, leastProse)) }

func (p *page) stripBelow(n *html.Node, prose weights) {
	for c := n.FirstChild; c != nil; {
		next := c.NextSibling
		switch {
		case c.Type != html.ElementNode:
		case !p.kept[c] && (hidden(c) || prose[c] <= most(furnitureOf(c), prose[p.root])):
			n.RemoveChild(c)
		default:
			p.stripBelow(c, prose)
		}
		c = next
	}
}

// most is how much of all prose furniture of this kind may hold. Readers
// together often write much more than the reporter.
func most(kind furniture, all int) int {
	switch kind {
	case noFurniture:
		return -1
	case voices:
		return all * 19 / 20
	}
	return all / 3
}

// hidden reports whether the element says that it is not shown.
func hidden(n *html.Node) bool {
	for _, a := range n.Attr {
		if a.Key == "hidden" && a.Namespace == "" {
			return true
		}
	}
	style := strings.ToLower(strings.Join(strings.Fields(attr(n, "style")), ""))
	return strings.Contains(style, "display:none") || strings.Contains(style, "visibility:hidden")
}
