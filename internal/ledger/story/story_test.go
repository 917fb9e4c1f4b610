package story_test

import (
	"testing"

	"readout"
	"readout/internal/ledger/ledgertest"
	"readout/internal/ledger/story"
)

func self(id string) string { return id }

func report(outlet, day string, kind readout.PartyKind, ids ...string) *ledgertest.Builder {
	b := ledgertest.New(outlet, day)
	b.Prose("The ferry struck the quay at noon.")
	for _, id := range ids {
		b.Party(readout.Party{ID: id, Name: id, Kind: kind})
	}
	return b
}

func TestStories(t *testing.T) {
	for _, tc := range []struct {
		name string
		next *ledgertest.Builder
		want int
	}{
		{"two names, near", report("Tide Wire", "2026-05-10", readout.Person, "p-ruiz", "p-holm"), 1},
		{"one name", report("Tide Wire", "2026-05-10", readout.Person, "p-ruiz", "p-lind"), 2},
		{"months later", report("Tide Wire", "2026-09-10", readout.Person, "p-ruiz", "p-holm"), 2},
		{"no day", report("Tide Wire", "", readout.Person, "p-ruiz", "p-holm"), 2},
		{"states only", report("Tide Wire", "2026-05-10", readout.State, "p-ruiz", "p-holm"), 2},
	} {
		f := story.New(self)
		for _, b := range []*ledgertest.Builder{report("Harbour Post", "2026-05-04", readout.Person, "p-ruiz", "p-holm"), tc.next} {
			r := b.Report(1)
			f.Add(r.Doc, r.Rec)
		}
		got := f.All()
		if len(got) != tc.want {
			t.Errorf("%s: %d stories, want %d", tc.name, len(got), tc.want)
		}
		if got[0].Title != "The ferry struck the quay at noon" {
			t.Errorf("%s: title %q", tc.name, got[0].Title)
		}
	}
}
