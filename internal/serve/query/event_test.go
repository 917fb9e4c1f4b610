package query_test

import (
	"testing"

	"readout"
	"readout/internal/serve/query"
	"readout/internal/serve/query/querytest"
)

func TestEvents(t *testing.T) {
	f := querytest.Sample()
	e := query.New(f, "test")
	l, err := e.Events(ctx)
	if err != nil || len(l.Commitments) != len(f.Joined.Commitments) || len(l.Incidents) != len(f.Joined.Incidents) || len(l.Contacts) != len(f.Joined.Contacts) {
		t.Fatalf("%+v, %v", l, err)
	}
	for _, c := range []struct {
		asOf string
		want int // pledges with evidence
	}{{"", 2}, {"2026-03-01", 0}} {
		pledges, err := e.Pledges(ctx, query.At{AsOf: c.asOf}, l.Commitments)
		if err != nil || len(pledges) != c.want {
			t.Errorf("as of %q: %d pledges, want %d, %v", c.asOf, len(pledges), c.want, err)
		}
		for _, p := range pledges {
			if p.Due.Known() && (len(p.Dues) == 0 || p.Dues[0] != p.Due.Value) {
				t.Errorf("%s: due %v", p.ID, p.Dues)
			}
		}
	}
}

// TestHappenings has a figure with its teller and the sentence of the teller, and
// leaves out what no report that counts tells of.
func TestHappenings(t *testing.T) {
	f := querytest.Sample()
	e := query.New(f, "test")
	two := 2.0
	span, err := f.All[0].Doc.Span(readout.Range{Start: 0, End: 7})
	if err != nil {
		t.Fatal(err)
	}
	said := readout.Incident{
		ID: "i-000000000009", Evidence: []readout.Evidence{{Span: &span}, {Statement: "s-000000000001"}},
		Figures: []readout.Figure{{Quantity: readout.Damaged, Value: &two, Span: span, ToldBy: "p-brandt"}},
	}
	all, err := e.Happenings(ctx, query.At{}, []readout.Incident{said})
	if err != nil || len(all) != 1 || len(all[0].Counts) != 1 {
		t.Fatalf("%+v, %v", all, err)
	}
	if n := all[0].Counts[0]; n.TellerName != "Ilse Brandt" || n.Row.Doc != querytest.CourierID || n.Day == "" {
		t.Errorf("%+v", n)
	}
	if all, err = e.Happenings(ctx, query.At{AsOf: "2026-03-01"}, []readout.Incident{said}); err != nil || len(all) != 0 {
		t.Errorf("before any report: %+v, %v", all, err)
	}
}

func TestFind(t *testing.T) {
	e := query.New(querytest.Sample(), "test")
	found, err := e.Find(ctx, "Norrgate ships damaged the gate", query.At{}, 5)
	if err != nil || len(found) == 0 || found[0].ID != "s-000000000003" || found[0].Who != "p-halloran" || len(found[0].Stances) == 0 {
		t.Fatalf("%+v, %v", found, err)
	}
	if found, err = e.Find(ctx, "Norrgate ships damaged the gate", query.At{AsOf: "2026-03-01"}, 5); err != nil || len(found) != 0 {
		t.Errorf("before any report: %+v, %v", found, err)
	}
}

func TestNoAnswerOn(t *testing.T) {
	f := querytest.Sample()
	e := query.New(f, "test")
	st := f.All[0].Rec.Statements[2]
	f.Joined.Responses = []readout.Response{f.All[0].Rec.Responses[0]}
	r := &f.Joined.Responses[0]
	r.About, r.Expires = &readout.About{Proposition: "q-000000000002"}, nil
	open, err := e.Unanswered(ctx, st, query.At{})
	if err != nil || len(open) != 1 || open[0].PartyName != "Tessovian foreign ministry" {
		t.Fatalf("%+v, %v", open, err)
	}
	r.About.Proposition = "q-000000000001" // it is on something else
	if open, err = e.Unanswered(ctx, st, query.At{}); err != nil || len(open) != 0 {
		t.Errorf("%+v, %v", open, err)
	}
}
