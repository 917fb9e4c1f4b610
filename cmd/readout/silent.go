package main

import (
	"cmp"

	"github.com/spf13/cobra"

	"readout"
	"readout/internal/serve/query"
)

func (p *program) silentCommand() *cobra.Command {
	var q question
	return q.command(&cobra.Command{
		Use:   "silent WORDS|ID",
		Short: "Show who has not answered on a claim, and since when",
		Long: `Show who has not answered on a claim: parties of which a report says so, with the
sentence, and parties that are named, addressed or told of and have nothing on
record, which is computed. A response for its moment ("did not immediately
respond") expires: after it, all that is known is that nothing newer is on record.
The claim is found as by readout claim.`,
		Example: `  readout silent gate opened at night
  readout silent q-0a18 --as-of 2026-05-07 --json`,
		RunE: func(c *cobra.Command, args []string) error {
			return p.aboutClaim(c.Context(), func(e *query.Engine) error {
				page, waiting, err := e.Silent(c.Context(), words(args), q.at)
				if err != nil {
					return err
				}
				if len(waiting) == 0 {
					p.note("no answer is open on %s", page.ID)
				}
				if q.asJSON {
					return eachJSON(p.out, waiting)
				}
				if len(waiting) > 0 {
					p.matterTitle(page.Matter)
					p.waiting(waiting)
				}
				return nil
			})
		},
	}, cobra.MinimumNArgs(1))
}

// waiting prints who has not answered.
func (p *program) waiting(all []query.Waiting) {
	for _, w := range all {
		p.out.put(bold, "    "+oneLine(cmp.Or(w.PartyName, "nobody named")))
		p.out.printf(" %s\n", waitingWords(w))
		if w.Sentence != "" {
			p.sentence(w.Sentence, w.Outlet, w.Published)
		}
		for _, r := range w.Told {
			p.out.wrapped(plain, 8, "told of it by "+speaker(r)+" (second-hand, not counted):")
			p.cited(r)
		}
		for _, r := range w.Beside {
			p.out.wrapped(plain, 8, "an unnamed source of its side, "+speaker(r)+" (not counted):")
			p.cited(r)
		}
	}
}

func waitingWords(w query.Waiting) string {
	words, since := statusWords(readout.Status(w.Status)), cmp.Or(w.Since, "a day unknown")
	switch {
	case w.Computed:
		return words + " (computed); the matter is there since " + since
	case w.Expired:
		return words + " " + since + ", nothing newer on record"
	}
	return words + " since " + since
}
