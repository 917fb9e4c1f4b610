package main

import (
	"context"
	"errors"
	"fmt"
	"iter"
	"os"
	"runtime"
	"slices"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"readout"
	"readout/internal/ingest"
	"readout/internal/read"
	"readout/internal/store"
)

// fakeStore keeps names.
type fakeStore struct {
	put, failed []string
	full        bool
	kept        *readout.Document
	rec         *readout.Record // of kept
	amended     []readout.Document
}

func (f *fakeStore) Put(_ context.Context, doc *readout.Document, rec *readout.Record) (bool, error) {
	if f.full {
		return false, errDiskFull
	}
	if f.kept != nil && doc.Text != f.kept.Text {
		return false, store.ErrText
	}
	f.put = append(f.put, doc.Name)
	return f.rec == nil || f.rec.Reader != rec.Reader, nil
}

func (f *fakeStore) Amend(_ context.Context, doc *readout.Document, _ *readout.Record) error {
	f.amended = append(f.amended, *doc)
	return nil
}

func (f *fakeStore) Record(context.Context, string) (*readout.Record, error) { return f.rec, nil }

func (f *fakeStore) PutFailure(_ context.Context, x store.Failure) error {
	f.failed = append(f.failed, x.Name)
	return nil
}

func (f *fakeStore) Document(context.Context, string) (*readout.Document, error) {
	if f.kept == nil {
		return nil, store.ErrNotFound
	}
	return f.kept, nil
}

var errDiskFull = errors.New("disk full")

// many gives n reports, every tenth of which is not text; the sizes differ, so
// that a later one is often read before an earlier one.
func many(n int, given *atomic.Int32) iter.Seq2[input, error] {
	return func(yield func(input, error) bool) {
		for i := range n {
			given.Store(int32(i + 1))
			text := fmt.Sprintf("Ferry %d is late.\n", i) + strings.Repeat("The captain said nothing.\n", (n-i)%17)
			if i%10 == 9 {
				text += "\x00"
			}
			if !yield(input{name: fmt.Sprintf("%03d.txt", i), data: []byte(text)}, nil) {
				return
			}
		}
	}
}

// TestOrder: reports are kept in the order in which they came.
func TestOrder(t *testing.T) {
	var given atomic.Int32
	f := new(fakeStore)
	in := &intake{store: f, now: time.Now}
	var seen []string
	if err := in.run(t.Context(), many(200, &given), func(o outcome) { seen = append(seen, o.name) }); err != nil {
		t.Fatal(err)
	}
	if len(seen) != 200 || !slices.IsSorted(seen) {
		t.Errorf("%d outcomes in the order %v", len(seen), seen)
	}
	if len(f.put) != 180 || !slices.IsSorted(f.put) {
		t.Errorf("%d reports are kept, in the order %v", len(f.put), f.put)
	}
	if len(f.failed) != 20 || !slices.IsSorted(f.failed) {
		t.Errorf("%d failures are kept, in the order %v", len(f.failed), f.failed)
	}
}

// TestBound: no more than a few reports are read ahead.
func TestBound(t *testing.T) {
	var given atomic.Int32
	var seen int
	in := &intake{store: new(fakeStore), now: time.Now}
	err := in.run(t.Context(), many(300, &given), func(outcome) {
		seen++
		if ahead := int(given.Load()) - seen; ahead > 2*runtime.GOMAXPROCS(0)+2 {
			t.Errorf("%d reports are read ahead", ahead)
		}
	})
	if err != nil || seen != 300 {
		t.Errorf("%d reports, %v", seen, err)
	}
}

// TestStoreFails: what would meet every report ends the run.
func TestStoreFails(t *testing.T) {
	var given atomic.Int32
	var seen int
	in := &intake{store: &fakeStore{full: true}, now: time.Now}
	err := in.run(t.Context(), many(300, &given), func(outcome) { seen++ })
	if !errors.Is(err, errDiskFull) || seen != 0 {
		t.Errorf("%d reports, %v", seen, err)
	}
}

