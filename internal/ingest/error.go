package ingest

import (
	"errors"
	"fmt"
)

// ErrSkipped is wrapped by the error of an input that was met in a directory
// and passed over on purpose (a symbolic link, a pipe, a file too large).
var ErrSkipped = errors.New("skipped")

// Error says why one input gave no document.
type Error struct {
	Name   string // the input; empty where the fault is in the options
	Err    error
	Advice string // what a person can do about it; may be empty
}

func (e *Error) Error() string {
	if e.Name == "" {
		return e.Err.Error()
	}
	return e.Name + ": " + e.Err.Error()
}

// Unwrap gives the cause.
func (e *Error) Unwrap() error { return e.Err }

// Hint is the line that a command shows under the error; it may be empty.
func (e *Error) Hint() string { return e.Advice }

// fault is an error without a name yet; Decode adds it.
func fault(advice, format string, args ...any) error {
	return &Error{Err: fmt.Errorf(format, args...), Advice: advice}
}

// named makes err the *Error of the input called name.
func named(name string, err error) *Error {
	var e *Error
	if errors.As(err, &e) {
		return &Error{Name: name, Err: e.Err, Advice: e.Advice}
	}
	return &Error{Name: name, Err: err}
}

func tooLarge(name string, size int64) *Error {
	return &Error{
		Name:   name,
		Err:    fmt.Errorf("%d bytes are more than the %d that a report may have", size, MaxSize),
		Advice: "split the file into one file a report",
	}
}
