package sqlite

import (
	"context"
	"database/sql"
	"errors"
	"fmt"

	"readout"
	"readout/internal/store"
)

// Put keeps a document and the reading of it; see store.Store.
func (d *DB) Put(ctx context.Context, doc *readout.Document, rec *readout.Record) (added bool, err error) {
	if err := store.Check(doc, rec); err != nil {
		return false, fmt.Errorf("put report: %w", err)
	}
	err = d.write(ctx, func(tx *sql.Tx) error {
		if added, err = put(ctx, tx, doc, rec); err != nil {
			return err
		}
		return clearFailures(ctx, tx, doc)
	})
	if err != nil {
		return false, fmt.Errorf("put report %s: %w", doc.ID, err)
	}
	return added, nil
}

func put(ctx context.Context, tx *sql.Tx, doc *readout.Document, rec *readout.Record) (added bool, err error) {
	var seq int64
	var reader, text string
	err = tx.QueryRowContext(ctx, `
		SELECT d.seq, r.reader, d.text FROM document d JOIN record r ON r.doc = d.seq WHERE d.id = ?`, doc.ID).
		Scan(&seq, &reader, &text)
	switch {
	case errors.Is(err, sql.ErrNoRows):
		seq, err = insertDocument(ctx, tx, doc)
	case err != nil:
	case reader == rec.Reader:
		return false, nil
	case text != doc.Text: // spans into one text would be kept beside the other
		err = store.ErrText
	default:
		err = dropReading(ctx, tx, seq)
	}
	if err != nil {
		return false, err
	}
	if err := insertRecord(ctx, tx, seq, rec); err != nil {
		return false, err
	}
	return true, decideLater(ctx, tx, seq)
}

// PutReading keeps another reading of a document; see store.Store.
func (d *DB) PutReading(ctx context.Context, rec *readout.Record) error {
	err := d.write(ctx, func(tx *sql.Tx) error {
		var seq int64
		if err := found(tx.QueryRowContext(ctx, `SELECT seq FROM document WHERE id = ?`, rec.Doc).Scan(&seq)); err != nil {
			return err
		}
		r, err := bareReport(ctx, tx, seq)
		if err != nil {
			return err
		}
		if err := store.Check(r.Doc, rec); err != nil {
			return err
		}
		if err := decideAgain(ctx, tx, seq, rec); err != nil {
			return err
		}
		return decideLater(ctx, tx, seq)
	})
	if err != nil {
		return fmt.Errorf("put reading of %s: %w", rec.Doc, err)
	}
	return nil
}

// Amend takes what is known better of a document; see store.Store.
func (d *DB) Amend(ctx context.Context, doc *readout.Document, rec *readout.Record) error {
	if err := store.Check(doc, rec); err != nil {
		return fmt.Errorf("amend report: %w", err)
	}
	err := d.write(ctx, func(tx *sql.Tx) error {
		seq, later, err := amendDocument(ctx, tx, doc)
		if err != nil {
			return err
		}
		if err := decideAgain(ctx, tx, seq, rec); err != nil {
			return err
		}
		if err := decideLater(ctx, tx, seq, later...); err != nil {
			return err
		}
		return clearFailures(ctx, tx, doc)
	})
	if err != nil {
		return fmt.Errorf("amend report %s: %w", doc.ID, err)
	}
	return nil
}

// amendDocument gives also what were later versions of the report before.
func amendDocument(ctx context.Context, tx *sql.Tx, doc *readout.Document) (seq int64, later []int64, err error) {
	var text []byte
	var kept readout.Document
	row := tx.QueryRowContext(ctx, `SELECT seq, json, text FROM document WHERE id = ?`, doc.ID)
	if err := found(row.Scan(&seq, &text, &kept.Text)); err != nil {
		return 0, nil, err
	}
	if kept.Text != doc.Text {
		return 0, nil, store.ErrText
	}
	if err := decodeDocument(text, &kept); err != nil {
		return 0, nil, err
	}
	if later, err = laterThan(ctx, tx, seq); err != nil {
		return 0, nil, err
	}
	kept.Published, kept.Outlet, kept.Lang, kept.Text = doc.Published, doc.Outlet, doc.Lang, ""
	bare, err := encode(kept)
	if err != nil {
		return 0, nil, err
	}
	_, err = tx.ExecContext(ctx, `UPDATE document SET json = ?, published = ? WHERE seq = ?`, bare, publishedDay(&kept), seq)
	return seq, later, err
}

