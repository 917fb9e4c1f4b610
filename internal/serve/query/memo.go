package query

import (
	"context"
	"fmt"
	"iter"
	"sync"

	"readout"
	"readout/internal/store"
)

// Remembering is an engine that asks its store each thing once. It is for many
// questions in a row about a record that does not change meanwhile, and is to be
// dropped after them: nothing is ever forgotten. What it gives is not to be
// changed.
func (e *Engine) Remembering() *Engine {
	m := &memo{Store: e.store, known: map[string]any{}, search: e.store.Search}
	if s, ok := e.store.(searcher); ok {
		m.search = s.Searching()
	}
	return New(m, e.version)
}

// searcher is a store with a quicker way for many searches in a row.
type searcher interface {
	Searching() func(ctx context.Context, kind, text string, limit int) ([]string, error)
}

// memo is a store with what it has answered so far.
type memo struct {
	Store
	search func(ctx context.Context, kind, text string, limit int) ([]string, error)
	mu     sync.Mutex
	known  map[string]any
}

// answer is what a store answered, its error included.
type answer[T any] struct {
	value T
	err   error
}

// once gives the answer to a question, which is asked the first time; a second
// asker at the same time may ask too.
func once[T any](m *memo, question string, ask func() (T, error)) (T, error) {
	m.mu.Lock()
	known, ok := m.known[question].(answer[T])
	m.mu.Unlock()
	if !ok {
		known.value, known.err = ask()
		m.mu.Lock()
		m.known[question] = known
		m.mu.Unlock()
	}
	return known.value, known.err
}

func (m *memo) Document(ctx context.Context, id string) (*readout.Document, error) {
	return once(m, "document "+id, func() (*readout.Document, error) { return m.Store.Document(ctx, id) })
}

func (m *memo) Record(ctx context.Context, doc string) (*readout.Record, error) {
	return once(m, "record "+doc, func() (*readout.Record, error) { return m.Store.Record(ctx, doc) })
}

func (m *memo) Groups(ctx context.Context, version string, f store.GroupFilter) (*readout.Ledger, error) {
	return once(m, fmt.Sprintf("groups %s %q %q %d", version, f.Type, f.Keys, f.Most), func() (*readout.Ledger, error) {
		return m.Store.Groups(ctx, version, f)
	})
}

func (m *memo) Search(ctx context.Context, kind, text string, limit int) ([]string, error) {
	return once(m, fmt.Sprintf("search %s %d %s", kind, limit, text), func() ([]string, error) {
		return m.search(ctx, kind, text, limit)
	})
}

func (m *memo) Statements(ctx context.Context, f store.Filter) iter.Seq2[readout.Statement, error] {
	return walked(m, fmt.Sprintf("statements %+v", f), m.Store.Statements(ctx, f))
}

func (m *memo) Latest(ctx context.Context, day string) iter.Seq2[store.Summary, error] {
	return walked(m, "latest "+day, m.Store.Latest(ctx, day))
}

func (m *memo) Documents(ctx context.Context) iter.Seq2[store.Summary, error] {
	return walked(m, "documents", m.Store.Documents(ctx))
}

// walked gives what is known of a walk and then, if more is wanted, walks anew.
func walked[T any](m *memo, question string, all iter.Seq2[T, error]) iter.Seq2[T, error] {
	type walk struct {
		seen  []T
		whole bool
	}
	return func(yield func(T, error) bool) {
		m.mu.Lock()
		known, _ := m.known[question].(walk)
		m.mu.Unlock()
		for _, v := range known.seen {
			if !yield(v, nil) {
				return
			}
		}
		if known.whole {
			return
		}
		seen := make([]T, 0, len(known.seen)+1)
		whole := true
		for v, err := range all {
			if err == nil {
				seen = append(seen, v)
			}
			if (err != nil || len(seen) > len(known.seen)) && !yield(v, err) || err != nil {
				whole = false
				break
			}
		}
		m.mu.Lock()
		m.known[question] = walk{seen, whole}
		m.mu.Unlock()
	}
}
