package main

import (
	"slices"
	"testing"

	"readout"
	"readout/internal/serve/query"
)

func TestVaried(t *testing.T) {
	var due []query.Deadline
	for _, state := range []readout.CommitmentState{"lapsed", "lapsed", "lapsed", "kept", "lapsed", "lapsed", "broken"} {
		due = append(due, query.Deadline{State: state})
	}
	var got []readout.CommitmentState
	for _, d := range varied(due) {
		got = append(got, d.State)
	}
	if want := []readout.CommitmentState{"lapsed", "lapsed", "lapsed", "kept", "broken"}; !slices.Equal(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
	if varied(nil) != nil {
		t.Error("something of nothing")
	}
}

// matter is one with these positions, and a silence for each of the silent.
func matter(id string, values []readout.StanceValue, silent int) query.Matter {
	m := query.Matter{Proposition: readout.Proposition{ID: id}}
	for i, v := range values {
		p := query.PositionRow{}
		p.Party, p.Value = id+string(rune('a'+i)), v
		m.Positions = append(m.Positions, p)
	}
	for i := range silent {
		s := query.SilenceRow{}
		s.Party = id + string(rune('z'-i))
		m.Silent = append(m.Silent, s)
	}
	return m
}

// TestTelling: a denial counts most, then a silence, then parties.
func TestTelling(t *testing.T) {
	yes, no := readout.Affirms, readout.Denies
	all := []query.Matter{
		matter("plain", []readout.StanceValue{yes, yes, yes, yes, yes}, 0),
		matter("silent", []readout.StanceValue{yes, yes}, 3),
		matter("denied", []readout.StanceValue{yes, no, yes, yes}, 0),
		matter("both", []readout.StanceValue{yes, no}, 1),
		matter("most", []readout.StanceValue{yes, no, no}, 1),
	}
	slices.SortStableFunc(all, telling)
	var got []string
	for _, m := range all {
		got = append(got, m.ID)
	}
	if want := []string{"most", "both", "denied", "silent", "plain"}; !slices.Equal(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
}

func TestTableOf(t *testing.T) {
	one := matter("m", []readout.StanceValue{readout.Denies}, 1)
	two := matter("m", []readout.StanceValue{readout.Affirms}, 0)
	two.Positions = append(two.Positions, query.PositionRow{Position: query.Position{Under: "ma", Position: readout.Position{Party: "mx", Value: "denies"}}})
	rows := tableOf([]query.Matter{one, two})
	if len(rows) != 2 || !slices.Equal(rows[0].cells, []string{"denies", "affirms"}) || !slices.Equal(rows[1].cells, []string{"nothing yet", ""}) {
		t.Errorf("got %+v", rows)
	}
}
