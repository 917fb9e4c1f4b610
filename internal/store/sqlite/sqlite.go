// Package sqlite keeps the record in one SQLite file, through a pure Go
// SQLite and goose's numbered migrations; both are imported here only.
//
// The idea: nouns are kept as the JSON they are exported as, and beside it
// stand only the columns that a question is asked by. The file is in
// write-ahead mode, so readers and the writer do not wait for each other, and
// every commit is on the disk before Put returns (synchronous=FULL): what was
// reported as kept survives a kill. There is one writing connection, a
// transaction of which takes the file's lock when it begins, and several
// reading ones.
//
// Words are found by SQLite's FTS5, which is used for its lists of what has a
// word; a short list of candidates is all that a caller needs, who compares
// texts himself.
//
// It leaves out: migrations backwards, and more than one version of the ledger
// at a time.
package sqlite

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"net/url"
	"os"
	"path/filepath"
	"strings"

	"modernc.org/sqlite"

	"readout/internal/store"
)

// Memory is the path of a store that is gone when it is closed.
const Memory = ":memory:"

// DB is a store in one file. It is a store.Store.
type DB struct {
	path string
	w    *sql.DB // one connection: its queue is the order of writers
	r    *sql.DB

	entry *sql.Stmt // asked thousands of times for a report
}

var _ store.Store = (*DB)(nil)

// Open opens the store in the file at path, or in Memory. A missing file and
// its directories are made, for this user only; an older schema is migrated.
// store.ErrNewer is a file of a newer program, store.ErrNotStore a file that
// is something else: both are left as they are.
func Open(ctx context.Context, path string) (*DB, error) {
	d, err := open(ctx, path)
	if err != nil {
		return nil, fmt.Errorf("open store: %w", err)
	}
	return d, nil
}

func open(ctx context.Context, path string) (*DB, error) {
	d := &DB{path: path}
	if err := d.connect(ctx); err != nil {
		return nil, errors.Join(err, d.Close())
	}
	if err := migrate(ctx, d.w, path); err != nil {
		return nil, errors.Join(err, d.Close())
	}
	var err error
	if d.entry, err = d.r.PrepareContext(ctx, entryQuery); err != nil {
		return nil, errors.Join(err, d.Close())
	}
	return d, nil
}

// connect makes the file and the two pools. The file is looked at before
// there is a writing connection, which would turn write-ahead mode on in
// somebody else's database.
func (d *DB) connect(ctx context.Context) (err error) {
	name := Memory
	if d.path != Memory {
		if name, err = touch(d.path); err != nil {
			return err
		}
		if d.r, err = pool(name, "query_only(1)"); err != nil {
			return err
		}
		if err := identify(ctx, d.r, d.path); err != nil {
			return err
		}
	}
	if d.w, err = pool(name, "journal_mode(WAL)", "synchronous(FULL)", "foreign_keys(1)"); err != nil {
		return err
	}
	d.w.SetMaxOpenConns(1)
	if d.r == nil {
		d.r = d.w // each connection to Memory would be a store of its own
	}
	return nil
}

// touch makes the file if it is missing and gives SQLite's name for it. The
// journals take their permissions from the file.
func touch(path string) (name string, err error) {
	abs, err := filepath.Abs(path)
	if err != nil {
		return "", err
	}
	if err := os.MkdirAll(filepath.Dir(abs), 0o700); err != nil {
		return "", err
	}
	f, err := os.OpenFile(abs, os.O_RDWR|os.O_CREATE, 0o600)
	if err != nil {
		return "", err
	}
	slashed := filepath.ToSlash(abs)
	if !strings.HasPrefix(slashed, "/") {
		slashed = "/" + slashed // file:///C:/...
	}
	return "file://" + (&url.URL{Path: slashed}).EscapedPath(), f.Close()
}

// pool opens a pool of connections that all begin with these pragmas. A
// transaction that may write takes the lock at once: taken later, it could
// fail half way instead of waiting.
func pool(name string, pragmas ...string) (*sql.DB, error) {
	v := url.Values{"_txlock": {"immediate"}, "_pragma": append(pragmas, "busy_timeout(30000)")}
	return sql.Open("sqlite", name+"?"+v.Encode())
}

// identify tells a store, or an empty file, from anything else.
func identify(ctx context.Context, db *sql.DB, path string) error {
	var app, foreign int64
	err := db.QueryRowContext(ctx, `
		SELECT (SELECT application_id FROM pragma_application_id),
		       (SELECT count(*) FROM sqlite_master WHERE tbl_name NOT LIKE 'sqlite_%' AND tbl_name <> 'goose_db_version')`).
		Scan(&app, &foreign)
	var failed *sqlite.Error
	switch {
	case errors.As(err, &failed) && failed.Code()&0xff == notADatabase:
		return store.ErrNotStore{Path: path, Why: "not a database"}
	case err != nil:
		return fmt.Errorf("%s: %w", path, err)
	case app == applicationID, app == 0 && foreign == 0:
		return nil
	}
	return store.ErrNotStore{Path: path, Why: "another program's database"}
}

const (
	applicationID = 0x52444f54 // as in migration 1
	notADatabase  = 26         // SQLITE_NOTADB
)

// Close closes the file.
func (d *DB) Close() error {
	var errs []error
	if d.entry != nil {
		errs = append(errs, d.entry.Close())
	}
	if d.r != nil && d.r != d.w {
		errs = append(errs, d.r.Close())
	}
	if d.w != nil { // last: the last connection folds the journal into the file
		errs = append(errs, d.w.Close())
	}
	return errors.Join(errs...)
}
