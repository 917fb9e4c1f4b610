package main

import (
	"cmp"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"readout"
	"readout/internal/serve/query"
)

const clockRule = `States come from what is told; the clock makes due (the day has come) and lapsed
(it has passed, and no word on the outcome is on record), nothing else. A promise
that something will not happen is never plainly kept: no breach of it is on record
until some day. Vague days count to the last that they can mean.`

func (p *program) dueCommand() *cobra.Command {
	var q clockQuestion
	var within string
	c := q.command(&cobra.Command{
		Use:   "due",
		Short: "List what falls due, and what has become of it",
		Long: `List the promises, ultimatums and decisions that have a day, the earliest first,
each with its state on the day, the condition and the sentence.

` + clockRule,
		Example: `  readout due --within 14d --now 2026-05-06
  readout due --as-of 2026-05-10 --json`,
		RunE: func(c *cobra.Command, _ []string) error {
			f := query.PromiseFilter{Dated: true}
			if within != "" {
				days, err := daysOf(within)
				if err != nil {
					return err
				}
				f.Within = &days
			}
			return p.promises(c, q, f, "nothing on record falls due then")
		},
	}, cobra.NoArgs)
	c.Flags().StringVar(&within, "within", "", "only what falls due in the next `days` (14d) or weeks (2w)")
	return c
}

func (p *program) promisesCommand() *cobra.Command {
	var q clockQuestion
	var f query.PromiseFilter
	var states []string
	c := q.command(&cobra.Command{
		Use:   "promises",
		Short: "List promises, ultimatums and decisions",
		Long: `List promises, ultimatums and decisions, the earliest due first, those without a
day at the end. --obligor takes a name, a word of it, or an id; to whom an ultimatum
is put owes nothing. --state takes states with commas between, as of the day:
` + wrap(listed(query.States)) + `.

` + clockRule,
		Example: `  readout promises --obligor Ruiz --state given,due,lapsed
  readout promises --now 2026-05-10 --json`,
		RunE: func(c *cobra.Command, _ []string) error {
			for _, s := range states {
				state := readout.CommitmentState(s)
				if !slices.Contains(query.States, state) {
					return usage("%q is not a state; the states are %s", s, listed(query.States))
				}
				f.States = append(f.States, state)
			}
			return p.promises(c, q, f, "no promise on record fits")
		},
	}, cobra.NoArgs)
	c.Flags().StringVar(&f.Obligor, "obligor", "", "only those of this `party`")
	c.Flags().StringSliceVar(&states, "state", nil, "only those in these `states`")
	complete(c, "state", query.States)
	return c
}

// complete offers the values of a flag to a shell.
func complete[T ~string](c *cobra.Command, flag string, values []T) {
	var words []string
	for _, v := range values {
		words = append(words, string(v))
	}
	if err := c.RegisterFlagCompletionFunc(flag, cobra.FixedCompletions(words, cobra.ShellCompDirectiveNoFileComp)); err != nil {
		panic(err) // no such flag
	}
}

func (p *program) promises(c *cobra.Command, q clockQuestion, f query.PromiseFilter, none string) error {
	return p.ask(c.Context(), func(e *query.Engine) error {
		all, err := e.Promises(c.Context(), f, q.clock())
		if err != nil {
			return err
		}
		return printAll(p, all, q.asJSON, none, p.printPromise)
	})
}

func (p *program) promiseCommand() *cobra.Command {
	var q clockQuestion
	return q.command(&cobra.Command{
		Use:   "promise ID",
		Short: "Show one promise with its history",
		Long: `Show one promise, ultimatum or decision: who is bound to whom, on whose word, under
which condition, until when and how that day was reckoned, its state on the day, and
each step of its history with the sentence.

` + clockRule,
		Example: `  readout promise c-5e00
  readout promise c-5e00 --now 2026-05-10 --json`,
		RunE: func(c *cobra.Command, args []string) error {
			return p.aboutClaim(c.Context(), func(e *query.Engine) error {
				page, err := e.Promise(c.Context(), args[0], q.clock())
				switch {
				case err != nil:
					return err
				case q.asJSON:
					return p.out.json(page)
				}
				p.showCommitment(page)
				return nil
			})
		},
	}, cobra.ExactArgs(1))
}

func (p *program) showCommitment(v *query.CommitmentPage) {
	c := v.Commitment
	p.title(string(c.Kind), c.ID)
	p.field("what", c.What)
	for _, o := range v.Obligor {
		p.ref("bound", &o)
	}
	p.ref("told by", v.Teller)
	p.ref("asked by", v.AskedBy)
	p.ref("for", v.Beneficiary)
	p.ref("issued by", v.Issuer)
	p.ref("to", v.Addressee)
	if v.Addressee != nil && !v.Accepted {
		p.field("", "it owes nothing unless it accepts")
	}
	p.field("or else", c.Consequence)
	if c.Condition != nil {
		p.field("condition", c.Condition.Text)
	}
	p.field("decided", dateWords(c.Decided))
	p.field("for", c.Duration)
	p.field("from", dateWords(c.Start))
	p.showDue(v)
	p.field("state", promiseWords(v.State, v.By, v.NoBreach)+", as of "+cmp.Or(dateWords(v.AsOf), "the evidence"))
	p.list("tellers", v.Tellers)
	p.steps(v.Steps)
	p.evidence(slices.DeleteFunc(slices.Clone(v.Evidence), func(e query.EvidenceRow) bool {
		return e.Statement != nil && slices.ContainsFunc(v.Steps, func(s query.StepRow) bool { return s.Evidence == e.Statement.ID })
	}))
}

// showDue prints the day with its calculation, and the days that it has had.
func (p *program) showDue(v *query.CommitmentPage) {
	c := v.Commitment
	switch {
	case c.Due.Known():
		p.field("due", dateWords(c.Due))
		p.field("", c.Due.Basis)
	case v.Was != nil:
		p.field("due", "not on record: extended, it was "+dateWords(v.Was))
	case c.Due != nil && c.Due.Weekday != "":
		p.field("due", dateWords(c.Due)+", week not known; give the report's day with readout add --published")
	case c.Condition != nil:
		p.field("due", "no day, it waits for its condition")
	case c.Duration != "":
		p.field("due", "no day, the start is not known")
	}
	if len(v.Dues) > 1 {
		for _, d := range v.Dues {
			p.field("was given", dateWords(d.Due)+" "+place(d.Outlet, d.Published))
		}
	}
}

// steps prints a history.
func (p *program) steps(all []query.StepRow) {
	if len(all) == 0 {
		return
	}
	p.heading("history")
	for _, s := range all {
		on := "day unknown"
		if s.On != "" {
			on = dateWords(&readout.Date{Value: s.On})
		}
		p.out.printf("    %s  ", on)
		p.out.put(bold, string(s.State))
		p.out.printf("%s\n", stepWords(s))
		if s.Statement != nil {
			p.cited(*s.Statement)
		}
	}
}

// stepWords says on whose word a step is.
func stepWords(s query.StepRow) string {
	switch {
	case s.By == "clock":
		return " by the clock"
	case s.By == "person":
		return strings.TrimRight(" by a person's decision "+s.Evidence, " ")
	case s.Statement != nil:
		return ", on the word of " + oneLine(speaker(*s.Statement))
	}
	return ", on the outlet's own word"
}
