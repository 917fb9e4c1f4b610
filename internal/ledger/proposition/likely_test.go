package proposition_test

import (
	"testing"

	"readout"
	"readout/internal/ledger/ledgertest"
)

// Fewer words in common are enough where more speaks for a join.
func TestWhatSpeaksForAJoinAddsUp(t *testing.T) {
	for _, tc := range []struct {
		name, first, second string
		want                bool
	}{
		{"rare words", "the eastern breakwater at Tormouth cracked under the January gales",
			"engineers blame the January gales for the damage to a breakwater at Tormouth", true},
		{"common words", "barges from the lock bring timber to the harbour",
			"barges wait for a crew, a pilot and a lock", false},
		{"a fragment", "the gales of January", "gales tore at seven roofs in the early hours", false},
		{"one family of words", "the inspection of the boilers at Tormouth takes a week", "inspectors spend a week on the boilers of Tormouth", true},
	} {
		x, y := ledgertest.New("Harbour Post", "2026-05-04"), ledgertest.New("Tide Wire", "2026-05-05")
		for _, other := range []string{"barges pay no toll", "the harbour is full of barges", "a lock keeper watches the barges", "barges leave the harbour by the lock", "rain fell"} {
			x.Say("p-lind", readout.ActState, "said", other)
		}
		a := x.Say("p-ruiz", readout.ActState, "said", tc.first)
		b := y.Say("p-holm", readout.ActState, "said", tc.second)
		if got := joined(build(x, y), a, b); got != tc.want {
			t.Errorf("%s: joined %v", tc.name, got)
		}
	}
}

// One sentence of a quotation is compared for itself where another has a
// negation.
func TestANegationInAnotherSentence(t *testing.T) {
	for quote, want := range map[string]bool{
		"“Nobody rang the bell. They opened the sluice and drove home to supper.”":     true,
		"“Somebody rang the bell. They never opened the sluice or drove home to bed.”": false,
	} {
		x, y := ledgertest.New("Harbour Post", "2026-05-04"), ledgertest.New("Tide Wire", "2026-05-05")
		a := x.Say("p-ruiz", readout.ActState, "said", "they opened the sluice and drove home to supper")
		b := y.Say("p-holm", readout.ActState, "said", quote)
		if f := build(x, y); joined(f, a, b) != want || want && stanceOf(t, f, b).Value != readout.Affirms {
			t.Errorf("%s: %q", quote, stancesOf(f, b))
		}
	}
}

// A matter of last year is another one, but a quotation is itself.
func TestAnOldQuotation(t *testing.T) {
	for quote, want := range map[string]bool{"“Every barge will pay for this lock,”": true, "every barge will pay for this lock": false} {
		x, y := ledgertest.New("Harbour Post", "2025-05-04"), ledgertest.New("Tide Wire", "2026-05-05")
		a := x.Say("p-ruiz", readout.ActState, "said", quote)
		b := y.Say("p-ruiz", readout.ActState, "said", quote)
		if got := joined(build(x, y), a, b); got != want {
			t.Errorf("%s: joined %v", quote, got)
		}
	}
}

// What is promised lies ahead, with or without a "will".
func TestAPromiseLiesAhead(t *testing.T) {
	x, y := ledgertest.New("Harbour Post", "2026-05-04"), ledgertest.New("Tide Wire", "2026-05-05")
	a := x.Say("p-ruiz", readout.ActCommit, "promised", "the northern lock will open to barges in June")
	b := y.Say("p-ruiz", readout.ActCommit, "promised", "an opening of the northern lock to barges in June")
	if !joined(build(x, y), a, b) {
		t.Error("one promise is two")
	}
}
