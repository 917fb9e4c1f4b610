package commitment_test

import (
	"slices"
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

func (names) Side(id string) string {
	whole, _, _ := strings.Cut(strings.TrimSuffix(id, "-short"), "'s ")
	return whole
}

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
		{"in the passive", "the northern lock would be reopened to barges", "", "p-lind", readout.StateGiven, 1},
		{"another word for the act", "open the northern lock", "", "p-lind", readout.StateGiven, 1},
		{"the act alone", "reopen it", "", "p-lind", readout.StateGiven, 1},
		{"the act undone", "close the northern lock", "2026-05-09", "p-lind", readout.StateGiven, 2},
		{"the contrary", "not reopen the northern lock", "2026-05-09", "p-lind", readout.StateGiven, 2},
		{"one who speaks for her", "reopen the northern lock", "", "p-lind's clerk", readout.StateGiven, 1},
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

// What is said of the act, and not of the promise, counts where the party, the
// words and the day agree; where they do not, nothing is kept or broken.
func TestOutcomesInOtherWords(t *testing.T) {
	const lind, holm = "p-lind", "p-holm"
	given := readout.StateGiven
	for _, tc := range []struct {
		speaker, content, day string
		want                  readout.CommitmentState
	}{
		{lind, "we reopened the northern lock this morning", "2026-05-09", readout.StateKept},
		{holm, "Lind reopened the northern lock on Saturday", "2026-05-11", readout.StateKept},
		{holm, "Lind has opened the northern lock as promised", "2026-05-11", readout.StateKept},
		{holm, "Lind reopened the northern lock", "2026-05-11", given},
		{holm, "Lind reopened the northern lock in March", "2026-05-08", given},
		{holm, "Lind reopened half of the northern lock", "2026-05-08", given},
		{holm, "Lind reopened the southern lock", "2026-05-08", given},
		{holm, "we reopened the northern lock", "2026-05-08", given},
		{holm, "the northern lock was reopened by vandals", "2026-05-08", given},
		{holm, "Lind wants the reopened northern lock to be painted", "2026-05-08", given},
		{holm, "Lind would have reopened the northern lock", "2026-05-08", given},
		{holm, "Lind has not reopened the northern lock", "2026-05-10", readout.StateBroken},
		{holm, "Lind failed to reopen the northern lock", "2026-05-10", readout.StateBroken},
		{holm, "Lind has not reopened the northern lock", "2026-05-08", given},
		{holm, "Lind has not reopened the northern lock", "2026-08-08", given},
		{holm, "Lind will not reopen the northern lock", "2026-05-10", given},
		{holm, "Lind's promise has not been kept", "2026-05-10", readout.StateBroken},
		{holm, "Lind went back on her pledge to reopen the northern lock", "2026-05-10", readout.StateBroken},
		{holm, "Lind missed the deadline", "2026-05-10", readout.StateBroken},
		{holm, "Lind kept the northern lock closed in spite of her promise to reopen it", "2026-05-10", given},
		{holm, "Lind met the crews about the promise to reopen the northern lock", "2026-05-10", given},
		{holm, "word broke that Lind had plans to reopen the northern lock", "2026-05-10", given},
		{holm, "Lind has put off the reopening of the northern lock", "2026-05-08", readout.StateExtended},
		{holm, "Lind called off the reopening of the northern lock", "2026-05-08", readout.StateWithdrawn},
		{lind, "I withdrew my promise to reopen the northern lock", "2026-05-08", readout.StateWithdrawn},
	} {
		x, y := ledgertest.New("Harbour Post", "2026-05-04"), ledgertest.New("Tide Wire", tc.day)
		a := x.Say(lind, readout.ActCommit, "promised", "to reopen the northern lock by Saturday")
		promise(x, "reopen the northern lock", "2026-05-09", given, lind, a)
		y.Say(tc.speaker, readout.ActState, "said", tc.content, ledgertest.On(tc.day))
		if got := build(x, y); len(got) != 1 || got[0].State != tc.want {
			t.Errorf("%q on %s: %s, want %s", tc.content, tc.day, got[0].State, tc.want)
		}
	}
}

// A denial says the contrary of its words, so it keeps and breaks nothing.
func TestADenialIsNoOutcome(t *testing.T) {
	x, y := ledgertest.New("Harbour Post", "2026-05-04"), ledgertest.New("Tide Wire", "2026-05-10")
	a := x.Say("p-lind", readout.ActCommit, "promised", "to reopen the northern lock by Saturday")
	promise(x, "reopen the northern lock", "2026-05-09", readout.StateGiven, "p-lind", a)
	y.Say("p-lind", readout.ActDeny, "denied", "that Lind had broken her promise to reopen the northern lock")
	y.Say("p-holm", readout.ActDeny, "denied", "Lind reopened the northern lock on Saturday")
	if got := build(x, y); len(got) != 1 || got[0].State != readout.StateGiven {
		t.Errorf("got %+v", got)
	}
}

// What was promised not to be done is not kept as long as it may still be done:
// the record says until when nobody has broken it.
func TestWhatWillNotBeDoneIsNeverKept(t *testing.T) {
	x, y := ledgertest.New("Harbour Post", "2026-05-04"), ledgertest.New("Tide Wire", "2026-05-10")
	a := x.Say("p-lind", readout.ActCommit, "promised", "not to raise the canal tolls before June")
	promise(x, "not raise the canal tolls before June", "2026-05-31", readout.StateGiven, "p-lind", a)
	b := y.Say("p-holm", readout.ActState, "said", "Lind kept her promise not to raise the canal tolls", ledgertest.On("2026-05-09"))
	c := y.Say("p-holm", readout.ActState, "said", "Lind has not raised the canal tolls", ledgertest.On("2026-05-10"))
	d := y.Say("p-lind", readout.ActState, "said", "the tolls are what they were", ledgertest.On("2026-05-10"))
	promise(y, "not raise the canal tolls", "", readout.StateKept, "p-lind", d)
	got := build(x, y)
	want := []readout.CommitmentEvent{
		{State: readout.StateGiven, On: "2026-05-04", By: "statement", Evidence: a},
		{State: readout.StateInForce, On: "2026-05-09", By: "statement", Evidence: b},
		{State: readout.StateInForce, On: "2026-05-10", By: "statement", Evidence: d},
		{State: readout.StateInForce, On: "2026-05-10", By: "statement", Evidence: c},
	}
	if len(got) != 1 || got[0].State != readout.StateInForce || !slices.Equal(got[0].History, want) {
		t.Errorf("got %+v", got)
	}
}

// Who is said to have agreed and denies it disputes that; who agrees after all
// has given the promise.
func TestAClaimIsDisputed(t *testing.T) {
	for _, tc := range []struct {
		content string
		want    readout.CommitmentState
	}{
		{"“I agreed to nothing”", readout.StateDisputed},
		{"I never promised to reopen any lock", readout.StateDisputed},
		{"I do not agree with the pilots", readout.StateClaimed},
		{"I never agreed to sell the tug", readout.StateClaimed},
	} {
		x, y := ledgertest.New("Harbour Post", "2026-05-04"), ledgertest.New("Tide Wire", "2026-05-06")
		a := x.Say("p-holm", readout.ActClaim, "claimed", "Lind had agreed to reopen the northern lock")
		promise(x, "reopen the northern lock", "", readout.StateClaimed, "p-lind", a)
		y.Say("p-lind", readout.ActState, "said", tc.content)
		if got := build(x, y); len(got) != 1 || got[0].State != tc.want {
			t.Errorf("%q: %s, want %s", tc.content, got[0].State, tc.want)
		}
		z := ledgertest.New("Weekly", "2026-05-08")
		b := z.Say("p-lind", readout.ActCommit, "promised", "to reopen the northern lock")
		promise(z, "reopen the northern lock", "", readout.StateGiven, "p-lind", b)
		if got := build(x, y, z); len(got) != 1 || got[0].State != readout.StateGiven {
			t.Errorf("%q, and then given: %s", tc.content, got[0].State)
		}
	}
}

// An ultimatum is known by its two sides and its day, however it is worded. Whom
// it is put to owes nothing: it rejects it, and what it undertakes is another.
func TestUltimatum(t *testing.T) {
	put := func(b *ledgertest.Builder, what, due string, state readout.CommitmentState) {
		st := b.Say("p-lind", readout.ActDemand, "demanded", what)
		b.Record().Commitments = append(b.Record().Commitments, readout.Commitment{
			ID: readout.NewID("c", st), Kind: readout.Ultimatum, What: what, Issuer: "p-lind", Addressee: "p-holm",
			Due: &readout.Date{Value: due}, State: state, Evidence: []readout.Evidence{{Statement: st}},
		})
	}
	first, again, moved, other := ledgertest.New("Harbour Post", "2026-05-04"), ledgertest.New("Tide Wire", "2026-05-05"),
		ledgertest.New("Weekly", "2026-05-08"), ledgertest.New("Canal Times", "2026-05-12")
	put(first, "clear the wrecks from the channel", "2026-05-09", readout.StateInForce)
	put(again, "the Saturday deadline", "2026-05-09", readout.StateInForce)
	again.Say("p-holm", readout.ActReject, "rejected", "the Saturday deadline")
	again.Say("p-holm", readout.ActState, "said", "Holm missed the deadline", ledgertest.On("2026-05-10"))
	if got := build(first, again); len(got) != 1 || got[0].State != readout.StateRejected {
		t.Errorf("rejected: %+v", got)
	}
	put(moved, "remove everything from the fairway", "2026-05-30", readout.StateExtended)
	if got := build(first, again, moved); len(got) != 1 || got[0].State != readout.StateExtended || got[0].Due.Value != "2026-05-30" {
		t.Errorf("extended: %+v", got)
	}
	accepted := other.Say("p-holm", readout.ActCommit, "promised", "to clear the wrecks from the channel")
	promise(other, "clear the wrecks from the channel", "2026-05-30", readout.StateGiven, "p-holm", accepted)
	put(other, "pay for the broken mooring", "2026-07-01", readout.StateInForce)
	if got := build(first, again, moved, other); len(got) != 3 {
		t.Errorf("a promise and another ultimatum: %d, want 3", len(got))
	}
}

// After a promise was put off, a report that still tells the old day changes
// nothing; and whoever says before the new day that it was not done says nothing.
func TestPutOff(t *testing.T) {
	first, moved, late := ledgertest.New("Harbour Post", "2026-05-04"), ledgertest.New("Tide Wire", "2026-05-08"), ledgertest.New("Weekly", "2026-05-11")
	for _, tell := range []struct {
		in    *ledgertest.Builder
		due   string
		state readout.CommitmentState
	}{{first, "2026-05-09", readout.StateGiven}, {moved, "2026-05-20", readout.StateExtended}, {late, "2026-05-09", readout.StateGiven}} {
		st := tell.in.Say("p-lind", readout.ActCommit, "promised", "to reopen the northern lock")
		promise(tell.in, "reopen the northern lock", tell.due, tell.state, "p-lind", st)
	}
	late.Say("p-holm", readout.ActState, "said", "Lind has not reopened the northern lock", ledgertest.On("2026-05-11"))
	got := build(first, moved, late)
	if len(got) != 1 || got[0].State != readout.StateExtended || got[0].Due.Value != "2026-05-20" {
		t.Errorf("got %+v", got)
	}
}

// What binds nobody yet is known by who proposes it.
func TestProposals(t *testing.T) {
	propose := func(b *ledgertest.Builder, what, by string) {
		st := b.Say(by, readout.ActPropose, "proposed", what)
		b.Record().Commitments = append(b.Record().Commitments, readout.Commitment{
			ID: readout.NewID("c", st), Kind: readout.Promise, What: what, AskedBy: by, State: readout.StateProposed, Evidence: []readout.Evidence{{Statement: st}},
		})
	}
	x, y, z := ledgertest.New("Harbour Post", "2026-05-04"), ledgertest.New("Tide Wire", "2026-05-05"), ledgertest.New("Weekly", "2026-05-06")
	propose(x, "a pause of 30 days without new tolls", "p-lind")
	propose(y, "a 30-day pause: no new tolls", "p-lind")
	propose(z, "a pause of 30 days without new tolls", "p-holm")
	if got := build(x, y, z); len(got) != 2 || got[0].State != readout.StateProposed || len(got[0].Evidence) != 2 {
		t.Errorf("got %+v", got)
	}
}
