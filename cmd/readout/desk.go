package main

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"os"
	"os/user"
	"slices"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"readout"
	"readout/internal/decision"
	"readout/internal/ledger"
	"readout/internal/serve/query"
	"readout/internal/store/sqlite"
)

// desk is a person at the record: decisions are made in her name. Every
// decision drops the ledger, so the parties are those of when she sat down.
type desk struct {
	db      *sqlite.DB
	engine  *query.Engine
	who     string
	now     func() time.Time
	parties []readout.Party
}

func whoFlag(c *cobra.Command, who *string) {
	c.Flags().StringVar(who, "who", "", "the `name` of who decides (default $READOUT_WHO, else the name of the user)")
}

// atDesk opens the record for a person.
func (p *program) atDesk(ctx context.Context, who string, f func(*desk) error) error {
	who, err := decider(who)
	if err != nil {
		return err
	}
	db, err := p.openKept(ctx)
	if err != nil {
		return err
	}
	l, _, err := db.Ledger(ctx, ledger.Version)
	if err != nil {
		return errors.Join(err, db.Close())
	}
	d := &desk{db: db, engine: query.New(db, ledger.Version), who: who, now: time.Now, parties: l.Parties}
	return errors.Join(f(d), db.Close())
}

// decider is the name in which decisions are made.
func decider(given string) (string, error) {
	if who := cmp.Or(given, os.Getenv("READOUT_WHO"), userName()); who != "" {
		return who, nil
	}
	return "", hinted(errors.New("who decides is not known"), "give a name with --who")
}

func userName() string {
	u, err := user.Current()
	if err != nil {
		return ""
	}
	return cmp.Or(strings.TrimRight(u.Name, ","), u.Username)
}

// decide keeps what is decided about the things in args, ids first and then
// FIELD=VALUE. All of it is checked before any of it is kept.
func (d *desk) decide(ctx context.Context, what readout.DecisionKind, args []string, why string) ([]readout.Decision, error) {
	ids, set := apart(args)
	var all []readout.Decision
	var err error
	switch what {
	case readout.MergeThem, readout.SplitThem, readout.SameIt, readout.DifferentIt:
		all, err = d.pair(ctx, what, ids, set)
	case readout.StateIt:
		all, err = d.state(ctx, ids, set)
	default:
		all, err = d.single(ctx, what, ids, set)
	}
	if err != nil {
		return nil, err
	}
	return d.keep(ctx, all, why)
}

// change is FIELD=VALUE.
type change struct{ field, value string }

func apart(args []string) (ids []string, set []change) {
	for _, arg := range args {
		if field, value, ok := strings.Cut(arg, "="); ok {
			set = append(set, change{field, value})
		} else {
			ids = append(ids, arg)
		}
	}
	return ids, set
}

// single is a decision about one thing; to correct is one for each change. Names
// and beginnings of ids become ids.
func (d *desk) single(ctx context.Context, what readout.DecisionKind, ids []string, set []change) ([]readout.Decision, error) {
	switch correct := what == readout.CorrectIt; {
	case len(ids) != 1 && correct:
		return nil, usage("correct takes one id, and then FIELD=VALUE: %q is neither", append(ids, "", "")[1])
	case len(ids) != 1, !correct && len(set) > 0:
		return nil, usage("%s takes one id and nothing more", what)
	case correct && len(set) == 0:
		return nil, usage("correct needs a field and its value: FIELD=VALUE")
	case !correct:
		set = []change{{}}
	}
	target, err := d.engine.Target(ctx, ids[0])
	if err != nil {
		return nil, err
	}
	var all []readout.Decision
	for _, c := range set {
		switch {
		case slices.Contains(partyFields, c.field):
			c.value = d.party(c.value)
		case c.field == "parent" && c.value != "":
			parent, err := d.engine.Resolve(ctx, c.value)
			if err != nil {
				return nil, err
			}
			c.value = parent.ID
		}
		all = append(all, readout.Decision{What: what, Target: target, Field: c.field, Value: c.value})
	}
	return all, nil
}

