package sqlite

import (
	"cmp"
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
	"strings"

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
		return loadGroups(ctx, tx, l, `SELECT type, json FROM ledger ORDER BY place, id`)
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

// loadGroups adds the groups that a query gives by type and JSON.
func loadGroups(ctx context.Context, q querier, l *readout.Ledger, query string, args ...any) error {
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
		"candidate":   appendTo(&l.Candidates),
	}
	rows, err := q.QueryContext(ctx, query, args...)
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

// PutLedger makes a change to the ledger; see store.Store.
func (d *DB) PutLedger(ctx context.Context, version string, c store.Change) error {
	err := d.write(ctx, func(tx *sql.Tx) error {
		if drops, err := dropsOf(ctx, tx); err != nil || c.Drops != 0 && c.Drops != drops {
			return cmp.Or(err, fmt.Errorf("%w: what it is made from has changed", store.ErrMoved))
		}
		if c.From == 0 {
			if err := clearLedger(ctx, tx); err != nil {
				return err
			}
		}
		at, _, err := cursorOf(ctx, tx, version)
		if err != nil {
			return err
		}
		if at != c.From {
			return fmt.Errorf("%w: its cursor is %d, not %d", store.ErrMoved, at, c.From)
		}
		if err := change(ctx, tx, c); err != nil {
			return err
		}
		_, err = tx.ExecContext(ctx, `INSERT OR REPLACE INTO cursor (one, version, seq) VALUES (1, ?, ?)`, version, c.To)
		return err
	})
	if err != nil {
		return fmt.Errorf("put ledger %s: %w", version, err)
	}
	return nil
}

func change(ctx context.Context, tx *sql.Tx, c store.Change) error {
	if err := deleteGroups(ctx, tx, c.Gone); err != nil {
		return err
	}
	if err := upsertGroups(ctx, tx, c.Put); err != nil {
		return err
	}
	return upsertEntries(ctx, tx, c.Entries)
}

// Drops is how often the ledger was dropped; see store.Store.
func (d *DB) Drops(ctx context.Context) (int64, error) {
	n, err := dropsOf(ctx, d.r)
	if err != nil {
		return 0, fmt.Errorf("drops of the ledger: %w", err)
	}
	return n, nil
}

// dropsOf counts in the number that SQLite keeps in a file's head for the
// program's use.
func dropsOf(ctx context.Context, q querier) (n int64, err error) {
	err = q.QueryRowContext(ctx, `SELECT user_version + 1 FROM pragma_user_version`).Scan(&n)
	return n, err
}

// dropLedger is for when what the ledger is made from has changed.
func dropLedger(ctx context.Context, tx *sql.Tx) error {
	n, err := dropsOf(ctx, tx)
	if err == nil {
		_, err = tx.ExecContext(ctx, fmt.Sprint("PRAGMA user_version = ", n))
	}
	return cmp.Or(err, clearLedger(ctx, tx))
}

func clearLedger(ctx context.Context, tx *sql.Tx) error {
	_, err := tx.ExecContext(ctx, `
		DELETE FROM ledger; DELETE FROM ledger_key; DELETE FROM cursor; DELETE FROM ledger_entry;
		INSERT INTO proposition_word (proposition_word) VALUES ('delete-all')`)
	return err
}

func deleteGroups(ctx context.Context, tx *sql.Tx, gone []store.Ref) error {
	for _, ref := range gone {
		var seq int64
		err := tx.QueryRowContext(ctx, `DELETE FROM ledger WHERE id = ? AND type = ? RETURNING seq`, ref.ID, ref.Type).Scan(&seq)
		if errors.Is(err, sql.ErrNoRows) {
			continue
		}
		if err == nil {
			_, err = tx.ExecContext(ctx, `DELETE FROM ledger_key WHERE seq = ?`, seq)
		}
		if err == nil && ref.Type == "proposition" {
			_, err = tx.ExecContext(ctx, `DELETE FROM proposition_word WHERE rowid = ?`, seq)
		}
		if err != nil {
			return fmt.Errorf("%s %s: %w", ref.Type, ref.ID, err)
		}
	}
	return nil
}

func upsertGroups(ctx context.Context, tx *sql.Tx, groups []store.Group) error {
	u := &upserter{ctx: ctx, tx: tx}
	defer u.close()
	u.prepare(&u.row, `
		INSERT INTO ledger (type, id, place, json) VALUES (?, ?, ?, ?)
		ON CONFLICT (id, type) DO UPDATE SET place = excluded.place, json = excluded.json RETURNING seq`)
	u.prepare(&u.bare, `DELETE FROM ledger_key WHERE seq = ?`)
	u.prepare(&u.key, `INSERT OR IGNORE INTO ledger_key (key, type, seq) VALUES (?, ?, ?)`)
	u.prepare(&u.words, `INSERT OR REPLACE INTO proposition_word (rowid, words) VALUES (?, ?)`)
	for _, g := range groups {
		if u.err != nil {
			break
		}
		if u.err = u.upsert(g); u.err != nil {
			u.err = fmt.Errorf("%s %s: %w", g.Type, g.ID, u.err)
		}
	}
	return u.err
}

// upserter writes groups with what they are found by.
type upserter struct {
	ctx                   context.Context
	tx                    *sql.Tx
	row, bare, key, words *sql.Stmt
	err                   error
}

func (u *upserter) prepare(at **sql.Stmt, query string) {
	if u.err == nil {
		*at, u.err = u.tx.PrepareContext(u.ctx, query)
	}
}

func (u *upserter) close() {
	for _, stmt := range []*sql.Stmt{u.row, u.bare, u.key, u.words} {
		if stmt != nil {
			stmt.Close()
		}
	}
}

func (u *upserter) upsert(g store.Group) error {
	text, err := encode(g.Value)
	if err != nil {
		return err
	}
	var seq int64
	if err := u.row.QueryRowContext(u.ctx, g.Type, g.ID, g.Place, text).Scan(&seq); err != nil {
		return err
	}
	if _, err := u.bare.ExecContext(u.ctx, seq); err != nil {
		return err
	}
	for _, key := range g.Keys {
		if key == "" {
			continue
		}
		if _, err := u.key.ExecContext(u.ctx, key, g.Type, seq); err != nil {
			return err
		}
	}
	if q, ok := g.Value.(readout.Proposition); ok {
		_, err = u.words.ExecContext(u.ctx, seq, strings.Join(wordKeys(q.Text), " "))
	}
	return err
}
