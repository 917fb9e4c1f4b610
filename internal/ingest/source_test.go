package ingest_test

import (
	"strings"
	"testing"

	"readout/internal/ingest"
)

func placeOf(t *testing.T, name string, data []byte, words string) ingest.Place {
	t.Helper()
	doc, err := ingest.Decode(name, data, ingest.Options{})
	if err != nil {
		t.Fatal(err)
	}
	s, err := ingest.Trace(doc, data)
	if err != nil {
		t.Fatal(err)
	}
	at := strings.Index(doc.Text, words)
	if at < 0 {
		t.Fatalf("no %q in %q", words, doc.Text)
	}
	return s.At(at)
}

func TestSourceAt(t *testing.T) {
	page := "\ufeff<!doctype html>\n<html><head><title>The boat is late</title><script>The boat is late</script></head>\n" +
		"<body><article><h1>The  boat\n is <b>late</b></h1>\n<p class=x>Zoë &amp; Co: the <i>captain</i>&nbsp;said it was &ldquo;a long\n" +
		"night&rdquo;, and then another long night after the storm of the week.</p><p>Ane Berg denied it and said nothing more of the boat that was late.</p></article></body></html>"
	for _, c := range []struct {
		name, file, words string
		want              ingest.Place
	}{
		{"a.txt", "\ufeffOne.\r\nZoë said: two.\n", "two", ingest.Place{Line: 2, Column: 11, InFile: true}},
		{"a.md", "---\ntitle: x\n---\n\n*One* two", "two", ingest.Place{Line: 5, Column: 7, InFile: true}},
		{"a.html", page, "late", ingest.Place{Line: 4, Column: 8, InFile: true}},
		{"a.html", page, "Co: the", ingest.Place{Line: 5, Column: 22, InFile: true}},
		{"a.html", page, "“a long", ingest.Place{Line: 5, Column: 62, InFile: true}},
		{"a.html", page, "night”", ingest.Place{Line: 6, Column: 1, InFile: true}},
		{"a.html", page, "denied", ingest.Place{Line: 6, Column: 87, InFile: true}},
	} {
		if got := placeOf(t, c.name, []byte(c.file), c.words); got != c.want {
			t.Errorf("%s, %q: got %+v, want %+v", c.name, c.words, got, c.want)
		}
	}
	word := docx(t, "word/document.xml", wordBody("<w:p><w:r><w:t>One.</w:t></w:r></w:p><w:p/><w:p><w:r><w:t>Said Zoë: two.</w:t></w:r></w:p>"))
	if got, want := placeOf(t, "a.docx", word, "two"), (ingest.Place{Line: 3, Column: 11, Paragraph: 2}); got != want {
		t.Errorf("DOCX: got %+v, want %+v", got, want)
	}
}

// Words that the page writes otherwise than they are read have the place in
// the text, and it says so.
func TestSourceNotInFile(t *testing.T) {
	page := "<html><body><article><p>Zoë said the boat was late &amp that the weather had been very bad since the morning.</p></article></body></html>"
	if got, want := placeOf(t, "a.html", []byte(page), "boat"), (ingest.Place{Line: 1, Column: 14}); got != want {
		t.Errorf("got %+v, want %+v", got, want)
	}
}
