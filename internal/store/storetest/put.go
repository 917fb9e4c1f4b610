package storetest

import (
	"context"
	"errors"
	"testing"

	"readout"
	"readout/internal/store"
)

func testEmpty(t *testing.T, s store.Store) {
	ctx := t.Context()
	if _, err := s.Document(ctx, "d-1"); !errors.Is(err, store.ErrNotFound) {
		t.Errorf("Document: %v, want ErrNotFound", err)
	}
	if _, err := s.Record(ctx, "d-1"); !errors.Is(err, store.ErrNotFound) {
		t.Errorf("Record: %v, want ErrNotFound", err)
	}
	failures, err := s.Failures(ctx)
	if err != nil {
		t.Error(err)
	}
	ledger, cursor, err := s.Ledger(ctx, "v1")
	if err != nil {
		t.Error(err)
	}
	equal(t, "failures", failures, []store.Failure{})
	equal(t, "ledger", ledger, &readout.Ledger{})
	equal(t, "cursor", cursor, int64(0))
	equal(t, "documents", all(t, s.Documents(ctx)), []store.Summary{})
	equal(t, "reports", all(t, s.Reports(ctx, 0)), []store.Report{})
	equal(t, "statements", all(t, s.Statements(ctx, store.Filter{})), []readout.Statement{})
	equal(t, "stats", stats(t, s), store.Stats{})
}

func testStoredEqualsLoaded(t *testing.T, s store.Store) {
	ctx := t.Context()
	r := makeReport(1, "reader/1")
	put(t, s, r)

	doc, err := s.Document(ctx, r.Doc.ID)
	if err != nil {
		t.Fatal(err)
	}
	rec, err := s.Record(ctx, r.Doc.ID)
	if err != nil {
		t.Fatal(err)
	}
	r.Seq = 1
	equal(t, "document", doc, r.Doc)
	equal(t, "record", rec, r.Rec)
	equal(t, "reports", all(t, s.Reports(ctx, 0)), []store.Report{r})
	equal(t, "documents", all(t, s.Documents(ctx)), []store.Summary{{Seq: 1, Doc: without(r.Doc), Reader: "reader/1", Statements: 3}})
	equal(t, "statements", all(t, s.Statements(ctx, store.Filter{})), r.Rec.Statements)
	equal(t, "stats", stats(t, s), store.Stats{Documents: 1, Statements: 3, Responses: 1})
}

func testPutTwice(t *testing.T, s store.Store) {
	r := makeReport(1, "reader/1")
	put(t, s, r)
	again := makeReport(1, "reader/1")
	again.Doc.Recorded = &readout.Date{Value: "2026-04-01"}
	again.Rec.Statements = again.Rec.Statements[:1]
	added, err := s.Put(t.Context(), again.Doc, again.Rec)
	if err != nil {
		t.Fatal(err)
	}
	if added {
		t.Error("the same document by the same reader is added twice")
	}
	r.Seq = 1
	equal(t, "reports", all(t, s.Reports(t.Context(), 0)), []store.Report{r})
}

func testOtherReader(t *testing.T, s store.Store) {
	ctx := t.Context()
	first, second := makeReport(1, "reader/1"), makeReport(2, "reader/1")
	put(t, s, first)
	put(t, s, second)

	again := makeReport(1, "reader/2")
	again.Doc.Recorded = &readout.Date{Value: "2026-04-01"}
	again.Rec.Statements = again.Rec.Statements[:2]
	again.Rec.Responses = nil
	put(t, s, again)

	want := []store.Report{{Seq: 1, Doc: first.Doc, Rec: again.Rec}, {Seq: 2, Doc: second.Doc, Rec: second.Rec}}
	equal(t, "reports", all(t, s.Reports(ctx, 0)), want)
	statements := append(append([]readout.Statement{}, again.Rec.Statements...), second.Rec.Statements...)
	equal(t, "statements", all(t, s.Statements(ctx, store.Filter{})), statements)
	equal(t, "stats", stats(t, s), store.Stats{Documents: 2, Statements: 5, Responses: 1})
	for _, id := range []string{first.Rec.Statements[0].ID, first.Rec.Responses[0].ID} {
		refs, err := s.Resolve(ctx, id)
		if err != nil {
			t.Fatal(err)
		}
		equal(t, "refs of the old reading", refs, []store.Ref{})
	}
}

func testOtherText(t *testing.T, s store.Store) {
	r := makeReport(1, "reader/1")
	put(t, s, r)
	other := makeReport(2, "reader/2")
	other.Doc.ID = r.Doc.ID
	other.Rec = makeRecord(other.Doc, "reader/2")
	if _, err := s.Put(t.Context(), other.Doc, other.Rec); !errors.Is(err, store.ErrText) {
		t.Errorf("Put: %v, want ErrText", err)
	}
	r.Seq = 1
	equal(t, "reports", all(t, s.Reports(t.Context(), 0)), []store.Report{r})
}

