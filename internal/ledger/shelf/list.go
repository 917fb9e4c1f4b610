package shelf

import (
	"encoding/base64"
	"encoding/binary"
	"errors"
)

// Numbers are things by their number, in order of arrival. They are written as
// the differences between neighbours, in base 64.
type Numbers []int32

// MarshalText writes them.
func (n Numbers) MarshalText() ([]byte, error) {
	var raw []byte
	last := int32(0)
	for _, v := range n {
		raw = binary.AppendVarint(raw, int64(v-last))
		last = v
	}
	return base64.RawStdEncoding.AppendEncode(nil, raw), nil
}

// UnmarshalText reads them.
func (n *Numbers) UnmarshalText(text []byte) error {
	raw, err := base64.RawStdEncoding.AppendDecode(nil, text)
	last := int64(0)
	for err == nil && len(raw) > 0 {
		step, size := binary.Varint(raw)
		if size <= 0 {
			return errors.New("numbers that cannot be read")
		}
		last += step
		*n, raw = append(*n, int32(last)), raw[size:]
	}
	return err
}

// Postings lists, under each key, the things that have it. Of more than Most
// it keeps the latest, so that a look-up costs no more in a large file than in
// a small one: what stands under a thousand things is no evidence for any of
// them, and what is said now was most likely said lately.
type Postings[K Key] struct {
	table *Table[K, Numbers]
	most  int
}

// NewPostings is the postings with this name; most is how many things a key
// leads to.
func NewPostings[K Key](s *Shelf, name string, most int) *Postings[K] {
	return &Postings[K]{NewTable[K, Numbers](s, name), most}
}

// Add puts thing i, not before those that are there, under a key.
func (p *Postings[K]) Add(key K, i int) {
	list := p.table.Edit(key)
	if len(*list) == 2*p.most { // moved seldom, so that it costs little
		*list = (*list)[:copy(*list, (*list)[p.most:])]
	}
	*list = append(*list, int32(i))
}

// Of lists what stands under a key; all is false where some was let go.
func (p *Postings[K]) Of(key K) (list []int32, all bool) {
	kept := p.table.Get(key)
	switch {
	case kept == nil:
		return nil, true
	case len(*kept) > p.most:
		return (*kept)[len(*kept)-p.most:], false
	}
	return *kept, true
}

// chunk is how many neighbours of a column lie in one entry.
const chunk = 256

// Column is a value for each number from 0 on, small ones in the main: many lie
// in one entry. The zero value is written for those that were never set.
type Column[V any] struct{ table *Table[int, []V] }

// NewColumn is the column with this name.
func NewColumn[V any](s *Shelf, name string) *Column[V] {
	return &Column[V]{NewTable[int, []V](s, name)}
}

// Get is the value of number i.
func (c *Column[V]) Get(i int) V {
	if part := c.table.Get(i / chunk); part != nil && i%chunk < len(*part) {
		return (*part)[i%chunk]
	}
	return *new(V)
}

// Put sets the value of number i.
func (c *Column[V]) Put(i int, v V) {
	part := c.table.Edit(i / chunk)
	for len(*part) <= i%chunk {
		*part = append(*part, *new(V))
	}
	(*part)[i%chunk] = v
}

// Counter gives out numbers from 0 on.
type Counter struct{ table *Table[string, int] }

// NewCounter is the counter with this name.
func NewCounter(s *Shelf, name string) *Counter {
	return &Counter{NewTable[string, int](s, name)}
}

// Next is the next number.
func (c *Counter) Next() int {
	n := c.table.Edit("")
	*n++
	return *n - 1
}

// Count is how many numbers were given out.
func (c *Counter) Count() int {
	if n := c.table.Get(""); n != nil {
		return *n
	}
	return 0
}

// Tally counts words.
type Tally struct{ table *Table[string, int] }

// NewTally is the tally with this name.
func NewTally(s *Shelf, name string) *Tally { return &Tally{NewTable[string, int](s, name)} }

// Count is how often a word was added.
func (t *Tally) Count(word string) int {
	if n := t.table.Get(word); n != nil {
		return *n
	}
	return 0
}

// Add counts a word once more.
func (t *Tally) Add(word string) { *t.table.Edit(word)++ }

// Placed is a group of the ledger as it is now, and where it stands among
// those of its kind.
type Placed[T any] struct {
	Place int
	Group T
}

// Groups are those of a list, without their places.
func Groups[T any](placed []Placed[T]) []T {
	out := make([]T, len(placed))
	for i, p := range placed {
		out[i] = p.Group
	}
	return out
}
