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
	"readout/internal/read"
	"readout/internal/store"
)

// input is one report as it came, with what is known of it.
type input struct {
	name    string
	data    []byte
	options ingest.Options
}

// outcome is what became of an input. Again: it was kept, and is read again
// with what the input's options say of it. Trouble is the store's, and ends the
// run.
type outcome struct {
	input
	doc     *readout.Document
	rec     *readout.Record
	err     error
	added   bool
	again   bool
	trouble error
}

// intake reads inputs, several at a time, and keeps them in the order in which
// they came. Only a few are in memory at any time.
type intake struct {
	store interface {
		Put(ctx context.Context, doc *readout.Document, rec *readout.Record) (added bool, err error)
		Amend(ctx context.Context, doc *readout.Document, rec *readout.Record) error
		PutFailure(ctx context.Context, f store.Failure) error
		Document(ctx context.Context, id string) (*readout.Document, error)
		Record(ctx context.Context, doc string) (*readout.Record, error)
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
			place <- in.read(ctx, next)
		}()
	}
}

// read reads an input. Of one that is kept already the kept document is read,
// with what the options say of it; its record is taken as it is where that and
// the reader are what they were.
func (in *intake) read(ctx context.Context, next input) outcome {
	o := outcome{input: next}
	var kept *readout.Document
	if o.doc, o.err = in.reading.decode(next); o.err == nil {
		if kept, o.trouble = in.store.Document(ctx, o.doc.ID); errors.Is(o.trouble, store.ErrNotFound) {
			kept, o.trouble = nil, nil
		}
	}
	if kept != nil {
		o.doc, o.again = amend(kept, o.doc, next.options)
		if o.rec, o.trouble = in.store.Record(ctx, kept.ID); o.trouble == nil && (o.again || o.rec.Reader != read.Version) {
			o.rec = nil
		}
	}
	if o.err == nil && o.trouble == nil && o.rec == nil {
		o.rec, o.err = in.reading.document(o.doc)
	}
	if o.err != nil {
		o.err = named(next.name, o.err)
	}
	return o
}

// amend gives a kept document the name under which it has come now, and what
// is given of it that is not what is kept.
func amend(kept, now *readout.Document, given ingest.Options) (doc *readout.Document, changed bool) {
	d := *kept
	d.Name = now.Name
	if given.Published != "" && dateValue(kept.Published) != dateValue(now.Published) {
		d.Published, changed = now.Published, true
	}
	if given.Outlet != "" && kept.Outlet != now.Outlet {
		d.Outlet, changed = now.Outlet, true
	}
	if given.Lang != "" && kept.Lang != now.Lang {
		d.Lang, changed = now.Lang, true
	}
	return &d, changed
}

func dateValue(d *readout.Date) string {
	if d == nil {
		return ""
	}
	return d.Value
}

// keep puts a report, or its failure, in the store.
func (in *intake) keep(ctx context.Context, o *outcome) error {
	if o.trouble != nil {
		return o.trouble
	}
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
	if o.again {
		err = in.store.Amend(ctx, o.doc, o.rec)
	} else {
		if o.doc.Recorded == nil {
			o.doc.Recorded = &readout.Date{Value: in.now().UTC().Format(time.RFC3339), Grain: readout.GrainTime}
		}
		o.added, err = in.store.Put(ctx, o.doc, o.rec)
	}
	if err != nil && ctx.Err() == nil && store.Check(o.doc, o.rec) != nil {
		o.err, err = named(o.name, err), nil
	}
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
