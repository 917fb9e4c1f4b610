package sqlite

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"iter"

	"readout/internal/store"
)

// ofVersion is true where the ledger that is kept is of a version.
const ofVersion = `EXISTS (SELECT 1 FROM cursor WHERE version = ?)`

const entryQuery = `SELECT value FROM ledger_entry WHERE name = ? AND key = ? AND ` + ofVersion

// Entry is what the ledger has noted under a key; see store.Store.
func (d *DB) Entry(ctx context.Context, version, table, key string) ([]byte, error) {
	var value []byte
	err := d.entry.QueryRowContext(ctx, table, key, version).Scan(&value)
	if err != nil && !errors.Is(err, sql.ErrNoRows) {
		return nil, fmt.Errorf("entry of %s: %w", version, err)
	}
	return value, nil
}

// Entries walks over a table of the ledger's notes; see store.Store.
func (d *DB) Entries(ctx context.Context, version, table string) iter.Seq2[store.Entry, error] {
	type place struct{ operator, key string }
	return pages(place{">=", ""}, func(from place) ([]store.Entry, place, error) {
		page, err := collect(ctx, d.r, func(rows *sql.Rows) (store.Entry, error) {
			e := store.Entry{Table: table}
			return e, rows.Scan(&e.Key, &e.Value)
		}, `SELECT key, value FROM ledger_entry WHERE name = ? AND key `+from.operator+` ? AND `+ofVersion+` ORDER BY key LIMIT ?`,
			table, from.key, version, entriesSize)
		if err != nil {
			return nil, from, fmt.Errorf("entries of %s: %w", version, err)
		}
		if len(page) > 0 {
			from = place{">", page[len(page)-1].Key}
		}
		return page, from, nil
	})
}

// entriesSize is how many entries, which are small, are held at once.
const entriesSize = 4096

func upsertEntries(ctx context.Context, tx *sql.Tx, entries []store.Entry) error {
	stmt, err := tx.PrepareContext(ctx, `
		INSERT INTO ledger_entry (name, key, value) VALUES (?, ?, ?) ON CONFLICT (name, key) DO UPDATE SET value = excluded.value`)
	if err != nil {
		return err
	}
	defer stmt.Close()
	for _, e := range entries {
		if _, err := stmt.ExecContext(ctx, e.Table, e.Key, e.Value); err != nil {
			return fmt.Errorf("entry %s %s: %w", e.Table, e.Key, err)
		}
	}
	return nil
}
