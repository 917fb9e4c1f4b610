package proposition_test

import (
	"testing"

	"readout"
	"readout/internal/ledger/ledgertest"
)

// Who calls what others tell untrue denies it, though he words it.
func TestCallingATaleUntrue(t *testing.T) {
	for content, want := range map[string]readout.StanceValue{
		"reports that the crew of the tug cut the mooring cable are baseless":       readout.Denies,
		"the claims of the crew of the tug cutting the mooring cable “are false”":   readout.Denies,
		"claims that the crew of the tug did not cut the mooring cable are untrue":  readout.Affirms,
		"the story that the crew of the tug cut the mooring cable is all over town": readout.Affirms,
	} {
		x, y := ledgertest.New("Harbour Post", "2026-05-04"), ledgertest.New("Tide Wire", "2026-05-05")
		a := x.Say("p-ruiz", readout.ActState, "said", "the crew of the tug cut the mooring cable")
		b := y.Say("p-holm", readout.ActState, "said", content)
		f := build(x, y)
		if got := stanceOf(t, f, b).Value; !joined(f, a, b) || got != want {
			t.Errorf("%s: joined %v, %s", content, joined(f, a, b), got)
		}
	}
}

func TestDenyingThatATaleIsUntrue(t *testing.T) {
	b := ledgertest.New("Harbour Post", "2026-05-04")
	b.Say("p-ruiz", readout.ActState, "said", "the crew of the tug cut the mooring cable")
	denial := b.Say("p-holm", readout.ActDeny, "denied", "that reports of the crew of the tug cutting the mooring cable are false")
	if got := stancesOf(build(b), denial); len(got) != 0 {
		t.Errorf("got %q", got)
	}
}

// The words below a headline can answer it.
func TestAHeadlineIsAnswered(t *testing.T) {
	b := ledgertest.New("Harbour Post", "2026-05-04")
	headline := b.Headline("p-ruiz", readout.ActClaim, "claims", "crew cut mooring cable")
	answer := b.Say("p-holm", readout.ActDeny, "denied", "it")
	f := build(b)
	if !joined(f, headline, answer) || stanceOf(t, f, answer).Value != readout.Denies {
		t.Errorf("got %q", stancesOf(f, answer))
	}
}

// A headline of another voice is of the words below it by what it tells.
func TestAHeadlineOfAnotherVoice(t *testing.T) {
	b := ledgertest.New("Harbour Post", "2026-05-04")
	headline := b.Headline("p-velmar", readout.ActAccuse, "blames", "Ostra for the spoiled harvest")
	lead := b.Say("p-ruiz", readout.ActAccuse, "accused", "Ostra of opening a sluice at night above the fields")
	apart := b.Headline("p-velmar", readout.ActState, "says", "Ostra is late")
	f := build(b)
	if !joined(f, headline, lead) || joined(f, apart, lead) {
		t.Errorf("headline %q, other %q", stancesOf(f, headline), stancesOf(f, apart))
	}
}
