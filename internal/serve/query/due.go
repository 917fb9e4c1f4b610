package query

import (
	"cmp"
	"slices"
	"time"

	"readout"
)

// Deadline is a commitment or ultimatum with a date, as it stands on AsOf.
// State is what the clock makes of it; Said is the state by the evidence
// alone. Days counts from AsOf to the last day it can mean, negative once that
// has passed. The names are those of the parties, in the order of the ids.
type Deadline struct {
	ID            string                  `json:"id"`
	Kind          readout.CommitmentKind  `json:"kind"`
	What          string                  `json:"what"`
	Obligor       []string                `json:"obligor,omitempty"`
	ObligorNames  []string                `json:"obligor_names,omitempty"`
	Issuer        string                  `json:"issuer,omitempty"`
	IssuerName    string                  `json:"issuer_name,omitempty"`
	Addressee     string                  `json:"addressee,omitempty"`
	AddresseeName string                  `json:"addressee_name,omitempty"`
	Consequence   string                  `json:"consequence,omitempty"`
	Condition     *readout.Condition      `json:"condition,omitempty"`
	Due           *readout.Date           `json:"due"`
	State         readout.CommitmentState `json:"state"`
	Said          readout.CommitmentState `json:"state_said"`
	By            string                  `json:"by"` // "statement" or "clock"
	AsOf          string                  `json:"as_of"`
	Days          int                     `json:"days"`
	Evidence      []readout.Evidence      `json:"evidence,omitempty"`
	Sentence      string                  `json:"sentence,omitempty"`
	Outcome       *Outcome                `json:"outcome,omitempty"`
}

// Outcome is on whose word a commitment was kept, broken or changed.
type Outcome struct {
	Statement string `json:"statement"`
	Speaker   string `json:"speaker,omitempty"` // name
	Sentence  string `json:"sentence,omitempty"`
}

// awaits are the states that the clock can take further: something was
// undertaken and nothing is on record about its outcome. Proposed and
// tentative bind nobody; the others are outcomes.
var awaits = map[readout.CommitmentState]bool{
	"":                       true,
	readout.StateClaimed:     true,
	readout.StateGiven:       true,
	readout.StateConditional: true,
	readout.StateInForce:     true,
	readout.StateExtended:    true,
	readout.StateDue:         true,
}

// StateOn gives the state of c on a day (YYYY-MM-DD, "" for the evidence
// alone): By is "statement" or "clock", On the day the state began, as far as
// it is known. The clock makes due (the day is reached) and lapsed (the day
// has passed and nothing is on record about the outcome); kept and broken come
// from statements only. The state is empty where c is not yet on record.
func StateOn(c readout.Commitment, day string) readout.CommitmentEvent {
	said := saidState(c, day)
	if said.State == "" && len(c.History) > 0 || !awaits[said.State] || !c.Due.Known() || day == "" {
		return said
	}
	first, last := bounds(c.Due.Value)
	if last != "" {
		first = last // "by June" is due on its last day, not on its first
	}
	switch {
	case last != "" && day > last:
		return readout.CommitmentEvent{State: readout.StateLapsed, On: dayAfter(last), By: "clock"}
	case first != "" && day >= first:
		return readout.CommitmentEvent{State: readout.StateDue, On: first, By: "clock"}
	}
	return said
}

// saidState is the state by the evidence on or before the day.
func saidState(c readout.Commitment, day string) readout.CommitmentEvent {
	state := readout.CommitmentEvent{State: c.State, By: "statement"}
	if len(c.History) == 0 {
		return state
	}
	newest, later := readout.CommitmentEvent{By: "statement"}, false
	for _, e := range c.History {
		switch on := lastOf(e.On); {
		case e.By == "clock":
		case day != "" && on > day:
			later = true
		case on >= lastOf(newest.On):
			newest = e
		}
	}
	if !later && c.State != "" && c.State != newest.State {
		return state // nothing came after the day: the state as kept
	}
	return newest
}

func lastOf(value string) string {
	_, last := bounds(value)
	return last
}

func dayAfter(day string) string {
	t, err := time.Parse(time.DateOnly, day)
	if err != nil {
		return ""
	}
	return t.AddDate(0, 0, 1).Format(time.DateOnly)
}

// Due lists the commitments, ultimatums and decisions that have a date and are
// on record on the day, the earliest first. Names are left empty.
func Due(all []readout.Commitment, day string) []Deadline {
	var due []Deadline
	for _, c := range all {
		if !c.Due.Known() {
			continue
		}
		now := StateOn(c, day)
		if now.State == "" && len(c.History) > 0 {
			continue
		}
		d := Deadline{
			ID: c.ID, Kind: c.Kind, What: c.What, Obligor: c.Obligor, Issuer: c.Issuer, Addressee: c.Addressee,
			Consequence: c.Consequence, Condition: c.Condition, Due: c.Due,
			State: now.State, Said: saidState(c, day).State, By: now.By, AsOf: day, Days: daysBetween(day, c.Due), Evidence: c.Evidence,
		}
		if now.Evidence != "" && !awaits[now.State] || now.State == readout.StateExtended && now.Evidence != "" {
			d.Outcome = &Outcome{Statement: now.Evidence}
		}
		due = append(due, d)
	}
	slices.SortStableFunc(due, func(a, b Deadline) int {
		return cmp.Or(cmp.Compare(dueKey(a.Due), dueKey(b.Due)), cmp.Compare(a.ID, b.ID))
	})
	return due
}

// dueKey puts a deadline with an open end after all others.
func dueKey(d *readout.Date) string {
	if last := lastDay(d); last != "" {
		return last
	}
	return "9999" + firstDay(d)
}

func daysBetween(day string, d *readout.Date) int {
	to := cmp.Or(lastDay(d), firstDay(d))
	a, err1 := time.Parse(time.DateOnly, day)
	b, err2 := time.Parse(time.DateOnly, to)
	if err1 != nil || err2 != nil {
		return 0
	}
	return int(b.Sub(a).Hours() / 24)
}
