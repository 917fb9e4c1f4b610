package main

import (
	"context"
	"errors"

	"github.com/spf13/cobra"

	"readout"
	"readout/internal/decision"
	"readout/internal/store"
	"readout/internal/store/sqlite"
)

func (p *program) logCommand() *cobra.Command {
	var asJSON bool
	c := &cobra.Command{
		Use:   "log",
		Short: "List what has been decided, by whom and why",
		Long: `List decisions in the order in which they were made. What is undone is marked,
and so is a decision whose target is gone: another reading, or the ledger made
from it, no longer has it, and the decision changes nothing.`,
		Example: `  readout log
  readout log --json`,
		Args: cobra.NoArgs,
		RunE: func(c *cobra.Command, _ []string) error { return p.log(c.Context(), asJSON) },
	}
	c.Flags().BoolVar(&asJSON, "json", false, "print JSON, one object a line")
	return c
}

// decided is all that has been decided, in order.
func decided(ctx context.Context, db *sqlite.DB) (all []readout.Decision, err error) {
	for d, err := range db.Decisions(ctx) {
		if err != nil {
			return nil, err
		}
		all = append(all, d.Decision)
	}
	return all, nil
}

// logged is a decision as it is listed.
type logged struct {
	store.Decided
	Undone bool `json:"undone,omitempty"`
}

func (p *program) log(ctx context.Context, asJSON bool) error {
	db, err := p.openKept(ctx)
	if err != nil {
		return err
	}
	var all []readout.Decision
	var list []logged
	for d, err := range db.Decisions(ctx) {
		if err != nil {
			return errors.Join(err, db.Close())
		}
		all, list = append(all, d.Decision), append(list, logged{Decided: d})
	}
	if err := db.Close(); err != nil {
		return err
	}
	undone := decision.Undone(all)
	for i := range list {
		list[i].Undone = undone[list[i].ID]
	}
	if asJSON {
		return eachJSON(p.out, list)
	}
	if len(list) == 0 {
		p.note("nothing has been decided yet")
	}
	for _, d := range list {
		p.out.put(faint, d.ID+"  "+d.On)
		p.out.put(bold, "  "+oneLine(d.Who))
		p.out.printf("  %s%s\n", oneLine(decisionWords(d.Decision)), fate(d))
		p.about(d.Target)
		if d.With != nil {
			p.about(*d.With)
		}
		p.out.wrapped(faint, 4, "why: "+d.Why)
	}
	return nil
}

// about prints what stood where a target was.
func (p *program) about(t readout.Target) {
	if t.At != nil {
		p.out.wrapped(plain, 4, t.At.Text)
	} else {
		p.out.wrapped(plain, 4, t.Name)
	}
}

func fate(d logged) string {
	switch {
	case d.Undone:
		return "  (undone)"
	case d.Gone:
		return "  (its target is gone: no effect)"
	}
	return ""
}
