package ingest_test

import (
	"strings"
	"testing"

	"readout/internal/ingest"
)

// Nothing that a script, style, frame, comment or attribute holds is text.
func TestScriptsNeverInText(t *testing.T) {
	const leak = "LEAK one two three, said the minister of scripts on Thursday evening. "
	long := strings.Repeat(leak, 5)
	holders := []string{
		"<script>" + long + "</script>",
		"<p><script><!-- <p>" + long + "</p> --></script></p>",
		"<SCRIPT type=text/template><p>" + long + "</p></SCRIPT>",
		`<script type="application/ld+json">{"@type":"NewsArticle","articleBody":"` + long + `"}</script>`,
		"<style>" + long + "</style>",
		"<noscript><p>" + long + "</p></noscript>",
		"<template><p>" + long + "</p></template>",
		"<iframe srcdoc='" + long + "'><p>" + long + "</p></iframe>",
		"<svg><text>" + long + "</text><script>" + long + "</script></svg>",
		"<svg><style>" + long + "</style></svg>",
		"<math><annotation-xml encoding=text/html><p>" + long + "</p></annotation-xml></math>",
		"<!-- " + long + " -->",
		"<p onclick='" + long + "' title='" + long + "'></p>",
		"<textarea>" + long + "</textarea>",
		"<object><p>" + long + "</p></object>",
	}
	for _, h := range holders {
		for _, page := range []string{
			htmlPage("", "<article>"+body+h+"</article>"),
			htmlPage(h, "<article><p>A short notice.</p>"+h+"<p>The end.</p></article>"),
		} {
			doc := decode(t, "a.html", page, ingest.Options{})
			if strings.Contains(doc.Text, "LEAK") || len(doc.Text) < 20 {
				t.Errorf("%.40s: text %q", h, doc.Text)
			}
		}
	}
}

// Pages made to be slow or huge are refused before they are taken apart. The
// trees of some would have a hundred million nodes.
func TestBombs(t *testing.T) {
	rep := strings.Repeat
	attributes := func(tag string, n int) string {
		var b strings.Builder
		for i := range n {
			b.WriteString("<" + tag + " " + rep("a", i%9) + rep("b", i%7) + rep("c", i%11) + "='x'>")
		}
		return b.String()
	}
	bombs := map[string]string{
		"nested divs":          rep("<div>", 10_000) + "deep" + rep("</div>", 10_000),
		"nested spans":         rep("<span>", 600) + "deep",
		"nested lists":         rep("<ul><li>x", 70) + rep("</li></ul>", 70),
		"many paragraphs":      rep("<p>x", 200_000),
		"open formatting":      "<p>" + attributes("b", 400) + rep("<p>x", 50_000),
		"open formatting, two": rep("<font size=1><i><b><u>", 100) + rep("<p>x", 50_000),
		"attributes":           rep("<p a b c d e f g h i j k l m n o p q r s t u v w x y z>x", 4_000),
		"merged bodies":        rep("<body x"+rep(" a=1", 50)+">", 1_000),
		"nested tables":        rep("<table><tr><td>x", 10_000),
		"much text":            "<p>" + rep("word ", 400_000) + "</p>",
		"entities":             `<!DOCTYPE html [<!ENTITY a "` + rep("&b;", 1_000) + `">]>` + rep("<p>&a;", 30_000),
	}
	for name, bomb := range bombs {
		doc, err := ingest.Decode("a.html", []byte(bomb), ingest.Options{})
		if err == nil {
			t.Errorf("%s: taken in, %d bytes of text", name, len(doc.Text))
		}
	}
}

// XML entities are not expanded.
func TestEntitiesStayAsTheyAre(t *testing.T) {
	page := `<!DOCTYPE html [<!ENTITY lol "lol"><!ENTITY lol2 "&lol;&lol;&lol;">]><html><body><article>` + body + `<p>It said &lol2; twice.</p></article></body></html>`
	if doc := decode(t, "a.html", page, ingest.Options{}); !strings.HasSuffix(doc.Text, "It said &lol2; twice.") {
		t.Errorf("text %q", doc.Text)
	}
}

func TestHostileNameIsUTF8(t *testing.T) {
	if doc := decode(t, "caf\xe9.txt", "The quay is closed.", ingest.Options{}); doc.Name != "caf\ufffd.txt" {
		t.Errorf("name %q", doc.Name)
	}
}
