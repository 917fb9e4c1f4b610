// Package query answers questions about the record: which documents there are,
// who said what, where each party stands on a matter as of a day, who has not
// answered, what falls due. Command line, page and export only render what it
// answers; the json tags of the answers are what --json prints.
//
// The idea: an answer always has its evidence with it (the sentence, its
// document, how sure the reader was and why), and what is computed rather than
// kept (positions, silence, due and lapsed) is computed here, by pure functions
// of the ledger and a day: Positions and StateOn. No clock is read. The
// day a question is about is asked for, and so is the day that the clock shows
// (Clock); left out, it is the newest publication date on record, so that an
// answer can be repeated.
//
// A question about one matter, one saying or the latest matters is answered
// from the part of the ledger that bears on it, which the store finds by its
// keys, so that it is as quick in a large file as in a small one.
//
// The language of Parse asks for statements. Decisions are made elsewhere; here is
// what they need: Target and Candidates.
package query

import (
	"cmp"
	"context"
	"fmt"
	"iter"
	"maps"
	"slices"

	"readout"
	"readout/internal/store"
)

// Store is what the answers are made from; store.Store has it all.
type Store interface {
	Document(ctx context.Context, id string) (*readout.Document, error)
	Documents(ctx context.Context) iter.Seq2[store.Summary, error]
	Record(ctx context.Context, doc string) (*readout.Record, error)
	Reading(ctx context.Context, doc string) (*readout.Record, error)
	Statements(ctx context.Context, f store.Filter) iter.Seq2[readout.Statement, error]
	Resolve(ctx context.Context, prefix string) ([]store.Ref, error)
	Ledger(ctx context.Context, version string) (l *readout.Ledger, cursor int64, err error)
	Groups(ctx context.Context, version string, f store.GroupFilter) (*readout.Ledger, error)
	Latest(ctx context.Context, day string) iter.Seq2[store.Summary, error]
	Search(ctx context.Context, kind, text string, limit int) ([]string, error)
}

// Engine answers. It keeps nothing between questions and may be used from
// several goroutines.
type Engine struct {
	store   Store
	version string
}

// New answers from a store and its ledger of this version.
func New(s Store, ledgerVersion string) *Engine { return &Engine{store: s, version: ledgerVersion} }

// view is what one question sees of the store.
type view struct {
	ctx     context.Context
	store   Store
	version string
	ledger  *readout.Ledger
	list    []store.Summary
	docs    map[string]*readout.Document // without their texts
	parties map[string]readout.Party
	matter  map[string]string // texts of the propositions
	// utterances gives the utterance that a statement witnesses.
	utterances map[string]string
	read       map[string]bool // documents whose own parties have been looked up
	newest     string          // last day of the newest publication date, or ""

	part     *part  // of the ledger; nil where ledger is all of it
	recorded string // last day on which a report that counts came into the file, or ""
}

func (e *Engine) view(ctx context.Context) (*view, error) {
	l, _, err := e.store.Ledger(ctx, e.version)
	if err != nil {
		return nil, err
	}
	v := &view{
		ctx: ctx, store: e.store, version: e.version, ledger: l,
		docs: map[string]*readout.Document{}, parties: map[string]readout.Party{}, matter: map[string]string{},
		utterances: map[string]string{}, read: map[string]bool{},
	}
	for s, err := range e.store.Documents(ctx) {
		if err != nil {
			return nil, fmt.Errorf("documents: %w", err)
		}
		v.list = append(v.list, s)
		v.docs[s.Doc.ID] = s.Doc
		v.newest = max(v.newest, lastDay(s.Doc.Published))
	}
	for _, p := range l.Parties {
		v.parties[p.ID] = p
	}
	for _, q := range l.Propositions {
		v.matter[q.ID] = q.Text
	}
	for _, u := range l.Utterances {
		for _, id := range u.Statements {
			v.utterances[id] = u.ID
		}
	}
	return v, nil
}

