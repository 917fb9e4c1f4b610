// Command ask measures how long questions take in a large record: it makes
// reports, if the file is not there, prints how much it holds, and asks claim,
// positions and quote, each many times with other words.
package main

import (
	"bytes"
	"context"
	"errors"
	"flag"
	"fmt"
	"io/fs"
	"math/rand/v2"
	"os"
	"slices"
	"strings"
	"time"

	"readout"
	"readout/bench/made"
	"readout/internal/ledger"
	"readout/internal/serve/query"
	"readout/internal/store"
	"readout/internal/store/sqlite"
)

func main() {
	reports := flag.Int("reports", 1000, "how many reports to make")
	times := flag.Int("times", 50, "how often each question is asked")
	flag.Parse()
	if flag.NArg() != 1 {
		fmt.Fprintln(os.Stderr, "usage: ask [-reports N] [-times N] FILE")
		os.Exit(2)
	}
	if err := run(context.Background(), flag.Arg(0), *reports, *times); err != nil {
		fmt.Fprintln(os.Stderr, "ask:", err)
		os.Exit(1)
	}
}

func run(ctx context.Context, path string, reports, times int) error {
	if err := makeFile(ctx, path, reports); err != nil {
		return err
	}
	start := time.Now()
	db, err := sqlite.Open(ctx, path)
	if err != nil {
		return err
	}
	if err := ledger.Update(ctx, db); err != nil { // as every command does
		return errors.Join(err, db.Close())
	}
	fmt.Printf("%-22s %8.1f ms\n", "open", ms(time.Since(start)))
	return errors.Join(size(ctx, db), askAll(ctx, db, times), db.Close())
}

func makeFile(ctx context.Context, path string, reports int) error {
	if _, err := os.Stat(path); !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	db, err := sqlite.Open(ctx, path)
	if err != nil {
		return err
	}
	start := time.Now()
	err = made.Fill(ctx, db, reports, func(n int) { fmt.Fprintf(os.Stderr, "\r%d reports, %.0f s", n, time.Since(start).Seconds()) })
	fmt.Fprintln(os.Stderr)
	return errors.Join(err, db.Close())
}

func size(ctx context.Context, db *sqlite.DB) error {
	s, err := db.Stats(ctx)
	if err != nil {
		return err
	}
	propositions, err := db.Groups(ctx, ledger.Version, store.GroupFilter{Type: "proposition"})
	if err != nil {
		return err
	}
	fmt.Printf("%d reports, %d statements, %d propositions, %.0f MB\n",
		s.Documents, s.Statements, len(propositions.Propositions), float64(s.Bytes)/1e6)
	return nil
}

// askAll asks each question of an engine that keeps nothing between them.
func askAll(ctx context.Context, db *sqlite.DB, times int) error {
	e := query.New(db, ledger.Version)
	known, err := sample(ctx, db, times)
	if err != nil {
		return err
	}
	for _, q := range []struct {
		name string
		ask  func(i int) error
	}{
		{"claim ID", func(i int) error { _, err := e.Claim(ctx, known.claims[i], query.At{}); return err }},
		{"claim WORDS", func(i int) error { return words(e.Claim(ctx, known.texts[i], query.At{})) }},
		{"claim ONE WORD", func(i int) error { return words(e.Claim(ctx, strings.Fields(known.texts[i])[0], query.At{})) }},
		{"positions", func(i int) error { _, _, err := e.Matters(ctx, query.At{AsOf: known.days[i]}, 0, 20); return err }},
		{"quote", func(i int) error { _, err := e.Quote(ctx, known.quotes[i], query.At{}, 5); return err }},
		{"quote, altered", func(i int) error { _, err := e.Quote(ctx, altered(known.quotes[i]), query.At{}, 5); return err }},
		{"quote, common words", func(int) error { _, err := e.Quote(ctx, known.common, query.At{}, 5); return err }},
	} {
		if err := measure(q.name, times, q.ask); err != nil {
			return fmt.Errorf("%s: %w", q.name, err)
		}
	}
	return nil
}

// words lets words pass that fit several claims, or none.
func words(_ *query.PropositionPage, err error) error {
	if errors.As(err, new(*query.SeveralError)) || errors.As(err, new(*query.UnknownError)) {
		return nil
	}
	return err
}

func measure(name string, times int, ask func(int) error) error {
	took := make([]time.Duration, times)
	before := processor()
	for i := range took {
		start := time.Now()
		if err := ask(i); err != nil {
			return err
		}
		took[i] = time.Since(start)
	}
	each := (processor() - before) / time.Duration(times)
	slices.Sort(took)
	fmt.Printf("%-22s %8.1f ms median %8.1f ms at most %8.1f ms of processor time each\n", name, ms(took[times/2]), ms(took[times-1]), ms(each))
	return nil
}

// processor is the time that the program has had of the processor, which on a
// busy machine says more than the clock (proc(5): utime and stime, in
// hundredths of a second); 0 where the system does not tell.
func processor() time.Duration {
	text, err := os.ReadFile("/proc/self/stat")
	if err != nil {
		return 0
	}
	fields := strings.Fields(string(text[bytes.LastIndexByte(text, ')')+1:]))
	var user, system int
	fmt.Sscan(fields[11], &user)
	fmt.Sscan(fields[12], &system)
	return time.Duration(user+system) * 10 * time.Millisecond
}

func ms(d time.Duration) float64 { return float64(d.Microseconds()) / 1000 }

// asked are things of the record to ask about.
type asked struct {
	claims, texts, quotes, days []string
	common                      string
}

func sample(ctx context.Context, db *sqlite.DB, n int) (a asked, err error) {
	m := made.New()
	a.common = strings.Join(m.Words[:8], " ")
	var docs []*readout.Document
	for s, err := range db.Documents(ctx) {
		if err != nil {
			return a, err
		}
		docs = append(docs, s.Doc)
	}
	r := rand.New(rand.NewPCG(3, 4))
	for range n {
		d := docs[r.IntN(len(docs))]
		rec, err := db.Record(ctx, d.ID)
		if err != nil {
			return a, err
		}
		s := rec.Statements[r.IntN(len(rec.Statements))]
		l, err := db.Groups(ctx, ledger.Version, store.GroupFilter{Type: "stance", Keys: []string{s.ID}})
		if err != nil {
			return a, err
		}
		content := strings.Fields(s.Content[0].Text)
		a.claims = append(a.claims, l.Stances[0].Proposition)
		a.texts = append(a.texts, strings.Join(content[:4], " "))
		a.quotes = append(a.quotes, strings.Join(content[1:], " "))
		a.days = append(a.days, d.Published.Value)
	}
	return a, nil
}

// altered changes every fourth word.
func altered(quote string) string {
	words := strings.Fields(quote)
	for i := range words {
		if i%4 == 2 {
			words[i] = "altered"
		}
	}
	return strings.Join(words, " ")
}
