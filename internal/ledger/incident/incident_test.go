package incident_test

import (
	"testing"

	"readout"
	"readout/internal/ledger/incident"
	"readout/internal/ledger/shelf"
)

type self struct{}

func (self) Canonical(id string) string { return id }

func happened(what, where, day, teller string, killed float64) readout.Incident {
	in := readout.Incident{ID: readout.NewID("i", what, where, day, teller, killed), What: what, Where: where}
	if day != "" {
		in.When = &readout.Date{Value: day}
	}
	in.Figures = []readout.Figure{{Quantity: readout.Killed, Value: &killed, ToldBy: teller}}
	return in
}

func build(incidents ...readout.Incident) []readout.Incident {
	f := incident.New(shelf.New(nil), self{})
	for _, in := range incidents {
		f.Add(&readout.Record{Incidents: []readout.Incident{in}})
	}
	return shelf.Groups(f.Changed())
}

func TestJoin(t *testing.T) {
	first := happened("a ferry strikes the quay", "Tormouth", "2026-05-03", "p-mayor", 6)
	for _, tc := range []struct {
		name string
		next readout.Incident
		want int
	}{
		{"other words, same place and day", happened("ferry collision at the quay", "the port of Tormouth", "2026-05-03", "p-guard", 3), 1},
		{"another day", happened("a ferry strikes the quay", "Tormouth", "2026-05-13", "p-guard", 3), 2},
		{"another place", happened("a ferry strikes the quay", "Aldhaven", "2026-05-03", "p-guard", 3), 2},
		{"another thing", happened("fire in a timber store", "Tormouth", "2026-05-03", "p-guard", 3), 2},
		{"no day", happened("a ferry strikes the quay", "Tormouth", "", "p-guard", 3), 2},
		{"some day before", happened("a ferry strikes the quay", "Tormouth", "../2026-05-03", "p-guard", 3), 2},
		{"no place, all words", happened("a ferry strikes the quay", "", "2026-05-03", "p-guard", 3), 1},
		{"no place, a few words", happened("a ferry burns", "", "2026-05-03", "p-guard", 3), 2},
	} {
		if got := build(first, tc.next); len(got) != tc.want {
			t.Errorf("%s: %d incidents, want %d", tc.name, len(got), tc.want)
		}
	}
}

func TestFiguresStandSideBySide(t *testing.T) {
	got := build(
		happened("a ferry strikes the quay", "Tormouth", "2026-05-03", "p-mayor", 6),
		happened("a ferry strikes the quay", "Tormouth", "2026-05-03", "p-guard", 3),
		happened("a ferry strikes the quay", "Tormouth", "2026-05-03", "p-mayor", 6),
	)
	if len(got) != 1 || len(got[0].Figures) != 2 || *got[0].Figures[0].Value != 6 || *got[0].Figures[1].Value != 3 {
		t.Errorf("got %+v", got)
	}
}
