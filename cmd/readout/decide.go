package main

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"os"
	"os/user"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"readout"
	"readout/internal/decision"
	"readout/internal/ledger"
	"readout/internal/serve/query"
	"readout/internal/store"
	"readout/internal/store/sqlite"
)

// desk is a person at the record: decisions are made in her name.
type desk struct {
	db     *sqlite.DB
	engine *query.Engine
	who    string
	now    func() time.Time
}

func (p *program) decideCommand() *cobra.Command {
	var who, why string
	c := &cobra.Command{
		Use:   "decide accept|reject|correct ID [FIELD=VALUE...]",
		Short: "Decide what the reader has left open, or got wrong",
		Long: `Decide about a statement or an answer, in your name and with a reason. What was
read stays as it is; the decision stands beside it and holds again after every
reading. accept says that a statement is right as it stands; reject takes it (or
an answer) out of every list and count; correct gives fields another value.
To undo a decision, reject it: readout log has its id.

Fields of a statement: ` + strings.Join(decision.Fields("statement"), ", ") + `.
Fields of an answer: ` + strings.Join(decision.Fields("response"), ", ") + `.
A speaker is an id or a name; nothing (speaker=) is nobody. Words of the report
(source, cue, content) must stand in it; " … " goes between pieces of content.`,
		Example: `  readout decide accept s-4f0a --why "heard the recording"
  readout decide correct s-4f0a speaker="Ana Ruiz" act=deny --why "she, not her deputy"
  readout decide reject z-81c2 --why "the recording was of another day"`,
		Args: cobra.MinimumNArgs(2),
		RunE: func(c *cobra.Command, args []string) error {
			if strings.TrimSpace(why) == "" {
				return usage("a decision needs a reason: --why TEXT")
			}
			return p.atDesk(c.Context(), who, func(d *desk) error { return p.decide(c.Context(), d, args, why) })
		},
	}
	c.Flags().StringVar(&why, "why", "", "the reason, in a `sentence`")
	whoFlag(c, &who)
	return c
}

func whoFlag(c *cobra.Command, who *string) {
	c.Flags().StringVar(who, "who", "", "the `name` of who decides (default $READOUT_WHO, else the name of the user)")
}

// atDesk opens the record for a person.
func (p *program) atDesk(ctx context.Context, who string, f func(*desk) error) error {
	who = cmp.Or(who, os.Getenv("READOUT_WHO"), userName())
	if who == "" {
		return hinted(errors.New("who decides is not known"), "give a name with --who")
	}
	db, err := p.openKept(ctx)
	if err != nil {
		return err
	}
	d := &desk{db: db, engine: query.New(db, ledger.Version), who: who, now: time.Now}
	return errors.Join(f(d), db.Close())
}

func userName() string {
	u, err := user.Current()
	if err != nil {
		return ""
	}
	return cmp.Or(strings.TrimRight(u.Name, ","), u.Username)
}

func (p *program) decide(ctx context.Context, d *desk, args []string, why string) error {
	all, err := d.decide(ctx, readout.DecisionKind(args[0]), args[1], args[2:], why)
	for _, one := range all {
		p.out.printf("%s  %s\n", one.ID, decisionWords(one))
	}
	return err
}

// decide keeps a decision about what has this id; to correct is one for each
// change (FIELD=VALUE), and all of them are checked before the first is kept.
func (d *desk) decide(ctx context.Context, what readout.DecisionKind, id string, changes []string, why string) ([]readout.Decision, error) {
	switch correct := what == readout.CorrectIt; {
	case correct && len(changes) == 0:
		return nil, usage("correct needs a field and its value: FIELD=VALUE")
	case !correct && len(changes) > 0:
		return nil, usage("%s takes one id and nothing more", what)
	case !correct:
		changes = []string{""}
	}
	target, err := d.target(ctx, id)
	if err != nil {
		return nil, err
	}
	var all []readout.Decision
	for _, change := range changes {
		one, err := d.decision(ctx, what, target, change, why)
		if err != nil {
			return nil, err
		}
		all = append(all, one)
	}
	if err := d.fits(ctx, target, all); err != nil {
		return nil, err
	}
	for i, one := range all {
		if err := d.db.Decide(ctx, one); err != nil {
			return all[:i], err
		}
	}
	return all, nil
}

// target is what has this id, with the place where it stands.
func (d *desk) target(ctx context.Context, id string) (readout.Target, error) {
	ref, err := d.engine.Resolve(ctx, id)
	if err != nil {
		return readout.Target{}, err
	}
	t := readout.Target{Type: ref.Type, ID: ref.ID}
	switch ref.Type {
	case "statement":
		for s, err := range d.db.Statements(ctx, store.Filter{IDs: []string{ref.ID}}) {
			if err != nil {
				return t, err
			}
			t.At = &s.Span
		}
	case "response":
		shown, err := d.engine.Show(ctx, ref.ID, "")
		if err != nil {
			return t, err
		}
		t.At = &shown.Response.Span
	}
	return t, nil
}

// decision is one that is fit to be kept. Change is FIELD=VALUE, or nothing.
func (d *desk) decision(ctx context.Context, what readout.DecisionKind, t readout.Target, change, why string) (readout.Decision, error) {
	one := readout.Decision{Who: d.who, On: d.now().UTC().Format(time.RFC3339), What: what, Target: t, Why: why}
	if change != "" {
		field, value, ok := strings.Cut(change, "=")
		if !ok {
			return one, usage("%q is not FIELD=VALUE", change)
		}
		one.Field, one.Value = field, value
		if field == "speaker" || field == "party" {
			one.Value = d.party(ctx, value)
		}
	}
	one.ID = readout.NewID("z", one.Who, one.On, one.What, t.ID, one.Field, one.Value)
	if err := decision.Check(one); err != nil {
		return one, usageError{err}
	}
	return one, nil
}

// party is the id of the party that has this id or name; a name that nobody
// has stays a name.
func (d *desk) party(ctx context.Context, value string) string {
	l, _, err := d.db.Ledger(ctx, ledger.Version)
	if err != nil {
		return value
	}
	for _, p := range l.Parties {
		if p.ID == value || strings.EqualFold(p.Name, value) {
			return p.ID
		}
	}
	return value
}

// fits refuses decisions that would have no effect: the words are not there.
func (d *desk) fits(ctx context.Context, t readout.Target, all []readout.Decision) error {
	if t.At == nil {
		return nil
	}
	doc, err := d.db.Document(ctx, t.At.Doc)
	if err != nil {
		return err
	}
	rec, err := d.db.Record(ctx, t.At.Doc)
	if err != nil {
		return err
	}
	for _, one := range all {
		if _, unmet := decision.Record(doc, rec, []readout.Decision{one}); len(unmet) > 0 {
			return hinted(fmt.Errorf("%q does not stand in the report", one.Value),
				"source, cue and content are words of the report as they are there; \" … \" goes between pieces of content")
		}
	}
	return nil
}

// decisionWords says what was decided, on one line.
func decisionWords(d readout.Decision) string {
	s := string(d.What) + " " + d.Target.Type + " " + d.Target.ID
	if d.Field != "" {
		s += "  " + d.Field + "=" + d.Value
	}
	return s
}
