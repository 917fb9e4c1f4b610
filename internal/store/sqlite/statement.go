package sqlite

import (
	"context"
	"database/sql"
	"encoding/json"
	"fmt"
	"iter"
	"strings"

	"readout"
	"readout/internal/store"
)

// place is where a statement stands: its document in order of arrival, and
// its number there. Left is how many are still wanted after it.
type place struct {
	doc, n int64
	left   int
}

// Statements lists those that pass the filter; see store.Store.
func (d *DB) Statements(ctx context.Context, f store.Filter) iter.Seq2[readout.Statement, error] {
	return func(yield func(readout.Statement, error) bool) {
		where, args, err := conditions(f)
		var from place
		if err == nil {
			from, err = d.placeAfter(ctx, f)
		}
		if err != nil {
			yield(readout.Statement{}, fmt.Errorf("statements: %w", err))
			return
		}
		pages(from, func(at place) ([]readout.Statement, place, error) {
			return d.statementPage(ctx, where, args, at)
		})(yield)
	}
}

// placeAfter is where the list begins.
func (d *DB) placeAfter(ctx context.Context, f store.Filter) (place, error) {
	p := place{doc: -1, left: -1} // no limit
	if f.Limit > 0 {
		p.left = f.Limit
	}
	if f.After == "" {
		return p, nil
	}
	row := d.r.QueryRowContext(ctx, `SELECT doc, n FROM statement WHERE id = ?`, f.After)
	if err := found(row.Scan(&p.doc, &p.n)); err != nil {
		return p, fmt.Errorf("after %s: %w", f.After, err)
	}
	return p, nil
}

func (d *DB) statementPage(ctx context.Context, where string, args []any, at place) ([]readout.Statement, place, error) {
	size := pageSize
	if at.left >= 0 {
		size = min(size, at.left)
	}
	scan := func(rows *sql.Rows) (s readout.Statement, err error) {
		var text []byte
		if err := rows.Scan(&at.doc, &at.n, &text); err != nil {
			return s, err
		}
		return s, json.Unmarshal(text, &s)
	}
	args = append([]any{at.doc, at.n}, args...)
	page, err := collect(ctx, d.r, scan, `
		SELECT doc, n, json FROM statement WHERE (doc, n) > (?, ?)`+where+` ORDER BY doc, n LIMIT ?`, append(args, size)...)
	if err != nil {
		return nil, at, fmt.Errorf("statements: %w", err)
	}
	if at.left >= 0 {
		at.left -= len(page)
	}
	return page, at, nil
}

// conditions writes a filter as SQL. Lists go in as one JSON array each, so
// that they may be of any length.
func conditions(f store.Filter) (where string, args []any, err error) {
	var b strings.Builder
	add := func(condition string, arg any) {
		b.WriteString(" AND " + condition)
		args = append(args, arg)
	}
	for _, list := range []struct {
		column string
		ids    []string
	}{{"id", f.IDs}, {"speaker", f.Speakers}} {
		if len(list.ids) > 0 {
			text, err := encode(list.ids)
			if err != nil {
				return "", nil, err
			}
			add(list.column+" IN (SELECT value FROM json_each(?))", text)
		}
	}
	if f.Act != "" {
		add("act = ?", string(f.Act))
	}
	if f.Grade != "" {
		add("grade = ?", string(f.Grade))
	}
	if f.Doc != "" {
		add("doc = (SELECT seq FROM document WHERE id = ?)", f.Doc)
	}
	if f.Since != "" {
		first, _, ok := store.Days(f.Since)
		if !ok {
			return "", nil, fmt.Errorf("since %q is no EDTF date", f.Since)
		}
		add("said_to >= ?", first)
	}
	if f.Until != "" {
		_, last, ok := store.Days(f.Until)
		if !ok {
			return "", nil, fmt.Errorf("until %q is no EDTF date", f.Until)
		}
		add("said_from <= ?", last)
	}
	return b.String(), args, nil
}
