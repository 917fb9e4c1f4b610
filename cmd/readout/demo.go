package main

import (
	"context"
	"errors"
	"fmt"
	"iter"

	"github.com/spf13/cobra"

	"readout/internal/demo"
	"readout/internal/ingest"
	"readout/internal/ledger"
	"readout/internal/serve/query"
	"readout/internal/store/sqlite"
)

func (p *program) demoCommand() *cobra.Command {
	var pages bool
	var addr string
	c := &cobra.Command{
		Use:   "demo",
		Short: "Show on an invented story what readout is for",
		Long: `Read a small invented story, a quarrel of two states over a dam told by fourteen
reports, and show what is on record: a claim with who stands where, the positions,
the deadlines, and what the reader could not tell. Nothing is written to disk.`,
		Args: func(c *cobra.Command, args []string) error {
			return errors.Join(cobra.NoArgs(c, args), checkAddress(addr))
		},
		RunE: func(c *cobra.Command, _ []string) error {
			if !pages {
				addr = ""
			}
			return p.demo(c.Context(), addr)
		},
	}
	c.Flags().BoolVar(&pages, "serve", false, "show it as pages in a browser instead")
	addressFlag(c, &addr)
	return c
}

// demo reads the story the way add does, into a record in memory, and tells it
// here or, where there is an address, as pages.
func (p *program) demo(ctx context.Context, addr string) error {
	db, err := sqlite.Open(ctx, sqlite.Memory)
	if err != nil {
		return err
	}
	var failed error
	s := &summary{program: p}
	err = p.keep(ctx, db, demoInputs(), func(o outcome) {
		s.count(o)
		failed = errors.Join(failed, o.err)
	})
	p.err.progress("")
	if err := errors.Join(err, failed); err != nil {
		return errors.Join(fmt.Errorf("demo: %w", err), db.Close())
	}
	engine := query.New(db, ledger.Version)
	if addr != "" {
		err = p.serve(ctx, engine, addr)
	} else {
		err = p.tellStory(ctx, engine)
	}
	return errors.Join(err, db.Close())
}

// demoInputs is the story with what a user would give as flags.
func demoInputs() iter.Seq2[input, error] {
	return func(yield func(input, error) bool) {
		for _, r := range demo.Reports() {
			if !yield(input{r.Name, r.Data, ingest.Options{Outlet: r.Outlet, Published: r.Published}}, nil) {
				return
			}
		}
	}
}
