package decision

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"readout"
)

// Check says what is wrong with a decision before it is kept: who, when, why
// and what it is about are there, and its kind, its targets and its value go
// together.
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
		return fmt.Errorf("%s is of %s, not of %s", d.What, strings.Join(types, ", "), an(d.Target.Type))
	}
	return errors.Join(checkPlace(d.Target), checkWith(d), checkValue(d))
}

// about is what each kind of decision may be about.
var about = map[readout.DecisionKind][]string{
	readout.AcceptIt:    {"statement"},
	readout.RejectIt:    {"statement", "response", "commitment", "contact", "incident", "decision", "finding"},
	readout.CorrectIt:   {"statement", "response", "proposition", "commitment", "contact", "incident", "party"},
	readout.MergeThem:   {"party"},
	readout.SplitThem:   {"party"},
	readout.SameIt:      {"statement", "utterance", "proposition"},
	readout.DifferentIt: {"statement", "utterance", "proposition"},
	readout.StateIt:     {"commitment"},
}

// partners is what the other of a pair may be.
func partners(d readout.Decision) []string {
	switch d.What {
	case readout.MergeThem, readout.SplitThem:
		return []string{"party"}
	case readout.SameIt, readout.DifferentIt:
		if d.Target.Type == "statement" {
			return []string{"statement", "proposition"}
		}
		return []string{d.Target.Type}
	case readout.StateIt:
		return []string{"statement"}
	}
	return nil
}

func checkWith(d readout.Decision) error {
	types := partners(d)
	switch {
	case d.With == nil && (len(types) == 0 || d.What == readout.StateIt):
		return nil
	case d.With == nil:
		return fmt.Errorf("%s is of two: %s and %s", d.What, an(d.Target.Type), an(types...))
	case len(types) == 0:
		return fmt.Errorf("%s is of one thing, not of two", d.What)
	case !slices.Contains(types, d.With.Type):
		return fmt.Errorf("%s is of %s and %s, not %s", d.What, an(d.Target.Type), an(types...), an(d.With.Type))
	case d.With.ID == "":
		return errors.New("a decision needs a target")
	case d.With.ID == d.Target.ID:
		return fmt.Errorf("%s is of two, and both are %s", d.What, d.Target.ID)
	}
	return checkPlace(*d.With)
}

// checkPlace: without it a target could not be found again.
func checkPlace(t readout.Target) error {
	switch {
	case t.Type == "decision", t.At != nil:
		return nil
	case t.Type == "party", t.Type == "proposition", t.Type == "finding":
		if t.Name != "" {
			return nil
		}
		return fmt.Errorf("%s is found again by its name", an(t.Type))
	}
	return fmt.Errorf("%s is found again by where it stands", an(t.Type))
}

// an is one of these things.
func an(things ...string) string {
	var all []string
	for _, thing := range things {
		article := "a "
		if strings.ContainsAny(thing[:1], "aeiou") {
			article = "an "
		}
		all = append(all, article+thing)
	}
	return strings.Join(all, " or ")
}

func checkValue(d readout.Decision) error {
	switch {
	case d.What == readout.CorrectIt:
		return checkField(d)
	case d.Field != "":
		return fmt.Errorf("%s has no field", d.What)
	case d.What == readout.StateIt:
		return oneOf(States)(d.Value)
	case d.Value == "", d.Target.Type == "finding":
		return nil
	case d.What == readout.SameIt && d.With != nil && d.With.Type == "proposition" && d.Target.Type == "statement":
		return oneOf(Stances)(d.Value)
	}
	return fmt.Errorf("%s has no value", d.What)
}

// States are those that a person can give a commitment: all but those that the
// clock makes.
var States = []readout.CommitmentState{
	readout.StateTentative, readout.StateClaimed, readout.StateProposed, readout.StateGiven, readout.StateConditional,
	readout.StateInForce, readout.StateKept, readout.StateBroken, readout.StateExtended, readout.StateWithdrawn,
	readout.StateSuperseded, readout.StateDisputed, readout.StateRejected,
}

// Stances are those that a person can say a statement takes; what it tells of
// others is not one of them.
var Stances = []readout.StanceValue{
	readout.Affirms, readout.Denies, readout.Supports, readout.SupportsIf, readout.Opposes, readout.Proposes,
	readout.Requests, readout.Questions, readout.Tentative,
}

func list[T ~string](all []T) string {
	words := make([]string, len(all))
	for i, v := range all {
		words[i] = string(v)
	}
	return strings.Join(words, ", ")
}
