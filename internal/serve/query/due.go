package query

import (
	"cmp"
	"slices"
	"time"

	"readout"
)

// Deadline is a commitment, ultimatum or decision as it stands on AsOf. State is
// what the clock makes of it; Said is the state by the evidence alone. Days counts
// from AsOf to the last day it can mean, negative once that has passed, and means
// nothing without Due. NoBreach is of a promise that something will not happen,
// which no day makes kept: until when no breach is on record. Was is a day that it
// had before it was extended to one that is not on record. The names are those of
// the parties, in the order of the ids.
type Deadline struct {
	ID            string                  `json:"id"`
	Kind          readout.CommitmentKind  `json:"kind"`
	What          string                  `json:"what"`
	Obligor       []string                `json:"obligor,omitempty"`
	ObligorNames  []string                `json:"obligor_names,omitempty"`
	Teller        string                  `json:"teller,omitempty"`
	TellerName    string                  `json:"teller_name,omitempty"`
	Issuer        string                  `json:"issuer,omitempty"`
	IssuerName    string                  `json:"issuer_name,omitempty"`
	Addressee     string                  `json:"addressee,omitempty"`
	AddresseeName string                  `json:"addressee_name,omitempty"`
	Consequence   string                  `json:"consequence,omitempty"`
	Condition     *readout.Condition      `json:"condition,omitempty"`
	Duration      string                  `json:"duration,omitempty"`
	Due           *readout.Date           `json:"due"`
	Was           *readout.Date           `json:"was_due,omitempty"`
	State         readout.CommitmentState `json:"state"`
	Said          readout.CommitmentState `json:"state_said"`
	By            string                  `json:"by"` // "statement", "person" or "clock"
	On            string                  `json:"on,omitempty"`
	NoBreach      string                  `json:"no_breach_until,omitempty"`
	AsOf          string                  `json:"as_of"`
	Days          int                     `json:"days"`
	Evidence      []readout.Evidence      `json:"evidence,omitempty"`
	Sentence      string                  `json:"sentence,omitempty"`
	Doc           string                  `json:"doc,omitempty"` // of the sentence
	Outlet        string                  `json:"outlet,omitempty"`
	Published     *readout.Date           `json:"published,omitempty"`
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
// alone): By is "statement", "person" or "clock", On the day the state began, as
// far as it is known. The clock makes due (the day is reached) and lapsed (the
// day has passed and nothing is on record about the outcome); kept and broken
// come from statements and persons only. The state is empty where c is not yet on
// record.
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
		return readout.CommitmentEvent{State: readout.StateLapsed, On: dayAfter(last), By: byClock}
	case first != "" && day >= first:
		return readout.CommitmentEvent{State: readout.StateDue, On: first, By: byClock}
	}
	return said
}

const byClock, byPerson, byStatement = "clock", "person", "statement"

// saidState is the state by the evidence on or before the day. What a person has
// decided holds for every day, as a reading does.
func saidState(c readout.Commitment, day string) readout.CommitmentEvent {
	var past []readout.CommitmentEvent
	later := false
	for _, e := range c.History {
		switch {
		case e.By == byClock:
		case e.By != byPerson && day != "" && lastOf(e.On) > day:
			later = true
		default:
			past = append(past, e)
		}
	}
	said := holding(past)
	if !later && c.State != "" && c.State != said.State {
		return readout.CommitmentEvent{State: c.State, By: byStatement} // as kept
	}
	return said
}

// weight orders the states before an outcome: what the obligor says goes before
// what others say of it. Every other state is an outcome.
var weight = map[readout.CommitmentState]int{
	"": 0, readout.StateTentative: 1, readout.StateClaimed: 2, readout.StateProposed: 3,
	readout.StateGiven: 4, readout.StateConditional: 4, readout.StateInForce: 4, readout.StateDue: 4,
}

// holding is the step of a history that holds after all of them, as the ledger
// has it: the latest outcome, else the weightiest. Kept and broken together are
// disputed, until a person decides.
func holding(history []readout.CommitmentEvent) readout.CommitmentEvent {
	history = slices.Clone(history)
	slices.SortStableFunc(history, func(a, b readout.CommitmentEvent) int { return cmp.Compare(lastOf(a.On), lastOf(b.On)) })
	latest, outcome := readout.CommitmentEvent{By: byStatement}, readout.CommitmentEvent{}
	for _, e := range history {
		w, before := weight[e.State]
		switch {
		case e.By == byPerson || !before && !disputes(outcome.State, e.State):
			outcome = e
		case !before:
			outcome = e
			outcome.State = readout.StateDisputed
		case w >= weight[latest.State]:
			latest = e
		}
	}
	if outcome.State != "" {
		return outcome
	}
	return latest
}

// disputes reports whether a word on the outcome contradicts the one before.
func disputes(before, now readout.CommitmentState) bool {
	outcome := func(s readout.CommitmentState) bool { return s == readout.StateKept || s == readout.StateBroken }
	return outcome(now) && before != now && (outcome(before) || before == readout.StateDisputed)
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

// byDue orders by the last day they can mean, those without one at the end.
func byDue(a, b Deadline) int {
	return cmp.Or(cmp.Compare(dueKey(a.Due), dueKey(b.Due)), cmp.Compare(a.ID, b.ID))
}

// deadline is a commitment on a day, unless it is not yet on record.
func deadline(c readout.Commitment, day string) (d Deadline, ok bool) {
	now := StateOn(c, day)
	if now.State == "" && len(c.History) > 0 {
		return d, false
	}
	d = Deadline{
		ID: c.ID, Kind: c.Kind, What: c.What, Obligor: c.Obligor, Teller: c.Teller, Issuer: c.Issuer, Addressee: c.Addressee,
		Consequence: c.Consequence, Condition: c.Condition, Duration: c.Duration, Due: c.Due,
		State: now.State, Said: saidState(c, day).State, By: now.By, On: now.On, AsOf: day, Days: daysBetween(day, c.Due), Evidence: c.Evidence,
	}
	if now.Evidence != "" && !awaits[now.State] || now.State == readout.StateExtended && now.Evidence != "" {
		d.Outcome = &Outcome{Statement: now.Evidence}
	}
	return d, true
}

// dueKey puts a deadline with an open end after all others, but for what has none.
func dueKey(d *readout.Date) string {
	if !d.Known() {
		return "99999"
	}
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
