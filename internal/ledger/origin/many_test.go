package origin_test

import (
	"fmt"
	"testing"

	"readout"
	"readout/internal/ledger/origin"
	"readout/internal/ledger/shelf"
)

// TestManyCopies: of a wire story in many papers every one is a copy of the
// first, however many there are.
func TestManyCopies(t *testing.T) {
	const papers = 300
	f := origin.New(shelf.New(nil))
	for i := range papers {
		f.Add(doc(fmt.Sprint("d-", i), fmt.Sprint("Paper ", i), fmt.Sprintf("2026-05-%02d", 1+i/20), wire), new(readout.Record))
	}
	put, _, copies := f.Changed()
	all := shelf.Groups(put)
	if len(all) != 1 || all[0].Document != "d-0" || len(all[0].Copies) != papers-1 || len(copies) != papers-1 {
		t.Fatalf("%d origins, the first %s with %d copies", len(all), all[0].Document, len(all[0].Copies))
	}
	if f.IsCopy("d-0") || !f.IsCopy("d-1") || !f.IsCopy("d-299") {
		t.Error("the first is a copy, or one of the others is none")
	}
	if !f.Copied("d-3", "d-299") || !f.Copied("d-299", "d-3") {
		t.Error("the last paper is no copy of an early one")
	}
}
