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

Then come pairs that may be one: parties, utterances told in several reports,
propositions. Each is shown with a sentence of both sides. Answer:

  y [REASON]         the two are the same; parties are merged
  n [REASON]         they are different (d is as good)
  s, u, q            as above

Every answer is kept at once, as a decision in your name, and what is decided
either way does not come again. Answers may also come from a file or a program:
one a line on standard input.`,
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

// doubt is one thing that needs a person's eye: a statement, or a pair.
type doubt struct {
	row  query.Row
	pair *query.CandidateRow
	a, b readout.Target // of the pair
}

func (p *program) review(ctx context.Context, d *desk, asJSON bool) error {
	queue, err := d.queue(ctx)
	switch {
	case err != nil:
		return err
	case asJSON:
		return p.printQueue(queue)
	case len(queue) == 0:
		p.note("nothing needs a person's eye")
		return nil
	}
	return (&reviewing{program: p, desk: d, answers: bufio.NewScanner(p.in)}).all(ctx, queue)
}

func (p *program) printQueue(queue []doubt) error {
	for _, one := range queue {
		var v any = one.row
		if one.pair != nil {
			v = one.pair
		}
		if err := p.out.json(v); err != nil {
			return err
		}
	}
	return nil
}

// queue is the guessed statements, in order of arrival, and then the joins that
// are not clear. What the pairs are is noted now, while there is a ledger.
func (d *desk) queue(ctx context.Context) ([]doubt, error) {
	var all []doubt
	for more, after := true, ""; more; {
		rows, rest, err := d.engine.Statements(ctx, query.Query{Grade: readout.Guessed}, after, pageSize)
		if err != nil {
			return nil, err
		}
		for _, row := range rows {
			all, after = append(all, doubt{row: row}), row.ID
		}
		more = rest
	}
	decisions, err := decided(ctx, d.db)
	if err != nil {
		return nil, err
	}
	pairs, err := d.engine.Candidates(ctx, decisions)
	if err != nil {
		return nil, err
	}
	for i := range pairs {
		one := doubt{pair: &pairs[i]}
		if one.a, err = d.engine.Target(ctx, pairs[i].A.ID); err != nil {
			return nil, err
		}
		if one.b, err = d.engine.Target(ctx, pairs[i].B.ID); err != nil {
			return nil, err
		}
		all = append(all, one)
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

func (r *reviewing) all(ctx context.Context, queue []doubt) error {
	for i, one := range queue {
		r.out.put(faint, fmt.Sprintf("%d of %d", i+1, len(queue)))
		r.out.printf("\n")
		if one.pair != nil {
			r.printPair(one.pair)
		} else {
			r.printRow(one.row)
		}
		err := r.one(ctx, one)
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

// one takes answers until a doubt is dealt with.
func (r *reviewing) one(ctx context.Context, about doubt) error {
	keys, answer := "a accept · r reject · c FIELD=VALUE · s skip · u undo · q quit > ", r.ofStatement
	if about.pair != nil {
		keys, answer = "y the same · n different · s skip · u undo · q quit > ", r.ofPair
	}
	for {
		r.out.put(faint, keys)
		r.out.flush()
		if !r.answers.Scan() {
			r.out.printf("\n")
			return errors.Join(r.answers.Err(), errEnough)
		}
		key, rest, _ := strings.Cut(strings.TrimSpace(r.answers.Text()), " ")
		done, err := false, error(nil)
		switch key {
		case "", "s":
			return nil
		case "q":
			return errEnough
		case "u":
			err = r.undo(ctx)
		default:
			done, err = true, answer(ctx, about, key, rest)
		}
		if err != nil && ctx.Err() == nil {
			r.tell(err) // a slip of the keys ends nothing
			continue
		}
		if done || err != nil {
			return err
		}
	}
}

func (r *reviewing) ofStatement(ctx context.Context, about doubt, key, rest string) error {
	args := []string{about.row.ID}
	switch key {
	case "a":
		return r.remember(r.desk.decide(ctx, readout.AcceptIt, args, reason(rest)))
	case "r":
		return r.remember(r.desk.decide(ctx, readout.RejectIt, args, reason(rest)))
	case "c":
		return r.remember(r.desk.decide(ctx, readout.CorrectIt, append(args, changes(rest)...), reason("")))
	}
	return usage("%q is none of a, r, c, s, u, q", key)
}

func reason(given string) string { return cmp.Or(given, "seen in review") }

// remember remembers an answer, so that it can be undone.
func (r *reviewing) remember(made []readout.Decision, err error) error {
	if len(made) > 0 {
		r.made = append(r.made, made)
	}
	return err
}

// undo takes back the last answer of this round. What it was about comes again
// in the next.
func (r *reviewing) undo(ctx context.Context) error {
	if len(r.made) == 0 {
		return usage("nothing has been decided in this round; readout log lists what was decided before")
	}
	for _, d := range r.made[len(r.made)-1] {
		if _, err := r.desk.decide(ctx, readout.RejectIt, []string{d.ID}, "undone in review"); err != nil {
			return err
		}
		r.note("undone: %s", decisionWords(d))
	}
	r.made = r.made[:len(r.made)-1]
	return nil
}

var changeBegins = regexp.MustCompile(`(?:^| )\w+=`)

// changes cuts a line into FIELD=VALUE; values may hold spaces.
func changes(line string) []string {
	var all []string
	begins := changeBegins.FindAllStringIndex(line, -1)
	for i, at := range begins {
		end := len(line)
		if i+1 < len(begins) {
			end = begins[i+1][0]
		}
		all = append(all, strings.TrimSpace(line[at[0]:end]))
	}
	return all
}
