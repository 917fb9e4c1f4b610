package incident_test

import (
	"fmt"
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
	for i, in := range incidents {
		doc := &readout.Document{ID: fmt.Sprint("d-", i), Published: &readout.Date{Value: fmt.Sprintf("2026-05-%02d", 4+i)}}
		f.Add(doc, &readout.Record{Incidents: []readout.Incident{in}})
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
		{"no day, the place and the words", happened("a ferry strikes the quay", "Tormouth", "", "p-guard", 3), 1},
		{"no day, the place alone", happened("fire in a timber store", "Tormouth", "", "p-guard", 3), 2},
		{"no day, the words alone", happened("a ferry strikes the quay", "", "", "p-guard", 3), 2},
		{"no day, a figure on the same word", happened("a ferry sinks", "", "", "p-mayor", 6), 1},
		{"no day, a count of the dead on the same word", happened("the dead", "", "", "p-mayor", 6), 1},
		{"no day, a count of the dead on another's word", happened("the dead", "", "", "p-guard", 6), 2},
		{"some day before", happened("a ferry strikes the quay", "Tormouth", "../2026-05-03", "p-guard", 3), 1},
		{"some earlier day", happened("a ferry strikes the quay", "Tormouth", "../2026-05-02", "p-guard", 3), 2},
		{"the same figure elsewhere", happened("a ferry strikes the quay", "Aldhaven", "2026-05-03", "p-mayor", 6), 2},
		{"the same figure of another matter", happened("fire in a timber store", "", "2026-05-03", "p-mayor", 6), 2},
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

// Words for one kind of thing are one; a report that names no more than the kind
// and the day means the one that is known.
func TestKind(t *testing.T) {
	wave := happened("a wave sweeps over the quay", "Tormouth", "2026-05-03", "p-mayor", 6)
	for _, tc := range []struct {
		name string
		next readout.Incident
		want int
	}{
		{"another word for it", happened("a surge destroys the fish market", "Tormouth", "2026-05-03", "p-guard", 3), 1},
		{"the kind and the day", happened("last Sunday's surge", "", "2026-05-03", "p-guard", 3), 1},
		{"the kind on another day", happened("last Sunday's surge", "", "2026-05-10", "p-guard", 3), 2},
		{"more than the kind", happened("a surge on the upper river", "", "2026-05-03", "p-guard", 3), 2},
	} {
		if got := build(wave, tc.next); len(got) != tc.want {
			t.Errorf("%s: %d incidents, want %d", tc.name, len(got), tc.want)
		}
	}
	second := happened("a wave sweeps over the pier", "Aldhaven", "2026-05-03", "p-mayor", 2)
	if got := build(wave, second, happened("last Sunday's surge", "", "2026-05-03", "p-guard", 3)); len(got) != 3 {
		t.Errorf("a surge that may be either of two: %d incidents, want 3", len(got))
	}
}

// A later figure of the same teller stands beside the earlier one with its day;
// the same figure once, whatever the word for people.
func TestLaterFigures(t *testing.T) {
	again := happened("a ferry strikes the quay", "Tormouth", "2026-05-03", "p-mayor", 6)
	again.Figures[0].Unit = "people"
	got := build(happened("a ferry strikes the quay", "Tormouth", "2026-05-03", "p-mayor", 6), again,
		happened("a ferry strikes the quay", "Tormouth", "2026-05-03", "p-mayor", 7))
	if len(got) != 1 || len(got[0].Figures) != 2 || got[0].Figures[0].AsOf != "" || got[0].Figures[1].AsOf != "2026-05-06" {
		t.Errorf("got %+v", got)
	}
}
