// Command check measures how long a draft of 1,500 words takes beside records
// of different sizes: opening the record and the reader, reading the draft,
// what the ledger would make of it, and every finder. The smaller record is the
// reference of the larger one, in the same run. Processor time is told too: what
// else the machine does weighs less in it.
package main

import (
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
	var first cost
	for i, size := range sizes {
		path := filepath.Join(dir, fmt.Sprintf("made-%d.db", size))
		if err := fill(ctx, path, size); err != nil {
			return err
		}
		took, found, err := measure(ctx, path, draft, times)
		if err != nil {
			return err
		}
		if i == 0 {
			first = took
		}
		fmt.Printf("%d reports: %d findings, median %.2f s by the clock, %.2f of the first size; %.2f s of processor time, %.2f\n", size, found,
			took.clock.Seconds(), took.clock.Seconds()/first.clock.Seconds(), took.processor.Seconds(), took.processor.Seconds()/first.processor.Seconds())
	}
	return nil
}

// cost is what something took; the clock runs on while others are at work.
type cost struct{ clock, processor time.Duration }

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

// measure is the median of what one check takes, as a program of its own does it.
func measure(ctx context.Context, path, draft string, times int) (median cost, found int, err error) {
	var clock, used []time.Duration
	for range times {
		start, before := time.Now(), processor()
		if found, err = once(ctx, path, draft); err != nil {
			return cost{}, 0, err
		}
		clock, used = append(clock, time.Since(start)), append(used, processor()-before)
	}
	slices.Sort(clock)
	slices.Sort(used)
	return cost{clock[times/2], used[times/2]}, found, nil
}

func once(ctx context.Context, path, draft string) (found int, err error) {
	db, err := sqlite.Open(ctx, path)
	if err != nil {
		return 0, err
	}
	defer func() { err = errors.Join(err, db.Close()) }()
	doc, err := ingest.Decode("draft.txt", []byte(draft), ingest.Options{Published: "2020-03-01", Lang: "en"})
	if err != nil {
		return 0, err
	}
	reader, err := read.New("en")
	if err != nil {
		return 0, err
	}
	rec, err := reader.Read(doc)
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
