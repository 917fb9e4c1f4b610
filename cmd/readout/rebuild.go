package main

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"runtime"
	"sync"

	"github.com/spf13/cobra"

	"readout"
	"readout/internal/store"
	"readout/internal/store/sqlite"
)

func (p *program) rebuildCommand() *cobra.Command {
	var ledgerOnly, asJSON bool
	c := &cobra.Command{
		Use:   "rebuild",
		Short: "Read all reports again, and join them anew",
		Long: `Read every report again from the text that is kept, with the reader of this
program, and make the ledger anew from all of them: parties, propositions,
commitments and the like. What has been decided stays, and holds for the new
readings; decisions that have lost their target are counted (readout log).

A report that can no longer be read keeps the reading it has, is named, and the
exit code is 1. Stopped half way, the record is whole: some of it is read anew,
and the next command joins it.`,
		Example: `  readout rebuild
  readout rebuild --ledger`,
		Args: cobra.NoArgs,
		RunE: func(c *cobra.Command, _ []string) error { return p.rebuild(c.Context(), ledgerOnly, asJSON) },
	}
	c.Flags().BoolVar(&ledgerOnly, "ledger", false, "read nothing again, only make the ledger anew")
	jsonFlag(c, &asJSON)
	return c
}

// rebuilt is what came of a rebuild. Changed readings say something else than
// before; Gone are decisions that have no target, of all there are.
type rebuilt struct {
	Reports int `json:"reports"`
	Read    int `json:"read"`
	Changed int `json:"changed"`
	Failed  int `json:"failed"`
	Gone    int `json:"gone"`
}

func (p *program) rebuild(ctx context.Context, ledgerOnly, asJSON bool) error {
	db, err := p.openThere(ctx)
	if err != nil {
		return err
	}
	r, err := p.rebuildAll(ctx, db, ledgerOnly)
	p.err.progress("")
	if err := errors.Join(err, db.Close()); err != nil {
		return err
	}
	if err := p.printRebuilt(r, asJSON); err != nil {
		return err
	}
	if r.Failed > 0 {
		return errTold
	}
	return nil
}

func (p *program) rebuildAll(ctx context.Context, db *sqlite.DB, ledgerOnly bool) (r rebuilt, err error) {
	stats, err := db.Stats(ctx)
	r.Reports = stats.Documents
	if err != nil {
		return r, err
	}
	if !ledgerOnly {
		if err := p.reread(ctx, db, &r); err != nil {
			return r, err
		}
	}
	p.err.progress("joining what the reports say of the same thing ...")
	if err := errors.Join(db.DropLedger(ctx), group(ctx, db)); err != nil {
		return r, err
	}
	for d, err := range db.Decisions(ctx) {
		if err != nil {
			return r, err
		}
		if d.Gone {
			r.Gone++
		}
	}
	return r, nil
}

// reread reads all reports again, some at a time, and keeps the readings in
// order of arrival.
func (p *program) reread(ctx context.Context, db *sqlite.DB, r *rebuilt) error {
	var some []store.Report
	var reading reading
	for report, err := range db.Reports(ctx, 0) {
		if err != nil {
			return err
		}
		if some = append(some, report); len(some) < runtime.GOMAXPROCS(0) {
			continue
		}
		if err := p.rereadSome(ctx, db, &reading, some, r); err != nil {
			return err
		}
		some = some[:0]
	}
	return p.rereadSome(ctx, db, &reading, some, r)
}

func (p *program) rereadSome(ctx context.Context, db *sqlite.DB, reading *reading, some []store.Report, r *rebuilt) error {
	errs := make([]error, len(some))
	var wg sync.WaitGroup
	for i := range some {
		wg.Go(func() { some[i].Rec, errs[i] = reading.document(some[i].Doc) })
	}
	wg.Wait()
	for i, report := range some {
		if errs[i] == nil {
			errs[i] = store.Check(report.Doc, report.Rec)
		}
		if errs[i] != nil {
			r.Failed++
			p.err.progress("")
			p.tell(named(report.Doc.Name, errs[i]))
			continue
		}
		changed, err := replace(ctx, db, report.Rec)
		if err != nil {
			return err
		}
		if r.Read++; changed {
			r.Changed++
		}
		p.err.progress(fmt.Sprintf("%d of %d reports read again, %s", r.Read+r.Failed, r.Reports, report.Doc.Name))
	}
	return nil
}

// replace keeps a reading in the place of the one that was made before, also
// where it is the same: what is decided is applied anew. Changed tells whether
// it says something else.
func replace(ctx context.Context, db *sqlite.DB, rec *readout.Record) (changed bool, err error) {
	was, err := db.Reading(ctx, rec.Doc)
	if err != nil {
		return false, err
	}
	was.Reader = rec.Reader
	before, err := json.Marshal(was)
	if err != nil {
		return false, err
	}
	now, err := json.Marshal(rec)
	if err != nil {
		return false, err
	}
	return !bytes.Equal(before, now), db.PutReading(ctx, rec)
}

func (p *program) printRebuilt(r rebuilt, asJSON bool) error {
	if asJSON {
		return p.out.json(r)
	}
	if r.Read+r.Failed > 0 {
		p.out.printf("%s read again, %s changed", counted(r.Read, "report"), counted(r.Changed, "reading"))
		if r.Failed > 0 {
			p.out.printf("; %d could not be read and kept what they had", r.Failed)
		}
		p.out.printf("\n")
	}
	p.out.printf("the ledger is made anew from %s\n", counted(r.Reports, "report"))
	p.out.flush() // before what is said of it
	if r.Gone > 0 {
		p.note("%s without a target, and without effect: readout log", counted(r.Gone, "decision"))
	}
	return nil
}
