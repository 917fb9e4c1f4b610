package decision

import (
	"slices"

	"readout"
)

// Record is a reading with the decisions about it applied, in order; those
// that are undone or about something else are passed over. The reading is not
// changed. Unmet are the ids of decisions that would be about this report and
// whose target is not in it.
//
// Earlier are readings, as they were made, of earlier versions of the report.
// A decision about one of them holds for this report too where it is plain that
// it would be made again (see follow), and is not unmet where it is not.
func Record(doc *readout.Document, rec *readout.Record, all []readout.Decision, earlier ...*readout.Record) (decided *readout.Record, unmet []string) {
	a := &applied{doc: doc, read: rec, rec: clone(rec)}
	all = slices.DeleteFunc(Effective(all), func(d readout.Decision) bool { return OfLedger(d) || d.Target.At == nil })
	f := follower{applied: a, earlier: earlier, own: map[string]bool{}, left: map[string]bool{}}
	for _, d := range all {
		if id, ok := a.target(d.Target); ok {
			f.own[id] = true
		}
	}
	for _, d := range all {
		switch id, ok := a.target(d.Target); {
		case d.Target.At.Doc != rec.Doc:
			f.follow(d)
		case !ok || !a.apply(id, d):
			unmet = append(unmet, d.ID)
		}
	}
	return a.rec, unmet
}

// clone copies as deep as decisions reach.
func clone(rec *readout.Record) *readout.Record {
	c := *rec
	c.Parties, c.Statements, c.Responses = slices.Clone(c.Parties), slices.Clone(c.Statements), slices.Clone(c.Responses)
	c.Commitments, c.Contacts, c.Incidents = slices.Clone(c.Commitments), slices.Clone(c.Contacts), slices.Clone(c.Incidents)
	return &c
}

// applied is a report, the reading of it as it was made, and as it is decided
// so far.
type applied struct {
	doc  *readout.Document
	read *readout.Record
	rec  *readout.Record
}

// target is the statement or response of the reading that a target is.
func (a *applied) target(t readout.Target) (id string, ok bool) {
	if t.Type == "statement" {
		return Find(a.read, t)
	}
	if i := findResponse(a.read, t); i >= 0 {
		return a.read.Responses[i].ID, true
	}
	return "", false
}

// apply reports whether the decision has had an effect on the statement or
// response with this id.
func (a *applied) apply(id string, d readout.Decision) bool {
	if d.Target.Type == "statement" {
		i := slices.IndexFunc(a.rec.Statements, func(s readout.Statement) bool { return s.ID == id })
		return i >= 0 && a.statement(i, d)
	}
	i := slices.IndexFunc(a.rec.Responses, func(r readout.Response) bool { return r.ID == id })
	return i >= 0 && a.response(i, d)
}

func (a *applied) statement(i int, d readout.Decision) bool {
	s := &a.rec.Statements[i]
	switch d.What {
	case readout.AcceptIt:
		a.sign(s, d)
	case readout.RejectIt:
		a.withdraw(i)
	case readout.CorrectIt:
		if !a.set(s, d.Field, d.Value) {
			return false
		}
		a.sign(s, d)
	}
	return true
}

// sign makes the statement the person's: nobody need look at it again.
func (a *applied) sign(s *readout.Statement, d readout.Decision) {
	s.Grade, s.By, s.Why = readout.Sure, "person "+d.Who, d.Why
}

// withdraw takes a statement out, and what rests on it alone.
func (a *applied) withdraw(i int) {
	id := a.rec.Statements[i].ID
	a.rec.Statements = slices.Delete(a.rec.Statements, i, i+1)
	for k := range a.rec.Statements {
		if a.rec.Statements[k].Parent == id {
			a.rec.Statements[k].Parent = ""
		}
	}
	a.rec.Commitments = without(a.rec.Commitments, id, func(c *readout.Commitment) *[]readout.Evidence { return &c.Evidence })
	a.rec.Contacts = without(a.rec.Contacts, id, func(c *readout.Contact) *[]readout.Evidence { return &c.Evidence })
	a.rec.Incidents = without(a.rec.Incidents, id, func(c *readout.Incident) *[]readout.Evidence { return &c.Evidence })
}

// without takes the statement out of everything's evidence, and leaves out
// what has no other.
func without[T any](all []T, id string, evidence func(*T) *[]readout.Evidence) []T {
	var kept []T
	for _, v := range all {
		e := evidence(&v)
		rest := slices.DeleteFunc(slices.Clone(*e), func(x readout.Evidence) bool { return x.Statement == id })
		if len(rest) == 0 && len(*e) > 0 {
			continue
		}
		*e = rest
		kept = append(kept, v)
	}
	return kept
}

func (a *applied) response(i int, d readout.Decision) bool {
	if d.What == readout.RejectIt {
		a.rec.Responses = slices.Delete(a.rec.Responses, i, i+1)
		return true
	}
	a.setResponse(&a.rec.Responses[i], d.Field, d.Value)
	return true
}
