package main

import (
	"errors"
	"fmt"
	"sync"

	"readout"
	"readout/internal/ingest"
	"readout/internal/read"
)

// reading makes records of documents, in as many languages as come. It may be
// used from several goroutines.
type reading struct {
	mu      sync.Mutex
	readers map[string]*read.Reader
}

// reader is the reader of a language, that of ingest.DefaultLang where none is
// known.
func (r *reading) reader(lang string) (*read.Reader, error) {
	if lang == "" {
		lang = ingest.DefaultLang
	}
	r.mu.Lock()
	defer r.mu.Unlock()
	if known := r.readers[lang]; known != nil {
		return known, nil
	}
	made, err := read.New(lang)
	if err != nil {
		return nil, hinted(err, "--lang "+ingest.DefaultLang+" reads it as if it were in that language")
	}
	if r.readers == nil {
		r.readers = map[string]*read.Reader{}
	}
	r.readers[lang] = made
	return made, nil
}

// document reads a document and notes whom it credits. What goes wrong inside, a
// panic included, is an error of this one report.
func (r *reading) document(doc *readout.Document) (rec *readout.Record, err error) {
	defer contain(&err)
	reader, err := r.reader(doc.Lang)
	if err != nil {
		return nil, err
	}
	if rec, err = reader.Read(doc); err == nil && doc.Credits == nil {
		doc.Credits = reader.Credits(doc, rec)
	}
	return rec, err
}

// decode makes a document of an input.
func (r *reading) decode(in input) (doc *readout.Document, err error) {
	defer contain(&err)
	return ingest.Decode(in.name, in.data, in.options)
}

// named begins the error of an input with its name, where it does not yet.
func named(name string, err error) error {
	if e := (*ingest.Error)(nil); errors.As(err, &e) && e.Name != "" {
		return err
	}
	return fmt.Errorf("%s: %w", name, err)
}

// contain makes a panic an error.
func contain(err *error) {
	if fault := recover(); fault != nil {
		*err = hinted(fmt.Errorf("%w: %v", errFault, fault), "please report this, with the file if you may; the other reports are not concerned")
	}
}

var errFault = errors.New("a fault in readout")
