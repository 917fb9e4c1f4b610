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
	"slices"
	"strings"

	"readout"
	"readout/internal/ledger/match"
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
	docs  []text
	first map[uint64]int32   // print → the first document that has it
	more  map[uint64][]int32 // print → the next ones
	by    map[string]int     // id → document
	hits  match.Hits
}

type text struct {
	id, outlet, published string
	credits               string
	row                   []uint32
	words                 int
	shared                map[int]int // other document → own words in common, where they are a passage
}

// New is an empty file.
func New() *File {
	return &File{first: map[uint64]int32{}, more: map[uint64][]int32{}, by: map[string]int{}}
}

// Add takes in one report.
func (f *File) Add(doc *readout.Document, rec *readout.Record) {
	prose := proseOf(doc, rec)
	t := text{id: doc.ID, outlet: doc.Outlet, credits: creditsOf(rec), shared: map[int]int{}}
	t.row, t.words = hashes(prose)
	if doc.Published.Known() {
		t.published = doc.Published.Value
	}
	n := len(f.docs)
	f.meet(n, prints(prose))
	f.by[doc.ID] = n
	f.docs = append(f.docs, t)
	at := placesOf(t.row)
	for _, other := range f.candidates() {
		x, y := &f.docs[other], &f.docs[n]
		least := min(x.words, y.words)
		if common := min(covered(x.row, at), least); common >= fewest && float64(common) >= passage*float64(least) {
			x.shared[n], y.shared[other] = common, common
		}
	}
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
// puts it under its prints. Most stand in one document, and cost no list.
func (f *File) meet(n int, prints []uint64) {
	for _, r := range prints {
		first, ok := f.first[r]
		if !ok {
			f.first[r] = int32(n)
			continue
		}
		more := f.more[r]
		f.hits.Meet([]int32{first})
		f.hits.Meet(more)
		if len(more)+1 < holders {
			f.more[r] = append(more, int32(n))
		}
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

// All lists the origins that have copies, in order of publication.
func (f *File) All() []readout.Origin {
	var out []readout.Origin
	at := map[int]int{}
	for _, n := range f.inOrder() {
		from := f.source(n)
		if from < 0 {
			continue
		}
		kind, share := f.kind(n, from), f.share(n, from)
		from = f.root(from)
		if _, ok := at[from]; !ok {
			at[from] = len(out)
			out = append(out, readout.Origin{ID: readout.NewID("o", f.docs[from].id), Document: f.docs[from].id})
		}
		o := &out[at[from]]
		o.Copies = append(o.Copies, readout.Copy{Doc: f.docs[n].id, Kind: kind, Containment: share})
	}
	return out
}

// root is the first of the documents that n is a copy of a copy of. Credits may
// lead in a circle, so the way has an end.
func (f *File) root(n int) int {
	for range f.docs {
		from := f.source(n)
		if from < 0 || f.likeness(n, from) < most {
			break
		}
		n = from
	}
	return n
}

// Copied reports whether one of two documents is, for a good part, the other.
func (f *File) Copied(doc, other string) bool {
	a, ok := f.by[doc]
	b, ok2 := f.by[other]
	return ok && ok2 && a != b && f.likeness(a, b) >= most
}

// Copies are the documents whose text is, for a good part, another's.
func (f *File) Copies() map[string]bool {
	out := map[string]bool{}
	for n := range f.docs {
		if from := f.source(n); from >= 0 && f.likeness(n, from) >= most {
			out[f.docs[n].id] = true
		}
	}
	return out
}

// share of document a's own words that stand in b.
func (f *File) share(a, b int) float64 {
	x := &f.docs[a]
	if x.shared[b] == 0 {
		return 0
	}
	return float64(x.shared[b]) / float64(x.words)
}

// likeness is the share of the shorter of two documents that stands in the
// other: a copy may leave most of its source away, or have as much of its own.
func (f *File) likeness(a, b int) float64 { return max(f.share(a, b), f.share(b, a)) }

func (f *File) kind(n, from int) string {
	switch {
	case min(f.share(n, from), f.share(from, n)) >= whole:
		return "copy"
	case f.likeness(n, from) >= most:
		return "edited-copy"
	}
	return "shared-passage"
}

func (f *File) inOrder() []int {
	order := make([]int, len(f.docs))
	for i := range order {
		order[i] = i
	}
	slices.SortFunc(order, f.compare)
	return order
}

// compare puts the earlier of two documents first; one without a date comes
// after those that have one.
func (f *File) compare(a, b int) int {
	x, y := &f.docs[a], &f.docs[b]
	if (x.published == "") != (y.published == "") {
		return cmp.Compare(y.published, x.published)
	}
	return cmp.Or(cmp.Compare(x.published, y.published), cmp.Compare(a, b))
}

// before reports whether document a can be the source of b: the outlet that b
// credits wrote it on the same day at the latest, else what came first.
func (f *File) before(a, b int) bool {
	x, y := &f.docs[a], &f.docs[b]
	if x.published == y.published {
		if byX, byY := x.credited(y), y.credited(x); byX != byY {
			return byY
		}
	}
	return f.compare(a, b) < 0
}

// credited reports whether t says that it has its text from another's outlet.
func (t *text) credited(other *text) bool {
	return other.outlet != "" && t.outlet != other.outlet && strings.Contains(t.credits, other.outlet)
}

// source is the earlier document that holds most of document n's text; the
// earliest among equals; -1 where none holds enough.
func (f *File) source(n int) int {
	from := -1
	for other := range f.docs[n].shared {
		if !f.before(other, n) || f.version(other, n) {
			continue
		}
		if from < 0 || cmp.Or(cmp.Compare(f.share(n, other), f.share(n, from)), f.compare(from, other)) > 0 {
			from = other
		}
	}
	return from
}

// version: an outlet that prints its own text again makes no copy.
func (f *File) version(a, b int) bool {
	return f.docs[a].outlet != "" && f.docs[a].outlet == f.docs[b].outlet
}
