package sqlite

import (
	"cmp"
	"context"
	"database/sql"
	"slices"

	"readout"
	"readout/internal/decision"
	"readout/internal/store"
)

// headlineIn is in how much of a text a headline is looked for, in bytes.
const headlineIn = 1000

// related are the reports, with the readings as they were made, that may be
// versions of one: those at its address or with its outlet and its title or,
// where decided is set, those of them about which something has been decided.
func related(ctx context.Context, tx *sql.Tx, r store.Report, decided bool) ([]store.Report, error) {
	from := "document"
	if decided { // a report that comes in does not look at all others
		from = "(SELECT DISTINCT doc FROM decision WHERE doc IS NOT NULL) CROSS JOIN document ON seq = doc"
	}
	all, err := collect(ctx, tx, scanReport, `
		SELECT seq, json, text FROM `+from+`
		WHERE seq <> ?1 AND (
			?2 <> '' AND json_extract(json, '$.url') LIKE ?2 || '%' OR
			?3 <> '' AND ?4 <> '' AND json_extract(json, '$.outlet') = ?3 AND
				(json_extract(json, '$.title') = ?4 OR instr(CAST(substr(text, 1, ?5) AS TEXT), ?4) > 0))
		ORDER BY seq`,
		r.Seq, decision.Address(r.Doc), r.Doc.Outlet, decision.Title(r), headlineIn)
	for i := range all {
		if all[i].Rec, err = undecided(ctx, tx, all[i].Seq); err != nil {
			return nil, err
		}
	}
	return all, err
}

func scanReport(rows *sql.Rows) (r store.Report, err error) {
	var text []byte
	r.Doc = new(readout.Document)
	if err := rows.Scan(&r.Seq, &text, &r.Doc.Text); err != nil {
		return r, err
	}
	return r, decodeDocument(text, r.Doc)
}

// bareReport is a report without its reading.
func bareReport(ctx context.Context, tx *sql.Tx, seq int64) (store.Report, error) {
	all, err := collect(ctx, tx, scanReport, `SELECT seq, json, text FROM document WHERE seq = ?`, seq)
	if err != nil || len(all) == 0 {
		return store.Report{}, found(cmp.Or(err, sql.ErrNoRows))
	}
	return all[0], nil
}

// earlier are the versions before a report about which something has been
// decided.
func earlier(ctx context.Context, tx *sql.Tx, r store.Report) ([]store.Report, error) {
	all, err := related(ctx, tx, r, true)
	return slices.DeleteFunc(all, func(other store.Report) bool { return !decision.Later(r, other) }), err
}

// laterThan are the later versions of a report about which something has been
// decided; none of another.
func laterThan(ctx context.Context, tx *sql.Tx, seq int64) ([]int64, error) {
	var n int
	if err := tx.QueryRowContext(ctx, `SELECT count(*) FROM decision WHERE doc = ?`, seq).Scan(&n); err != nil || n == 0 {
		return nil, err
	}
	r, err := bareReport(ctx, tx, seq)
	if err != nil {
		return nil, err
	}
	if r.Rec, err = undecided(ctx, tx, seq); err != nil {
		return nil, err
	}
	others, err := related(ctx, tx, r, false)
	var later []int64
	for _, other := range others {
		if decision.Later(other, r) {
			later = append(later, other.Seq)
		}
	}
	return later, err
}

// decideLater makes the readings of the later versions of a report anew, where
// decisions about it, or their effect, may have changed; and those of reports
// that were its later versions before.
func decideLater(ctx context.Context, tx *sql.Tx, seq int64, before ...int64) error {
	later, err := laterThan(ctx, tx, seq)
	if err != nil {
		return err
	}
	later = append(later, before...)
	slices.Sort(later)
	for _, other := range slices.Compact(later) {
		rec, err := undecided(ctx, tx, other)
		if err != nil {
			return err
		}
		if err := decideAgain(ctx, tx, other, rec); err != nil {
			return err
		}
	}
	return nil
}

// decideAgain puts a reading as it was made in the place of the one that is
// kept, with what is decided now.
func decideAgain(ctx context.Context, tx *sql.Tx, seq int64, rec *readout.Record) error {
	if err := dropReading(ctx, tx, seq); err != nil {
		return err
	}
	return insertRecord(ctx, tx, seq, rec)
}
