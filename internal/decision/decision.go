// Package decision applies what persons have decided to what was read.
//
// The idea: a decision never changes a reading. The reading is kept as it was
// made, the decisions beside it in the order in which they were made, and what
// everybody sees is one applied to the other, always from the beginning. So a
// better reader, or a rebuild, keeps them all. A target is found by its id or,
// where another reading has cut the text in another way, by the place at which
// it stood; a decision whose target is gone changes nothing and is reported.
//
// Decisions about statements and responses are applied to the reading of their
// report (Record), and to that of a later version of it which has the same
// words and is read in the same way. Those about what several reports say
// (Joins) are for the ledger to obey, which finds their targets by Find and
// FindEvent. It leaves out who may decide: names are taken as they are
// given.
package decision

import (
	"slices"

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
