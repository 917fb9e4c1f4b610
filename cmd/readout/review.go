package main

import (
	"bufio"
	"cmp"
	"context"
	"errors"
	"fmt"
	"regexp"
	"strings"

	"github.com/spf13/cobra"

	"readout"
	"readout/internal/serve/query"
)

func (p *program) reviewCommand() *cobra.Command {
	var who string
	var asJSON bool
	c := &cobra.Command{
		Use:   "review",
		Short: "Go through what needs a person's eye",
		Long: `Show the statements that the reader was not sure of, one after the other, each
with its sentence and what made it unsure. Answer with a line:

  a [REASON]         it is right as it stands
  r [REASON]         it is wrong: take it out
  c FIELD=VALUE...   correct it; fields are those of readout decide --help
  s, or nothing      leave it for another time
  u                  undo what was decided last
  q                  stop

Every answer is kept at once, as a decision in your name. Answers may also come
from a file or a program: one a line on standard input.`,
		Example: `  readout review
  readout review --json`,
		Args: cobra.NoArgs,
		RunE: func(c *cobra.Command, _ []string) error {
			return p.atDesk(c.Context(), who, func(d *desk) error { return p.review(c.Context(), d, asJSON) })
		},
	}
	c.Flags().BoolVar(&asJSON, "json", false, "only list them, as JSON, one object a line")
	whoFlag(c, &who)
	return c
}

func (p *program) review(ctx context.Context, d *desk, asJSON bool) error {
	queue, err := d.queue(ctx)
	switch {
	case err != nil:
		return err
	case asJSON:
		return eachJSON(p.out, queue)
	case len(queue) == 0:
		p.note("nothing needs a person's eye")
		return nil
	}
	return (&reviewing{program: p, desk: d, answers: bufio.NewScanner(p.in)}).all(ctx, queue)
}

// queue is the guessed statements, in order of arrival.
func (d *desk) queue(ctx context.Context) ([]query.Row, error) {
	var all []query.Row
	for more, after := true, ""; more; {
		rows, rest, err := d.engine.Statements(ctx, query.Query{Grade: readout.Guessed}, after, pageSize)
		if err != nil {
			return nil, err
		}
		if all, more = append(all, rows...), rest; len(rows) > 0 {
			after = rows[len(rows)-1].ID
		}
	}
	return all, nil
}

// reviewing is one person's round; made is what she has decided in it, by answer.
type reviewing struct {
	*program
	*desk
	answers *bufio.Scanner
	made    [][]readout.Decision // an answer each
}

var errEnough = errors.New("enough for today")

func (r *reviewing) all(ctx context.Context, queue []query.Row) error {
	for i, row := range queue {
		r.out.put(faint, fmt.Sprintf("%d of %d", i+1, len(queue)))
		r.out.printf("\n")
		r.printRow(row)
		err := r.one(ctx, row.ID)
		if errors.Is(err, errEnough) {
			break
		}
		if err != nil {
			return err
		}
	}
	r.note("%d decided, of %d", len(r.made), len(queue))
	return nil
}

// one takes answers until the statement is dealt with.
func (r *reviewing) one(ctx context.Context, id string) error {
	for {
		r.out.put(faint, "a accept · r reject · c FIELD=VALUE · s skip · u undo · q quit > ")
		r.out.flush()
		if !r.answers.Scan() {
			r.out.printf("\n")
			return errors.Join(r.answers.Err(), errEnough)
		}
		done, err := r.answer(ctx, id, strings.TrimSpace(r.answers.Text()))
		if err != nil && !errors.Is(err, errEnough) && ctx.Err() == nil {
			r.tell(err) // a slip of the keys ends nothing
			continue
		}
		if done || err != nil {
			return err
		}
	}
}

func (r *reviewing) answer(ctx context.Context, id, line string) (done bool, err error) {
	key, rest, _ := strings.Cut(line, " ")
	switch key {
	case "", "s":
		return true, nil
	case "q":
		return true, errEnough
	case "u":
		return false, r.undo(ctx)
	case "a":
		return true, r.keep(ctx, readout.AcceptIt, id, nil, rest)
	case "r":
		return true, r.keep(ctx, readout.RejectIt, id, nil, rest)
	case "c":
		return true, r.keep(ctx, readout.CorrectIt, id, changes(rest), "")
	}
	return false, usage("%q is none of a, r, c, s, u, q", key)
}

func (r *reviewing) keep(ctx context.Context, what readout.DecisionKind, id string, changes []string, why string) error {
	all, err := r.desk.decide(ctx, what, id, changes, cmp.Or(why, "seen in review"))
	if len(all) > 0 {
		r.made = append(r.made, all)
	}
	return err
}

// undo takes back the last answer of this round. The statement comes again
// in the next.
func (r *reviewing) undo(ctx context.Context) error {
	if len(r.made) == 0 {
		return usage("nothing has been decided in this round; readout log lists what was decided before")
	}
	for _, d := range r.made[len(r.made)-1] {
		if _, err := r.desk.decide(ctx, readout.RejectIt, d.ID, nil, "undone in review"); err != nil {
			return err
		}
		r.note("undone: %s", decisionWords(d))
	}
	r.made = r.made[:len(r.made)-1]
	return nil
}

var change = regexp.MustCompile(`(?:^| )\w+=`)

// changes cuts a line into FIELD=VALUE; values may hold spaces.
func changes(line string) []string {
	var all []string
	begins := change.FindAllStringIndex(line, -1)
	for i, at := range begins {
		end := len(line)
		if i+1 < len(begins) {
			end = begins[i+1][0]
		}
		all = append(all, strings.TrimSpace(line[at[0]:end]))
	}
	return all
}
