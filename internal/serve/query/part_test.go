package query

import (
	"context"
	"encoding/json"
	"testing"

	"readout/internal/serve/query/querytest"
)

// What is computed from the part of the ledger that bears on a matter is what
// is computed from all of it.
func TestPartIsWhole(t *testing.T) {
	ctx, e := context.Background(), New(querytest.Sample(), "test")
	for _, day := range []string{"", "2026-03-04", "2026-03-09"} {
		whole, err := e.view(ctx)
		if err != nil {
			t.Fatal(err)
		}
		all, err := whole.matters(day, whole.ledger)
		if err != nil || len(all) != 3 {
			t.Fatalf("%d matters, %v", len(all), err)
		}
		for _, m := range all {
			part, err := e.partAt(ctx, At{AsOf: day})
			if err != nil {
				t.Fatal(err)
			}
			if err := part.take([]string{m.ID}); err != nil {
				t.Fatal(err)
			}
			some, err := part.matters(day, part.ledger)
			if err != nil {
				t.Fatal(err)
			}
			want, _ := json.Marshal([]Matter{m})
			if got, _ := json.Marshal(some); string(got) != string(want) {
				t.Errorf("on %q:\ngot  %s\nwant %s", day, got, want)
			}
		}
	}
}
