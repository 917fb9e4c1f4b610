package ingest_test

import (
	"slices"
	"strings"
	"testing"

	"readout/internal/ingest"
)

// body is main text long enough for the extractor.
const body = `<p>The harbour office said on Thursday that the northern quay stays closed until the cranes have been checked.</p>
<p>“We found cracks in two of them,” said Lena Brandt, who runs the office. The owner of the cranes has not commented.</p>
<p>Fishing boats may use the southern quay in the meantime, the office added, and pay no fee for it before the summer.</p>`

func htmlPage(head, body string) string {
	return "<!DOCTYPE html><html><head>" + head + "</head><body>" + body + "</body></html>"
}

func TestPublicationDateOfPage(t *testing.T) {
	const (
		declared = "page metadata"
		address  = "address of the page"
		shown    = "date shown on the page"
	)
	article := "<article><h1>Quay closed</h1>" + body + "</article>"
	tests := []struct{ what, head, body, url, value, basis string }{
		{"meta", `<meta property="article:published_time" content="2026-03-05T23:59:00-08:00">`, article, "", "2026-03-05", declared},
		{"meta, month only", `<meta name="date" content="2026-03">`, article, "", "2026-03", declared},
		{"meta, year only", `<meta name="date" content="2026">`, article, "", "", ""},
		{"meta, day or month", `<meta name="date" content="03/04/2026">`, article, "", "", ""},
		{"meta, no day", `<meta name="date" content="">`, article, "", "", ""},
		{"linked data", `<script type="application/ld+json">[{"@type":"NewsArticle","datePublished":"2026-03-05"}]</script>`, article, "", "2026-03-05", declared},
		{"linked data of another", `<script type="application/ld+json">{"@type":"WebPage","hasPart":{"@type":"NewsArticle","datePublished":"2026-03-05"}}</script>`, article, "", "", ""},
		{"linked data, broken", `<script type="application/ld+json">{"@type":"NewsArticle","datePublished":"2026-03-05"</script>`, article, "", "", ""},
		{"canonical address", `<link rel="canonical" href="https://post.example/2026/03/05/quay">`, article, "", "2026-03-05", address},
		{"address given", "", article, "https://post.example/2026/03/05/quay", "2026-03-05", address},
		{"meta before address", `<meta name="date" content="2026-03-04">`, article, "https://post.example/2026/03/05/quay", "2026-03-04", declared},
		{"only changed", `<meta property="article:modified_time" content="2026-03-05">`, article, "", "", ""},
		{"only changed, http", `<meta http-equiv="last-modified" content="Thu, 05 Mar 2026 10:00:00 GMT">`, article, "", "", ""},
		{"only a picture", `<meta property="og:image" content="https://post.example/2019/01/02/a.jpg">`, article, "", "", ""},
		{"only a copyright year", `<meta itemprop="copyrightYear" content="2026">`, article + "<footer>© 2026 Post</footer>", "", "", ""},
		{"masthead", "", `<div class="date">Saturday, 14 March 2026</div>` + article, "", "", ""},
		{"shown", "", `<article><time datetime="2026-03-05T10:00">5 March</time>` + body + "</article>", "", "2026-03-05", shown},
		{"shown in words", "", `<article><span class="post-date">March 5, 2026</span>` + body + "</article>", "", "2026-03-05", shown},
		{"shown twice", "", `<article><time>5 March 2026</time>` + body + "<time>2026-03-05</time></article>", "", "2026-03-05", shown},
		{"shown, two days", "", `<article><time>5 March 2026</time>` + body + "<time>2 January 2019</time></article>", "", "", ""},
		{"shown, without a year", "", `<article><time>5 March</time>` + body + "</article>", "", "", ""},
		{"in the text", "", "<article>" + body + "<p>On 5 March 2026 it all began.</p></article>", "", "", ""},
	}
	for _, tt := range tests {
		doc := decode(t, "a.html", htmlPage(tt.head, tt.body), ingest.Options{URL: tt.url})
		value, basis := "", ""
		if doc.Published != nil {
			value, basis = doc.Published.Value, doc.Published.Basis
		}
		if value != tt.value || basis != tt.basis {
			t.Errorf("%s: %q (%s), want %q (%s)", tt.what, value, basis, tt.value, tt.basis)
		}
	}
}

