package ledger_test

import (
	"cmp"
	"context"
	"encoding/json"
	"errors"
	"iter"
	"maps"
	"slices"

	"readout"
	"readout/internal/store"
)

// memory is a store in memory that keeps everything as JSON, for many small
// ledgers. Only what Update needs of a store is there; lookups fail from the
// fail-th on, if it is not 0.
type memory struct {
	reports   []store.Report
	decisions []readout.Decision
	cursor    int64
	groups    map[store.Ref]keptGroup
	entries   map[[2]string]string
	unmet     []string
	puts      int
	lookups   int
	fail      int
}

type keptGroup struct {
	Place int64
	Keys  []string
	JSON  string
}

var errRead = errors.New("a bad sector")

func (m *memory) read() error {
	if m.lookups++; m.fail > 0 && m.lookups >= m.fail {
		return errRead
	}
	return nil
}

func (m *memory) Reports(_ context.Context, after int64) iter.Seq2[store.Report, error] {
	return func(yield func(store.Report, error) bool) {
		for _, r := range m.reports {
			if r.Seq > after && !yield(r, nil) {
				return
			}
		}
	}
}

func (m *memory) Statements(_ context.Context, f store.Filter) iter.Seq2[readout.Statement, error] {
	return func(yield func(readout.Statement, error) bool) {
		if err := m.read(); err != nil {
			yield(readout.Statement{}, err)
			return
		}
		for _, r := range m.reports {
			for _, st := range r.Rec.Statements {
				if slices.Contains(f.IDs, st.ID) && !yield(st, nil) {
					return
				}
			}
		}
	}
}

func (m *memory) find(doc string) (store.Report, error) {
	i := slices.IndexFunc(m.reports, func(r store.Report) bool { return r.Doc.ID == doc })
	if i < 0 {
		return store.Report{}, store.ErrNotFound
	}
	return m.reports[i], m.read()
}

func (m *memory) Document(_ context.Context, id string) (*readout.Document, error) {
	r, err := m.find(id)
	return r.Doc, err
}

func (m *memory) Record(_ context.Context, doc string) (*readout.Record, error) {
	r, err := m.find(doc)
	return r.Rec, err
}

func (m *memory) Decisions(context.Context) iter.Seq2[store.Decided, error] {
	return func(yield func(store.Decided, error) bool) {
		for _, d := range m.decisions {
			if !yield(store.Decided{Decision: d, Gone: slices.Contains(m.unmet, d.ID)}, nil) {
				return
			}
		}
	}
}

func (m *memory) Unmet(_ context.Context, ids []string) error {
	m.unmet = ids
	return nil
}

func (m *memory) Drops(context.Context) (int64, error) { return 1, nil }

func (m *memory) Cursor(context.Context, string) (int64, error) { return m.cursor, nil }

func (m *memory) Groups(_ context.Context, _ string, f store.GroupFilter) (*readout.Ledger, error) {
	l := new(readout.Ledger)
	for ref, g := range m.ordered() {
		if (f.Type == "" || f.Type == ref.Type) && slices.ContainsFunc(f.Keys, func(k string) bool { return slices.Contains(g.Keys, k) }) {
			decodeInto(l, ref.Type, g.JSON)
		}
	}
	return l, m.read()
}

// ordered gives the groups by place, then id.
func (m *memory) ordered() iter.Seq2[store.Ref, keptGroup] {
	refs := slices.Collect(maps.Keys(m.groups))
	slices.SortFunc(refs, func(a, b store.Ref) int {
		return cmp.Or(cmp.Compare(m.groups[a].Place, m.groups[b].Place), cmp.Compare(a.ID, b.ID), cmp.Compare(a.Type, b.Type))
	})
	return func(yield func(store.Ref, keptGroup) bool) {
		for _, ref := range refs {
			if !yield(ref, m.groups[ref]) {
				return
			}
		}
	}
}

func (m *memory) ledger() *readout.Ledger {
	l := new(readout.Ledger)
	for ref, g := range m.ordered() {
		decodeInto(l, ref.Type, g.JSON)
	}
	return l
}

func decodeInto(l *readout.Ledger, kind, text string) {
	into := map[string]func(){
		"party": func() { unpack(&l.Parties, text) }, "utterance": func() { unpack(&l.Utterances, text) },
		"proposition": func() { unpack(&l.Propositions, text) }, "stance": func() { unpack(&l.Stances, text) },
		"response": func() { unpack(&l.Responses, text) }, "commitment": func() { unpack(&l.Commitments, text) },
		"contact": func() { unpack(&l.Contacts, text) }, "incident": func() { unpack(&l.Incidents, text) },
		"story": func() { unpack(&l.Stories, text) }, "origin": func() { unpack(&l.Origins, text) },
		"revision": func() { unpack(&l.Revisions, text) }, "candidate": func() { unpack(&l.Candidates, text) },
	}
	into[kind]()
}

func unpack[T any](list *[]T, text string) {
	var v T
	if err := json.Unmarshal([]byte(text), &v); err != nil {
		panic(err)
	}
	*list = append(*list, v)
}

func (m *memory) Entry(_ context.Context, _, table, key string) ([]byte, error) {
	if v, ok := m.entries[[2]string{table, key}]; ok {
		return []byte(v), m.read()
	}
	return nil, m.read()
}

func (m *memory) Entries(_ context.Context, _, table string) iter.Seq2[store.Entry, error] {
	return func(yield func(store.Entry, error) bool) {
		if err := m.read(); err != nil {
			yield(store.Entry{}, err)
			return
		}
		for k, v := range m.entries {
			if k[0] == table && !yield(store.Entry{Table: table, Key: k[1], Value: []byte(v)}, nil) {
				return
			}
		}
	}
}

func (m *memory) PutLedger(_ context.Context, _ string, c store.Change) error {
	m.puts++
	if c.From == 0 {
		m.groups, m.entries, m.cursor = map[store.Ref]keptGroup{}, map[[2]string]string{}, 0
	}
	if c.From != m.cursor {
		return store.ErrMoved
	}
	for _, ref := range c.Gone {
		delete(m.groups, ref)
	}
	for _, g := range c.Put {
		b, err := json.Marshal(g.Value)
		if err != nil {
			return err
		}
		m.groups[store.Ref{Type: g.Type, ID: g.ID}] = keptGroup{g.Place, g.Keys, string(b)}
	}
	for _, e := range c.Entries {
		m.entries[[2]string{e.Table, e.Key}] = string(e.Value)
	}
	m.cursor = c.To
	return nil
}
