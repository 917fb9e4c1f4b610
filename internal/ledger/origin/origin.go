// Package origin finds the reports that repeat another's text, so that a wire
// story printed twice is one origin with two tellers.
//
// The measure is that of near-duplicate detection (Broder 1997): the share of
// a report's runs of eight words that stand in another. The earliest report
// is the origin, a report is a copy of one origin at most. Two versions of
// one report by the same outlet are no copies of each other. Credits to
// an agency whose own text is not in the file make no origin here.
//
// A run that stands in many reports leads to the first of them only: a wire
// story in a hundred papers is found by any of these, and an outlet's standing
// words do not make every report a candidate of every other.
package origin

import (
	"cmp"
	"slices"

	"readout"
	"readout/internal/ledger/match"
)

// Shares of a report that stand in another. Two reports that quote the same
// speech share a tenth of their runs at most.
const (
	run     = 8
	whole   = 0.9 // a copy
	most    = 0.5 // an edited copy
	passage = 0.2 // a shared passage
	holders = 64  // reports to which a run leads
)

// File is the texts of all reports seen so far.
type File struct {
	docs  []text
	first map[uint64]int32   // run → the first document that has it
	more  map[uint64][]int32 // run → the next ones
	by    map[string]int     // id → document
	hits  match.Hits
}

type text struct {
	id, outlet, published string
	runs                  int
	shared                map[int]int // other document → runs in common, where they are a passage
}

// New is an empty file.
func New() *File {
	return &File{first: map[uint64]int32{}, more: map[uint64][]int32{}, by: map[string]int{}}
}

// Add takes in one report.
func (f *File) Add(doc *readout.Document) {
	runs := match.Shingles(match.Words(doc.Text), run, "")
	t := text{id: doc.ID, outlet: doc.Outlet, runs: len(runs), shared: map[int]int{}}
	if doc.Published.Known() {
		t.published = doc.Published.Value
	}
	n := len(f.docs)
	f.meet(n, runs)
	f.hits.Take(func(other, common int) {
		if float64(common)/float64(min(t.runs, f.docs[other].runs)) >= passage {
			t.shared[other] = common
			f.docs[other].shared[n] = common
		}
	})
	f.by[doc.ID] = n
	f.docs = append(f.docs, t)
}

// meet counts the runs that document n has in common with those before it, and
// puts it under its runs. Most runs stand in one document, and cost no list.
func (f *File) meet(n int, runs []uint64) {
	for _, r := range runs {
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

// All lists the origins that have copies, in order of publication.
func (f *File) All() []readout.Origin {
	var out []readout.Origin
	at := map[int]int{}
	for _, n := range f.inOrder() {
		from, share := f.source(n)
		if from < 0 {
			continue
		}
		if _, ok := at[from]; !ok {
			at[from] = len(out)
			out = append(out, readout.Origin{ID: readout.NewID("o", f.docs[from].id), Document: f.docs[from].id})
		}
		o := &out[at[from]]
		o.Copies = append(o.Copies, readout.Copy{Doc: f.docs[n].id, Kind: kind(share), Containment: share})
	}
	return out
}

// Copied reports whether most of one of two documents stands in the other.
func (f *File) Copied(doc, other string) bool {
	a, ok := f.by[doc]
	b, ok2 := f.by[other]
	if !ok || !ok2 || a == b {
		return false
	}
	shorter := min(f.docs[a].runs, f.docs[b].runs)
	return float64(f.docs[a].shared[b]) >= most*float64(shorter) && shorter > 0
}

// Copies are the documents whose text is, for the most part, another's.
func (f *File) Copies() map[string]bool {
	out := map[string]bool{}
	for n := range f.docs {
		if from, share := f.source(n); from >= 0 && share >= most {
			out[f.docs[n].id] = true
		}
	}
	return out
}

func kind(share float64) string {
	switch {
	case share >= whole:
		return "copy"
	case share >= most:
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

// source is the earlier document that holds most of document n's text; the
// earliest among equals; -1 where none holds enough.
func (f *File) source(n int) (from int, share float64) {
	from = -1
	for other, runs := range f.docs[n].shared {
		s := float64(runs) / float64(f.docs[n].runs)
		if s < passage || f.compare(other, n) > 0 || f.version(other, n) {
			continue
		}
		if from < 0 || s > share || s == share && f.compare(other, from) < 0 {
			from, share = other, s
		}
	}
	return from, share
}

// version: an outlet that prints its own text again makes no copy.
func (f *File) version(a, b int) bool {
	return f.docs[a].outlet != "" && f.docs[a].outlet == f.docs[b].outlet
}
