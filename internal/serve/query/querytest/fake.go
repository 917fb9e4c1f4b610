// Package querytest has a small store in memory and an invented story, for the
// tests of query and of the doors on top of it. The store answers as the
// contract in package store says, slowly and without failing.
package querytest

import (
	"cmp"
	"context"
	"fmt"
	"iter"
	"slices"
	"strings"

	"readout"
	"readout/internal/ledger/match"
	"readout/internal/store"
)

// Fake is a store in memory. Reports are in order of arrival; their Seq is
// their place in the list, from 1.
type Fake struct {
	All     []store.Report
	Before  map[string]*readout.Record // readings without what is decided, where they differ
	Joined  readout.Ledger
	Cursor  int64
	Decided []store.Decided
}

// Document is the document with this id.
func (f *Fake) Document(_ context.Context, id string) (*readout.Document, error) {
	for _, r := range f.All {
		if r.Doc.ID == id {
			return r.Doc, nil
		}
	}
	return nil, fmt.Errorf("document %s: %w", id, store.ErrNotFound)
}

// Record is the reading of a document.
func (f *Fake) Record(_ context.Context, doc string) (*readout.Record, error) {
	for _, r := range f.All {
		if r.Doc.ID == doc {
			return r.Rec, nil
		}
	}
	return nil, fmt.Errorf("record %s: %w", doc, store.ErrNotFound)
}

// Reading is the reading of a document without what is decided.
func (f *Fake) Reading(ctx context.Context, doc string) (*readout.Record, error) {
	if rec, ok := f.Before[doc]; ok {
		return rec, nil
	}
	return f.Record(ctx, doc)
}

// Documents lists them without their texts.
func (f *Fake) Documents(context.Context) iter.Seq2[store.Summary, error] {
	return func(yield func(store.Summary, error) bool) {
		for _, r := range f.All {
			bare := *r.Doc
			bare.Text = ""
			if !yield(store.Summary{Seq: r.Seq, Doc: &bare, Reader: r.Rec.Reader, Statements: len(r.Rec.Statements)}, nil) {
				return
			}
		}
	}
}

// Reports lists the reports after a place in the order of arrival.
func (f *Fake) Reports(_ context.Context, after int64) iter.Seq2[store.Report, error] {
	return func(yield func(store.Report, error) bool) {
		for _, r := range f.All {
			if r.Seq > after && !yield(r, nil) {
				return
			}
		}
	}
}

// Statements lists those that pass the filter.
func (f *Fake) Statements(_ context.Context, q store.Filter) iter.Seq2[readout.Statement, error] {
	return func(yield func(readout.Statement, error) bool) {
		started, left := q.After == "", q.Limit
		for _, r := range f.All {
			for _, s := range r.Rec.Statements {
				if started && passes(s, q) {
					if !yield(s, nil) {
						return
					}
					if left--; left == 0 {
						return
					}
				}
				started = started || s.ID == q.After
			}
		}
	}
}

func passes(s readout.Statement, q store.Filter) bool {
	first, last := "", ""
	if s.Said.Known() {
		first, last, _ = store.Days(s.Said.Value)
	}
	since, _, _ := store.Days(q.Since)
	_, until, _ := store.Days(q.Until)
	return (len(q.IDs) == 0 || slices.Contains(q.IDs, s.ID)) &&
		(len(q.Speakers) == 0 || slices.Contains(q.Speakers, s.Speaker)) &&
		(q.Act == "" || q.Act == s.Act) && (q.Grade == "" || q.Grade == s.Grade) && (q.Doc == "" || q.Doc == s.Doc) &&
		(q.Since == "" || last != "" && last >= since) && (q.Until == "" || first != "" && first <= until)
}

// Resolve lists what has an id that begins with prefix.
func (f *Fake) Resolve(_ context.Context, prefix string) ([]store.Ref, error) {
	var refs []store.Ref
	add := func(kind, id string) {
		ref := store.Ref{Type: kind, ID: id}
		if strings.HasPrefix(id, prefix) && !slices.Contains(refs, ref) {
			refs = append(refs, ref)
		}
	}
	for _, r := range f.All {
		add("document", r.Doc.ID)
		for _, s := range r.Rec.Statements {
			add("statement", s.ID)
		}
		for _, p := range r.Rec.Parties {
			add("party", p.ID)
		}
		for _, s := range r.Rec.Responses {
			add("response", s.ID)
		}
	}
	for g := range store.Groups(&f.Joined) {
		if g.Type != "stance" {
			add(g.Type, g.ID)
		}
	}
	slices.SortFunc(refs, func(a, b store.Ref) int { return cmp.Or(cmp.Compare(a.ID, b.ID), cmp.Compare(a.Type, b.Type)) })
	return refs[:min(len(refs), store.MaxRefs)], nil
}

// Decisions lists what was decided.
func (f *Fake) Decisions(context.Context) iter.Seq2[store.Decided, error] {
	return func(yield func(store.Decided, error) bool) {
		for _, d := range f.Decided {
			if !yield(d, nil) {
				return
			}
		}
	}
}

// Ledger is the ledger, whatever the version.
func (f *Fake) Ledger(context.Context, string) (*readout.Ledger, int64, error) {
	l := f.Joined
	return &l, f.Cursor, nil
}

// Groups lists those of the ledger that have a key.
func (f *Fake) Groups(_ context.Context, _ string, q store.GroupFilter) (*readout.Ledger, error) {
	l, given := new(readout.Ledger), map[string]int{}
	for g := range store.Groups(&f.Joined) {
		fits := q.Keys == nil
		for _, k := range g.Keys {
			if slices.Contains(q.Keys, k) && (q.Most == 0 || given[g.Type+k] < q.Most) {
				given[g.Type+k]++
				fits = true
			}
		}
		if fits && (q.Type == "" || q.Type == g.Type) {
			g.AddTo(l)
		}
	}
	return l, nil
}

// Latest lists documents by the day of publication.
func (f *Fake) Latest(ctx context.Context, day string) iter.Seq2[store.Summary, error] {
	var all []store.Summary
	published := func(s store.Summary) string {
		_, last, _ := store.Days(s.Doc.Published.Value)
		return last
	}
	for s := range f.Documents(ctx) {
		if day == "" || published(s) <= day {
			all = append(all, s)
		}
	}
	slices.SortFunc(all, func(a, b store.Summary) int {
		return cmp.Or(cmp.Compare(published(b), published(a)), cmp.Compare(b.Seq, a.Seq))
	})
	return func(yield func(store.Summary, error) bool) {
		for _, s := range all {
			if !yield(s, nil) {
				return
			}
		}
	}
}

// Search gives what has the most words of the text, whole words only.
func (f *Fake) Search(_ context.Context, kind, text string, limit int) ([]string, error) {
	var ids []string
	count := map[string]int{}
	add := func(id, text2 string) {
		for _, w := range match.Words(text) {
			if slices.Contains(match.Words(text2), w) {
				count[id]++
			}
		}
		if count[id] > 0 {
			ids = append(ids, id)
		}
	}
	for _, r := range f.All {
		for _, s := range r.Rec.Statements {
			if kind == "statement" {
				add(s.ID, s.Content[0].Text)
			}
		}
	}
	for _, q := range f.Joined.Propositions {
		if kind == "proposition" {
			add(q.ID, q.Text)
		}
	}
	slices.SortStableFunc(ids, func(a, b string) int { return count[b] - count[a] })
	return ids[:min(len(ids), limit)], nil
}