// A day counts beside the headline, and nowhere else on a page of many days.
func TestPublicationDateBesideHeadline(t *testing.T) {
	const (
		declared = "page metadata"
		shown    = "date shown on the page"
		h1       = "<h1>Quay closed</h1>"
		utc      = `<meta property="article:published_time" content="2026-03-06T03:30:00Z">`
	)
	tests := []struct{ what, head, body, value, basis string }{
		{"a line of its own", "", h1 + "<p>Thursday 5 March 2026, 10:30 p.m. GMT</p>" + body, "2026-03-05", shown},
		{"under the standfirst", "", h1 + "<h2>The cranes over the water have cracks, and nobody knows since when.</h2><div>Posted on March 5th, 2026</div>" + body, "2026-03-05", shown},
		{"over the headline", "", "<main><span>5 March 2026</span>" + h1 + body + "</main>", "2026-03-05", shown},
		{"before the page's article", "", "<p>Saturday 14 March 2026</p><article>" + h1 + body + "</article>", "", ""},
		{"in a sentence", "", h1 + "<p>What we know of the night of 5 March 2026</p>" + body, "", ""},
		{"in a link", "", h1 + `<p>Also: <a href="/1">4 March 2026</a></p>` + body, "", ""},
		{"of a change", "", h1 + `<p class="date">Updated 7 March 2026</p>` + body, "", ""},
		{"marked as a change", "", h1 + `<p class="last-modified">7 March 2026</p>` + body, "", ""},
		{"and a change", "", h1 + `<p class="date">Published 5 March 2026, updated 7 March 2026</p>` + body, "2026-03-05", shown},
		{"never changed", "", h1 + `<time class="entry-date published updated" datetime="2026-03-05T10:00:00+01:00">a week ago</time>` + body, "2026-03-05", shown},
		{"of two kinds", "", h1 + `<p class="date">5 March 2026</p><p class="date">7 March 2026</p>` + body, "", ""},
		{"in figures that are two days", "", h1 + `<p class="date">03/04/2026</p>` + body, "", ""},
		{"under the text", "", "<article>" + h1 + body + "<p>5 March 2026</p></article>", "", ""},
		{"of a reader", "", "<article>" + h1 + body + `<div class="comments"><time>6 March 2026</time></div></article>`, "", ""},
		{"of another report", "", h1 + `<div class="related"><p class="date">2 March 2026</p></div>` + body, "", ""},
		{"of a post", "", h1 + "<blockquote><p>Cracks!</p><p>March 2, 2026</p></blockquote>" + body, "", ""},
		{"of a picture", "", h1 + `<p class="image-date">2 January 2019</p>` + body, "", ""},
		{"in a word that ends like one", "", "<article>" + h1 + `<div class="multimedia">See 5 March 2026 in pictures</div>` + body + "</article>", "", ""},
		{"in the footer", "", h1 + body + "<footer><p>5 March 2026</p></footer>", "", ""},
		{"microdata", "", body + `<p>By Mira Olsen, <span itemprop="datePublished" content="2026-03-05">Thursday</span></p>`, "2026-03-05", declared},
		{"microdata of a reader", "", body + `<div id="comments"><meta itemprop="datePublished" content="2026-03-06"></div>`, "", ""},
		{"main entity", `<script type="application/ld+json">{"@type":"WebPage","mainEntity":{"@type":"NewsArticle","datePublished":"2026-03-05"}}</script>`, h1 + body, "2026-03-05", declared},
		{"line feed in linked data", "<script type=\"application/ld+json\">{\"@type\":\"NewsArticle\",\"description\":\"a\nb\",\"datePublished\":\"2026-03-05\"}</script>", h1 + body, "2026-03-05", declared},
		{"at Greenwich", utc, h1 + body, "2026-03-06", declared},
		{"at Greenwich and here", utc, h1 + "<p>March 5, 2026 10:30 PM EST</p>" + body, "2026-03-05", shown},
		{"at Greenwich and long ago", utc, h1 + "<p>March 1, 2026</p>" + body, "2026-03-06", declared},
		{"at Greenwich and in linked data", utc + `<script type="application/ld+json">{"@type":"NewsArticle","datePublished":"2026-03-05T22:30:00-05:00"}</script>`, h1 + body, "2026-03-05", declared},
		{"declared twice", `<meta name="date" content="2026-03-05"><meta name="pubdate" content="2026-03-09">`, h1 + body, "", ""},
		{"declared twice, and once", `<meta name="date" content="2026-03-05"><meta name="pubdate" content="2026-03-09"><meta name="dc.date" content="2026-03-04">`, h1 + body, "2026-03-04", declared},
	}
	for _, tt := range tests {
		doc := decode(t, "a.html", htmlPage(tt.head, tt.body), ingest.Options{})
		value, basis := "", ""
		if doc.Published != nil {
			value, basis = doc.Published.Value, doc.Published.Basis
		}
		if value != tt.value || basis != tt.basis {
			t.Errorf("%s: %q (%s), want %q (%s)", tt.what, value, basis, tt.value, tt.basis)
		}
	}
}