// TestKept: of a report that comes again the kept text is the one that counts.
// It is read where another reader has read it, and where more is given of it
// than is kept.
func TestKept(t *testing.T) {
	data := []byte("Nora Quell said the boat is late.\n")
	hash := readout.HashOf(data)
	for _, tc := range []struct {
		name          string
		reader        string
		given         ingest.Options
		added, again  bool
		day, out, tag string // of what is amended
	}{
		{name: "nothing new", reader: read.Version},
		{name: "another reader", reader: "old/1", added: true},
		{name: "what is kept", reader: read.Version, given: ingest.Options{Published: "2026-03-04", Outlet: "Quay Post"}},
		{name: "another day", reader: read.Version, given: ingest.Options{Published: "2026-03-05"}, again: true, day: "2026-03-05", out: "Quay Post"},
		{name: "another outlet", reader: "old/1", given: ingest.Options{Outlet: "Tide Wire"}, again: true, day: "2026-03-04", out: "Tide Wire"},
		{name: "a language", reader: read.Version, given: ingest.Options{Lang: "en"}, again: true, day: "2026-03-04", out: "Quay Post", tag: "en"},
	} {
		kept := &readout.Document{
			ID: readout.DocumentID(hash), Hash: hash, Name: "old.txt", Text: "The boat is late, said Nora Quell.", Outlet: "Quay Post",
			Published: &readout.Date{Value: "2026-03-04"}, Recorded: &readout.Date{Value: "2026-03-06"},
		}
		old := &readout.Record{Doc: kept.ID, Reader: tc.reader}
		f := &fakeStore{kept: kept, rec: old}
		in := &intake{store: f, now: time.Now}
		one := func(yield func(input, error) bool) { yield(input{"new.txt", data, tc.given}, nil) }
		var got outcome
		if err := in.run(t.Context(), one, func(o outcome) { got = o }); err != nil || got.err != nil {
			t.Fatal(tc.name, err, got.err)
		}
		if got.added != tc.added || got.again != tc.again || (got.rec == old) == (tc.added || tc.again) {
			t.Errorf("%s: added %v, again %v, record %p (kept %p)", tc.name, got.added, got.again, got.rec, old)
		}
		if got.doc.Text != kept.Text || got.doc.Recorded != kept.Recorded {
			t.Errorf("%s: %+v", tc.name, got.doc)
		}
		if !tc.again {
			if !slices.Equal(f.put, []string{"new.txt"}) || f.amended != nil {
				t.Errorf("%s: put %v, amended %v", tc.name, f.put, f.amended)
			}
			continue
		}
		if len(f.amended) != 1 || f.amended[0].Published.Value != tc.day || f.amended[0].Outlet != tc.out || f.amended[0].Lang != tc.tag {
			t.Errorf("%s: amended %+v", tc.name, f.amended)
		}
	}
}

// TestStopped: an end of the context ends the run.
func TestStopped(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	var given atomic.Int32
	var seen int
	in := &intake{store: new(fakeStore), now: time.Now}
	err := in.run(ctx, many(300, &given), func(outcome) {
		if seen++; seen == 5 {
			cancel()
		}
	})
	if !errors.Is(err, context.Canceled) || seen != 5 {
		t.Errorf("%d reports, %v", seen, err)
	}
}

// TestPanic: a panic in reading is an error of that report.
func TestPanic(t *testing.T) {
	var r reading
	rec, err := r.document(nil) // the reader has no document to look at
	if rec != nil || !errors.Is(err, errFault) {
		t.Errorf("got %v, %v; want errFault", rec, err)
	}
	if hint := new(program).hint(named("x.txt", err)); !strings.Contains(hint, "report this") {
		t.Errorf("hint %q", hint)
	}
}

// TestNamed: an error says the name of its input once.
func TestNamed(t *testing.T) {
	_, err := ingest.Decode("x.txt", []byte("a\x00b"), ingest.Options{})
	for _, err := range []error{named("x.txt", err), named("x.txt", errDiskFull), named("x.txt", os.ErrPermission)} {
		if n := strings.Count(err.Error(), "x.txt"); n != 1 {
			t.Errorf("%q has the name %d times", err, n)
		}
	}
}
