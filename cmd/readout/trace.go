package main

import (
	"cmp"
	"context"
	"errors"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"readout"
	"readout/internal/serve/query"
)

func (p *program) traceCommand() *cobra.Command {
	var asJSON bool
	c := &cobra.Command{
		Use:   "trace ID",
		Short: "Follow a statement to where its words come from",
		Long: `Follow a statement or an utterance, by its id, to its origin: every report that
tells the same words, the first published first, with the chain of those who pass
them on, and how its wording differs from that of the first: [-so-] are words of
the first that it does not have, {+so+} its own. Reports that copy another's text
are marked. What else was said at the same time stands below.`,
		Example: `  readout trace s-3f2a
  readout trace u-81c0 --json`,
		Args: cobra.ExactArgs(1),
		RunE: func(c *cobra.Command, args []string) error {
			return p.ask(c.Context(), func(e *query.Engine) error { return p.trace(c.Context(), e, args[0], asJSON) })
		},
	}
	c.Flags().BoolVar(&asJSON, "json", false, "print JSON, one object on one line")
	return c
}

func (p *program) trace(ctx context.Context, e *query.Engine, id string, asJSON bool) error {
	t, err := e.Trace(ctx, id)
	var several *query.AmbiguousError
	switch {
	case errors.As(err, &several):
		return p.severalIDs(several)
	case err != nil:
		return err
	case asJSON:
		return p.out.json(t)
	}
	p.printTrace(t)
	return nil
}

func (p *program) printTrace(t *query.Trace) {
	if u := t.Utterance; u != nil {
		p.title("utterance", u.ID)
	} else {
		p.title("statement", t.Asked)
	}
	p.field("speaker", cmp.Or(t.SpeakerName, "nobody named"))
	if u := t.Utterance; u != nil {
		p.field("said", dateWords(u.Said))
		p.field("place", u.Place)
		p.field("channel", u.Channel)
	}
	p.field("told", tallyWords(t.Told))
	for i, w := range t.Witnesses {
		p.heading(tellingWords(w, i == 0, w.ID == t.Asked && len(t.Witnesses) > 1))
		p.field("chain", chainWords(w.Chain))
		if w.Within != nil {
			p.field("inside", "what "+speaker(*w.Within)+" says, "+w.Within.ID)
		}
		p.wording(w)
		p.cited(w.Row)
	}
	if len(t.Others) > 0 {
		p.heading("said at the same time")
	}
	for _, r := range t.Others {
		p.cited(r)
	}
}

// wording prints how the words of a report differ from those of an earlier one.
func (p *program) wording(w query.Telling) {
	switch {
	case w.Beside == "":
	case slices.ContainsFunc(w.Words, func(e query.Edit) bool { return e.Op != query.Same }):
		p.field("wording", "against "+w.Beside)
		p.out.wrapped(bold, 8, editWords(w.Words))
	default:
		p.field("wording", "word for word as "+w.Beside)
	}
}

func tellingWords(w query.Telling, first, asked bool) string {
	words := cmp.Or(dateWords(w.Published), "day unknown") + "  " + w.Outlet
	if first {
		words += ", the first on record"
	}
	if w.CopyOf != "" {
		words += ", " + strings.ReplaceAll(w.Copy, "-", " ") + " of " + w.CopyOf
	}
	if asked {
		words += " (asked for)"
	}
	return words
}

// chainWords writes tellers in order, each with the words by which the one
// before cites it.
func chainWords(chain []query.Teller) string {
	var b strings.Builder
	for i, t := range chain {
		if i > 0 {
			b.WriteString(" > ")
		}
		b.WriteString(t.Name)
		if t.Cue != "" || t.Kind == readout.Relays {
			b.WriteString(" (" + cmp.Or(t.Cue, string(t.Kind)) + ")")
		}
	}
	return b.String()
}
