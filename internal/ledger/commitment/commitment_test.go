package commitment_test

import (
	"strings"
	"testing"

	"readout"
	"readout/internal/ledger/commitment"
	"readout/internal/ledger/ledgertest"
	"readout/internal/ledger/match"
	"readout/internal/ledger/shelf"
)

type names struct{}

func (names) Canonical(id string) string { return strings.TrimSuffix(id, "-short") }

func (names) Side(id string) string { return strings.TrimSuffix(id, "-short") }

func (names) Fold(text string) []string {
	words := match.Words(text)
	for i, w := range words {
		if w == "lind" {
			words[i] = "@p-lind"
		}
	}
	return words
}

func promise(b *ledgertest.Builder, what, due string, state readout.CommitmentState, obligor, evidence string) {
	c := readout.Commitment{
		ID: readout.NewID("c", b.ID(), what), Kind: readout.Promise, What: what, Obligor: []string{obligor}, State: state,
	}
	if due != "" {
		c.Due = &readout.Date{Value: due, Grain: readout.GrainDay}
	}
	if evidence != "" {
		c.Evidence = []readout.Evidence{{Statement: evidence}}
	}
	b.Record().Commitments = append(b.Record().Commitments, c)
}

func build(reports ...*ledgertest.Builder) []readout.Commitment {
	f := commitment.New(shelf.New(nil), names{}, nil)
	for i, b := range reports {
		r := b.Report(i + 1)
		f.Add(r.Doc, r.Rec)
	}
	return shelf.Groups(f.Changed())
}

func TestJoin(t *testing.T) {
	for _, tc := range []struct {
		name, what, due, obligor string
		state                    readout.CommitmentState
		want                     int
	}{
		{"worded alike", "reopen the northern lock", "2026-05-09", "p-lind", readout.StateGiven, 1},
		{"surname only", "reopen the northern lock to barges", "", "p-lind-short", readout.StateGiven, 1},
		{"another due date", "reopen the northern lock", "2026-05-20", "p-lind", readout.StateGiven, 2},
		{"an extension", "reopen the northern lock", "2026-05-20", "p-lind", readout.StateExtended, 1},
		{"another party", "reopen the northern lock", "2026-05-09", "p-holm", readout.StateGiven, 2},
		{"another matter", "pay for the broken mooring", "2026-05-09", "p-lind", readout.StateGiven, 2},
	} {
		x, y := ledgertest.New("Harbour Post", "2026-05-04"), ledgertest.New("Tide Wire", "2026-05-05")
		a := x.Say("p-lind", readout.ActCommit, "promised", "to reopen the northern lock by Saturday")
		b := y.Say("p-lind", readout.ActCommit, "promised", "so")
		promise(x, "reopen the northern lock", "2026-05-09", readout.StateGiven, "p-lind", a)
		promise(y, tc.what, tc.due, tc.state, tc.obligor, b)
		if got := build(x, y); len(got) != tc.want {
			t.Errorf("%s: %d commitments, want %d", tc.name, len(got), tc.want)
		}
	}
}

func TestOutcomesNeedAStatement(t *testing.T) {
	x, y := ledgertest.New("Harbour Post", "2026-05-04"), ledgertest.New("Tide Wire", "2026-05-10")
	a := x.Say("p-lind", readout.ActCommit, "promised", "to reopen the northern lock by Saturday")
	promise(x, "reopen the northern lock", "2026-05-09", readout.StateGiven, "p-lind", a)
	promise(y, "reopen the northern lock", "2026-05-09", readout.StateBroken, "p-lind", "")
	if got := build(x, y); len(got) != 1 || got[0].State != readout.StateGiven || len(got[0].History) != 1 {
		t.Errorf("got %+v", got)
	}
}

