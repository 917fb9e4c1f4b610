package main

import (
	"cmp"
	"context"
	"strings"

	"github.com/spf13/cobra"

	"readout"
	"readout/internal/serve/query"
)

func (p *program) statementsCommand() *cobra.Command {
	var q query.Query
	var asJSON bool
	c := &cobra.Command{
		Use:   "statements",
		Short: "List who said what",
		Long: `List statements in order of arrival of their reports. The flags narrow the list;
those that are given must all hold. Dates are those on which a statement was made.`,
		Example: `  readout statements --speaker "Ana Ruiz" --act deny
  readout statements --grade guessed
  readout statements --since 2026-03 --json`,
		Args: func(c *cobra.Command, args []string) error {
			if err := cobra.NoArgs(c, args); err != nil {
				return err
			}
			return q.Check()
		},
		RunE: func(c *cobra.Command, _ []string) error {
			return p.ask(c.Context(), func(e *query.Engine) error { return p.statements(c.Context(), e, q, asJSON) })
		},
	}
	c.Flags().StringVar(&q.Speaker, "speaker", "", "by this `party`: its name, a word of its name, or its id")
	c.Flags().StringVar((*string)(&q.Act), "act", "", "of this `act`: "+listed(readout.Acts))
	c.Flags().StringVar(&q.Doc, "doc", "", "in the document with this `id`")
	c.Flags().StringVar((*string)(&q.Grade), "grade", "", "of this `grade`: "+listed(readout.Grades))
	c.Flags().StringVar(&q.Since, "since", "", "made on or after this `day`, month or year")
	c.Flags().StringVar(&q.Until, "until", "", "made on or before this `day`, month or year")
	c.Flags().BoolVar(&asJSON, "json", false, "print JSON, one object a line")
	return c
}

// pageSize is how many statements are in memory at a time.
const pageSize = 5000

func (p *program) statements(ctx context.Context, e *query.Engine, q query.Query, asJSON bool) error {
	after, none := "", true
	for more := true; more; {
		var rows []query.Row
		var err error
		if rows, more, err = e.Statements(ctx, q, after, pageSize); err != nil {
			return err
		}
		for _, r := range rows {
			after, none = r.ID, false
			if !asJSON {
				p.printRow(r)
			} else if err := p.out.json(r); err != nil {
				return err
			}
		}
	}
	if none {
		p.note("no statement fits")
	}
	return nil
}

// printRow prints a statement: who does what, the sentence, where it stands.
func (p *program) printRow(r query.Row) {
	p.out.put(faint, r.ID)
	p.out.put(bold, "  "+oneLine(speaker(r)))
	p.out.printf(", %s%s", not(r.Negated), cmp.Or(string(r.Act), "act unknown"))
	p.out.put(faint, "  "+cmp.Or(dateWords(r.Said), "day unknown")+"  "+gradeWords(r.Grade))
	p.out.printf("\n")
	p.out.wrapped(plain, 4, r.Sentence)
	p.out.wrapped(faint, 4, place(r.Outlet, r.Published))
	if r.Grade == readout.Guessed && r.Why != "" {
		p.out.wrapped(faint, 4, "why: "+r.Why)
	}
	p.out.printf("\n")
}

func speaker(r query.Row) string { return cmp.Or(r.SpeakerName, r.Source, "nobody named") }

func not(negated bool) string {
	if negated {
		return "not: "
	}
	return ""
}

// place says in which report a sentence stands.
func place(outlet string, published *readout.Date) string {
	if day := dateWords(published); day != "" {
		return "— " + outlet + ", " + day
	}
	return "— " + outlet
}

// dateWords is an EDTF date for people, "" where nothing is known.
func dateWords(d *readout.Date) string {
	switch {
	case d == nil:
		return ""
	case !d.Known() && d.Weekday != "":
		return "a " + d.Weekday
	}
	from, to, stretch := strings.Cut(d.Value, "/")
	switch {
	case !stretch:
		return from
	case from == "" || from == "..":
		return "on or before " + to
	case to == "" || to == "..":
		return "from " + from
	}
	return from + " to " + to
}

func gradeWords(g readout.Grade) string {
	switch g {
	case readout.Sure:
		return "sure"
	case readout.Inherited:
		return "inherited"
	}
	return "guessed: please check"
}

func listed[T ~string](all []T) string {
	words := make([]string, len(all))
	for i, one := range all {
		words[i] = string(one)
	}
	return strings.Join(words, ", ")
}
