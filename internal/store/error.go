package store

import (
	"errors"
	"fmt"
)

// ErrNotFound: nothing is kept under the id that was asked for.
var ErrNotFound = errors.New("not found")

// ErrText: the document is kept with another Text than the one that was read.
// The kept document is the one to read again.
var ErrText = errors.New("the document is kept with another text")

// ErrMoved: the ledger's cursor is not where the writer thinks it is.
var ErrMoved = errors.New("the ledger has moved on")

// ErrNotStore: the file is something else, and is left alone.
type ErrNotStore struct {
	Path string
	Why  string
}

func (e ErrNotStore) Error() string {
	return fmt.Sprintf("%s is not a readout store: %s", e.Path, e.Why)
}

// ErrNewer: the store was written by a newer program; Version is its schema,
// Ours the newest that this program knows. The file is left alone.
type ErrNewer struct {
	Path    string
	Version int64
	Ours    int64
}

func (e ErrNewer) Error() string {
	return fmt.Sprintf("%s has schema %d, this program knows up to %d: it was written by a newer readout",
		e.Path, e.Version, e.Ours)
}
