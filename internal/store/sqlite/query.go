package sqlite

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"iter"

	"readout/internal/store"
)

// write runs f in one transaction that has the file's write lock.
func (d *DB) write(ctx context.Context, f func(*sql.Tx) error) error {
	return inTx(ctx, d.w, nil, f)
}

// read runs f over one unchanging state of the file.
func (d *DB) read(ctx context.Context, f func(*sql.Tx) error) error {
	return inTx(ctx, d.r, &sql.TxOptions{ReadOnly: true}, f)
}

func inTx(ctx context.Context, db *sql.DB, opts *sql.TxOptions, f func(*sql.Tx) error) error {
	tx, err := db.BeginTx(ctx, opts)
	if err != nil {
		return err
	}
	defer tx.Rollback() // does nothing after Commit
	if err := f(tx); err != nil {
		return err
	}
	return tx.Commit()
}

// querier is a pool or a transaction.
type querier interface {
	QueryContext(ctx context.Context, query string, args ...any) (*sql.Rows, error)
	QueryRowContext(ctx context.Context, query string, args ...any) *sql.Row
}

// collect runs a query to its end and gives its rows, each made by scan.
func collect[T any](ctx context.Context, q querier, scan func(*sql.Rows) (T, error), query string, args ...any) ([]T, error) {
	rows, err := q.QueryContext(ctx, query, args...)
	return scanned(rows, err, scan)
}

// collectOf is collect for a query that is prepared.
func collectOf[T any](ctx context.Context, stmt *sql.Stmt, scan func(*sql.Rows) (T, error), args ...any) ([]T, error) {
	rows, err := stmt.QueryContext(ctx, args...)
	return scanned(rows, err, scan)
}

func scanned[T any](rows *sql.Rows, err error, scan func(*sql.Rows) (T, error)) ([]T, error) {
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var all []T
	for rows.Next() {
		v, err := scan(rows)
		if err != nil {
			return nil, err
		}
		all = append(all, v)
	}
	return all, rows.Err()
}

// pages walks over what next gives, page after page, until one is empty. Next
// takes the place after which its page begins and gives the place where it
// ends. Between two pages nothing is open, however long the caller takes.
func pages[P, T any](start P, next func(P) ([]T, P, error)) iter.Seq2[T, error] {
	return func(yield func(T, error) bool) {
		var none T
		for at := start; ; {
			page, end, err := next(at)
			if err != nil {
				yield(none, err)
				return
			}
			if len(page) == 0 {
				return
			}
			for _, v := range page {
				if !yield(v, nil) {
					return
				}
			}
			at = end
		}
	}
}

// decode scans one column of JSON.
func decode[T any](rows *sql.Rows) (T, error) {
	var v T
	var text []byte
	if err := rows.Scan(&text); err != nil {
		return v, err
	}
	return v, json.Unmarshal(text, &v)
}

func encode(v any) (string, error) {
	b, err := json.Marshal(v)
	return string(b), err
}

// found turns the database's "no rows" into the store's.
func found(err error) error {
	if errors.Is(err, sql.ErrNoRows) {
		return store.ErrNotFound
	}
	return err
}
