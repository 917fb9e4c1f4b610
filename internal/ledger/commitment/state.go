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
// with the first statement that bears it out; a dispute takes two, and begins
// with the last.
func events(doc *readout.Document, statements map[string]*readout.Statement, c readout.Commitment) []readout.CommitmentEvent {
	if len(c.History) > 0 {
		return slices.DeleteFunc(slices.Clone(c.History), func(e readout.CommitmentEvent) bool {
			return e.By == "clock" || outcomes[e.State] && e.Evidence == ""
		})
	}
	var evidence *readout.Statement
	for _, e := range c.Evidence {
		st := statements[e.Statement]
		if st != nil && (evidence == nil || c.State == readout.StateDisputed && compareDays(day(doc, st), day(doc, evidence)) > 0) {
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

// course is what the steps come to, in their order: the state, and the steps
// that changed it. The state is the latest outcome, else the weightiest step;
// kept and broken together are disputed, what a person says is so until something
// newer speaks, and one who is bound and speaks for the first time ends a dispute
// on whether he is. Of a promise of what will not be done every word counts that
// it has not been: there is no breach on record until then.
func course(steps []readout.CommitmentEvent, not bool) (state readout.CommitmentState, history []readout.CommitmentEvent) {
	var before, outcome readout.CommitmentState
	for _, e := range steps {
		switch {
		case e.By == byPerson:
			outcome = e.State
		case !outcomes[e.State]:
			if !tells(e, before, outcome) && !(not && outcome == "" && e.State == readout.StateInForce) {
				continue
			}
			before, outcome = e.State, ""
		case contradicts(outcome, e.State):
			history = append(history, e)
			outcome, e.State = readout.StateDisputed, readout.StateDisputed
		default:
			outcome = e.State
		}
		history = append(history, e)
	}
	return cmp.Or(outcome, before), history
}

// tells reports whether a step before an outcome is news.
func tells(e readout.CommitmentEvent, before, outcome readout.CommitmentState) bool {
	given := weight[readout.StateGiven]
	switch {
	case outcome == readout.StateDisputed || outcome == readout.StateRejected:
		return weight[before] < given && weight[e.State] >= given
	case outcome != "", e.State == before:
		return false
	}
	return weight[e.State] >= weight[before]
}

func contradicts(a, b readout.CommitmentState) bool {
	kept, broken := readout.StateKept, readout.StateBroken
	return a == kept && b == broken || a == broken && b == kept || a == readout.StateDisputed && (b == kept || b == broken)
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
	c.Obligor, c.Evidence, c.History, c.Due = f.canonical(c.Obligor), nil, nil, nil
	moved := false
	for _, m := range g.Members {
		if len(c.Obligor) == 0 {
			c.Obligor = f.canonical(m.Obligor)
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
		if m.Due.Known() && (!moved || m.State == readout.StateExtended) {
			c.Due, moved = m.Due, moved || m.State == readout.StateExtended
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
	steps := slices.CompactFunc(c.History, func(a, b readout.CommitmentEvent) bool { return a == b })
	c.State, c.History = course(steps, g.Words.Not)
	if slices.ContainsFunc(c.History, func(e readout.CommitmentEvent) bool { return weight[e.State] >= weight[readout.StateGiven] }) {
		c.Teller = "" // who is bound has spoken; the history has who told of it before
	}
	for _, e := range steps {
		named := func(x readout.Evidence) bool { return x.Statement == e.Evidence }
		if strings.HasPrefix(e.Evidence, "s-") && !slices.ContainsFunc(c.Evidence, named) {
			c.Evidence = append(c.Evidence, readout.Evidence{Statement: e.Evidence})
		}
	}
	return c
}

func (f *File) canonical(ids []string) []string {
	var out []string
	for _, id := range ids {
		if id = f.names.Canonical(id); !slices.Contains(out, id) {
			out = append(out, id)
		}
	}
	return out
}

// compareDays orders steps by the last day they can mean; unknown comes first.
func compareDays(a, b string) int {
	return match.ParseDays(a).To.Compare(match.ParseDays(b).To)
}
