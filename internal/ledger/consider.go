package ledger

import (
	"context"

	"readout"
	"readout/internal/decision"
)

// Consider gives what the ledger would make of a report that is not on record
// and does not come there: the groups that it would change, with its statements
// in them. The store must be up to date (Update); nothing is written.
func Consider(ctx context.Context, s Store, doc *readout.Document, rec *readout.Record) (*readout.Ledger, error) {
	cursor, err := s.Cursor(ctx, Version)
	if err != nil {
		return nil, wrap(err)
	}
	decisions, err := decided(ctx, s)
	if err != nil {
		return nil, wrap(err)
	}
	w := newWriter(ctx, s, cursor, decision.Joins(decisions), most)
	if err := w.state.add(doc, rec); err != nil {
		return nil, wrap(err)
	}
	c, err := w.state.change(w.kept)
	l := new(readout.Ledger)
	for _, g := range c.Put {
		g.AddTo(l)
	}
	return l, wrap(err)
}

func decided(ctx context.Context, s Store) (all []readout.Decision, err error) {
	for d, err := range s.Decisions(ctx) {
		if err != nil {
			return nil, err
		}
		all = append(all, d.Decision)
	}
	return all, nil
}
