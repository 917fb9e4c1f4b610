// Package shelf keeps what the parts of the ledger know of earlier reports, in
// tables of which only what is asked for is loaded and only what has changed is
// written. So a report costs the same in a large file as in a small one, and a
// part of the ledger is written as if all that it knows were in memory.
//
// The idea: a table is a map that remembers what it does not hold. An entry is
// JSON under the table's name and its key; where it lies is the Source's affair.
// What is loaded stays until Forget. An error of the source makes every later
// look-up empty, and is in Err: who has looked things up asks for it before
// using what came of it (as with bufio.Scanner).
//
// It knows nothing of news, and is not safe for several goroutines.
package shelf

import (
	"encoding/json"
	"fmt"
	"slices"
	"strconv"
)

// Source is what was written earlier.
type Source interface {
	// Entry is the value under a key of a table, nil where there is none.
	Entry(table, key string) ([]byte, error)
	// Entries gives a whole table.
	Entries(table string, each func(key string, value []byte) error) error
}

// Shelf holds tables.
type Shelf struct {
	source Source
	tables []table
	caches []func()
	err    error
}

type table interface {
	changes(each func(table, key string, value []byte)) error
	forget()
	size() int
}

// New is a shelf of what the source has; of nothing where that is nil.
func New(source Source) *Shelf { return &Shelf{source: source} }

// Err is the first error of the source.
func (s *Shelf) Err() error { return s.err }

// Fail ends all looking up, with an error of somebody else.
func (s *Shelf) Fail(err error) {
	if s.err == nil {
		s.err = err
	}
}

// Changes gives the entries that have changed since the last time, table by
// table, sorted by key.
func (s *Shelf) Changes(each func(table, key string, value []byte)) error {
	for _, t := range s.tables {
		if err := t.changes(each); err != nil {
			return err
		}
	}
	return nil
}

// Size is how many entries are held.
func (s *Shelf) Size() int {
	n := 0
	for _, t := range s.tables {
		n += t.size()
	}
	return n
}

// Forget lets go of all entries, which from now on are to be had from the
// source: it is called after Changes, when they have been written to it.
func (s *Shelf) Forget(source Source) {
	s.source = source
	for _, t := range s.tables {
		t.forget()
	}
	for _, clear := range s.caches {
		clear()
	}
}

// OnForget has something done that lets go of what was made of entries.
func (s *Shelf) OnForget(clear func()) { s.caches = append(s.caches, clear) }

// Key is what entries lie under.
type Key interface{ int | uint64 | string }

// Table is a map from K to V whose entries may still lie in the source.
type Table[K Key, V any] struct {
	shelf   *Shelf
	name    string
	held    map[K]*V // nil: the source has none
	changed map[K]struct{}
	whole   bool // all of the source's entries are held
}

// NewTable is the table with this name; no other of the shelf has it.
func NewTable[K Key, V any](s *Shelf, name string) *Table[K, V] {
	t := &Table[K, V]{shelf: s, name: name, held: map[K]*V{}, changed: map[K]struct{}{}}
	s.tables = append(s.tables, t)
	return t
}

// Get is the value under a key, nil where there is none. It is the table's own:
// who changes it takes it from Edit.
func (t *Table[K, V]) Get(k K) *V {
	if v, known := t.held[k]; known {
		return v
	}
	if t.whole || t.shelf.source == nil || t.shelf.err != nil {
		return nil
	}
	v := t.load(k)
	t.held[k] = v
	return v
}

func (t *Table[K, V]) load(k K) *V {
	text, err := t.shelf.source.Entry(t.name, format(k))
	if err != nil || text == nil {
		t.fail(err)
		return nil
	}
	v := new(V)
	t.fail(unmarshal(text, v))
	return v
}

func (t *Table[K, V]) fail(err error) {
	if err != nil {
		t.shelf.Fail(fmt.Errorf("%s: %w", t.name, err))
	}
}

// Edit is the value under a key, a new one where there is none, to be changed
// by the caller before the next Changes.
func (t *Table[K, V]) Edit(k K) *V {
	v := t.Get(k)
	if v == nil {
		v = new(V)
		t.held[k] = v
	}
	t.changed[k] = struct{}{}
	return v
}

// Put sets the value under a key.
func (t *Table[K, V]) Put(k K, v V) { *t.Edit(k) = v }

// Keys lists all keys, sorted; it loads the whole table.
func (t *Table[K, V]) Keys() []K {
	t.loadAll()
	var keys []K
	for k, v := range t.held {
		if v != nil {
			keys = append(keys, k)
		}
	}
	slices.Sort(keys)
	return keys
}

func (t *Table[K, V]) loadAll() {
	if t.whole || t.shelf.err != nil {
		return
	}
	t.whole = true
	if t.shelf.source == nil {
		return
	}
	t.fail(t.shelf.source.Entries(t.name, func(key string, text []byte) error {
		k, err := parse[K](key)
		if err != nil || t.held[k] != nil {
			return err
		}
		v := new(V)
		t.held[k] = v
		return unmarshal(text, v)
	}))
}

func (t *Table[K, V]) changes(each func(table, key string, value []byte)) error {
	keys := make([]K, 0, len(t.changed))
	for k := range t.changed {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	for _, k := range keys {
		text, err := json.Marshal(t.held[k])
		if err != nil {
			return fmt.Errorf("%s %v: %w", t.name, k, err)
		}
		each(t.name, format(k), text)
	}
	clear(t.changed)
	return nil
}

// unmarshal reads JSON; an entry written by other rules is a fault of the file.
func unmarshal(text []byte, v any) error {
	if err := json.Unmarshal(text, v); err != nil {
		return fmt.Errorf("an entry that cannot be read: %w", err)
	}
	return nil
}

func (t *Table[K, V]) forget() {
	t.held, t.whole = map[K]*V{}, false
}

func (t *Table[K, V]) size() int { return len(t.held) }

// format is a key as text: numbers in base 36.
func format[K Key](k K) string {
	switch k := any(k).(type) {
	case int:
		return strconv.FormatInt(int64(k), 36)
	case uint64:
		return strconv.FormatUint(k, 36)
	case string:
		return k
	}
	panic("shelf: a key of no kind")
}

func parse[K Key](s string) (k K, err error) {
	switch at := any(&k).(type) {
	case *int:
		var n int64
		n, err = strconv.ParseInt(s, 36, 64)
		*at = int(n)
	case *uint64:
		*at, err = strconv.ParseUint(s, 36, 64)
	case *string:
		*at = s
	}
	return k, err
}
