package commitment

import (
	"cmp"
	"maps"
	"slices"
	"strings"

	"readout"
	"readout/internal/ledger/match"
	"readout/internal/ledger/shelf"
)

// outcomes are the states that only a statement can make.
var outcomes = map[readout.CommitmentState]bool{
	readout.StateKept: true, readout.StateBroken: true, readout.StateExtended: true, readout.StateWithdrawn: true,
	readout.StateDisputed: true, readout.StateSuperseded: true, readout.StateRejected: true,
}

// weight orders the states before an outcome: what the obligor says himself
// goes before what others say of him.
var weight = map[readout.CommitmentState]int{
	readout.StateTentative: 1, readout.StateClaimed: 2, readout.StateProposed: 3,
	readout.StateGiven: 4, readout.StateConditional: 4, readout.StateInForce: 4,
}

// events are the steps that one report tells: its own history, or its state
// with the first statement that bears it out.
func events(doc *readout.Document, statements map[string]*readout.Statement, c readout.Commitment) []readout.CommitmentEvent {
	if len(c.History) > 0 {
		return slices.DeleteFunc(slices.Clone(c.History), func(e readout.CommitmentEvent) bool {
			return e.By == "clock" || outcomes[e.State] && e.Evidence == ""
		})
	}
	var evidence *readout.Statement
	for _, e := range c.Evidence {
		if st := statements[e.Statement]; st != nil && evidence == nil {
			evidence = st
		}
	}
	if outcomes[c.State] && evidence == nil || weight[c.State] == 0 && !outcomes[c.State] {
		return nil
	}
	e := readout.CommitmentEvent{State: c.State, On: day(doc, evidence), By: "statement"}
	if evidence != nil {
		e.Evidence = evidence.ID
	}
	return []readout.CommitmentEvent{e}
}

// day is when a step was told: the day of the statement, else that of the
// report.
func day(doc *readout.Document, st *readout.Statement) string {
	if st != nil && st.Said.Known() && !strings.HasPrefix(st.Said.Value, "..") {
		return st.Said.Value
	}
	if doc.Published.Known() {
		return doc.Published.Value
	}
	return ""
}

// state is the latest outcome, else the weightiest step; kept and broken
// together are disputed, and what a person says is so until something newer
// speaks.
func state(history []readout.CommitmentEvent) readout.CommitmentState {
	var latest, outcome readout.CommitmentState
	for _, e := range history {
		switch {
		case e.By == byPerson:
			outcome = e.State
		case !outcomes[e.State]:
			if weight[e.State] >= weight[latest] {
				latest = e.State
			}
		case outcome == readout.StateKept && e.State == readout.StateBroken,
			outcome == readout.StateBroken && e.State == readout.StateKept,
			outcome == readout.StateDisputed && (e.State == readout.StateKept || e.State == readout.StateBroken):
			outcome = readout.StateDisputed
		default:
			outcome = e.State
		}
	}
	return cmp.Or(outcome, latest)
}

// Touch has a commitment shown again that was shown so.
func (f *File) Touch(c readout.Commitment) {
	if n := f.numbers.Get(c.ID); n != nil {
		f.changed[*n] = true
	}
}

// Changed lists the commitments that are new or otherwise than the last time,
// in the order in which they were first told.
func (f *File) Changed() []shelf.Placed[readout.Commitment] {
	var out []shelf.Placed[readout.Commitment]
	for _, n := range slices.Sorted(maps.Keys(f.changed)) {
		if g := f.groups.Get(n); g != nil {
			out = append(out, shelf.Placed[readout.Commitment]{Place: n, Group: f.merge(g)})
		}
	}
	clear(f.changed)
	return out
}

// merge takes each field from the first report that has it, the due date from
// the last.
func (f *File) merge(g *group) readout.Commitment {
	c := g.Members[0]
	c.Obligor, c.Evidence, c.History = nil, nil, nil
	for _, m := range g.Members {
		for _, p := range m.Obligor {
			if p = f.names.Canonical(p); !slices.Contains(c.Obligor, p) {
				c.Obligor = append(c.Obligor, p)
			}
		}
		c.Teller = cmp.Or(c.Teller, m.Teller)
		c.AskedBy = cmp.Or(c.AskedBy, m.AskedBy)
		c.Beneficiary = cmp.Or(c.Beneficiary, m.Beneficiary)
		c.Issuer = cmp.Or(c.Issuer, m.Issuer)
		c.Addressee = cmp.Or(c.Addressee, m.Addressee)
		c.Consequence = cmp.Or(c.Consequence, m.Consequence)
		c.Decided = cmp.Or(c.Decided, m.Decided)
		c.Condition = cmp.Or(c.Condition, m.Condition)
		c.Duration = cmp.Or(c.Duration, m.Duration)
		c.Start = cmp.Or(c.Start, m.Start)
		if m.Due.Known() {
			c.Due = m.Due
		}
		c.Evidence = append(c.Evidence, m.Evidence...)
	}
	for _, p := range []*string{&c.Teller, &c.AskedBy, &c.Beneficiary, &c.Issuer, &c.Addressee} {
		*p = f.names.Canonical(*p)
	}
	c.History = slices.Clone(g.History)
	for _, m := range g.Members {
		c.History = append(c.History, f.ruled(m.ID)...)
	}
	slices.SortStableFunc(c.History, func(a, b readout.CommitmentEvent) int { return compareDays(a.On, b.On) })
	c.History = slices.CompactFunc(c.History, func(a, b readout.CommitmentEvent) bool { return a == b })
	c.State = state(c.History)
	for _, e := range c.History {
		named := func(x readout.Evidence) bool { return x.Statement == e.Evidence }
		if strings.HasPrefix(e.Evidence, "s-") && !slices.ContainsFunc(c.Evidence, named) {
			c.Evidence = append(c.Evidence, readout.Evidence{Statement: e.Evidence})
		}
	}
	return c
}

// compareDays orders steps by the last day they can mean; unknown comes first.
func compareDays(a, b string) int {
	return match.ParseDays(a).To.Compare(match.ParseDays(b).To)
}