// day is the day a question is about: that of asOf (EDTF; its last day), or
// the newest publication date on record, which is empty where none is known.
func (v *view) day(asOf string) (string, error) {
	if asOf == "" {
		return v.newest, nil
	}
	if !isDate(asOf) {
		return "", fmt.Errorf("%q is not a date; write 2026, 2026-03 or 2026-03-14", asOf)
	}
	_, last := bounds(asOf)
	return last, nil
}

// outlet is the name under which a document's outlet is shown.
func (v *view) outlet(doc string) string {
	d := v.doc(doc)
	if d == nil {
		return ""
	}
	return cmp.Or(d.Outlet, d.Name, d.ID)
}

// name is a party's name. A party that the ledger has not taken in yet is
// looked up in the report that names it; doc may be empty.
func (v *view) name(id, doc string) string {
	if id == "" {
		return ""
	}
	if _, ok := v.parties[id]; !ok && v.part != nil {
		v.part.meet(v, id)
	}
	if _, ok := v.parties[id]; !ok && doc != "" && !v.read[doc] {
		v.read[doc] = true
		if rec, err := v.store.Record(v.ctx, doc); err == nil {
			v.learn(rec)
		}
	}
	return cmp.Or(v.parties[id].Name, id)
}

// learn takes in the parties of a report that the ledger does not have.
func (v *view) learn(rec *readout.Record) {
	v.read[rec.Doc] = true
	for _, p := range rec.Parties {
		if _, ok := v.parties[p.ID]; !ok {
			v.parties[p.ID] = p
		}
	}
}

func (v *view) names(ids []string) []string {
	var all []string
	for _, id := range ids {
		all = append(all, v.name(id, ""))
	}
	return all
}

// fewIDs is up to how many statements are asked for by id. For more, one walk
// over all of them is quicker than a store's search (an answer over 15,000
// statements took 0.6 s instead of 7 s).
const fewIDs = 400

// load gives the statements with these ids, in order of arrival; a view of a
// part gives them in the order of the ids.
func (v *view) load(ids []string, use func(readout.Statement)) error {
	if len(ids) == 0 {
		return nil
	}
	if v.part != nil {
		return v.part.load(v, ids, use)
	}
	wanted := map[string]bool{}
	for _, id := range ids {
		wanted[id] = true
	}
	var f store.Filter
	if len(wanted) <= fewIDs {
		f.IDs = slices.Sorted(maps.Keys(wanted))
	}
	for s, err := range v.store.Statements(v.ctx, f) {
		if err != nil {
			return err
		}
		if wanted[s.ID] {
			use(s)
		}
	}
	return nil
}

// rows loads statements by id, each as a row.
func (v *view) rows(ids []string) (map[string]Row, error) {
	rows := map[string]Row{}
	err := v.load(ids, func(s readout.Statement) { rows[s.ID] = v.row(s) })
	return rows, err
}

// witnesses loads what the rule of positions must know of the statements
// behind these stances, and of the other witnesses of the same utterances, as
// far as their reports count on the day.
func (v *view) witnesses(stances []readout.Stance, day string) (map[string]Witness, error) {
	asked := map[string]bool{}
	for _, s := range stances {
		asked[s.Statement] = true
	}
	ids := slices.Collect(maps.Keys(asked))
	for _, u := range v.ledger.Utterances {
		if slices.ContainsFunc(u.Statements, func(id string) bool { return asked[id] }) {
			ids = append(ids, u.Statements...)
		}
	}
	found := map[string]Witness{}
	err := v.load(ids, func(s readout.Statement) {
		if !v.held(s.Doc, day) {
			return
		}
		w := Witness{Doc: s.Doc, Said: s.Said, Addressee: s.Addressee, Grade: s.Grade}
		if d := v.doc(s.Doc); d != nil {
			w.Published = d.Published
		}
		found[s.ID] = w
	})
	return found, err
}
