package demo

import (
	"slices"
	"strings"
	"testing"

	"readout"
	"readout/internal/ingest"
	"readout/internal/ledger"
	"readout/internal/read"
	"readout/internal/serve/query"
	"readout/internal/store"
)

// readStory is what the reader and the ledger make of the story.
func readStory(t *testing.T) (*readout.Ledger, map[string]string) {
	t.Helper()
	r, err := read.New("en")
	if err != nil {
		t.Fatal(err)
	}
	names := map[string]string{}
	l, err := ledger.Build(func(yield func(store.Report, error) bool) {
		for i, s := range Reports() {
			doc, err := ingest.Decode(s.Name, s.Data, ingest.Options{Published: s.Published, Outlet: s.Outlet})
			if err != nil {
				t.Fatal(err)
			}
			rec, err := r.Read(doc)
			for _, p := range rec.Parties {
				names[p.ID] = p.Name
			}
			if !yield(store.Report{Seq: int64(i + 1), Doc: doc, Rec: rec}, err) {
				return
			}
		}
	})
	if err != nil {
		t.Fatal(err)
	}
	return l, names
}

// What the reader itself finds of the promises of the story, before, on and after
// their days; and nothing else is ever called kept or broken.
func TestPromisesByTheClock(t *testing.T) {
	l, names := readStory(t)
	for _, tc := range []struct {
		party, word, day string
		want             readout.CommitmentState
	}{
		{"Ruth Imbert", "council", "2026-05-05", readout.StateGiven}, {"Ruth Imbert", "council", "2026-05-06", readout.StateDue},
		{"Ruth Imbert", "council", "2026-05-07", readout.StateLapsed},
		{"Ilse Marant", "lock", "2026-05-08", readout.StateGiven}, {"Ilse Marant", "lock", "2026-05-09", readout.StateDue},
		{"Ilse Marant", "lock", "2026-05-11", readout.StateBroken},
		{"Emeric Dasso", "inspectors", "2026-05-05", readout.StateInForce}, {"Emeric Dasso", "inspectors", "2026-05-09", readout.StateExtended},
		{"Emeric Dasso", "inspectors", "2026-05-29", readout.StateDue}, {"Emeric Dasso", "inspectors", "2026-05-30", readout.StateLapsed},
		{"Emeric Dasso", "Port Amsel", "2026-05-12", readout.StateClaimed}, {"Emeric Dasso", "Port Amsel", "2026-05-17", readout.StateDisputed},
		{"Oswin Pell", "draft", "2026-05-17", readout.StateGiven}, {"Oswin Pell", "draft", "2026-05-21", readout.StateDisputed},
		{"Pavo Kestrin", "Wednesday", "2026-05-19", readout.StateGiven}, {"Pavo Kestrin", "Wednesday", "2026-05-20", readout.StateDue},
		{"Pavo Kestrin", "Wednesday", "2026-05-26", readout.StateKept},
	} {
		i := slices.IndexFunc(l.Commitments, func(c readout.Commitment) bool {
			ids := append(slices.Clone(c.Obligor), c.Issuer)
			return slices.ContainsFunc(ids, func(id string) bool { return names[id] == tc.party }) && strings.Contains(c.What, tc.word)
		})
		if i < 0 {
			t.Errorf("no promise of %s with %q", tc.party, tc.word)
			continue
		}
		if now := query.StateOn(l.Commitments[i], tc.day); now.State != tc.want {
			t.Errorf("%s, %q on %s: %s, want %s", tc.party, tc.word, tc.day, now.State, tc.want)
		}
	}
	for _, c := range l.Commitments {
		outcome := string(c.State) + " " + names[c.Obligor[0]]
		ended := c.State == readout.StateKept || c.State == readout.StateBroken
		if ended && !slices.Contains([]string{"broken Ilse Marant", "kept Pavo Kestrin", "kept Sylvie Oakhart", "kept Lowmark Hydro"}, outcome) {
			t.Errorf("%s: %s", outcome, c.What)
		}
	}
}
