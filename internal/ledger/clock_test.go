package ledger_test

import (
	"slices"
	"testing"

	"readout"
	"readout/internal/serve/query"
)

// What has become of the promises of the demo story, from what a faultless reader
// tells, before, on and after the days that matter. Only due and lapsed are the
// clock's.
func TestPromisesOfTheDemoByTheClock(t *testing.T) {
	g := readGold(t, "../demo/record.jsonl")
	g.readMentions(t, "../demo")
	l := mustBuild(t, g.reports)
	for _, tc := range []struct {
		id, day string
		want    readout.CommitmentState
	}{
		{"c-logs in 01", "2026-05-03", ""}, {"c-logs in 01", "2026-05-06", readout.StateGiven},
		{"c-logs in 01", "2026-05-07", readout.StateDue}, {"c-logs in 01", "2026-05-09", readout.StateKept},
		{"c-inquiry in 01", "2026-05-05", readout.StateGiven}, {"c-inquiry in 01", "2026-05-06", readout.StateDue},
		{"c-inquiry in 01", "2026-05-07", readout.StateLapsed},
		{"c-lock in 04", "2026-05-08", readout.StateGiven}, {"c-lock in 04", "2026-05-09", readout.StateDue},
		{"c-lock in 04", "2026-05-11", readout.StateBroken}, {"c-lock in 04", "2026-06-30", readout.StateBroken},
		{"c-inspectors in 01", "2026-05-05", readout.StateInForce}, {"c-inspectors in 01", "2026-05-07", readout.StateRejected},
		{"c-inspectors in 01", "2026-05-09", readout.StateExtended}, {"c-inspectors in 01", "2026-05-29", readout.StateDue},
		{"c-inspectors in 01", "2026-05-30", readout.StateLapsed},
		{"c-port in 09", "2026-05-12", readout.StateClaimed}, {"c-port in 09", "2026-05-17", readout.StateDisputed},
		{"c-port in 09", "2026-07-01", readout.StateDisputed},
		{"c-draft in 11", "2026-05-17", readout.StateGiven}, {"c-draft in 11", "2026-05-18", readout.StateDue},
		{"c-draft in 11", "2026-05-21", readout.StateDisputed},
		{"c-lock2 in 10", "2026-05-19", readout.StateGiven}, {"c-lock2 in 10", "2026-05-20", readout.StateDue},
		{"c-lock2 in 10", "2026-05-26", readout.StateKept},
		{"c-fund in 05", "2026-05-11", readout.StateGiven}, {"c-fund in 05", "2026-05-12", readout.StateDue},
		{"c-fund in 05", "2026-05-13", readout.StateLapsed},
	} {
		i := slices.IndexFunc(l.Commitments, func(c readout.Commitment) bool { return c.ID == tc.id })
		if i < 0 {
			t.Fatalf("no commitment begins with %s", tc.id)
		}
		now := query.StateOn(l.Commitments[i], tc.day)
		byClock := tc.want == readout.StateDue || tc.want == readout.StateLapsed
		if now.State != tc.want || (now.By == "clock") != byClock {
			t.Errorf("%s on %s: %s by the %s, want %s; history %+v", tc.id, tc.day, now.State, now.By, tc.want, l.Commitments[i].History)
		}
	}
}
