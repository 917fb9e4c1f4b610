package ingest_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"readout/internal/ingest"
)

func TestPublicationDateInText(t *testing.T) {
	tests := []struct{ text, value, phrase string }{
		{" date 2026-03-05 Officials said.", "2026-03-05", "2026-03-05"},
		{"Date 2026-03\nOfficials said.", "2026-03", "2026-03"},
		{"date 2026-02-31 Officials said.", "", ""},
		{"date 2026-03-05x Officials said.", "", ""},
		{"Officials said. date 2026-03-05", "", ""},
		{"update 2026-03-05 Officials", "", ""},
		{"Date: 2026-03-05\r\nOfficials", "2026-03-05", "2026-03-05"},
		{"published:March 5, 2026  \nOfficials", "2026-03-05", "March 5, 2026"},
		{"Published: Thu, 05 Mar 2026 23:30:00 -0500\nOfficials", "2026-03-05", "Thu, 05 Mar 2026 23:30:00 -0500"},
		{"Outlet: Post\nDate: 5 Mar 2026\nOfficials", "2026-03-05", "5 Mar 2026"},
		{"Date: 03/04/2026\nOfficials", "", ""},
		{"Date: soon\nPublished: 2026-03-05\nOfficials", "2026-03-05", "2026-03-05"},
		{"Date: 2026-03-05\nPublished: 2026-03-06\nOfficials", "2026-03-05", "2026-03-05"},
		{"Officials said:\nDate: 2026-03-05\n", "", ""},
		{"\nDate: 2026-03-05\n", "", ""},
		{"Mayor: no\nDate: 2026-03-05\n", "", ""},
		{"Date: \u00a02026-03-05\u00a0\n", "2026-03-05", "2026-03-05"},
	}
	for _, tt := range tests {
		doc := decode(t, "a.txt", tt.text, ingest.Options{})
		value, phrase := "", ""
		if doc.Published != nil {
			value, phrase = doc.Published.Value, doc.Published.Phrase.Text
		}
		if value != tt.value || phrase != tt.phrase {
			t.Errorf("%q: %q from %q, want %q from %q", tt.text, value, phrase, tt.value, tt.phrase)
		}
	}
}

func TestFrontMatter(t *testing.T) {
	tests := []struct {
		text, title, outlet, published string
		byline                         []string
	}{
		{"---\ntitle: A: b\nsource: Post\ndate: '2026-03-05'\nauthor: [Mira Olsen, \"Tom Baker\"]\n---\nText",
			"A: b", "Post", "2026-03-05", []string{"Mira Olsen", "Tom Baker"}},
		{"---\nauthor: Mira Olsen\ndraft: yes\n# a comment\nnot a field\n...\nText", "", "", "", []string{"Mira Olsen"}},
		{"---\ntitle: never closed\nText", "", "", "", nil},
		{"Text\n---\ntitle: not at the top\n---\n", "", "", "", nil},
		{"---\ntags:\n  - Ana\nsource: https://post.example\nlink: javascript:alert(1)\ntitle: \n---\nText", "", "", "", nil},
		{"----\ntitle: a rule\n----\n", "", "", "", nil},
		{"---\r\ntitle: \"CR\"\r\ndate: 2026-03\r\n---\r\nText", "CR", "", "2026-03", nil},
		{"---\npublished: true\ndate: 2026-03-05 10:00\n---\nText", "", "", "2026-03-05", nil},
		{"---\ntitle: '\n---\nText", "'", "", "", nil},
	}
	for _, tt := range tests {
		doc := decode(t, "a.md", tt.text, ingest.Options{})
		published := ""
		if doc.Published != nil {
			published = doc.Published.Value
		}
		got := []any{doc.Title, doc.Outlet, published, doc.Byline, doc.URL, doc.Text}
		want := []any{tt.title, tt.outlet, tt.published, tt.byline, "", tt.text}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%q (-want +got):\n%s", tt.text, diff)
		}
	}
}
