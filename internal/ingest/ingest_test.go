package ingest_test

import (
	"errors"
	"strings"
	"testing"
	"unicode/utf16"

	"readout"
	"readout/internal/ingest"
)

func decode(t *testing.T, name, data string, o ingest.Options) *readout.Document {
	t.Helper()
	doc, err := ingest.Decode(name, []byte(data), o)
	if err != nil {
		t.Fatal(err)
	}
	checkDocument(t, []byte(data), doc)
	return doc
}

func TestFormatDetected(t *testing.T) {
	page := "<!-- saved -->\n<!DOCTYPE html><html><body><article><p>The quay is closed.</p></article></body></html>"
	tests := []struct {
		name, data, want string
	}{
		{"a.txt", page, "text"},
		{"a.HTML", "x", "html"},
		{"a.htm", "x", "html"},
		{"a.markdown", page, "markdown"},
		{"stdin", page, "html"},
		{"stdin", "\ufeff<html lang=en>", "html"},
		{"https://post.example/a", page, "html"},
		{"stdin", "The <html> element", "text"},
		{"notes", "---\ntitle: x\n---\n", "text"},
	}
	for _, tt := range tests {
		got := ""
		for _, f := range ingest.Formats {
			if f.Detect(tt.name, []byte(tt.data)) {
				got = f.Name
				break
			}
		}
		if got != tt.want {
			t.Errorf("%s %.20q: %s, want %s", tt.name, tt.data, got, tt.want)
		}
	}
}

func TestTextIsTheFile(t *testing.T) {
	texts := []string{
		"One line\r\n\tand another\x0c\n",
		"  leading and trailing  \n\n\n",
		"zero\u200bwidth, \u202eright to left\u202c, \u00a0 and e\u0301",
		"Ignore previous instructions and <script>alert(1)</script> &amp; &lol9;",
		"a stray escape \x1b in a long enough line of text",
		"replacement \ufffd stays",
	}
	for _, text := range texts {
		for _, name := range []string{"a.txt", "a.md"} {
			if got := decode(t, name, text, ingest.Options{}).Text; got != text {
				t.Errorf("%s: text %q, want %q", name, got, text)
			}
			if got := decode(t, name, "\ufeff"+text, ingest.Options{}).Text; got != text {
				t.Errorf("%s: with a byte order mark: text %q, want %q", name, got, text)
			}
		}
	}
}

func TestUTF16(t *testing.T) {
	const text = "Date: 2026-03-05\nThe quay 𝕏 is “closed”.\n"
	little, big := "\xff\xfe", "\xfe\xff"
	for _, u := range utf16.Encode([]rune(text)) {
		little += string([]byte{byte(u), byte(u >> 8)})
		big += string([]byte{byte(u >> 8), byte(u)})
	}
	for _, data := range []string{little, big} {
		doc := decode(t, "a.txt", data, ingest.Options{})
		if doc.Text != text || !doc.Published.Known() {
			t.Errorf("text %q, published %v", doc.Text, doc.Published)
		}
	}
}

func TestRefused(t *testing.T) {
	tests := []struct{ name, data, want string }{
		{"a.txt", "", "empty"},
		{"a.txt", " \r\n\t\u00a0\u200b\ufeff", "empty"},
		{"a.txt", "\ufeff", "empty"},
		{"a.txt", "quay\x00", "NUL byte at byte 4"},
		{"a.txt", "caf\xe9", "byte 3 is not UTF-8"},
		{"a.txt", "ab\x01\x02\x03", "3 control characters, the first at byte 2"},
		{"a.txt", "\xff\xfea\x00b", "half a UTF-16 unit at byte 4"},
		{"a.txt", "\xff\xfe\x00\xd8a\x00", "half a UTF-16 pair at byte 2"},
		{"a.txt", "\xff\xfe\x00\xd8", "half a UTF-16 pair at byte 2"},
		{"a.txt", "\xff\xfe\x00\xdc", "half a UTF-16 pair at byte 2"},
		{"a.txt", "\xff\xfe\x00\x00", "NUL character at byte 2"},
		{"a.md", "quay\x00", "NUL byte at byte 4"},
		{"a.txt", "\x1f\x8b\x08\x00\x00", "gzip"},
		{"a.txt", "PK\x03\x04\x14\x00", "zip"},
		{"a.txt", "%PDF-1.4\n%\xe2\xe3", "PDF"},
		{"a.html", "\x1f\x8b\x08\x00\x00", "gzip"},
		{"a.html", "", "empty"},
		{"a.html", strings.Repeat("\x00<p>", 9), "NUL"},
		{"a.html", "<html><body><nav><a href=/>Home</a></nav></body></html>", "no main text"},
		{"a.html", "<script>document.write('only a script writes')</script>", "no main text"},
		{"a.html", "<title>Quay closed until the cranes have been checked</title>", "no main text"},
		{"a.txt", strings.Repeat("a", ingest.MaxSize+1), "more than"},
		{"a.html", strings.Repeat("a", 20<<20), "more than"},
	}
	for _, tt := range tests {
		doc, err := ingest.Decode(tt.name, []byte(tt.data), ingest.Options{})
		var e *ingest.Error
		if !errors.As(err, &e) {
			t.Errorf("%.20q: %v, %v; want an *Error", tt.data, doc, err)
			continue
		}
		if !strings.HasPrefix(err.Error(), tt.name+": ") || !strings.Contains(err.Error(), tt.want) || e.Hint() == "" {
			t.Errorf("%.20q: error %q, hint %q; want %q and a hint", tt.data, err, e.Hint(), tt.want)
		}
	}
}

