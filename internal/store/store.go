// Package store says what it is to keep the record: documents with their
// readings in order of arrival, reports that could not be read, and the ledger
// that joins the readings.
//
// The idea: a report comes in whole or not at all; its text is kept once and
// never changes; every span is checked against that text before it is kept, so
// that whatever leaves the store can be followed back to its bytes. The ledger
// is kept as its groups and a cursor, which say how far it has read; it can
// always be made again from the readings. A question about one matter is
// answered from an index (Groups, Search, Latest), not from the whole ledger.
//
// Package store/sqlite is the one implementation; storetest is the contract
// that any other would have to meet. Nothing here computes positions or knows a
// clock.
package store

import (
	"context"
	"iter"

	"readout"
)

// Store keeps the record. Its methods may be called from several goroutines; a
// reader never waits for a writer. Walks (iter.Seq2) hold nothing open while
// the caller works, so the caller may write in between; they end after the
// first error, and see what arrives while they run. Errors that a caller tells
// apart are ErrNotFound, ErrText, ErrMoved and ErrNewer.
type Store interface {
	// Put keeps a document and the reading of it in one transaction. Where the
	// document is kept with a reading by the same Reader, nothing changes and
	// added is false. A reading by another Reader replaces the one kept: the
	// document stays as it first came (with its Recorded and its place in the
	// order of arrival), and the ledger, which was made from the old reading,
	// is dropped. ErrText: the document is kept with another Text. A record
	// that fails Check is refused. In all cases without an error, failures
	// under the document's name or hash are cleared.
	Put(ctx context.Context, doc *readout.Document, rec *readout.Record) (added bool, err error)

	// Amend takes what is known better of a document that is kept: Published,
	// Outlet and Lang become those of doc, everything else stays as it came
	// (Recorded, Name, the Text, the place in the order of arrival). Rec, the
	// reading made with them, replaces the one kept, by whatever Reader, and the
	// ledger is dropped; failures are cleared as in Put. ErrNotFound: no such
	// document. ErrText: it is kept with another Text. A record that fails Check
	// is refused.
	Amend(ctx context.Context, doc *readout.Document, rec *readout.Record) error

	// PutReading puts another reading of a document that is kept in the place of
	// the one that is, by whatever Reader; what is decided holds for it, and the
	// ledger is dropped. ErrNotFound: no such document. A record that fails Check
	// is refused.
	PutReading(ctx context.Context, rec *readout.Record) error

	// PutFailure keeps a report that could not be read. One with the same name
	// and hash replaces the one kept.
	PutFailure(ctx context.Context, f Failure) error
	// Failures lists them in order of arrival.
	Failures(ctx context.Context) ([]Failure, error)

	// Document is the document with this id, or ErrNotFound.
	Document(ctx context.Context, id string) (*readout.Document, error)
	// Documents lists all documents, without their texts, in order of arrival.
	Documents(ctx context.Context) iter.Seq2[Summary, error]
	// Record is the reading kept of a document, or ErrNotFound.
	Record(ctx context.Context, doc string) (*readout.Record, error)
	// Reports loads, one at a time and in order of arrival, the reports whose
	// Seq is greater than after; 0 is before the first.
	Reports(ctx context.Context, after int64) iter.Seq2[Report, error]

	// Reading is the reading of a document as it was made, without what has been
	// decided about it, or ErrNotFound.
	Reading(ctx context.Context, doc string) (*readout.Record, error)

	// Decide keeps what a person has decided, after everything decided before,
	// and applies it: Record, Reports and Statements give readings with all
	// decisions applied (package decision), whatever reader made them; also with
	// those about an earlier version of the report, as far as they follow it
	// (decision.Record, decision.Later). What is for the ledger to obey
	// (decision.OfLedger) changes no reading. The ledger is dropped, unless
	// the decision, or the one that it undoes, is about a finding in a draft. A decision
	// that fails decision.Check is refused; one with an ID that is kept already
	// changes nothing.
	Decide(ctx context.Context, d readout.Decision) error
	// Unmet notes which of the decisions for the ledger have no target in it as
	// it is now: those with these ids, and no others.
	Unmet(ctx context.Context, ids []string) error
	// Decisions lists all of them in order, each with whether its target is gone
	// from the reading that is kept now or, by Unmet, from the ledger.
	Decisions(ctx context.Context) iter.Seq2[Decided, error]

	// Statements lists those that pass the filter, in order of arrival of
	// their documents and, inside one, in the order of its record. An After
	// that is not kept is ErrNotFound.
	Statements(ctx context.Context, f Filter) iter.Seq2[readout.Statement, error]

	// Latest lists documents, without their texts, whose last possible day of
	// publication is not after day ("" is any): the latest first, among equals
	// the one that arrived last, those without a known day at the end.
	Latest(ctx context.Context, day string) iter.Seq2[Summary, error]

	// Search gives the ids of statements or of the ledger's propositions (kind
	// is a Ref's Type) whose words are nearest to a text, the nearest first, at
	// most limit. A statement's words are those of its content or, without one,
	// of its span. How nearness is measured is the store's own affair, but what
	// has all words of the text in its order comes before what has fewer, and
	// what has none does not come; of very many that are equally near, the latest
	// do. Capitals, accents, marks and the letters of a word after the fifth make
	// no difference.
	Search(ctx context.Context, kind, text string, limit int) ([]string, error)

	// Resolve lists what has an id that begins with prefix, in order of ids
	// (an id that is the prefix itself comes first), at most MaxRefs.
	Resolve(ctx context.Context, prefix string) ([]Ref, error)

	// Ledger is the ledger kept under this version and the cursor it was put
	// with. Where none is kept, the ledger is empty and the cursor 0. Each
	// list is in the order of its members' places, then ids.
	Ledger(ctx context.Context, version string) (l *readout.Ledger, cursor int64, err error)
	// Cursor is the cursor that Ledger would give, without the ledger.
	Cursor(ctx context.Context, version string) (cursor int64, err error)
	// Groups are those of the ledger kept under this version that have one of
	// the keys; see GroupFilter. Where no such ledger is kept, they are none.
	Groups(ctx context.Context, version string, f GroupFilter) (*readout.Ledger, error)
	// Entry is what the ledger kept under this version has noted for itself in
	// a table under a key; nil where there is nothing.
	Entry(ctx context.Context, version, table, key string) ([]byte, error)
	// Entries walks over a whole table, in order of keys.
	Entries(ctx context.Context, version, table string) iter.Seq2[Entry, error]
	// PutLedger makes a change to the ledger kept under this version and moves
	// the cursor, in one transaction. From 0 starts anew: whatever ledger is
	// kept, of this version or another, is dropped with its entries. ErrMoved:
	// the cursor kept for this version is no longer From, because another writer
	// moved it, or a decision or a newer reading has dropped the ledger; nothing
	// is changed, load the ledger again.
	PutLedger(ctx context.Context, version string, c Change) error

	// DropLedger drops whatever ledger is kept, so that it is made anew.
	DropLedger(ctx context.Context) error
	// Drops is how often the ledger was dropped, or would have been had one been
	// kept, because what it is made from has changed; it is never 0.
	Drops(ctx context.Context) (int64, error)

	// Stats counts what is kept.
	Stats(ctx context.Context) (Stats, error)
	// Close ends the store; nothing may be called after it.
	Close() error
}

