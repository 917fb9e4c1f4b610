package origin_test

import (
	"strings"
	"testing"

	"readout"
	"readout/internal/ledger/origin"
	"readout/internal/ledger/shelf"
)

const wire = `The northern lock was shut for a third day on Monday after a barge struck the lower gate and bent two of its hinges.
Nobody was hurt. Engineers expect the repair to take until the end of the week, and shippers have begun to send grain by road.
The harbour board met in the evening and put off the sale of the old pilot station until the autumn, its chair said in a short note.`

func doc(id, outlet, day, text string) *readout.Document {
	return &readout.Document{ID: id, Outlet: outlet, Text: text, Published: &readout.Date{Value: day}}
}

func TestCopies(t *testing.T) {
	half := wire[:len(wire)*6/10] + " Our own reporter found the cafe by the lock full, the pilots at cards and the grain lorries queueing as far as the mill on the hill."
	for _, tc := range []struct {
		name, outlet, text, want string
	}{
		{"the same text", "Tide Wire", wire, "copy"},
		{"half of it", "Tide Wire", half, "edited-copy"},
		{"own words", "Tide Wire", strings.Repeat("Nothing moved on the canal today and nobody knows when it will. ", 5), ""},
		{"the same outlet again", "Harbour Post", wire, ""},
	} {
		f := origin.New(shelf.New(nil))
		f.Add(doc("d-late", tc.outlet, "2026-05-05", tc.text), new(readout.Record)) // the copy comes first
		f.Add(doc("d-early", "Harbour Post", "2026-05-04", wire), new(readout.Record))
		put, _, _ := f.Changed()
		got := shelf.Groups(put)
		switch {
		case tc.want == "" && len(got) != 0:
			t.Errorf("%s: %+v", tc.name, got)
		case tc.want != "" && (len(got) != 1 || got[0].Document != "d-early" || got[0].Copies[0].Doc != "d-late" || got[0].Copies[0].Kind != tc.want):
			t.Errorf("%s: %+v, want %s", tc.name, got, tc.want)
		}
		if f.IsCopy("d-late") != (tc.want != "") || f.IsCopy("d-early") {
			t.Errorf("%s: copies: late %v, early %v", tc.name, f.IsCopy("d-late"), f.IsCopy("d-early"))
		}
	}
}
