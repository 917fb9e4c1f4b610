package main

import (
	"cmp"
	"strings"

	"github.com/spf13/cobra"

	"readout"
	"readout/internal/serve/query"
)

func (p *program) timelineCommand() *cobra.Command {
	var q clockQuestion
	var story, party string
	c := q.command(&cobra.Command{
		Use:   "timeline",
		Short: "List all that was said, promised and happened, by day",
		Long: `List everything by the day on which it was said or happened, or is to happen: what
was said, with what it did to promises; the days of promises, with their state;
contacts and incidents with their figures. Each entry has its sentence.

What has a vague day (a month, a stretch, "on or before") stands at the last day
that it can mean, marked so; what has none stands at the day of its report, marked
so; where that is not known either, it comes last. --story takes an id or words of
a title, --party a name, a word of it, or an id.`,
		Example: `  readout timeline --story dam --party Ruiz
  readout timeline --now 2026-05-10 --json`,
		RunE: func(c *cobra.Command, _ []string) error {
			return p.aboutClaim(c.Context(), func(e *query.Engine) error {
				all, err := e.Timeline(c.Context(), story, party, q.clock())
				if err != nil {
					return err
				}
				day := "none"
				return printAll(p, all, q.asJSON, "nothing on record fits", func(n query.Entry) {
					if n.Day != day {
						day = n.Day
						p.heading(cmp.Or(day, "day unknown"))
					}
					p.printEntry(n)
				})
			})
		},
	}, cobra.NoArgs)
	c.Flags().StringVar(&story, "story", "", "only this `story`")
	c.Flags().StringVar(&party, "party", "", "only what this `party` has part in")
	return c
}

func (p *program) printEntry(n query.Entry) {
	p.out.wrapped(bold, 2, entryWords(n))
	p.out.wrapped(faint, 4, n.ID+placedWords(n))
	if n.Kind != "said" && n.Text != "" && n.Kind != "contact" {
		p.out.wrapped(plain, 4, n.Text)
	}
	for _, s := range n.Steps {
		p.out.wrapped(plain, 4, "promise "+s.Commitment+": "+string(s.State))
	}
	for _, f := range n.Figures {
		p.out.wrapped(plain, 4, figureWords(f.Figure)+" ("+figureTeller(f)+")")
	}
	p.sentence(n.Sentence, n.Outlet, n.Published)
	if others := len(n.Tellers) - 1; others > 0 {
		p.out.wrapped(faint, 8, "told by "+strings.Join(n.Tellers, ", "))
	}
}

// entryWords is what an entry is, and of whom.
func entryWords(n query.Entry) string {
	who := strings.Join(n.Who, ", ")
	switch n.Kind {
	case "said":
		return oneLine(who) + ", " + not(n.State != "") + cmp.Or(string(n.Act), "act unknown") + gradeMark(n.Grade)
	case "contact":
		return n.Text + ", " + n.State + ": " + oneLine(who)
	case "incident":
		return "incident" + after(", by ", who)
	}
	return n.Kind + after(" for ", who) + ": " + promiseWords(readout.CommitmentState(n.State), n.By, n.NoBreach)
}

// after is words with a beginning, or nothing.
func after(beginning, words string) string {
	if words == "" {
		return ""
	}
	return beginning + oneLine(words)
}

// placedWords says how an entry has come to its day, where that is not told.
func placedWords(n query.Entry) string {
	switch n.Placed {
	case query.ByLastDay:
		return " (" + dateWords(n.Date) + ": at the last day it can mean)"
	case query.FromDay:
		return " (" + dateWords(n.Date) + ")"
	case query.ByReport:
		return " (no day told: at that of the report)"
	}
	return ""
}
