// Package origin finds the reports that repeat another's text, so that a wire
// story printed twice is one origin with two tellers.
//
// The measure is containment (Broder 1997): how much of a report's own words
// stands in an earlier one, in runs of some words, with the few between two
// runs that an editor has changed. Own words are those outside quotation marks:
// two reporters at one press conference write down the same speech, and are no
// copies of each other, however long it is. The earliest report is the origin,
// a report is a copy of one origin at most, and the copy of a copy is one of
// the first. Of a report and the one that credits its outlet, the former is the
// earlier on the same day. Two versions of one report by the same outlet are no
// copies of each other. Credits to an agency whose own text is not in the file
// make no origin here.
//
// Reports are found by fingerprints in an inverted index. A print that stands
// in many reports leads to the first of them only: a wire story in a hundred
// papers is found by any of these, and an outlet's standing words do not make
// every report a candidate of every other.
package origin

import (
	"cmp"
	"maps"
	"slices"
	"strings"

	"readout"
	"readout/internal/ledger/match"
	"readout/internal/ledger/shelf"
)

// Shares of own words, and how many they are at least. The numbers were found
// on edited copies of news, see package eval.
const (
	whole    = 0.9  // of each of two reports in the other: a copy
	most     = 0.3  // of the shorter of two in the other: an edited copy
	passage  = 0.15 // of the shorter: a shared passage
	fewest   = 20   // words
	alike    = 2    // prints in common from which on two reports are compared
	holders  = 64   // reports to which a print leads
	compared = 64   // reports that one is compared with
)

// File is the texts of all reports seen so far.
type File struct {
	count   *shelf.Counter
	docs    *shelf.Table[int, text]
	rows    *shelf.Table[int, row]
	holders *shelf.Table[uint64, shelf.Numbers] // print → the first documents that have it
	numbers *shelf.Table[string, int]           // id → document
	hits    match.Hits
	changed map[int]bool // what they are copies of may be
	turns   map[int]turn // of those that were asked for, until Changed is done
}

// text is a document. Shared are other documents and the own words in common,
// where they are a passage.
type text struct {
	ID        string
	Outlet    string      `json:",omitempty"`
	Published string      `json:",omitempty"`
	Credits   string      `json:",omitempty"`
	Words     int         `json:",omitempty"`
	Shared    map[int]int `json:",omitempty"`
	Copy      bool        `json:",omitempty"` // as it was shown last
	Origin    bool        `json:",omitempty"` // likewise
}

// New is the file that a shelf holds.
func New(s *shelf.Shelf) *File {
	return &File{
		count: shelf.NewCounter(s, "origin.count"), docs: shelf.NewTable[int, text](s, "origin"), rows: shelf.NewTable[int, row](s, "origin.row"),
		holders: shelf.NewTable[uint64, shelf.Numbers](s, "origin.print"), numbers: shelf.NewTable[string, int](s, "origin.number"),
		changed: map[int]bool{}, turns: map[int]turn{},
	}
}

// Add takes in one report.
func (f *File) Add(doc *readout.Document, rec *readout.Record) {
	prose := proseOf(doc, rec)
	row, words := hashes(prose)
	t := text{ID: doc.ID, Outlet: doc.Outlet, Credits: creditsOf(rec), Words: words}
	if doc.Published.Known() {
		t.Published = doc.Published.Value
	}
	n := f.count.Next()
	f.meet(n, prints(prose))
	f.numbers.Put(doc.ID, n)
	f.docs.Put(n, t)
	f.rows.Put(n, row)
	at := placesOf(row)
	for _, other := range f.candidates() {
		least := min(f.doc(other).Words, words)
		theirs := f.rows.Get(other)
		if theirs == nil {
			return // the shelf has failed
		}
		if common := min(covered(*theirs, at), least); common >= fewest && float64(common) >= passage*float64(least) {
			f.share(n, other, common)
			f.share(other, n, common)
		}
	}
	f.changed[n] = true
}

