package ingest_test

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/net/html"

	"readout"
	"readout/internal/ingest"
)

// FuzzDecode: any bytes under any name become a sound document or an error,
// and the same twice.
func FuzzDecode(f *testing.F) {
	for _, pattern := range []string{"report.txt", "prefix.txt", "report.md", "report.html"} {
		data, err := os.ReadFile(filepath.Join("testdata", pattern))
		if err != nil {
			f.Fatal(err)
		}
		f.Add(pattern, data)
	}
	f.Add("a.txt", []byte("\xff\xfea\x00\x00\xd8\x00\xdc"))
	f.Add("stdin", []byte("\x1f\x8b\x08"))
	f.Fuzz(func(t *testing.T, name string, data []byte) {
		doc := decodeTwice(t, name, data)
		if doc == nil || strings.HasSuffix(name, "l") || !utf8.Valid(data) {
			return
		}
		// What is read as text or Markdown is the file, from its mark on.
		if strings.HasSuffix(name, ".md") || strings.HasSuffix(name, ".txt") {
			if want := strings.TrimPrefix(string(data), "\ufeff"); doc.Text != want {
				t.Errorf("text %q, want the file", doc.Text)
			}
		}
	})
}

// FuzzHTML: no page makes the extractor panic or brings the content of a
// script or style into the text.
func FuzzHTML(f *testing.F) {
	for _, name := range samples {
		if !strings.HasSuffix(name, ".html") {
			continue
		}
		sample, err := os.ReadFile("testdata/" + name)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(string(sample))
	}
	f.Add(htmlPage("", "<article>"+body+"</article>"))
	f.Add("<article><p>One.<br><br>Two.<p>Three.<script>var insideTheScript</script><ul><li>x<table><tr><td>y")
	f.Add(`<script type="application/ld+json">{"@graph":[{"@type":"NewsArticle","author":[{"name":"A B"}],"datePublished":"2026-03-05"}]}</script><p>x`)
	f.Add("<main><h1>T</h1><time datetime=2026-03-05>5 March</time><blockquote>q<p>r</blockquote><pre><code>c</code></pre></main>")
	f.Fuzz(func(t *testing.T, page string) {
		doc := decodeTwice(t, "a.html", []byte(page))
		if doc == nil {
			return
		}
		for _, w := range scriptWords(page) {
			if strings.Contains(doc.Text, w) {
				t.Errorf("%q stands only in a script, and in the text %q", w, doc.Text)
			}
		}
	})
}

// soup are the pieces that FuzzSoup writes pages from.
var soup = strings.Split("<p> </p> <div> </div> <article> </article> <main> <h1> </h1> <h2> <br> <b> </b> <i> <a\u00a0href=/x> </a> "+
	"<span> </span> <ul> <ol> <li> </ul> <dl> <dd> <table> <tr> <td> </table> <blockquote> </blockquote> <q> <pre> <code> </pre> "+
	"<details> <summary> </details> <figure> <figcaption> <time\u00a0datetime=2026-03-05> </time> <script>var\u00a0onlyInsideScripts</script> "+
	"<style>onlyInsideStyles</style> <svg> </svg> <form> <p\u00a0class=comment> <div\u00a0class=date> <div\u00a0class=post-content> <hr> <img> "+
	"<template> </template> <select> <body> <head> <title> </title> <lb> <del> <section> <aside> <footer> Words\u00a0said. 2026 &amp; \n", " ")

// FuzzSoup is FuzzHTML with pages of whole tags, one a byte: random bytes
// seldom make a list inside a table.
func FuzzSoup(f *testing.F) {
	f.Add([]byte("\x04\x00\x3e\x01\x13\x16\x1a\x05"))
	f.Fuzz(func(t *testing.T, pieces []byte) {
		var page strings.Builder
		for _, b := range pieces {
			page.WriteString(strings.ReplaceAll(soup[int(b)%len(soup)], "\u00a0", " "))
		}
		doc := decodeTwice(t, "a.html", []byte(page.String()))
		if doc != nil && strings.Contains(doc.Text, "onlyInside") {
			t.Errorf("%s: text %q", page.String(), doc.Text)
		}
	})
}

func decodeTwice(t *testing.T, name string, data []byte) *readout.Document {
	doc, err := ingest.Decode(name, data, ingest.Options{})
	again, err2 := ingest.Decode(name, data, ingest.Options{})
	if diff := cmp.Diff(doc, again); diff != "" || (err == nil) != (err2 == nil) {
		t.Fatalf("decoded twice (-first +second):\n%s\n%v\n%v", diff, err, err2)
	}
	if err != nil {
		return nil
	}
	checkDocument(t, data, doc)
	return doc
}

var rxLongWord = regexp.MustCompile(`[A-Za-z]{12,}`)

// scriptWords gives the long words that stand in the scripts and styles of a
// page and nowhere else in it.
func scriptWords(page string) []string {
	root, err := html.Parse(strings.NewReader(page))
	if err != nil {
		return nil
	}
	var inside []string
	var outside strings.Builder
	for n := range root.Descendants() {
		if n.Type == html.TextNode && (n.Parent.Data == "script" || n.Parent.Data == "style") {
			inside = append(inside, rxLongWord.FindAllString(n.Data, -1)...)
		} else if n.Type == html.TextNode {
			outside.WriteString(n.Data + " ")
		}
		for _, a := range n.Attr {
			outside.WriteString(a.Val + " ")
		}
	}
	var only []string
	for _, w := range inside {
		if !strings.Contains(outside.String(), w) {
			only = append(only, w)
		}
	}
	return only
}
