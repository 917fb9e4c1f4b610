package main

import (
	"cmp"
	"strings"

	"github.com/spf13/cobra"

	"readout"
	"readout/internal/serve/query"
)

func (p *program) incidentsCommand() *cobra.Command {
	var q clockQuestion
	return q.command(&cobra.Command{
		Use:   "incidents",
		Short: "List what happened, with all figures told of it",
		Long: `List incidents by their day, those without one at the end: what happened, where,
by whom and on whose word, and the figures, each with its teller. Figures of several
tellers stand side by side; none is chosen.`,
		Example: `  readout incidents --as-of 2026-05-08
  readout incidents --json`,
		RunE: func(c *cobra.Command, _ []string) error {
			return p.ask(c.Context(), func(e *query.Engine) error {
				all, err := e.Incidents(c.Context(), q.clock())
				if err != nil {
					return err
				}
				return printAll(p, all, q.asJSON, "no incident is on record", p.printIncident)
			})
		},
	}, cobra.NoArgs)
}

func (p *program) incidentCommand() *cobra.Command {
	var q clockQuestion
	return q.command(&cobra.Command{
		Use:   "incident ID",
		Short: "Show one incident, its figures side by side",
		Long: `Show one incident: what, where, when, by whom and on whose word, and all figures
that are told of it, by what they count, then by day and teller, each with its
sentence. None is chosen.`,
		Example: `  readout incident i-53e4
  readout incident i-53e4 --as-of 2026-05-08 --json`,
		RunE: func(c *cobra.Command, args []string) error {
			return p.aboutClaim(c.Context(), func(e *query.Engine) error {
				page, err := e.Incident(c.Context(), args[0], q.clock())
				switch {
				case err != nil:
					return err
				case q.asJSON:
					return p.out.json(page)
				}
				p.showIncident(page)
				return nil
			})
		},
	}, cobra.ExactArgs(1))
}

func (p *program) printIncident(v query.IncidentPage) {
	p.lead(v.Incident.ID, whenWords(v.Incident.When), v.Incident.What)
	if v.Incident.Where != "" {
		p.out.wrapped(plain, 4, "at "+v.Incident.Where)
	}
	if v.Actor != nil {
		p.out.wrapped(plain, 4, "by "+v.Actor.Name+tellerWords(v.ActorToldBy))
	}
	for _, f := range v.Figures {
		p.out.wrapped(plain, 4, figureWords(f.Figure)+" ("+figureTeller(f)+", "+cmp.Or(f.On, "day unknown")+")")
	}
	p.grounds(v.Evidence)
	p.out.printf("\n")
}

func (p *program) showIncident(v *query.IncidentPage) {
	p.title("incident", v.Incident.ID)
	p.field("what", v.Incident.What)
	p.field("when", whenWords(v.Incident.When))
	if v.Incident.When != nil {
		p.field("", v.Incident.When.Basis)
	}
	p.field("where", v.Incident.Where)
	if v.Actor != nil {
		p.field("by", v.Actor.Name+withID(v.Actor.ID)+tellerWords(v.ActorToldBy))
	}
	if len(v.Figures) > 0 {
		p.heading("figures, each on somebody's word; none is chosen")
	}
	counting := readout.Quantity("")
	for _, f := range v.Figures {
		if f.Quantity != counting {
			counting = f.Quantity
			p.out.put(bold, "  "+string(counting))
			p.out.printf("\n")
		}
		p.out.printf("    %s  %s  %s\n", fit(cmp.Or(f.On, "unknown"), 10), fit(numberWords(f.Figure), 24), figureTeller(f))
		p.sentence(f.Sentence, f.Outlet, f.Published)
	}
	p.evidence(v.Evidence)
}

// figureTeller is whose word a figure is, and by which outlet.
func figureTeller(f query.FigureRow) string {
	if f.TellerName == "" {
		return f.Outlet + " itself"
	}
	return oneLine(f.TellerName) + ", told by " + f.Outlet
}

func figureWords(f readout.Figure) string {
	return oneLine(strings.Join([]string{numberWords(f), string(f.Quantity)}, " "))
}

// whenWords is a day, or that none is known.
func whenWords(d *readout.Date) string { return cmp.Or(dateWords(d), "day unknown") }