func TestDayForms(t *testing.T) {
	for written, want := range map[string]string{
		"2026-03-05T10:00:00.000+0100":   "2026-03-05",
		"2026/3/5 10:00":                 "2026-03-05",
		"2026.03.05":                     "2026-03-05",
		"20260305":                       "2026-03-05",
		"20260305T101500Z":               "2026-03-05",
		"202603051015":                   "2026-03-05",
		"Thu, 05 Mar 2026 23:30:00 GMT":  "2026-03-05",
		"Thu Mar 05 10:00:00 CET 2026":   "2026-03-05",
		"March 5, 2026, 11:30 p.m.":      "2026-03-05",
		"Mar. 5th 2026":                  "2026-03-05",
		"5th of March, 2026":             "2026-03-05",
		"5-Mar-2026":                     "2026-03-05",
		"5. March 2026":                  "2026-03-05",
		"05.03.2026":                     "2026-03-05",
		"25/12/2026":                     "2026-12-25",
		"12/25/2026":                     "2026-12-25",
		"4/4/2026":                       "2026-04-04",
		"2026-03":                        "2026-03",
		"03/04/2026":                     "",
		"2026":                           "",
		"March 2026":                     "",
		"5 March":                        "",
		"2026-02-30":                     "",
		"2026-13-05":                     "",
		"1970-01-01":                     "",
		"0001-01-01T00:00:00":            "",
		"2126-03-05":                     "",
		"1772706600":                     "",
		"2026-03-05 to 2026-03-08":       "",
		"192.168.20.26":                  "",
		"the 2026-03-05-7 release 1.2.3": "",
		"Marchers 5, 2026":               "",
	} {
		doc := decode(t, "a.html", htmlPage(`<meta name="date" content="`+written+`">`, body), ingest.Options{})
		got := ""
		if doc.Published != nil {
			got = doc.Published.Value
		}
		if got != want {
			t.Errorf("%q: %q, want %q", written, got, want)
		}
	}
}

