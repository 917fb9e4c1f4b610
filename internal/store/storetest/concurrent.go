package storetest

import (
	"context"
	"errors"
	"fmt"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"

	"readout"
	"readout/internal/store"
)

// testReadDuringWrite has two writers and two readers at work at once: readers
// see whole reports only, in order.
func testReadDuringWrite(t *testing.T, s store.Store) {
	const each = 12
	ctx, done := context.WithCancel(t.Context())
	var writers, readers sync.WaitGroup
	for w := range 2 {
		writers.Go(func() {
			for i := range each {
				r := makeReport(100*w+i, "reader/1")
				if _, err := s.Put(t.Context(), r.Doc, r.Rec); err != nil {
					t.Errorf("writer: %v", err)
				}
			}
		})
	}
	for range 2 {
		readers.Go(func() {
			for ctx.Err() == nil {
				if err := readAll(t.Context(), s); err != nil {
					t.Errorf("reader: %v", err)
					return
				}
			}
		})
	}
	writers.Wait()
	done()
	readers.Wait()
	equal(t, "stats", stats(t, s), store.Stats{Documents: 2 * each, Statements: 6 * each, Responses: 2 * each})
}

// readAll looks for reports that are not whole or not in order.
func readAll(ctx context.Context, s store.Store) error {
	last := int64(0)
	for r, err := range s.Reports(ctx, 0) {
		if err != nil {
			return err
		}
		if r.Seq != last+1 {
			return fmt.Errorf("report %d comes after %d", r.Seq, last)
		}
		last = r.Seq
		if diff := cmp.Diff(makeRecord(r.Doc, r.Rec.Reader), r.Rec); diff != "" {
			return fmt.Errorf("half a record (-want +got):\n%s", diff)
		}
	}
	n := 0
	for _, err := range s.Statements(ctx, store.Filter{}) {
		if err != nil {
			return err
		}
		n++
	}
	if n%3 != 0 {
		return fmt.Errorf("%d statements of reports that have 3 each", n)
	}
	return nil
}

// testCancelled cancels each kind of write at one moment after the other: what
// is there afterwards is all of it or nothing, as the error says. It goes on
// until puts get through.
func testCancelled(t *testing.T, s store.Store) {
	before := makeReport(0, "reader/1")
	put(t, s, before)
	const enough, endless = 5, 5000
	finished, moment := 0, 0
	kept, cursor := &readout.Ledger{}, int64(0)
	for ; finished < enough && moment < endless; moment++ {
		r := makeReport(moment+1, "reader/1")
		_, err := s.Put(newFuse(t, moment), r.Doc, r.Rec)
		if err == nil {
			finished++
		}
		rec, loadErr := s.Record(t.Context(), r.Doc.ID)
		switch {
		case err == nil && loadErr != nil:
			t.Errorf("moment %d: put, but not there: %v", moment, loadErr)
		case err == nil:
			equal(t, "record", rec, r.Rec)
		case !errors.Is(loadErr, store.ErrNotFound):
			t.Errorf("moment %d: put says %v, and there is %v, %v", moment, err, rec, loadErr)
		}
		ledger := &readout.Ledger{Stories: []readout.Story{{ID: "y-1", Title: fmt.Sprint(moment)}, {ID: "y-2", Title: fmt.Sprint(moment)}}}
		if s.PutLedger(newFuse(t, moment), "v1", whole(0, int64(moment), ledger)) == nil {
			kept, cursor = ledger, int64(moment)
		}
		wantLedger(t, s, "v1", kept, cursor)
	}
	equal(t, "stats", stats(t, s), store.Stats{Documents: 1 + finished, Statements: 3 * (1 + finished), Responses: 1 + finished})
	if finished < enough || moment == enough {
		t.Errorf("%d of %d puts were finished: want some that are, and some that are cancelled half way", finished, moment)
	}

	gone, cancel := context.WithCancel(t.Context())
	cancel()
	for name, err := range map[string]error{
		"Put":        second(s.Put(gone, before.Doc, makeReport(0, "reader/2").Rec)),
		"PutFailure": s.PutFailure(gone, store.Failure{Name: "x"}),
		"Document":   second(s.Document(gone, before.Doc.ID)),
		"Reports":    walkError(t, s.Reports(gone, 0)),
		"Statements": walkError(t, s.Statements(gone, store.Filter{})),
		"Documents":  walkError(t, s.Documents(gone)),
	} {
		if !errors.Is(err, context.Canceled) {
			t.Errorf("%s: %v, want that it is cancelled", name, err)
		}
	}
}

func second[T any](_ T, err error) error { return err }

// fuse is a context that ends when it has been looked at a number of times:
// the same moments in every run, without a clock.
type fuse struct {
	context.Context
	cancel context.CancelFunc
	mu     sync.Mutex
	left   int
}

func newFuse(t *testing.T, left int) *fuse {
	ctx, cancel := context.WithCancel(t.Context())
	t.Cleanup(cancel)
	return &fuse{Context: ctx, cancel: cancel, left: left}
}

func (f *fuse) burn() {
	f.mu.Lock()
	defer f.mu.Unlock()
	if f.left--; f.left < 0 {
		f.cancel()
	}
}

func (f *fuse) Done() <-chan struct{} { f.burn(); return f.Context.Done() }

func (f *fuse) Err() error { f.burn(); return f.Context.Err() }
