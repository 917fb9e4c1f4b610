package decision

import (
	"slices"

	"readout"
)

// Record is a reading with the decisions about it applied, in order; those
// that are undone or about something else are passed over. The reading is not
// changed. Unmet are the ids of decisions that would be about this report and
// whose target is not in it.
func Record(doc *readout.Document, rec *readout.Record, all []readout.Decision) (decided *readout.Record, unmet []string) {
	a := &applied{doc: doc, rec: clone(rec)}
	for _, d := range Effective(all) {
		if d.Target.At != nil && d.Target.At.Doc == rec.Doc && !a.apply(d) {
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

type applied struct {
	doc *readout.Document
	rec *readout.Record
}

// apply reports whether the target is there.
func (a *applied) apply(d readout.Decision) bool {
	switch d.Target.Type {
	case "statement":
		i := place(a.rec.Statements, d.Target, func(s readout.Statement) (string, readout.Span) { return s.ID, s.Span })
		return i >= 0 && a.statement(i, d)
	case "response":
		i := place(a.rec.Responses, d.Target, func(r readout.Response) (string, readout.Span) { return r.ID, r.Span })
		return i >= 0 && a.response(i, d)
	}
	return false
}

// place is the index of the target: what has its id or, failing that, what
// shares most bytes with the place at which it stood, and more than half of
// either. -1 is none.
func place[T any](all []T, t readout.Target, of func(T) (id string, at readout.Span)) int {
	best, most := -1, 0
	for i, v := range all {
		id, at := of(v)
		if id == t.ID {
			return i
		}
		shared := min(at.BEnd, t.At.BEnd) - max(at.BStart, t.At.BStart)
		if longest := max(at.Bytes().Len(), t.At.Bytes().Len()); shared > most && 2*shared > longest {
			best, most = i, shared
		}
	}
	return best
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
	r := &a.rec.Responses[i]
	if d.Field == "party" {
		r.Party = a.party(d.Value)
		return true
	}
	r.Status = readout.Status(d.Value)
	return true
}
