package sqlite

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
	"iter"

	"readout"
	"readout/internal/store"
)

// pageSize is how many rows of a list are held at once: enough that queries
// cost little beside rows, and some hundred kilobytes at most.
const pageSize = 256

// Document is the document with this id.
func (d *DB) Document(ctx context.Context, id string) (*readout.Document, error) {
	var text []byte
	doc := new(readout.Document)
	row := d.r.QueryRowContext(ctx, `SELECT json, text FROM document WHERE id = ?`, id)
	err := found(row.Scan(&text, &doc.Text))
	if err == nil {
		err = decodeDocument(text, doc)
	}
	if err != nil {
		return nil, fmt.Errorf("document %s: %w", id, err)
	}
	return doc, nil
}

// decodeDocument fills in all but the text, which the JSON has empty.
func decodeDocument(b []byte, doc *readout.Document) error {
	text := doc.Text
	err := json.Unmarshal(b, doc)
	doc.Text = text
	return err
}

// Documents lists all documents without their texts, in order of arrival.
func (d *DB) Documents(ctx context.Context) iter.Seq2[store.Summary, error] {
	return pages(0, func(after int64) ([]store.Summary, int64, error) {
		page, err := collect(ctx, d.r, func(rows *sql.Rows) (store.Summary, error) { return scanSummary(rows) }, `
			SELECT d.seq, r.reader, (SELECT count(*) FROM statement s WHERE s.doc = d.seq), d.json
			FROM document d JOIN record r ON r.doc = d.seq
			WHERE d.seq > ? ORDER BY d.seq LIMIT ?`, after, pageSize)
		if err != nil {
			return nil, 0, fmt.Errorf("documents: %w", err)
		}
		if len(page) > 0 {
			after = page[len(page)-1].Seq
		}
		return page, after, nil
	})
}

// scanSummary scans a summary behind other columns.
func scanSummary(rows *sql.Rows, before ...any) (s store.Summary, err error) {
	var text []byte
	if err := rows.Scan(append(before, &s.Seq, &s.Reader, &s.Statements, &text)...); err != nil {
		return s, err
	}
	s.Doc = new(readout.Document)
	return s, decodeDocument(text, s.Doc)
}

// Record is the reading kept of a document, as it is decided.
func (d *DB) Record(ctx context.Context, doc string) (*readout.Record, error) {
	return d.recordBy(ctx, doc, record)
}

// Reading is the reading kept of a document, as it was made.
func (d *DB) Reading(ctx context.Context, doc string) (*readout.Record, error) {
	return d.recordBy(ctx, doc, undecided)
}

func (d *DB) recordBy(ctx context.Context, doc string, load func(context.Context, querier, int64) (*readout.Record, error)) (rec *readout.Record, err error) {
	err = d.read(ctx, func(tx *sql.Tx) error {
		var seq int64
		row := tx.QueryRowContext(ctx, `SELECT seq FROM document WHERE id = ?`, doc)
		if err := found(row.Scan(&seq)); err != nil {
			return err
		}
		rec, err = load(ctx, tx, seq)
		return err
	})
	if err != nil {
		return nil, fmt.Errorf("record of %s: %w", doc, err)
	}
	return rec, nil
}

// record puts a reading together again from its row and its statements.
func record(ctx context.Context, q querier, seq int64) (*readout.Record, error) {
	var text []byte
	row := q.QueryRowContext(ctx, `SELECT json FROM record WHERE doc = ?`, seq)
	if err := found(row.Scan(&text)); err != nil {
		return nil, err
	}
	rec := new(readout.Record)
	err := json.Unmarshal(text, rec)
	if err != nil {
		return nil, err
	}
	rec.Statements, err = collect(ctx, q, decode[readout.Statement], `SELECT json FROM statement WHERE doc = ? ORDER BY n`, seq)
	return rec, err
}

// Reports loads the reports after a place in the order of arrival, one at a
// time.
func (d *DB) Reports(ctx context.Context, after int64) iter.Seq2[store.Report, error] {
	return pages(after, func(after int64) ([]store.Report, int64, error) {
		report, err := d.reportAfter(ctx, after)
		switch {
		case errors.Is(err, sql.ErrNoRows):
			return nil, after, nil
		case err != nil:
			return nil, after, fmt.Errorf("report after %d: %w", after, err)
		}
		return []store.Report{report}, report.Seq, nil
	})
}

// reportAfter gives sql.ErrNoRows after the last report.
func (d *DB) reportAfter(ctx context.Context, after int64) (r store.Report, err error) {
	err = d.read(ctx, func(tx *sql.Tx) error {
		var text []byte
		r.Doc = new(readout.Document)
		row := tx.QueryRowContext(ctx, `SELECT seq, json, text FROM document WHERE seq > ? ORDER BY seq LIMIT 1`, after)
		if err := row.Scan(&r.Seq, &text, &r.Doc.Text); err != nil {
			return err
		}
		if err := decodeDocument(text, r.Doc); err != nil {
			return err
		}
		r.Rec, err = record(ctx, tx, r.Seq)
		return err
	})
	return r, err
}

// Stats counts what is kept.
func (d *DB) Stats(ctx context.Context) (s store.Stats, err error) {
	row := d.r.QueryRowContext(ctx, `
		SELECT (SELECT count(*) FROM document), (SELECT count(*) FROM statement),
		       (SELECT count(*) FROM ref WHERE type = 'response'), (SELECT count(*) FROM failure),
		       (SELECT page_count FROM pragma_page_count) * (SELECT page_size FROM pragma_page_size)`)
	if err := row.Scan(&s.Documents, &s.Statements, &s.Responses, &s.Failures, &s.Bytes); err != nil {
		return s, fmt.Errorf("stats: %w", err)
	}
	return s, nil
}
