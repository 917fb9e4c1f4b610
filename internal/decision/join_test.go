package decision

import (
	"strings"
	"testing"

	"readout"
)

// pair is a decision about two things.
func pair(what readout.DecisionKind, a, b readout.Target, value string) readout.Decision {
	return readout.Decision{ID: "z-9", Who: "Kim", On: "2026-03-06T09:00:00Z", What: what, Target: a, With: &b, Value: value, Why: "tape"}
}

func TestCheckPairs(t *testing.T) {
	_, rec := report(t)
	at := &rec.Statements[0].Span
	target := func(of, id string) readout.Target {
		return readout.Target{Type: of, ID: id, Name: "name", Statement: "s-1", At: at}
	}
	own := readout.Target{Type: "proposition", ID: "q-9", Name: "The ferry stops."}
	alone := func(what readout.DecisionKind, of, field, value string) readout.Decision {
		return readout.Decision{ID: "z-9", Who: "Kim", On: "2026-03-06", What: what, Target: target(of, "x-1"), Field: field, Value: value, Why: "tape"}
	}
	for _, d := range []readout.Decision{
		pair(readout.MergeThem, target("party", "p-1"), target("party", "p-2"), ""),
		pair(readout.SplitThem, target("party", "p-1"), readout.Target{Type: "party", ID: "p-2", Name: "Bo"}, ""),
		pair(readout.SameIt, target("statement", "s-1"), target("statement", "s-2"), ""),
		pair(readout.SameIt, target("statement", "s-1"), target("proposition", "q-1"), "denies"),
		pair(readout.SameIt, target("statement", "s-1"), own, ""),
		pair(readout.DifferentIt, target("utterance", "u-1"), target("utterance", "u-2"), ""),
		pair(readout.StateIt, target("commitment", "c-1"), target("statement", "s-1"), "kept"),
		alone(readout.StateIt, "commitment", "", "in-force"),
		alone(readout.CorrectIt, "proposition", "text", "The ferry will stop."),
	} {
		if err := Check(d); err != nil {
			t.Errorf("%s %s: %v", d.What, d.Target.Type, err)
		}
	}
	for says, d := range map[string]readout.Decision{
		"not an utterance":               pair(readout.SameIt, target("proposition", "q-1"), target("utterance", "u-1"), ""),
		"merge is of party":              pair(readout.MergeThem, target("utterance", "u-1"), target("utterance", "u-2"), ""),
		"both are p-1":                   pair(readout.MergeThem, target("party", "p-1"), target("party", "p-1"), ""),
		"same has no value":              pair(readout.SameIt, target("statement", "s-1"), target("statement", "s-2"), "denies"),
		"different has no value":         pair(readout.DifferentIt, target("statement", "s-1"), target("proposition", "q-1"), "denies"),
		`"second-hand" is not one of`:    pair(readout.SameIt, target("statement", "s-1"), target("proposition", "q-1"), "second-hand"),
		"reject is of one thing":         pair(readout.RejectIt, target("statement", "s-1"), target("statement", "s-2"), ""),
		"found again by its name":        pair(readout.MergeThem, target("party", "p-1"), readout.Target{Type: "party", ID: "p-2"}, ""),
		"found again by where it stands": pair(readout.SameIt, target("utterance", "u-1"), readout.Target{Type: "utterance", ID: "u-2"}, ""),
		"split is of two":                alone(readout.SplitThem, "party", "", ""),
		`"lapsed" is not one of`:         alone(readout.StateIt, "commitment", "", "lapsed"),
		"state has no field":             alone(readout.StateIt, "commitment", "due", "kept"),
		"no words":                       alone(readout.CorrectIt, "proposition", "text", " "),
		`no field "kind"`:                alone(readout.CorrectIt, "proposition", "kind", "fact"),
	} {
		if err := Check(d); err == nil || !strings.Contains(err.Error(), says) {
			t.Errorf("%s: %v", says, err)
		}
	}
}

func TestJoins(t *testing.T) {
	_, rec := report(t)
	party := func(id string) readout.Target { return readout.Target{Type: "party", ID: id, Name: id} }
	merge, text := pair(readout.MergeThem, party("p-1"), party("p-2"), ""), on(rec, "z-5", 0, readout.CorrectIt, "text", "It stops.")
	text.Target = readout.Target{Type: "proposition", ID: "q-1", Name: "It sails.", Statement: "s-1", At: text.Target.At}
	undone := pair(readout.SplitThem, party("p-3"), party("p-4"), "")
	undone.ID = "z-6"
	undo := readout.Decision{ID: "z-7", What: readout.RejectIt, Target: readout.Target{Type: "decision", ID: "z-6"}}
	got := Joins([]readout.Decision{on(rec, "z-1", 0, readout.AcceptIt), merge, text, undone, undo})
	if len(got) != 2 || got[0].Of != "party" || got[0].A.ID != "p-1" || got[0].B.ID != "p-2" || got[0].What != readout.MergeThem {
		t.Fatalf("%+v", got)
	}
	if j := got[1]; j.Of != "proposition" || j.Field != "text" || j.Value != "It stops." || j.B.ID != "" || j.Who != "Kim" || j.Why != "tape" {
		t.Errorf("%+v", j)
	}
}

func TestFind(t *testing.T) {
	doc, rec := report(t)
	cut := func(words string) *readout.Span {
		s, _ := (&applied{doc: doc}).find(words, readout.Span{})
		return &s
	}
	rec.Commitments[0].Span, rec.Commitments[1].Span = cut("We sail on Monday,"), nil
	elsewhere := *cut("Ada Holm, denied it")
	elsewhere.Doc = "d-2"
	for _, c := range []struct {
		target    readout.Target
		statement string
	}{
		{readout.Target{Type: "statement", ID: "s-2"}, "s-2"},
		{readout.Target{Type: "utterance", ID: "u-1", Statement: "s-2"}, "s-2"},
		{readout.Target{Type: "proposition", ID: "s-2", Statement: "s-9", At: cut("Ada Holm, denied it. ")}, "s-1"},
		{readout.Target{Type: "statement", ID: "s-9", At: cut("Ada Holm")}, ""},
		{readout.Target{Type: "statement", ID: "s-9", At: &elsewhere}, ""},
		{readout.Target{Type: "party", Name: "Ada Holm"}, ""},
	} {
		if got, ok := Find(rec, c.target); got != c.statement || ok != (c.statement != "") {
			t.Errorf("%+v is %q, %v; want %q", c.target, got, ok, c.statement)
		}
	}
	for _, c := range []struct {
		target     readout.Target
		commitment string
	}{
		{readout.Target{Type: "commitment", ID: "c-2"}, "c-2"},
		{readout.Target{Type: "commitment", ID: "c-9", At: cut("We sail on Monday")}, "c-1"},
		{readout.Target{Type: "commitment", ID: "c-9", At: cut("Ada Holm, denied it")}, "c-2"},
		{readout.Target{Type: "commitment", ID: "c-9", At: cut("A guard saw nobody")}, ""},
	} {
		if got, ok := FindEvent(rec, c.target); got != c.commitment || ok != (c.commitment != "") {
			t.Errorf("%+v is %q, %v; want %q", c.target, got, ok, c.commitment)
		}
	}
}

// Of two that fit a place equally well neither is taken.
func TestFindTakesNeither(t *testing.T) {
	_, rec := report(t)
	twin := rec.Statements[0]
	twin.ID = "s-3"
	rec.Statements = append(rec.Statements, twin)
	if got, ok := Find(rec, readout.Target{Type: "statement", ID: "s-9", At: &twin.Span}); ok {
		t.Errorf("took %s", got)
	}
}
