package main

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"os"
	"slices"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"readout"
	"readout/internal/ingest"
	"readout/internal/ledger"
	"readout/internal/read"
	"readout/internal/serve/check"
	"readout/internal/serve/query"
	"readout/internal/store/sqlite"
)

// checking is a check as it is asked for.
type checking struct {
	ingest.Options
	at                  query.At
	story, format       string
	strict              bool
	silence, why, whose string
}

var checkFormats = []string{"text", "json", "sarif"}

func (p *program) checkCommand() *cobra.Command {
	o := checking{format: checkFormats[0]}
	c := &cobra.Command{
		Use:   "check FILE | -",
		Short: "Check a draft against the record",
		Long: `Read a draft (plain text, Markdown, HTML, Word) as a report is read, and list where
the record says otherwise or has nothing, the weightiest first: the place in the
draft, the reason in a sentence, and the sentences on record that it rests on.
The draft does not enter the record. Kinds of findings, each of which readout
explain KIND explains:
  ` + wrap(listed(check.Kinds)) + `.

An error: the record says otherwise. A question: it may say otherwise, but the
reader guessed something that this rests on. A hint: nothing is wrong, something
may be missing. What is not plain is not said: no finding is no proof.

A finding is silenced, with a reason that is kept as a decision, by --silence and
its id, or in the draft, by a comment on its line or alone on the one before:
  <!-- readout: ignore quote-unknown: from our own interview -->

Exit codes: 0 nothing found, or hints alone; 1 errors or questions that are not
silenced, with --strict hints too; 2 the check could not be made.`,
		Example: `  readout check draft.md --published 2026-05-08
  readout check - --format sarif < draft.html > draft.sarif
  readout check draft.docx --silence f-3a90 --why "she told us so"`,
		Args: func(c *cobra.Command, args []string) error {
			return errors.Join(cobra.ExactArgs(1)(c, args), o.check())
		},
		RunE: func(c *cobra.Command, args []string) error { return p.check(c.Context(), args[0], o) },
	}
	f := c.Flags()
	f.StringVar(&o.at.AsOf, "as-of", "", "count what was published by this `day`, month or year (default the newest)")
	f.StringVar(&o.story, "story", "", "look at the reports of the story with this `id` alone")
	f.StringVar(&o.format, "format", o.format, "`name` of the output's format: "+strings.Join(checkFormats, ", "))
	f.StringVar(&o.Published, "published", "", "`day` on which the draft is to be published (default what it says, or --as-of)")
	f.StringVar(&o.Outlet, "outlet", "", "`name` of the outlet that publishes it")
	f.StringVar(&o.Lang, "lang", "", "`tag` of the language to read it in (default what it declares, else "+ingest.DefaultLang+")")
	f.BoolVar(&o.strict, "strict", false, "hints too give exit code 1")
	f.StringVar(&o.silence, "silence", "", "silence the finding with this `id`, for the reason in --why")
	f.StringVar(&o.why, "why", "", "the reason, in a `sentence`")
	whoFlag(c, &o.whose)
	return c
}

func (o checking) check() error {
	if !slices.Contains(checkFormats, o.format) {
		return fmt.Errorf("check: no format %q; there is: %s", o.format, strings.Join(checkFormats, ", "))
	}
	if o.silence != "" && strings.TrimSpace(o.why) == "" {
		return errors.New("check: to silence a finding needs a reason: --why TEXT")
	}
	if o.Lang != "" {
		if _, err := read.New(o.Lang); err != nil {
			return fmt.Errorf("check: --lang: %w", err)
		}
	}
	return errors.Join(o.Options.Check(), o.at.Check())
}

// check prints what is found in a draft. Whatever keeps it from being checked
// is an unreadError.
func (p *program) check(ctx context.Context, path string, o checking) error {
	d, err := p.draft(path, o)
	if err != nil {
		return unreadError{err}
	}
	db, err := p.openKept(ctx)
	if err != nil {
		return unreadError{err}
	}
	found, err := p.beside(ctx, db, d, o)
	switch {
	case err != nil:
	case o.silence != "":
		err = p.silence(ctx, db, found, o)
	default:
		err = p.printFindings(d.doc.Name, found, o)
	}
	if err = errors.Join(err, db.Close()); err != nil {
		return unreadError{err}
	}
	open := check.Open(found)
	if o.silence == "" && open[check.Error]+open[check.Question] > 0 || o.strict && open[check.Hint] > 0 {
		return errTold
	}
	return nil
}

