package main

import (
	"cmp"
	"context"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"readout"
	"readout/internal/serve/query"
)

func (p *program) claimsCommand() *cobra.Command {
	var q question
	var limit int
	c := q.command(&cobra.Command{
		Use:   "claims",
		Short: "List the matters on record, with who is for and against",
		Long: `List the matters on which somebody has taken a stance: those spoken of in the
latest reports, the contested first, then those on which an answer is open. Each
has its newest sentence; readout claim has the rest.`,
		Example: `  readout claims --as-of 2026-05-10
  readout claims --limit 0 --json`,
		RunE: func(c *cobra.Command, _ []string) error {
			return p.ask(c.Context(), func(e *query.Engine) error {
				return p.matters(c.Context(), e, q, limit, p.printClaimLine, func(m query.Matter) error { return p.out.json(m) })
			})
		},
	}, cobra.NoArgs)
	limitFlag(c, &limit, inList, "claims")
	return c
}

func (p *program) claimCommand() *cobra.Command {
	var q question
	return q.command(&cobra.Command{
		Use:   "claim WORDS|ID",
		Short: "Show where everybody stands on one matter",
		Long: `Show one matter: where each party stands, with its sentences, how many origins
they have and who tells of them; who has not answered; what others tell of a
party, which is shown and not counted; and near matters. Words find the matter
that has most of them, in its own words or in what was said of it; where several
have as many, they are listed. (Same answer as the matter's page in the browser.)`,
		Example: `  readout claim gate opened at night
  readout claim q-0a18 --as-of 2026-05-07 --json`,
		RunE: func(c *cobra.Command, args []string) error {
			return p.aboutClaim(c.Context(), func(e *query.Engine) error {
				page, err := e.Claim(c.Context(), words(args), q.at)
				switch {
				case err != nil:
					return err
				case q.asJSON:
					return p.out.json(page)
				}
				p.showProposition(page)
				return nil
			})
		},
	}, cobra.MinimumNArgs(1))
}

func (p *program) positionsCommand() *cobra.Command {
	var q question
	var limit int
	c := q.command(&cobra.Command{
		Use:   "positions",
		Short: "Show where every party stands, as of a day",
		Long: `Show, matter by matter in the order of readout claims, where every party stands as
of a day, each with its sentence, and who has not answered. The rule by which it is
found stands at the end. "Nothing on record" is computed: the party is named,
addressed or told of, and has no word of its own in this file.`,
		Example: `  readout positions --as-of 2026-05-07
  readout positions --recorded-by 2026-05-06 --json`,
		RunE: func(c *cobra.Command, _ []string) error {
			return p.ask(c.Context(), func(e *query.Engine) error {
				err := p.matters(c.Context(), e, q, limit, p.printMatter, p.matterLines)
				if err == nil && !q.asJSON {
					p.out.wrapped(faint, 0, "Rule: "+query.Rule)
				}
				return err
			})
		},
	}, cobra.NoArgs)
	limitFlag(c, &limit, inList, "matters")
	return c
}

// matters prints matters one by one.
func (p *program) matters(ctx context.Context, e *query.Engine, q question, limit int, show func(query.Matter), asJSON func(query.Matter) error) error {
	page, more, err := e.Matters(ctx, q.at, 0, limit)
	if err != nil {
		return err
	}
	for _, m := range page {
		if !q.asJSON {
			show(m)
		} else if err := asJSON(m); err != nil {
			return err
		}
	}
	switch {
	case len(page) == 0:
		p.note("nobody has taken a stance on anything that counts here")
	case more:
		p.note("there are more; --limit 0 shows all")
	}
	return nil
}

// printClaimLine prints a matter in a list.
func (p *program) printClaimLine(m query.Matter) {
	p.matterTitle(m)
	for _, side := range []struct {
		heading string
		leaning int
	}{{"for", 1}, {"against", -1}, {"neither", 0}} {
		var names []string
		for _, s := range m.Positions {
			if s.Under == "" && query.Leaning(s.Value) == side.leaning {
				names = append(names, s.PartyName)
			}
		}
		p.listLine(side.heading, names)
	}
	var open []string
	for _, r := range m.Unanswered() {
		open = append(open, cmp.Or(r.PartyName, "nobody named")+" ("+responseWords(r)+")")
	}
	for _, s := range m.Silent {
		open = append(open, s.PartyName+" (nothing on record, computed)")
	}
	p.listLine("open", open)
	if r, ok := newestRow(m); ok {
		p.cited(r)
	}
	p.out.printf("\n")
}