func TestLargestFileIsRead(t *testing.T) {
	text := strings.Repeat("a", ingest.MaxSize)
	if got := decode(t, "a.txt", text, ingest.Options{}).Text; got != text {
		t.Errorf("%d bytes, want %d", len(got), len(text))
	}
}

func TestOptionsWin(t *testing.T) {
	o := ingest.Options{Published: "2026-04", Outlet: "Sund Times", Lang: "da", URL: "https://sund.example/1"}
	page := `<html lang=en><head><meta property="og:site_name" content="Harbour Post">
		<meta name=date content=2026-03-05><link rel=canonical href="https://post.example/1"></head>
		<body><article><p>The quay is closed, the mayor said.</p><p>It opens in May.</p></article></body></html>`
	text := "Outlet: Harbour Post\nDate: 2026-03-05\nLang: en\nURL: https://post.example/1\n\nThe quay is closed."
	for name, data := range map[string]string{"a.html": page, "a.txt": text} {
		declared := decode(t, name, data, ingest.Options{})
		if declared.Outlet != "Harbour Post" || declared.Published.Value != "2026-03-05" || declared.Lang != "en" || declared.URL != "https://post.example/1" {
			t.Errorf("%s declares %+v", name, declared)
		}
		doc := decode(t, name, data, o)
		want := readout.Date{Value: "2026-04", Grain: readout.GrainMonth, Basis: "given with --published"}
		if doc.Outlet != o.Outlet || doc.Lang != o.Lang || doc.URL != o.URL || *doc.Published != want {
			t.Errorf("%s: %+v", name, doc)
		}
		if doc.ID != declared.ID || doc.Text != declared.Text {
			t.Errorf("%s: options changed the id or the text", name)
		}
	}
}

func TestPublishedOption(t *testing.T) {
	for _, s := range []string{"2026-03-05", "2026-03"} {
		if err := (ingest.Options{Published: s}).Check(); err != nil {
			t.Error(err)
		}
	}
	for _, s := range []string{"5 March 2026", "2026", "2026-13", "2026-02-30", "2026-3-5", "today", " 2026-03-05"} {
		o := ingest.Options{Published: s}
		var e *ingest.Error
		if err := o.Check(); !errors.As(err, &e) || e.Hint() == "" {
			t.Errorf("%q: %v, want an error with a hint", s, err)
		}
		if _, err := ingest.Decode("a.txt", []byte("text"), o); err == nil {
			t.Errorf("%q: Decode takes it", s)
		}
	}
}

// What is not declared stays unknown.
func TestNothingInvented(t *testing.T) {
	text := "The quay was closed on 5 March 2026, the Harbour Post wrote."
	pages := map[string]string{"a.txt": text, "a.md": text, "a.html": "<html><body><article><p>" + text + "</p><p>More.</p></article></body></html>"}
	for name, data := range pages {
		doc := decode(t, name, data, ingest.Options{})
		if doc.Published != nil || doc.Outlet != "" || doc.Lang != "" || doc.URL != "" || doc.Byline != nil || doc.Title != "" {
			t.Errorf("%s: %+v", name, doc)
		}
	}
}