func TestPageFields(t *testing.T) {
	page := `<article><h1>Quay closed</h1>` + body + `</article>`
	tests := []struct{ what, head, outlet, byline, url string }{
		{"site name", `<meta property="og:site_name" content="Harbour Post">`, "Harbour Post", "", ""},
		{"publisher", `<script type="application/ld+json">{"@type":["Thing","NewsArticle"],"publisher":{"name":"Harbour  Post"},"author":"Mira Olsen"}</script>`, "Harbour Post", "Mira Olsen", ""},
		{"author", `<meta name="author" content="Mira Olsen; Tom Baker">`, "", "Mira Olsen|Tom Baker", ""},
		{"author, by", `<meta name="author" content="By Mira Olsen and Tom Baker"><meta name="byl" content="By Ida Holm">`, "", "Mira Olsen|Tom Baker", ""},
		{"account", `<meta name="author" content="molsen4"><meta name="article:author" content="https://post.example/mira"><meta name="byl" content="by admin">`, "", "", ""},
		{"author twice", `<script type="application/ld+json">{"@type":"NewsArticle","author":["Mira Olsen",{"name":"Mira Olsen"}]}</script>`, "", "Mira Olsen", ""},
		{"application", `<meta name="application-name" content="Harbour Post">`, "Harbour Post", "", ""},
		{"site is an address", `<meta property="og:site_name" content="https://post.example">`, "", "", ""},
		{"open graph address", `<meta property="og:url" content="https://post.example/a">`, "", "", "https://post.example/a"},
		{"address of the author", `<script type="application/ld+json">{"@type":"NewsArticle","author":{"name":"https://post.example/mira"}}</script>`, "", "", ""},
		{"host is no name", `<link rel="canonical" href="https://www.post.example/a">`, "", "", "https://www.post.example/a"},
		{"bad address", `<link rel="canonical" href="javascript:alert(1)">`, "", "", ""},
		{"strange linked data", `<script type="application/ld+json">{"@graph":[1,null,[[[[{"@type":"Article"}]]]],{"@type":"Article","author":[{"name":7},{}]}]}</script>`, "", "", ""},
	}
	for _, tt := range tests {
		doc := decode(t, "a.html", htmlPage(tt.head, page), ingest.Options{})
		if byline := strings.Join(doc.Byline, "|"); doc.Outlet != tt.outlet || byline != tt.byline || doc.URL != tt.url {
			t.Errorf("%s: outlet %q, byline %q, url %q", tt.what, doc.Outlet, byline, doc.URL)
		}
	}
}

func TestByline(t *testing.T) {
	tests := []struct{ what, byline, want string }{
		{"text", `<p class="byline">By Mira Olsen and Tom Baker, 5 March 2026</p>`, "Mira Olsen|Tom Baker"},
		{"links", `<div class="article-author">Words: <a href="/m">Mira Olsen</a> Pictures: <a href="/t">Tom Baker</a></div>`, "Mira Olsen|Tom Baker"},
		{"rel", `<p>Written by <a rel="author" href="/m">Mira Olsen</a></p>`, "Mira Olsen"},
		{"address", `<address class="author">Mira Olsen | Harbour Post</address>`, "Mira Olsen"},
		{"account", `<span class="author">molsen</span>`, ""},
		{"not marked", `<p>Mira Olsen</p>`, ""},
		{"of another report", `<div class="related"><span class="author">Ida Holm</span></div>`, ""},
	}
	for _, tt := range tests {
		page := htmlPage("", "<article><h1>Quay closed</h1>"+tt.byline+body+`<p class="author">Ida Holm</p></article>`)
		if got := strings.Join(decode(t, "a.html", page, ingest.Options{}).Byline, "|"); got != tt.want {
			t.Errorf("%s: %q, want %q", tt.what, got, tt.want)
		}
	}
}

func TestPageLanguage(t *testing.T) {
	for declared, want := range map[string]string{"en": "en", "en_GB": "en-GB", "zh-Hant-TW": "zh-Hant-TW", "": "", "<b>": "", "english": ""} {
		page := `<html lang="` + declared + `"><body><article>` + body + `</article></body></html>`
		if got := decode(t, "a.html", page, ingest.Options{}).Lang; got != want {
			t.Errorf("lang=%q: %q, want %q", declared, got, want)
		}
	}
}

