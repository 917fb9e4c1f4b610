package query

import (
	"context"
	"encoding/json"
	"testing"

	"readout"
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

// Somebody who speaks against the line of their own side moves something too.
func TestMovedByDissent(t *testing.T) {
	row := func(id, day string) Row { return Row{ID: id, Published: &readout.Date{Value: day}} }
	line := PositionRow{PartyName: "Marland", Rows: []Row{row("s1", "2026-03-01")}}
	line.Party, line.Value = "p-marland", readout.Affirms
	before := Matter{Positions: []PositionRow{line}}
	before.ID = "q"
	line.Against = []Row{row("s2", "2026-03-05")}
	after := Matter{Positions: []PositionRow{line}}
	after.ID = "q"
	all := moved(before, after, "2026-03-04")
	if len(all) != 1 || !all[0].Dissent || all[0].After != "affirms" || len(all[0].Rows) != 1 || all[0].Rows[0].ID != "s2" {
		t.Errorf("%+v", all)
	}
	if all := moved(after, after, "2026-03-04"); len(all) != 0 {
		t.Errorf("nothing has moved: %+v", all)
	}
	if all := moved(Matter{}, before, "2026-03-04"); len(all) != 0 {
		t.Errorf("what was said before is no movement: %+v", all)
	}
}
