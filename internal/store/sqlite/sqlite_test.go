package sqlite

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"readout"
	"readout/internal/store"
	"readout/internal/store/storetest"
)

func openAt(t *testing.T, path string) *DB {
	t.Helper()
	d, err := Open(t.Context(), path)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := d.Close(); err != nil {
			t.Error(err)
		}
	})
	return d
}

func TestContractFile(t *testing.T) {
	storetest.Run(t, func(t *testing.T) store.Store { return openAt(t, filepath.Join(t.TempDir(), "store.db")) })
}

func TestContractMemory(t *testing.T) {
	storetest.Run(t, func(t *testing.T) store.Store { return openAt(t, Memory) })
}

// simple is a report with one statement over its whole text.
func simple(text string) (*readout.Document, *readout.Record) {
	hash := readout.HashOf([]byte(text))
	doc := &readout.Document{ID: readout.DocumentID(hash), Text: text, Hash: hash}
	span, err := doc.Span(readout.Range{Start: 0, End: len(text)})
	if err != nil {
		panic(err) // the text is cut at its ends
	}
	return doc, &readout.Record{Doc: doc.ID, Reader: "reader/1", Statements: []readout.Statement{
		{ID: readout.NewID("s", doc.ID), Doc: doc.ID, Span: span, Grade: readout.Sure, By: "rule/1"},
	}}
}

func TestOpenMakesDirectories(t *testing.T) {
	path := filepath.Join(t.TempDir(), "a b", "c?d#e%20f", "store.db")
	d := openAt(t, path)
	doc, rec := simple("The ferry is late.")
	if _, err := d.Put(t.Context(), doc, rec); err != nil {
		t.Fatal(err)
	}
	for name, want := range map[string]fs.FileMode{filepath.Dir(path): 0o700, path: 0o600, path + "-wal": 0o600} {
		info, err := os.Stat(name)
		if err != nil {
			t.Fatal(err)
		}
		if got := info.Mode().Perm(); got != want {
			t.Errorf("%s has mode %o, want %o", name, got, want)
		}
	}
}

func TestReopen(t *testing.T) {
	path := filepath.Join(t.TempDir(), "store.db")
	first, err := Open(t.Context(), path)
	if err != nil {
		t.Fatal(err)
	}
	doc, rec := simple("The ferry is late.")
	if _, err := first.Put(t.Context(), doc, rec); err != nil {
		t.Fatal(err)
	}
	if err := first.Close(); err != nil {
		t.Fatal(err)
	}
	kept, err := openAt(t, path).Document(t.Context(), doc.ID)
	if err != nil {
		t.Fatal(err)
	}
	if kept.Text != doc.Text {
		t.Errorf("text %q, want %q", kept.Text, doc.Text)
	}
}

// TestSettings looks at what the promises stand on: see the package comment.
func TestSettings(t *testing.T) {
	d := openAt(t, filepath.Join(t.TempDir(), "store.db"))
	for pragma, want := range map[string]string{
		"journal_mode": "wal", "synchronous": "2", "foreign_keys": "1", "busy_timeout": "30000", "application_id": "1380208468",
	} {
		if got := pragmaOf(t, d.w, pragma); got != want {
			t.Errorf("%s = %s, want %s", pragma, got, want)
		}
	}
	if got := pragmaOf(t, d.r, "query_only"); got != "1" {
		t.Errorf("the readers' query_only = %s", got)
	}
}

func pragmaOf(t *testing.T, db *sql.DB, name string) (value string) {
	t.Helper()
	if err := db.QueryRowContext(t.Context(), "PRAGMA "+name).Scan(&value); err != nil {
		t.Fatal(err)
	}
	return value
}

// TestOpenTogether: several programs may meet over a file that is not there
// yet, and write at once.
func TestOpenTogether(t *testing.T) {
	path := filepath.Join(t.TempDir(), "store.db")
	const programs, each = 6, 10
	var wg sync.WaitGroup
	for i := range programs {
		wg.Go(func() {
			d, err := Open(t.Context(), path)
			if err != nil {
				t.Error(err)
				return
			}
			for j := range each {
				doc, rec := simple(fmt.Sprintf("Ferry %d is late on day %d.", i, j))
				if _, err := d.Put(t.Context(), doc, rec); err != nil {
					t.Error(err)
				}
			}
			if err := d.Close(); err != nil {
				t.Error(err)
			}
		})
	}
	wg.Wait()
	stats, err := openAt(t, path).Stats(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	if stats.Documents != programs*each || stats.Bytes == 0 {
		t.Errorf("%+v, want %d documents", stats, programs*each)
	}
}

func TestOpenRefuses(t *testing.T) {
	foreign := func(path string) error {
		db, err := sql.Open("sqlite", path)
		if err != nil {
			return err
		}
		_, err = db.Exec(`CREATE TABLE bookmark (url TEXT); INSERT INTO bookmark VALUES ('x')`)
		return errors.Join(err, db.Close())
	}
	write := func(content string) func(string) error {
		return func(path string) error { return os.WriteFile(path, []byte(content), 0o600) }
	}
	tests := []struct {
		name string
		make func(path string) error
		want string
	}{
		{"a note", write("The ferry is late.\n"), "not a database"},
		{"a page", write("<html>" + strings.Repeat("ferry ", 5000)), "not a database"},
		{"half a database", write("SQLite format 3\x00" + strings.Repeat("x", 2000)), "not a database"},
		{"another program's", foreign, "another program's database"},
	}
	for _, tt := range tests {
		path := filepath.Join(t.TempDir(), "file")
		if err := tt.make(path); err != nil {
			t.Fatal(err)
		}
		before, _ := os.ReadFile(path)
		_, err := Open(t.Context(), path)
		var not store.ErrNotStore
		if !errors.As(err, &not) || not.Path != path || not.Why != tt.want {
			t.Errorf("%s: %v, want %q", tt.name, err, tt.want)
		}
		if after, _ := os.ReadFile(path); string(after) != string(before) {
			t.Errorf("%s: the file has changed", tt.name)
		}
	}
	if _, err := Open(t.Context(), t.TempDir()); err == nil {
		t.Error("a directory is opened")
	}
}

func TestOpenCancelled(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	path := filepath.Join(t.TempDir(), "store.db")
	if _, err := Open(ctx, path); !errors.Is(err, context.Canceled) {
		t.Errorf("Open: %v, want that it is cancelled", err)
	}
	openAt(t, path) // what it may have left is no obstacle
}