func TestHeadlineStandsOnce(t *testing.T) {
	const title = "<title>Quay closed - Harbour Post</title>"
	tests := []struct{ what, head, body, want string }{
		{"in the article", title, "<article><h1>Quay closed</h1>" + body + "</article>", "Quay closed"},
		{"before the article", title, "<header><h1>Quay <i>closed</i></h1></header><article>" + body + "</article>", "Quay closed"},
		{"and the site's name", title, "<h1>Harbour Post</h1><article><h1>Quay closed</h1>" + body + "</article>", "Quay closed"},
		{"repeated as a paragraph", title, "<article><h1>Quay closed</h1><p>Quay closed</p>" + body + "</article>", "Quay closed"},
		{"another title", "<title>Cranes!</title>", "<main><h1>Quay closed</h1>" + body + "</main>", "Quay closed"},
		{"the only one", "<title>Cranes!</title>", "<div><h1>Quay closed</h1></div><div>" + body + "</div>", "Quay closed"},
		{"of second level", title + `<meta property="og:site_name" content="Harbour Post">`, `<h1>Harbour Post</h1><main><h2>Quay closed</h2>` + body + "</main>", "Quay closed"},
		{"and the front page", title + `<meta property="og:title" content="Quay closed">`, `<h1><a href="/">HP</a></h1><h2>Quay closed</h2>` + body, "Quay closed"},
	}
	for _, tt := range tests {
		doc := decode(t, "a.html", htmlPage(tt.head, tt.body), ingest.Options{})
		blocks := strings.Split(doc.Text, "\n\n")
		count := 0
		for _, b := range blocks {
			if b == tt.want {
				count++
			}
		}
		if doc.Title != tt.want || blocks[0] != tt.want || count != 1 || len(blocks) != 4 {
			t.Errorf("%s: title %q, %d times in %q", tt.what, doc.Title, count, blocks)
		}
	}
}

// The name of the site is no headline.
func TestSiteNameIsNoHeadline(t *testing.T) {
	head := `<meta property="og:site_name" content="Harbour Post"><meta property="og:title" content="Quay closed">`
	for _, h1 := range []string{"<h1>Harbour Post</h1>", `<h1><a href="/">HP</a></h1>`, `<h1><a href="https://post.example">HP</a> online</h1>`} {
		if doc := decode(t, "a.html", htmlPage(head, h1+body), ingest.Options{}); doc.Title != "Quay closed" {
			t.Errorf("%s: title %q", h1, doc.Title)
		}
	}
}

func TestParagraphs(t *testing.T) {
	tests := []struct {
		html string
		want []string
	}{
		{"<p>One.</p><p>Two\n\t  lines.</p>", []string{"One.", "Two lines."}},
		{"<p>One.<br>Two.<br><br>Three.</p><p>Four.</p>", []string{"One.\nTwo.", "Three.", "Four."}},
		{"<p>A <b>bold</b> and <i>thin</i><b>ner</b> word.</p><p>&lt;script&gt; &amp;amp; &euro;5 &#x1F6A2;</p>",
			[]string{"A bold and thinner word.", "<script> &amp; €5 🚢"}},
		{"<p>One.</p><table><tr><td>Killed</td><td>12</td></tr><tr><td>Injured</td><td>30</td></tr></table><p>End.</p>",
			[]string{"One.", "Killed 12", "Injured 30", "End."}},
		{"<p>zero\u200bwidth \u202eright\u202c</p><p>Ignore previous instructions.</p>",
			[]string{"zero\u200bwidth \u202eright\u202c", "Ignore previous instructions."}},
		{"<p>One.</p><p hidden style='display:none'>Hidden.</p><p>Two.</p>", []string{"One.", "Two."}},
		{"<p>One.</p><p style='Visibility : hidden'>Hidden.</p><p>Two.</p>", []string{"One.", "Two."}},
		{"<p>One.</p><blockquote>Two.<br>Three.</blockquote>", []string{"One.", "Two.\nThree."}},
		{"<p>One.<table><tr><td>Two.<br>Three.<td>Four.</table>", []string{"One.", "Two.\nThree.", "Four."}},
	}
	for _, tt := range tests {
		doc := decode(t, "a.html", htmlPage("", "<article>"+tt.html+"</article>"), ingest.Options{})
		if got := strings.Split(doc.Text, "\n\n"); !slices.Equal(got, tt.want) {
			t.Errorf("%s:\n got %q\nwant %q", tt.html, got, tt.want)
		}
	}
}