// partyFields are those whose value is a party.
var partyFields = []string{"speaker", "party", "obligor", "actor", "part_of", "speaks_for", "principal"}

// pair is a decision about two things; the second may be given by its words.
func (d *desk) pair(ctx context.Context, what readout.DecisionKind, ids []string, set []change) ([]readout.Decision, error) {
	one := readout.Decision{What: what}
	var targets []readout.Target
	for _, id := range ids {
		if what == readout.MergeThem || what == readout.SplitThem {
			id = d.party(id)
		}
		t, err := d.engine.Target(ctx, id)
		if err != nil {
			return nil, err
		}
		targets = append(targets, t)
	}
	for _, c := range set {
		switch {
		case c.field == "text" && what == readout.SameIt:
			words := oneLine(c.value)
			targets = append(targets, readout.Target{Type: "proposition", ID: readout.NewID("q", words), Name: words})
		case c.field == "value" && what == readout.SameIt:
			one.Value = c.value
		default:
			return nil, usage("%s has no %s=", what, c.field)
		}
	}
	if len(targets) != 2 {
		return nil, usage("%s is of two things: give two ids", what)
	}
	if targets[0].Type == "proposition" && targets[1].Type == "statement" {
		targets[0], targets[1] = targets[1], targets[0]
	}
	one.Target, one.With = targets[0], &targets[1]
	return []readout.Decision{one}, nil
}

// state is a decision about what has become of a commitment.
func (d *desk) state(ctx context.Context, args []string, set []change) ([]readout.Decision, error) {
	if len(args) < 2 || len(args) > 3 || len(set) > 0 {
		return nil, usage("write state ID STATE, and the id of a statement that says so where there is one")
	}
	target, err := d.engine.Target(ctx, args[0])
	one := readout.Decision{What: readout.StateIt, Target: target, Value: args[1]}
	if err == nil && len(args) == 3 {
		var word readout.Target
		word, err = d.engine.Target(ctx, args[2])
		one.With = &word
	}
	return []readout.Decision{one}, err
}

// keep signs decisions and, if they are fit to be kept, keeps them.
func (d *desk) keep(ctx context.Context, all []readout.Decision, why string) ([]readout.Decision, error) {
	for i := range all {
		one, now := &all[i], d.now().UTC()
		one.Who, one.On, one.Why = d.who, now.Format(time.RFC3339), why
		one.ID = readout.NewID("z", one.Who, now.Format(time.RFC3339Nano), i, one.What, one.Target.ID)
		if err := decision.Check(*one); err != nil {
			return nil, usageError{err}
		}
	}
	if err := d.fits(ctx, all); err != nil {
		return nil, err
	}
	for i, one := range all {
		if err := d.db.Decide(ctx, one); err != nil {
			return all[:i], err
		}
	}
	return all, nil
}

// party is the id of the party that has this id or name; a name that nobody
// has stays a name.
func (d *desk) party(value string) string {
	for _, p := range d.parties {
		if p.ID == value || strings.EqualFold(p.Name, value) {
			return p.ID
		}
	}
	return value
}

// fits refuses decisions about one report that would have no effect: the words
// are not there.
func (d *desk) fits(ctx context.Context, all []readout.Decision) error {
	for _, one := range all {
		if decision.OfLedger(one) || one.Target.At == nil {
			continue
		}
		doc, err := d.db.Document(ctx, one.Target.At.Doc)
		if err != nil {
			return err
		}
		rec, err := d.db.Record(ctx, doc.ID)
		if err != nil {
			return err
		}
		switch _, unmet := decision.Record(doc, rec, []readout.Decision{one}); {
		case len(unmet) == 0:
		case one.What != readout.CorrectIt:
			return fmt.Errorf("%s is not there any more", one.Target.ID)
		default:
			return hinted(fmt.Errorf("%q does not stand in the report", one.Value),
				"source, cue and content are words of the report as they are there, with \" … \" between pieces of content; a parent is a statement of it")
		}
	}
	return nil
}
