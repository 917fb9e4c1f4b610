package query

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"
	"time"

	"readout"
)

// made is a commitment with a random history, the days of which lie within a
// month and may be vague or not known.
func made(r *rand.Rand) readout.Commitment {
	states := []readout.CommitmentState{
		readout.StateTentative, readout.StateClaimed, readout.StateProposed, readout.StateGiven, readout.StateConditional, readout.StateInForce,
		readout.StateKept, readout.StateBroken, readout.StateExtended, readout.StateWithdrawn, readout.StateSuperseded, readout.StateDisputed, readout.StateRejected,
	}
	c := readout.Commitment{ID: "c-1", Kind: readout.Promise, What: "pay"}
	if r.IntN(4) > 0 {
		c.Due = &readout.Date{Value: value(r)}
	}
	for range 1 + r.IntN(6) {
		step := readout.CommitmentEvent{State: states[r.IntN(len(states))], On: value(r), By: byStatement}
		switch r.IntN(12) {
		case 0:
			step.By = byPerson
		case 1:
			step.State, step.By = []readout.CommitmentState{readout.StateDue, readout.StateLapsed}[r.IntN(2)], byClock
		}
		c.History = append(c.History, step)
	}
	if r.IntN(2) == 0 {
		c.State = holding(evidenceOf(c.History)).State
	}
	return c
}

func value(r *rand.Rand) string {
	day := on(r.IntN(30))
	return []string{day, day, day, "2026-05", "", "../" + day, day + "/..", day + "/2026-06-02"}[r.IntN(8)]
}

func on(n int) string {
	return time.Date(2026, 5, 1+n, 0, 0, 0, 0, time.UTC).Format(time.DateOnly)
}

// For any record and any two days t1 < t2, the state at t2 follows from that at
// t1 by the clock and by evidence alone, and no state but due and lapsed ever
// comes from the clock.
func TestStatesFollow(t *testing.T) {
	r := rand.New(rand.NewPCG(7, 7))
	for n := range 20_000 {
		c := made(r)
		from, to := r.IntN(40), r.IntN(40)
		t1, t2 := on(min(from, to)), on(max(from, to)+1)
		was, is := StateOn(c, t1), StateOn(c, t2)
		if why := broken(c, t1, t2, was, is); why != "" {
			t.Fatalf("%d: %s: %+v on %s, %+v on %s, of %+v, due %v", n, why, was, t1, is, t2, c, c.Due)
		}
	}
}

func broken(c readout.Commitment, t1, t2 string, was, is readout.CommitmentEvent) string {
	for _, e := range []readout.CommitmentEvent{was, is} {
		if e.By == byClock && e.State != readout.StateDue && e.State != readout.StateLapsed {
			return "the clock made another state"
		}
		if e.By == byClock && !c.Due.Known() {
			return "the clock needs a day"
		}
		if e.By != byClock && e.State != "" && e.State != readout.StateDisputed && !slices.ContainsFunc(evidenceOf(c.History), func(s readout.CommitmentEvent) bool { return s.State == e.State }) {
			return "no evidence has this state"
		}
	}
	told := func(by string) (all []readout.CommitmentEvent) {
		for _, e := range c.History {
			if e.By == byPerson || lastOf(e.On) <= by {
				all = append(all, e)
			}
		}
		return all
	}
	// What is told later makes no difference.
	for day, got := range map[string]readout.CommitmentEvent{t1: was, t2: is} {
		early := readout.Commitment{Due: c.Due, History: told(day)}
		then := StateOn(early, day)
		if len(early.History) == 0 {
			then.State = "" // not yet on record
		}
		if then.State != got.State {
			return fmt.Sprintf("what is told later changes it from %s", then.State)
		}
	}
	// Without anything new, only the clock has moved it, and forward.
	if len(evidenceOf(told(t1))) == len(evidenceOf(told(t2))) && was.State != is.State {
		forward := is.State == readout.StateLapsed || is.State == readout.StateDue && was.By != byClock
		if is.By != byClock || !forward {
			return "it moved by itself"
		}
	}
	return ""
}

func TestHolding(t *testing.T) {
	step := func(state readout.CommitmentState, on, by string) readout.CommitmentEvent {
		return readout.CommitmentEvent{State: state, On: on, By: by}
	}
	for _, tt := range []struct {
		name    string
		history []readout.CommitmentEvent
		want    readout.CommitmentState
	}{
		{"nothing", nil, ""},
		{"told by others after the party itself", []readout.CommitmentEvent{step(readout.StateGiven, "2026-05-04", byStatement), step(readout.StateClaimed, "2026-05-05", byStatement)}, readout.StateGiven},
		{"kept and broken", []readout.CommitmentEvent{step(readout.StateKept, "2026-05-04", byStatement), step(readout.StateBroken, "2026-05-05", byStatement)}, readout.StateDisputed},
		{"a third word", []readout.CommitmentEvent{step(readout.StateDisputed, "2026-05-04", byStatement), step(readout.StateKept, "2026-05-05", byStatement)}, readout.StateDisputed},
		{"a person", []readout.CommitmentEvent{step(readout.StateDisputed, "2026-05-04", byStatement), step(readout.StateKept, "2026-05-05", byPerson)}, readout.StateKept},
		{"out of order", []readout.CommitmentEvent{step(readout.StateExtended, "2026-05-08", byStatement), step(readout.StateWithdrawn, "2026-05-05", byStatement)}, readout.StateExtended},
	} {
		if got := holding(tt.history); got.State != tt.want {
			t.Errorf("%s: %s, want %s", tt.name, got.State, tt.want)
		}
	}
}

func TestRestraint(t *testing.T) {
	for what, want := range map[string]bool{
		"not shell the harbour":                        true,
		"the ferries would never be sold":              true,
		"no attacks on the mills before the vote":      true,
		"won’t raise the toll":                         true,
		"refrain from strikes":                         true,
		"suspend the raids for ten days":               true,
		"suspend the raids by Friday":                  false,
		"hand over the tapes no later than Friday":     false,
		"not only pay but apologise":                   false,
		"reopen the mill if the river does not rise":   false,
		"reopen the mill":                              false,
		"pay the pilots, who have not been paid":       false,
		"no less than ten boats would leave on Friday": false,
		"": false,
	} {
		if got := restraint(readout.Commitment{Kind: readout.Promise, What: what}); got != want {
			t.Errorf("%q: %v", what, got)
		}
	}
}
