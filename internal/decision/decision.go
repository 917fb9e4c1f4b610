// Package decision applies what persons have decided to what was read.
//
// The idea: a decision never changes a reading. The reading is kept as it was
// made, the decisions beside it in the order in which they were made, and what
// everybody sees is one applied to the other, always from the beginning. So a
// better reader, or a rebuild, keeps them all. A target is found by its id or,
// where another reading has cut the text in another way, by the place at which
// it stood; a decision whose target is gone changes nothing and is reported.
//
// It leaves out who may decide (names are taken as they are given), and for now
// the joins of the ledger: decisions are about statements and answers.
package decision

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"readout"
)

// Effective is the decisions that are not undone, in order. A decision that
// undoes another may itself be undone.
func Effective(all []readout.Decision) []readout.Decision {
	undone := Undone(all)
	return slices.DeleteFunc(slices.Clone(all), func(d readout.Decision) bool {
		return undone[d.ID] || d.Target.Type == "decision"
	})
}

// Undone are the ids of decisions that are undone.
func Undone(all []readout.Decision) map[string]bool {
	undone := map[string]bool{}
	for _, d := range slices.Backward(all) {
		if d.Target.Type == "decision" && !undone[d.ID] {
			undone[d.Target.ID] = true
		}
	}
	return undone
}

// Check says what is wrong with a decision before it is kept: who, when, why
// and what it is about are there, and its kind and value go together.
func Check(d readout.Decision) error {
	for _, f := range []struct{ name, value string }{
		{"an id", d.ID}, {"a name", d.Who}, {"a time", d.On}, {"a reason", d.Why}, {"a target", d.Target.ID}, {"a target's type", d.Target.Type},
	} {
		if strings.TrimSpace(f.value) == "" {
			return errors.New("a decision needs " + f.name)
		}
	}
	types, known := about[d.What]
	if !known {
		return fmt.Errorf("%q is not one of %s", d.What, list(readout.DecisionKinds))
	}
	if !slices.Contains(types, d.Target.Type) {
		return fmt.Errorf("%s is of %s, not of a %s", d.What, strings.Join(types, ", "), d.Target.Type)
	}
	if d.What == readout.CorrectIt {
		return checkField(d)
	}
	return nil
}

// about is what each kind of decision may be about.
var about = map[readout.DecisionKind][]string{
	readout.AcceptIt:  {"statement"},
	readout.RejectIt:  {"statement", "response", "decision"},
	readout.CorrectIt: {"statement", "response"},
}

func list[T ~string](all []T) string {
	words := make([]string, len(all))
	for i, v := range all {
		words[i] = string(v)
	}
	return strings.Join(words, ", ")
}
