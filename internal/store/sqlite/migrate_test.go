package sqlite

import (
	"database/sql"
	"errors"
	"os"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/pressly/goose/v3"

	"readout"
	"readout/internal/store"
)

// raw opens a file without looking at what it is.
func raw(t *testing.T, path string) (*sql.DB, *goose.Provider) {
	t.Helper()
	db, err := sql.Open("sqlite", path)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { db.Close() })
	p, err := provider(db)
	if err != nil {
		t.Fatal(err)
	}
	return db, p
}

// TestMigrateFromVersion1 opens a file as version 1 left it, with the rows of
// testdata/v1.sql. The fixture stays as it is; what must come out of it is
// below.
func TestMigrateFromVersion1(t *testing.T) {
	ctx, path := t.Context(), filepath.Join(t.TempDir(), "store.db")
	rows, err := os.ReadFile(filepath.Join("testdata", "v1.sql"))
	if err != nil {
		t.Fatal(err)
	}
	db, p := raw(t, path)
	if _, err := p.UpTo(ctx, 1); err != nil {
		t.Fatal(err)
	}
	if _, err := db.ExecContext(ctx, string(rows)); err != nil {
		t.Fatal(err)
	}

	d := openAt(t, path)
	wantCurrent(t, path)
	doc, err := d.Document(ctx, "d-000000000001")
	if err != nil {
		t.Fatal(err)
	}
	wantDoc := &readout.Document{
		ID: "d-000000000001", Name: "ferry.txt", Text: "“Late again,” said Ode.", Hash: "sha256:01",
		Recorded: &readout.Date{Value: "2026-03-05"},
	}
	if diff := cmp.Diff(wantDoc, doc); diff != "" {
		t.Errorf("document (-want +got):\n%s", diff)
	}
	rec, err := d.Record(ctx, "d-000000000001")
	if err != nil {
		t.Fatal(err)
	}
	if len(rec.Statements) != 1 || len(rec.Parties) != 1 || rec.Statements[0].Speaker != rec.Parties[0].ID {
		t.Errorf("record %+v, want one statement by its one party", rec)
	}
	if err := store.Check(doc, rec); err != nil {
		t.Error(err)
	}
	if l, cursor, err := d.Ledger(ctx, "ledger/1"); err != nil || cursor != 0 || len(l.Stories) > 0 {
		t.Errorf("ledger %+v at %d, %v: want none, since it has no entries to go on from", l, cursor, err)
	}
	ids, err := d.Search(ctx, "statement", "late again", 1)
	if err != nil || len(ids) != 1 || ids[0] != rec.Statements[0].ID {
		t.Errorf("search: %v, %v, want the statement", ids, err)
	}
	failures, err := d.Failures(ctx)
	if err != nil {
		t.Fatal(err)
	}
	wantFailures := []store.Failure{{Name: "bad.pdf", Hash: "sha256:02", Reason: "unknown format", On: "2026-03-05"}}
	if diff := cmp.Diff(wantFailures, failures); diff != "" {
		t.Errorf("failures (-want +got):\n%s", diff)
	}
}

// TestMigrateFromNothing: an empty file, and one where somebody was stopped
// after the table of versions was made.
func TestMigrateFromNothing(t *testing.T) {
	path := filepath.Join(t.TempDir(), "store.db")
	if err := os.WriteFile(path, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	openAt(t, path)
	wantCurrent(t, path)

	path = filepath.Join(t.TempDir(), "store.db")
	_, p := raw(t, path)
	if current, _, err := p.GetVersions(t.Context()); err != nil || current != 0 {
		t.Fatalf("version %d, %v; want 0", current, err)
	}
	openAt(t, path)
	wantCurrent(t, path)
}

func wantCurrent(t *testing.T, path string) {
	t.Helper()
	_, p := raw(t, path)
	current, target, err := p.GetVersions(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	if current != target || current == 0 {
		t.Errorf("schema %d, want %d", current, target)
	}
}

func TestOpenRefusesNewer(t *testing.T) {
	path := filepath.Join(t.TempDir(), "store.db")
	d, err := Open(t.Context(), path)
	if err != nil {
		t.Fatal(err)
	}
	if err := d.Close(); err != nil {
		t.Fatal(err)
	}
	db, p := raw(t, path)
	_, ours, err := p.GetVersions(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	if _, err := db.Exec(`INSERT INTO goose_db_version (version_id, is_applied) VALUES (?, 1)`, ours+7); err != nil {
		t.Fatal(err)
	}
	if err := db.Close(); err != nil {
		t.Fatal(err)
	}

	before, _ := os.ReadFile(path)
	_, err = Open(t.Context(), path)
	var newer store.ErrNewer
	if !errors.As(err, &newer) {
		t.Fatalf("Open: %v, want ErrNewer", err)
	}
	if want := (store.ErrNewer{Path: path, Version: ours + 7, Ours: ours}); newer != want {
		t.Errorf("%+v, want %+v", newer, want)
	}
	if after, _ := os.ReadFile(path); string(after) != string(before) {
		t.Error("the file has changed")
	}
}
