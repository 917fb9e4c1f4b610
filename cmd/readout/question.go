package main

import (
	"context"
	"errors"
	"strings"

	"github.com/spf13/cobra"

	"readout/internal/serve/query"
)

// question is what the commands that ask about a day share.
type question struct {
	at     query.At
	asJSON bool
}

// command gives a command its flags, and checks them before it runs.
func (q *question) command(c *cobra.Command, args cobra.PositionalArgs) *cobra.Command {
	c.Args = func(c *cobra.Command, given []string) error { return errors.Join(args(c, given), q.at.Check()) }
	atFlags(c, &q.at)
	jsonFlag(c, &q.asJSON)
	return c
}

func atFlags(c *cobra.Command, at *query.At) {
	c.Flags().StringVar(&at.AsOf, "as-of", "", "count what was published by this `day`, month or year (default the newest)")
	c.Flags().StringVar(&at.RecordedBy, "recorded-by", "", "count the reports that were in the file by this `day`, month or year")
}

func jsonFlag(c *cobra.Command, asJSON *bool) {
	c.Flags().BoolVar(asJSON, "json", false, "print JSON, one object a line")
}

// inList is how many things a list shows, if nobody says otherwise.
const inList = 20

func limitFlag(c *cobra.Command, limit *int, n int, what string) {
	c.Flags().IntVar(limit, "limit", n, "show at most this `number` of "+what+"; 0 is all")
}

// words joins the arguments of a command that takes words.
func words(args []string) string { return strings.Join(args, " ") }

// aboutClaim asks about a claim; where words fit several, they are listed.
func (p *program) aboutClaim(ctx context.Context, f func(*query.Engine) error) error {
	err := p.ask(ctx, f)
	var several *query.SeveralError
	if errors.As(err, &several) {
		for _, c := range several.Claims[:min(len(several.Claims), inList)] {
			p.note("%s  %s", c.ID, c.Text)
		}
	}
	var ambiguous *query.AmbiguousError
	if errors.As(err, &ambiguous) {
		return p.severalIDs(ambiguous)
	}
	return err
}

// severalIDs lists what has an id that begins so.
func (p *program) severalIDs(err *query.AmbiguousError) error {
	for _, c := range err.Candidates {
		p.note("%s is a %s", c.ID, c.Type)
	}
	return hinted(errors.New("several things have an id that begins with "+err.Prefix), p.hint(err))
}

// printAll prints a list in one form or the other, or notes that it is empty.
func printAll[T any](p *program, all []T, asJSON bool, none string, show func(T)) error {
	if len(all) == 0 {
		p.note("%s", none)
	}
	if asJSON {
		return eachJSON(p.out, all)
	}
	for _, v := range all {
		show(v)
	}
	return nil
}
