package sqlite

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"

	"readout"
	"readout/internal/store"
)

// Ledger is the ledger kept under this version, and its cursor.
func (d *DB) Ledger(ctx context.Context, version string) (l *readout.Ledger, cursor int64, err error) {
	l = new(readout.Ledger)
	err = d.read(ctx, func(tx *sql.Tx) error {
		at, kept, err := cursorOf(ctx, tx, version)
		if err != nil || !kept {
			return err
		}
		cursor = at
		return loadGroups(ctx, tx, l)
	})
	if err != nil {
		return nil, 0, fmt.Errorf("ledger %s: %w", version, err)
	}
	return l, cursor, nil
}

// Cursor is how far the ledger kept under this version has read.
func (d *DB) Cursor(ctx context.Context, version string) (int64, error) {
	cursor, _, err := cursorOf(ctx, d.r, version)
	if err != nil {
		return 0, fmt.Errorf("cursor of %s: %w", version, err)
	}
	return cursor, nil
}

// cursorOf is 0 where no ledger of this version is kept.
func cursorOf(ctx context.Context, q querier, version string) (cursor int64, kept bool, err error) {
	err = q.QueryRowContext(ctx, `SELECT seq FROM cursor WHERE version = ?`, version).Scan(&cursor)
	if errors.Is(err, sql.ErrNoRows) {
		return 0, false, nil
	}
	return cursor, err == nil, err
}

func loadGroups(ctx context.Context, q querier, l *readout.Ledger) error {
	add := map[string]func([]byte) error{
		"party":       appendTo(&l.Parties),
		"utterance":   appendTo(&l.Utterances),
		"proposition": appendTo(&l.Propositions),
		"stance":      appendTo(&l.Stances),
		"response":    appendTo(&l.Responses),
		"commitment":  appendTo(&l.Commitments),
		"contact":     appendTo(&l.Contacts),
		"incident":    appendTo(&l.Incidents),
		"story":       appendTo(&l.Stories),
		"origin":      appendTo(&l.Origins),
		"revision":    appendTo(&l.Revisions),
	}
	rows, err := q.QueryContext(ctx, `SELECT type, json FROM ledger ORDER BY seq`)
	if err != nil {
		return err
	}
	defer rows.Close()
	for rows.Next() {
		var kind string
		var text []byte
		if err := rows.Scan(&kind, &text); err != nil {
			return err
		}
		if err := add[kind](text); err != nil {
			return fmt.Errorf("%s: %w", kind, err)
		}
	}
	return rows.Err()
}

func appendTo[T any](list *[]T) func([]byte) error {
	return func(b []byte) error {
		var v T
		err := json.Unmarshal(b, &v)
		*list = append(*list, v)
		return err
	}
}

// PutLedger adds the changed groups and moves the cursor; see store.Store.
func (d *DB) PutLedger(ctx context.Context, version string, from, to int64, changed *readout.Ledger) error {
	err := d.write(ctx, func(tx *sql.Tx) error {
		if from == 0 {
			if err := dropLedger(ctx, tx); err != nil {
				return err
			}
		}
		at, _, err := cursorOf(ctx, tx, version)
		if err != nil {
			return err
		}
		if at != from {
			return fmt.Errorf("%w: its cursor is %d, not %d", store.ErrMoved, at, from)
		}
		if err := upsertGroups(ctx, tx, changed); err != nil {
			return err
		}
		_, err = tx.ExecContext(ctx, `INSERT OR REPLACE INTO cursor (one, version, seq) VALUES (1, ?, ?)`, version, to)
		return err
	})
	if err != nil {
		return fmt.Errorf("put ledger %s: %w", version, err)
	}
	return nil
}

func dropLedger(ctx context.Context, tx *sql.Tx) error {
	_, err := tx.ExecContext(ctx, `DELETE FROM ledger; DELETE FROM cursor`)
	return err
}

func upsertGroups(ctx context.Context, tx *sql.Tx, l *readout.Ledger) error {
	stmt, err := tx.PrepareContext(ctx, `
		INSERT INTO ledger (type, id, json) VALUES (?, ?, ?) ON CONFLICT (id, type) DO UPDATE SET json = excluded.json`)
	if err != nil {
		return err
	}
	defer stmt.Close()
	u := &upserter{ctx: ctx, stmt: stmt}
	upsert(u, "party", l.Parties, func(p readout.Party) string { return p.ID })
	upsert(u, "utterance", l.Utterances, func(v readout.Utterance) string { return v.ID })
	upsert(u, "proposition", l.Propositions, func(p readout.Proposition) string { return p.ID })
	upsert(u, "stance", l.Stances, func(s readout.Stance) string { return s.Statement + " " + s.Proposition + " " + s.Party })
	upsert(u, "response", l.Responses, func(r readout.Response) string { return r.ID })
	upsert(u, "commitment", l.Commitments, func(c readout.Commitment) string { return c.ID })
	upsert(u, "contact", l.Contacts, func(c readout.Contact) string { return c.ID })
	upsert(u, "incident", l.Incidents, func(i readout.Incident) string { return i.ID })
	upsert(u, "story", l.Stories, func(s readout.Story) string { return s.ID })
	upsert(u, "origin", l.Origins, func(o readout.Origin) string { return o.ID })
	upsert(u, "revision", l.Revisions, func(r readout.Revision) string { return r.ID })
	return u.err
}

// upserter does nothing after its first error.
type upserter struct {
	ctx  context.Context
	stmt *sql.Stmt
	err  error
}

func upsert[T any](u *upserter, kind string, list []T, id func(T) string) {
	for _, v := range list {
		if u.err != nil {
			return
		}
		text, err := encode(v)
		if err == nil {
			_, err = u.stmt.ExecContext(u.ctx, kind, id(v), text)
		}
		if err != nil {
			u.err = fmt.Errorf("%s %s: %w", kind, id(v), err)
		}
	}
}
