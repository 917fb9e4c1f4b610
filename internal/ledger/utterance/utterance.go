// Package utterance joins the statements that witness one speech event, so
// that three tellers of one sentence count as one origin.
//
// Two statements are one utterance when the same speaker says them on one
// occasion of one report (same day and channel, one after the other without
// a new date, taken up again after one answer, a headline and the first words
// below it), or when the same speaker is given with the same words, in one
// report or in several: the same quoted fragment of four words or more, or
// three-word shingles of six words or more of which four fifths agree (the
// measure of wire-copy studies); or, in several reports, aloud on a day that
// both texts give with a word in common. Other speeches in two reports stay
// apart while they share no words: a person may join them, and those that come
// near are listed as candidates.
package utterance

import (
	"cmp"
	"slices"

	"readout"
	"readout/internal/ledger/match"
)

// File is the utterances of all reports seen so far.
type File struct {
	canonical func(party string) string
	copied    func(doc, other string) bool
	forest    match.Forest
	witnesses []witness
	byID      map[string]int
	said      []match.Days // by root: when the whole group can have been said
	why       [][]string   // by root: what joined the group
	near      []near
	twins     map[string]string
	whole     match.Postings[string] // speaker and all words → witnesses
	fragments match.Postings[string] // speaker and fragment → witnesses
	shingles  match.Postings[uint64] // speaker and shingle → witnesses
	days      match.Postings[string] // speaker and day → witnesses
	hits      match.Hits
}

type witness struct {
	st        *readout.Statement
	order     order
	speaker   string
	published match.Days
	headline  bool
	fragments []string // quoted, levelled
	words     []string
	shingles  []uint64 // of the words in this speaker's mouth
	stems     []string // where the text says the day
	tellers   []string
}

// order sorts witnesses by publication, arrival, place in the text.
type order struct {
	published    string
	report, from int
}

func (a order) compare(b order) int {
	return cmp.Or(known(a.published, b.published), cmp.Compare(a.report, b.report), cmp.Compare(a.from, b.from))
}

// known puts a day before another and an unknown day last.
func known(a, b string) int {
	if (a == "") != (b == "") {
		return cmp.Compare(b, a)
	}
	return cmp.Compare(a, b)
}

// New is an empty file. canonical gives the id that stands for a party, copied
// tells whether one of two documents is for the most part the other's text.
func New(canonical func(party string) string, copied func(doc, other string) bool) *File {
	return &File{
		canonical: canonical, copied: copied, byID: map[string]int{}, twins: map[string]string{},
		whole:     match.Postings[string]{Most: lookedAt},
		fragments: match.Postings[string]{Most: lookedAt},
		shingles:  match.Postings[uint64]{Most: lookedAt},
		days:      match.Postings[string]{Most: lookedAt},
	}
}

// Add takes in the statements of one report, the report-th to arrive.
func (f *File) Add(report int, doc *readout.Document, rec *readout.Record) {
	first := len(f.witnesses)
	for _, st := range inOrder(rec.Statements) {
		if st.Speaker == "" {
			continue
		}
		f.add(report, doc, rec, st)
	}
	f.occasions(first)
	for i := first; i < len(f.witnesses); i++ {
		f.sameWords(i)
		f.sameDay(i)
		f.witnesses[i].words, f.witnesses[i].fragments = nil, nil // they stand in the statement
	}
}

func inOrder(statements []readout.Statement) []*readout.Statement {
	var out []*readout.Statement
	for i := range statements {
		out = append(out, &statements[i])
	}
	slices.SortStableFunc(out, func(a, b *readout.Statement) int { return cmp.Compare(a.Span.BStart, b.Span.BStart) })
	return out
}

func (f *File) add(report int, doc *readout.Document, rec *readout.Record, st *readout.Statement) {
	i := f.forest.Add()
	w := witness{st: st, speaker: f.canonical(st.Speaker), order: order{report: report, from: st.Span.BStart}}
	if doc.Published.Known() {
		w.order.published = doc.Published.Value
		w.published = match.ParseDays(doc.Published.Value)
	}
	w.words = match.Words(st.ContentText())
	w.shingles = match.Shingles(w.words, shingle, w.speaker)
	w.fragments = fragments(st)
	w.tellers = tellers(doc, rec, st)
	w.headline = rec.Within(st.Span, readout.Headline)
	f.witnesses = append(f.witnesses, w)
	f.byID[st.ID] = i
	f.said = append(f.said, saidDays(st))
	f.why = append(f.why, nil)
}

func saidDays(st *readout.Statement) match.Days {
	if !st.Said.Known() {
		return match.Days{}
	}
	return match.ParseDays(st.Said.Value)
}

// join puts two witnesses together, for the reason given, unless their groups
// were said on days that cannot be the same.
func (f *File) join(i, j int, why string) bool {
	a, b := f.forest.Root(i), f.forest.Root(j)
	if a == b {
		return true
	}
	if !f.said[a].Overlap(f.said[b]) {
		return false
	}
	both, reasons := f.said[a].Meet(f.said[b]), append(append(f.why[a], f.why[b]...), why)
	f.forest.Join(a, b)
	slices.Sort(reasons)
	root := f.forest.Root(a)
	f.said[root], f.why[root] = both, slices.Compact(reasons)
	return true
}

// Twin is an earlier statement that gives the same words of the same speaker,
// or "".
func (f *File) Twin(statement string) string { return f.twins[statement] }

// SameOccasion reports whether two statements are one utterance.
func (f *File) SameOccasion(a, b string) bool {
	i, ok := f.byID[a]
	j, ok2 := f.byID[b]
	return ok && ok2 && f.forest.Root(i) == f.forest.Root(j)
}
