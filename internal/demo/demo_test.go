package demo

import (
	"bytes"
	"io/fs"
	"slices"
	"testing"

	"readout/internal/ingest"
)

func TestReportsAreTheFilesOfTheStory(t *testing.T) {
	want, err := fs.Glob(files, "story/[0-9]*")
	if err != nil || len(want) == 0 {
		t.Fatalf("no files in story/: %v", err)
	}
	var names []string
	for _, r := range Reports() {
		names = append(names, "story/"+r.Name)
		if len(r.Data) == 0 {
			t.Errorf("%s is empty", r.Name)
		}
	}
	if !slices.Equal(names, want) {
		t.Errorf("the manifest lists %q, story/ has %q", names, want)
	}
}

// Every report can be taken in with what the manifest gives, and then has an
// outlet and a day; the days do not go back.
func TestReportsInOrderOfPublication(t *testing.T) {
	before := ""
	for _, r := range Reports() {
		doc, err := ingest.Decode(r.Name, r.Data, ingest.Options{Published: r.Published, Outlet: r.Outlet})
		if err != nil {
			t.Error(err)
			continue
		}
		if !doc.Published.Known() {
			t.Errorf("%s has no day of publication", r.Name)
			continue
		}
		if doc.Outlet == "" {
			t.Errorf("%s has no outlet", r.Name)
		}
		if doc.Published.Value < before {
			t.Errorf("%s of %s stands after one of %s", r.Name, doc.Published.Value, before)
		}
		before = doc.Published.Value
	}
}

// The manifest gives nothing that a report says itself.
func TestManifestGivesOnlyWhatIsMissing(t *testing.T) {
	for _, r := range Reports() {
		doc, err := ingest.Decode(r.Name, r.Data, ingest.Options{})
		if err != nil {
			t.Error(err)
			continue
		}
		if r.Published != "" && doc.Published.Known() {
			t.Errorf("%s says its own day, %s", r.Name, doc.Published.Value)
		}
		if r.Outlet != "" && doc.Outlet != "" {
			t.Errorf("%s says its own outlet, %s", r.Name, doc.Outlet)
		}
	}
}

// Two versions of one report differ in text, not in outlet and title.
func TestTwoVersionsOfOneReport(t *testing.T) {
	var docs [2][]byte
	var heads [2]string
	for i, name := range []string{"06-amsel-courier.txt", "07-amsel-courier.txt"} {
		for _, r := range Reports() {
			if r.Name != name {
				continue
			}
			doc, err := ingest.Decode(r.Name, r.Data, ingest.Options{})
			if err != nil {
				t.Fatal(err)
			}
			docs[i], heads[i] = r.Data, doc.Outlet+": "+doc.Title
		}
	}
	if heads[0] != heads[1] || heads[0] == ": " || heads[0] == "" {
		t.Errorf("outlet and title are %q and %q", heads[0], heads[1])
	}
	if bytes.Equal(docs[0], docs[1]) {
		t.Error("the two versions have the same text")
	}
}