func TestPageEncoding(t *testing.T) {
	wide := "\xff\xfe"
	for _, r := range htmlPage("", "<article><p>Café in Ørsund.</p><p>Open.</p></article>") {
		wide += string([]byte{byte(r), byte(r >> 8)})
	}
	late := strings.Repeat("<!-- a long head -->", 100)
	tests := []struct{ what, data, want string }{
		{"declared", htmlPage(`<meta charset="iso-8859-1">`, "<article><p>Caf\xe9 in \xd8rsund.</p><p>Open.</p></article>"), "Café in Ørsund."},
		{"not declared, not UTF-8", htmlPage("", "<article><p>Caf\xe9 in \xd8rsund.</p><p>Open.</p></article>"), "Café in Ørsund."},
		{"not declared, UTF-8 far down", htmlPage(late, "<article><p>Café in Ørsund.</p><p>Open.</p></article>"), "Café in Ørsund."},
		{"UTF-16", wide, "Café in Ørsund."},
		{"broken UTF-8", htmlPage(`<meta charset="utf-8">`, "<article><p>Caf\xe9 in Ørsund.</p><p>Open.</p></article>"), "Caf\ufffd in Ørsund."},
		{"stray NUL", htmlPage("", "<article><p>Café in \x00Ørsund.</p><p>Open.</p></article>"), "Café in Ørsund."},
	}
	for _, tt := range tests {
		doc := decode(t, "a.html", tt.data, ingest.Options{})
		if got, _, _ := strings.Cut(doc.Text, "\n\n"); got != tt.want {
			t.Errorf("%s: %q, want %q", tt.what, got, tt.want)
		}
	}
}

// Around and inside a report stands much that is not the report.
func TestFurniture(t *testing.T) {
	prose := strings.SplitAfter(strings.NewReplacer("<p>", "", "</p>", "", "\n", "").Replace(body), "checked.")
	one, two := "<p>"+prose[0]+"</p>", "<p>"+prose[1]+"</p>"
	tests := []struct{ what, html, left string }{
		{"boxes", `<div class="article__share-bar">Share</div><aside>Aside.</aside><div role="navigation">Here.</div><ul class="postTags"><li>quay</li></ul>`, ""},
		{"form", `<form><p>Write to us.</p><button>Send</button></form>`, ""},
		{"caption", `<figure><img src=a><figcaption>The quay.</figcaption></figure><p class="wp-caption-text">A crane.</p>`, ""},
		{"table in a figure", `<figure><table><tr><td>Cranes</td><td>4</td></tr></table></figure>`, "Cranes 4"},
		{"links", `<p>Read more: <a href=/1>Ten years of cranes</a></p><p><a href=/2>Ferries stop.</a></p>`, ""},
		{"links under a heading", `<h3>Also today</h3><ul><li><a href=/1>Ten years of cranes</a></li></ul>`, ""},
		{"links under a label", `<p>Read also</p><ul><li><a href=/1>Ten years of cranes</a></li></ul>`, ""},
		{"link with a full stop", `<p><a href=/1>Ten years of cranes at the northern quay</a>.</p>`, ""},
		{"sentence as a heading", `<h3>Boats keep to the south.</h3><ul><li><a href=/1>Ten years of cranes</a></li></ul>`, "Boats keep to the south."},
		{"link in a sentence", `<p><a href=/1>Lena Brandt, who runs the office,</a> said no.</p>`, "Lena Brandt, who runs the office, said no."},
		{"short answers", `<p>Was it you?</p><p>No.</p>`, "Was it you?|No."},
		{"styled words", `<p>It was <span class="share">its share</span> of the costs.</p>`, "It was its share of the costs."},
		{"a post", `<blockquote class="social-embed"><p>Cracks!</p></blockquote>`, "Cracks!"},
		{"a time alone", `<p><time>10:15</time></p>`, ""},
	}
	for _, tt := range tests {
		doc := decode(t, "a.html", htmlPage("", `<div class="page has-sidebar"><div class="text">`+one+tt.html+two+"</div></div>"), ingest.Options{})
		want := slices.DeleteFunc([]string{prose[0], tt.left, prose[1]}, func(s string) bool { return s == "" })
		if got := strings.Split(doc.Text, "\n\n"); !slices.Equal(got, strings.Split(strings.Join(want, "|"), "|")) {
			t.Errorf("%s:\n got %q\nwant %q", tt.what, got, want)
		}
	}
}

