package revision_test

import (
	"strings"
	"testing"

	"readout"
	"readout/internal/ledger/revision"
	"readout/internal/ledger/shelf"
)

const first = "The lock stays shut.\nEleven people were hurt, the harbour board said on Monday evening.\nNobody has been charged."

const second = "The lock stays shut.\nNine people were hurt, the harbour board said on Monday evening.\nThe pilots met at noon in the old mill.\nEditor's note: An earlier version said eleven."

// version is a report with a segment a paragraph, and a statement in the
// second.
func version(t *testing.T, id, url, outlet, day, text string) (*readout.Document, *readout.Record) {
	t.Helper()
	doc := &readout.Document{ID: id, URL: url, Outlet: outlet, Title: "Velm lock", Text: text, Published: &readout.Date{Value: day}}
	rec := &readout.Record{Doc: id}
	at := 0
	for i, p := range strings.Split(text, "\n") {
		span, err := doc.Span(readout.Range{Start: at, End: at + len(p)})
		if err != nil {
			t.Fatal(err)
		}
		rec.Segments = append(rec.Segments, readout.Segment{Doc: id, Span: span, Class: readout.Body})
		if i == 1 {
			rec.Statements = append(rec.Statements, readout.Statement{ID: "s-" + id, Doc: id, Speaker: "p-board", Span: span, Content: []readout.Span{span}})
		}
		at += len(p) + 1
	}
	return doc, rec
}

// file is a file with a library of its reports.
type file struct {
	*revision.File
	docs map[string]*readout.Document
	recs map[string]*readout.Record
}

func newFile() *file {
	f := &file{docs: map[string]*readout.Document{}, recs: map[string]*readout.Record{}}
	f.File = revision.New(shelf.New(nil), func(doc string) (*readout.Document, *readout.Record) { return f.docs[doc], f.recs[doc] })
	return f
}

func (f *file) add(doc *readout.Document, rec *readout.Record) {
	f.docs[doc.ID], f.recs[doc.ID] = doc, rec
	f.Add(doc, rec)
}

func (f *file) changed() []readout.Revision {
	put, _ := f.Changed()
	return shelf.Groups(put)
}

func TestRevisions(t *testing.T) {
	const page = "https://post.example/lock"
	for _, tc := range []struct {
		name, url, outlet, text string
		by                      string
	}{
		{"same address", page + "#top", "", second, "address"},
		{"same title and outlet", "", "Harbour Post", second, "title"},
		{"another outlet", "", "Tide Wire", strings.Split(second, "\nEditor")[0], ""},
		{"the same text", page, "Harbour Post", first, ""},
		{"same title, other words", "", "Harbour Post", "Grain prices rose again.", ""},
	} {
		f := newFile()
		f.add(version(t, "d-2", tc.url, tc.outlet, "2026-05-05", tc.text)) // the later comes first
		f.add(version(t, "d-1", page, "Harbour Post", "2026-05-04", first))
		all := f.changed()
		if tc.by == "" {
			if len(all) > 0 {
				t.Errorf("%s: %+v", tc.name, all)
			}
			continue
		}
		if len(all) != 1 || all[0].Doc != "d-2" || all[0].Of != "d-1" || all[0].By != tc.by {
			t.Fatalf("%s: %+v", tc.name, all)
		}
		r := all[0]
		if len(r.Notes) != 1 || !strings.HasPrefix(r.Notes[0].Text, "Editor's note") {
			t.Errorf("%s: notes %+v", tc.name, r.Notes)
		}
		if len(r.Statements) != 1 || r.Statements[0] != (readout.StatementChange{Before: "s-d-1", After: "s-d-2"}) {
			t.Errorf("%s: statements %+v", tc.name, r.Statements)
		}
		if got := changes(r); got != "Eleven>Nine >The >Editor's Nobody>" {
			t.Errorf("%s: changes %q", tc.name, got)
		}
	}
}

// changes is the first word of each paragraph before and after.
func changes(r readout.Revision) string {
	word := func(s *readout.Span) string {
		if s == nil {
			return ""
		}
		return strings.Fields(s.Text)[0]
	}
	var out []string
	for _, c := range r.Changes {
		out = append(out, word(c.Before)+">"+word(c.After))
	}
	return strings.Join(out, " ")
}

// A note without the version before is shown all the same.
func TestNoteAlone(t *testing.T) {
	f := newFile()
	f.add(version(t, "d-2", "", "Harbour Post", "2026-05-05", second))
	if all := f.changed(); len(all) != 1 || all[0].By != "note" || all[0].Of != "" || len(all[0].Notes) != 1 {
		t.Errorf("%+v", all)
	}
}

// A version that arrives late stands between two: what was shown of them goes.
func TestVersionBetween(t *testing.T) {
	f := newFile()
	const page = "https://post.example/lock"
	f.add(version(t, "d-1", page, "Harbour Post", "2026-05-04", first))
	f.add(version(t, "d-3", page, "Harbour Post", "2026-05-06", second))
	before := f.changed()
	if len(before) != 1 || before[0].Of != "d-1" {
		t.Fatalf("%+v", before)
	}
	f.add(version(t, "d-2", page, "Harbour Post", "2026-05-05", first+"\nThe pilots met."))
	put, gone := f.Changed()
	if len(gone) != 1 || gone[0] != before[0].ID || len(put) != 2 || put[0].Group.Of != "d-2" || put[1].Group.Of != "d-1" {
		t.Errorf("put %+v, gone %v", put, gone)
	}
}
