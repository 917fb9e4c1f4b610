package query_test

import (
	"slices"
	"testing"

	"readout/internal/serve/query"
	"readout/internal/serve/query/querytest"
)

func TestTold(t *testing.T) {
	e := query.New(querytest.Sample(), "")
	ids := []string{"s-000000000007", "s-none", "s-000000000001"}
	all, err := e.Told(t.Context(), ids, query.At{})
	if err != nil || len(all) != 2 || all[0].ID != ids[0] || all[1].ID != ids[2] {
		t.Fatalf("%+v, %v", all, err)
	}
	if all[1].Who != "p-brandt" || all[0].Statement.Parent != "s-000000000006" || all[0].Outlet != "Radio Osk" {
		t.Errorf("%+v", all)
	}
	early, err := e.Told(t.Context(), ids, query.At{AsOf: "2026-03-05"})
	if err != nil || len(early) != 1 || early[0].ID != ids[2] {
		t.Errorf("before the second report: %+v, %v", early, err)
	}
}

func TestLikelySources(t *testing.T) {
	e := query.New(querytest.Sample(), "")
	docs, err := e.Likely(t.Context(), "a ship of Norrgate hit the gate", query.At{})
	if err != nil || len(docs) == 0 || docs[0] != querytest.RadioID {
		t.Errorf("%q, %v", docs, err)
	}
	if docs, _ = e.Likely(t.Context(), "a ship of Norrgate hit the gate", query.At{AsOf: "2026-03-05"}); slices.Contains(docs, querytest.RadioID) {
		t.Error("a report counts before it was published")
	}
	s, err := e.Source(t.Context(), querytest.CourierID, query.At{})
	if err != nil || s.Doc.Text != querytest.Courier || len(s.Told) != 4 || s.Told[3].Who != "p-halloran" {
		t.Errorf("%+v, %v", s, err)
	}
}
