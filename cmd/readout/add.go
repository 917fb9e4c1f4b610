package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"iter"
	"slices"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"readout"
	"readout/internal/ingest"
	"readout/internal/read"
	"readout/internal/store/sqlite"
)

func (p *program) addCommand() *cobra.Command {
	var o ingest.Options
	var name string
	c := &cobra.Command{
		Use:   "add FILE... | DIR | -",
		Short: "Read reports and keep what they say",
		Long: `Read reports (plain text, Markdown, saved web pages, Word) and keep their statements.
A directory stands for all reports under it, - for standard input. A report that
is there already is left as it is. One that cannot be read is named with the
reason, the others go on, and the exit code is 1.

The flags hold for all reports of the command and win over what a report says of
itself. The day of publication turns "Thursday" into a date: give it where the
report does not. Where a report is there already and a flag says something else
of it than what is kept, that is kept now, and the report is read again with it.`,
		Example: `  readout add monday.txt --published 2026-05-04 --outlet "The Harbour Post"
  readout add reports/
  readout add - --name tuesday.txt < tuesday.txt`,
		Args: func(_ *cobra.Command, paths []string) error { return checkAdd(paths, name, o) },
		RunE: func(c *cobra.Command, paths []string) error {
			return p.add(c.Context(), p.inputs(paths, name, o))
		},
	}
	c.Flags().StringVar(&o.Published, "published", "", "`day` of publication, as 2026-05-04 or 2026-05")
	c.Flags().StringVar(&o.Outlet, "outlet", "", "`name` of the outlet")
	c.Flags().StringVar(&o.Lang, "lang", "", "`tag` of the language to read it in, as en (default what it declares, else "+ingest.DefaultLang+")")
	c.Flags().StringVar(&name, "name", "", "`name` of what comes from standard input")
	return c
}

func checkAdd(paths []string, name string, o ingest.Options) error {
	if len(paths) == 0 {
		return hinted(errors.New("add: no report given"), "name files or a directory, or - for standard input")
	}
	if name != "" && !slices.Contains(paths, ingest.Stdin) {
		return usage("add: --name is for standard input (-)")
	}
	if err := o.Check(); err != nil {
		return fmt.Errorf("add: --published: %w", err)
	}
	if o.Lang != "" {
		if _, err := read.New(o.Lang); err != nil {
			return fmt.Errorf("add: --lang: %w", err)
		}
	}
	return nil
}

// inputs gives what the paths stand for.
func (p *program) inputs(paths []string, name string, o ingest.Options) iter.Seq2[input, error] {
	return func(yield func(input, error) bool) {
		for _, path := range paths {
			for file, err := range ingest.Files([]string{path}, p.in) {
				if path == ingest.Stdin && name != "" {
					file.Name = name
				}
				// Data is lent until the next file is asked for; reading takes longer.
				if !yield(input{file.Name, bytes.Clone(file.Data), o}, err) {
					return
				}
			}
		}
	}
}

// add keeps the inputs and says what has come of it.
func (p *program) add(ctx context.Context, inputs iter.Seq2[input, error]) error {
	db, err := p.open(ctx)
	if err != nil {
		return err
	}
	s := &summary{program: p}
	err = errors.Join(p.keep(ctx, db, inputs, s.count), db.Close())
	p.err.progress("")
	s.print()
	if err == nil && s.failed > 0 {
		err = errTold
	}
	return err
}

// keep takes the inputs into the record and brings the ledger up to date.
func (p *program) keep(ctx context.Context, db *sqlite.DB, inputs iter.Seq2[input, error], each func(outcome)) error {
	in := &intake{store: db, now: time.Now}
	if err := in.run(ctx, inputs, each); err != nil {
		return err
	}
	p.err.progress("joining what the reports say of the same thing ...")
	return group(ctx, db)
}

// summary counts outcomes, and names the failures as they come.
type summary struct {
	*program
	added, again, there, failed, skipped int
	statements, guessed                  int
	undated                              []string // names of added reports
	hinted                               map[string]bool
}

func (s *summary) count(o outcome) {
	switch {
	case skipped(o.err):
		s.skipped++
		s.err.progress("")
		s.note("%v", o.err)
	case o.err != nil:
		s.failed++
		s.err.progress("")
		s.fail(o.err)
	case o.again:
		s.again++
	case !o.added:
		s.there++
	default:
		s.addedOne(o)
	}
	s.err.progress(fmt.Sprintf("%d reports, %s", s.added+s.again+s.there+s.failed, o.name))
}

func (s *summary) addedOne(o outcome) {
	s.added++
	if !o.doc.Published.Known() {
		s.undated = append(s.undated, o.name)
	}
	s.statements += len(o.rec.Statements)
	for _, st := range o.rec.Statements {
		if st.Grade == readout.Guessed {
			s.guessed++
		}
	}
}

// fail names a failure; a hint that has been given once is not given again.
func (s *summary) fail(err error) {
	hint := s.hint(err)
	if s.hinted[hint] {
		err = hinted(errors.New(err.Error()), "")
	}
	if s.hinted == nil {
		s.hinted = map[string]bool{}
	}
	s.hinted[hint] = true
	s.tell(err)
}

func (s *summary) print() {
	s.out.printf("%s added, %s; %d need a person's eye", counted(s.added, "report"), counted(s.statements, "statement"), s.guessed)
	if s.again > 0 {
		s.out.printf("; %s read again with what you gave", counted(s.again, "report"))
	}
	for _, part := range []struct {
		n    int
		what string
	}{{s.there, "already there"}, {s.failed, "could not be read"}, {s.skipped, "skipped"}} {
		if part.n > 0 {
			s.out.printf("; %d %s", part.n, part.what)
		}
	}
	if s.added == 0 && s.again == 0 {
		s.out.printf("; nothing has changed")
	}
	s.out.printf("\n")
	s.out.flush() // before what is said of it
	if n := len(s.undated); n > 0 {
		s.note("no day of publication is known for %s: weekdays in it have no date", strings.Join(s.undated[:min(n, 3)], ", ")+andMore(n-3))
	}
	if s.guessed > 0 {
		s.note("readout statements --grade guessed lists what needs a person's eye")
	}
}

func counted(n int, what string) string {
	if n != 1 {
		what += "s"
	}
	return fmt.Sprintf("%d %s", n, what)
}

func andMore(n int) string {
	if n <= 0 {
		return ""
	}
	return fmt.Sprintf(" and %d more", n)
}
