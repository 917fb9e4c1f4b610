package main

import (
	"errors"
	"io"

	"github.com/spf13/cobra"

	"readout"
	"readout/internal/ledger"
	"readout/internal/serve/export"
	"readout/internal/serve/query"
	"readout/internal/store/sqlite"
)

func (p *program) calendarCommand() *cobra.Command {
	var at query.Clock
	var file string
	c := &cobra.Command{
		Use:   "ics",
		Short: "Write the days of promises as a calendar",
		Long: `Write the days of promises, ultimatums and decisions as a calendar (iCalendar, RFC
5545): each is an event of a whole day, with its state, condition and sentence. One
that waits for its condition and has no day is a to-do without one. What is called
off stays there as cancelled, so that calendars which have it take it out. A vague
day is the last that it can mean. The same record and --now give the same bytes.`,
		Example: `  readout export ics -o deadlines.ics
  readout export ics --now 2026-05-10`,
		Args: func(c *cobra.Command, given []string) error { return errors.Join(cobra.NoArgs(c, given), at.Check()) },
		RunE: func(c *cobra.Command, _ []string) error {
			return p.export(c.Context(), file, func(db *sqlite.DB, w io.Writer) error {
				var decisions []readout.Decision
				for d, err := range db.Decisions(c.Context()) {
					if err != nil {
						return err
					}
					decisions = append(decisions, d.Decision)
				}
				all, left, err := query.New(db, ledger.Version).Appointments(c.Context(), at, decisions)
				if err != nil {
					return err
				}
				if len(all) == 0 {
					p.note("no promise has a day or waits for a condition; the calendar is empty")
				}
				if left > 0 {
					p.note("%s without a day or a condition left out", counted(left, "promise"))
				}
				return export.ICS(w, all)
			})
		},
	}
	atFlags(c, &at.At)
	nowFlag(c, &at.Now)
	outputFlag(c, &file)
	return c
}
