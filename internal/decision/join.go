package decision

import (
	"slices"

	"readout"
)

// Join is a decision about what several reports say, for the ledger to obey:
//
//	merge, split     two parties
//	same, different  two utterances, or two propositions
//	same, different  two statements: under one proposition, or not
//	same, different  a statement (A) and a proposition (B): it takes a stance
//	                 on it, that in Value where one is given; or it takes none
//	correct          a proposition, commitment, contact, incident or party (A):
//	                 Field is Value
//	reject           a commitment, contact or incident (A): it is none
//	state            a commitment (A): its state is Value, on the word of the
//	                 statement B where B has an ID
//
// Of is the type of A. A target is the group with its ID and, only where there is
// none, the one with its name or with its statement (Find). B may be a proposition in a person's own words, Name
// under ID, that no statement has founded: it is there from then on. Of two
// joins that contradict each other the later one holds.
type Join struct {
	ID           string
	What         readout.DecisionKind
	Of           string
	A, B         readout.Target
	Field, Value string
	Who, Why, On string
}

// Joins are the decisions about what several reports say that are not undone,
// in order.
func Joins(all []readout.Decision) []Join {
	var joins []Join
	for _, d := range Effective(all) {
		if !OfLedger(d) {
			continue
		}
		j := Join{
			ID: d.ID, What: d.What, Of: d.Target.Type, A: d.Target,
			Field: d.Field, Value: d.Value, Who: d.Who, Why: d.Why, On: d.On,
		}
		if d.With != nil {
			j.B = *d.With
		}
		joins = append(joins, j)
	}
	return joins
}

// joined are what the ledger makes of readings.
var joined = []string{"proposition", "commitment", "contact", "incident", "party"}

// OfLedger reports whether a decision is about what several reports say, not
// about the reading of one, nor about another decision.
func OfLedger(d readout.Decision) bool {
	switch d.What {
	case readout.AcceptIt:
		return false
	case readout.RejectIt, readout.CorrectIt:
		return slices.Contains(joined, d.Target.Type)
	}
	return true
}
