package main

import (
	"cmp"
	"context"
	"errors"
	"strconv"

	"github.com/spf13/cobra"

	"readout/internal/ledger"
	"readout/internal/serve/query"
)

func (p *program) docsCommand() *cobra.Command {
	var asJSON bool
	c := &cobra.Command{
		Use:     "docs",
		Short:   "List the reports",
		Example: "  readout docs --json",
		Long: `List the reports in order of arrival: id, day of publication, number of
statements and how many of them need a person's eye, outlet, file. Reports that
could not be read are named on standard error.`,
		Args: cobra.NoArgs,
		RunE: func(c *cobra.Command, _ []string) error { return p.docs(c.Context(), asJSON) },
	}
	c.Flags().BoolVar(&asJSON, "json", false, "print JSON, one object a line")
	return c
}

func (p *program) docs(ctx context.Context, asJSON bool) error {
	db, err := p.openKept(ctx)
	if err != nil {
		return err
	}
	docs, err := query.New(db, ledger.Version).Documents(ctx)
	if err != nil {
		return errors.Join(err, db.Close())
	}
	failures, err := db.Failures(ctx)
	if err := errors.Join(err, db.Close()); err != nil {
		return err
	}
	if asJSON {
		err = eachJSON(p.out, docs)
	} else {
		p.printDocs(docs)
	}
	for _, f := range failures {
		p.note("not read: %s", f.Reason)
	}
	return err
}

func (p *program) printDocs(docs []query.DocumentRow) {
	if len(docs) == 0 {
		p.note("the record holds no reports yet")
		return
	}
	p.out.put(faint, "id              published   statements  to check  outlet                    file")
	p.out.printf("\n")
	for _, d := range docs {
		p.out.printf("%s  %s  %10d  %8s  %s  %s\n", fit(d.ID, 14), fit(cmp.Or(dateValue(d.Published), "unknown"), 10),
			d.Statements, some(d.Guessed), fit(d.Outlet, 24), oneLine(d.Name))
	}
}

// some is a number, nothing for none.
func some(n int) string {
	if n == 0 {
		return ""
	}
	return strconv.Itoa(n)
}

func eachJSON[T any](s *screen, all []T) error {
	for _, v := range all {
		if err := s.json(v); err != nil {
			return err
		}
	}
	return nil
}