// doc is document n; nothing where the shelf has failed.
func (f *File) doc(n int) *text {
	if t := f.docs.Get(n); t != nil {
		return t
	}
	return &text{}
}

// share notes how many words document n has in common with another.
func (f *File) share(n, other, common int) {
	t := f.docs.Edit(n)
	if t.Shared == nil {
		t.Shared = map[int]int{}
	}
	t.Shared[other] = common
}

func creditsOf(rec *readout.Record) string {
	var b strings.Builder
	for _, s := range rec.Segments {
		switch s.Class {
		case readout.Credit, readout.Byline, readout.Dateline:
			b.WriteString(s.Span.Text + "\n")
		}
	}
	return b.String()
}

// meet counts the prints that document n has in common with those before it, and
// puts it under its prints.
func (f *File) meet(n int, prints []uint64) {
	for _, r := range prints {
		if known := f.holders.Get(r); known != nil {
			f.hits.Meet(*known)
			if len(*known) >= holders {
				continue
			}
		}
		at := f.holders.Edit(r)
		*at = append(*at, int32(n))
	}
}

// candidates are the documents just met that share most prints, the earlier of
// equals first.
func (f *File) candidates() []int {
	type met struct{ doc, common int }
	var found []met
	f.hits.Take(func(other, common int) {
		if common >= alike {
			found = append(found, met{other, common})
		}
	})
	slices.SortFunc(found, func(a, b met) int { return cmp.Or(cmp.Compare(b.common, a.common), cmp.Compare(a.doc, b.doc)) })
	var out []int
	for _, m := range found[:min(compared, len(found))] {
		out = append(out, m.doc)
	}
	return out
}

// Changed lists the origins that are new or otherwise than the last time, in
// order of arrival of the document, the ids of those that are no more, and the
// documents that have become copies or are copies no longer.
func (f *File) Changed() (put []shelf.Placed[readout.Origin], gone, copies []string) {
	at := map[int]int{}
	family := f.families()
	for _, n := range family {
		from := f.source(n)
		if isCopy := from >= 0 && f.likeness(n, from) >= most; isCopy != f.doc(n).Copy {
			f.docs.Edit(n).Copy = isCopy
			copies = append(copies, f.doc(n).ID)
		}
		if from < 0 {
			continue
		}
		kind, share := f.kind(n, from), f.contained(n, from)
		from = f.root(from)
		if _, ok := at[from]; !ok {
			at[from] = len(put)
			id := f.doc(from).ID
			put = append(put, shelf.Placed[readout.Origin]{Place: from, Group: readout.Origin{ID: readout.NewID("o", id), Document: id}})
		}
		o := &put[at[from]].Group
		o.Copies = append(o.Copies, readout.Copy{Doc: f.doc(n).ID, Kind: kind, Containment: share})
	}
	for _, n := range family {
		_, now := at[n]
		if f.doc(n).Origin && !now {
			gone = append(gone, readout.NewID("o", f.doc(n).ID))
		}
		if f.doc(n).Origin != now {
			f.docs.Edit(n).Origin = now
		}
	}
	clear(f.changed)
	clear(f.turns)
	slices.SortFunc(put, func(a, b shelf.Placed[readout.Origin]) int { return cmp.Compare(a.Place, b.Place) })
	return put, gone, copies
}

// families are the documents that share something with what has changed, and
// what shares with these, in order of publication: what a document is a copy of
// hangs on no other.
func (f *File) families() []int {
	var all []int
	seen := map[int]bool{}
	rest := slices.Collect(maps.Keys(f.changed))
	for len(rest) > 0 {
		n := rest[len(rest)-1]
		rest = rest[:len(rest)-1]
		if seen[n] {
			continue
		}
		seen[n] = true
		all = append(all, n)
		rest = slices.AppendSeq(rest, maps.Keys(f.doc(n).Shared))
	}
	slices.SortFunc(all, f.compare)
	return all
}

// root is the first of the documents that n is a copy of a copy of.
func (f *File) root(n int) int {
	for {
		from := f.source(n)
		if from < 0 || f.likeness(n, from) < most {
			return n
		}
		n = from
	}
}

