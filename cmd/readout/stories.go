package main

import (
	"cmp"

	"github.com/spf13/cobra"

	"readout"
	"readout/internal/serve/query"
)

func (p *program) storiesCommand() *cobra.Command {
	var q question
	return q.command(&cobra.Command{
		Use:   "stories",
		Short: "List the stories and their reports",
		Long: `List the stories, the one with the latest report first, each with its reports in
order of publication.`,
		Example: `  readout stories
  readout stories --as-of 2026-05-07 --json`,
		RunE: func(c *cobra.Command, _ []string) error {
			return p.ask(c.Context(), func(e *query.Engine) error {
				all, err := e.Stories(c.Context(), q.at)
				if err != nil {
					return err
				}
				return printAll(p, all, q.asJSON, "no story is on record", p.printStory)
			})
		},
	}, cobra.NoArgs)
}

func (p *program) originsCommand() *cobra.Command {
	var q question
	return q.command(&cobra.Command{
		Use:   "origins",
		Short: "List the texts that several reports repeat",
		Long: `List the texts that are repeated in other reports, as whole copies, edited copies
or shared passages, with the share of the report that stands in the first. What
they tell has one origin, however many they are.`,
		Example: `  readout origins
  readout origins --json`,
		RunE: func(c *cobra.Command, _ []string) error {
			return p.ask(c.Context(), func(e *query.Engine) error {
				all, err := e.Origins(c.Context(), q.at)
				if err != nil {
					return err
				}
				return printAll(p, all, q.asJSON, "no report repeats another", p.printOrigin)
			})
		},
	}, cobra.NoArgs)
}

func (p *program) printStory(s query.StoryRow) {
	p.out.put(faint, s.ID+"  "+counted(len(s.Reports), "report")+", "+cmp.Or(s.From, "day unknown")+" to "+cmp.Or(s.To, "day unknown"))
	p.out.printf("\n")
	p.out.wrapped(bold, 2, cmp.Or(s.Title, "no title"))
	for _, r := range s.Reports {
		p.printRef(r, "")
	}
	p.out.printf("\n")
}

func (p *program) printOrigin(o query.OriginRow) {
	p.out.put(faint, o.ID)
	p.out.printf("\n")
	p.printRef(o.First, "first")
	for _, c := range o.Copies {
		p.printRef(c.ReportRef, statusWords(readout.Status(c.Kind))+percent(c.Containment))
	}
	p.out.printf("\n")
}

func (p *program) printRef(r query.ReportRef, what string) {
	p.out.put(faint, "    "+r.ID)
	p.out.printf("  %s  %s  %s", fit(cmp.Or(dateValue(r.Published), "unknown"), 10), fit(r.Outlet, 24), oneLine(r.Title))
	if what != "" {
		p.out.put(faint, "  ("+what+")")
	}
	p.out.printf("\n")
}