// testBadSpan spoils one span after the other, in every corner of a report.
func testBadSpan(t *testing.T, s store.Store) {
	spoil := map[string]func(*store.Report) *readout.Span{
		"published": func(r *store.Report) *readout.Span {
			r.Doc.Published.Phrase = ptr(cut(r.Doc, "May"))
			return r.Doc.Published.Phrase
		},
		"segment":     func(r *store.Report) *readout.Span { return &r.Rec.Segments[1].Span },
		"statement":   func(r *store.Report) *readout.Span { return &r.Rec.Statements[2].Span },
		"source":      func(r *store.Report) *readout.Span { return r.Rec.Statements[0].Source },
		"content":     func(r *store.Report) *readout.Span { return &r.Rec.Statements[0].Content[1] },
		"hop":         func(r *store.Report) *readout.Span { return r.Rec.Statements[0].Chain[1].Cue },
		"edit":        func(r *store.Report) *readout.Span { return &r.Rec.Statements[0].Edits[0].Span },
		"said":        func(r *store.Report) *readout.Span { return r.Rec.Statements[0].Said.Phrase },
		"response":    func(r *store.Report) *readout.Span { return &r.Rec.Responses[0].Span },
		"voice":       func(r *store.Report) *readout.Span { return &r.Rec.Voices[0].Span },
		"condition":   func(r *store.Report) *readout.Span { return r.Rec.Commitments[0].Condition.Span },
		"evidence":    func(r *store.Report) *readout.Span { return r.Rec.Commitments[0].Evidence[1].Span },
		"contact":     func(r *store.Report) *readout.Span { return r.Rec.Contacts[0].Evidence[0].Span },
		"figure":      func(r *store.Report) *readout.Span { return &r.Rec.Incidents[0].Figures[0].Span },
		"incidentDay": func(r *store.Report) *readout.Span { return r.Rec.Incidents[0].When.Phrase },
	}
	how := map[string]func(*readout.Span){
		"text":     func(s *readout.Span) { s.Text += "!" },
		"start":    func(s *readout.Span) { s.Start++ },
		"bytes":    func(s *readout.Span) { s.BStart, s.BEnd = s.BStart+1, s.BEnd+1 },
		"outside":  func(s *readout.Span) { s.BEnd = 1 << 40 },
		"document": func(s *readout.Span) { s.Doc = "d-ffffffffffff" },
		"empty":    func(s *readout.Span) { *s = readout.Span{} },
	}
	for where, find := range spoil {
		for what, change := range how {
			r := makeReport(1, "reader/1")
			change(find(&r))
			if added, err := s.Put(t.Context(), r.Doc, r.Rec); err == nil || added {
				t.Errorf("a %s with another %s is kept", where, what)
			}
		}
	}
	equal(t, "stats", stats(t, s), store.Stats{})
	put(t, s, makeReport(1, "reader/1"))
}

func testBadReport(t *testing.T, s store.Store) {
	good := makeReport(1, "reader/1")
	put(t, s, good)
	bad := map[string]func(*store.Report){
		"no document":        func(r *store.Report) { r.Doc = nil },
		"no record":          func(r *store.Report) { r.Rec = nil },
		"no id":              func(r *store.Report) { r.Doc.ID = "" },
		"no UTF-8":           func(r *store.Report) { r.Doc.Text += "\xff" },
		"other record":       func(r *store.Report) { r.Rec.Doc = good.Doc.ID },
		"other segment":      func(r *store.Report) { r.Rec.Segments[0].Doc = good.Doc.ID },
		"other statement":    func(r *store.Report) { r.Rec.Statements[0].Doc = good.Doc.ID },
		"other response":     func(r *store.Report) { r.Rec.Responses[0].Doc = good.Doc.ID },
		"other voice":        func(r *store.Report) { r.Rec.Voices[0].Doc = good.Doc.ID },
		"statement, no id":   func(r *store.Report) { r.Rec.Statements[1].ID = "" },
		"statements, one id": func(r *store.Report) { r.Rec.Statements[1].ID = r.Rec.Statements[0].ID },
	}
	for what, spoil := range bad {
		r := makeReport(2, "reader/1")
		spoil(&r)
		if added, err := s.Put(t.Context(), r.Doc, r.Rec); err == nil || added {
			t.Errorf("%s: kept", what)
		}
	}
	good.Seq = 1
	equal(t, "reports", all(t, s.Reports(t.Context(), 0)), []store.Report{good})
}

// testKeptStatement has a fault that is noticed only when part of the report
// has been written: nothing of it may stay.
func testKeptStatement(t *testing.T, s store.Store) {
	first, second := makeReport(1, "reader/1"), makeReport(2, "reader/1")
	put(t, s, first)
	second.Rec.Statements[2].ID = first.Rec.Statements[0].ID
	if added, err := s.Put(context.Background(), second.Doc, second.Rec); err == nil || added {
		t.Error("two documents have a statement with the same id")
	}
	first.Seq = 1
	equal(t, "reports", all(t, s.Reports(t.Context(), 0)), []store.Report{first})
	equal(t, "stats", stats(t, s), store.Stats{Documents: 1, Statements: 3, Responses: 1})
}

func ptr[T any](v T) *T { return &v }
