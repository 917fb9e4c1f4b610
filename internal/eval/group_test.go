package eval

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestMergedPropositions(t *testing.T) {
	f := byName(score(t, func(list []object) []object {
		for _, o := range list {
			if o["type"] == "stance" {
				o["proposition"] = "faulty"
			}
		}
		return list
	}))["propositions"].(PRF)
	// three statements stand with 3 of 5 in their own, two with 2 of 5
	if f.R != 1 || !near(f.P, (3*3.0/5+2*2.0/5)/5) {
		t.Error(f)
	}
}

func TestPropositionWordedTheOtherWayRoundIsTurned(t *testing.T) {
	got := moved(t, func(list []object) []object {
		for _, o := range list {
			if o["proposition"] != "faulty" {
				continue
			}
			if o["value"] == "denies" {
				o["value"] = "affirms"
			} else {
				o["value"] = "denies"
			}
		}
		return list
	})
	if len(got) > 0 {
		t.Errorf("moved %v", got)
	}
}

func TestStanceThatSaysYesForNo(t *testing.T) {
	change := func(list []object) []object {
		for _, o := range list {
			if o["type"] == "stance" && o["statement"] == "s3" {
				o["value"] = "affirms"
			}
		}
		return list
	}
	if diff := cmp.Diff([]string{"stances", "stances.polarity_errors"}, moved(t, change)); diff != "" {
		t.Error(diff)
	}
	if f := byName(score(t, change))["stances.polarity_errors"]; f != Count(1) {
		t.Error(f)
	}
}

func TestPositionOfAPartyIsItsPrincipals(t *testing.T) {
	change := func(list []object) []object {
		for _, o := range list {
			if o["type"] == "position" && o["party"] == "land" {
				o["value"] = "denies"
			}
		}
		return list
	}
	if diff := cmp.Diff([]string{"positions"}, moved(t, change)); diff != "" {
		t.Error(diff)
	}
}

func TestPositionAfterTheLastReportDoesNotCount(t *testing.T) {
	change := func(list []object) []object {
		return append(list, object{"type": "position", "party": "land", "proposition": "faulty", "as_of": day("2031-06-01"), "value": "denies"})
	}
	if got := moved(t, change); len(got) > 0 {
		t.Errorf("moved %v", got)
	}
}

func TestSplitUtterance(t *testing.T) {
	change := func(list []object) []object {
		byID(list, "u1")["statements"] = []any{"s1"}
		return append(list, object{"type": "utterance", "id": "u2", "statements": []any{"s2"}})
	}
	if diff := cmp.Diff([]string{"utterances"}, moved(t, change)); diff != "" {
		t.Error(diff)
	}
	if f := byName(score(t, change))["utterances"].(PRF); f.P != 1 || !near(f.R, 10.0/11) {
		t.Error(f)
	}
}

func TestUtteranceThatMayBeSplit(t *testing.T) {
	gold := fixture()
	byID(gold, "u1")["statements"] = either([]any{"s1", "s2"}, []any{[]any{"s1"}, []any{"s2"}})
	for _, together := range [][]any{{"s1", "s2"}, {"s1"}} {
		pred := copied()
		byID(pred, "u1")["statements"] = together
		if f := byName(scoreAgainst(t, gold, pred))["utterances"].(PRF); f.F1 != 1 {
			t.Errorf("%v: %v", together, f)
		}
	}
}

func TestBCubedOverClustersThatOverlap(t *testing.T) {
	var gold, pred grouping[string]
	gold.add("a", "x", "y")
	gold.add("b", "x")
	gold.add("c", "y")
	pred.add("a", "p")
	pred.add("b", "p")
	pred.add("other", "p") // not in the gold
	f := bCubed(gold, pred)
	// a: 1 with itself of 2 (1/2), b 1, c 0; b: a 1, b 1; c: 0
	wantR := ((0.5+1+0)/3 + (1+1)/2.0 + 0) / 3
	if !near(f.P, 1) || !near(f.R, wantR) || f.Pred != 2 || f.Gold != 3 {
		t.Errorf("%v, want R %.3f", f, wantR)
	}
}
