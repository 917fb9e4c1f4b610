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
		declared = "page metadata (go-htmldate)"
		shown    = "date shown on the page (go-htmldate)"
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
		{"canonical address", `<link rel="canonical" href="https://post.example/2026/03/05/quay">`, article, "", "2026-03-05", declared},
		{"address given", "", article, "https://post.example/2026/03/05/quay", "2026-03-05", declared},
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

func TestPageFields(t *testing.T) {
	page := `<article><h1>Quay closed</h1>` + body + `</article>`
	tests := []struct{ what, head, outlet, byline, url string }{
		{"site name", `<meta property="og:site_name" content="Harbour Post">`, "Harbour Post", "", ""},
		{"publisher", `<script type="application/ld+json">{"@type":["Thing","NewsArticle"],"publisher":{"name":"Harbour  Post"},"author":"Mira Olsen"}</script>`, "Harbour Post", "Mira Olsen", ""},
		{"author", `<meta name="author" content="Mira Olsen; Tom Baker">`, "", "Mira Olsen|Tom Baker", ""},
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