// listLine prints names after a word, in as many lines as they take.
func (p *program) listLine(heading string, names []string) {
	if len(names) > 0 {
		p.out.wrapped(plain, 4, heading+": "+strings.Join(names, ", "))
	}
}

func (p *program) matterTitle(m query.Matter) {
	p.out.put(faint, m.ID)
	what := "  " + counted(m.Documents, "report")
	if m.Contested() {
		what += ", contested"
	}
	p.out.put(faint, what+", newest "+cmp.Or(m.Newest, "day unknown"))
	p.out.printf("\n")
	p.out.wrapped(bold, 2, m.Text)
}

// newestRow is the statement of a matter that was published last.
func newestRow(m query.Matter) (newest query.Row, ok bool) {
	for _, s := range m.Positions {
		for _, r := range s.Rows {
			if !ok || dateValue(r.Published) > dateValue(newest.Published) {
				newest, ok = r, true
			}
		}
	}
	return newest, ok
}

// printMatter prints a matter with everybody's position.
func (p *program) printMatter(m query.Matter) {
	p.matterTitle(m)
	p.standings(m.Positions)
	p.waiting(m.Waiting())
	p.out.printf("\n")
}

// matterLines prints a matter's positions, responses and silences as JSON, each
// with its type.
func (p *program) matterLines(m query.Matter) error {
	for _, s := range m.Positions {
		err := p.out.json(struct {
			Type string `json:"type"`
			query.PositionRow
		}{"position", s})
		if err != nil {
			return err
		}
	}
	for _, w := range m.Waiting() {
		err := p.out.json(struct {
			Type string `json:"type"`
			query.Waiting
		}{"waiting", w})
		if err != nil {
			return err
		}
	}
	return nil
}

// standings prints positions, each with its sentences.
func (p *program) standings(all []query.PositionRow) {
	for _, s := range all {
		if s.Under == "" {
			p.standing(s)
		}
	}
}

// inFront is how many speech events are shown of a position.
const inFront = 2

func (p *program) standing(s query.PositionRow) {
	p.out.put(bold, "    "+oneLine(s.PartyName))
	p.out.printf(" %s%s%s\n", s.Value, basisWords(s), markWords(s))
	p.out.wrapped(faint, 8, cmp.Or(s.On, "day unknown")+", "+tallyWords(s.Told))
	shown := map[string]bool{}
	for _, r := range s.Rows {
		event := cmp.Or(r.Utterance, r.ID)
		if len(shown) < inFront && !shown[event] {
			shown[event] = true
			p.cited(r)
		}
	}
	if rest := len(s.Rows) - len(shown); rest > 0 {
		p.out.wrapped(faint, 8, "and "+counted(rest, "more telling"))
	}
	for _, r := range s.Against {
		p.out.wrapped(plain, 8, "against it, "+speaker(r)+":")
		p.cited(r)
	}
	var voices []string
	for _, r := range s.Beside {
		if name := speaker(r); !slices.Contains(voices, name) {
			voices = append(voices, name)
		}
	}
	if len(voices) > 0 {
		p.out.wrapped(faint, 8, "of the same side: "+strings.Join(voices, ", "))
	}
}

// markWords warns of a position that is not what it looks like.
func markWords(s query.PositionRow) string {
	words := ""
	if s.PartyKind == readout.Unnamed {
		words += " (unnamed source)"
	}
	if len(s.Conflict) > 0 {
		words += " (conflict on one day: " + listed(s.Conflict) + ")"
	}
	if s.Grade == readout.Guessed {
		words += " (guessed: please check)"
	}
	return words
}

// tallyWords counts origins and lists tellers.
func tallyWords(t query.Tally) string {
	words := counted(t.Origins, "origin")
	if len(t.Tellers) > 0 {
		words += ", told by " + strings.Join(t.Tellers, ", ")
	}
	return words
}

// cited prints the sentence of a statement, where it stands, and its id.
func (p *program) cited(r query.Row) {
	p.out.wrapped(plain, 8, r.Sentence)
	p.out.wrapped(faint, 8, place(r.Outlet, r.Published)+", "+r.ID+gradeMark(r.Grade))
}

// responseWords is the status of a response; one for a time that is over says
// no more than that nothing newer has come.
func responseWords(r query.ResponseRow) string {
	if r.Expired {
		return statusWords(r.Status) + " then, nothing newer on record"
	}
	return statusWords(r.Status)
}
