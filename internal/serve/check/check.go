// Package check compares a draft that somebody is about to publish with the
// record, line by line: what the record says otherwise, or does not have.
//
// The idea: the draft is read by the reader that reads reports, and the ledger
// says what it would make of it (ledger.Consider): which utterance a quotation
// belongs to, which proposition a sentence speaks of, which promise, meeting or
// incident. A finder then compares what the draft gives with what the others in
// the group give. A finding has the words of the draft, one sentence of reason
// and the witnesses it rests on. There is no verdict on truth and no better
// wording. What rests on a statement that the reader guessed is a question.
//
// The draft never enters the record. Reading it and opening the record are the
// caller's.
package check

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"slices"
	"sync"

	"readout"
	"readout/internal/serve/query"
)

// Kind is what a finding is about; doc/check.md has a page for each.
type Kind string

// The kinds, the weightiest first.
const (
	WrongSpeaker     Kind = "wrong-speaker"     // the words are another's
	QuoteAltered     Kind = "quote-altered"     // words in quotation marks differ from every witness
	NotConfirmed     Kind = "not-confirmed"     // "X confirmed" without a statement of X
	DeniedElsewhere  Kind = "denied-elsewhere"  // stated as fact, and somebody on record denies it
	ActStronger      Kind = "act-stronger"      // "admitted", where the record has a weaker or another act
	DeadlineState    Kind = "deadline-state"    // a promise called kept, broken, extended or passed
	WrongDate        Kind = "wrong-date"        // weekday, date or interval disagrees with the record's
	FigureDiffers    Kind = "figure-differs"    // a number differs from the figures on record
	PositionOutdated Kind = "position-outdated" // a later statement changed the party's position
	SecondHand       Kind = "second-hand"       // given directly, on record only as told by another
	OneOrigin        Kind = "one-origin"        // "several outlets report", and all have it from one
	QuoteMerged      Kind = "quote-merged"      // two passages joined as one
	FigureOutdated   Kind = "figure-outdated"   // a newer figure of the same teller exists
	QuoteVariant     Kind = "quote-variant"     // witnesses differ among themselves
	QuoteUnknown     Kind = "quote-unknown"     // nothing like it on record
	NoAnswerMissing  Kind = "no-answer-missing" // a party is on record as not answering, and the draft does not say so
)

// Kinds lists them, the weightiest first.
var Kinds = []Kind{
	WrongSpeaker, QuoteAltered, NotConfirmed, DeniedElsewhere, ActStronger, DeadlineState, WrongDate, FigureDiffers, PositionOutdated,
	SecondHand, OneOrigin, QuoteMerged, FigureOutdated, QuoteVariant, QuoteUnknown, NoAnswerMissing,
}

// Level is how much a finding says.
type Level string

const (
	Error    Level = "error"    // the record says otherwise
	Question Level = "question" // it may say otherwise: the reader guessed something that this rests on
	Hint     Level = "hint"     // nothing is wrong, something may be missing
)

// Draft is a text with its reading, and the groups that the ledger would make
// with it.
type Draft struct {
	Doc    *readout.Document
	Rec    *readout.Record
	Joined *readout.Ledger
}

// Finding is one thing in the draft that the record has otherwise, or has not.
// Line and Column (in code points) count from 1 and are those of At in the text
// as it was read. Witnesses are the statements on record that it rests on, the
// weightiest first. Edits, of a quotation, is how its words (Asked) stand in
// the nearest witness (Text).
type Finding struct {
	ID        string       `json:"id"`
	Kind      Kind         `json:"kind"`
	Level     Level        `json:"level"`
	At        readout.Span `json:"at"`
	Line      int          `json:"line"`
	Column    int          `json:"column"`
	Reason    string       `json:"reason"`
	Witnesses []query.Row  `json:"witnesses,omitempty"`
	Edits     []query.Edit `json:"edits,omitempty"`
}

// finder looks for findings of some kinds.
type finder func(*checker) ([]Finding, error)

// finders are in groups; those of one group share what they have looked up.
var finders = [][]finder{
	{quotes, speakers, acts},
	{notConfirmed, bothSides, oneOrigin, deniedElsewhere, wrongDates, figures, quantities, outdated, deadlines, noAnswer},
}

// Check compares a draft with what is on record as of a day, and gives the
// findings by weight, worst first, then in order of the text. The groups of
// finders are at work at the same time.
func Check(ctx context.Context, e *query.Engine, d Draft, at query.At) ([]Finding, error) {
	e = e.Remembering()
	found, errs := make([][]Finding, len(finders)), make([]error, len(finders))
	var working sync.WaitGroup
	for i, group := range finders {
		working.Go(func() {
			defer contain(&errs[i])
			c := &checker{ctx: ctx, engine: e, draft: d, at: at}
			found[i], errs[i] = c.all(group)
		})
	}
	working.Wait()
	if err := errors.Join(errs...); err != nil {
		return nil, err
	}
	all := slices.Concat(found...)
	slices.SortStableFunc(all, func(a, b Finding) int {
		return cmp.Or(
			cmp.Compare(slices.Index(levels, a.Level), slices.Index(levels, b.Level)),
			cmp.Compare(slices.Index(Kinds, a.Kind), slices.Index(Kinds, b.Kind)), cmp.Compare(a.At.BStart, b.At.BStart),
		)
	})
	return all, nil
}

// contain makes a panic an error: it would end the program from here.
func contain(err *error) {
	if fault := recover(); fault != nil {
		*err = fmt.Errorf("a fault in readout, which you may please report: %v", fault)
	}
}

// all is what the finders of a group find.
func (c *checker) all(group []finder) (all []Finding, err error) {
	for _, find := range group {
		found, err := find(c)
		if err != nil {
			return nil, err
		}
		all = append(all, found...)
	}
	for i := range all {
		c.place(&all[i])
	}
	return all, nil
}

var levels = []Level{Error, Question, Hint}

// checker is one check; draft statements are told from those on record by their
// document.
type checker struct {
	ctx    context.Context
	engine *query.Engine
	draft  Draft
	at     query.At

	parties  map[string]readout.Party // that were asked for
	sources  map[string]*query.Source // reports that were
	passages map[string][]*passage    // of these
	quoted   []*quotation             // of the draft
	facts    *facts
	asked    map[string][]string // reports that may have some words
}

// place fills in where a finding stands and its id, which stays while the words
// and the kind stay.
func (c *checker) place(f *Finding) {
	before := c.draft.Doc.Text[:f.At.BStart]
	f.Line, f.Column = 1, 1
	for _, r := range before {
		if f.Column++; r == '\n' {
			f.Line, f.Column = f.Line+1, 1
		}
	}
	f.ID = readout.NewID("f", f.Kind, f.At.Text)
}
