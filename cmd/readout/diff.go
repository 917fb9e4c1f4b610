package main

import (
	"cmp"
	"errors"

	"github.com/spf13/cobra"

	"readout"
	"readout/internal/serve/query"
)

func (p *program) diffCommand() *cobra.Command {
	var recordedBy string
	var asJSON bool
	c := &cobra.Command{
		Use:   "diff DATE1 DATE2",
		Short: "Show what moved between two days, and the sentence that moved it",
		Long: `Show whose position on which matter is another at the end of DATE2 than it was at
the end of DATE1, each with the sentence that moved it: who has spoken, turned,
answered or declined to, and who has spoken against the line of their own side.
What nobody said anything new about is left out.`,
		Example: `  readout diff 2026-05-05 2026-05-08
  readout diff 2026-04 2026-05 --json`,
		Args: func(c *cobra.Command, args []string) error {
			if err := cobra.ExactArgs(2)(c, args); err != nil {
				return err
			}
			for _, day := range args {
				if day == "" {
					return errors.New("a day is missing; write 2026, 2026-03 or 2026-03-14")
				}
				if err := (query.At{AsOf: day, RecordedBy: recordedBy}).Check(); err != nil {
					return err
				}
			}
			return nil
		},
		RunE: func(c *cobra.Command, args []string) error {
			return p.ask(c.Context(), func(e *query.Engine) error {
				all, err := e.Changes(c.Context(), args[0], args[1], recordedBy)
				if err != nil {
					return err
				}
				if len(all) == 0 {
					p.note("nothing moved between the two")
				}
				if asJSON {
					return eachJSON(p.out, all)
				}
				p.printChanges(all)
				return nil
			})
		},
	}
	c.Flags().StringVar(&recordedBy, "recorded-by", "", "count the reports that were in the file by this `day`, month or year")
	jsonFlag(c, &asJSON)
	return c
}

func (p *program) printChanges(all []query.Change) {
	matter := ""
	for _, c := range all {
		if c.Proposition != matter {
			if matter != "" {
				p.out.printf("\n")
			}
			matter = c.Proposition
			p.out.put(faint, c.Proposition+newWords(c))
			p.out.printf("\n")
			p.out.wrapped(bold, 2, c.Matter)
		}
		p.out.put(bold, "    "+oneLine(c.PartyName))
		p.out.printf(": %s\n", changeWords(c))
		for _, r := range c.Rows[:min(len(c.Rows), inFront)] {
			p.cited(r)
		}
		if rest := len(c.Rows) - inFront; rest > 0 {
			p.out.wrapped(faint, 8, "and "+counted(rest, "more telling"))
		}
		if r := c.Response; r != nil {
			p.sentence(r.Sentence, r.Outlet, r.Published)
		}
	}
}

func newWords(c query.Change) string {
	if c.New {
		return "  new"
	}
	return ""
}

func changeWords(c query.Change) string {
	if c.Dissent {
		return c.After + ", and against it now:"
	}
	before := cmp.Or(c.Before, "not on record")
	return statusWords(readout.Status(before)) + " -> " + statusWords(readout.Status(c.After))
}
