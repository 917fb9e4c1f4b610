package query_test

import (
	"context"
	"errors"
	"strings"
	"testing"

	"readout"
	"readout/internal/serve/query"
	"readout/internal/serve/query/querytest"
)

func TestTarget(t *testing.T) {
	for id, want := range map[string]struct{ statement, name, text string }{
		"s-000000000003": {"", "", "Per Halloran, the chief"},
		"r-000000000001": {"", "", "The Tessovian foreign ministry"},
		"p-quell":        {"", "Dora Quell", ""},
		"u-000000000002": {"s-000000000005", "", "Dora Quell, a spokeswoman"},
		"q-000000000002": {"s-000000000003", "", "Per Halloran, the chief"},
		"c-000000000001": {"s-000000000001", "", "keep the lock closed"},
		"c-000000000002": {"", "", "keep the lock closed"},
		"c-000000000003": {"", "", ""},
		"y-000000000001": {"", "", ""},
	} {
		got, err := engine().Target(context.Background(), id)
		if err != nil || got.ID != id || got.Statement != want.statement || got.Name != want.name || (got.At == nil) != (want.text == "") ||
			got.At != nil && !strings.HasPrefix(got.At.Text, want.text) {
			t.Errorf("%s: %+v, %v", id, got, err)
		}
	}
	if _, err := engine().Target(context.Background(), "zzz"); !errors.As(err, new(*query.UnknownError)) {
		t.Errorf("unknown: %v", err)
	}
}

// A party that the ledger has under another id is named by a report.
func TestTargetOfAMergedParty(t *testing.T) {
	f := querytest.Sample()
	f.Joined.Parties = nil
	got, err := query.New(f, "test").Target(context.Background(), "p-quell")
	if err != nil || got.Name != "Dora Quell" {
		t.Errorf("%+v, %v", got, err)
	}
}

func near() *querytest.Fake {
	f := querytest.Sample()
	f.Joined.Candidates = []readout.Candidate{
		{Kind: "proposition", A: "q-000000000001", B: "q-000000000002", Score: 0.4, Why: "like words, but another day"},
		{Kind: "proposition", A: "q-000000000001", B: "q-000000000003", Score: 0.6, Why: "like words, but another place"},
		{Kind: "utterance", A: "u-000000000001", B: "u-000000000002", Score: 0.7, Why: "much the same words"},
		{Kind: "party", A: "p-brandt", B: "p-marland", Score: 0.5, Why: "the surname fits"},
	}
	return f
}

func candidates(t *testing.T, f *querytest.Fake, decided ...readout.Decision) []query.CandidateRow {
	t.Helper()
	rows, err := query.New(f, "test").Candidates(context.Background(), decided)
	if err != nil {
		t.Fatal(err)
	}
	return rows
}

func TestCandidates(t *testing.T) {
	rows := candidates(t, near())
	if len(rows) != 4 || rows[0].Kind != "party" || rows[1].Kind != "utterance" || rows[2].Score != 0.6 || rows[3].Score != 0.4 {
		t.Fatalf("rows: %+v", rows)
	}
	for i, want := range []struct{ a, b, text string }{
		{"s-000000000001", "s-000000000001", "Ilse Brandt"}, // Marland does not speak, and is named
		{"s-000000000001", "s-000000000005", ""},
		{"s-000000000002", "s-000000000001", "Tessovia has agreed to the inspection."},
	} {
		if r := rows[i]; r.A.Row == nil || r.A.Row.ID != want.a || r.B.Row == nil || r.B.Row.ID != want.b || r.A.Text != want.text ||
			r.A.Row.Outlet == "" || r.B.Row.Published == nil {
			t.Errorf("row %d: %+v", i, r)
		}
	}
}

func TestCandidatesThatAreDecided(t *testing.T) {
	f := near()
	e := query.New(f, "test")
	target := func(id string) readout.Target {
		t.Helper()
		got, err := e.Target(context.Background(), id)
		if err != nil {
			t.Fatal(err)
		}
		return got
	}
	pair := func(what readout.DecisionKind, a, b string) readout.Decision {
		with := target(b)
		return readout.Decision{ID: "z-1", What: what, Target: target(a), With: &with}
	}
	for _, d := range []readout.Decision{
		pair(readout.MergeThem, "p-marland", "p-brandt"),
		pair(readout.DifferentIt, "u-000000000001", "u-000000000002"),
		pair(readout.SameIt, "q-000000000003", "q-000000000001"),
	} {
		if rows := candidates(t, f, d); len(rows) != 3 {
			t.Errorf("%s: %d left", d.What, len(rows))
		}
		// The same groups under other ids, and the statements too.
		d.Target.ID, d.With.ID = "old", "older"
		if d.Target.Type != "party" {
			d.Target.Statement, d.With.Statement = "old", "older"
		}
		if rows := candidates(t, f, d); len(rows) != 3 {
			t.Errorf("%s, found by its place: %d left", d.What, len(rows))
		}
		undo := readout.Decision{ID: "z-2", What: readout.RejectIt, Target: readout.Target{Type: "decision", ID: "z-1"}}
		if rows := candidates(t, f, d, undo); len(rows) != 4 {
			t.Errorf("%s, undone: %d left", d.What, len(rows))
		}
	}
}
