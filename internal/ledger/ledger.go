// Package ledger joins what many reports say of the same thing: their Records
// become parties, utterances, propositions with stances, commitments,
// contacts, incidents, stories, origins and revisions.
//
// The idea: reports are taken in order of arrival, and each adds to what those
// before it have made, so that batches make no difference and a rebuild from
// nothing gives the same answer. Every part joins only what is plainly the
// same; a wrong join is worse than none, because nobody sees it. What came near
// is a candidate, for a person to decide. Nothing is overwritten: two figures,
// two dates, a yes and a no stand side by side.
//
// What a join needs to know of earlier reports lies in tables beside the groups
// (package shelf), of which a report loads what bears on it. No part compares a
// report with all others: what many have in common leads to the latest of them
// only, or to the first. So a report costs about the same in a large file as in
// a small one. Positions are not computed here.
package ledger

import (
	"context"
	"fmt"
	"iter"

	"readout"
	"readout/internal/decision"
	"readout/internal/ledger/shelf"
	"readout/internal/store"
)

// Version names the rules that make the groups; the cursor is kept under it,
// so that better rules group anew by themselves.
const Version = "ledger/6"

// page is how many new reports are written in one transaction, at the least; of
// very many an eighth of what was read before, since every page looks at all
// parties.
const page = 256

// most is how many entries are held in memory, about: a few hundred bytes each.
const most = 2_000_000

// Store is what Update needs of a store; see store.Store for what its methods
// promise.
type Store interface {
	Reports(ctx context.Context, after int64) iter.Seq2[store.Report, error]
	Statements(ctx context.Context, f store.Filter) iter.Seq2[readout.Statement, error]
	Document(ctx context.Context, id string) (*readout.Document, error)
	Record(ctx context.Context, doc string) (*readout.Record, error)
	Decisions(ctx context.Context) iter.Seq2[store.Decided, error]
	Unmet(ctx context.Context, ids []string) error
	Drops(ctx context.Context) (int64, error)
	Cursor(ctx context.Context, version string) (cursor int64, err error)
	Groups(ctx context.Context, version string, f store.GroupFilter) (*readout.Ledger, error)
	Entry(ctx context.Context, version, table, key string) ([]byte, error)
	Entries(ctx context.Context, version, table string) iter.Seq2[store.Entry, error]
	PutLedger(ctx context.Context, version string, c store.Change) error
}

// Update takes in what has arrived since the last time and writes the groups
// that it changed. It may be stopped at any time: the next call goes on where
// the last written page ended. The error is the store's; ErrMoved means that
// another Update ran at the same time, and that this one may be tried again.
func Update(ctx context.Context, s Store) error { return update(ctx, s, most) }

func update(ctx context.Context, s Store, most int) error {
	drops, err := s.Drops(ctx)
	if err != nil {
		return wrap(err)
	}
	cursor, err := s.Cursor(ctx, Version)
	if err != nil {
		return wrap(err)
	}
	if fresh, err := some(s.Reports(ctx, cursor)); err != nil || !fresh {
		return wrap(err)
	}
	decisions, err := decided(ctx, s)
	if err != nil {
		return wrap(err)
	}
	w := newWriter(ctx, s, cursor, decision.Joins(decisions), most)
	w.drops = drops
	for report, err := range s.Reports(ctx, cursor) {
		if err == nil {
			err = w.state.add(report.Doc, report.Rec)
		}
		if err != nil {
			return wrap(err)
		}
		w.last = report.Seq
		if w.fresh++; w.fresh >= max(page, w.state.reports.Count()/8) {
			if err := w.write(); err != nil {
				return wrap(err)
			}
		}
	}
	if len(decisions) > 0 { // before the last page: who is stopped in between comes back to it
		if err := s.Unmet(ctx, w.state.rulings.Unmet()); err != nil {
			return wrap(err)
		}
	}
	return wrap(w.write())
}

func some(reports iter.Seq2[store.Report, error]) (bool, error) {
	for _, err := range reports {
		return err == nil, err
	}
	return false, nil
}

// Build makes the whole ledger from reports in order of arrival and what persons
// have decided, without a store. It gives what Update would have kept.
func Build(reports iter.Seq2[store.Report, error], decisions ...readout.Decision) (*readout.Ledger, error) {
	s := newState(shelf.New(nil), newLibrary(context.Background(), nil), decision.Joins(decisions))
	for report, err := range reports {
		if err == nil {
			err = s.add(report.Doc, report.Rec)
		}
		if err != nil {
			return nil, wrap(err)
		}
	}
	c, err := s.change(func(string, []string) (*readout.Ledger, error) { return new(readout.Ledger), nil })
	l := new(readout.Ledger)
	for _, g := range c.Put {
		g.AddTo(l)
	}
	return l, wrap(err)
}

func wrap(err error) error {
	if err != nil {
		return fmt.Errorf("ledger: %w", err)
	}
	return nil
}

// writer takes reports in and writes what has changed.
type writer struct {
	ctx    context.Context
	store  Store
	state  *state
	drops  int64 // of the store's ledger, before anything was read
	cursor int64 // of the store
	last   int64 // Seq of the newest report in state
	fresh  int   // reports since the last write
	most   int   // entries that are held in memory after one
}

func newWriter(ctx context.Context, s Store, cursor int64, joins []decision.Join, most int) *writer {
	w := &writer{ctx: ctx, store: s, cursor: cursor, most: most}
	l := newLibrary(ctx, s)
	tables := shelf.New(nil) // where nothing is kept, nothing need be asked
	if cursor > 0 {
		tables = shelf.New(w)
	}
	l.fail = tables.Fail
	tables.OnForget(l.forget)
	w.state = newState(tables, l, joins)
	return w
}

func (w *writer) write() error {
	if w.fresh == 0 {
		return nil
	}
	c, err := w.state.change(w.kept)
	if err != nil {
		return err
	}
	c.From, c.To, c.Drops = w.cursor, w.last, w.drops
	err = w.state.shelf.Changes(func(table, key string, value []byte) {
		c.Entries = append(c.Entries, store.Entry{Table: table, Key: key, Value: value})
	})
	if err != nil {
		return err
	}
	if err := w.store.PutLedger(w.ctx, Version, c); err != nil {
		return err
	}
	if w.state.shelf.Size() > w.most {
		w.state.shelf.Forget(w)
	}
	w.cursor, w.fresh = w.last, 0
	return nil
}

// kept gives groups as they were written last.
func (w *writer) kept(kind string, keys []string) (*readout.Ledger, error) {
	if w.cursor == 0 {
		return new(readout.Ledger), nil
	}
	return w.store.Groups(w.ctx, Version, store.GroupFilter{Type: kind, Keys: keys})
}

// Entry gives what was noted earlier; see shelf.Source.
func (w *writer) Entry(table, key string) ([]byte, error) {
	return w.store.Entry(w.ctx, Version, table, key)
}

// Entries gives a whole table; see shelf.Source.
func (w *writer) Entries(table string, each func(key string, value []byte) error) error {
	for e, err := range w.store.Entries(w.ctx, Version, table) {
		if err == nil {
			err = each(e.Key, e.Value)
		}
		if err != nil {
			return err
		}
	}
	return nil
}
