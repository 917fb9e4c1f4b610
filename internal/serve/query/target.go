package query

import (
	"context"
	"slices"

	"readout"
	"readout/internal/decision"
	"readout/internal/store"
)

// Target is the one thing whose id is, or begins with, prefix, as a decision
// names it: with that by which it is found again when its id has changed. Errors
// are those of Resolve.
func (e *Engine) Target(ctx context.Context, prefix string) (readout.Target, error) {
	ref, err := e.Resolve(ctx, prefix)
	if err != nil {
		return readout.Target{}, err
	}
	t := readout.Target{Type: ref.Type, ID: ref.ID}
	switch ref.Type {
	case "statement":
		t.At, err = e.spanOf(ctx, ref.ID)
	case "response":
		var shown *Shown
		if shown, err = e.Show(ctx, ref.ID, ""); err == nil {
			t.At = &shown.Response.Span
		}
	case "party":
		t.Name, err = e.nameOf(ctx, ref.ID)
	case "utterance", "proposition", "commitment", "contact", "incident":
		err = e.grounds(ctx, &t)
	}
	return t, err
}

func (e *Engine) spanOf(ctx context.Context, statement string) (*readout.Span, error) {
	for s, err := range e.store.Statements(ctx, store.Filter{IDs: []string{statement}}) {
		return &s.Span, err
	}
	return nil, nil
}

// nameOf is a party's name in the ledger or, where that has it under another id,
// in a report.
func (e *Engine) nameOf(ctx context.Context, party string) (string, error) {
	l, err := e.store.Groups(ctx, e.version, store.GroupFilter{Type: "party", Keys: []string{party}})
	if err != nil {
		return "", err
	}
	same := func(p readout.Party) bool { return p.ID == party }
	if p, ok := find(l.Parties, same); ok {
		return p.Name, nil
	}
	for s, err := range e.store.Documents(ctx) {
		if err != nil {
			return "", err
		}
		rec, err := e.store.Record(ctx, s.Doc.ID)
		if err != nil {
			return "", err
		}
		if p, ok := find(rec.Parties, same); ok {
			return p.Name, nil
		}
	}
	return "", nil
}

// grounds adds the statement, or the place, on which something rests that the
// ledger has made.
func (e *Engine) grounds(ctx context.Context, t *readout.Target) (err error) {
	f := store.GroupFilter{Type: t.Type, Keys: []string{t.ID}}
	if t.Type == "proposition" {
		f.Type, f.Most = "stance", 1 // the first was put by the founder
	}
	l, err := e.store.Groups(ctx, e.version, f)
	if err != nil {
		return err
	}
	for _, u := range l.Utterances {
		t.Statement = u.Origin
	}
	for _, s := range l.Stances {
		t.Statement = s.Statement
	}
	for _, c := range l.Commitments {
		t.At = c.Span
		restsOn(t, c.Evidence)
	}
	for _, c := range l.Contacts {
		restsOn(t, c.Evidence)
	}
	for _, i := range l.Incidents {
		restsOn(t, i.Evidence)
	}
	if t.At == nil && t.Statement != "" {
		t.At, err = e.spanOf(ctx, t.Statement)
	}
	return err
}

// restsOn takes the first statement of some evidence, and the first place where
// there is none yet.
func restsOn(t *readout.Target, evidence []readout.Evidence) {
	for _, one := range evidence {
		if t.Statement == "" {
			t.Statement = one.Statement
		}
		if t.At == nil {
			t.At = one.Span
		}
	}
}

// current is the id that the target of a decision has in the ledger now, "" if
// it is not there: its own, or else that of what has its name or its statement.
func (v *view) current(t readout.Target) (string, error) {
	if v.groupExists(t) {
		return t.ID, nil
	}
	if t.Type == "party" {
		p, _ := find(v.ledger.Parties, func(p readout.Party) bool { return p.Name == t.Name })
		return p.ID, nil
	}
	if id := v.groupOf(t.Type, t.Statement); id != "" || t.At == nil {
		return id, nil
	}
	rec := readout.Record{Doc: t.At.Doc}
	for s, err := range v.store.Statements(v.ctx, store.Filter{Doc: t.At.Doc}) {
		if err != nil {
			return "", err
		}
		rec.Statements = append(rec.Statements, s)
	}
	statement, _ := decision.Find(&rec, t)
	return v.groupOf(t.Type, statement), nil
}

func (v *view) groupExists(t readout.Target) bool {
	switch t.Type {
	case "party":
		_, ok := v.parties[t.ID]
		return ok
	case "proposition":
		return v.matter[t.ID] != ""
	}
	return slices.ContainsFunc(v.ledger.Utterances, func(u readout.Utterance) bool { return u.ID == t.ID })
}

// groupOf is the utterance that a statement witnesses, or the proposition that
// it is the first to take a stance on.
func (v *view) groupOf(kind, statement string) string {
	if kind == "utterance" {
		return v.utterances[statement]
	}
	s, _ := find(v.ledger.Stances, func(s readout.Stance) bool { return s.Statement == statement && statement != "" })
	return s.Proposition
}
