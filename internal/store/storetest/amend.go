package storetest

import (
	"errors"
	"testing"

	"readout"
	"readout/internal/store"
)

// amended is report 1, of which a person now knows more, as it is read with
// that by the reader that has read it before.
func amended() store.Report {
	r := makeReport(1, "reader/1")
	r.Doc.Published = &readout.Date{Value: "2026-03-04", Grain: readout.GrainDay, Basis: "given with --published"}
	r.Doc.Outlet, r.Doc.Lang = "Norhavn Evening Post", "en-GB"
	r.Rec.Statements[0].Said = &readout.Date{Value: "2026-03-03", Grain: readout.GrainDay}
	r.Rec.Responses = nil
	return r
}

func testAmend(t *testing.T, s store.Store) {
	ctx := t.Context()
	first, second := makeReport(1, "reader/1"), makeReport(2, "reader/1")
	put(t, s, first)
	put(t, s, second)
	putLedger(t, s, "v1", 0, 2, fullLedger())
	if err := s.PutFailure(ctx, store.Failure{Name: "copy.txt", Hash: "sha256:00", Reason: "empty", On: "2026-03-04"}); err != nil {
		t.Fatal(err)
	}

	r := amended()
	r.Doc.Name, r.Doc.Title, r.Doc.Recorded = "copy.txt", "Another title", &readout.Date{Value: "2026-04-01"}
	if err := s.Amend(ctx, r.Doc, r.Rec); err != nil {
		t.Fatal(err)
	}
	want := store.Report{Seq: 1, Doc: first.Doc, Rec: r.Rec}
	want.Doc.Published, want.Doc.Outlet, want.Doc.Lang = r.Doc.Published, r.Doc.Outlet, r.Doc.Lang
	second.Seq = 2
	equal(t, "reports", all(t, s.Reports(ctx, 0)), []store.Report{want, second})
	equal(t, "since the day that is known now",
		all(t, s.Statements(ctx, store.Filter{Doc: r.Doc.ID, Since: "2026-03-03"}))[0], r.Rec.Statements[0])
	wantLedger(t, s, "v1", &readout.Ledger{}, 0)
	equal(t, "stats", stats(t, s), store.Stats{Documents: 2, Statements: 6, Responses: 1})

	again := makeReport(1, "reader/1")
	added, err := s.Put(ctx, again.Doc, again.Rec)
	if err != nil || added {
		t.Errorf("put after it: %v, %v", added, err)
	}
	equal(t, "reports, put again", all(t, s.Reports(ctx, 0)), []store.Report{want, second})
}

func testAmendRefused(t *testing.T, s store.Store) {
	ctx := t.Context()
	if r := amended(); !errors.Is(s.Amend(ctx, r.Doc, r.Rec), store.ErrNotFound) {
		t.Error("a document that is not kept is amended")
	}
	r := makeReport(1, "reader/1")
	put(t, s, r)
	bad := amended()
	bad.Rec.Statements[0].Span.Text += "!"
	if err := s.Amend(ctx, bad.Doc, bad.Rec); err == nil {
		t.Error("a bad span is kept")
	}
	other := makeReport(2, "reader/1")
	other.Doc.ID = r.Doc.ID
	other.Rec = makeRecord(other.Doc, "reader/1")
	if err := s.Amend(ctx, other.Doc, other.Rec); !errors.Is(err, store.ErrText) {
		t.Errorf("another text: %v, want ErrText", err)
	}
	r.Seq = 1
	equal(t, "reports", all(t, s.Reports(ctx, 0)), []store.Report{r})
}

// testPutReading: another reading by the same reader takes the place of the one
// that is kept, and nothing else changes.
func testPutReading(t *testing.T, s store.Store) {
	ctx := t.Context()
	r := makeReport(1, "reader/1")
	put(t, s, r)
	decide(t, s, decided("z-1", r, 0, readout.RejectIt))
	putLedger(t, s, "v1", 0, 1, fullLedger())
	if err := s.PutFailure(ctx, store.Failure{Name: r.Doc.Name, Hash: "sha256:02"}); err != nil {
		t.Fatal(err)
	}
	shorter := makeReport(1, "reader/1").Rec
	shorter.Statements = shorter.Statements[:2]
	if err := s.PutReading(ctx, shorter); err != nil {
		t.Fatal(err)
	}
	read, err := s.Reading(ctx, r.Doc.ID)
	if err != nil {
		t.Fatal(err)
	}
	equal(t, "reading", read, shorter)
	equal(t, "statements, one of them rejected", stats(t, s).Statements, 1)
	equal(t, "failures", stats(t, s).Failures, 1)
	wantLedger(t, s, "v1", &readout.Ledger{}, 0)

	wrong := makeReport(1, "reader/1").Rec
	wrong.Statements[0].Span.Text = "other"
	if s.PutReading(ctx, wrong) == nil {
		t.Error("a wrong span is kept")
	}
	if err := s.PutReading(ctx, makeReport(2, "reader/1").Rec); !errors.Is(err, store.ErrNotFound) {
		t.Errorf("of a document that is not kept: %v, want ErrNotFound", err)
	}
}