func insertDocument(ctx context.Context, tx *sql.Tx, doc *readout.Document) (seq int64, err error) {
	bare := *doc
	bare.Text = ""
	text, err := encode(bare)
	if err != nil {
		return 0, err
	}
	res, err := tx.ExecContext(ctx, `INSERT INTO document (id, json, text, published) VALUES (?, ?, ?, ?)`,
		doc.ID, text, []byte(doc.Text), publishedDay(doc))
	if err != nil {
		return 0, err
	}
	return res.LastInsertId()
}

// dropReading makes room for another reading. The ledger points at the
// statements that go, and has read past this report: it must begin again.
func dropReading(ctx context.Context, tx *sql.Tx, seq int64) error {
	if _, err := tx.ExecContext(ctx, `DELETE FROM record WHERE doc = ?; DELETE FROM reading WHERE doc = ?`, seq, seq); err != nil {
		return err
	}
	if err := unindexStatements(ctx, tx, seq); err != nil {
		return err
	}
	return dropLedger(ctx, tx)
}

// insertRecord keeps a reading with the decisions about it applied.
func insertRecord(ctx context.Context, tx *sql.Tx, seq int64, rec *readout.Record) error {
	rec, err := decide(ctx, tx, seq, rec)
	if err != nil {
		return err
	}
	bare := *rec
	bare.Statements = nil
	text, err := encode(bare)
	if err != nil {
		return err
	}
	if _, err := tx.ExecContext(ctx, `INSERT INTO record (doc, reader, json) VALUES (?, ?, ?)`, seq, rec.Reader, text); err != nil {
		return err
	}
	if err := insertStatements(ctx, tx, seq, rec.Statements); err != nil {
		return err
	}
	if err := indexStatements(ctx, tx, seq, rec.Statements); err != nil {
		return err
	}
	return insertRefs(ctx, tx, seq, rec)
}

func insertStatements(ctx context.Context, tx *sql.Tx, seq int64, statements []readout.Statement) error {
	stmt, err := tx.PrepareContext(ctx, `
		INSERT INTO statement (doc, n, id, speaker, act, grade, said_from, said_to, json) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`)
	if err != nil {
		return err
	}
	defer stmt.Close()
	for n, s := range statements {
		text, err := encode(s)
		if err != nil {
			return fmt.Errorf("statement %s: %w", s.ID, err)
		}
		from, to := saidDays(s.Said)
		if _, err := stmt.ExecContext(ctx, seq, n, s.ID, s.Speaker, string(s.Act), string(s.Grade), from, to, text); err != nil {
			return fmt.Errorf("statement %s: %w", s.ID, err)
		}
	}
	return nil
}

func saidDays(said *readout.Date) (from, to sql.NullString) {
	if !said.Known() {
		return from, to
	}
	first, last, ok := store.Days(said.Value)
	return sql.NullString{String: first, Valid: ok}, sql.NullString{String: last, Valid: ok}
}

// insertRefs keeps the ids that can be asked for but have no row of their own.
func insertRefs(ctx context.Context, tx *sql.Tx, seq int64, rec *readout.Record) error {
	stmt, err := tx.PrepareContext(ctx, `INSERT OR IGNORE INTO ref (id, type, doc) VALUES (?, ?, ?)`)
	if err != nil {
		return err
	}
	defer stmt.Close()
	for _, p := range rec.Parties {
		if _, err := stmt.ExecContext(ctx, p.ID, "party", seq); err != nil {
			return err
		}
	}
	for _, r := range rec.Responses {
		if _, err := stmt.ExecContext(ctx, r.ID, "response", seq); err != nil {
			return err
		}
	}
	return nil
}
