package main

import (
	"cmp"
	"context"
	"errors"
	"io"
	"io/fs"
	"os"
	"os/signal"
	"path/filepath"
	"syscall"

	"github.com/adrg/xdg"
	"github.com/spf13/cobra"

	"readout/internal/ledger"
	"readout/internal/serve/query"
	"readout/internal/store"
	"readout/internal/store/sqlite"
)

// program is what the commands share.
type program struct {
	in      io.Reader
	out     *screen // data
	err     *screen // talk
	db      string  // --db
	started bool    // the command line was understood
}

const about = `readout reads news reports on a developing story and keeps the record of it:
who said what, on whose word, who has confirmed, denied or not answered, what
was promised by when. Every line can be followed back to its sentence.`

const manners = `

The record is one file (--db). Everything in it has an id; wherever an id is
asked for, a beginning that no other id has is enough. Listings print JSON with
--json, one object a line. Colours are left out where the output is no terminal,
and where NO_COLOR is set.

Exit codes:
  0    done
  1    an input could not be read, or what was asked for is not there; of
       check: something was found
  2    the command line was not understood; of check: it could not be made
  130  stopped by Ctrl-C; all that was kept so far is kept`

// run is the whole program; it gives the exit code. A first Ctrl-C lets the
// command end by itself, a second one ends it.
func run(args []string, in io.Reader, out, talk io.Writer) int {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	context.AfterFunc(ctx, stop)
	p := &program{in: in, out: newScreen(out), err: newScreen(talk)}
	root := p.root()
	root.SetArgs(args)
	root.SetIn(in)
	root.SetOut(p.out.raw())
	root.SetErr(p.err.raw())
	err := root.ExecuteContext(ctx)
	return p.end(errors.Join(err, p.out.flush()))
}

func (p *program) root() *cobra.Command {
	root := &cobra.Command{
		Use:           "readout",
		Short:         "Keep the record of who said what",
		Long:          about + manners,
		Version:       version(),
		SilenceErrors: true, // told by end, in our words
		SilenceUsage:  true,
		// It runs after flags and arguments are accepted.
		PersistentPreRun: func(*cobra.Command, []string) { p.started = true },
	}
	root.SetVersionTemplate("readout {{.Version}}\n")
	root.PersistentFlags().StringVar(&p.db, "db", "", "`file` of the record (default $XDG_DATA_HOME/readout/readout.db)")
	root.AddCommand(
		p.demoCommand(), p.addCommand(), p.docsCommand(), p.statementsCommand(), p.showCommand(), p.explainCommand(),
		p.claimsCommand(), p.claimCommand(), p.positionsCommand(), p.diffCommand(), p.silentCommand(),
		p.checkCommand(), p.saysCommand(), p.quoteCommand(), p.traceCommand(), p.storiesCommand(), p.originsCommand(),
		p.dueCommand(), p.promisesCommand(), p.promiseCommand(), p.contactsCommand(), p.incidentsCommand(), p.incidentCommand(),
		p.timelineCommand(), p.reviewCommand(), p.decideCommand(), p.logCommand(), p.rebuildCommand(),
		p.exportCommand(), p.serveCommand(), p.evalCommand(), p.versionCommand(), p.manCommand(),
	)
	return root
}

// file is the path of the record.
func (p *program) file() string {
	return cmp.Or(p.db, filepath.Join(xdg.DataHome, "readout", "readout.db"))
}

// open opens the record, which is made if it is not there.
func (p *program) open(ctx context.Context) (*sqlite.DB, error) { return sqlite.Open(ctx, p.file()) }

// openThere opens a record that must be there already.
func (p *program) openThere(ctx context.Context) (*sqlite.DB, error) {
	if _, err := os.Stat(p.file()); errors.Is(err, fs.ErrNotExist) {
		return nil, hinted(errors.New("no record yet: "+p.file()+" is not there"),
			"begin one with readout add FILE..., or look at readout demo")
	}
	return p.open(ctx)
}

// openKept opens a record that must be there already, with its ledger up to
// date: an add that was stopped may have left reports that are not grouped.
func (p *program) openKept(ctx context.Context) (*sqlite.DB, error) {
	db, err := p.openThere(ctx)
	if err != nil {
		return nil, err
	}
	if err := group(ctx, db); err != nil {
		return nil, errors.Join(err, db.Close())
	}
	return db, nil
}

// ask runs f with the answers of the record.
func (p *program) ask(ctx context.Context, f func(*query.Engine) error) error {
	db, err := p.openKept(ctx)
	if err != nil {
		return err
	}
	return errors.Join(f(query.New(db, ledger.Version)), db.Close())
}

// group brings the ledger up to date. It tries again where another readout is
// doing the same.
func group(ctx context.Context, db *sqlite.DB) error {
	const tries = 5
	var err error
	for range tries {
		if err = ledger.Update(ctx, db); !errors.Is(err, store.ErrMoved) {
			break
		}
	}
	return err
}
