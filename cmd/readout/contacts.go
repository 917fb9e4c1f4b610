package main

import (
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"readout/internal/serve/query"
)

func (p *program) contactsCommand() *cobra.Command {
	var q clockQuestion
	var between []string
	c := q.command(&cobra.Command{
		Use:   "contacts",
		Short: "List meetings, calls, visits, talks and letters",
		Long: `List meetings, calls, visits, talks, letters and briefings by their day, those
without one at the end: who takes part and who told us so, how far it is more than
talk, and the sentences. One that was planned and whose day has passed is marked
where no report tells more. --between takes one or two parties, each a name, a word
of it, or an id; whoever belongs to one or speaks for it takes part for it.`,
		Example: `  readout contacts --between Ruiz,Lestria
  readout contacts --as-of 2026-05-20 --json`,
		RunE: func(c *cobra.Command, _ []string) error {
			if between = names(between); len(between) > 2 {
				return usage("--between takes one or two parties")
			}
			return p.ask(c.Context(), func(e *query.Engine) error {
				all, err := e.Contacts(c.Context(), between, q.clock())
				if err != nil {
					return err
				}
				return printAll(p, all, q.asJSON, "no contact on record fits", p.printContact)
			})
		},
	}, cobra.NoArgs)
	c.Flags().StringSliceVar(&between, "between", nil, "only those in which these `parties` take part")
	return c
}

// names are the words of a list without what is empty.
func names(list []string) []string {
	var all []string
	for _, name := range list {
		if name = strings.TrimSpace(name); name != "" {
			all = append(all, name)
		}
	}
	return all
}

func (p *program) printContact(v query.ContactPage) {
	c := v.Contact
	what := string(c.Form) + ", " + string(c.State)
	if v.Over {
		what += " (the day has passed, nothing newer on record)"
	}
	p.lead(c.ID, whenWords(c.When), what)
	p.contactLines(v)
	p.grounds(v.Evidence)
	p.out.printf("\n")
}

func (p *program) contactLines(v query.ContactPage) {
	for _, one := range v.Participants {
		p.out.wrapped(plain, 4, one.Party.Name+tellerWords(one.ToldBy))
	}
	var about []string
	for _, part := range []struct{ word, text string }{{"at ", v.Contact.Where}, {"on ", v.Contact.Subject}} {
		if part.text != "" {
			about = append(about, part.word+part.text)
		}
	}
	if v.Contact.Condition != nil {
		about = append(about, "condition: "+v.Contact.Condition.Text)
	}
	if len(about) > 0 {
		p.out.wrapped(plain, 4, strings.Join(about, "; "))
	}
}

// grounds prints the sentences of evidence, those that repeat another left out.
func (p *program) grounds(all []query.EvidenceRow) {
	var seen []string
	for _, e := range all {
		if !slices.Contains(seen, e.Outlet+e.Sentence) {
			seen = append(seen, e.Outlet+e.Sentence)
			if len(seen) <= inFront {
				p.sentence(e.Sentence, e.Outlet, e.Published)
			}
		}
	}
	if rest := len(seen) - inFront; rest > 0 {
		p.out.wrapped(faint, 8, "and "+counted(rest, "more telling"))
	}
}
