package main

import (
	"cmp"
	"context"
	"errors"

	"github.com/spf13/cobra"

	"readout"
	"readout/internal/serve/query"
)

func (p *program) showCommand() *cobra.Command {
	var asJSON bool
	c := &cobra.Command{
		Use:     "show ID",
		Short:   "Show one thing of the record with its evidence",
		Example: "  readout show q-0a18",
		Long: `Show one thing of the record with its evidence: a report, statement, party,
proposition, utterance, response, commitment, contact, incident, story, origin
or revision.
The beginning of an id is enough where no other id begins so. Positions and
states are those of the newest day of publication in the record.`,
		Args: cobra.ExactArgs(1),
		RunE: func(c *cobra.Command, args []string) error {
			return p.ask(c.Context(), func(e *query.Engine) error { return p.show(c.Context(), e, args[0], asJSON) })
		},
	}
	c.Flags().BoolVar(&asJSON, "json", false, "print JSON, one object on one line")
	return c
}

func (p *program) show(ctx context.Context, e *query.Engine, id string, asJSON bool) error {
	shown, err := p.resolved(ctx, e, id)
	if err != nil {
		return err
	}
	if asJSON {
		return p.out.json(shown)
	}
	p.printShown(shown)
	return nil
}

// resolved is the thing with an id, or with the only one that begins so.
func (p *program) resolved(ctx context.Context, e *query.Engine, id string) (*query.Shown, error) {
	shown, err := e.Show(ctx, id, "")
	var several *query.AmbiguousError
	if errors.As(err, &several) {
		for _, c := range several.Candidates {
			p.note("%s is a %s", c.ID, c.Type)
		}
		return nil, hinted(errors.New("several things have an id that begins with "+id), p.hint(err))
	}
	return shown, err
}

func (p *program) printShown(s *query.Shown) {
	switch {
	case s.Document != nil:
		p.showDocument(s.Document)
	case s.Statement != nil:
		p.showStatement(s.Statement)
	case s.Party != nil:
		p.showParty(s.Party)
	case s.Proposition != nil:
		p.showProposition(s.Proposition)
	case s.Utterance != nil:
		p.showUtterance(s.Utterance)
	case s.Response != nil:
		p.showResponse(s.Response)
	case s.Commitment != nil:
		p.showCommitment(s.Commitment)
	case s.Contact != nil:
		p.showContact(s.Contact)
	case s.Incident != nil:
		p.showIncident(s.Incident)
	case s.Story != nil:
		p.title("story", s.Story.ID)
		p.field("title", s.Story.Title)
		p.list("documents", s.Story.Documents)
	case s.Origin != nil:
		p.title("origin", s.Origin.ID)
		p.field("earliest", s.Origin.Document)
		for _, c := range s.Origin.Copies {
			p.field("repeated in", c.Doc+"  "+c.Kind+percent(c.Containment))
		}
	case s.Revision != nil:
		p.showRevision(s.Revision)
	}
}

func (p *program) showRevision(r *readout.Revision) {
	p.title("revision", r.ID)
	p.field("document", r.Doc)
	p.field("version before", cmp.Or(r.Of, "not kept"))
	for _, n := range r.Notes {
		p.field("note", n.Text)
	}
	for _, c := range r.Changes {
		if c.Before != nil {
			p.field("before", c.Before.Text)
		}
		if c.After != nil {
			p.field("after", c.After.Text)
		}
	}
	for _, c := range r.Statements {
		p.field("statement", cmp.Or(c.Before, "new")+" → "+cmp.Or(c.After, "gone"))
	}
}

func (p *program) showDocument(d *query.DocumentPage) {
	p.title("document", d.Document.ID)
	p.field("title", d.Document.Title)
	p.field("outlet", d.Document.Outlet)
	p.field("published", cmp.Or(dateWords(d.Document.Published), "not known"))
	p.field("file", d.Document.Name)
	p.field("url", d.Document.URL)
	p.list("byline", d.Document.Byline)
	p.field("language", d.Document.Lang)
	p.field("read by", d.Reader)
	if d.Story != nil {
		p.field("story", d.Story.ID+"  "+d.Story.Title)
	}
	if d.Origin != nil {
		p.field("origin", d.Origin.ID+"  first in "+d.Origin.Document)
	}
	p.heading("text")
	for line := range splitLines(d.Document.Text) {
		p.out.wrapped(plain, 0, line)
		if line == "" {
			p.out.printf("\n")
		}
	}
	p.rows("statements", d.Rows)
	p.responses("responses", d.Responses)
}

