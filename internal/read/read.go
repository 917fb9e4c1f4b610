// Package read turns one Document into one Record. It is the spine: which
// steps run on a report, in which order. Each step is a function from layers
// to a layer; it reads no clock, no network and no disk, and gives the same
// answer twice.
package read

import (
	"fmt"
	"slices"
	"sync"

	"readout"
	"readout/internal/lang"
	"readout/internal/read/commitment"
	"readout/internal/read/contact"
	"readout/internal/read/incident"
	"readout/internal/read/mention"
	"readout/internal/read/quote"
	"readout/internal/read/response"
	"readout/internal/read/segment"
	"readout/internal/read/statement"
	"readout/internal/read/tag"
	"readout/internal/read/timex"
	"readout/models"
)

// Version names the reader in every Record: the rules and the model.
const Version = "rules/2+" + models.EnglishVersion

// Reader reads the reports of one language. It is safe for use by several
// goroutines.
type Reader struct {
	lang   *lang.Language
	tagger *tag.Tagger
}

// New makes a reader for a BCP 47 language tag.
func New(tag string) (*Reader, error) {
	l, err := lang.For(tag)
	if err != nil {
		return nil, err
	}
	t, err := english()
	if err != nil {
		return nil, fmt.Errorf("model %s: %w", models.EnglishVersion, err)
	}
	return &Reader{lang: l, tagger: t}, nil
}

// english opens the embedded weights once for all readers. English is the only
// language so far; another brings its own model.
var english = sync.OnceValues(func() (*tag.Tagger, error) { return tag.NewTagger(models.English) })

// Analyze lays the layers over a document that a reading stands on. A text
// over the limits is a *TooLongError.
func (r *Reader) Analyze(doc *readout.Document) (*readout.Analysis, error) {
	if err := checkText(doc.Text); err != nil {
		return nil, err
	}
	a := &readout.Analysis{Doc: doc}
	a.Blocks, a.Sentences, a.Tokens = segment.Split(doc, r.lang)
	if err := checkSentences(a.Sentences); err != nil {
		return nil, err
	}
	a.Tokens = tag.Classify(a, r.lang)
	r.tagger.Tag(a)
	a.Tokens = tag.Settle(a)
	a.Quotes = quote.Pair(a)
	a.Times = timex.Find(a, r.lang)
	a.Mentions, a.Parties = mention.Find(a, r.lang)
	return a, nil
}

// Times lists all that TIMEX3 marks in a document as a time, also what no record
// has a use for ("now").
func (r *Reader) Times(doc *readout.Document) ([]readout.Timex, error) {
	a, err := r.Analyze(doc)
	if err != nil {
		return nil, err
	}
	return timex.Annotate(a, r.lang), nil
}

// Read reads one document. The error names the document and the step.
func (r *Reader) Read(doc *readout.Document) (*readout.Record, error) {
	a, err := r.Analyze(doc)
	if err != nil {
		return nil, fmt.Errorf("read %s: %w", doc.ID, err)
	}
	return r.record(a)
}

// record takes from the layers what is kept, and reckons the times inside
// quotations again. Its errors are Read's.
func (r *Reader) record(a *readout.Analysis) (*readout.Record, error) {
	doc := a.Doc
	rec := &readout.Record{Doc: doc.ID, Reader: Version}
	var err error
	if rec.Segments, err = segments(a); err != nil {
		return nil, fmt.Errorf("read %s: segments: %w", doc.ID, err)
	}
	if rec.Statements, err = statement.Find(a, r.lang, Version); err != nil {
		return nil, fmt.Errorf("read %s: %w", doc.ID, err)
	}
	a.Times = anchored(a, r.lang, rec.Statements)
	if rec.Responses, err = response.Find(a, r.lang, rec.Statements); err != nil {
		return nil, fmt.Errorf("read %s: %w", doc.ID, err)
	}
	if rec.Commitments, err = commitment.Find(a, r.lang, rec.Statements); err != nil {
		return nil, fmt.Errorf("read %s: %w", doc.ID, err)
	}
	if rec.Contacts, err = contact.Find(a, r.lang, rec.Statements); err != nil {
		return nil, fmt.Errorf("read %s: %w", doc.ID, err)
	}
	if rec.Incidents, err = incident.Find(a, r.lang, rec.Statements); err != nil {
		return nil, fmt.Errorf("read %s: %w", doc.ID, err)
	}
	rec.Parties = parties(a.Parties, rec)
	return rec, nil
}

// segments lists the blocks that are not body.
func segments(a *readout.Analysis) ([]readout.Segment, error) {
	var out []readout.Segment
	for _, b := range a.Blocks {
		span, err := a.Span(b.Range)
		if err != nil {
			return nil, err
		}
		s := readout.Segment{Doc: a.Doc.ID, Span: span, Class: b.Class}
		if b.RelayOf == "" {
			out = append(out, s)
			continue
		}
		for _, p := range a.Parties {
			if (p.Kind == readout.Outlet || p.Kind == readout.Agency) && (p.Name == b.RelayOf || slices.Contains(p.Aliases, b.RelayOf)) {
				s.RelayOf = p.ID
			}
		}
		out = append(out, s)
	}
	return out, nil
}
