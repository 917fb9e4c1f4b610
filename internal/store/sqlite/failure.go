package sqlite

import (
	"context"
	"database/sql"
	"fmt"

	"readout"
	"readout/internal/store"
)

// PutFailure keeps a report that could not be read.
func (d *DB) PutFailure(ctx context.Context, f store.Failure) error {
	err := d.write(ctx, func(tx *sql.Tx) error {
		_, err := tx.ExecContext(ctx, `
			INSERT INTO failure (name, hash, reason, tried) VALUES (?, ?, ?, ?)
			ON CONFLICT (name, hash) DO UPDATE SET reason = excluded.reason, tried = excluded.tried`,
			f.Name, f.Hash, f.Reason, f.On)
		return err
	})
	if err != nil {
		return fmt.Errorf("put failure %s: %w", f.Name, err)
	}
	return nil
}

// Failures lists the reports that could not be read, in order of arrival.
func (d *DB) Failures(ctx context.Context) ([]store.Failure, error) {
	all, err := collect(ctx, d.r, func(rows *sql.Rows) (f store.Failure, err error) {
		return f, rows.Scan(&f.Name, &f.Hash, &f.Reason, &f.On)
	}, `SELECT name, hash, reason, tried FROM failure ORDER BY seq`)
	if err != nil {
		return nil, fmt.Errorf("failures: %w", err)
	}
	return all, nil
}

// clearFailures forgets that a report failed, now that it is kept: under its
// hash (the same bytes can be read now) and under its name (other bytes came).
func clearFailures(ctx context.Context, tx *sql.Tx, doc *readout.Document) error {
	_, err := tx.ExecContext(ctx, `DELETE FROM failure WHERE (name = ? AND name <> '') OR (hash = ? AND hash <> '')`, doc.Name, doc.Hash)
	return err
}