func (p *program) showStatement(s *query.StatementPage) {
	r := s.Row
	p.title("statement", r.ID)
	p.field("speaker", r.SpeakerName+withID(r.Speaker))
	p.field("source", r.Source)
	p.field("cue", r.Cue)
	for _, c := range r.Content {
		p.field("content", c)
	}
	p.field("act", not(r.Negated)+string(r.Act))
	p.field("mode", string(r.Mode))
	p.field("said", dateWords(r.Said))
	if r.Said != nil {
		p.field("", r.Said.Basis)
	}
	p.list("chain", s.Chain)
	p.field("grade", gradeWords(r.Grade))
	p.field("why", r.Why)
	p.field("by", s.Statement.By)
	p.field("report", r.Outlet+withID(r.Doc))
	p.field("published", dateWords(r.Published))
	p.heading("in the text")
	p.out.wrapped(plain, 4, s.Before+"["+r.Sentence+"]"+s.After)
	p.out.printf("\n")
	if s.Parent != nil {
		p.rows("inside", []query.Row{*s.Parent})
	}
	p.rows("told within it", s.Inside)
	if s.Utterance != nil {
		p.field("utterance", s.Utterance.ID)
	}
	p.rows("other witnesses of the same utterance", s.Witnesses)
	p.stances(s.Stances)
}

// held is when a title was held, as far as the reports tell.
func held(o readout.Office) string {
	switch {
	case o.From != "" && o.To != "":
		return " (" + o.From + " to " + o.To + ")"
	case o.From != "":
		return " (from " + o.From + ")"
	case o.To != "":
		return " (to " + o.To + ")"
	}
	return ""
}

func (p *program) showParty(v *query.PartyPage) {
	p.title("party", v.Party.ID)
	p.field("name", v.Party.Name)
	p.field("kind", string(v.Party.Kind))
	p.list("also", v.Party.Aliases)
	for _, o := range v.Party.Offices {
		p.field("office", o.Title+held(o))
	}
	p.ref("part of", v.PartOf)
	p.ref("speaks for", v.SpeaksFor)
	p.ref("principal", v.Principal)
	for _, m := range v.Members {
		p.ref("member", &m)
	}
	p.positions(v.Positions)
	p.silences(v.Silent)
	p.responses("responses", v.Responses)
	p.deadlines(v.Deadlines)
	p.rows("statements", v.Statements)
}

func (p *program) showProposition(v *query.PropositionPage) {
	p.title("claim", v.ID)
	p.out.wrapped(bold, 2, v.Text)
	p.field("kind", string(v.Kind))
	p.field("as of", dateWords(v.AsOf))
	p.field("told", counted(v.Told.Statements, "statement")+", "+tallyWords(v.Told))
	for _, side := range []struct {
		heading string
		leaning int
	}{{"for it", 1}, {"against it", -1}, {"neither", 0}} {
		p.sideOf(side.heading, v.Positions, side.leaning)
	}
	if waiting := v.Waiting(); len(waiting) > 0 {
		p.heading("not answered")
		p.waiting(waiting)
	}
	p.uncounted("told by others (second-hand, not counted)", v.Stances, readout.SecondHand)
	p.uncounted("asked (a question is no stance)", v.Stances, readout.Questions)
	p.responses("responses", v.Responses)
	if len(v.SeeAlso) > 0 {
		p.heading("see also (near, not the same)")
	}
	for _, r := range v.SeeAlso {
		p.out.put(faint, "    "+r.ID)
		p.out.printf("  %s: %s\n", statusWords(readout.Status(r.Kind)), oneLine(r.Text))
	}
	p.heading("rule")
	p.out.wrapped(faint, 4, v.Rule)
}

// sideOf prints the positions that lean one way.
func (p *program) sideOf(heading string, all []query.PositionRow, leaning int) {
	var side []query.PositionRow
	for _, s := range all {
		if s.Under == "" && query.Leaning(s.Value) == leaning {
			side = append(side, s)
		}
	}
	if len(side) > 0 {
		p.heading(heading)
		p.standings(side)
	}
}

// uncounted prints stances of a kind that counts in no position.
func (p *program) uncounted(heading string, all []query.StanceRow, value readout.StanceValue) {
	for _, s := range all {
		if s.Value != value {
			continue
		}
		if heading != "" {
			p.heading(heading)
			heading = ""
		}
		p.out.put(bold, "    "+oneLine(cmp.Or(s.PartyName, "nobody named")))
		if s.ReportedValue != "" {
			p.out.printf(" %s, on the word of %s", s.ReportedValue, oneLine(speaker(s.Row)))
		}
		p.out.printf("\n")
		p.cited(s.Row)
	}
}

func (p *program) showUtterance(v *query.UtterancePage) {
	p.title("utterance", v.Utterance.ID)
	p.field("speaker", v.SpeakerName+withID(v.Utterance.Speaker))
	p.field("said", dateWords(v.Utterance.Said))
	p.field("place", v.Utterance.Place)
	p.field("channel", v.Utterance.Channel)
	p.list("told by", v.Tellers)
	p.rows("witnesses", v.Statements)
}
