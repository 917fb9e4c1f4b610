package match_test

import (
	"slices"
	"testing"

	"readout/internal/ledger/match"
)

func TestPostingsKeepTheLatest(t *testing.T) {
	p := match.Postings[string]{Most: 3}
	if list, all := p.Of("gate"); len(list) != 0 || !all {
		t.Errorf("nothing is there, but %v, %v", list, all)
	}
	for i := range 20 {
		p.Add("gate", i)
		list, all := p.Of("gate")
		want := []int32{int32(i - 2), int32(i - 1), int32(i)}[max(0, 2-i):]
		if !slices.Equal(list, want) || all != (i < 3) {
			t.Errorf("after %d: %v, all %v", i, list, all)
		}
	}
	p.Add("lock", 20)
	if list, all := p.Of("lock"); !slices.Equal(list, []int32{20}) || !all {
		t.Errorf("lock: %v, %v", list, all)
	}
}

func TestPostingsKeepAll(t *testing.T) {
	var p match.Postings[int]
	for i := range 1000 {
		p.Add(7, i)
	}
	if list, all := p.Of(7); len(list) != 1000 || !all {
		t.Errorf("%d, %v", len(list), all)
	}
}

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
