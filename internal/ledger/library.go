package ledger

import (
	"context"

	"readout"
	"readout/internal/store"
)

// library gives what earlier reports say, from memory or from the store; store
// is nil where there is none.
type library struct {
	ctx        context.Context
	store      Store
	fail       func(error)
	statements map[string]*readout.Statement
	reports    map[string]store.Report
}

func newLibrary(ctx context.Context, s Store) *library {
	return &library{ctx: ctx, store: s, statements: map[string]*readout.Statement{}, reports: map[string]store.Report{}}
}

func (l *library) forget() {
	clear(l.statements)
	clear(l.reports)
}

func (l *library) add(doc *readout.Document, rec *readout.Record) {
	l.reports[doc.ID] = store.Report{Doc: doc, Rec: rec}
	for i := range rec.Statements {
		l.statements[rec.Statements[i].ID] = &rec.Statements[i]
	}
}

// statement is the one with this id; an empty one where the store has failed.
func (l *library) statement(id string) *readout.Statement {
	if st := l.statements[id]; st != nil || l.store == nil {
		return st
	}
	st := &readout.Statement{ID: id}
	for found, err := range l.store.Statements(l.ctx, store.Filter{IDs: []string{id}}) {
		if err != nil {
			l.fail(err)
			break
		}
		st = &found
	}
	l.statements[id] = st
	return st
}

// report is a document that was added and its reading, empty where the store
// has failed.
func (l *library) report(doc string) (*readout.Document, *readout.Record) {
	if r, ok := l.reports[doc]; ok || l.store == nil {
		return r.Doc, r.Rec
	}
	d, err := l.store.Document(l.ctx, doc)
	if err == nil {
		var rec *readout.Record
		if rec, err = l.store.Record(l.ctx, doc); err == nil {
			l.reports[doc] = store.Report{Doc: d, Rec: rec}
			return d, rec
		}
	}
	l.fail(err)
	return &readout.Document{ID: doc}, &readout.Record{}
}
