package query

import (
	"slices"
	"testing"

	"readout"
)

func TestStateOn(t *testing.T) {
	history := []readout.CommitmentEvent{
		{State: readout.StateGiven, On: "2026-03-01", By: "statement"},
		{State: readout.StateExtended, On: "2026-03-09", By: "statement"},
		{State: readout.StateKept, On: "2026-03-20", By: "statement"},
	}
	for _, c := range []struct {
		name  string
		state readout.CommitmentState
		due   string
		past  []readout.CommitmentEvent
		day   string
		want  readout.CommitmentState
		by    string
	}{
		{"before", readout.StateGiven, "2026-03-15", nil, "2026-03-14", readout.StateGiven, "statement"},
		{"on the day", readout.StateGiven, "2026-03-15", nil, "2026-03-15", readout.StateDue, "clock"},
		{"after", readout.StateGiven, "2026-03-15", nil, "2026-03-16", readout.StateLapsed, "clock"},
		{"in the month", readout.StateInForce, "2026-03", nil, "2026-03-02", readout.StateInForce, "statement"},
		{"end of the month", readout.StateInForce, "2026-03", nil, "2026-03-31", readout.StateDue, "clock"},
		{"month over", readout.StateInForce, "2026-03", nil, "2026-04-01", readout.StateLapsed, "clock"},
		{"on or before", readout.StateClaimed, "../2026-03-15", nil, "2026-03-10", readout.StateClaimed, "statement"},
		{"open end never lapses", readout.StateGiven, "2026-03-15/..", nil, "2027-01-01", readout.StateDue, "clock"},
		{"conditional", readout.StateConditional, "2026-03-15", nil, "2026-03-16", readout.StateLapsed, "clock"},
		{"kept stays kept", readout.StateKept, "2026-03-15", nil, "2026-03-16", readout.StateKept, "statement"},
		{"broken early", readout.StateBroken, "2026-03-15", nil, "2026-03-01", readout.StateBroken, "statement"},
		{"a proposal binds nobody", readout.StateProposed, "2026-03-15", nil, "2026-03-16", readout.StateProposed, "statement"},
		{"disputed", readout.StateDisputed, "2026-03-15", nil, "2026-03-16", readout.StateDisputed, "statement"},
		{"no date", readout.StateGiven, "", nil, "2026-03-16", readout.StateGiven, "statement"},
		{"no state", "", "2026-03-15", nil, "2026-03-16", readout.StateLapsed, "clock"},
		{"no day", readout.StateGiven, "2026-03-15", nil, "", readout.StateGiven, "statement"},
		{"not yet on record", readout.StateKept, "2026-03-15", history, "2026-02-28", "", "statement"},
		{"as first given", readout.StateKept, "2026-03-15", history, "2026-03-05", readout.StateGiven, "statement"},
		{"extended and due", readout.StateKept, "2026-03-15", history, "2026-03-15", readout.StateDue, "clock"},
		{"lapsed before it was said to be kept", readout.StateKept, "2026-03-15", history, "2026-03-19", readout.StateLapsed, "clock"},
		{"kept", readout.StateKept, "2026-03-15", history, "2026-03-20", readout.StateKept, "statement"},
		{"history of the clock does not count", readout.StateGiven, "2026-03-15",
			[]readout.CommitmentEvent{{State: readout.StateLapsed, On: "2026-03-16", By: "clock"}}, "2026-03-14", readout.StateGiven, "statement"},
	} {
		got := StateOn(readout.Commitment{State: c.state, Due: &readout.Date{Value: c.due}, History: c.past}, c.day)
		if got.State != c.want || got.By != c.by {
			t.Errorf("%s: %s by %s, want %s by %s", c.name, got.State, got.By, c.want, c.by)
		}
	}
	c := readout.Commitment{State: readout.StateGiven, Due: &readout.Date{Value: "2026-02-28"}}
	if got := StateOn(c, "2026-03-09"); got.On != "2026-03-01" {
		t.Errorf("it lapsed on %s, want the day after it was due", got.On)
	}
}

// dated is those with a day that are on record, in order.
func dated(all []readout.Commitment, day string) []Deadline {
	var due []Deadline
	for _, c := range all {
		if d, ok := deadline(c, day); ok && c.Due.Known() {
			due = append(due, d)
		}
	}
	slices.SortStableFunc(due, byDue)
	return due
}

func TestDueOrderAndDays(t *testing.T) {
	date := func(v string) *readout.Date { return &readout.Date{Value: v} }
	got := dated([]readout.Commitment{
		{ID: "open", Due: date("2026-01-01/..")},
		{ID: "month", Due: date("2026-03")},
		{ID: "day", Due: date("2026-03-15")},
		{ID: "none"},
		{ID: "later", Due: date("2026-03-01"), History: []readout.CommitmentEvent{{State: readout.StateGiven, On: "2026-03-21", By: "statement"}}},
	}, "2026-03-20")
	want := []struct {
		id   string
		days int
	}{{"day", -5}, {"month", 11}, {"open", -78}}
	if len(got) != len(want) {
		t.Fatalf("got %d deadlines, want %d: %+v", len(got), len(want), got)
	}
	for i, w := range want {
		if got[i].ID != w.id || got[i].Days != w.days {
			t.Errorf("%d: %s in %d days, want %s in %d", i, got[i].ID, got[i].Days, w.id, w.days)
		}
	}
}

// A state that a statement made says on whose word; one that the clock made
// has nobody's.
func TestDueSaysOnWhoseWord(t *testing.T) {
	due := &readout.Date{Value: "2026-03-15", Grain: readout.GrainDay}
	given := readout.CommitmentEvent{State: readout.StateGiven, On: "2026-03-01", By: "statement", Evidence: "s-1"}
	kept := readout.CommitmentEvent{State: readout.StateKept, On: "2026-03-14", By: "statement", Evidence: "s-2"}
	all := []readout.Commitment{
		{ID: "c-1", Due: due, State: readout.StateKept, History: []readout.CommitmentEvent{given, kept}},
		{ID: "c-2", Due: due, State: readout.StateGiven, History: []readout.CommitmentEvent{given}},
	}
	got := dated(all, "2026-03-20")
	if len(got) != 2 || got[0].Outcome == nil || got[0].Outcome.Statement != "s-2" {
		t.Errorf("kept: %+v", got)
	}
	if got[1].Outcome != nil || got[1].By != "clock" {
		t.Errorf("lapsed: %+v", got[1])
	}
}
