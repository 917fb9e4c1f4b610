package main

import (
	"strings"

	"github.com/spf13/cobra"

	"readout"
	"readout/internal/serve/query"
)

func (p *program) quoteCommand() *cobra.Command {
	var q question
	var limit int
	c := q.command(&cobra.Command{
		Use:   "quote WORDS",
		Short: "Find who said these words, or words near to them",
		Long: `Find the statements whose words are nearest, with what differs: [-so-] are words
that you gave and the report does not have, {+so+} words that it has instead or
besides. The nearest comes first, of those equally near the first published.
Capitals, accents and the shape of marks make no difference. Exit code 1 means
that nothing near is on record. To follow one to its origin, give its id to
readout trace.`,
		Example: `  readout quote "we opened no gate that night"
  readout quote we opened no gate --limit 1 --json`,
		RunE: func(c *cobra.Command, args []string) error {
			return p.ask(c.Context(), func(e *query.Engine) error {
				found, err := e.Quote(c.Context(), words(args), q.at, limit)
				switch {
				case err != nil:
					return err
				case len(found) == 0:
					return &query.UnknownError{What: "statement near", ID: words(args), Hint: "try fewer of the words, or readout says PARTY --about WORDS"}
				case q.asJSON:
					return eachJSON(p.out, found)
				}
				for _, f := range found {
					p.printQuoted(f)
				}
				return nil
			})
		},
	}, cobra.MinimumNArgs(1))
	limitFlag(c, &limit, 5, "statements")
	return c
}

func (p *program) printQuoted(f query.Quoted) {
	p.out.put(faint, f.ID)
	p.out.put(bold, "  "+oneLine(speaker(f.Row)))
	p.out.printf(", %s", exactWords(f))
	p.out.put(faint, "  "+modeWords(f.Mode)+gradeMark(f.Grade))
	p.out.printf("\n")
	if !f.Exact() {
		p.out.wrapped(bold, 4, editWords(f.Words))
	}
	p.out.wrapped(plain, 4, f.Sentence)
	p.out.wrapped(faint, 4, place(f.Outlet, f.Published))
	p.out.printf("\n")
}

func exactWords(f query.Quoted) string {
	if f.Exact() {
		return "word for word"
	}
	return "altered"
}

// modeWords says whose words a report gives, as far as its form shows.
func modeWords(m readout.Mode) string {
	switch m {
	case readout.Direct:
		return "in quotation marks"
	case readout.Mixed:
		return "in quotation marks in part"
	case readout.Indirect:
		return "in the report's words"
	}
	return ""
}

func gradeMark(g readout.Grade) string {
	if g == readout.Guessed {
		return ", " + gradeWords(g)
	}
	return ""
}

// editWords writes a comparison of words the way wdiff does.
func editWords(edits []query.Edit) string {
	var parts []string
	for _, e := range edits {
		if e.Op == query.Same {
			parts = append(parts, e.Text)
			continue
		}
		if e.Asked != "" {
			parts = append(parts, "[-"+e.Asked+"-]")
		}
		if e.Text != "" {
			parts = append(parts, "{+"+e.Text+"+}")
		}
	}
	return strings.Join(parts, " ")
}
