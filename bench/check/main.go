// Command check measures how long a draft of 1,500 words takes beside records
// of different sizes: opening the record and the reader, reading the draft,
// what the ledger would make of it, and every finder. The reference, in the same
// run, is reading the draft alone. Processor time is told too: what else the
// machine does weighs less in it.
package main

import (
	"cmp"
	"context"
	"errors"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"readout"
	"readout/bench/made"
	"readout/internal/ingest"
	"readout/internal/ledger"
	"readout/internal/read"
	"readout/internal/serve/check"
	"readout/internal/serve/query"
	"readout/internal/store/sqlite"
)

const words = 1500 // of the draft

func main() {
	times := flag.Int("times", 7, "how many times the draft is checked at each size")
	keep := flag.String("keep", "", "`directory` in which the made records stay, and are taken from the next time")
	flag.Parse()
	if err := run(context.Background(), []int{1000, 10_000}, *times, *keep); err != nil {
		fmt.Fprintln(os.Stderr, "check:", err)
		os.Exit(1)
	}
}

func run(ctx context.Context, sizes []int, times int, dir string) error {
	if dir == "" {
		made, err := os.MkdirTemp("", "check")
		if err != nil {
			return err
		}
		defer os.RemoveAll(made)
		dir = made
	}
	draft := draft()
	for _, size := range sizes {
		path := filepath.Join(dir, fmt.Sprintf("made-%d.db", size))
		if err := fill(ctx, path, size); err != nil {
			return err
		}
		whole, alone, found, err := measure(ctx, path, draft, times)
		if err != nil {
			return err
		}
		fmt.Printf("%d reports, %d findings: median %s; reading alone %s; %.1f times the clock, %.1f times the processor\n", size, found, whole, alone,
			whole.clock.Seconds()/alone.clock.Seconds(), whole.processor.Seconds()/alone.processor.Seconds())
	}
	return nil
}

// cost is what something took; the clock runs on while others are at work.
type cost struct{ clock, processor time.Duration }

func (c cost) String() string {
	return fmt.Sprintf("%.2f s (%.2f s of processor time)", c.clock.Seconds(), c.processor.Seconds())
}

// draft is made of what the first reports say, every third sentence in quotation
// marks, with a word of every other quotation changed.
func draft() string {
	var b strings.Builder
	said := 0 // words
	for m, n := made.New(), 0; ; {
		doc, _ := m.Next()
		for line := range strings.Lines(doc.Text) {
			who, what, _ := strings.Cut(strings.TrimSuffix(strings.TrimSpace(line), "."), " said that ")
			all := strings.Fields(what)
			if n%6 == 0 {
				all[len(all)/2] = m.Words[n]
			}
			if n++; n%3 == 1 {
				fmt.Fprintf(&b, "“%s,” said %s.\n\n", strings.Join(all, " "), who)
			} else {
				fmt.Fprintf(&b, "%s said that %s.\n\n", who, strings.Join(all, " "))
			}
			if said += len(all) + 4; said >= words {
				return b.String()
			}
		}
	}
}

// fill makes a record of so many reports and joins them, where it is not there.
func fill(ctx context.Context, path string, size int) error {
	if _, err := os.Stat(path); err == nil {
		return nil
	}
	db, err := sqlite.Open(ctx, path+".part")
	if err != nil {
		return err
	}
	for m := made.New(); m.Made() < size && err == nil; {
		doc, rec := m.Next()
		doc.Title, rec.Segments = "The long quarrel over the lock", []readout.Segment{} // one story
		name(rec)
		_, err = db.Put(ctx, doc, rec)
	}
	if err == nil {
		err = ledger.Update(ctx, db)
	}
	if err = errors.Join(err, db.Close()); err != nil {
		return err
	}
	return os.Rename(path+".part", path)
}

// name gives the speakers the ids under which the reader has them, so that those
// of the draft are the same.
func name(rec *readout.Record) {
	known := map[string]bool{}
	for i := range rec.Statements {
		s := &rec.Statements[i]
		s.Speaker = "p-" + strings.ToLower(strings.ReplaceAll(s.Source.Text, " ", "-"))
		if !known[s.Speaker] {
			known[s.Speaker] = true
			rec.Parties = append(rec.Parties, readout.Party{ID: s.Speaker, Name: s.Source.Text, Kind: readout.Person})
		}
	}
}

// measure is the median of what one check takes, as a program of its own does
// it, and of what reading the draft alone does, one after the other in turn.
func measure(ctx context.Context, path, draft string, times int) (whole, alone cost, found int, err error) {
	var checks, readings []cost
	for range times {
		c, err := measured(func() (err error) { found, err = once(ctx, path, draft); return err })
		if err != nil {
			return whole, alone, 0, err
		}
		r, err := measured(func() error { _, _, err := reading(draft); return err })
		if err != nil {
			return whole, alone, 0, err
		}
		checks, readings = append(checks, c), append(readings, r)
	}
	return median(checks), median(readings), found, nil
}

func measured(f func() error) (cost, error) {
	start, before := time.Now(), processor()
	err := f()
	return cost{time.Since(start), processor() - before}, err
}

func median(all []cost) cost {
	slices.SortFunc(all, func(a, b cost) int { return cmp.Compare(a.processor, b.processor) })
	return all[len(all)/2]
}

func once(ctx context.Context, path, draft string) (found int, err error) {
	db, err := sqlite.Open(ctx, path)
	if err != nil {
		return 0, err
	}
	defer func() { err = errors.Join(err, db.Close()) }()
	doc, rec, err := reading(draft)
	if err != nil {
		return 0, err
	}
	joined, err := ledger.Consider(ctx, db, doc, rec)
	if err != nil {
		return 0, err
	}
	all, err := check.Check(ctx, query.New(db, ledger.Version), check.Draft{Doc: doc, Rec: rec, Joined: joined}, query.At{})
	return len(all), err
}

func reading(draft string) (*readout.Document, *readout.Record, error) {
	doc, err := ingest.Decode("draft.txt", []byte(draft), ingest.Options{Published: "2020-03-01", Lang: "en"})
	if err != nil {
		return nil, nil, err
	}
	reader, err := read.New("en")
	if err != nil {
		return nil, nil, err
	}
	rec, err := reader.Read(doc)
	return doc, rec, err
}
