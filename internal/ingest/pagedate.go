package ingest

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/markusmobius/go-htmldate"
	"golang.org/x/net/html"

	"readout"
)

// pageDate is the day on which the page was first published, nil if unknown.
// go-htmldate finds a date on nearly every page, the year in the footer if
// need be; so it is shown only what can carry a day of publication: first
// what the page declares (meta elements, linked data, its address), then the
// dates that its article shows, if they agree.
func pageDate(root *html.Node, address string, ld article) (*readout.Date, error) {
	declared, err := htmlDate(declarations(root, ld), address, true)
	if err != nil || declared != nil {
		return withBasis(declared, basisPage), err
	}
	shown := shownDates(root)
	if shown == nil {
		return nil, nil
	}
	oldest, err := htmlDate(shown, "", true)
	if err != nil || oldest == nil {
		return nil, err
	}
	newest, err := htmlDate(shown, "", false)
	if err != nil || newest == nil || newest.Value != oldest.Value {
		return nil, err
	}
	return withBasis(oldest, basisShown), nil
}

func withBasis(d *readout.Date, basis string) *readout.Date {
	if d != nil {
		d.Basis = basis
	}
	return d
}

var (
	rxDateKey  = regexp.MustCompile(`(?i)date|time|publi|pub_|created|issued|posted`)
	rxOtherKey = regexp.MustCompile(`(?i)modif|updat|revis|expir|valid|copyright|image|video|event|read|duration`)
)

// declarations is a page of the meta elements that name a day of publication
// and of the canonical address. What names another day (of a change, of a
// picture) would be taken where nothing else is there, and is left out.
func declarations(root *html.Node, ld article) *html.Node {
	doc, head := emptyPage()
	for n := range root.Descendants() {
		switch {
		case n.Type != html.ElementNode:
		case n.Data == "meta":
			key := attr(n, "name") + attr(n, "property") + attr(n, "itemprop") + attr(n, "http-equiv") + attr(n, "pubdate")
			if rxDateKey.MatchString(key) && !rxOtherKey.MatchString(key) && len(attr(n, "content")) <= maxValue {
				head.AppendChild(&html.Node{Type: html.ElementNode, Data: "meta", Attr: slices.Clone(n.Attr)})
			}
		case n.Data == "link" && attr(n, "rel") == "canonical" && len(attr(n, "href")) <= maxValue:
			head.AppendChild(&html.Node{Type: html.ElementNode, Data: "link", Attr: slices.Clone(n.Attr)})
		}
	}
	if ld.published != "" {
		head.AppendChild(&html.Node{Type: html.ElementNode, Data: "meta", Attr: []html.Attribute{
			{Key: "property", Val: "article:published_time"}, {Key: "content", Val: ld.published},
		}})
	}
	return doc
}

// shownDates is a page of the short elements inside the page's only article
// that are marked as dates, nil if there are none. Dates elsewhere belong to
// other reports, or are the day on which the page was saved.
func shownDates(root *html.Node) *html.Node {
	within := only(root, "article")
	if within == nil {
		within = only(root, "main")
	}
	if within == nil {
		return nil
	}
	doc, head := emptyPage()
	found := false
	for n := range within.Descendants() {
		if n.Type != html.ElementNode || !marksDate(n) {
			continue
		}
		text := strings.Join(blocks(n), " ")
		if len(text) > 60 {
			continue
		}
		when := &html.Node{Type: html.ElementNode, Data: "time"}
		if v := attr(n, "datetime"); v != "" && len(v) <= maxValue {
			when.Attr = []html.Attribute{{Key: "datetime", Val: v}}
		}
		when.AppendChild(&html.Node{Type: html.TextNode, Data: text})
		head.AppendChild(when)
		found = true
	}
	if !found {
		return nil
	}
	return doc
}

func marksDate(n *html.Node) bool {
	mark := attr(n, "class") + " " + attr(n, "itemprop")
	return n.Data == "time" || n.Data != "meta" && rxDateKey.MatchString(mark) && !rxOtherKey.MatchString(mark)
}

// only is the page's single element of this name, nil if it has none or
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

func emptyPage() (doc, head *html.Node) {
	doc = &html.Node{Type: html.DocumentNode}
	top := &html.Node{Type: html.ElementNode, Data: "html"}
	head = &html.Node{Type: html.ElementNode, Data: "head"}
	doc.AppendChild(top)
	top.AppendChild(head)
	return doc, head
}

// htmlDate calls the library in its fast mode. The bounds are fixed, so that
// the answer does not depend on the day or the place it is asked; it knows no
// years past 2039.
func htmlDate(doc *html.Node, address string, original bool) (*readout.Date, error) {
	var res htmldate.Result
	err := guard("publication date", func() {
		r, err := htmldate.FromDocument(doc, htmldate.Options{
			URL: address, UseOriginalDate: original, SkipExtensiveSearch: true, DeferUrlExtractor: true,
			MinDate: time.Date(1995, 1, 1, 0, 0, 0, 0, time.UTC),
			MaxDate: time.Date(2039, 12, 31, 0, 0, 0, 0, time.UTC),
		})
		if err == nil {
			res = r
		}
	})
	if err != nil || res.IsZero() {
		return nil, err
	}
	value, grain := written(res.SrcString, res.DateTime)
	if value == "" {
		return nil, nil
	}
	return &readout.Date{Value: value, Grain: grain}, nil
}

var (
	rxFigures = regexp.MustCompile(`\d+`)
	rxWord    = regexp.MustCompile(`\pL{3,}`)
	rxTwoDays = regexp.MustCompile(`^\D*(\d{1,2})[/-](\d{1,2})[/-]\d{4}`)
)

// written is t as far as it stands in source, the string the library read it
// from: a part that the library filled in by itself is left out, and a day
// that may also be a month (03/04/2026) makes the whole unknown.
func written(source string, t time.Time) (string, readout.Grain) {
	if m := rxTwoDays.FindStringSubmatch(source); m != nil && m[1] != m[2] && atoi(m[1]) <= 12 && atoi(m[2]) <= 12 {
		return "", ""
	}
	day := t.Format(time.DateOnly)
	if strings.Contains(source, t.Format("20060102")) {
		return day, readout.GrainDay
	}
	figures := rxFigures.FindAllString(source, -1)
	take := func(v int) bool {
		i := slices.IndexFunc(figures, func(f string) bool { return atoi(f) == v })
		if i >= 0 {
			figures = slices.Delete(figures, i, i+1)
		}
		return i >= 0
	}
	year := take(t.Year())
	words := rxWord.FindAllString(source, -1)
	month := slices.ContainsFunc(words, func(w string) bool {
		return strings.EqualFold(w, t.Format("January")) || strings.EqualFold(w, t.Format("Jan"))
	}) || take(int(t.Month()))
	switch {
	case year && take(t.Day()) && (month || len(words) > 0): // a month in another language is a word
		return day, readout.GrainDay
	case year && month:
		return t.Format("2006-01"), readout.GrainMonth
	}
	return "", ""
}

func atoi(s string) int {
	n, err := strconv.Atoi(s)
	if err != nil {
		return -1
	}
	return n
}
