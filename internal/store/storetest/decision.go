package storetest

import (
	"errors"
	"testing"

	"readout"
	"readout/internal/store"
)

// decided makes a decision about the report's n-th statement.
func decided(id string, r store.Report, n int, what readout.DecisionKind) readout.Decision {
	s := r.Rec.Statements[n]
	return readout.Decision{
		ID: id, Who: "Ode Quarm", On: "2026-03-06T09:00:00Z", What: what, Why: "heard the tape",
		Target: readout.Target{Type: "statement", ID: s.ID, At: &s.Span},
	}
}

func decide(t *testing.T, s store.Store, d readout.Decision) {
	t.Helper()
	if err := s.Decide(t.Context(), d); err != nil {
		t.Fatal(err)
	}
}

// testDecisions: what was decided is what is read, before and after another
// reading, and undoing gives back what was read.
func testDecisions(t *testing.T, s store.Store) {
	ctx := t.Context()
	first, second := makeReport(1, "reader/1"), makeReport(2, "reader/1")
	second.Doc.Title = "Another bridge" // or it would be a later version
	put(t, s, first)
	put(t, s, second)
	putLedger(t, s, "v1", 0, 2, fullLedger())

	act := decided("z-1", first, 0, readout.CorrectIt)
	act.Field, act.Value = "act", string(readout.ActPredict)
	decide(t, s, act)
	decide(t, s, act) // kept already
	decide(t, s, decided("z-2", first, 2, readout.RejectIt))
	wantLedger(t, s, "v1", &readout.Ledger{}, 0)
	wantActs := func(what string, want ...readout.Act) {
		t.Helper()
		rec, err := s.Record(ctx, first.Doc.ID)
		if err != nil {
			t.Fatal(err)
		}
		var got []readout.Act
		for _, st := range rec.Statements {
			got = append(got, st.Act)
		}
		equal(t, what, got, want)
	}
	wantActs("decided", readout.ActPredict, readout.ActDecline)
	equal(t, "found by what was decided", len(all(t, s.Statements(ctx, store.Filter{Act: readout.ActPredict}))), 1)

	again := makeReport(1, "reader/2") // the same statements under other ids
	if _, err := s.Put(ctx, again.Doc, again.Rec); err != nil {
		t.Fatal(err)
	}
	wantActs("after another reading", readout.ActPredict, readout.ActDecline)

	undo := readout.Decision{
		ID: "z-3", Who: "Ode Quarm", On: "2026-03-07T09:00:00Z", What: readout.RejectIt, Why: "wrong tape",
		Target: readout.Target{Type: "decision", ID: "z-1"},
	}
	decide(t, s, undo)
	wantActs("undone", again.Rec.Statements[0].Act, readout.ActDecline)
	refs, err := s.Resolve(ctx, "z-3")
	if err != nil || len(refs) != 1 || refs[0] != (store.Ref{Type: "decision", ID: "z-3"}) {
		t.Errorf("resolve: %v, %v", refs, err)
	}
	list := all(t, s.Decisions(ctx))
	if len(list) != 3 || list[0].ID != "z-1" || list[2].Decision != undo {
		t.Errorf("decisions: %+v", list)
	}
}

// testDecisionGone: a decision whose target another reading has not found is
// kept, changes nothing, and is told.
func testDecisionGone(t *testing.T, s store.Store) {
	ctx := t.Context()
	r := makeReport(1, "reader/1")
	put(t, s, r)
	decide(t, s, decided("z-1", r, 2, readout.AcceptIt))
	equal(t, "gone", all(t, s.Decisions(ctx))[0].Gone, false)
	shorter := makeReport(1, "reader/2")
	shorter.Rec.Statements = shorter.Rec.Statements[:2]
	if _, err := s.Put(ctx, shorter.Doc, shorter.Rec); err != nil {
		t.Fatal(err)
	}
	equal(t, "gone after another reading", all(t, s.Decisions(ctx))[0].Gone, true)
}

// testDecisionFollows: what is decided about a report holds for its later
// versions, whichever came first; what was read is kept of all of them.
func testDecisionFollows(t *testing.T, s store.Store) {
	ctx := t.Context()
	first, other, last := makeReport(1, "reader/1"), makeReport(2, "reader/1"), makeReport(3, "reader/1")
	other.Doc.Outlet = "Tarn Courier"
	put(t, s, other)
	wantActs := func(what string, doc *readout.Document, want readout.Act) {
		t.Helper()
		rec, err := s.Record(ctx, doc.ID)
		if err != nil {
			t.Fatal(err)
		}
		equal(t, what, rec.Statements[0].Act, want)
	}
	put(t, s, first)
	act := decided("z-1", first, 0, readout.CorrectIt)
	act.Field, act.Value = "act", string(readout.ActPredict)
	decide(t, s, act)
	put(t, s, last)
	wantActs("a version that came after the decision", last.Doc, readout.ActPredict)
	wantActs("another outlet's report", other.Doc, readout.ActCommit)
	between := makeReport(4, "reader/1")
	between.Doc.URL, between.Doc.Outlet = first.Doc.URL+"#top", ""
	put(t, s, between)
	wantActs("a version at the same address", between.Doc, readout.ActPredict)

	was := makeReport(3, "reader/1")
	read, err := s.Reading(ctx, last.Doc.ID)
	if err != nil {
		t.Fatal(err)
	}
	equal(t, "as it was read", read, was.Rec)
	equal(t, "gone", all(t, s.Decisions(ctx))[0].Gone, false)

	was.Doc.Outlet = "Tarn Courier"
	if err := s.Amend(ctx, was.Doc, was.Rec); err != nil {
		t.Fatal(err)
	}
	wantActs("no version, as it turns out", last.Doc, readout.ActCommit)
	was.Doc.Outlet = last.Doc.Outlet
	if err := s.Amend(ctx, was.Doc, was.Rec); err != nil {
		t.Fatal(err)
	}
	moved := *first.Doc
	moved.Outlet = "Tarn Courier"
	if err := s.Amend(ctx, &moved, first.Rec); err != nil {
		t.Fatal(err)
	}
	wantActs("first is another outlet's", last.Doc, readout.ActCommit)
	if err := s.Amend(ctx, first.Doc, first.Rec); err != nil {
		t.Fatal(err)
	}
	wantActs("first is of the same outlet", last.Doc, readout.ActPredict)

	decide(t, s, readout.Decision{
		ID: "z-2", Who: "Ode Quarm", On: "2026-03-07T09:00:00Z", What: readout.RejectIt, Why: "wrong tape",
		Target: readout.Target{Type: "decision", ID: "z-1"},
	})
	wantActs("undone", last.Doc, readout.ActCommit)
}

