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
	"strings"
	"sync"

	"readout"
	"readout/internal/store"
)

// common is from how many texts on a word or pair of words is common: no more of
// them are looked at, the latest, and they count little beside rare ones. A
// search for twenty words looks at some thousand entries and takes some 20 ms,
// however large the file.
const common = 150

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
	return d.search(ctx, kind, text, limit, func(_ string, look func() ([]int64, error)) ([]int64, error) { return look() })
}

// Searching is Search for many searches in a row, in a record that does not
// change meanwhile: it looks up each word once. It may be called from several
// goroutines.
func (d *DB) Searching() func(ctx context.Context, kind, text string, limit int) ([]string, error) {
	var mu sync.Mutex
	known := map[string][]int64{}
	once := func(key string, look func() ([]int64, error)) ([]int64, error) {
		mu.Lock()
		rows, ok := known[key]
		mu.Unlock()
		if ok {
			return rows, nil
		}
		rows, err := look()
		if err == nil {
			mu.Lock()
			known[key] = rows
			mu.Unlock()
		}
		return rows, err
	}
	return func(ctx context.Context, kind, text string, limit int) ([]string, error) {
		return d.search(ctx, kind, text, limit, once)
	}
}

// lookup gives the rows that have a key of an index; look asks the database.
type lookup func(key string, look func() ([]int64, error)) ([]int64, error)

func (d *DB) search(ctx context.Context, kind, text string, limit int, known lookup) (ids []string, err error) {
	in, ok := indexes[kind]
	if !ok {
		return nil, fmt.Errorf("search: a %s has no words", kind)
	}
	err = d.read(ctx, func(tx *sql.Tx) error {
		rows, err := in.nearest(ctx, tx, text, limit, known)
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

// nearest lists the rows that have all keys of the text, then those that have
// some, by what these weigh.
func (in index) nearest(ctx context.Context, tx *sql.Tx, text string, limit int, known lookup) ([]int64, error) {
	keys := wordKeys(text)
	if len(keys) == 0 {
		return nil, nil
	}
	stmt, err := tx.PrepareContext(ctx, `SELECT rowid FROM `+in.words+` WHERE `+in.words+` MATCH ? ORDER BY rowid DESC LIMIT ?`)
	if err != nil {
		return nil, err
	}
	defer stmt.Close()
	weights, missing := map[int64]float64{}, false
	for _, key := range keys {
		rows, err := known(in.words+" "+key, func() ([]int64, error) { return collectOf(ctx, stmt, scanRow, `"`+key+`"`, common) })
		if err != nil {
			return nil, err
		}
		missing = missing || len(rows) == 0
		weight := 1 + math.Log(common/float64(len(rows)))
		for _, r := range rows {
			weights[r] += weight
		}
	}
	var all []int64
	if !missing { // nothing has what nothing has
		if all, err = collectOf(ctx, stmt, scanRow, `"`+strings.Join(keys, `" AND "`)+`"`, limit); err != nil {
			return nil, err
		}
	}
	for _, r := range all {
		delete(weights, r)
	}
	all = append(all, slices.SortedFunc(maps.Keys(weights), func(a, b int64) int {
		return cmp.Or(cmp.Compare(weights[b], weights[a]), cmp.Compare(b, a))
	})...)
	return all[:min(len(all), limit)], nil
}

// Groups are those of the ledger that have a key; see store.Store.
func (d *DB) Groups(ctx context.Context, version string, f store.GroupFilter) (l *readout.Ledger, err error) {
	l = new(readout.Ledger)
	err = d.read(ctx, func(tx *sql.Tx) error {
		if _, kept, err := cursorOf(ctx, tx, version); err != nil || !kept {
			return err
		}
		if f.Keys == nil {
			return loadGroups(ctx, tx, l, `SELECT type, json FROM ledger WHERE ? IN ('', type) ORDER BY place, id`, f.Type)
		}
		if f.Most > 0 {
			rows, err := firstOf(ctx, tx, f)
			if err != nil {
				return err
			}
			return loadListed(ctx, tx, l, `SELECT value FROM json_each(?)`, rows)
		}
		query := `SELECT k.seq FROM json_each(?) w CROSS JOIN ledger_key k ON k.key = w.value`
		if f.Type != "" {
			return loadListed(ctx, tx, l, query+` AND k.type = ?`, f.Keys, f.Type)
		}
		return loadListed(ctx, tx, l, query, f.Keys)
	})
	if err != nil {
		return nil, fmt.Errorf("groups: %w", err)
	}
	return l, nil
}

// loadListed adds the groups whose rows a query gives of a list.
func loadListed[T any](ctx context.Context, tx *sql.Tx, l *readout.Ledger, rows string, list []T, args ...any) error {
	text, err := encode(list)
	if err != nil {
		return err
	}
	return loadGroups(ctx, tx, l, `SELECT type, json FROM ledger WHERE seq IN (`+rows+`) ORDER BY place, id`, append([]any{text}, args...)...)
}

// firstOf lists the first rows of each key, key after key, so that the limit
// ends the walk over one that many groups have.
func firstOf(ctx context.Context, tx *sql.Tx, f store.GroupFilter) (rows []int64, err error) {
	stmt, err := tx.PrepareContext(ctx, `SELECT seq FROM ledger_key WHERE key = ? AND type = ? ORDER BY seq LIMIT ?`)
	if err != nil {
		return nil, err
	}
	defer stmt.Close()
	for _, key := range f.Keys {
		some, err := collectOf(ctx, stmt, scanRow, key, f.Type, f.Most)
		if err != nil {
			return nil, err
		}
		rows = append(rows, some...)
	}
	return rows, nil
}

func scanRow(rows *sql.Rows) (row int64, err error) { return row, rows.Scan(&row) }

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
