package ingest_test

import (
	"encoding/json"
	"flag"
	"os"
	"path"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"readout"
	"readout/internal/ingest"
)

var update = flag.Bool("update", false, "rewrite the expected documents; read the diff")

// samples are one of each format, then pages of the kinds that people save: a
// blog system, a page for phones, a live page, an agency's page laid out in
// tables, broken markup, more comments than report, a cookie banner longer
// than the report, a short notice.
var samples = []string{
	"report.txt", "prefix.txt", "report.md", "report.html",
	"page/wordpress.html", "page/amp.html", "page/live.html", "page/agency.html",
	"page/broken.html", "page/comments.html", "page/cookie.html", "page/notice.html",
}

// The documents that the samples become.
func TestSamples(t *testing.T) {
	for _, name := range samples {
		t.Run(name, func(t *testing.T) {
			data, err := os.ReadFile("testdata/" + name)
			if err != nil {
				t.Fatal(err)
			}
			got, err := ingest.Decode(path.Base(name), data, ingest.Options{})
			if err != nil {
				t.Fatal(err)
			}
			golden := "testdata/" + name + ".json"
			if *update {
				writeDocument(t, golden, got)
			}
			if diff := cmp.Diff(readDocument(t, golden), got); diff != "" {
				t.Errorf("document (-want +got):\n%s", diff)
			}
			checkDocument(t, data, got)
		})
	}
}

// checkDocument holds what is true of every document.
func checkDocument(t *testing.T, data []byte, doc *readout.Document) {
	t.Helper()
	if doc.Hash != readout.HashOf(data) || doc.ID != readout.DocumentID(doc.Hash) {
		t.Errorf("id %s and hash %s are not those of the bytes", doc.ID, doc.Hash)
	}
	if doc.Recorded != nil || doc.Retrieved != nil {
		t.Error("recorded or retrieved is set: ingest has no clock")
	}
	if strings.ToValidUTF8(doc.Text, "") != doc.Text || strings.TrimSpace(doc.Text) == "" {
		t.Errorf("text is empty or not UTF-8: %q", doc.Text)
	}
	if doc.Published != nil && doc.Published.Phrase != nil {
		if err := doc.Check(*doc.Published.Phrase); err != nil {
			t.Error(err)
		}
	}
}

func readDocument(t *testing.T, path string) *readout.Document {
	t.Helper()
	b, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	doc := new(readout.Document)
	if err := json.Unmarshal(b, doc); err != nil {
		t.Fatal(err)
	}
	return doc
}

func writeDocument(t *testing.T, path string, doc *readout.Document) {
	t.Helper()
	b, err := json.MarshalIndent(doc, "", "  ")
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, append(b, '\n'), 0o644); err != nil {
		t.Fatal(err)
	}
}
