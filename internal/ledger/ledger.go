// Package ledger joins what many reports say of the same thing: their Records
// become parties, utterances, propositions with stances, commitments,
// contacts, incidents, stories, origins and revisions.
//
// The idea: reports are taken in order of arrival, and each adds to what those
// before it have made, so that batches make no difference and a rebuild from
// nothing gives the same answer. Every part joins only what is plainly the
// same; a wrong join is worse than none, because nobody sees it. What came near
// is in the Candidates of what Build gives. Nothing is overwritten: two
// figures, two dates, a yes and a no stand side by side.
//
// What a join needs to know of earlier reports is not in the groups, so Update,
// where something has arrived, reads them again, in one walk, before it goes
// on. No part compares a report with all others: what many reports have in
// common leads to the latest of them only, or to the first, so that time and
// memory grow with the file and no faster: 10,000 made reports with 240,000
// statements took a minute and a half and 1.8 GB on two cores, and one report
// more, half a minute. Positions are not computed here, and a person's decisions
// are not yet applied.
package ledger

import (
	"context"
	"fmt"
	"iter"

	"readout"
	"readout/internal/store"
)

// Version names the rules that make the groups; the cursor is kept under it,
// so that better rules group anew by themselves.
const Version = "ledger/2"

// page is how many new reports are written in one transaction, at the least.
// Every page looks at all groups; so that a large file does not look at them
// too often, a page is half as large as what is read before it.
const page = 256

// Store is what Update needs of a store; see store.Store for what its methods
// promise.
type Store interface {
	Reports(ctx context.Context, after int64) iter.Seq2[store.Report, error]
	Cursor(ctx context.Context, version string) (cursor int64, err error)
	Ledger(ctx context.Context, version string) (l *readout.Ledger, cursor int64, err error)
	PutLedger(ctx context.Context, version string, from, to int64, changed *readout.Ledger) error
}

// Update takes in what has arrived since the last time and writes the groups
// that it changed. It may be stopped at any time: the next call goes on where
// the last written page ended. The error is the store's; ErrMoved means that
// another Update ran at the same time, and that this one may be tried again.
func Update(ctx context.Context, s Store) error {
	cursor, err := s.Cursor(ctx, Version)
	if err != nil {
		return wrap(err)
	}
	if fresh, err := some(s.Reports(ctx, cursor)); err != nil || !fresh {
		return wrap(err)
	}
	kept, cursor, err := s.Ledger(ctx, Version)
	if err != nil {
		return wrap(err)
	}
	w := &writer{ctx: ctx, store: s, state: newState(), kept: groupsOf(kept), cursor: cursor}
	for report, err := range s.Reports(ctx, 0) {
		if err != nil {
			return wrap(err)
		}
		w.state.add(report.Doc, report.Rec)
		if report.Seq <= cursor {
			continue
		}
		w.last = report.Seq
		if w.fresh++; w.fresh >= max(page, w.state.reports/3) {
			if err := w.write(); err != nil {
				return wrap(err)
			}
		}
	}
	return wrap(w.write())
}

// Build makes the whole ledger from reports in order of arrival, without a
// store. It gives what Update would have kept.
func Build(reports iter.Seq2[store.Report, error]) (*readout.Ledger, error) {
	s := newState()
	for report, err := range reports {
		if err != nil {
			return nil, wrap(err)
		}
		s.add(report.Doc, report.Rec)
	}
	return s.ledger(), nil
}

func some(reports iter.Seq2[store.Report, error]) (bool, error) {
	for _, err := range reports {
		return err == nil, err
	}
	return false, nil
}

func wrap(err error) error {
	if err != nil {
		return fmt.Errorf("ledger: %w", err)
	}
	return nil
}

// writer keeps what the store holds, so that only changes are written.
type writer struct {
	ctx    context.Context
	store  Store
	state  *state
	kept   groups
	cursor int64 // of the store
	last   int64 // Seq of the newest report in state
	fresh  int   // reports since the last write
}

// write puts what has changed. Where a group of the store is no more (two have
// become one) the whole ledger is written anew, in the same one transaction.
func (w *writer) write() error {
	if w.fresh == 0 {
		return nil
	}
	whole := w.state.ledger()
	now := groupsOf(whole)
	from, changed := w.cursor, changes(w.kept, now, whole)
	if w.kept.lost(now) {
		from, changed = 0, whole
	}
	if err := w.store.PutLedger(w.ctx, Version, from, w.last, changed); err != nil {
		return err
	}
	w.kept, w.cursor, w.fresh = now, w.last, 0
	return nil
}