// MaxRefs is how many refs Resolve gives at most.
const MaxRefs = 20

// Failure is a report that could not be read. Name is its file name or URL,
// Hash that of its bytes ("" if it has none: a page that did not come), Reason
// one line for a person, On the EDTF date or time of the try.
type Failure struct {
	Name   string
	Hash   string
	Reason string
	On     string
}

// Summary is a document in a list: Doc has no Text. Seq is its place in the
// order of arrival, from 1; Reader is the version that read it; Statements is
// how many statements its record has.
type Summary struct {
	Seq        int64
	Doc        *readout.Document
	Reader     string
	Statements int
}

// Report is a document with its reading. Seq is its place in the order of
// arrival, from 1.
type Report struct {
	Seq int64
	Doc *readout.Document
	Rec *readout.Record
}

// Decided is a decision that is kept. Gone: another reading no longer has what
// it is about, so that it changes nothing.
type Decided struct {
	readout.Decision
	Gone bool `json:"gone,omitempty"`
}

// Filter says which statements are wanted; the zero value wants all.
//
// Since and Until are EDTF: a statement passes when some day of its Said lies
// on or after the first day of Since and on or before the last day of Until,
// in the sense of Days. A statement without a known Said passes neither.
type Filter struct {
	IDs      []string // any of these statements
	Speakers []string // by any of these parties
	Act      readout.Act
	Doc      string
	Grade    readout.Grade
	Since    string
	Until    string
	After    string // only those that come after this statement
	Limit    int    // at most this many; 0 is all
}

// GroupFilter says which groups of a ledger are wanted: those of this Type ("" is
// all) that have one of the Keys (none is all); see Group. Most is how many are
// given of each key at most, the first put first; it needs a Type. 0 is all.
type GroupFilter struct {
	Type string
	Keys []string
	Most int
}

// Change is what becomes of a ledger when reports are taken in. From is the
// cursor of the ledger that it was made from, To the Seq of the last report
// that it takes in. Drops is what Store.Drops said before the first report or
// decision was looked at; 0 where those cannot change. Gone are groups that are there no more, Put are groups
// that are new or stand in the place of those with their Type and ID, Entries
// are written over those with their Table and Key; Gone goes first.
type Change struct {
	From, To int64
	Drops    int64
	Gone     []Ref
	Put      []Group
	Entries  []Entry
}

// Entry is a line of what a ledger has noted for itself, beside its groups, to
// go on from: its own affair. It goes when the ledger goes.
type Entry struct {
	Table, Key string
	Value      []byte
}

// Ref is something kept that has an id. Type is its type in the export:
// "document", "statement", "response", "party", "utterance", "proposition",
// "commitment", "contact", "incident", "story", "origin", "revision",
// "candidate" or "decision".
type Ref struct {
	Type string
	ID   string
}

// Stats counts what is kept; Bytes is the size of the store.
type Stats struct {
	Documents  int
	Statements int
	Responses  int
	Failures   int
	Bytes      int64
}