// The report is the element that says so, unless it has little of the prose.
func TestBody(t *testing.T) {
	loose := strings.Repeat("<p>The tide tables of the northern quay are printed at the foot of this page.</p>", 2)
	const teaser = "<p>Ferries to the island stop for the winter, and for once nobody seems to mind.</p>"
	for what, page := range map[string]string{
		"class":     loose + `<div class="story-body__inner">` + body + "</div>",
		"microdata": loose + `<div itemprop="articleBody">` + body + "</div>",
		"article":   loose + "<article>" + body + "</article>",
		"main":      loose + "<main>" + body + "</main>",
		"role":      loose + `<div role="main">` + body + "</div>",
		"teasers":   "<div><article>" + teaser + "</article></div><div>" + body + "</div>",
		"nothing":   "<div><div>" + body + "</div></div><div>" + teaser + "</div>",
	} {
		text := decode(t, "a.html", htmlPage("", page), ingest.Options{}).Text
		if !strings.HasPrefix(text, "The harbour office said") || strings.Count(text, "\n\n") != 2 {
			t.Errorf("%s: %q", what, text)
		}
	}
	short := "<div>Borough of Hollin</div><main><p>Boil all water.</p><p>The well has germs.</p></main>"
	if text := decode(t, "a.html", htmlPage("", short), ingest.Options{}).Text; text != "Boil all water.\n\nThe well has germs." {
		t.Errorf("short: %q", text)
	}
}

// A site's words for the whole page do not make furniture of the report.
func TestReportInsideNamedElements(t *testing.T) {
	voices := strings.Repeat("<p>I have said for many years now that those cranes are older than the mayor is.</p>", 20)
	comments := `<section class="comments">` + voices + "</section>"
	for what, page := range map[string]string{
		"sidebar":            `<div class="with-sidebar newsletter-page">` + body + "</div>",
		"category":           `<div><article class="post tag-newsletter category-related"><h1>Quay closed</h1>` + body + "</article>" + comments + "</div>",
		"more comments":      `<div class="main-text">` + body + "</div>" + comments,
		"body by its name":   `<div class="promo-theme"><div class="article-body">` + body + "</div></div>" + comments,
		"comments on a page": `<div class="comments-open"><div><h1>Quay closed</h1>` + body + "</div></div>",
	} {
		text := strings.TrimPrefix(decode(t, "a.html", htmlPage("", page), ingest.Options{}).Text, "Quay closed\n\n")
		if !strings.HasPrefix(text, "The harbour office said") || strings.Count(text, "\n\n") != 2 {
			t.Errorf("%s: %q", what, text)
		}
	}
}
