package sqlite

import (
	"context"
	"database/sql"
	"fmt"

	"readout/internal/store"
)

// Resolve lists what has an id that begins with prefix; see store.Store. Each
// kind is cut off on its own, so that a short prefix does not sort everything.
func (d *DB) Resolve(ctx context.Context, prefix string) ([]store.Ref, error) {
	refs, err := collect(ctx, d.r, func(rows *sql.Rows) (r store.Ref, err error) {
		return r, rows.Scan(&r.Type, &r.ID)
	}, `
		SELECT * FROM (SELECT 'document' AS type, id FROM document WHERE id >= ?1 AND id < ?2 ORDER BY id LIMIT ?3)
		UNION
		SELECT * FROM (SELECT 'statement', id FROM statement WHERE id >= ?1 AND id < ?2 ORDER BY id LIMIT ?3)
		UNION
		SELECT * FROM (SELECT 'decision', id FROM decision WHERE id >= ?1 AND id < ?2 ORDER BY id LIMIT ?3)
		UNION
		SELECT * FROM (SELECT DISTINCT type, id FROM ref WHERE id >= ?1 AND id < ?2 ORDER BY id LIMIT ?3)
		UNION
		SELECT * FROM (SELECT type, id FROM ledger WHERE id >= ?1 AND id < ?2 AND type <> 'stance' ORDER BY id LIMIT ?3)
		ORDER BY id, type LIMIT ?3`, prefix, prefix+"\U0010FFFF", store.MaxRefs)
	if err != nil {
		return nil, fmt.Errorf("resolve %s: %w", prefix, err)
	}
	return refs, nil
}
