package sqlite

import (
	"cmp"
	"context"
	"database/sql"
	"fmt"
	"iter"
	"maps"
	"math"
	"slices"

	"readout"
	"readout/internal/store"
)

// maxPostings is how many entries of the index one search looks at. Rare words
// come first, and they find what is sought; 10,000 take 30 ms.
const maxPostings = 10_000

// texts is a rough number of texts in a large file, for the weight of a word;
// only the order of weights counts.
const texts = 1e7

// index is where the words of a kind of thing are.
type index struct {
	words string // its table
	id    string // a query for the id of a row
}

var indexes = map[string]index{
	"statement": {"statement_word",
		fmt.Sprintf(`SELECT id FROM statement WHERE doc = ?1 / %d AND n = ?1 %% %d`, maxStatements, maxStatements)},
	"proposition": {"proposition_word", `SELECT id FROM ledger WHERE seq = ?`},
}

// Search gives what has words nearest to a text; see store.Store. Things are
// weighed by the words and pairs of words that they share with the text, the
// rare ones weighing more.
func (d *DB) Search(ctx context.Context, kind, text string, limit int) (ids []string, err error) {
	in, ok := indexes[kind]
	if !ok {
		return nil, fmt.Errorf("search: a %s has no words", kind)
	}
	err = d.read(ctx, func(tx *sql.Tx) error {
		rows, err := in.nearest(ctx, tx, text, limit)
		for i := 0; err == nil && i < len(rows); i++ {
			var id string
			if err = tx.QueryRowContext(ctx, in.id, rows[i]).Scan(&id); err == nil {
				ids = append(ids, id)
			}
		}
		return err
	})
	if err != nil {
		return nil, fmt.Errorf("search %s: %w", kind, err)
	}
	return ids, nil
}

// nearest weighs the rows that have the rarest keys of the text.
func (in index) nearest(ctx context.Context, q querier, text string, limit int) ([]int64, error) {
	keys, err := in.rarest(ctx, q, text)
	if err != nil {
		return nil, err
	}
	weights := map[int64]float64{}
	for left, i := maxPostings, 0; i < len(keys) && left > 0; i++ {
		rows, err := collect(ctx, q, func(rows *sql.Rows) (row int64, err error) { return row, rows.Scan(&row) },
			`SELECT rowid FROM `+in.words+` WHERE `+in.words+` MATCH ? ORDER BY rowid DESC LIMIT ?`, `"`+keys[i].text+`"`, left)
		if err != nil {
			return nil, err
		}
		for _, r := range rows {
			weights[r] += math.Log(texts / float64(keys[i].in+1))
		}
		left -= len(rows)
	}
	all := slices.SortedFunc(maps.Keys(weights), func(a, b int64) int {
		return cmp.Or(cmp.Compare(weights[b], weights[a]), cmp.Compare(b, a))
	})
	return all[:min(len(all), limit)], nil
}

// key is a word or pair of words and how many texts it is in.
type key struct {
	text string
	in   int
}

// rarest lists the keys of a text that are in the index, the rarest first.
func (in index) rarest(ctx context.Context, q querier, text string) ([]key, error) {
	list, err := encode(wordKeys(text))
	if err != nil {
		return nil, err
	}
	keys, err := collect(ctx, q, func(rows *sql.Rows) (k key, err error) { return k, rows.Scan(&k.text, &k.in) },
		`SELECT t.term, t.doc FROM json_each(?) k CROSS JOIN `+in.words+`_count t ON t.term = k.value`, list)
	slices.SortStableFunc(keys, func(a, b key) int { return cmp.Compare(a.in, b.in) })
	return keys, err
}

// Groups are those of the ledger that have a key; see store.Store.
func (d *DB) Groups(ctx context.Context, version string, f store.GroupFilter) (l *readout.Ledger, err error) {
	l = new(readout.Ledger)
	err = d.read(ctx, func(tx *sql.Tx) error {
		if _, kept, err := cursorOf(ctx, tx, version); err != nil || !kept {
			return err
		}
		query, args, err := groupQuery(f)
		if err != nil {
			return err
		}
		return loadGroups(ctx, tx, l, query, args...)
	})
	if err != nil {
		return nil, fmt.Errorf("groups: %w", err)
	}
	return l, nil
}

// groupQuery writes a filter as SQL.
func groupQuery(f store.GroupFilter) (query string, args []any, err error) {
	if f.Keys == nil {
		return `SELECT type, json FROM ledger WHERE ? IN ('', type) ORDER BY seq`, []any{f.Type}, nil
	}
	list, err := encode(f.Keys)
	args = []any{list}
	query = `SELECT k.seq FROM json_each(?1) w CROSS JOIN ledger_key k ON k.key = w.value`
	if f.Type != "" {
		query += ` AND k.type = ?2`
		args = append(args, f.Type)
	}
	if f.Most > 0 {
		query += fmt.Sprintf(` AND k.seq IN (SELECT seq FROM ledger_key WHERE key = k.key AND type = k.type ORDER BY seq LIMIT %d)`, f.Most)
	}
	return `SELECT type, json FROM ledger WHERE seq IN (` + query + `) ORDER BY seq`, args, err
}

// Latest lists documents by the day of publication; see store.Store.
func (d *DB) Latest(ctx context.Context, day string) iter.Seq2[store.Summary, error] {
	type place struct {
		day string
		seq int64
	}
	start := place{cmp.Or(day, "9999-12-31"), math.MaxInt64}
	return pages(start, func(at place) ([]store.Summary, place, error) {
		page, err := collect(ctx, d.r, func(rows *sql.Rows) (store.Summary, error) { return scanSummary(rows, &at.day) }, `
			SELECT d.published, d.seq, r.reader, (SELECT count(*) FROM statement s WHERE s.doc = d.seq), d.json
			FROM document d JOIN record r ON r.doc = d.seq
			WHERE (d.published, d.seq) < (?, ?) ORDER BY d.published DESC, d.seq DESC LIMIT ?`, at.day, at.seq, latestSize)
		if err != nil {
			return nil, at, fmt.Errorf("latest: %w", err)
		}
		if len(page) > 0 {
			at.seq = page[len(page)-1].Seq
		}
		return page, at, nil
	})
}

// latestSize is how many of the latest documents are taken at once: most who
// ask for them stop soon.
const latestSize = 16
