package sqlite

import (
	"context"
	"database/sql"
	"embed"
	"errors"
	"fmt"
	"io/fs"
	"time"

	"github.com/pressly/goose/v3"

	"readout/internal/store"
)

//go:embed migrations/*.sql
var migrations embed.FS

// migrate brings the schema up to date. Another program may be doing the same
// to a new file at the same moment; then one of the two fails on what the
// other has made, and finds the work done when it looks again.
func migrate(ctx context.Context, db *sql.DB, path string) error {
	const tries = 5
	for try := 1; ; try++ {
		err := migrateOnce(ctx, db, path)
		if err == nil || try == tries || ctx.Err() != nil || errors.As(err, new(store.ErrNewer)) {
			return err
		}
		time.Sleep(50 * time.Millisecond)
	}
}

func migrateOnce(ctx context.Context, db *sql.DB, path string) error {
	p, err := provider(db)
	if err != nil {
		return err
	}
	version, ours, err := p.GetVersions(ctx)
	if err != nil {
		return fmt.Errorf("%s: %w", path, err)
	}
	if version > ours {
		return store.ErrNewer{Path: path, Version: version, Ours: ours}
	}
	if _, err := p.Up(ctx); err != nil {
		return fmt.Errorf("%s: migrate from schema %d: %w", path, version, err)
	}
	return nil
}

func provider(db *sql.DB) (*goose.Provider, error) {
	dir, err := fs.Sub(migrations, "migrations")
	if err != nil {
		return nil, err
	}
	return goose.NewProvider(goose.DialectSQLite3, db, dir,
		goose.WithGoMigrations(goose.NewGoMigration(4, &goose.GoFunc{RunTx: fill}, nil)))
}
