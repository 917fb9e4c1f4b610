package sqlite

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
	"iter"

	"readout"
	"readout/internal/decision"
	"readout/internal/store"
)

// Decide keeps a decision and applies it; see store.Store.
func (d *DB) Decide(ctx context.Context, decided readout.Decision) error {
	err := decision.Check(decided)
	if err == nil {
		err = d.write(ctx, func(tx *sql.Tx) error { return keepDecision(ctx, tx, decided) })
	}
	if err != nil {
		return fmt.Errorf("decide: %w", err)
	}
	return nil
}

// keepDecision adds it and makes the reading that it is about anew, and those of
// later versions of the report. What undoes another decision is about the same
// document as that one; what is for the ledger to obey is about none.
func keepDecision(ctx context.Context, tx *sql.Tx, decided readout.Decision) error {
	text, err := encode(decided)
	if err != nil {
		return err
	}
	doc, err := documentOf(ctx, tx, decided)
	if err != nil {
		return err
	}
	res, err := tx.ExecContext(ctx, `INSERT OR IGNORE INTO decision (id, doc, json) VALUES (?, ?, ?)`, decided.ID, doc, text)
	if err != nil {
		return err
	}
	if n, err := res.RowsAffected(); err != nil || n == 0 {
		return err
	}
	if !doc.Valid {
		if of, err := ofDraft(ctx, tx, decided); err != nil || of {
			return err
		}
		return dropLedger(ctx, tx)
	}
	rec, err := undecided(ctx, tx, doc.Int64)
	if err != nil {
		return err
	}
	if err := decideAgain(ctx, tx, doc.Int64, rec); err != nil {
		return err
	}
	return decideLater(ctx, tx, doc.Int64)
}

// ofDraft reports whether a decision, or the one that it undoes, is about a
// finding in a draft: nothing on record rests on it.
func ofDraft(ctx context.Context, tx *sql.Tx, d readout.Decision) (bool, error) {
	for d.Target.Type == "decision" {
		var text []byte
		err := tx.QueryRowContext(ctx, `SELECT json FROM decision WHERE id = ? AND seq < (SELECT seq FROM decision WHERE id = ?)`, d.Target.ID, d.ID).Scan(&text)
		if err != nil {
			return false, found(err)
		}
		d = readout.Decision{}
		if err := json.Unmarshal(text, &d); err != nil {
			return false, err
		}
	}
	return d.Target.Type == "finding", nil
}

func documentOf(ctx context.Context, tx *sql.Tx, d readout.Decision) (doc sql.NullInt64, err error) {
	switch t := d.Target; {
	case decision.OfLedger(d):
	case t.Type == "decision":
		err = tx.QueryRowContext(ctx, `SELECT doc FROM decision WHERE id = ?`, t.ID).Scan(&doc)
	case t.At != nil:
		err = tx.QueryRowContext(ctx, `SELECT seq FROM document WHERE id = ?`, t.At.Doc).Scan(&doc)
	}
	return doc, found(err)
}

// undecided is the reading of a document as it was made.
func undecided(ctx context.Context, q querier, doc int64) (*readout.Record, error) {
	var text []byte
	err := q.QueryRowContext(ctx, `SELECT json FROM reading WHERE doc = ?`, doc).Scan(&text)
	if errors.Is(err, sql.ErrNoRows) {
		return record(ctx, q, doc)
	}
	rec := new(readout.Record)
	if err == nil {
		err = json.Unmarshal(text, rec)
	}
	return rec, err
}

// decide is a reading with the decisions about it, and about earlier versions
// of the report, applied. Where there are any, the reading itself is kept beside
// it, and which of those about it have lost their target is noted.
func decide(ctx context.Context, tx *sql.Tx, seq int64, rec *readout.Record) (*readout.Record, error) {
	r, err := bareReport(ctx, tx, seq)
	if err != nil {
		return nil, err
	}
	r.Rec = rec
	before, err := earlier(ctx, tx, r)
	if err != nil {
		return nil, err
	}
	about, readings := []int64{seq}, []*readout.Record(nil)
	for _, other := range before {
		about, readings = append(about, other.Seq), append(readings, other.Rec)
	}
	docs, err := encode(about)
	if err != nil {
		return nil, err
	}
	all, err := collect(ctx, tx, decode[readout.Decision], `
		SELECT json FROM decision WHERE doc IN (SELECT value FROM json_each(?)) ORDER BY seq`, docs)
	if err != nil || len(all) == 0 {
		return rec, err
	}
	text, err := encode(rec)
	if err != nil {
		return nil, err
	}
	if _, err := tx.ExecContext(ctx, `INSERT OR REPLACE INTO reading (doc, json) VALUES (?, ?)`, seq, text); err != nil {
		return nil, err
	}
	decided, unmet := decision.Record(r.Doc, rec, all, readings...)
	gone, err := encode(append([]string{}, unmet...)) // an array, also of none
	if err != nil {
		return nil, err
	}
	_, err = tx.ExecContext(ctx, `
		UPDATE decision SET gone = id IN (SELECT value FROM json_each(?)) WHERE doc = ?`, gone, seq)
	return decided, err
}

// DropLedger drops whatever ledger is kept.
func (d *DB) DropLedger(ctx context.Context) error {
	if err := d.write(ctx, func(tx *sql.Tx) error { return dropLedger(ctx, tx) }); err != nil {
		return fmt.Errorf("drop ledger: %w", err)
	}
	return nil
}

// Unmet notes which decisions for the ledger have no target; see store.Store.
func (d *DB) Unmet(ctx context.Context, ids []string) error {
	list, err := encode(append([]string{}, ids...))
	if err == nil {
		_, err = d.w.ExecContext(ctx, `
			UPDATE decision SET gone = id IN (SELECT value FROM json_each(?1))
			WHERE doc IS NULL AND gone <> (id IN (SELECT value FROM json_each(?1)))`, list)
	}
	if err != nil {
		return fmt.Errorf("note unmet decisions: %w", err)
	}
	return nil
}

// Decisions lists what has been decided; see store.Store.
func (d *DB) Decisions(ctx context.Context) iter.Seq2[store.Decided, error] {
	return pages(0, func(after int64) ([]store.Decided, int64, error) {
		scan := func(rows *sql.Rows) (one store.Decided, err error) {
			var text []byte
			if err := rows.Scan(&after, &one.Gone, &text); err != nil {
				return one, err
			}
			return one, json.Unmarshal(text, &one.Decision)
		}
		page, err := collect(ctx, d.r, scan, `SELECT seq, gone, json FROM decision WHERE seq > ? ORDER BY seq LIMIT ?`, after, pageSize)
		if err != nil {
			return nil, 0, fmt.Errorf("decisions: %w", err)
		}
		return page, after, nil
	})
}
