package main

import (
	"cmp"
	"errors"
	"fmt"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"readout"
	"readout/internal/serve/query"
)

// clockQuestion is what the commands share in whose answer the clock has a part.
type clockQuestion struct {
	question
	now string
}

// command gives a command its flags, and checks them before it runs.
func (q *clockQuestion) command(c *cobra.Command, args cobra.PositionalArgs) *cobra.Command {
	q.question.command(c, args)
	c.Args = func(c *cobra.Command, given []string) error { return errors.Join(args(c, given), q.clock().Check()) }
	nowFlag(c, &q.now)
	return c
}

func nowFlag(c *cobra.Command, now *string) {
	c.Flags().StringVar(now, "now", "", "let the clock show this `day` (default that of --as-of)")
}

func (q *clockQuestion) clock() query.Clock { return query.Clock{At: q.at, Now: q.now} }

// daysOf reads a stretch of time: 14d or 2w.
func daysOf(text string) (int, error) {
	factor := map[string]int{"d": 1, "w": 7}[text[max(0, len(text)-1):]]
	n, err := strconv.Atoi(text[:max(0, len(text)-1)])
	if err != nil || factor == 0 || n < 0 || n > 1_000_000 {
		return 0, usage("%q is no stretch of time; write 14d or 2w", text)
	}
	return n * factor, nil
}

// dueWords is the day of a commitment and how far away it is.
func dueWords(d query.Deadline) string {
	switch {
	case d.Was != nil:
		return "extended, new day not on record (was " + dateWords(d.Was) + ")"
	case !d.Due.Known() && d.Due != nil && d.Due.Weekday != "":
		return dateWords(d.Due) + ", week not known"
	case !d.Due.Known():
		return "no day"
	}
	words := dateWords(d.Due)
	switch {
	case d.AsOf == "":
	case d.Days == 0:
		words += ", today"
	case d.Days < 0:
		words += ", " + counted(-d.Days, "day") + " ago"
	default:
		words += ", in " + counted(d.Days, "day")
	}
	if d.Due.Grain != readout.GrainDay && d.Due.Grain != readout.GrainTime && d.AsOf != "" && !strings.HasSuffix(d.Due.Value, "..") {
		words += " (counted to the last it can mean)"
	}
	return words
}

// promiseWords is the state of a commitment with what made it. One that something
// will not happen is never plainly kept.
func promiseWords(state readout.CommitmentState, by, noBreach string) string {
	if noBreach == "" {
		return stateWords(state, by)
	}
	words := "no breach on record until " + noBreach
	switch {
	case state == readout.StateLapsed && by == "clock":
		return words + " (its time is over by the clock)"
	case state == readout.StateKept:
		return "said to be kept, " + words
	}
	return stateWords(state, by) + ", " + words
}

// boundWords says who is bound to whom.
func boundWords(d query.Deadline) string {
	who := cmp.Or(strings.Join(d.ObligorNames, ", "), "nobody named")
	if d.Kind == readout.Ultimatum {
		who = cmp.Or(d.IssuerName, "nobody named") + " to " + cmp.Or(d.AddresseeName, "nobody named")
	}
	if d.TellerName != "" {
		who += " (on the word of " + d.TellerName + ")"
	}
	return who
}

// lead begins one of a list: its id, its day and what it is.
func (p *program) lead(id, day, what string) {
	p.out.put(faint, id)
	p.out.printf("  %s\n", day)
	p.out.wrapped(bold, 2, what)
}

// printPromise prints a commitment in a list.
func (p *program) printPromise(d query.Deadline) {
	p.lead(d.ID, dueWords(d), promiseWords(d.State, d.By, d.NoBreach))
	p.out.wrapped(plain, 4, boundWords(d)+kindWords(d.Kind)+": "+d.What)
	if d.Condition != nil {
		p.out.wrapped(plain, 4, "condition: "+d.Condition.Text)
	}
	if d.Consequence != "" {
		p.out.wrapped(plain, 4, "or else: "+d.Consequence)
	}
	if d.Sentence != "" {
		p.sentence(d.Sentence, d.Outlet, d.Published)
	}
	if o := d.Outcome; o != nil && o.Sentence != "" && o.Sentence != d.Sentence {
		p.out.wrapped(plain, 4, fmt.Sprintf("%s on the word of %s:", d.State, cmp.Or(o.Speaker, "nobody named")))
		p.out.wrapped(plain, 8, o.Sentence)
	}
	p.out.printf("\n")
}

func kindWords(k readout.CommitmentKind) string {
	if k == readout.Promise {
		return ""
	}
	return ", " + string(k)
}