// testJoinDecisions: what is for the ledger changes no reading, and what has
// no target in the ledger is noted anew each time.
func testJoinDecisions(t *testing.T, s store.Store) {
	ctx := t.Context()
	r := makeReport(1, "reader/1")
	put(t, s, r)
	putLedger(t, s, "v1", 0, 1, fullLedger())
	same := decided("z-1", r, 0, readout.SameIt)
	with := decided("z-1", r, 1, readout.SameIt).Target
	same.With = &with
	decide(t, s, same)
	wantLedger(t, s, "v1", &readout.Ledger{}, 0)
	decide(t, s, readout.Decision{
		ID: "z-2", Who: "Ode Quarm", On: "2026-03-07T09:00:00Z", What: readout.MergeThem, Why: "one man",
		Target: readout.Target{Type: "party", ID: "p-1", Name: "Brånd"}, With: &readout.Target{Type: "party", ID: "p-2", Name: "Brand"},
	})
	decide(t, s, decided("z-3", r, 2, readout.AcceptIt))
	gone := func() (ids []string) {
		for _, d := range all(t, s.Decisions(ctx)) {
			if d.Gone {
				ids = append(ids, d.ID)
			}
		}
		return ids
	}
	equal(t, "gone", gone(), []string(nil))
	for _, ids := range [][]string{{"z-1", "z-2"}, {"z-2"}, nil} {
		if err := s.Unmet(ctx, append([]string{"z-3"}, ids...)); err != nil {
			t.Fatal(err)
		}
		equal(t, "gone", gone(), ids)
	}
	equal(t, "kept", all(t, s.Decisions(ctx))[0].Decision, same)
	decide(t, s, readout.Decision{
		ID: "z-4", Who: "Ode Quarm", On: "2026-03-08T09:00:00Z", What: readout.RejectIt, Why: "two men",
		Target: readout.Target{Type: "decision", ID: "z-2"},
	})
	rec, err := s.Record(ctx, r.Doc.ID)
	if err != nil {
		t.Fatal(err)
	}
	equal(t, "statements", len(rec.Statements), len(r.Rec.Statements))
}

// Nothing on record rests on what is decided about a finding in a draft.
func testDraftDecisions(t *testing.T, s store.Store) {
	put(t, s, makeReport(1, "reader/1"))
	putLedger(t, s, "v1", 0, 1, fullLedger())
	d := readout.Decision{
		ID: "z-1", Who: "Ode Quarm", On: "2026-03-07T09:00:00Z", What: readout.RejectIt, Why: "heard it", Value: "s-1 s-2",
		Target: readout.Target{Type: "finding", ID: "f-1", Name: "quote-unknown: the boat"},
	}
	decide(t, s, d)
	undo := d
	undo.ID, undo.Value, undo.Target = "z-2", "", readout.Target{Type: "decision", ID: "z-1"}
	decide(t, s, undo)
	equal(t, "kept", all(t, s.Decisions(t.Context())), []store.Decided{{Decision: d}, {Decision: undo}})
	wantLedger(t, s, "v1", fullLedger(), 1)
}

func testDropLedger(t *testing.T, s store.Store) {
	put(t, s, makeReport(1, "reader/1"))
	putLedger(t, s, "v1", 0, 1, fullLedger())
	if err := s.DropLedger(t.Context()); err != nil {
		t.Fatal(err)
	}
	wantLedger(t, s, "v1", &readout.Ledger{}, 0)
}

func testDecisionRefused(t *testing.T, s store.Store) {
	ctx := t.Context()
	r := makeReport(1, "reader/1")
	if err := s.Decide(ctx, decided("z-1", r, 0, readout.AcceptIt)); !errors.Is(err, store.ErrNotFound) {
		t.Errorf("about a document that is not kept: %v, want ErrNotFound", err)
	}
	put(t, s, r)
	nameless := decided("z-2", r, 0, readout.AcceptIt)
	nameless.Who = ""
	if s.Decide(ctx, nameless) == nil {
		t.Error("a decision of nobody is kept")
	}
	equal(t, "decisions", len(all(t, s.Decisions(ctx))), 0)
}
