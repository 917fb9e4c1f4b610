package query

import (
	"context"
	"iter"
	"slices"

	"readout"
	"readout/internal/store"
)

// Within is an engine that knows of the reports of one story alone, and the ids
// of these. The story may be given by the beginning of its id; errors are those
// of Resolve.
func (e *Engine) Within(ctx context.Context, story string) (*Engine, map[string]bool, error) {
	ref, err := e.Resolve(ctx, story)
	if err != nil {
		return nil, nil, err
	}
	found, err := e.store.Groups(ctx, e.version, store.GroupFilter{Type: "story", Keys: []string{ref.ID}})
	if err != nil {
		return nil, nil, err
	}
	docs := map[string]bool{}
	for _, s := range found.Stories {
		if s.ID == ref.ID {
			for _, id := range s.Documents {
				docs[id] = true
			}
		}
	}
	if len(docs) == 0 {
		return nil, nil, &UnknownError{What: "story", ID: story, Hint: "readout stories lists them"}
	}
	return New(within{e.store, docs}, e.version), docs, nil
}

// within is a store of which some documents are seen. Groups may still name
// statements of others, which are not found then.
type within struct {
	Store
	docs map[string]bool
}

func (w within) Document(ctx context.Context, id string) (*readout.Document, error) {
	if !w.docs[id] {
		return nil, store.ErrNotFound
	}
	return w.Store.Document(ctx, id)
}

func (w within) Record(ctx context.Context, doc string) (*readout.Record, error) {
	if !w.docs[doc] {
		return nil, store.ErrNotFound
	}
	return w.Store.Record(ctx, doc)
}

func (w within) Documents(ctx context.Context) iter.Seq2[store.Summary, error] {
	return w.summaries(w.Store.Documents(ctx))
}

func (w within) Latest(ctx context.Context, day string) iter.Seq2[store.Summary, error] {
	return w.summaries(w.Store.Latest(ctx, day))
}

func (w within) summaries(all iter.Seq2[store.Summary, error]) iter.Seq2[store.Summary, error] {
	return only(all, func(s store.Summary) bool { return w.docs[s.Doc.ID] })
}

func (w within) Statements(ctx context.Context, f store.Filter) iter.Seq2[readout.Statement, error] {
	return only(w.Store.Statements(ctx, f), func(s readout.Statement) bool { return w.docs[s.Doc] })
}

// Search asks for more than it gives: what is near may stand elsewhere.
func (w within) Search(ctx context.Context, kind, text string, limit int) ([]string, error) {
	const more = 4
	ids, err := w.Store.Search(ctx, kind, text, more*limit)
	if err != nil || kind != "statement" {
		return ids[:min(len(ids), limit)], err
	}
	seen := map[string]bool{}
	for some := range slices.Chunk(ids, fewIDs) {
		for s, err := range w.Statements(ctx, store.Filter{IDs: some}) {
			if err != nil {
				return nil, err
			}
			seen[s.ID] = true
		}
	}
	ids = slices.DeleteFunc(ids, func(id string) bool { return !seen[id] })
	return ids[:min(len(ids), limit)], nil
}

// only is the part of a walk for which keep holds, and its error.
func only[T any](all iter.Seq2[T, error], keep func(T) bool) iter.Seq2[T, error] {
	return func(yield func(T, error) bool) {
		for v, err := range all {
			if (err != nil || keep(v)) && !yield(v, err) {
				return
			}
		}
	}
}
