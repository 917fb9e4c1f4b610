package main

import (
	"context"
	"errors"
	"iter"
	"os"
	"runtime"
	"time"

	"readout"
	"readout/internal/ingest"
	"readout/internal/store"
)

// input is one report as it came, with what is known of it.
type input struct {
	name    string
	data    []byte
	options ingest.Options
}

// outcome is what became of an input. Kept is the document as it was kept
// before, where it was and the input's options are more than its text.
type outcome struct {
	input
	doc   *readout.Document
	rec   *readout.Record
	err   error
	added bool
	kept  *readout.Document
}

// intake reads inputs, several at a time, and keeps them in the order in which
// they came. Only a few are in memory at any time.
type intake struct {
	store interface {
		Put(ctx context.Context, doc *readout.Document, rec *readout.Record) (added bool, err error)
		PutFailure(ctx context.Context, f store.Failure) error
		Document(ctx context.Context, id string) (*readout.Document, error)
	}
	reading reading
	now     func() time.Time
}

// run keeps all inputs and calls each with what became of them, in order. Its
// error is one that is not of an input: the store's, or that ctx has ended.
func (in *intake) run(ctx context.Context, inputs iter.Seq2[input, error], each func(outcome)) error {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	// The queue's length is the bound of what is read ahead.
	queue := make(chan chan outcome, runtime.GOMAXPROCS(0))
	go in.feed(ctx, inputs, queue)
	for {
		place, more := receive(ctx, queue)
		if !more {
			return ctx.Err()
		}
		o, more := receive(ctx, place)
		if !more {
			return ctx.Err()
		}
		if err := in.keep(ctx, &o); err != nil {
			return err
		}
		each(o)
	}
}

// receive waits for the next value; more is false at the end of the channel,
// and as soon as ctx has ended.
func receive[T any](ctx context.Context, from <-chan T) (v T, more bool) {
	select {
	case <-ctx.Done():
		return v, false
	case v, more = <-from:
		return v, more && ctx.Err() == nil
	}
}

// feed has the inputs read; the outcomes stand in the queue in order.
func (in *intake) feed(ctx context.Context, inputs iter.Seq2[input, error], queue chan<- chan outcome) {
	defer close(queue)
	busy := make(chan struct{}, runtime.GOMAXPROCS(0))
	for next, err := range inputs {
		place := make(chan outcome, 1)
		select {
		case <-ctx.Done():
			return
		case queue <- place:
		}
		if err != nil {
			place <- outcome{input: next, err: err}
			continue
		}
		busy <- struct{}{}
		go func() {
			defer func() { <-busy }()
			o := outcome{input: next}
			if o.doc, o.rec, o.err = in.reading.input(next); o.err != nil {
				o.err = named(next.name, o.err)
			}
			place <- o
		}()
	}
}

// keep puts a report, or its failure, in the store.
func (in *intake) keep(ctx context.Context, o *outcome) error {
	if o.err == nil {
		if err := in.put(ctx, o); err != nil {
			return err
		}
	}
	if o.err == nil || skipped(o.err) || !o.isReport() {
		return nil
	}
	return in.store.PutFailure(ctx, o.failure(in.now()))
}

// put keeps a report. A report that the store refuses is an error of that
// report, in o; what is returned is trouble that every report would meet.
func (in *intake) put(ctx context.Context, o *outcome) (err error) {
	o.doc.Recorded = &readout.Date{Value: in.now().UTC().Format(time.RFC3339), Grain: readout.GrainTime}
	o.added, err = in.store.Put(ctx, o.doc, o.rec)
	if errors.Is(err, store.ErrText) {
		err = in.again(ctx, o)
	}
	if err != nil && ctx.Err() == nil && store.Check(o.doc, o.rec) != nil {
		o.err, err = named(o.name, err), nil
	}
	if err == nil && o.err == nil && !o.added && o.options != (ingest.Options{}) {
		o.kept, err = in.store.Document(ctx, o.doc.ID)
	}
	return err
}

// again reads a document whose text an older program took from its file in
// another way: the text that is kept stays.
func (in *intake) again(ctx context.Context, o *outcome) error {
	kept, err := in.store.Document(ctx, o.doc.ID)
	if err != nil {
		return err
	}
	o.doc = kept
	rec, err := in.reading.document(kept)
	if err != nil {
		o.err = named(o.name, err)
		return nil
	}
	o.rec = rec
	o.added, err = in.store.Put(ctx, o.doc, o.rec)
	return err
}

// isReport reports whether there is a report that could be read one day: bytes
// have come, or there is a file. A wrong path is only named.
func (o *outcome) isReport() bool {
	if len(o.data) > 0 {
		return true
	}
	info, err := os.Stat(o.name)
	return err == nil && !info.IsDir()
}

func (o *outcome) failure(now time.Time) store.Failure {
	f := store.Failure{Name: o.name, Reason: oneLine(o.err.Error()), On: now.UTC().Format(time.RFC3339)}
	if len(o.data) > 0 {
		f.Hash = readout.HashOf(o.data)
	}
	return f
}