func TestHistory(t *testing.T) {
	x, y, z := ledgertest.New("Harbour Post", "2026-05-04"), ledgertest.New("Tide Wire", "2026-05-10"), ledgertest.New("Weekly", "2026-05-11")
	a := x.Say("p-holm", readout.ActClaim, "claimed", "Lind would reopen the northern lock")
	b := y.Say("p-lind", readout.ActCommit, "promised", "to reopen the northern lock")
	c := z.Say("p-holm", readout.ActAccuse, "said", "Lind broke her promise to reopen the northern lock", ledgertest.On("2026-05-10"))
	promise(x, "reopen the northern lock", "", readout.StateClaimed, "p-lind", a)
	promise(y, "reopen the northern lock", "2026-05-09", readout.StateGiven, "p-lind", b)
	got := build(x, y, z)
	if len(got) != 1 || got[0].State != readout.StateBroken || !got[0].Due.Known() {
		t.Fatalf("got %+v", got)
	}
	want := []readout.CommitmentEvent{
		{State: readout.StateClaimed, On: "2026-05-04", By: "statement", Evidence: a},
		{State: readout.StateGiven, On: "2026-05-10", By: "statement", Evidence: b},
		{State: readout.StateBroken, On: "2026-05-10", By: "statement", Evidence: c},
	}
	for i, e := range want {
		if i >= len(got[0].History) || got[0].History[i] != e {
			t.Fatalf("history %+v, want %+v", got[0].History, want)
		}
	}
}

func TestKeptAndBrokenIsDisputed(t *testing.T) {
	x := ledgertest.New("Harbour Post", "2026-05-04")
	a := x.Say("p-lind", readout.ActCommit, "promised", "to reopen the northern lock")
	promise(x, "reopen the northern lock", "", readout.StateGiven, "p-lind", a)
	y := ledgertest.New("Tide Wire", "2026-05-10")
	y.Say("p-lind", readout.ActState, "said", "she had kept her promise to reopen the northern lock")
	y.Say("p-holm", readout.ActAccuse, "said", "Lind broke her promise to reopen the northern lock")
	if got := build(x, y); len(got) != 1 || got[0].State != readout.StateDisputed {
		t.Errorf("got %+v", got)
	}
}

func TestWhatIsNoOutcome(t *testing.T) {
	for _, content := range []string{
		"Lind had not broken her promise to reopen the northern lock",
		"Lind would have broken her promise if the northern lock did not reopen",
		"the northern lock was broken",
		"Lind broke her promise to pay the pilots",
	} {
		x, y := ledgertest.New("Harbour Post", "2026-05-04"), ledgertest.New("Tide Wire", "2026-05-10")
		a := x.Say("p-lind", readout.ActCommit, "promised", "to reopen the northern lock")
		promise(x, "reopen the northern lock", "", readout.StateGiven, "p-lind", a)
		y.Say("p-holm", readout.ActState, "said", content)
		if got := build(x, y); len(got) != 1 || got[0].State != readout.StateGiven {
			t.Errorf("%q: state %s", content, got[0].State)
		}
	}
}

// A word on somebody's promise means the one that was just due, if there is
// only one.
func TestThePromiseThatWasJustDue(t *testing.T) {
	for _, tc := range []struct {
		name, content, second string
		want                  readout.CommitmentState
	}{
		{"broken", "Lind has broken her promise to the crews", "", readout.StateBroken},
		{"kept", "Mrs Lind kept her word, to the hour", "", readout.StateKept},
		{"the speaker's own", "we kept our promise", "", readout.StateGiven},
		{"nobody named", "that promise was broken", "", readout.StateGiven},
		{"two were due", "Lind has broken her promise", "2026-05-08", readout.StateGiven},
		{"due later", "Lind has broken her promise", "later", readout.StateGiven},
	} {
		first := ledgertest.New("Harbour Post", "2026-05-04")
		given := first.Say("p-lind", readout.ActCommit, "said", "we will reopen the northern lock by Saturday")
		due := "2026-05-09"
		if tc.second == "later" {
			due = "2026-06-09"
		}
		promise(first, "reopen the northern lock", due, readout.StateGiven, "p-lind", given)
		if tc.second != "" && tc.second != "later" {
			promise(first, "pay for the broken mooring", tc.second, readout.StateGiven, "p-lind", given)
		}
		second := ledgertest.New("Tide Wire", "2026-05-10")
		second.Say("p-holm", readout.ActState, "said", tc.content)
		for _, c := range build(first, second) {
			if c.State != tc.want {
				t.Errorf("%s: %s is %s, want %s", tc.name, c.What, c.State, tc.want)
			}
		}
	}
}
