package query

import (
	"cmp"
	"context"

	"readout"
)

// Told is a statement on record as it was read, with its row. Who is its
// speaker as the ledger has it: one id for all the names of a party.
type Told struct {
	Row
	Who       string            `json:"who,omitempty"`
	Statement readout.Statement `json:"-"`
}

// Told gives the statements with these ids, in the order of the ids, as far as
// they are on record and their reports count.
func (e *Engine) Told(ctx context.Context, ids []string, at At) ([]Told, error) {
	v, err := e.partAt(ctx, at)
	if err != nil {
		return nil, err
	}
	day, err := v.day(at.AsOf)
	if err != nil {
		return nil, err
	}
	return v.statementsTold(ids, day)
}

func (v *view) statementsTold(ids []string, day string) ([]Told, error) {
	if err := v.takeUtterances(ids); err != nil {
		return nil, err
	}
	who := map[string]string{}
	for _, u := range v.ledger.Utterances {
		who[u.ID] = u.Speaker
	}
	var all []Told
	err := v.load(ids, func(s readout.Statement) {
		if v.held(s.Doc, day) {
			r := v.row(s)
			all = append(all, Told{Row: r, Who: cmp.Or(who[r.Utterance], s.Speaker), Statement: s})
		}
	})
	return all, err
}

// Parties gives those of the ledger with these ids and those that they speak
// for or belong to, by id.
func (e *Engine) Parties(ctx context.Context, ids []string) (map[string]readout.Party, error) {
	v, err := e.partAt(ctx, At{})
	if err != nil {
		return nil, err
	}
	return v.parties, v.meet(ids)
}
