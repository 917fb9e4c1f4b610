package storetest

import (
	"fmt"
	"strings"
	"testing"

	"readout"
	"readout/internal/store"
)

func testOrder(t *testing.T, s store.Store) {
	ctx := t.Context()
	var want []store.Report
	for i, n := range []int{3, 1, 2} {
		r := makeReport(n, "reader/1")
		put(t, s, r)
		r.Seq = int64(i + 1)
		want = append(want, r)
	}
	equal(t, "reports", all(t, s.Reports(ctx, 0)), want)
	equal(t, "reports after 1", all(t, s.Reports(ctx, 1)), want[1:])
	equal(t, "reports after the last", all(t, s.Reports(ctx, 3)), want[3:])
	for i, summary := range all(t, s.Documents(ctx)) {
		equal(t, "summary", summary, store.Summary{Seq: int64(i + 1), Doc: without(want[i].Doc), Reader: "reader/1", Statements: 3})
	}
	var statements []readout.Statement
	for _, r := range want {
		statements = append(statements, r.Rec.Statements...)
	}
	equal(t, "statements", all(t, s.Statements(ctx, store.Filter{})), statements)
}

// testWalks leaves walks early, runs them twice and writes inside them.
func testWalks(t *testing.T, s store.Store) {
	ctx := t.Context()
	put(t, s, makeReport(1, "reader/1"))
	put(t, s, makeReport(2, "reader/1"))

	reports, statements, documents := s.Reports(ctx, 0), s.Statements(ctx, store.Filter{}), s.Documents(ctx)
	for range reports {
		break
	}
	for range statements {
		break
	}
	for range documents {
		break
	}
	equal(t, "reports, again", len(all(t, reports)), 2)
	equal(t, "statements, again", len(all(t, statements)), 6)
	equal(t, "documents, again", len(all(t, documents)), 2)

	n := 0
	for r, err := range s.Reports(ctx, 0) {
		if err != nil {
			t.Fatal(err)
		}
		if n++; n <= 2 {
			put(t, s, makeReport(10+n, "reader/1"))
			for _, err := range s.Statements(ctx, store.Filter{Doc: r.Doc.ID}) {
				if err != nil {
					t.Fatal(err)
				}
			}
		}
	}
	equal(t, "reports, with those that came during the walk", n, 4)
}

func testFilter(t *testing.T, s store.Store) {
	a, b := makeReport(1, "reader/1"), makeReport(2, "reader/1")
	b.Rec.Statements[0].Said = &readout.Date{Value: "2026-02", Grain: readout.GrainMonth}
	b.Rec.Statements[1].Speaker = "p-union"
	put(t, s, a)
	put(t, s, b)
	name := map[string]string{}
	for i, st := range append(append([]readout.Statement{}, a.Rec.Statements...), b.Rec.Statements...) {
		name[st.ID] = []string{"a1", "a2", "a3", "b1", "b2", "b3"}[i]
	}
	id := func(i int) string {
		return append(append([]readout.Statement{}, a.Rec.Statements...), b.Rec.Statements...)[i].ID
	}

	tests := []struct {
		filter store.Filter
		want   string
	}{
		{store.Filter{}, "a1 a2 a3 b1 b2 b3"},
		{store.Filter{IDs: []string{id(4), id(0), "s-none"}}, "a1 b2"},
		{store.Filter{Speakers: []string{"p-brand"}}, "a1 b1"},
		{store.Filter{Speakers: []string{"p-port", "p-union"}}, "a2 b2"},
		{store.Filter{Speakers: []string{"p-nobody"}}, ""},
		{store.Filter{Speakers: []string{`") OR 1=1 --`}}, ""},
		{store.Filter{Act: readout.ActDecline}, "a2 b2"},
		{store.Filter{Grade: readout.Guessed}, "a3 b3"},
		{store.Filter{Doc: b.Doc.ID}, "b1 b2 b3"},
		{store.Filter{Doc: "d-none"}, ""},
		{store.Filter{Doc: b.Doc.ID, Act: readout.ActDecline, Speakers: []string{"p-union"}, Grade: readout.Inherited}, "b2"},
		{store.Filter{Since: "2026-03-02"}, "a1 a2 b2"},
		{store.Filter{Since: "2026-03-03"}, "a2 b2"},
		{store.Filter{Since: "2026-03-04"}, ""},
		{store.Filter{Since: "2026-02-28"}, "a1 a2 b1 b2"},
		{store.Filter{Until: "2026-03-02"}, "a1 b1"},
		{store.Filter{Until: "2026-02-01"}, "b1"},
		{store.Filter{Until: "2026-01"}, ""},
		{store.Filter{Until: "2026-03"}, "a1 a2 b1 b2"},
		{store.Filter{Since: "2026-02", Until: "2026-02"}, "b1"},
		{store.Filter{Limit: 2}, "a1 a2"},
		{store.Filter{Limit: 2, After: id(1)}, "a3 b1"},
		{store.Filter{After: id(5)}, ""},
		{store.Filter{After: id(0), Speakers: []string{"p-brand"}}, "b1"},
	}
	for _, tt := range tests {
		var got []string
		for _, st := range all(t, s.Statements(t.Context(), tt.filter)) {
			got = append(got, name[st.ID])
		}
		equal(t, fmt.Sprintf("%+v", tt.filter), strings.Join(got, " "), tt.want)
	}
}

func testFilterErrors(t *testing.T, s store.Store) {
	put(t, s, makeReport(1, "reader/1"))
	for _, f := range []store.Filter{{Since: "Monday"}, {Until: "2026-13"}, {After: "s-none"}} {
		walkError(t, s.Statements(t.Context(), f))
	}
}

// testManyStatements has more statements than a store would take at once.
func testManyStatements(t *testing.T, s store.Store) {
	const many = 1200
	r := makeReport(1, "reader/1")
	pattern := r.Rec.Statements[0]
	r.Rec.Statements = nil
	for i := range many {
		st := pattern
		st.ID = readout.NewID("s", i)
		st.Speaker = fmt.Sprint("p-", i%2)
		r.Rec.Statements = append(r.Rec.Statements, st)
	}
	put(t, s, r)
	put(t, s, makeReport(2, "reader/1"))

	rec, err := s.Record(t.Context(), r.Doc.ID)
	if err != nil {
		t.Fatal(err)
	}
	equal(t, "record", rec, r.Rec)
	equal(t, "all", len(all(t, s.Statements(t.Context(), store.Filter{}))), many+3)
	equal(t, "of one speaker", len(all(t, s.Statements(t.Context(), store.Filter{Speakers: []string{"p-1"}}))), many/2)
	equal(t, "limited", all(t, s.Statements(t.Context(), store.Filter{Limit: 700})), r.Rec.Statements[:700])
	after := store.Filter{After: r.Rec.Statements[699].ID, Limit: 300}
	equal(t, "the rest", all(t, s.Statements(t.Context(), after)), r.Rec.Statements[700:1000])
}