// draft is a draft as it was read, and the file that it came in.
type draft struct {
	doc    *readout.Document
	rec    *readout.Record
	source *ingest.Source
	text   string // in which comments are looked for
}

// draft reads one; comments that silence are no words of it.
func (p *program) draft(path string, o checking) (*draft, error) {
	if info, err := os.Stat(path); path != ingest.Stdin && err == nil && info.IsDir() {
		return nil, hinted(errors.New(path+" is a directory"), "a draft is one file, or - for standard input")
	}
	for in, err := range p.inputs([]string{path}, "", o.Options) {
		if err != nil {
			return nil, err
		}
		var reading reading
		d := new(draft)
		if d.doc, err = reading.decode(in); err != nil {
			return nil, err
		}
		if d.source, err = ingest.Trace(d.doc, in.data); err != nil {
			return nil, err
		}
		if !d.doc.Published.Known() && len(o.at.AsOf) == len(time.DateOnly) {
			d.doc.Published = &readout.Date{Value: o.at.AsOf, Grain: readout.GrainDay, Basis: "given with --as-of"}
		}
		d.text = cmp.Or(d.source.Text, d.doc.Text)
		d.doc.Text = check.Mask(d.doc.Text)
		if d.rec, err = reading.document(d.doc); err != nil {
			return nil, named(in.name, err)
		}
		return d, nil
	}
	return nil, errors.New("no draft given")
}

// beside is what is found when a draft stands beside the record.
func (p *program) beside(ctx context.Context, db *sqlite.DB, d *draft, o checking) ([]check.Shown, error) {
	if stats, err := db.Stats(ctx); err != nil || stats.Documents == 0 {
		return nil, errors.Join(err, hinted(errors.New("the record is empty: there is nothing to check against"), "readout add FILE... adds reports"))
	}
	if _, err := db.Document(ctx, d.doc.ID); err == nil {
		p.note("%s is on record itself, as %s: it is no witness of its own words", d.doc.Name, d.doc.ID)
	}
	engine := query.New(db, ledger.Version)
	var within map[string]bool
	if o.story != "" {
		var err error
		if engine, within, err = engine.Within(ctx, o.story); err != nil {
			return nil, err
		}
	}
	joined, err := ledger.Consider(ctx, db, d.doc, d.rec)
	if err != nil {
		return nil, err
	}
	all, err := check.Check(ctx, engine, check.Draft{Doc: d.doc, Rec: d.rec, Joined: joined}, o.at)
	if err != nil {
		return nil, err
	}
	if within != nil {
		all = check.Within(all, within)
	}
	decisions, err := decided(ctx, db)
	if err != nil {
		return nil, err
	}
	shown := check.Show(all, d.place)
	comments, wrong := check.Comments(d.text)
	for _, err := range wrong {
		p.note("%s: %v", d.doc.Name, err)
	}
	check.SilencedBy(shown, comments, decisions)
	return shown, nil
}

// place is where a byte of the text stands, as findings have it.
func (d *draft) place(at int) check.Place {
	at0 := d.source.At(at)
	in := "text"
	if at0.InFile {
		in = "file"
	}
	return check.Place{Line: at0.Line, Column: at0.Column, Paragraph: at0.Paragraph, In: in}
}

// silence keeps the decision that a finding counts no more.
func (p *program) silence(ctx context.Context, db *sqlite.DB, found []check.Shown, o checking) error {
	var one *check.Shown
	for i, s := range found {
		switch {
		case !strings.HasPrefix(s.ID, o.silence):
		case one != nil && one.ID != s.ID:
			return hinted(errors.New("several findings have an id that begins with "+o.silence), "write a letter more of the one that is meant")
		default:
			one = &found[i]
		}
	}
	if one == nil {
		return hinted(fmt.Errorf("no finding %q in this draft", o.silence), "readout check without --silence lists them")
	}
	who, err := decider(o.whose)
	if err != nil {
		return err
	}
	desk := &desk{db: db, engine: query.New(db, ledger.Version), who: who, now: time.Now}
	made, err := desk.keep(ctx, []readout.Decision{{What: readout.RejectIt, Target: check.Target(one.Finding), Value: check.Grounds(one.Finding)}}, o.why)
	for _, d := range made {
		p.out.printf("%s  silenced: %s\n", d.ID, oneLine(d.Target.Name))
	}
	return err
}