// Copied reports whether one of two documents is, for a good part, the other.
func (f *File) Copied(doc, other string) bool {
	a, b := f.numbers.Get(doc), f.numbers.Get(other)
	return a != nil && b != nil && *a != *b && f.likeness(*a, *b) >= most
}

// IsCopy reports whether a document's text is, for a good part, another's, as
// Changed said last.
func (f *File) IsCopy(doc string) bool {
	n := f.numbers.Get(doc)
	return n != nil && f.doc(*n).Copy
}

// contained is the share of document a's own words that stand in b.
func (f *File) contained(a, b int) float64 {
	x := f.doc(a)
	if x.Shared[b] == 0 {
		return 0
	}
	return float64(x.Shared[b]) / float64(x.Words)
}

// likeness is the share of the shorter of two documents that stands in the
// other: a copy may leave most of its source away, or have as much of its own.
func (f *File) likeness(a, b int) float64 { return max(f.contained(a, b), f.contained(b, a)) }

func (f *File) kind(n, from int) string {
	switch {
	case min(f.contained(n, from), f.contained(from, n)) >= whole:
		return "copy"
	case f.likeness(n, from) >= most:
		return "edited-copy"
	}
	return "shared-passage"
}

// compare puts the earlier of two documents first; one without a date comes
// after those that have one.
func (f *File) compare(a, b int) int {
	x, y := f.doc(a), f.doc(b)
	if (x.Published == "") != (y.Published == "") {
		return cmp.Compare(y.Published, x.Published)
	}
	return cmp.Or(cmp.Compare(x.Published, y.Published), cmp.Compare(a, b))
}

// before reports whether document a can be the source of b: on the same day the
// outlet that b credits wrote it, else what came first.
func (f *File) before(a, b int) bool {
	x, y := f.doc(a), f.doc(b)
	if x.Published != y.Published {
		return f.compare(a, b) < 0
	}
	s, t := f.turn(a), f.turn(b)
	return cmp.Or(cmp.Compare(s.after, t.after), cmp.Compare(s.steps, t.steps), cmp.Compare(a, b)) < 0
}

// turn is a document's place among those of its day: the last to come of those
// that it has its text from by the credits, and by how many of them. Credits may
// lead in a circle, this order does not.
type turn struct{ after, steps int }

func (f *File) turn(n int) turn {
	if t, known := f.turns[n]; known {
		return t
	}
	t, seen, row := turn{after: n}, map[int]bool{n: true}, []int{n}
	for steps := 1; len(row) > 0; steps++ {
		var next []int
		for _, m := range row {
			for other := range f.doc(m).Shared {
				if !seen[other] && f.doc(m).from(f.doc(other)) {
					seen[other], next = true, append(next, other)
				}
			}
		}
		if row = next; len(row) > 0 && slices.Max(row) > t.after {
			t = turn{slices.Max(row), steps}
		}
	}
	f.turns[n] = t
	return t
}

// from reports whether t has its text from another of the day, and not that from
// t, by the credits.
func (t *text) from(other *text) bool {
	return t.Published == other.Published && t.credited(other) && !other.credited(t)
}

// credited reports whether t says that it has its text from another's outlet.
func (t *text) credited(other *text) bool {
	return other.Outlet != "" && t.Outlet != other.Outlet && strings.Contains(t.Credits, other.Outlet)
}

// source is the earlier document that holds most of document n's text; the
// earliest among equals; -1 where none holds enough.
func (f *File) source(n int) int {
	from := -1
	for other := range f.doc(n).Shared {
		if !f.before(other, n) || f.version(other, n) {
			continue
		}
		if from < 0 || cmp.Or(cmp.Compare(f.contained(n, other), f.contained(n, from)), f.compare(from, other)) > 0 {
			from = other
		}
	}
	return from
}

// version: an outlet that prints its own text again makes no copy.
func (f *File) version(a, b int) bool {
	return f.doc(a).Outlet != "" && f.doc(a).Outlet == f.doc(b).Outlet
}
