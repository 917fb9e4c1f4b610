package match_test

import (
	"slices"
	"testing"

	"readout/internal/ledger/match"
)

func TestHits(t *testing.T) {
	var h match.Hits
	for range 2 { // the second time nothing of the first is left
		h.Meet([]int32{5, 900, 0})
		h.Meet([]int32{900})
		got := map[int]int{}
		h.Take(func(i, count int) { got[i] = count })
		if len(got) != 3 || got[5] != 1 || got[900] != 2 || got[0] != 1 {
			t.Errorf("met %v", got)
		}
	}
}

func TestShingles(t *testing.T) {
	words := match.Words("one two three four one two three")
	set := match.Shingles(words, 3, "")
	if len(set) != 4 || !slices.IsSorted(set) {
		t.Errorf("%d runs, %v", len(set), set)
	}
	if n := match.Shared(set, match.Shingles(match.Words("zero one two three five"), 3, "")); n != 1 {
		t.Errorf("%d runs in common, want 1", n)
	}
	if n := match.Shared(set, match.Shingles(words, 3, "another")); n != 0 {
		t.Errorf("%d runs in common with another seed", n)
	}
	if set := match.Shingles(words[:2], 3, ""); len(set) != 0 {
		t.Errorf("two words have runs of three: %v", set)
	}
}
