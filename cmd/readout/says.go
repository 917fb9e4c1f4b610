package main

import (
	"strings"

	"github.com/spf13/cobra"

	"readout/internal/serve/query"
)

func (p *program) saysCommand() *cobra.Command {
	var q question
	var about string
	c := q.command(&cobra.Command{
		Use:   "says PARTY",
		Short: "List what a party says, the latest first",
		Long: `List what a party says, the latest first, each with its sentence and the matters
it is on; after that, what others tell of its stance, which does not count as its
word. A party is its name, a word of its name, or its id; where several have it,
all are listed. --about takes words, which a statement or its matter must have,
or ids of claims with commas between.`,
		Example: `  readout says "Ana Ruiz" --about tax
  readout says Ruiz --about q-0a18,q-77b1 --as-of 2026-03-14 --json`,
		RunE: func(c *cobra.Command, args []string) error {
			return p.ask(c.Context(), func(e *query.Engine) error {
				parties, all, err := e.Says(c.Context(), words(args), about, q.at)
				if err != nil {
					return err
				}
				return printAll(p, all, q.asJSON, partyNames(parties)+": no statement fits", p.printSaying)
			})
		},
	}, cobra.MinimumNArgs(1))
	c.Flags().StringVar(&about, "about", "", "only on these `words`, or these claims by their ids")
	return c
}

func partyNames(parties []query.PartyRef) string {
	var names []string
	for _, r := range parties {
		names = append(names, r.Name)
	}
	return strings.Join(names, ", ")
}

func (p *program) printSaying(s query.Saying) {
	if s.SecondHand {
		p.out.put(faint, "told by another, not counted:")
		p.out.printf("\n")
	}
	for _, m := range s.Stances {
		value := string(m.Value)
		if m.Reported != "" {
			value += " (" + string(m.Reported) + ")"
		}
		p.out.put(faint, m.ID+"  ")
		p.out.printf("%s: %s\n", value, oneLine(m.Text))
	}
	p.printRow(s.Row)
}
