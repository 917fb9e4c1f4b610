package main

import (
	"cmp"
	"context"
	"errors"

	"github.com/spf13/cobra"

	"readout/internal/ingest"
	"readout/internal/read"
	"readout/internal/serve/check"
	"readout/internal/serve/query"
)

func (p *program) explainCommand() *cobra.Command {
	var asJSON bool
	c := &cobra.Command{
		Use:   "explain ID | KIND",
		Short: "Tell how a statement came to be, or what a finding means",
		Long: `Tell how a statement came to be: the rule or model that found it, what the encoder
saw there with its probability, how the words of the source became a party, the
calculation of its dates, the chain of tellers, the grade and its reason. The
report is read again for it; the record is not touched.

Of a kind of finding (readout check): what it means, a right and a wrong example,
and what to do.`,
		Example: "  readout explain s-3f2a\n  readout explain quote-altered",
		Args:    cobra.ExactArgs(1),
		RunE: func(c *cobra.Command, args []string) error {
			if page := check.Page(check.Kind(args[0])); page != "" {
				p.out.printf("%s\n", page)
				return nil
			}
			return p.ask(c.Context(), func(e *query.Engine) error { return p.explain(c.Context(), e, args[0], asJSON) })
		},
	}
	c.Flags().BoolVar(&asJSON, "json", false, "print JSON, one object on one line")
	return c
}

func (p *program) explain(ctx context.Context, e *query.Engine, id string, asJSON bool) error {
	shown, err := p.resolved(ctx, e, id)
	if err != nil {
		return err
	}
	if shown.Statement == nil {
		return hinted(errors.New(id+" is a "+shown.Type+", and only statements can be explained"), "readout show "+id+" shows it with its evidence")
	}
	s := shown.Statement
	doc, err := e.Show(ctx, s.Statement.Doc, "")
	if err != nil {
		return err
	}
	r, err := read.New(cmp.Or(doc.Document.Document.Lang, ingest.DefaultLang))
	if err != nil {
		return err
	}
	x, err := r.Explain(doc.Document.Document, s.Statement)
	if err != nil {
		return err
	}
	if asJSON {
		return p.out.json(struct {
			Statement   any               `json:"statement"`
			Explanation *read.Explanation `json:"explanation"`
		}{s.Statement, x})
	}
	p.printExplanation(s, x)
	return nil
}

func (p *program) printExplanation(s *query.StatementPage, x *read.Explanation) {
	p.title("statement", s.Row.ID)
	p.out.wrapped(plain, 4, s.Before+"["+s.Row.Sentence+"]"+s.After)
	p.out.printf("\n")
	p.field("found by", x.Found)
	for _, line := range x.Encoder {
		p.field("encoder", line)
	}
	p.field("speaker", s.Row.SpeakerName+withID(s.Row.Speaker))
	for _, line := range x.Speaker {
		p.field("", line)
	}
	p.field("act", x.Act)
	for _, line := range x.Said {
		p.field("time", line)
	}
	p.list("chain", s.Chain)
	p.field("grade", x.Grade)
	p.field("by", s.Statement.By)
	if x.Changed {
		p.note("readout %s would not make this statement; readout add reads the report again", read.Version)
	}
}
