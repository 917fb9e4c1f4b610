package main

import (
	"context"
	"errors"
	"path/filepath"
	"strings"
	"testing"

	"readout"
	"readout/internal/ledger"
	"readout/internal/store"
	"readout/internal/store/sqlite"
)

// opened is the record in a file, until the end of the test.
func opened(t *testing.T, path string) *sqlite.DB {
	t.Helper()
	db, err := sqlite.Open(t.Context(), path)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { db.Close() })
	return db
}

func reports(t *testing.T, db *sqlite.DB) (all []store.Report) {
	t.Helper()
	for r, err := range db.Reports(t.Context(), 0) {
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, r)
	}
	return all
}

// TestRebuild: a reading by an older reader is made anew, what was decided
// about it holds, a report that cannot be read keeps what it has.
func TestRebuild(t *testing.T) {
	path := filepath.Join(t.TempDir(), "readout.db")
	if code, _, talk := called("--db", path, "add", "testdata/report"); code != exitOK {
		t.Fatal(talk)
	}
	db := opened(t, path)
	before := reports(t, db)
	right, lost := before[0], before[1]
	old := *right.Rec
	old.Reader, old.Statements = "older", append([]readout.Statement{}, right.Rec.Statements...)
	old.Statements[0].ID, old.Statements[0].Act = "s-older", readout.ActWarn
	title, err := right.Doc.Span(readout.Range{Start: 0, End: 4})
	if err != nil {
		t.Fatal(err)
	}
	old.Statements[1] = readout.Statement{ID: "s-wrong", Doc: old.Doc, Span: title, Grade: readout.Guessed, By: "older"}
	if err := db.PutReading(t.Context(), &old); err != nil {
		t.Fatal(err)
	}
	lost.Doc.Lang = "xx"
	if err := db.Amend(t.Context(), lost.Doc, lost.Rec); err != nil {
		t.Fatal(err)
	}
	for i, d := range []readout.Decision{{What: readout.CorrectIt, Field: "channel", Value: "radio"}, {What: readout.AcceptIt}} {
		d.ID, d.Who, d.On, d.Why = "z-"+old.Statements[i].ID, "Kim", "2026-03-06", "tape"
		d.Target = readout.Target{Type: "statement", ID: old.Statements[i].ID, At: &old.Statements[i].Span}
		if err := db.Decide(t.Context(), d); err != nil {
			t.Fatal(err)
		}
	}

	code, out, talk := called("--db", path, "rebuild")
	if code != exitFailed || !strings.HasPrefix(out, "2 reports read again, 1 reading changed; 1 could not be read and kept what they had\nthe ledger is made anew from 3 reports\n") ||
		!strings.Contains(talk, lost.Doc.Name) || !strings.Contains(talk, "1 decision without a target") {
		t.Errorf("exit code %d, %q, %q", code, out, talk)
	}
	after := reports(t, db)
	if r := after[0].Rec; r.Reader != right.Rec.Reader || len(r.Statements) != len(right.Rec.Statements) ||
		r.Statements[0].Act != right.Rec.Statements[0].Act || r.Statements[0].Channel != "radio" {
		t.Errorf("after: %+v", r.Statements[0])
	}
	if len(after[1].Rec.Statements) != len(lost.Rec.Statements) {
		t.Errorf("what could not be read has %d statements", len(after[1].Rec.Statements))
	}
	if _, cursor, err := db.Ledger(t.Context(), ledger.Version); err != nil || cursor != 3 {
		t.Errorf("cursor %d, %v", cursor, err)
	}
}

// TestRebuildStopped: what is stopped leaves a record that is whole.
func TestRebuildStopped(t *testing.T) {
	path := filepath.Join(t.TempDir(), "readout.db")
	if code, _, talk := called("--db", path, "add", "testdata/report"); code != exitOK {
		t.Fatal(talk)
	}
	db := opened(t, path)
	before := reports(t, db)
	for _, r := range before {
		old := *r.Rec
		old.Reader = "older"
		if err := db.PutReading(t.Context(), &old); err != nil {
			t.Fatal(err)
		}
	}
	ctx, stop := context.WithCancel(t.Context())
	if changed, err := replace(ctx, db, before[0].Rec); changed || err != nil {
		t.Fatal(changed, err)
	}
	stop()
	p := &program{out: newScreen(new(strings.Builder)), err: newScreen(new(strings.Builder))}
	if _, err := p.rebuildAll(ctx, db, false); !errors.Is(err, context.Canceled) {
		t.Errorf("stopped: %v", err)
	}
	for i, r := range reports(t, db) {
		if want := map[bool]string{true: before[0].Rec.Reader, false: "older"}[i == 0]; r.Rec.Reader != want || len(r.Rec.Statements) != len(before[i].Rec.Statements) {
			t.Errorf("report %d: read by %s, %d statements", i, r.Rec.Reader, len(r.Rec.Statements))
		}
	}
	if code, _, talk := called("--db", path, "rebuild"); code != exitOK {
		t.Errorf("again: %d, %s", code, talk)
	}
}
