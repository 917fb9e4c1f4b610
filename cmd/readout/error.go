package main

import (
	"context"
	"errors"
	"fmt"

	"readout/internal/ingest"
	"readout/internal/serve/query"
	"readout/internal/store"
)

// The exit codes; the help lists them.
const (
	exitOK      = 0
	exitFailed  = 1
	exitUsage   = 2
	exitStopped = 130
)

// errTold ends a command whose failures have been named already.
var errTold = errors.New("some inputs failed")

// usageError is a command line that cannot be meant.
type usageError struct{ error }

// unreadError keeps a draft from being checked; checkers tell it from what they
// find by its exit code.
type unreadError struct{ error }

func (e unreadError) Unwrap() error { return e.error }

func usage(format string, args ...any) error { return usageError{fmt.Errorf(format, args...)} }

// hintError is an error with a line that says what would help.
type hintError struct {
	error
	hint string
}

func hinted(err error, hint string) error { return hintError{err, hint} }

func (e hintError) Unwrap() error { return e.error }
func (e hintError) Hint() string  { return e.hint }

// end tells the error, if there is one, and gives the exit code.
func (p *program) end(err error) int {
	defer p.err.flush()
	var wrong usageError
	switch {
	case err == nil:
		return exitOK
	case errors.Is(err, context.Canceled):
		p.tell(errors.New("stopped"))
		return exitStopped
	case errors.Is(err, errTold):
		return exitFailed
	case !p.started || errors.As(err, &wrong) || errors.As(err, new(unreadError)):
		p.tell(err)
		return exitUsage
	}
	p.tell(err)
	return exitFailed
}

// tell prints an error and what would help.
func (p *program) tell(err error) {
	p.err.printf("readout: error: %s\n", oneLine(err.Error()))
	if hint := p.hint(err); hint != "" {
		p.err.printf("readout: hint: %s\n", oneLine(hint))
	}
	p.err.flush()
}

func (p *program) hint(err error) string {
	var own interface{ Hint() string }
	var unknown *query.UnknownError
	var ambiguous *query.AmbiguousError
	var wrong usageError
	switch {
	case errors.As(err, &own):
		return own.Hint()
	case errors.As(err, &unknown):
		return unknown.Hint
	case errors.As(err, &ambiguous):
		return "write a letter more of the one that is meant"
	case errors.As(err, new(store.ErrNewer)):
		return "use the newer readout, or give another file with --db"
	case errors.As(err, new(store.ErrNotStore)):
		return "give another file with --db; this one was left as it is"
	case !p.started || errors.As(err, &wrong):
		return "readout --help lists the commands, readout COMMAND --help their flags"
	}
	return ""
}

// note prints a line of talk.
func (p *program) note(format string, args ...any) {
	p.err.printf("readout: note: %s\n", oneLine(fmt.Sprintf(format, args...)))
	p.err.flush()
}

// skipped reports whether an input was passed over on purpose.
func skipped(err error) bool { return errors.Is(err, ingest.ErrSkipped) }
