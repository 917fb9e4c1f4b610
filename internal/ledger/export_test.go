package ledger

import "context"

// UpdateForgetting is Update that holds nothing in memory between two pages.
func UpdateForgetting(ctx context.Context, s Store) error { return update(ctx, s, 0) }
