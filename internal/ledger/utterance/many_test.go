package utterance_test

import (
	"fmt"
	"testing"

	"readout"
	"readout/internal/ledger/ledgertest"
)

// TestManyTellers: what three hundred outlets tell of one speech is one
// utterance, quoted or not, however few of them are looked at for each.
func TestManyTellers(t *testing.T) {
	const outlets = 300
	for _, content := range []string{
		"“the northern lock was never safe”", "the northern lock would stay shut until the end of summer",
	} {
		var reports []*ledgertest.Builder
		var first, last string
		for i := range outlets {
			b := ledgertest.New(fmt.Sprint("Outlet ", i), fmt.Sprintf("2026-05-%02d", 1+i/30))
			last = b.Say("p-ruiz", readout.ActState, "said", content)
			if i == 0 {
				first = last
			}
			reports = append(reports, b)
		}
		f := build(apart, reports...)
		if all := f.all; len(all) != 1 || len(all[0].Statements) != outlets {
			t.Errorf("%s: %d utterances, the first with %d statements", content, len(all), len(all[0].Statements))
		}
		if !f.SameOccasion(first, last) || f.Twin(last) == "" {
			t.Errorf("%s: the last outlet has another utterance, or no twin", content)
		}
	}
}
