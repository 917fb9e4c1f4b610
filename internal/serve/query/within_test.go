package query_test

import (
	"testing"

	"readout"
	"readout/internal/serve/query"
	"readout/internal/serve/query/querytest"
)

// What stands in a report outside the story is not found, however it is asked
// for.
func TestWithin(t *testing.T) {
	f := querytest.Sample()
	f.Joined.Stories = []readout.Story{
		{ID: "y-000000000001", Documents: []string{querytest.CourierID}}, {ID: "y-000000000002", Documents: []string{querytest.RadioID}},
	}
	all := query.New(f, "test")
	for story, n := range map[string]int{"y-000000000001": 1, "y-000000000002": 0} {
		e, docs, err := all.Within(ctx, story)
		if err != nil || len(docs) != 1 {
			t.Fatal(docs, err)
		}
		if found, err := e.Quote(ctx, "keep the lock closed", query.At{}, 5); err != nil || len(found) != n {
			t.Errorf("%s: %+v, %v", story, found, err)
		}
		rows, _, err := e.Statements(ctx, query.Query{}, "", 0)
		if err != nil || len(rows) == 0 {
			t.Errorf("%s: %+v, %v", story, rows, err)
		}
		for _, r := range rows {
			if !docs[r.Doc] {
				t.Errorf("%s: %+v", story, r)
			}
		}
	}
	for _, id := range []string{"y-9", "s-000000000001"} {
		if _, _, err := all.Within(ctx, id); err == nil {
			t.Errorf("%s is taken for a story", id)
		}
	}
}
