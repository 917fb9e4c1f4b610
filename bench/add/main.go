// Command add measures what one more report costs in records of different
// sizes, of one story: it makes reports and, at each size, adds some one by one,
// each as a program of its own would, that keeps nothing in memory.
package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"time"

	"readout"
	"readout/bench/made"
	"readout/internal/ledger"
	"readout/internal/store/sqlite"
)

func main() {
	times := flag.Int("times", 25, "how many reports are added one by one at each size")
	flag.Parse()
	if err := run(context.Background(), []int{1000, 10_000}, *times); err != nil {
		fmt.Fprintln(os.Stderr, "add:", err)
		os.Exit(1)
	}
}

func run(ctx context.Context, sizes []int, times int) error {
	dir, err := os.MkdirTemp("", "add")
	if err != nil {
		return err
	}
	defer os.RemoveAll(dir)
	path := filepath.Join(dir, "made.db")
	m := made.New()
	var first time.Duration
	for n, size := range sizes {
		start := time.Now()
		if err := addTo(ctx, path, m, size); err != nil {
			return err
		}
		fmt.Printf("%d reports, the last of them joined at once in %.1f s\n", size, time.Since(start).Seconds())
		took, err := oneByOne(ctx, path, m, times)
		if err != nil {
			return err
		}
		if n == 0 {
			first = took
		}
		fmt.Printf("one more: %.0f ms, %.2f of the first size\n", float64(took.Microseconds())/1000, float64(took)/float64(first))
	}
	return nil
}

// addTo makes reports until there are so many, and joins them.
func addTo(ctx context.Context, path string, m *made.Maker, size int) error {
	return with(ctx, path, func(db *sqlite.DB) error {
		for m.Made() < size {
			if err := put(ctx, db, m); err != nil {
				return err
			}
		}
		return ledger.Update(ctx, db)
	})
}

// oneByOne is the median of the times that one report takes, from opening the
// record to closing it.
func oneByOne(ctx context.Context, path string, m *made.Maker, times int) (time.Duration, error) {
	var took []time.Duration
	for range times {
		start := time.Now()
		err := with(ctx, path, func(db *sqlite.DB) error { return errors.Join(put(ctx, db, m), ledger.Update(ctx, db)) })
		if err != nil {
			return 0, err
		}
		took = append(took, time.Since(start))
	}
	slices.Sort(took)
	return took[times/2], nil
}

func with(ctx context.Context, path string, f func(*sqlite.DB) error) error {
	db, err := sqlite.Open(ctx, path)
	if err != nil {
		return err
	}
	return errors.Join(f(db), db.Close())
}

func put(ctx context.Context, db *sqlite.DB, m *made.Maker) error {
	doc, rec := m.Next()
	doc.Title = "The long quarrel over the lock" // one story
	rec.Segments = []readout.Segment{}
	_, err := db.Put(ctx, doc, rec)
	return err
}
